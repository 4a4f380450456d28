//! Compiles the index of the authority's rows, so that the program need not make it each time it starts.

#[path = "src/authority/fold.rs"]
#[expect(dead_code, unreachable_pub, reason = "a module of the program, of which the index needs a part")]
mod fold;
#[path = "src/authority/keys.rs"]
mod keys;

use fold::{fold, romanized};
use keys::{hash, outer, surname};
use std::path::Path;
use std::{env, fs, io};

/// The files of rows, in the order in which the program reads them.
const FILES: [&str; 5] = ["countries", "places", "organizations", "events", "people"];

/// The key of a row, and its position.
type Entry = (u64, u32);

/// One index a way to look a row up.
#[derive(Default)]
struct Indexes {
    ids: Vec<Entry>,
    names: Vec<Entry>,
    surnames: Vec<Entry>,
    outer: Vec<Entry>,
}

impl Indexes {
    /// Adds a row: a line whose first four fields are identifier, kind, label and aliases.
    fn add(&mut self, row: u32, line: &str) {
        let mut fields = line.split('\t').map(str::trim);
        let mut next = || fields.next().unwrap_or_default();
        let (id, kind, label, aliases) = (next(), next(), next(), next());
        self.ids.push((hash(id), row));
        for name in std::iter::once(label).chain(aliases.split('|').filter(|alias| !alias.is_empty())) {
            self.names.push((hash(&fold(name)), row));
            if kind == "person" {
                let name = romanized(name);
                self.surnames.push((hash(surname(&name)), row));
                self.outer.push((hash(&outer(&name)), row));
            }
        }
    }
}

/// The bytes of an index: its entries, sorted, each once, little-endian.
fn encode(mut entries: Vec<Entry>) -> Vec<u8> {
    entries.sort_unstable();
    entries.dedup();
    entries.iter().flat_map(|(key, row)| key.to_le_bytes().into_iter().chain(row.to_le_bytes())).collect()
}

fn main() -> io::Result<()> {
    let folder = Path::new("ontology/authority");
    let mut indexes = Indexes::default();
    let mut row = 0;
    for name in FILES {
        let file = folder.join(name).with_extension("tsv");
        println!("cargo::rerun-if-changed={}", file.display());
        for line in fs::read_to_string(file)?.lines().skip(1) {
            indexes.add(row, line);
            row += 1;
        }
    }
    for module in ["build.rs", "src/authority/fold.rs", "src/authority/keys.rs"] {
        println!("cargo::rerun-if-changed={module}");
    }
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    let write = |name: &str, entries| fs::write(Path::new(&out).join(name), encode(entries));
    write("ids.idx", indexes.ids)?;
    write("names.idx", indexes.names)?;
    write("surnames.idx", indexes.surnames)?;
    write("outer.idx", indexes.outer)
}
