//! What `dateline reconcile` may be told.

use super::{Patience, StorePath};
use clap::{ArgGroup, Args, ValueEnum, ValueHint};
use dateline::reconciliation::Class;
use std::path::PathBuf;

/// Looks the entities of the store up in a service that you name, and links them: surely where the service says that it is the
/// one, as candidates where it only proposes some. Nothing else of Dateline uses the network unasked.
///
/// Only names are sent, and the classes that --type gives. What a service answered is kept in the store's folder, so that a second
/// run asks only for what is new. What a service does not answer is told, stays as it was, and is asked for again by the next run.
#[derive(Debug, Args)]
#[command(
    group = ArgGroup::new("where").required(true).args(["service", "sparql"]),
    after_help = "Examples:\n  dateline reconcile --service https://wikidata.reconci.link/en/api --type person=Q5 --store kg\n  dateline reconcile --service http://localhost:5000/reconcile --threshold 90 --store kg\n  dateline reconcile --sparql https://query.wikidata.org/sparql --type person=http://www.wikidata.org/entity/Q5 --class person --store kg"
)]
pub(crate) struct Reconcile {
    /// The address of a reconciliation service, as `OpenRefine` takes it (W3C reconciliation protocol 0.1, 0.2 or 1.0)
    #[arg(long, value_name = "URL", value_hint = ValueHint::Url)]
    pub(crate) service: Option<String>,
    /// The address of a SPARQL endpoint, which is asked for what bears the very name
    #[arg(long, value_name = "URL", value_hint = ValueHint::Url)]
    pub(crate) sparql: Option<String>,
    #[command(flatten)]
    pub(crate) store: StorePath,
    /// What is looked up
    #[arg(long, value_enum, value_name = "CLASS", value_delimiter = ',', default_values = ["person", "organization", "place"])]
    pub(crate) class: Vec<EntityClass>,
    /// How the service calls a class, such as person=Q5; nothing else it has is a sure link; may be repeated
    #[arg(long = "type", value_name = "CLASS=TYPE", value_parser = typed)]
    pub(crate) types: Vec<(EntityClass, String)>,
    /// The score, on the scale of the service, that a sure link must have [default: half of 1 or of 100]
    #[arg(long, value_name = "SCORE")]
    pub(crate) threshold: Option<f64>,
    /// How many candidates are kept of each entity
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u16).range(1..=100))]
    pub(crate) limit: u16,
    /// How many names a request has
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u16).range(1..=1000))]
    pub(crate) batch: u16,
    /// What the identifiers of the service begin with when they are IRIs [default: what the service says]
    #[arg(long, value_name = "IRI")]
    pub(crate) prefix: Option<String>,
    /// Look up also what the articles link surely by themselves
    #[arg(long)]
    pub(crate) all: bool,
    /// Ask again for what was answered before
    #[arg(long)]
    pub(crate) again: bool,
    /// Where the answers are kept [default: a file in the store's folder]
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) cache: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) patience: Patience,
}

/// What can be looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum EntityClass {
    /// People
    Person,
    /// Organizations
    Organization,
    /// Places
    Place,
    /// Events with a name
    Event,
    /// Documents, plans, laws
    Work,
}

impl From<EntityClass> for Class {
    fn from(class: EntityClass) -> Self {
        match class {
            EntityClass::Person => Self::Person,
            EntityClass::Organization => Self::Organization,
            EntityClass::Place => Self::Place,
            EntityClass::Event => Self::Event,
            EntityClass::Work => Self::Work,
        }
    }
}

fn typed(text: &str) -> Result<(EntityClass, String), String> {
    let (class, name) = text.split_once('=').ok_or("it is not of the form CLASS=TYPE, such as person=Q5")?;
    let class =
        EntityClass::from_str(class.trim(), true).map_err(|_| format!("{class:?} is none of person, organization, place, event, work"))?;
    if name.trim().is_empty() { Err("the type is missing, as in person=Q5".to_owned()) } else { Ok((class, name.trim().to_owned())) }
}
