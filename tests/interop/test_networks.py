"""Every view in every format for networks, opened by the tools they are for, has the nodes and edges that SPARQL gives."""

import csv
import json
import re
import subprocess
import unittest
from collections import Counter
from functools import cache

import duckdb
import igraph
import networkx
import pyoxigraph
from csvw import CSVW

from exports import ROOT, dateline, export, folder

VIEWS = {path.stem: path for path in sorted((ROOT / "queries" / "views").glob("*.rq"))}


@cache
def store():
    store = pyoxigraph.Store()
    store.load(path=str(export("nquads")), format=pyoxigraph.RdfFormat.N_QUADS)
    return store


@cache
def rows(view):
    """The rows of a view as another program gives them: column by name, text or nothing."""
    answer = store().query(VIEWS[view].read_text(encoding="utf-8"), use_default_graph_as_union=True)
    names = [variable.value for variable in answer.variables]
    return [{name: None if row[name] is None else row[name].value for name in names} for row in answer]


def is_directed(view):
    return "source" in rows(view)[0]


def ends(view, source, target):
    """The ends of an edge, in one order if it has no direction."""
    return (source, target) if is_directed(view) else tuple(sorted((source, target)))


@cache
def expected(view):
    """Nodes, and how often each edge stands in the answer."""
    names = ("source", "target") if is_directed(view) else ("one", "other")
    edges = Counter((*ends(view, row[names[0]], row[names[1]]), row["kind"]) for row in rows(view))
    return {end for edge in edges for end in edge[:2]}, edges


@cache
def network(view, form):
    path = folder() / f"{view}.{form}"
    dateline("export", "--store", folder() / "kg", "--format", form, "--view", view, "-o", path)
    return path


class Networks(unittest.TestCase):
    maxDiff = 2000

    def same(self, view, nodes, edges):
        expected_nodes, expected_edges = expected(view)
        self.assertGreater(len(expected_edges), 3)
        self.assertEqual(set(nodes), expected_nodes)
        self.assertEqual(Counter((*ends(view, source, target), kind) for source, target, kind in edges), expected_edges)

    def of_networkx(self, view, graph):
        self.assertEqual(graph.is_directed(), is_directed(view))
        self.same(view, graph.nodes, [(source, target, data["kind"]) for source, target, data in graph.edges(data=True)])
        self.assertTrue(all(data["label"] != node and data["kind"] for node, data in graph.nodes(data=True)))

    def test_networkx_reads_graphml(self):
        for view in VIEWS:
            with self.subTest(view):
                self.of_networkx(view, networkx.read_graphml(network(view, "graphml"), force_multigraph=True))

    def test_igraph_reads_graphml(self):
        for view in VIEWS:
            with self.subTest(view):
                graph = igraph.Graph.Read_GraphML(str(network(view, "graphml")))
                self.assertEqual(graph.is_directed(), is_directed(view))
                names = graph.vs["id"]
                self.same(view, names, [(names[edge.source], names[edge.target], edge["kind"]) for edge in graph.es])
                self.assertEqual("weight" in graph.es.attributes(), "weight" in rows(view)[0])

    def test_weights_are_numbers_and_those_of_the_query(self):
        graph = networkx.read_graphml(network("met", "graphml"), force_multigraph=True)
        weights = {ends("met", one, other): data["weight"] for one, other, data in graph.edges(data=True)}
        self.assertEqual(weights, {ends("met", row["one"], row["other"]): int(row["weight"]) for row in rows("met")})

    def test_networkx_reads_gexf(self):
        for view in VIEWS:
            with self.subTest(view):
                self.of_networkx(view, networkx.read_gexf(network(view, "gexf")))

    def test_days_place_edges_on_the_time_line(self):
        graph = networkx.read_gexf(network("met", "gexf"))
        days = {(*ends("met", one, other), data.get("start"), data.get("end")) for one, other, data in graph.edges(data=True)}
        self.assertEqual(days, {(*ends("met", row["one"], row["other"]), row["start"], row["end"]) for row in rows("met")})
        self.assertTrue(any(start for _, _, start, _ in days))

    def test_networkx_reads_cytoscape(self):
        for view in VIEWS:
            with self.subTest(view):
                self.of_networkx(view, networkx.cytoscape_graph(json.loads(network(view, "cytoscape").read_text(encoding="utf-8"))))

    def test_graphviz_reads_dot(self):
        for view in VIEWS:
            with self.subTest(view):
                done = subprocess.run(["dot", "-Tdot_json", network(view, "dot")], capture_output=True, check=True)
                graph = json.loads(done.stdout)
                self.assertEqual(graph["directed"], is_directed(view))
                names = [node["name"] for node in graph["objects"]]
                self.same(view, names, [(names[edge["tail"]], names[edge["head"]], edge["label"]) for edge in graph["edges"]])

    def test_duckdb_reads_parquet(self):
        for view in VIEWS:
            with self.subTest(view):
                path = network(view, "parquet")
                nodes = duckdb.sql(f"SELECT id FROM '{path}/nodes.parquet'").fetchall()
                edges = duckdb.sql(f"SELECT source, target, kind FROM '{path}/edges.parquet'").fetchall()
                self.same(view, [node for (node,) in nodes], edges)
        types = dict(duckdb.sql(f"SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM '{network('met', 'parquet')}/edges.parquet')").fetchall())
        self.assertEqual((types["weight"], types["start"]), ("BIGINT", "DATE"))

    def test_a_validator_of_csv_on_the_web_finds_nothing_wrong(self):
        for view in VIEWS:
            with self.subTest(view):
                tables = CSVW(str(network(view, "csvw") / "csv-metadata.json"), validate=True)
                self.assertTrue(tables.is_valid)
                tables.tablegroup.check_referential_integrity()
                nodes, edges = (list(tables.tablegroup.tabledict[name].iterdicts()) for name in ("nodes.csv", "edges.csv"))
                self.same(view, [node["id"] for node in nodes], [(edge["source"], edge["target"], edge["kind"]) for edge in edges])

    def test_a_broken_reference_is_found(self):
        path = network("met", "csvw")
        broken = folder() / "broken.csvw"
        broken.mkdir()
        for name in ("nodes.csv", "edges.csv", "csv-metadata.json"):
            lines = (path / name).read_text(encoding="utf-8").splitlines(keepends=True)
            (broken / name).write_text("".join(lines[:-1] if name == "nodes.csv" else lines), encoding="utf-8")
        with self.assertRaises(ValueError):
            CSVW(str(broken / "csv-metadata.json")).tablegroup.check_referential_integrity()

    def test_the_files_for_neo4j_have_its_form(self):
        header = re.compile(r"(\w+:(ID|string|long|double|boolean|date)|label|:LABEL|:START_ID|:END_ID|:TYPE)")
        for view in VIEWS:
            with self.subTest(view):
                tables = {}
                for name in ("nodes", "edges"):
                    with open(network(view, "neo4j") / f"{name}.csv", encoding="utf-8", newline="") as file:
                        tables[name] = list(csv.DictReader(file))
                    for column in tables[name][0]:
                        self.assertTrue(header.fullmatch(column), column)
                self.same(view, [node["id:ID"] for node in tables["nodes"]], [(edge[":START_ID"], edge[":END_ID"], edge[":TYPE"]) for edge in tables["edges"]])
                labels = {label for node in tables["nodes"] for label in node[":LABEL"].split(";")}
                cypher = (network(view, "neo4j") / "constraints.cypher").read_text(encoding="utf-8")
                self.assertEqual(set(re.findall(r"\(node:`([^`]+)`\)", cypher)), labels)

    def test_a_query_gives_its_own_network(self):
        query = "SELECT ?source ?target WHERE { ?x org:member ?source ; org:organization ?target }"
        path = folder() / "own.graphml"
        dateline("export", "--store", folder() / "kg", "--format", "graphml", "--query", query, "-o", path)
        graph = networkx.read_graphml(path, force_multigraph=True)
        answer = store().query("PREFIX org: <http://www.w3.org/ns/org#> " + query, use_default_graph_as_union=True)
        self.assertEqual(Counter(graph.edges()), Counter((row["source"].value, row["target"].value) for row in answer))

    def test_odd_names_arrive_as_they_are(self):
        names = ['a "b"', "a 'b'", "back\\slash", "back\\", "<b>&amp;</b>", "line\nbreak", "a,b;c", "مرحبا", "𝄞", "\\N", "->", "{", "NULL", " a "]
        quoted = [json.dumps(name, ensure_ascii=False) for name in names]
        values = " ".join(f"({name} {target})" for name, target in zip(quoted, quoted[1:] + quoted[:1]))
        query = f"SELECT ?source ?target WHERE {{ VALUES (?source ?target) {{ {values} }} }}"
        paths = {}
        for form in ("graphml", "gexf", "cytoscape", "dot", "parquet", "csvw"):
            paths[form] = folder() / f"odd.{form}"
            dateline("export", "--store", folder() / "kg", "--format", form, "--query", query, "-o", paths[form])
        drawn = json.loads(subprocess.run(["dot", "-Tdot_json", paths["dot"]], capture_output=True, check=True).stdout)
        found = {
            "networkx graphml": networkx.read_graphml(paths["graphml"]).nodes,
            # igraph leaves an ampersand of an attribute escaped.
            "igraph": [name.replace("&#38;", "&") for name in igraph.Graph.Read_GraphML(str(paths["graphml"])).vs["id"]],
            "gexf": networkx.read_gexf(paths["gexf"]).nodes,
            "cytoscape": networkx.cytoscape_graph(json.loads(paths["cytoscape"].read_text(encoding="utf-8"))).nodes,
            "duckdb": [name for (name,) in duckdb.sql(f"SELECT id FROM '{paths['parquet']}/nodes.parquet'").fetchall()],
            "csvw": [row["id"] for row in CSVW(str(paths["csvw"] / "csv-metadata.json")).tablegroup.tabledict["nodes.csv"].iterdicts()],
        }
        for tool, nodes in found.items():
            with self.subTest(tool):
                self.assertEqual(sorted(nodes), sorted(names))
        # Graphviz keeps escapes in names.
        self.assertEqual(len(drawn["objects"]), len(names))

    def test_a_construct_gives_its_triples(self):
        path = folder() / "construct.graphml"
        query = ROOT / "queries" / "actor-network.rq"
        dateline("export", "--store", folder() / "kg", "--format", "graphml", "--query", query, "-o", path)
        graph = networkx.read_graphml(path, force_multigraph=True)
        triples = {triple for triple in store().query(query.read_text(encoding="utf-8"), use_default_graph_as_union=True)}
        edges = [triple for triple in triples if isinstance(triple.object, pyoxigraph.NamedNode)]
        self.assertEqual(Counter(graph.edges()), Counter((triple.subject.value, triple.object.value) for triple in edges))


if __name__ == "__main__":
    unittest.main()
