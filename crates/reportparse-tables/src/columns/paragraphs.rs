//! Blocks of text.

use super::name;
use crate::column::Cells::{Number, Offset, Text};
use crate::column::{Column, REPORT};

pub(super) const COLUMNS: &[Column] = &[
    REPORT,
    Column::new(
        "paragraph",
        "The paragraph's number in its report, from 0, in document order.",
        Number(|row| Some(row.index)),
    )
    .required(),
    Column::new(
        "section",
        "The innermost section it stands in.",
        Number(|row| row.paragraph().row().section.map(|id| id.0)),
    )
    .references("sections.section"),
    Column::new(
        "part",
        "0 for the report itself, 1, 2, … for its annexed reports.",
        Number(|row| Some(row.paragraph().row().part)),
    )
    .required(),
    Column::new("role", "What the paragraph is.", name!(ParagraphRole, |row| Some(row.paragraph().role()))).required(),
    Column::new("start", "The paragraph's first character.", Offset(|row| Some(row.paragraph().row().span.start)))
        .required(),
    Column::new("end", "The paragraph's end.", Offset(|row| Some(row.paragraph().row().span.end))).required(),
    Column::new("lead", "The topic sentence that opens it, closing 。 left out.", Text(|row| row.paragraph().lead())),
    Column::new(
        "lead_start",
        "The start of the lead.",
        Offset(|row| row.paragraph().row().lead.map(|span| span.start)),
    ),
    Column::new("lead_end", "The end of the lead.", Offset(|row| row.paragraph().row().lead.map(|span| span.end))),
];
