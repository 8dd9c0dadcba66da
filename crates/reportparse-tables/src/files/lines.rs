//! NDJSON and CSV: the library's records, one a line.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;

use reportparse::Report;
use reportparse::render::{MetaRecord, Records};
use serde::Serialize;

use super::export::Export;
use super::format::Format;
use crate::columns::columns;
use crate::table::Table;

/// Tells Excel that a file is UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();

/// Lines in the making.
pub(super) struct Lines<'e> {
    export: &'e Export,
    sink: Sink,
}

enum Sink {
    Ndjson(Vec<u8>),
    Csv(Box<csv::Writer<Vec<u8>>>),
}

/// A row of `meta` in NDJSON.
#[derive(Serialize)]
struct Named<'r> {
    report: &'r str,
    #[serde(flatten)]
    meta: MetaRecord<'r>,
}

impl<'e> Lines<'e> {
    pub(super) fn new(export: &'e Export) -> Self {
        let sink = match export.format {
            Format::Csv => Sink::Csv(Box::new(csv_writer(Vec::new()))),
            _ => Sink::Ndjson(Vec::new()),
        };
        Lines { export, sink }
    }

    pub(super) fn append(&mut self, report: &Report, name: &str) -> io::Result<()> {
        let export = self.export;
        let records = Records::new(report, name, export.offsets);
        match export.table {
            Table::Meta => match &self.sink {
                Sink::Ndjson(_) => self.line(&Named { report: name, meta: records.meta() }),
                Sink::Csv(_) => self.line(&(name, records.meta())),
            },
            Table::Sections => report.sections().try_for_each(|section| self.line(&records.section(section))),
            Table::Paragraphs => report.paragraphs().try_for_each(|paragraph| self.line(&records.paragraph(paragraph))),
            Table::Points => report.points().try_for_each(|point| self.line(&records.point(point))),
            Table::Metrics => {
                let mut wanted = report.metrics().filter(|metric| export.takes(*metric));
                wanted.try_for_each(|metric| self.line(&records.metric(metric)))
            }
        }
    }

    fn line(&mut self, record: &impl Serialize) -> io::Result<()> {
        match &mut self.sink {
            Sink::Ndjson(out) => {
                serde_json::to_writer(&mut *out, record)?;
                out.push(b'\n');
                Ok(())
            }
            Sink::Csv(out) => out.serialize(record).map_err(io::Error::other),
        }
    }

    pub(super) fn finish(self) -> io::Result<Vec<u8>> {
        match self.sink {
            Sink::Ndjson(out) => Ok(out),
            Sink::Csv(out) => out.into_inner().map_err(|fault| fault.into_error()),
        }
    }
}

fn csv_writer<W: Write>(out: W) -> csv::Writer<W> {
    csv::WriterBuilder::new().has_headers(false).from_writer(out)
}

/// Writes what stands before the first line.
pub(super) fn begin(export: &Export, out: &mut impl Write) -> io::Result<()> {
    if export.format != Format::Csv {
        return Ok(());
    }
    if export.bom {
        out.write_all(BYTE_ORDER_MARK)?;
    }
    let mut header = csv_writer(out);
    header.write_record(columns(export.table).iter().map(|column| column.name))?;
    header.flush()
}

/// Joins files of lines: every CSV file has a header, which is one line.
pub(super) fn join<W: Write>(export: &Export, parts: &[impl AsRef<Path>], mut out: W) -> io::Result<W> {
    begin(export, &mut out)?;
    for part in parts {
        let mut lines = BufReader::new(File::open(part)?);
        if export.format == Format::Csv {
            lines.skip_until(b'\n')?;
        }
        io::copy(&mut lines, &mut out)?;
    }
    Ok(out)
}
