//! Stage 7: SPARQL over the store, and its answers as tables and standard result formats.
