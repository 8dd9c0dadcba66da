//! The rows of the tables as they leave the library: one flat record a row, with the column names that people and tests
//! depend on.

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

use crate::diagnostic::Diagnostic;
use crate::offsets::Offsets;
use crate::report::Report;
use crate::row::{LevelRow, MetricId, ParagraphId, PointId, SectionId};
use crate::span::Span;
use crate::view::{Metric, Paragraph, Point, Section};

/// The tables of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Table {
    /// Headed divisions.
    Sections,
    /// Blocks of text.
    Paragraphs,
    /// Enumerated items.
    Points,
    /// Figures.
    Metrics,
}

impl Table {
    /// All tables.
    pub const ALL: &[Table] = &[Table::Sections, Table::Paragraphs, Table::Points, Table::Metrics];

    /// The table's name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Table::Sections => "sections",
            Table::Paragraphs => "paragraphs",
            Table::Points => "points",
            Table::Metrics => "metrics",
        }
    }
}

/// A row of `sections`.
#[derive(Clone, Debug, Serialize)]
#[expect(missing_docs, reason = "the columns are those of SectionRow, in the order of the design")]
pub struct SectionRecord<'r> {
    pub report: &'r str,
    pub section: u32,
    pub parent: Option<u32>,
    pub part: u32,
    pub level: u8,
    pub marker: Option<&'r str>,
    pub ordinal: Option<u32>,
    pub title: &'r str,
    pub run_in: bool,
    pub role: &'static str,
    pub start: u32,
    pub end: u32,
    pub title_start: u32,
    pub title_end: u32,
}

/// A row of `paragraphs`.
#[derive(Clone, Debug, Serialize)]
#[expect(missing_docs, reason = "the columns are those of ParagraphRow, in the order of the design")]
pub struct ParagraphRecord<'r> {
    pub report: &'r str,
    pub paragraph: u32,
    pub section: Option<u32>,
    pub part: u32,
    pub role: &'static str,
    pub start: u32,
    pub end: u32,
    pub lead: Option<&'r str>,
    pub lead_start: Option<u32>,
    pub lead_end: Option<u32>,
}

/// A row of `points`.
#[derive(Clone, Debug, Serialize)]
#[expect(missing_docs, reason = "the columns are those of PointRow, in the order of the design")]
pub struct PointRecord<'r> {
    pub report: &'r str,
    pub point: u32,
    pub parent: Option<u32>,
    pub list: u32,
    pub section: Option<u32>,
    pub paragraph: u32,
    pub depth: u8,
    pub marker: &'r str,
    pub ordinal: Option<u32>,
    pub lead: Option<&'r str>,
    pub start: u32,
    pub end: u32,
}

/// A row of `metrics`. Decimals are text in JSON and CSV, so that no reader rounds them.
#[derive(Clone, Debug, Serialize)]
#[expect(missing_docs, reason = "the columns are those of MetricRow, in the order of the design")]
pub struct MetricRecord<'r> {
    pub report: &'r str,
    pub metric: u32,
    pub section: Option<u32>,
    pub point: Option<u32>,
    pub sentence_start: u32,
    pub sentence_end: u32,
    pub indicator: Option<&'r str>,
    pub indicator_start: Option<u32>,
    pub indicator_end: Option<u32>,
    pub code: Option<&'r str>,
    pub literal: Option<&'r str>,
    pub start: Option<u32>,
    pub end: Option<u32>,
    #[serde(serialize_with = "decimal")]
    pub value: Option<Decimal>,
    #[serde(serialize_with = "decimal")]
    pub value_high: Option<Decimal>,
    pub unit: Option<&'r str>,
    pub approx: &'static str,
    #[serde(serialize_with = "decimal")]
    pub base_value: Option<Decimal>,
    pub base_unit: Option<&'r str>,
    pub change_literal: Option<&'r str>,
    pub change_start: Option<u32>,
    pub change_end: Option<u32>,
    #[serde(serialize_with = "decimal")]
    pub change: Option<Decimal>,
    #[serde(serialize_with = "decimal")]
    pub change_high: Option<Decimal>,
    pub change_unit: Option<&'r str>,
    pub basis: Option<&'r str>,
    pub status: &'static str,
    pub period: Option<&'r str>,
    #[serde(serialize_with = "date")]
    pub period_start: Option<Date>,
    #[serde(serialize_with = "date")]
    pub period_end: Option<Date>,
    pub part_of: Option<u32>,
}

/// The facts of a report's head.
#[derive(Clone, Debug, Serialize)]
#[expect(missing_docs, reason = "the fields are those of MetaRow")]
pub struct MetaRecord<'r> {
    pub title: Option<&'r str>,
    pub speaker: Option<&'r str>,
    pub speaker_role: Option<&'r str>,
    pub occasion: Option<&'r str>,
    #[serde(serialize_with = "date")]
    pub delivered_on: Option<Date>,
    #[serde(serialize_with = "date")]
    pub published_on: Option<Date>,
    pub salutation: Option<&'r str>,
    pub kind: &'static str,
    pub region: Option<&'r str>,
    pub region_level: Option<&'static str>,
    pub year: Option<i16>,
    pub period: Option<&'r str>,
}

/// Something odd in a report.
#[derive(Clone, Debug, Serialize)]
#[expect(missing_docs, reason = "the fields are those of Diagnostic")]
pub struct DiagnosticRecord {
    pub code: &'static str,
    pub message: String,
    pub start: u32,
    pub end: u32,
}

/// Makes the records of one report.
#[derive(Clone, Copy, Debug)]
pub struct Records<'r> {
    report: &'r Report,
    name: &'r str,
    offsets: Offsets,
}

impl<'r> Records<'r> {
    /// Records of `report`, called `name` in the column `report`, with offsets counted as `offsets` says.
    pub fn new(report: &'r Report, name: &'r str, offsets: Offsets) -> Self {
        Records { report, name, offsets }
    }

    /// The report's head.
    pub fn meta(self) -> MetaRecord<'r> {
        let meta = self.report.meta();
        MetaRecord {
            title: meta.title(),
            speaker: meta.speaker(),
            speaker_role: meta.speaker_role(),
            occasion: meta.occasion(),
            delivered_on: meta.delivered_on(),
            published_on: meta.published_on(),
            salutation: meta.salutation(),
            kind: meta.kind().as_str(),
            region: meta.region(),
            region_level: meta.region_level().map(|level| level.as_str()),
            year: meta.year(),
            period: meta.period(),
        }
    }

    /// A row of `sections`.
    pub fn section(self, section: Section<'r>) -> SectionRecord<'r> {
        let row = section.row();
        SectionRecord {
            report: self.name,
            section: section.id().0,
            parent: row.parent.map(|SectionId(id)| id),
            part: row.part,
            level: row.level,
            marker: section.marker(),
            ordinal: row.ordinal,
            title: section.title(),
            run_in: row.run_in,
            role: row.role.as_str(),
            start: self.at(row.span.start),
            end: self.at(row.span.end),
            title_start: self.at(row.title.start),
            title_end: self.at(row.title.end),
        }
    }

    /// A row of `paragraphs`.
    pub fn paragraph(self, paragraph: Paragraph<'r>) -> ParagraphRecord<'r> {
        let row = paragraph.row();
        ParagraphRecord {
            report: self.name,
            paragraph: paragraph.id().0,
            section: row.section.map(|SectionId(id)| id),
            part: row.part,
            role: row.role.as_str(),
            start: self.at(row.span.start),
            end: self.at(row.span.end),
            lead: paragraph.lead(),
            lead_start: self.start(row.lead),
            lead_end: self.end(row.lead),
        }
    }

    /// A row of `points`.
    pub fn point(self, point: Point<'r>) -> PointRecord<'r> {
        let row = point.row();
        let ParagraphId(paragraph) = row.paragraph;
        PointRecord {
            report: self.name,
            point: point.id().0,
            parent: row.parent.map(|PointId(id)| id),
            list: row.list,
            section: row.section.map(|SectionId(id)| id),
            paragraph,
            depth: row.depth,
            marker: point.marker(),
            ordinal: row.ordinal,
            lead: point.lead(),
            start: self.at(row.span.start),
            end: self.at(row.span.end),
        }
    }

    /// A row of `metrics`.
    pub fn metric(self, metric: Metric<'r>) -> MetricRecord<'r> {
        let row = metric.row();
        let level = row.level.as_ref().map(|level: &LevelRow| level.span);
        let change = row.change.as_ref().map(|change| change.span);
        MetricRecord {
            report: self.name,
            metric: metric.id().0,
            section: row.section.map(|SectionId(id)| id),
            point: row.point.map(|PointId(id)| id),
            sentence_start: self.at(row.sentence.start),
            sentence_end: self.at(row.sentence.end),
            indicator: metric.indicator(),
            indicator_start: self.start(row.indicator),
            indicator_end: self.end(row.indicator),
            code: metric.code(),
            literal: metric.literal(),
            start: self.start(level),
            end: self.end(level),
            value: metric.value(),
            value_high: metric.value_high(),
            unit: metric.unit(),
            approx: row.approx.as_str(),
            base_value: metric.base_value(),
            base_unit: metric.base_unit(),
            change_literal: metric.change_literal(),
            change_start: self.start(change),
            change_end: self.end(change),
            change: metric.change(),
            change_high: metric.change_high(),
            change_unit: metric.change_unit(),
            basis: metric.basis(),
            status: row.status.as_str(),
            period: metric.period(),
            period_start: row.period.start,
            period_end: row.period.end,
            part_of: row.part_of.map(|MetricId(id)| id),
        }
    }

    /// A diagnostic.
    pub fn diagnostic(self, diagnostic: &Diagnostic) -> DiagnosticRecord {
        DiagnosticRecord {
            code: diagnostic.code(),
            message: diagnostic.to_string(),
            start: self.at(diagnostic.span.start),
            end: self.at(diagnostic.span.end),
        }
    }

    pub(super) fn report(self) -> &'r Report {
        self.report
    }

    pub(super) fn offsets(self) -> Offsets {
        self.offsets
    }

    fn at(self, byte: u32) -> u32 {
        self.report.offset(byte, self.offsets)
    }

    fn start(self, span: Option<Span>) -> Option<u32> {
        span.map(|span| self.at(span.start))
    }

    fn end(self, span: Option<Span>) -> Option<u32> {
        span.map(|span| self.at(span.end))
    }
}

#[expect(clippy::ref_option, reason = "the signature that serde calls")]
fn decimal<S: Serializer>(value: &Option<Decimal>, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => serializer.collect_str(value),
        None => serializer.serialize_none(),
    }
}

#[expect(clippy::ref_option, reason = "the signature that serde calls")]
fn date<S: Serializer>(value: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => serializer.collect_str(value),
        None => serializer.serialize_none(),
    }
}
