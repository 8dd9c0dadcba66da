//! Diagnostics with the line shown, as a compiler does.

use std::io::{self, Write};
use std::path::PathBuf;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use reportparse::{Diagnostic, Parser, Report};

use crate::Outcome;
use crate::source;

/// Prints the diagnostics of every file. Oddities are no failure: a report may skip a number.
pub(crate) fn run(files: &[PathBuf], out: &mut impl Write) -> io::Result<Outcome> {
    let failed = source::for_each(&Parser::default(), files, |source| {
        for diagnostic in source.report.diagnostics() {
            writeln!(out, "{}\n", shown(&source.name, &source.report, diagnostic))?;
        }
        let count = source.report.diagnostics().len();
        writeln!(out, "{}: {count} {}", source.name, if count == 1 { "oddity" } else { "oddities" })
    })?;
    Ok(Outcome::of(failed))
}

/// How much of a long line is shown on either side of the place.
const AROUND: usize = 40;

fn shown(name: &str, report: &Report, diagnostic: &Diagnostic) -> String {
    let position = report.position(diagnostic.span.start);
    let line = report.line(diagnostic.span.start);
    let text = report.text();
    let before: usize =
        text[line.start as usize..diagnostic.span.start as usize].chars().rev().take(AROUND).map(char::len_utf8).sum();
    let end = (diagnostic.span.end as usize).min(line.end as usize).max(diagnostic.span.start as usize);
    let after: usize = text[end..line.end as usize].chars().take(AROUND).map(char::len_utf8).sum();
    let start = diagnostic.span.start as usize - before;
    let title = format!("{} ({name}:{}:{})", diagnostic, position.line, position.column);
    let snippet = Snippet::source(&text[start..end + after])
        .line_start(position.line as usize)
        .path(name)
        .annotation(AnnotationKind::Primary.span(before..end - start));
    let group = Level::WARNING.primary_title(&title).id(diagnostic.code()).element(snippet);
    Renderer::styled().render(&[group])
}
