//! What is printed for people, and the report as JSON.

use std::io::{self, Write};
use std::path::PathBuf;

use reportparse::render;
use reportparse_input::{Document, Reader};

use crate::Outcome;
use crate::args::{Json, Text};
use crate::headline;
use crate::source;

/// Prints the outline and the headline figures of every file.
pub(crate) fn run(files: &[PathBuf], reader: &Reader, out: &mut impl Write) -> io::Result<Outcome> {
    let mut first = true;
    let failed = source::for_each(reader, files, |parsed| {
        if !std::mem::replace(&mut first, false) {
            writeln!(out)?;
        }
        if files.len() > 1 {
            writeln!(out, "==> {} <==", parsed.name)?;
        }
        write!(out, "{}", render::Outline::new(&parsed.report).color(true))?;
        headline::write(&parsed.report, out)
    })?;
    Ok(Outcome::of(failed))
}

/// Prints one file as JSON.
pub(crate) fn json(args: &Json, reader: &Reader, out: &mut impl Write) -> io::Result<Outcome> {
    let failed = source::for_each(reader, std::slice::from_ref(&args.file), |parsed| {
        writeln!(out, "{}", render::json(&parsed.report, &parsed.name, args.offsets.into()))
    })?;
    Ok(Outcome::of(failed))
}

/// Prints the text of one file, whatever its format; what was odd about the file goes to standard error.
pub(crate) fn text(args: &Text, reader: &Reader, out: &mut impl Write) -> io::Result<Outcome> {
    let document = match source::read(reader, &args.file) {
        Ok(document) => document,
        Err(fault) => {
            source::complain(&fault.to_string());
            return Ok(Outcome::SomeFailed);
        }
    };
    for warning in &document.warnings {
        source::warn(&format!("{}: {warning}", args.file.display()));
    }
    match args.places {
        true => placed(&document, out)?,
        false => out.write_all(document.text.as_bytes())?,
    }
    Ok(Outcome::Good)
}

/// Prints each line behind the place in the file where it begins.
fn placed(document: &Document<'_>, out: &mut impl Write) -> io::Result<()> {
    let mut offset = 0;
    for line in document.text.split_inclusive('\n') {
        if let Some(place) = document.place(offset) {
            write!(out, "{place}")?;
        }
        write!(out, "\t{line}")?;
        offset += line.len();
    }
    Ok(())
}
