//! One table of many reports, as a file.

mod failures;
mod inputs;
mod parts;
mod progress;
mod whole;

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;

use clap::CommandFactory;
use clap::error::ErrorKind;
use reportparse::Parser;
use reportparse_input::{Parsed, Reader};
use reportparse_tables::files::{self, Chunk, Format, TableWriter};
use reportparse_tables::{Run, Table};

use crate::Outcome;
use crate::args::{self, Args};
use crate::output::about;
use crate::source;
use failures::{Failure, Failures};
use inputs::{Input, Inputs, fingerprint};
use parts::Parts;
use progress::Progress;

/// Writes the table of every file.
pub(crate) fn run(args: &args::Export, input: &args::Input, reader: &Reader) -> io::Result<Outcome> {
    let export = export(args, input);
    let inputs = || Inputs::new(&args.files, &args.glob).unwrap_or_else(|fault| refuse(&format!("--glob: {fault}")));
    let mut failures = Failures::new(args.errors.as_deref())?;
    let mut progress = Progress::new(inputs(), args.output.is_some());
    let (mut sink, left) = Sink::open(args, &export, inputs(), &mut failures)?;
    progress.skip(sink.skipped());
    for done in parse(args, reader, &export, left) {
        let done = done?;
        progress.add(&done);
        progress.aside(|| failures.add(&done.failures))?;
        sink.write(done)?;
    }
    sink.finish()?;
    progress.finish();
    Ok(Outcome::of(failures.finish()?))
}

/// Parses files on all cores, and gives their rows in order.
fn parse(
    args: &args::Export,
    reader: &Reader,
    export: &files::Export,
    inputs: impl Iterator<Item = Input> + Send + 'static,
) -> impl Iterator<Item = io::Result<Done>> {
    let parser = Parser::builder().metrics(export.table() == Table::Metrics).build();
    let (reader, export) = (Reader { parser, ..reader.clone() }, export.clone());
    let run = Run::new(move |(input, _): &(Input, u64)| {
        let path = input.as_ref().map_err(Failure::clone)?;
        source::open(&reader, path).map_err(|fault| Failure::new(path, &fault))
    });
    let run = args.jobs.into_iter().fold(run, Run::threads);
    let inputs = inputs.map(|input| {
        let fingerprint = fingerprint(&input);
        (input, fingerprint)
    });
    run.over(inputs, move |reports| rows(&export, reports)).map(|part| {
        let (chunk, bytes) = part.rows?;
        let fingerprints = part.files.into_iter().map(|(_, fingerprint)| fingerprint).collect();
        Ok(Done { chunk, fingerprints, failures: part.failures, bytes })
    })
}

/// The rows of some reports, and how many bytes of text they have.
fn rows(export: &files::Export, reports: &mut dyn Iterator<Item = Parsed>) -> io::Result<(Chunk, usize)> {
    let (mut rows, mut bytes) = (export.chunk(), 0);
    for Parsed { report, name, .. } in reports {
        bytes += report.text().len();
        rows.append(&report, &name)?;
    }
    Ok((rows.finish()?, bytes))
}

/// A group of files that has been parsed.
struct Done {
    chunk: Chunk,
    /// One for each file.
    fingerprints: Vec<u64>,
    failures: Vec<Failure>,
    /// Of text.
    bytes: usize,
}

/// Where rows go.
enum Sink {
    /// Standard output, a pipe or a device, which take them as they come.
    Stream(TableWriter<BufWriter<Box<dyn Write + Send>>>),
    /// A file, which is whole or not there.
    Parts(Box<Parts>),
}

impl Sink {
    /// The sink, and the inputs that no run before has done.
    fn open(
        args: &args::Export,
        export: &files::Export,
        mut inputs: Inputs,
        failures: &mut Failures,
    ) -> io::Result<(Sink, impl Iterator<Item = Input> + Send + use<>)> {
        let stream = |out: Box<dyn Write + Send>| Ok::<_, io::Error>(Sink::Stream(export.writer(BufWriter::new(out))?));
        let mut again = Vec::new();
        let sink = match &args.output {
            None => stream(Box::new(io::stdout()))?,
            Some(path) if is_device(path) => {
                stream(Box::new(File::create(path).map_err(|fault| about(path, &fault))?))?
            }
            Some(path) if args.resume => {
                let (parts, changed) = Parts::resume(export, path, &mut inputs, failures)?;
                again = changed;
                Sink::Parts(Box::new(parts))
            }
            Some(path) => Sink::Parts(Box::new(Parts::begin(export, path)?)),
        };
        Ok((sink, again.into_iter().chain(inputs)))
    }

    /// How many files a run before has done.
    fn skipped(&self) -> usize {
        match self {
            Sink::Stream(_) => 0,
            Sink::Parts(parts) => parts.skipped(),
        }
    }

    fn write(&mut self, done: Done) -> io::Result<()> {
        match self {
            Sink::Stream(writer) => writer.write(done.chunk),
            Sink::Parts(parts) => parts.write(done),
        }
    }

    fn finish(self) -> io::Result<()> {
        match self {
            Sink::Stream(writer) => writer.finish()?.flush(),
            Sink::Parts(parts) => parts.finish(),
        }
    }
}

/// What the arguments ask for.
fn export(args: &args::Export, input: &args::Input) -> files::Export {
    let format = args.format.map_or_else(|| named(args.output.as_deref()), Format::from);
    let table = Table::from(args.table);
    if args.bom && format != Format::Csv {
        refuse("--bom is for CSV: the other formats need no byte order mark");
    }
    if table != Table::Metrics && (args.status.is_some() || args.code.is_some()) {
        refuse("--status and --code choose among metrics: say --table metrics");
    }
    if args.resume && args.files.iter().any(|path| path == Path::new("-")) {
        refuse("--resume cannot read standard input again: give files");
    }
    if !format.is_text() && args.output.is_none() && io::stdout().is_terminal() {
        refuse(&format!("{format} is not for a terminal: name a file with -o"));
    }
    let status = args.status.map(reportparse::Status::from);
    let options = serde_json::json!({
        "table": table.as_str(),
        "offsets": reportparse::Offsets::from(args.offsets).as_str(),
        "status": status.map(reportparse::Status::as_str),
        "code": args.code,
        "input": input,
    });
    files::Export::new(table, format)
        .offsets(args.offsets.into())
        .bom(args.bom)
        .status(status)
        .code(args.code.clone())
        .provenance("reportparse.options", options.to_string())
}

/// The format that the name of the output tells; NDJSON where there is no name.
fn named(output: Option<&Path>) -> Format {
    let Some(path) = output.filter(|path| !path.is_dir() && !is_device(path)) else { return Format::Ndjson };
    Format::of(path).unwrap_or_else(|| {
        let known: Vec<String> = Format::ALL.iter().map(|format| format!(".{format}")).collect();
        refuse(&format!(
            "{}: the name tells no format: add --format, or let it end in {}",
            path.display(),
            known.join(", ")
        ))
    })
}

/// Ends the program: the arguments make no sense.
fn refuse(message: &str) -> ! {
    let mut program = Args::command();
    program.build();
    let export = program.find_subcommand_mut("export").expect("it is running");
    export.error(ErrorKind::ArgumentConflict, message).exit()
}

/// Whether `path` is there and cannot be replaced by a file.
fn is_device(path: &Path) -> bool {
    path.metadata().is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir())
}
