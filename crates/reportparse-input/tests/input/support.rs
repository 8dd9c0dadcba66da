//! What the tests share: files made in code, and the things that a machine may lack.

use std::env;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use reportparse_input::{Document, Error, Options};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Reads with the defaults and the libpdfium of this machine.
pub(crate) fn read(bytes: &[u8]) -> Result<Document<'_>, Error> {
    reportparse_input::read(bytes, &options())
}

/// The text of bytes that must be readable.
pub(crate) fn text(bytes: &[u8]) -> String {
    read(bytes).unwrap_or_else(|error| panic!("{error}")).text.into_owned()
}

pub(crate) fn options() -> Options {
    pdfium().map_or_else(Options::new, |library| Options::new().pdfium(library))
}

/// The libpdfium of this machine: from the environment, or from a Python with the wheel `pypdfium2`.
pub(crate) fn pdfium() -> Option<PathBuf> {
    static FOUND: OnceLock<Option<PathBuf>> = OnceLock::new();
    FOUND.get_or_init(|| env::var_os("REPORTPARSE_PDFIUM").map(PathBuf::from).or_else(pdfium_of_python)).clone()
}

fn pdfium_of_python() -> Option<PathBuf> {
    let code =
        "import pathlib, pypdfium2_raw as p; d = pathlib.Path(p.__file__).parent; print(next(d.glob('*pdfium.*')))";
    let pythons = [workspace().join(".venv/bin/python"), PathBuf::from("python3")];
    pythons.iter().find_map(|python| {
        let output = Command::new(python).args(["-c", code]).output().ok().filter(|output| output.status.success())?;
        Some(PathBuf::from(String::from_utf8(output.stdout).ok()?.trim()))
    })
}

/// Whether a test that needs something may run. What is missing fails the test where `CI` is set.
pub(crate) fn has<T>(needed: Option<T>, what: &str) -> Option<T> {
    if needed.is_none() {
        assert!(env::var_os("CI").is_none(), "{what} is missing, and CI is set");
        eprintln!("skipped: {what} is missing");
    }
    needed
}

pub(crate) fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The real reports: `REPORTPARSE_SHARED`, or `../shared` beside the workspace.
pub(crate) fn corpus() -> Option<PathBuf> {
    let shared = env::var_os("REPORTPARSE_SHARED").map_or_else(|| workspace().join("../shared"), PathBuf::from);
    Some(shared.join("corpus/real")).filter(|folder| folder.is_dir())
}

/// A zip archive of named parts.
pub(crate) fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).expect("a part begins");
        archive.write_all(content).expect("a part is written");
    }
    archive.finish().expect("an archive ends").into_inner()
}

const WORD: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A Word document: the XML of its body, and what stands in other parts.
#[derive(Default)]
pub(crate) struct Docx {
    body: String,
    parts: Vec<(&'static str, String)>,
    missing: Vec<&'static str>,
}

impl Docx {
    pub(crate) fn new(body: &str) -> Self {
        Docx { body: body.to_owned(), ..Docx::default() }
    }

    /// Adds a part (`numbering`, `styles`, `footnotes`, `endnotes`) with the XML of its content.
    pub(crate) fn part(mut self, kind: &'static str, content: &str) -> Self {
        let root = if kind == "styles" || kind == "numbering" || kind.ends_with("notes") { kind } else { "root" };
        self.parts.push((kind, format!("<w:{root} {WORD}>{content}</w:{root}>")));
        self
    }

    /// Points to a part that is not there.
    pub(crate) fn missing(mut self, kind: &'static str) -> Self {
        self.missing.push(kind);
        self
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let document = format!(
            r#"<?xml version="1.0" encoding="UTF-8"?><w:document {WORD} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>{}</w:body></w:document>"#,
            self.body
        );
        let kinds: Vec<&str> = self.parts.iter().map(|(kind, _)| *kind).chain(self.missing.iter().copied()).collect();
        let related: String = kinds
            .iter()
            .map(|kind| format!(r#"<Relationship Id="r{kind}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>"#))
            .collect();
        let roots = format!(
            r#"<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>"#
        );
        let related = format!(r#"<Relationships xmlns="{PACKAGE}">{related}</Relationships>"#);
        let types = self.content_types();
        let names: Vec<(String, &str)> =
            self.parts.iter().map(|(kind, content)| (format!("word/{kind}.xml"), content.as_str())).collect();
        let mut parts: Vec<(&str, &[u8])> = vec![
            ("[Content_Types].xml", types.as_bytes()),
            ("_rels/.rels", roots.as_bytes()),
            ("word/document.xml", document.as_bytes()),
            ("word/_rels/document.xml.rels", related.as_bytes()),
        ];
        parts.extend(names.iter().map(|(name, content)| (name.as_str(), content.as_bytes())));
        zip(&parts)
    }

    fn content_types(&self) -> String {
        let word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
        let own: String = self
            .parts
            .iter()
            .map(|(kind, _)| format!(r#"<Override PartName="/word/{kind}.xml" ContentType="{word}.{kind}+xml"/>"#))
            .collect();
        format!(
            r#"<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{word}.document.main+xml"/>{own}</Types>"#
        )
    }
}

/// A paragraph of one run.
pub(crate) fn p(text: &str) -> String {
    format!(r#"<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>"#)
}

/// A paragraph of a list.
pub(crate) fn item(list: u32, level: u32, text: &str) -> String {
    format!(
        r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#
    )
}

/// A table of paragraphs.
pub(crate) fn table(rows: &[&[&str]]) -> String {
    let cells = |row: &&[&str]| row.iter().map(|cell| format!("<w:tc>{}</w:tc>", p(cell))).collect::<String>();
    let rows: String = rows.iter().map(|row| format!("<w:tr>{}</w:tr>", cells(row))).collect();
    format!("<w:tbl>{rows}</w:tbl>")
}

/// Lists as government reports have them: 一、 （一） 1. and a bullet.
pub(crate) const LISTS: &str = r#"<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
<w:lvl w:ilvl="3"><w:start w:val="1"/><w:isLgl/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>"#;

/// A line of a PDF page: its left end, its baseline, its size and its text.
pub(crate) type PdfLine<'t> = (f32, f32, f32, &'t str);

/// A PDF of A4 pages, its text in a Chinese font that is not embedded.
pub(crate) fn pdf(pages: &[Vec<PdfLine<'_>>]) -> Vec<u8> {
    let first_page = 6;
    let kids: String = (0..pages.len()).map(|page| format!("{} 0 R ", first_page + 2 * page)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", pages.len()),
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>".to_owned(),
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 5 0 R /DW 1000 /W [1 95 500 814 939 500] >>".to_owned(),
        "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>".to_owned(),
    ];
    for (page, lines) in pages.iter().enumerate() {
        let content = first_page + 2 * page + 1;
        objects.push(format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {content} 0 R >>"));
        let stream: String = lines.iter().map(show).collect();
        objects.push(format!("<< /Length {} >>\nstream\n{stream}endstream", stream.len()));
    }
    assemble(&objects)
}

fn show((x, y, size, text): &PdfLine<'_>) -> String {
    let hex: String = text.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
    format!("BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm <{hex}> Tj ET\n")
}

/// Numbers the objects and writes the table of their offsets.
pub(crate) fn assemble(objects: &[String]) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut offsets = Vec::new();
    for (number, object) in (1..).zip(objects) {
        offsets.push(file.len());
        file.extend(format!("{number} 0 obj\n{object}\nendobj\n").bytes());
    }
    let table = file.len();
    let rows: String = offsets.iter().map(|offset| format!("{offset:010} 00000 n \n")).collect();
    let size = objects.len() + 1;
    file.extend(format!("xref\n0 {size}\n0000000000 65535 f \n{rows}trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n").bytes());
    file
}
