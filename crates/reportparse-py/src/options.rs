//! What a caller may set, and the reader that follows from it.

use std::collections::BTreeMap;
use std::path::PathBuf;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use reportparse::Lexicon;
use reportparse_input::Malformed;
use rust_decimal::Decimal;

use crate::errors;
use crate::reader::{Fault, Reader};

/// The options of a parser, as the caller gave them.
#[derive(PartialEq, IntoPyObjectRef)]
pub(crate) struct Options {
    pub(crate) metrics: bool,
    pub(crate) indicators: BTreeMap<String, String>,
    pub(crate) units: BTreeMap<String, (String, Decimal)>,
    pub(crate) measure_words: Vec<String>,
    pub(crate) charset: Option<String>,
    pub(crate) malformed: String,
    pub(crate) max_bytes: Option<u64>,
    pub(crate) max_text_bytes: Option<usize>,
    pub(crate) max_part_bytes: Option<u64>,
    pub(crate) max_pages: Option<usize>,
    pub(crate) max_depth: Option<usize>,
}

impl Options {
    /// The reader with these options.
    pub(crate) fn reader(&self, py: Python<'_>) -> PyResult<Reader> {
        let parser = reportparse::Parser::builder().metrics(self.metrics).lexicon(self.lexicon()?).build();
        Ok(Reader { parser, input: self.input(py)? })
    }

    fn lexicon(&self) -> PyResult<Lexicon> {
        let mut lexicon = Lexicon::default();
        self.fill(&mut lexicon).map_err(|error| errors::of(Fault::Parse(error), ""))?;
        Ok(lexicon)
    }

    fn fill(&self, lexicon: &mut Lexicon) -> Result<(), reportparse::Error> {
        for (name, code) in &self.indicators {
            lexicon.add_indicator(name, code)?;
        }
        for (unit, (base, factor)) in &self.units {
            lexicon.add_unit(unit, base, *factor)?;
        }
        for word in &self.measure_words {
            lexicon.add_measure_word(word)?;
        }
        Ok(())
    }

    fn input(&self, py: Python<'_>) -> PyResult<reportparse_input::Options> {
        let set = reportparse_input::Options::new().malformed(match self.malformed.as_str() {
            "replace" => Malformed::Replace,
            "refuse" => Malformed::Refuse,
            other => {
                return Err(PyValueError::new_err(format!("malformed must be 'replace' or 'refuse', not '{other}'")));
            }
        });
        let set = self.charset.iter().fold(set, |set, charset| set.charset(charset));
        let set = self.max_bytes.into_iter().fold(set, |set, max| set.max_bytes(max));
        let set = self.max_text_bytes.into_iter().fold(set, |set, max| set.max_text_bytes(max));
        let set = self.max_part_bytes.into_iter().fold(set, |set, max| set.max_part_bytes(max));
        let set = self.max_pages.into_iter().fold(set, |set, max| set.max_pages(max));
        let set = self.max_depth.into_iter().fold(set, |set, max| set.max_depth(max));
        let pdfium: Option<PathBuf> = py.import("reportparse._pdf")?.getattr("library")?.call0()?.extract()?;
        Ok(pdfium.into_iter().fold(set, |set, library| set.pdfium(library)))
    }
}
