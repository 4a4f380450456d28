//! A value that the user gives a variable of a query: `name=<IRI>`, `name="text"`, `name=text`.

use crate::vocab::PREFIXES;
use oxigraph::model::{Literal, NamedNode, Term, Variable};
use std::str::FromStr;

/// A variable and the term it is set to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    /// The variable.
    pub variable: Variable,
    /// Its value.
    pub term: Term,
}

/// Why a binding is not one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BindingError {
    /// There is no `=`.
    #[error("{0:?} is not of the form name=value, such as person=<https://…> or name=\"text\"")]
    NoValue(String),
    /// The name is not one.
    #[error("{0:?} is not the name of a variable")]
    NotAVariable(String),
    /// The value is neither an IRI nor text.
    #[error("{0:?} is neither an <IRI> nor \"text\"")]
    NotATerm(String),
}

impl FromStr for Binding {
    type Err = BindingError;

    fn from_str(text: &str) -> Result<Self, BindingError> {
        let (name, value) = text.split_once('=').ok_or_else(|| BindingError::NoValue(text.to_owned()))?;
        let name = name.trim().trim_start_matches(['?', '$']);
        let variable = Variable::new(name).map_err(|_| BindingError::NotAVariable(name.to_owned()))?;
        Ok(Self { variable, term: term(value.trim())? })
    }
}

/// `<IRI>`, a quoted literal with its language or datatype, a name with a known prefix; anything else is the text itself.
fn term(value: &str) -> Result<Term, BindingError> {
    if value.starts_with('<') || value.starts_with('"') {
        let term = Term::from_str(value).map_err(|_| BindingError::NotATerm(value.to_owned()))?;
        return if matches!(term, Term::BlankNode(_)) { Err(BindingError::NotATerm(value.to_owned())) } else { Ok(term) };
    }
    if let Some((prefix, local)) = value.split_once(':') {
        let namespace = PREFIXES.iter().find(|(known, _)| *known == prefix).map(|(_, namespace)| namespace);
        if let Some(node) = namespace.and_then(|namespace| NamedNode::new(format!("{namespace}{local}")).ok()) {
            return Ok(node.into());
        }
        if let Some(node) = NamedNode::new(value).ok().filter(|_| local.starts_with("//")) {
            return Ok(node.into());
        }
    }
    Ok(Literal::new_simple_literal(value).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> String {
        text.parse::<Binding>().expect("a binding").term.to_string()
    }

    #[test]
    fn iris_and_texts() {
        assert_eq!(value("a=<http://example.org/x>"), "<http://example.org/x>");
        assert_eq!(value("a=http://example.org/x=y"), "<http://example.org/x=y>");
        assert_eq!(value("a=dl:Meeting"), "<https://w3id.org/dateline#Meeting>");
        assert_eq!(value("a=\"x\"@en"), "\"x\"@en");
        assert_eq!(value("?a=Ana Pérez: envoy"), "\"Ana Pérez: envoy\"");
        assert_eq!(value("a=} DROP ALL"), "\"} DROP ALL\"");
    }

    #[test]
    fn what_is_no_binding_is_refused() {
        for text in ["a", "=x", "a b=x", "a=<no iri>", "a=\"open", "a=<<( )>>"] {
            assert!(text.parse::<Binding>().is_err(), "{text}");
        }
    }
}
