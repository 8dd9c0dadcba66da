//! 2020年8月27日, 2020-08-27: a day of the calendar.

use jiff::civil::Date;
use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::take_while_m_n;
use nom::character::complete::one_of;
use nom::combinator::{map_opt, opt};

use super::{Parsed, ordinal};

/// A day in digits of either width, with 年月日, dashes, dots or slashes. A date that does not exist is none.
pub(crate) fn day(input: &str) -> Parsed<'_, Date> {
    map_opt(alt((chinese, dashed)), |(year, month, day)| Date::new(year as i16, month as i8, day as i8).ok())
        .parse(input)
}

/// 2020年8月27日; 二〇二〇年八月二十七日
fn chinese(input: &str) -> Parsed<'_, (u32, u32, u32)> {
    let parts = (alt((year, han_year)), one_of("年"), small, one_of("月"), small, opt(one_of("日号")));
    parts.map(|(year, _, month, _, day, _)| (year, month, day)).parse(input)
}

/// 2020-08-27
fn dashed(input: &str) -> Parsed<'_, (u32, u32, u32)> {
    let separator = || one_of("-/.－．");
    (year, separator(), small, separator(), small).map(|(year, _, month, _, day)| (year, month, day)).parse(input)
}

fn year(input: &str) -> Parsed<'_, u32> {
    map_opt(take_while_m_n(4, 4, ordinal::is_digit), |digits: &str| {
        let value = digits.chars().try_fold(0, |value, c| Some(value * 10 + half_width(c).to_digit(10)?))?;
        (1900..2100).contains(&value).then_some(value)
    })
    .parse(input)
}

fn han_year(input: &str) -> Parsed<'_, u32> {
    map_opt(take_while_m_n(4, 4, |c| "〇○零一二三四五六七八九".contains(c)), |digits: &str| {
        let value = digits.chars().try_fold(0, |value, c| {
            let digit = "一二三四五六七八九".chars().position(|known| known == c).map_or(0, |at| at as u32 + 1);
            Some(value * 10 + digit)
        })?;
        (1900..2100).contains(&value).then_some(value)
    })
    .parse(input)
}

/// A month or a day.
fn small(input: &str) -> Parsed<'_, u32> {
    let digits = map_opt(take_while_m_n(1, 2, ordinal::is_digit), |digits: &str| {
        digits.chars().try_fold(0, |value, c| Some(value * 10 + half_width(c).to_digit(10)?))
    });
    alt((digits, ordinal::han)).parse(input)
}

fn half_width(digit: char) -> char {
    match digit {
        '０'..='９' => char::from(b'0' + (digit as u32 - '０' as u32) as u8),
        _ => digit,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::at_start;
    use jiff::civil::date;

    #[test]
    fn days() {
        for text in ["2020年8月27日", "２０２０年８月２７日", "2020-08-27", "2020/8/27 10:00", "二〇二〇年八月二十七日"]
        {
            assert_eq!(at_start(day, text).map(|(day, _)| day), Some(date(2020, 8, 27)), "{text}");
        }
    }

    #[test]
    fn err_days() {
        for text in ["2020年", "2020年13月1日", "2021-02-30", "8月27日", "20年8月27日", ""] {
            assert_eq!(at_start(day, text), None, "{text}");
        }
    }
}
