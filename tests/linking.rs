//! Names are linked to what they mean, or to nothing.

use dateline::extract::EntityClass;
use dateline::pipeline::Pipeline;
use dateline::resolve::{Link, Verdict};
use dateline::source::read_text;

const WIKIDATA: &str = "http://www.wikidata.org/entity/";

/// The links of the entity with a label or alias, in a text.
fn links(pipeline: &Pipeline, text: &str, name: &str) -> Vec<Link> {
    let article = read_text("a.txt", text.to_owned());
    let reading = pipeline.read(&article);
    let named = |entity: &&dateline::resolve::Entity| entity.label == name || entity.aliases.iter().any(|alias| alias == name);
    let found: Vec<_> = reading.entities.iter().filter(named).collect();
    assert!(!found.is_empty(), "no {name:?} in {text:?}");
    found.into_iter().flat_map(|entity| entity.links.clone()).collect()
}

/// The identifier that a name is surely linked to; empty if it is not.
fn sure(pipeline: &Pipeline, text: &str, name: &str) -> String {
    let links = links(pipeline, text, name);
    let mut sure = links.iter().filter(|link| link.sure).filter_map(|link| link.iri.strip_prefix(WIKIDATA));
    sure.next().unwrap_or_default().to_owned()
}

#[test]
fn a_name_means_what_its_surroundings_tell() {
    let pipeline = Pipeline::load().expect("the program is whole");
    for (text, name, id) in [
        ("Russian drones hit Odesa overnight, the governor of Ukraine's south said.", "Odesa", "Q1874"),
        ("The oil company opened an office in Odessa, Texas, last week.", "Odessa", "Q128361"),
        ("Montenegro joined NATO in 2017, and Serbia did not.", "Montenegro", "Q236"),
        ("Portuguese Prime Minister Luís Montenegro met the press in Lisbon.", "Luís Montenegro", "Q11764394"),
        ("Kremlin spokesman Dmitry Peskov said that Russia was ready for talks.", "Dmitry Peskov", "Q4359688"),
        ("Kremlin aide Yury Ushakov told Russian reporters about the call.", "Yury Ushakov", "Q4479563"),
        ("The two sides fought for villages in the Sumy and Donetsk regions of Ukraine.", "Sumy", "Q170446"),
        ("The delegations met in Kyiv on Tuesday.", "Kyiv", "Q1899"),
        ("Ukrainian President Zelenskyy thanked Denmark.", "Zelenskyy", "Q3874799"),
    ] {
        assert_eq!(sure(&pipeline, text, name), id, "{name} in {text:?}");
    }
}

#[test]
fn whom_nobody_knows_is_linked_to_nobody() {
    let pipeline = Pipeline::load().expect("the program is whole");
    for (text, name) in [
        ("U.S. envoy John K. Miller arrived in Kyiv.", "John K. Miller"),
        ("Leaders of Hamas said on Monday that they had accepted the proposal.", "Hamas"),
        ("David Miller, a baker from Leeds, won the prize.", "David Miller"),
    ] {
        assert_eq!(sure(&pipeline, text, name), "", "{name} in {text:?}");
    }
}

#[test]
fn a_link_says_how_sure_it_is_and_why() {
    let pipeline = Pipeline::load().expect("the program is whole");
    let links = links(&pipeline, "The delegations met in Kyiv on Tuesday.", "Kyiv");
    assert!(links.iter().any(|link| link.iri == "https://sws.geonames.org/703448/"), "{links:?}");
    for link in links {
        assert!(link.confidence > 0.25 && link.confidence <= 1.0 && !link.reason.is_empty(), "{link:?}");
        assert_eq!(link.sure, link.confidence >= 0.8, "{link:?}");
    }
}

#[test]
fn roles_are_checked_at_the_day_of_the_article() {
    let pipeline = Pipeline::load().expect("the program is whole");
    let mut article =
        read_text("a.txt", "NATO Secretary-General Jens Stoltenberg met Ukrainian President Volodymyr Zelenskyy in Kyiv.".to_owned());
    assert!(pipeline.read(&article).checks.is_empty(), "an article without a day is not checked");
    for (day, expected) in
        [(time::macros::date!(2023 - 05 - 01), Verdict::Consistent), (time::macros::date!(2025 - 12 - 22), Verdict::Contradicted)]
    {
        article.published = Some(day);
        let reading = pipeline.read(&article);
        let title = |check: &&dateline::resolve::RoleCheck| reading.claims.roles[check.role].what.title.to_lowercase().contains("general");
        let check = reading.checks.iter().find(title).expect("the role is read and checked");
        assert_eq!(check.verdict, expected, "on {day}");
        assert_eq!(check.row.as_ref().expect("a row").end, "2024-10-01");
    }
}

/// The keys of the organizations in a text, by which they are told apart over articles.
fn bodies(pipeline: &Pipeline, text: &str) -> Vec<String> {
    let article = read_text("a.txt", text.to_owned());
    let reading = pipeline.read(&article);
    let bodies = reading.entities.iter().filter(|entity| entity.class == EntityClass::Organization);
    bodies.map(|entity| entity.key.clone()).collect()
}

#[test]
fn a_body_that_several_countries_have_is_known_by_its_country() {
    let pipeline = Pipeline::load().expect("the program is whole");
    for (text, keys) in [
        ("The French foreign ministry rejected the proposal on Monday.", &["france-foreign-ministry"][..]),
        ("France's Foreign Ministry said on Tuesday that talks had failed.", &["france-foreign-ministry"]),
        ("The Ministry of Foreign Affairs of France rejected the proposal.", &["france-foreign-ministry"]),
        ("Japan's Foreign Ministry said on Tuesday that talks had failed.", &["japan-foreign-ministry"]),
        ("The Supreme Court of Peru ruled on Monday.", &["peru-supreme-court"]),
        ("The Peruvian Supreme Court ruled on Monday. The Supreme Court also fined him.", &["peru-supreme-court"]),
        ("Norway's parliament voted on Monday. Sweden's parliament had voted in May.", &["norway-parliament", "sweden-parliament"]),
    ] {
        assert_eq!(bodies(&pipeline, text), keys, "{text}");
    }
}

#[test]
fn a_body_of_no_known_country_is_that_of_its_article_alone() {
    let pipeline = Pipeline::load().expect("the program is whole");
    let one = bodies(&pipeline, "The foreign ministry denied it on Monday.");
    let other = bodies(&pipeline, "The foreign ministry confirmed it on Tuesday.");
    assert!(one.len() == 1 && other.len() == 1 && one != other, "{one:?} {other:?}");
    assert!(one[0].starts_with("foreign-ministry~"), "{one:?}");
    assert_eq!(bodies(&pipeline, "The foreign ministry denied it on Monday."), one, "a key is a function of the article");
}

#[test]
fn the_authority_knows_a_body_by_its_country() {
    let pipeline = Pipeline::load().expect("the program is whole");
    for (text, name, id) in [
        ("Russia's Defense Ministry said on Monday that drones had been shot down.", "Defense Ministry", "Q1146492"),
        ("Ukraine's parliament voted for the law on Monday.", "parliament", "Q176296"),
    ] {
        assert_eq!(sure(&pipeline, text, name), id, "{name} in {text:?}");
    }
}
