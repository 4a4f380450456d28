//! Which language a text is in.

use super::layout::Layout;
use super::phrase::fold;

/// How much of a text is looked at (bytes).
const SAMPLE: usize = 20_000;
/// The share of common words from which a text is taken for English.
const ENOUGH: f64 = 0.18;

/// The BCP 47 tag of a text's language, if it can be told.
pub(super) fn language(text: &str, layout: &Layout) -> Option<String> {
    let sample = (0..4).find_map(|back| text.get(..SAMPLE - back)).unwrap_or(text);
    let words: Vec<String> = sample.split_whitespace().map(fold).filter(|word| !word.is_empty()).collect();
    let common = words.iter().filter(|word| layout.language.english.contains(*word)).count();
    #[expect(clippy::cast_precision_loss, reason = "counts of words in a short sample")]
    if words.len() >= 5 && common as f64 >= ENOUGH * words.len() as f64 {
        return Some("en".to_owned());
    }
    let found = whatlang::detect(sample).filter(whatlang::Info::is_reliable)?;
    let code = found.lang().code();
    Some(layout.language.codes.get(code).map_or(code, String::as_str).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_languages() {
        let read = |text: &str| language(text, Layout::built_in());
        assert_eq!(read("The ministers said that they would meet again in the spring.").as_deref(), Some("en"));
        assert_eq!(
            read("Die Minister sagten, dass sie sich im Frühjahr wieder treffen wollen, um über das Abkommen zu sprechen.").as_deref(),
            Some("de")
        );
        assert_eq!(read("Министры заявили, что весной они встретятся снова, чтобы обсудить соглашение.").as_deref(), Some("ru"));
        assert_eq!(read("12 34 56"), None);
    }
}
