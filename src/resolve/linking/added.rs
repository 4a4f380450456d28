//! Rows of added authorities: by their very name, by what else the article tells of its bearer, by how well known they are.

use super::super::cluster::{Cluster, ClusterIndex};
use super::super::record::class;
use super::evidence::Evidence;
use super::spelling::spellings;
use super::weighed::Weighed;
use crate::authority::{Kind, Record, fold};
use crate::extract::EntityClass;

/// Points of a row that bears the name: whoever adds an authority says by it whom the articles speak of.
const NAME: f32 = 2.4;

/// The rows that a cluster can be, with their points.
pub(super) fn weigh<'e>(evidence: &Evidence<'e>, index: ClusterIndex, cluster: &Cluster) -> Vec<Weighed<'e>> {
    let mut weighed = Vec::new();
    let is_long = |name: &str| fold(name).contains(' ');
    let has_long = cluster.names.iter().any(|(name, _)| is_long(name));
    let is_person = cluster.class == EntityClass::Person;
    for (name, _) in cluster.names.iter().filter(|(name, _)| !is_person || !has_long || is_long(name)) {
        let fits = |record: &&Record| class(record.kind) == cluster.class || is_taken_for(record.kind, cluster.class, name);
        weighed.extend(evidence.added.named(name).filter(fits).map(|record| points(evidence, index, record, (name, cluster.class))));
        if is_person {
            weighed.extend(alike(evidence, index, name));
        } else if !has_long {
            weighed.extend(evidence.added.abbreviated(name).filter(fits).map(|record| abbreviated(evidence, index, record)));
        }
    }
    for name in spellings(cluster, evidence.authority) {
        let rows = evidence.added.named(&name).filter(|record| class(record.kind) == cluster.class);
        weighed.extend(rows.map(|record| weighed_for(evidence, index, record, (NAME - 0.4, "its name, written in another way"))));
    }
    weighed
}

/// The people whose first and last names are those of a name, but not the whole.
fn alike<'e>(evidence: &Evidence<'e>, index: ClusterIndex, name: &str) -> impl Iterator<Item = Weighed<'e>> {
    let key = fold(name);
    let others = evidence.added.people_like(name).filter(|record| record.names().all(|known| fold(known) != key));
    let like = others.filter(|record| record.names().any(|known| super::person::agree(known, name)));
    let rows = like.map(|record| {
        let initial = record.names().any(|known| without_initials(&fold(known)) == without_initials(&key));
        let why = if initial { (1.5, "its name but for an initial") } else { (0.5, "first and last name") };
        weighed_for(evidence, index, record, why)
    });
    rows.collect::<Vec<_>>().into_iter()
}

/// A folded name without the words of one letter between its first and last.
fn without_initials(name: &str) -> String {
    let words: Vec<&str> = name.split(' ').collect();
    let last = words.len() - 1;
    let kept = words.iter().enumerate().filter(|(place, word)| *place == 0 || *place == last || word.chars().count() > 1);
    kept.map(|(_, word)| *word).collect::<Vec<_>>().join(" ")
}

/// A row with points for how its name agrees, and for what else speaks for it.
fn weighed_for<'e>(evidence: &Evidence<'e>, index: ClusterIndex, record: &'e Record<'e>, (given, why): (f32, &'static str)) -> Weighed<'e> {
    let mut row = Weighed::new(record);
    row.give(given, why);
    reasons(evidence, index, &mut row);
    row
}

/// A row whose acronym is the name: sure only where the article speaks of what the whole name tells, or of its country.
fn abbreviated<'e>(evidence: &Evidence<'e>, index: ClusterIndex, record: &'e Record<'e>) -> Weighed<'e> {
    let mut row = weighed_for(evidence, index, record, (0.8, "the acronym of its name"));
    let words: Vec<&str> = record.label.split(' ').filter(|word| word.len() > 3 && word.starts_with(char::is_uppercase)).collect();
    // The last word of most is that of many: "agency", "union".
    let telling = words.split_last().map_or(&[][..], |(_, telling)| telling);
    let stands = |word: &str| (0..evidence.document.tokens.len()).any(|token| evidence.document.word(token).eq_ignore_ascii_case(word));
    row.give_if(telling.iter().any(|word| stands(word)), 1.0, "the article has a word of its name");
    row
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
