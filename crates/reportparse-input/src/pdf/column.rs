//! The column in which the lines of a page are set.

use super::line::Line;

/// An edge is where at least this part of the lines begins or ends.
const EDGE_SHARE: usize = 10;
/// A page with fewer lines tells nothing about its column.
const FEWEST_LINES: usize = 8;

/// Lengths are in points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    pub(super) left: f32,
    pub(super) right: f32,
    /// The usual distance between baselines.
    pub(super) leading: f32,
    /// The size of most lines.
    pub(super) size: f32,
}

impl Column {
    pub(super) fn of(lines: &[&Line]) -> Self {
        let text: Vec<&Line> = lines.iter().copied().filter(|line| !line.is_row()).collect();
        let text = if text.is_empty() { lines.to_vec() } else { text };
        let size = median(text.iter().map(|line| line.size)).unwrap_or(1.0);
        let left = edge(text.iter().map(|line| line.left), size);
        let right = -edge(text.iter().map(|line| -line.inner_right()), size);
        let pairs = lines.windows(2).filter(|pair| !pair[0].is_row() && !pair[1].is_row());
        let steps = pairs.map(|pair| pair[0].baseline - pair[1].baseline).filter(|step| *step > 0.0);
        Column { left, right, leading: median(steps).unwrap_or(size * 2.0), size }
    }

    /// The column of one page: margins differ on left and right pages, and where a page is set sideways. A page of few or
    /// of short lines has that of the document.
    pub(super) fn of_page(page: &[Line], document: Column) -> Self {
        let own = Column::of(&page.iter().collect::<Vec<_>>());
        let is_told = page.len() >= FEWEST_LINES && own.right - own.left > (document.right - document.left) * 0.8;
        let leading = if page.len() >= FEWEST_LINES { own.leading } else { document.leading };
        if is_told { own } else { Column { leading, ..document } }
    }
}

/// The smallest value that a share of the values lies near to.
fn edge(values: impl Iterator<Item = f32>, size: f32) -> f32 {
    let mut values: Vec<f32> = values.collect();
    values.sort_by(f32::total_cmp);
    let least = (values.len() / EDGE_SHARE).max(1);
    let crowd = |at: usize| values.partition_point(|value| *value <= values[at] + size * 0.6) - at;
    let first = (0..values.len()).find(|at| crowd(*at) >= least);
    first.map_or(0.0, |at| values[at])
}

fn median(values: impl Iterator<Item = f32>) -> Option<f32> {
    let mut values: Vec<f32> = values.collect();
    values.sort_by(f32::total_cmp);
    values.get(values.len() / 2).copied()
}
