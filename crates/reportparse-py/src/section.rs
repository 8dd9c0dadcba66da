//! `reportparse.Section`.

use pyo3::prelude::*;

use crate::report::Report;
use crate::row::{place, row_class};
use crate::shown::{Offset, metrics, paragraphs, points, sections};

row_class! {
    /// A headed division of a report.
    Section[SectionId] => section: |row|

    /// From the marker to the end of the whole section, its subsections included.
    span = row.span();

    /// Offset of the first character, the marker's.
    start = Offset(row.span().start);

    /// Offset behind the last character.
    end = Offset(row.span().end);

    /// The whole section as written.
    text = row.text();

    /// The heading without marker and closing stop.
    title = row.title();

    /// The place of the title.
    title_span = row.row().title;

    /// 一、 or （一）, as written; None for an unnumbered heading.
    marker = row.marker();

    /// The number that the marker states.
    ordinal = row.ordinal();

    /// 1 for the highest rank of its part.
    level = row.level();

    /// 0 for the report itself, 1, 2, … for its annexed reports.
    part = row.part();

    /// Whether body text follows in the heading's paragraph.
    run_in = row.is_run_in();

    /// What the section is for: review, plan, problems or other.
    role = row.role().as_str();

    /// The way to this section from the top: 二/（一）.
    path = row.path();

    /// The section that holds this one.
    parent = row.parent();

    /// The sections that hold this one, from the innermost outwards.
    ancestors = sections(row.ancestors());

    /// The sections that stand directly in this one.
    children = sections(row.children());

    /// The sections inside this one, at any depth.
    descendants = sections(row.descendants());

    /// The paragraphs of this section that stand in none of its subsections, its heading first.
    paragraphs = paragraphs(row.paragraphs());

    /// The body text of this section that stands in none of its subsections.
    body = paragraphs(row.body());

    /// The points of this section that stand in none of its subsections.
    points = points(row.points());

    /// The metrics of this section, those of its subsections included.
    metrics = metrics(row.metrics());
}

#[pymethods]
impl Section {
    fn __repr__(&self) -> String {
        let row = self.row();
        format!("<Section {} {} {}>", row.path(), row.title(), place(&self.report, row.span()))
    }
}
