//! Words that tell whether a figure has come about, is to be reached, or is another's view.

use std::ops::Range;
use std::sync::LazyLock;

use super::Passage;
use super::period::{Context, is_future, is_past, looks_back};
use super::places::{Cue, stands};
use super::scene::{Found, Scene};
use crate::grammar::near;
use crate::lexicon::{Dimension, End, Roles, Words};
use crate::row::{PeriodRow, SectionRole, Status};
use crate::text::is_letter;

/// The status of what was found, `period` being the one written for it.
pub(super) fn status(
    passage: &Passage<'_>,
    context: &Context,
    found: &Found<'_, '_>,
    period: Option<&PeriodRow>,
    scene: &Scene<'_>,
) -> Status {
    if let Some(status) = found.status {
        return status;
    }
    let end = found.quantity.span.end;
    let behind = near(&passage.text()[end..], 20);
    if found.link.change.is_none() && names_aim(behind) {
        return Status::Target;
    }
    if scene.hints(&['础'], end..end + behind.len()) && is_ground(behind) {
        return Status::Actual;
    }
    if scene.forecast {
        return Status::Other;
    }
    let roles = found.link.roles | found.phrase.roles;
    if passage.role == SectionRole::Plan {
        // A frame of one year makes nothing past: a plan may open with a look at last year.
        let frames = |period: &&PeriodRow| !scene.framed || looks_back(period, context);
        let spoken = found.period.as_ref().or(period.filter(frames));
        let done = roles.any(Roles::PAST) || spoken.is_some_and(|period| is_past(period, context));
        return if done && !roles.any(Roles::TARGET) { Status::Actual } else { Status::Target };
    }
    // 计划投资5亿元，已完成3亿元
    let planned = scene.target && !roles.any(Roles::PAST)
        || roles.any(Roles::TARGET)
        || scene.hints(&['划'], found.phrase.span.clone()) && is_planned_size(passage.text(), found);
    let future = period.is_some_and(|period| is_future(period, context)) && !context.covers_own_year;
    if planned || future { Status::Target } else { Status::Actual }
}

/// 在压减10%的基础上: the ground that something is built on is there already.
fn is_ground(behind: &str) -> bool {
    let clause = behind.find(['，', ',', '。', '；', '再']).map_or(behind, |at| &behind[..at]);
    clause.ends_with("基础上")
}

/// 规划建设用地250.8亩: a planned size is still to come.
fn is_planned_size(text: &str, found: &Found<'_, '_>) -> bool {
    let noun = &text[found.phrase.span.clone()];
    ["规划建设", "规划面积", "规划用地", "计划总投资", "规划总"].iter().any(|word| noun.contains(word))
        || found.quantity.is(Dimension::Money) && noun.ends_with("计划投资")
}

/// 下一步, 接下来: from here on a passage speaks of what is planned.
pub(super) fn turns_to_plans(sentence: &str) -> bool {
    ["接下来，", "接下来,", "下一步，", "下一步,", "下一阶段，", "今后，", "我们将"]
        .iter()
        .any(|cue| sentence.starts_with(cue))
}

/// The period that frames the sentences to come. 党的十八大以来 has no dates, and leaves 过去五年 in force.
pub(super) fn reframed(frame: Option<PeriodRow>, opener: Option<PeriodRow>) -> Option<PeriodRow> {
    let dated = |row: &PeriodRow| row.start.is_some() || row.end.is_some();
    match (frame, opener) {
        (Some(frame), Some(opener)) if dated(&frame) && !dated(&opener) => Some(frame),
        (frame, opener) => opener.or(frame),
    }
}

/// 初步核算, 据海关统计, 经审计: a clause that only says where the figures come from.
pub(super) fn names_source(clause: &str) -> bool {
    static SOURCES: LazyLock<Words<()>> = LazyLock::new(|| {
        Words::set(End::Close, ["核算", "测算", "统计", "审计", "显示", "表明", "调查", "预计", "快报数"])
    });
    SOURCES.longest(clause).is_some() && clause.chars().count() <= 15
}

/// 预期目标是, 主要任务是: what follows is to be reached.
pub(super) fn announces_targets(clause: &str) -> bool {
    ["目标是", "目标为", "任务是", "目标如下", "目标建议为", "目标包括", "目标："]
        .iter()
        .any(|cue| clause.contains(cue))
        && !["完成", "达到"].iter().any(|done| clause.contains(done))
}

/// 低于3%左右|的预期目标: the number is that of the aim.
pub(super) fn names_aim(behind: &str) -> bool {
    let Some(name) = behind.strip_prefix('的') else { return false };
    let name = &name[..name.find(|c| !is_letter(c)).unwrap_or(name.len())];
    ["目标", "目标任务"].iter().any(|aim| name.ends_with(aim)) && name.chars().count() <= 10
}

/// 增长5%（预期目标为|6%）: whether words in brackets only say that the aim of what was just told follows.
pub(super) fn is_aim_of_last(words: &str) -> bool {
    words.trim_end_matches(['为', '是']).ends_with("目标")
}

/// 低于年初确定的|3%: whether words only compare what was just told with its aim.
pub(super) fn weighs_aim(words: &str) -> bool {
    const VERBS: [&str; 7] = ["高于", "低于", "快于", "好于", "优于", "超过", "超出"];
    is_aim_set(words) && VERBS.iter().any(|verb| near(words, 8).contains(verb))
}

/// Whether words end with who set the aim that follows: 年初确定的|3%.
pub(super) fn is_aim_set(words: &str) -> bool {
    const VERBS: [&str; 6] = ["确定", "制定", "预期", "提出", "设定", "下达"];
    words.strip_suffix('的').is_some_and(|words| VERBS.iter().any(|verb| words.ends_with(verb)))
}

/// 国际货币基金组织预测: what others expect; 每增长1个百分点: what would follow.
pub(super) fn is_anothers_view(words: &str) -> bool {
    ["预测", "组织预计", "机构预计", "每增长"].iter().any(|cue| words.contains(cue))
}

/// The length of what only says who expects the figure or what it builds on: 国际组织预测|今年经济, 的基础上|再压减.
pub(super) fn setting(words: &str) -> usize {
    const ENDS: [&str; 4] = ["预测", "组织预计", "机构预计", "基础上"];
    // 预测值 is a name.
    let ends = |end: &usize| words[*end..].starts_with(|c| !matches!(c, '值' | '模' | '指' | '系' | '为'));
    let end = |word: &&str| words.rfind(*word).map(|at| at + word.len()).filter(ends);
    ENDS.iter().filter_map(end).max().unwrap_or(0)
}

/// Whether a passage announces the list that follows it, `last` being its last sentence.
pub(super) fn announces_list(text: &str, last: Range<usize>, cues: &[Cue]) -> bool {
    let words = &text[last.clone()];
    words.ends_with(['：', ':'])
        || stands(cues, &['下'], &last) && ["以下", "如下", "下列"].iter().any(|word| words.contains(word))
}
