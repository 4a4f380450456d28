//! Other ways to write a name, under which a register may have it: initials apart, the country before a body spelt out or left out.

use super::super::cluster::Cluster;
use super::super::record::record;
use crate::authority::{Authority, Kind};
use crate::extract::EntityClass;

/// The most words of a country before a body.
const LONGEST: usize = 3;
/// The most initials written as one word.
const INITIALS: usize = 3;

/// The other ways to write the names of a cluster.
pub(in crate::resolve) fn spellings(cluster: &Cluster, authority: &Authority) -> Vec<String> {
    let names = cluster.names.iter().map(|(name, _)| name.as_str());
    match cluster.class {
        EntityClass::Person => names.filter_map(initials_apart).collect(),
        EntityClass::Organization => names.flat_map(|name| without_country(name, authority)).collect(),
        EntityClass::Place | EntityClass::NamedEvent | EntityClass::Work => Vec::new(),
    }
}

/// "J K Rowling" for "JK Rowling" and "J.K. Rowling".
fn initials_apart(name: &str) -> Option<String> {
    let (first, rest) = name.split_once(' ')?;
    let letters: Vec<char> = first.chars().filter(|c| *c != '.').collect();
    let initials = (2..=INITIALS).contains(&letters.len()) && letters.iter().all(|c| c.is_uppercase());
    let apart = || letters.iter().map(char::to_string).collect::<Vec<_>>().join(" ");
    initials.then(|| format!("{} {rest}", apart()))
}

/// "Department of Education" and "United States Department of Education" for "U.S. Department of Education".
fn without_country(name: &str, authority: &Authority) -> Vec<String> {
    let words: Vec<&str> = name.split(' ').collect();
    let country = |words: &[&str]| {
        let named = words.join(" ");
        let country =
            || record(&named, EntityClass::Place, authority).filter(|record| record.kind == Kind::Country).map(|record| record.label);
        authority.demonyms().country_named(&named).or_else(country)
    };
    // What is left must be more than a noun that any body may have.
    let cuts = 1..words.len().saturating_sub(1).min(LONGEST + 1);
    let found = cuts.rev().find_map(|cut| Some((country(&words[..cut])?, words[cut..].join(" "))));
    found.map(|(country, rest)| vec![format!("{country} {rest}"), rest]).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_is_spelt_out_or_left_out() {
        let authority = Authority::embedded().expect("the authority is well-formed");
        let found = without_country("U.S. Department of Education", &authority);
        assert_eq!(found, ["United States Department of Education", "Department of Education"]);
        assert!(without_country("French Army", &authority).is_empty());
        assert!(without_country("Varna Harbour Authority", &authority).is_empty());
    }

    #[test]
    fn initials_stand_apart() {
        assert_eq!(initials_apart("J.K. Rowling").as_deref(), Some("J K Rowling"));
        assert_eq!(initials_apart("Jo Rowling"), None);
    }
}
