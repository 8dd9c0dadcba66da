//! The crate without its features: text in every encoding, and a clear word about the rest.

#![cfg(not(any(feature = "html", feature = "docx", feature = "pdf")))]

use reportparse_input::{ErrorKind, Options, read};

#[test]
fn text_is_read_and_what_is_left_out_is_named() {
    let text = "一、工作回顾\n全年完成投资5亿元。";
    let (bytes, _, _) = encoding_rs::GB18030.encode(text);
    let document = read(&bytes, &Options::new()).expect("it is text");
    assert_eq!(document.text, text);
    assert_eq!(document.parse(&reportparse::Parser::default()).expect("it is a report").metrics().len(), 1);

    for (bytes, feature) in [
        (&b"<html><p>text</p></html>"[..], "`html`"),
        (b"PK\x03\x04 [Content_Types].xml word/document.xml", "`docx`"),
        (b"%PDF-1.7 1 0 obj", "`pdf`"),
    ] {
        let error = read(bytes, &Options::new()).expect_err(feature);
        assert_eq!(error.kind(), ErrorKind::Disabled);
        assert!(error.to_string().contains(feature), "{error}");
    }
}
