//! An article's page: its lines, and what each of them is to a reader.

use super::byline::{Byline, byline};
use super::layout::Layout;
use super::lines::{Line, Mark, cells, lines};
use super::outlet::owner;
use super::phrase::fold;
use super::shape::{LONGEST_LABEL, ends_sentence, is_address, is_heading, is_name, is_running};
use super::wrap::unwrap_lines;
use super::{Block, BlockKind, caption, tail, top};
use crate::span::Span;

/// A byline below the first sentence stands within so many lines.
const LATE: usize = 12;

/// The lines of a text with what they are, and what the edges of the page say.
#[derive(Debug)]
pub(super) struct Page<'a> {
    pub(super) text: &'a str,
    pub(super) layout: &'static Layout,
    pub(super) lines: Vec<Line>,
    /// One a line; none while it is not decided.
    pub(super) kinds: Vec<Option<BlockKind>>,
    pub(super) headline: Option<Span>,
    /// Bylines, those of the top first.
    pub(super) bylines: Vec<Byline>,
    /// What the headline's end, boxes and lines at the end of the page say of the publisher.
    pub(super) publishers: Vec<Span>,
    /// Lines above the article that are an outlet's name.
    pub(super) mastheads: Vec<Span>,
}

impl<'a> Page<'a> {
    /// Reads the layout of a text.
    pub(super) fn read(text: &'a str) -> Self {
        let layout = Layout::built_in();
        let lines = unwrap_lines(text, lines(text));
        let kinds = vec![None; lines.len()];
        let mut page =
            Self { text, layout, lines, kinds, headline: None, bylines: Vec::new(), publishers: Vec::new(), mastheads: Vec::new() };
        page.read_contents();
        top::read(&mut page);
        for index in 0..page.lines.len() {
            if page.kinds[index].is_none() {
                page.kinds[index] = Some(page.kind(index));
            }
        }
        tail::read(&mut page);
        page.keep_some_body();
        page
    }

    /// The words of a line; empty past the end.
    pub(super) fn words(&self, index: usize) -> &'a str {
        self.lines.get(index).map_or("", |line| line.span.of(self.text))
    }

    /// The folded words of a line; empty for lines too long to be a label.
    pub(super) fn folded(&self, index: usize) -> String {
        let words = self.words(index);
        if words.len() > LONGEST_LABEL { String::new() } else { fold(words) }
    }

    /// What a line is that stands in the midst of the article.
    fn kind(&mut self, index: usize) -> BlockKind {
        let line = self.lines[index];
        let words = self.words(index);
        match line.mark {
            Mark::Heading(_) => return BlockKind::Heading,
            Mark::Row => return BlockKind::TableCell,
            Mark::Rule => return BlockKind::Furniture,
            Mark::Number(number) if self.is_numbered_heading(index, number) => return BlockKind::Heading,
            Mark::Bullet | Mark::Number(_) if words.len() > LONGEST_LABEL => return BlockKind::ListItem,
            _ => {}
        }
        if self.is_furniture(index) {
            self.publishers.extend(owner(self.text, line.span, self.layout));
            return BlockKind::Furniture;
        }
        if caption::is_caption(words, self.layout) {
            return BlockKind::Caption;
        }
        if line.mark != Mark::None {
            return BlockKind::ListItem;
        }
        if let Some(found) = byline(self.text, line.span, self.layout)
            .filter(|found| found.sure && (!found.dates.is_empty() || self.is_late_byline(index, found)))
        {
            self.bylines.push(found);
            return BlockKind::Byline;
        }
        if is_heading(words) { BlockKind::Heading } else { BlockKind::Paragraph }
    }

    /// True for "By X" shortly below the first sentence, if nothing above names an author.
    fn is_late_byline(&self, index: usize, found: &Byline) -> bool {
        let unnamed = self.bylines.iter().all(|byline| byline.authors.is_empty());
        let whole = found.authors.iter().all(|name| is_name(name.of(self.text), self.layout));
        index < LATE && unnamed && whole && !found.authors.is_empty()
    }

    /// True for lines that are furniture wherever they stand.
    pub(super) fn is_furniture(&self, index: usize) -> bool {
        let words = self.words(index);
        words.len() <= LONGEST_LABEL && (self.layout.is_furniture(&fold(words)) || is_address(words))
    }

    /// "4. What comes next" with neither "3." before it nor "5." after it.
    fn is_numbered_heading(&self, index: usize, number: u32) -> bool {
        let neighbour = |at: Option<usize>, wanted: Option<u32>| {
            at.and_then(|at| self.lines.get(at)).is_some_and(|line| matches!(line.mark, Mark::Number(n) if Some(n) == wanted))
        };
        let words = self.words(index);
        is_heading(words)
            && !ends_sentence(words)
            && !neighbour(index.checked_sub(1), number.checked_sub(1))
            && !neighbour(index.checked_add(1), number.checked_add(1))
    }

    /// The lines of tables of contents.
    fn read_contents(&mut self) {
        let mut inside = false;
        for index in 0..self.lines.len() {
            if self.layout.heads_contents(&self.folded(index)) {
                inside = true;
            } else if inside {
                inside = matches!(self.lines[index].mark, Mark::Bullet | Mark::Number(_)) && !is_running(self.words(index))
                    || (self.lines[index].mark == Mark::None && self.repeats_below(index));
            }
            if inside {
                self.kinds[index] = Some(BlockKind::Furniture);
            }
        }
    }

    /// True for an unmarked entry of a table of contents: a heading, with another right below.
    fn repeats_below(&self, index: usize) -> bool {
        is_heading(self.words(index)) && self.lines.get(index + 1).is_some_and(|next| !next.apart && is_heading(next.span.of(self.text)))
    }

    /// Where nothing but labels was found, the labels are the article.
    fn keep_some_body(&mut self) {
        if self.kinds.iter().flatten().any(|kind| kind.is_body()) {
            return;
        }
        for index in 0..self.lines.len() {
            let spare = matches!(self.kinds[index], Some(BlockKind::Heading | BlockKind::Furniture))
                && self.lines[index].mark != Mark::Rule
                && !self.is_furniture(index);
            if spare || self.lines.len() == 1 {
                self.kinds[index] = Some(BlockKind::Paragraph);
            }
        }
        if self.lines.len() == 1 {
            self.headline = None;
        }
    }

    /// The blocks, in order.
    pub(super) fn blocks(&self) -> Vec<Block> {
        let mut blocks = Vec::with_capacity(self.lines.len());
        for (line, kind) in self.lines.iter().zip(&self.kinds) {
            let kind = kind.unwrap_or(BlockKind::Paragraph);
            if line.mark == Mark::Rule {
                continue;
            }
            if kind == BlockKind::TableCell {
                blocks.extend(cells(self.text, line.span).into_iter().map(|span| Block { span, kind }));
            } else {
                blocks.push(Block { span: line.span, kind });
            }
        }
        blocks
    }
}
