//! DOT, for Graphviz: what a drawing shows, that is labels, kinds and weights.

use super::value::Value;
use super::{Network, named};
use std::fmt::{self, Display, Write as _};
use std::io::{self, Write};

/// Writes a network.
pub(super) fn write(network: &Network, out: &mut dyn Write) -> io::Result<()> {
    let (graph, arrow) = if network.is_directed { ("digraph", "->") } else { ("graph", "--") };
    writeln!(out, "{graph} dateline {{")?;
    for node in &network.nodes {
        let kind = node.kind();
        writeln!(out, "{} [label={}, class={}];", Quoted(&node.id), Quoted(&node.label), Quoted(&kind))?;
    }
    for edge in &network.edges {
        write!(out, "{} {arrow} {} [label={}", Quoted(&edge.source), Quoted(&edge.target), Quoted(&edge.kind))?;
        // Graphviz wants whole weights.
        if let Some(Value::Integer(weight)) = named(&network.edge_columns, &edge.values, "weight") {
            write!(out, ", weight={weight}")?;
        }
        writeln!(out, "];")?;
    }
    writeln!(out, "}}")
}

/// Text in quotation marks; what would be an escape of Graphviz stands for itself.
struct Quoted<'a>(&'a str);

impl Display for Quoted<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_char('"')?;
        for c in self.0.chars() {
            match c {
                '"' | '\\' => write!(out, "\\{c}")?,
                '\n' | '\r' => out.write_str("\\n")?,
                '\u{0}' => out.write_char(char::REPLACEMENT_CHARACTER)?,
                c => out.write_char(c)?,
            }
        }
        out.write_char('"')
    }
}
