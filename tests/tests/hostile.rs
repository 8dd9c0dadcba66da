//! Texts made to hurt: a parse ends, and its report obeys the laws.
//!
//! How the cost grows with the length is measured in instructions by `benches/instructions.py`, on the same table, never
//! by a clock here.

use reportparse_tests::corpus;
use reportparse_tests::hostile::{self, Kind};
use reportparse_tests::laws;

/// Long enough for a list, a number or a bracket to outgrow every limit.
const BYTES: usize = 20_000;
/// The longest archives on one line are shorter.
const LONG: usize = 10 << 20;

fn hold(name: &str, text: &str) {
    match reportparse::parse(text) {
        Ok(report) => laws::check(&report).unwrap_or_else(|fault| panic!("{name}: {fault}")),
        Err(error) => assert!(reportparse_tests::shown::shown(text).is_empty(), "{name}: {error}"),
    }
}

#[test]
fn there_are_many_kinds() {
    assert!(hostile::REPEATED.len() + hostile::made().len() >= 40);
}

#[test]
fn what_repeats_without_end_obeys_the_laws() {
    for Kind { name, text } in hostile::repeated(BYTES) {
        hold(name, &text);
    }
}

#[test]
fn what_no_person_writes_obeys_the_laws() {
    for Kind { name, text } in hostile::made() {
        laws::check_text(&text).unwrap_or_else(|fault| panic!("{name}: {fault}"));
    }
}

#[test]
fn ten_megabytes_on_one_line_obey_the_laws() {
    for unit in ["全市经济运行稳中有进，", "7"] {
        hold(unit, &unit.repeat(LONG / unit.len()));
    }
}

#[test]
fn a_million_headings_obey_the_laws() {
    hold("headings", &"一、甲\n".repeat(1_000_000));
}

/// A cut in the head of a report changes what the whole is taken for; further on every part is like the one before.
#[test]
fn a_report_cut_anywhere_obeys_the_laws() {
    for sample in corpus::samples() {
        let ends = sample.text.char_indices().map(|(at, _)| at).enumerate();
        for (_, end) in ends.filter(|&(count, at)| at < 3_000 || count % 61 == 0) {
            hold(&format!("{} cut at {end}", sample.path.display()), &sample.text[..end]);
        }
    }
}
