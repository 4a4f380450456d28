//! Which files the user means: files as given, folders as the files in them, each once, sorted.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The files to read. What cannot be listed is kept, so that reading it says why.
pub(super) fn find(given: &[PathBuf]) -> Vec<PathBuf> {
    let mut files = BTreeSet::new();
    for path in given {
        add(path, &mut files);
    }
    files.into_iter().collect()
}

fn add(path: &Path, files: &mut BTreeSet<PathBuf>) {
    let Some(entries) = path.is_dir().then(|| std::fs::read_dir(path).ok()).flatten() else {
        files.insert(path.to_owned());
        return;
    };
    for entry in entries.filter_map(Result::ok) {
        let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
        if !is_hidden && !entry.file_type().is_ok_and(|kind| kind.is_symlink()) {
            add(&entry.path(), files);
        }
    }
}
