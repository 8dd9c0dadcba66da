//! The real reports, where they are at hand: each is read, what its manifest says of it is found, and so is as much as was
//! found before.
//!
//! `INSTA_UPDATE=always cargo test -p reportparse-input corpus` writes `corpus.tsv` anew; look at the difference before you
//! commit it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::{env, fs};

use reportparse::Parser;
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

/// What a report holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Counts {
    headings: usize,
    points: usize,
    metrics: usize,
}

impl Counts {
    fn of(document: &Document<'_>) -> Self {
        let report = document.parse(&Parser::default()).expect("it is a report");
        Counts { headings: report.sections().len(), points: report.points().len(), metrics: report.metrics().len() }
    }

    /// Whether one of them is less than it was. One heading or point in fifty may go, if what was found was none; and one
    /// metric in ten, for a value and its change that are read as one are one less.
    fn fall_below(self, before: Counts) -> bool {
        let falls = |now: usize, before: usize, part: usize| now + before / part < before;
        falls(self.headings, before.headings, 50)
            || falls(self.points, before.points, 50)
            || falls(self.metrics, before.metrics, 10)
    }
}

#[test]
fn real_reports_are_read_and_hold_what_they_held() {
    let Some(folder) = has(corpus(), "the corpus (REPORTPARSE_SHARED)") else { return };
    let has_pdfium = has(pdfium(), "libpdfium").is_some();
    let mut found = BTreeMap::new();
    for entry in entries(&folder).iter().filter(|entry| has_pdfium || entry.format() != Format::Pdf) {
        let document = read_file(folder.join(&entry.file), &options()).unwrap_or_else(|error| panic!("{error}"));
        check(entry, &document);
        found.insert(entry.file.clone(), (document.format, Counts::of(&document)));
    }
    show(&found);
    if env::var_os("INSTA_UPDATE").is_some_and(|how| how == "always") {
        fs::write(golden(), table(&found)).expect("the summary is written");
    }
    compare(&found, has_pdfium);
}

fn entries(folder: &Path) -> Vec<Entry> {
    let manifest = fs::read_to_string(folder.join("MANIFEST.csv")).expect("the corpus has a manifest");
    let entries: Vec<Entry> = manifest.lines().skip(1).filter(|row| !row.trim().is_empty()).map(entry).collect();
    assert!(entries.len() > 50, "the manifest is short");
    entries
}

type Found = BTreeMap<String, (Format, Counts)>;

/// Prints the table past the test runner, which keeps the output of tests that pass to itself.
fn show(found: &Found) {
    io::stderr().write_all(format!("\n{}", table(found)).as_bytes()).expect("the table is shown");
}

fn table(found: &Found) -> String {
    let mut table = String::from("headings\tpoints\tmetrics\tformat\tfile\n");
    for (file, (format, Counts { headings, points, metrics })) in found {
        writeln!(table, "{headings}\t{points}\t{metrics}\t{format}\t{file}").expect("a String takes all text");
    }
    table
}

fn golden() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/input/corpus.tsv")
}

fn compare(found: &Found, has_pdfium: bool) {
    let golden = fs::read_to_string(golden()).expect("the summary is there");
    let rows: Vec<(&str, &str, Counts)> = golden.lines().skip(1).map(row).collect();
    for (format, file, before) in rows.iter().filter(|(format, ..)| has_pdfium || *format != "pdf") {
        let (_, now) = found.get(*file).unwrap_or_else(|| panic!("{file}: no longer in the corpus"));
        assert!(
            !now.fall_below(*before),
            "{file} ({format}) has {now:?}, and had {before:?}; see the head of corpus.rs"
        );
    }
    let is_known = |file: &String| rows.iter().any(|(_, known, _)| known == file);
    let unknown: Vec<&String> = found.keys().filter(|file| !is_known(file)).collect();
    assert!(unknown.is_empty(), "not in corpus.tsv: {unknown:?}; see the head of corpus.rs");
}

/// A row of the summary: the format, the file, its counts.
fn row(line: &str) -> (&str, &str, Counts) {
    let fields: Vec<&str> = line.split('\t').collect();
    let count = |at: usize| fields[at].parse().unwrap_or_else(|_| panic!("corpus.tsv: {line}"));
    (fields[3], fields[4], Counts { headings: count(0), points: count(1), metrics: count(2) })
}

fn check(entry: &Entry, document: &Document<'_>) {
    let (first, second) = (headings(document, &[], &['、']), headings(document, &['（', '('], &['）', ')']));
    let chars = document.text.chars().count();
    let encoding = document.encoding.unwrap_or("-");
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
