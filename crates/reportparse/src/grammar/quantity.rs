//! A number with its unit as written: 1031.1亿元, 4万余人次, 4.5%—5%, 百分之五, 三分之一.

use std::ops::Range;

use rust_decimal::Decimal;

use super::approx;
use super::numeral::{self, Numeral, Script};
use super::scale::{Scale, scale};
use super::unit::{self, UnitMatch};
use crate::lexicon::{Dimension, Lexicon, Unit};
use crate::row::Approx;

/// A measured or counted amount; offsets are those of the text it was read from.
#[derive(Clone, Debug)]
pub(crate) struct Quantity<'l> {
    /// The whole of it, approximators and unit included.
    pub(crate) span: Range<usize>,
    /// Where the number starts, behind an approximator before it.
    pub(crate) number: usize,
    /// The number as written, in the unit; none where no decimal holds it exactly.
    pub(crate) value: Option<Decimal>,
    /// The upper end of a range.
    pub(crate) high: Option<Decimal>,
    pub(crate) approx: Approx,
    pub(crate) script: Script,
    pub(crate) unit: UnitText,
    /// The power of ten of the scale word.
    pub(crate) power: u32,
    /// The unit, where it is known and stands alone.
    pub(crate) known: Option<&'l Unit>,
    /// Whether the unit is a word between a number and the noun it counts.
    pub(crate) counts: bool,
}

/// The unit of a quantity as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum UnitText {
    /// No unit: an index, a part of a ratio.
    None,
    /// The scale words and the unit, each possibly empty; 余 among the scale words is no part of the unit.
    Written(Range<usize>, Range<usize>),
    /// The unit that the numeral itself implies: 百分之五.
    Named(&'static str),
}

impl Quantity<'_> {
    /// Whether the unit measures `dimension`.
    pub(crate) fn is(&self, dimension: Dimension) -> bool {
        self.known.is_some_and(|unit| unit.dimension == dimension)
    }

    /// The value with the scale word counted in.
    pub(crate) fn number(&self) -> Option<Decimal> {
        self.value?.checked_mul(Decimal::from(10_u64.checked_pow(self.power)?))
    }

    /// The value in the unit's base, with the name of the base.
    pub(crate) fn base(&self) -> Option<(Decimal, &str)> {
        let unit = self.known?;
        Some((unit::in_base(self.value?, self.power, unit)?, &unit.base))
    }
}

/// The quantity whose first number, which starts at `at`, is `number`, with the approximators on both sides.
pub(crate) fn quantity<'l>(text: &str, at: usize, number: Numeral, lexicon: &'l Lexicon) -> Option<Quantity<'l>> {
    let found = fraction(text, at, &number, lexicon).or_else(|| slashed(text, at, &number));
    let mut found = found.or_else(|| plain(text, at, number, lexicon))?;
    negate(text, &mut found);
    if let Some((start, word)) = approx::before(text, found.span.start) {
        found.span.start = start;
        found.approx = word;
    }
    if let Some((len, word)) = approx::after(&text[found.span.end..]) {
        found.span.end += len;
        found.approx = word;
    }
    Some(found)
}

/// A sign before the digits: −3.2%, 负3.2%. A dash behind another number or word is no sign.
fn negate(text: &str, found: &mut Quantity<'_>) {
    let before = &text[..found.number];
    let Some(sign) = before.chars().next_back().filter(|c| matches!(c, '-' | '－' | '−' | '负')) else {
        return;
    };
    let start = before.len() - sign.len_utf8();
    let previous = text[..start].chars().next_back();
    // 3千-5万元: a dash behind another amount.
    let amount = text[..start].trim_end_matches(|c| "十百千万亿元米吨人户家个亩项公里".contains(c));
    let is_range = amount.ends_with(|c: char| c.is_ascii_digit());
    let is_joint = previous.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '－' | '%' | '％' | ')'));
    // 减负, 担负, 自负: a word of its own.
    let is_word = sign == '负' && matches!(previous, Some('减' | '担' | '自' | '肩' | '抱' | '欠'));
    if is_joint || is_range || is_word || (sign != '负' && found.script != Script::Digits) {
        return;
    }
    found.span.start = start;
    found.number = start;
    found.value = found.value.map(|value| -value);
}

/// 百分之五, 千分之七, 三分之一.
fn fraction<'l>(text: &str, at: usize, below: &Numeral, lexicon: &'l Lexicon) -> Option<Quantity<'l>> {
    const PARTS: &str = "分之";
    let len = below.len + PARTS.len();
    text[at + below.len..].strip_prefix(PARTS)?;
    let parts = below.value.and_then(|value| u64::try_from(value).ok()).filter(|&parts| parts > 0)?;
    let above = numeral::numeral(&text[at + len..])?;
    let mut end = at + len + above.len;
    let mut high = above.high;
    if let Some(upper) = upper_fraction(&text[end..], &text[at..at + len]) {
        high = upper.1.value;
        end += upper.0;
    }
    let name = match &text[at..at + len] {
        "百分之" => "%",
        "千分之" => "‰",
        _ => "",
    };
    let whole = |value: Option<Decimal>| {
        if name.is_empty() { value.and_then(|value| ratio(value, parts)) } else { value }
    };
    Some(Quantity {
        span: at..end,
        number: at,
        value: whole(above.value),
        high: whole(high),
        approx: if above.more { Approx::Over } else { Approx::Exact },
        script: Script::Chinese,
        unit: if name.is_empty() { UnitText::None } else { UnitText::Named(name) },
        power: 0,
        known: lexicon.units().longest(name).map(|(_, unit)| unit),
        counts: false,
    })
}

/// 1/4.
fn slashed<'l>(text: &str, at: usize, above: &Numeral) -> Option<Quantity<'l>> {
    let rest = text[at + above.len..].strip_prefix(['/', '／'])?;
    if above.script != Script::Digits || above.len > 2 {
        return None;
    }
    let below = numeral::numeral(rest).filter(|below| below.script == Script::Digits && below.len <= 3)?;
    let parts = u64::try_from(below.value?).ok()?;
    let end = text.len() - rest.len() + below.len;
    // 1/4决赛 is a round, 8/10万 a rate.
    let breaks = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '决' | '万');
    let is_whole = !text[end..].starts_with(breaks);
    let is_part = above.value.is_some_and(|above| above < Decimal::from(parts));
    (is_whole && is_part).then(|| Quantity {
        span: at..end,
        number: at,
        value: above.value.and_then(|value| ratio(value, parts)),
        high: None,
        approx: Approx::Exact,
        script: Script::Digits,
        unit: UnitText::None,
        power: 0,
        known: None,
        counts: false,
    })
}

/// `above / parts` where a decimal holds it exactly.
fn ratio(above: Decimal, parts: u64) -> Option<Decimal> {
    let quotient = above.checked_div(Decimal::from(parts))?;
    (quotient.scale() < 20).then_some(quotient)
}

/// 到百分之六, behind the lower end of a range that is written with the same denominator.
fn upper_fraction(text: &str, denominator: &str) -> Option<(usize, Numeral)> {
    let joint = range_mark(text)?;
    let rest = text[joint..].strip_prefix(denominator)?;
    let numeral = numeral::numeral(rest)?;
    Some((joint + denominator.len() + numeral.len, numeral))
}

/// A number, perhaps a range, and its unit.
fn plain<'l>(text: &str, at: usize, number: Numeral, lexicon: &'l Lexicon) -> Option<Quantity<'l>> {
    let (start, low) = multiplied(text, at, &number).unwrap_or((at, number));
    let low_end = start + low.len;
    if let Some(found) = half(text, start, &low) {
        return Some(found);
    }
    let mut tail = Tail::read(text, low_end, lexicon);
    let mut value = low.value;
    while let Some((sum, lower)) = lower_part(text, value, &tail, lexicon) {
        (value, tail) = (Some(sum), lower);
    }
    let mut high = low.high;
    if let Some((start, upper)) = upper_end(text, &tail) {
        let upper_tail = Tail::read(text, start + upper.len, lexicon);
        if tail.agrees(&upper_tail, text) {
            high = upper.value;
            tail = upper_tail;
        }
    }
    let more = low.more || tail.scale.more;
    Some(Quantity {
        span: at..tail.end,
        number: at,
        value,
        high,
        approx: if more { Approx::Over } else { Approx::Exact },
        script: low.script,
        unit: tail.unit_text(),
        power: tail.scale.power,
        known: tail.unit.filter(|unit| !unit.compound).map(|unit| unit.unit),
        counts: tail.unit.is_some_and(|unit| unit.is_count()),
    })
}

/// 2000万元 in 1亿2000万元: the sum in the lower scale, and what follows it.
fn lower_part<'l>(
    text: &str,
    above: Option<Decimal>,
    tail: &Tail<'_>,
    lexicon: &'l Lexicon,
) -> Option<(Decimal, Tail<'l>)> {
    if tail.unit.is_some() || tail.scale.more {
        return None;
    }
    let zero = text[tail.end..].strip_prefix('零').map_or(0, |_| '零'.len_utf8());
    let number = numeral::numeral(&text[tail.end + zero..]).filter(|number| number.script == Script::Digits)?;
    let lower = Tail::read(text, tail.end + zero + number.len, lexicon);
    let steps = tail.scale.power.checked_sub(lower.scale.power).filter(|&steps| steps > 0)?;
    let times = Decimal::from(10_u64.checked_pow(steps)?);
    let is_lower = lower.scale.power > 0 || lower.unit.is_some() || zero > 0;
    let sum = above?.checked_mul(times)?.checked_add(number.value.filter(|&value| value < times)?)?;
    is_lower.then_some((sum, lower))
}

/// The number behind 2× in 2×35万千瓦, which says how many of it there are, and where it starts.
fn multiplied(text: &str, at: usize, times: &Numeral) -> Option<(usize, Numeral)> {
    let rest = text[at + times.len..].strip_prefix(['×', '✕', '*'])?;
    let number = numeral::numeral(rest).filter(|number| number.script == Script::Digits)?;
    (times.script == Script::Digits).then_some((text.len() - rest.len(), number))
}

/// 一半.
fn half<'l>(text: &str, at: usize, low: &Numeral) -> Option<Quantity<'l>> {
    let end = at + low.len;
    let is_half = text[at..].starts_with("一半") && end == at + '一'.len_utf8();
    is_half.then(|| Quantity {
        span: at..end + '半'.len_utf8(),
        number: at,
        value: Some(Decimal::new(5, 1)),
        high: None,
        approx: Approx::Exact,
        script: Script::Chinese,
        unit: UnitText::None,
        power: 0,
        known: None,
        counts: false,
    })
}

/// What stands between a numeral and the end of its unit.
struct Tail<'l> {
    start: usize,
    scale: Scale,
    unit: Option<UnitMatch<'l>>,
    end: usize,
}

impl<'l> Tail<'l> {
    fn read(text: &str, start: usize, lexicon: &'l Lexicon) -> Self {
        let scale = scale(&text[start..]);
        // The unit with the longest match decides where 千 and 万 belong: 千瓦, 万标准箱.
        let direct = unit::unit(&text[start..], lexicon).filter(|found| found.len > scale.len);
        if let Some(unit) = direct {
            return Tail { start, scale: Scale::default(), unit: Some(unit), end: start + unit.len };
        }
        let mut end = start + scale.len;
        let unit = unit::unit(&text[end..], lexicon);
        end += unit.map_or(0, |unit| unit.len);
        Tail { start, scale, unit, end }
    }

    fn unit_text(&self) -> UnitText {
        let word = self.start..self.start + self.scale.len;
        let unit = self.end - self.unit.map_or(0, |unit| unit.len)..self.end;
        if self.scale.power == 0 && unit.is_empty() { UnitText::None } else { UnitText::Written(word, unit) }
    }

    /// Whether a range may run from a number with this tail to one with `other`: a unit at the lower end is repeated.
    fn agrees(&self, other: &Tail<'_>, text: &str) -> bool {
        text[other.start..other.end].starts_with(&text[self.start..self.end])
    }
}

/// The dash or word of a range at the start of `text`: its length.
fn range_mark(text: &str) -> Option<usize> {
    let mut chars = text.chars();
    let mark = chars.next().filter(|c| matches!(c, '-' | '－' | '—' | '–' | '―' | '~' | '～' | '至' | '到' | '−'))?;
    let doubled = chars.next() == Some(mark) && mark == '—';
    Some(if doubled { 2 * mark.len_utf8() } else { mark.len_utf8() })
}

/// The number behind a range mark: where it starts, and what it is.
fn upper_end(text: &str, tail: &Tail<'_>) -> Option<(usize, Numeral)> {
    let start = tail.end + range_mark(&text[tail.end..])?;
    numeral::numeral(&text[start..]).map(|numeral| (start, numeral))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::scale::is_more;

    #[track_caller]
    fn check(text: &str, literal: &str, value: &str, unit: &str, approx: Approx) {
        let lexicon = Lexicon::default();
        let at = text.find(|c: char| numeral::opens_chinese(c) || c.is_numeric()).unwrap();
        let number = numeral::numeral(&text[at..]).unwrap();
        let found = quantity(text, at, number, &lexicon).unwrap();
        let written = match &found.unit {
            UnitText::None => String::new(),
            UnitText::Written(scale, unit) => {
                text[scale.clone()].chars().filter(|&c| !is_more(c)).chain(text[unit.clone()].chars()).collect()
            }
            UnitText::Named(name) => (*name).into(),
        };
        let number = found.value.map_or("?".into(), |value| match found.high {
            Some(high) => format!("{value}..{high}"),
            None => value.to_string(),
        });
        assert_eq!((&text[found.span], &*number, &*written, found.approx), (literal, value, unit, approx));
    }

    #[test]
    fn digits_with_units() {
        check("完成1031.1亿元，", "1031.1亿元", "1031.1", "亿元", Approx::Exact);
        check("４，５００．５万吨", "４，５００．５万吨", "4500.5", "万吨", Approx::Exact);
        check("装机2×35万千瓦热电", "2×35万千瓦", "35", "万千瓦", Approx::Exact);
        check("1.2吨标准煤/万元", "1.2吨标准煤/万元", "1.2", "吨标准煤/万元", Approx::Exact);
        check("11750套(间)、", "11750套(间)", "11750", "套(间)", Approx::Exact);
        check("6434万农村人口", "6434万", "6434", "万", Approx::Exact);
        check("下降-3.5%", "-3.5%", "-3.5", "%", Approx::Exact);
    }

    #[test]
    fn approximators() {
        check("派驻4万余人次", "4万余人次", "4", "万人次", Approx::Over);
        check("增加4万多亿元", "4万多亿元", "4", "万亿元", Approx::Over);
        check("近3500客", "近3500客", "3500", "客", Approx::Near);
        check("超过240家(次)，", "超过240家(次)", "240", "家(次)", Approx::Over);
        check("不低于70%", "不低于70%", "70", "%", Approx::AtLeast);
        check("2.5万户以上", "2.5万户以上", "2.5", "万户", Approx::AtLeast);
        check("千余家企业", "千余家", "1000", "家", Approx::Over);
        check("近百场", "近百场", "100", "场", Approx::Near);
    }

    #[test]
    fn ranges() {
        check("下降13%-32%，", "13%-32%", "13..32", "%", Approx::Exact);
        check("4.5—5%左右", "4.5—5%左右", "4.5..5", "%", Approx::About);
        check("3至5个", "3至5个", "3..5", "个", Approx::Exact);
        check("百分之五到百分之六", "百分之五到百分之六", "5..6", "%", Approx::Exact);
    }

    #[test]
    fn chinese_numerals() {
        check("一万五千亿元", "一万五千亿元", "15000", "亿元", Approx::Exact);
        check("百分之十二点五", "百分之十二点五", "12.5", "%", Approx::Exact);
        check("三分之一", "三分之一", "?", "", Approx::Exact);
        check("四分之三", "四分之三", "0.75", "", Approx::Exact);
        check("一半以上", "一半以上", "0.5", "", Approx::AtLeast);
        check("两千三百五十人", "两千三百五十人", "2350", "人", Approx::Exact);
        check("几十个", "几十个", "10", "个", Approx::Over);
        check("二十余万亩", "二十余万亩", "20", "万亩", Approx::Over);
    }
}
