//! One table of many reports, as NDJSON or CSV.

use std::io::{self, Write};

use reportparse::render::{Records, Table};
use reportparse::{Metric, Parser, Report, Status};
use serde::Serialize;

use crate::Outcome;
use crate::args::{self, Export, Format};
use crate::output;
use crate::source;

/// Writes the table of every file.
pub(crate) fn run(args: &Export, out: &mut impl Write) -> io::Result<Outcome> {
    output::to(args.output.as_deref(), out, |out| write_all(args, out))
}

fn write_all(args: &Export, out: &mut dyn Write) -> io::Result<Outcome> {
    let parser = Parser::builder().metrics(args.table == args::Table::Metrics).build();
    let mut rows = Rows::new(args.format, out);
    let failed = source::for_each(&parser, &args.files, |source| {
        let records = Records::new(&source.report, &source.name, args.offsets.into());
        rows.table(args, &source.report, records)
    })?;
    rows.finish()?;
    Ok(Outcome::of(failed))
}

/// Writes rows in one format.
enum Rows<W: Write> {
    Ndjson(W),
    Csv(Box<csv::Writer<W>>),
}

impl<W: Write> Rows<W> {
    fn new(format: Format, out: W) -> Self {
        match format {
            Format::Ndjson => Rows::Ndjson(out),
            Format::Csv => Rows::Csv(Box::new(csv::Writer::from_writer(out))),
        }
    }

    fn table(&mut self, args: &Export, report: &Report, records: Records<'_>) -> io::Result<()> {
        match args.table.into() {
            Table::Sections => report.sections().try_for_each(|section| self.row(&records.section(section))),
            Table::Paragraphs => report.paragraphs().try_for_each(|paragraph| self.row(&records.paragraph(paragraph))),
            Table::Points => report.points().try_for_each(|point| self.row(&records.point(point))),
            Table::Metrics => {
                let mut wanted = report.metrics().filter(|metric| is_wanted(args, *metric));
                wanted.try_for_each(|metric| self.row(&records.metric(metric)))
            }
        }
    }

    fn row(&mut self, record: &impl Serialize) -> io::Result<()> {
        match self {
            Rows::Ndjson(out) => {
                serde_json::to_writer(&mut *out, record)?;
                out.write_all(b"\n")
            }
            Rows::Csv(out) => out.serialize(record).map_err(cause),
        }
    }

    fn finish(self) -> io::Result<()> {
        match self {
            Rows::Ndjson(mut out) => out.flush(),
            Rows::Csv(mut out) => out.flush(),
        }
    }
}

/// The trouble below a CSV writer, so that a closed pipe is known as one.
fn cause(fault: csv::Error) -> io::Error {
    match fault.into_kind() {
        csv::ErrorKind::Io(fault) => fault,
        other => io::Error::other(format!("{other:?}")),
    }
}

fn is_wanted(args: &Export, metric: Metric<'_>) -> bool {
    args.status.is_none_or(|status| Status::from(status) == metric.status())
        && args.code.as_deref().is_none_or(|code| metric.code() == Some(code))
}
