//! An article as one JSON-LD document that a web page can carry, in the terms of schema.org alone.

mod facts;
mod node;

use crate::vocab::{dl, schema, sem};
use facts::Facts;
use node::{add, references, texts};
use oxigraph::model::Quad;
use serde_json::{Map, Value, json};

/// What an article is about.
const ENTITIES: [oxigraph::model::NamedNodeRef<'static>; 4] = [schema::PERSON, schema::ORGANIZATION, schema::PLACE, schema::CREATIVE_WORK];

/// The document of an article, from its graph; none for a graph that is of no article.
///
/// Everything that it refers to stands in it. It can be put between `<script type="application/ld+json">` and `</script>` as it is.
#[must_use]
pub fn web_page(graph: &[Quad]) -> Option<String> {
    let facts = Facts::of(graph);
    let article = facts.instances(schema::NEWS_ARTICLE).into_iter().next()?;
    let mut document = Map::from_iter([
        ("@context".to_owned(), json!("https://schema.org")),
        ("@type".to_owned(), json!("NewsArticle")),
        ("@id".to_owned(), json!(article)),
    ]);
    for (property, name) in [
        (schema::HEADLINE, "headline"),
        (schema::DATE_PUBLISHED, "datePublished"),
        (schema::IN_LANGUAGE, "inLanguage"),
        (schema::URL, "url"),
    ] {
        let addresses = facts.things(article, property);
        add(&mut document, name, texts(&[facts.texts(article, property), addresses].concat()));
    }
    for (property, name) in [(schema::AUTHOR, "author"), (schema::PUBLISHER, "publisher")] {
        add(&mut document, name, references(&facts.things(article, property)));
    }
    add(&mut document, "mentions", mentions(&facts));
    let quotations = facts.instances(schema::QUOTATION);
    add(&mut document, "hasPart", quotations.iter().filter_map(|quotation| node::quotation(&facts, quotation)).collect());
    // A "<" could end the script of the page.
    Some(format!("{:#}\n", Value::Object(document)).replace('<', "\\u003c"))
}

/// Entities, then events.
fn mentions(facts: &Facts<'_>) -> Vec<Value> {
    let mut entities: Vec<&str> = ENTITIES.iter().flat_map(|class| facts.instances(*class)).collect();
    entities.sort_unstable();
    entities.dedup();
    let entities = entities.into_iter().map(|iri| node::entity(facts, iri));
    let named = facts.instances(dl::NAMED_EVENT).into_iter().map(|iri| node::named_event(facts, iri));
    let is_unnamed = |iri: &&str| !facts.is_a(iri, dl::NAMED_EVENT);
    let events = facts.instances(sem::EVENT).into_iter().filter(is_unnamed).filter_map(|iri| node::event(facts, iri));
    entities.chain(named).chain(events).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use oxigraph::io::{RdfFormat, RdfParser};

    const GRAPH: &str = r#"
PREFIX dl: <https://w3id.org/dateline#> PREFIX schema: <http://schema.org/> PREFIX org: <http://www.w3.org/ns/org#>
PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
BASE <https://a.example/>
<a> a schema:NewsArticle ; schema:headline "Talks </script> fail" ; schema:publisher <gazette> .
<gazette> a schema:Organization ; rdfs:label "Gazette" .
<ann> a schema:Person ; rdfs:label "Ann Roe" ; skos:exactMatch <https://b.example/ann> .
<land> a schema:Place, schema:Country ; rdfs:label "Land" .
<m> a org:Membership ; org:member <ann> ; org:role <envoy> ; org:organization <gazette> ; dl:roleStatus dl:current .
<n> a org:Membership ; org:member <ann> ; org:role <old> ; dl:roleStatus dl:former .
<envoy> a org:Role ; skos:prefLabel "envoy" . <old> a org:Role ; skos:prefLabel "minister" .
<e> a sem:Event, dl:Meeting ; dl:modality dl:actual ; dl:participant <ann>, <land> ; rdfs:label "talks" .
<f> a sem:Event, dl:Attack ; dl:modality dl:denied ; rdfs:label "attack" .
<q> a schema:Quotation ; schema:text "No." ; schema:creator <ann> ; dl:quoteKind dl:direct .
<r> a schema:Quotation ; schema:text "that it is over" ; dl:quoteKind dl:indirect .
"#;

    #[test]
    fn a_document_says_what_schema_org_has_words_for() {
        let quads: Vec<Quad> = RdfParser::from_format(RdfFormat::Turtle).for_slice(GRAPH).collect::<Result<_, _>>().expect("Turtle");
        let text = web_page(&quads).expect("an article");
        assert!(!text.contains('<'), "{text}");
        let document: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(document["headline"], "Talks </script> fail");
        let about = |iri: &str| {
            let mentions = document["mentions"].as_array().expect("several");
            mentions.iter().find(|node| node["@id"] == format!("https://a.example/{iri}")).cloned()
        };
        let ann = about("ann").expect("mentioned");
        assert_eq!((&ann["@type"], &ann["jobTitle"], &ann["sameAs"]), (&json!("Person"), &json!("envoy"), &json!("https://b.example/ann")));
        assert_eq!(about("land").expect("mentioned")["@type"], json!(["Place", "Country"]));
        let talks = about("e").expect("mentioned");
        assert_eq!(
            (&talks["attendee"]["@id"], &talks["about"]["@id"]),
            (&json!("https://a.example/ann"), &json!("https://a.example/land"))
        );
        assert_eq!(about("f"), None);
        assert_eq!(document["hasPart"]["text"], "No.");
    }

    #[test]
    fn a_graph_of_no_article_has_no_document() {
        assert_eq!(web_page(&[]), None);
    }
}
