//! Words and facts that the stages look up: the tables under `data/`, and what the user adds to them.

mod comparison;
mod indicator;
mod role;
mod table;
mod unit;
mod words;

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use rust_decimal::Decimal;

pub(crate) use comparison::{COMPARISONS, Sign};
pub(crate) use indicator::Indicators;
pub(crate) use role::{ROLES, Roles};
pub(crate) use unit::{Dimension, Unit, UnitKind};
pub(crate) use words::{End, Words};

use crate::error::{Error, Reason};

/// Units and names of indicators: those that come with the crate, and those that a program adds.
///
/// Cloning is cheap; a lexicon may be shared between threads and parsers.
///
/// ```
/// use reportparse::{Lexicon, Parser};
///
/// let mut lexicon = Lexicon::default();
/// lexicon.add_indicator("锂电池产量", "LI_BATTERY")?.add_measure_word("尊")?;
/// let report = Parser::builder().lexicon(lexicon).build().parse("一、回顾\n锂电池产量增长8%。")?;
/// assert_eq!(report.metrics().next().unwrap().code(), Some("LI_BATTERY"));
/// assert!(Lexicon::default().codes().contains("GDP"));
/// # Ok::<(), reportparse::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Lexicon {
    tables: Arc<Tables>,
}

#[derive(Clone, Debug)]
struct Tables {
    units: Words<Unit>,
    indicators: Indicators,
}

static BUILTIN: LazyLock<Arc<Tables>> =
    LazyLock::new(|| Arc::new(Tables { units: unit::builtin(), indicators: Indicators::builtin() }));

impl Default for Lexicon {
    /// The lexicon that comes with the crate.
    fn default() -> Self {
        Lexicon { tables: Arc::clone(&BUILTIN) }
    }
}

impl Lexicon {
    /// Adds `name` as a name of the indicator `code`.
    ///
    /// # Errors
    ///
    /// If one of them is blank. The lexicon stays as it was; so it does below.
    pub fn add_indicator(&mut self, name: &str, code: &str) -> Result<&mut Self, Error> {
        word(name, "the name of an indicator")?;
        word(code, "the code of an indicator")?;
        Arc::make_mut(&mut self.tables).indicators.insert(name.to_owned(), code.to_owned());
        Ok(self)
    }

    /// Adds `unit`, of which one is exactly `factor` of `base`.
    ///
    /// A unit is written without its scale word: 石, not 万石. Where it is no multiple of another unit, `base` is the
    /// unit itself and `factor` is one.
    ///
    /// # Errors
    ///
    /// If a unit is blank, or `factor` is not above 0.
    pub fn add_unit(&mut self, unit: &str, base: &str, factor: Decimal) -> Result<&mut Self, Error> {
        word(base, "a base unit")?;
        if factor <= Decimal::ZERO {
            return Err(Reason::Factor { unit: unit.to_owned(), factor }.into());
        }
        self.insert(UnitKind::Measure, word(unit, "a unit")?, base, factor)
    }

    /// Adds a measure word, which stands between a number and the noun it counts: 3尊铜像.
    ///
    /// # Errors
    ///
    /// If it is blank.
    pub fn add_measure_word(&mut self, measure_word: &str) -> Result<&mut Self, Error> {
        let measure_word = word(measure_word, "a measure word")?;
        self.insert(UnitKind::Count, measure_word, measure_word, Decimal::ONE)
    }

    /// The code of the indicator that is called `name`: GDP for 地区生产总值.
    pub fn code(&self, name: &str) -> Option<&str> {
        self.tables.indicators.code(name)
    }

    /// The codes of all indicators.
    pub fn codes(&self) -> BTreeSet<&str> {
        self.tables.indicators.codes().collect()
    }

    fn insert(&mut self, kind: UnitKind, unit: &str, base: &str, factor: Decimal) -> Result<&mut Self, Error> {
        let known = Unit { kind, dimension: Dimension::Other, base: base.into(), factor, breaks: Box::default() };
        Arc::make_mut(&mut self.tables).units.insert(unit.to_owned(), known);
        Ok(self)
    }

    pub(crate) fn units(&self) -> &Words<Unit> {
        &self.tables.units
    }

    pub(crate) fn indicators(&self) -> &Indicators {
        &self.tables.indicators
    }
}

/// `word`, which must hold more than blanks.
fn word<'w>(word: &'w str, what: &'static str) -> Result<&'w str, Error> {
    if word.trim().is_empty() { Err(Reason::NoWord { what }.into()) } else { Ok(word) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorKind;

    #[test]
    fn err_an_entry_says_nothing() {
        let mut lexicon = Lexicon::default();
        let faults = [
            lexicon.add_indicator("　", "GDP").map(drop),
            lexicon.add_indicator("产量", "").map(drop),
            lexicon.add_unit("", "千克", Decimal::ONE).map(drop),
            lexicon.add_unit("石", " ", Decimal::ONE).map(drop),
            lexicon.add_unit("石", "千克", Decimal::ZERO).map(drop),
            lexicon.add_measure_word("\t").map(drop),
        ];
        let told = faults.map(|fault| fault.map_err(|error| (error.kind(), error.to_string())).unwrap_err());
        assert!(told.iter().all(|(kind, _)| *kind == ErrorKind::Lexicon));
        assert_eq!(told[0].1, "the name of an indicator must not be empty: write the word that reports use");
        assert_eq!(told[4].1, "unit 石: its factor must be above 0, not 0");
        assert!(Arc::ptr_eq(&lexicon.tables, &BUILTIN), "what was refused changed the lexicon");
    }
}
