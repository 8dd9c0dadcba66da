//! The whole report as one JSON document: the head, then the sections with their paragraphs, points and metrics inside
//! them. Rust, Python, C and the program give the same bytes.

use serde::Serialize;

use super::record::{DiagnosticRecord, MetaRecord, MetricRecord, ParagraphRecord, PointRecord, Records, SectionRecord};
use crate::offsets::Offsets;
use crate::report::Report;
use crate::row::SectionId;
use crate::view::{Metric, Paragraph, Point};

#[derive(Serialize)]
struct Document<'r> {
    /// The version of the library that wrote it.
    reportparse: &'static str,
    offsets: &'static str,
    meta: MetaRecord<'r>,
    /// The paragraphs before the first section and between the parts.
    paragraphs: Vec<ParagraphNode<'r>>,
    sections: Vec<SectionNode<'r>>,
    diagnostics: Vec<DiagnosticRecord>,
}

#[derive(Serialize)]
struct SectionNode<'r> {
    #[serde(flatten)]
    record: SectionRecord<'r>,
    path: String,
    paragraphs: Vec<ParagraphNode<'r>>,
    sections: Vec<SectionNode<'r>>,
}

#[derive(Serialize)]
struct ParagraphNode<'r> {
    #[serde(flatten)]
    record: ParagraphRecord<'r>,
    text: &'r str,
    points: Vec<PointRecord<'r>>,
    metrics: Vec<MetricRecord<'r>>,
}

/// `report` as JSON, called `name`, with offsets counted as `offsets` says.
pub fn json(report: &Report, name: &str, offsets: Offsets) -> String {
    let records = Records::new(report, name, offsets);
    let mut rows = Rows {
        records,
        paragraphs: report.paragraphs().collect::<Vec<_>>().into_iter().peekable(),
        points: report.points().collect::<Vec<_>>().into_iter().peekable(),
        metrics: report.metrics().collect::<Vec<_>>().into_iter().peekable(),
    };
    let (paragraphs, sections) = rows.document();
    let document = Document {
        reportparse: env!("CARGO_PKG_VERSION"),
        offsets: records.offsets().as_str(),
        meta: records.meta(),
        paragraphs,
        sections,
        diagnostics: report.diagnostics().iter().map(|diagnostic| records.diagnostic(diagnostic)).collect(),
    };
    serde_json::to_string(&document).expect("records hold nothing that JSON cannot say")
}

/// The rows that have not been written yet; all stand in document order.
struct Rows<'r> {
    records: Records<'r>,
    paragraphs: std::iter::Peekable<std::vec::IntoIter<Paragraph<'r>>>,
    points: std::iter::Peekable<std::vec::IntoIter<Point<'r>>>,
    metrics: std::iter::Peekable<std::vec::IntoIter<Metric<'r>>>,
}

impl<'r> Rows<'r> {
    /// All paragraphs that stand in no section, and all sections of the highest rank.
    fn document(&mut self) -> (Vec<ParagraphNode<'r>>, Vec<SectionNode<'r>>) {
        let mut nodes: Vec<Option<SectionNode<'r>>> = self
            .records
            .report()
            .sections()
            .map(|section| {
                let (record, path) = (self.records.section(section), section.path());
                Some(SectionNode { record, path, paragraphs: Vec::new(), sections: Vec::new() })
            })
            .collect();
        let mut outside = Vec::new();
        while let Some(paragraph) = self.paragraphs.next() {
            let node = self.paragraph(paragraph);
            let section = paragraph.row().section.and_then(|SectionId(id)| nodes[id as usize].as_mut());
            section.map_or(&mut outside, |section| &mut section.paragraphs).push(node);
        }
        (outside, nest(nodes))
    }

    fn paragraph(&mut self, paragraph: Paragraph<'r>) -> ParagraphNode<'r> {
        let end = paragraph.span().end;
        let records = self.records;
        let mut points = Vec::new();
        while let Some(point) = self.points.next_if(|point| point.span().start < end) {
            points.push(records.point(point));
        }
        let mut metrics = Vec::new();
        while let Some(metric) = self.metrics.next_if(|metric| metric.sentence_span().start < end) {
            metrics.push(records.metric(metric));
        }
        ParagraphNode { record: records.paragraph(paragraph), text: paragraph.text(), points, metrics }
    }
}

/// Puts every section into the one that holds it, from the last to the first, so that children are whole when they move.
fn nest(mut nodes: Vec<Option<SectionNode<'_>>>) -> Vec<SectionNode<'_>> {
    let mut roots = Vec::new();
    for at in (0..nodes.len()).rev() {
        let Some(mut node) = nodes[at].take() else { continue };
        node.sections.reverse();
        let parent = node.record.parent.and_then(|parent| nodes[parent as usize].as_mut());
        parent.map_or(&mut roots, |parent| &mut parent.sections).push(node);
    }
    roots.reverse();
    roots
}
