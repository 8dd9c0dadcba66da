//! Any text: all laws that hold for any text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reportparse_tests::laws;

fuzz_target!(|text: &str| reportparse_fuzz::hold(laws::check_text(text), text));
