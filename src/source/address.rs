//! Web addresses: the one an article came from, the date in its path, the outlet's name in its host.

use super::layout::Layout;
use super::phrase::fold;
use time::{Date, Month};

/// The host of an address, lower-cased, without "www.".
pub(super) fn host(url: &str) -> Option<String> {
    let rest = url.split_once("://")?.1;
    let host = rest.split(['/', '?', '#', ':']).next()?.to_lowercase();
    Some(host.strip_prefix("www.").unwrap_or(&host).to_owned()).filter(|host| host.contains('.'))
}

/// The day in an address: "/2024/05/12/", "/2024-05-12/", "/20240512…".
pub(super) fn day(url: &str) -> Option<Date> {
    let path = url.split_once("://")?.1;
    let digits: Vec<&str> = path.split(|c: char| !c.is_ascii_digit()).collect();
    let parted = digits.windows(3).find_map(|window| {
        let (&[year, month, day], true) = (window.first_chunk::<3>()?, window.iter().all(|part| !part.is_empty())) else { return None };
        (year.len() == 4 && month.len() <= 2 && day.len() <= 2).then(|| date(year, month, day)).flatten()
    });
    let run = |digits: &&str| (digits.len() >= 8).then(|| date(digits.get(..4)?, digits.get(4..6)?, digits.get(6..8)?)).flatten();
    parted.or_else(|| digits.iter().find_map(run))
}

fn date(year: &str, month: &str, day: &str) -> Option<Date> {
    let year: i32 = year.parse().ok().filter(|year| (1990..2100).contains(year))?;
    Date::from_calendar_date(year, Month::try_from(month.parse::<u8>().ok()?).ok()?, day.parse().ok()?).ok()
}

/// The outlet's name in a text, if its letters are those of the host: "The Daily Post" for `thedailypost.example`.
pub(super) fn outlet_of<'a>(host: &str, text: &'a str, layout: &Layout) -> Option<&'a str> {
    let labels: Vec<&str> = host.split('.').filter(|label| label.len() > 2 && !layout.outlets.address.contains(*label)).collect();
    let words: Vec<(usize, &str)> = capitals(text);
    for start in 0..words.len() {
        for length in (1..=5).rev() {
            let Some(run) = words.get(start..start + length) else { continue };
            let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
            let name = text.get(first.0..last.0 + last.1.len())?;
            if run.len() > 1 && !name.split(' ').eq(run.iter().map(|(_, word)| *word)) {
                continue;
            }
            if !name.contains(char::is_uppercase) {
                continue;
            }
            let squeezed: String = fold(name).chars().filter(|c| c.is_alphanumeric()).collect();
            if is_host(&squeezed, name, host, &labels, layout) {
                return Some(name.strip_prefix("the ").unwrap_or(name));
            }
        }
    }
    None
}

fn is_host(squeezed: &str, name: &str, host: &str, labels: &[&str], layout: &Layout) -> bool {
    if name.eq_ignore_ascii_case(host) {
        return true;
    }
    let bare = squeezed.strip_prefix("the").unwrap_or(squeezed);
    let last = name.rsplit(' ').next().map(fold).unwrap_or_default();
    labels.iter().any(|label| {
        let label = label.replace('-', "");
        let whole = squeezed == label || bare == label || Some(squeezed) == label.strip_prefix("the");
        let longer =
            name.contains(' ') && layout.outlets.words.contains(&last) && squeezed.strip_suffix(last.as_str()) == Some(label.as_str());
        // A single word is a name of its own, unless it is a common one.
        (whole && (name.contains(' ') || !layout.outlets.words.contains(squeezed))) || longer
    })
}

/// The capitalised words of the beginning of a text, without punctuation, and where they start.
fn capitals(text: &str) -> Vec<(usize, &str)> {
    const FAR: usize = 100_000;
    let mut found = Vec::new();
    let mut start = 0;
    for word in text.split(char::is_whitespace) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let bare = bare.strip_suffix("'s").or_else(|| bare.strip_suffix("’s")).unwrap_or(bare);
        if bare.chars().any(char::is_uppercase) || (found.is_empty() && !bare.is_empty()) || bare.contains('.') || start < 200 {
            found.push((start + word.find(bare).unwrap_or(0), bare));
        }
        start += word.len();
        start += text.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        if start > FAR {
            break;
        }
    }
    found.retain(|(_, word)| !word.is_empty());
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_days() {
        let read = |url: &str| day(url).map(|date| date.to_string());
        assert_eq!(read("https://a.example/news/2024/5/12/title").as_deref(), Some("2024-05-12"));
        assert_eq!(read("https://a.example/2024-05-12/title").as_deref(), Some("2024-05-12"));
        assert_eq!(read("https://a.example/stories/202405120345.html").as_deref(), Some("2024-05-12"));
        assert_eq!(read("https://a.example/2024/05/title"), None);
        assert_eq!(read("https://a.example/title-99999999"), None);
    }

    #[test]
    fn finds_the_outlet() {
        let read = |host: &str, text: &'static str| outlet_of(host, text, Layout::built_in());
        assert_eq!(read("thedailypost.example", "The officer told The Daily Post that"), Some("The Daily Post"));
        assert_eq!(read("zumo.co.example", "as ZUMO.co.example reported"), Some("ZUMO.co.example"));
        assert_eq!(read("nation.example", "The Nation has learned"), Some("The Nation"));
        assert_eq!(read("nation.example", "the United Nations and the nation"), None);
    }
}
