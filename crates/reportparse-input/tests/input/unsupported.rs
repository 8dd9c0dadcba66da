//! Files that are not read: each says what it is and what to do.

use crate::support::zip;
use reportparse_input::{ErrorKind, Options, read, read_file};

/// The start of an OLE file that names a stream.
fn compound(stream: &str) -> Vec<u8> {
    let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
    bytes
}

#[test]
fn each_format_is_named_with_advice() {
    let mut tar = vec![b'a'; 600];
    tar[257..262].copy_from_slice(b"ustar");
    let cases: Vec<(Vec<u8>, ErrorKind, &str)> = vec![
        (b"".to_vec(), ErrorKind::Empty, "is empty"),
        (b" \r\n\t\n".to_vec(), ErrorKind::Empty, "is empty"),
        (b"\xEF\xBB\xBF \n".to_vec(), ErrorKind::Empty, "is empty"),
        (b"{\\rtf1\\ansi ...}".to_vec(), ErrorKind::Unsupported, "RTF"),
        (compound("WordDocument"), ErrorKind::Unsupported, ".doc"),
        (compound("Workbook"), ErrorKind::Unsupported, "Excel"),
        (compound("EncryptedPackage"), ErrorKind::Encrypted, "password"),
        (b"\x89PNG\r\n\x1A\n....".to_vec(), ErrorKind::Unsupported, "PNG image"),
        (b"\xFF\xD8\xFF\xE0....".to_vec(), ErrorKind::Unsupported, "ocrmypdf"),
        (b"\x1F\x8B\x08....".to_vec(), ErrorKind::Unsupported, "gzip archive"),
        (tar, ErrorKind::Unsupported, "tar archive"),
        (zip(&[("a.txt", b"a")]), ErrorKind::Unsupported, "zip archive"),
        (zip(&[("[Content_Types].xml", b""), ("xl/workbook.xml", b"")]), ErrorKind::Unsupported, "Excel workbook"),
        (zip(&[("OFD.xml", b"")]), ErrorKind::Unsupported, "OFD document"),
        (zip(&[("[Content_Types].xml", b""), ("word/other.xml", b"")]), ErrorKind::Damaged, "word/document.xml"),
        (b"text\0with\0zeros and \xE4\xB8".to_vec(), ErrorKind::Unsupported, "offset 4"),
        (
            b"<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?>".to_vec(),
            ErrorKind::Unsupported,
            "flat XML",
        ),
        (b"From: <Saved by Blink>\nMIME-Version: 1.0".to_vec(), ErrorKind::Unsupported, "web archive"),
        (
            b"<html><frameset><frame src=a.html></frameset>".to_vec(),
            ErrorKind::NoText,
            "in frames or comes by a script",
        ),
    ];
    for (bytes, kind, says) in cases {
        let error = read(&bytes, &Options::new()).expect_err(says);
        assert_eq!(error.kind(), kind, "{error}");
        assert!(error.to_string().contains(says), "{error}");
    }
}

#[test]
fn bytes_that_no_encoding_fits_are_no_text() {
    let noise: Vec<u8> = (1_u32..4_000).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8 | 1).collect();
    let error = read(&noise, &Options::new()).expect_err("it is noise");
    assert_eq!(error.kind(), ErrorKind::Unsupported);
    assert!(error.offset().is_some());
}

#[test]
fn an_error_names_the_file() {
    let path = std::env::temp_dir().join(format!("reportparse-{}-没有.txt", std::process::id()));
    let error = read_file(&path, &Options::new()).expect_err("it is not there");
    assert_eq!((error.kind(), error.path()), (ErrorKind::Io, Some(path.as_path())));
    assert!(error.to_string().starts_with(&path.display().to_string()), "{error}");
}

#[test]
fn limits_name_the_option_that_raises_them() {
    let text = "一、工作回顾。".repeat(100);
    let gbk = encoding_rs::GBK.encode(&text).0;
    for (bytes, options, option) in [
        (text.as_bytes(), Options::new().max_bytes(100), "max_bytes"),
        (text.as_bytes(), Options::new().max_text_bytes(100), "max_text_bytes"),
        (&gbk[..], Options::new().max_text_bytes(100), "max_text_bytes"),
    ] {
        let error = read(bytes, &options).expect_err("it is too long");
        assert_eq!(error.kind(), ErrorKind::Limit);
        assert!(error.to_string().contains(option), "{error}");
        let raised = options.limit(option, 1 << 20).expect("the limit has that name");
        assert!(read(bytes, &raised).is_ok());
    }
}
