//! Words and facts that the stages look up: the tables under `data/`, and what the user adds to them.

mod comparison;
mod indicator;
mod role;
mod table;
mod unit;
mod words;

use std::sync::{Arc, LazyLock};

use rust_decimal::Decimal;

pub(crate) use comparison::{COMPARISONS, Sign};
pub(crate) use indicator::Indicators;
pub(crate) use role::{ROLES, Roles};
pub(crate) use unit::{Dimension, Unit, UnitKind};
pub(crate) use words::{End, Words};

/// Units and names of indicators: those that come with the crate, and those that a program adds.
///
/// Cloning is cheap; a lexicon may be shared between threads and parsers.
///
/// ```
/// # use reportparse::Lexicon;
/// let lexicon = Lexicon::default().with_indicator("锂电池产量", "LI_BATTERY");
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
    #[must_use]
    pub fn with_indicator(mut self, name: &str, code: &str) -> Self {
        Arc::make_mut(&mut self.tables).indicators.insert(name, code);
        self
    }

    /// Adds `unit`, of which one is exactly `factor` of `base`.
    ///
    /// A unit is written without its scale word: 石, not 万石. Where it is no multiple of another unit, `base` is the
    /// unit itself and `factor` is one.
    #[must_use]
    pub fn with_unit(mut self, unit: &str, base: &str, factor: Decimal) -> Self {
        let known = Unit {
            kind: UnitKind::Measure,
            dimension: Dimension::Other,
            base: base.into(),
            factor,
            breaks: Box::default(),
        };
        Arc::make_mut(&mut self.tables).units.insert(unit.into(), known);
        self
    }

    /// Adds a measure word, which stands between a number and the noun it counts: 3尊铜像.
    #[must_use]
    pub fn with_measure_word(mut self, word: &str) -> Self {
        let known = Unit {
            kind: UnitKind::Count,
            dimension: Dimension::Other,
            base: word.into(),
            factor: Decimal::ONE,
            breaks: Box::default(),
        };
        Arc::make_mut(&mut self.tables).units.insert(word.into(), known);
        self
    }

    pub(crate) fn units(&self) -> &Words<Unit> {
        &self.tables.units
    }

    pub(crate) fn indicators(&self) -> &Indicators {
        &self.tables.indicators
    }
}
