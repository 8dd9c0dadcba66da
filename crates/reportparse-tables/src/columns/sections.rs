//! Headed divisions.

use super::name;
use crate::column::Cells::{Flag, Number, Offset, Small, Text};
use crate::column::{Column, REPORT};

pub(super) const COLUMNS: &[Column] = &[
    REPORT,
    Column::new(
        "section",
        "The section's number in its report, from 0, in document order.",
        Number(|row| Some(row.index)),
    )
    .required(),
    Column::new("parent", "The section that holds this one.", Number(|row| row.section().row().parent.map(|id| id.0)))
        .references("sections.section"),
    Column::new(
        "part",
        "0 for the report itself, 1, 2, … for its annexed reports.",
        Number(|row| Some(row.section().part())),
    )
    .required(),
    Column::new("level", "1 for the highest rank of its part.", Small(|row| Some(row.section().level()))).required(),
    Column::new("marker", "The characters that number the heading, as written.", Text(|row| row.section().marker())),
    Column::new("ordinal", "The number that the marker states.", Number(|row| row.section().row().ordinal)),
    Column::new(
        "title",
        "The heading after its marker, closing 。 or ： left out.",
        Text(|row| Some(row.section().title())),
    )
    .required(),
    Column::new(
        "run_in",
        "Whether body text follows in the heading's own paragraph.",
        Flag(|row| Some(row.section().is_run_in())),
    )
    .required(),
    Column::new("role", "What the section is for.", name!(SectionRole, |row| Some(row.section().role()))).required(),
    Column::new("start", "The marker's first character.", Offset(|row| Some(row.section().row().span.start)))
        .required(),
    Column::new(
        "end",
        "The end of the section, its subsections included.",
        Offset(|row| Some(row.section().row().span.end)),
    )
    .required(),
    Column::new("title_start", "The start of the title.", Offset(|row| Some(row.section().row().title.start)))
        .required(),
    Column::new("title_end", "The end of the title.", Offset(|row| Some(row.section().row().title.end))).required(),
];
