//! The small values that rows hold: places, decimals, dates.

use std::ffi::c_char;
use std::fmt::Write;

use jiff::civil::Date;
use reportparse::Span;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::guard::guard_or;

/// Stands for no number wherever a number may be missing: a parent, an ordinal, the ends of a span, a scale.
pub const RP_NONE: u32 = u32::MAX;

/// The most bytes that rp_decimal_text() writes, the closing NUL included.
#[allow(dead_code, reason = "it sizes the buffers of callers")]
pub const RP_DECIMAL_CAPACITY: usize = 33;

/// A place in the text, in UTF-8 bytes: from `start` up to, not including, `end`. Both are RP_NONE where there is none.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct rp_span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset after the last byte.
    pub end: u32,
}

impl From<Span> for rp_span {
    fn from(span: Span) -> Self {
        rp_span { start: span.start, end: span.end }
    }
}

impl From<Option<Span>> for rp_span {
    fn from(span: Option<Span>) -> Self {
        span.map_or(rp_span { start: RP_NONE, end: RP_NONE }, rp_span::from)
    }
}

/// An exact decimal: (high × 2^64 + low) ÷ 10^scale. Where there is no number, `scale` is RP_NONE and the rest 0.
///
/// 22.60 keeps its last zero: its mantissa is 2260 and its scale 2. `high` carries the sign (two's complement); it is 0
/// or -1 for every number of at most 18 digits.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct rp_decimal {
    /// The lower 64 bits of the mantissa.
    pub low: u64,
    /// The upper 64 bits of the mantissa.
    pub high: i64,
    /// How many digits follow the point, at most 28; RP_NONE where there is no number.
    pub scale: u32,
}

impl From<Option<Decimal>> for rp_decimal {
    fn from(value: Option<Decimal>) -> Self {
        let Some(value) = value else { return rp_decimal { low: 0, high: 0, scale: RP_NONE } };
        let mantissa = value.mantissa();
        rp_decimal { low: mantissa as u64, high: (mantissa >> 64) as i64, scale: value.scale() }
    }
}

impl rp_decimal {
    fn read(self) -> Option<Decimal> {
        let mantissa = i128::from(self.high) << 64 | i128::from(self.low);
        Decimal::try_from_i128_with_scale(mantissa, self.scale).ok()
    }
}

/// The double that is nearest to `value`; NaN where there is no number.
///
/// Threads: any. Cost: constant.
#[unsafe(no_mangle)]
pub extern "C" fn rp_decimal_double(value: Option<&rp_decimal>) -> f64 {
    guard_or(f64::NAN, || value.and_then(|value| value.read()?.to_f64()))
}

/// Writes `value` in digits (-22.6) with a closing NUL, as snprintf() does: at most `capacity` bytes, of which
/// RP_DECIMAL_CAPACITY are always enough. Returns the length without the NUL, cut or not; 0 where there is no number.
///
/// `buffer` may be NULL where `capacity` is 0. Threads: any. Cost: constant.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rp_decimal_text(value: Option<&rp_decimal>, buffer: *mut c_char, capacity: usize) -> usize {
    guard_or(0, || {
        let mut digits = String::new();
        if let Some(value) = value.and_then(|value| value.read()) {
            write!(digits, "{value}").ok()?;
        }
        if !buffer.is_null() && capacity > 0 {
            let fitting = digits.len().min(capacity - 1);
            // SAFETY: the caller vouches for `capacity` bytes at `buffer`; the text and its NUL take no more.
            unsafe {
                buffer.copy_from_nonoverlapping(digits.as_ptr().cast(), fitting);
                buffer.add(fitting).write(0);
            }
        }
        Some(digits.len())
    })
}

/// A day. All fields are 0 where there is none.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct rp_date {
    /// The year, such as 2025.
    pub year: i16,
    /// The month, from 1.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

impl From<Option<Date>> for rp_date {
    fn from(date: Option<Date>) -> Self {
        let Some(date) = date else { return rp_date { year: 0, month: 0, day: 0 } };
        rp_date { year: date.year(), month: date.month() as u8, day: date.day() as u8 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_come_back_whole() {
        for value in [Decimal::MAX, Decimal::MIN, Decimal::new(-226, 1), Decimal::new(2260, 2), Decimal::new(1, 28)] {
            let shown = value.to_string();
            assert_eq!(rp_decimal::from(Some(value)).read().map(|value| value.to_string()), Some(shown.clone()));
            assert!(shown.len() < RP_DECIMAL_CAPACITY, "{shown}");
        }
        let smallest = -Decimal::from_i128_with_scale(79_228_162_514_264_337_593_543_950_335, 28);
        assert!(smallest.to_string().len() < RP_DECIMAL_CAPACITY);
        assert!(rp_decimal::from(None).read().is_none());
    }

    #[test]
    fn a_number_that_no_decimal_is_has_no_text() {
        let odd = rp_decimal { low: u64::MAX, high: i64::MAX, scale: 3 };
        // SAFETY: no buffer is given.
        assert_eq!(unsafe { rp_decimal_text(Some(&odd), std::ptr::null_mut(), 0) }, 0);
        assert!(rp_decimal_double(Some(&odd)).is_nan());
    }
}
