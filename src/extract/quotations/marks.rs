//! Finds the stretches of text that stand in quotation marks, of any style, also where a mark is missing or turned the wrong way.

use crate::source::{Article, Block, BlockKind};
use crate::span::Span;

/// A stretch of text in quotation marks, within one block; the outermost only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Quoted {
    /// The words between the marks, without white space at the edges.
    pub(super) inner: Span,
    /// The same with the marks.
    pub(super) outer: Span,
    /// Index of the block.
    pub(super) block: usize,
    /// False when it ends with the block and not with a mark.
    pub(super) closed: bool,
}

/// How many blocks a quotation may span whose middle paragraphs carry no marks.
const LONGEST: usize = 12;

/// All quoted stretches of the article outside page furniture, in text order.
pub(super) fn find(article: &Article) -> Vec<Quoted> {
    let mut found: Vec<Quoted> = Vec::new();
    for (index, block) in article.blocks.iter().enumerate().filter(|(_, block)| block.kind != BlockKind::Furniture) {
        let scan = Scan::of(article, index, *block);
        if let Some(stray) = scan.stray_close {
            found.extend(continued(article, found.last().copied(), index, stray));
        }
        found.extend(scan.found);
    }
    found
}

/// The blocks between an unclosed quotation and a closing mark that nothing opened: each is quoted as a whole.
fn continued(article: &Article, last: Option<Quoted>, index: usize, stray: Span) -> Vec<Quoted> {
    let Some(last) = last.filter(|last| !last.closed && last.block < index && index - last.block <= LONGEST) else {
        return Vec::new();
    };
    let whole = |block: usize| article.blocks[block].span;
    let body = (last.block + 1..index).filter(|&block| article.blocks[block].kind.is_body());
    let mut found: Vec<Quoted> = body.map(|block| Quoted { inner: whole(block), outer: whole(block), block, closed: false }).collect();
    let inner = trimmed(&article.text, Span::new(whole(index).start, stray.start));
    found.extend((inner.start < inner.end).then(|| Quoted { inner, outer: Span::new(inner.start, stray.end), block: index, closed: true }));
    found
}

/// The marks that can open or close the same quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    Double,
    Single,
    Guillemet,
}

/// A quotation mark, and what its neighbours allow it to be.
#[derive(Debug, Clone, Copy)]
struct Mark {
    span: Span,
    family: Family,
    opens: bool,
    closes: bool,
    /// An apostrophe after a plural ("workers’ rights") as well as it may be a closing mark.
    plural: bool,
}

/// One block's marks, matched.
#[derive(Default)]
struct Scan {
    found: Vec<Quoted>,
    /// The closing mark that ends what an earlier block opened.
    stray_close: Option<Span>,
}

impl Scan {
    fn of(article: &Article, index: usize, block: Block) -> Self {
        let marks = marks_of(&article.text, block.span);
        let closers = single_closers(&marks);
        let mut scan = Self::default();
        let mut open: Option<Mark> = None;
        let mut quote = |open: Mark, end: Span, closed: bool| {
            let inner = trimmed(&article.text, Span::new(open.span.end, end.start));
            let outer = Span::new(open.span.start, if closed { end.end } else { inner.end.max(open.span.end) });
            scan.found.extend((inner.start < inner.end).then_some(Quoted { inner, outer, block: index, closed }));
        };
        for (at, &mark) in marks.iter().enumerate() {
            match open {
                None if mark.opens && (mark.family != Family::Single || closers[at] || mark.span.start == block.span.start) => {
                    open = Some(mark);
                }
                None if mark.closes && mark.family != Family::Single && at == 0 => scan.stray_close = Some(mark.span),
                Some(opener) if opener.family == mark.family && mark.closes && !(mark.plural && closers[at]) => {
                    quote(opener, mark.span, true);
                    open = None;
                }
                Some(opener) if opener.family == mark.family && mark.opens && mark.family != Family::Single => {
                    quote(opener, mark.span, false);
                    open = Some(mark);
                }
                _ => {}
            }
        }
        if let Some(opener) = open {
            quote(opener, Span::new(block.span.end.max(opener.span.end), block.span.end.max(opener.span.end)), false);
        }
        scan
    }
}

/// For each mark: does a single closing mark come after it, before the next single opening one?
fn single_closers(marks: &[Mark]) -> Vec<bool> {
    let mut ahead = false;
    let mut closers: Vec<bool> = marks
        .iter()
        .rev()
        .map(|mark| {
            let after = ahead;
            if mark.family == Family::Single {
                ahead = mark.closes || (ahead && !mark.opens);
            }
            after
        })
        .collect();
    closers.reverse();
    closers
}

fn marks_of(text: &str, block: Span) -> Vec<Mark> {
    let words = block.of(text);
    let mut marks = Vec::new();
    let mut before: Option<char> = None;
    let mut chars = words.char_indices().peekable();
    while let Some((at, this)) = chars.next() {
        let mut end = at + this.len_utf8();
        let doubled = matches!(this, '`' | '\'') && chars.peek().is_some_and(|&(_, next)| next == this);
        if doubled {
            chars.next();
            end += 1;
        }
        let mut rest = words[end..].chars();
        let near = Neighbours { before, after: rest.next(), second: rest.next() };
        if let Some((family, opens, closes)) = near.role_of(this, doubled) {
            let plural = near.is_plural_apostrophe();
            marks.push(Mark { span: Span::new(block.start + at, block.start + end), family, opens, closes, plural });
        }
        before = Some(this);
    }
    marks
}

/// The characters around a mark.
struct Neighbours {
    before: Option<char>,
    after: Option<char>,
    second: Option<char>,
}

impl Neighbours {
    /// Family of the mark, whether it can open, whether it can close; none if it is no mark here.
    fn role_of(&self, mark: char, doubled: bool) -> Option<(Family, bool, bool)> {
        let spaced = self.before.is_none_or(|c| !c.is_alphanumeric() && !",.!?…’”\"'»%)]".contains(c));
        let wordy = self.after.is_some_and(|c| c.is_alphanumeric() || "[($€£#@…“‘\"'-—.".contains(c));
        let (opens, closes) = (spaced && wordy, !(spaced && wordy));
        match mark {
            '“' | '„' | '‟' => Some((Family::Double, wordy || spaced, closes)),
            '”' => Some((Family::Double, opens, closes)),
            '"' | '＂' => {
                let inches = self.before.is_some_and(|c| c.is_ascii_digit()) && self.after.is_some_and(char::is_alphanumeric);
                (!inches).then_some((Family::Double, spaced || wordy, closes))
            }
            '`' | '\'' if doubled => Some((Family::Double, mark == '`' || spaced, mark == '\'')),
            '«' | '»' => Some((Family::Guillemet, if mark == '«' { !closes || spaced } else { opens }, mark == '»' || closes)),
            '‘' | '‛' => Some((Family::Single, opens, false)),
            '\'' if opens && !self.after.is_some_and(|c| c.is_ascii_digit()) => Some((Family::Single, true, false)),
            '’' | '\'' => self.can_end_single().then_some((Family::Single, false, true)),
            _ => None,
        }
    }

    fn can_end_single(&self) -> bool {
        self.before.is_some_and(|c| !c.is_whitespace()) && !self.after.is_some_and(char::is_alphanumeric)
    }

    fn is_plural_apostrophe(&self) -> bool {
        self.before.is_some_and(|c| matches!(c, 's' | 'S' | 'n'))
            && self.after == Some(' ')
            && self.second.is_some_and(char::is_alphanumeric)
    }
}

fn trimmed(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let start = span.start + (words.len() - words.trim_start().len());
    Span::new(start, start + words.trim().len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::quotations::tests::article;

    fn quoted(paragraphs: &[&str]) -> Vec<String> {
        let article = article(paragraphs);
        find(&article).iter().map(|quoted| quoted.inner.of(&article.text).to_owned()).collect()
    }

    #[test]
    fn every_style_of_marks_is_read() {
        assert_eq!(quoted(&["“We won,” she said. “All of us.”"]), ["We won,", "All of us."]);
        assert_eq!(quoted(&["\"We won,\" she said. \"All of us.\""]), ["We won,", "All of us."]);
        assert_eq!(quoted(&["«We won», she said; „all of us“."]), ["We won", "all of us"]);
        assert_eq!(quoted(&["``We won,'' she said."]), ["We won,"]);
        assert_eq!(quoted(&["‘We won,’ she said. ‘All of us.’"]), ["We won,", "All of us."]);
        assert_eq!(quoted(&["'We won,' she said."]), ["We won,"]);
    }

    #[test]
    fn apostrophes_do_not_end_a_single_quoted_stretch() {
        assert_eq!(quoted(&["‘We don’t want the workers’ money,’ she said."]), ["We don’t want the workers’ money,"]);
        assert_eq!(quoted(&["The workers’ union didn’t strike in ’94."]), Vec::<String>::new());
        assert_eq!(quoted(&["He didn't say whose: the drivers' or the pilots'."]), Vec::<String>::new());
    }

    #[test]
    fn only_the_outermost_marks_count() {
        assert_eq!(quoted(&["“They told us ‘go home’ twice,” she said."]), ["They told us ‘go home’ twice,"]);
    }

    #[test]
    fn a_quotation_runs_over_paragraphs() {
        assert_eq!(quoted(&["“One.", "“Two.", "“Three,” she said."]), ["One.", "Two.", "Three,"]);
        assert_eq!(quoted(&["“One.", "Two.", "Three.”", "Four."]), ["One.", "Two.", "Three."]);
    }

    #[test]
    fn broken_marks_are_mended() {
        assert_eq!(quoted(&["He said: “It is over.", "Nothing more."]), ["It is over."]);
        assert_eq!(quoted(&["“It is over,“ he said."]), ["It is over,"]);
        assert_eq!(quoted(&["”It is over,” he said."]), ["It is over,"]);
    }
}
