//! Offsets in other counts, lines and columns.

use std::mem::MaybeUninit;

use reportparse::Report;

use crate::error::{rp_error, rp_status};
use crate::guard::{given, guard};
use crate::names::rp_offsets;
use crate::report::rp_report;
use crate::value::rp_span;

/// A line and a column, both counted from 1; the column in code points.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct rp_position {
    /// The line, counted from 1.
    pub line: u32,
    /// The column in code points, counted from 1.
    pub column: u32,
}

/// Refuses an offset that is beyond the text or inside a character.
fn boundary(report: &Report, byte: u32) -> Result<u32, rp_error> {
    let is_boundary = report.text().is_char_boundary(byte as usize);
    is_boundary.then_some(byte).ok_or_else(|| rp_status::RP_ERROR_INDEX.into())
}

/// The byte offset `byte`, counted as `offsets` (an rp_offsets) says.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_ARGUMENT, RP_ERROR_INDEX (`byte` is beyond the text or inside a character).
/// Threads: any. Cost: constant; the first such call for a report reads its text once.
#[unsafe(no_mangle)]
pub extern "C" fn rp_report_offset(
    report: Option<&rp_report>,
    byte: u32,
    offsets: u32,
    out: Option<&mut MaybeUninit<u32>>,
) -> rp_status {
    guard(None, || {
        let (report, out) = (&given(report)?.report, given(out)?);
        let offsets = rp_offsets::read(offsets)?;
        out.write(report.offset(boundary(report, byte)?, offsets));
        Ok(())
    })
}

/// The byte offset of `offset`, which is counted as `offsets` (an rp_offsets) says; the length of the text where there is
/// no such place.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_ARGUMENT. Threads: any. Cost: logarithmic in the length of the text; the first such
/// call for a report reads its text once.
#[unsafe(no_mangle)]
pub extern "C" fn rp_report_byte_offset(
    report: Option<&rp_report>,
    offset: u32,
    offsets: u32,
    out: Option<&mut MaybeUninit<u32>>,
) -> rp_status {
    guard(None, || {
        let (report, out) = (&given(report)?.report, given(out)?);
        out.write(report.byte_offset(offset, rp_offsets::read(offsets)?));
        Ok(())
    })
}

/// Line and column of the byte offset `byte`.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_INDEX (`byte` is beyond the text or inside a character). Threads: any.
/// Cost: constant; the first such call for a report reads its text once.
#[unsafe(no_mangle)]
pub extern "C" fn rp_report_position(
    report: Option<&rp_report>,
    byte: u32,
    out: Option<&mut MaybeUninit<rp_position>>,
) -> rp_status {
    guard(None, || {
        let (report, out) = (&given(report)?.report, given(out)?);
        let position = report.position(boundary(report, byte)?);
        out.write(rp_position { line: position.line, column: position.column });
        Ok(())
    })
}

/// The line that holds the byte offset `byte`, without its line break.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_INDEX (`byte` is beyond the text or inside a character). Threads: any.
/// Cost: linear in the length of the line.
#[unsafe(no_mangle)]
pub extern "C" fn rp_report_line(
    report: Option<&rp_report>,
    byte: u32,
    out: Option<&mut MaybeUninit<rp_span>>,
) -> rp_status {
    guard(None, || {
        let (report, out) = (&given(report)?.report, given(out)?);
        out.write(report.line(boundary(report, byte)?).into());
        Ok(())
    })
}
