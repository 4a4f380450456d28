//! What the register of offices says to the roles of an article, at the article's day.

use super::{Entity, EntityId};
use crate::authority::{Authority, Office, Record, Term, fold};
use crate::extract::{Claim, Role, RoleStatus};

/// What the register says to a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// It has the person in the office at that day, or for a former one before it.
    Consistent,
    /// It has the person out of the office at that day, another in it, or a former holder still in it.
    Contradicted,
    /// It has nothing of the person in that office, nor of another.
    NoRecord,
    /// It has the person in the office, but its source is too old to say whether still.
    Stale,
}

/// The check of a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleCheck {
    /// Position of the role among those of its reading.
    pub role: usize,
    /// What the register says.
    pub verdict: Verdict,
    /// The row that says so.
    pub row: Option<Row>,
}

/// A row of the register as it is cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Who held the office.
    pub holder: String,
    /// Identifier of the holder in Wikidata.
    pub id: Option<String>,
    /// The office, with what it is of.
    pub office: String,
    /// First day, month or year.
    pub start: String,
    /// Last day, month or year; empty if it is not known to have ended.
    pub end: String,
    /// Up to when the source knows it.
    pub as_of: String,
    /// Where the row comes from.
    pub source: String,
}

/// A role as the register is asked for it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked<'a> {
    /// The row of the authority that the person surely is.
    person: Option<&'a Record<'a>>,
    /// The names of the person in the article.
    names: &'a [String],
    title: &'a str,
    /// Labels of what the title is of; nothing if the article does not say.
    of: &'a [String],
    status: RoleStatus,
    day: &'a str,
}

/// Checks the roles of an article that has a day.
pub(super) fn check(
    roles: &[Claim<Role<EntityId>>],
    entities: &[Entity],
    records: &[Option<&Record<'_>>],
    day: Option<&str>,
    authority: &Authority,
) -> Vec<RoleCheck> {
    let Some(day) = day else { return Vec::new() };
    let names = |id: EntityId| -> Vec<String> {
        entities.get(id.0).map(|entity| entity.aliases.iter().cloned().chain([entity.label.clone()]).collect()).unwrap_or_default()
    };
    let record = |id: EntityId| records.get(id.0).copied().flatten();
    let checked = roles.iter().enumerate().map(|(position, role)| {
        let role = &role.what;
        let of: Vec<String> = role.of.map(|of| record(of).map_or_else(|| names(of), labels)).unwrap_or_default();
        let (person, names) = (record(role.person), names(role.person));
        let asked = Asked { person, names: &names, title: &role.title, of: &of, status: role.status, day };
        let (verdict, office) = verdict(&asked, authority);
        RoleCheck { role: position, verdict, row: office.map(|office| cite(office, authority)) }
    });
    checked.collect()
}

/// The labels under which the register has a country or body; for a body of a government also its country.
fn labels(record: &Record) -> Vec<String> {
    [record.label, record.country].into_iter().filter(|label| !label.is_empty()).map(str::to_owned).collect()
}

/// What the register says, and the row that says so.
fn verdict<'a>(asked: &Asked, authority: &'a Authority) -> (Verdict, Option<&'a Office<'static>>) {
    let own = own_rows(asked, authority);
    let last = |term: Term, fits: &dyn Fn(&Office) -> bool| own.iter().rev().find(|row| row.on(asked.day) == term && fits(row)).copied();
    let (open, over) = (last(Term::Open, &|_| true), last(Term::Over, &|_| true));
    let told = match asked.status {
        RoleStatus::Former => {
            let still = last(Term::Running, &|row| row.is_certain(asked.day));
            // In the year in which it ended, it may be over.
            let ended = last(Term::Running, &|row| !row.end.is_empty());
            still.map(|row| (Verdict::Contradicted, row)).or(ended.or(over).map(|row| (Verdict::Consistent, row)))
        }
        RoleStatus::Current => last(Term::Running, &|_| true).map(|row| (Verdict::Consistent, row)),
    };
    let told = told.or(open.map(|row| (Verdict::Stale, row)));
    let told = told.or(over.map(|row| (Verdict::Contradicted, row)));
    let told = told.or_else(|| another(asked, authority).map(|row| (Verdict::Contradicted, row)));
    told.map_or((Verdict::NoRecord, None), |(verdict, row)| (verdict, Some(row)))
}

/// The rows of the person in that office, those of the own country last, then by their beginning.
fn own_rows<'a>(asked: &Asked, authority: &'a Authority) -> Vec<&'a Office<'static>> {
    let Some(person) = asked.person else { return Vec::new() };
    let register = authority.offices();
    let key = register.key(asked.title);
    let whole = asked.of.first().map(|of| register.key(&format!("{} {of}", asked.title)));
    let fits = |office: &Office, row: &str| {
        let of = asked.of.is_empty() || office.of.is_empty() || asked.of.iter().any(|of| of == office.of);
        key == row && of || whole.as_deref() == Some(row)
    };
    let mut rows: Vec<&Office> =
        register.of_person(person.id).filter(|(office, row)| fits(office, row)).map(|(office, _)| office).collect();
    rows.sort_by_key(|office| (office.of == person.country, office.start, office.as_of));
    rows
}

/// The row of the one other who holds the office at that day.
fn another<'a>(asked: &Asked, authority: &'a Authority) -> Option<&'a Office<'static>> {
    let register = authority.offices();
    let holds = |office: &Office| office.on(asked.day) == Term::Running && office.is_certain(asked.day);
    let here = |office: &&Office<'static>| asked.of.iter().any(|of| of == office.of) && holds(office);
    let mut holders: Vec<&Office> = register.with_key(&register.key(asked.title)).filter(here).collect();
    holders.sort_by_key(|office| (office.person, office.as_of));
    holders.dedup_by_key(|office| office.person);
    let [holder] = holders[..] else { return None };
    let other = match asked.person {
        Some(person) => person.id != holder.person,
        None => !shares_a_word(asked.names, holder, authority),
    };
    (asked.status == RoleStatus::Current && other).then_some(holder)
}

/// True when a name in the article may be another spelling of the holder's.
fn shares_a_word(names: &[String], holder: &Office, authority: &Authority) -> bool {
    let Some(record) = authority.with_id(holder.person) else { return true };
    let key = |word: &str| crate::authority::romanized(word).chars().take(4).collect::<String>();
    let words = |name: &str| fold(name).split(' ').map(key).collect::<Vec<_>>();
    let known: Vec<String> = record.names().flat_map(words).collect();
    names.iter().flat_map(|name| words(name)).any(|word| known.contains(&word))
}

fn cite(office: &Office, authority: &Authority) -> Row {
    let holder = authority.with_id(office.person).map_or(office.person, |record| record.label);
    let of = if office.of.is_empty() { String::new() } else { format!(", {}", office.of) };
    Row {
        holder: holder.to_owned(),
        id: office.person.starts_with('Q').then(|| office.person.to_owned()),
        office: format!("{}{of}", office.title),
        start: office.start.to_owned(),
        end: office.end.to_owned(),
        as_of: office.as_of.to_owned(),
        source: office.source.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(person: Option<&str>, names: &[&str], title: &str, of: &[&str], status: RoleStatus, day: &str) -> (Verdict, Option<Row>) {
        let authority = Authority::embedded().expect("the authority is well-formed");
        let person = person.map(|id| authority.with_id(id).expect("a person of the authority"));
        let names: Vec<String> = names.iter().map(|&name| name.to_owned()).collect();
        let of: Vec<String> = of.iter().map(|&label| label.to_owned()).collect();
        let (verdict, row) = verdict(&Asked { person, names: &names, title, of: &of, status, day }, &authority);
        (verdict, row.map(|row| cite(row, &authority)))
    }

    const DAY: &str = "2025-12-22";

    #[test]
    fn an_ended_term_contradicts_a_holder() {
        let (verdict, row) = said(Some("Q57665"), &[], "Secretary‑General", &["NATO"], RoleStatus::Current, DAY);
        assert_eq!(verdict, Verdict::Contradicted);
        assert_eq!(row.expect("a row").end, "2024-10-01");
        let (verdict, _) = said(Some("Q312901"), &[], "High Representative", &["European Union"], RoleStatus::Current, DAY);
        assert_eq!(verdict, Verdict::Contradicted);
        let (verdict, _) = said(Some("Q57665"), &[], "Secretary General", &["NATO"], RoleStatus::Current, "2022-03-01");
        assert_eq!(verdict, Verdict::Consistent);
    }

    #[test]
    fn an_office_that_another_holds_is_contradicted() {
        let (verdict, row) = said(Some("Q20066227"), &[], "Foreign Minister", &["Ukraine"], RoleStatus::Current, DAY);
        assert_eq!(verdict, Verdict::Contradicted);
        assert_eq!(row.expect("a row").holder, "Andrii Sybiha");
    }

    #[test]
    fn one_who_holds_it_is_no_former_holder() {
        assert_eq!(said(Some("Q22686"), &[], "President", &[], RoleStatus::Former, DAY).0, Verdict::Contradicted);
        assert_eq!(said(Some("Q22686"), &[], "President", &[], RoleStatus::Former, "2023-05-01").0, Verdict::Consistent);
        let (verdict, row) = said(Some("Q22686"), &[], "President", &[], RoleStatus::Current, DAY);
        assert_eq!((verdict, row.expect("a row").office.as_str()), (Verdict::Consistent, "President, United States"));
    }

    #[test]
    fn holders_are_consistent() {
        for (id, title, of) in [
            ("Q61112536", "Prime Minister", "Ukraine"),
            ("Q11764394", "prime minister", "Portugal"),
            ("Q3874799", "President", "Ukraine"),
            ("Q3052772", "President", "France"),
        ] {
            assert_eq!(said(Some(id), &[], title, &[of], RoleStatus::Current, DAY).0, Verdict::Consistent, "{id} {title}");
        }
    }

    #[test]
    fn one_whom_nobody_knows_has_no_record() {
        assert_eq!(
            said(None, &["John K. Miller"], "Special Envoy for Ukraine", &["United States"], RoleStatus::Current, DAY).0,
            Verdict::NoRecord
        );
        let (verdict, _) = said(None, &["John K. Miller"], "Prime Minister", &["Ukraine"], RoleStatus::Current, DAY);
        assert_eq!(verdict, Verdict::Contradicted);
        let (verdict, _) = said(None, &["Julia Swyrydenko"], "Prime Minister", &["Ukraine"], RoleStatus::Current, DAY);
        assert_eq!(verdict, Verdict::NoRecord, "it may be the holder in another spelling");
    }

    #[test]
    fn a_year_in_which_holders_change_contradicts_nobody() {
        let said = |person, names: &[&str], status, day| said(person, names, "Prime Minister", &["United Kingdom"], status, day).0;
        assert_eq!(said(Some("Q180589"), &[], RoleStatus::Former, "2022-11-20"), Verdict::Consistent);
        assert_eq!(said(None, &["Ana Ruiz"], RoleStatus::Current, "2022-11-20"), Verdict::NoRecord);
        assert_eq!(said(None, &["Ana Ruiz"], RoleStatus::Current, "2021-11-20"), Verdict::Contradicted);
    }

    #[test]
    fn an_old_source_cannot_say() {
        assert_eq!(said(Some("Q57792"), &[], "Prime Minister", &["Netherlands"], RoleStatus::Current, DAY).0, Verdict::Stale);
    }
}
