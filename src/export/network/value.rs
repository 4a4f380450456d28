//! Values of nodes and edges, and the types that tools declare for them.

use crate::vocab::xsd;
use oxigraph::model::{Literal, Term};
use std::fmt;
use time::Date;
use time::macros::format_description;

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// True or false.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// Any other finite number.
    Number(f64),
    /// A day of the years 0 to 9999.
    Date(Date),
    /// Anything else, as it is written.
    Text(String),
}

/// The type of a value, or of all values of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
    /// True or false.
    Boolean,
    /// Whole numbers of 64 bits.
    Integer,
    /// Floating-point numbers of 64 bits.
    Number,
    /// Days.
    Date,
    /// Text.
    Text,
}

impl Value {
    /// The value that a term stands for.
    pub(super) fn of(term: &Term) -> Self {
        match term {
            Term::NamedNode(node) => Self::Text(node.as_str().to_owned()),
            Term::BlankNode(node) => Self::Text(node.to_string()),
            Term::Literal(literal) => literal_value(literal).unwrap_or_else(|| Self::Text(literal.value().to_owned())),
        }
    }

    /// Its type.
    pub(super) fn kind(&self) -> Type {
        match self {
            Self::Boolean(_) => Type::Boolean,
            Self::Integer(_) => Type::Integer,
            Self::Number(_) => Type::Number,
            Self::Date(_) => Type::Date,
            Self::Text(_) => Type::Text,
        }
    }
}

impl Type {
    /// The narrowest type that holds values of both.
    pub(super) fn with(self, other: Self) -> Self {
        match (self, other) {
            (one, other) if one == other => one,
            (Self::Integer | Self::Number, Self::Integer | Self::Number) => Self::Number,
            _ => Self::Text,
        }
    }
}

/// The value of a literal whose datatype has one that tools know; none for text and for what is no value of its datatype.
fn literal_value(literal: &Literal) -> Option<Value> {
    let datatype = literal.datatype();
    let name = datatype.as_str().strip_prefix(xsd::NAMESPACE)?;
    let text = literal.value().trim();
    match name {
        "boolean" => match text {
            "true" | "1" => Some(Value::Boolean(true)),
            "false" | "0" => Some(Value::Boolean(false)),
            _ => None,
        },
        "integer" | "long" | "int" | "short" | "byte" | "nonNegativeInteger" | "positiveInteger" | "unsignedLong" | "unsignedInt" => {
            text.parse().ok().map(Value::Integer)
        }
        "decimal" | "double" | "float" => text.parse().ok().filter(|number: &f64| number.is_finite()).map(Value::Number),
        "date" => Date::parse(text, format_description!("[year]-[month]-[day]")).ok().filter(|day| day.year() >= 0).map(Value::Date),
        _ => None,
    }
}

impl fmt::Display for Value {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Boolean(value) => write!(out, "{value}"),
            Self::Integer(value) => write!(out, "{value}"),
            Self::Number(value) => write!(out, "{value}"),
            Self::Date(day) => write!(out, "{:04}-{:02}-{:02}", day.year(), u8::from(day.month()), day.day()),
            Self::Text(value) => out.write_str(value),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use oxigraph::model::NamedNode;

    fn value(text: &str, datatype: &str) -> Value {
        let datatype = NamedNode::new_unchecked(format!("{}{datatype}", xsd::NAMESPACE));
        Value::of(&Literal::new_typed_literal(text, datatype).into())
    }

    #[test]
    fn a_literal_has_the_type_of_its_datatype_if_it_is_a_value_of_it() {
        assert_eq!(value("7", "integer"), Value::Integer(7));
        assert_eq!(value("0.85", "decimal").to_string(), "0.85");
        assert_eq!(value("2025-03-18", "date").to_string(), "2025-03-18");
        assert_eq!(value("0", "boolean"), Value::Boolean(false));
        for (text, datatype) in [
            ("99999999999999999999", "integer"),
            ("INF", "double"),
            ("2025-02-30", "date"),
            ("-0044-03-15", "date"),
            ("2025-03-18Z", "date"),
            ("2025-03", "gYearMonth"),
            ("perhaps", "boolean"),
        ] {
            assert_eq!(value(text, datatype), Value::Text(text.to_owned()), "{datatype}");
        }
    }

    #[test]
    fn a_column_has_the_narrowest_type_of_its_values() {
        assert_eq!(Type::Integer.with(Type::Integer), Type::Integer);
        assert_eq!(Type::Integer.with(Type::Number), Type::Number);
        assert_eq!(Type::Date.with(Type::Number), Type::Text);
    }
}
