//! A PDF to text: glyphs to lines, lines without running heads to paragraphs.

mod column;
mod engine;
mod furniture;
mod glyph;
mod line;
mod paragraph;
mod stream;

use std::borrow::Cow;

use crate::document::{Document, Format, Metadata, Place, Warning, WarningKind};
use crate::error::{Error, Fault};
use crate::lines::Lines;
use crate::options::Options;
use glyph::Page;
use line::Line;

/// Reads a PDF held in memory.
pub(crate) fn read<'a>(bytes: &[u8], options: &Options) -> Result<Document<'a>, Error> {
    stream::check(bytes, options)?;
    let file = engine::open(bytes, options)?;
    if !file.pages.is_empty() && file.pages.iter().all(|page| page.glyphs.is_empty() || page.is_scan) {
        return Err(Fault::Scan { pages: file.pages.len() }.into());
    }
    let mut pages: Vec<Vec<Line>> = file.pages.iter().map(|page| line::from_glyphs(&page.glyphs)).collect();
    let contents = furniture::remove(&mut pages);
    let mut lines = Lines::new(options);
    for paragraph in paragraph::join(pages) {
        for (offset, page) in &paragraph.pages {
            lines.mark(lines.offset() + offset, Place::Page(*page));
        }
        lines.push(&paragraph.text)?;
    }
    let (text, places) = lines.finish();
    if text.is_empty() {
        return Err(Fault::NoText.into());
    }
    let metadata = Metadata { title: file.title, ..Metadata::default() };
    let warnings = scans(&file.pages).into_iter().chain(left_out(contents)).collect();
    Ok(Document { text: Cow::Owned(text), format: Format::Pdf, encoding: None, metadata, warnings, places })
}

fn scans(pages: &[Page]) -> Option<Warning> {
    let first = pages.iter().position(|page| page.is_scan)? + 1;
    let count = pages.iter().filter(|page| page.is_scan).count();
    let message =
        format!("{count} pages are images without text, the first is page {first}; run a text recogniser to read them");
    Some(Warning { kind: WarningKind::NoText, span: 0..0, offset: None, message })
}

fn left_out(contents: usize) -> Option<Warning> {
    let message = format!("a table of contents of {contents} lines was left out");
    (contents > 0).then_some(Warning { kind: WarningKind::LeftOut, span: 0..0, offset: None, message })
}
