//! Calls of the C library in any order, with any arguments that its header allows.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reportparse_fuzz::capi::{Call, Program};

fuzz_target!(|calls: Vec<Call<'_>>| {
    let mut program = Program::default();
    calls.iter().for_each(|call| program.run(call));
});
