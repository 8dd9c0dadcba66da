//! The laws, on the samples, on generated reports and on real ones.

use proptest::prelude::*;
use reportparse::Lexicon;
use reportparse_tests::corpus::{self, Document};
use reportparse_tests::generate::sketch;
use reportparse_tests::laws;

fn hold_on(documents: &[Document]) {
    let lexicon = Lexicon::default();
    let broken = documents.iter().filter_map(|document| {
        let report = reportparse::parse(document.text.as_str()).map_err(|error| error.to_string());
        let held = report.and_then(|report| laws::check(&report));
        let fault = held.and_then(|()| laws::check_quantities(&document.text, &lexicon)).err()?;
        Some(format!("{}: {fault}", document.path.display()))
    });
    let broken: Vec<String> = broken.collect();
    assert!(broken.is_empty(), "{} of {} reports\n{}", broken.len(), documents.len(), broken.join("\n"));
}

#[test]
fn hold_on_the_samples() {
    hold_on(&corpus::samples());
}

#[test]
fn hold_on_real_reports() {
    if let Some(documents) = corpus::real() {
        hold_on(&documents);
    }
}

#[test]
fn samples_are_the_same_in_every_layout() {
    for document in corpus::samples() {
        if let Err(fault) = laws::check_layouts(&document.text) {
            panic!("{}: {fault}", document.path.display());
        }
    }
}

proptest! {
    // A failure prints its text; a file of seeds would go stale with every change of the sketches.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn hold_on_generated_reports(sketch in sketch()) {
        let text = sketch.render().text;
        let report = reportparse::parse(text.as_str()).map_err(|error| TestCaseError::fail(error.to_string()))?;
        laws::check(&report).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn generated_reports_are_the_same_in_every_layout(sketch in sketch()) {
        laws::check_layouts(&sketch.render().text).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn hold_on_any_text(text in "[一二三四五六七八九十是要、（）().,，。；：:;①②—“”《》第首先其次附件各位代表0-9a\u{3000} \r\n]{1,200}") {
        if let Ok(report) = reportparse::parse(text.as_str()) {
            laws::check(&report).map_err(TestCaseError::fail)?;
        }
    }
}
