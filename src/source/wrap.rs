//! Hard-wrapped text, where a paragraph is a run of short lines: the lines are joined again.

use super::lines::{Line, Mark};

/// Lines of hard-wrapped text are no longer than this (bytes).
const WIDEST: usize = 120;
/// Lines that are broken for their width are at least this long (bytes).
const FULL: usize = 45;
/// So many broken lines make a text a hard-wrapped one.
const LEAST: usize = 3;

/// Joins the lines of each paragraph if the text is hard-wrapped.
pub(super) fn unwrap_lines(text: &str, lines: Vec<Line>) -> Vec<Line> {
    if !is_wrapped(text, &lines) {
        return lines;
    }
    let mut joined: Vec<Line> = Vec::with_capacity(lines.len());
    let mut full = false;
    for line in lines {
        let follows = full && !line.apart && line.mark == Mark::None;
        full = line.span.end - line.span.start >= FULL;
        match joined.last_mut() {
            Some(last) if follows && matches!(last.mark, Mark::None | Mark::Bullet | Mark::Number(_)) => {
                last.span = last.span.cover(line.span);
            }
            _ => joined.push(line),
        }
    }
    joined
}

/// True if lines end where their width ends: most of those that go on are long, and many go on in lower case.
fn is_wrapped(text: &str, lines: &[Line]) -> bool {
    if lines.iter().any(|line| line.span.end - line.span.start > WIDEST) {
        return false;
    }
    let pairs = || {
        lines.windows(2).filter_map(|pair| Some((pair.first()?, pair.last()?))).filter(|(_, next)| !next.apart && next.mark == Mark::None)
    };
    let broken = || pairs().filter(|(line, _)| line.span.end - line.span.start >= FULL);
    let lower = broken().filter(|(_, next)| next.span.of(text).starts_with(char::is_lowercase)).count();
    let (all, broken) = (pairs().count(), broken().count());
    broken >= LEAST && broken * 10 >= all * 6 && lower * 10 >= broken * 3
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    #[test]
    fn joins_wrapped_paragraphs_only() {
        let wrapped = "Talks resume in Ankara\n\nThe two foreign ministers met on Monday in the old\npalace above the strait and agreed to meet again\nbefore the end of the year, their offices said in a\nstatement.\n\nNeither side spoke of prisoners, and no date was set\nfor the next round.\n";
        assert_eq!(unwrap_lines(wrapped, lines(wrapped)).len(), 3);
        let plain = "Talks resume in Ankara\nThe two foreign ministers met on Monday in the old palace.\nThey agreed to meet again before the end of the year.\nNeither side spoke of prisoners, an official said.\n";
        assert_eq!(unwrap_lines(plain, lines(plain)).len(), 4);
    }
}
