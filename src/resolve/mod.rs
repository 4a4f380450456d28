//! Stage 4: from mentions and claims to entities: first within the article, then across articles. Knows nothing of RDF.

mod antecedent;
mod bearers;
mod body;
mod cluster;
mod clusters;
mod distinct;
mod entity;
mod form;
mod identity;
mod kinship;
mod linking;
mod record;
mod register;
mod rewrite;
mod speech;
mod trait_of;

pub use entity::{Entity, EntityId, Link, Position, Reading};
pub use register::{RoleCheck, Row, Verdict};

use crate::authority::{Authority, Found};
use crate::extract::{Claims, EntityClass, Lexicons, Mentions, Referent};
use crate::language::Document;
use clusters::Clusters;
use identity::Entities;
use linking::Evidence;
use trait_of::Traits;

/// Ties every mention and claim of a document to an entity.
#[must_use]
pub fn resolve<'a>(
    document: &Document<'a>,
    mentions: &Mentions,
    claims: Claims<Referent>,
    authority: &Authority,
    lexicons: &Lexicons,
) -> Reading<'a> {
    let article = document.article;
    let mut clusters = Clusters::of_names(document, mentions, &claims, authority, &lexicons.names);
    let traits = Traits::new(document, mentions, &claims, lexicons, &clusters, authority);
    antecedent::resolve(document, mentions, &claims, lexicons, &mut clusters, &traits);
    let authors: Vec<_> = article.authors.iter().map(|author| clusters.named(EntityClass::Person, &author.value)).collect();
    let publisher = article.publisher.as_ref().map(|publisher| clusters.named(EntityClass::Organization, &publisher.value));
    let unnamed = rewrite::unnamed(&claims, &mut clusters);
    let found = Found::new(authority, &linking::names(&clusters, authority));
    let added = found.rows(authority);
    let evidence = Evidence::new(document, mentions, &claims, &clusters, (authority, &added));
    let Entities { list: entities, records, of_cluster } = identity::entities(&clusters, &evidence, article);
    let of_mention = |id| clusters.of_mention(id).map(|cluster| of_cluster[cluster]);
    let claims = rewrite::claims(claims, mentions, &|referent| match referent {
        Referent::Mention(id) => of_mention(*id),
        Referent::Country(_) | Referent::Party(_) => unnamed.get(referent).map(|&cluster| of_cluster[cluster]),
    });
    let day = article.published.map(|day| day.to_string());
    let checks = register::check(&claims.roles, &entities, &records, day.as_deref(), authority);
    Reading {
        article,
        mentions: mentions.iter().filter_map(|(id, mention)| Some((mention.clone(), of_mention(id)?))).collect(),
        authors: authors.into_iter().map(|cluster| of_cluster[cluster]).collect(),
        publisher: publisher.map(|cluster| of_cluster[cluster]),
        claims,
        checks,
        entities,
    }
}
