//! libpdfium, loaded when the first PDF is read: the only place that knows it.

use std::error::Error as _;
use std::ffi::OsString;
use std::sync::{Mutex, PoisonError};

use pdfium_render::prelude::{
    PdfDocument, PdfDocumentMetadataTagType, PdfPage, PdfPageObjectType, PdfPageObjectsCommon, PdfPageTextChar, Pdfium,
    PdfiumError, PdfiumInternalError,
};

use super::glyph::{Glyph, Page};
use crate::error::{Error, Fault};
use crate::options::Options;

/// A page with an image and fewer characters than this is a scan.
const SCAN_CHARS: usize = 10;
const LIBRARY_VARIABLE: &str = "REPORTPARSE_PDFIUM";

/// The library, once it is loaded. It is no friend of threads: one file is read at a time.
static ENGINE: Mutex<Option<Pdfium>> = Mutex::new(None);

pub(super) struct File {
    pub(super) pages: Vec<Page>,
    pub(super) title: Option<String>,
}

/// Reads all characters of a file.
pub(super) fn open(bytes: &[u8], options: &Options) -> Result<File, Error> {
    // A panic of another thread leaves the engine as it was.
    let mut engine = ENGINE.lock().unwrap_or_else(PoisonError::into_inner);
    let pdfium = match &mut *engine {
        Some(pdfium) => pdfium,
        none => none.insert(load(options)?),
    };
    let document = pdfium.load_pdf_from_byte_slice(bytes, None).map_err(refused)?;
    let count = usize::try_from(document.pages().len()).unwrap_or(0);
    if count > options.max_pages {
        return Err(Fault::Limit { limit: options.max_pages as u64, unit: "pages", option: "max_pages" }.into());
    }
    let pages = read_pages(&document, options)?;
    let title = document.metadata().get(PdfDocumentMetadataTagType::Title).map(|tag| tag.value().trim().to_owned());
    Ok(File { pages, title: title.filter(|title| !title.is_empty()) })
}

fn load(options: &Options) -> Result<Pdfium, Error> {
    let named = options.pdfium.clone().map(OsString::from).or_else(|| std::env::var_os(LIBRARY_VARIABLE));
    let named = named.filter(|name| !name.is_empty());
    let library = named.unwrap_or_else(Pdfium::pdfium_platform_library_name);
    Pdfium::bind_to_library(library).map(Pdfium::new).map_err(|error| {
        let library = Pdfium::pdfium_platform_library_name().to_string_lossy().into_owned();
        Fault::MissingLibrary { detail: describe(&error), library }.into()
    })
}

fn describe(error: &PdfiumError) -> String {
    match error {
        // What the system says is the source of what the loader says.
        PdfiumError::LoadLibraryError(error) => error.source().map_or_else(|| error.to_string(), ToString::to_string),
        PdfiumError::PdfiumLibraryInternalError(PdfiumInternalError::FormatError) => {
            "it breaks off, or is no PDF".into()
        }
        PdfiumError::PdfiumLibraryInternalError(error) => format!("{error:?}"),
        error => error.to_string(),
    }
}

fn refused(error: PdfiumError) -> Error {
    match error {
        PdfiumError::PdfiumLibraryInternalError(
            PdfiumInternalError::PasswordError | PdfiumInternalError::SecurityError,
        ) => Fault::Encrypted { what: "a PDF" }.into(),
        error => damaged(&error),
    }
}

fn damaged(error: &PdfiumError) -> Error {
    Fault::Damaged { what: "PDF", detail: describe(error) }.into()
}

fn read_pages(document: &PdfDocument<'_>, options: &Options) -> Result<Vec<Page>, Error> {
    let mut budget = options.max_text_bytes;
    let mut pages = Vec::new();
    for page in document.pages().iter() {
        let page = read_page(&page, &mut budget, options)?;
        pages.push(page);
    }
    Ok(pages)
}

fn read_page(page: &PdfPage<'_>, budget: &mut usize, options: &Options) -> Result<Page, Error> {
    let text = page.text().map_err(|error| damaged(&error))?;
    let chars = text.chars();
    // Nearly all of them are Chinese, of three bytes each.
    *budget = budget.checked_sub(chars.len().saturating_mul(3)).ok_or(Fault::Limit {
        limit: options.max_text_bytes as u64,
        unit: "bytes of text",
        option: "max_text_bytes",
    })?;
    let placed: Vec<(Glyph, Turn)> = chars.iter().filter_map(|c| place(&c)).collect();
    // Text across the page is a stamp or a watermark; a page set sideways is turned as a whole.
    let most = Turn::ALL.into_iter().max_by_key(|turn| placed.iter().filter(|(_, own)| own == turn).count());
    let glyphs: Vec<Glyph> =
        placed.into_iter().filter(|(_, turn)| Some(*turn) == most).map(|(glyph, _)| glyph).collect();
    let is_image = || page.objects().iter().any(|object| object.object_type() == PdfPageObjectType::Image);
    let is_scan = glyphs.len() < SCAN_CHARS && is_image();
    Ok(Page { glyphs, is_scan })
}

/// How a line of text is turned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turn {
    Upright,
    Left,
    Down,
    Right,
}

impl Turn {
    /// Upright last: it wins where all are as many.
    const ALL: [Turn; 4] = [Turn::Left, Turn::Down, Turn::Right, Turn::Upright];

    /// The quarter turn nearest to an angle, if it is near.
    fn from_degrees(degrees: f32) -> Option<Self> {
        let quarters = (degrees / 90.0).round();
        let is_near = (degrees - quarters * 90.0).abs() < 10.0;
        let turns = [Turn::Upright, Turn::Left, Turn::Down, Turn::Right];
        is_near.then(|| turns[(quarters as i32).rem_euclid(4) as usize])
    }
}

fn place(char: &PdfPageTextChar<'_>) -> Option<(Glyph, Turn)> {
    let c = char.unicode_char().filter(|c| is_text(*c))?;
    if char.is_generated().unwrap_or(false) {
        return None;
    }
    let turn = Turn::from_degrees(char.angle_degrees().unwrap_or(0.0))?;
    let bounds = char.loose_bounds().ok()?;
    let (x, y) = char.origin().ok()?;
    let size = char.scaled_font_size().value.abs();
    let (bottom, top) = (bounds.bottom().value, bounds.top().value);
    let (left, right) = (bounds.left().value, bounds.right().value);
    let (left, right, baseline) = match turn {
        Turn::Upright => (left, right, y.value),
        Turn::Left => (bottom, top, -x.value),
        Turn::Down => (-right, -left, -y.value),
        Turn::Right => (-top, -bottom, x.value),
    };
    let is_finite = left.is_finite() && right.is_finite() && baseline.is_finite() && size.is_finite();
    // A font may hide its size in a matrix that the library does not give.
    let size = if size < 1.0 { (right - left).max(1.0) } else { size };
    is_finite.then_some((Glyph { c, left, right, baseline, size }, turn))
}

/// Marks of the library for a missing character or a soft hyphen are no text.
fn is_text(c: char) -> bool {
    !c.is_control() && !matches!(c, '\u{FFFE}' | '\u{FFFF}' | '\u{AD}' | '\u{FEFF}')
}
