//! Numbers in Chinese numerals: tells 百分之五 and 两百多家 from words that only look like amounts.

use super::anchor::{Anchor, Kind, date_at, ends_short_name, is_frequency};
use super::phrase::rounding;
use super::threshold::is_threshold;
use crate::grammar::numeral::{Script, continues_chinese, numeral};
use crate::grammar::quantity::{Quantity, UnitText, quantity};
use crate::lexicon::{Dimension, Lexicon, Unit};
use crate::row::Approx;
use crate::text::{is_letter, is_word};

/// The anchor at a Chinese numeral, or where to go on.
pub(super) fn chinese<'l>(text: &str, at: usize, lexicon: &'l Lexicon) -> Result<Anchor<'l>, usize> {
    if is_part_of_word(&text[at..], lexicon) {
        return Err(at);
    }
    let Some(number) = numeral(&text[at..]) else {
        return Err(at);
    };
    let past = at + number.len;
    let before = &text[..at];
    // 陆港, 队伍: a numeral of bills by itself is a word like others.
    let is_word = number.script == Script::Single && text[at..].starts_with(FORMAL);
    // 十二届七次全会: the number of a meeting.
    let is_meeting = before.ends_with('届') && text[past..].starts_with('次');
    if is_word || is_meeting || before.ends_with('第') || before.ends_with(['“', '‘', '"', '每', '某']) {
        return Err(past);
    }
    if let Some(end) = date_at(text, at) {
        return Ok(Anchor { span: at..end, kind: Kind::Date });
    }
    let Some(found) = quantity(text, at, number, lexicon) else {
        return Err(past);
    };
    let end = found.span.end.max(past);
    if !is_measured(text, at, &found) || is_threshold(text, &found, &text[end..]) {
        return Err(end.min(past.max(at + 1)));
    }
    let kind = if found.is(Dimension::Time) { Kind::Time(found) } else { Kind::Measure(found) };
    let span = match &kind {
        Kind::Time(found) | Kind::Measure(found) => found.span.clone(),
        _ => at..end,
    };
    Ok(Anchor { span, kind })
}

/// 一体化, 两岸, 四大: a numeral behind which no number goes on, and no fraction, date or unit comes. Most are such, and one
/// look tells.
fn is_part_of_word(text: &str, lexicon: &Lexicon) -> bool {
    let next = text.chars().nth(1);
    next.is_none_or(|c| {
        let goes_on = continues_chinese(c) || matches!(c, '分' | '半' | '年' | '月' | '季');
        // A dash or 至 may lead on to the end of a range; a bracket is left to the unit.
        is_letter(c) && !goes_on && !matches!(c, '至' | '到') && !lexicon.units().opens(c)
    })
}

/// The numerals that bills are written in.
const FORMAL: [char; 12] = ['壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖', '拾', '佰', '仟'];

/// Whether a quantity in Chinese numerals measures: 百分之五 does, 三个持续 does not.
fn is_measured(text: &str, at: usize, found: &Quantity<'_>) -> bool {
    let UnitText::Written(..) = found.unit else {
        // 百分之五, 三分之一, 一半; but not a bare 三.
        return matches!(found.unit, UnitText::Named(_)) || is_fraction(text, found) || is_round(text, at, found);
    };
    let rest = &text[found.span.end..];
    let Some(unit) = found.known else {
        return is_round(text, at, found);
    };
    if is_frequency(rest) || found.counts && ends_short_name(&text[..found.span.end]) {
        return false;
    }
    match unit.dimension {
        // 办理时间由五天压缩到三天
        Dimension::Time => return found.script == Script::Chinese || text[..at].ends_with(['由', '从', '到', '至']),
        Dimension::Ratio => return true,
        Dimension::Multiple => return !text[at..].starts_with(['百', '千', '万', '亿']),
        _ => {}
    }
    let one = found.value == Some(rust_decimal::Decimal::ONE) && found.power == 0;
    if one && found.script == Script::Single || is_small_name(text, at, found, unit) {
        return false;
    }
    // 跃上千亿元台阶; but not 3个千亿元台阶.
    if rounding(rest) > 0 && unit.dimension == Dimension::Money && !text[..at].ends_with('个') {
        return true;
    }
    if found.approx != Approx::Exact && (found.span.start < at || found.approx == Approx::Over) {
        return true;
    }
    if text[at..].starts_with(['百', '千', '万', '亿']) {
        return false;
    }
    let large = found.value.is_some_and(|value| value >= rust_decimal::Decimal::from(20));
    let vague = found.high.is_some();
    if (large || vague) && found.script == Script::Chinese || found.power >= 4 {
        return true;
    }
    !found.counts && found.script == Script::Chinese || is_postposed(text, at, found)
}

/// 余额过万亿: a round number that needs no unit.
fn is_round(text: &str, at: usize, found: &Quantity<'_>) -> bool {
    let large = ["百亿", "千亿", "万亿"].iter().any(|word| text[at..].starts_with(word));
    let rest = &text[found.span.end..];
    large && found.approx == Approx::Over && (!rest.starts_with(is_word) || rounding(rest) > 0)
}

/// 三元, 五金, 长三角, 四片多点: a single numeral that only looks like an amount.
fn is_small_name(text: &str, at: usize, found: &Quantity<'_>, unit: &Unit) -> bool {
    let is_small = found.power == 0 && numeral(&text[at..]).is_some_and(|number| number.len == '一'.len_utf8());
    let more = text[..found.span.end].ends_with(['多', '余']);
    let closed = text[found.span.end..].chars().next().is_none_or(|c| matches!(c, '，' | ',' | '。' | '；' | ';'));
    let is_delta = text[at..].starts_with("三角");
    is_small
        && (is_delta || unit.dimension == Dimension::Money && !closed || &*unit.base == "金" || more && found.counts)
}

fn is_fraction(text: &str, found: &Quantity<'_>) -> bool {
    let written = &text[found.number..found.span.end];
    (written.contains("分之") || written.starts_with("一半")) && !text[found.span.end..].starts_with('是')
}

/// 新建幼儿园两所，: the counted noun stands before, and nothing behind.
fn is_postposed(text: &str, at: usize, found: &Quantity<'_>) -> bool {
    let closed =
        text[found.span.end..].chars().next().is_none_or(|c| matches!(c, '，' | ',' | '。' | '；' | ';' | '、'));
    let previous = text[..at].chars().next_back();
    let follows_noun = previous.is_some_and(|c| {
        is_letter(c)
            && !c.is_ascii()
            && !matches!(c, '的' | '这' | '那' | '另' | '同' | '各' | '前' | '后' | '哪' | '有' | '成' | '为')
            || matches!(c, '”' | '）')
    });
    closed && follows_noun && found.value.is_some_and(|value| value > rust_decimal::Decimal::ONE)
}
