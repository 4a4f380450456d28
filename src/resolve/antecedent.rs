//! Pronouns and descriptions, tied to the entity that they refer back to.

use super::cluster::Clusters;
use crate::extract::{Claims, EntityClass, MentionKind, Mentions, Referent};
use crate::language::Document;

/// Ties each pronoun and description to the nearest name before it of a fitting class.
pub(super) fn resolve(_document: &Document, mentions: &Mentions, _claims: &Claims<Referent>, clusters: &mut Clusters) {
    let mut last = [None; 5];
    for (id, mention) in mentions.iter() {
        let slot = slot(mention.class);
        match mention.kind {
            MentionKind::Name => last[slot] = clusters.of_mention(id),
            MentionKind::Pronoun | MentionKind::Description => {
                if let Some(cluster) = last[slot] {
                    clusters.tie(id, cluster);
                }
            }
        }
    }
}

fn slot(class: EntityClass) -> usize {
    match class {
        EntityClass::Person => 0,
        EntityClass::Organization => 1,
        EntityClass::Place => 2,
        EntityClass::NamedEvent => 3,
        EntityClass::Work => 4,
    }
}
