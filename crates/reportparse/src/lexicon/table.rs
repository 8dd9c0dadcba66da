//! Reading of the tables under `data/`.

/// The rows of a tab-separated table, without comments and the line of column names.
///
/// A row shorter than `N` columns is filled up with empty ones, so that trailing tabs may be left out.
pub(super) fn rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    table.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).skip(1).map(|line| {
        let mut columns = line.split('\t');
        std::array::from_fn(|_| columns.next().unwrap_or(""))
    })
}
