"""The queries are standard SPARQL: rdflib gives the same rows as the program."""

import json
import unittest

import rdflib

from exports import ROOT, dateline, export, folder


def rows_of_the_program(path):
    answer = json.loads(dateline("query", path, "--store", folder() / "kg", "--format", "json"))
    names = answer["head"]["vars"]
    return sorted(tuple(row.get(name, {}).get("value", "") for name in names) for row in answer["results"]["bindings"])


def rows_of_rdflib(dataset, text):
    return sorted(tuple("" if value is None else str(value) for value in row) for row in dataset.query(text))


class Queries(unittest.TestCase):
    maxDiff = 2000

    def test_rdflib_gives_the_same_rows(self):
        dataset = rdflib.Dataset(default_union=True)
        dataset.parse(export("nquads"), format="nquads")
        for path in sorted((ROOT / "queries").glob("*.rq")):
            text = path.read_text(encoding="utf-8")
            if "\nCONSTRUCT" in text:
                continue
            with self.subTest(query=path.name):
                self.assertEqual(rows_of_rdflib(dataset, text), rows_of_the_program(path))


if __name__ == "__main__":
    unittest.main()
