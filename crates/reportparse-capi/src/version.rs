//! Which version of the library runs; the header's macros tell which one a program was built with.

use crate::guard::guard_or;
use crate::text::rp_str;

/// The version of the library that runs, as one number: RP_VERSION of the header that belongs to it.
///
/// Threads: any. Cost: constant.
#[unsafe(no_mangle)]
pub extern "C" fn rp_version() -> u32 {
    const fn number(digits: &str) -> u32 {
        match u32::from_str_radix(digits, 10) {
            Ok(number) => number,
            Err(_) => panic!("a version is three numbers"),
        }
    }
    const MAJOR: u32 = number(env!("CARGO_PKG_VERSION_MAJOR"));
    const MINOR: u32 = number(env!("CARGO_PKG_VERSION_MINOR"));
    const PATCH: u32 = number(env!("CARGO_PKG_VERSION_PATCH"));
    const { MAJOR << 16 | MINOR << 8 | PATCH }
}

/// The version of the library that runs, such as "0.1.0"; it lasts as long as the program.
///
/// Threads: any. Cost: constant.
#[unsafe(no_mangle)]
pub extern "C" fn rp_version_string() -> rp_str {
    guard_or(rp_str::NONE, || Some(env!("CARGO_PKG_VERSION").into()))
}
