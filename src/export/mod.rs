//! Stage 7: the graph as files: Turtle, JSON-LD, N-Triples, N-Quads, TriG, RDF/XML.
