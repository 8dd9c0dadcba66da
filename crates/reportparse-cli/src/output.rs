//! Where a command writes: the file that it is given, or standard output.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use crate::Outcome;

/// Lets `write` write to the file at `path`, or to `out` where there is none.
pub(crate) fn to(
    path: Option<&Path>,
    out: &mut impl Write,
    write: impl FnOnce(&mut dyn Write) -> io::Result<Outcome>,
) -> io::Result<Outcome> {
    let Some(path) = path else { return write(out) };
    let named = |fault: io::Error| io::Error::new(fault.kind(), format!("{}: {fault}", path.display()));
    let mut file = BufWriter::new(File::create(path).map_err(named)?);
    let outcome = write(&mut file)?;
    file.flush().map_err(named)?;
    Ok(outcome)
}
