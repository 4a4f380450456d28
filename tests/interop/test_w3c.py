"""The runner of the W3C's suites finds what is wrong in a suite of our own, and runs theirs where a folder with them is named by W3C_SUITES."""

import io
import os
import unittest
from pathlib import Path
from unittest import mock

import w3c

SUITE = Path(__file__).resolve().parent / "suite"
WRONG = {"other-result", "refuses-right", "accepts-wrong", "other-rows", "missing-row"}


class Runner(unittest.TestCase):
    maxDiff = 4000

    def test_it_finds_what_is_wrong(self):
        for manifest, count in (("manifest.ttl", 10), ("toRdf-manifest.jsonld", 4)):
            with self.subTest(manifest):
                outcomes = {name.split("#")[1]: why for name, why in w3c.results(SUITE / manifest)}
                self.assertEqual(len(outcomes), count)
                self.assertEqual({name for name, why in outcomes.items() if why}, WRONG & set(outcomes), outcomes)

    def test_known_failures_are_accepted_and_no_others(self):
        manifest = SUITE / "manifest.ttl"
        failing = {f"http://suite.example/manifest.ttl#{name}": "on purpose" for name in WRONG}
        for known, expected, told in ((failing, True, "5 known failures, 0 others"), ({}, False, "FAILED http://suite.example/manifest.ttl#other-rows"), (failing | {"http://suite.example/manifest.ttl#right": ""}, False, "take it out")):
            out = io.StringIO()
            with mock.patch.object(w3c, "known", lambda: known):
                self.assertEqual(w3c.report([manifest], out), expected)
            self.assertIn(told, out.getvalue())

    @unittest.skipUnless(os.environ.get("W3C_SUITES"), "W3C_SUITES names no folder with w3c/rdf-tests and w3c/json-ld-api")
    def test_their_suites(self):
        out = io.StringIO()
        passed = w3c.report([Path(os.environ["W3C_SUITES"]) / path for path in w3c.ALL], out)
        print(out.getvalue())
        self.assertTrue(passed, out.getvalue())


if __name__ == "__main__":
    unittest.main()
