//! Articles out of sentences with gaps, for measuring: any number of them, each of its own, the same in each run.

#[path = "dice.rs"]
mod dice;

use dice::Dice;

/// Words for the gaps: `first` and `last` names are made of these beginnings and ends.
const STARTS: [&str; 24] = [
    "Al", "Bel", "Cor", "Dar", "El", "Fen", "Gal", "Hol", "Il", "Jar", "Kel", "Lor", "Mar", "Nor", "Or", "Pel", "Quin", "Ros", "Sel",
    "Tor", "Ul", "Var", "Wen", "Yar",
];
const ENDS: [&str; 20] = [
    "an", "bek", "ca", "dis", "ena", "fort", "gren", "hart", "ine", "ko", "lund", "mir", "nov", "ost", "per", "ric", "sen", "tova", "ul",
    "vey",
];
const TITLES: [&str; 8] =
    ["President", "Prime Minister", "Foreign Minister", "Defence Secretary", "Senator", "General", "Governor", "Ambassador"];
const COUNTRIES: [&str; 12] =
    ["Peru", "Kenya", "Norway", "Vietnam", "Ghana", "Chile", "Poland", "Jordan", "Canada", "Portugal", "Nepal", "Uruguay"];
const CITIES: [&str; 12] =
    ["Lima", "Nairobi", "Oslo", "Hanoi", "Accra", "Santiago", "Warsaw", "Amman", "Ottawa", "Lisbon", "Kathmandu", "Montevideo"];
const OUTLETS: [&str; 5] = ["The Selm Courier", "Harbour Daily", "North Post", "The Evening Lamp", "Valley Gazette"];
const DAYS: [&str; 5] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
const MATTERS: [&str; 6] = ["the fishing quota", "the new railway", "the border crossing", "the water pact", "the grain tax", "the port"];
/// Sentences with gaps, which are told apart by their first letter.
const SENTENCES: [&str; 9] = [
    "{A}, the chief negotiator of {C}, met {B} in {P} on {D} to talk about {M}.",
    "\u{201c}We will not give way on {M},\u{201d} {B} told reporters in {P}.",
    "At least {N} people were killed when a bridge fell near {P} on {D}.",
    "{B} said that {M} would be on the table again before the winter.",
    "The government of {C} imposed sanctions on {N} companies over {M}.",
    "Police in {P} arrested {N} protesters on {D}, among them {B}.",
    "{A} will travel to {P} on {D} to sign an agreement on {M}.",
    "{B}, a former adviser to {A}, called the plan for {M} a mistake.",
    "The project will cost ${N} million, a spokesman for {C} said.",
];
/// One name in so many is one of the famous.
const FAMOUS: usize = 3;

/// An article's parts.
pub(crate) struct Synthetic {
    pub(crate) name: String,
    pub(crate) headline: String,
    pub(crate) publisher: &'static str,
    pub(crate) published: String,
    pub(crate) text: String,
}

impl Dice {
    fn one(&mut self, words: &[&'static str]) -> &'static str {
        words[self.below(words.len())]
    }

    fn person(&mut self) -> String {
        let mut chosen = if self.below(FAMOUS) == 0 { Self(self.below(50) as u64) } else { Self(self.below(usize::MAX) as u64) };
        let mut word = || format!("{}{}", chosen.one(&STARTS), chosen.one(&ENDS));
        format!("{} {}", word(), word())
    }
}

/// The article of a number.
pub(crate) fn article(number: usize) -> Synthetic {
    let mut dice = Dice(number as u64 * 7_919 + 1);
    let (one, other) = (dice.person(), dice.person());
    let country = dice.below(COUNTRIES.len());
    let (matter, day) = (dice.one(&MATTERS), dice.one(&DAYS));
    let mut text = format!("{} {} of {} spoke in {} on {day}.", dice.one(&TITLES), one, COUNTRIES[country], CITIES[country]);
    for _ in 0..5 {
        let person = if dice.below(2) == 0 { other.clone() } else { dice.person() };
        let sentence = dice.one(&SENTENCES).replace("{A}", &one).replace("{B}", &person).replace("{C}", COUNTRIES[country]);
        let sentence = sentence.replace("{P}", dice.one(&CITIES)).replace("{D}", dice.one(&DAYS)).replace("{M}", matter);
        text.push_str("\n\n");
        text.push_str(&sentence.replace("{N}", &(dice.below(90) + 3).to_string()));
    }
    Synthetic {
        name: format!("n{number}"),
        headline: format!("{} and {other} differ over {matter}", one.split(' ').next_back().unwrap_or_default()),
        publisher: dice.one(&OUTLETS),
        published: format!("20{:02}-{:02}-{:02}", dice.below(25), dice.below(12) + 1, dice.below(28) + 1),
        text,
    }
}
