//! What `benches/instructions.py` counts the instructions of: each stage on each sample, and hostile texts of two lengths.
//!
//! callgrind writes a profile each time [`measured`] is left. This program says in the same order what was measured.

use std::hint::black_box;
use std::sync::Arc;

use reportparse::Parser;
use reportparse_benches::texts;
use reportparse_tests::hostile;

/// How long hostile texts are, and then twice as long: both longer than a paragraph may be, since longer ones are read in
/// another way.
const BYTES: usize = 10_000;

fn main() {
    let parser = Parser::default();
    // The first parse builds the lexicon: that is not measured.
    black_box(parser.parse("一、甲\n增长5%。").expect("the text is not empty"));
    measured("start");
    for text in &texts::samples().texts {
        stages(&parser, text);
    }
    for bytes in [BYTES, 2 * BYTES] {
        for kind in hostile::repeated(bytes) {
            black_box(parser.parse(kind.text).expect("the text has a heading"));
            measured(&format!("{bytes} {:?}", kind.name));
        }
    }
}

fn stages(parser: &Parser, text: &str) {
    let text: Arc<str> = text.into();
    measured("set up");
    black_box(parser.parse_in_stages(text, &mut measured).expect("the text is not empty"));
}

/// Ends a measurement.
#[inline(never)]
#[expect(clippy::print_stdout, reason = "a program tells what it does")]
fn measured(what: &str) {
    println!("{what}");
}
