//! Enumerated items.

use crate::column::Cells::{Number, Offset, Small, Text};
use crate::column::{Column, REPORT};

pub(super) const COLUMNS: &[Column] = &[
    REPORT,
    Column::new("point", "The point's number in its report, from 0, in document order.", Number(|row| Some(row.index)))
        .required(),
    Column::new(
        "parent",
        "The point in which this point's list stands.",
        Number(|row| row.point().row().parent.map(|id| id.0)),
    )
    .references("points.point"),
    Column::new(
        "list",
        "The list it belongs to, numbered from 0 in the order of their first points.",
        Number(|row| Some(row.point().row().list)),
    )
    .required(),
    Column::new(
        "section",
        "The innermost section it stands in.",
        Number(|row| row.point().row().section.map(|id| id.0)),
    )
    .references("sections.section"),
    Column::new("paragraph", "The paragraph in which it starts.", Number(|row| Some(row.point().row().paragraph.0)))
        .references("paragraphs.paragraph")
        .required(),
    Column::new("depth", "0 for a point of an outermost list.", Small(|row| Some(row.point().row().depth))).required(),
    Column::new("marker", "The characters that number the point, as written.", Text(|row| Some(row.point().marker())))
        .required(),
    Column::new("ordinal", "The number that the marker states.", Number(|row| row.point().row().ordinal)),
    Column::new("lead", "The item's heading phrase, where it has one.", Text(|row| row.point().lead())),
    Column::new("start", "The marker's first character.", Offset(|row| Some(row.point().row().span.start))).required(),
    Column::new("end", "The end of the item.", Offset(|row| Some(row.point().row().span.end))).required(),
];
