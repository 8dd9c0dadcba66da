//! 上海市嘉定区区长 高香; 省长 胡玉亭: who speaks, and in what office.

use crate::text::{columns, compact, is_blank};

/// A speaker's office and name, as ranges of the text they were read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Byline {
    pub(crate) role: Option<std::ops::Range<usize>>,
    pub(crate) name: std::ops::Range<usize>,
}

/// Offices that report to a people's congress, longest first where one ends another.
const OFFICES: &[&str] = &[
    "检察长",
    "秘书长",
    "行长",
    "省长",
    "市长",
    "区长",
    "县长",
    "旗长",
    "州长",
    "盟长",
    "镇长",
    "乡长",
    "厅长",
    "局长",
    "部长",
    "院长",
    "主席",
    "总理",
    "主任",
    "委员",
    "专员",
    "书记",
];

/// Bodies that issue a communiqué.
const ISSUERS: &[&str] = &[
    "统计局",
    "调查队",
    "调查总队",
    "人民政府",
    "政府办公室",
    "财政局",
    "财政厅",
    "财政部",
    "委员会",
    "发展改革委",
    "办公厅",
    "旅游部",
    "国务院",
];

/// The hundred-odd surnames that nearly every Han name begins with.
const SURNAMES: &str = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文华习温朴布巴阿嘎严施景栗苗冉岳左申尚柴柏祝纪舒屈柳鲍霍翟毕詹殷葛游滕裴盛仇佟耿焦牛娄聂晏苑巩伍谷韦覃莫卓庄祁";

const MAX_LEN: usize = 160;
const MAX_OFFICE: usize = 52;

/// The office and the name that a line states.
pub(crate) fn byline(line: &str) -> Option<Byline> {
    if line.len() > MAX_LEN || line.contains(['。', '，', ',', '；', '、', '“', '《']) {
        return None;
    }
    let brackets = |c: char| is_blank(c) || matches!(c, '（' | '）' | '(' | ')' | '—' | '─');
    let offset = line.len() - line.trim_start_matches(brackets).len();
    let text = line.trim_matches(brackets);
    let office_end = OFFICES.iter().filter_map(|office| Some(text.rfind(office)? + office.len())).max()?;
    let behind = behind_remark(&text[office_end..]).trim_start_matches(|c: char| is_blank(c) || is_colon(c));
    let start = offset + text.len() - behind.len();
    let name = behind.split(['（', '(']).next()?.trim_end_matches(is_blank);
    (is_name(name) && !text[..office_end].contains(is_colon))
        .then(|| Byline { role: Some(offset..offset + office_end), name: start..start + name.len() })
}

fn is_colon(c: char) -> bool {
    matches!(c, '：' | ':')
}

/// `text` behind a remark in brackets: 副区长（提名人选） 吴越.
fn behind_remark(text: &str) -> &str {
    let inner = text.trim_start_matches(is_blank).strip_prefix(['（', '(']);
    inner.and_then(|inner| inner.split_once(['）', ')'])).map_or(text, |(_, behind)| behind)
}

/// A line that holds nothing but a name: 习　近　平.
pub(crate) fn lone_name(line: &str) -> Option<Byline> {
    let brackets = |c: char| is_blank(c) || matches!(c, '（' | '）' | '(' | ')');
    let start = line.len() - line.trim_start_matches(brackets).len();
    let name = line.trim_matches(brackets);
    let short = (2..=4).contains(&name.chars().filter(|&c| !is_blank(c)).count());
    (line.len() <= MAX_LEN && short && is_name(name) && name.starts_with(|c| SURNAMES.contains(c)))
        .then(|| Byline { role: None, name: start..start + name.len() })
}

/// A line that holds nothing but an office: 县人民政府县长.
pub(crate) fn is_office(line: &str) -> bool {
    if line.len() > MAX_LEN {
        return false;
    }
    let text = compact(line);
    let ends = OFFICES.iter().any(|office| text.ends_with(office));
    ends && columns(&text) <= MAX_OFFICE && !text.contains(['，', '。', '、'])
}

/// A line that names the body that issues the report.
pub(crate) fn is_issuer(line: &str) -> bool {
    line.len() <= MAX_LEN && ISSUERS.iter().any(|issuer| line.trim_end_matches(is_blank).ends_with(issuer))
}

/// Two to four characters, or a name of a minority with a dot or of more syllables.
fn is_name(name: &str) -> bool {
    let bare = name.chars().filter(|&c| !is_blank(c));
    let count = bare.clone().count();
    let dotted = name.contains(['·', '•', '．']);
    (2..=if dotted { 16 } else { 5 }).contains(&count)
        && bare.clone().all(|c| matches!(c, '\u{3400}'..='\u{9FFF}' | '·' | '•' | '．' | '\u{20000}'..='\u{3FFFF}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bylines() {
        for (line, role, name) in [
            ("云岭市澄湖区区长  秦岚", "云岭市澄湖区区长", "秦岚"),
            ("省长 周明远", "省长", "周明远"),
            ("县人民政府代县长　　李　想", "县人民政府代县长", "李　想"),
            ("副总理兼财政部长王建国", "副总理兼财政部长", "王建国"),
            ("澄湖区人民政府副区长（提名人选） 吴越", "澄湖区人民政府副区长", "吴越"),
            ("自治区主席 扎西顿珠", "自治区主席", "扎西顿珠"),
            ("县长：方既白", "县长", "方既白"),
            ("县人民政府县长 方既白（2026年1月15日）", "县人民政府县长", "方既白"),
            ("（市发展和改革委员会主任 赵刚）", "市发展和改革委员会主任", "赵刚"),
            ("自治区主席 阿布都·买买提", "自治区主席", "阿布都·买买提"),
        ] {
            let found = byline(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((&line[found.role.unwrap()], &line[found.name]), (role, name));
        }
        assert!(lone_name("栗 文 景").is_some());
        let found = lone_name("  张　三　丰 ").unwrap();
        assert_eq!(&"  张　三　丰 "[found.name], "张　三　丰");
    }

    #[test]
    fn err_bylines() {
        for line in [
            "省长王伟作政府工作报告",
            "各位委员：",
            "工作报告",
            "省长",
            "市长在大会上作了报告。",
            "审核：办公室主任 方既白",
        ] {
            assert!(byline(line).is_none(), "{line}");
            assert!(lone_name(line).is_none(), "{line}");
        }
    }
}
