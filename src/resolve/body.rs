//! Bodies that several countries have, such as a foreign ministry: what such a body is, whatever words name it, and whose it is.

use super::record::record;
use crate::authority::{Authority, fold};
use crate::extract::{Claims, EntityClass, MentionId, Mentions, NameLexicon, Referent};
use crate::language::Document;
use rustc_hash::FxHashMap;

/// The most words before or after a body that name its country.
const LONGEST: usize = 4;
/// The relation of a body to whom it belongs.
const PART_OF: &str = "partOf";

/// A body of a kind that several countries have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Body {
    /// What it is, folded, in one form for all that name the same: "foreign ministry".
    pub(super) kind: String,
    /// The label of the country or place that it belongs to, where the article tells it.
    pub(super) owner: Option<String>,
}

impl Body {
    /// The folded name by which the article's mentions of it are told apart.
    pub(super) fn form(&self) -> String {
        self.owner.as_ref().map_or_else(|| self.kind.clone(), |owner| format!("{} {}", fold(owner), self.kind))
    }
}

/// The reader of such bodies in one article.
pub(super) struct Bodies<'b> {
    words: &'b NameLexicon,
    authority: &'b Authority,
    /// What the article says that its mentions are part of.
    owners: FxHashMap<MentionId, String>,
}

impl<'b> Bodies<'b> {
    /// Gathers whose the article says that its bodies are.
    pub(super) fn new(
        document: &Document,
        mentions: &Mentions,
        claims: &Claims<Referent>,
        authority: &'b Authority,
        words: &'b NameLexicon,
    ) -> Self {
        let mut owners = FxHashMap::default();
        for relation in claims.relations.iter().map(|claim| &claim.what).filter(|relation| relation.predicate == PART_OF) {
            let Referent::Mention(id) = relation.subject else { continue };
            let owner = match &relation.object {
                Referent::Country(label) => Some(label.to_string()),
                Referent::Mention(object) if mentions[*object].class == EntityClass::Place => {
                    Some(place(mentions[*object].span.of(&document.article.text), authority))
                }
                Referent::Mention(_) | Referent::Party(_) => None,
            };
            if let Some(owner) = owner {
                owners.entry(id).or_insert(owner);
            }
        }
        Self { words, authority, owners }
    }

    /// The body that a mention names; none for a name that means one thing wherever it stands.
    pub(super) fn named(&self, id: MentionId, name: &str) -> Option<Body> {
        let words: Vec<&str> = name.split_whitespace().collect();
        if let Some(kind) = self.kind(&words) {
            return Some(Body { kind, owner: self.owners.get(&id).cloned() });
        }
        let before = (1..words.len().min(LONGEST + 1)).map(|cut| (&words[..cut], &words[cut..]));
        let after =
            (1..words.len()).rev().filter(|&cut| words[cut].eq_ignore_ascii_case("of")).map(|cut| (&words[cut + 1..], &words[..cut]));
        before.chain(after).find_map(|(owner, body)| Some(Body { owner: Some(self.owner(owner)?), kind: self.kind(body)? }))
    }

    /// The label of the country or place that words name, also by an adjective or as an owner.
    fn owner(&self, words: &[&str]) -> Option<String> {
        let words = words.strip_prefix(&["the"]).unwrap_or(words).join(" ");
        let name = words.trim_end_matches("'s").trim_end_matches("’s").trim_end_matches(['\'', '’']).trim_end();
        let country = self.authority.demonyms().country_named(name).map(str::to_owned);
        country.or_else(|| record(name, EntityClass::Place, self.authority).map(|record| record.label.to_owned()))
    }

    /// The one form of the words of such a body; none if they name another thing.
    fn kind(&self, words: &[&str]) -> Option<String> {
        let words = if words.first().is_some_and(|word| word.eq_ignore_ascii_case("the")) { &words[1..] } else { words };
        let name = words.join(" ");
        if self.words.shared().has(&name) {
            return Some(fold(&name));
        }
        let (ministry, fields): (Vec<&str>, Vec<&str>) = words.iter().partition(|word| self.words.ministries().has(word));
        let [ministry] = ministry[..] else { return None };
        let ends = [words.first(), words.last()].contains(&Some(&ministry));
        let fields: Vec<&str> = fields.into_iter().filter(|word| !self.words.left_out().has(word)).collect();
        if !ends || fields.is_empty() || !fields.iter().all(|word| self.words.fields().has(word)) {
            return None;
        }
        let telling: Vec<&str> = fields.iter().copied().filter(|word| !self.words.vague_fields().has(word)).collect();
        let fields = if telling.is_empty() { fields } else { telling };
        let mut fields: Vec<String> = fields.iter().map(|word| fold(self.words.spellings().first(word).unwrap_or(word))).collect();
        fields.sort_unstable();
        fields.dedup();
        Some(format!("{} {}", fields.join(" "), fold(ministry)))
    }
}

/// The label of a place; its name where the authority does not know it.
fn place(name: &str, authority: &Authority) -> String {
    record(name, EntityClass::Place, authority)
        .map_or_else(|| name.split_whitespace().collect::<Vec<_>>().join(" "), |record| record.label.to_owned())
}
