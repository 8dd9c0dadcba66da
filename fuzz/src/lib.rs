//! What the fuzz targets share. Each target is a line or two: what it feeds, and to which laws it holds the answer.

pub mod capi;
pub mod package;

use reportparse_input::{Document, Error, Options};
use reportparse_tests::laws;

/// Stops where a law is broken.
pub fn hold(result: Result<(), String>, text: &str) {
    if let Err(fault) = result {
        panic!("{fault}\n{text}");
    }
}

/// Reads a file of any format within small limits, and holds the report in it to the laws.
pub fn read(bytes: &[u8]) {
    let options = Options::new().max_bytes(1 << 20).max_text_bytes(1 << 18).max_part_bytes(1 << 20).max_pages(8);
    let Ok(document) = reportparse_input::read(bytes, &options) else { return };
    places(&document);
    if let Ok(report) = reportparse::parse(document.text.as_ref()) {
        hold(laws::check(&report), &document.text);
    }
}

/// Reads as [`read`] does, and says why nothing was read.
pub fn try_read(bytes: &[u8]) -> Result<Document<'_>, Error> {
    reportparse_input::read(bytes, &Options::new())
}

/// What a document tells of itself must lie in its text.
fn places(document: &Document<'_>) {
    for warning in &document.warnings {
        assert!(document.text.get(warning.span.clone()).is_some(), "{warning:?} is no place of the text");
    }
    let mut last = None;
    for offset in [0, document.text.len() / 2, document.text.len()] {
        let place = document.place(offset);
        assert!(last.is_none() || place.is_some(), "a later place is not known");
        last = place;
    }
    assert!(document.place(document.text.len() + 1).is_none());
}
