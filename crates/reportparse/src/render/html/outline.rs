//! The outline: sections inside sections, with their leads, each a way to its place in the text.

use super::writer::Writer;
use crate::report::Report;
use crate::row::{ParagraphRole, SectionId};
use crate::span::Span;

/// A line of the outline.
#[derive(Clone, Copy, Debug)]
struct Entry {
    part: u32,
    depth: usize,
    kind: Kind,
    span: Span,
}

#[derive(Clone, Copy, Debug)]
enum Kind {
    Section { id: u32, points: usize },
    Lead { paragraph: u32 },
}

/// Writes the outline; nothing for a report without sections.
pub(super) fn write(writer: &mut Writer<'_>) {
    let entries = entries(writer.report);
    if entries.is_empty() {
        return;
    }
    writer.raw(
        "<nav class=\"outline\" aria-label=\"Outline\">\n<details class=\"toc\" open>\n<summary>Outline</summary>\n",
    );
    writer.raw("<ul lang=\"zh-CN\">\n");
    let (mut depth, mut part) = (0, 0);
    for (at, &entry) in entries.iter().enumerate() {
        for _ in entry.depth..depth {
            writer.raw("</ul></details></li>\n");
        }
        if entry.part > part {
            part = entry.part;
            writer.raws(&["<li class=\"annex\" lang=\"en\">Annex ", &part.to_string(), "</li>\n"]);
        }
        let next = entries.get(at + 1).map_or(0, |next| next.depth);
        line(writer, entry, next > entry.depth);
        depth = if next > entry.depth { entry.depth + 1 } else { entry.depth };
    }
    for _ in 0..depth {
        writer.raw("</ul></details></li>\n");
    }
    writer.raw("</ul>\n</details>\n</nav>\n");
}

/// Writes one line; one that `holds` others stays open for them.
fn line(writer: &mut Writer<'_>, entry: Entry, holds: bool) {
    let open = if entry.depth == 0 { "<li><details open><summary>" } else { "<li><details><summary>" };
    writer.raw(if holds { open } else { "<li class=\"leaf\">" });
    match entry.kind {
        Kind::Section { id, .. } => {
            writer.raw("<a");
            writer.href('s', id);
        }
        Kind::Lead { paragraph } => {
            writer.raw("<a class=\"lead\"");
            writer.href('p', paragraph);
        }
    }
    writer.raw(">");
    writer.prose(entry.span);
    writer.raw("</a>");
    if let Kind::Section { points: points @ 1.., .. } = entry.kind {
        let plural = if points == 1 { "" } else { "s" };
        writer.raws(&[" <span class=\"count\" title=\"", &points.to_string(), " point", plural, "\">"]);
        writer.raws(&[&points.to_string(), "</span>"]);
    }
    writer.raw(if holds { "</summary><ul>\n" } else { "</li>\n" });
}

/// The lines in document order. A lead stands one step below its section, and is told from a heading by its kind.
fn entries(report: &Report) -> Vec<Entry> {
    let depths = depths(report);
    let mut points = vec![0; depths.len()];
    for point in report.point_rows().iter().filter(|point| point.depth == 0) {
        if let Some(SectionId(id)) = point.section {
            points[id as usize] += 1;
        }
    }
    let leads = report.paragraphs().filter(|paragraph| paragraph.role() != ParagraphRole::Furniture);
    let leads = leads.filter_map(|paragraph| {
        let row = paragraph.row();
        let depth = row.section.map_or(0, |SectionId(id)| depths[id as usize] + 1);
        Some(Entry { part: row.part, depth, kind: Kind::Lead { paragraph: paragraph.id().0 }, span: row.lead? })
    });
    let mut entries: Vec<Entry> = (report.section_rows().iter().zip(0..))
        .map(|(row, id)| Entry {
            part: row.part,
            depth: depths[id as usize],
            kind: Kind::Section { id, points: points[id as usize] },
            span: Span { start: row.span.start, end: row.title.end },
        })
        .chain(leads)
        .collect();
    entries.sort_by_key(|entry| entry.span.start);
    entries
}

/// How many sections each section stands in.
fn depths(report: &Report) -> Vec<usize> {
    let mut depths: Vec<usize> = Vec::with_capacity(report.section_rows().len());
    for row in report.section_rows() {
        depths.push(row.parent.map_or(0, |SectionId(parent)| depths[parent as usize] + 1));
    }
    depths
}
