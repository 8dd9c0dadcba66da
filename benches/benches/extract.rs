//! What it costs to take a report out of a file, beside the parse of its text. Throughput counts the text, so that the
//! figures compare.

use std::hint::black_box;
use std::io::{Cursor, Write};
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use reportparse::Parser;
use reportparse_benches::clock::Processor;
use reportparse_benches::texts;
use reportparse_input::{Format, Options};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn extract(criterion: &mut Criterion<Processor>) {
    let text = texts::samples().texts.concat();
    let gbk = encoding_rs::GB18030.encode(&text).0.into_owned();
    let files = [
        ("utf-8", Format::Text, text.clone().into_bytes()),
        ("gb18030", Format::Text, gbk),
        ("html", Format::Html, page(&text)),
        ("docx", Format::Docx, document(&text)),
    ];
    let mut group = criterion.benchmark_group("extract");
    group.throughput(Throughput::Bytes(text.len() as u64));
    for (name, format, bytes) in &files {
        let read = || reportparse_input::read(bytes, &Options::new()).expect("the file can be read");
        assert_eq!((read().format, lines(&read().text)), (*format, lines(&text)));
        group.bench_function(*name, |bencher| bencher.iter(|| black_box(read().text.len())));
    }
    let parser = Parser::default();
    group.bench_function("parse", |bencher| bencher.iter(|| black_box(parser.parse(text.as_str()).is_ok())));
    group.finish();
}

fn lines(text: &str) -> usize {
    text.lines().filter(|line| !line.trim().is_empty()).count()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// The text as a portal shows it.
fn page(text: &str) -> Vec<u8> {
    let paragraph =
        |line: &str| format!("<p style=\"text-indent: 2em\"><span style=\"font-size: 16pt\">{line}</span></p>\n");
    let paragraphs: String = escaped(text).lines().map(paragraph).collect();
    let links =
        "<ul class=\"nav\"><li><a href=\"/\">首页</a></li><li><a href=\"/zw\">政务公开</a></li></ul>".repeat(20);
    format!("<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>{links}<div class=\"TRS_Editor\">{paragraphs}</div></body></html>")
        .into_bytes()
}

/// The text as a word processor keeps it.
fn document(text: &str) -> Vec<u8> {
    let paragraph = |line: &str| {
        format!(
            "<w:p><w:pPr><w:ind w:firstLine=\"640\"/></w:pPr><w:r><w:rPr><w:sz w:val=\"32\"/></w:rPr><w:t>{line}</w:t></w:r></w:p>"
        )
    };
    let body: String = escaped(text).lines().map(paragraph).collect();
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in [
        ("[Content_Types].xml", "<Types/>".to_owned()),
        ("word/document.xml", format!("<w:document><w:body>{body}</w:body></w:document>")),
    ] {
        archive.start_file(name, SimpleFileOptions::default()).expect("a part begins");
        archive.write_all(content.as_bytes()).expect("a part is written");
    }
    archive.finish().expect("an archive ends").into_inner()
}

fn settings() -> Criterion<Processor> {
    Criterion::default()
        .with_measurement(Processor)
        .sample_size(10)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
}

criterion_group!(name = benches; config = settings(); targets = extract);
criterion_main!(benches);
