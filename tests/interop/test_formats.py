"""Every export, read by every tool, is the same data set."""

import json
import subprocess
import unittest
from collections import Counter

import pyoxigraph
import rdflib
from pyld import jsonld

from exports import FORMATS, QUADS, ROOT, TRIPLES, dateline, export, folder, oxigraph_term, read_with_oxigraph, read_with_rdflib, reference, without_graphs

RAPPER_NAMES = {"turtle": "turtle", "ntriples": "ntriples", "rdfxml": "rdfxml"}


class Formats(unittest.TestCase):
    maxDiff = 2000

    def same(self, dataset, name, profile="full"):
        expected = reference(profile) if name in QUADS else without_graphs(reference(profile))
        self.assertGreater(len(expected), 50)
        self.assertEqual(sorted(map(repr, dataset - expected)), [], "added")
        self.assertEqual(sorted(map(repr, expected - dataset)), [], "lost")

    def test_oxigraph_reads_all(self):
        for name in FORMATS:
            for profile in ("full", "lean"):
                with self.subTest(format=name, profile=profile):
                    self.same(read_with_oxigraph(export(name, profile), name), name, profile)

    def test_rdflib_reads_all(self):
        for name in FORMATS:
            for profile in ("full", "lean"):
                with self.subTest(format=name, profile=profile):
                    self.same(read_with_rdflib(export(name, profile), name), name, profile)

    def test_raptor_reads_the_triple_formats(self):
        for name in TRIPLES:
            with self.subTest(format=name):
                done = subprocess.run(["rapper", "-q", "-i", RAPPER_NAMES[name], "-o", "ntriples", export(name)], capture_output=True, check=True)
                triples = pyoxigraph.parse(input=done.stdout, format=pyoxigraph.RdfFormat.N_TRIPLES)
                self.same({(*map(oxigraph_term, triple),) for triple in triples}, name)

    def test_pyld_expands_the_json_ld_to_the_same(self):
        document = json.loads(export("jsonld").read_text(encoding="utf-8"))
        nquads = jsonld.to_rdf(document, {"format": "application/n-quads"})
        quads = pyoxigraph.parse(input=nquads, format=pyoxigraph.RdfFormat.N_QUADS)
        self.same({tuple(map(oxigraph_term, quad)) for quad in quads}, "jsonld")

    def test_the_context_compacts_and_expands_without_loss(self):
        published = json.loads((ROOT / "ontology" / "context.jsonld").read_text(encoding="utf-8"))
        expanded = jsonld.from_rdf(export("nquads").read_text(encoding="utf-8"), {"format": "application/n-quads"})
        compact = json.dumps(jsonld.compact(expanded, published))
        self.assertNotIn('"http://schema.org/', compact.split('"@graph"', 1)[1], "every term of schema.org has a short name or a prefix")
        self.same({tuple(map(oxigraph_term, quad)) for quad in pyoxigraph.parse(input=compact, format=pyoxigraph.RdfFormat.JSON_LD)}, "jsonld")

    def test_the_json_ld_context_is_the_published_one(self):
        document = json.loads(export("jsonld").read_text(encoding="utf-8"))
        published = json.loads((ROOT / "ontology" / "context.jsonld").read_text(encoding="utf-8"))
        self.assertEqual({key: value for key, value in document["@context"].items() if key != "@base"}, published["@context"])

    def test_there_are_no_blank_nodes_and_one_graph_an_article(self):
        # A blank node fails in reading: every term is an IRI or a literal.
        articles = {quad[0] for quad in reference() if quad[1][1].endswith("#type") and quad[2][1] == "http://schema.org/NewsArticle"}
        graphs = {quad[3] for quad in reference()}
        self.assertEqual(len(articles), len(list((ROOT / "examples").glob("*.txt"))))
        self.assertLessEqual(articles, graphs)
        self.assertLessEqual(len(graphs - articles), 1, "one graph beside, for the resolution")

    def test_the_overlay_reifies_the_triples_that_claims_are_about(self):
        path = folder() / "reifiers.nq"
        dateline("export", "--store", folder() / "kg", "--format", "reifiers", "-o", path)
        rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        said = {(claim, graph): {} for claim, _, _, graph in reference()}
        for claim, predicate, value, graph in reference():
            said[claim, graph][predicate[1]] = value
        parts = [rdf + name for name in ("subject", "predicate", "object")]
        expected = {(claim, *(facts[part] for part in parts), graph) for (claim, graph), facts in said.items() if all(part in facts for part in parts)}
        overlay = set()
        for quad in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.N_QUADS):
            self.assertEqual(quad.predicate.value, rdf + "reifies")
            overlay.add((oxigraph_term(quad.subject), *map(oxigraph_term, quad.object), oxigraph_term(quad.graph_name)))
        self.assertGreater(len(expected), 3)
        self.assertEqual(overlay, expected)

    def test_the_description_counts_what_is_there(self):
        void = "http://rdfs.org/ns/void#"
        description = rdflib.Graph()
        description.parse(data=dateline("stats", "--store", folder() / "kg", "--format", "turtle"), format="turtle")
        triples = without_graphs(reference())
        value = lambda subject, name: int(description.value(subject, rdflib.URIRef(void + name)))
        (dataset,) = description.subjects(rdflib.RDF.type, rdflib.URIRef(void + "Dataset"))
        self.assertEqual(value(dataset, "triples"), len(triples))
        self.assertEqual(value(dataset, "distinctSubjects"), len({triple[0] for triple in triples}))
        self.assertEqual(value(dataset, "documents"), len(list((ROOT / "examples").glob("*.txt"))))
        uses = {str(description.value(part, rdflib.URIRef(void + "property"))): value(part, "triples") for part in description.objects(dataset, rdflib.URIRef(void + "propertyPartition"))}
        self.assertEqual(uses, Counter(triple[1][1] for triple in triples))
        kinds = {str(description.value(part, rdflib.URIRef(void + "class"))): value(part, "entities") for part in description.objects(dataset, rdflib.URIRef(void + "classPartition"))}
        self.assertEqual(kinds, Counter(triple[2][1] for triple in triples if triple[1][1] == str(rdflib.RDF.type)))
        self.assertEqual(str(description.value(dataset, rdflib.URIRef(void + "uriSpace"))), "https://w3id.org/dateline/id/")

    def test_the_lean_profile_is_a_part_of_the_full_one(self):
        self.assertLess(reference("lean"), reference("full"))


if __name__ == "__main__":
    unittest.main()
