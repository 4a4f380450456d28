"""The graph of the sample articles conforms to the shapes; damaged in any one way it does not."""

import unittest
from functools import cache

import pyshacl
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.namespace import ORG, PROV, SKOS, XSD

from exports import ROOT, export, union_graph

DL = Namespace("https://w3id.org/dateline#")
NIF = Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
ITSRDF = Namespace("http://www.w3.org/2005/11/its/rdf#")
SCHEMA = Namespace("http://schema.org/")
ANYTHING = URIRef("https://example.org/anything")


@cache
def shapes():
    return Graph().parse(ROOT / "ontology" / "shapes.ttl")


@cache
def sample():
    return union_graph(export("nquads"))


def validate(graph):
    conforms, _, text = pyshacl.validate(graph, shacl_graph=shapes())
    return conforms, text


def first(graph, predicate, value=None):
    return min(graph.subjects(predicate, value))


def without(graph, predicate):
    graph.remove((first(graph, predicate), predicate, None))


def instead(graph, predicate, value):
    graph.set((first(graph, predicate), predicate, value))


DAMAGE = {
    "an article without its source": lambda g: without(g, DL.sourceFile),
    "an article with a shortened hash": lambda g: instead(g, DL.contentHash, Literal("890817de")),
    "an article without a context": lambda g: without(g, DL.context),
    "a publication date in words": lambda g: instead(g, SCHEMA.datePublished, Literal("last Tuesday")),
    "a mention without its words": lambda g: without(g, NIF.anchorOf),
    "a mention that ends before it begins": lambda g: g.set((first(g, NIF.anchorOf), NIF.endIndex, Literal("-1", datatype=XSD.integer))),
    "a mention of something without a class": lambda g: instead(g, ITSRDF.taIdentRef, ANYTHING),
    "a mention of an unknown kind": lambda g: instead(g, DL.mentionKind, DL.current),
    "a role held by nobody": lambda g: without(g, ORG.member),
    "a role held by a place": lambda g: instead(g, ORG.member, first(g, RDF.type, SCHEMA.Place)),
    "a role without a title": lambda g: without(g, SKOS.prefLabel),
    "a role with an unknown status": lambda g: instead(g, DL.roleStatus, DL.actual),
    "an event without a modality": lambda g: without(g, DL.modality),
    "an event without a trigger": lambda g: without(g, DL.trigger),
    "an event of no class": lambda g: g.remove((first(g, DL.modality), RDF.type, None)),
    "an event with an unknown participant": lambda g: g.add((first(g, DL.modality), DL.participant, ANYTHING)),
    "a quotation without words": lambda g: without(g, SCHEMA.text),
    "a quotation of an unknown kind": lambda g: instead(g, DL.quoteKind, DL.name),
    "a quotation with two speakers": lambda g: g.add((first(g, SCHEMA.creator), SCHEMA.creator, first(g, RDF.type, SCHEMA.Place))),
    "a claim without a predicate": lambda g: without(g, RDF.predicate),
    "a claim with an unknown predicate": lambda g: instead(g, RDF.predicate, DL.evidence),
    "an assertion without evidence": lambda g: without(g, DL.evidence),
    "an assertion without an article": lambda g: without(g, PROV.wasDerivedFrom),
    "an assertion without a rule": lambda g: without(g, PROV.wasGeneratedBy),
    "a confidence above one": lambda g: instead(g, DL.confidence, Literal("1.5", datatype=XSD.decimal)),
    "a confidence in words": lambda g: instead(g, DL.confidence, Literal("high")),
}


class Shapes(unittest.TestCase):
    def test_the_sample_conforms(self):
        conforms, text = validate(sample())
        self.assertTrue(conforms, text[:4000])

    def test_each_damage_is_seen(self):
        for name, damage in DAMAGE.items():
            with self.subTest(name):
                graph = Graph()
                graph += sample()
                damage(graph)
                conforms, _ = validate(graph)
                self.assertFalse(conforms)


if __name__ == "__main__":
    unittest.main()
