//! Diagnostics with the line shown, as a compiler does.

use std::io::{self, Write};
use std::path::PathBuf;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use reportparse::Diagnostic;
use reportparse_input::{Parsed, Reader};

use crate::Outcome;
use crate::source;

/// Prints the diagnostics of every file. Oddities are no failure: a report may skip a number.
pub(crate) fn run(files: &[PathBuf], reader: &Reader, out: &mut impl Write) -> io::Result<Outcome> {
    let failed = source::for_each(reader, files, |parsed| {
        for diagnostic in parsed.report.diagnostics() {
            writeln!(out, "{}\n", shown(&parsed, diagnostic))?;
        }
        let count = parsed.report.diagnostics().len();
        writeln!(out, "{}: {count} {}", parsed.name, if count == 1 { "oddity" } else { "oddities" })
    })?;
    Ok(Outcome::of(failed))
}

/// How much of a long line is shown on either side of the place, and of a long place itself.
const AROUND: usize = 40;

/// The diagnostic with its place, as a compiler shows it; one that is about the file as a whole has no line.
fn shown(parsed: &Parsed, diagnostic: &Diagnostic) -> String {
    let (report, name, span) = (&parsed.report, &parsed.name, diagnostic.span);
    if span.is_empty() {
        let title = format!("{diagnostic} ({name})");
        let group = Group::with_title(Level::WARNING.primary_title(&title).id(diagnostic.code()));
        return Renderer::styled().render(&[group]);
    }
    let position = report.position(span.start);
    let place = parsed.document.place(span.start as usize).map(|place| format!(", {place}")).unwrap_or_default();
    let title = format!("{diagnostic} ({name}:{}:{}{place})", position.line, position.column);
    let (text, start) = (report.text(), span.start as usize);
    let end = start + length(text[span.range()].chars(), 2 * AROUND);
    let from = start - length(text[..start].chars().rev(), AROUND);
    let to = end + length(text[end..].chars(), AROUND);
    let snippet = Snippet::source(&text[from..to])
        .line_start(position.line as usize)
        .path(name)
        .annotation(AnnotationKind::Primary.span(start - from..end - from));
    let group = Level::WARNING.primary_title(&title).id(diagnostic.code()).element(snippet);
    Renderer::styled().render(&[group])
}

/// The bytes that the first characters take, up to the end of the line. No more is looked at: a whole report may stand on
/// one line.
fn length(chars: impl Iterator<Item = char>, count: usize) -> usize {
    chars.take_while(|c| !matches!(c, '\n' | '\r')).take(count).map(char::len_utf8).sum()
}
