//! Asks a service for entities, batch by batch, and says which links follow.

use super::{Answer, Bar, Cache, CacheError, Manifest, Named, Question, sparql};
use crate::graph::ExternalLink;
use crate::reconciliation::{Class, Protocol};
use crate::remote::{Ask, Endpoint, RemoteError, query};
use oxigraph::model::NamedNode;
use std::collections::{BTreeMap, BTreeSet};

/// After so many batches in a row without an answer the service is left alone.
const PATIENCE: usize = 3;
/// No answer is longer.
const LONGEST: u64 = 64 << 20;

/// What is asked for help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Service {
    /// A reconciliation service.
    Reconciliation,
    /// A SPARQL endpoint.
    Sparql,
}

/// On which terms a service is asked and believed.
#[derive(Debug, Clone, Default)]
pub struct Terms {
    /// The service's own name for each class.
    pub classes: BTreeMap<Class, String>,
    /// How many candidates are wanted.
    pub limit: usize,
    /// How many questions a request has.
    pub batch: usize,
    /// What a sure link must have.
    pub bar: Bar,
    /// What the service's identifiers begin with; as the service says if none is given.
    pub prefix: Option<String>,
}

/// What asking led to.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The entities that were answered for, whatever the answer.
    pub answered: BTreeSet<NamedNode>,
    /// The links that follow.
    pub links: Vec<ExternalLink>,
    /// How many entities were asked for.
    pub asked: usize,
    /// Requests that this took.
    pub requests: usize,
    /// Candidates without a usable IRI.
    pub unusable: usize,
}

/// A run under way.
struct Run<'a> {
    endpoint: &'a Endpoint,
    service: Service,
    terms: &'a Terms,
    cache: &'a mut Cache,
    told: &'a mut dyn FnMut(&str),
    requests: usize,
}

/// Asks for entities. What the cache knows is not asked; what fails is told and stays without an answer.
///
/// # Errors
/// If answers cannot be kept. A service that cannot be used at all is told of like any other failure.
pub fn reconcile(
    entities: &[Named],
    (endpoint, service): (&Endpoint, Service),
    terms: &Terms,
    cache: &mut Cache,
    told: &mut dyn FnMut(&str),
) -> Result<Outcome, CacheError> {
    let mut run = Run { endpoint, service, terms, cache, told, requests: 0 };
    let question =
        |named: &Named| Question { name: named.name.clone(), class: terms.classes.get(&named.class).cloned(), limit: terms.limit };
    let questions: BTreeSet<Question> = entities.iter().map(question).collect();
    let manifest = match service {
        Service::Reconciliation if !questions.is_empty() => run.manifest()?,
        _ => None,
    };
    if service == Service::Sparql || manifest.is_some() {
        let protocol = manifest.as_ref().map_or(Protocol::Form, Manifest::protocol);
        run.ask_all(&questions.into_iter().collect::<Vec<_>>(), protocol)?;
    }
    let mut outcome = Outcome { asked: entities.len(), requests: run.requests, ..Outcome::default() };
    for named in entities {
        let question = question(named);
        if let Some(answer) = cache.answer(&question) {
            outcome.answered.insert(named.entity.clone());
            outcome.take(named, &question, answer, manifest.as_ref(), endpoint, terms);
        }
    }
    Ok(outcome)
}

impl Run<'_> {
    fn manifest(&mut self) -> Result<Option<Manifest>, CacheError> {
        if let Some(known) = self.cache.manifest().and_then(|text| Manifest::read(text.as_bytes()).ok()) {
            return Ok(Some(known));
        }
        self.requests += 1;
        let ask = Ask { what: "the manifest", method: "GET", accept: "application/json", most: Some(LONGEST), ..Ask::default() };
        let read = self.endpoint.ask(&ask, self.told).map_err(|error| said(&error)).and_then(|answer| {
            let manifest =
                Manifest::read(&answer.body).map_err(|why| format!("the manifest: it is none of a reconciliation service ({why})"))?;
            Ok((manifest, String::from_utf8_lossy(&answer.body).into_owned()))
        });
        match read {
            Ok((manifest, text)) => self.cache.keep_manifest(&text).map(|()| Some(manifest)),
            Err(why) => {
                (self.told)(&why);
                Ok(None)
            }
        }
    }

    /// Asks what the cache does not know. Questions of one batch are of one class.
    fn ask_all(&mut self, questions: &[Question], protocol: Protocol) -> Result<(), CacheError> {
        let mut unknown: Vec<&Question> = questions.iter().filter(|question| self.cache.answer(question).is_none()).collect();
        unknown.sort_by_key(|question| &question.class);
        let batches: Vec<&[&Question]> =
            unknown.chunk_by(|a, b| a.class == b.class).flat_map(|chunk| chunk.chunks(self.terms.batch.max(1))).collect();
        let mut in_vain = 0;
        for (number, batch) in batches.iter().enumerate() {
            let what = format!("batch {} of {} ({} and {} more)", number + 1, batches.len(), batch[0].name, batch.len() - 1);
            self.requests += 1;
            match self.ask(&what, batch, protocol) {
                Ok(answers) => {
                    in_vain = 0;
                    self.keep(&what, batch, answers)?;
                }
                Err(why) => {
                    (self.told)(&why);
                    in_vain += 1;
                }
            }
            let left = batches.len() - number - 1;
            if in_vain == PATIENCE && left > 0 {
                (self.told)(&format!(
                    "the service did not answer {PATIENCE} times in a row; the other {left} batches are left for the next run"
                ));
                break;
            }
        }
        Ok(())
    }

    fn ask(&mut self, what: &str, batch: &[&Question], protocol: Protocol) -> Result<Vec<Option<Answer>>, String> {
        let no_answer = |why: String| format!("{what}: the service's answer makes no sense: {why}");
        match self.service {
            Service::Reconciliation => {
                let questions: Vec<Question> = batch.iter().copied().cloned().collect();
                let body = protocol.body(&questions);
                let ask = Ask { most: Some(LONGEST), ..protocol.ask(what, &body) };
                let answer = self.endpoint.ask(&ask, self.told).map_err(|error| said(&error))?;
                protocol.answers(&answer.body, batch.len()).map_err(no_answer)
            }
            Service::Sparql => {
                let class = batch[0].class.as_ref().map(|class| NamedNode::new(class.as_str())).transpose();
                let class = class.map_err(|_| format!("{what}: the class {:?} is no IRI", batch[0].class))?;
                let text = sparql::query(batch, class.as_ref());
                let results = query(self.endpoint, &text, &[], self.told).map_err(|error| format!("{what}: {}", said(&error)))?;
                Ok(sparql::answers(results, batch).map_err(no_answer)?.into_iter().map(Some).collect())
            }
        }
    }

    fn keep(&mut self, what: &str, batch: &[&Question], answers: Vec<Option<Answer>>) -> Result<(), CacheError> {
        let missing = answers.iter().filter(|answer| answer.is_none()).count();
        if missing > 0 {
            (self.told)(&format!("{what}: no answer to {missing} of {} questions", batch.len()));
        }
        for (question, answer) in batch.iter().zip(answers) {
            if let Some(answer) = answer {
                self.cache.keep(question, answer)?;
            }
        }
        Ok(())
    }
}

impl Outcome {
    fn take(
        &mut self,
        named: &Named,
        question: &Question,
        answer: &Answer,
        manifest: Option<&Manifest>,
        endpoint: &Endpoint,
        terms: &Terms,
    ) {
        let Some(service) = endpoint.iri() else { return };
        let name = manifest.map_or_else(|| endpoint.host().to_owned(), |manifest| manifest.name.clone());
        for judged in terms.bar.judge(question, answer) {
            let candidate = judged.candidate;
            let target = match manifest {
                Some(manifest) => manifest.iri(&candidate.id, terms.prefix.as_deref()),
                None => super::manifest::web(&candidate.id),
            };
            let Some(target) = target else {
                self.unusable += 1;
                continue;
            };
            let verb = if candidate.matched { "matches" } else { "proposes" };
            let reason = format!("{name} {verb} \u{201c}{}\u{201d} with a score of {}", candidate.name, candidate.score);
            let (sure, confidence) = (judged.sure, judged.confidence);
            self.links.push(ExternalLink { entity: named.entity.clone(), target, sure, confidence, reason, service: service.clone() });
        }
    }
}

/// An error with its causes.
fn said(error: &RemoteError) -> String {
    let mut text = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(error) = cause {
        text = format!("{text}: {error}");
        cause = error.source();
    }
    text
}
