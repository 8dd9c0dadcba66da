//! The rows of the four tables, as the stages write them.
//!
//! A row holds spans and numbers only. It names another row by its index, never by reference, so the tables can be
//! handed to a binding, a thread or an Arrow array as they are. What a row *means* is read through the views of
//! [`Report`](crate::Report).

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::span::Span;

/// Index of a row of `sections`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SectionId(pub u32);

/// Index of a row of `paragraphs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ParagraphId(pub u32);

/// Index of a row of `points`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PointId(pub u32);

/// Index of a row of `metrics`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MetricId(pub u32);

/// Index of a string that the report keeps once: a unit, a base unit, an indicator code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Symbol(pub u32);

/// An enum whose values have one name each, the same in every interface.
macro_rules! named {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$variant_meta])* $variant,)+ }

        impl $name {
            /// All values, in the order of their definition.
            pub const ALL: &[$name] = &[$($name::$variant,)+];

            /// The value's name in tables, JSON, Python and C.
            pub const fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text,)+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

named! {
    /// What a section is for.
    SectionRole {
        /// An account of what was done: 工作回顾, 过去一年, 上半年工作情况.
        Review = "review",
        /// What is to be done: 工作安排, 总体要求, 目标任务, 下半年工作计划.
        Plan = "plan",
        /// Shortcomings and difficulties: 存在的问题, 困难和挑战.
        Problems = "problems",
        /// Anything else: notes, a glossary, a section whose heading does not tell.
        Other = "other",
    }
}

named! {
    /// What a paragraph is.
    ParagraphRole {
        /// The report's title, or a line of it.
        Title = "title",
        /// The line below the title: the occasion and its date.
        Subtitle = "subtitle",
        /// Who speaks or issues: 省长 胡玉亭.
        Byline = "byline",
        /// A date on a line of its own.
        Date = "date",
        /// Those addressed: 各位代表：
        Salutation = "salutation",
        /// A heading, alone or with the body text that shares its paragraph.
        Heading = "heading",
        /// Running text.
        Body = "body",
        /// Formulas after the body: a signature, an appeal.
        Closing = "closing",
        /// A note, a glossary entry, the announcement of an annex.
        Note = "note",
        /// Page text that is no part of the report: a breadcrumb, a share bar, a page number.
        Furniture = "furniture",
    }
}

named! {
    /// How a written figure stands to the true one.
    Approx {
        /// As written.
        Exact = "exact",
        /// 约, 左右, 上下: around.
        About = "about",
        /// 近, 接近: a little less.
        Near = "near",
        /// 余, 多, 超, 超过, 突破, 逾: more than.
        Over = "over",
        /// 以上, 不低于, 不少于: this or more.
        AtLeast = "at_least",
        /// 以内, 以下, 不超过, 控制在…以内: this or less.
        AtMost = "at_most",
    }
}

named! {
    /// Whether a metric has come about.
    Status {
        /// Done, or the state of things.
        Actual = "actual",
        /// To be reached.
        Target = "target",
        /// A forecast by others, a rule, a threshold.
        Other = "other",
    }
}

named! {
    /// What kind of document a report is.
    Kind {
        /// 政府工作报告.
        WorkReport = "work_report",
        /// A report on half a year: 上半年工作情况的报告.
        HalfYearReport = "half_year_report",
        /// 统计公报.
        Communique = "communique",
        /// 国民经济和社会发展计划…的报告.
        PlanReport = "plan_report",
        /// 预算, 决算, 财政收支.
        BudgetReport = "budget_report",
        /// Anything else.
        Other = "other",
    }
}

named! {
    /// The rank of the place that a report speaks for.
    RegionLevel {
        /// The country.
        National = "national",
        /// 省, 自治区, 直辖市.
        Province = "province",
        /// 地级市, 自治州, 盟, 地区.
        City = "city",
        /// 县, 县级市, 市辖区, 旗.
        County = "county",
    }
}

/// A headed division of the report.
#[derive(Clone, Debug, PartialEq)]
pub struct SectionRow {
    /// From the marker's first character to the end of the whole section, subsections included.
    pub span: Span,
    /// The section that holds this one.
    pub parent: Option<SectionId>,
    /// 0 for the report itself, 1, 2, … for its annexed reports.
    pub part: u32,
    /// 1 for the highest rank of its part.
    pub level: u8,
    /// 一、 / （一） / 1. as written; none for an unnumbered heading.
    pub marker: Option<Span>,
    /// The number that the marker states.
    pub ordinal: Option<u32>,
    /// The heading after its marker, closing 。 or ： left out.
    pub title: Span,
    /// Whether body text follows in the heading's own paragraph.
    pub run_in: bool,
    /// What the section is for.
    pub role: SectionRole,
}

/// A block of text. The paragraphs hold every non-blank character of the report once.
#[derive(Clone, Debug, PartialEq)]
pub struct ParagraphRow {
    /// The paragraph without the blanks around it.
    pub span: Span,
    /// The innermost section it stands in; none before the first heading.
    pub section: Option<SectionId>,
    /// 0 for the report itself, 1, 2, … for its annexed reports.
    pub part: u32,
    /// What the paragraph is.
    pub role: ParagraphRole,
    /// The topic sentence that opens it, closing 。 left out.
    pub lead: Option<Span>,
}

/// An enumerated item inside a section.
#[derive(Clone, Debug, PartialEq)]
pub struct PointRow {
    /// From the marker's first character to the end of the item.
    pub span: Span,
    /// The point in which this point's list stands.
    pub parent: Option<PointId>,
    /// The list it belongs to; lists are numbered from 0 in the order of their first points.
    pub list: u32,
    /// The innermost section it stands in.
    pub section: Option<SectionId>,
    /// The paragraph in which it starts.
    pub paragraph: ParagraphId,
    /// 0 for a point of an outermost list.
    pub depth: u8,
    /// 一是, 第一, ①, —— as written.
    pub marker: Span,
    /// The number that the marker states; none for ——.
    pub ordinal: Option<u32>,
    /// The item's heading phrase, where it has one.
    pub lead: Option<Span>,
}

/// The level that a metric states: 1031.1亿元.
#[derive(Clone, Debug, PartialEq)]
pub struct LevelRow {
    /// The quantity as written, approximators and unit included.
    pub span: Span,
    /// The number as written, in the metric's unit; none where no decimal holds it exactly (三分之一).
    pub value: Option<Decimal>,
    /// The upper end of a range.
    pub high: Option<Decimal>,
    /// `value` in the base unit; none where the unit is unknown or the product has no exact decimal.
    pub base_value: Option<Decimal>,
    /// The unit that `base_value` counts in.
    pub base_unit: Option<Symbol>,
}

/// The change that a metric states: 同比下降22.6%.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeRow {
    /// From the basis word to the unit.
    pub span: Span,
    /// Signed: −22.6; none where no decimal holds it exactly (减少三分之一).
    pub value: Option<Decimal>,
    /// The end of a range that lies further from zero, signed.
    pub high: Option<Decimal>,
    /// %, 个百分点, or a unit of its own.
    pub unit: Option<Symbol>,
    /// 同比, 可比, 较一季度 as written; may stand earlier in the text than the change.
    pub basis: Option<Span>,
}

/// The time that a metric holds for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PeriodRow {
    /// As written (上半年, 截至6月底); none where only the report's or the section's default holds.
    pub span: Option<Span>,
    /// The first day.
    pub start: Option<Date>,
    /// The last day.
    pub end: Option<Date>,
}

/// One thing measured once.
#[derive(Clone, Debug, PartialEq)]
pub struct MetricRow {
    /// The innermost section it stands in.
    pub section: Option<SectionId>,
    /// The innermost point it stands in.
    pub point: Option<PointId>,
    /// The sentence it stands in.
    pub sentence: Span,
    /// The phrase that names what is measured; may stand earlier in the text.
    pub indicator: Option<Span>,
    /// The indicator's entry in the lexicon.
    pub code: Option<Symbol>,
    /// The level; none where only a change is stated.
    pub level: Option<LevelRow>,
    /// The unit of the level, or of the change where there is no level: 万人次.
    pub unit: Option<Symbol>,
    /// How the level, or the change where there is no level, stands to the true figure.
    pub approx: Approx,
    /// The change; none where only a level is stated.
    pub change: Option<ChangeRow>,
    /// Whether it has come about.
    pub status: Status,
    /// The time it holds for.
    pub period: PeriodRow,
    /// The metric that 其中 makes this one a part of.
    pub part_of: Option<MetricId>,
}
