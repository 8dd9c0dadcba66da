//! The place that a report speaks for, and its rank.

use crate::row::RegionLevel;
use crate::span::Span;

/// The names that tell their rank by themselves.
const MUNICIPALITIES: [&str; 4] = ["北京市", "天津市", "上海市", "重庆市"];
/// Provinces and autonomous regions, short names, as they stand in 吉林省 and 西藏自治区.
const PROVINCES: [&str; 27] = [
    "河北",
    "山西",
    "内蒙古",
    "辽宁",
    "吉林",
    "黑龙江",
    "江苏",
    "浙江",
    "安徽",
    "福建",
    "江西",
    "山东",
    "河南",
    "湖北",
    "湖南",
    "广东",
    "广西壮族",
    "海南",
    "四川",
    "贵州",
    "云南",
    "西藏",
    "陕西",
    "甘肃",
    "青海",
    "宁夏回族",
    "新疆维吾尔",
];
const NATIONAL: [&str; 3] = ["中华人民共和国", "全国人民代表大会", "全国"];
/// Where a place's name ends, and the rank it then has.
const SUFFIXES: [(&str, RegionLevel); 10] = [
    ("自治区", RegionLevel::Province),
    ("自治州", RegionLevel::City),
    ("自治县", RegionLevel::County),
    ("自治旗", RegionLevel::County),
    ("地区", RegionLevel::City),
    ("省", RegionLevel::Province),
    ("盟", RegionLevel::City),
    ("县", RegionLevel::County),
    ("旗", RegionLevel::County),
    ("区", RegionLevel::County),
];
/// 全省, 全市 …: what a report that does not name its place says of it.
const WHOLES: [(&str, RegionLevel); 7] = [
    ("全省", RegionLevel::Province),
    ("全自治区", RegionLevel::Province),
    ("全盟", RegionLevel::City),
    ("全州", RegionLevel::City),
    ("全市", RegionLevel::City),
    ("全县", RegionLevel::County),
    ("全区", RegionLevel::County),
];

const MAX_NAME: usize = 45;

/// The place named first in `heads` (title, meeting, office), with its rank; where they name none, the rank that the
/// opening of the body tells.
pub(crate) fn find(source: &str, heads: [Option<Span>; 3], opening: Span) -> Option<(Span, RegionLevel)> {
    heads.into_iter().flatten().find_map(|head| named(source, head)).or_else(|| whole(source, opening))
}

/// The place that a title, a meeting or an office begins with: 吉林省, 上海市嘉定区, 中华人民共和国.
fn named(source: &str, head: Span) -> Option<(Span, RegionLevel)> {
    let text = &source[head.range()];
    let offset = skip_dates(text);
    let bare = &text[offset..];
    let at = |len: usize| Span::new(head.start as usize + offset, head.start as usize + offset + len);
    let near = |name: &&&str| bare.find(**name).is_some_and(|found| found < MAX_NAME);
    if let Some(name) = NATIONAL.iter().find(|name| bare.starts_with(*name)).or_else(|| NATIONAL[..2].iter().find(near))
    {
        let start = at(0).start as usize + bare.find(name)?;
        let len = if name.starts_with("全国") { "全国".len() } else { name.len() };
        return Some((Span::new(start, start + len), RegionLevel::National));
    }
    let (len, level) = place(bare)?;
    Some((at(len), level))
}

/// Length and rank of the place name that `text` starts with; 市 and 区 of the same name go on: 云岭市澄湖区.
fn place(text: &str) -> Option<(usize, RegionLevel)> {
    let mut found = None;
    let mut start = 0;
    while let Some((len, level)) = step(&text[start..]) {
        found = Some((start + len, level));
        start += len;
    }
    found
}

/// One name with its rank word.
fn step(text: &str) -> Option<(usize, RegionLevel)> {
    if let Some(name) = MUNICIPALITIES.iter().find(|name| text.starts_with(*name)) {
        return Some((name.len(), RegionLevel::Province));
    }
    if let Some(name) = PROVINCES.iter().find(|name| text.starts_with(*name)) {
        let rank = ["自治区", "省"].iter().find(|rank| text[name.len()..].starts_with(*rank))?;
        return Some((name.len() + rank.len(), RegionLevel::Province));
    }
    for (at, character) in text.char_indices().skip(1).take_while(|&(at, _)| at < MAX_NAME) {
        if !matches!(character, '\u{4E00}'..='\u{9FFF}') {
            return None;
        }
        let rest = &text[at..];
        if let Some((word, level)) = SUFFIXES.iter().find(|(word, _)| rest.starts_with(word)) {
            let end = at + word.len();
            return (at >= 3 && !is_common(&text[..end])).then_some((end, *level));
        }
        if character == '市' && at >= 3 {
            return (!is_common(&text[..at + 3])).then_some((at + 3, RegionLevel::City));
        }
        if "政人会第届国经的关年在".contains(character) {
            return None;
        }
    }
    None
}

/// 全省, 本市, 我县, 区: a rank word without a name.
fn is_common(name: &str) -> bool {
    name.starts_with(['全', '本', '我', '各', '关', '在'])
}

/// The dates and brackets that a title may begin with: 2026年, 关于, 上半年.
fn skip_dates(text: &str) -> usize {
    let rest =
        text.trim_start_matches(|c: char| c.is_ascii_digit() || "０１２３４５６７８９年月日 \u{3000}《—─-".contains(c));
    let rest = rest.strip_prefix("关于").map_or(rest, |rest| rest.trim_start_matches('《'));
    let period =
        ["上半年", "下半年", "前三季度", "一季度", "第一季度"].iter().find_map(|period| rest.strip_prefix(period));
    text.len() - period.unwrap_or(rest).len()
}

/// The place for whose government the speaker reports, 我代表青石县人民政府, or the rank that the body speaks of: 全盟.
fn whole(source: &str, opening: Span) -> Option<(Span, RegionLevel)> {
    let text = &source[opening.range()];
    if let Some(found) = represented(source, opening) {
        return Some(found);
    }
    let counts = WHOLES.map(|(word, _)| text.matches(word).count());
    let most = counts.into_iter().max().filter(|&most| most > 0)?;
    // A report compares with the places above its own, hardly with those below. 全区 may be a region or a district.
    let is_own = |at: usize| WHOLES[at].0 != "全区" && counts[at] * 4 >= most;
    let own =
        (0..WHOLES.len()).rev().find(|&at| is_own(at)).or_else(|| counts.iter().position(|&count| count == most))?;
    let (word, level) = WHOLES[own];
    let at = text.find(word)?;
    let start = opening.start as usize + at;
    Some((Span::new(start, start + word.len()), level))
}

/// Whose government 我代表 names.
const GOVERNMENTS: [(&str, RegionLevel); 11] = [
    ("行署", RegionLevel::City),
    ("盟", RegionLevel::City),
    ("国务院", RegionLevel::National),
    ("省", RegionLevel::Province),
    ("自治区", RegionLevel::Province),
    ("自治州", RegionLevel::City),
    ("州", RegionLevel::City),
    ("市", RegionLevel::City),
    ("县", RegionLevel::County),
    ("旗", RegionLevel::County),
    ("区", RegionLevel::County),
];

/// 我代表…: the place it names, or the rank of its government. A body that reports for a league says 行署.
fn represented(source: &str, opening: Span) -> Option<(Span, RegionLevel)> {
    let text = &source[opening.range()];
    let start = opening.start as usize + text.find("我代表")? + "我代表".len();
    let rest = &source[start..opening.end as usize];
    if let Some((len, level)) = place(rest) {
        return Some((Span::new(start, start + len), level));
    }
    let (word, level) = GOVERNMENTS.iter().find(|(word, _)| rest.starts_with(word))?;
    let name = Span::new(start, start + word.len());
    let whole = WHOLES.iter().find(|(whole, rank)| rank == level && whole.ends_with(word)).and_then(|(whole, _)| {
        let at = opening.start as usize + text.find(whole)?;
        Some(Span::new(at, at + whole.len()))
    });
    Some((whole.unwrap_or(name), *level))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(head: &str) -> Option<(&str, RegionLevel)> {
        let span = Span::new(0, head.len());
        find(head, [Some(span), None, None], Span::new(head.len(), head.len()))
            .map(|(span, level)| (&head[span.range()], level))
    }

    #[test]
    fn places() {
        for (head, name, level) in [
            ("2026年吉林省政府工作报告", "吉林省", RegionLevel::Province),
            ("2026年上海市政府工作报告", "上海市", RegionLevel::Province),
            ("西藏自治区2026年政府工作报告", "西藏自治区", RegionLevel::Province),
            ("云岭市澄湖区第六届人民代表大会", "云岭市澄湖区", RegionLevel::County),
            ("云岭市2024年统计公报", "云岭市", RegionLevel::City),
            ("中华人民共和国2024年统计公报", "中华人民共和国", RegionLevel::National),
            ("第十四届全国人民代表大会第二次会议", "全国", RegionLevel::National),
            ("青石县县长", "青石县", RegionLevel::County),
        ] {
            assert_eq!(read(head), Some((name, level)), "{head}");
        }
    }

    #[test]
    fn err_places() {
        for head in ["政府工作报告", "区政府上半年工作情况的报告", "省长", "关于全区工作", ""]
        {
            assert_eq!(read(head), None, "{head}");
        }
    }
}
