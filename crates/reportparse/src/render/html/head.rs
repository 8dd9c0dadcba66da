//! The report's head and what stands around its text: facts, diagnostics, the line at the foot.

use super::writer::Writer;
use crate::render::facts;
use crate::render::prose::one_line;
use crate::report::Report;

/// The report's title, or the name of its file.
pub(super) fn title(report: &Report, name: &str) -> String {
    facts::title(report).unwrap_or_else(|| name.to_owned())
}

/// Writes the title and the facts.
pub(super) fn write(writer: &mut Writer<'_>, name: &str) {
    let report = writer.report;
    let tag = format!("{} class=\"heading\" lang=\"zh-CN\"", writer.heading_tag(1));
    writer.raw("<header class=\"head\">\n");
    writer.element(&tag, &title(report, name));
    writer.raw("\n<dl class=\"facts\">");
    for (name, value) in facts::facts(report) {
        writer.raw("<div>");
        writer.element("dt", name);
        writer.element("dd lang=\"zh-CN\"", &value);
        writer.raw("</div>");
    }
    writer.raw("</dl>\n</header>\n");
}

/// Writes what is odd about the report, each with a way to its place.
pub(super) fn diagnostics(writer: &mut Writer<'_>) {
    let report = writer.report;
    if report.diagnostics().is_empty() {
        return;
    }
    fold(writer, "diagnostics", "Diagnostics", report.diagnostics().len());
    writer.raw("<ol>\n");
    for (number, diagnostic) in report.diagnostics().iter().enumerate() {
        writer.raw("<li><a lang=\"zh-CN\"");
        writer.href('d', number as u32);
        writer.raw(">");
        writer.text(&opening(&report.text()[diagnostic.span.start as usize..]));
        writer.raw("</a> ");
        writer.text(&diagnostic.to_string());
        writer.raws(&[" <code>", diagnostic.code(), "</code></li>\n"]);
    }
    writer.raw("</ol>\n</details>\n");
}

/// The first words of `text`, to know a place by.
fn opening(text: &str) -> String {
    let mut words = text.chars().take_while(|c| !matches!(c, '\n' | '\r'));
    let start: String = words.by_ref().take(16).collect();
    format!("{}{}", one_line(&start), if words.next().is_some() { "…" } else { "" })
}

/// Opens a folded block; the caller closes it with `</details>`.
pub(super) fn fold(writer: &mut Writer<'_>, class: &str, name: &str, count: usize) {
    writer.raws(&["<details class=\"fold ", class, "\">\n<summary>", name]);
    writer.raws(&[" <span class=\"count\">", &count.to_string(), "</span></summary>\n"]);
}

/// Writes how much was found.
pub(super) fn foot(writer: &mut Writer<'_>, name: &str) {
    let report = writer.report;
    let counts = [
        ("sections", report.section_rows().len()),
        ("paragraphs", report.paragraph_rows().len()),
        ("points", report.point_rows().len()),
        ("metrics", report.metric_rows().len()),
    ];
    writer.raw("<footer class=\"foot\">");
    writer.text(name);
    for (table, count) in counts {
        writer.text(&format!(" · {count} {table}"));
    }
    writer.raws(&[" · reportparse ", env!("CARGO_PKG_VERSION"), "</footer>\n"]);
}
