//! Files made in code, and the real reports where they are at hand, read as a caller reads them.

#![cfg(all(feature = "html", feature = "docx", feature = "pdf"))]
#![allow(clippy::print_stderr, reason = "a test says what it skips")]

mod support;

mod corpus;
mod docx;
mod hostile;
mod html;
mod pdf;
mod roundtrip;
mod text;
mod unsupported;
