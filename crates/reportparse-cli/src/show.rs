//! What is printed for people, and the report as JSON.

use std::io::{self, Write};
use std::path::PathBuf;

use reportparse::{Parser, render};

use crate::Outcome;
use crate::args::{Json, Text};
use crate::{headline, source};

/// Prints the outline and the headline figures of every file.
pub(crate) fn run(files: &[PathBuf], out: &mut impl Write) -> io::Result<Outcome> {
    let mut first = true;
    let failed = source::for_each(&Parser::default(), files, |source| {
        if !std::mem::replace(&mut first, false) {
            writeln!(out)?;
        }
        if files.len() > 1 {
            writeln!(out, "==> {} <==", source.name)?;
        }
        write!(out, "{}", render::Outline::new(&source.report).color(true))?;
        headline::write(&source.report, out)
    })?;
    Ok(Outcome::of(failed))
}

/// Prints one file as JSON.
pub(crate) fn json(args: &Json, out: &mut impl Write) -> io::Result<Outcome> {
    let failed = source::for_each(&Parser::default(), std::slice::from_ref(&args.file), |source| {
        writeln!(out, "{}", render::json(&source.report, &source.name, args.offsets.into()))
    })?;
    Ok(Outcome::of(failed))
}

/// Prints the text of one file, whatever its format.
pub(crate) fn text(args: &Text, out: &mut impl Write) -> io::Result<Outcome> {
    match source::read(&args.file) {
        Ok(document) => out.write_all(document.text.as_bytes()).map(|()| Outcome::Good),
        Err(fault) => {
            source::complain(&fault.to_string());
            Ok(Outcome::SomeFailed)
        }
    }
}
