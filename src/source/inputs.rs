//! Everything a user can name as input, as one stream of articles: files, folders, patterns, pipes.

use super::jsonl::Lines;
use super::layout::Fields;
use super::stream::{self, Bytes, Kind};
use super::warc::Records;
use super::{Article, SourceError, decode, html, read_text};
use std::collections::VecDeque;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

/// How inputs are to be read.
#[derive(Debug, Clone, Default)]
pub struct InputOptions {
    /// Reads all inputs as of this kind; otherwise each is told by its content.
    pub kind: Option<Kind>,
    /// What lines of JSON call the parts of an article; where a list is empty the usual names count.
    pub fields: Fields,
}

/// The articles of all inputs, in order, read one by one in constant memory.
///
/// A folder gives its files in the order of their names, with those of its sub-folders; hidden ones are left out.
/// An input that cannot be read gives one error, and the next one follows.
pub struct Inputs {
    waiting: VecDeque<Input>,
    current: Option<Box<dyn Iterator<Item = Result<Article, SourceError>> + Send>>,
    options: InputOptions,
}

enum Input {
    Stdin,
    Path(PathBuf),
    Failed(SourceError),
}

impl Inputs {
    /// The inputs that arguments name: paths of files and folders, patterns such as `news/*.html`, or `-` for standard input.
    pub fn new(arguments: impl IntoIterator<Item: AsRef<Path>>, mut options: InputOptions) -> Self {
        options.fields = options.fields.or_usual();
        let waiting = arguments.into_iter().flat_map(|argument| expand(argument.as_ref())).collect();
        Self { waiting, current: None, options }
    }

    /// How many files and folders are known to follow.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.waiting.len()
    }

    /// Opens the next input.
    fn open(&mut self, input: Input) -> Result<(), SourceError> {
        match input {
            Input::Failed(error) => Err(error),
            Input::Stdin => self.start("standard input", "standard input", io::stdin()),
            Input::Path(path) if path.is_dir() => self.enter(&path),
            Input::Path(path) => {
                let name = path.display().to_string();
                let short = path.file_name().map_or_else(|| name.clone(), |file| file.to_string_lossy().into_owned());
                let file = File::open(&path).map_err(|source| SourceError::Unreadable { name: name.clone(), source })?;
                self.start(&name, &short, file)
            }
        }
    }

    /// Puts the content of a folder before what waits.
    fn enter(&mut self, folder: &Path) -> Result<(), SourceError> {
        let unreadable = |source| SourceError::Unreadable { name: folder.display().to_string(), source };
        let entries: io::Result<Vec<PathBuf>> = folder.read_dir().and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect());
        let mut paths = entries.map_err(unreadable)?;
        let hidden = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        // A link to a folder may lead back to where it stands.
        paths.retain(|path| !(hidden(path) || path.is_symlink() && path.is_dir()));
        paths.sort();
        for path in paths.into_iter().rev() {
            self.waiting.push_front(Input::Path(path));
        }
        Ok(())
    }

    /// Begins to read a stream. Errors call it `name`, articles `short`.
    fn start(&mut self, name: &str, short: &str, stream: impl io::Read + Send + 'static) -> Result<(), SourceError> {
        let (kind, stream) = stream::open(stream).map_err(|source| SourceError::Unreadable { name: name.to_owned(), source })?;
        self.current = Some(match self.options.kind.unwrap_or(kind) {
            Kind::Jsonl => Box::new(Lines::new(name.to_owned(), self.options.fields.clone(), stream)),
            Kind::Warc => Box::new(Records::new(name.to_owned(), stream)),
            kind => Box::new(std::iter::once(single(name, short, kind, stream))),
        });
        Ok(())
    }
}

/// The one article of a stream.
fn single(name: &str, short: &str, kind: Kind, stream: Bytes) -> Result<Article, SourceError> {
    let text = decode::decode(name, stream::read_limited(name, stream, stream::LARGEST)?)?;
    let mut article = if kind == Kind::Html { html::read_html(name, &text)? } else { read_text(name, text) };
    short.clone_into(&mut article.source);
    Ok(article)
}

/// The inputs that one argument names.
fn expand(argument: &Path) -> Vec<Input> {
    if argument == Path::new("-") {
        return vec![Input::Stdin];
    }
    let Some(pattern) = argument.to_str().filter(|name| name.contains(['*', '?', '[']) && !argument.exists()) else {
        return vec![Input::Path(argument.to_owned())];
    };
    let paths = match glob::glob(pattern) {
        Ok(paths) => paths,
        Err(source) => return vec![Input::Failed(SourceError::Pattern { pattern: pattern.to_owned(), source })],
    };
    let input = |path: glob::GlobResult| {
        path.map_or_else(
            |error| Input::Failed(SourceError::Unreadable { name: error.path().display().to_string(), source: error.into() }),
            Input::Path,
        )
    };
    let found: Vec<Input> = paths.map(input).collect();
    // A pattern without a match is read as a path, and fails as one.
    if found.is_empty() { vec![Input::Path(argument.to_owned())] } else { found }
}

impl Iterator for Inputs {
    type Item = Result<Article, SourceError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(found) = self.current.as_mut().and_then(Iterator::next) {
                return Some(found);
            }
            self.current = None;
            let input = self.waiting.pop_front()?;
            if let Err(error) = self.open(input) {
                return Some(Err(error));
            }
        }
    }
}
