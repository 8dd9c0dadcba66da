//! Files in, reports out; and what is said when that fails.

use std::io::{self, Read, Write};
use std::path::Path;

use reportparse::{Parser, Report};

/// Why a file gave no report.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Fault {
    #[error("there is no such file: check the path")]
    Missing,
    #[error("this is a directory: name the files in it")]
    Directory,
    #[error("it cannot be read: {0}")]
    Unreadable(io::Error),
    #[error("{0}")]
    Unparsed(reportparse::Error),
}

/// A parsed file with the name it goes by in tables.
pub(crate) struct Source {
    pub(crate) name: String,
    pub(crate) report: Report,
}

/// Reads and parses the file at `path`, or standard input for `-`.
pub(crate) fn open(parser: &Parser, path: &Path) -> Result<Source, Fault> {
    let bytes = read(path)?;
    let text = String::from_utf8(bytes);
    let report = match text {
        Ok(text) => parser.parse(text),
        Err(fault) => reportparse::parse_bytes(fault.as_bytes()),
    };
    Ok(Source { name: path.display().to_string(), report: report.map_err(Fault::Unparsed)? })
}

fn read(path: &Path) -> Result<Vec<u8>, Fault> {
    if path == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map_err(Fault::Unreadable)?;
        return Ok(bytes);
    }
    if path.is_dir() {
        return Err(Fault::Directory);
    }
    std::fs::read(path).map_err(|fault| match fault.kind() {
        io::ErrorKind::NotFound => Fault::Missing,
        _ => Fault::Unreadable(fault),
    })
}

/// Opens every file and hands it to `each`; a file that fails is told and counted, and the others go on.
pub(crate) fn for_each(
    parser: &Parser,
    paths: &[impl AsRef<Path>],
    mut each: impl FnMut(Source) -> io::Result<()>,
) -> io::Result<usize> {
    let mut failed = 0;
    for path in paths {
        match open(parser, path.as_ref()) {
            Ok(source) => each(source)?,
            Err(fault) => {
                failed += 1;
                complain(&format!("{}: {fault}", path.as_ref().display()));
            }
        }
    }
    Ok(failed)
}

/// Says something on standard error.
pub(crate) fn complain(message: &str) {
    // Nothing is left to do when standard error is closed.
    let _ = writeln!(anstream::stderr(), "\x1b[1;31merror:\x1b[0m {message}");
}
