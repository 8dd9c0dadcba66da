//! Files in, reports out; and what is said when that fails.

use std::io::{self, Read, Write};
use std::path::Path;

use reportparse::{Parser, Report};
use reportparse_input::{Document, Options};

/// Why a file gave no report.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Fault {
    #[error("{0}: is a directory; name the files in it, or give it to `reportparse export`")]
    Directory(String),
    #[error("standard input: cannot be read: {0}")]
    Unreadable(io::Error),
    #[error(transparent)]
    Unread(#[from] reportparse_input::Error),
    #[error("{0}: {1}")]
    Unparsed(String, reportparse::Error),
}

/// A parsed file with the name it goes by in tables.
pub(crate) struct Source {
    pub(crate) name: String,
    pub(crate) document: Document<'static>,
    pub(crate) report: Report,
}

/// Reads and parses files.
#[derive(Clone, Default)]
pub(crate) struct Reader {
    pub(crate) parser: Parser,
    pub(crate) options: Options,
}

impl Reader {
    /// Reads and parses the file at `path`, or standard input for `-`.
    pub(crate) fn open(&self, path: &Path) -> Result<Source, Fault> {
        let document = self.read(path)?;
        let name = path.display().to_string();
        match document.parse(&self.parser) {
            Ok(report) => Ok(Source { name, document, report }),
            Err(fault) => Err(Fault::Unparsed(name, fault)),
        }
    }

    /// Reads the file at `path`, or standard input for `-`, as text.
    pub(crate) fn read(&self, path: &Path) -> Result<Document<'static>, Fault> {
        if path == Path::new("-") {
            let mut bytes = Vec::new();
            io::stdin().lock().read_to_end(&mut bytes).map_err(Fault::Unreadable)?;
            let document = reportparse_input::read(&bytes, &self.options);
            return Ok(document.map_err(|fault| fault.with_path("standard input"))?.into_owned());
        }
        if path.is_dir() {
            return Err(Fault::Directory(path.display().to_string()));
        }
        Ok(reportparse_input::read_file(path, &self.options)?)
    }

    /// Opens every file and hands it to `each`; a file that fails is told and counted, and the others go on.
    pub(crate) fn for_each(
        &self,
        paths: &[impl AsRef<Path>],
        mut each: impl FnMut(Source) -> io::Result<()>,
    ) -> io::Result<usize> {
        let mut failed = 0;
        for path in paths {
            match self.open(path.as_ref()) {
                Ok(source) => each(source)?,
                Err(fault) => {
                    failed += 1;
                    complain(&fault.to_string());
                }
            }
        }
        Ok(failed)
    }
}

/// Says on standard error what went wrong.
pub(crate) fn complain(message: &str) {
    say("\x1b[1;31merror:\x1b[0m", message);
}

/// Says on standard error what is odd.
pub(crate) fn warn(message: &str) {
    say("\x1b[1;33mwarning:\x1b[0m", message);
}

fn say(kind: &str, message: &str) {
    // Nothing is left to do when standard error is closed.
    let _ = writeln!(anstream::stderr(), "{kind} {message}");
}
