//! Rows of added authorities: by their very name, by what else the article tells of its bearer, by how well known they are.

use super::super::cluster::{Cluster, ClusterIndex};
use super::super::identity::class;
use super::{Evidence, Weighed};
use crate::authority::{Kind, Record, fold};
use crate::extract::EntityClass;

/// Points of a row that bears the name: whoever adds an authority says by it whom the articles speak of.
const NAME: f32 = 2.4;

/// The rows that a cluster can be, with their points.
pub(super) fn weigh<'e>(evidence: &Evidence<'e>, index: ClusterIndex, cluster: &Cluster) -> Vec<Weighed<'e>> {
    let mut weighed = Vec::new();
    let is_person = cluster.class == EntityClass::Person;
    let has_full_name = is_person && cluster.names.iter().any(|(name, _)| fold(name).contains(' '));
    for (name, _) in cluster.names.iter().filter(|(name, _)| !has_full_name || fold(name).contains(' ')) {
        let fits = |record: &&Record| class(record.kind) == cluster.class || is_taken_for(record.kind, cluster.class, name);
        weighed.extend(evidence.added.named(name).filter(fits).map(|record| points(evidence, index, record, (name, cluster.class))));
        if is_person {
            let key = fold(name);
            let like = evidence.added.people_like(name).filter(|record| record.names().all(|known| fold(known) != key));
            weighed.extend(like.filter(|record| record.names().any(|known| super::person::agree(known, name))).map(|record| {
                let mut row = Weighed::new(record);
                row.give(0.5, "first and last name");
                reasons(evidence, index, &mut row);
                row
            }));
        }
    }
    weighed
}

/// True for a name of several words whose bearer may be read as a body where the row has a place, or the other way: a college, a town hall.
fn is_taken_for(kind: Kind, class: EntityClass, name: &str) -> bool {
    let confused = matches!((kind, class), (Kind::Physical, EntityClass::Organization) | (Kind::Organization, EntityClass::Place));
    confused && fold(name).contains(' ')
}

fn points<'e>(evidence: &Evidence<'e>, index: ClusterIndex, record: &'e Record<'e>, (name, of): (&str, EntityClass)) -> Weighed<'e> {
    let mut row = Weighed::new(record);
    row.give_if(class(record.kind) != of, -0.8, "it is of another class");
    row.give(NAME, "its name in an added authority");
    let verbatim = record.names().any(|known| known == name);
    let short = !fold(name).contains(' ');
    row.give_if(!verbatim, -0.6, "another spelling of its name");
    row.give_if(short && record.kind == Kind::Person, -1.5, "one word of a person's name");
    row.give_if(short && !verbatim && !class_is_place(record), -1.5, "a common word may be spelt like its name");
    row.give_if(record.kind == Kind::City && record.population == 0, -1.5, "nobody tells how large it is");
    reasons(evidence, index, &mut row);
    row
}

fn class_is_place(record: &Record) -> bool {
    class(record.kind) == EntityClass::Place
}

/// What else speaks for a row.
fn reasons(evidence: &Evidence, index: ClusterIndex, row: &mut Weighed) {
    let (context, record) = (&evidence.context, row.record);
    row.give_if(context.countries.contains(record.country), 1.0, "the article speaks of its country");
    let inside = context.within.get(&index);
    row.give_if(inside.is_some_and(|countries| countries.contains(record.country)), 2.0, "its country stands beside it");
    let description = fold(record.description);
    let titles = context.titles.get(&index).map_or(&[][..], Vec::as_slice);
    let named = |key: &str| key.split(' ').any(|word| word.len() > 3 && description.split(' ').any(|known| known == word));
    row.give_if(titles.iter().any(|title| named(&title.key)), 1.5, "a title that its description has");
    row.give_if(context.teams.contains(&index) && class_is_place(record), -3.0, "it may be a team");
    #[expect(clippy::cast_precision_loss, reason = "only the order of magnitude counts")]
    let known = (record.population as f32 + 1.0).log10() * if class_is_place(record) { 0.25 } else { 0.6 };
    row.give_if(record.population > 0, known.min(1.5), "it is well known");
}
