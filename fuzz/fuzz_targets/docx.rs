//! The parts of a DOCX, in an archive that is whole; and, where the bytes begin an archive themselves, those bytes.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reportparse_fuzz::{package, read};

fuzz_target!(|bytes: &[u8]| if bytes.starts_with(b"PK") { read(bytes) } else { read(&package::docx(bytes)) });
