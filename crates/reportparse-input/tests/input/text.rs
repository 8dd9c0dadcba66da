//! Plain text: encodings, marks, malformed bytes, mojibake.

use std::borrow::Cow;

use encoding_rs::{BIG5, GB18030, UTF_16LE, WINDOWS_1252};
use reportparse_input::{ErrorKind, Format, Malformed, Options, WarningKind, read};

const REPORT: &str =
    "各位代表：\r\n　　一、2024年工作回顾\r\n　　地区生产总值增长5.2%，一般公共预算收入完成133.8亿元。\r\n";

fn decoded(bytes: &[u8]) -> (String, &'static str) {
    let document = read(bytes, &Options::new()).expect("it is text");
    assert_eq!(document.format, Format::Text);
    (document.text.into_owned(), document.encoding.expect("text has an encoding"))
}

#[test]
fn utf8_is_borrowed_as_it_is() {
    let document = read(REPORT.as_bytes(), &Options::new()).expect("it is text");
    assert!(matches!(document.text, Cow::Borrowed(_)));
    assert_eq!(document.text, REPORT);
    assert_eq!(document.encoding, Some("UTF-8"));
    assert_eq!(document.place(0), None);
    assert!(document.warnings.is_empty());
}

#[test]
fn a_byte_order_mark_of_utf8_stays() {
    let marked = format!("\u{FEFF}{REPORT}");
    assert_eq!(decoded(marked.as_bytes()), (marked.clone(), "UTF-8"));
}

#[test]
fn legacy_encodings_are_found() {
    assert_eq!(decoded(&GB18030.encode(REPORT).0), (REPORT.to_owned(), "gb18030"));
    let traditional =
        "各位代表：現在，我代表國務院，向大會報告政府工作，請予審議。經濟運行穩中向好，國內生產總值增長。";
    assert_eq!(decoded(&BIG5.encode(traditional).0), (traditional.to_owned(), "Big5"));
}

#[test]
fn utf16_is_found_with_and_without_a_mark() {
    let little: Vec<u8> = REPORT.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = REPORT.encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert_eq!(decoded(&little), (REPORT.to_owned(), "UTF-16LE"));
    assert_eq!(decoded(&big), (REPORT.to_owned(), "UTF-16BE"));
    assert_eq!(decoded(&[b"\xFF\xFE", &little[..]].concat()), (REPORT.to_owned(), "UTF-16LE"));
    let hanzi: Vec<u8> = "没有换行的一段话".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(decoded(&hanzi).1, UTF_16LE.name());
}

#[test]
fn a_true_hint_decides_and_a_false_one_gives_way() {
    // Too short for a detector to be sure of.
    let bytes = BIG5.encode("國務院").0;
    let document = read(&bytes, &Options::new().charset("big5").expect("it is known")).expect("it is text");
    assert_eq!((&*document.text, document.encoding), ("國務院", Some("Big5")));

    for (label, bytes, name) in [
        ("iso-8859-1", GB18030.encode(REPORT).0, "gb18030"),
        ("big5", GB18030.encode(REPORT).0, "gb18030"),
        ("gbk", Cow::Borrowed(REPORT.as_bytes()), "UTF-8"),
    ] {
        let document = read(&bytes, &Options::new().charset(label).expect("it is known")).expect("it is text");
        assert_eq!((&*document.text, document.encoding), (REPORT, Some(name)));
        assert_eq!(document.warnings[0].kind, WarningKind::WrongCharset, "{label}");
    }
}

#[test]
fn a_hint_must_be_the_name_of_a_charset() {
    assert!(["gbk", "GB2312", " utf-8 ", "Big5"].iter().all(|label| Options::new().charset(label).is_some()));
    assert!(["", "gbkk", "中文", "iso-2022-cn"].iter().all(|label| Options::new().charset(label).is_none()));
}

#[test]
fn malformed_bytes_are_replaced_and_told_with_their_offset() {
    let mut bytes = REPORT.as_bytes().to_vec();
    bytes.insert(15, 0xFF);
    let document = read(&bytes, &Options::new()).expect("it is text");
    assert_eq!(document.encoding, Some("UTF-8"));
    let warning = &document.warnings[0];
    assert_eq!((warning.kind, warning.offset), (WarningKind::Malformed, Some(15)));
    assert_eq!(&document.text[warning.span.clone()], "\u{FFFD}");
    assert_eq!(document.text.replace('\u{FFFD}', ""), REPORT);

    let mut bytes = GB18030.encode(REPORT).0.into_owned();
    bytes.splice(10..10, [0xFF, 0xFF]);
    let error = read(&bytes, &Options::new().charset("gbk").expect("it is known").malformed(Malformed::Refuse))
        .expect_err("it is malformed");
    assert_eq!((error.kind(), error.offset()), (ErrorKind::Malformed, Some(10)));
}

#[test]
fn one_bad_byte_does_not_make_a_short_text_another_encoding() {
    for text in ["增长五", "工作回顾", "全年完成投资5亿元。"] {
        for at in text.char_indices().map(|(at, _)| at).chain([text.len()]) {
            let mut bytes = text.as_bytes().to_vec();
            bytes.insert(at, 0xFF);
            let document = read(&bytes, &Options::new()).expect("it is text");
            assert_eq!(document.encoding, Some("UTF-8"), "{text} with a byte at {at}");
            assert_eq!((document.warnings.len(), document.warnings[0].offset), (1, Some(at)));
        }
        let bytes = GB18030.encode(text).0;
        assert_eq!(decoded(&bytes), (text.to_owned(), "gb18030"));
    }
}

#[test]
fn a_character_cut_off_at_the_end_spoils_nothing() {
    let bytes = GB18030.encode(REPORT).0;
    let cut = &bytes[..bytes.len() - 3];
    let document = read(cut, &Options::new()).expect("it is text");
    assert_eq!(document.encoding, Some("gb18030"));
    assert_eq!(document.warnings.len(), 1);
    let cut = &REPORT.as_bytes()[..REPORT.trim_end().len() - 1];
    assert_eq!(read(cut, &Options::new()).expect("it is text").encoding, Some("UTF-8"));
}

#[test]
fn mojibake_is_noticed() {
    let as_gbk = GB18030.decode_without_bom_handling(REPORT.as_bytes()).0;
    let as_latin = WINDOWS_1252.decode_without_bom_handling(REPORT.as_bytes()).0;
    let gbk_as_latin = GB18030.encode(REPORT).0;
    let gbk_as_latin = WINDOWS_1252.decode_without_bom_handling(&gbk_as_latin).0;
    let as_true_latin = REPORT.bytes().map(char::from).collect::<String>().into();
    let cases = [
        (as_gbk, "UTF-8", "gb18030"),
        (as_latin, "UTF-8", "windows-1252"),
        (as_true_latin, "UTF-8", "windows-1252"),
        (gbk_as_latin, "gb18030", "windows-1252"),
    ];
    for (spoilt, own, read_as) in cases {
        let document = read(spoilt.as_bytes(), &Options::new()).expect("it is text");
        let warning = document.warnings.iter().find(|warning| warning.kind == WarningKind::Mojibake);
        let message = warning.unwrap_or_else(|| panic!("{spoilt}")).to_string();
        assert!(message.contains(own) && message.contains(read_as), "{message}");
    }
    let lost = REPORT.replace('工', "\u{FFFD}");
    assert_eq!(read(lost.as_bytes(), &Options::new()).expect("it is text").warnings[0].kind, WarningKind::Mojibake);
    for good in [REPORT, "plain ASCII only, 5.2%", "Le café était fermé à Noël, où l’élève a été reçu très tôt."]
    {
        assert!(read(good.as_bytes(), &Options::new()).expect("it is text").warnings.is_empty(), "{good}");
    }
}

#[test]
fn markdown_and_stray_tags_stay_text() {
    for text in [
        "# 2024年统计公报\n\n一、综合<br>全年增长5%。\n",
        "一、<U+00A0>工作回顾\n<!-- 正文 -->\n增长5%。\n",
        "5 < 6，且 a<b 成立。\n",
    ] {
        assert_eq!(decoded(text.as_bytes()).0, text);
    }
}
