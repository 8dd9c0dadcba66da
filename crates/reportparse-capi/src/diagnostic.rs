//! What is odd about a report.

use std::mem::MaybeUninit;

use reportparse::{Diagnostic, Oddity};

use crate::error::rp_status;
use crate::guard::{given, guard, guard_or};
use crate::report::rp_report;
use crate::text::rp_str;
use crate::tree;
use crate::value::rp_span;

/// The kinds of oddity. The numbers never change.
#[repr(u32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum rp_oddity {
    /// Something that this header does not name; the diagnostic's code and message tell.
    Other = 0,
    /// A number of a sequence is missing: 一、 is followed by 三、.
    OrdinalSkipped = 1,
    /// A number of a sequence stands twice, or goes back.
    OrdinalRepeated = 2,
    /// The text announces a number of points and another number follows.
    CountDiffers = 3,
    /// A control or replacement character stands in the text: a sign of a damaged file.
    DamagedText = 4,
    /// Something odd about the file, as its reader tells it; the code names the kind of rp_warning.
    Source = 5,
}

impl From<&Oddity> for rp_oddity {
    fn from(oddity: &Oddity) -> Self {
        match oddity {
            Oddity::OrdinalSkipped { .. } => rp_oddity::OrdinalSkipped,
            Oddity::OrdinalRepeated { .. } => rp_oddity::OrdinalRepeated,
            Oddity::CountDiffers { .. } => rp_oddity::CountDiffers,
            Oddity::DamagedText { .. } => rp_oddity::DamagedText,
            Oddity::Source { .. } => rp_oddity::Source,
            _ => rp_oddity::Other,
        }
    }
}

/// Something odd that did not stop the parse.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct rp_diagnostic {
    /// The oddity's name in JSON ("ordinal_skipped"), which lasts as long as the program.
    pub code: rp_str,
    /// What is odd, in a sentence that lasts as long as the report.
    pub message: rp_str,
    /// Where it shows.
    pub span: rp_span,
    /// What kind of oddity it is.
    pub oddity: rp_oddity,
}

impl rp_report {
    fn messages(&self) -> &[String] {
        self.messages.get_or_init(|| self.report.diagnostics().iter().map(Diagnostic::to_string).collect())
    }
}

/// How many diagnostics the report has; 0 for NULL.
///
/// Threads: any. Cost: constant.
#[unsafe(no_mangle)]
pub extern "C" fn rp_report_diagnostic_count(report: Option<&rp_report>) -> usize {
    guard_or(0, || report.map(|report| report.report.diagnostics().len()))
}

/// The diagnostic at `index`, in document order from 0. Its message lasts as long as the report.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_INDEX. Threads: any. Cost: constant; the first call for a report words all of them.
#[unsafe(no_mangle)]
pub extern "C" fn rp_report_diagnostic(
    report: Option<&rp_report>,
    index: usize,
    out: Option<&mut MaybeUninit<rp_diagnostic>>,
) -> rp_status {
    guard(None, || {
        let (report, out) = (given(report)?, given(out)?);
        let diagnostics = report.report.diagnostics();
        let at = tree::id(diagnostics, index)? as usize;
        out.write(rp_diagnostic {
            code: diagnostics[at].code().into(),
            message: report.messages()[at].as_str().into(),
            span: diagnostics[at].span.into(),
            oddity: (&diagnostics[at].oddity).into(),
        });
        Ok(())
    })
}
