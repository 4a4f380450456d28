//! The way of an article through the stages, with everything loaded that they need.

use crate::authority::{AddedError, Authority, RecordError};
use crate::extract::lexicon::LexiconError;
use crate::extract::{Lexicons, extract};
use crate::graph::{self, Settings};
use crate::language::{Language, ModelError};
use crate::resolve::{Reading, resolve};
use crate::source::Article;
use oxigraph::model::Quad;
use std::path::Path;

/// The loaded language model, lexicons and authority. Reading an article changes nothing in it.
#[derive(Debug)]
pub struct Pipeline {
    language: Language,
    lexicons: Lexicons,
    authority: Authority,
}

/// Why the program cannot load what it was built with.
#[derive(Debug, thiserror::Error)]
pub enum PipelineError {
    /// The language model.
    #[error("the language model that this program was built with is unusable: build it again")]
    Model(#[from] ModelError),
    /// A lexicon.
    #[error("a lexicon that this program was built with is malformed: correct it and build again")]
    Lexicon(#[from] LexiconError),
    /// The authority.
    #[error("the authority that this program was built with is malformed: correct it and build again")]
    Authority(#[from] RecordError),
}

impl Pipeline {
    /// Loads what is built into the program.
    ///
    /// # Errors
    /// If a part of it is malformed.
    pub fn load() -> Result<Self, PipelineError> {
        Ok(Self { language: Language::load()?, lexicons: Lexicons::embedded()?, authority: Authority::embedded()? })
    }

    /// Links also into the authorities that were added to a folder.
    ///
    /// # Errors
    /// If one of them cannot be read.
    pub fn with_added(self, folder: &Path) -> Result<Self, AddedError> {
        Ok(Self { authority: self.authority.with_added(folder)?, ..self })
    }

    /// Why an added authority could not be read, if one could not while articles were read: they were linked without it.
    #[must_use]
    pub fn failure(&self) -> Option<&AddedError> {
        self.authority.failure()
    }

    /// What an article says.
    #[must_use]
    pub fn read<'a>(&self, article: &'a Article) -> Reading<'a> {
        let document = self.language.analyse(article);
        let (mentions, claims) = extract(&document, &self.lexicons);
        resolve(&document, &mentions, claims, &self.authority, &self.lexicons)
    }

    /// What an article says, as quads in their one order.
    #[must_use]
    pub fn quads(&self, article: &Article, settings: &Settings) -> Vec<Quad> {
        graph::quads(&self.read(article), settings)
    }
}
