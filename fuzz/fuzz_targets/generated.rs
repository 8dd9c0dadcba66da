//! Reports that are drawn with their structure, whole and then damaged.
//!
//! The first bytes are the seed that the report is drawn from, the others damage it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reportparse_fuzz::hold;
use reportparse_tests::generate::drawn;
use reportparse_tests::{damage, laws};

fuzz_target!(|bytes: &[u8]| {
    let Some((seed, blows)) = bytes.split_first_chunk() else { return };
    let Some(sketch) = drawn(*seed) else { return };
    let mut text = sketch.render().text;
    hold(laws::check_layouts(&text), &text);
    damage::damage(&mut text, &blows[..blows.len().min(64)]);
    hold(laws::check_text(&text), &text);
});
