//! Every IRI that the program itself names: the vocabulary of the graph, checked against the ontology by a test.

use oxigraph::model::{NamedNode, NamedNodeRef};

/// The project's own terms.
pub mod dl {
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
}

/// schema.org, in the http form.
pub mod schema {
    use super::{NamedNodeRef, term};

    /// Where it lives.
    pub const NAMESPACE: &str = "http://schema.org/";
    /// An article.
    pub const NEWS_ARTICLE: NamedNodeRef<'static> = term("http://schema.org/NewsArticle");
    /// A human being.
    pub const PERSON: NamedNodeRef<'static> = term("http://schema.org/Person");
    /// A state or dependent territory.
    pub const COUNTRY: NamedNodeRef<'static> = term("http://schema.org/Country");
    /// Degrees north.
    pub const LATITUDE: NamedNodeRef<'static> = term("http://schema.org/latitude");
    /// Degrees east.
    pub const LONGITUDE: NamedNodeRef<'static> = term("http://schema.org/longitude");
    /// A company, body, party, medium.
    pub const ORGANIZATION: NamedNodeRef<'static> = term("http://schema.org/Organization");
    /// A country, city, region, facility.
    pub const PLACE: NamedNodeRef<'static> = term("http://schema.org/Place");
    /// A document, plan, law, product.
    pub const CREATIVE_WORK: NamedNodeRef<'static> = term("http://schema.org/CreativeWork");
    /// Somebody's words.
    pub const QUOTATION: NamedNodeRef<'static> = term("http://schema.org/Quotation");
    /// Headline.
    pub const HEADLINE: NamedNodeRef<'static> = term("http://schema.org/headline");
    /// Day of publication.
    pub const DATE_PUBLISHED: NamedNodeRef<'static> = term("http://schema.org/datePublished");
    /// Author.
    pub const AUTHOR: NamedNodeRef<'static> = term("http://schema.org/author");
    /// Publisher.
    pub const PUBLISHER: NamedNodeRef<'static> = term("http://schema.org/publisher");
    /// Canonical URL.
    pub const URL: NamedNodeRef<'static> = term("http://schema.org/url");
    /// Language.
    pub const IN_LANGUAGE: NamedNodeRef<'static> = term("http://schema.org/inLanguage");
    /// The words of a quotation.
    pub const TEXT: NamedNodeRef<'static> = term("http://schema.org/text");
    /// The speaker of a quotation.
    pub const CREATOR: NamedNodeRef<'static> = term("http://schema.org/creator");
    /// Kinship.
    pub const RELATED_TO: NamedNodeRef<'static> = term("http://schema.org/relatedTo");
    /// Acquaintance.
    pub const KNOWS: NamedNodeRef<'static> = term("http://schema.org/knows");
    /// Membership.
    pub const MEMBER_OF: NamedNodeRef<'static> = term("http://schema.org/memberOf");
    /// A place inside another.
    pub const CONTAINED_IN_PLACE: NamedNodeRef<'static> = term("http://schema.org/containedInPlace");
    /// An organization inside another.
    pub const PARENT_ORGANIZATION: NamedNodeRef<'static> = term("http://schema.org/parentOrganization");
    /// Where something is.
    pub const LOCATION: NamedNodeRef<'static> = term("http://schema.org/location");
    /// Possession.
    pub const OWNS: NamedNodeRef<'static> = term("http://schema.org/owns");
    /// Employment.
    pub const EMPLOYEE: NamedNodeRef<'static> = term("http://schema.org/employee");
    /// Education.
    pub const ALUMNI_OF: NamedNodeRef<'static> = term("http://schema.org/alumniOf");
}

/// The organization ontology.
pub mod org {
    use super::{NamedNodeRef, term};

    /// Where it lives.
    pub const NAMESPACE: &str = "http://www.w3.org/ns/org#";
    /// Somebody in some role.
    pub const MEMBERSHIP: NamedNodeRef<'static> = term("http://www.w3.org/ns/org#Membership");
    /// A post, function or title.
    pub const ROLE_CLASS: NamedNodeRef<'static> = term("http://www.w3.org/ns/org#Role");
    /// Who holds a role.
    pub const MEMBER: NamedNodeRef<'static> = term("http://www.w3.org/ns/org#member");
    /// Which role is held.
    pub const ROLE: NamedNodeRef<'static> = term("http://www.w3.org/ns/org#role");
    /// What a role is of.
    pub const ORGANIZATION: NamedNodeRef<'static> = term("http://www.w3.org/ns/org#organization");
}

/// The simple event model.
pub mod sem {
    use super::{NamedNodeRef, term};

    /// Where it lives.
    pub const NAMESPACE: &str = "http://semanticweb.cs.vu.nl/2009/11/sem/";
    /// Something that happens.
    pub const EVENT: NamedNodeRef<'static> = term("http://semanticweb.cs.vu.nl/2009/11/sem/Event");
    /// Anyone who takes part.
    pub const HAS_ACTOR: NamedNodeRef<'static> = term("http://semanticweb.cs.vu.nl/2009/11/sem/hasActor");
    /// Where.
    pub const HAS_PLACE: NamedNodeRef<'static> = term("http://semanticweb.cs.vu.nl/2009/11/sem/hasPlace");
    /// When, as one point.
    pub const HAS_TIME_STAMP: NamedNodeRef<'static> = term("http://semanticweb.cs.vu.nl/2009/11/sem/hasTimeStamp");
    /// When it began.
    pub const HAS_BEGIN_TIME_STAMP: NamedNodeRef<'static> = term("http://semanticweb.cs.vu.nl/2009/11/sem/hasBeginTimeStamp");
    /// When it ended.
    pub const HAS_END_TIME_STAMP: NamedNodeRef<'static> = term("http://semanticweb.cs.vu.nl/2009/11/sem/hasEndTimeStamp");
}

/// The NLP interchange format: text and stretches of it.
pub mod nif {
    use super::{NamedNodeRef, term};

    /// Where it lives.
    pub const NAMESPACE: &str = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#";
    /// A whole text.
    pub const CONTEXT: NamedNodeRef<'static> = term("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#Context");
    /// A stretch of a text.
    pub const PHRASE: NamedNodeRef<'static> = term("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#Phrase");
    /// The characters of a text.
    pub const IS_STRING: NamedNodeRef<'static> = term("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#isString");
    /// The characters of a stretch.
    pub const ANCHOR_OF: NamedNodeRef<'static> = term("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#anchorOf");
    /// First code point of a stretch.
    pub const BEGIN_INDEX: NamedNodeRef<'static> = term("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#beginIndex");
    /// One past the last code point of a stretch.
    pub const END_INDEX: NamedNodeRef<'static> = term("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#endIndex");
    /// From a stretch to its text.
    pub const REFERENCE_CONTEXT: NamedNodeRef<'static> =
        term("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#referenceContext");
}

/// The internationalization tag set: what a stretch of text refers to.
pub mod itsrdf {
    use super::{NamedNodeRef, term};

    /// Where it lives.
    pub const NAMESPACE: &str = "http://www.w3.org/2005/11/its/rdf#";
    /// From a mention to the entity.
    pub const TA_IDENT_REF: NamedNodeRef<'static> = term("http://www.w3.org/2005/11/its/rdf#taIdentRef");
}

/// Provenance.
pub mod prov {
    use super::{NamedNodeRef, term};

    /// Where it lives.
    pub const NAMESPACE: &str = "http://www.w3.org/ns/prov#";
    /// From a claim to its article.
    pub const WAS_DERIVED_FROM: NamedNodeRef<'static> = term("http://www.w3.org/ns/prov#wasDerivedFrom");
    /// From a claim to the rule or model that read it.
    pub const WAS_GENERATED_BY: NamedNodeRef<'static> = term("http://www.w3.org/ns/prov#wasGeneratedBy");
}

/// Identity.
pub mod owl {
    use super::{NamedNodeRef, term};

    /// Two names of one thing.
    pub const SAME_AS: NamedNodeRef<'static> = term("http://www.w3.org/2002/07/owl#sameAs");
    /// Two things.
    pub const DIFFERENT_FROM: NamedNodeRef<'static> = term("http://www.w3.org/2002/07/owl#differentFrom");
}

/// Labels and links.
pub mod skos {
    use super::{NamedNodeRef, term};

    /// Where it lives.
    pub const NAMESPACE: &str = "http://www.w3.org/2004/02/skos/core#";
    /// The name of a role.
    pub const PREF_LABEL: NamedNodeRef<'static> = term("http://www.w3.org/2004/02/skos/core#prefLabel");
    /// Another name.
    pub const ALT_LABEL: NamedNodeRef<'static> = term("http://www.w3.org/2004/02/skos/core#altLabel");
    /// A row of an authority.
    pub const CONCEPT: NamedNodeRef<'static> = term("http://www.w3.org/2004/02/skos/core#Concept");
    /// An authority.
    pub const CONCEPT_SCHEME: NamedNodeRef<'static> = term("http://www.w3.org/2004/02/skos/core#ConceptScheme");
    /// From a row to its authority.
    pub const IN_SCHEME: NamedNodeRef<'static> = term("http://www.w3.org/2004/02/skos/core#inScheme");
    /// What a row is, in words.
    pub const DEFINITION: NamedNodeRef<'static> = term("http://www.w3.org/2004/02/skos/core#definition");
    /// Where a row comes from.
    pub const NOTE: NamedNodeRef<'static> = term("http://www.w3.org/2004/02/skos/core#note");
    /// A sure link into another data set.
    pub const EXACT_MATCH: NamedNodeRef<'static> = term("http://www.w3.org/2004/02/skos/core#exactMatch");
    /// A candidate for a link.
    pub const CLOSE_MATCH: NamedNodeRef<'static> = term("http://www.w3.org/2004/02/skos/core#closeMatch");
}

/// RDF itself.
pub mod rdf {
    use super::{NamedNodeRef, term};

    /// Where it lives.
    pub const NAMESPACE: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    /// Class membership.
    pub const TYPE: NamedNodeRef<'static> = term("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
    /// A triple spoken of.
    pub const STATEMENT: NamedNodeRef<'static> = term("http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement");
    /// Its subject.
    pub const SUBJECT: NamedNodeRef<'static> = term("http://www.w3.org/1999/02/22-rdf-syntax-ns#subject");
    /// Its predicate.
    pub const PREDICATE: NamedNodeRef<'static> = term("http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate");
    /// Its object.
    pub const OBJECT: NamedNodeRef<'static> = term("http://www.w3.org/1999/02/22-rdf-syntax-ns#object");
    /// The first member of a list.
    pub const FIRST: NamedNodeRef<'static> = term("http://www.w3.org/1999/02/22-rdf-syntax-ns#first");
    /// The rest of a list.
    pub const REST: NamedNodeRef<'static> = term("http://www.w3.org/1999/02/22-rdf-syntax-ns#rest");
}

/// SHACL, in which the shapes of the graph are written.
pub mod sh {
    use super::{NamedNodeRef, term};

    /// Where it lives.
    pub const NAMESPACE: &str = "http://www.w3.org/ns/shacl#";
    /// The kind of nodes that are IRIs.
    pub const IRI: NamedNodeRef<'static> = term("http://www.w3.org/ns/shacl#IRI");
    /// The kind of nodes that are literals.
    pub const LITERAL: NamedNodeRef<'static> = term("http://www.w3.org/ns/shacl#Literal");
    /// A property walked backwards.
    pub const INVERSE_PATH: NamedNodeRef<'static> = term("http://www.w3.org/ns/shacl#inversePath");
    /// How many values have a shape at least.
    pub const QUALIFIED_MIN_COUNT: NamedNodeRef<'static> = term("http://www.w3.org/ns/shacl#qualifiedMinCount");
    /// How many values have a shape at most.
    pub const QUALIFIED_MAX_COUNT: NamedNodeRef<'static> = term("http://www.w3.org/ns/shacl#qualifiedMaxCount");
}

/// RDF Schema.
pub mod rdfs {
    use super::{NamedNodeRef, term};

    /// Where it lives.
    pub const NAMESPACE: &str = "http://www.w3.org/2000/01/rdf-schema#";
    /// A name for people.
    pub const LABEL: NamedNodeRef<'static> = term("http://www.w3.org/2000/01/rdf-schema#label");
}

/// XML Schema datatypes.
pub mod xsd {
    use super::{NamedNodeRef, term};

    /// Where they live.
    pub const NAMESPACE: &str = "http://www.w3.org/2001/XMLSchema#";
    /// A day.
    pub const DATE: NamedNodeRef<'static> = term("http://www.w3.org/2001/XMLSchema#date");
    /// A month of a year.
    pub const G_YEAR_MONTH: NamedNodeRef<'static> = term("http://www.w3.org/2001/XMLSchema#gYearMonth");
    /// A year.
    pub const G_YEAR: NamedNodeRef<'static> = term("http://www.w3.org/2001/XMLSchema#gYear");
    /// A decimal number.
    pub const DECIMAL: NamedNodeRef<'static> = term("http://www.w3.org/2001/XMLSchema#decimal");
    /// Text.
    pub const STRING: NamedNodeRef<'static> = term("http://www.w3.org/2001/XMLSchema#string");
    /// A whole number.
    pub const INTEGER: NamedNodeRef<'static> = term("http://www.w3.org/2001/XMLSchema#integer");
}

/// The datatype of the Library of Congress for its Extended Date/Time Format.
pub mod edtf {
    use super::{NamedNodeRef, term};

    /// A date, interval, season or decade of any level of the format.
    pub const EDTF: NamedNodeRef<'static> = term("http://id.loc.gov/datatypes/edtf/EDTF");
}

/// The prefixes that every output declares, sorted.
pub const PREFIXES: [(&str, &str); 11] = [
    ("dl", dl::NAMESPACE),
    ("itsrdf", itsrdf::NAMESPACE),
    ("nif", nif::NAMESPACE),
    ("org", org::NAMESPACE),
    ("prov", prov::NAMESPACE),
    ("rdf", rdf::NAMESPACE),
    ("rdfs", rdfs::NAMESPACE),
    ("schema", schema::NAMESPACE),
    ("sem", sem::NAMESPACE),
    ("skos", skos::NAMESPACE),
    ("xsd", xsd::NAMESPACE),
];

/// A term of the project's own namespace, from the local name that a data file of `ontology/` gives.
#[must_use]
pub fn own(local: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("{}{local}", dl::NAMESPACE))
}

const fn term(iri: &'static str) -> NamedNodeRef<'static> {
    NamedNodeRef::new_unchecked(iri)
}
