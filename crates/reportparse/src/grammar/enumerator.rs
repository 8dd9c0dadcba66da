//! 一是 第一， 首先 ① —— 第一张网: what opens a point (GB/T 15834 and what is in use beside it).

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n, take_while1};
use nom::character::complete::one_of;
use nom::combinator::{not, opt, peek, recognize, verify};
use nom::sequence::{delimited, preceded, terminated};

use super::ordinal::Sign;
use super::{Parsed, marker, ordinal};
use crate::characters::Characters;

/// What the markers of one enumeration have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Family<'t> {
    /// 一是 二是
    Is,
    /// 一要 二要
    Must,
    /// 第一， 第二，; 第一张网 第二张网: what stands behind the number.
    Nth(&'t str),
    /// 其一， 其二，
    OfThem,
    /// 首先 其次 再次 最后
    Sequence,
    /// 一、 behind a strong mark; at the start of a paragraph it numbers a heading.
    Han,
    /// （一）
    BracketedHan,
    /// 1. 1． 1、
    Arabic,
    /// （1） 1）
    BracketedArabic,
    /// ①
    Circled,
    /// —— or a bullet; states no number.
    Dash,
}

/// The marker of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Enumerator<'t> {
    pub(crate) family: Family<'t>,
    /// The number it states. 最后 states [`LAST`].
    pub(crate) ordinal: Option<u32>,
}

/// 最后: one more than the point before it, whatever that was.
pub(crate) const LAST: u32 = u32::MAX;

/// The characters that an inline marker may start with: most places can be told apart by this alone.
pub(crate) static OPENING: Characters = Characters::new(&ordinal::HAN_DIGITS)
    .with(&['第', '其', '首', '再', '最', '（', '('])
    .with_range('0', '9')
    .with_range('０', '９')
    .with_range('①', '⒛')
    .with_range('㈠', '㈩');

/// The marker at `input`, which begins a paragraph or follows a stop or a comma.
pub(crate) fn inline(input: &str) -> Parsed<'_, Enumerator<'_>> {
    match input.chars().next() {
        Some('第') => nth(input),
        Some('其') => alt((of_them, sequence)).parse(input),
        Some('首' | '再' | '最') => sequence(input),
        Some('（' | '(' | '0'..='9' | '０'..='９') => numbered(input),
        Some('①'..='⒛' | '㈠'..='㈩') => ordinal::sign.map(drawn).parse(input),
        _ => han(input),
    }
}

/// The marker at the start of a paragraph: any inline marker but 一、, a dash or a bullet.
pub(crate) fn leading(input: &str) -> Parsed<'_, Enumerator<'_>> {
    let inline = verify(inline, |enumerator: &Enumerator<'_>| enumerator.family != Family::Han);
    alt((dash, inline)).parse(input)
}

fn enumerator(family: Family<'_>, ordinal: u32) -> Enumerator<'_> {
    Enumerator { family, ordinal: Some(ordinal) }
}

fn drawn<'t>((sign, ordinal): (Sign, u32)) -> Enumerator<'t> {
    let family = match sign {
        Sign::Circled => Family::Circled,
        Sign::Bracketed => Family::BracketedArabic,
        Sign::Pointed => Family::Arabic,
        Sign::BracketedHan => Family::BracketedHan,
    };
    enumerator(family, ordinal)
}

/// 一是 一要 一、
fn han(input: &str) -> Parsed<'_, Enumerator<'_>> {
    let (rest, number) = ordinal::han(input)?;
    if rest.starts_with('、') {
        return marker::listed.map(|_| enumerator(Family::Han, number)).parse(input);
    }
    let (rest, family) = alt((tag("是").map(|_| Family::Is), tag("要").map(|_| Family::Must))).parse(rest)?;
    Ok((rest, enumerator(family, number)))
}

/// 第一， 第一张网，: the comma belongs to the sentence, not to the marker.
fn nth(input: &str) -> Parsed<'_, Enumerator<'_>> {
    let (rest, number) = preceded(tag("第"), alt((ordinal::han, ordinal::arabic))).parse(input)?;
    let noun = take_while_m_n(0, 4, |c| matches!(c, '\u{4E00}'..='\u{9FFF}'));
    let (rest, noun) = terminated(noun, peek(one_of("，,、：:"))).parse(rest)?;
    Ok((rest, enumerator(Family::Nth(noun), number)))
}

/// 其一，
fn of_them(input: &str) -> Parsed<'_, Enumerator<'_>> {
    let number = delimited(tag("其"), ordinal::han, peek(one_of("，,、：:是")));
    number.map(|number| enumerator(Family::OfThem, number)).parse(input)
}

/// 首先，其次，再次，最后，: with a comma or 是 behind it, since 首先 stands in ordinary prose too.
fn sequence(input: &str) -> Parsed<'_, Enumerator<'_>> {
    let word = alt((
        tag("首先").map(|_| 1),
        tag("其次").map(|_| 2),
        alt((tag("再次"), tag("再者"))).map(|_| 3),
        tag("最后").map(|_| LAST),
    ));
    terminated(word, peek(one_of("，,、：:是要"))).map(|number| enumerator(Family::Sequence, number)).parse(input)
}

/// （一） 1. （1） 1）
fn numbered(input: &str) -> Parsed<'_, Enumerator<'_>> {
    let digit = || one_of("0123456789０１２３４５６７８９");
    let bracketed = delimited(
        one_of("（("),
        alt((
            ordinal::han.map(|number| enumerator(Family::BracketedHan, number)),
            ordinal::arabic.map(|number| enumerator(Family::BracketedArabic, number)),
        )),
        one_of("）)"),
    );
    let half = terminated(ordinal::arabic, one_of("）)")).map(|number| enumerator(Family::BracketedArabic, number));
    let pointed = terminated(ordinal::arabic, (one_of(".．、"), not(peek(digit()))));
    alt((bracketed, half, pointed.map(|number| enumerator(Family::Arabic, number)))).parse(input)
}

/// —— ── -- or a bullet
fn dash(input: &str) -> Parsed<'_, Enumerator<'_>> {
    let dashes = recognize((one_of("—─-－–"), take_while1(|c| matches!(c, '—' | '─' | '-' | '－' | '–'))));
    let bullet = recognize(one_of("●•◆■▲★◇○▪"));
    let (rest, _) = terminated(alt((dashes, bullet)), opt(one_of(" \u{3000}"))).parse(input)?;
    Ok((rest, Enumerator { family: Family::Dash, ordinal: None }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::at_start;

    #[test]
    fn inline_markers() {
        for (text, family, number, len) in [
            ("一是加强", Family::Is, 1, "一是"),
            ("十一是加强", Family::Is, 11, "十一是"),
            ("二要加强", Family::Must, 2, "二要"),
            ("二、加强", Family::Han, 2, "二、"),
            ("第一，加强", Family::Nth(""), 1, "第一"),
            ("第一张网,政务", Family::Nth("张网"), 1, "第一张网"),
            ("其二，加强", Family::OfThem, 2, "其二"),
            ("首先，加强", Family::Sequence, 1, "首先"),
            ("最后，加强", Family::Sequence, LAST, "最后"),
            ("①加强", Family::Circled, 1, "①"),
            ("2.加强", Family::Arabic, 2, "2."),
            ("（3）加强", Family::BracketedArabic, 3, "（3）"),
            ("（三）加强", Family::BracketedHan, 3, "（三）"),
        ] {
            assert_eq!(at_start(inline, text), Some((enumerator(family, number), len.len())), "{text}");
        }
    }

    #[test]
    fn what_no_marker_starts_with_opens_none() {
        for c in ('\u{1}'..'\u{10000}').filter(|&c| !OPENING.hold(c)) {
            for rest in ["一是", "1.", "1）", "（一）", "，", "次，"] {
                assert!(inline(&format!("{c}{rest}")).is_err(), "{c}{rest}");
            }
        }
    }

    #[test]
    fn leading_dashes() {
        let dash = Enumerator { family: Family::Dash, ordinal: None };
        for (text, len) in [("——经济", "——"), ("──经济", "──"), ("● 经济", "● "), ("--经济", "--")]
        {
            assert_eq!(at_start(leading, text), Some((dash, len.len())), "{text}");
        }
    }

    #[test]
    fn err_markers() {
        for text in ["一个", "首先我们", "第一产业增加", "第三次全国", "1.5亿", "一网通办", "—经济", ""]
        {
            assert_eq!(at_start(leading, text), None, "{text}");
        }
    }
}
