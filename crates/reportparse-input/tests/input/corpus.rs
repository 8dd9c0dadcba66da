//! The real reports, where they are at hand: each is read, and what its manifest says of it is found.

use std::fs;

use reportparse_input::{Document, Format, WarningKind, read_file};

use crate::support::{corpus, has, options, pdfium};

/// A row of the manifest, as far as it is about reading.
struct Entry {
    file: String,
    format: String,
    encoding: String,
    notes: String,
}

/// `file,level,place,year,kind,format,encoding,bytes,source,notes`; only the notes may be quoted.
fn entry(row: &str) -> Entry {
    let fields: Vec<&str> = row.splitn(10, ',').collect();
    Entry {
        file: fields[0].to_owned(),
        format: fields[5].to_owned(),
        encoding: fields[6].to_owned(),
        notes: fields[9].to_owned(),
    }
}

impl Entry {
    fn format(&self) -> Format {
        match self.format.as_str() {
            "docx" => Format::Docx,
            "pdf" => Format::Pdf,
            "html" => Format::Html,
            _ => Format::Text,
        }
    }

    /// How many headings of a style the manifest counts: `一、×3`.
    fn headings(&self, style: &str) -> usize {
        let after = self.notes.split_once(style).map_or("", |(_, after)| after);
        let digits: String = after.chars().take_while(char::is_ascii_digit).collect();
        digits.parse().unwrap_or(0)
    }
}

/// Lines that begin with a Chinese numeral between these.
fn headings(document: &Document<'_>, open: &[char], close: &[char]) -> usize {
    let is_heading = |line: &&str| {
        let rest = line.trim_start();
        let inner = if open.is_empty() { Some(rest) } else { rest.strip_prefix(open) };
        inner.is_some_and(|inner| {
            let after = inner.trim_start_matches(|c| "一二三四五六七八九十".contains(c));
            after.len() < inner.len() && after.starts_with(close)
        })
    };
    document.text.lines().filter(is_heading).count()
}

#[test]
fn real_reports_are_read() {
    let Some(folder) = has(corpus(), "the corpus (REPORTPARSE_SHARED)") else { return };
    let manifest = fs::read_to_string(folder.join("MANIFEST.csv")).expect("the corpus has a manifest");
    let entries: Vec<Entry> = manifest.lines().skip(1).filter(|row| !row.trim().is_empty()).map(entry).collect();
    assert!(entries.len() > 50, "the manifest is short");
    for entry in &entries {
        if entry.format() == Format::Pdf && has(pdfium(), "libpdfium").is_none() {
            continue;
        }
        let document = read_file(folder.join(&entry.file), &options()).unwrap_or_else(|error| panic!("{error}"));
        check(entry, &document);
    }
}

fn check(entry: &Entry, document: &Document<'_>) {
    let (first, second) = (headings(document, &[], &['、']), headings(document, &['（', '('], &['）', ')']));
    let (chars, lines) = (document.text.chars().count(), document.text.lines().count());
    let encoding = document.encoding.unwrap_or("-");
    println!("{:<6}{encoding:<10}{chars:>8}{lines:>6}{first:>5}{second:>5}  {}", document.format.name(), entry.file);

    assert_eq!(document.format, entry.format(), "{}", entry.file);
    if entry.encoding != "-" {
        assert_eq!(encoding.to_ascii_lowercase(), entry.encoding, "{}", entry.file);
    }
    let is_mojibake = document.warnings.iter().any(|warning| warning.kind == WarningKind::Mojibake);
    assert_eq!(is_mojibake, entry.notes.contains("MOJIBAKE"), "{}: {:?}", entry.file, document.warnings);
    assert!(chars > 1_000, "{} gives {chars} characters", entry.file);
    if document.format != Format::Text {
        // The manifest counts cells of tables and a printed table of contents as well.
        assert!(first * 10 >= entry.headings("一、×") * 8, "{}: {first} headings 一、", entry.file);
        assert!(
            second >= entry.headings("（一）×").max(entry.headings("(一)×")),
            "{}: {second} headings （一）",
            entry.file
        );
        assert!(!document.text.contains("</"), "{} has tags", entry.file);
        assert!(document.text.lines().all(|line| !line.trim().is_empty()), "{} has blank lines", entry.file);
    }
}
