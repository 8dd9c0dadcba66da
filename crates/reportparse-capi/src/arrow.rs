//! The tables for any Arrow implementation.

use std::ffi::c_char;
use std::mem::MaybeUninit;

use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use reportparse::Offsets;
use reportparse_tables::{self as tables, Table};

use crate::error::{rp_error, rp_status};
use crate::guard::{given, guard};
use crate::names::{rp_offsets, rp_table};
use crate::report::rp_report;
use crate::text;

/// Gives `table` (an rp_table) as an Arrow stream of one record batch, which any Arrow implementation takes without
/// copying. The stream owns what it gives, and may outlive the report.
///
/// `name` (`name_len` bytes of UTF-8) stands in the column `report`; offsets are counted as `offsets` (an rp_offsets)
/// says. `out` is overwritten, not released; whoever takes the stream calls its `release`. If it fails and `error` is not
/// NULL, what went wrong goes to `error`.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_ARGUMENT, RP_ERROR_ENCODING, RP_ERROR_OTHER (a column of more than 2 GiB).
/// Threads: any; the stream itself is for one at a time. Cost: linear in the size of the table.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rp_report_export(
    report: Option<&rp_report>,
    table: u32,
    name: *const c_char,
    name_len: usize,
    offsets: u32,
    out: Option<&mut MaybeUninit<FFI_ArrowArrayStream>>,
    error: Option<&mut MaybeUninit<Box<rp_error>>>,
) -> rp_status {
    guard(error, || {
        let (report, out) = (given(report)?, given(out)?);
        let (table, offsets) = (rp_table::read(table)?, rp_offsets::read(offsets)?);
        // SAFETY: the caller vouches for the text.
        let name = unsafe { text::utf8(name, name_len, "name") }?;
        out.write(stream(report, name, table, offsets)?);
        Ok(())
    })
}

/// Gives the metrics as rp_report_export() does, for a report without a name and with offsets in bytes.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_OTHER (a column of more than 2 GiB). Threads: any; the stream itself is for one at a
/// time. Cost: linear in the number of metrics.
#[unsafe(no_mangle)]
pub extern "C" fn rp_report_export_metrics(
    report: Option<&rp_report>,
    out: Option<&mut MaybeUninit<FFI_ArrowArrayStream>>,
) -> rp_status {
    guard(None, || {
        let (report, out) = (given(report)?, given(out)?);
        out.write(stream(report, "", Table::Metrics, Offsets::Bytes)?);
        Ok(())
    })
}

fn stream(report: &rp_report, name: &str, table: Table, offsets: Offsets) -> Result<FFI_ArrowArrayStream, rp_error> {
    let batch = tables::batch(&report.report, name, table, offsets)
        .map_err(|fault| rp_error::new(rp_status::RP_ERROR_OTHER, fault.to_string()))?;
    Ok(tables::stream(batch.schema(), [Ok(batch)]))
}
