//! All clusters of one article: every mention in one of them.

use super::body::Bodies;
use super::cluster::{Cluster, ClusterIndex};
use super::form::{Form, forms};
use super::kinship::Names;
use super::record::record;
use crate::authority::{Authority, Kind, fold};
use crate::extract::{Claims, EntityClass, MentionId, Mentions, NameLexicon, Referent, also_called, bracketed, is_made_of};
use crate::language::Document;
use rustc_hash::FxHashMap;

/// All clusters of one article.
#[derive(Debug, Clone, Default)]
pub(super) struct Clusters {
    list: Vec<Cluster>,
    of_mention: Vec<Option<ClusterIndex>>,
    by_key: FxHashMap<(EntityClass, String), ClusterIndex>,
}

impl Clusters {
    /// Groups the names of a document: the longest first, so that short forms find their full name.
    pub(super) fn of_names(
        document: &Document,
        mentions: &Mentions,
        claims: &Claims<Referent>,
        authority: &Authority,
        words: &NameLexicon,
    ) -> Self {
        let mut clusters = Self { of_mention: vec![None; mentions.len()], ..Self::default() };
        let pairs = bracketed(document, mentions).flat_map(|(one, other)| [(one, other), (other, one)]).collect();
        let also = also_called(document, mentions, words).map(|(one, other)| (other, one)).collect();
        let mut names = Names::new(words, pairs, also);
        let bodies = Bodies::new(document, mentions, claims, authority, words);
        for form in forms(document, mentions, &bodies, authority) {
            clusters.place(&form, &mut names, document, mentions, authority);
        }
        clusters
    }

    /// Puts the mentions of one form into their clusters.
    fn place(&mut self, form: &Form, names: &mut Names, document: &Document, mentions: &Mentions, authority: &Authority) {
        let alias = alias_key(form, authority);
        let known = self.by_key.get(&(form.class, alias.clone().unwrap_or_else(|| form.key.clone()))).copied();
        let candidates = match known {
            Some(index) => vec![index],
            None => match self.told(form, names).or_else(|| self.in_brackets(form, names, authority)) {
                Some(index) => vec![index],
                None if alias.is_some() || form.class == EntityClass::Place && authority.named(&form.name).next().is_some() => Vec::new(),
                None => names.full_names(form),
            },
        };
        if candidates.is_empty() {
            let index = self.cluster(form.class, &alias.unwrap_or_else(|| form.key.clone()));
            self.by_key.insert((form.class, form.key.clone()), index);
            self.list[index].body.clone_from(&form.body);
            names.add(form, index);
            self.tie_all(form, document, mentions, |_| index);
        } else {
            let mut last = None;
            self.tie_all(form, document, mentions, |id| names.meant(&candidates, id, &mut last));
            if let [index] = candidates[..] {
                names.add(form, index);
                self.by_key.insert((form.class, form.key.clone()), index);
            }
        }
    }

    /// The cluster of the name that the text calls a form another name of.
    fn told(&self, form: &Form, names: &Names) -> Option<ClusterIndex> {
        form.mentions.iter().find_map(|&id| self.of_mention(names.other_of(id)?))
    }

    /// The cluster of the name that a bracket beside a form gives as another name of the same thing.
    fn in_brackets(&self, form: &Form, names: &Names, authority: &Authority) -> Option<ClusterIndex> {
        form.mentions.iter().find_map(|&id| {
            let index = self.of_mention(names.beside(id)?)?;
            let cluster = &self.list[index];
            let made = || cluster.names.iter().any(|(name, _)| is_made_of(&form.name, name) || is_made_of(name, &form.name));
            let bodies = form.class == EntityClass::Organization && cluster.class == EntityClass::Organization;
            let agency = || record(&form.name, form.class, authority).is_some_and(|row| row.kind == Kind::Media);
            let people = form.class == EntityClass::Person || cluster.class == EntityClass::Person;
            let foreign = || form.class == cluster.class && form.name.chars().all(|c| c > '\u{24f}');
            (bodies && !agency() || !people && made() || foreign()).then_some(index)
        })
    }

    fn tie_all(&mut self, form: &Form, document: &Document, mentions: &Mentions, mut meant: impl FnMut(MentionId) -> ClusterIndex) {
        for &id in &form.mentions {
            let index = meant(id);
            self.of_mention[id.0] = Some(index);
            let words: Vec<&str> = mentions[id].span.of(&document.article.text).split_whitespace().collect();
            self.list[index].count(&words.join(" "));
        }
    }

    /// The cluster of a mention.
    pub(super) fn of_mention(&self, id: MentionId) -> Option<ClusterIndex> {
        self.of_mention.get(id.0).copied().flatten()
    }

    /// The cluster of what a claim refers to.
    pub(super) fn of_referent(&self, referent: &Referent) -> Option<ClusterIndex> {
        match referent {
            Referent::Mention(id) => self.of_mention(*id),
            Referent::Country(label) => self.by_key.get(&(EntityClass::Place, fold(label))).copied(),
            Referent::Party(label) => self.by_key.get(&(EntityClass::Organization, fold(label))).copied(),
        }
    }

    /// Ties a mention to a cluster.
    pub(super) fn tie(&mut self, id: MentionId, cluster: ClusterIndex) {
        if let Some(place) = self.of_mention.get_mut(id.0) {
            *place = Some(cluster);
        }
    }

    /// The cluster with a name that metadata states, made if there is none.
    pub(super) fn named(&mut self, class: EntityClass, name: &str) -> ClusterIndex {
        let index = self.cluster(class, &fold(name));
        if !self.list[index].names.iter().any(|(known, _)| known == name) {
            self.list[index].count(name);
        }
        index
    }

    /// The cluster of a country that only an adjective names; the label is none of its names in the text.
    pub(super) fn country(&mut self, label: &str) -> ClusterIndex {
        let index = self.cluster(EntityClass::Place, &fold(label));
        self.list[index].country.get_or_insert_with(|| label.to_owned());
        index
    }

    fn cluster(&mut self, class: EntityClass, key: &str) -> ClusterIndex {
        let next = self.list.len();
        let index = *self.by_key.entry((class, key.to_owned())).or_insert(next);
        if index == next {
            self.list.push(Cluster { class, names: Vec::new(), country: None, body: None });
        }
        index
    }

    /// All clusters.
    pub(super) fn list(&self) -> &[Cluster] {
        &self.list
    }
}

/// The authority's label of what a name surely means: the key that all names of one thing share.
fn alias_key(form: &Form, authority: &Authority) -> Option<String> {
    let record = if form.class == EntityClass::Person { None } else { record(&form.name, form.class, authority) };
    record.map(|record| fold(record.label))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::{Lexicons, extract};
    use crate::language::Language;
    use crate::source::read_text;

    /// The names of each cluster of a text.
    fn clusters(text: &str) -> Vec<Vec<String>> {
        let (language, lexicons) = (Language::load().expect("a model"), Lexicons::embedded().expect("lexicons"));
        let authority = Authority::embedded().expect("an authority");
        let article = read_text("example.txt", text.to_owned());
        let document = language.analyse(&article);
        let (mentions, claims) = extract(&document, &lexicons);
        let clusters = Clusters::of_names(&document, &mentions, &claims, &authority, &lexicons.names);
        clusters.list().iter().map(|cluster| cluster.names.iter().map(|(name, _)| name.clone()).collect()).collect()
    }

    #[test]
    fn a_short_form_in_brackets_names_the_same_body() {
        let found = clusters("The Norland Fisheries Board (Nofib) raised its fees on Monday. Boats that Nofib inspects pay more.");
        assert_eq!(found, [["Norland Fisheries Board", "Nofib"]]);
    }

    #[test]
    fn a_place_is_the_same_without_the_noun_of_its_kind() {
        let found = clusters("They came to Kestrel County by train. The roads of Kestrel were closed, said the police in Kestrel County.");
        assert!(found.contains(&vec!["Kestrel County".to_owned(), "Kestrel".to_owned()]), "{found:?}");
    }

    #[test]
    fn a_company_named_after_its_founder_is_not_the_founder() {
        let text = "Kestrel Shipping bought a rival on Monday, the two companies said. Kestrel paid 5 crowns a share. The company was founded by Peder Kestrel.";
        let found = clusters(text);
        assert!(found.contains(&vec!["Kestrel Shipping".to_owned(), "Kestrel".to_owned()]), "{found:?}");
        assert!(found.contains(&vec!["Peder Kestrel".to_owned()]), "{found:?}");
    }

    #[test]
    fn another_name_that_the_text_tells_is_of_the_same() {
        let found = clusters("Ana Quispe, commonly known as Hemedta, met the press on Monday. Hemedta denied it.");
        assert_eq!(found, [["Ana Quispe", "Hemedta"]]);
    }
}
