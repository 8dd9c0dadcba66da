//! How fast reportparse is, and how it grows. `benches/README.md` tells how to measure and what came out.
#![forbid(unsafe_code)]

pub mod clock;
pub mod peers;
pub mod reports;
pub mod texts;
