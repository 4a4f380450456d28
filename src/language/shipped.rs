//! The files of the trained layers, as they are built into the program.

use super::model::Embedded;
use std::borrow::Cow;

/// A layer's file.
#[derive(Debug, Clone, Copy)]
pub struct Shipped(&'static Embedded<[u8]>);

impl Shipped {
    /// Word clusters.
    pub const CLUSTERS: Self = Self(&Embedded(*include_bytes!("../../models/clusters.dlm")));
    /// Kinds of words.
    pub const KINDS: Self = Self(&Embedded(*include_bytes!("../../models/kinds.dlm")));
    /// Sentence ends.
    pub const SENTENCES: Self = Self(&Embedded(*include_bytes!("../../models/sentences.dlm")));
    /// Parts of speech.
    pub const TAGS: Self = Self(&Embedded(*include_bytes!("../../models/tags.dlm")));
    /// Lemmas.
    pub const LEMMAS: Self = Self(&Embedded(*include_bytes!("../../models/lemmas.dlm")));
    /// Dependencies.
    pub const SYNTAX: Self = Self(&Embedded(*include_bytes!("../../models/syntax.dlm")));
    /// Names.
    pub const NAMES: Self = Self(&Embedded(*include_bytes!("../../models/names.dlm")));
    /// Events.
    pub const EVENTS: Self = Self(&Embedded(*include_bytes!("../../models/events.dlm")));

    /// Its bytes, in place.
    #[must_use]
    pub fn bytes(self) -> Cow<'static, [u8]> {
        Cow::Borrowed(&self.0.0)
    }
}
