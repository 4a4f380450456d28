//! Writes synthetic articles as lines of JSON: `cargo bench --bench synthetic -- 100000 > articles.jsonl`.
#![expect(clippy::expect_used, reason = "a bench may panic")]

mod generator;

use std::io::{BufWriter, Write};

fn main() {
    // Without a number, as in a run of all benches, there is nothing to write.
    let number = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(0);
    let mut out = BufWriter::new(std::io::stdout().lock());
    for number in 0..number {
        let article = generator::article(number);
        let line = serde_json::json!({
            "id": article.name, "title": article.headline, "publisher": article.publisher, "date": article.published, "text": article.text
        });
        writeln!(out, "{line}").expect("written");
    }
    out.flush().expect("written");
}
