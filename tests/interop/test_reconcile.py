"""Entities looked up in reconciliation services and SPARQL endpoints, good and bad; and our own service asked by others."""

import json
import os
import shutil
import subprocess
import tempfile
import unittest
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import pyoxigraph

from exports import dateline, folder
from faulty import MANIFEST, Hostile
from servers import csv_reconcile, dateline_serve, oxigraph

SKOS = "http://www.w3.org/2004/02/skos/core#"
LINKS = """SELECT ?entity ?predicate ?target ?confidence WHERE {
  GRAPH <https://w3id.org/dateline/id/graph/links> {
    ?link a dl:Link ; rdf:subject ?entity ; rdf:predicate ?predicate ; rdf:object ?target ; dl:linkConfidence ?confidence ; dl:reason ?reason .
    ?entity ?predicate ?target } }"""


class Reconciles(unittest.TestCase):
    maxDiff = 2000

    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.work = Path(temporary.name)
        self.store = self.work / "kg"
        shutil.copytree(folder() / "kg", self.store)

    def reconcile(self, address, *more, kind="--service", code=0):
        arguments = [os.environ["DATELINE"], "reconcile", kind, address, "--store", self.store, *more]
        done = subprocess.run(list(map(str, arguments)), capture_output=True, text=True, timeout=120)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done.stdout, done.stderr

    def links(self):
        """For each entity its links: what they lead to, whether surely, and how likely."""
        rows = json.loads(dateline("query", "--store", self.store, "--format", "json", LINKS))["results"]["bindings"]
        links = {}
        for row in rows:
            sure = row["predicate"]["value"] == SKOS + "exactMatch"
            links.setdefault(row["entity"]["value"].rsplit("/", 1)[1], []).append((row["target"]["value"], sure, float(row["confidence"]["value"])))
        return {name: sorted(found) for name, found in links.items()}

    def verify(self):
        self.assertIn(" 0 findings", dateline("verify", "--store", self.store))

    def test_a_real_service_is_asked_once(self):
        rows = {"p1": "Kirill Dmitriev", "p2": "Steve Witkoff", "x1": "Steven Witkof", "x2": "Steve Witkoff Junior"}
        with csv_reconcile(self.work / "service", rows) as address:
            out, told = self.reconcile(address, "--all")
            self.assertEqual(told, "")
            first = self.links()
            self.assertEqual(first["kirill-dmitriev"], [("https://register.example/id/p1", True, 1.0)])
            witkoff = first["steve-witkoff"]
            self.assertEqual([link for link in witkoff if link[1]], [("https://register.example/id/p2", True, 1.0)])
            self.assertEqual(len(witkoff), 3, "the others stay candidates")
            self.verify()
        # The service is gone: the second run asks nobody and says the same.
        out, told = self.reconcile(address, "--all")
        self.assertIn("; 0 requests", out)
        self.assertEqual((told, self.links()), ("", first))
        # Asked anew in vain, it loses nothing.
        out, told = self.reconcile(address, "--all", "--again", "--tries", "1", code=1)
        self.assertIn("connection failed", told)
        self.assertEqual(self.links(), first)
        self.assertIn("; 0 requests", self.reconcile(address, "--all")[0])
        dateline("resolve", "--store", self.store)
        self.assertEqual(self.links(), first, "what is computed anew is not what was asked for")

    def test_a_threshold_keeps_a_match_a_candidate(self):
        with csv_reconcile(self.work / "service", {"x1": "Steve Witkoffe"}) as address:
            self.reconcile(address, "--all", "--threshold", "99.9")
            [(target, sure, confidence)] = self.links()["steve-witkoff"]
            self.assertEqual((target, sure), ("https://register.example/id/x1", False))
            self.assertTrue(0.5 < confidence < 1, confidence)
            self.reconcile(address, "--all", "--threshold", "50")
            self.assertTrue(self.links()["steve-witkoff"][0][1])

    def test_links_go_with_the_last_article_that_has_the_entity(self):
        with csv_reconcile(self.work / "service", {"p1": "Kirill Dmitriev"}) as address:
            self.reconcile(address, "--all")
            self.assertEqual(self.links()["kirill-dmitriev"], [("https://register.example/id/p1", True, 1.0)])
        articles = dateline("query", "--store", self.store, "--format", "csv", 'SELECT DISTINCT ?file WHERE { GRAPH ?a { ?a dl:sourceFile ?file . <https://w3id.org/dateline/id/person/kirill-dmitriev> a schema:Person } }').splitlines()[1:]
        dateline("retract", *articles, "--store", self.store)
        self.assertNotIn("kirill-dmitriev", self.links())
        self.assertFalse(any(sure for links in self.links().values() for _, sure, _ in links), "a match with few points is a candidate")
        self.verify()

    def test_the_type_is_asked_for_and_must_be_answered(self):
        def plan(_, questions):
            kinds = {"Steve Witkoff": "Q5", "Marco Rubio": "Q515"}
            answer = lambda name: [{"id": "1", "name": name, "score": 100, "match": True, "type": [{"id": kinds.get(name, "Q5"), "name": "x"}]}]
            return {key: {"result": answer(question["query"])} for key, question in questions.items()}

        with Hostile(plan) as service:
            self.reconcile(service.address, "--all", "--class", "person", "--type", "person=Q5")
            self.assertTrue(all(question["type"] == "Q5" for _, batch in service.seen for question in batch.values()))
        self.assertTrue(self.links()["steve-witkoff"][0][1])
        self.assertFalse(self.links()["marco-rubio"][0][1])

    def test_the_form_of_1_0_is_spoken_if_the_manifest_says_so(self):
        def plan(_, questions):
            name = lambda question: question["conditions"][0]["propertyValue"]
            candidate = lambda text: {"id": "7", "name": [{"str": text, "lang": "en"}], "score": 0.97, "match": text == "Marco Rubio"}
            return {"results": [{"candidates": [candidate(name(question))]} for question in questions.values()]}

        manifest = {"versions": ["1.0"], "name": "New", "view": {"url": "https://new.example/{id}"}}
        with Hostile(plan, manifest) as service:
            self.reconcile(service.address, "--all", "--class", "person", "--batch", "7")
            self.assertTrue(all(path == "/api/reconcile" and len(batch) <= 7 for path, batch in service.seen))
        self.assertEqual(self.links()["marco-rubio"], [("https://new.example/7", True, 0.97)])
        self.assertEqual(self.links()["steve-witkoff"], [("https://new.example/7", False, 0.97)])

    def test_faults_are_tried_again_and_what_stays_unanswered_is_told(self):
        right = lambda questions: {key: {"result": [{"id": "a", "name": "x", "score": 50, "match": False}]} for key in questions}
        faults = {0: 500, 1: "cut", 2: 503, 4: "hang", 5: 429}
        plan = lambda number, questions: faults.get(number) or right(questions)
        with Hostile(plan) as service:
            out, told = self.reconcile(service.address, "--all", "--timeout", "1")
            self.assertIn(" 0 not answered", out)
            self.assertEqual(told.count("trying again"), len(faults))
        for name, answer in {
            "garbage": b"<html>busy</html>", "empty": b"", "list": [], "null": b"null", "other keys": {"q99": {"result": []}},
            "error": {"status": "error", "message": "no"}, "deep": b"[" * 100_000, "bytes": bytes(range(256)), "drip": "drip", "moved": 302, "refused": 404,
        }.items():
            with self.subTest(name), Hostile(lambda number, questions: answer if number == 0 else right(questions)) as service:
                out, told = self.reconcile(service.address, "--all", "--class", "person", "--batch", "5", "--timeout", "1", "--tries", "1", code=3)
                self.assertRegex(out, " 5 not answered")
                self.assertRegex(told, r"batch 1 of \d+ \(.* and 4 more\): ")
                out, _ = self.reconcile(service.address, "--all", "--class", "person", "--batch", "5")
                self.assertIn(" 0 not answered; 1 requests", out)
        self.verify()

    def test_a_service_that_is_down_is_left_alone_soon(self):
        with Hostile(lambda *_: 500) as service:
            out, told = self.reconcile(service.address, "--all", "--batch", "2", "--tries", "1", code=1)
            self.assertEqual(len(service.seen), 3)
            self.assertIn("left for the next run", told)
        for manifest in (b"<html>", b"[]", {"versions": ["0.2"]}, b"\xff" * 1000):
            with self.subTest(manifest), Hostile(lambda *_: {}, manifest) as service:
                _, told = self.reconcile(service.address, "--all", code=1)
                self.assertIn("the manifest", told)
                self.assertEqual(service.seen, [])
        self.assertEqual(self.links(), {})

    def test_lies_become_no_iris(self):
        identifiers = ["x> <y", "a b", "", "\u0000", "javascript://alert(1)", "file:///etc/passwd", "../../x\n", "https://", "a\"b", "{", None, 7.5, {"x": 1}, "x" * 5000, "ok"]
        liar = lambda questions: [{"id": id, "name": "\u0001<script>" + "y" * 10_000, "score": "NaN", "match": "yes"} for id in identifiers]
        with Hostile(lambda _, questions: {key: {"result": liar(questions)} for key in questions}) as service:
            out, told = self.reconcile(service.address, "--all", "--limit", "100")
            self.assertIn("no identifier that makes an IRI", told)
        targets = {target for links in self.links().values() for target, sure, _ in links}
        self.assertEqual(targets, {"https://hostile.example/ok", "https://hostile.example/7.5", "https://hostile.example/../../x"} & targets | {"https://hostile.example/ok"})
        self.assertFalse(any(sure for links in self.links().values() for _, sure, _ in links))
        both = lambda questions: [{"id": id, "name": id, "score": 100, "match": True} for id in "ab"]
        with Hostile(lambda _, questions: {key: {"result": both(questions)} for key in questions}) as service:
            self.reconcile(service.address, "--all")
        self.assertFalse(any(sure for links in self.links().values() for _, sure, _ in links), "two matches are none")
        for extension, reader in (("nquads", pyoxigraph.RdfFormat.N_QUADS), ("rdfxml", pyoxigraph.RdfFormat.RDF_XML), ("turtle", pyoxigraph.RdfFormat.TURTLE)):
            dateline("export", "--store", self.store, "--format", extension, "-o", self.work / "out")
            self.assertTrue(list(pyoxigraph.parse(path=str(self.work / "out"), format=reader)))
        self.verify()

    def test_a_sparql_endpoint_is_an_authority_too(self):
        data = """PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            <https://d.example/1> a <https://d.example/Human> ; rdfs:label "Steve Witkoff"@en .
            <https://d.example/2> a <https://d.example/Ship> ; rdfs:label "Marco Rubio" .
            <https://d.example/3> a <https://d.example/Human> ; skos:altLabel "Kirill Dmitriev" . <https://d.example/4> a <https://d.example/Human> ; rdfs:label "Kirill Dmitriev" ."""
        with oxigraph() as server:
            request = urllib.request.Request(server + "/store?default", data.encode(), {"Content-Type": "text/turtle"}, method="POST")
            urllib.request.urlopen(request).read()
            self.reconcile(server + "/query", "--all", "--class", "person", "--type", "person=https://d.example/Human", kind="--sparql")
        found = {name: [(target, sure) for target, sure, _ in links] for name, links in self.links().items()}
        self.assertEqual(found["steve-witkoff"], [("https://d.example/1", True)])
        self.assertEqual(found["kirill-dmitriev"], [("https://d.example/3", False), ("https://d.example/4", False)])
        self.assertNotIn("marco-rubio", found)
        _, told = self.reconcile("http://127.0.0.1:9/query", "--type", "person=Human", kind="--sparql", code=2)
        self.assertIn("is no IRI", told)


class Serves(unittest.TestCase):
    maxDiff = 2000

    def ask(self, address, body=None, kind="application/x-www-form-urlencoded", accept="*/*"):
        request = urllib.request.Request(address, body.encode() if isinstance(body, str) else body, {"Content-Type": kind, "Accept": accept} if body is not None else {"Accept": accept})
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.read().decode(), answer.headers

    def test_the_graph_is_a_reconciliation_service(self):
        with dateline_serve(folder() / "kg", "--reconcile") as server:
            address = server + "/reconcile"
            manifest = json.loads(self.ask(address)[0])
            self.assertEqual((manifest["versions"], manifest["identifierSpace"]), (["0.1", "0.2"], "https://w3id.org/dateline/id/"))
            queries = {"a": {"query": "steve witkoff", "type": "Person", "limit": 3}, "b": {"query": "Kirill Dmitriyev"}, "c": {"query": "Steve Witkoff", "type": "Place"}, "d": {"query": ""}}
            form = urllib.parse.urlencode({"queries": json.dumps(queries)})
            answers = json.loads(self.ask(address, form)[0])
            self.assertEqual(answers, json.loads(self.ask(address + "?" + form)[0]), "GET and POST")
            first = answers["a"]["result"][0]
            self.assertEqual((first["id"], first["name"], first["match"], first["score"]), ("person/steve-witkoff", "Steve Witkoff", True, 100.0))
            self.assertEqual(answers["b"]["result"][0]["id"], "person/kirill-dmitriev")
            self.assertFalse(answers["b"]["result"][0]["match"])
            self.assertEqual((answers["c"], answers["d"]), ({"result": []}, {"result": []}))
            new = {"queries": [{"type": "Person", "limit": 1, "conditions": [{"matchType": "name", "propertyValue": "Steve Witkoff"}]}]}
            results = json.loads(self.ask(address + "/reconcile", json.dumps(new), "application/json")[0])["results"]
            self.assertEqual(results, [{"candidates": [first]}])
            extend = {"ids": ["person/steve-witkoff", "person/nobody"], "properties": [{"id": "skos:exactMatch"}, {"id": "rdf:type"}]}
            rows = json.loads(self.ask(address, urllib.parse.urlencode({"extend": json.dumps(extend)}))[0])["rows"]
            self.assertIn({"str": "http://schema.org/Person"}, rows["person/steve-witkoff"]["rdf:type"])
            self.assertEqual(rows["person/nobody"], {"skos:exactMatch": [], "rdf:type": []})
            suggested = json.loads(self.ask(server + "/suggest/entity?prefix=steve")[0])["result"]
            self.assertIn("person/steve-witkoff", [one["id"] for one in suggested])
            page, headers = self.ask(manifest["view"]["url"].replace("{{id}}", "person/steve-witkoff"))
            self.assertIn("<h1>Steve Witkoff</h1>", page)
            self.assertIsNone(headers["Access-Control-Allow-Origin"])

    def test_our_own_client_finds_everything_there_again(self):
        with tempfile.TemporaryDirectory() as work, dateline_serve(folder() / "kg", "--reconcile") as server:
            store = Path(work) / "kg"
            shutil.copytree(folder() / "kg", store)
            out = dateline("reconcile", "--service", server + "/reconcile", "--all", "--class", "person", "--type", "person=Person", "--store", store)
            self.assertRegex(out, r"^(\d+) entities: \1 linked surely")
            dateline("verify", "--store", store)

    def test_bad_requests_are_answered(self):
        with dateline_serve(folder() / "kg", "--reconcile", "--cors") as server:
            for path, body, kind, code in [
                ("/nowhere", None, "", 404), ("/reconcile", b"queries=%5B", "application/x-www-form-urlencoded", 400), ("/reconcile/reconcile", b"{}", "application/json", 400),
                ("/entity?id=nobody", None, "", 404), ("/query", None, "", 400), ("/query?query=SELECT", None, "", 400), ("/query", b"INSERT DATA { <x:a> <x:b> <x:c> }", "application/sparql-query", 400),
                ("/reconcile", b"x" * (17 << 20), "application/x-www-form-urlencoded", 413),
            ]:
                with self.subTest(path=path, code=code), self.assertRaises(urllib.error.HTTPError) as caught:
                    self.ask(server + path, body, kind)
                self.assertEqual(caught.exception.code, code)
            request = urllib.request.Request(server + "/query", b"x", method="PUT")
            with self.assertRaises(urllib.error.HTTPError) as caught:
                urllib.request.urlopen(request)
            self.assertEqual(caught.exception.code, 405)
            self.assertEqual(self.ask(server + "/reconcile")[1]["Access-Control-Allow-Origin"], "*")

    def test_queries_are_answered_as_the_program_answers_them(self):
        with dateline_serve(folder() / "kg") as server:
            for query, option, accept in [
                ("SELECT ?who WHERE { ?who a schema:Person } ORDER BY ?who", "csv", "text/csv"),
                ("ASK { ?who a schema:Person }", "json", "application/sparql-results+json"),
                ("CONSTRUCT { ?who a schema:Person } WHERE { ?who a schema:Person }", "ntriples", "application/n-triples"),
            ]:
                expected = dateline("query", "--store", folder() / "kg", "--format", option, query)
                for address, body, kind in [
                    (server + "/query?" + urllib.parse.urlencode({"query": query}), None, ""),
                    (server + "/query", urllib.parse.urlencode({"query": query}), "application/x-www-form-urlencoded"),
                    (server + "/query", query, "application/sparql-query"),
                ]:
                    self.assertEqual(self.ask(address, body, kind, accept)[0].replace("\r\n", "\n"), expected)
            with self.assertRaises(urllib.error.HTTPError):
                self.ask(server + "/reconcile")
            remote = dateline("query", "--endpoint", server + "/query", "SELECT (COUNT(*) AS ?n) WHERE { ?who a schema:Person }")
            self.assertIn("n", remote)
