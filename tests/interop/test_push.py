"""A store pushed to a server is the same data set there, whatever happens on the way."""

import json
import os
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

from exports import ROOT, dateline, folder, read_with_oxigraph, reference
from faulty import Connection
from servers import dataset, oxigraph

ADDRESSES = {"graph-store": "/store", "update": "/update"}
HOSTILE = 'Quote " and \\ and \u0001 and \u007f, ‮right to left‬, مرحبا, 𝄞, <b>&amp;</b>, \\u0041, ?x } ; DROP ALL'


def run(*arguments, **environment):
    """Runs the program; exit code, standard output, standard error."""
    known = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_")} | {"HOME": "/nonexistent"}
    done = subprocess.run([os.environ["DATELINE"], *map(str, arguments)], capture_output=True, text=True, env=known | environment)
    return done.returncode, done.stdout, done.stderr


class Pushes(unittest.TestCase):
    maxDiff = 2000

    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.work = Path(temporary.name)

    def push(self, address, *more, store=None, code=0, **environment):
        store = store or folder() / "kg"
        journal = self.work / "journal.tsv"
        done = run("push", "--store", store, "--endpoint", address, "--journal", journal, *more, **environment)
        self.assertEqual(done[0], code, done[2])
        return done[1], done[2]

    def test_the_server_has_the_same_data_set(self):
        for protocol, path in ADDRESSES.items():
            with self.subTest(protocol), oxigraph() as server:
                again = self.work / f"{protocol}.tsv"
                run_once = lambda: dateline("push", "--store", folder() / "kg", "--endpoint", server + path, "--protocol", protocol, "--journal", again, "--batch", "700")
                self.assertNotIn(" 0 graphs", run_once())
                self.assertEqual(dataset(server), reference())
                self.assertIn(": 0 graphs with 0 quads sent in 0 requests", run_once())

    def test_the_lean_profile_is_pushed_lean(self):
        with oxigraph() as server:
            self.push(server + "/store", "--profile", "lean")
            self.assertEqual(dataset(server), reference("lean"))

    def test_faults_are_tried_again_and_told_with_their_batch(self):
        faults = {0: 500, 1: "cut", 3: "lose", 4: 429, 5: "hang", 6: 503}
        for protocol, path in ADDRESSES.items():
            with self.subTest(protocol), oxigraph() as server, Connection(server, faults.get) as connection:
                _, told = self.push(connection.address + path, "--protocol", protocol, "--batch", "700", "--timeout", "1", "--again")
                self.assertEqual(dataset(server), reference())
                self.assertEqual(told.count("trying again"), len(faults))
                for words in ("batch 1 (<https://", "500 Internal Server Error: not now", "connection failed", "broke off", "429", "silent for too long"):
                    self.assertIn(words, told)

    def test_an_interrupted_push_goes_on_where_it_stopped(self):
        for protocol, path in ADDRESSES.items():
            with self.subTest(protocol), oxigraph() as server:
                more = ("--protocol", protocol, "--batch", "700")
                address = server + path
                with Connection(server, lambda number: 500 if number >= 2 else None) as connection:
                    journal = self.work / f"{protocol}.tsv"
                    code, _, told = run("push", "--store", folder() / "kg", "--endpoint", connection.address + path, "--journal", journal, "--tries", "1", *more)
                    self.assertEqual(code, 1)
                    self.assertRegex(told, r"batch 3 \(<https://.*tried 1 times.*500.*run the same command again")
                    self.assertLess(dataset(server), reference())
                with Connection(server) as connection:
                    dateline("push", "--store", folder() / "kg", "--endpoint", connection.address + path, "--journal", journal, *more)
                    resumed = len(connection.seen)
                self.assertEqual(dataset(server), reference())
                with oxigraph() as other, Connection(other) as connection:
                    dateline("push", "--store", folder() / "kg", "--endpoint", connection.address + path, "--journal", self.work / f"{protocol}-2.tsv", *more)
                    self.assertLess(resumed, len(connection.seen))
                    self.assertEqual(dataset(other), dataset(server))

    def test_a_killed_push_goes_on_where_it_stopped(self):
        for protocol, path in ADDRESSES.items():
            for last in range(4):
                # Killed before the server has heard of the request, or while the server does it.
                for fault in ("cut", None):
                    with self.subTest(protocol, last=last, fault=fault), oxigraph() as server:
                        journal = self.work / f"{protocol}-{last}-{fault}.tsv"
                        arguments = ("push", "--store", folder() / "kg", "--journal", journal, "--protocol", protocol, "--batch", "700")
                        self.kill(arguments, server, path, last, fault)
                        self.assertLess(dataset(server), reference())
                        dateline(*arguments, "--endpoint", server + path)
                        self.assertEqual(dataset(server), reference())

    def kill(self, arguments, server, path, last, fault):
        """Runs a push that is killed when it has sent its request of that number."""
        running = []

        def plan(number):
            if number < last:
                return None
            running[0].kill()
            running[0].wait()
            return fault

        with Connection(server, plan) as connection:
            command = [os.environ["DATELINE"], *map(str, arguments), "--endpoint", connection.address + path]
            # The plan needs the program, and so has to wait for it to be known.
            with connection.lock:
                running.append(subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
            self.assertNotEqual(running[0].wait(), 0)
            self.assertEqual(len(connection.seen), last + 1)

    def test_what_has_changed_is_replaced_and_what_is_gone_is_removed(self):
        texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples").glob("*.txt"))[:2]]
        for protocol, path in ADDRESSES.items():
            with self.subTest(protocol), oxigraph() as server:
                store, article = self.work / protocol, self.work / "article.txt"
                counts = []
                for text in texts:
                    article.write_text(text, encoding="utf-8")
                    dateline("ingest", article, "--store", store)
                    # Its own journal, in the store's folder.
                    counts.append(dateline("push", "--store", store, "--endpoint", server + path, "--protocol", protocol))
                    dateline("export", "--store", store, "--format", "nquads", "-o", self.work / "now.nq")
                    self.assertEqual(dataset(server), read_with_oxigraph(self.work / "now.nq", "nquads"))
                self.assertIn("1 removed", counts[1])

    def test_hostile_literals_arrive_as_they_are(self):
        article = {"text": f"{HOSTILE}\n\nMarco Rubio met Sergey Lavrov in Geneva on Monday. “{HOSTILE}” he said.", "headline": HOSTILE, "url": "https://a.example/1"}
        (self.work / "hostile.jsonl").write_text(json.dumps(article) + "\n", encoding="utf-8")
        store = self.work / "hostile"
        dateline("ingest", self.work / "hostile.jsonl", "--store", store)
        dateline("export", "--store", store, "--format", "nquads", "-o", self.work / "hostile.nq")
        expected = read_with_oxigraph(self.work / "hostile.nq", "nquads")
        self.assertTrue(any("DROP ALL" in quad[2][1] for quad in expected))
        for protocol, path in ADDRESSES.items():
            with self.subTest(protocol), oxigraph() as server:
                self.push(server + path, "--protocol", protocol, "--again", store=store)
                self.assertEqual(dataset(server), expected)

    def test_a_refusal_says_what_to_do(self):
        with oxigraph() as server:
            _, told = self.push(server + "/nowhere", code=1)
            self.assertRegex(told, r"batch 1 .*404 Not Found \(is this the right address")
        _, told = self.push("http://127.0.0.1:9/store", "--tries", "1", code=1)
        self.assertIn("connection failed", told)
        _, told = self.push("http://ann:secret@127.0.0.1:9/store", code=2)
        self.assertNotIn("secret", told)

    def test_a_password_comes_from_the_environment_or_netrc_and_is_never_told(self):
        netrc = self.work / "netrc"
        netrc.write_text("machine 127.0.0.1 login ann password s3cret\n")
        # The base64 of ann:s3cret.
        with oxigraph() as server, Connection(server, password="Basic YW5uOnMzY3JldA==") as connection:
            address = connection.address + "/store"
            _, told = self.push(address, code=1)
            self.assertRegex(told, "401 Unauthorized.*DATELINE_USER")
            for environment in ({"DATELINE_USER": "ann", "DATELINE_PASSWORD": "s3cret"}, {"NETRC": str(netrc)}):
                out, told = self.push(address, "--again", **environment)
                self.assertEqual(dataset(server), reference())
                for text in (out, told, (self.work / "journal.tsv").read_text()):
                    self.assertNotIn("s3cret", text)
                    self.assertNotIn("YW5u", text)
            _, told = self.push(address, code=2, DATELINE_USER="ann")
            self.assertIn("DATELINE_PASSWORD", told)

    def test_two_pushes_with_one_journal_do_not_meet(self):
        with oxigraph() as server, Connection(server, {0: "hang"}.get) as connection:
            arguments = [os.environ["DATELINE"], "push", "--store", folder() / "kg", "--endpoint", connection.address + "/store", "--journal", self.work / "journal.tsv"]
            first = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                while not connection.seen:
                    time.sleep(0.01)
                _, told = self.push(server + "/store", code=1)
                self.assertIn("another push", told)
            finally:
                first.kill()
                first.wait()


class Queries(unittest.TestCase):
    maxDiff = 2000

    def test_a_server_gives_the_same_answers(self):
        with oxigraph() as server:
            dateline("push", "--store", folder() / "kg", "--endpoint", server + "/store", "--journal", folder() / "queries.tsv")
            endpoint = server + "/query?union-default-graph"
            for path in sorted((ROOT / "queries").glob("*.rq")):
                is_graph = "\nCONSTRUCT" in path.read_text(encoding="utf-8")
                form = "ntriples" if is_graph else "csv"
                with self.subTest(path.name):
                    local = dateline("query", path, "--store", folder() / "kg", "--format", form).splitlines()
                    remote = dateline("query", path, "--endpoint", endpoint, "--format", form).splitlines()
                    self.assertEqual(sorted(remote), sorted(local))
            bind = ("query", ROOT / "queries" / "what-one-person-said.rq", "--bind", "name=Marco Rubio", "--format", "csv")
            local = dateline(*bind, "--store", folder() / "kg")
            self.assertGreater(len(local.splitlines()), 1)
            self.assertEqual(sorted(dateline(*bind, "--endpoint", endpoint).splitlines()), sorted(local.splitlines()))
            self.assertEqual(dateline("query", "ASK { ?a a schema:NewsArticle }", "--endpoint", endpoint), "yes\n")
            code, _, told = run("query", "SELECT ?a WHERE { ?a a schema:NewsArticle }", "--bind", "b=x", "--endpoint", endpoint)
            self.assertEqual((code, "does not select ?b" in told), (2, True))
            code, _, told = run("query", "SELECT ?a WHERE {", "--endpoint", endpoint)
            self.assertEqual((code, "400" in told), (1, True))


if __name__ == "__main__":
    unittest.main()
