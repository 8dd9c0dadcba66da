//! What is drawn on the page of a PDF; and, where the bytes begin a PDF themselves, those bytes.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reportparse_fuzz::{package, read, try_read};

fuzz_target!(
    init: {
        // Without the library every input would be refused, and nothing would be tested.
        let page = package::pdf(b"BT /F 12 Tf 72 720 Td (A report.) Tj ET");
        let read = try_read(&page).map(|document| document.text.into_owned());
        assert!(read.as_ref().is_ok_and(|text| text.contains("A report.")), "set REPORTPARSE_PDFIUM: {read:?}");
    },
    |bytes: &[u8]| if bytes.starts_with(b"%PDF") { read(bytes) } else { read(&package::pdf(bytes)) }
);
