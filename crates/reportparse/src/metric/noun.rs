//! The noun behind a number: what is counted, and where it ends.

use std::ops::Range;
use std::sync::LazyLock;

use super::area;
use super::phrase::{Phrase, close, is_weak, rounding, told};
use crate::grammar::near;
use crate::grammar::quantity::Quantity;
use crate::lexicon::{Dimension, End, ROLES, Roles, Words};
use crate::text::is_word;

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
    if rest.is_empty() || rest.starts_with(|c: char| !is_word(c) && !matches!(c, '“' | '"' | '‘' | '《')) {
        return None;
    }
    let named = !before.span.is_empty() && !text[before.span.clone()].ends_with('等');
    let has_unit = quantity.known.is_some() && !quantity.counts;
    let reached = roles.any(Roles::LIGHT | Roles::REACH) && named && has_unit;
    if reached || named && names_money(text, before, quantity) || !may_count(rest) {
        return None;
    }
    if rest.starts_with('的') && named && !opens_with_verb(&text[before.span.clone()]) {
        return None;
    }
    let mut found = leading(text, start..right.end);
    found.end = found.start + first_of_many(&text[found.clone()]);
    found.end = found.start + without_measure(&text[found.clone()]).len();
    if !text[..quantity.span.end].ends_with('项') {
        found.end = found.start + without_work(&text[found.clone()]).len();
    }
    // 10项增速, 32个增加值: which things they are was said before.
    let name = &text[found.clone()];
    let is_whole = || MEASURES.longest(name).is_some_and(|(len, ())| len == name.len());
    let is_measure = quantity.counts && (is_weak(name) || is_whole());
    (!found.is_empty() && !is_measure).then_some(found)
}

/// The noun behind its size: 3条总长|51公里|的道路, where the size stands at `size`.
pub(crate) fn sized(text: &str, quantity: &Quantity<'_>, size: Range<usize>, end: usize) -> Option<Range<usize>> {
    const SIZES: [&str; 11] = [
        "总长",
        "全长",
        "总长度",
        "总里程",
        "总投资",
        "总投资额",
        "总面积",
        "占地",
        "占地面积",
        "建筑面积",
        "总建筑面积",
    ];
    let between = text.get(quantity.span.end..size.start).filter(|_| quantity.counts)?;
    let rest = text.get(size.end..end)?.strip_prefix('的')?;
    let noun = SIZES.contains(&between).then(|| leading(text, end - rest.len()..end))?;
    (!noun.is_empty()).then_some(noun)
}

/// Whether a noun may open `rest`, which stands behind a number: no verb, joint, rank or rounding word.
fn may_count(rest: &str) -> bool {
    let word = ROLES.start.longest(rest).map(|(len, &roles)| (len, roles));
    let is_whole = word.is_some_and(|(_, roles)| roles == Roles::default());
    let joins = !is_whole && rest.starts_with(['（', '(', '和', '及', '与', '、', '至', '到', '等']);
    let acts = word.filter(|&(_, roles)| roles.any(VERBS)).is_some_and(|(len, _)| !modifies(rest, len));
    let rounds = word.is_some_and(|(_, roles)| roles.any(Roles::TAIL)) && rounding(rest) > 0;
    !(joins || rounds || ranks(rest) || rest == "后" || acts && modifier(rest) == 0)
}

/// Whether `text` opens with a rank: 全省第一, 全国领先.
fn ranks(text: &str) -> bool {
    const RANKS: [&str; 4] = ["第", "前", "首", "领先"];
    area::behind(text).is_some_and(|rest| RANKS.iter().any(|rank| rest.starts_with(rank)))
}

/// 4.2万人享受最低生活保障: what the counted people do, where no noun names them.
pub(crate) fn deed(text: &str, right: Range<usize>, quantity: &Quantity<'_>, before: &Phrase) -> Option<Range<usize>> {
    const VERBS: [&str; 10] = ["享受", "参加", "参与", "分获", "获", "接受", "领取", "从事", "受益", "实现"];
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

/// The noun at the start of `text[range]`: up to the first verb, adverb, 的 or 等 that follows it.
pub(crate) fn leading(text: &str, range: Range<usize>) -> Range<usize> {
    let part = &text[range.clone()];
    let lead = part.strip_prefix('的').map_or(0, |_| '的'.len_utf8());
    let start = range.start + lead;
    let part = &text[start..range.end];
    let modifier = modifier(part);
    let mut words = &part[..modifier + end_of_noun(&part[modifier..], modifier == 0)];
    if let Some(at) = words.find('的').filter(|_| modifier == 0) {
        words = &words[..at];
    }
    // 37个行业有29个: the verb to the next number.
    let joined = words.strip_suffix('有').filter(|rest| !rest.ends_with(['国', '所', '私', '公', '特', '自']));
    words = joined.unwrap_or(words);
    words = &words[..whole(words)];
    let mut span = start..start + words.len();
    close(text, &mut span);
    span
}

/// The length of `words` up to a comma, a bracket that does not close, or one that closes what was opened before: a noun
/// holds whole ones only. 576个村|（其中：省投入…, 215个村|）.
fn whole(words: &str) -> usize {
    let mut open = None;
    for (at, c) in words.char_indices() {
        match c {
            '（' | '(' if open.is_none() => open = Some(at),
            '）' | ')' if open.take().is_none() => return at,
            '，' | ',' | '；' | ';' if open.is_none() => return at,
            _ => {}
        }
    }
    open.unwrap_or(words.len())
}

/// Where the first word of `part` stands that is no part of a noun; at its start only where the noun does not `open` it.
fn end_of_noun(part: &str, opens: bool) -> usize {
    let mut at = 0;
    while let Some(c) = part[at..].chars().next() {
        let rest = &part[at..];
        let inside = at > 0 || !opens;
        at += match ROLES.start.longest(rest) {
            Some((len, roles)) if inside && roles.any(Roles::VERB) && !modifies(rest, len) => return at,
            _ if c == '等' && inside => return at,
            // 贫困群众|发展产业: those who act.
            _ if inside && acts(&part[..at], rest) => return at,
            // 群众|办理了证: a verb that is told as done.
            Some((len, roles)) if inside && roles.any(Roles::FRONT) && is_done(rest, len) => return at,
            Some((len, _)) => len,
            None => c.len_utf8(),
        };
    }
    part.len()
}

/// Whether `verb` opens with what the people that `noun` names do.
fn acts(noun: &str, verb: &str) -> bool {
    const VERBS: [&str; 7] = ["发展", "销售", "种植", "养殖", "外出", "开展", "代表"];
    const PEOPLE: [&str; 10] = ["群众", "农户", "贫困户", "居民", "村民", "农民", "干部", "人员", "运动员", "选手"];
    verb.starts_with(['发', '销', '种', '养', '外', '开', '代'])
        && VERBS.iter().any(|word| verb.starts_with(word))
        && PEOPLE.iter().any(|people| noun.ends_with(people))
}

/// Whether the verb of `len` bytes that opens `text` is told as done: 办理了, 完成了.
fn is_done(text: &str, len: usize) -> bool {
    text[..len].ends_with('了') || told(&text[len..]) > 0
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
    let head =
        &behind[..behind.find(|c: char| !is_word(c) || matches!(c, '的' | '和' | '及' | '与')).unwrap_or(behind.len())];
    VERBS.contains(&&text[..len]) && head.chars().count() <= 5 && HEADS.iter().any(|noun| head.ends_with(noun))
}

/// The length of the clause in front of a noun that says which are meant: 3家|具有国际竞争力的|企业, 5个|以县城为载体的|试点.
fn modifier(text: &str) -> usize {
    const VERBS: [char; 11] = ['受', '具', '有', '符', '拥', '获', '参', '接', '被', '含', '无'];
    const OPENERS: [&str; 6] = ["居住", "专门", "针对", "面向", "位于", "分布"];
    const MAKES: [&str; 6] = ["制定", "出台", "设立", "开设", "建设", "打造"];
    let clause = near(text, 24);
    let clause = clause.find('的').map_or("", |end| &clause[..end]);
    let opens = text.starts_with(VERBS)
        || OPENERS.iter().any(|word| text.starts_with(word))
        || text.starts_with("投资") && clause.contains('元')
        || text.starts_with('以') && clause.contains('为')
        || text.starts_with('为') && MAKES.iter().any(|verb| clause.ends_with(verb));
    let is_quoted =
        text.starts_with('“') && clause.find('”').is_some_and(|close| close + '”'.len_utf8() == clause.len());
    // 40个吸引力强、带动面广的消费场景
    let is_praise =
        clause.ends_with(['强', '广', '高', '好', '优', '足', '佳']) && clause.contains('、') && !clause.contains('，');
    let is_whole = opens && !clause.is_empty() && !clause.contains(['，', '、', '；', '。']);
    if is_whole || is_quoted || is_praise { clause.len() + '的'.len_utf8() } else { 0 }
}

/// Measures of the things that are counted before them.
static MEASURES: LazyLock<Words<()>> = LazyLock::new(|| {
    Words::set(
        End::Close,
        [
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
            "总投资",
            "投资",
            "融资",
            "平均单产",
            "单产",
            "总产",
            "价格",
            "查明资源量",
        ],
    )
});

/// `noun` without the measure behind it, which no number counts: 36个行业|增加值, 9种矿产|查明资源量, 12个县|居民人均收入.
fn without_measure(noun: &str) -> &str {
    let each = if noun.contains('均') { noun.find("人均") } else { None };
    if let Some(each) = each.filter(|&at| at > 0) {
        let thing = &noun[..each];
        return thing.strip_suffix("居民").filter(|thing| !thing.is_empty()).unwrap_or(thing);
    }
    // 站点300米|覆盖率: the number says which rate is meant.
    let things = || MEASURES.all(noun).map(|(len, ())| &noun[..noun.len() - len]);
    if noun.ends_with('率') && things().any(str::is_empty) {
        return "";
    }
    things().find(|thing| !thing.is_empty()).unwrap_or(noun)
}

/// `noun` without the work that is done on the things counted: 5条道路|建设, 12个小区改造|任务, 8个项目|前期工作; but 3项重点任务.
fn without_work(noun: &str) -> &str {
    const STAGES: [&str; 6] = ["前期", "前期准备", "竣工验收", "提标改造", "目标责任", "分红"];
    const NAMES: [&str; 4] = ["水利", "升级", "提质", "化"];
    let noun = without_duty(without_duty(noun, "任务"), "工作");
    let stage = STAGES.iter().find_map(|stage| noun.strip_suffix(stage));
    let noun = stage.filter(|rest| rest.chars().nth(1).is_some()).unwrap_or(noun);
    let built = noun.strip_suffix("建设").filter(|rest| !rest.is_empty());
    built.filter(|rest| !NAMES.iter().any(|name| rest.ends_with(name))).unwrap_or(noun)
}

/// `noun` without the `duty` at its end, where it is not what is counted: 重点任务, 专项工作.
fn without_duty<'t>(noun: &'t str, duty: &str) -> &'t str {
    const KINDS: [&str; 8] = ["重点", "目标", "主要", "中心", "年度", "专项", "重大", "攻坚"];
    let is_kind = |rest: &str| rest.chars().nth(2).is_none() || KINDS.iter().any(|kind| rest.ends_with(kind));
    noun.strip_suffix(duty).filter(|rest| !is_kind(rest)).unwrap_or(noun)
}

/// A long coordination is cut behind its first member: it reaches into things that the number does not count.
fn first_of_many(text: &str) -> usize {
    let is_long = text.chars().count() > 15;
    let joint = commas(text).next().filter(|_| is_long);
    joint.unwrap_or(text.len())
}

/// The places of the 、 in `text` that stand in no brackets or quotes.
pub(crate) fn commas(text: &str) -> impl Iterator<Item = usize> {
    outside(text).filter(|(_, c)| *c == '、').map(|(at, _)| at)
}

/// The characters of `text` that stand in no brackets or quotes, with their places; a closing mark counts as outside.
pub(super) fn outside(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut depth = 0_u32;
    text.char_indices().filter(move |(_, c)| {
        match c {
            '（' | '(' | '“' => depth += 1,
            '）' | ')' | '”' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    })
}

/// Roles of verbs.
const VERBS: Roles = Roles::all(&[Roles::LIGHT, Roles::VERB, Roles::CLOSING, Roles::OPENING]);

/// Whether `text` opens with a verb, so that no noun follows the number.
fn opens_with_verb(text: &str) -> bool {
    ROLES.start.longest(text).is_some_and(|(_, roles)| roles.any(VERBS))
}
