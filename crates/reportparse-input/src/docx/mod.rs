//! A Word document to text.
//!
//! The readers that exist lose what a report needs most: the automatic numbers (一、 made by a list), notes and text boxes.
//! This one walks the few parts that hold text and takes nothing else out of the archive.

mod body;
mod note;
mod numbering;
mod numeral;
mod package;
mod styles;
mod xml;

use std::borrow::Cow;

use crate::document::{Document, Format, Metadata, Warning, WarningKind};
use crate::error::{Error, ErrorKind, Fault};
use crate::options::Options;
use body::Body;
use note::NoteKind;
use numbering::Numbering;
use package::{Package, Related};
use styles::Styles;

/// Reads a DOCX held in memory.
pub(crate) fn read<'a>(bytes: &[u8], options: &Options) -> Result<Document<'a>, Error> {
    let mut source = Source { package: Package::open(bytes, options)?, depth: options.max_depth, warnings: Vec::new() };
    let main = source.package.main()?;
    let styles = source.optional("styles", Styles::read)?;
    let numbering = source.optional("numbering", Numbering::read)?;

    let mut body = Body::new(options, styles, numbering);
    xml::walk(&main, options.max_depth, &mut body)?;
    for kind in [NoteKind::Footnote, NoteKind::Endnote] {
        if body.refers_to(kind) {
            source.notes(kind, &mut body)?;
        }
    }
    let contents = body.contents_lines();
    let (text, places) = body.finish()?;
    if text.is_empty() {
        return Err(Fault::NoText.into());
    }
    if contents > 0 {
        source.warn(WarningKind::LeftOut, format!("a table of contents of {contents} lines was left out"));
    }
    let metadata = Metadata { title: source.package.title(), ..Metadata::default() };
    let warnings = source.warnings;
    Ok(Document { text: Cow::Owned(text), format: Format::Docx, encoding: None, metadata, warnings, places })
}

/// The parts beside the main one, which a document can do without: where one is missing or damaged, there is a warning.
struct Source<'b> {
    package: Package<'b>,
    depth: usize,
    warnings: Vec<Warning>,
}

impl Source<'_> {
    fn optional<T: Default>(&mut self, kind: &str, read: fn(&str, usize) -> Result<T, Error>) -> Result<T, Error> {
        let state = match self.package.related(kind)? {
            Related::None => return Ok(T::default()),
            Related::Missing => "missing",
            Related::Part(part) => match tolerate(read(&part, self.depth))? {
                Some(value) => return Ok(value),
                None => "damaged",
            },
        };
        self.do_without(kind, state);
        Ok(T::default())
    }

    fn notes(&mut self, kind: NoteKind, body: &mut Body) -> Result<(), Error> {
        let state = match self.package.related(kind.part())? {
            Related::None | Related::Missing => "missing",
            Related::Part(part) => match tolerate(xml::walk(&part, self.depth, body))? {
                Some(()) => return Ok(()),
                None => "damaged",
            },
        };
        self.do_without(kind.part(), state);
        Ok(())
    }

    fn do_without(&mut self, kind: &str, state: &str) {
        self.warn(
            WarningKind::MissingPart,
            format!("the part with the {kind} is {state}; the rest was read without it"),
        );
    }

    fn warn(&mut self, kind: WarningKind, message: String) {
        self.warnings.push(Warning { kind, span: 0..0, offset: None, message });
    }
}

/// Damage in a part is nothing; a limit is an error all the same.
fn tolerate<T>(read: Result<T, Error>) -> Result<Option<T>, Error> {
    match read {
        Ok(value) => Ok(Some(value)),
        Err(error) if error.kind() == ErrorKind::Damaged => Ok(None),
        Err(error) => Err(error),
    }
}
