//! The two guards that every function passes through: one for pointers that are NULL, one for panics.

use std::mem::MaybeUninit;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::error::{rp_error, rp_status};

/// What stands behind a pointer that must not be NULL.
pub(crate) fn given<T>(pointer: Option<T>) -> Result<T, rp_error> {
    pointer.ok_or_else(|| rp_status::RP_ERROR_NULL.into())
}

/// Runs the body of a function that may fail. What went wrong is returned as a status and, where the caller asks for
/// it, written to `error`; a panic goes no further than this.
pub(crate) fn guard(
    error: Option<&mut MaybeUninit<Box<rp_error>>>,
    body: impl FnOnce() -> Result<(), rp_error>,
) -> rp_status {
    let fault = match catch_unwind(AssertUnwindSafe(body)) {
        Ok(Ok(())) => return rp_status::RP_OK,
        Ok(Err(fault)) => fault,
        Err(_) => rp_status::RP_ERROR_PANIC.into(),
    };
    let status = fault.status();
    if let Some(error) = error {
        error.write(Box::new(fault));
    }
    status
}

/// Runs the body of a function that answers `otherwise` where there is nothing to tell.
pub(crate) fn guard_or<T>(otherwise: T, body: impl FnOnce() -> Option<T>) -> T {
    catch_unwind(AssertUnwindSafe(body)).ok().flatten().unwrap_or(otherwise)
}

/// Frees what a caller was given; NULL is nothing to free.
pub(crate) fn free<T>(object: Option<Box<T>>) {
    guard_or((), || {
        drop(object);
        Some(())
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_a_status_and_an_error() {
        let mut error = MaybeUninit::uninit();
        let status = guard(Some(&mut error), || panic!("on purpose"));
        // SAFETY: the status is not RP_OK, so the error was written.
        let error = unsafe { error.assume_init() };
        assert_eq!(status, rp_status::RP_ERROR_PANIC);
        assert_eq!(error.status(), rp_status::RP_ERROR_PANIC);
        assert_eq!(guard_or(7, || panic!("on purpose")), 7);
    }

    #[test]
    fn nothing_is_written_on_success() {
        let mut error = MaybeUninit::new(Box::new(rp_error::from(rp_status::RP_ERROR_EMPTY)));
        assert_eq!(guard(Some(&mut error), || Ok(())), rp_status::RP_OK);
        // SAFETY: it was written above.
        assert_eq!(unsafe { error.assume_init() }.status(), rp_status::RP_ERROR_EMPTY);
    }
}
