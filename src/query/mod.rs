//! Stage 7: SPARQL over the store, and its answers as tables and standard result formats.

mod answer;
mod binding;
mod csv;
mod limits;
mod nesting;
mod syntax;
mod table;

pub use answer::{Format, write};
pub use binding::{Binding, BindingError};
pub use limits::{Cut, first};
pub use table::shorten;

use crate::store::Store;
use crate::vocab::PREFIXES;
use oxigraph::model::GraphName;
use oxigraph::sparql::{CancellationToken, PreparedSparqlQuery, QueryEvaluationError, QueryResults, SparqlEvaluator};
use std::time::Duration;

/// A parsed query, over the union of all graphs unless it names its own.
pub struct Query {
    prepared: PreparedSparqlQuery,
    token: CancellationToken,
}

/// Why a query gives no answer.
#[derive(Debug, thiserror::Error)]
pub enum QueryError {
    /// It is not SPARQL: at which line and column, and what stands there.
    #[error("{0}")]
    Syntax(String),
    /// A binding names a variable that the query does not have.
    #[error("the query does not select ?{0}: --bind can set only a variable that it selects")]
    UnknownVariable(String),
    /// Its time was over.
    #[error("the query was stopped before it was answered")]
    Stopped,
    /// It could not be evaluated.
    #[error("the query could not be answered")]
    Evaluation(#[source] QueryEvaluationError),
    /// An answer could not be written.
    #[error("the answer could not be written")]
    Output(#[from] std::io::Error),
    /// The answer is not of the kind that was asked for.
    #[error("{0}")]
    Format(String),
}

impl From<QueryEvaluationError> for QueryError {
    fn from(error: QueryEvaluationError) -> Self {
        match error {
            QueryEvaluationError::NotExistingSubstitutedVariable(variable) => Self::UnknownVariable(variable.as_str().to_owned()),
            QueryEvaluationError::Cancelled => Self::Stopped,
            other => Self::Evaluation(other),
        }
    }
}

impl Query {
    /// Parses SPARQL 1.1; the project's prefixes need not be declared.
    ///
    /// # Errors
    /// If it is malformed; the source says at which line and column.
    pub fn parse(text: &str) -> Result<Self, QueryError> {
        Self::parse_relative_to(text, None)
    }

    /// The same, with an IRI against which relative ones are read.
    ///
    /// # Errors
    /// If the query is malformed, or the IRI is none.
    pub fn parse_relative_to(text: &str, base: Option<&str>) -> Result<Self, QueryError> {
        if let Some(objection) = nesting::objection(text) {
            return Err(QueryError::Syntax(objection));
        }
        let token = CancellationToken::new();
        let mut evaluator = SparqlEvaluator::new().with_cancellation_token(token.clone());
        if let Some(base) = base {
            evaluator = evaluator.with_base_iri(base).map_err(|error| QueryError::Format(format!("{base:?} is no IRI: {error}")))?;
        }
        for (prefix, namespace) in PREFIXES {
            evaluator = evaluator.with_prefix(prefix, namespace).map_err(|error| QueryError::Format(error.to_string()))?;
        }
        let mut prepared = evaluator.parse_query(text).map_err(|error| QueryError::Syntax(syntax::explain(&error, text)))?;
        if prepared.dataset().is_default_dataset() {
            prepared.dataset_mut().set_default_graph_as_union();
        }
        Ok(Self { prepared, token })
    }

    /// Leaves the default graph by itself, as the standard has it, instead of the union of all graphs. A query that names its graphs
    /// is left as it is.
    #[must_use]
    pub fn without_union(mut self) -> Self {
        let dataset = self.prepared.dataset_mut();
        if dataset.default_graph_graphs().is_none() {
            dataset.set_default_graph(vec![GraphName::DefaultGraph]);
        }
        self
    }

    /// Sets a variable before the query is answered.
    #[must_use]
    pub fn bind(self, binding: Binding) -> Self {
        Self { prepared: self.prepared.substitute_variable(binding.variable, binding.term), ..self }
    }

    /// Ends the query with [`QueryError::Stopped`] when so much time has passed from now on.
    #[must_use]
    pub fn within(self, time: Duration) -> Self {
        limits::cancel_after(self.token.clone(), time);
        self
    }

    /// What stops the query, with [`QueryError::Stopped`], from another thread.
    #[must_use]
    pub fn token(&self) -> CancellationToken {
        self.token.clone()
    }

    /// Answers the query.
    ///
    /// # Errors
    /// If a bound variable is not selected, or the store cannot be read.
    pub fn run(self, store: &Store) -> Result<QueryResults<'static>, QueryError> {
        Ok(self.prepared.on_store(store.oxigraph()).execute()?)
    }
}
