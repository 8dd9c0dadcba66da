//! Cells into Arrow arrays.

use std::sync::Arc;

use arrow_array::builder::{BooleanBuilder, NullBufferBuilder, StringBuilder};
use arrow_array::types::{Date32Type, Decimal128Type, Int8Type, Int16Type, UInt8Type, UInt32Type};
use arrow_array::{ArrayRef, ArrowPrimitiveType, DictionaryArray, PrimitiveArray};
use arrow_schema::ArrowError;
use jiff::civil::Date;
use reportparse::{Offsets, Report};
use rust_decimal::Decimal;

use crate::column::{Cells, Row};
use crate::schema::{DECIMAL_PRECISION, DECIMAL_SCALE};

/// Strings of one column that fit one batch: Arrow counts them in 31 bits.
const MAX_TEXT: usize = i32::MAX as usize;

const SCALE: u32 = DECIMAL_SCALE.unsigned_abs() as u32;

/// A column in the making.
pub(crate) enum Filler {
    Text { cell: fn(Row<'_>) -> Option<&str>, array: StringBuilder, overflown: bool },
    Number(fn(Row<'_>) -> Option<u32>, Values<UInt32Type>),
    Offset(fn(Row<'_>) -> Option<u32>, Values<UInt32Type>, Offsets),
    Small(fn(Row<'_>) -> Option<u8>, Values<UInt8Type>),
    Year(fn(Row<'_>) -> Option<i16>, Values<Int16Type>),
    Flag(fn(Row<'_>) -> Option<bool>, BooleanBuilder),
    Decimal(fn(Row<'_>) -> Option<Decimal>, Values<Decimal128Type>),
    Date(fn(Row<'_>) -> Option<Date>, Values<Date32Type>),
    Name { cell: fn(Row<'_>) -> Option<i8>, keys: Values<Int8Type>, names: ArrayRef },
}

impl Filler {
    pub(crate) fn new(cells: Cells, offsets: Offsets) -> Self {
        match cells {
            Cells::Text(cell) => Filler::Text { cell, array: StringBuilder::new(), overflown: false },
            Cells::Number(cell) => Filler::Number(cell, Values::default()),
            Cells::Offset(cell) => Filler::Offset(cell, Values::default(), offsets),
            Cells::Small(cell) => Filler::Small(cell, Values::default()),
            Cells::Year(cell) => Filler::Year(cell, Values::default()),
            Cells::Flag(cell) => Filler::Flag(cell, BooleanBuilder::new()),
            Cells::Decimal(cell) => Filler::Decimal(cell, Values::default()),
            Cells::Date(cell) => Filler::Date(cell, Values::default()),
            Cells::Name(names, cell) => Filler::Name { cell, keys: Values::default(), names: names() },
        }
    }

    /// Appends the cells of the rows that `wanted` names.
    pub(crate) fn append(&mut self, report: &Report, name: &str, wanted: impl Iterator<Item = u32>) {
        let rows = wanted.map(|index| Row { report, name, index });
        match self {
            Filler::Text { cell, array, overflown } => {
                rows.for_each(|row| *overflown |= !append_text(array, cell(row)));
            }
            Filler::Number(cell, values) => values.extend(rows.map(*cell)),
            Filler::Offset(cell, values, Offsets::Bytes) => values.extend(rows.map(*cell)),
            Filler::Offset(cell, values, offsets) => {
                values.extend(rows.map(|row| cell(row).map(|at| report.offset(at, *offsets))));
            }
            Filler::Small(cell, values) => values.extend(rows.map(*cell)),
            Filler::Year(cell, values) => values.extend(rows.map(*cell)),
            Filler::Flag(cell, array) => rows.for_each(|row| array.append_option(cell(row))),
            Filler::Decimal(cell, values) => values.extend(rows.map(|row| cell(row).and_then(scaled))),
            Filler::Date(cell, values) => values.extend(rows.map(|row| cell(row).map(days))),
            Filler::Name { cell, keys, .. } => keys.extend(rows.map(*cell)),
        }
    }

    /// The array; the column is empty again.
    pub(crate) fn finish(&mut self) -> Result<ArrayRef, ArrowError> {
        Ok(match self {
            Filler::Text { array, overflown, .. } => {
                let full = array.finish();
                if std::mem::take(overflown) {
                    return Err(ArrowError::OffsetOverflowError(MAX_TEXT));
                }
                Arc::new(full)
            }
            Filler::Number(_, values) | Filler::Offset(_, values, _) => Arc::new(values.finish()),
            Filler::Small(_, values) => Arc::new(values.finish()),
            Filler::Year(_, values) => Arc::new(values.finish()),
            Filler::Flag(_, array) => Arc::new(array.finish()),
            Filler::Decimal(_, values) => {
                Arc::new(values.finish().with_precision_and_scale(DECIMAL_PRECISION, DECIMAL_SCALE)?)
            }
            Filler::Date(_, values) => Arc::new(values.finish()),
            Filler::Name { keys, names, .. } => {
                Arc::new(DictionaryArray::<Int8Type>::try_new(keys.finish(), Arc::clone(names))?)
            }
        })
    }
}

/// Values of one size, some of them null: what takes a few instructions a cell, of which Arrow's own builder takes forty.
pub(crate) struct Values<T: ArrowPrimitiveType> {
    values: Vec<T::Native>,
    valid: NullBufferBuilder,
}

impl<T: ArrowPrimitiveType> Default for Values<T> {
    fn default() -> Self {
        Values { values: Vec::new(), valid: NullBufferBuilder::new(0) }
    }
}

impl<T: ArrowPrimitiveType> Values<T> {
    fn extend(&mut self, cells: impl Iterator<Item = Option<T::Native>>) {
        let Values { values, valid } = self;
        values.extend(cells.map(|cell| {
            valid.append(cell.is_some());
            cell.unwrap_or_default()
        }));
    }

    /// The array; nothing is left.
    fn finish(&mut self) -> PrimitiveArray<T> {
        PrimitiveArray::new(std::mem::take(&mut self.values).into(), self.valid.finish())
    }
}

/// Appends `text`, and tells whether it still fitted.
fn append_text(array: &mut StringBuilder, text: Option<&str>) -> bool {
    let fits = text.is_none_or(|text| array.values_slice().len() + text.len() <= MAX_TEXT);
    array.append_option(text.filter(|_| fits));
    fits
}

/// `value` in units of the last digit that the column keeps; none where it has more digits than that.
fn scaled(value: Decimal) -> Option<i128> {
    // Zeros at the end cost no digits, and few numbers have so many that they must go.
    let value = if value.scale() > SCALE { value.normalize() } else { value };
    let missing = SCALE.checked_sub(value.scale())?;
    let scaled = value.mantissa().checked_mul(10_i128.pow(missing))?;
    (scaled.unsigned_abs() < 10_u128.pow(u32::from(DECIMAL_PRECISION))).then_some(scaled)
}

/// Days since 1970-01-01.
fn days(date: Date) -> i32 {
    const EPOCH: Date = jiff::civil::date(1970, 1, 1);
    (date.duration_since(EPOCH).as_hours() / 24) as i32
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn decimals_are_exact_or_nothing() {
        let read = |text| scaled(Decimal::from_str_exact(text).unwrap());
        assert_eq!(read("1031.1"), Some(10_311_000_000_000));
        assert_eq!(read("-22.60"), Some(-226_000_000_000));
        assert_eq!(read("0.0000000001"), Some(1));
        assert_eq!(read("0.10000000000000000000"), Some(1_000_000_000), "zeros at the end cost no digits");
        assert_eq!(read("0.00000000001"), None, "an eleventh decimal is not rounded away");
        assert_eq!(scaled(Decimal::MAX), None);
        assert_eq!(read("9999999999999999999999999999"), Some(99_999_999_999_999_999_999_999_999_990_000_000_000));
    }

    #[test]
    fn days_count_from_1970() {
        assert_eq!(days(date(1970, 1, 1)), 0);
        assert_eq!(days(date(1969, 12, 31)), -1);
        assert_eq!(days(date(2000, 2, 29)), 11_016);
        assert_eq!(days(date(2024, 12, 31)), 20_088);
        assert_eq!(days(Date::MIN), -4_371_587);
        assert_eq!(days(Date::MAX), 2_932_896);
    }
}
