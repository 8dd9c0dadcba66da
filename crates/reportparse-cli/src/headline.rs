//! The headline figures as a table for people.

use std::io::{self, Write};

use comfy_table::presets::NOTHING;
use comfy_table::{CellAlignment, Table};
use reportparse::Report;
use reportparse::render::{Headline, headline, wording};

/// How many indicators are shown.
const SHOWN: usize = 15;

/// Prints the headline figures of `report`; nothing where it has none.
pub(crate) fn write(report: &Report, out: &mut impl Write) -> io::Result<()> {
    let headlines = headline(report);
    if headlines.is_empty() {
        return Ok(());
    }
    let mut table = Table::new();
    table.load_style(NOTHING).set_header(["code", "indicator", "actual", "change", "period", "target", "period"]);
    table.add_rows(headlines.iter().take(SHOWN).map(cells));
    for column in table.column_iter_mut() {
        column.set_padding((0, 2));
    }
    for at in [2, 3, 5] {
        table.column_mut(at).expect("the table has seven columns").set_cell_alignment(CellAlignment::Right);
    }
    writeln!(out, "\n\x1b[1mheadline figures\x1b[0m\n{}", table.trim_fmt())?;
    if let Some(more @ 1..) = headlines.len().checked_sub(SHOWN) {
        writeln!(out, "\x1b[2m… and {more} more indicators: reportparse export --table metrics\x1b[0m")?;
    }
    Ok(())
}

fn cells(headline: &Headline<'_>) -> [String; 7] {
    let (actual, target) = (headline.actual, headline.target);
    let shown = |metric: Option<_>, word: fn(_) -> Option<String>| metric.and_then(word).unwrap_or_default();
    [
        headline.code.to_owned(),
        headline.indicator(),
        shown(actual, |metric| Some(wording::figure(metric))),
        shown(actual, wording::change),
        shown(actual, wording::period),
        shown(target, |metric| Some(wording::figure(metric))),
        shown(target, wording::period),
    ]
}
