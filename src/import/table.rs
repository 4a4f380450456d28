//! Tables with named columns.

use super::open::Reader;
use super::row::{Row, joined};
use super::{ImportError, Sink};
use crate::authority::Kind;
use std::io::BufRead;

/// A part of a row that a column can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// The identifier.
    Id,
    /// The best name.
    Label,
    /// What it is.
    Kind,
    /// Other names, parted by `|`.
    Aliases,
    /// In words.
    Description,
    /// The country it belongs to, by name or code.
    Country,
    /// Inhabitants, or how well known it is.
    Population,
    /// Degrees north.
    Latitude,
    /// Degrees east.
    Longitude,
    /// `GeoNames` number.
    Geonames,
    /// ISO 3166 code.
    Iso,
}

/// The parts with the names of columns that are in common use.
const NAMES: [(Part, &[&str]); 11] = [
    (Part::Id, &["id", "identifier", "uri", "iri", "qid", "item"]),
    (Part::Label, &["label", "name", "preflabel", "title", "itemlabel"]),
    (Part::Kind, &["kind", "type", "class"]),
    (Part::Aliases, &["aliases", "alias", "altlabel", "alternatenames"]),
    (Part::Description, &["description", "definition", "note"]),
    (Part::Country, &["country", "countrycode"]),
    (Part::Population, &["population", "sitelinks"]),
    (Part::Latitude, &["latitude", "lat"]),
    (Part::Longitude, &["longitude", "lon", "lng", "long"]),
    (Part::Geonames, &["geonames", "geonameid"]),
    (Part::Iso, &["iso", "isocode"]),
];

/// Reads a table whose first line names the columns.
pub(super) fn read(mut reader: Reader, sink: &mut Sink) -> Result<(), ImportError> {
    let head = reader.fill_buf().map_err(|error| sink.read_error(error))?;
    let head = String::from_utf8_lossy(head.split(|&byte| byte == b'\n').next().unwrap_or_default()).into_owned();
    let delimiter = [b'\t', b';', b','].into_iter().find(|&byte| head.as_bytes().contains(&byte)).unwrap_or(b',');
    let mut table = csv::ReaderBuilder::new().delimiter(delimiter).quoting(delimiter != b'\t').flexible(true).from_reader(reader);
    let columns: Vec<String> = table.headers().map_err(|error| sink.format_error(error.to_string()))?.iter().map(str::to_owned).collect();
    let places = places(&columns, sink)?;
    for record in table.byte_records() {
        let place = record.as_ref().ok().and_then(|record| record.position().map(csv::Position::line)).unwrap_or_default();
        let row = match &record {
            Ok(record) => row(record, &places, columns.len(), sink),
            Err(error) if error.is_io_error() => return Err(sink.format_error(format!("it breaks off: {error}"))),
            Err(error) => Err(error.to_string()),
        };
        sink.take(&place.to_string(), row)?;
    }
    Ok(())
}

/// Where each part stands.
fn places(columns: &[String], sink: &Sink) -> Result<Vec<(Part, usize)>, ImportError> {
    let at = |name: &str| columns.iter().position(|column| column.trim().eq_ignore_ascii_case(name));
    let mut places = Vec::new();
    for (part, name) in &sink.options.columns {
        let place = at(name).ok_or_else(|| sink.format_error(format!("it has no column {name:?}, but {}", columns.join(", "))))?;
        places.push((*part, place));
    }
    for (part, names) in NAMES {
        if !places.iter().any(|(known, _)| *known == part) {
            places.extend(names.iter().find_map(|name| at(name)).map(|place| (part, place)));
        }
    }
    let has = |part| places.iter().any(|(known, _)| *known == part);
    if has(Part::Id) && has(Part::Label) {
        return Ok(places);
    }
    let why =
        format!("it has no columns for identifier and name, but {}: name them with --column id=… --column label=…", columns.join(", "));
    Err(sink.format_error(why))
}

fn row(record: &csv::ByteRecord, places: &[(Part, usize)], columns: usize, sink: &Sink) -> Result<Option<Row>, String> {
    if record.len() != columns {
        return Err(format!("the row has {} fields, the head {columns}", record.len()));
    }
    let mut row = Row { source: sink.path.file_name().unwrap_or_default().to_string_lossy().into_owned(), ..Row::default() };
    for &(part, place) in places {
        let value = std::str::from_utf8(record.get(place).unwrap_or_default()).map_err(|_| "the row is no UTF-8".to_owned())?.trim();
        match part {
            Part::Id => value.clone_into(&mut row.id),
            Part::Label => value.clone_into(&mut row.label),
            Part::Kind | Part::Population if value.is_empty() => {}
            Part::Kind => row.kind = Some(kind(value).ok_or_else(|| format!("{value:?} is no kind: person, organization, city …"))?),
            Part::Aliases => row.aliases = joined(value.split('|')),
            Part::Description => value.clone_into(&mut row.description),
            Part::Country => sink.country(value).unwrap_or(value).clone_into(&mut row.country),
            Part::Population => row.weight = value.parse().map_err(|_| format!("{value:?} is no number of inhabitants"))?,
            Part::Latitude => row.position.0 = degrees(value, 90.0)?,
            Part::Longitude => row.position.1 = degrees(value, 180.0)?,
            Part::Geonames => value.clone_into(&mut row.geonames),
            Part::Iso => value.clone_into(&mut row.iso),
        }
    }
    Ok(Some(row))
}

/// Degrees as they stand, if they are such.
pub(super) fn degrees(value: &str, most: f64) -> Result<String, String> {
    let fits = value.is_empty() || value.parse::<f64>().is_ok_and(|degrees| degrees.abs() <= most) && !value.contains(['e', 'E']);
    if fits { Ok(value.to_owned()) } else { Err(format!("{value:?} are no degrees")) }
}

/// A kind by its name in the authority, or in schema.org, FOAF and ORG.
pub(super) fn kind(word: &str) -> Option<Kind> {
    let word = word.to_lowercase();
    word.parse().ok().or(match word.as_str() {
        "human" | "politician" => Some(Kind::Person),
        "place" | "geonamesfeature" | "feature" | "landmark" | "landform" => Some(Kind::Physical),
        "settlement" | "town" | "village" | "populatedplace" => Some(Kind::City),
        "state" | "administrativearea" | "administrativeregion" => Some(Kind::Region),
        "company" | "corporation" | "ngo" | "collegeoruniversity" | "formalorganization" | "group" | "sportsteam" | "agent" => {
            Some(Kind::Organization)
        }
        "governmentorganization" => Some(Kind::Government),
        "newsmediaorganization" | "newspaper" => Some(Kind::Media),
        "politicalparty" => Some(Kind::Party),
        _ => None,
    })
}
