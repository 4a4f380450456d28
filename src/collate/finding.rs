//! What follows from several articles together: who is who, the same event, claims that cannot both hold.

/// A statement that no single article makes, with why and how surely.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What it is about, relative to the base.
    pub subject: String,
    /// What it says of that.
    pub predicate: Predicate,
    /// The other side, relative to the base.
    pub object: String,
    /// Why, in words.
    pub reason: String,
    /// Which rule found it.
    pub rule: &'static str,
    /// How sure it is, 0 to 1.
    pub confidence: f32,
    /// The words in the articles that it rests on, relative to the base; sorted.
    pub evidence: Vec<String>,
}

/// What a finding says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Predicate {
    /// The subject is whom these articles mean by what each of them alone was read as.
    ReadAs,
    /// Two articles tell of one event.
    SameEventAs,
    /// Two claims cannot both hold.
    DisagreesWith,
}

/// The findings in their one order, each once.
#[must_use]
pub fn in_order(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by(|a, b| (a.predicate, &a.subject, &a.object).cmp(&(b.predicate, &b.subject, &b.object)));
    findings.dedup_by(|a, b| (a.predicate, &a.subject, &a.object) == (b.predicate, &b.subject, &b.object));
    findings
}
