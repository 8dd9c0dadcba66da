//! Reads a report as it comes into the text that `reportparse` parses.
//!
//! Reports are published as web pages, Word files, PDFs and plain text, in UTF-8 or GB18030, often with a wrong label.
//! [`read`] finds the format by looking at the bytes and gives a [`Document`]: the text, what the source says about
//! itself, where in the source each part of the text stood, and warnings about what was odd. A [`Reader`] reads and parses
//! in one go.
//!
//! ```
//! use reportparse_input::{read, Format, Options};
//!
//! let page = "<html><title>工作报告</title><body><p>一、上半年工作</p><p>增加值增长5.2%。</p></body></html>";
//! let document = read(page.as_bytes(), &Options::new())?;
//! assert_eq!(document.format, Format::Html);
//! assert_eq!(document.text, "一、上半年工作\n增加值增长5.2%。\n");
//! # Ok::<(), reportparse_input::Error>(())
//! ```
//!
//! | format | what is done |
//! | --- | --- |
//! | text | decoded, and nothing else: the parser takes text as it is. UTF-8 is borrowed, not copied |
//! | HTML | the main content without navigation; a line for each paragraph, heading, list item and table row |
//! | DOCX | a line for each paragraph and table row, with automatic numbers, text boxes and notes; deletions left out |
//! | PDF | lines joined into paragraphs; running heads and page numbers taken out |
//!
//! A table row is a line with a tab between its cells. What cannot be read (a legacy `.doc`, a scan, an encrypted file, an
//! archive) gives an [`Error`] that says what it is and what to do. [`Options`] sets limits that hold against hostile files.
//!
//! The features `html`, `docx` and `pdf` (all on by default) bring the formats; without them only the decoding remains.
//! PDF needs the library libpdfium when the program runs: see [`Options::pdfium`].

#![forbid(unsafe_code)]

mod document;
mod encoding;
mod error;
#[cfg(any(feature = "html", feature = "docx", feature = "pdf"))]
mod lines;
mod mojibake;
mod options;
mod read;
mod reader;
mod sniff;
#[cfg(any(feature = "html", feature = "docx"))]
mod table;

#[cfg(feature = "docx")]
mod docx;
#[cfg(feature = "html")]
mod html;
#[cfg(feature = "pdf")]
mod pdf;

pub use document::{Document, Format, Metadata, Place, Warning, WarningKind};
pub use error::{Error, ErrorKind};
pub use options::{Malformed, Options};
pub use read::{read, read_file};
pub use reader::{Parsed, Reader};
