//! Runs the cases of `tests/cases/units`: quantities, and metrics of single sentences.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use reportparse::{Lexicon, Metric};
use reportparse_tests::cases;
use serde::Deserialize;

/// A text and what must be found in it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    text: String,
    /// `LITERAL = VALUE UNIT APPROX`, all of them; see `tests/cases/README.md`.
    quantities: Option<Vec<String>>,
    /// All metrics of the text as the body of a section; of each, the fields that are given.
    metrics: Option<Vec<BTreeMap<String, String>>>,
    /// The section that the text stands in: `review` if left out, or `plan`.
    #[serde(default)]
    under: Under,
}

#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Under {
    #[default]
    Review,
    Plan,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

fn run(noun: &str) {
    let path = cases::folder().join("units").join(noun).with_extension("toml");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let file: File = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut told = String::new();
    for case in &file.case {
        for fault in faults(case) {
            writeln!(told, "{}: {fault}", case.text).expect("a string takes what is written");
        }
    }
    assert!(told.is_empty(), "{noun}\n{told}");
}

fn faults(case: &Case) -> Vec<String> {
    assert!(case.quantities.is_some() || case.metrics.is_some(), "{}: expects nothing", case.text);
    let mut faults = Vec::new();
    if let Some(expected) = &case.quantities {
        let found = quantities(&case.text);
        if *expected != found {
            faults.push(format!("\n    expected {expected:?}\n    found    {found:?}"));
        }
    }
    if let Some(expected) = &case.metrics {
        faults.extend(metric_faults(case, expected));
    }
    faults
}

/// `LITERAL = VALUE UNIT APPROX` of every quantity; `VALUE..HIGH` of a range, `?` where no decimal holds it, `-` for no unit.
fn quantities(text: &str) -> Vec<String> {
    let number = |value: Option<rust_decimal::Decimal>| value.map_or("?".to_owned(), |value| value.to_string());
    let all = reportparse::quantities(text, &Lexicon::default()).into_iter().map(|found| {
        let high = found.high.map(|high| format!("..{high}")).unwrap_or_default();
        let unit = if found.unit.is_empty() { "-" } else { &found.unit };
        format!("{} = {}{high} {unit} {}", &text[found.span.range()], number(found.value), found.approx)
    });
    all.collect()
}

fn metric_faults(case: &Case, expected: &[BTreeMap<String, String>]) -> Vec<String> {
    let heading = match case.under {
        Under::Review => "一、过去一年工作回顾",
        Under::Plan => "二、今年工作安排",
    };
    let text = format!("政府工作报告\n——2020年8月27日在云溪区人民代表大会上\n各位代表：\n{heading}\n{}\n", case.text);
    let report = match reportparse::parse(text) {
        Ok(report) => report,
        Err(error) => return vec![error.to_string()],
    };
    let found: Vec<Metric<'_>> = report.metrics().collect();
    let mut faults = Vec::new();
    if expected.len() != found.len() {
        let names: Vec<_> = found.iter().map(|metric| metric.literal().or(metric.change_literal())).collect();
        faults.push(format!("expected {} metrics, found {names:?}", expected.len()));
    }
    for (at, (fields, metric)) in expected.iter().zip(&found).enumerate() {
        for (field, value) in fields {
            let found = field_of(*metric, field).unwrap_or_else(|| "-".to_owned());
            if found != *value {
                faults.push(format!("metric {at}: {field} is {found:?}, expected {value:?}"));
            }
        }
    }
    faults
}

fn field_of(metric: Metric<'_>, field: &str) -> Option<String> {
    let text = |value: Option<&str>| value.map(str::to_owned);
    match field {
        "indicator" => text(metric.indicator()),
        "code" => text(metric.code()),
        "literal" => text(metric.literal()),
        "value" => metric.value().map(|value| value.to_string()),
        "high" => metric.value_high().map(|value| value.to_string()),
        "unit" => text(metric.unit()),
        "base_value" => metric.base_value().map(|value| value.to_string()),
        "base_unit" => text(metric.base_unit()),
        "approx" => Some(metric.approx().to_string()),
        "change_literal" => text(metric.change_literal()),
        "change" => metric.change().map(|value| value.to_string()),
        "change_high" => metric.change_high().map(|value| value.to_string()),
        "change_unit" => text(metric.change_unit()),
        "basis" => text(metric.basis()),
        "status" => Some(metric.status().to_string()),
        "period" => text(metric.period()),
        "start" => metric.period_start().map(|day| day.to_string()),
        "end" => metric.period_end().map(|day| day.to_string()),
        "part_of" => metric.part_of().map(|whole| whole.id().0.to_string()),
        _ => panic!("no field of a metric is named {field}"),
    }
}

/// One test a file of cases.
macro_rules! nouns {
    ($($test:ident $noun:literal)+) => {
        $(#[test] fn $test() { run($noun); })+

        #[test]
        fn every_file_is_run() {
            let mut run = vec![$($noun),+];
            run.sort_unstable();
            let folder = fs::read_dir(cases::folder().join("units")).expect("the cases belong to the repository");
            let mut files: Vec<String> = folder
                .map(|entry| entry.expect("a folder can be listed").path())
                .map(|path| path.file_stem().unwrap_or_default().to_string_lossy().into_owned())
                .collect();
            files.sort_unstable();
            assert_eq!(files, run);
        }
    };
}

nouns! {
    numerals "numerals"
    fractions "fractions"
    ranges "ranges"
    relations "relations"
    approximators "approximators"
    units "units"
    labels "labels"
    dates "dates"
    indicators "indicators"
    changes "changes"
    lists "lists"
    parts "parts"
    periods "periods"
    status "status"
    codes "codes"
    subjects "subjects"
}
