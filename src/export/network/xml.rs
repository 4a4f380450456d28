//! Text inside XML: what has a meaning there is escaped, what XML cannot hold is replaced.

use std::fmt::{self, Display, Write};

/// Text as the content of an element or attribute.
pub(super) struct Escaped<T>(pub(super) T);

impl<T: Display> Display for Escaped<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(Escaper(out), "{}", self.0)
    }
}

struct Escaper<'a, 'b>(&'a mut fmt::Formatter<'b>);

impl Write for Escaper<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        text.chars().try_for_each(|c| match c {
            '&' => self.0.write_str("&amp;"),
            '<' => self.0.write_str("&lt;"),
            '>' => self.0.write_str("&gt;"),
            '"' => self.0.write_str("&quot;"),
            // A reader would take these for spaces in an attribute, and drop the carriage return everywhere.
            '\t' | '\n' | '\r' => write!(self.0, "&#{};", u32::from(c)),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => self.0.write_char(char::REPLACEMENT_CHARACTER),
            c => self.0.write_char(c),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_replaced() {
        assert_eq!(Escaped("a<b>&\"c\"\n\r\u{0}\u{ffff}é").to_string(), "a&lt;b&gt;&amp;&quot;c&quot;&#10;&#13;\u{fffd}\u{fffd}é");
    }
}
