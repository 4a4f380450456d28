//! What `dateline authority` may be told.

use super::GraphFormat;
use clap::{Args, Subcommand, ValueEnum, ValueHint};
use dateline::authority::Kind;
use dateline::graph::{Base, DEFAULT_BASE};
use dateline::import::Part;
use std::path::PathBuf;

/// What names are linked with: the countries, places, bodies, people and offices that the program knows, and the registers that you add.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  dateline authority export --format turtle -o authority.ttl\n  dateline authority add members.csv --kind person --prefix https://example.org/member/\n  dateline ingest articles/*.txt --authority dateline-authority --store kg"
)]
pub(crate) struct Authority {
    #[command(subcommand)]
    pub(crate) command: AuthorityCommand,
}

/// What to do with the authority.
#[derive(Debug, Subcommand)]
pub(crate) enum AuthorityCommand {
    Export(ExportAuthority),
    Add(AddAuthority),
    List(AddedPath),
    Remove(RemoveAuthority),
}

/// Adds a register of your own: a Wikidata JSON dump, the tables of `GeoNames`, SKOS or other RDF, or a table with named columns, also
/// compressed by gzip or bzip2.
///
/// The format is told by the content. The built-in authority goes before: of what it knows by the same Wikidata or `GeoNames` identifier
/// its own row counts, unless the register was added with --first. Rows of one name with different identifiers are weighed against each
/// other by what the article tells, wherever they come from. Of two registers with one identifier the first in the alphabet counts. A
/// register of the same name is replaced. Rows that cannot be used are told, and the rest is added. Articles that were read before are
/// linked anew by `dateline ingest --again`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  dateline authority add latest-all.json.bz2 --name wikidata\n  dateline authority add allCountries.txt\n  dateline authority add thesaurus.ttl --kind organization\n  dateline authority add people.csv --kind person --column label=fullname --prefix https://example.org/person/"
)]
pub(crate) struct AddAuthority {
    /// The file
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) folder: AddedPath,
    /// What it is called in the folder [default: the name of the file]
    #[arg(long)]
    pub(crate) name: Option<String>,
    /// Let its rows go before those of the built-in authority and of other registers
    ///
    /// Of one identifier its row counts, and a name that it surely knows is linked with it whatever else bears the name.
    #[arg(long)]
    pub(crate) first: bool,
    /// Read it as of this format [default: told by the content]
    #[arg(long, value_enum)]
    pub(crate) format: Option<ImportFormat>,
    /// What its rows are, where they do not say: person, city, region, country, physical, organization, government, media, party, event
    #[arg(long)]
    pub(crate) kind: Option<Kind>,
    /// What identifiers that are no IRIs begin with
    #[arg(long, value_name = "IRI")]
    pub(crate) prefix: Option<String>,
    /// Which column of a table has which part, such as label=fullname; may be repeated
    ///
    /// The parts are id, label, kind, aliases (parted by |), description, country, population, latitude, longitude, geonames and iso. Those
    /// that are not given go by the names in common use ("name", "type", "lat" and so on).
    #[arg(long = "column", value_name = "PART=NAME", value_parser = column)]
    pub(crate) columns: Vec<(Part, String)>,
}

/// Removes a register that was added.
#[derive(Debug, Args)]
pub(crate) struct RemoveAuthority {
    /// Its name, as `dateline authority list` gives it
    pub(crate) name: String,
    #[command(flatten)]
    pub(crate) folder: AddedPath,
}

/// Lists the registers that were added, with how many rows each has.
#[derive(Debug, Args)]
pub(crate) struct AddedPath {
    /// The folder in which added registers are kept
    #[arg(long = "authority", value_name = "FOLDER", default_value = "dateline-authority", value_hint = ValueHint::DirPath)]
    pub(crate) path: PathBuf,
}

/// Which added registers names are linked with.
#[derive(Debug, Args)]
pub(crate) struct UsedAuthority {
    /// Link also with what `dateline authority add` put into this folder
    #[arg(id = "authority", long, value_name = "FOLDER", value_hint = ValueHint::DirPath)]
    pub(crate) path: Option<PathBuf>,
}

/// Formats of registers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ImportFormat {
    /// The JSON dump of Wikidata
    Wikidata,
    /// The tables of `GeoNames`
    Geonames,
    /// SKOS and other RDF, of the syntax that the file's name or content tells
    Rdf,
    /// A table with named columns, parted by commas, semicolons or tabs
    Table,
}

fn column(typed: &str) -> Result<(Part, String), String> {
    let (part, name) = typed.split_once('=').ok_or("it is not of the form PART=NAME, such as label=fullname")?;
    let part = match part.trim() {
        "id" => Part::Id,
        "label" => Part::Label,
        "kind" => Part::Kind,
        "aliases" => Part::Aliases,
        "description" => Part::Description,
        "country" => Part::Country,
        "population" => Part::Population,
        "latitude" => Part::Latitude,
        "longitude" => Part::Longitude,
        "geonames" => Part::Geonames,
        "iso" => Part::Iso,
        other => return Err(format!("a row has no part {other:?}; it has id, label, kind, aliases, description, country and so on")),
    };
    Ok((part, name.trim().to_owned()))
}

/// Writes the built-in authority as a SKOS concept scheme, with where each row comes from.
#[derive(Debug, Args)]
pub(crate) struct ExportAuthority {
    /// The format of the file
    #[arg(long, short, value_enum, default_value_t = GraphFormat::Turtle)]
    pub(crate) format: GraphFormat,
    /// The IRI under which all instances live
    #[arg(long, value_name = "IRI", default_value = DEFAULT_BASE)]
    pub(crate) base: Base,
    /// Where to write; the file appears only when it is whole [default: standard output]
    #[arg(long, short, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,
}
