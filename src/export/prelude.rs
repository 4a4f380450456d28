//! The first lines of Turtle and TriG: base and prefixes, sorted and whole, in place of the serializer's own, which
//! shortens namespaces against the base.

use crate::vocab::PREFIXES;
use std::io::{self, Write};

/// An output that leaves out the serializer's directives.
pub(super) struct Prelude<W: Write> {
    out: W,
    /// The line being read, as long as there may be directives.
    line: Option<Vec<u8>>,
}

impl<W: Write> Prelude<W> {
    /// Writes the directives and waits for the serializer's.
    pub(super) fn new(base: &str, mut out: W) -> io::Result<Self> {
        writeln!(out, "@base <{base}> .")?;
        for (prefix, namespace) in PREFIXES {
            writeln!(out, "@prefix {prefix}: <{namespace}> .")?;
        }
        Ok(Self { out, line: Some(Vec::new()) })
    }

    /// Lets everything through.
    pub(super) fn none(out: W) -> Self {
        Self { out, line: None }
    }

    /// The output itself.
    pub(super) fn into_inner(self) -> W {
        self.out
    }
}

impl<W: Write> Write for Prelude<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let Some(line) = &mut self.line else { return self.out.write(bytes) };
        line.extend_from_slice(bytes);
        while line.starts_with(b"@")
            && let Some(end) = line.iter().position(|&byte| byte == b'\n')
        {
            line.drain(..=end);
        }
        if line.first().is_some_and(|&byte| byte != b'@') {
            let rest = std::mem::take(line);
            self.line = None;
            self.out.write_all(&rest)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_directives_at_the_start_are_left_out() {
        let mut out = Prelude { out: Vec::new(), line: Some(Vec::new()) };
        for piece in ["@ba", "se <x> .\n@prefix a: <b> .", "\n", "<s> ", "<p> \"\n@base\" .\n"] {
            out.write_all(piece.as_bytes()).expect("memory");
        }
        assert_eq!(out.into_inner(), b"<s> <p> \"\n@base\" .\n");
    }
}
