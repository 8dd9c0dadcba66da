//! Words of the caller's own, a line each as in `data/*.tsv`, and after them a text that they may stand in.
//!
//! A line is `name TAB code`, `unit TAB base TAB factor` or a measure word; the text follows the first empty line.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reportparse::{Decimal, Lexicon, Parser};
use reportparse_tests::laws;

fuzz_target!(|input: &str| {
    let (words, text) = input.split_once("\n\n").unwrap_or((input, input));
    let lexicon = words.lines().fold(Lexicon::default(), add);
    reportparse_fuzz::hold(laws::check_quantities(text, &lexicon), text);
    let parser = Parser::builder().lexicon(lexicon.clone()).build();
    if let Ok(report) = parser.parse(text) {
        reportparse_fuzz::hold(laws::check_with(&report, &lexicon), text);
    }
});

/// A word that cannot be taken is refused and leaves the lexicon as it was.
fn add(mut lexicon: Lexicon, line: &str) -> Lexicon {
    let columns: Vec<&str> = line.split('\t').collect();
    let added = match columns[..] {
        [name, code] => lexicon.add_indicator(name, code).is_ok(),
        [unit, base, factor] => {
            Decimal::from_str_exact(factor).is_ok_and(|factor| lexicon.add_unit(unit, base, factor).is_ok())
        }
        [word] => lexicon.add_measure_word(word).is_ok(),
        _ => false,
    };
    assert!(!added || columns.iter().all(|column| !column.trim().is_empty()), "a blank was taken");
    lexicon
}
