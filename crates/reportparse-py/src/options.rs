//! What a caller may set, and the reader that follows from it.

use std::collections::BTreeMap;
use std::path::PathBuf;

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyDict;
use reportparse::Lexicon;
use reportparse_input::{Malformed, Reader};
use rust_decimal::Decimal;

use crate::errors;

/// The options of a parser, as the caller gave them.
#[derive(PartialEq, IntoPyObjectRef)]
pub(crate) struct Options {
    pub(crate) metrics: bool,
    pub(crate) indicators: BTreeMap<String, String>,
    pub(crate) units: BTreeMap<String, (String, Decimal)>,
    pub(crate) measure_words: Vec<String>,
    pub(crate) charset: Option<String>,
    pub(crate) malformed: String,
    pub(crate) limits: BTreeMap<String, u64>,
}

/// The units that a caller gave, with their factors.
pub(crate) fn factors(
    units: BTreeMap<String, (String, Bound<'_, PyAny>)>,
) -> PyResult<BTreeMap<String, (String, Decimal)>> {
    let read = |(unit, (base, factor)): (String, (String, Bound<'_, PyAny>))| {
        let wrong = || format!("unit {unit}: its factor must be a number above 0 such as 60 or '0.5', not {factor:?}");
        let factor = factor.extract().map_err(|_| errors::LexiconError::new_err(wrong()))?;
        Ok((unit, (base, factor)))
    };
    units.into_iter().map(read).collect()
}

/// The limits that a caller gave by their names; None leaves one at its default.
pub(crate) fn limits(given: &Bound<'_, PyDict>) -> PyResult<BTreeMap<String, u64>> {
    let mut limits = BTreeMap::new();
    for (name, limit) in given.iter().filter(|(_, limit)| !limit.is_none()) {
        let wrong = |_| PyValueError::new_err(format!("{name} must be a whole number from 0 on, not {limit:?}"));
        limits.insert(name.extract()?, limit.extract().map_err(wrong)?);
    }
    Ok(limits)
}

impl Options {
    /// The reader with these options.
    pub(crate) fn reader(&self, py: Python<'_>) -> PyResult<Reader> {
        let parser = reportparse::Parser::builder().metrics(self.metrics).lexicon(self.lexicon()?).build();
        Ok(Reader { parser, options: self.input(py)? })
    }

    fn lexicon(&self) -> PyResult<Lexicon> {
        let mut lexicon = Lexicon::default();
        self.fill(&mut lexicon).map_err(|error| errors::LexiconError::new_err(error.to_string()))?;
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
            other => return Err(errors::wrong_choice("malformed", "'replace' or 'refuse'", other)),
        });
        let set = self.charset.iter().try_fold(set, |set, label| {
            set.charset(label).ok_or_else(|| {
                PyValueError::new_err(format!(
                    "no charset is called '{label}': name one such as 'utf-8', 'gb18030' or 'big5'"
                ))
            })
        })?;
        let set = self.limits.iter().try_fold(set, |set, (name, limit)| {
            let unknown = || PyTypeError::new_err(format!("Parser() got an unexpected keyword argument '{name}'"));
            set.limit(name, *limit).ok_or_else(unknown)
        })?;
        let pdfium: Option<PathBuf> = py.import("reportparse._pdf")?.getattr("library")?.call0()?.extract()?;
        Ok(pdfium.into_iter().fold(set, |set, library| set.pdfium(library)))
    }
}
