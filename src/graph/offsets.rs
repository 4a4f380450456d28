//! From byte offsets to code points, in constant time each after one pass over the text.

/// How many bytes lie between two counted places.
const STRIDE: usize = 64;

/// Code points before every [`STRIDE`]th byte of a text.
#[derive(Debug, Clone)]
pub struct Offsets<'a> {
    text: &'a [u8],
    counts: Vec<usize>,
}

impl<'a> Offsets<'a> {
    /// Counts a text's code points.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let text = text.as_bytes();
        let mut counts = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut sum = 0;
        for chunk in text.chunks(STRIDE) {
            counts.push(sum);
            sum += code_points(chunk);
        }
        Self { text, counts }
    }

    /// How many code points stand before a byte; an offset beyond the text counts as its end.
    #[must_use]
    pub fn code_point(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let Some(last) = self.counts.len().checked_sub(1) else { return 0 };
        let chunk = (byte / STRIDE).min(last);
        self.counts[chunk] + code_points(&self.text[chunk * STRIDE..byte])
    }

    /// How many code points the text has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.code_point(self.text.len())
    }

    /// True when the text is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

/// Bytes that begin a code point.
fn code_points(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_boundary_counts_the_characters_before_it(text in "\\PC{0,300}") {
            let offsets = Offsets::new(&text);
            for (count, (byte, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(offsets.code_point(byte), count);
            }
            prop_assert_eq!(offsets.len(), text.chars().count());
        }
    }
}
