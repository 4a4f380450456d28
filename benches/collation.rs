//! How long it takes to lay many articles side by side: a thousand, ten thousand and a hundred thousand made-up ones.
#![expect(clippy::expect_used, reason = "a bench may panic")]

#[path = "synthetic/dice.rs"]
mod dice;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use dateline::collate::{EventFact, Facts, FigureFact, PersonFact, RoleFact, Rules, collate};
use dice::Dice;
use std::hint::black_box;

/// How many people the articles name in all.
const PEOPLE: usize = 50_000;
const SURNAMES: usize = 5_000;

/// A word of a number, of syllables that no romanization changes.
fn word(mut number: usize) -> String {
    const SYLLABLES: [&str; 16] = ["ba", "do", "fa", "go", "la", "mo", "na", "po", "ra", "so", "ta", "vo", "bu", "da", "fo", "ga"];
    let mut word = String::new();
    for _ in 0..4 {
        word.push_str(SYLLABLES[number % 16]);
        number /= 16;
    }
    word
}

/// A person: few are in most of the news.
fn person(dice: &mut Dice) -> String {
    let number = dice.below(PEOPLE) * (dice.below(1000) + 1) / 1000;
    format!("person/{}-{}", word(number / SURNAMES + 20_000), word(number % SURNAMES))
}

fn article(number: u64) -> Facts {
    let mut dice = Dice(number);
    let day = i32::try_from(number / 100).expect("small");
    let mut facts = Facts { article: format!("article/{number:016x}").into(), published: Some(day), ..Facts::default() };
    facts.countries = vec!["place/peru".into(), "place/ghana".into()];
    for at in 0..6 {
        let person = person(&mut dice);
        let name = person.trim_start_matches("person/").replace('-', " ");
        let country = facts.countries[dice.below(2)].clone();
        let (claim, title) = (format!("role={at}").into(), format!("title-{}", dice.below(200)).into());
        let (evidence, is_former) = ("char=0,9".into(), dice.below(10) == 0);
        facts.roles.push(RoleFact { claim, person: person.clone().into(), title, of: Some(country), is_former, confidence: 0.9, evidence });
        facts.people.push(PersonFact { person: person.into(), names: vec![name.into()], links: vec![], mention: Some("char=0,9".into()) });
    }
    for at in 0..12 {
        let actor = facts.people[dice.below(6)].person.clone();
        let (claim, place) = (format!("event={at}").into(), Some(format!("place/{}", word(dice.below(2000))).into()));
        let class = if dice.below(2) == 0 { "Meeting" } else { "Attack" };
        let (actors, days) = (vec![actor], Some((day, day)));
        let (class, modality, evidence) = (class.into(), "actual".into(), "char=0,9".into());
        facts.events.push(EventFact { claim, class, modality, actors, place, days, confidence: 0.9, evidence });
    }
    for at in 0..3 {
        let (claim, event) = (format!("quantity={at}").into(), Some(format!("event={at}").into()));
        #[expect(clippy::cast_precision_loss, reason = "small")]
        let value = dice.below(90) as f64;
        let (measure, evidence) = ("killed".into(), "char=0,9".into());
        facts.figures.push(FigureFact { claim, event, measure, value, qualifier: None, unit: None, confidence: 0.9, evidence });
    }
    facts
}

fn laying(criterion: &mut Criterion) {
    let rules = Rules::embedded().expect("well-formed");
    let mut group = criterion.benchmark_group("collate");
    group.sample_size(10);
    for articles in [1_000_u64, 10_000, 100_000] {
        group.throughput(Throughput::Elements(articles));
        group.bench_function(format!("{articles} articles"), |bencher| {
            bencher.iter(|| black_box(collate((0..articles).map(article), &[], &rules).findings.len()));
        });
    }
}

criterion_group!(benches, laying);
criterion_main!(benches);
