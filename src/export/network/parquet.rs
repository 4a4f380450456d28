//! Two Parquet tables, for DuckDB, pandas, Polars, Spark.

use super::value::{Type, Value};
use super::{Column, Network};
use ::parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use ::parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, DoubleType, Int32Type, Int64Type};
use ::parquet::errors::ParquetError;
use ::parquet::file::properties::WriterProperties;
use ::parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use ::parquet::schema::types::{Type as Schema, TypePtr};
use std::io::{self, Write};
use std::sync::Arc;
use time::Date;
use time::macros::date;

/// The day from which Parquet counts days.
const EPOCH: Date = date!(1970 - 01 - 01);

/// Writes the nodes.
pub(super) fn nodes(network: &Network, out: &mut dyn Write) -> io::Result<()> {
    let kinds: Vec<String> = network.nodes.iter().map(super::Node::kind).collect();
    let own = [
        ("id", network.nodes.iter().map(|node| node.id.as_str()).collect()),
        ("label", network.nodes.iter().map(|node| node.label.as_str()).collect()),
        ("kind", kinds.iter().map(String::as_str).collect()),
    ];
    let values: Vec<_> = network.nodes.iter().map(|node| node.values.as_slice()).collect();
    table("nodes", &own, &network.node_columns, &values, out)
}

/// Writes the edges.
pub(super) fn edges(network: &Network, out: &mut dyn Write) -> io::Result<()> {
    let own = [
        ("source", network.edges.iter().map(|edge| edge.source.as_str()).collect()),
        ("target", network.edges.iter().map(|edge| edge.target.as_str()).collect()),
        ("kind", network.edges.iter().map(|edge| edge.kind.as_str()).collect()),
    ];
    let values: Vec<_> = network.edges.iter().map(|edge| edge.values.as_slice()).collect();
    table("edges", &own, &network.edge_columns, &values, out)
}

type Rows<'a> = [&'a [Option<Value>]];

fn table(name: &str, own: &[(&str, Vec<&str>)], columns: &[Column], rows: &Rows<'_>, out: &mut dyn Write) -> io::Result<()> {
    let bytes = encode(name, own, columns, rows).map_err(io::Error::other)?;
    out.write_all(&bytes)
}

fn encode(name: &str, own: &[(&str, Vec<&str>)], columns: &[Column], rows: &Rows<'_>) -> Result<Vec<u8>, ParquetError> {
    let own_fields = own.iter().map(|(name, _)| field(name, Type::Text, Repetition::REQUIRED));
    let other_fields = columns.iter().map(|column| field(&column.name, column.kind, Repetition::OPTIONAL));
    let fields = own_fields.chain(other_fields).collect::<Result<_, _>>()?;
    let schema = Schema::group_type_builder(name).with_fields(fields).build()?;
    let properties = WriterProperties::builder().set_created_by("dateline".to_owned()).set_compression(Compression::UNCOMPRESSED);
    let mut file = SerializedFileWriter::new(Vec::new(), Arc::new(schema), Arc::new(properties.build()))?;
    let mut group = file.next_row_group()?;
    let mut number = 0;
    while let Some(mut writer) = group.next_column()? {
        match own.get(number) {
            Some((_, texts)) => {
                let texts: Vec<ByteArray> = texts.iter().map(|text| ByteArray::from(*text)).collect();
                writer.typed::<ByteArrayType>().write_batch(&texts, None, None)?;
            }
            None => column(&mut writer, columns.get(number - own.len()), number - own.len(), rows)?,
        }
        writer.close()?;
        number += 1;
    }
    group.close()?;
    file.into_inner()
}

fn field(name: &str, kind: Type, repetition: Repetition) -> Result<TypePtr, ParquetError> {
    let (physical, logical) = match kind {
        Type::Boolean => (Physical::BOOLEAN, None),
        Type::Integer => (Physical::INT64, None),
        Type::Number => (Physical::DOUBLE, None),
        Type::Date => (Physical::INT32, Some(LogicalType::Date)),
        Type::Text => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
    };
    let field = Schema::primitive_type_builder(name, physical).with_logical_type(logical).with_repetition(repetition);
    field.build().map(Arc::new)
}

fn column(writer: &mut SerializedColumnWriter<'_>, column: Option<&Column>, number: usize, rows: &Rows<'_>) -> Result<(), ParquetError> {
    let cells = || rows.iter().map(|values| values.get(number).and_then(Option::as_ref));
    match column.map_or(Type::Text, |column| column.kind) {
        Type::Boolean => {
            fill::<BoolType>(writer, cells().map(|value| if let Value::Boolean(value) = value? { Some(*value) } else { None }))
        }
        Type::Integer => {
            fill::<Int64Type>(writer, cells().map(|value| if let Value::Integer(value) = value? { Some(*value) } else { None }))
        }
        Type::Number => {
            fill::<DoubleType>(writer, cells().map(|value| if let Value::Number(value) = value? { Some(*value) } else { None }))
        }
        Type::Date => fill::<Int32Type>(writer, cells().map(|value| if let Value::Date(day) = value? { days(*day) } else { None })),
        Type::Text => fill::<ByteArrayType>(writer, cells().map(|value| Some(ByteArray::from(value?.to_string().as_str())))),
    }
}

fn fill<T: DataType>(writer: &mut SerializedColumnWriter<'_>, cells: impl Iterator<Item = Option<T::T>>) -> Result<(), ParquetError> {
    let cells: Vec<Option<T::T>> = cells.collect();
    let levels: Vec<i16> = cells.iter().map(|cell| i16::from(cell.is_some())).collect();
    let values: Vec<T::T> = cells.into_iter().flatten().collect();
    writer.typed::<T>().write_batch(&values, Some(&levels), None).map(drop)
}

fn days(day: Date) -> Option<i32> {
    (day - EPOCH).whole_days().try_into().ok()
}
