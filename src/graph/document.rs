//! The article itself: where it came from, what its top says, its text.

use super::{literal, sheet::Sheet};
use crate::extract::CalendarDate;
use crate::vocab::{dl, nif, rdf, schema};
use oxigraph::model::{Literal, NamedNode};

pub(super) fn write(sheet: &mut Sheet<'_>, with_text: bool) {
    let (article, reading) = (sheet.article.clone(), sheet.reading);
    let source = reading.article;
    sheet.add(&article, rdf::TYPE, schema::NEWS_ARTICLE);
    sheet.add(&article, dl::SOURCE_FILE, Literal::new_simple_literal(&source.source));
    sheet.add(&article, dl::CONTENT_HASH, Literal::new_simple_literal(&source.hash));
    if let Some(headline) = &source.headline {
        sheet.add(&article, schema::HEADLINE, sheet.text(&headline.value));
    }
    if let Some(day) = source.published {
        sheet.add(&article, schema::DATE_PUBLISHED, literal::date(CalendarDate::Day(day)));
    }
    if let Some(language) = &source.language {
        sheet.add(&article, schema::IN_LANGUAGE, Literal::new_simple_literal(language));
    }
    if let Some(url) = &source.url {
        match NamedNode::new(url.as_str()) {
            Ok(url) => sheet.add(&article, schema::URL, url),
            Err(_) => sheet.add(&article, schema::URL, Literal::new_simple_literal(url)),
        }
    }
    for author in reading.authors.iter().filter_map(|&id| sheet.entity(id)).collect::<Vec<_>>() {
        sheet.add(&article, schema::AUTHOR, author);
    }
    if let Some(publisher) = reading.publisher.and_then(|id| sheet.entity(id)) {
        sheet.add(&article, schema::PUBLISHER, publisher);
    }
    context(sheet, with_text);
}

/// The text as a whole, to which every mention refers.
fn context(sheet: &mut Sheet<'_>, with_text: bool) {
    let (article, context) = (sheet.article.clone(), sheet.context.clone());
    sheet.add(&article, dl::CONTEXT, context.clone());
    sheet.add(&context, rdf::TYPE, nif::CONTEXT);
    let text = &sheet.reading.article.text;
    let (begin, end) = sheet.code_points((0..text.len()).into());
    sheet.add(&context, nif::BEGIN_INDEX, literal::number(&begin.to_string()));
    sheet.add(&context, nif::END_INDEX, literal::number(&end.to_string()));
    if with_text {
        sheet.add(&context, nif::IS_STRING, Literal::new_simple_literal(text));
    }
}
