//! A file that appears only when it is whole: written beside, then renamed.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// A file being written in place of another.
pub struct Replacement {
    target: PathBuf,
    file: Output,
}

enum Output {
    /// Beside the target, to be renamed.
    Beside(BufWriter<NamedTempFile>),
    /// A device or pipe, which cannot be replaced.
    Straight(BufWriter<std::fs::File>),
}

/// Why a file could not be written.
#[derive(Debug, thiserror::Error)]
#[error("cannot write {}: check that its folder exists, that you may write there, and that the disk is not full", path.display())]
pub struct ReplacementError {
    path: PathBuf,
    source: io::Error,
}

impl ReplacementError {
    pub(super) fn new(path: &Path, source: io::Error) -> Self {
        Self { path: path.to_owned(), source }
    }
}

impl Replacement {
    /// Begins a file.
    ///
    /// # Errors
    /// If its folder does not exist or may not be written.
    pub fn begin(target: &Path) -> Result<Self, ReplacementError> {
        let failed = |source| ReplacementError { path: target.to_owned(), source };
        let is_special = std::fs::metadata(target).is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir());
        let file = if is_special {
            Output::Straight(BufWriter::new(std::fs::OpenOptions::new().write(true).open(target).map_err(failed)?))
        } else {
            let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
            Output::Beside(BufWriter::new(builder().tempfile_in(folder).map_err(failed)?))
        };
        Ok(Self { target: target.to_owned(), file })
    }

    /// Puts the file in its place.
    ///
    /// # Errors
    /// If the rest of it cannot be written, or something else stands in its place. The old file is kept then.
    pub fn finish(self) -> Result<(), ReplacementError> {
        let failed = |source| ReplacementError { path: self.target.clone(), source };
        match self.file {
            Output::Straight(mut file) => file.flush().map_err(failed),
            Output::Beside(file) => {
                let file = file.into_inner().map_err(|error| failed(error.into_error()))?;
                file.as_file().sync_all().map_err(failed)?;
                file.persist(&self.target).map(drop).map_err(|error| failed(error.error))
            }
        }
    }

    /// Names the file in an error of writing to it.
    #[must_use]
    pub fn failed(&self, source: io::Error) -> ReplacementError {
        ReplacementError { path: self.target.clone(), source }
    }
}

/// Files that anybody may read, as far as the user's mask lets them.
#[cfg(unix)]
fn builder() -> tempfile::Builder<'static, 'static> {
    use std::os::unix::fs::PermissionsExt;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".dateline-").permissions(std::fs::Permissions::from_mode(0o666));
    builder
}

/// Files next to the target.
#[cfg(not(unix))]
fn builder() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".dateline-");
    builder
}

impl Write for Replacement {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.file {
            Output::Beside(file) => file.write(bytes),
            Output::Straight(file) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.file {
            Output::Beside(file) => file.flush(),
            Output::Straight(file) => file.flush(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_half_written_is_left() {
        let folder = tempfile::tempdir().expect("a folder");
        let target = folder.path().join("out.nt");
        std::fs::write(&target, "old").expect("a file");
        let mut file = Replacement::begin(&target).expect("a file");
        file.write_all(b"half").expect("room");
        drop(file);
        assert_eq!(std::fs::read_to_string(&target).expect("the old file"), "old");
        assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 1);
        let mut file = Replacement::begin(&target).expect("a file");
        file.write_all(b"whole").expect("room");
        file.finish().expect("in place");
        assert_eq!(std::fs::read_to_string(&target).expect("the new file"), "whole");
    }
}
