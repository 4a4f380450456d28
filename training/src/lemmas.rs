//! Learns the lemma rules from the treebanks.

use crate::trees::{Node, Tree};
use dateline::language::Upos;
use dateline::language::lemmas::{LONGEST_ENDING, Rule, encode, keys};
use std::collections::BTreeMap;

/// How often each rule holds, by its number.
type Counts = BTreeMap<u32, usize>;

/// The layer's file: at every ending, from the shortest to the whole word, the rule that most words have,
/// wherever it is not the rule of the shorter ending already.
pub fn train(trees: &[Tree]) -> Vec<u8> {
    let words = words(trees);
    let mut rules: BTreeMap<Rule, u32> = words.keys().map(|(rule, ..)| (rule.clone(), 0)).collect();
    for (number, rule) in (0..).zip(rules.values_mut()) {
        *rule = number;
    }
    let mut counts: BTreeMap<u64, Counts> = BTreeMap::new();
    let mut parents: BTreeMap<(usize, u64), u64> = BTreeMap::new();
    for ((rule, keys), times) in &words {
        let keys: Vec<u64> = keys.iter().flatten().copied().rev().collect();
        for (length, &key) in keys.iter().enumerate() {
            let whole = length + 1 == keys.len();
            *counts.entry(key).or_default().entry(rules[rule]).or_default() += if whole { *times } else { 1 };
            parents.insert((if whole { LONGEST_ENDING + 1 } else { length }, key), keys[length.saturating_sub(1)]);
        }
    }
    let mut chosen: BTreeMap<u64, u32> = BTreeMap::new();
    let mut endings = Vec::new();
    for ((length, key), parent) in parents {
        let inherited = chosen.get(&parent).copied();
        let least = if length == 0 || length > LONGEST_ENDING { 1 } else { 2 };
        let best = counts[&key].iter().max_by_key(|&(&rule, &count)| (count, inherited == Some(rule))).filter(|best| *best.1 >= least);
        let rule = best.map(|best| *best.0).or(inherited);
        if let Some(rule) = rule {
            chosen.insert(key, rule);
            if inherited != Some(rule) {
                endings.push((key, rule));
            }
        }
    }
    encode(&rules.into_keys().collect::<Vec<_>>(), &endings)
}

/// The distinct words with their rules, and how often each is seen.
fn words(trees: &[Tree]) -> BTreeMap<(Rule, [Option<u64>; LONGEST_ENDING + 2]), usize> {
    let mut words = BTreeMap::new();
    for word in trees.iter().flat_map(|tree| &tree.words).filter(|word| !word.lemma.is_empty()) {
        *words.entry((rule(word), keys(&word.form, (word.tag, word.upos)))).or_default() += 1;
    }
    words
}

/// The rule that changes least.
fn rule(word: &Node) -> Rule {
    let plain = word.form.replace('\u{2019}', "'");
    let (kept, small) = (ending(&plain, &word.lemma, true), ending(&plain.to_lowercase(), &word.lemma, false));
    let proper = matches!(word.upos, Upos::Propn);
    if kept.cut < small.cut || (kept.cut == small.cut && proper) { kept } else { small }
}

fn ending(form: &str, lemma: &str, keeps_case: bool) -> Rule {
    let common = form.chars().zip(lemma.chars()).take_while(|(a, b)| a == b).count();
    let cut = u8::try_from(form.chars().count() - common).unwrap_or(u8::MAX);
    Rule { keeps_case, cut, put: lemma.chars().skip(common).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rule_is_the_smallest_change() {
        assert_eq!(ending("carried", "carry", false), Rule { keeps_case: false, cut: 3, put: "y".to_owned() });
        assert_eq!(ending("went", "go", false), Rule { keeps_case: false, cut: 4, put: "go".to_owned() });
    }
}
