//! Scores, and how they are printed.

use crate::command::Format;
use anyhow::Result;
use serde::Serialize;
use std::io::Write;

/// The scores of one file.
#[derive(Debug, Serialize)]
pub struct Table {
    /// The file.
    pub file: String,
    /// One line each.
    pub rows: Vec<Row>,
}

/// One measure: a name and its figures, in percent, in the order in which they are printed.
#[derive(Debug, Serialize)]
pub struct Row {
    /// What was measured.
    pub name: String,
    /// Names and values of the figures.
    pub figures: Vec<(&'static str, f64)>,
}

/// How many were right, found, and there to be found.
#[derive(Debug, Clone, Copy, Default)]
pub struct Counts {
    /// Found and right.
    pub right: usize,
    /// Found.
    pub found: usize,
    /// In the annotation.
    pub wanted: usize,
}

impl Counts {
    /// Adds another count.
    pub fn add(&mut self, other: Self) {
        self.right += other.right;
        self.found += other.found;
        self.wanted += other.wanted;
    }

    /// Precision, recall and F1.
    pub fn row(self, name: &str) -> Row {
        let (precision, recall) = (percent(self.right, self.found), percent(self.right, self.wanted));
        let f1 = percent(2 * self.right, self.found + self.wanted);
        Row { name: name.to_owned(), figures: vec![("precision", precision), ("recall", recall), ("F1", f1)] }
    }
}

/// `part` of `whole`, in percent; 0 of nothing.
#[expect(clippy::cast_precision_loss, reason = "counts far below 2^52")]
pub fn percent(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { 100.0 * part as f64 / whole as f64 }
}

/// Writes tables to standard output.
pub fn print(tables: &[Table], format: Format) -> Result<()> {
    let mut out = std::io::stdout().lock();
    if format == Format::Json {
        serde_json::to_writer_pretty(&mut out, tables)?;
        writeln!(out)?;
        return Ok(());
    }
    for table in tables {
        writeln!(out, "{}", table.file)?;
        for row in &table.rows {
            let figures: Vec<String> = row.figures.iter().map(|(name, value)| format!("{name} {value:6.2}")).collect();
            writeln!(out, "  {:<22}{}", row.name, figures.join("  "))?;
        }
    }
    Ok(())
}
