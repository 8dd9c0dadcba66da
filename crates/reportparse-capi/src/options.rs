//! How reports are parsed.

use reportparse::Parser;

use crate::error::rp_status;
use crate::guard::{free, given, guard, guard_or};

/// How reports are parsed: what is looked for, and the words of the caller's own.
///
/// Owner: the caller, who frees it with rp_options_free(). Threads: any may parse with the same options at the same
/// time, as long as none changes them.
#[derive(Debug)]
pub struct rp_options {
    metrics: bool,
}

impl rp_options {
    /// The parser for these options, or the default one.
    pub(crate) fn parser(options: Option<&rp_options>) -> Parser {
        options.map_or_else(Parser::default, |options| Parser::builder().metrics(options.metrics).build())
    }
}

/// New options with the default values, to be freed with rp_options_free(); NULL only where the library fails.
///
/// Threads: any. Cost: constant.
#[unsafe(no_mangle)]
pub extern "C" fn rp_options_new() -> Option<Box<rp_options>> {
    guard_or(None, || Some(Some(Box::new(rp_options { metrics: true }))))
}

/// Frees options, once. NULL is taken and does nothing. Reports that were parsed with them stay.
///
/// Threads: any, when no other uses the options. Cost: constant.
#[unsafe(no_mangle)]
pub extern "C" fn rp_options_free(options: Option<Box<rp_options>>) {
    free(options);
}

/// Sets whether figures are read, too; they are by default. Structure alone takes a fraction of the time.
///
/// Errors: RP_ERROR_NULL. Threads: one at a time. Cost: constant.
#[unsafe(no_mangle)]
pub extern "C" fn rp_options_set_metrics(options: Option<&mut rp_options>, metrics: bool) -> rp_status {
    guard(None, || {
        given(options)?.metrics = metrics;
        Ok(())
    })
}
