//! Finds the numbers of a text and tells measurements from dates, ordinals, labels and rhetoric.

use std::ops::Range;

use super::phrase::rounding;
use crate::grammar::near;
use crate::grammar::numeral::{Script, continues_chinese, digit, is_year, numeral};
use crate::grammar::period::period;
use crate::grammar::quantity::{Quantity, UnitText, quantity};
use crate::lexicon::{Dimension, Lexicon, Unit};
use crate::row::Approx;
use crate::text::{is_letter, is_word};

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
    /// Leaves to the number before what it has taken: 以上 in 5万吨以上亿元.
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
    for at in 1..anchors.len() {
        let (before, next) = anchors.split_at_mut(at);
        if let (Kind::Measure(last), Kind::Measure(next)) = (&mut before[at - 1].kind, &next[0].kind)
            && counts_points(text, last, next)
        {
            (last.unit, last.known, last.counts) = (next.unit.clone(), next.known, false);
        }
    }
}

/// 10、20和30亿元: a number without a unit shares that of the next one.
pub(crate) fn share_units(text: &str, anchors: &mut [Anchor<'_>]) {
    for at in (1..anchors.len()).rev() {
        let between = &text[anchors[at - 1].span.end..anchors[at].span.start];
        let is_joined = matches!(between, "、" | "和" | "及" | "与") && matches!(anchors[at].kind, Kind::Measure(_));
        if let Kind::Bare(quantity) = &anchors[at - 1].kind
            && is_joined
            && quantity.script == Script::Digits
        {
            anchors[at - 1].kind = Kind::Measure(quantity.clone());
        }
    }
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
        value: Some(rust_decimal::Decimal::ONE),
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

/// The end of a rank or of a range of ranks that starts at `at`: 第3-5名.
fn end_of_rank(text: &str, at: usize) -> usize {
    let end = end_of_label(text, at);
    let next = text[end..].strip_prefix(['-', '－', '—', '–', '~', '～', '至', '到']);
    match next.filter(|next| digit(next.as_bytes()).is_some()) {
        Some(next) => end_of_label(text, text.len() - next.len()),
        None => end,
    }
}

/// The end of the date that starts at `at`.
fn date_at(text: &str, at: usize) -> Option<usize> {
    period(&text[at..]).map(|found| at + found.len)
}

/// 1. 1、 (1) at the start of a passage, `rest` being what follows the number.
fn is_list_marker(rest: &str, before: &str) -> bool {
    let is_first = before.trim_matches(|c: char| c.is_whitespace() || matches!(c, '(' | '（' | '[')).is_empty();
    is_first
        && (rest.starts_with(['、', '）', ')', ']', '．'])
            || rest.strip_prefix('.').is_some_and(|rest| digit(rest.as_bytes()).is_none()))
}

/// Whether the number is a part of a name: G331, PM2.5, “3+16”, [2], No.5.
fn is_inside_label(text: &str, at: usize, rest: &str, before: &str) -> bool {
    let Some(previous) = before.chars().next_back() else {
        return false;
    };
    match previous {
        '+' | '＋' => !is_signed_change(before),
        '#' | '№' => true,
        '[' | '〔' | '﹝' => true,
        '“' | '‘' | '"' | '「' => is_quoted_name(&text[at..]),
        '-' | '－' | '.' | '_' | '—' => {
            let joined = before[..before.len() - previous.len_utf8()].chars().next_back();
            joined.is_some_and(|c| c.is_ascii_alphabetic())
        }
        _ => previous.is_ascii_alphabetic() && !is_acronym_with_value(rest, before),
    }
}

/// 同比+5.2%: a sign behind a word of comparison joins no name.
fn is_signed_change(before: &str) -> bool {
    before.trim_end_matches(['+', '＋']).ends_with('比')
}

/// A number behind an opening quote is a name, unless the quotation closes long after it.
fn is_quoted_name(text: &str) -> bool {
    near(text, 20).contains(['”', '’', '"', '」'])
}

/// CPI2.1%: three capitals or more, then a value with its unit.
fn is_acronym_with_value(rest: &str, before: &str) -> bool {
    let letters = before.chars().rev().take_while(char::is_ascii_uppercase).count();
    letters >= 3 && rest.starts_with(['%', '％', '万', '亿', '元', '美'])
}

/// The end of a name's digits, letters and joints.
fn end_of_label(text: &str, at: usize) -> usize {
    let joint =
        |c: char| c.is_ascii_alphanumeric() || ('０'..='９').contains(&c) || matches!(c, '+' | '＋' | '.' | '．');
    let end = text[at..].find(|c| !joint(c)).map_or(text.len(), |len| at + len);
    let trimmed = text[at..end].trim_end_matches(['.', '+']).len();
    at + trimmed.max(1)
}

/// What the quantity `found`, read from digits, is.
fn classify<'l>(text: &str, found: Quantity<'l>, before: &str) -> Anchor<'l> {
    let span = found.span.clone();
    let rest = &text[span.end..];
    let has_unit = found.unit != UnitText::None || text[found.number..span.end].contains(['/', '／']);
    if !has_unit {
        return unitless(text, found, before);
    }
    if is_rate(text, &found)
        || names_class(text, &found, rest)
        || is_threshold(&found, rest)
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
        || before.ends_with('/');
    if is_label {
        let end = end_of_label(text, found.span.end.min(text.len())).max(found.span.end);
        let end = if rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '+') { end } else { found.span.end };
        return other(found.span.start..end);
    }
    Anchor { span: found.span.clone(), kind: Kind::Bare(found) }
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

/// 每10万人: what something else is counted by.
fn is_rate(text: &str, found: &Quantity<'_>) -> bool {
    text[..found.span.start].ends_with('每')
}

/// 前10位企业: the first ten of a ranking; but 提前10位.
fn is_first(before: &str) -> bool {
    before.ends_with('前') && !["年前", "提前", "超前"].iter().any(|word| before.ends_with(word))
}

/// Whether `text` ends with a quotation of a few characters that is still open.
fn ends_short_name(text: &str) -> bool {
    const LONGEST: usize = 8;
    let mark = text.chars().rev().take(LONGEST + 1).find(|c| matches!(c, '“' | '‘' | '”' | '’'));
    matches!(mark, Some('“' | '‘'))
}

/// 50年一遇: how rare a flood is.
fn is_frequency(rest: &str) -> bool {
    rest.starts_with("一遇")
}

/// 65岁以上老年人: an age that says who is meant.
fn is_age(text: &str, found: &Quantity<'_>, rest: &str) -> bool {
    let bounded = matches!(found.approx, Approx::AtLeast | Approx::AtMost);
    let written = text[found.number..found.span.end].trim_end_matches(['及', '以', '上', '下']);
    bounded && written.ends_with('岁') && rest.starts_with(is_letter)
}

/// 500万元以上项目: the amount says which projects are meant.
fn is_threshold(found: &Quantity<'_>, rest: &str) -> bool {
    let bounded = matches!(found.approx, Approx::AtLeast | Approx::AtMost | Approx::Over);
    let group = rest.strip_prefix('的');
    // 收入超10万元的村占比, 收入过500万元的企业22家: the share or number of those above the bound.
    if group.is_some_and(|group| names_share(group) || names_group(group)) {
        return true;
    }
    if found.approx == Approx::AtLeast && found.is(Dimension::Money) && group.is_some_and(defines_group) {
        return true;
    }
    // 500万元以上的4家
    let is_number = || group.is_some_and(|group| numeral(group).is_some());
    if bounded && !found.counts && is_number() {
        return true;
    }
    let rest = group.filter(|_| found.approx != Approx::Over).unwrap_or(rest);
    let measures = !found.counts && !found.is(Dimension::Ratio) && !found.is(Dimension::Multiple);
    bounded && measures && found.known.is_some() && (opens_with_group(rest) || names_group(rest))
}

/// Whether `text` opens with those that a bound defines: 收入500万元及以上的|零售业单位和…
fn defines_group(text: &str) -> bool {
    let near = near(text, 40);
    let ends = |c: char| !is_letter(c) || matches!(c, '和' | '及' | '或' | '与');
    let name = &near[..near.find(ends).unwrap_or(near.len())];
    name.ends_with("企业") || name.ends_with("单位")
}

fn opens_with_group(text: &str) -> bool {
    const GROUPS: [&str; 20] = [
        "项目",
        "企业",
        "工程",
        "工业",
        "单位",
        "考生",
        "重点企业",
        "大企业",
        "重大项目",
        "重点项目",
        "产业项目",
        "投资项目",
        "商贸",
        "工业企业",
        "工业项目",
        "产业",
        "重大产业",
        "非住宅",
        "固定资产投资",
        "非国有",
    ];
    GROUPS.iter().any(|group| text.starts_with(group))
}

/// Whether `text` opens with a noun for things that are counted right behind it: 医药制造大企业6家.
fn names_group(text: &str) -> bool {
    const NOUNS: [&str; 19] = [
        "企业",
        "项目",
        "园区",
        "集群",
        "品种",
        "产品",
        "单品",
        "品牌",
        "基地",
        "县",
        "镇",
        "村",
        "乡",
        "户",
        "工程",
        "单位",
        "市场",
        "合作社",
        "人员",
    ];
    let near = near(text, 40);
    let Some(end) = near.find(|c: char| !is_letter(c) || c.is_ascii()) else { return false };
    // 乡镇（场）达到11个
    let remark = near[end..].strip_prefix(['（', '(']).and_then(|inner| inner.split_once(['）', ')']));
    if let Some((_, rest)) = remark {
        let verb = rest.trim_start_matches(['有', '共', '达', '到', '增', '至', '为', '已']);
        return digit(verb.as_bytes()).is_some() && NOUNS.iter().any(|noun| near[..end].ends_with(noun));
    }
    let name = near[..end].trim_end_matches(['有', '共', '达', '到', '增', '至', '为']);
    digit(&near.as_bytes()[end..]).is_some() && NOUNS.iter().any(|noun| name.ends_with(noun))
}

/// Whether `text` opens with the share of a group: 村占比达80%, 企业比例.
fn names_share(text: &str) -> bool {
    let near = near(text, 40);
    let name = &near[..near.find(|c: char| !is_letter(c) || c.is_ascii()).unwrap_or(near.len())];
    let name = name.trim_end_matches(['达', '到', '为', '至', '超', '过', '约']);
    ["占比", "比例", "比重"].iter().any(|share| name.ends_with(share))
}

/// The anchor at a Chinese numeral, or where to go on.
fn chinese<'l>(text: &str, at: usize, lexicon: &'l Lexicon) -> Result<Anchor<'l>, usize> {
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
    if !is_measured(text, at, &found) || is_threshold(&found, &text[end..]) {
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
        Dimension::Time => return found.script == Script::Chinese,
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
