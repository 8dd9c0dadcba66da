//! 一是…；二是…: enumerations, their items and their nesting.
//!
//! The markers of a section ([`candidate`]) are gone through once. Open lists lie on a stack; a marker goes to the nearest
//! list that expects its number, opens a list if it states one, and is prose otherwise ([`list`]). A list of one item is no
//! list. Where an item ends, its list and those around it say ([`extent`]).

mod candidate;
mod extent;
mod lead;
mod list;

use crate::announced;
use crate::diagnostic::{Diagnostic, Oddity};
use crate::reading::Reading;
use crate::row::{ParagraphId, ParagraphRow, PointId, PointRow, SectionRow};
use candidate::{Candidate, candidates};
use extent::{ends, part_siblings};
use lead::lead;
use list::{Item, Lists};

/// Finds the points of all sections.
pub(crate) fn find(
    readings: &[Reading<'_>],
    paragraphs: &[ParagraphRow],
    sections: &[SectionRow],
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<PointRow> {
    let candidates = candidates(readings, paragraphs, sections);
    let (items, lists) = Lists::new(readings, paragraphs).run(candidates, diagnostics);
    let rows = rows(readings, paragraphs, items, &lists);
    counts(readings, &rows, diagnostics);
    rows
}

/// Makes the rows of the lists that have more than one item, in document order.
fn rows(readings: &[Reading<'_>], paragraphs: &[ParagraphRow], items: Vec<Item<'_>>, lengths: &[u32]) -> Vec<PointRow> {
    let kept: Vec<bool> = items.iter().map(|item| lengths[item.list] > 1).collect();
    let mut index = vec![u32::MAX; items.len()];
    let mut list_number = vec![u32::MAX; lengths.len()];
    let mut lists = 0;
    let parents = kept_parents(&items, &kept);
    let ends = ends(readings, paragraphs, &items, &kept, &parents);
    let mut rows: Vec<PointRow> = Vec::with_capacity(items.len());
    for (at, item) in items.iter().enumerate().filter(|&(at, _)| kept[at]) {
        index[at] = rows.len() as u32;
        if list_number[item.list] == u32::MAX {
            list_number[item.list] = lists;
            lists += 1;
        }
        let parent = parents[at].map(|parent| PointId(index[parent]));
        let Candidate { paragraph, section, start, marker_end, .. } = item.candidate;
        let reading = &readings[paragraph];
        let marker = reading.source(start..marker_end);
        let text = reading.text();
        let own = &text[marker_end..reading.offset_of(ends[at]).clamp(marker_end, text.len())];
        let is_headed = ends[at] > reading.source(0..text.len()).end;
        rows.push(PointRow {
            span: crate::Span { start: marker.start, end: ends[at].max(marker.end) },
            parent,
            list: list_number[item.list],
            section,
            paragraph: ParagraphId(paragraph as u32),
            depth: parent.map_or(0, |parent| rows[parent.0 as usize].depth + 1),
            marker,
            ordinal: item.ordinal,
            lead: lead(own, is_headed).map(|range| reading.source(marker_end + range.start..marker_end + range.end)),
        });
    }
    part_siblings(&mut rows);
    rows
}

/// The nearest item above each that is kept.
fn kept_parents(items: &[Item<'_>], kept: &[bool]) -> Vec<Option<usize>> {
    let mut parents: Vec<Option<usize>> = Vec::with_capacity(items.len());
    for item in items {
        let parent = item.parent.and_then(|parent| if kept[parent] { Some(parent) } else { parents[parent] });
        parents.push(parent);
    }
    parents
}

/// Compares the number of points that the text announces before a list with the number that follow.
fn counts(readings: &[Reading<'_>], rows: &[PointRow], diagnostics: &mut Vec<Diagnostic>) {
    let mut sizes: Vec<u32> = Vec::new();
    for row in rows {
        if row.list as usize == sizes.len() {
            sizes.push(0);
        }
        sizes[row.list as usize] += 1;
    }
    let mut seen = 0;
    for row in rows {
        if row.list < seen {
            continue;
        }
        seen = row.list + 1;
        let paragraph = row.paragraph.0 as usize;
        let start = readings[paragraph].offset_of(row.span.start);
        let (holder, before) = match (start, paragraph.checked_sub(1)) {
            (0, Some(before)) => (&readings[before], readings[before].text()),
            _ => (&readings[paragraph], &readings[paragraph].text()[..start]),
        };
        let found = sizes[row.list as usize];
        if let Some((announced, range)) = announced::count(before).filter(|&(announced, _)| announced != found) {
            diagnostics
                .push(Diagnostic { span: holder.source(range), oddity: Oddity::CountDiffers { announced, found } });
        }
    }
}
