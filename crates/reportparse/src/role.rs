//! What a section is for, told by its heading.

use crate::note;
use crate::row::{SectionRole, SectionRow};

/// Sets the role of every section; `title` and `year` are the report's.
pub(crate) fn assign(source: &str, sections: &mut [SectionRow], title: &str, year: Option<i16>) {
    let reviews = looks_back(title);
    let mut latest: Vec<SectionRole> = Vec::new();
    for at in 0..sections.len() {
        let level = usize::from(sections[at].level);
        let parent = sections[at].parent.map(|parent| sections[parent.0 as usize].role);
        let sibling =
            (at > 0 && sections[at - 1].part == sections[at].part).then(|| latest.get(level).copied()).flatten();
        let title = &source[sections[at].title.range()];
        let is_notes = sections[at].marker.is_none() && note::opening(title).is_some();
        let role = if is_notes { SectionRole::Other } else { of(title, parent, sibling, year, reviews) };
        sections[at].role = role;
        latest.truncate(level);
        latest.resize(level + 1, role);
    }
}

/// Words of a review that win over the words of a plan: 1990年计划的执行情况, 任务完成情况.
const REVIEW_FIRST: &[&str] = &[
    "回顾",
    "回首",
    "回望",
    "总结",
    "成效",
    "执行情况",
    "完成情况",
    "工作情况",
    "进展情况",
    "落实情况",
    "收支情况",
    "决算",
];
const PROBLEMS: &[&str] =
    &["存在的问题", "存在问题", "主要问题", "困难和问题", "问题和困难", "不足", "短板", "面临的挑战", "困难和挑战"];
const PLAN: &[&str] = &[
    "计划",
    "安排",
    "任务",
    "目标",
    "要求",
    "重点工作",
    "下半年",
    "今后",
    "展望",
    "部署",
    "建议",
    "打算",
    "举措",
    "措施",
    "下一步",
    "草案",
    "方针",
    "思路",
    "实事",
    "未来",
];
const REVIEW: &[&str] =
    &["过去", "上半年", "成就", "成绩", "成效", "主要工作", "这五年", "一年来", "五年来", "几年来", "去年", "情况"];
/// Words that make a plan of a section even where the report is a summary of what was done, by its title.
const SURELY_PLAN: &[&str] = &["计划", "工作安排", "打算", "思路", "草案", "建议", "展望", "未来", "明年"];
/// Words of a plan that win over the review that holds it: 下半年工作安排 under 上半年预算执行情况.
const AHEAD: &[&str] = &["下半年", "下一步", "下步", "下阶段", "下一阶段", "今后"];
const OTHER: &[&str] = &["附表", "形势"];

/// The role of a section with the heading `title`; where that does not tell, the role of the section that holds it, or of
/// the section before it: what follows a plan without a word of its own is a plan (三、全面加强政府自身建设).
///
/// `reviews` says that the report's title tells a summary, of which all but its outlook is a review.
fn of(
    title: &str,
    parent: Option<SectionRole>,
    before: Option<SectionRole>,
    year: Option<i16>,
    reviews: bool,
) -> SectionRole {
    let has = |words: &[&str]| names(title, words);
    let plans = || if reviews { has(SURELY_PLAN) || has(AHEAD) } else { has(PLAN) };
    if has(OTHER) {
        return SectionRole::Other;
    }
    if let Some(parent @ (SectionRole::Review | SectionRole::Plan)) = parent {
        return match parent {
            _ if has(PROBLEMS) => SectionRole::Problems,
            SectionRole::Review if has(AHEAD) => SectionRole::Plan,
            _ => parent,
        };
    }
    if has(REVIEW_FIRST) {
        SectionRole::Review
    } else if has(PROBLEMS) {
        SectionRole::Problems
    } else if plans() {
        SectionRole::Plan
    } else if has(REVIEW) {
        SectionRole::Review
    } else if let (Some(year), Some(named)) = (year, year_of(title)) {
        if named < year { SectionRole::Review } else { SectionRole::Plan }
    } else {
        match before {
            Some(SectionRole::Plan) => SectionRole::Plan,
            _ if reviews => SectionRole::Review,
            _ => parent.unwrap_or(SectionRole::Other),
        }
    }
}

/// Whether `title` is that of a summary, and of no plan besides: 教育局工作总结, 上半年经济运行情况.
pub(crate) fn looks_back(title: &str) -> bool {
    (names(title, REVIEW_FIRST) || title.ends_with("情况")) && !names(title, SURELY_PLAN) && !names(title, AHEAD)
}

fn names(title: &str, words: &[&str]) -> bool {
    words.iter().any(|word| title.contains(word))
}

/// Whether `line` parts a report as its headings do: it names a time and says that it tells of what was done or is to be.
pub(crate) fn parts(line: &str) -> bool {
    const TELLS: &[&str] = &["回顾", "总结", "重点工作", "工作安排", "工作任务", "目标任务", "主要任务", "总体要求"];
    const TIMES: &[&str] = &["年", "时期", "期间", "下一步", "今后", "未来", "当前"];
    names(line, TELLS) && names(line, TIMES)
}

/// The first year that a heading names.
pub(crate) fn year_of(title: &str) -> Option<i16> {
    years_of(title).next()
}

/// The years that a heading names.
pub(crate) fn years_of(title: &str) -> impl Iterator<Item = i16> {
    let bytes = title.as_bytes();
    title.match_indices('年').filter_map(|(at, _)| {
        let digits = at.checked_sub(4).map(|start| &bytes[start..at])?;
        digits
            .iter()
            .all(u8::is_ascii_digit)
            .then(|| digits.iter().fold(0, |year, digit| year * 10 + i16::from(digit - b'0')))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles() {
        for (title, role) in [
            ("2023年工作回顾", SectionRole::Review),
            ("1990年计划的执行情况", SectionRole::Review),
            ("关于上半年工作情况", SectionRole::Review),
            ("2024年主要目标和重点任务", SectionRole::Plan),
            ("关于下半年工作计划", SectionRole::Plan),
            ("存在的问题", SectionRole::Problems),
            ("2024年经济社会发展", SectionRole::Plan),
            ("综合", SectionRole::Other),
        ] {
            assert_eq!(of(title, None, None, Some(2024), false), role, "{title}");
        }
        assert_eq!(of("加强政府自身建设", None, Some(SectionRole::Plan), None, false), SectionRole::Plan);
        assert_eq!(of("目标任务全面完成", Some(SectionRole::Review), None, None, false), SectionRole::Review);
        assert_eq!(of("落实重点任务", None, None, None, true), SectionRole::Review);
        assert_eq!(of("明年工作打算", None, None, None, true), SectionRole::Plan);
    }
}
