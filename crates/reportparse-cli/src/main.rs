//! The program `reportparse`.

mod args;
mod check;
mod export;
mod headline;
mod output;
mod show;
mod source;
mod view;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;
use reportparse_input::Reader;

use args::{Args, Command};

fn main() -> ExitCode {
    let args = Args::parse();
    let mut out = io::BufWriter::new(anstream::AutoStream::auto(io::stdout()));
    let reader = &Reader { options: args.input.options(), ..Reader::default() };
    let done = match args.command {
        None => show::run(&args.files, reader, &mut out),
        Some(Command::Json(json)) => show::json(&json, reader, &mut out),
        Some(Command::Export(export)) => export::run(&export, &args.input, reader),
        Some(Command::View(view)) => view::run(&view, reader, &mut out),
        Some(Command::Check(check)) => check::run(&check.files, reader, &mut out),
        Some(Command::Text(text)) => show::text(&text, reader, &mut out),
    };
    match done.and_then(|outcome| out.flush().map(|()| outcome)) {
        Ok(Outcome::Good) => ExitCode::SUCCESS,
        Ok(Outcome::SomeFailed) => ExitCode::FAILURE,
        Err(fault) if is_closed_pipe(&fault) => ExitCode::SUCCESS,
        Err(fault) => {
            source::complain(&format!("cannot write the output: {fault}"));
            ExitCode::FAILURE
        }
    }
}

/// Whether the reader of the output went away, as `head` does: then all it wanted is written.
fn is_closed_pipe(fault: &io::Error) -> bool {
    fault.kind() == io::ErrorKind::BrokenPipe
}

/// How a run over several files ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Good,
    /// At least one file could not be read or parsed; the others are done.
    SomeFailed,
}

impl Outcome {
    fn of(failed: usize) -> Outcome {
        if failed == 0 { Outcome::Good } else { Outcome::SomeFailed }
    }
}
