//! Stage 6: quads in the embedded Oxigraph store, one named graph an article. Knows nothing of text.
