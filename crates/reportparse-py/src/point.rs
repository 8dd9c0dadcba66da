//! `reportparse.Point`.

use pyo3::prelude::*;

use crate::report::Report;
use crate::row::{place, row_class, shortened};
use crate::shown::{Offset, points};

row_class! {
    /// An enumerated item inside a section: 一是…, 第一, ①, ——.
    Point[PointId] => point: |row|

    /// From the marker to the end of the item.
    span = row.span();

    /// Offset of the first character, the marker's.
    start = Offset(row.span().start);

    /// Offset behind the last character.
    end = Offset(row.span().end);

    /// The item as written, its marker included.
    text = row.text();

    /// 一是 as written.
    marker = row.marker();

    /// The number that the marker states; None for ——.
    ordinal = row.ordinal();

    /// The list it belongs to; lists are numbered from 0 in the order of their first points.
    list = row.list();

    /// 0 for a point of an outermost list.
    depth = row.depth();

    /// The item's heading phrase.
    lead = row.lead();

    /// The point in which this point's list stands.
    parent = row.parent();

    /// The points of the lists that stand directly in this one.
    children = points(row.children());

    /// The innermost section it stands in.
    section = row.section();

    /// The paragraph in which it starts.
    paragraph = row.paragraph();
}

#[pymethods]
impl Point {
    fn __repr__(&self) -> String {
        let row = self.row();
        format!("<Point {} {}>", shortened(row.text()), place(&self.report, row.span()))
    }
}
