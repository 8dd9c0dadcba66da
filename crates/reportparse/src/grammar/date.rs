//! Dates: 2020年8月27日, 6月底, 1-6月, 2019—2025年, 2020-08-28, 一九五三年.

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::one_of;
use nom::combinator::{map, map_opt, opt};
use nom::sequence::{delimited, preceded, terminated};

use super::Parsed;
use super::numeral::digit;

/// A date as far as it is written; what is missing follows from the report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Written {
    pub(crate) year: Option<i16>,
    /// The last year of a range.
    pub(crate) last_year: Option<i16>,
    pub(crate) month: Option<i8>,
    /// The last month of a range.
    pub(crate) last_month: Option<i8>,
    pub(crate) day: Option<i8>,
    /// The last day of a range.
    pub(crate) last_day: Option<i8>,
}

/// The date that `text` starts with.
pub(crate) fn date(text: &str) -> Parsed<'_, Written> {
    alt((iso, years, whole, months_of_no_year)).parse(text)
}

/// Whether `rest` may make a date of the `number` before it.
pub(super) fn may_follow(number: &str, rest: &str) -> bool {
    let is_year = || number.chars().count() == 4;
    !number.is_empty()
        && (rest.starts_with(['年', '月', '-', '－', '—', '–', '~', '～', '至', '到'])
            || rest.starts_with(['.', '/']) && is_year())
}

/// 2020-08-28, 2020.8.28, 2020/8/28.
fn iso(text: &str) -> Parsed<'_, Written> {
    let (rest, year) = four_digits(text)?;
    let (rest, mark) = one_of("-./")(rest)?;
    let (rest, month) = month_number(rest)?;
    let (rest, _) = nom::character::complete::char(mark)(rest)?;
    let (rest, day) = day_number(rest)?;
    Ok((rest, Written { year: Some(year), month: Some(month), day: Some(day), ..Written::default() }))
}

/// 2019-2025年, 2019年—2025年, (2019-2025).
fn years(text: &str) -> Parsed<'_, Written> {
    let (rest, first) = four_digits(text)?;
    let (rest, _) = opt(tag("年")).parse(rest)?;
    let (rest, last) = preceded(range_mark, four_digits).parse(rest)?;
    let (rest, _) = opt(terminated(tag("年"), nom::combinator::not(tag("度")))).parse(rest)?;
    Ok((rest, Written { year: Some(first), last_year: Some(last), ..Written::default() }))
}

/// 2020年, 2020年8月, 2020年1-6月, 2020年8月27日, 二〇二〇年.
fn whole(text: &str) -> Parsed<'_, Written> {
    let (rest, year) = alt((terminated(alt((four_digits, spelled_year)), tag("年")), short_year)).parse(text)?;
    let dated = Written { year: Some(year), ..Written::default() };
    match months_of_no_year(rest) {
        Ok((rest, month)) => Ok((rest, Written { year: Some(year), ..month })),
        Err(_) => Ok((rest, dated)),
    }
}

/// 8月, 1-6月, 三四月, 8月27日, 8月27日至29日.
fn months_of_no_year(text: &str) -> Parsed<'_, Written> {
    let (rest, (month, last_month)) = alt((months, two_months)).parse(text)?;
    let (rest, _) = terminated(tag("月"), opt(tag("份"))).parse(rest)?;
    let (rest, days) = opt(days).parse(rest)?;
    let (day, last_day) = days.map_or((None, None), |(day, last)| (Some(day), last));
    Ok((rest, Written { month: Some(month), last_month, day, last_day, ..Written::default() }))
}

/// 8, 1-6, 1月-6.
fn months(text: &str) -> Parsed<'_, (i8, Option<i8>)> {
    let (rest, month) = month_number(text)?;
    let (rest, _) = opt(terminated(tag("月"), nom::combinator::peek(range_mark))).parse(rest)?;
    let (rest, last) = opt(preceded(range_mark, month_number)).parse(rest)?;
    Ok((rest, (month, last)))
}

/// 三四: two months side by side.
fn two_months(text: &str) -> Parsed<'_, (i8, Option<i8>)> {
    let months = super::numeral::numeral(start_of(text)).and_then(|numeral| {
        let (first, last) = (i8::try_from(numeral.value?).ok()?, i8::try_from(numeral.high?).ok()?);
        (last <= 12).then_some((numeral.len, first, last))
    });
    months.map_or_else(fail, |(len, first, last)| Ok((&text[len..], (first, Some(last)))))
}

/// 27日, 27-29日.
fn days(text: &str) -> Parsed<'_, (i8, Option<i8>)> {
    let (rest, day) = day_number(text)?;
    let (rest, _) =
        opt(terminated(tag("日"), nom::combinator::peek((range_mark, day_number, tag("日"))))).parse(rest)?;
    let (rest, last) = opt(preceded(range_mark, day_number)).parse(rest)?;
    let (rest, _) = tag("日")(rest)?;
    Ok((rest, (day, last)))
}

/// A dash or word that joins the ends of a range.
pub(super) fn range_mark(text: &str) -> Parsed<'_, ()> {
    let dash = one_of("-－—–~～至到");
    map(delimited(nom::combinator::success(()), dash, opt(tag("—"))), |_| ()).parse(text)
}

fn four_digits(text: &str) -> Parsed<'_, i16> {
    let (rest, year) = number(text, 4)?;
    let is_year = (1800..2200).contains(&year) && digit(rest.as_bytes()).is_none();
    if is_year { Ok((rest, year)) } else { fail() }
}

/// 98年: a year of the last century, as reports of that time write it; 80年代 and 90年来 are none.
fn short_year(text: &str) -> Parsed<'_, i16> {
    let (rest, year) = terminated(|text| number(text, 2), tag("年")).parse(text)?;
    let runs = rest
        .starts_with(['来', '间', '以', '历', '校', '华', '代', '的', '期', '限', '诞', '产', '使', '，', '、', '。']);
    if (85..=99).contains(&year) && text.len() - rest.len() == 2 + "年".len() && !runs {
        Ok((rest, 1900 + year))
    } else {
        fail()
    }
}

fn month_number(text: &str) -> Parsed<'_, i8> {
    bounded(text, 12)
}

fn day_number(text: &str) -> Parsed<'_, i8> {
    bounded(text, 31)
}

fn bounded(text: &str, most: i16) -> Parsed<'_, i8> {
    let (rest, value) = number(text, 2).or_else(|_| spelled_small(text))?;
    if (1..=most).contains(&value) { Ok((rest, value as i8)) } else { fail() }
}

/// Up to `most` digits.
fn number(text: &str, most: usize) -> Parsed<'_, i16> {
    let mut value = 0;
    let mut at = 0;
    for _ in 0..most {
        let Some((digit, len)) = digit(&text.as_bytes()[at..]) else {
            break;
        };
        value = value * 10 + i16::from(digit);
        at += len;
    }
    if at == 0 { fail() } else { Ok((&text[at..], value)) }
}

/// 十二, 二十七.
fn spelled_small(text: &str) -> Parsed<'_, i16> {
    let numeral = super::numeral::numeral(start_of(text)).filter(|numeral| !numeral.more && numeral.high.is_none());
    let value = numeral.and_then(|numeral| Some((numeral.len, i16::try_from(numeral.value?).ok()?)));
    value.map_or_else(fail, |(len, value)| Ok((&text[len..], value)))
}

/// The first three characters of `text`: no month and no day is longer.
fn start_of(text: &str) -> &str {
    text.char_indices().nth(3).map_or(text, |(end, _)| &text[..end])
}

/// 一九五三, 二〇二〇.
fn spelled_year(text: &str) -> Parsed<'_, i16> {
    map_opt(nom::bytes::complete::take(4_usize), |year: &str| {
        year.chars().try_fold(0, |sum: i16, c| {
            let digit =
                "〇一二三四五六七八九".chars().position(|d| d == c || (d == '〇' && matches!(c, '零' | '○')))?;
            Some(sum * 10 + digit as i16)
        })
    })
    .parse(text)
    .and_then(|(rest, year)| if (1800..2200).contains(&year) { Ok((rest, year)) } else { fail() })
}

fn fail<'t, T>() -> Parsed<'t, T> {
    Err(nom::Err::Error(()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, rest: &str, year: Option<i16>, month: Option<i8>, day: Option<i8>) {
        let (left, found) = date(text).unwrap();
        assert_eq!((left, found.year, found.month, found.day), (rest, year, month, day));
    }

    #[test]
    fn dates_as_far_as_written() {
        check("2020年8月27日在", "在", Some(2020), Some(8), Some(27));
        check("2020年全年", "全年", Some(2020), None, None);
        check("6月底", "底", None, Some(6), None);
        check("二〇二〇年五月一日起", "起", Some(2020), Some(5), Some(1));
        check("2020-08-28 点击", " 点击", Some(2020), Some(8), Some(28));
        check("２０２０年", "", Some(2020), None, None);
    }

    #[test]
    fn ranges() {
        assert_eq!(date("2019-2025年)").unwrap().1.last_year, Some(2025));
        assert_eq!(date("2020年1-6月").unwrap().1.last_month, Some(6));
        assert_eq!(date("1—11月份，").unwrap().1.last_month, Some(11));
        assert_eq!(date("5月1日至3日").unwrap().1.last_day, Some(3));
    }

    #[test]
    fn err_no_date() {
        for text in ["3年", "20年", "90年代", "13月", "5个月", "十二三月", "十几月", "12345", "3.5%"] {
            assert!(date(text).is_err(), "{text}");
        }
    }
}
