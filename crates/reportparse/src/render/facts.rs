//! The facts of a report's head, named for people.

use super::prose::one_line;
use crate::report::Report;

/// The report's title on one line; none where the text has none.
pub(super) fn title(report: &Report) -> Option<String> {
    report.meta().title().map(one_line)
}

/// What the head tells, each with its name.
pub(super) fn facts(report: &Report) -> impl Iterator<Item = (&'static str, String)> {
    let meta = report.meta();
    let speaker: Vec<String> = [meta.speaker_role(), meta.speaker()].into_iter().flatten().map(one_line).collect();
    let region = meta.region().map(|region| match meta.region_level() {
        Some(level) => format!("{} ({level})", one_line(region)),
        None => one_line(region),
    });
    let facts = [
        ("kind", Some(meta.kind().to_string())),
        ("region", region),
        ("year", meta.year().map(|year| year.to_string())),
        ("speaker", Some(speaker.join(" ")).filter(|speaker| !speaker.is_empty())),
        ("occasion", meta.occasion().map(one_line)),
        ("delivered", meta.delivered_on().map(|day| day.to_string())),
        ("published", meta.published_on().map(|day| day.to_string())),
    ];
    facts.into_iter().filter_map(|(name, value)| Some((name, value?)))
}
