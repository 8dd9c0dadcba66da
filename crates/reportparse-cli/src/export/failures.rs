//! The files that gave no rows.

use std::fmt::Display;
use std::io::{self, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::whole::WholeFile;
use crate::source;

/// A file that gave no rows, and why.
#[derive(Clone, Debug, Hash, Serialize, Deserialize)]
pub(super) struct Failure {
    /// The file, named as in the column `report`.
    report: String,
    /// What is told about it, its name included.
    error: String,
}

impl Failure {
    pub(super) fn new(path: &Path, fault: &dyn Display) -> Self {
        Failure { report: path.display().to_string(), error: fault.to_string() }
    }

    /// What was met where a directory was listed.
    pub(super) fn unlisted(fault: &ignore::Error) -> Self {
        match fault {
            ignore::Error::WithDepth { err, .. } => Failure::unlisted(err),
            ignore::Error::WithPath { path, err } => {
                // The walk wraps the fault in words that name the path again.
                let inner = err.io_error().and_then(io::Error::get_ref).and_then(|fault| fault.source());
                let told = inner.map_or_else(|| err.to_string(), ToString::to_string);
                Failure::new(path, &format!("{}: cannot be read: {told}", path.display()))
            }
            ignore::Error::Loop { ancestor, child } => {
                let (child, ancestor) = (child.as_path(), ancestor.display());
                Failure::new(child, &format!("{}: is a link to {ancestor}, which holds it: left out", child.display()))
            }
            other => Failure::new(Path::new(""), &format!("a directory cannot be listed: {other}")),
        }
    }
}

/// Tells failures, on standard error or in a file, and counts them.
pub(super) struct Failures {
    file: Option<WholeFile>,
    count: usize,
}

impl Failures {
    pub(super) fn new(path: Option<&Path>) -> io::Result<Self> {
        Ok(Failures { file: path.map(WholeFile::create).transpose()?, count: 0 })
    }

    pub(super) fn add(&mut self, failures: &[Failure]) -> io::Result<()> {
        self.count += failures.len();
        for failure in failures {
            match &mut self.file {
                Some(file) => {
                    serde_json::to_writer(&mut *file, failure)?;
                    file.write_all(b"\n")?;
                }
                None => source::complain(&failure.error),
            }
        }
        Ok(())
    }

    /// How many there were.
    pub(super) fn finish(self) -> io::Result<usize> {
        self.file.map(WholeFile::keep).transpose()?;
        Ok(self.count)
    }
}
