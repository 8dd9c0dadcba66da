//! What kind of file the bytes are, whatever its name says.

use crate::error::{Error, Fault};

/// A file that is not plain characters, and is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Container {
    Docx,
    Pdf,
}

const SAVE_AS_DOCX: &str = "open it and save it as .docx, or run `soffice --headless --convert-to docx`";
const SAVE_AS_TEXT: &str = "save the report as text, HTML, DOCX or PDF";
const SAVE_AS_PAGE: &str = "open it and save it as HTML or DOCX";
const UNPACK: &str = "unpack it and give the files in it";
const RECOGNISE: &str = "run a text recogniser first, such as `ocrmypdf -l chi_sim`, and give its PDF";

/// First bytes of the formats that are told by them and not read.
const UNSUPPORTED: &[(&[u8], &str, &str)] = &[
    (b"{\\rtf", "an RTF document", SAVE_AS_DOCX),
    (b"\x89PNG\r\n\x1A\n", "a PNG image", RECOGNISE),
    (b"\xFF\xD8\xFF", "a JPEG image", RECOGNISE),
    (b"GIF87a", "a GIF image", RECOGNISE),
    (b"GIF89a", "a GIF image", RECOGNISE),
    (b"II*\0", "a TIFF image", RECOGNISE),
    (b"MM\0*", "a TIFF image", RECOGNISE),
    (b"AT&TFORM", "a DjVu scan", RECOGNISE),
    (b"HN\0\0", "a CNKI CAJ file", SAVE_AS_TEXT),
    (b"CAJ", "a CNKI CAJ file", SAVE_AS_TEXT),
    (b"%!PS", "a PostScript file", "convert it with `ps2pdf` and give the PDF"),
    (b"\x1F\x8B", "a gzip archive", UNPACK),
    (b"BZh", "a bzip2 archive", UNPACK),
    (b"\xFD7zXZ\0", "an xz archive", UNPACK),
    (b"\x28\xB5\x2F\xFD", "a zstd archive", UNPACK),
    (b"7z\xBC\xAF\x27\x1C", "a 7z archive", UNPACK),
    (b"Rar!\x1A\x07", "a RAR archive", UNPACK),
    (b"PK\x05\x06", "an empty zip archive", UNPACK),
    (b"SQLite format 3\0", "a SQLite database", SAVE_AS_TEXT),
    (b"PAR1", "a Parquet file", SAVE_AS_TEXT),
    (b"MIME-Version:", "a web archive (MHTML)", SAVE_AS_PAGE),
    (b"From: <Saved by ", "a web archive (MHTML)", SAVE_AS_PAGE),
];

/// Names that tell what a zip file holds; the first that is met decides.
const ZIPPED: &[(&[u8], &str, &str)] = &[
    (b"xl/workbook", "an Excel workbook", SAVE_AS_TEXT),
    (b"ppt/presentation", "a PowerPoint presentation", SAVE_AS_TEXT),
    (b"OFD.xml", "an OFD document", "open it and save it as PDF or DOCX"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file", SAVE_AS_DOCX),
    (b"META-INF/container.xml", "an EPUB book", SAVE_AS_TEXT),
];

/// Names of streams, as they stand in an OLE compound file.
const COMPOUND: &[(&str, &str, &str)] = &[
    ("WordDocument", "a legacy Word document (.doc or .wps)", SAVE_AS_DOCX),
    ("Workbook", "a legacy Excel workbook (.xls)", SAVE_AS_TEXT),
    ("PowerPoint Document", "a legacy PowerPoint presentation (.ppt)", SAVE_AS_TEXT),
];

/// The container that the bytes are; `None` for what must be characters; an error for what is known and not read.
pub(crate) fn container(bytes: &[u8]) -> Result<Option<Container>, Error> {
    if bytes.iter().all(|byte| byte.is_ascii_whitespace() || *byte == 0) {
        return Err(Fault::Empty.into());
    }
    if is_pdf(bytes) {
        return Ok(Some(Container::Pdf));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return zipped(bytes).map(Some);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Err(compound(bytes));
    }
    if let Some((_, what, advice)) = UNSUPPORTED.iter().find(|(magic, ..)| bytes.starts_with(magic)) {
        return Err(Fault::Unsupported { what, advice }.into());
    }
    if bytes.get(257..262) == Some(b"ustar") {
        return Err(Fault::Unsupported { what: "a tar archive", advice: UNPACK }.into());
    }
    if let Some(what) = image(bytes) {
        return Err(Fault::Unsupported { what, advice: RECOGNISE }.into());
    }
    let start = &bytes[..bytes.len().min(1 << 10)];
    if contains(start, b"progid=\"Word.Document\"") || contains(start, b"pkg:package") {
        let what = "a Word document saved as flat XML";
        return Err(Fault::Unsupported { what, advice: SAVE_AS_DOCX }.into());
    }
    Ok(None)
}

/// The header may stand behind up to a kilobyte of other bytes; a text that only mentions it has no objects.
fn is_pdf(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(1 << 10)];
    bytes.starts_with(b"%PDF-") || (contains(start, b"%PDF-") && contains(bytes, b" obj"))
}

fn zipped(bytes: &[u8]) -> Result<Container, Error> {
    if contains(bytes, b"[Content_Types].xml") && contains(bytes, b"word/") {
        return Ok(Container::Docx);
    }
    let known = ZIPPED.iter().find(|(name, ..)| contains(bytes, name));
    let (what, advice) = known.map_or(("a zip archive", UNPACK), |(_, what, advice)| (*what, *advice));
    Err(Fault::Unsupported { what, advice }.into())
}

fn compound(bytes: &[u8]) -> Error {
    let holds = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        contains(bytes, &name)
    };
    if holds("EncryptedPackage") {
        return Fault::Encrypted { what: "an Office document" }.into();
    }
    let known = COMPOUND.iter().find(|(name, ..)| holds(name));
    let (what, advice) = known.map_or(("a legacy Office file", SAVE_AS_DOCX), |(_, what, advice)| (*what, *advice));
    Fault::Unsupported { what, advice }.into()
}

/// Images whose first bytes alone say too little.
fn image(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some("a WebP image");
    }
    let size = bytes.get(2..6).map(|size| u32::from_le_bytes([size[0], size[1], size[2], size[3]]));
    let is_bitmap = bytes.starts_with(b"BM") && size.is_some_and(|size| size as usize == bytes.len());
    is_bitmap.then_some("a BMP image")
}

fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    memchr::memmem::find(bytes, needle).is_some()
}

/// Tags by which a page, or a fragment of one, may begin.
const OPENING_TAGS: &[&str] = &[
    "!doctype html",
    "html",
    "head",
    "body",
    "meta",
    "title",
    "div",
    "p",
    "span",
    "table",
    "section",
    "article",
    "main",
    "h1",
    "h2",
    "h3",
    "h4",
    "center",
    "font",
    "ul",
    "ol",
    "br",
    "style",
    "script",
    "link",
    "td",
    "tr",
    "strong",
    "b",
];
/// Tags that text holds many of only where it is a page.
const BLOCK_TAGS: &[&str] = &["</p>", "</div>", "</td>", "<br>", "<br/>", "<br />", "</span>", "</body>"];

/// Whether characters are a web page: they begin with a tag, or tags run through them. A fragment printed as a list
/// (`[<div…`) counts; Markdown with a tag here and there does not.
pub(crate) fn is_html(text: &str) -> bool {
    const NEAR: usize = 64 << 10;
    if memchr::memchr(b'<', &text.as_bytes()[..text.len().min(NEAR)]).is_none() {
        return false;
    }
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || "[\"'\u{FEFF}".contains(c));
    if begins_with_tag(start) {
        return true;
    }
    let head = lowercase_prefix(text, 4 << 10);
    if head.contains("<html") || head.contains("<body") {
        return true;
    }
    let part = lowercase_prefix(text, NEAR);
    let tags: usize = BLOCK_TAGS.iter().map(|tag| part.matches(tag).count()).sum();
    tags >= 4 && tags * 400 >= part.chars().count()
}

fn begins_with_tag(start: &str) -> bool {
    let start = skip_declarations(start);
    let Some(rest) = start.strip_prefix('<') else { return false };
    let rest = lowercase_prefix(rest, 16);
    OPENING_TAGS.iter().any(|tag| {
        rest.strip_prefix(tag).is_some_and(|after| !after.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '+'))
    })
}

/// Passes over `<?xml …?>` and comments before the first tag.
fn skip_declarations(mut text: &str) -> &str {
    loop {
        let end = match text {
            text if text.starts_with("<?") => "?>",
            text if text.starts_with("<!--") => "-->",
            _ => return text,
        };
        let Some(at) = text.find(end) else { return text };
        text = text[at + end.len()..].trim_start();
    }
}

fn lowercase_prefix(text: &str, bytes: usize) -> String {
    let end = (0..=bytes.min(text.len())).rev().find(|end| text.is_char_boundary(*end));
    text[..end.unwrap_or(0)].to_ascii_lowercase()
}

/// The charset that a page or an XML declaration names in its first bytes.
pub(crate) fn declared_charset(bytes: &[u8]) -> Option<String> {
    let head = bytes[..bytes.len().min(4 << 10)].to_ascii_lowercase();
    let xml = head.starts_with(b"<?xml").then(|| label_after(&head, b"encoding")).flatten();
    xml.or_else(|| {
        let meta = memchr::memmem::find_iter(&head, b"<meta");
        meta.filter_map(|at| {
            let tag = &head[at..];
            let end = memchr::memchr(b'>', tag).unwrap_or(tag.len());
            label_after(&tag[..end], b"charset")
        })
        .next()
    })
}

/// The value in `name="value"`, `name=value`.
fn label_after(bytes: &[u8], name: &[u8]) -> Option<String> {
    let at = memchr::memmem::find(bytes, name)? + name.len();
    let rest = bytes[at..].trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let rest = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
    let length = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric() || b"-_:".contains(byte)).count();
    (length > 0).then(|| String::from_utf8_lossy(&rest[..length]).into_owned())
}
