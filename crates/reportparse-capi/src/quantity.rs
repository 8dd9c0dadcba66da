//! The quantities of a text without a report around it.

use std::ffi::c_char;
use std::mem::MaybeUninit;

use reportparse::{Lexicon, Quantity};

use crate::error::{rp_error, rp_status};
use crate::guard::{free, given, guard, guard_or};
use crate::names::rp_approx;
use crate::options::rp_options;
use crate::text::{self, rp_str};
use crate::value::{rp_decimal, rp_span};

/// The quantities of a text, found by rp_quantities_find().
///
/// Owner: the caller, who frees it with rp_quantities_free(). It keeps nothing of the text, and never changes. Threads:
/// any number may read it at the same time.
#[derive(Debug)]
pub struct rp_quantities(Vec<Quantity>);

/// A number with its unit as written: 1031.1亿元, 4万余人次, 4.5%—5%. Strings last as long as the rp_quantities.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct rp_quantity {
    /// The unit as written, its scale word included: 亿元; of length 0 for a number without a unit.
    pub unit: rp_str,
    /// The unit that `base_value` counts in: 元; none where the unit is unknown.
    pub base_unit: rp_str,
    /// The quantity as written, approximators and unit included.
    pub span: rp_span,
    /// The number as written, in `unit`; none where no decimal holds it exactly: 三分之一.
    pub value: rp_decimal,
    /// The upper end of a range, in `unit`.
    pub value_high: rp_decimal,
    /// `value` with the scale word counted in: 40000 for 4万人.
    pub number: rp_decimal,
    /// The value in `base_unit`: 103110000000.
    pub base_value: rp_decimal,
    /// How the number stands to the true one.
    pub approx: rp_approx,
}

impl From<&Quantity> for rp_quantity {
    fn from(quantity: &Quantity) -> Self {
        let base = quantity.base.as_ref();
        rp_quantity {
            unit: quantity.unit.as_str().into(),
            base_unit: base.map(|(_, unit)| unit.as_str()).into(),
            span: quantity.span.into(),
            value: quantity.value.into(),
            value_high: quantity.high.into(),
            number: quantity.number.into(),
            base_value: base.map(|(value, _)| *value).into(),
            approx: quantity.approx.into(),
        }
    }
}

/// Finds the quantities of `len` bytes of UTF-8 at `text`, in order: of a sentence, of a cell of a table. Dates, ordinals,
/// labels (5G, 14号线) and numbers that are mere rhetoric (两手抓) are left out.
///
/// Of `options`, which may be NULL, the lexicon counts. On success the quantities go to `out`, to be freed with
/// rp_quantities_free(). On failure, and if `error` is not NULL, what went wrong goes to `error`.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_ENCODING. Threads: any. Cost: linear in `len`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rp_quantities_find(
    text: *const c_char,
    len: usize,
    options: Option<&rp_options>,
    out: Option<&mut MaybeUninit<Box<rp_quantities>>>,
    error: Option<&mut MaybeUninit<Box<rp_error>>>,
) -> rp_status {
    guard(error, || {
        let out = given(out)?;
        // SAFETY: the caller vouches for the text.
        let text = unsafe { text::utf8(text, len, "text") }?;
        let found = reportparse::quantities(text, options.map_or(&Lexicon::default(), rp_options::lexicon));
        out.write(Box::new(rp_quantities(found)));
        Ok(())
    })
}

/// How many quantities there are; 0 for NULL.
///
/// Threads: any. Cost: constant.
#[unsafe(no_mangle)]
pub extern "C" fn rp_quantities_count(quantities: Option<&rp_quantities>) -> usize {
    guard_or(0, || quantities.map(|quantities| quantities.0.len()))
}

/// The quantity at `index`, in the order of the text from 0. Its strings last as long as `quantities`.
///
/// Errors: RP_ERROR_NULL, RP_ERROR_INDEX. Threads: any. Cost: constant.
#[unsafe(no_mangle)]
pub extern "C" fn rp_quantities_get(
    quantities: Option<&rp_quantities>,
    index: usize,
    out: Option<&mut MaybeUninit<rp_quantity>>,
) -> rp_status {
    guard(None, || {
        let (quantities, out) = (given(quantities)?, given(out)?);
        out.write(quantities.0.get(index).ok_or(rp_status::RP_ERROR_INDEX)?.into());
        Ok(())
    })
}

/// Frees quantities, once. NULL is taken and does nothing.
///
/// Threads: any, when no other uses them. Cost: linear in their number.
#[unsafe(no_mangle)]
pub extern "C" fn rp_quantities_free(quantities: Option<Box<rp_quantities>>) {
    free(quantities);
}
