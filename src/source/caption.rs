//! The words under pictures, told by their credits.

use super::layout::Layout;
use super::phrase::fold;

/// The longest credit in brackets (bytes).
const CREDIT: usize = 160;
/// The longest caption (bytes).
const CAPTION: usize = 1200;

/// True for a line that describes a picture or names its maker.
pub(super) fn is_caption(line: &str, layout: &Layout) -> bool {
    if line.len() > CAPTION {
        return false;
    }
    let head: String = line.split_whitespace().take(12).collect::<Vec<_>>().join(" ");
    layout.is_caption(&fold(&head)) || bracketed_credit(line, layout) || labelled_credit(line, layout) || bare_credit(line, layout)
}

/// "… (Jane Doe / AFP / Getty Images)" at the end.
fn bracketed_credit(line: &str, layout: &Layout) -> bool {
    let pairs = [('(', ')'), ('[', ']')];
    pairs.iter().any(|&(open, close)| {
        let Some(inner) = line.trim_end_matches('.').strip_suffix(close).and_then(|rest| rest.rsplit_once(open)).map(|(_, inner)| inner)
        else {
            return false;
        };
        let whole = line.starts_with(open) && inner.len() + 2 >= line.len();
        let parts: Vec<String> = inner.split(['/', ',', '|', ':', '–', '—']).map(fold).filter(|part| !part.is_empty()).collect();
        let credited =
            |part: &String| layout.caption.credits.contains(part) || part.split(' ').any(|word| layout.caption.credits.contains(word));
        // A lone agency in brackets ends a report; a caption names a person or a second agency too.
        inner.len() <= CREDIT && parts.iter().any(credited) && (parts.len() > 1 || parts.iter().any(|part| part.contains(' ')) || whole)
    })
}

/// "… Photo: Jane Doe" near the end or at the start.
fn labelled_credit(line: &str, layout: &Layout) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    layout.caption.labels.iter().any(|label| {
        let label: Vec<&str> = label.split(' ').collect();
        let starts = 0..words.len().saturating_sub(label.len()).saturating_add(1);
        starts.into_iter().any(|at| {
            let near = (at == 0 && words.len() <= 40) || at + label.len() + 6 >= words.len();
            let fits =
                words.iter().skip(at).zip(&label).all(|(word, label)| word.trim_start_matches(['(', '[']).eq_ignore_ascii_case(label));
            let named = words.get(at + label.len()).is_some_and(|next| next.starts_with(char::is_uppercase));
            near && fits && named && at + label.len() <= words.len()
        })
    })
}

/// "REUTERS/Jane Doe" near the end, or "Getty Images", alone or before a description without a full stop.
fn bare_credit(line: &str, layout: &Layout) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let credit = |words: &[&str]| {
        layout.caption.credits.contains(&fold(&words.join(" "))) && words.iter().all(|word| word.starts_with(char::is_uppercase))
    };
    let joined = |word: &&str| word.split_once('/').is_some_and(|(maker, name)| credit(&[maker]) && name.starts_with(char::is_uppercase));
    let described = |next: &&str| {
        words.len() > 3 && words.len() < 30 && next.starts_with(char::is_uppercase) && !line.ends_with(['.', '!', '?', '"', '”'])
    };
    let leads = |length: usize| words.get(..length).is_some_and(credit) && words.get(length).is_none_or(described);
    words.iter().rev().take(8).any(joined) || leads(2) || leads(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_captions() {
        for line in [
            "Workers clear rubble in the old town on Monday. (Jana Novak / POOL / AFP via Getty Images)",
            "The harbour at dusk. Photo: Bloomberg",
            "Photo: Jana Novak",
            "In this pool photograph the two presidents shake hands.",
            "FILE PHOTO: The parliament in session",
            "(AP Photo/Jan Novak)",
            "A ferry lies aground off Selm. REUTERS/Jana Novak/File Photo",
            "Getty Images A man in a striped shirt looks at the ferry",
            "Getty Images",
        ] {
            assert!(is_caption(line, Layout::built_in()), "{line}");
        }
        for line in [
            "The minister denied the report. (Reuters)",
            "The alliance (NATO) met on Monday.",
            "Reuters reported the talks first, and others followed",
            "Photos show that the bridge has fallen into the river.",
            "He was wounded (three times) in the war.",
        ] {
            assert!(!is_caption(line, Layout::built_in()), "{line}");
        }
    }
}
