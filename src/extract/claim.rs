//! Claims: what a text says of its mentions. `R` is what a claim refers by: a [`Referent`] before
//! resolution, an entity after it.

use super::{MentionId, When};
use crate::span::Span;
use smol_str::SmolStr;

/// What a claim refers to before resolution.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Referent {
    /// Something the text mentions.
    Mention(MentionId),
    /// A country that only an adjective names ("Ukrainian"): its name in the authority.
    Country(SmolStr),
    /// A party that only an adjective or a letter names ("Republican", "R-Wis."): its name in the lexicon.
    Party(SmolStr),
}

/// A statement with its evidence.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim<T> {
    /// What is said.
    pub what: T,
    /// The words it was read from.
    pub evidence: Span,
    /// The rule or model that read it, as a path: "role/title-before-name".
    pub rule: SmolStr,
    /// How sure, 0 to 1.
    pub confidence: f32,
}

/// A post, function or title that a person holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Role<R> {
    /// Who.
    pub person: R,
    /// The title without the country: "special envoy".
    pub title: String,
    /// The country, organization or person it is of.
    pub of: Option<R>,
    /// Whether it is still held.
    pub status: RoleStatus,
}

/// Whether a role is still held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RoleStatus {
    /// Held, or stated without tense.
    Current,
    /// No longer held.
    Former,
}

/// Something that happened, will happen, or is said to.
#[derive(Debug, Clone, PartialEq)]
pub struct Event<R> {
    /// What kind of event: the local name of its class in the ontology ("Meeting").
    pub class: SmolStr,
    /// The word that tells of it.
    pub trigger: Span,
    /// Those who take part on equal terms.
    pub participants: Vec<R>,
    /// Those who do it.
    pub agents: Vec<R>,
    /// Those it is done to.
    pub targets: Vec<R>,
    /// Where.
    pub place: Option<R>,
    /// When.
    pub time: Option<When>,
    /// Whether it happened.
    pub modality: Modality,
}

/// Whether an event happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Modality {
    /// Told as fact.
    Actual,
    /// Announced or scheduled.
    Planned,
    /// Possible, conditional, wished for.
    Hypothetical,
    /// Said not to have happened or not to happen.
    Denied,
    /// Asserted by one side only.
    Claimed,
}

/// Somebody's words.
#[derive(Debug, Clone, PartialEq)]
pub struct Quotation<R> {
    /// The words inside the marks, or the reported clause.
    pub text: Span,
    /// How it is quoted.
    pub kind: QuoteKind,
    /// Who said it.
    pub speaker: Option<Source<R>>,
    /// The reporting verb as it stands ("said").
    pub cue: Option<Span>,
    /// To whom.
    pub addressee: Option<Source<R>>,
    /// Through which agency, platform or audience ("Telegram", "reporters").
    pub via: Option<Source<R>>,
}

/// Whom words come from: an entity, or the words that stand for someone unnamed ("a Russian source").
#[derive(Debug, Clone, PartialEq)]
pub enum Source<R> {
    /// An entity.
    Known(R),
    /// Somebody the text does not name.
    Unnamed(Span),
}

/// How words are quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum QuoteKind {
    /// A whole clause or more, in quotation marks.
    Direct,
    /// A few words in quotation marks inside the reporter's sentence.
    Fragment,
    /// Reported without quotation marks.
    Indirect,
}

/// A relation between two entities.
#[derive(Debug, Clone, PartialEq)]
pub struct RelationClaim<R> {
    /// Subject.
    pub subject: R,
    /// Local name of the property in the ontology ("memberOf").
    pub predicate: SmolStr,
    /// Object.
    pub object: R,
    /// In the text's words: "son-in-law".
    pub detail: Option<String>,
}

/// A number that the text gives for an event.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// Index of the event among the document's event claims; none when it stands alone.
    pub event: Option<usize>,
    /// Local name of the property in the ontology ("killed").
    pub measure: SmolStr,
    /// The number, as a decimal without separators ("50000000000", "2.5").
    pub value: String,
    /// "at least", "about".
    pub qualifier: Option<String>,
    /// What is counted: "people", "USD", "percent".
    pub unit: Option<String>,
}

/// All that one document says, as claims on `R`.
#[derive(Debug, Clone, PartialEq)]
pub struct Claims<R> {
    /// Roles.
    pub roles: Vec<Claim<Role<R>>>,
    /// Relations.
    pub relations: Vec<Claim<RelationClaim<R>>>,
    /// Events, one each.
    pub events: Vec<Claim<Event<R>>>,
    /// Quotations.
    pub quotations: Vec<Claim<Quotation<R>>>,
    /// Numbers.
    pub quantities: Vec<Claim<Quantity>>,
}

impl<R> Default for Claims<R> {
    fn default() -> Self {
        Self { roles: Vec::new(), relations: Vec::new(), events: Vec::new(), quotations: Vec::new(), quantities: Vec::new() }
    }
}
