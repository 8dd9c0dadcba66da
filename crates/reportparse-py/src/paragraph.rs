//! `reportparse.Paragraph`.

use pyo3::prelude::*;

use crate::report::Report;
use crate::row::{place, row_class, shortened};
use crate::shown::{Offset, points};

row_class! {
    /// A block of text.
    Paragraph[ParagraphId] => paragraph: |row|

    /// Its place in the text.
    span = row.span();

    /// Offset of the first character.
    start = Offset(row.span().start);

    /// Offset behind the last character.
    end = Offset(row.span().end);

    /// The paragraph as written.
    text = row.text();

    /// What the paragraph is: title, heading, body, furniture, …
    role = row.role().as_str();

    /// 0 for the report itself, 1, 2, … for its annexed reports.
    part = row.part();

    /// The innermost section it stands in.
    section = row.section();

    /// The topic sentence that opens it, closing 。 left out.
    lead = row.lead();

    /// The place of the lead.
    lead_span = row.row().lead;

    /// The points that start in it.
    points = points(row.points());

    /// The places of its sentences, each up to 。！？.
    sentences = row.sentences().collect::<Vec<_>>();

    /// The places of its clauses, each up to a stop or ，；：.
    clauses = row.clauses().collect::<Vec<_>>();
}

#[pymethods]
impl Paragraph {
    fn __repr__(&self) -> String {
        let row = self.row();
        format!("<Paragraph {} {} {}>", row.role(), shortened(row.text()), place(&self.report, row.span()))
    }
}
