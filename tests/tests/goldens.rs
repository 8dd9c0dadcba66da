//! What each stage finds in the sample reports, one file a stage, so that a change names the stage that moved.
//!
//! `INSTA_UPDATE=always cargo test -p reportparse-tests --test goldens` writes the files anew; look at the difference
//! before you commit it.

use std::fmt::Write;

use reportparse::{Decimal, Metric, Report};
use reportparse_tests::corpus;

/// Shows what one stage found.
type Show = fn(&Report) -> String;

/// The beginning of a text on one line.
fn head(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).take(24).collect()
}

fn lines<T>(rows: impl Iterator<Item = T>, line: impl Fn(T) -> String) -> String {
    rows.fold(String::new(), |mut all, row| {
        writeln!(all, "{}", line(row).trim_end()).expect("a String takes all text");
        all
    })
}

fn meta(report: &Report) -> String {
    format!("{:#?}", reportparse::render::Records::new(report, "", reportparse::Offsets::Chars).meta())
}

fn paragraphs(report: &Report) -> String {
    lines(report.paragraphs(), |each| {
        let lead = each.lead().map(|lead| format!("  lead={lead}")).unwrap_or_default();
        format!("{:<10} {}{lead}", each.role().as_str(), head(each.text()))
    })
}

fn sections(report: &Report) -> String {
    lines(report.sections(), |each| {
        let run_in = if each.is_run_in() { " run_in" } else { "" };
        format!("{} {} {}{run_in}  …{}", each.path(), each.role(), each.title(), head(tail(each.text())))
    })
}

fn tail(text: &str) -> &str {
    text.char_indices().rev().nth(7).map_or(text, |(at, _)| &text[at..])
}

fn points(report: &Report) -> String {
    lines(report.points(), |each| {
        let indent = "  ".repeat(usize::from(each.depth()));
        let lead = each.lead().unwrap_or("-");
        format!("{indent}{} list={} lead={lead}  …{}", each.marker(), each.list(), head(tail(each.text())))
    })
}

fn metrics(report: &Report) -> String {
    let or_dash = |text: Option<&str>| text.unwrap_or("-").to_owned();
    let dates = |metric: Metric<'_>| match (metric.period_start(), metric.period_end()) {
        (Some(start), Some(end)) => format!("{start}..{end}"),
        _ => "-".to_owned(),
    };
    lines(report.metrics(), |each| {
        let number = |value: Option<Decimal>| value.map_or("-".to_owned(), |value| value.to_string());
        [
            or_dash(each.indicator()),
            or_dash(each.code()),
            or_dash(each.literal()),
            number(each.value()),
            or_dash(each.unit()),
            each.approx().to_string(),
            or_dash(each.change_literal()),
            number(each.change()),
            or_dash(each.basis()),
            each.status().to_string(),
            or_dash(each.period()),
            dates(each),
            each.part_of().map_or("-".to_owned(), |whole| format!("part of {}", whole.id().0)),
        ]
        .join(" | ")
    })
}

fn diagnostics(report: &Report) -> String {
    lines(report.diagnostics().iter(), |each| format!("{} {each}", each.code()))
}

#[test]
fn every_stage_finds_what_it_found() {
    let samples = corpus::samples();
    assert_eq!(samples.len(), 3);
    for sample in samples {
        let report = reportparse::parse(sample.text.as_str()).expect("a sample is a report");
        let name = sample.path.file_stem().expect("a sample has a name").to_string_lossy();
        let stages: [(&str, Show); 6] = [
            ("meta", meta),
            ("paragraphs", paragraphs),
            ("sections", sections),
            ("points", points),
            ("metrics", metrics),
            ("diagnostics", diagnostics),
        ];
        for (stage, show) in stages {
            insta::with_settings!({ snapshot_path => "../cases/reports", prepend_module_to_snapshot => false, omit_expression => true }, {
                insta::assert_snapshot!(format!("{name}.{stage}"), show(&report));
            });
        }
    }
}
