//! Where a point ends.

use std::collections::HashMap;

use super::candidate::Candidate;
use super::list::Item;
use crate::reading::Reading;
use crate::row::{ParagraphRole, ParagraphRow, PointId, PointRow};
use crate::text::is_letter;

/// Where each item ends: before the next item of its list or of a list that holds it, else where its content does.
pub(super) fn ends(
    readings: &[Reading<'_>],
    paragraphs: &[ParagraphRow],
    items: &[Item<'_>],
    kept: &[bool],
    parents: &[Option<usize>],
) -> Vec<u32> {
    let mut ends = vec![0; items.len()];
    let mut next_of_list: HashMap<usize, usize> = HashMap::new();
    for (at, item) in items.iter().enumerate().rev().filter(|&(at, _)| kept[at]) {
        let Candidate { paragraph, start, end, .. } = item.candidate;
        let next = next_of_list.insert(item.list, at);
        ends[at] = match next {
            Some(next) => end_before(readings, paragraphs, &items[next].candidate),
            None => {
                body_of(readings, paragraphs, items, at).unwrap_or_else(|| readings[paragraph].source(start..end).end)
            }
        };
    }
    let held: Vec<Option<usize>> = (0..items.len()).map(|at| parents[at].filter(|_| kept[at])).collect();
    lengthen(readings, items, &held, &mut ends);
    for (at, parent) in held.iter().enumerate().filter_map(|(at, parent)| Some((at, (*parent)?))) {
        ends[at] = ends[at].min(ends[parent]);
    }
    ends
}

/// A list that an item announces behind its own end makes the item longer, and those that hold it.
fn lengthen(readings: &[Reading<'_>], items: &[Item<'_>], held: &[Option<usize>], ends: &mut [u32]) {
    let mut longer = vec![false; items.len()];
    for (at, parent) in held.iter().enumerate().rev() {
        let Candidate { paragraph, start, marker_end, .. } = items[at].candidate;
        if let Some(parent) = *parent
            && (longer[at] || readings[paragraph].source(start..marker_end).start >= ends[parent])
        {
            ends[parent] = ends[parent].max(ends[at]);
            longer[parent] = true;
        }
    }
}

/// The end of what stands before `next`.
fn end_before(readings: &[Reading<'_>], paragraphs: &[ParagraphRow], next: &Candidate<'_>) -> u32 {
    if next.start > 0 {
        return readings[next.paragraph].source(0..next.start).end;
    }
    let before = paragraphs[..next.paragraph].iter().rev().find(|row| row.role != ParagraphRole::Furniture);
    before.map_or(0, |row| row.span.end)
}

/// The end of the body below the last item of a list whose items are lines of their own, each above its body.
fn body_of(readings: &[Reading<'_>], paragraphs: &[ParagraphRow], items: &[Item<'_>], item: usize) -> Option<u32> {
    let Candidate { paragraph, start, .. } = items[item].candidate;
    let is_line = start == 0 && readings[paragraph].text().ends_with(is_letter);
    let body = paragraphs.get(paragraph + 1).filter(|row| is_line && row.role == ParagraphRole::Body)?;
    let before = items[..item].iter().rev().find(|before| before.list == items[item].list)?;
    (before.candidate.paragraph + 1 < paragraph).then_some(body.span.end)
}

/// Ends every point where the next one begins that it does not hold, and takes away a lead that then lies outside.
pub(super) fn part_siblings(rows: &mut [PointRow]) {
    let mut open: Vec<usize> = Vec::new();
    for at in 0..rows.len() {
        let start = rows[at].span.start;
        while let Some(&last) = open.last().filter(|&&last| rows[at].parent != Some(PointId(last as u32))) {
            rows[last].span.end = rows[last].span.end.min(start);
            open.pop();
        }
        if open.is_empty() {
            rows[at].parent = None;
        }
        open.push(at);
    }
    for row in rows {
        row.lead = row.lead.filter(|lead| row.span.contains(*lead));
    }
}
