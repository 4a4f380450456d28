"""The documents for web pages use classes and properties of schema.org, where it allows them."""

import json
import re
import unittest
from functools import cache
from importlib import import_module

from pyld import jsonld

from exports import dateline, folder

# Types that a text may have.
TEXTS = {"Text", "URL", "Date", "DateTime"}


@cache
def documents():
    path = folder() / "pages"
    dateline("export", "--store", folder() / "kg", "--format", "schema-org", "-o", path)
    return [json.loads(file.read_text(encoding="utf-8")) for file in sorted(path.glob("*.jsonld"))]


@cache
def bases(name):
    """A class with those above it, as the vocabulary has them."""
    model = getattr(import_module(f"pydantic2_schemaorg.{name}"), name)
    return {base.__name__: base for base in model.__mro__ if base.__module__.startswith("pydantic2_schemaorg.")}


def ranges(classes, name):
    """What a property of some class of several may have as its value; none if no class has it."""
    found = [base.__annotations__[name] for kind in classes for base in bases(kind).values() if name in base.__annotations__]
    return {word for text in found for word in re.findall(r"\w+", text)}


def classes(node):
    kind = node["@type"]
    return kind if isinstance(kind, list) else [kind]


def many(value):
    return value if isinstance(value, list) else [value]


def mistakes(document):
    """What is not as schema.org has it, in words."""
    nodes = {}
    collect(document, nodes)
    for node in nodes.values():
        for name, value in node.items():
            if name.startswith("@"):
                continue
            allowed = ranges(classes(node), name)
            if not allowed:
                yield f"{classes(node)} has no {name}"
            for item in many(value):
                if isinstance(item, str):
                    if not allowed & TEXTS:
                        yield f"{name} is no text"
                elif item["@id"] not in nodes:
                    yield f"{name} leads out of the document: {item}"
                elif not allowed & {base for kind in classes(nodes[item["@id"]]) for base in bases(kind)}:
                    yield f"{name} of {classes(node)} is no {classes(nodes[item['@id']])}"


def collect(value, nodes):
    if isinstance(value, list):
        for item in value:
            collect(item, nodes)
    elif isinstance(value, dict):
        if "@type" in value:
            nodes[value["@id"]] = value
        for item in value.values():
            collect(item, nodes)


class Pages(unittest.TestCase):
    def test_each_article_has_a_document_without_mistakes(self):
        self.assertGreaterEqual(len(documents()), 4)
        for document in documents():
            with self.subTest(document["@id"]):
                self.assertEqual(sorted(set(mistakes(document))), [])
                self.assertTrue(document["headline"] and document["mentions"])

    def test_a_mistake_is_found(self):
        for name, value in (("jobTitle", "envoy"), ("author", {"@id": "https://a.example/nobody"}), ("hasPart", {"@type": "Person", "@id": "https://a.example/x"})):
            document = documents()[0] | {name: value}
            self.assertNotEqual(list(mistakes(document)), [], name)

    def test_the_documents_are_json_ld(self):
        for document in documents():
            # The real context is on the web; its vocabulary is all that these documents use of it.
            local = document | {"@context": {"@vocab": "https://schema.org/"}}
            types = {quad.split(" ", 2)[2] for quad in jsonld.to_rdf(local, {"format": "application/n-quads"}).splitlines() if "#type>" in quad}
            self.assertTrue(any("schema.org/NewsArticle" in kind for kind in types))


if __name__ == "__main__":
    unittest.main()
