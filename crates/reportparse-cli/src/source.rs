//! Files in, reports out; and what is said when that fails.

use std::io::{self, Read, Write};
use std::path::Path;

use reportparse_input::{Document, Parsed, Reader};

/// Why a file gave no report.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Fault {
    #[error("{0}: is a directory; name the files in it, or give it to `reportparse export`")]
    Directory(String),
    #[error("standard input: cannot be read: {0}")]
    Unreadable(io::Error),
    #[error(transparent)]
    Unread(#[from] reportparse_input::Error),
}

/// Reads and parses the file at `path`, or standard input for `-`.
pub(crate) fn open(reader: &Reader, path: &Path) -> Result<Parsed, Fault> {
    Ok(reader.document(read(reader, path)?, &path.display().to_string())?)
}

/// Reads the file at `path`, or standard input for `-`, as text.
pub(crate) fn read(reader: &Reader, path: &Path) -> Result<Document<'static>, Fault> {
    if path == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map_err(Fault::Unreadable)?;
        let document = reportparse_input::read(&bytes, &reader.options);
        return Ok(document.map_err(|fault| fault.with_path("standard input"))?.into_owned());
    }
    if path.is_dir() {
        return Err(Fault::Directory(path.display().to_string()));
    }
    Ok(reportparse_input::read_file(path, &reader.options)?)
}

/// Opens every file and hands it to `each`; a file that fails is told and counted, and the others go on.
pub(crate) fn for_each(
    reader: &Reader,
    paths: &[impl AsRef<Path>],
    mut each: impl FnMut(Parsed) -> io::Result<()>,
) -> io::Result<usize> {
    let mut failed = 0;
    for path in paths {
        match open(reader, path.as_ref()) {
            Ok(parsed) => each(parsed)?,
            Err(fault) => {
                failed += 1;
                complain(&fault.to_string());
            }
        }
    }
    Ok(failed)
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
