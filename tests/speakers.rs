//! Whoever speaks is known by name, by title or by what the text calls them.
#![expect(clippy::expect_used, reason = "a test may panic")]

use dateline::extract::Source;
use dateline::pipeline::Pipeline;
use dateline::resolve::EntityId;
use dateline::source::read_text;

/// The labels of those who say the quotations of a text, in order; what they are called where nobody is known.
fn speakers(pipeline: &Pipeline, text: &str) -> Vec<String> {
    let article = read_text("a.txt", text.to_owned());
    let reading = pipeline.read(&article);
    let mut said: Vec<_> = reading.claims.quotations.iter().map(|claim| &claim.what).collect();
    said.sort_by_key(|quotation| quotation.text);
    let label = |source: &Source<EntityId>| match source {
        Source::Known(id) => reading.entities[id.0].label.clone(),
        Source::Unnamed(span) => span.of(&article.text).to_owned(),
    };
    said.iter().map(|quotation| quotation.speaker.as_ref().map(label).unwrap_or_default()).collect()
}

/// Each text has one quotation, said by the one beside it.
fn assert_said(texts: &[(&str, &str)]) {
    let pipeline = Pipeline::load().expect("the program is whole");
    for (text, said_by) in texts {
        assert_eq!(speakers(&pipeline, text), [*said_by], "{text}");
    }
}

#[test]
fn whoever_is_called_by_a_noun_is_the_one_who_acted_before() {
    assert_said(&[
        ("President Ana Ruiz met the unions on Monday. \"We want a deal,\" said the far-right leader.", "Ana Ruiz"),
        ("The Minister of Ports, Ivo Radev, opened the quay on Monday. \"Trade will grow,\" the official remarked.", "Ivo Radev"),
        ("The quay was opened by Ivo Radev on Monday. \"Trade will grow,\" the official remarked.", "Ivo Radev"),
        ("A storm struck Varna on Monday. \"Trade will shrink,\" the official remarked.", "the official"),
    ]);
}

#[test]
fn a_pronoun_that_speaks_is_the_last_speaker_unless_another_acts_since() {
    let pipeline = Pipeline::load().expect("the program is whole");
    let text = "\"The quay is open,\" Ivo Radev said on Monday.\n\nThe town waited. \"Trade will grow,\" he added.";
    assert_eq!(speakers(&pipeline, text).last().map(String::as_str), Some("Ivo Radev"));
    let text = "\"The quay is open,\" Ivo Radev said on Monday.\n\nPeter Olsen wants a new port. \"Trade will grow,\" he wrote.";
    assert_eq!(speakers(&pipeline, text).last().map(String::as_str), Some("Peter Olsen"));
}

#[test]
fn a_name_is_found_behind_an_adjective_and_before_a_relative_clause() {
    let pipeline = Pipeline::load().expect("the program is whole");
    let text = "Swedish Prime Minister Ulf Kristersson on Monday said the report was “very serious”.";
    assert_eq!(speakers(&pipeline, text).last().map(String::as_str), Some("Ulf Kristersson"));
    let text = "\"The plan is dead,\" said Ruiz, who also calls the ferry a \"strong idea\". Ana Ruiz spoke in Lima.";
    assert_eq!(speakers(&pipeline, text), ["Ana Ruiz", "Ana Ruiz"]);
}

#[test]
fn a_document_says_the_words_of_whoever_sent_it() {
    assert_said(&[
        ("The Harbour Union sent a letter to the mayor on Monday. \"We will wait,\" the letter stated.", "Harbour Union"),
        ("Ana Ruiz signed a statement on Monday. The ferry was late. \"Trade will grow,\" the statement said.", "Ana Ruiz"),
        ("Ana Ruiz wrote a letter on Monday. \"Trade will grow,\" a statement said.", "a statement"),
        ("Researchers at Varna University counted the ships. \"They are few,\" the researchers said.", "Varna University"),
    ]);
}
