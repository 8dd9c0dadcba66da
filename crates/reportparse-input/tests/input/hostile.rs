//! Hostile files: bounded time and memory, an error or what can be read, never a crash.

use std::io::Write;
use std::time::{Duration, Instant};

use reportparse_input::{ErrorKind, Options};

use crate::support::{Docx, LISTS, PdfLine, assemble, has, item, options, p, pdf, pdfium, read, table, zip};

/// Far more than any of these files takes, even in a debug build on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

fn in_time<T>(what: &str, run: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = run();
    assert!(start.elapsed() < PATIENCE, "{what} took {:?}", start.elapsed());
    result
}

fn repeat(part: &str, bytes: usize) -> String {
    part.repeat(bytes / part.len())
}

#[test]
fn pages_are_read_in_linear_time() {
    const SIZE: usize = 2 << 20;
    let numbered = |tag: &str| (0..SIZE / 12).map(|n| format!("<{tag} a{n}=1>")).collect::<String>();
    let attributes: String = (0..SIZE / 8).map(|n| format!(" a{n}=1")).collect();
    for (what, page) in [
        ("deep blocks", repeat("<div>", SIZE)),
        ("deep tables", repeat("<table><tr><td>", SIZE)),
        ("deep formatting", numbered("b")),
        ("misnested formatting", format!("{}{}", numbered("a"), repeat("<p>", SIZE))),
        ("one tag of many attributes", format!("<p{attributes}>正文</p>")),
        ("end tags", format!("<p>{}", repeat("</b></i></p>", SIZE))),
        ("many lists", repeat("<ul><li>", SIZE)),
        ("an open comment", format!("<p><!--{}", repeat("<!-", SIZE))),
        ("entities", format!("<p>{}", repeat("&amp;amp", SIZE))),
        ("links", format!("<div>{}", repeat("<a>x</a>", SIZE))),
        ("one cell", format!("<table><td>{}", repeat("一般公共预算收入，", SIZE))),
    ] {
        let page = format!("<html><body>{page}");
        in_time(what, || drop(read(page.as_bytes())));
    }
}

#[test]
fn what_lies_too_deep_is_read_all_the_same() {
    let depth = 5_000;
    let page = format!("{}正文，很深。{}<p>后文。", "<div>".repeat(depth), "</div>".repeat(depth));
    assert_eq!(read(page.as_bytes()).expect("it is a page").text, "正文，很深。\n后文。\n");
}

#[test]
fn a_page_of_too_many_nodes_stops_at_the_limit() {
    for part in ["<b>", "<b>字</b>", "<b id=a id=b id=c>"] {
        let page = format!("<html><body>{}", part.repeat(50_000));
        let limited = |nodes| reportparse_input::read(page.as_bytes(), &Options::new().max_nodes(nodes)).map(drop);
        let error = limited(40_000).expect_err("it has more");
        assert_eq!(error.kind(), ErrorKind::Limit);
        assert!(error.to_string().contains("raise `max_nodes`"), "{error}");
        assert!(limited(400_000).map_err(|error| error.kind()) != Err(ErrorKind::Limit));
    }
}

#[test]
fn a_bomb_in_an_archive_stops_at_the_limit() {
    let bomb = vec![b' '; 8 << 20];
    let body = [b"<w:document><w:body>", &bomb[..], b"</w:body></w:document>"].concat();
    let bytes = zip(&[("[Content_Types].xml", b""), ("word/document.xml", &body)]);
    assert!(bytes.len() < 64 << 10);
    let error = in_time("a bomb", || reportparse_input::read(&bytes, &Options::new().max_part_bytes(1 << 20)));
    let error = error.expect_err("it is too large");
    assert_eq!(error.kind(), ErrorKind::Limit);
    assert!(error.to_string().contains("max_part_bytes"), "{error}");
}

#[test]
fn documents_stop_at_their_limits() {
    let deep = Docx::new(&format!("{}{}", "<w:a>".repeat(100_000), "</w:a>".repeat(100_000))).bytes();
    assert_eq!(in_time("deep XML", || read(&deep).map(drop)).expect_err("it is deep").kind(), ErrorKind::Limit);

    let cell = "长".repeat(1 << 20);
    let huge = Docx::new(&table(&[&[&cell, &cell], &["短", "短"]])).bytes();
    let error = reportparse_input::read(&huge, &Options::new().max_text_bytes(1 << 20)).expect_err("it is long");
    assert_eq!(error.kind(), ErrorKind::Limit);
}

#[test]
fn entities_are_never_expanded() {
    let document = r#"<!DOCTYPE d [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
<w:document><w:body><w:p><w:r><w:t>前&b;&x;&unknown;后</w:t></w:r></w:p></w:body></w:document>"#;
    let bytes = zip(&[("[Content_Types].xml", b""), ("word/document.xml", document.as_bytes())]);
    assert_eq!(read(&bytes).expect("it is a document").text, "前后\n");
}

#[test]
fn documents_are_read_in_linear_time() {
    let many = |count: usize, part: &dyn Fn(usize) -> String| (0..count).map(part).collect::<String>();
    let reference = |n: usize| format!(r#"<w:p><w:r><w:footnoteReference w:id="{n}"/></w:r></w:p>"#);
    let note = |n: usize| format!(r#"<w:footnote w:id="{n}">{}</w:footnote>"#, p("注"));
    let notes = Docx::new(&many(30_000, &reference)).part("footnotes", &many(30_000, &note)).bytes();
    assert!(in_time("notes", || read(&notes).is_ok()));

    let numbered = Docx::new(&many(30_000, &|n| item(1, n as u32 % 4, "项"))).part("numbering", LISTS).bytes();
    assert!(in_time("numbers", || read(&numbered).is_ok()));

    let attributes = many(100_000, &|n| format!(r#" a{n}="1""#));
    let attributes = Docx::new(&format!("<w:p{attributes}><w:r><w:t>正文</w:t></w:r></w:p>")).bytes();
    assert!(in_time("attributes", || read(&attributes).is_ok()));
}

#[test]
fn a_bomb_in_a_pdf_stops_at_the_limit() {
    if has(pdfium(), "libpdfium").is_none() {
        return;
    }
    let bomb = in_time("a bomb", || read(&compressed(9 << 20)).map(drop)).expect_err("it is too large");
    assert_eq!(bomb.kind(), ErrorKind::Limit);
    assert!(bomb.to_string().contains("max_part_bytes"), "{bomb}");
    // What is no bomb is read on, and holds no text.
    assert_eq!(read(&compressed(1 << 20)).expect_err("it is blank").kind(), ErrorKind::NoText);
}

/// A PDF of one page whose content expands to so many blanks.
fn compressed(size: usize) -> Vec<u8> {
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(&vec![b' '; size]).expect("it is compressed");
    let content = encoder.finish().expect("it is compressed");
    let hex: String = content.iter().map(|byte| format!("{byte:02x}")).collect();
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>";
    let stream = format!("<< /Filter /FlateDecode /Length {} >>\nstream\n{hex}\nendstream", content.len());
    let objects =
        ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, stream.as_str()];
    let file = assemble(&objects.map(str::to_owned));
    let at = memchr::memmem::find(&file, hex.as_bytes()).expect("the content is there");
    [&file[..at], &content, &file[at + hex.len()..]].concat()
}

#[test]
fn loops_in_a_pdf_end() {
    if has(pdfium(), "libpdfium").is_none() {
        return;
    }
    let looped = assemble(&[
        "<< /Type /Catalog /Pages 2 0 R >>".into(),
        "<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 1000000000 >>".into(),
        "<< /Type /Page /Parent 3 0 R /MediaBox [0 0 595 842] /Contents 3 0 R >>".into(),
    ]);
    assert!(in_time("a loop of pages", || read(&looped).is_err()));
}

/// Every file, cut off at many places, gives a document or an error.
#[test]
fn truncated_files_are_survived() {
    for bytes in samples() {
        for length in (0..bytes.len()).step_by(97) {
            in_time("a truncated file", || drop(reportparse_input::read(&bytes[..length], &options())));
        }
    }
}

/// Every file with a byte changed here and there gives a document or an error.
#[test]
fn damaged_files_are_survived() {
    for bytes in samples() {
        let mut damaged = bytes.clone();
        for at in (0..bytes.len()).step_by(53) {
            damaged[at] ^= 0x55;
            in_time("a damaged file", || drop(reportparse_input::read(&damaged, &options())));
            if at % 5 != 0 {
                damaged[at] = bytes[at];
            }
        }
    }
}

fn samples() -> Vec<Vec<u8>> {
    let text = "一、工作回顾\n　　一般公共预算收入完成133.8亿元，同比下降22.6%。\n".repeat(5);
    let page = format!("<html><meta charset=gbk><div id=zoom><table><tr><td>{text}<td>甲</table><p>{text}</div>");
    let note = format!(r#"<w:footnote w:id="1">{}</w:footnote>"#, p("注"));
    let body = format!(
        r#"{}{}{}<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>"#,
        item(1, 0, "回顾"),
        table(&[&["指标", "单位"], &["甲", "乙"]]),
        p(&text)
    );
    let docx = Docx::new(&body).part("numbering", LISTS).part("footnotes", &note).bytes();
    let mut samples = vec![
        text.clone().into_bytes(),
        encoding_rs::GB18030.encode(&text).0.into_owned(),
        text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        encoding_rs::GBK.encode(&page).0.into_owned(),
        docx,
    ];
    if pdfium().is_some() {
        let line: PdfLine<'_> = (90.0, 700.0, 16.0, "一、工作回顾，经济运行总体平稳。");
        samples.push(pdf(&[vec![line], vec![line, (90.0, 672.0, 16.0, "二、工作安排")]]));
    }
    samples
}
