//! The C library `reportparse`: the core's public interface for C programs.
//!
//! Every function converts what comes in, calls the core and converts what goes out. A pointer that may be NULL is an
//! `Option` here, and one that is written to is a `MaybeUninit`, so unsafe code is left only where a caller gives a
//! pointer and a length. What callers must keep to stands at the top of the header, which is made from these files:
//! `cargo run -p reportparse-dev -- header`.
#![allow(non_camel_case_types, reason = "types are named as C names them")]
#![allow(unreachable_pub, reason = "what is exported is reached from C")]
#![allow(clippy::missing_safety_doc, reason = "the header says what callers must keep to, for all functions at once")]
#![deny(clippy::undocumented_unsafe_blocks)]

mod guard;

// The header follows this order.

mod version;

mod error;
mod text;
mod value;

mod options;
mod report;
mod source;

mod meta;
mod section;

mod paragraph;
mod point;

mod metric;

mod headline;
mod names;
mod quantity;

mod tree;

mod diagnostic;
mod place;

mod arrow;
mod render;
