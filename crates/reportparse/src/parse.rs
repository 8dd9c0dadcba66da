//! Options, and the stages in their order.

use std::sync::{Arc, OnceLock};

use crate::block;
use crate::diagnostic::{Diagnostic, Oddity};
use crate::error::{Error, Reason};
use crate::figures;
use crate::lead;
use crate::lexicon::Lexicon;
use crate::meta;
use crate::metric;
use crate::origin::Origin;
use crate::outline::{self, Outline};
use crate::point;
use crate::reading::Reading;
use crate::report::Report;
use crate::role;
use crate::row::{ParagraphRole, ParagraphRow, PointRow};
use crate::span::Span;
use crate::symbol::Symbols;
use crate::text::skip_blanks;

/// Longer texts than this are refused: offsets are 32 bits wide.
const MAX_LEN: usize = u32::MAX as usize - 1;

/// Parses `text` with the default options.
///
/// # Errors
///
/// If the text holds nothing but blanks, or is longer than 4 GiB.
///
/// ```
/// let report = reportparse::parse("一、工作回顾\n全年完成投资5亿元。")?;
/// assert_eq!(report.sections().next().unwrap().title(), "工作回顾");
/// # Ok::<(), reportparse::Error>(())
/// ```
pub fn parse(text: impl Into<Arc<str>>) -> Result<Report, Error> {
    Parser::default().parse(text)
}

/// Parses `bytes`, which must be UTF-8, with the default options.
///
/// # Errors
///
/// As [`parse`]; and if the bytes are no UTF-8, with the offset of the first that is not.
pub fn parse_bytes(bytes: &[u8]) -> Result<Report, Error> {
    Parser::default().parse_bytes(bytes)
}

/// What a parser is to find.
#[derive(Clone, Debug)]
pub struct ParserBuilder {
    metrics: bool,
    lexicon: Lexicon,
}

impl ParserBuilder {
    /// Whether figures are read, too; they are unless this says otherwise. Structure alone takes a fraction of the time.
    pub fn metrics(mut self, metrics: bool) -> Self {
        self.metrics = metrics;
        self
    }

    /// The units and names of indicators to look up, the caller's own among them.
    pub fn lexicon(mut self, lexicon: Lexicon) -> Self {
        self.lexicon = lexicon;
        self
    }

    /// The parser.
    pub fn build(self) -> Parser {
        Parser { metrics: self.metrics, lexicon: self.lexicon }
    }
}

/// A parser: made once, used for any number of reports and from any number of threads.
#[derive(Clone, Debug)]
pub struct Parser {
    metrics: bool,
    lexicon: Lexicon,
}

impl Default for Parser {
    fn default() -> Self {
        Parser::builder().build()
    }
}

impl Parser {
    /// A builder with the default options.
    pub fn builder() -> ParserBuilder {
        ParserBuilder { metrics: true, lexicon: Lexicon::default() }
    }

    /// Parses `text`.
    ///
    /// # Errors
    ///
    /// If the text holds nothing but blanks, or is longer than 4 GiB.
    pub fn parse(&self, text: impl Into<Arc<str>>) -> Result<Report, Error> {
        self.parse_from(text, Origin::default())
    }

    /// Parses `text`, with what the file that it was taken from tells about it.
    ///
    /// # Errors
    ///
    /// As [`parse`](Self::parse).
    pub fn parse_from(&self, text: impl Into<Arc<str>>, origin: Origin) -> Result<Report, Error> {
        self.stages(text.into(), origin, &mut |_| {})
    }

    /// Parses `text` and tells each stage's name when it is done, so that benchmarks can tell what a stage costs.
    #[doc(hidden)]
    pub fn parse_in_stages(&self, text: Arc<str>, done: &mut dyn FnMut(&'static str)) -> Result<Report, Error> {
        self.stages(text, Origin::default(), done)
    }

    fn stages(&self, text: Arc<str>, origin: Origin, done: &mut dyn FnMut(&'static str)) -> Result<Report, Error> {
        check(&text)?;
        let mut diagnostics = origin.diagnostics;
        diagnostics.iter_mut().for_each(|diagnostic| diagnostic.span = inside(&text, diagnostic.span));
        diagnostics.extend(damage(&text, &diagnostics));
        let blocks = block::blocks(&text);
        done("block");
        let readings: Vec<Reading<'_>> =
            blocks.iter().map(|block| Reading::new(&text, block.span, &block.holes)).collect();
        done("reading");
        let Outline { mut sections, mut paragraphs } = outline::build(&blocks, &readings, &text, &mut diagnostics);
        done("outline");
        let mut meta = meta::read(&text, &paragraphs, origin.published.as_deref());
        meta.year = meta.year.or_else(|| meta::year_of_headings(&text, &sections));
        let title = meta.title.map_or("", |title| &text[title.range()]);
        role::assign(&text, &mut sections, title, meta.year);
        done("meta");
        let points = point::find(&readings, &paragraphs, &sections, &mut diagnostics);
        leads(&readings, &mut paragraphs, &points);
        done("point");
        let mut symbols = Symbols::default();
        let metrics = if self.metrics {
            let context = figures::context(&meta, title);
            let passages = figures::passages(&readings, &paragraphs, &sections, &points);
            metric::find(&passages, &context, &self.lexicon, &mut symbols)
        } else {
            Vec::new()
        };
        drop(readings);
        done("metric");
        diagnostics.sort_by_key(|diagnostic| diagnostic.span);
        Ok(Report { text, meta, sections, paragraphs, points, metrics, diagnostics, symbols, offsets: OnceLock::new() })
    }

    /// Parses `bytes`, which must be UTF-8.
    ///
    /// # Errors
    ///
    /// As [`Parser::parse`]; and if the bytes are no UTF-8, with the offset of the first that is not.
    pub fn parse_bytes(&self, bytes: &[u8]) -> Result<Report, Error> {
        let text =
            simdutf8::compat::from_utf8(bytes).map_err(|fault| Reason::Encoding { offset: fault.valid_up_to() })?;
        self.parse(text)
    }
}

fn check(text: &str) -> Result<(), Error> {
    if text.len() > MAX_LEN {
        return Err(Reason::TooLong { bytes: text.len(), max: MAX_LEN }.into());
    }
    if skip_blanks(text).is_empty() {
        return Err(Reason::Empty.into());
    }
    Ok(())
}

/// The span, or the start of the text for one that is not of it.
fn inside(text: &str, span: Span) -> Span {
    text.get(span.range()).map_or(Span::new(0, 0), |_| span)
}

/// Tells characters that no report holds, unless the reader of the file told them.
fn damage(text: &str, told: &[Diagnostic]) -> Option<Diagnostic> {
    let replaced = memchr::memmem::find_iter(text.as_bytes(), "\u{FFFD}");
    let nul = memchr::memchr_iter(0, text.as_bytes());
    let mut places = replaced.map(|at| (at, 3)).chain(nul.map(|at| (at, 1)));
    let (at, len) = places.next()?;
    let count = places.count() as u32 + 1;
    let span = Span::new(at, at + len);
    let is_told = told.iter().any(|told| told.span.contains(span));
    (!is_told).then_some(Diagnostic { span, oddity: Oddity::DamagedText { count } })
}

/// Finds the leads of body paragraphs that open no point.
fn leads(readings: &[Reading<'_>], paragraphs: &mut [ParagraphRow], points: &[PointRow]) {
    let mut points = points.iter().peekable();
    for (reading, row) in readings.iter().zip(paragraphs) {
        while points.next_if(|point| point.span.start < row.span.start).is_some() {}
        let opens_point = points.peek().is_some_and(|point| point.span.start == row.span.start);
        if row.role == ParagraphRole::Body && !opens_point {
            row.lead = lead::lead(reading.text()).map(|range| reading.source(range));
        }
    }
}
