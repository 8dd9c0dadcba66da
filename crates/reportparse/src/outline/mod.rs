//! Headings → the section tree, with parts, levels and roles.
//!
//! [`scan`] tells which blocks are headings. A level is the rank of a marker's style among the styles that its part uses
//! ([`level`]), so a report that numbers 一、 and 1. has two levels and one that numbers （一） alone has one. The rows are
//! made from these in document order, and what closes a part is marked last ([`closing`]).

mod closing;
mod level;
mod scan;

use crate::block::Block;
use crate::diagnostic::{Diagnostic, Oddity};
use crate::heading::{Candidate, Shape};
use crate::reading::Reading;
use crate::row::{ParagraphRole, ParagraphRow, SectionId, SectionRole, SectionRow};
use crate::span::Span;
use closing::closing;
use level::levels;
use scan::Scan;

/// The sections, and the paragraphs with their places among them.
pub(crate) struct Outline {
    pub(crate) sections: Vec<SectionRow>,
    pub(crate) paragraphs: Vec<ParagraphRow>,
}

/// A heading that has been told from a list item and from body text.
struct Heading {
    block: usize,
    candidate: Candidate,
    part: u32,
    /// A note or a glossary: always of the highest level.
    note: bool,
    level: u8,
}

/// Builds the section tree. The roles of the sections are set by [`crate::role`] once the report's year is known.
pub(crate) fn build(
    blocks: &[Block],
    readings: &[Reading<'_>],
    source: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Outline {
    let (mut headings, roles) = Scan::new(source, blocks, readings).run();
    levels(&mut headings);
    let sections = sections(blocks, readings, &headings, diagnostics);
    let mut paragraphs = paragraphs(blocks, &headings, &roles, &sections);
    closing(readings, &mut paragraphs);
    Outline { sections, paragraphs }
}

/// Makes the rows, in document order: a section holds all that follows up to a heading of its level or above.
fn sections(
    blocks: &[Block],
    readings: &[Reading<'_>],
    headings: &[Heading],
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<SectionRow> {
    let mut rows: Vec<SectionRow> = Vec::with_capacity(headings.len());
    let mut open: Vec<usize> = Vec::new();
    for (at, heading) in headings.iter().enumerate() {
        while open.last().is_some_and(|&last| rows[last].level >= heading.level || rows[last].part != heading.part) {
            open.pop();
        }
        let reading = &readings[heading.block];
        let parent = open.last().copied();
        let numeral = Some(heading.candidate.numeral.clone()).filter(|numeral| !numeral.is_empty());
        let marker = numeral.map(|numeral| reading.source(numeral));
        let ordinal = heading.candidate.marker.and_then(|marker| marker.ordinal);
        let title = reading.source(heading.candidate.title.clone());
        let start = marker.map_or(title.start, |marker| marker.start);
        if let (Some(found), Some(marker)) = (ordinal, marker) {
            sequence(&rows, heading, found, marker, diagnostics);
        }
        rows.push(SectionRow {
            span: Span { start, end: section_end(blocks, headings, at) },
            parent: parent.map(|parent| SectionId(parent as u32)),
            part: heading.part,
            level: heading.level,
            marker,
            ordinal,
            title,
            run_in: heading.candidate.shape == Shape::RunIn,
            role: SectionRole::Other,
        });
        open.push(rows.len() - 1);
    }
    rows
}

fn section_end(blocks: &[Block], headings: &[Heading], at: usize) -> u32 {
    let heading = &headings[at];
    let next = headings[at + 1..].iter().find(|next| next.level <= heading.level || next.part != heading.part);
    let last = next.map_or(blocks.len(), |next| next.block) - 1;
    let last = (heading.block..=last).rev().find(|&block| blocks[block].role.is_none()).unwrap_or(heading.block);
    blocks[last].span.end
}

/// Tells a number that does not follow the one before it.
fn sequence(rows: &[SectionRow], heading: &Heading, found: u32, marker: Span, diagnostics: &mut Vec<Diagnostic>) {
    let before = || rows.iter().rev().take_while(|row| row.part == heading.part);
    let alike = |row: &&SectionRow| row.level == heading.level;
    let runs_on = before().find(alike).and_then(|row| row.ordinal).is_some_and(|last| last + 1 == found);
    if runs_on {
        return;
    }
    let siblings = before().take_while(|row| row.level >= heading.level).filter(alike);
    let expected = siblings.filter_map(|row| row.ordinal).next().map_or(1, |last| last + 1);
    if found > expected {
        diagnostics.push(Diagnostic { span: marker, oddity: Oddity::OrdinalSkipped { expected, found } });
    } else if found < expected {
        diagnostics.push(Diagnostic { span: marker, oddity: Oddity::OrdinalRepeated { expected, found } });
    }
}

/// Makes the rows of the paragraphs: each knows the innermost section that holds it.
fn paragraphs(
    blocks: &[Block],
    headings: &[Heading],
    roles: &[Option<ParagraphRole>],
    sections: &[SectionRow],
) -> Vec<ParagraphRow> {
    let mut next = 0;
    let rows = blocks.iter().enumerate().map(|(at, block)| {
        if headings.get(next).is_some_and(|heading| heading.block == at) {
            next += 1;
        }
        let within =
            next.checked_sub(1).filter(|&last| sections[last].span.contains(block.span) || block.role.is_none());
        ParagraphRow {
            span: block.span,
            section: within.map(|last| SectionId(last as u32)),
            part: next.checked_sub(1).map_or(0, |last| headings[last].part),
            role: roles[at].unwrap_or(ParagraphRole::Body),
            lead: None,
        }
    });
    rows.collect()
}
