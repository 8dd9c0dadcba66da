//! The facts of a report's head.

use super::name;
use crate::column::Cells::{Date, Text, Year};
use crate::column::{Column, REPORT};

pub(super) const COLUMNS: &[Column] = &[
    REPORT,
    Column::new(
        "title",
        "The title, with the blanks and line breaks it is written with.",
        Text(|row| row.report.meta().title()),
    ),
    Column::new("speaker", "The speaker's name.", Text(|row| row.report.meta().speaker())),
    Column::new("speaker_role", "The speaker's office.", Text(|row| row.report.meta().speaker_role())),
    Column::new("occasion", "The meeting at which the report was given.", Text(|row| row.report.meta().occasion())),
    Column::new("delivered_on", "The day on which the report was given.", Date(|row| row.report.meta().delivered_on())),
    Column::new(
        "published_on",
        "The day on which the report was published.",
        Date(|row| row.report.meta().published_on()),
    ),
    Column::new("salutation", "Those addressed.", Text(|row| row.report.meta().salutation())),
    Column::new("kind", "What kind of document it is.", name!(Kind, |row| Some(row.report.meta().kind()))).required(),
    Column::new(
        "region",
        "The place that the report speaks for, as named in the text.",
        Text(|row| row.report.meta().region()),
    ),
    Column::new("region_level", "The rank of that place.", name!(RegionLevel, |row| row.report.meta().region_level())),
    Column::new(
        "year",
        "The year of the report: that in which a work report is given, that which a communiqué tells of.",
        Year(|row| row.report.meta().year()),
    )
    .unit("calendar year"),
    Column::new("period", "The part of a year that the title names.", Text(|row| row.report.meta().period())),
];
