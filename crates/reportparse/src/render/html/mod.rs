//! The report as HTML: its outline, its text with the figures marked, a table of all figures.
//!
//! [`html`] is a page of its own, [`html_fragment`] the same inside a page of somebody else's. Neither loads anything.
//! What comes from the report goes through [`writer::Writer`], which escapes it.

mod figures;
mod head;
mod mark;
mod outline;
mod text;
mod writer;

use crate::report::Report;
use writer::Writer;

const STYLE: &str = include_str!("report.css");
const PAGE_STYLE: &str = include_str!("page.css");
const PAGE_SCRIPT: &str = include_str!("page.js");

/// The page may run its own script and style and load nothing at all.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

/// `report`, called `name`, as a whole page: one file that loads nothing, for screens of any width, light and dark, on
/// paper as well. Tables sort where scripts run.
pub fn html(report: &Report, name: &str) -> String {
    let mut writer = Writer::new(report, String::new());
    writer.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    writer.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    writer.raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
    writer.raws(&["<meta http-equiv=\"Content-Security-Policy\" content=\"", POLICY, "\">\n"]);
    writer.raws(&["<meta name=\"generator\" content=\"reportparse ", env!("CARGO_PKG_VERSION"), "\">\n"]);
    writer.raw("<link rel=\"icon\" href=\"data:,\">\n<title>");
    writer.text(&head::title(report, name));
    writer.raws(&["</title>\n<style>\n", STYLE, PAGE_STYLE, "</style>\n</head>\n<body>\n"]);
    writer.raw("<div class=\"reportparse page\">\n");
    body(&mut writer, name);
    writer.raws(&["</div>\n<script>\n", PAGE_SCRIPT, "</script>\n</body>\n</html>\n"]);
    writer.finish()
}

/// `report`, called `name`, as one `<div>` for a page that is there already, such as a notebook. Its styles hold for
/// itself alone, it needs no script, and its anchors are told from those of other reports by name and text.
pub fn html_fragment(report: &Report, name: &str) -> String {
    let mut writer = Writer::new(report, anchors(report, name));
    writer.raws(&["<div class=\"reportparse fragment\">\n<style>\n", STYLE, "</style>\n"]);
    body(&mut writer, name);
    writer.raw("</div>\n");
    writer.finish()
}

fn body(writer: &mut Writer<'_>, name: &str) {
    head::write(writer, name);
    outline::write(writer);
    writer.raw("<div class=\"main\">\n");
    figures::cards(writer);
    figures::table(writer);
    head::diagnostics(writer);
    text::write(writer);
    writer.raw("</div>\n");
    head::foot(writer, name);
}

/// What the anchors of this report start with.
fn anchors(report: &Report, name: &str) -> String {
    use std::hash::Hasher;
    let mut hasher = rustc_hash::FxHasher::default();
    hasher.write(name.as_bytes());
    hasher.write(report.text().as_bytes());
    format!("rp{:08x}-", hasher.finish() as u32)
}
