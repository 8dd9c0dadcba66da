//! A page: whatever stands inside is told to be HTML.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| reportparse_fuzz::read(&[b"<!DOCTYPE html><html>", bytes].concat()));
