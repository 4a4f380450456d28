//! From an article's quads back to what other articles may bear on: the facts that are compared.

use super::Base;
use super::identity::as_read;
use crate::authority::fold;
use crate::collate::{EventFact, Facts, FigureFact, PersonFact, QuoteFact, RoleFact};
use crate::vocab::{dl, itsrdf, org, prov, rdf, rdfs, schema, sem, skos};
use oxigraph::model::{Literal, NamedNode, NamedNodeRef, NamedOrBlankNode, Quad, Term};
use smol_str::SmolStr;
use std::collections::BTreeMap;
use time::{Date, Month};

/// The classes of entities beside people.
const ENTITIES: [NamedNodeRef<'static>; 4] = [schema::ORGANIZATION, schema::PLACE, dl::NAMED_EVENT, schema::CREATIVE_WORK];

/// What an article says, from all quads of its graph, which stand in the order of [`super::compare`].
#[must_use]
pub fn facts(article: &NamedNode, quads: &[Quad], base: &Base) -> Facts {
    let page = Page { article, base, originals: as_read(quads, base) };
    let mut facts = Facts { article: page.short(article.as_str()), ..Facts::default() };
    let mut mentions: BTreeMap<SmolStr, (usize, SmolStr)> = BTreeMap::new();
    for node in quads.chunk_by(|a, b| a.subject == b.subject).filter_map(Node::new) {
        if node.iri == article.as_str() {
            facts.published = node.literal(schema::DATE_PUBLISHED).and_then(days).map(|(day, _)| day);
        } else if node.is(schema::PERSON) {
            facts.people.push(page.person(&node));
        } else if ENTITIES.iter().any(|class| node.is(*class)) {
            facts.others.push(page.entity(node.iri));
            facts.countries.extend(node.is(schema::COUNTRY).then(|| page.entity(node.iri)));
        } else if node.is(org::MEMBERSHIP) {
            facts.roles.extend(page.role(&node));
        } else if node.has(dl::MODALITY) {
            facts.events.extend(page.event(&node));
        } else if node.is(dl::CLAIM) {
            facts.figures.extend(page.figure(&node));
        } else if node.is(schema::QUOTATION) {
            facts.quotes.extend(page.quote(&node));
        } else if node.iris(dl::MENTION_KIND).any(|kind| kind == dl::NAME.as_str()) {
            page.mention(&node, &mut mentions);
        }
    }
    for person in &mut facts.people {
        person.mention = mentions.get(&person.person).map(|(_, phrase)| phrase.clone());
    }
    facts.people.sort_by(|a, b| a.person.cmp(&b.person));
    facts.others.sort_unstable();
    facts.countries.sort_unstable();
    facts
}

/// All that a graph says of one node.
struct Node<'q> {
    iri: &'q str,
    quads: &'q [Quad],
}

impl<'q> Node<'q> {
    fn new(quads: &'q [Quad]) -> Option<Self> {
        match &quads.first()?.subject {
            NamedOrBlankNode::NamedNode(node) => Some(Self { iri: node.as_str(), quads }),
            NamedOrBlankNode::BlankNode(_) => None,
        }
    }

    fn objects(&self, predicate: NamedNodeRef<'_>) -> impl Iterator<Item = &'q Term> {
        self.quads.iter().filter(move |quad| quad.predicate == predicate).map(|quad| &quad.object)
    }

    fn iris(&self, predicate: NamedNodeRef<'_>) -> impl Iterator<Item = &'q str> {
        self.objects(predicate).filter_map(|term| if let Term::NamedNode(node) = term { Some(node.as_str()) } else { None })
    }

    fn iri(&self, predicate: NamedNodeRef<'_>) -> Option<&'q str> {
        self.iris(predicate).next()
    }

    fn literal(&self, predicate: NamedNodeRef<'_>) -> Option<&'q Literal> {
        self.objects(predicate).find_map(|term| if let Term::Literal(literal) = term { Some(literal) } else { None })
    }

    fn text(&self, predicate: NamedNodeRef<'_>) -> Option<&'q str> {
        self.literal(predicate).map(Literal::value)
    }

    fn is(&self, class: NamedNodeRef<'_>) -> bool {
        self.iris(rdf::TYPE).any(|found| found == class.as_str())
    }

    fn has(&self, predicate: NamedNodeRef<'_>) -> bool {
        self.objects(predicate).next().is_some()
    }

    fn confidence(&self) -> f32 {
        self.text(dl::CONFIDENCE).and_then(|value| value.parse().ok()).unwrap_or_default()
    }
}

/// The article whose graph is read.
struct Page<'a> {
    article: &'a NamedNode,
    base: &'a Base,
    originals: BTreeMap<String, String>,
}

impl Page<'_> {
    fn short(&self, iri: &str) -> SmolStr {
        self.base.relative(iri).into()
    }

    /// An entity as the article alone was read.
    fn entity(&self, iri: &str) -> SmolStr {
        let short = self.short(iri);
        self.originals.get(short.as_str()).map_or(short, SmolStr::new)
    }

    /// A claim or phrase of the article, without the article.
    fn fragment(&self, iri: &str) -> SmolStr {
        iri.strip_prefix(self.article.as_str()).and_then(|rest| rest.strip_prefix('#')).unwrap_or(iri).into()
    }

    fn evidence(&self, node: &Node<'_>) -> SmolStr {
        node.iri(dl::EVIDENCE).map(|phrase| self.fragment(phrase)).unwrap_or_default()
    }

    fn mention(&self, node: &Node<'_>, mentions: &mut BTreeMap<SmolStr, (usize, SmolStr)>) {
        let phrase = self.fragment(node.iri);
        let begin = phrase.strip_prefix("char=").and_then(|offsets| offsets.split(',').next()?.parse().ok());
        for (entity, begin) in node.iris(itsrdf::TA_IDENT_REF).map(|iri| self.entity(iri)).zip(begin) {
            let first = mentions.entry(entity).or_insert((begin, phrase.clone()));
            if begin < first.0 {
                *first = (begin, phrase.clone());
            }
        }
    }

    fn person(&self, node: &Node<'_>) -> PersonFact {
        let names = node.objects(rdfs::LABEL).chain(node.objects(skos::ALT_LABEL));
        let name = |term: &Term| if let Term::Literal(name) = term { Some(SmolStr::new(name.value())) } else { None };
        let links = node.iris(skos::EXACT_MATCH).map(SmolStr::new).collect();
        PersonFact { person: self.entity(node.iri), names: names.filter_map(name).collect(), links, mention: None }
    }

    fn role(&self, node: &Node<'_>) -> Option<RoleFact> {
        let title = self.short(node.iri(org::ROLE)?);
        Some(RoleFact {
            claim: self.fragment(node.iri),
            person: self.entity(node.iri(org::MEMBER)?),
            title: title.strip_prefix("role/").map_or_else(|| title.clone(), SmolStr::new),
            of: node.iri(org::ORGANIZATION).map(|of| self.entity(of)),
            is_former: node.iri(dl::ROLE_STATUS) == Some(dl::FORMER.as_str()),
            confidence: node.confidence(),
            evidence: self.evidence(node),
        })
    }

    fn event(&self, node: &Node<'_>) -> Option<EventFact> {
        let own = |iri: &str| iri.strip_prefix(dl::NAMESPACE).map(SmolStr::new);
        let mut actors: Vec<SmolStr> = node.iris(sem::HAS_ACTOR).map(|actor| self.entity(actor)).collect();
        actors.sort_unstable();
        let stamp = |predicate| node.literal(predicate).and_then(days);
        let interval = || Some((stamp(sem::HAS_BEGIN_TIME_STAMP)?.0, stamp(sem::HAS_END_TIME_STAMP)?.1));
        Some(EventFact {
            claim: self.fragment(node.iri),
            class: node.iris(rdf::TYPE).find_map(own)?,
            modality: node.iri(dl::MODALITY).and_then(own)?,
            actors,
            place: node.iri(sem::HAS_PLACE).map(|place| self.entity(place)),
            days: stamp(sem::HAS_TIME_STAMP).or_else(interval),
            confidence: node.confidence(),
            evidence: self.evidence(node),
        })
    }

    /// A number; none for other claims.
    fn figure(&self, node: &Node<'_>) -> Option<FigureFact> {
        Some(FigureFact {
            claim: self.fragment(node.iri),
            event: node.iri(rdf::SUBJECT).map(|event| self.fragment(event)),
            measure: node.iri(rdf::PREDICATE)?.strip_prefix(dl::NAMESPACE)?.into(),
            value: node.literal(rdf::OBJECT)?.value().parse().ok()?,
            qualifier: node.text(dl::QUALIFIER).map(SmolStr::new),
            unit: node.text(dl::UNIT).map(SmolStr::new),
            confidence: node.confidence(),
            evidence: self.evidence(node),
        })
    }

    /// Words in quotation marks with a known speaker.
    fn quote(&self, node: &Node<'_>) -> Option<QuoteFact> {
        if node.iri(dl::QUOTE_KIND) == Some(dl::INDIRECT.as_str()) || !node.has(prov::WAS_DERIVED_FROM) {
            return None;
        }
        Some(QuoteFact {
            claim: self.fragment(node.iri),
            speaker: self.entity(node.iri(schema::CREATOR)?),
            words: fold(node.text(schema::TEXT)?),
            confidence: node.confidence(),
            evidence: self.evidence(node),
        })
    }
}

/// First and last day of a date, month or year, from 1970-01-01.
fn days(literal: &Literal) -> Option<(i32, i32)> {
    let mut parts = literal.value().splitn(3, '-');
    let year: i32 = parts.next()?.parse().ok()?;
    let month: Option<Month> = parts.next().and_then(|month| month.parse::<u8>().ok()?.try_into().ok());
    let day: Option<u8> = parts.next().and_then(|day| day.get(..2)?.parse().ok());
    let number = |month: Month, day: u8| Some(Date::from_calendar_date(year, month, day).ok()?.to_julian_day() - EPOCH);
    match (month, day) {
        (Some(month), Some(day)) => number(month, day).map(|day| (day, day)),
        (Some(month), None) => Some((number(month, 1)?, number(month, month.length(year))?)),
        _ => Some((number(Month::January, 1)?, number(Month::December, 31)?)),
    }
}

/// The Julian day of 1970-01-01.
const EPOCH: i32 = 2_440_588;
