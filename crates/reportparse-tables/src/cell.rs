//! Cells out of Arrow arrays: the values that [`Filler`](crate::filler::Filler) has put in.

use arrow_array::cast::AsArray;
use arrow_array::{Array, types};
use arrow_schema::DataType;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use rust_decimal::Decimal;

/// A value of a table, as it was before it went to a batch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell<'b> {
    /// A string, or a name out of a closed list.
    Text(&'b str),
    /// A row number, an offset, an ordinal, a year.
    Number(i64),
    /// Yes or no.
    Flag(bool),
    /// An exact decimal, without zeros at its end.
    Decimal(Decimal),
    /// A day.
    Date(Date),
}

/// The cell of `column`, one of a [batch](crate::batch), in `row`; `None` where it is null.
///
/// # Panics
///
/// If the column has fewer rows.
pub fn cell(column: &dyn Array, row: usize) -> Option<Cell<'_>> {
    if column.is_null(row) {
        return None;
    }
    Some(match column.data_type() {
        DataType::Utf8 => Cell::Text(column.as_string::<i32>().value(row)),
        DataType::UInt32 => Cell::Number(column.as_primitive::<types::UInt32Type>().value(row).into()),
        DataType::UInt8 => Cell::Number(column.as_primitive::<types::UInt8Type>().value(row).into()),
        DataType::Int16 => Cell::Number(column.as_primitive::<types::Int16Type>().value(row).into()),
        DataType::Boolean => Cell::Flag(column.as_boolean().value(row)),
        DataType::Decimal128(_, scale) => {
            Cell::Decimal(decimal(column.as_primitive::<types::Decimal128Type>().value(row), *scale)?)
        }
        DataType::Date32 => Cell::Date(day(column.as_primitive::<types::Date32Type>().value(row))?),
        DataType::Dictionary(..) => {
            let names = column.as_dictionary::<types::Int8Type>();
            return cell(names.values().as_ref(), usize::try_from(names.keys().value(row)).ok()?);
        }
        _ => return None,
    })
}

/// The decimal without the zeros that the column's scale adds; without them whatever the parser read fits.
fn decimal(mut mantissa: i128, scale: i8) -> Option<Decimal> {
    let mut scale = u32::from(scale.unsigned_abs());
    while scale > 0 && mantissa % 10 == 0 {
        mantissa /= 10;
        scale -= 1;
    }
    Decimal::try_from_i128_with_scale(mantissa, scale).ok()
}

/// The day so many days after 1970-01-01.
fn day(days: i32) -> Option<Date> {
    date(1970, 1, 1).checked_add(days.days()).ok()
}

#[cfg(test)]
mod tests {
    use arrow_array::{BooleanArray, Date32Array, Decimal128Array, Int16Array, StringArray, UInt8Array};

    use super::*;

    #[test]
    fn every_type_is_read() {
        let decimals =
            Decimal128Array::from(vec![Some(-226_000_000_000), None]).with_precision_and_scale(38, 10).unwrap();
        assert_eq!(cell(&decimals, 0), Some(Cell::Decimal("-22.6".parse().unwrap())));
        assert_eq!(cell(&decimals, 1), None);
        assert_eq!(cell(&Date32Array::from(vec![11_016]), 0), Some(Cell::Date(date(2000, 2, 29))));
        assert_eq!(cell(&StringArray::from(vec!["亿元"]), 0), Some(Cell::Text("亿元")));
        assert_eq!(cell(&Int16Array::from(vec![2024]), 0), Some(Cell::Number(2024)));
        assert_eq!(cell(&UInt8Array::from(vec![3]), 0), Some(Cell::Number(3)));
        assert_eq!(cell(&BooleanArray::from(vec![true]), 0), Some(Cell::Flag(true)));
    }
}
