//! The tables of `GeoNames`: nineteen columns without a head.

use super::open::Reader;
use super::row::{Row, joined};
use super::table::degrees;
use super::{ImportError, Sink};
use crate::authority::Kind;
use std::io::BufRead;

const COLUMNS: usize = 19;

/// Reads such a table. Buildings, roads and what is smaller than a first-level division are passed over.
pub(super) fn read(mut reader: Reader, sink: &mut Sink) -> Result<(), ImportError> {
    let mut bytes = Vec::new();
    for number in 1_u64.. {
        bytes.clear();
        if reader.read_until(b'\n', &mut bytes).map_err(|error| sink.read_error(error))? == 0 {
            break;
        }
        let row = match std::str::from_utf8(&bytes) {
            Ok(line) if line.trim().is_empty() => Ok(None),
            Ok(line) => row(line.trim_end_matches(['\n', '\r']), sink),
            Err(_) => Err("the row is no UTF-8".to_owned()),
        };
        sink.take(&number.to_string(), row)?;
    }
    Ok(())
}

fn row(line: &str, sink: &Sink) -> Result<Option<Row>, String> {
    let fields: Vec<&str> = line.split('\t').collect();
    if fields.len() != COLUMNS {
        return Err(format!("the row has {} fields instead of {COLUMNS}", fields.len()));
    }
    let Some(kind) = kind(fields[6], fields[7]) else { return Ok(None) };
    if fields[0].is_empty() || !fields[0].bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(format!("{:?} is no number of GeoNames", fields[0]));
    }
    let population: u64 =
        if fields[14].is_empty() { 0 } else { fields[14].parse().map_err(|_| format!("{:?} is no number of inhabitants", fields[14]))? };
    let names = std::iter::once(fields[2]).chain(fields[3].split(',')).filter(|name| *name != fields[1]);
    Ok(Some(Row {
        id: format!("https://sws.geonames.org/{}/", fields[0]),
        kind: Some(kind),
        label: fields[1].to_owned(),
        aliases: joined(names),
        geonames: fields[0].to_owned(),
        iso: if kind == Kind::Country { fields[8].to_owned() } else { String::new() },
        country: sink.country(fields[8]).unwrap_or_default().to_owned(),
        weight: u32::try_from(population).unwrap_or(u32::MAX),
        description: format!("{} in {}", kind.word(), sink.country(fields[8]).unwrap_or(fields[8])),
        source: "GeoNames".to_owned(),
        position: (degrees(fields[4], 90.0)?, degrees(fields[5], 180.0)?),
    }))
}

/// The kind of a feature by its class and code.
fn kind(class: &str, code: &str) -> Option<Kind> {
    match class {
        "A" if code.starts_with("PCL") => Some(Kind::Country),
        "A" if code == "ADM1" => Some(Kind::Region),
        "P" => Some(Kind::City),
        "H" | "T" | "L" => Some(Kind::Physical),
        _ => None,
    }
}
