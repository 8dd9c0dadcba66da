//! 一, 十二, 二十一, 12, １２: the number that a marker states.

use nom::Parser;
use nom::bytes::complete::take_while_m_n;
use nom::combinator::map_opt;

use super::Parsed;

/// No report numbers further; a longer run of digits is no marker.
const MAX: u32 = 999;

/// A Chinese ordinal: 一 to 九百九十九.
pub(crate) fn han(input: &str) -> Parsed<'_, u32> {
    map_opt(take_while_m_n(1, 6, is_han_digit), read_han).parse(input)
}

/// An ordinal in digits of either width: 1 to 999.
pub(crate) fn arabic(input: &str) -> Parsed<'_, u32> {
    map_opt(take_while_m_n(1, 4, is_digit), read_arabic).parse(input)
}

/// What a number of one character is drawn as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    /// ① to ⑳
    Circled,
    /// ⑴ to ⒇, for (1)
    Bracketed,
    /// ⒈ to ⒛, for 1.
    Pointed,
    /// ㈠ to ㈩, for （一）
    BracketedHan,
}

/// A number of one character.
pub(crate) fn sign(input: &str) -> Parsed<'_, (Sign, u32)> {
    map_opt(nom::character::complete::anychar, |character| {
        let (sign, first) = match character {
            '①'..='⑳' => (Sign::Circled, '①'),
            '⑴'..='⒇' => (Sign::Bracketed, '⑴'),
            '⒈'..='⒛' => (Sign::Pointed, '⒈'),
            '㈠'..='㈩' => (Sign::BracketedHan, '㈠'),
            _ => return None,
        };
        Some((sign, character as u32 - first as u32 + 1))
    })
    .parse(input)
}

/// What a Chinese ordinal is written with.
pub(crate) const HAN_DIGITS: [char; 13] =
    ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '零', '〇'];

fn is_han_digit(character: char) -> bool {
    HAN_DIGITS.contains(&character)
}

pub(crate) fn is_digit(character: char) -> bool {
    matches!(character, '0'..='9' | '０'..='９')
}

fn read_arabic(digits: &str) -> Option<u32> {
    let value = digits.chars().fold(0, |value, digit| value * 10 + digit_value(digit));
    (1..=MAX).contains(&value).then_some(value)
}

fn digit_value(digit: char) -> u32 {
    if digit.is_ascii() { digit as u32 - '0' as u32 } else { digit as u32 - '０' as u32 }
}

/// Reads 百 and 十 as ranks: every digit must stand before a lower rank than the last.
fn read_han(text: &str) -> Option<u32> {
    let (mut total, mut digit, mut lowest) = (0, None, 1000);
    for character in text.chars() {
        let rank = match character {
            '百' => 100,
            '十' => 10,
            '零' | '〇' if digit.is_none() && total > 0 => continue,
            _ => {
                let value = "一二三四五六七八九".chars().position(|known| known == character)? as u32 + 1;
                if digit.replace(value).is_some() {
                    return None;
                }
                continue;
            }
        };
        if rank >= lowest || (digit.is_none() && (rank != 10 || total > 0)) {
            return None;
        }
        total += digit.take().unwrap_or(1) * rank;
        lowest = rank;
    }
    let value = total + digit.unwrap_or(0);
    (1..=MAX).contains(&value).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::at_start;

    #[test]
    fn han_ordinals() {
        for (text, value) in [
            ("一、", 1),
            ("十是", 10),
            ("十二", 12),
            ("二十", 20),
            ("二十一", 21),
            ("一百零二", 102),
            ("九百九十九", 999),
        ] {
            assert_eq!(at_start(han, text).map(|(value, _)| value), Some(value), "{text}");
        }
    }

    #[test]
    fn err_han_ordinals() {
        for text in ["", "是", "零", "零一", "一二", "十百", "百", "一百百", "一百十", "二十一十"] {
            assert_eq!(at_start(han, text), None, "{text}");
        }
    }

    #[test]
    fn arabic_ordinals() {
        assert_eq!(at_start(arabic, "１２．"), Some((12, 6)));
        assert_eq!(at_start(arabic, "0."), None);
        assert_eq!(at_start(arabic, "2024"), None);
        assert_eq!(at_start(sign, "⑳"), Some(((Sign::Circled, 20), 3)));
        assert_eq!(at_start(sign, "㈡"), Some(((Sign::BracketedHan, 2), 3)));
    }
}
