#!/usr/bin/env python3
"""Compares what Dateline and trafilatura read out of web pages with what people read out of them.

usage: compare.py DATELINE_BINARY FOLDER [--each]

FOLDER holds pages as NAME_DATE.html.gz, in folders of their own or not, and beside them NAME.json: for each page of that
name an object with "title", "authors", "publishing_date" and "body" (a "summary", and "sections" of a "headline" and
"paragraphs"), as the tests of Fundus have them. They are not part of this repository. trafilatura comes from PyPI.

Body: F1 over the words, counted as often as they stand there, mean of the pages. Title: share of pages with the same words.
Date: share of those with the same day. Authors: F1 over all names.
"""

import gzip
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

import trafilatura

DL, NIF, SCHEMA = "https://w3id.org/dateline#", "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#", "http://schema.org/"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"


def words(text):
    return re.findall(r"\w+", (text or "").lower().replace("’", "'"))


def overlap(found, gold):
    """F1 of two bags."""
    found, gold = Counter(found), Counter(gold)
    common = sum((found & gold).values())
    return 2 * common / (sum(found.values()) + sum(gold.values())) if common else float(not found and not gold)


def gold_pages(folder):
    """Each page with what people read: of several of one name, the one whose words the page has."""
    for path in sorted(folder.rglob("*.json")):
        golds = list(json.loads(path.read_text()).values())
        for page in sorted(path.parent.glob(f"{path.stem}_[0-9]*.html.gz")):
            html = gzip.decompress(page.read_bytes()).decode("utf-8", "replace")
            there = set(words(html))
            gold = max(golds, key=lambda gold: sum(word in there for word in words(body(gold))) / len(words(body(gold))))
            yield page, html, gold


def day_of(gold):
    return (gold.get("publishing_date") or "")[:10]


def body(gold):
    sections = gold["body"]["sections"]
    parts = gold["body"]["summary"] + [text for section in sections for text in section["headline"] + section["paragraphs"]]
    return "\n".join(parts)


def by_dateline(binary, pages):
    """Headline, text, day and authors by page."""
    with tempfile.TemporaryDirectory() as folder:
        for number, page in enumerate(pages):
            (Path(folder) / f"{number:03}.html.gz").write_bytes(page.read_bytes())
        run = subprocess.run([binary, "extract", folder, "--format", "nquads"], capture_output=True)
    said = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    literal = re.compile(r'"((?:[^"\\]|\\.)*)"')
    for line in run.stdout.decode().splitlines():
        subject, predicate, rest = line.split(" ", 2)
        value, graph = rest.rsplit(" ", 2)[:2]
        found = literal.match(value)
        said[graph][subject][predicate.strip("<>")].append(json.loads(found.group(0)) if found else value)
    read = {}
    for graph, nodes in said.items():
        article = nodes[graph]
        text = next(node[NIF + "isString"][0] for node in nodes.values() if NIF + "isString" in node)
        headline = next(iter(article[SCHEMA + "headline"]), "")
        authors = [nodes[author][LABEL][0] for author in article[SCHEMA + "author"]]
        day = next(iter(article[SCHEMA + "datePublished"]), "")
        read[int(article[DL + "sourceFile"][0][:3])] = (headline, text.removeprefix(headline), day[:10], authors)
    return [read.get(number, ("", "", "", [])) for number in range(len(pages))]


def by_trafilatura(html):
    found = trafilatura.bare_extraction(html, with_metadata=True, include_comments=False)
    if found is None:
        return "", "", "", []
    authors = [name.strip() for name in (found.author or "").split(";") if name.strip()]
    return found.title or "", (found.text or "").removeprefix(found.title or ""), (found.date or "")[:10], authors


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    pages = list(gold_pages(Path(sys.argv[2])))
    readers = {
        "dateline": by_dateline(sys.argv[1], [page for page, _, _ in pages]),
        f"trafilatura {trafilatura.__version__}": [by_trafilatura(html) for _, html, _ in pages],
    }
    print(f"{len(pages)} pages\n\n| reader | body | title | date | authors |\n|---|---|---|---|---|")
    for reader, found in readers.items():
        scores = []
        names, all_gold, all_found = 0, 0, 0
        for (page, _, gold), (title, text, day, authors) in zip(pages, found):
            known = {" ".join(words(name)) for name in gold.get("authors", [])}
            given = {" ".join(words(name)) for name in authors}
            names, all_gold, all_found = names + len(known & given), all_gold + len(known), all_found + len(given)
            row = overlap(words(text), words(body(gold))), words(title) == words(gold["title"]), day == day_of(gold)
            scores.append(row)
            if "--each" in sys.argv and not (row[0] > 0.93 and row[1] and row[2] and known == given):
                print(f"{reader[:8]} {page.name}: {row[0]:.3f} {title!r} / {gold['title']!r} {day} / {day_of(gold)} {given} / {known}")
        means = [sum(score) / len(pages) for score in zip(*scores)]
        means.append(2 * names / (all_gold + all_found))
        print(f"| {reader} | " + " | ".join(f"{mean:.3f}" for mean in means) + " |")


if __name__ == "__main__":
    main()
