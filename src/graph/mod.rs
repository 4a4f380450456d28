//! Stage 5: from a resolved article to quads, in one fixed order. The only place where quads are made.
