//! The project's own terms.

use super::{NamedNodeRef, term};

/// Where they live.
pub const NAMESPACE: &str = "https://w3id.org/dateline#";
/// A relation or number that somebody's words state.
pub const CLAIM: NamedNodeRef<'static> = term("https://w3id.org/dateline#Claim");
/// An event with a proper name.
pub const NAMED_EVENT: NamedNodeRef<'static> = term("https://w3id.org/dateline#NamedEvent");
/// File name or URL of an article as the user gave it.
pub const SOURCE_FILE: NamedNodeRef<'static> = term("https://w3id.org/dateline#sourceFile");
/// SHA-256 of an article's text.
pub const CONTENT_HASH: NamedNodeRef<'static> = term("https://w3id.org/dateline#contentHash");
/// From an article to its text.
pub const CONTEXT: NamedNodeRef<'static> = term("https://w3id.org/dateline#context");
/// By what a mention refers.
pub const MENTION_KIND: NamedNodeRef<'static> = term("https://w3id.org/dateline#mentionKind");
/// A mention by a proper name.
pub const NAME: NamedNodeRef<'static> = term("https://w3id.org/dateline#name");
/// A mention by a pronoun.
pub const PRONOUN: NamedNodeRef<'static> = term("https://w3id.org/dateline#pronoun");
/// A mention by a description.
pub const DESCRIPTION: NamedNodeRef<'static> = term("https://w3id.org/dateline#description");
/// Whether a role is still held.
pub const ROLE_STATUS: NamedNodeRef<'static> = term("https://w3id.org/dateline#roleStatus");
/// A role that is held.
pub const CURRENT: NamedNodeRef<'static> = term("https://w3id.org/dateline#current");
/// A role that is no longer held.
pub const FORMER: NamedNodeRef<'static> = term("https://w3id.org/dateline#former");
/// A relation in the text's words.
pub const DETAIL: NamedNodeRef<'static> = term("https://w3id.org/dateline#detail");
/// One who takes part in an event on equal terms.
pub const PARTICIPANT: NamedNodeRef<'static> = term("https://w3id.org/dateline#participant");
/// One who does something in an event.
pub const AGENT: NamedNodeRef<'static> = term("https://w3id.org/dateline#agent");
/// One to whom something is done in an event.
pub const TARGET: NamedNodeRef<'static> = term("https://w3id.org/dateline#target");
/// Whether an event happened.
pub const MODALITY: NamedNodeRef<'static> = term("https://w3id.org/dateline#modality");
/// Told as fact.
pub const ACTUAL: NamedNodeRef<'static> = term("https://w3id.org/dateline#actual");
/// Announced or scheduled.
pub const PLANNED: NamedNodeRef<'static> = term("https://w3id.org/dateline#planned");
/// Possible or conditional.
pub const HYPOTHETICAL: NamedNodeRef<'static> = term("https://w3id.org/dateline#hypothetical");
/// Said not to happen.
pub const DENIED: NamedNodeRef<'static> = term("https://w3id.org/dateline#denied");
/// Asserted by one side only.
pub const CLAIMED: NamedNodeRef<'static> = term("https://w3id.org/dateline#claimed");
/// A time that the text blurs.
pub const EDTF: NamedNodeRef<'static> = term("https://w3id.org/dateline#edtf");
/// The word that tells of an event.
pub const TRIGGER: NamedNodeRef<'static> = term("https://w3id.org/dateline#trigger");
/// How words are quoted.
pub const QUOTE_KIND: NamedNodeRef<'static> = term("https://w3id.org/dateline#quoteKind");
/// A whole clause or more in quotation marks.
pub const DIRECT: NamedNodeRef<'static> = term("https://w3id.org/dateline#direct");
/// A few words in quotation marks.
pub const FRAGMENT: NamedNodeRef<'static> = term("https://w3id.org/dateline#fragment");
/// Reported without quotation marks.
pub const INDIRECT: NamedNodeRef<'static> = term("https://w3id.org/dateline#indirect");
/// The reporting verb of a quotation.
pub const CUE: NamedNodeRef<'static> = term("https://w3id.org/dateline#cue");
/// To whom words were said.
pub const ADDRESSEE: NamedNodeRef<'static> = term("https://w3id.org/dateline#addressee");
/// Through which agency, platform or audience words came.
pub const VIA: NamedNodeRef<'static> = term("https://w3id.org/dateline#via");
/// The text's words for a speaker it does not name.
pub const UNNAMED_SOURCE: NamedNodeRef<'static> = term("https://w3id.org/dateline#unnamedSource");
/// How a number is hedged.
pub const QUALIFIER: NamedNodeRef<'static> = term("https://w3id.org/dateline#qualifier");
/// What a number counts.
pub const UNIT: NamedNodeRef<'static> = term("https://w3id.org/dateline#unit");
/// The words that a claim was read from.
pub const EVIDENCE: NamedNodeRef<'static> = term("https://w3id.org/dateline#evidence");
/// From whom an article means to what it alone was read as.
pub const READ_AS: NamedNodeRef<'static> = term("https://w3id.org/dateline#readAs");
/// Between the events of two articles that are one.
pub const SAME_EVENT_AS: NamedNodeRef<'static> = term("https://w3id.org/dateline#sameEventAs");
/// Between claims that cannot both hold.
pub const DISAGREES_WITH: NamedNodeRef<'static> = term("https://w3id.org/dateline#disagreesWith");
/// What somebody decided by hand about who is who.
pub const DECISION: NamedNodeRef<'static> = term("https://w3id.org/dateline#Decision");
/// Why something follows, in words.
pub const REASON: NamedNodeRef<'static> = term("https://w3id.org/dateline#reason");
/// How sure a link is, 0 to 1.
pub const LINK_CONFIDENCE: NamedNodeRef<'static> = term("https://w3id.org/dateline#linkConfidence");
/// ISO 3166 code of a place.
pub const ISO_CODE: NamedNodeRef<'static> = term("https://w3id.org/dateline#isoCode");
/// A link of an entity into another data set, as a statement.
pub const LINK: NamedNodeRef<'static> = term("https://w3id.org/dateline#Link");
/// What the register of offices says to a role.
pub const ROLE_CHECK: NamedNodeRef<'static> = term("https://w3id.org/dateline#RoleCheck");
/// From a check to the role.
pub const CHECKS: NamedNodeRef<'static> = term("https://w3id.org/dateline#checks");
/// What a check found.
pub const VERDICT: NamedNodeRef<'static> = term("https://w3id.org/dateline#verdict");
/// The register agrees.
pub const CONSISTENT: NamedNodeRef<'static> = term("https://w3id.org/dateline#consistent");
/// The register says otherwise.
pub const CONTRADICTED: NamedNodeRef<'static> = term("https://w3id.org/dateline#contradicted");
/// The register knows nothing of it.
pub const NO_RECORD: NamedNodeRef<'static> = term("https://w3id.org/dateline#noRecord");
/// The register is too old to say.
pub const STALE: NamedNodeRef<'static> = term("https://w3id.org/dateline#stale");
/// The row of the register that a check rests on.
pub const REGISTER_ROW: NamedNodeRef<'static> = term("https://w3id.org/dateline#registerRow");
/// Who holds the office according to that row.
pub const HOLDER: NamedNodeRef<'static> = term("https://w3id.org/dateline#holder");
/// How sure the reading is, 0 to 1.
pub const CONFIDENCE: NamedNodeRef<'static> = term("https://w3id.org/dateline#confidence");
