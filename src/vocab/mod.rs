//! Every IRI that the program itself names: the vocabulary of the graph, checked against the ontology by a test.

pub mod dl;
pub mod schema;

use oxigraph::model::{NamedNode, NamedNodeRef};

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
