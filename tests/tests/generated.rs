//! The parser finds in a generated report what it was generated with.

use proptest::prelude::*;
use reportparse::{Report, Span};
use reportparse_tests::generate::{Heading, Rendered, one_line, sketch};

fn range(span: Span) -> std::ops::Range<usize> {
    span.range()
}

fn headings(report: &Report) -> Vec<Heading> {
    let heading = |row: &reportparse::row::SectionRow| Heading {
        range: row.span.start as usize..row.title.end as usize,
        level: row.level,
        ordinal: row.ordinal,
        run_in: row.run_in,
        part: row.part,
    };
    report.section_rows().iter().map(heading).collect()
}

/// Fails with the text around the first row in which the two tables differ.
fn same<T: PartialEq + std::fmt::Debug>(
    what: &str,
    text: &str,
    expected: &[T],
    found: &[T],
) -> Result<(), TestCaseError> {
    let differs = (0..expected.len().max(found.len())).find(|&at| expected.get(at) != found.get(at));
    let Some(at) = differs else { return Ok(()) };
    let told = format!("{what} {at}: expected {:?}\nfound {:?}\nin\n{text}", expected.get(at), found.get(at));
    Err(TestCaseError::fail(told))
}

fn check(written: &Rendered) -> Result<(), TestCaseError> {
    let text = written.text.as_str();
    let report = reportparse::parse(text).map_err(|error| TestCaseError::fail(error.to_string()))?;

    let paragraphs: Vec<_> =
        report.paragraphs().map(|paragraph| (range(paragraph.span()), paragraph.role().as_str())).collect();
    same("paragraph", text, &written.paragraphs, &paragraphs)?;
    same("heading", text, &written.headings, &headings(&report))?;
    let leads: Vec<_> = report.paragraph_rows().iter().filter_map(|row| row.lead.map(range)).collect();
    same("lead", text, &written.leads, &leads)?;

    let start = |point: &reportparse_tests::generate::Point| {
        (point.range.start, point.marker.clone(), point.ordinal, point.list, point.parent)
    };
    let expected: Vec<_> = written.points.iter().map(start).collect();
    let found: Vec<_> = report
        .points()
        .map(|point| {
            let parent = point.parent().map(|parent| parent.id().0);
            (range(point.span()).start, point.marker().to_owned(), point.ordinal(), point.list(), parent)
        })
        .collect();
    same("point", text, &expected, &found)?;
    let closed = |end: usize| text[..end].trim_end_matches(['。', '；', ';']).len();
    let expected: Vec<usize> = written.points.iter().map(|point| point.range.end).collect();
    let found: Vec<usize> = report.points().map(|point| closed(range(point.span()).end)).collect();
    same("end of point", text, &expected, &found)?;

    let told: Vec<&str> = report.diagnostics().iter().map(|diagnostic| diagnostic.code()).collect();
    same("diagnostic", text, &[], &told)
}

proptest! {
    // A failure prints its text; a file of seeds would go stale with every change of the sketches.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn structure_is_found_as_sketched(sketch in sketch()) {
        check(&sketch.render())?;
    }

    #[test]
    fn structure_is_found_on_one_line(sketch in one_line()) {
        check(&sketch.render())?;
    }
}
