//! Stage 4: from mentions and claims to entities: first within the article, then across articles. Knows nothing of RDF.

mod entity;

pub use entity::{Entity, EntityId, Reading};
