//! Figures: each lies in the text, in order, and is the same number when it is read again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reportparse::Lexicon;
use reportparse_tests::laws;

fuzz_target!(|text: &str| {
    let lexicon = Lexicon::default();
    reportparse_fuzz::hold(laws::check_quantities(text, &lexicon), text);
});
