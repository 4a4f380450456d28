"""How well names are linked, with the built-in authority alone and with one that was added:
benches/linking.py DATELINE TRAINING ARTICLES.jsonl CORPUS.jsonl...

ARTICLES.jsonl and the corpora are lines of JSON in the form of ELEVANT (https://github.com/ad-freiburg/elevant, folder benchmarks): a
text with its mentions and their Wikidata items. DATELINE and TRAINING are the two programs of this workspace.

The added authority has the items that the articles mean and the built-in authority lacks, under their Wikidata labels, and every item of
the other corpora. What else an item is called is taken from the other corpora alone, never from the articles. For each of the missing
items there are at least DISTRACTORS others whose names are like its own; `--list` shows them.
"""

import csv
import json
import subprocess
import sys
import tempfile
from pathlib import Path

DISTRACTORS = 20
ONTOLOGY = Path(__file__).resolve().parent.parent / "ontology" / "authority"
FILES = ["countries", "places", "organizations", "events", "people"]
# Wikidata's classes of people, organizations and places.
KINDS = [("Q215627", "person"), ("Q27096213", "physical"), ("Q43229", "organization")]


def built_in():
    """The identifiers of the built-in authority."""
    rows = (line.split("\t", 1)[0] for name in FILES for line in (ONTOLOGY / f"{name}.tsv").open(encoding="utf-8"))
    return set(rows)


def labels(path):
    """The annotated items of a corpus: identifier, label, kind, words that mean it."""
    for line in Path(path).open(encoding="utf-8"):
        article = json.loads(line)
        for label in article["labels"]:
            kind = next((kind for wikidata, kind in KINDS if wikidata in label["type"].split("|")), None)
            if kind and label["entity_id"].startswith("Q") and label["name"] != "Unknown":
                pronoun = label.get("coref") or label.get("desc")
                words = None if pronoun else article["text"][label["span"][0] : label["span"][1]]
                yield label["entity_id"], label["name"], kind, words


def items(paths):
    """The items of corpora, each with its label, kind and other names."""
    found = {}
    for path in paths:
        for item, name, kind, words in labels(path):
            _, _, aliases = found.setdefault(item, (name, kind, set()))
            if words and words[0].isupper() and words != name:
                aliases.add(" ".join(words.replace("|", " ").split()))
    return found


def pieces(name):
    """What two names that are alike share: words and runs of three letters."""
    name = name.lower()
    padded = f" {name} "
    return set(name.split()) | {padded[start : start + 3] for start in range(len(padded) - 2)}


def nearest(name, others):
    """The items whose names are the most alike, with how much of both they share."""
    own = pieces(name)
    share = lambda item: len(own & others[item][3]) / len(own | others[item][3])
    return sorted(others, key=lambda item: (-share(item), item))[:DISTRACTORS]


def table(articles, corpora, path, show):
    """Writes the added authority; gives how many items were missing and how many rows it has."""
    known = built_in()
    others = {item: (*row, pieces(row[0])) for item, row in items(corpora).items() if item not in known}
    # Of the articles' own items their labels alone.
    missing = {item: row for item, row in items([articles]).items() if item not in known}
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["id", "label", "kind", "aliases"])
        for item in sorted(missing.keys() | others.keys()):
            name, kind, aliases, *_ = others.get(item) or (*missing[item][:2], set())
            rows.writerow([item, name, kind, "|".join(sorted(aliases))])
    for item in sorted(missing):
        like = nearest(missing[item][0], {other: row for other, row in others.items() if other not in missing})
        if len(like) < DISTRACTORS:
            sys.exit(f"{missing[item][0]} has {len(like)} distractors: give more corpora")
        if show:
            print(f"{item}\t{missing[item][0]}\t{', '.join(others[other][0] for other in like)}")
    return len(missing), len(missing.keys() | others.keys())


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "--list"]
    if len(arguments) < 4:
        sys.exit(__doc__)
    dateline, training, articles, *corpora = arguments
    run = lambda *command: subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE).stdout
    with tempfile.TemporaryDirectory() as folder:
        path, authority = Path(folder) / "others.csv", Path(folder) / "authority"
        missing, rows = table(articles, corpora, path, len(arguments) < len(sys.argv) - 1)
        run(dateline, "authority", "add", str(path), "--authority", str(authority))
        print("built-in authority")
        print(run(training, "evaluate", "links", articles))
        print(f"with {rows} rows added, among them the {missing} items that the built-in authority lacks")
        print(run(training, "evaluate", "links", articles, "--authority", str(authority)))


main()
