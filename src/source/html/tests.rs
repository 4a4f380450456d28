//! Pages as newspapers write them, and pages that mean harm.

use super::*;

const PARAGRAPH: &str =
    "The water ministers of six states signed the pact on Thursday in the port of Selm, ten years after they first met.";

fn page(head: &str, body: &str) -> String {
    format!("<!DOCTYPE html><html lang=\"en-GB\"><head>{head}</head><body>{body}</body></html>")
}

fn read(html: &str) -> Article {
    read_html("page.html", html).expect("a page with an article")
}

#[test]
fn takes_the_article_and_leaves_the_rest() {
    let html = page(
        "<title>Ministers sign pact | The Selm Courier</title><meta property=\"og:title\" content=\"Ministers sign pact | The Selm Courier\">
         <meta property=\"og:site_name\" content=\"The Selm Courier\"><meta name=\"author\" content=\"Ana Cruz and Jan Novak\">
         <meta property=\"article:published_time\" content=\"2024-03-07T18:00:00+01:00\"><link rel=\"canonical\" href=\"https://selm.example/pact\">",
        &format!(
            "<nav><ul><li><a href=\"/\">Home</a></li></ul></nav><div class=\"page\"><article><h1>Ministers sign pact</h1>
             <div class=\"social-share\"><p>Share this with all the friends and colleagues that you have, please do it now.</p></div>
             <p>{PARAGRAPH}</p><figure><img src=\"a.jpg\"></figure><h2>What it says</h2><ul><li>Warnings come within the hour.</li></ul>
             <p>{PARAGRAPH} <b>All</b> six agree&nbsp;on it.</p><p><a href=\"/b\">More stories about the river and its ports</a></p><h2>More</h2></article>
             <aside><p>{PARAGRAPH}</p></aside></div><footer><p>All rights reserved, whatever you may think of it, to the Courier.</p></footer>"
        ),
    );
    let article = read(&html);
    let blocks: Vec<(BlockKind, &str)> = article.blocks.iter().map(|block| (block.kind, block.span.of(&article.text))).collect();
    let last = format!("{PARAGRAPH} All six agree on it.");
    let expected = [
        (BlockKind::Headline, "Ministers sign pact"),
        (BlockKind::Paragraph, PARAGRAPH),
        (BlockKind::Heading, "What it says"),
        (BlockKind::ListItem, "Warnings come within the hour."),
        (BlockKind::Paragraph, &last),
    ];
    assert_eq!(blocks, expected);
    assert_eq!(article.headline.map(|headline| headline.value).as_deref(), Some("Ministers sign pact"));
    assert_eq!(article.authors.iter().map(|author| author.value.as_str()).collect::<Vec<_>>(), ["Ana Cruz", "Jan Novak"]);
    assert_eq!(article.publisher.map(|publisher| publisher.value).as_deref(), Some("The Selm Courier"));
    assert_eq!(article.published.map(|day| day.to_string()).as_deref(), Some("2024-03-07"));
    assert_eq!(article.url.as_deref(), Some("https://selm.example/pact"));
    assert_eq!(article.language.as_deref(), Some("en"));
}

#[test]
fn data_count_before_meta_elements() {
    let data = r#"{"@context":"https://schema.org","@graph":[
        {"@type":"Person","@id":"https://selm.example/#ana","name":"Ana Cruz"},
        {"@type":"NewsArticle","headline":"Ministers&#8217; pact","datePublished":"2024-03-07T08:00:00Z","author":{"@id":"https://selm.example/#ana"},
         "publisher":{"@type":"Organization","name":"The Selm Courier"}}]}"#;
    let head = format!(
        "<script type=\"application/ld+json\">{data}</script><meta property=\"og:title\" content=\"Other\"><meta name=\"author\" content=\"Web Desk\">"
    );
    let article = read(&page(&head, &format!("<p>{PARAGRAPH}</p>")));
    assert_eq!(article.headline.map(|headline| headline.value).as_deref(), Some("Ministers’ pact"));
    assert_eq!(article.authors.first().map(|author| author.value.as_str()), Some("Ana Cruz"));
    assert_eq!(article.published.map(|day| day.to_string()).as_deref(), Some("2024-03-07"));
}

#[test]
fn the_headline_that_is_shown_and_shared_counts_before_the_one_for_search_engines() {
    let data = r#"{"@type":"NewsArticle","headline":"Pact: all you need to know about Selm"}"#;
    let head = format!(
        "<script type=\"application/ld+json\">{data}</script><meta property=\"og:site_name\" content=\"The Selm Courier\">
         <meta property=\"og:title\" content=\"Ministers sign pact in Selm | The Selm Courier\">"
    );
    let headline = |shown: &str| read(&page(&head, &format!("<h1>{shown}</h1><p>{PARAGRAPH}</p>"))).headline.map(|headline| headline.value);
    assert_eq!(headline("Ministers sign pact in Selm").as_deref(), Some("Ministers sign pact in Selm"));
    assert_eq!(headline("Six states, one river").as_deref(), Some("Pact: all you need to know about Selm"));
}

#[test]
fn a_page_without_an_article_says_so() {
    let error = read_html("front.html", &page("", "<nav><a href=\"/\">Home</a></nav>")).expect_err("no article").to_string();
    assert!(error.starts_with("no article in front.html"), "{error}");
}

#[test]
fn declared_entities_are_not_expanded() {
    let bomb = "<!DOCTYPE html [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]>";
    let article = read(&format!("{bomb}<html><body><p>{PARAGRAPH} &c;</p></body></html>"));
    assert!(!article.text.contains("aaaa") && article.text.len() < 400, "{}", article.text);
}

#[test]
fn endless_nesting_is_refused() {
    for tag in ["<div>", "<b>", "<svg><g>", "<table>", "<blockquote><ul><li>"] {
        let html = page("", &format!("{}<p>{PARAGRAPH}</p>", tag.repeat(100_000)));
        assert!(matches!(read_html("deep.html", &html), Err(SourceError::TooDeep { .. })), "{tag}");
    }
    let fits = page("", &format!("{}<p>{PARAGRAPH}</p>", "<div>".repeat(500)));
    assert!(read_html("fits.html", &fits).is_ok());
}

#[test]
fn huge_attributes_are_refused() {
    let html = page("", &format!("<p title=\"{}\">{PARAGRAPH}</p>", "x".repeat(100 << 20)));
    assert!(matches!(read_html("huge.html", &html), Err(SourceError::TooLarge { .. })));
}

#[test]
fn deep_data_are_passed_over() {
    let head = format!("<script type=\"application/ld+json\">{}</script>", "[".repeat(100_000));
    assert!(read(&page(&head, &format!("<p>{PARAGRAPH}</p>"))).headline.is_none());
}
