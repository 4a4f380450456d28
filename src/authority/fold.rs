//! Forms under which names are compared: folded, romanized, and as slugs.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A name without case, diacritics, full stops, kind of apostrophe and hyphen, and a leading "the".
#[must_use]
pub fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    if name.is_ascii() {
        name.chars().for_each(|c| take(c, &mut folded));
    } else {
        name.nfkd().filter(|&c| !is_combining_mark(c)).for_each(|c| take(c, &mut folded));
    }
    let trimmed = folded.trim_end();
    trimmed.strip_prefix("the ").unwrap_or(trimmed).to_owned()
}

/// Adds one character of the decomposed name.
fn take(c: char, folded: &mut String) {
    match c {
        c if c.is_ascii_alphanumeric() => folded.push(c.to_ascii_lowercase()),
        '.' | '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | '`' => {}
        c if c.is_alphanumeric() => plain(c, folded),
        _ if !folded.is_empty() && !folded.ends_with(' ') => folded.push(' '),
        _ => {}
    }
}

fn plain(c: char, folded: &mut String) {
    match c {
        'ø' | 'Ø' => folded.push('o'),
        'ł' | 'Ł' => folded.push('l'),
        'đ' | 'Đ' | 'ð' | 'Ð' => folded.push('d'),
        'ı' => folded.push('i'),
        'ß' => folded.push_str("ss"),
        'æ' | 'Æ' => folded.push_str("ae"),
        'œ' | 'Œ' => folded.push_str("oe"),
        'þ' | 'Þ' => folded.push_str("th"),
        c => folded.extend(c.to_lowercase()),
    }
}

/// A folded name with the romanizations of one sound made alike: "Yury" and "Yuri", "Zelensky" and "Zelenskyy".
#[must_use]
pub fn romanized(name: &str) -> String {
    let mut key = fold(name);
    for (from, to) in [
        ("kh", "h"),
        ("zh", "j"),
        ("tch", "ch"),
        ("dj", "j"),
        ("ck", "k"),
        ("ks", "x"),
        ("ph", "f"),
        ("ou", "u"),
        ("oo", "u"),
        ("ee", "i"),
        ("ye", "e"),
        ("ie", "e"),
        ("iy", "y"),
        ("yi", "y"),
        ("yy", "y"),
        ("ij", "y"),
        ("ii", "y"),
        ("ey", "y"),
        ("ei", "y"),
        ("j", "y"),
        ("i", "y"),
        ("w", "v"),
        ("yy", "y"),
    ] {
        if key.contains(from) {
            key = key.replace(from, to);
        }
    }
    let mut last = None;
    key.retain(|c| last.replace(c) != Some(c));
    key
}

/// How many letters must be changed, added or left out to make one word another (Levenshtein 1965).
#[must_use]
pub fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (row, c) in one.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut last[0], row + 1);
        for (column, &d) in other.iter().enumerate() {
            let change = diagonal + usize::from(c != d);
            diagonal = last[column + 1];
            last[column + 1] = change.min(diagonal + 1).min(last[column] + 1);
        }
    }
    last[other.len()]
}

/// A name as part of an IRI: folded, words joined by hyphens.
#[must_use]
pub fn slug(name: &str) -> String {
    let folded = fold(name);
    if folded.is_empty() { "unnamed".to_owned() } else { folded.replace(' ', "-") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_without_marks() {
        assert_eq!(fold("The São Tomé"), "sao tome");
        assert_eq!(fold("U.S."), "us");
        assert_eq!(fold("Guinea‑Bissau"), "guinea bissau");
        assert_eq!(slug("Kirill Dmitriev"), "kirill-dmitriev");
        assert_eq!(slug("…"), "unnamed");
    }

    #[test]
    fn a_distance_counts_letters() {
        assert_eq!(distance("kyiv", "kiev"), 2);
        assert_eq!(distance("sumy", "sumy"), 0);
        assert_eq!(distance("", "sumy"), 4);
    }

    #[test]
    fn romanizations_of_one_name_are_one() {
        for (one, other) in
            [("Yury Ushakov", "Yuri Ushakov"), ("Zelensky", "Zelenskyy"), ("Sergei Lavrov", "Sergey Lavrov"), ("Dmitriev", "Dmitriyev")]
        {
            assert_eq!(romanized(one), romanized(other));
        }
        assert_ne!(romanized("Ushakov"), romanized("Isakov"));
    }
}
