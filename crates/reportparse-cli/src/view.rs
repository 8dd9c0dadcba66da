//! A report as a web page.

use std::fs;
use std::io::{self, Write};

use reportparse::render;
use reportparse_input::Reader;

use crate::Outcome;
use crate::args::View;
use crate::output::about;
use crate::source;

/// Writes the page of one file. A file that fails leaves the page that is there as it is.
pub(crate) fn run(args: &View, reader: &Reader, out: &mut impl Write) -> io::Result<Outcome> {
    let failed = source::for_each(reader, std::slice::from_ref(&args.file), |parsed| {
        let page = render::html(&parsed.report, &parsed.name);
        match &args.output {
            Some(path) => fs::write(path, page).map_err(|fault| about(path, &fault)),
            None => out.write_all(page.as_bytes()),
        }
    })?;
    Ok(Outcome::of(failed))
}
