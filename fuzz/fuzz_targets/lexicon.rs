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

fn add(lexicon: Lexicon, line: &str) -> Lexicon {
    let columns: Vec<&str> = line.split('\t').collect();
    match columns[..] {
        [name, code] => lexicon.with_indicator(name, code),
        [unit, base, factor] => match Decimal::from_str_exact(factor) {
            Ok(factor) if factor > Decimal::ZERO => lexicon.with_unit(unit, base, factor),
            _ => lexicon,
        },
        [word] => lexicon.with_measure_word(word),
        _ => lexicon,
    }
}
