//! The phrase that names what is measured, cut out of the words around a number.

use std::ops::Range;

use super::link::Change;
use crate::grammar::near;
use crate::grammar::numeral::{digit, numeral};
use crate::grammar::period::{Edge, Period, When, period};
use crate::grammar::quantity::Quantity;
use crate::lexicon::{COMPARISONS, Dimension, ROLES, Roles};

/// A phrase with what was found in front of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Phrase {
    pub(crate) span: Range<usize>,
    /// Roles of the words taken off the front.
    pub(crate) roles: Roles,
    /// The last period taken off the front.
    pub(crate) period: Option<(usize, Period)>,
}

/// `text[range]` without the words in front that name no measure: periods, areas, adverbs, light verbs.
pub(crate) fn opened(text: &str, range: Range<usize>) -> Phrase {
    let head = range.start;
    let mut phrase = Phrase { span: range, ..Phrase::default() };
    loop {
        let start = phrase.span.start;
        let rest = &text[start..phrase.span.end];
        let blanks = rest.len() - rest.trim_start_matches(is_loose).len();
        let skipped = if blanks > 0 { blanks } else { remark(rest) };
        if skipped > 0 {
            phrase.span.start += skipped;
            continue;
        }
        let years = || {
            let here = if start == head { rest } else { "" };
            some_years(here).filter(|found| speaks_of_years(&rest[found.len..]))
        };
        if let Some(found) = period(rest).filter(|found| is_clear_of_name(rest, found)).or_else(years) {
            phrase.period = Some((start, found));
            phrase.span.start += found.len;
            continue;
        }
        match ROLES.start.longest(rest) {
            // 超20亿元企业: the verb belongs to the amount that says which ones are meant.
            Some((len, _)) if matches!(&rest[..len], "超" | "超过") && digit(&rest.as_bytes()[len..]).is_some() => {
                break;
            }
            Some((len, _)) if names_rate(&rest[len..]) => break,
            Some((len, &roles)) if roles.any(Roles::FRONT) || roles.any(Roles::SOFT) && opens(&rest[len..]) => {
                phrase.roles = phrase.roles | roles;
                phrase.span.start += len;
            }
            _ => break,
        }
    }
    close(text, &mut phrase.span);
    if states_method(&text[phrase.span.clone()]) {
        phrase.span.start = phrase.span.end;
    }
    phrase
}

/// Whether `text`, which follows a verb, makes it the name of a rate: 办结|率; but not 率先.
fn names_rate(text: &str) -> bool {
    text.starts_with('率') && !text.starts_with("率先")
}

/// The length of a remark in brackets that opens `text` with words behind it: （下同）.
fn remark(text: &str) -> usize {
    let inner = text.strip_prefix(['（', '(']).map(|inner| near(inner, 30));
    let close = inner.and_then(|inner| inner.find(['）', ')']).map(|at| (at, inner)));
    close.map_or(0, |(at, inner)| {
        let bracket = |text: &str| text.chars().next().map_or(0, char::len_utf8);
        bracket(text) + at + bracket(&inner[at..])
    })
}

/// 按财政部统计口径, 按常住人口计算: how it was measured, not what.
fn states_method(words: &str) -> bool {
    words.ends_with("口径") || words.ends_with("计算") && !words.ends_with("云计算")
}

/// Whether what follows an adverb is another word of the clause's opening, so that the adverb is no part of a name.
fn opens(rest: &str) -> bool {
    rest.is_empty() || ROLES.start.longest(rest).is_some_and(|(_, roles)| roles.any(Roles::FRONT | Roles::SOFT))
}

/// Blanks, joints, bullets and circled numbers that may open a clause.
fn is_loose(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '的' | '、' | '，' | ',' | '：' | ':' | '；' | ';' | '—' | '①'..='⑳')
        || matches!(c, '-' | '–' | '•' | '·' | '●' | '■' | '◆' | '▪' | '*')
}

/// 五年新增…, 五年全国…: years that frame a clause; 五年规划 and 3年增长 do not.
fn speaks_of_years(rest: &str) -> bool {
    rest.starts_with(['，', ','])
        || rest.starts_with(['全', '中'])
        || rest.starts_with('新')
            && rest["新".len()..].starts_with(['增', '建', '开', '引', '登', '认', '改', '签', '培'])
        || ROLES.start.longest(rest).is_some_and(|(_, roles)| roles.any(Roles::FRONT))
}

/// 全年 in 全年龄段 is no period, nor 今年 in 今年货节.
fn is_clear_of_name(text: &str, found: &Period) -> bool {
    let rest = &text[found.len..];
    let is_fair = rest.starts_with('货') && !["货物", "货运", "货币"].iter().any(|word| rest.starts_with(word));
    !is_fair && !rest.starts_with(['龄', '度', '终', '的'])
}

/// Takes blanks and a closing 的 off the end.
fn close(text: &str, span: &mut Range<usize>) {
    let words = &text[span.clone()];
    let mut kept = words.trim_end().trim_end_matches(['的', '、', '，', ',', '与']);
    kept = kept
        .strip_suffix("惠及")
        .map(|rest| rest.trim_end_matches('、'))
        .unwrap_or_else(|| kept.trim_end_matches('及'));
    kept = kept.strip_suffix('和').filter(|rest| !rest.ends_with('总')).unwrap_or(kept);
    if let Some(inner) = kept.strip_suffix(['”', '’']).filter(|inner| !inner.contains(['“', '‘'])) {
        kept = inner;
    }
    kept = without_note(kept);
    span.end = span.start + kept.len();
}

/// `text` without the mark of a note at its end: 生产总值[2], “四上”企业（1）.
fn without_note(text: &str) -> &str {
    if let Some(note) = text.strip_suffix(']').and_then(|inner| inner.rfind('[')) {
        return &text[..note];
    }
    let numbered = text.strip_suffix(['）', ')']).unwrap_or_default();
    let open = numbered.trim_end_matches(|c: char| c.is_ascii_digit());
    let note = open.strip_suffix(['（', '(']).filter(|_| open.len() < numbered.len());
    note.unwrap_or(text)
}

/// The noun at the start of `text[range]`: up to the first verb, adverb, 的 or 等 that follows it.
pub(crate) fn noun(text: &str, range: Range<usize>) -> Range<usize> {
    let part = &text[range.clone()];
    let lead = part.strip_prefix('的').map_or(0, |_| '的'.len_utf8());
    let start = range.start + lead;
    let part = &text[start..range.end];
    let mut end = part.len();
    let modifier = modifier(part);
    let mut at = modifier;
    while let Some(c) = part[at..].chars().next() {
        let len = match ROLES.start.longest(&part[at..]) {
            Some((len, roles)) if at > 0 && roles.any(Roles::VERB) && !modifies(&part[at..], len) => {
                end = at;
                break;
            }
            _ if c == '等' && at > 0 => {
                end = at;
                break;
            }
            // 群众|办理了证: a verb that is told as done.
            Some((len, roles)) if at > 0 && roles.any(Roles::FRONT) && part[at + len..].starts_with('了') => {
                end = at;
                break;
            }
            Some((len, roles)) if !roles.any(Roles::VERB) => len,
            _ => c.len_utf8(),
        };
        at += len;
    }
    let part = &part[..end];
    end = part.find('的').filter(|&at| at > 0 && modifier == 0).unwrap_or(end);
    // 37个行业有29个: the verb to the next number.
    let joined = part[..end].strip_suffix('有').filter(|rest| !rest.ends_with(['国', '所', '私', '公', '特', '自']));
    end = joined.map_or(end, str::len);
    let mut span = start..start + end;
    close(text, &mut span);
    span
}

/// Whether the verb of `len` bytes that opens `text` belongs to the noun behind it: 校企|联合|实验室, 先行|启动|区.
fn modifies(text: &str, len: usize) -> bool {
    const VERBS: [&str; 23] = [
        "授予", "集聚", "聚集", "启动", "联合", "共同", "统一", "整合", "整改", "援助", "支援", "接种", "创建", "参展",
        "交付", "挂牌", "上市", "签约", "开工", "竣工", "投产", "入库", "达标",
    ];
    const HEADS: [&str; 25] = [
        "单位", "区", "室", "园", "院", "所", "站", "点", "库", "圈", "港", "线", "基地", "平台", "中心", "项目",
        "工程", "体系", "集群", "设施", "机构", "企业", "试点", "公司", "任务",
    ];
    let behind = &text[len..];
    let head = &behind[..behind
        .find(|c: char| !c.is_alphanumeric() || matches!(c, '的' | '和' | '及' | '与'))
        .unwrap_or(behind.len())];
    VERBS.contains(&&text[..len]) && head.chars().count() <= 5 && HEADS.iter().any(|noun| head.ends_with(noun))
}

/// The length of the clause in front of a noun that says which are meant: 3家|具有国际竞争力的|企业, 5个|以县城为载体的|试点.
fn modifier(text: &str) -> usize {
    const VERBS: [char; 11] = ['受', '具', '有', '符', '拥', '获', '参', '接', '被', '含', '无'];
    let clause = near(text, 24);
    let clause = clause.find('的').map_or("", |end| &clause[..end]);
    let opens = text.starts_with(VERBS) || text.starts_with("居住") || text.starts_with('以') && clause.contains('为');
    let is_quoted =
        text.starts_with('“') && clause.find('”').is_some_and(|close| close + '”'.len_utf8() == clause.len());
    let is_whole = opens && !clause.is_empty() && !clause.contains(['，', '、', '；', '。']);
    if is_whole || is_quoted { clause.len() + '的'.len_utf8() } else { 0 }
}

/// `noun` without the measure behind it, which no number counts: 36个行业|增加值, 9种矿产|查明资源量, 12个县|居民人均收入.
fn without_measure(noun: &str) -> &str {
    const MEASURES: [&str; 35] = [
        "地区生产总值增速",
        "地区生产总值",
        "整体经济增速",
        "经济增速",
        "增速",
        "水质优良率",
        "水质达标率",
        "水质合格率",
        "优良率",
        "合格率",
        "达标率",
        "覆盖率",
        "利用率",
        "增加值",
        "总产值",
        "规上工业增加值",
        "规模以上工业增加值",
        "规上工业总产值",
        "规模以上工业总产值",
        "产值",
        "产量",
        "销量",
        "销售额",
        "销售收入",
        "营业收入",
        "主营业务收入",
        "集体经济收入",
        "村集体经济收入",
        "收入",
        "利润",
        "利税",
        "税收",
        "投资",
        "价格",
        "查明资源量",
    ];
    if let Some(each) = noun.find("人均").filter(|&at| at > 0) {
        let thing = &noun[..each];
        return thing.strip_suffix("居民").filter(|thing| !thing.is_empty()).unwrap_or(thing);
    }
    // 站点300米|覆盖率: the number says which rate is meant.
    if noun.ends_with('率') && MEASURES.contains(&noun) {
        return "";
    }
    let things = MEASURES.iter().filter_map(|measure| noun.strip_suffix(measure));
    things.filter(|thing| !thing.is_empty()).min_by_key(|thing| thing.len()).unwrap_or(noun)
}

/// A long coordination is cut behind its first member: it reaches into things that the number does not count.
fn first_of_many(text: &str) -> usize {
    let is_long = text.chars().count() > 15;
    let quoted = |at: usize| text[..at].matches('“').count() > text[..at].matches('”').count();
    let joint = text.find('、').filter(|&at| is_long && at > 0 && !quoted(at));
    joint.unwrap_or(text.len())
}

/// Whether `text` opens with a verb, so that no noun follows the number.
pub(crate) fn opens_with_verb(text: &str) -> bool {
    ROLES
        .start
        .longest(text)
        .is_some_and(|(_, roles)| roles.any(Roles::VERB | Roles::LIGHT | Roles::CLOSING | Roles::OPENING))
}

/// Whether `text` ends with a verb of works, so that 提升 behind it is one more: 改造提升112万亩农田, 森林抚育提升5万亩.
pub(crate) fn is_work(text: &str) -> bool {
    const VERBS: [&str; 9] = ["新建", "改建", "扩建", "改造", "维修", "整治", "修复", "巩固", "抚育"];
    VERBS.iter().any(|verb| text.ends_with(verb))
}

/// Whether `text` needs the noun before it: 增幅, 年人均.
pub(crate) fn is_weak(text: &str) -> bool {
    ROLES.start.longest(text).is_some_and(|(len, roles)| len == text.len() && roles.any(Roles::WEAK))
}

/// The words after a number that only round it off: 大关, 的目标.
pub(crate) fn rounding(text: &str) -> usize {
    let found = ROLES.start.longest(text).filter(|(_, roles)| roles.any(Roles::TAIL));
    found.filter(|(len, _)| !text[*len..].starts_with(char::is_alphanumeric)).map_or(0, |(len, _)| len)
}

/// The period at the head of `text[range]`, behind conjunctions, areas and verbs like 确保.
pub(crate) fn opener(text: &str, range: Range<usize>, head: &Phrase) -> Option<(usize, Period)> {
    phrase_period(text, range).or(head.period)
}

/// 疫情发生以来, 在国内疫情高峰时期, 自1月23日开始道口值守至3月21日: a whole clause that names a time.
fn phrase_period(text: &str, range: Range<usize>) -> Option<(usize, Period)> {
    let clause = text[range.clone()].trim();
    let start = range.start + (text[range.clone()].len() - text[range].trim_start().len());
    let may_open = clause.starts_with(['自', '在']) || clause.ends_with("以来");
    let named = |start: usize, len: usize, edge| Some((start, Period { len, when: When::Named, edge }));
    if !may_open || clause.chars().count() > 22 {
        return None;
    }
    let runs = clause.starts_with('自') && clause.contains('至') && clause.contains('月');
    if clause.ends_with("以来") && period(clause).is_none_or(|found| found.len < clause.len()) || runs {
        return named(start, clause.len(), Edge::Since);
    }
    let inner = clause.strip_prefix('在')?;
    let is_time = ["时期", "期间"].iter().any(|tail| inner.ends_with(tail));
    if is_time { named(start + '在'.len_utf8(), inner.len(), Edge::In) } else { None }
}

/// The period right before a number, which may stand behind its verb: 增加到2007年的3664亿元, 支出五年1.6万亿元.
pub(crate) fn closing_period(text: &str, from: usize, to: usize) -> Option<(usize, Period)> {
    let words = &text[from..to];
    let words = words.strip_suffix('的').unwrap_or(words);
    if !words.ends_with(['年', '月', '日', '末', '底', '度', '期', '季']) {
        return None;
    }
    let near = words.char_indices().rev().take(14).map(|(at, _)| at);
    // 连续三年 says how often, not when.
    let starts = near
        .filter(|&at| !words[..at].ends_with(|c: char| c.is_ascii_digit() || matches!(c, '比' | '较' | '第' | '续')));
    let found = starts.filter_map(|at| Some((at, whole_period(&words[at..])?))).last();
    let (at, period) = found?;
    let before = opened(text, from..from + at);
    let heads = before.span.is_empty() && !before.roles.any(Roles::LIGHT) && !words[..at].ends_with(['从', '由']);
    (!heads).then_some((from + at, period))
}

/// `text` as a period, all of it; 五年 is one here.
fn whole_period(text: &str) -> Option<Period> {
    let found = period(text).filter(|found| found.len == text.len() && !text.starts_with(['到', '至', '从']));
    found.or_else(|| some_years(text).filter(|found| found.len == text.len()))
}

/// 五年, 3年: the years up to the report.
fn some_years(text: &str) -> Option<Period> {
    let number = numeral(text)?;
    let count = i16::try_from(number.value?).ok().filter(|count| (2..=50).contains(count))?;
    let rest = text[number.len..].strip_prefix('年')?;
    Some(Period { len: text.len() - rest.len(), when: When::Past(count), edge: Edge::In })
}

/// 自启用以来 inside a phrase: the period, and the phrase behind it.
pub(crate) fn since(text: &str, phrase: Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let part = &text[phrase.clone()];
    let close = part.find("以来")? + "以来".len();
    let open = part[..close].rfind(['自', '从'])?;
    (part[open..close].chars().count() <= 24).then(|| {
        let span = phrase.start + open..phrase.start + close;
        let inner = opened(text, span.end..phrase.end).span;
        (span, inner)
    })
}

/// A period inside a phrase, not at its head: 188个项目4月15日前.
pub(crate) fn inner_period(text: &str, phrase: Range<usize>) -> Option<(usize, Period)> {
    // A phrase with more places than this at which a period might start is no name, but a table or worse.
    const MOST: usize = 8;
    let part = &text[phrase.clone()];
    let opens = |c: char| matches!(c, '去' | '今' | '全' | '上' | '下' | '明' | '年' | '牧' | '1'..='9');
    let places = part.match_indices(opens).map(|(at, _)| at);
    let places = places.filter(|&at| !part[..at].ends_with(|c: char| c.is_ascii_digit() || c == '.'));
    places.take(MOST).find_map(|at| {
        let found = period(&part[at..]).filter(|found| is_clear_of_name(&part[at..], found))?;
        Some((phrase.start + at, found))
    })
}

/// 压减一般性支出10%: a verb of change, its noun, and the number behind it.
pub(crate) fn verb_of_change(text: &str, from: usize, to: usize) -> Option<(Change, Range<usize>)> {
    let head = opened(text, from..to);
    let rest = &text[head.span.clone()];
    let (len, direction) = COMPARISONS.opening.longest(rest)?;
    if direction.needs_basis || ROLES.start.longest(rest).is_some_and(|(word, _)| word > len) {
        return None;
    }
    let noun = head.span.start + len..head.span.end;
    let is_share = ["率", "比重", "比例", "占比", "占"].iter().any(|tail| text[noun.clone()].ends_with(tail));
    if noun.is_empty() || is_share || text[noun.clone()].contains(['、', '占']) {
        return None;
    }
    Some((Change { start: head.span.start, sign: direction.sign, basis: None }, noun))
}

/// The noun behind a number, where the number counts it or is its size.
pub(crate) fn counted(
    text: &str,
    right: Range<usize>,
    quantity: &Quantity<'_>,
    before: &Phrase,
    roles: Roles,
) -> Option<Range<usize>> {
    let rest = &text[right.clone()];
    let rest = rest.trim_start();
    let start = right.end - rest.len();
    if rest.is_empty() || rest.starts_with(|c: char| !c.is_alphanumeric() && !matches!(c, '“' | '"' | '‘' | '《'))
    {
        return None;
    }
    let named = !before.span.is_empty() && !text[before.span.clone()].ends_with('等');
    let is_whole_word = ROLES.start.longest(rest).is_some_and(|(_, roles)| *roles == Roles::default());
    let joins = rest.starts_with(['（', '(', '和', '及', '与', '、', '至', '到']) && !is_whole_word;
    let names = modifier(rest) > 0 || ROLES.start.longest(rest).is_some_and(|(len, _)| modifies(rest, len));
    let acts = opens_with_verb(rest) && !names;
    if rounding(rest) > 0 || acts || joins {
        return None;
    }
    if rest.starts_with('的') && named && !opens_with_verb(&text[before.span.clone()]) {
        return None;
    }
    let has_unit = quantity.known.is_some() && !quantity.counts;
    let reached = roles.any(Roles::LIGHT | Roles::REACH) && named && has_unit;
    if reached || named && names_money(text, before, quantity) {
        return None;
    }
    let mut found = noun(text, start..right.end);
    found.end = found.start + first_of_many(&text[found.clone()]);
    found.end = found.start + without_measure(&text[found.clone()]).len();
    (!found.is_empty()).then_some(found)
}

/// 4.2万人享受最低生活保障: what the counted people do, where no noun names them.
pub(crate) fn deed(text: &str, right: Range<usize>, quantity: &Quantity<'_>, before: &Phrase) -> Option<Range<usize>> {
    const VERBS: [&str; 8] = ["享受", "参加", "参与", "分获", "获", "接受", "领取", "从事"];
    let rest = &text[right.clone()];
    let names = quantity.counts && before.span.is_empty() && VERBS.iter().any(|verb| rest.starts_with(verb));
    let end = rest.find(['、', '（', '(']).unwrap_or(rest.len());
    (names && rest[..end].chars().count() <= 25).then_some(right.start..right.start + end)
}

/// 投资1.3亿元实施…: money behind a noun of money is that noun's.
fn names_money(text: &str, before: &Phrase, quantity: &Quantity<'_>) -> bool {
    const NOUNS: [&str; 14] =
        ["投资", "资金", "收入", "支出", "金额", "额", "值", "款", "税", "费", "贷款", "投入", "资产", "利润"];
    quantity.is(Dimension::Money) && NOUNS.iter().any(|noun| text[before.span.clone()].ends_with(noun))
}
