//! The reference of the vocabulary, generated from `ontology/dateline.ttl`, each term with an example out of the sample articles.

use super::{compare, files, read};
use dateline::query::shorten;
use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{Quad, Term};
use std::collections::BTreeMap;
use std::path::Path;

const DL: &str = "https://w3id.org/dateline#";

const OPENING: &str = "# The vocabulary

<!-- Generated from ontology/dateline.ttl by `DATELINE_BLESS=1 cargo test --release --test docs`: do not edit. -->

Every class and property that Dateline writes: its own, `dl:` = `https://w3id.org/dateline#`, and how it uses those of other vocabularies. The [Turtle file](../ontology/dateline.ttl) also has the correspondences to other vocabularies, [shapes.ttl](../ontology/shapes.ttl) says in SHACL what a graph looks like, and [context.jsonld](../ontology/context.jsonld) has the short names of the JSON-LD. Examples are from the graph of the sample articles; instances stand without the base `https://w3id.org/dateline/id/`. A term without an example does not occur there.
";

/// What the ontology says of one subject: its properties by their short names.
type Facts = BTreeMap<String, Vec<Term>>;

/// The ontology, its terms in the order of the file.
struct Ontology {
    order: Vec<String>,
    facts: BTreeMap<String, Facts>,
}

impl Ontology {
    fn load() -> Self {
        let mut ontology = Self { order: Vec::new(), facts: BTreeMap::new() };
        for quad in parse(RdfFormat::Turtle, &read("ontology/dateline.ttl")) {
            let oxigraph::model::NamedOrBlankNode::NamedNode(subject) = &quad.subject else { continue };
            let name = shorten(subject.as_str());
            if !ontology.facts.contains_key(&name) {
                ontology.order.push(name.clone());
            }
            let facts = ontology.facts.entry(name).or_default();
            facts.entry(shorten(quad.predicate.as_str())).or_default().push(quad.object);
        }
        ontology
    }

    /// The terms for which this holds, in order.
    fn terms(&self, holds: impl Fn(&Self, &str) -> bool) -> Vec<&str> {
        self.order.iter().map(String::as_str).filter(|name| holds(self, name)).collect()
    }

    /// The values of a property of a term, shortened, in order.
    fn values(&self, name: &str, property: &str) -> Vec<String> {
        self.facts[name].get(property).into_iter().flatten().map(short).collect()
    }

    fn is(&self, name: &str, class: &str) -> bool {
        self.values(name, "rdf:type").iter().any(|found| found == class)
    }

    fn is_event(&self, name: &str) -> bool {
        name != "dl:NamedEvent" && self.under(name, "rdfs:subClassOf", "sem:Event")
    }

    fn under(&self, name: &str, property: &str, parent: &str) -> bool {
        self.values(name, property).iter().any(|found| found == parent)
    }

    fn comment(&self, name: &str) -> String {
        [self.values(name, "rdfs:comment"), self.values(name, "skos:scopeNote")].concat().join(" ").replace('|', "\\|").replace('<', "&lt;")
    }
}

fn short(term: &Term) -> String {
    match term {
        Term::NamedNode(node) => shorten(node.as_str()).replace("http://www.w3.org/2002/07/owl#", "owl:"),
        Term::BlankNode(node) => node.to_string(),
        Term::Literal(literal) => literal.value().to_owned(),
    }
}

fn parse(format: RdfFormat, text: &str) -> Vec<Quad> {
    RdfParser::from_format(format).for_slice(text.as_bytes()).map(|quad| quad.expect("RDF")).collect()
}

/// Examples: for a class an instance, for a property what it ties to what, the shortest there is.
struct Examples(BTreeMap<String, String>);

impl Examples {
    fn load() -> Self {
        let mut examples = Self(BTreeMap::new());
        let quads = sample();
        examples.numbers(&quads);
        for quad in quads {
            let (subject, object) = (short(&quad.subject.into()), value(&quad.object));
            let (name, example) = if quad.predicate.as_str().ends_with("ns#type") {
                (short(&quad.object), format!("`{subject}`"))
            } else {
                (shorten(quad.predicate.as_str()), format!("`{subject}` → `{object}`"))
            };
            examples.keep(name, example);
        }
        examples
    }

    /// Numbers are given by claims, whose predicate they are, not by plain triples.
    fn numbers(&mut self, quads: &[Quad]) {
        let of = |name: &'static str| quads.iter().filter(move |quad| shorten(quad.predicate.as_str()) == name);
        let numbers: BTreeMap<String, &Term> =
            of("rdf:object").filter(|quad| quad.object.is_literal()).map(|quad| (quad.subject.to_string(), &quad.object)).collect();
        for quad in of("rdf:predicate") {
            if let Some(number) = numbers.get(&quad.subject.to_string()) {
                self.keep(short(&quad.object), format!("`{}` → `{}`", short(&quad.subject.clone().into()), value(number)));
            }
        }
    }

    fn keep(&mut self, name: String, example: String) {
        let rank = |example: &String| (example.chars().count(), example.clone());
        let kept = self.0.entry(name).or_insert_with(|| example.clone());
        if rank(&example) < rank(kept) {
            *kept = example;
        }
    }

    fn of(&self, name: &str) -> String {
        self.0.get(name).cloned().unwrap_or_default().replace('|', "\\|")
    }
}

/// A value on one line, long texts cut.
fn value(term: &Term) -> String {
    let Term::Literal(literal) = term else { return short(term) };
    let mut text: String = literal.value().split_whitespace().collect::<Vec<_>>().join(" ").replace('`', "'");
    if text.chars().count() > 60 {
        text = text.chars().take(60).collect::<String>() + "…";
    }
    format!("\"{text}\"")
}

/// The graph of the sample articles, with what follows from several of them.
fn sample() -> Vec<Quad> {
    let folder = tempfile::tempdir().expect("a folder");
    let run = |args: &[&str]| {
        let mut command = assert_cmd::Command::cargo_bin("dateline").expect("the program");
        let output = command.current_dir(folder.path()).args(args).assert().success().get_output().clone();
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    let articles: Vec<String> = files("examples", "txt").iter().map(|path| path.display().to_string()).collect();
    run(&std::iter::once("ingest").chain(articles.iter().map(String::as_str)).collect::<Vec<_>>());
    parse(RdfFormat::NQuads, &run(&["export", "--format", "nquads"]))
}

fn table(header: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let head: Vec<String> = header.iter().map(|&name| name.to_owned()).collect();
    let rows: String = rows.map(|row| line(&row)).collect();
    format!("\n{}|{}\n{rows}", line(&head), " --- |".repeat(header.len()))
}

fn code(names: &[String]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

fn classes(ontology: &Ontology, examples: &Examples) -> String {
    let own = ontology.terms(|all, name| name.starts_with("dl:") && all.is(name, "owl:Class") && !all.is_event(name));
    let row = |name: &&str| vec![format!("`{name}`"), ontology.comment(name), examples.of(name)];
    let mut out = format!("\n## Classes\n{}", table(&["class", "what it is", "example"], own.iter().map(row)));
    let events = ontology.terms(|all, name| name.starts_with("dl:") && all.is_event(name));
    let matches = |name: &str, scheme: &str| {
        let marks = [("skos:closeMatch", ""), ("skos:broadMatch", " (wider)"), ("skos:relatedMatch", " (related)")];
        let found = marks.iter().flat_map(|(property, mark)| ontology.values(name, property).into_iter().map(move |value| (value, *mark)));
        let found = found.filter_map(|(value, mark)| Some(format!("{}{mark}", value.rsplit_once(scheme)?.1)));
        found.collect::<Vec<_>>().join(", ")
    };
    let row = |name: &&str| {
        vec![format!("`{name}`"), ontology.comment(name), matches(name, "/plover#"), matches(name, "/cameo#"), examples.of(name)]
    };
    out += "\n## Events\n\nEach event is a `sem:Event` and of one of these classes; the categories are those of two schemes of event coding into which it can be recoded.\n";
    out + &table(&["class", "what happens", "PLOVER", "CAMEO", "example"], events.iter().map(row))
}

fn values(ontology: &Ontology) -> String {
    let listed = ontology.terms(|all, name| name.starts_with("dl:") && (all.is(name, "owl:NamedIndividual") || all.is(name, "dl:Verdict")));
    let row = |name: &&str| {
        let classes: Vec<String> = ontology.values(name, "rdf:type").into_iter().filter(|class| class.starts_with("dl:")).collect();
        vec![code(&classes), format!("`{name}`"), ontology.comment(name)]
    };
    format!("\n## Values\n{}", table(&["of", "value", "meaning"], listed.iter().map(row)))
}

fn properties(ontology: &Ontology, examples: &Examples) -> String {
    let kinds = ["owl:ObjectProperty", "owl:DatatypeProperty", "rdf:Property"];
    let own = ontology.terms(|all, name| name.starts_with("dl:") && kinds.iter().any(|kind| all.is(name, kind)));
    let mut groups: Vec<(String, Vec<&str>)> = Vec::new();
    for name in own {
        let under = |parent| ontology.under(name, "rdfs:subPropertyOf", parent) || name == parent;
        let domain = ontology.values(name, "rdfs:domain").first().cloned().unwrap_or_default();
        let group = match domain.as_str() {
            _ if under("dl:relation") => "Relations between entities".to_owned(),
            _ if under("dl:quantity") => "Numbers, as predicates of claims".to_owned(),
            domain => format!("Properties of {domain}"),
        };
        match groups.iter_mut().find(|(title, _)| *title == group) {
            Some((_, names)) => names.push(name),
            None => groups.push((group, vec![name])),
        }
    }
    let row =
        |name: &&str| vec![format!("`{name}`"), code(&ontology.values(name, "rdfs:range")), ontology.comment(name), examples.of(name)];
    let group = |(title, names): &(String, Vec<&str>)| {
        format!("\n## {title}\n{}", table(&["property", "gives", "meaning", "example"], names.iter().map(row)))
    };
    groups.iter().map(group).collect()
}

fn others(ontology: &Ontology, examples: &Examples) -> String {
    let noted = ontology.terms(|all, name| all.facts[name].contains_key("skos:scopeNote"));
    let row = |name: &&str| vec![format!("`{name}`"), ontology.comment(name), examples.of(name)];
    format!("\n## Terms of other vocabularies\n{}", table(&["term", "what Dateline says by it", "example"], noted.iter().map(row)))
}

#[test]
fn the_reference_is_current() {
    let (ontology, examples) = (Ontology::load(), Examples::load());
    let page = [
        OPENING.to_owned(),
        classes(&ontology, &examples),
        values(&ontology),
        properties(&ontology, &examples),
        others(&ontology, &examples),
    ];
    let page = page.concat();
    let missing: Vec<_> = ontology.order.iter().filter(|name| name.starts_with("dl:") && !page.contains(&format!("`{name}`"))).collect();
    assert!(missing.is_empty(), "the page says nothing of {missing:?}");
    assert_eq!(ontology.order.iter().filter(|name| name.starts_with(DL)).count(), 0, "names are short");
    compare(Path::new("docs/ontology.md"), &page);
}
