//! Bounds that say which things are meant: 500万元以上项目, 65岁以上老年人.

use crate::grammar::near;
use crate::grammar::numeral::{digit, numeral};
use crate::grammar::quantity::Quantity;
use crate::lexicon::Dimension;
use crate::row::Approx;
use crate::text::is_letter;

/// 500万元以上项目: the amount says which projects are meant.
pub(super) fn is_threshold(text: &str, found: &Quantity<'_>, rest: &str) -> bool {
    let bounded = matches!(found.approx, Approx::AtLeast | Approx::AtMost | Approx::Over)
        || text[..found.span.start].ends_with('过');
    let group = rest.strip_prefix('的');
    // 收入超10万元的村占比, 收入过500万元的企业22家: the share or number of those above the bound.
    if group.is_some_and(|group| names_share(group) || names_group(group)) {
        return true;
    }
    if bounded && found.approx != Approx::Over && found.is(Dimension::Money) && group.is_some_and(defines_group) {
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

/// Whether `text` opens with those that a bound defines: 收入500万元及以上的|零售业单位和…, 不超过3万元的|纳税人.
fn defines_group(text: &str) -> bool {
    let near = near(text, 40);
    let ends = |c: char| !is_letter(c) || matches!(c, '和' | '及' | '或' | '与');
    let name = &near[..near.find(ends).unwrap_or(near.len())];
    ["企业", "单位", "纳税人", "义务人"].iter().any(|those| name.ends_with(those) || name.starts_with(those))
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

/// 65岁以上老年人, 0—14岁人口: an age that says who is meant.
pub(super) fn is_age(text: &str, found: &Quantity<'_>, rest: &str) -> bool {
    let bounded = matches!(found.approx, Approx::AtLeast | Approx::AtMost) || found.high.is_some();
    let written = text[found.number..found.span.end].trim_end_matches(['及', '以', '上', '下']);
    bounded && written.ends_with('岁') && rest.starts_with(is_letter)
}
