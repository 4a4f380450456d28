"""Every export, read by every tool, is the same data set."""

import json
import subprocess
import unittest

import pyoxigraph
from pyld import jsonld

from exports import FORMATS, QUADS, ROOT, TRIPLES, export, oxigraph_term, read_with_oxigraph, read_with_rdflib, reference, without_graphs

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

    def test_the_lean_profile_is_a_part_of_the_full_one(self):
        self.assertLess(reference("lean"), reference("full"))


if __name__ == "__main__":
    unittest.main()
