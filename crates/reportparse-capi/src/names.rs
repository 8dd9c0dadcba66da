//! The enums of the rows, and the names that their values have in tables and JSON.
//!
//! The numbers never change; a number that is no longer used is not given out again.

use reportparse::{Approx, Kind, Offsets, ParagraphRole, RegionLevel, SectionRole, Status};
use reportparse_tables::Table;

use crate::error::{rp_error, rp_status};
use crate::guard::guard_or;
use crate::text::rp_str;

/// Ties an enum to that of the core: from the core's value to the number, and from a number to the name.
macro_rules! mirror {
    ($mirror:ident of $core:ident: $($variant:ident)+) => {
        impl From<$core> for $mirror {
            fn from(value: $core) -> Self {
                match value { $($core::$variant => $mirror::$variant,)+ }
            }
        }

        impl $mirror {
            fn name(number: u32) -> rp_str {
                let known = [$(($mirror::$variant, $core::$variant),)+];
                let found = known.into_iter().find(|(mirror, _)| *mirror as u32 == number);
                found.map_or(rp_str::NONE, |(_, core)| core.as_str().into())
            }
        }
    };
}

/// What a section is for.
#[repr(u32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum rp_section_role {
    /// An account of what was done: 工作回顾, 过去一年, 上半年工作情况.
    Review = 1,
    /// What is to be done: 工作安排, 总体要求, 目标任务, 下半年工作计划.
    Plan = 2,
    /// Shortcomings and difficulties: 存在的问题, 困难和挑战.
    Problems = 3,
    /// Anything else.
    Other = 4,
}

mirror!(rp_section_role of SectionRole: Review Plan Problems Other);

/// The name of an rp_section_role in tables ("review"), which lasts as long as the program; none for any other number.
///
/// Threads: any. Cost: constant.
#[unsafe(no_mangle)]
pub extern "C" fn rp_section_role_name(role: u32) -> rp_str {
    guard_or(rp_str::NONE, || Some(rp_section_role::name(role)))
}

/// What a paragraph is.
#[repr(u32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum rp_paragraph_role {
    /// The report's title, or a line of it.
    Title = 1,
    /// The line below the title: the occasion and its date.
    Subtitle = 2,
    /// Who speaks or issues.
    Byline = 3,
    /// A date on a line of its own.
    Date = 4,
    /// Those addressed: 各位代表：
    Salutation = 5,
    /// A heading, alone or with the body text that shares its paragraph.
    Heading = 6,
    /// Running text.
    Body = 7,
    /// Formulas after the body: a signature, an appeal.
    Closing = 8,
    /// A note, a glossary entry, the announcement of an annex.
    Note = 9,
    /// Page text that is no part of the report: a breadcrumb, a share bar, a page number.
    Furniture = 10,
}

mirror!(rp_paragraph_role of ParagraphRole:
    Title Subtitle Byline Date Salutation Heading Body Closing Note Furniture);

/// The name of an rp_paragraph_role in tables ("body"), which lasts as long as the program; none for any other number.
///
/// Threads: any. Cost: constant.
#[unsafe(no_mangle)]
pub extern "C" fn rp_paragraph_role_name(role: u32) -> rp_str {
    guard_or(rp_str::NONE, || Some(rp_paragraph_role::name(role)))
}

/// How a written figure stands to the true one.
#[repr(u32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum rp_approx {
    /// As written.
    Exact = 1,
    /// 约, 左右, 上下: around.
    About = 2,
    /// 近, 接近: a little less.
    Near = 3,
    /// 余, 多, 超, 超过, 突破, 逾: more than.
    Over = 4,
    /// 以上, 不低于, 不少于: this or more.
    AtLeast = 5,
    /// 以内, 以下, 不超过, 控制在…以内: this or less.
    AtMost = 6,
}

mirror!(rp_approx of Approx: Exact About Near Over AtLeast AtMost);

/// The name of an rp_approx in tables ("at_least"), which lasts as long as the program; none for any other number.
///
/// Threads: any. Cost: constant.
#[unsafe(no_mangle)]
pub extern "C" fn rp_approx_name(approx: u32) -> rp_str {
    guard_or(rp_str::NONE, || Some(rp_approx::name(approx)))
}

/// Whether a metric has come about.
#[repr(u32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum rp_metric_status {
    /// Done, or the state of things.
    Actual = 1,
    /// To be reached.
    Target = 2,
    /// A forecast by others, a rule, a threshold.
    Other = 3,
}

mirror!(rp_metric_status of Status: Actual Target Other);

/// The name of an rp_metric_status in tables ("actual"), which lasts as long as the program; none for any other number.
///
/// Threads: any. Cost: constant.
#[unsafe(no_mangle)]
pub extern "C" fn rp_metric_status_name(status: u32) -> rp_str {
    guard_or(rp_str::NONE, || Some(rp_metric_status::name(status)))
}

/// What kind of document a report is.
#[repr(u32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum rp_kind {
    /// 政府工作报告.
    WorkReport = 1,
    /// A report on half a year: 上半年工作情况的报告.
    HalfYearReport = 2,
    /// 统计公报.
    Communique = 3,
    /// 国民经济和社会发展计划…的报告.
    PlanReport = 4,
    /// 预算, 决算, 财政收支.
    BudgetReport = 5,
    /// Anything else.
    Other = 6,
}

mirror!(rp_kind of Kind: WorkReport HalfYearReport Communique PlanReport BudgetReport Other);

/// The name of an rp_kind in JSON ("work_report"), which lasts as long as the program; none for any other number.
///
/// Threads: any. Cost: constant.
#[unsafe(no_mangle)]
pub extern "C" fn rp_kind_name(kind: u32) -> rp_str {
    guard_or(rp_str::NONE, || Some(rp_kind::name(kind)))
}

/// The rank of the place that a report speaks for.
#[repr(u32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum rp_region_level {
    /// The text does not tell.
    Unknown = 0,
    /// The country.
    National = 1,
    /// 省, 自治区, 直辖市.
    Province = 2,
    /// 地级市, 自治州, 盟, 地区.
    City = 3,
    /// 县, 县级市, 市辖区, 旗.
    County = 4,
}

mirror!(rp_region_level of RegionLevel: National Province City County);

/// The name of an rp_region_level in JSON ("county"), which lasts as long as the program; none for any other number,
/// RP_REGION_LEVEL_UNKNOWN among them.
///
/// Threads: any. Cost: constant.
#[unsafe(no_mangle)]
pub extern "C" fn rp_region_level_name(level: u32) -> rp_str {
    guard_or(rp_str::NONE, || Some(rp_region_level::name(level)))
}

/// How offsets are counted.
#[repr(u32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum rp_offsets {
    /// UTF-8 bytes: C, Rust.
    Bytes = 0,
    /// Unicode code points: Python.
    Chars = 1,
    /// UTF-16 units: JavaScript, Java.
    Utf16 = 2,
}

impl rp_offsets {
    pub(crate) fn read(number: u32) -> Result<Offsets, rp_error> {
        let known = [
            (rp_offsets::Bytes, Offsets::Bytes),
            (rp_offsets::Chars, Offsets::Chars),
            (rp_offsets::Utf16, Offsets::Utf16),
        ];
        find(&known, number, |mirror| mirror as u32)
    }
}

/// The tables of a report.
#[repr(u32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum rp_table {
    /// The facts of the head: one row.
    Meta = 0,
    /// Headed divisions.
    Sections = 1,
    /// Blocks of text.
    Paragraphs = 2,
    /// Enumerated items.
    Points = 3,
    /// Figures.
    Metrics = 4,
}

impl rp_table {
    pub(crate) fn read(number: u32) -> Result<Table, rp_error> {
        let known = [
            (rp_table::Meta, Table::Meta),
            (rp_table::Sections, Table::Sections),
            (rp_table::Paragraphs, Table::Paragraphs),
            (rp_table::Points, Table::Points),
            (rp_table::Metrics, Table::Metrics),
        ];
        find(&known, number, |mirror| mirror as u32)
    }
}

/// What stands beside the value of an enum that has the number `number`.
fn find<M: Copy, T: Copy>(known: &[(M, T)], number: u32, value: impl Fn(M) -> u32) -> Result<T, rp_error> {
    let found = known.iter().find(|(mirror, _)| value(*mirror) == number);
    found.map(|(_, other)| *other).ok_or_else(|| rp_status::RP_ERROR_ARGUMENT.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The name that every number from 0 to 31 has, none left out.
    fn names(name: extern "C" fn(u32) -> rp_str) -> Vec<String> {
        let known = (0..32).map(|number| name(number)).filter(|name| !name.data.is_null());
        // SAFETY: a name that is there lasts as long as the program.
        known.map(|name| unsafe { std::slice::from_raw_parts(name.data.cast(), name.len) }).map(utf8).collect()
    }

    fn utf8(bytes: &[u8]) -> String {
        String::from_utf8(bytes.to_vec()).expect("names are ASCII")
    }

    #[test]
    fn every_value_of_the_core_has_its_number_and_name() {
        assert_eq!(names(rp_section_role_name), SectionRole::ALL.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(
            names(rp_paragraph_role_name),
            ParagraphRole::ALL.iter().map(ToString::to_string).collect::<Vec<_>>()
        );
        assert_eq!(names(rp_approx_name), Approx::ALL.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(names(rp_metric_status_name), Status::ALL.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(names(rp_kind_name), Kind::ALL.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(names(rp_region_level_name), RegionLevel::ALL.iter().map(ToString::to_string).collect::<Vec<_>>());
    }
}
