//! Runs the cases of `tests/cases/structure` through the parser.

use std::fmt::{Debug, Write as _};

use reportparse::{ParagraphRole, Report};
use reportparse_tests::cases::{self, Case, CaseFile, Ordinal, squeeze};

fn file(noun: &str) -> CaseFile {
    let mut files = cases::structure().unwrap_or_else(|error| panic!("{error}"));
    let at = files.iter().position(|file| file.noun == noun).unwrap_or_else(|| panic!("no cases named {noun}"));
    files.swap_remove(at)
}

/// Runs the cases of a file and tells all that fail at once.
fn run(noun: &str) {
    let file = file(noun);
    let mut told = String::new();
    let mut failed = 0;
    for case in &file.cases {
        let faults = faults(case);
        failed += usize::from(!faults.is_empty());
        for fault in faults {
            writeln!(told, "{noun}: {}: {fault}", case.name).expect("a string takes what is written");
        }
    }
    assert!(failed == 0, "{failed} of {} cases fail\n{told}", file.cases.len());
}

fn faults(case: &Case) -> Vec<String> {
    let report = match reportparse::parse(case.text.as_str()) {
        Ok(report) => report,
        Err(error) => return vec![error.to_string()],
    };
    let checks = [headings, leads, points, point_leads, paragraphs, furniture, meta, diagnostics];
    checks.iter().flat_map(|check| check(case, &report)).collect()
}

/// The fault of a list, if it is not as expected.
fn compare<E: Debug, F: Debug>(what: &str, expected: &[E], found: &[F], same: impl Fn(&E, &F) -> bool) -> Vec<String> {
    let all = expected.len() == found.len() && expected.iter().zip(found).all(|(one, other)| same(one, other));
    if all {
        return Vec::new();
    }
    let mut told = what.to_owned();
    for at in 0..expected.len().max(found.len()) {
        match (expected.get(at), found.get(at)) {
            (Some(one), Some(other)) if same(one, other) => {}
            (one, other) => {
                let show = |side: Option<&dyn Debug>| side.map_or("nothing".to_owned(), |side| format!("{side:?}"));
                let (one, other) = (one.map(|it| it as &dyn Debug), other.map(|it| it as &dyn Debug));
                write!(told, "\n    {at}: expected {}\n       found    {}", show(one), show(other))
                    .expect("a string takes what is written");
            }
        }
    }
    vec![told]
}

fn headings(case: &Case, report: &Report) -> Vec<String> {
    let Some(expected) = &case.headings else { return Vec::new() };
    let found: Vec<cases::Heading> = report
        .sections()
        .map(|section| cases::Heading {
            level: section.level(),
            marker: section.marker().map(str::to_owned),
            title: section.title().to_owned(),
            run_in: section.is_run_in(),
            part: section.part(),
            role: Some(section.role().to_string()),
        })
        .collect();
    compare("headings", expected, &found, |one, other| {
        let marks = |heading: &cases::Heading| heading.marker.as_deref().map(squeeze);
        one.level == other.level
            && marks(one) == marks(other)
            && squeeze(&one.title) == squeeze(&other.title)
            && (one.run_in, one.part) == (other.run_in, other.part)
            && (one.role.is_none() || one.role == other.role)
    })
}

fn leads(case: &Case, report: &Report) -> Vec<String> {
    let Some(expected) = &case.leads else { return Vec::new() };
    let found: Vec<&str> = report.paragraphs().filter_map(|paragraph| paragraph.lead()).collect();
    compare("leads", expected, &found, |one, other| squeeze(one) == squeeze(other))
}

fn points(case: &Case, report: &Report) -> Vec<String> {
    let Some(expected) = &case.points else { return Vec::new() };
    let found: Vec<_> = report
        .points()
        .map(|point| {
            let after = &point.text()[point.marker().len()..];
            (point.marker(), point.ordinal(), point.list(), point.parent().map(|parent| parent.id().0), after)
        })
        .collect();
    compare("points", expected, &found, |one, &(marker, ordinal, list, parent, after)| {
        let numbered = match one.ordinal {
            Ordinal::Is(number) => ordinal == Some(number),
            Ordinal::Absent => ordinal.is_none(),
            Ordinal::Any => true,
        };
        numbered && one.marker == marker && (one.list, one.parent) == (list, parent) && one.text.matches(after)
    })
}

fn point_leads(case: &Case, report: &Report) -> Vec<String> {
    let Some(expected) = &case.point_leads else { return Vec::new() };
    let found: Vec<&str> = report.points().map(|point| point.lead().unwrap_or("-")).collect();
    compare("point_leads", expected, &found, |one, other| squeeze(one) == squeeze(other))
}

fn paragraphs(case: &Case, report: &Report) -> Vec<String> {
    let Some(expected) = &case.paragraphs else { return Vec::new() };
    let found: Vec<_> = report.paragraphs().map(|paragraph| (paragraph.role().as_str(), paragraph.text())).collect();
    compare("paragraphs", expected, &found, |one, &(role, text)| one.role == role && one.text.matches(text))
}

fn furniture(case: &Case, report: &Report) -> Vec<String> {
    let Some(expected) = &case.furniture else { return Vec::new() };
    let of_the_page = report.paragraphs().filter(|paragraph| paragraph.role() == ParagraphRole::Furniture);
    let found: Vec<&str> = of_the_page.flat_map(|paragraph| paragraph.text().lines()).collect();
    compare("furniture", expected, &found, |one, other| squeeze(one) == squeeze(other))
}

fn meta(case: &Case, report: &Report) -> Vec<String> {
    let Some(expected) = &case.meta else { return Vec::new() };
    let meta = report.meta();
    let mut faults = Vec::new();
    for (field, value) in expected {
        let found = match field.as_str() {
            "title" => meta.title().map(str::to_owned),
            "speaker" => meta.speaker().map(str::to_owned),
            "speaker_role" => meta.speaker_role().map(str::to_owned),
            "occasion" => meta.occasion().map(str::to_owned),
            "salutation" => meta.salutation().map(str::to_owned),
            "region" => meta.region().map(str::to_owned),
            "period" => meta.period().map(str::to_owned),
            "delivered_on" => meta.delivered_on().map(|day| day.to_string()),
            "published_on" => meta.published_on().map(|day| day.to_string()),
            "kind" => Some(meta.kind().to_string()),
            "region_level" => meta.region_level().map(|level| level.to_string()),
            "year" => meta.year().map(|year| year.to_string()),
            _ => panic!("{}: no field of the metadata is named {field}", case.name),
        };
        let found = found.unwrap_or_else(|| "-".to_owned());
        if squeeze(&found) != squeeze(value) {
            faults.push(format!("meta {field}: expected {value:?}, found {found:?}"));
        }
    }
    faults
}

fn diagnostics(case: &Case, report: &Report) -> Vec<String> {
    let Some(expected) = &case.diagnostics else { return Vec::new() };
    let found: Vec<&str> = report.diagnostics().iter().map(|diagnostic| diagnostic.code()).collect();
    compare("diagnostics", expected, &found, |one, other| one == other)
}

#[test]
fn headings_cases() {
    run("headings");
}

#[test]
fn leads_cases() {
    run("leads");
}

#[test]
fn points_cases() {
    run("points");
}

#[test]
fn front_matter_cases() {
    run("front_matter");
}

#[test]
fn furniture_cases() {
    run("furniture");
}

#[test]
fn parts_cases() {
    run("parts");
}

#[test]
fn notes_cases() {
    run("notes");
}

#[test]
fn layout_cases() {
    run("layout");
}
