"""Runs test suites of the W3C through the program's own commands: `export` reads and writes RDF, `query` answers SPARQL.

usage: DATELINE=BINARY python w3c.py MANIFEST...   or, for all suites that the project counts,
       DATELINE=BINARY python w3c.py --all FOLDER   where FOLDER has the repositories w3c/rdf-tests and w3c/json-ld-api.

Failures that are known stand in w3c-known.tsv with their reason. Exit code 1: another test fails, or a known one passes.
"""

import csv
import io
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path

import pyoxigraph
from pyld import jsonld
from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, Literal, NamedNode, Quad, RdfFormat

HERE = Path(__file__).resolve().parent
ALL = [
    *(f"rdf-tests/rdf/rdf11/{name}/manifest.ttl" for name in ("rdf-n-triples", "rdf-n-quads", "rdf-turtle", "rdf-trig", "rdf-xml")),
    "rdf-tests/sparql/sparql11/manifest-sparql11-query.ttl",
    "rdf-tests/sparql/sparql11/manifest-sparql11-results.ttl",
    "json-ld-api/tests/toRdf-manifest.jsonld",
    "json-ld-api/tests/fromRdf-manifest.jsonld",
]
# Where the suites are published: relative IRIs of tests are read against that.
PUBLISHED = {"rdf-tests": "https://w3c.github.io/rdf-tests/", "json-ld-api": "https://w3c.github.io/json-ld-api/"}
MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RESULTS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
# What a suite's own format is called by `export`, beside N-Quads.
OWN = {"ttl": "turtle", "trig": "trig", "rdf": "rdfxml", "nt": "ntriples", "nq": "nquads"}


class Wrong(Exception):
    """A test fails, and why."""


def run(*arguments):
    done = subprocess.run([os.environ["DATELINE"], *map(str, arguments)], capture_output=True, timeout=60)
    return done.returncode, done.stdout, done.stderr.decode(errors="replace").strip()


def must(*arguments):
    code, out, told = run(*arguments)
    if code:
        raise Wrong(f"refused: {told}")
    return out


def must_not(*arguments):
    code, _, told = run(*arguments)
    if code == 0:
        raise Wrong("accepted")
    if code not in (1, 2) or not told.startswith("dateline: "):
        raise Wrong(f"no plain refusal but exit code {code}: {told}")


def canonical(quads):
    dataset = Dataset(quads)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return sorted(map(str, dataset))


def same(found, expected):
    found, expected = canonical(found), canonical(expected)
    if found != expected:
        added, lost = sorted(set(found) - set(expected)), sorted(set(expected) - set(found))
        raise Wrong(f"{len(added)} added, {len(lost)} lost, such as {(added + lost)[:2]}")


def parse(source, form, base=None):
    if isinstance(source, Path):
        source = source.read_bytes()
    return list(pyoxigraph.parse(input=source, format=form, base_iri=base))


def form_of(path):
    return RdfFormat.JSON_LD if path.suffix == ".jsonld" else RdfFormat.from_extension(path.suffix[1:])


class Manifest:
    """A manifest in Turtle, and those that it includes."""

    def __init__(self, path, published):
        # Files of a suite by their IRIs and the reverse.
        self.root, self.published = published
        self.dataset = Dataset(parse(path, RdfFormat.TURTLE, self.iri(path)))
        self.node = NamedNode(self.iri(path))

    def iri(self, path):
        return self.published + path.relative_to(self.root).as_posix()

    def path(self, node):
        return self.root / node.value.removeprefix(self.published)

    def value(self, subject, predicate):
        return next((quad.object for quad in self.dataset.quads_for_subject(subject) if quad.predicate.value == predicate), None)

    def values(self, subject, predicate):
        return [quad.object for quad in self.dataset.quads_for_subject(subject) if quad.predicate.value == predicate]

    def list(self, node):
        while node is not None and node.value != RDF + "nil":
            yield self.value(node, RDF + "first")
            node = self.value(node, RDF + "rest")

    def tests(self):
        for included in self.list(self.value(self.node, MF + "include")):
            yield from Manifest(self.path(included), (self.root, self.published)).tests()
        for test in self.list(self.value(self.node, MF + "entries")):
            kind = self.value(test, RDF + "type").value.split("#")[1]
            yield test.value, lambda test=test, kind=kind: self.run(test, kind)

    def run(self, test, kind):
        if "Query" in kind or "Result" in kind or kind.endswith("Test11"):
            return self.sparql(test, kind)
        action = self.value(test, MF + "action")
        base = self.value(self.node, MF + "assumedTestBase")
        base = (base.value if base else self.iri(self.path(self.node).parent) + "/") + action.value.rsplit("/", 1)[1] if base else action.value
        path = self.path(action)
        if path.suffix == ".rdf":
            base = action.value
        read = ("export", "--data", path, "--relative-to", base, "--format")
        if "Negative" in kind:
            return must_not(*read, "nquads")
        out = parse(must(*read, "nquads"), RdfFormat.N_QUADS)
        result = self.value(test, MF + "result")
        expected = parse(self.path(result), form_of(self.path(result))) if result else parse(path, form_of(path), base)
        same(out, expected)
        own = OWN[path.suffix[1:]]
        if own != "nquads":
            same(parse(must(*read, own), RdfFormat.from_extension(path.suffix[1:])), expected)

    def sparql(self, test, kind):
        action = self.value(test, MF + "action")
        query = self.value(action, QT + "query") if isinstance(action, BlankNode) else action
        with tempfile.TemporaryDirectory() as folder:
            data = Path(folder) / "data.nq"
            data.write_bytes(pyoxigraph.serialize(self.data(action), format=RdfFormat.N_QUADS))
            ask = ("query", self.path(query), "--data", data, "--no-union", "--relative-to", query.value)
            if "Negative" in kind:
                return must_not(*ask)
            if "Syntax" in kind:
                # A query may be right and still ask for a function that is not there.
                code, _, told = run(*ask)
                if code == 2:
                    raise Wrong(f"refused: {told}")
                return None
            result = self.value(test, MF + "result")
            return answers(ask, self.path(result), result.value)

    def data(self, action):
        """The data set of a query."""
        for file in self.values(action, QT + "data"):
            yield from parse(self.path(file), form_of(self.path(file)), file.value)
        for graph in self.values(action, QT + "graphData"):
            file = self.value(graph, QT + "graph") or graph
            label = self.value(graph, "http://www.w3.org/2000/01/rdf-schema#label")
            name = NamedNode(label.value) if label else file
            for quad in parse(self.path(file), form_of(self.path(file)), file.value):
                yield Quad(quad.subject, quad.predicate, quad.object, name)


def answers(ask, path, base):
    """Compares an answer with a file of results."""
    kind = path.suffix[1:]
    if kind == "csv":
        # The order of columns is free where all are selected.
        read = lambda text: Counter(tuple(sorted((name, re.sub("^_:.*", "_:", value)) for name, value in row.items())) for row in csv.DictReader(io.StringIO(text)))
        found, expected = read(must(*ask, "--format", "csv").decode()), read(path.read_text(encoding="utf-8"))
        if found != expected:
            raise Wrong(f"rows {found - expected} in place of {expected - found}")
    elif kind in ("srx", "srj", "tsv"):
        form = {"srx": pyoxigraph.QueryResultsFormat.XML, "srj": pyoxigraph.QueryResultsFormat.JSON, "tsv": pyoxigraph.QueryResultsFormat.TSV}[kind]
        asked = {"srx": "xml", "srj": "json", "tsv": "tsv"}[kind]
        same(rows(pyoxigraph.parse_query_results(must(*ask, "--format", asked), format=form)), rows(pyoxigraph.parse_query_results(path=str(path), format=form)))
    else:
        expected = parse(path, form_of(path), base)
        if any(RESULTS in quad.predicate.value for quad in expected):
            found = rows(pyoxigraph.parse_query_results(must(*ask, "--format", "json"), format=pyoxigraph.QueryResultsFormat.JSON))
            return same(found, described(expected))
        same(parse(must(*ask, "--format", "ntriples"), RdfFormat.N_TRIPLES), expected)


def rows(results):
    """Rows as a graph, so that blank nodes may be renamed: a node a row."""
    if isinstance(results, pyoxigraph.QueryBoolean):
        return [Quad(NamedNode("row:answer"), NamedNode("row:is"), Literal(bool(results)))]
    names = [variable.value for variable in results.variables]
    quads = [Quad(NamedNode("row:head"), NamedNode("row:names"), Literal(name)) for name in names]
    for solution in results:
        row = BlankNode()
        quads.append(Quad(row, NamedNode("row:is"), Literal("row")))
        quads.extend(Quad(row, NamedNode(f"row:{name}"), by_value(solution[name])) for name in names if solution[name] is not None)
    return quads


def by_value(term):
    """A number in one of the forms that its value can have: an answer is right in any."""
    kind = term.datatype.value.rpartition("#")[2] if isinstance(term, Literal) else ""
    forms = {"integer": int, "decimal": lambda text: f"{Decimal(text).normalize():f}", "double": float, "float": float}
    try:
        return Literal(str(forms[kind](term.value)), datatype=term.datatype) if kind in forms else term
    except (ValueError, ArithmeticError):
        return term


def described(quads):
    """The same of rows that are described in RDF."""
    dataset = Dataset(quads)
    of = lambda subject, name: [quad.object for quad in dataset.quads_for_subject(subject) if quad.predicate.value == RESULTS + name]
    (head,) = {quad.subject for quad in dataset if quad.object == NamedNode(RESULTS + "ResultSet")}
    if of(head, "boolean"):
        return [Quad(NamedNode("row:answer"), NamedNode("row:is"), Literal(of(head, "boolean")[0].value == "true"))]
    out = [Quad(NamedNode("row:head"), NamedNode("row:names"), Literal(name.value)) for name in of(head, "resultVariable")]
    for solution in of(head, "solution"):
        row = BlankNode()
        out.append(Quad(row, NamedNode("row:is"), Literal("row")))
        for binding in of(solution, "binding"):
            out.append(Quad(row, NamedNode("row:" + of(binding, "variable")[0].value), by_value(of(binding, "value")[0])))
    return out


class JsonLd:
    """A manifest in JSON."""

    def __init__(self, path, _):
        self.folder, self.manifest = path.parent, json.loads(path.read_text(encoding="utf-8"))

    def tests(self):
        for test in self.manifest["sequence"]:
            # Those for processors of version 1.0 only are not for one of 1.1.
            if (test.get("option") or {}).get("specVersion") != "json-ld-1.0":
                yield self.manifest["baseIri"] + self.manifest["name"].replace(" ", "") + test["@id"], lambda test=test: self.run(test)

    def run(self, test):
        kinds, path = test["@type"], self.folder / test["input"]
        if "jld:FromRDFTest" in kinds:
            return self.from_rdf(path)
        base = (test.get("option") or {}).get("base", self.manifest["baseIri"] + test["input"])
        read = ("export", "--data", path, "--relative-to", base, "--format", "nquads")
        if "jld:NegativeEvaluationTest" in kinds:
            return must_not(*read)
        out = must(*read)
        if "jld:PositiveSyntaxTest" not in kinds:
            same(parse(out, RdfFormat.N_QUADS), parse(self.folder / test["expect"], RdfFormat.N_QUADS))

    def from_rdf(self, path):
        """Our JSON-LD is compact and knows none of the options, so that it is compared by what it says, to two readers."""
        expected = parse(path, RdfFormat.N_QUADS)
        out = must("export", "--data", path, "--format", "jsonld")
        same(parse(out, RdfFormat.JSON_LD), expected)
        same(parse(jsonld.to_rdf(json.loads(out), {"format": "application/n-quads"}), RdfFormat.N_QUADS), expected)


def suite(path):
    path = Path(path).resolve()
    roots = [parent for parent in path.parents if parent.name in PUBLISHED]
    published = (roots[0], PUBLISHED[roots[0].name]) if roots else (path.parent, "http://suite.example/")
    return (JsonLd if path.suffix == ".jsonld" else Manifest)(path, published)


def results(path):
    """Each test of a suite with why it fails, or nothing."""

    def outcome(test):
        name, check = test
        try:
            check()
            return name, None
        except Wrong as wrong:
            return name, str(wrong)
        except Exception as error:  # A test that cannot be run fails.
            return name, f"{type(error).__name__}: {error}"

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(outcome, suite(path).tests()))


def known():
    lines = (HERE / "w3c-known.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines if line and not line.startswith("#"))


def report(paths, out=sys.stdout):
    """Runs suites; true when just the known tests fail."""
    expected, unexpected = known(), 0
    for path in paths:
        tests = results(path)
        failed = {name: why for name, why in tests if why}
        new = {name: why for name, why in failed.items() if name not in expected}
        mended = [name for name, why in tests if not why and name in expected]
        for name, why in new.items():
            print(f"FAILED {name}\t{why[:300]}", file=out)
        for name in mended:
            print(f"PASSED {name}, which is known to fail: take it out of w3c-known.tsv", file=out)
        print(f"{path}: {len(tests) - len(failed)} of {len(tests)} passed, {len(failed) - len(new)} known failures, {len(new)} others", file=out)
        unexpected += len(new) + len(mended) + (not tests)
    return not unexpected


if __name__ == "__main__":
    chosen = [Path(sys.argv[2]) / path for path in ALL] if sys.argv[1:2] == ["--all"] else sys.argv[1:]
    if not chosen:
        sys.exit(__doc__)
    sys.exit(0 if report(chosen) else 1)
