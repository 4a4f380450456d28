//! The formats of networks, and the files that each is made of.

use super::{Network, csvw, cytoscape, dot, gexf, graphml, neo4j, parquet};
use crate::export::{Replacement, ReplacementError};
use std::io::{self, Write};
use std::path::Path;

/// A format that tools for networks read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NetworkFormat {
    /// GraphML.
    GraphMl,
    /// GEXF 1.3.
    Gexf,
    /// Cytoscape's JSON.
    Cytoscape,
    /// DOT.
    Dot,
    /// A folder for `neo4j-admin database import`.
    Neo4j,
    /// A folder of two Parquet tables.
    Parquet,
    /// A folder of two CSV tables with their metadata.
    Csvw,
}

type Part = (&'static str, fn(&Network, &mut dyn Write) -> io::Result<()>);

impl NetworkFormat {
    /// The files by name; the single one of a format that is a file has none.
    fn parts(self) -> &'static [Part] {
        match self {
            Self::GraphMl => &[("", graphml::write)],
            Self::Gexf => &[("", gexf::write)],
            Self::Cytoscape => &[("", cytoscape::write)],
            Self::Dot => &[("", dot::write)],
            Self::Neo4j => &[("nodes.csv", neo4j::nodes), ("edges.csv", neo4j::edges), ("constraints.cypher", neo4j::constraints)],
            Self::Parquet => &[("nodes.parquet", parquet::nodes), ("edges.parquet", parquet::edges)],
            Self::Csvw => &[("nodes.csv", csvw::nodes), ("edges.csv", csvw::edges), ("csv-metadata.json", csvw::metadata)],
        }
    }

    /// True for a format of several files, which need a folder.
    #[must_use]
    pub fn is_folder(self) -> bool {
        self.parts().len() > 1
    }

    /// Writes all files of the format one after the other; only for a format that is one file does the result make sense.
    ///
    /// # Errors
    /// If the output fails.
    pub fn write(self, network: &Network, out: &mut dyn Write) -> io::Result<()> {
        self.parts().iter().try_for_each(|(_, part)| part(network, out))?;
        out.flush()
    }

    /// Writes the files of the format into a folder, which is made if it is not there. They appear when all are whole.
    ///
    /// # Errors
    /// If a file cannot be written. Those of an earlier export are kept then.
    pub fn write_folder(self, network: &Network, folder: &Path) -> Result<(), ReplacementError> {
        let is_new = !folder.exists();
        std::fs::create_dir_all(folder).map_err(|source| ReplacementError::new(folder, source))?;
        let written = self.parts().iter().map(|(name, part)| {
            let mut file = Replacement::begin(&folder.join(name))?;
            part(network, &mut file).map_err(|source| file.failed(source))?;
            Ok(file)
        });
        let whole =
            written.collect::<Result<Vec<_>, ReplacementError>>().and_then(|files| files.into_iter().try_for_each(Replacement::finish));
        if whole.is_err() && is_new {
            // Fails, rightly, if something stands in it.
            let _ = std::fs::remove_dir(folder);
        }
        whole
    }
}
