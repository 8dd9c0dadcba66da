//! What is marked inside the text: leads, markers of points, figures, changes, the places of diagnostics.

use std::iter::Peekable;
use std::vec::IntoIter;

use super::writer::Writer;
use crate::render::wording;
use crate::report::Report;
use crate::row::{MetricId, MetricRow};
use crate::span::Span;
use crate::view::Metric;

/// A mark on a stretch of text.
#[derive(Clone, Copy, Debug)]
struct Mark {
    span: Span,
    kind: Kind,
}

/// In the order in which marks of one place go around each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Oddity(u32),
    Lead,
    Marker,
    Metric(u32),
    Change(u32),
}

/// The marks of a report that have not been written yet.
#[derive(Debug)]
pub(super) struct Marks(Peekable<IntoIter<Mark>>);

impl Marks {
    pub(super) fn new(report: &Report) -> Self {
        let oddities = (report.diagnostics().iter().zip(0..)).map(|(odd, id)| (odd.span, Kind::Oddity(id)));
        let points = report.point_rows().iter();
        let leads = (report.paragraph_rows().iter().filter_map(|row| row.lead))
            .chain(points.clone().filter_map(|row| row.lead))
            .map(|span| (span, Kind::Lead));
        let markers = points.map(|row| (row.marker, Kind::Marker));
        let metrics = report.metric_rows().iter().zip(0..);
        let changes = metrics.clone().filter(|(row, _)| row.level.is_some());
        let changes = changes.filter_map(|(row, id)| Some((row.change.as_ref()?.span, Kind::Change(id))));
        let mut marks: Vec<Mark> = (oddities.chain(leads).chain(markers))
            .chain(metrics.map(|(row, id)| (place(row), Kind::Metric(id))))
            .chain(changes)
            .map(|(span, kind)| Mark { span, kind })
            .collect();
        marks.sort_by_key(|mark| (mark.span.start, u32::MAX - mark.span.end, mark.kind));
        Marks(marks.into_iter().peekable())
    }

    /// Writes the text of `piece` with its marks. Marks nest; one that crosses another's end or the piece's is cut there,
    /// so each opens and closes once.
    pub(super) fn write(&mut self, writer: &mut Writer<'_>, piece: Span) {
        let mut at = piece.start;
        let mut open: Vec<(u32, Kind)> = Vec::new();
        while let Some(mark) = self.0.next_if(|mark| mark.span.start < piece.end) {
            let start = mark.span.start.max(at);
            while let Some((end, kind)) = open.pop_if(|&mut (end, _)| end <= start) {
                at = copy(writer, at, end);
                close(writer, kind);
            }
            at = copy(writer, at, start);
            let limit = open.last().map_or(piece.end, |&(end, _)| end);
            begin(writer, mark.kind);
            open.push((mark.span.end.clamp(at, limit), mark.kind));
        }
        while let Some((end, kind)) = open.pop() {
            at = copy(writer, at, end);
            close(writer, kind);
        }
        copy(writer, at, piece.end);
    }

    /// Writes what is left, whose places hold nothing to be shown, so that no anchor is missing.
    pub(super) fn rest(self, writer: &mut Writer<'_>) {
        for mark in self.0 {
            begin(writer, mark.kind);
            close(writer, mark.kind);
        }
    }
}

/// Where a metric is marked: at its level, or else at its change.
fn place(row: &MetricRow) -> Span {
    let change = || row.change.as_ref().map(|change| change.span);
    row.level.as_ref().map(|level| level.span).or_else(change).or(row.indicator).unwrap_or(row.sentence)
}

fn copy(writer: &mut Writer<'_>, start: u32, end: u32) -> u32 {
    writer.prose(Span { start, end });
    end
}

fn begin(writer: &mut Writer<'_>, kind: Kind) {
    let report = writer.report;
    match kind {
        Kind::Oddity(id) => {
            writer.raw("<span class=\"oddity\"");
            writer.id('d', id);
            title(writer, &report.diagnostics()[id as usize].to_string());
        }
        Kind::Lead => writer.raw("<b>"),
        Kind::Marker => writer.raw("<span class=\"marker\">"),
        Kind::Metric(id) => {
            let metric = report.metric(MetricId(id));
            writer.raws(&["<mark class=\"", metric.status().as_str(), "\""]);
            writer.id('m', id);
            title(writer, &note(metric));
        }
        Kind::Change(id) => {
            let metric = report.metric(MetricId(id));
            writer.raws(&["<span class=\"change ", direction(metric), "\""]);
            title(writer, &note(metric));
        }
    }
}

fn close(writer: &mut Writer<'_>, kind: Kind) {
    writer.raw(match kind {
        Kind::Oddity(_) | Kind::Marker | Kind::Change(_) => "</span>",
        Kind::Lead => "</b>",
        Kind::Metric(_) => "</mark>",
    });
}

/// The title of the tag that is being written, which ends with it.
fn title(writer: &mut Writer<'_>, text: &str) {
    writer.raw(" title=\"");
    writer.text(text);
    writer.raw("\">");
}

/// Whether a metric's change goes up or down.
pub(super) fn direction(metric: Metric<'_>) -> &'static str {
    match metric.change() {
        Some(change) if change.is_zero() => "level",
        Some(change) if change.is_sign_negative() => "fall",
        Some(_) => "rise",
        None => "none",
    }
}

/// What a metric says: indicator, value, change, status, period.
fn note(metric: Metric<'_>) -> String {
    let indicator = metric.indicator().map(crate::render::prose::one_line);
    let code = metric.code().map(|code| format!("[{code}]"));
    let figure = Some(wording::figure(metric));
    let parts = [indicator, code, figure, wording::change(metric), Some(metric.status().to_string())];
    let parts: Vec<String> = parts.into_iter().flatten().chain(wording::period(metric)).collect();
    parts.join(" · ")
}
