//! What kind of character a character is to the tokenizer.

use unicode_normalization::char::is_combining_mark;

/// White space and the invisible characters that part words or carry no text.
pub(super) fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// What words and numbers are made of: letters, digits, marks that combine with them, and what may stand hidden between them.
pub(super) fn is_word(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric() || c == '_';
    }
    c.is_alphanumeric()
        || (is_combining_mark(c) && !matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{20e3}'))
        || matches!(c, '\u{ad}' | '\u{200c}' | '\u{200d}')
}

/// The straight and the typographic apostrophe.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

/// The hyphens; dashes are not among them.
pub(super) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// The marks that may close a sentence after its full stop.
pub(super) fn is_closing(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '}')
}

/// The marks that may open a sentence.
pub(super) fn is_opening(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '‘' | '„' | '«' | '(' | '[')
}
