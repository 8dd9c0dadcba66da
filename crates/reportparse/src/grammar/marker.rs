//! 一、 （一） 1． （1） ① 第一部分 #: what numbers a heading (GB/T 9704-2012 §7.3.3 and what is in use beside it).

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::character::complete::one_of;
use nom::combinator::{not, opt, peek, verify};
use nom::sequence::{delimited, preceded, terminated};

use super::ordinal::Sign;
use super::{Parsed, ordinal};
use crate::characters::Characters;
use crate::text::is_blank;

/// The styles of heading markers, from the highest rank to the lowest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Style {
    /// 第一部分, 第一编, 第一篇.
    Part,
    /// 第一章.
    Chapter,
    /// 第一节.
    Section,
    /// Markdown `#` without a number; its rank is its depth.
    Hash(u8),
    /// 一、
    Han,
    /// （一）
    BracketedHan,
    /// 1. 1． 1、
    Arabic,
    /// （1） 1）
    BracketedArabic,
    /// ①
    Circled,
}

/// A heading's marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Marker {
    /// How it is written.
    pub(crate) style: Style,
    /// The number it states; `#` states none.
    pub(crate) ordinal: Option<u32>,
}

/// What the markers below 一、 start with.
pub(crate) static NUMBERS: Characters = Characters::new(&['（', '('])
    .with_range('0', '9')
    .with_range('０', '９')
    .with_range('①', '⒛')
    .with_range('㈠', '㈩');

/// The marker at the start of a paragraph, the blanks behind it not included.
pub(crate) fn marker(input: &str) -> Parsed<'_, Marker> {
    match input.chars().next() {
        Some('#') => hashed(input),
        Some('第') => divided(input),
        Some('（' | '(') => bracketed(input),
        Some('0'..='9' | '０'..='９') => alt((pointed, half_bracketed)).parse(input),
        Some('①'..='⒛' | '㈠'..='㈩') => ordinal::sign.map(drawn).parse(input),
        _ => listed(input),
    }
}

fn numbered(style: Style, ordinal: u32) -> Marker {
    Marker { style, ordinal: Some(ordinal) }
}

fn drawn((sign, ordinal): (Sign, u32)) -> Marker {
    let style = match sign {
        Sign::Circled => Style::Circled,
        Sign::Bracketed => Style::BracketedArabic,
        Sign::Pointed => Style::Arabic,
        Sign::BracketedHan => Style::BracketedHan,
    };
    numbered(style, ordinal)
}

fn blanks(input: &str) -> Parsed<'_, &str> {
    take_while_m_n(0, 4, is_blank).parse(input)
}

/// `## ` with the number behind it, if there is one. A reading leaves the blank out, so that it is not asked for; one
/// `#` without either is a tag.
fn hashed(input: &str) -> Parsed<'_, Marker> {
    let (rest, (hashes, gap)) = (take_while_m_n(1, 6, |c| c == '#'), blanks).parse(input)?;
    if let Ok(numbered) = alt((divided, bracketed, pointed, listed)).parse(rest) {
        return Ok(numbered);
    }
    let (rest, _) = verify(rest_of, |_: &str| hashes.len() > 1 || !gap.is_empty()).parse(rest)?;
    Ok((rest, Marker { style: Style::Hash(hashes.len() as u8), ordinal: None }))
}

/// Nothing: what follows stays where it is.
fn rest_of(input: &str) -> Parsed<'_, &str> {
    take_while_m_n(0, 0, |_| false).parse(input)
}

/// 一、 but not the first of 一、二、三产业 or 一、二级公路
pub(super) fn listed(input: &str) -> Parsed<'_, Marker> {
    let (rest, number) = terminated(ordinal::han, (blanks, one_of("、．."))).parse(input)?;
    let counts_on = terminated(verify(ordinal::han, move |&next| next == number + 1), one_of("、产级类线季等期环次"));
    not(counts_on).map(|()| numbered(Style::Han, number)).parse(rest)
}

/// （一） or （1）
fn bracketed(input: &str) -> Parsed<'_, Marker> {
    let number = alt((
        ordinal::han.map(|number| numbered(Style::BracketedHan, number)),
        ordinal::arabic.map(|number| numbered(Style::BracketedArabic, number)),
    ));
    delimited((one_of("（("), blanks), number, (blanks, one_of("）)"))).parse(input)
}

/// 1. 1． 1、 but neither 1.5 nor 2024.3
fn pointed(input: &str) -> Parsed<'_, Marker> {
    let point = terminated(one_of(".．、"), not(peek(one_of("0123456789０１２３４５６７８９"))));
    terminated(ordinal::arabic, (blanks, point)).map(|number| numbered(Style::Arabic, number)).parse(input)
}

/// 1）
fn half_bracketed(input: &str) -> Parsed<'_, Marker> {
    terminated(ordinal::arabic, one_of("）)")).map(|number| numbered(Style::BracketedArabic, number)).parse(input)
}

/// 第一部分, 第二章; in 第一部分是 the words are the sentence's subject
fn divided(input: &str) -> Parsed<'_, Marker> {
    let rank = alt((
        alt((tag("部分"), tag("篇"), tag("编"))).map(|_| Style::Part),
        tag("章").map(|_| Style::Chapter),
        tag("节").map(|_| Style::Section),
    ));
    let number = alt((ordinal::han, ordinal::arabic));
    let (rest, (_, number, _, style, _)) =
        (tag("第"), preceded(blanks, number), blanks, rank, opt(one_of("、：:．."))).parse(input)?;
    let (rest, ()) = not(one_of("是为的")).parse(rest)?;
    Ok((rest, numbered(style, number)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::at_start;

    #[test]
    fn markers() {
        for (text, style, number, len) in [
            ("一、综合", Style::Han, 1, "一、"),
            ("十二、综合", Style::Han, 12, "十二、"),
            ("（二）工业", Style::BracketedHan, 2, "（二）"),
            ("( 三 )工业", Style::BracketedHan, 3, "( 三 )"),
            ("1.工业", Style::Arabic, 1, "1."),
            ("２．工业", Style::Arabic, 2, "２．"),
            ("3、工业", Style::Arabic, 3, "3、"),
            ("（4）工业", Style::BracketedArabic, 4, "（4）"),
            ("5）工业", Style::BracketedArabic, 5, "5）"),
            ("③工业", Style::Circled, 3, "③"),
            ("⑶工业", Style::BracketedArabic, 3, "⑶"),
            ("⒊工业", Style::Arabic, 3, "⒊"),
            ("㈢工业", Style::BracketedHan, 3, "㈢"),
            ("第一部分 总则", Style::Part, 1, "第一部分"),
            ("第十章 总则", Style::Chapter, 10, "第十章"),
            ("## 一、综合", Style::Han, 1, "## 一、"),
        ] {
            assert_eq!(at_start(marker, text), Some((numbered(style, number), len.len())), "{text}");
        }
        assert_eq!(at_start(marker, "## 综合"), Some((Marker { style: Style::Hash(2), ordinal: None }, 3)));
    }

    #[test]
    fn err_markers() {
        for text in [
            "",
            "一、二、三产业",
            "一、二级公路",
            "一是",
            "2024年",
            "1.5亿元",
            "2024.3",
            "第一，",
            "第一部分是回顾",
            "（综合）",
            "一网通办",
            "#标签",
            "〇、",
            "1",
        ] {
            assert_eq!(at_start(marker, text), None, "{text}");
        }
    }
}
