//! Units and measure words: `data/units.tsv` and what the user adds.

use rust_decimal::Decimal;

use super::table;
use super::words::{End, Words};

/// What a unit stands between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UnitKind {
    /// A unit of an amount: 元, 吨, %.
    Measure,
    /// A word between a number and the noun it counts: 个, 家, 人次.
    Count,
}

/// What a unit measures, as far as the grammar asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dimension {
    /// %, ‰, 个百分点.
    Ratio,
    /// 倍, 番, 成.
    Multiple,
    /// 元, 美元.
    Money,
    /// 年, 天, 小时: a measurement only where the sentence says so.
    Time,
    /// 千伏: names a class of equipment.
    Voltage,
    /// Anything else.
    Other,
}

impl Dimension {
    fn named(name: &str) -> Self {
        match name {
            "ratio" => Dimension::Ratio,
            "multiple" => Dimension::Multiple,
            "money" | "money_cny" => Dimension::Money,
            "time" => Dimension::Time,
            "voltage" => Dimension::Voltage,
            _ => Dimension::Other,
        }
    }
}

/// A unit or measure word.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Unit {
    pub(crate) kind: UnitKind,
    pub(crate) dimension: Dimension,
    /// The unit that amounts are brought to.
    pub(crate) base: Box<str>,
    /// One unit is exactly this many of `base`.
    pub(crate) factor: Decimal,
    /// Characters that make a longer word of the unit when they follow it.
    pub(crate) breaks: Box<[char]>,
}

/// The units that come with the crate.
pub(super) fn builtin() -> Words<Unit> {
    let table = table::rows(include_str!("../../data/units.tsv"));
    Words::collect(
        End::Start,
        table.map(|[name, dimension, base, factor, kind, breaks]| {
            let unit = Unit {
                kind: if kind == "count" { UnitKind::Count } else { UnitKind::Measure },
                dimension: Dimension::named(dimension),
                base: base.into(),
                factor: Decimal::from_str_exact(factor).unwrap_or(Decimal::ONE),
                breaks: breaks.chars().collect(),
            };
            (name, unit)
        }),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_complete() {
        for [name, dimension, base, factor, kind, _] in table::rows(include_str!("../../data/units.tsv")) {
            assert!(!name.is_empty() && !dimension.is_empty() && !base.is_empty(), "{name}");
            assert!(Decimal::from_str_exact(factor).is_ok_and(|factor| factor > Decimal::ZERO), "{name}: {factor}");
            assert!(matches!(kind, "count" | "measure"), "{name}: {kind}");
        }
    }

    #[test]
    fn rows_are_sorted_and_name_a_unit_once() {
        let names: Vec<_> = table::rows::<6>(include_str!("../../data/units.tsv")).map(|row| row[0]).collect();
        assert!(names.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
