//! What follows from a few articles made by hand.

use super::*;
use smol_str::SmolStr;

/// A day in April 2025, from 1970-01-01.
fn april(day: i32) -> i32 {
    20_178 + day
}

fn article(name: &str, day: i32) -> Facts {
    Facts { article: format!("article/{name}").into(), published: Some(april(day)), ..Facts::default() }
}

fn words(words: &[&str]) -> Vec<SmolStr> {
    words.iter().map(SmolStr::new).collect()
}

impl Facts {
    fn person(mut self, person: &str) -> Self {
        let names = vec![person.trim_start_matches("person/").replace('-', " ").into()];
        self.people.push(PersonFact { person: person.into(), names, links: vec![], mention: Some("char=0,5".into()) });
        self
    }

    fn role(mut self, person: &str, title: &str, of: &str, is_former: bool) -> Self {
        let claim = format!("role={}", self.roles.len()).into();
        let of = Some(of.into());
        self.roles.push(RoleFact {
            claim,
            person: person.into(),
            title: title.into(),
            of,
            is_former,
            confidence: 0.9,
            evidence: "char=0,9".into(),
        });
        if self.people.iter().any(|known| known.person == person) { self } else { self.person(person) }
    }

    fn country(mut self, country: &str) -> Self {
        self.countries.push(country.into());
        self.others.push(country.into());
        self
    }

    fn event(mut self, class: &str, day: i32, place: &str, actors: &[&str]) -> Self {
        let claim = format!("event={}", self.events.len()).into();
        let (days, place) = (Some((april(day), april(day))), Some(place.into()));
        let (actors, modality) = (words(actors), "actual".into());
        self.events.push(EventFact {
            claim,
            class: class.into(),
            modality,
            actors,
            place,
            days,
            confidence: 0.9,
            evidence: "char=3,9".into(),
        });
        self
    }

    fn figure(mut self, event: usize, measure: &str, value: f64, qualifier: Option<&str>) -> Self {
        let claim = format!("quantity={}", self.figures.len()).into();
        let (event, unit) = (Some(format!("event={event}").into()), Some("people".into()));
        let qualifier = qualifier.map(SmolStr::new);
        self.figures.push(FigureFact {
            claim,
            event,
            measure: measure.into(),
            value,
            qualifier,
            unit,
            confidence: 0.9,
            evidence: "char=4,8".into(),
        });
        self
    }

    fn quote(mut self, speaker: &str, text: &str) -> Self {
        let claim = format!("quote={}", self.quotes.len()).into();
        self.quotes.push(QuoteFact { claim, speaker: speaker.into(), words: text.into(), confidence: 0.9, evidence: "char=1,9".into() });
        self
    }
}

fn laid(articles: Vec<Facts>, decisions: &[Decision]) -> Collation {
    collate(articles, decisions, &Rules::embedded().expect("well-formed"))
}

fn names(collation: &Collation) -> Vec<String> {
    collation.identities.iter().map(|((article, original), name)| format!("{article} {original} -> {name}")).collect()
}

fn found(collation: &Collation, predicate: Predicate) -> Vec<String> {
    let found = collation.findings.iter().filter(|finding| finding.predicate == predicate);
    found.map(|finding| format!("{} {} {}", finding.subject, finding.rule, finding.object)).collect()
}

#[test]
fn spellings_of_one_person_become_one() {
    let articles = vec![article("a", 1).person("person/aleksei-petrov"), article("b", 1).person("person/alexey-petrov")];
    let collation = laid(articles, &[]);
    assert_eq!(names(&collation), ["article/b person/alexey-petrov -> person/aleksei-petrov"]);
    assert_eq!(found(&collation, Predicate::ReadAs), ["person/aleksei-petrov identity/romanization person/alexey-petrov"]);
    assert_eq!(collation.findings[0].evidence, ["article/b#char=0,5"]);
}

#[test]
fn initials_and_surnames_alone_need_more_than_a_name() {
    let full = || article("a", 1).country("place/peru").role("person/ana-maria-ruiz", "mayor", "place/peru", false);
    for (name, rule) in
        [("person/a-m-ruiz", "identity/initials"), ("person/ana-ruiz", "identity/middle-name"), ("person/ruiz", "identity/surname")]
    {
        let with = laid(vec![full(), article("b", 1).country("place/peru").role(name, "mayor", "place/peru", false)], &[]);
        assert_eq!(names(&with), [format!("article/b {name} -> person/ana-maria-ruiz")], "{name}");
        assert!(found(&with, Predicate::ReadAs)[0].contains(rule), "{name}");
        let without = laid(vec![full(), article("b", 1).person(name)], &[]);
        assert!(names(&without).is_empty(), "{name} says too little: {without:?}");
    }
}

#[test]
fn a_surname_alone_is_another_in_another_article() {
    let articles = vec![
        article("a", 1).role("person/ana-ruiz", "mayor", "place/lima", false),
        article("b", 1).role("person/eva-ruiz", "judge", "place/cusco", false),
        article("c", 1).role("person/ruiz", "mayor", "place/lima", false),
        article("d", 1).role("person/ruiz", "judge", "place/cusco", false),
        article("e", 1).person("person/ruiz"),
    ];
    let expected = ["article/c person/ruiz -> person/ana-ruiz", "article/d person/ruiz -> person/eva-ruiz"];
    assert_eq!(names(&laid(articles, &[])), expected);
}

#[test]
fn two_persons_of_one_name_stay_two() {
    let articles = vec![
        article("a", 1).country("place/australia").role("person/john-miller", "mayor", "place/australia", false),
        article("b", 1).country("place/canada").role("person/john-miller", "pianist", "place/canada", false),
        article("c", 2).country("place/canada").role("person/john-miller", "pianist", "place/canada", false),
        article("d", 2).person("person/john-miller"),
    ];
    let collation = laid(articles.clone(), &[]);
    let expected = ["article/b person/john-miller -> person/john-miller~b", "article/c person/john-miller -> person/john-miller~b"];
    assert_eq!(names(&collation), expected);
    assert!(collation.findings[0].reason.contains("pianist of canada, not mayor of australia"), "{:?}", collation.findings);
    let by_hand = [Decision::Same("person/john-miller".into(), "person/john-miller~b".into())];
    assert!(names(&laid(articles, &by_hand)).is_empty());
}

#[test]
fn decisions_by_hand_go_before_rules() {
    let articles = || vec![article("a", 1).person("person/aleksei-petrov"), article("b", 1).person("person/alexey-petrov")];
    let apart = [Decision::Different("person/alexey-petrov".into(), "person/aleksei-petrov".into())];
    assert!(names(&laid(articles(), &apart)).is_empty());
    let two = || {
        vec![
            article("a", 1).person("person/ana-ruiz"),
            article("b", 1).person("person/eva-cruz"),
            article("c", 1).person("person/ana-ruiz"),
        ]
    };
    let same = laid(two(), &[Decision::Same("person/ana-ruiz".into(), "person/eva-cruz".into())]);
    assert_eq!(names(&same), ["article/b person/eva-cruz -> person/ana-ruiz"]);
    let decision = Decision::Apart { entity: "person/ana-ruiz".into(), articles: ["article/c".to_owned()].into() };
    assert_eq!(names(&laid(two(), &[decision])), ["article/c person/ana-ruiz -> person/ana-ruiz~c"]);
}

#[test]
fn what_one_article_names_as_two_stays_two() {
    let article = article("a", 1).person("person/aleksei-petrov").person("person/alexey-petrov");
    assert!(names(&laid(vec![article], &[])).is_empty());
}

fn strikes() -> Vec<Facts> {
    vec![
        article("a", 13).event("Attack", 13, "place/sumy", &["place/russia"]).figure(0, "killed", 32.0, Some("at least")),
        article("b", 14).event("Attack", 13, "place/sumy", &["place/russia"]).figure(0, "killed", 34.0, None),
        article("c", 14).event("Attack", 13, "place/odesa", &["place/russia"]).figure(0, "killed", 2.0, None),
    ]
}

#[test]
fn one_event_in_two_articles_is_found() {
    let collation = laid(strikes(), &[]);
    assert_eq!(found(&collation, Predicate::SameEventAs), ["article/b#event=0 event/same article/a#event=0"]);
    assert_eq!(found(&collation, Predicate::DisagreesWith), [""; 0], "a toll that rises contradicts nobody");
}

#[test]
fn a_day_apart_may_be_one_event_but_is_no_disagreement_by_itself() {
    let told = |name, day| article(name, day).event("Attack", day, "place/sumy", &[]);
    let collation = laid(vec![told("a", 13), told("b", 14), told("c", 16)], &[]);
    assert_eq!(found(&collation, Predicate::SameEventAs), ["article/b#event=0 event/same article/a#event=0"]);
    assert_eq!(found(&collation, Predicate::DisagreesWith), [""; 0]);
}

#[test]
fn two_days_disagree_where_both_are_told() {
    let told = |name, published, day| article(name, published).event("Attack", day, "place/lima", &["person/ana-ruiz"]);
    let between = |one, other| found(&laid(vec![one, other], &[]), Predicate::DisagreesWith);
    assert_eq!(between(told("a", 6, 3), told("b", 7, 4)), ["article/a#event=0 disagreement/date article/b#event=0"]);
    assert!(between(told("a", 3, 3), told("b", 7, 4)).is_empty(), "of the first article nothing but its day of publication is known");
    assert!(between(told("a", 6, 3), told("b", 7, 3)).is_empty());
}

#[test]
fn numbers_that_exclude_each_other_disagree() {
    let mut articles = strikes();
    articles.push(article("d", 14).event("Casualty", 13, "place/sumy", &[]).figure(0, "killed", 21.0, Some("up to")));
    let expected = ["article/b#quantity=0 disagreement/figure article/d#quantity=0"];
    assert_eq!(found(&laid(articles, &[]), Predicate::DisagreesWith), expected);
}

#[test]
fn an_office_left_and_taken_is_no_disagreement() {
    let told = |name, day, former| article(name, day).role("person/ana-ruiz", "mayor", "place/lima", former);
    let succession = laid(vec![told("a", 1, false), told("b", 60, true), told("c", 500, false)], &[]);
    assert_eq!(found(&succession, Predicate::DisagreesWith), [""; 0]);
    let between = laid(vec![told("a", 1, false), told("b", 30, true), told("c", 60, false)], &[]);
    assert_eq!(found(&between, Predicate::DisagreesWith), ["article/a#role=0 disagreement/role-status article/b#role=0"]);
    let same_week = laid(vec![told("a", 1, false), told("b", 4, true)], &[]);
    assert_eq!(found(&same_week, Predicate::DisagreesWith).len(), 1);
}

#[test]
fn the_same_words_have_one_speaker() {
    let told = |name, speaker| article(name, 1).person(speaker).quote(speaker, "the bridge will stand for years");
    let collation = laid(vec![told("a", "person/ana-ruiz"), told("b", "person/eva-cruz"), told("c", "person/ana-ruiz")], &[]);
    assert_eq!(found(&collation, Predicate::DisagreesWith), ["article/a#quote=0 disagreement/attribution article/b#quote=0"]);
}

#[test]
fn the_order_of_the_articles_does_not_matter() {
    let mut articles = strikes();
    articles.push(article("e", 1).person("person/aleksei-petrov"));
    articles.push(article("f", 1).person("person/alexey-petrov"));
    let forwards = laid(articles.clone(), &[]);
    articles.reverse();
    assert_eq!(laid(articles, &[]), forwards);
}
