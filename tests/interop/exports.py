"""The sample articles, ingested and exported once in every format, and readers of those exports.

A term is a tuple (kind, value, datatype or language); a data set is a set of tuples (subject, predicate, object, graph).
"""

import os
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import pyoxigraph
import rdflib

rdflib.NORMALIZE_LITERALS = False

ROOT = Path(__file__).resolve().parents[2]
QUADS = {"nquads": "nq", "trig": "trig", "jsonld": "jsonld"}
TRIPLES = {"turtle": "ttl", "ntriples": "nt", "rdfxml": "rdf"}
FORMATS = QUADS | TRIPLES
RDFLIB_NAMES = {"nquads": "nquads", "trig": "trig", "jsonld": "json-ld", "turtle": "turtle", "ntriples": "nt", "rdfxml": "xml"}
STRING = "http://www.w3.org/2001/XMLSchema#string"


def dateline(*arguments):
    """Runs the program; its standard output."""
    done = subprocess.run([os.environ["DATELINE"], *map(str, arguments)], capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        raise AssertionError(f"dateline {' '.join(map(str, arguments))}: exit code {done.returncode}\n{done.stderr}")
    return done.stdout


@cache
def folder():
    """A folder with the exports; it lives as long as the process."""
    temporary = tempfile.TemporaryDirectory()
    folder.keep = temporary
    path = Path(temporary.name)
    dateline("ingest", *sorted((ROOT / "examples").glob("*.txt")), "--store", path / "kg")
    for profile in ("full", "lean"):
        for name, extension in FORMATS.items():
            dateline("export", "--store", path / "kg", "--format", name, "--profile", profile, "-o", path / f"{profile}.{extension}")
    return path


def export(name, profile="full"):
    """The file of one export."""
    return folder() / f"{profile}.{FORMATS[name]}"


@cache
def reference(profile="full"):
    """The data set as the simplest format gives it to the strictest reader."""
    return frozenset(read_with_oxigraph(export("nquads", profile), "nquads"))


def without_graphs(dataset):
    """The union of the graphs."""
    return {(subject, predicate, value, None) for subject, predicate, value, _ in dataset}


def read_with_oxigraph(path, name):
    form = pyoxigraph.RdfFormat.from_extension(FORMATS[name])
    return {tuple(map(oxigraph_term, quad)) for quad in pyoxigraph.parse(path=str(path), format=form)}


def oxigraph_term(term):
    match term:
        case pyoxigraph.NamedNode():
            return ("iri", term.value, None)
        case pyoxigraph.Literal():
            return ("literal", term.value, term.language or term.datatype.value)
        case pyoxigraph.DefaultGraph():
            return None
    raise AssertionError(f"neither an IRI nor a literal: {term}")


def read_with_rdflib(path, name):
    dataset = rdflib.Dataset()
    if name in QUADS:
        dataset.parse(path, format=RDFLIB_NAMES[name])
    else:
        dataset.default_graph.parse(path, format=RDFLIB_NAMES[name])
    return {tuple(map(rdflib_term, quad)) for quad in dataset.quads()}


def rdflib_term(term):
    match term:
        case None:
            return None
        case rdflib.URIRef():
            return None if term == rdflib.graph.DATASET_DEFAULT_GRAPH_ID else ("iri", str(term), None)
        case rdflib.Literal():
            return ("literal", str(term), term.language or str(term.datatype or STRING))
    raise AssertionError(f"neither an IRI nor a literal: {term!r}")


def union_graph(path):
    """The union of the graphs of an N-Quads file as an rdflib graph."""
    union = rdflib.Graph()
    dataset = rdflib.Dataset()
    dataset.parse(path, format="nquads")
    for subject, predicate, value, _ in dataset.quads():
        union.add((subject, predicate, value))
    return union
