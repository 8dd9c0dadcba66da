//! The command line.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use reportparse::Lexicon;
use reportparse_input::{Malformed, Options};
use reportparse_tables::files;
use serde::Serialize;

/// Parse Chinese official reports (政府工作报告, 统计公报 …) into structure and figures.
///
/// Without a command: print each report's facts, outline and headline figures. Exit status: 0 all done, 1 a file failed
/// (the others are done), 2 wrong usage.
#[derive(Debug, Parser)]
#[command(name = "reportparse", version, args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    #[command(flatten)]
    pub(crate) input: Input,
    /// Reports to outline; - reads standard input.
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
}

/// How files are read.
#[derive(Debug, ClapArgs, Serialize)]
pub(crate) struct Input {
    /// The charset that a server named, for text and web pages: gbk. It is taken where the bytes fit it.
    #[arg(long, value_name = "NAME", value_parser = charset, global = true)]
    charset: Option<String>,
    /// Let a file fail that holds bytes which its encoding does not allow; they are replaced and told otherwise.
    #[arg(long, global = true)]
    refuse_malformed: bool,
    /// Set a limit that an error names, for a file that is to be trusted: max_pages=20000. To be given any number of times.
    #[arg(long = "limit", value_name = "NAME=NUMBER", value_parser = limit, global = true)]
    limits: Vec<Limit>,
}

fn charset(label: &str) -> Result<String, &'static str> {
    let known = Options::new().charset(label);
    known.map(|_| label.to_owned()).ok_or("no charset is called so: name one such as utf-8, gb18030 or big5")
}

/// A limit's name and its value.
type Limit = (String, u64);

fn limit(text: &str) -> Result<Limit, String> {
    let (name, number) = text.split_once('=').ok_or("write NAME=NUMBER, such as max_pages=20000")?;
    let value = number.parse().map_err(|_| format!("{number} is no whole number"))?;
    let known = Options::new().limit(name, value);
    known.map(|_| (name.to_owned(), value)).ok_or_else(|| format!("no limit is called {name}; errors name them"))
}

impl Input {
    /// The options that say so.
    pub(crate) fn options(&self) -> Options {
        let malformed = if self.refuse_malformed { Malformed::Refuse } else { Malformed::Replace };
        let options = Options::new().malformed(malformed);
        let options =
            self.charset.iter().fold(options, |options, label| options.clone().charset(label).unwrap_or(options));
        let set = |options: Options, (name, value): &Limit| options.clone().limit(name, *value).unwrap_or(options);
        self.limits.iter().fold(options, set)
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Print a report as one JSON document.
    Json(Json),
    /// Write one table of many reports.
    Export(Export),
    /// Write a report as a web page of its own: outline, text with the figures marked, sortable table.
    View(View),
    /// Tell what is odd about reports, with the lines shown.
    Check(Check),
    /// Print the text that a file is read as: what offsets refer to.
    Text(Text),
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Json {
    /// How offsets are counted.
    #[arg(long, default_value = "bytes")]
    pub(crate) offsets: Offsets,
    /// The report; - reads standard input.
    pub(crate) file: PathBuf,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Export {
    /// Which table.
    #[arg(long)]
    pub(crate) table: Table,
    /// How the table is written; without it, as the name of the output tells, and to standard output as ndjson.
    #[arg(long)]
    pub(crate) format: Option<Format>,
    /// How offsets are counted.
    #[arg(long, default_value = "bytes")]
    pub(crate) offsets: Offsets,
    /// Only metrics with this status.
    #[arg(long, value_name = "STATUS")]
    pub(crate) status: Option<Status>,
    /// Only metrics whose indicator has this code, such as GDP.
    #[arg(long, value_name = "CODE", value_parser = code)]
    pub(crate) code: Option<String>,
    /// Begin CSV with a byte order mark, so that Excel reads it as UTF-8.
    #[arg(long)]
    pub(crate) bom: bool,
    /// Where to write; standard output without it. The file appears when it is whole.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Go on with a run that was stopped, from the parts it left beside the output.
    #[arg(long, requires = "output")]
    pub(crate) resume: bool,
    /// Write the files that failed here, one JSON object a line, instead of telling them on standard error.
    #[arg(long, value_name = "FILE")]
    pub(crate) errors: Option<PathBuf>,
    /// Which files of a directory: a pattern as in .gitignore, to be given any number of times; !PATTERN leaves out.
    /// Without it, files named as text, HTML, Word or PDF.
    #[arg(long, value_name = "PATTERN")]
    pub(crate) glob: Vec<String>,
    /// How many files are parsed at a time; without it, one for each core.
    #[arg(long, value_name = "COUNT", value_parser = count)]
    pub(crate) jobs: Option<NonZeroUsize>,
    /// The reports; - reads standard input. A directory stands for the files in it, in the order of their names; hidden
    /// files and what a file .ignore names are left out.
    #[arg(required = true, value_name = "FILE|DIRECTORY")]
    pub(crate) files: Vec<PathBuf>,
}

fn count(text: &str) -> Result<NonZeroUsize, &'static str> {
    text.parse().map_err(|_| "give a number from 1 on")
}

/// How many codes are named where one is not known.
const NEAR: usize = 3;

/// A code of the lexicon. What it is not is told with the codes that it may have been meant for.
fn code(text: &str) -> Result<String, String> {
    let lexicon = Lexicon::default();
    let mut codes: Vec<&str> = lexicon.codes().into_iter().collect();
    if codes.contains(&text) {
        return Ok(text.to_owned());
    }
    if let Some(code) = lexicon.code(text) {
        return Err(format!("that is a name of the indicator {code}: give its code"));
    }
    let text = text.to_uppercase();
    codes.sort_by_key(|code| strsim::damerau_levenshtein(code, &text));
    Err(format!("no indicator has that code; near it are {}", codes[..NEAR].join(", ")))
}

#[derive(Debug, ClapArgs)]
pub(crate) struct View {
    /// Where to write the page; standard output without it.
    #[arg(short, long, value_name = "PAGE")]
    pub(crate) output: Option<PathBuf>,
    /// The report; - reads standard input.
    pub(crate) file: PathBuf,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Check {
    /// The reports; - reads standard input.
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Text {
    /// Put before each line, with a tab, where it begins in the file: the page of a PDF, the paragraph of a Word file.
    #[arg(long)]
    pub(crate) places: bool,
    /// The report: text, HTML, DOCX or PDF; - reads standard input.
    pub(crate) file: PathBuf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Table {
    /// The facts of the head, one row a report.
    Meta,
    /// Headed divisions.
    Sections,
    /// Blocks of text.
    Paragraphs,
    /// Enumerated items.
    Points,
    /// Figures.
    Metrics,
}

impl From<Table> for reportparse_tables::Table {
    fn from(table: Table) -> Self {
        match table {
            Table::Meta => reportparse_tables::Table::Meta,
            Table::Sections => reportparse_tables::Table::Sections,
            Table::Paragraphs => reportparse_tables::Table::Paragraphs,
            Table::Points => reportparse_tables::Table::Points,
            Table::Metrics => reportparse_tables::Table::Metrics,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Format {
    /// One JSON object a line.
    Ndjson,
    /// Comma-separated values with a header.
    Csv,
    /// An Arrow file, also called Feather.
    Arrow,
    /// Parquet, compressed.
    #[cfg(feature = "parquet")]
    Parquet,
}

impl From<Format> for files::Format {
    fn from(format: Format) -> Self {
        match format {
            Format::Ndjson => files::Format::Ndjson,
            Format::Csv => files::Format::Csv,
            Format::Arrow => files::Format::Arrow,
            #[cfg(feature = "parquet")]
            Format::Parquet => files::Format::Parquet,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Offsets {
    /// UTF-8 bytes.
    Bytes,
    /// Unicode code points.
    Chars,
    /// UTF-16 units.
    Utf16,
}

impl From<Offsets> for reportparse::Offsets {
    fn from(offsets: Offsets) -> Self {
        match offsets {
            Offsets::Bytes => reportparse::Offsets::Bytes,
            Offsets::Chars => reportparse::Offsets::Chars,
            Offsets::Utf16 => reportparse::Offsets::Utf16,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Status {
    Actual,
    Target,
    Other,
}

impl From<Status> for reportparse::Status {
    fn from(status: Status) -> Self {
        match status {
            Status::Actual => reportparse::Status::Actual,
            Status::Target => reportparse::Status::Target,
            Status::Other => reportparse::Status::Other,
        }
    }
}
