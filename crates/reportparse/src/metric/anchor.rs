//! Finds the numbers of a text and tells measurements from dates, ordinals, labels and rhetoric.

use std::ops::Range;

use rust_decimal::Decimal;

use super::label::{end_of_label, end_of_rank, is_inside_label, is_list_marker};
use super::spelled::chinese;
use super::threshold::{is_age, is_threshold};
use crate::grammar::near;
use crate::grammar::numeral::{Script, is_year, numeral};
use crate::grammar::period::period;
use crate::grammar::quantity::{Quantity, UnitText, quantity};
use crate::lexicon::{Dimension, Lexicon, ROLES, Roles};
use crate::row::Approx;

/// A number in the text.
#[derive(Clone, Debug)]
pub(crate) struct Anchor<'l> {
    pub(crate) span: Range<usize>,
    pub(crate) kind: Kind<'l>,
}

/// What a number is.
#[derive(Clone, Debug)]
pub(crate) enum Kind<'l> {
    /// An amount with a unit, a percentage, a fraction.
    Measure(Quantity<'l>),
    /// A number without a unit: an index or a part of a ratio where the sentence says so, else a label.
    Bare(Quantity<'l>),
    /// An amount of time: a measurement only where the sentence says so.
    Time(Quantity<'l>),
    /// A date.
    Date,
    /// An ordinal, a label, a threshold: no measurement.
    Other,
}

impl<'l> Anchor<'l> {
    /// Leaves to the number before what it has taken: 多 in 50家多于40家.
    fn start_at(&mut self, start: usize) {
        self.span.start = start;
        if let Kind::Measure(quantity) | Kind::Bare(quantity) | Kind::Time(quantity) = &mut self.kind {
            quantity.span.start = start;
            quantity.approx = Approx::Exact;
        }
    }

    /// The amount, where it may be one.
    pub(crate) fn quantity(&self) -> Option<&Quantity<'l>> {
        match &self.kind {
            Kind::Measure(quantity) | Kind::Bare(quantity) | Kind::Time(quantity) => Some(quantity),
            Kind::Date | Kind::Other => None,
        }
    }
}

/// The anchors of `text[range]`, which `openers` may open, appended to `anchors`.
pub(crate) fn scan<'l>(
    text: &str,
    range: Range<usize>,
    openers: &[usize],
    lexicon: &'l Lexicon,
    anchors: &mut Vec<Anchor<'l>>,
) {
    let mut read = range.start;
    for &at in openers {
        if at < read {
            continue;
        }
        let rest = &text[at..];
        let c = rest.chars().next().unwrap_or_default();
        read = match c {
            '《' => title_end(text, at).unwrap_or(at),
            '0'..='9' | '０'..='９' => push(anchors, digits(text, at, &range, lexicon)),
            '翻' if rest.starts_with("翻番") => push(anchors, doubled(at, lexicon)),
            _ => match chinese(text, at, lexicon) {
                Ok(anchor) => push(anchors, anchor),
                Err(end) => end,
            },
        };
    }
}

/// Where the title of a document that opens at `at` closes: numbers inside are no figures. Titles are short.
fn title_end(text: &str, at: usize) -> Option<usize> {
    near(&text[at..], 100).find('》').map(|close| at + close)
}

fn push<'l>(anchors: &mut Vec<Anchor<'l>>, mut anchor: Anchor<'l>) -> usize {
    let end = anchor.span.end;
    if let Some(taken) = anchors.last().map(|last| last.span.end).filter(|&taken| taken > anchor.span.start) {
        anchor.start_at(taken);
    }
    anchors.push(anchor);
    end
}

/// 28.6个和21.9个百分点, 高于全国0.1个、全市0.4个百分点: a 个 before one of points is one, too. What a number is by itself
/// does not depend on the next, so that this is no part of `scan`.
pub(crate) fn share_points(text: &str, anchors: &mut [Anchor<'_>]) {
    for at in (1..anchors.len()).rev() {
        let (before, next) = anchors.split_at_mut(at);
        if let (Kind::Measure(last), Kind::Measure(next)) = (&mut before[at - 1].kind, &next[0].kind)
            && counts_points(text, last, next)
        {
            (last.unit, last.known, last.counts) = (next.unit.clone(), next.known, false);
        }
    }
}

/// 10、20和30亿元, 由25增加到30万人: a number without a unit shares that of the next one.
pub(crate) fn share_units(text: &str, anchors: &mut [Anchor<'_>]) {
    for at in (1..anchors.len()).rev() {
        let between = &text[anchors[at - 1].span.end..anchors[at].span.start];
        let is_joined = matches!(between, "、" | "和" | "及" | "与");
        let Kind::Measure(next) = &anchors[at].kind else { continue };
        if let Kind::Bare(quantity) = &anchors[at - 1].kind
            && quantity.script == Script::Digits
            && (is_joined || reaches(between) && starts_out(&text[..quantity.span.start]))
        {
            let shared = Quantity { unit: next.unit.clone(), power: next.power, known: next.known, ..quantity.clone() };
            anchors[at - 1].kind = Kind::Measure(if is_joined { quantity.clone() } else { shared });
        }
    }
}

/// Whether `between` leads from one level to the next: 增加到, 增加到今年的.
fn reaches(between: &str) -> bool {
    const LONGEST: usize = 30;
    let is_near = between.len() <= LONGEST && !between.contains(['，', ',', '；', '。', '、']);
    is_near && ROLES.start.longest(between).is_some_and(|(_, roles)| roles.any(Roles::REACH))
}

/// Whether the number behind `before` is where something started out from: 由25, 从上年的25.
pub(super) fn starts_out(before: &str) -> bool {
    const FARTHEST: usize = 8;
    before.chars().rev().take(FARTHEST).any(|c| matches!(c, '由' | '从'))
}

/// Whether `last` ends with the 个 of the 个百分点 that `next` is given in.
fn counts_points(text: &str, last: &Quantity<'_>, next: &Quantity<'_>) -> bool {
    const FARTHEST: usize = 36;
    let UnitText::Written(_, points) = &next.unit else { return false };
    let is_point = next.is(Dimension::Ratio) && text[points.clone()].starts_with('个');
    let between = text.get(last.span.end..next.span.start).filter(|between| between.len() <= FARTHEST);
    is_point
        && text[..last.span.end].ends_with('个')
        && between.is_some_and(|between| {
            between.starts_with(['、', '和', '及', '与']) && !between.contains(['，', '；', '。', ','])
        })
}

fn other<'l>(span: Range<usize>) -> Anchor<'l> {
    Anchor { span, kind: Kind::Other }
}

/// 翻番: once doubled, without a number of its own.
fn doubled(at: usize, lexicon: &Lexicon) -> Anchor<'_> {
    let number = at + '翻'.len_utf8();
    let end = at + "翻番".len();
    let known = lexicon.units().longest("番").map(|(_, unit)| unit);
    let quantity = Quantity {
        span: number..end,
        number,
        value: Some(Decimal::ONE),
        high: None,
        approx: Approx::Exact,
        script: Script::Chinese,
        unit: UnitText::Written(number..number, number..end),
        power: 0,
        known,
        counts: false,
    };
    Anchor { span: number..end, kind: Kind::Measure(quantity) }
}

/// The anchor whose first digit stands at `at`.
fn digits<'l>(text: &str, at: usize, range: &Range<usize>, lexicon: &'l Lexicon) -> Anchor<'l> {
    let before = &text[range.start..at];
    let Some(number) = numeral(&text[at..]) else { return other(at..end_of_label(text, at)) };
    let rest = &text[at + number.len..];
    if before.ends_with('第') {
        return other(at..end_of_rank(text, at));
    }
    if is_list_marker(rest, before) || is_inside_label(text, at, rest, before) {
        return other(at..end_of_label(text, at));
    }
    if let Some(end) = date_at(text, at) {
        return Anchor { span: at..end, kind: Kind::Date };
    }
    match quantity(text, at, number, lexicon) {
        Some(found) => classify(text, found, before),
        None => other(at..end_of_label(text, at)),
    }
}

/// The end of the date or the time of day that starts at `at`.
pub(super) fn date_at(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    period(rest).map(|found| found.len).or_else(|| time_of_day(rest)).map(|len| at + len)
}

/// The length of 8点 or 8点30分 at the start of `text`; 98.5点 is of an index.
fn time_of_day(text: &str) -> Option<usize> {
    let hour = numeral(text).filter(|hour| text[hour.len..].starts_with('点'))?;
    let is_hour = hour.value.is_some_and(|value| value.is_integer() && value <= Decimal::from(24));
    let end = hour.len + '点'.len_utf8();
    let minute = numeral(&text[end..]).filter(|minute| text[end + minute.len..].starts_with('分'));
    is_hour.then(|| end + minute.map_or(0, |minute| minute.len + '分'.len_utf8()))
}

/// What the quantity `found`, read from digits, is.
fn classify<'l>(text: &str, found: Quantity<'l>, before: &str) -> Anchor<'l> {
    let span = found.span.clone();
    let rest = &text[span.end..];
    let has_unit = found.unit != UnitText::None || text[found.number..span.end].contains(['/', '／']);
    if !has_unit {
        return unitless(text, found, before);
    }
    if is_rate(text, &found, rest)
        || names_class(text, &found, rest)
        || is_threshold(text, &found, rest)
        || is_age(text, &found, rest)
    {
        return other(span);
    }
    let kind = if found.is(Dimension::Time) { Kind::Time(found) } else { Kind::Measure(found) };
    Anchor { span, kind }
}

/// A number without a unit: an index, a part of a ratio, or a label.
fn unitless<'l>(text: &str, found: Quantity<'l>, before: &str) -> Anchor<'l> {
    let rest = &text[found.span.end..];
    let is_label = rest.starts_with(|c: char| {
        c.is_ascii_alphabetic() || matches!(c, '+' | '＋' | ']' | '号' | '版' | '强' | '/' | '”' | '级')
    }) || rest.starts_with("型")
        || is_year(&text[found.number..found.span.end])
        || is_base(text, &found, before)
        || before.ends_with('/');
    if is_label {
        return other(found.span.clone());
    }
    Anchor { span: found.span.clone(), kind: Kind::Bare(found) }
}

/// 以女性为100, 上年=100: what an index counts from.
fn is_base(text: &str, found: &Quantity<'_>, before: &str) -> bool {
    let named = || before.strip_suffix('为').is_some_and(|name| name.chars().rev().take(7).any(|c| c == '以'));
    &text[found.number..found.span.end] == "100" && (before.ends_with(['=', '＝']) || named())
}

/// 220千伏, 25兆瓦级, 5号线, 100强: the number tells a class, not an amount.
fn names_class(text: &str, found: &Quantity<'_>, rest: &str) -> bool {
    let written = &text[found.number..found.span.end];
    let runs = written.ends_with(['次', '届', '个']) && text[..found.number].ends_with("连续");
    let closes = rest.starts_with(['”', '’']);
    let is_quoted = closes && text[..found.span.start].trim_end_matches('双').ends_with(['“', '‘']);
    // “科技金融15条”, “三个100%”: a count that ends a quotation, or what ends a short one, is a part of its name.
    let is_named = closes && (found.counts || ends_short_name(&text[..found.span.end]));
    found.is(Dimension::Voltage)
        || is_quoted
        || is_named
        || runs
        || found.counts && is_first(&text[..found.number])
        || rest.starts_with(['级', '+', '＋'])
        || is_frequency(rest)
}

/// 每10万人, 10万人|死亡人数: what something else is counted by.
fn is_rate(text: &str, found: &Quantity<'_>, rest: &str) -> bool {
    let counted =
        || near(rest, 60).find(|c: char| c.is_ascii_digit()).is_some_and(|end| rest[..end].ends_with("死亡人数"));
    text[..found.span.start].ends_with('每') || text[..found.span.end].ends_with("万人") && counted()
}

/// 前10位企业: the first ten of a ranking; but 提前10位.
fn is_first(before: &str) -> bool {
    before.ends_with('前') && !["年前", "提前", "超前"].iter().any(|word| before.ends_with(word))
}

/// Whether `text` ends with a quotation of a few characters that is still open.
pub(super) fn ends_short_name(text: &str) -> bool {
    const LONGEST: usize = 8;
    let mark = text.chars().rev().take(LONGEST + 1).find(|c| matches!(c, '“' | '‘' | '”' | '’'));
    matches!(mark, Some('“' | '‘'))
}

/// 50年一遇: how rare a flood is.
pub(super) fn is_frequency(rest: &str) -> bool {
    rest.starts_with("一遇")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metric::places::Places;

    #[test]
    fn no_anchor_reaches_into_another() {
        let text = "签约50家多于40家";
        let lexicon = Lexicon::default();
        let (mut places, mut anchors) = (Places::default(), Vec::new());
        places.find(text);
        scan(text, 0..text.len(), &places.openers, &lexicon, &mut anchors);
        let amounts: Vec<_> =
            anchors.iter().filter_map(Anchor::quantity).map(|amount| &text[amount.span.clone()]).collect();
        assert_eq!(amounts, ["50家多", "于40家"]);
        assert!(anchors.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
    }
}
