//! The figures: cards of those that a reader wants first, and the table of all.

use rust_decimal::Decimal;

use super::head::fold;
use super::mark::direction;
use super::writer::Writer;
use crate::render::headline::{Headline, headline};
use crate::render::prose::one_line;
use crate::render::wording;
use crate::view::Metric;

/// How many cards stand open.
const SHOWN: usize = 12;

/// Writes a card for every indicator that has a code.
pub(super) fn cards(writer: &mut Writer<'_>) {
    let headlines = headline(writer.report);
    if headlines.is_empty() {
        return;
    }
    let (shown, more) = headlines.split_at(SHOWN.min(headlines.len()));
    let tag = format!("{} class=\"heading\"", writer.heading_tag(2));
    writer.raw("<section class=\"headlines\">\n");
    writer.element(&tag, "Key figures");
    list(writer, shown);
    if !more.is_empty() {
        fold(writer, "more", "More indicators", more.len());
        list(writer, more);
        writer.raw("</details>\n");
    }
    writer.raw("</section>\n");
}

fn list(writer: &mut Writer<'_>, headlines: &[Headline<'_>]) {
    writer.raw("<ul class=\"cards\">\n");
    for headline in headlines {
        card(writer, headline);
    }
    writer.raw("</ul>\n");
}

fn card(writer: &mut Writer<'_>, headline: &Headline<'_>) {
    let metric = headline.metric();
    writer.raw("<li>");
    writer.element("div class=\"name\" lang=\"zh-CN\"", &headline.indicator());
    link(writer, &format!("a class=\"figure {}\"", metric.status()), metric, &wording::figure(metric));
    if let Some(change) = wording::change(metric) {
        writer.element(&format!("div class=\"change {}\" lang=\"zh-CN\"", direction(metric)), &change);
    }
    period(writer, metric, headline.actual.is_none());
    if let (Some(_), Some(target)) = (headline.actual, headline.target) {
        writer.raw("<div class=\"goal\">target ");
        link(writer, "a", target, &wording::figure(target));
        if let Some(period) = wording::period(target) {
            writer.raw(" ");
            writer.element("span lang=\"zh-CN\"", &period);
        }
        writer.raw("</div>");
    }
    writer.raw("</li>\n");
}

/// When a figure holds, and whether it is an aim.
fn period(writer: &mut Writer<'_>, metric: Metric<'_>, is_target: bool) {
    let words: Vec<String> =
        is_target.then(|| "target".to_owned()).into_iter().chain(wording::period(metric)).collect();
    if !words.is_empty() {
        writer.element("div class=\"period\"", &words.join(" · "));
    }
}

/// `tag` with a way to the place of `metric` in the text.
fn link(writer: &mut Writer<'_>, tag: &str, metric: Metric<'_>, text: &str) {
    writer.raws(&["<", tag, " lang=\"zh-CN\""]);
    writer.href('m', metric.id().0);
    writer.raw(">");
    writer.text(text);
    writer.close(tag);
}

const COLUMNS: &str = "<thead><tr><th data-sort=\"number\">#</th><th>Indicator</th><th data-sort=\"number\">Value</th>\
    <th data-sort=\"number\">Change</th><th>Status</th><th>Period</th><th data-sort=\"number\">Section</th></tr></thead>\n";

/// Writes the table of all metrics, folded.
pub(super) fn table(writer: &mut Writer<'_>) {
    let report = writer.report;
    if report.metric_rows().is_empty() {
        return;
    }
    fold(writer, "figures", "All figures", report.metric_rows().len());
    writer.raws(&["<div class=\"scroll\">\n<table class=\"sortable\">\n", COLUMNS, "<tbody lang=\"zh-CN\">\n"]);
    for metric in report.metrics() {
        row(writer, metric);
    }
    writer.raw("</tbody>\n</table>\n</div>\n</details>\n");
}

fn row(writer: &mut Writer<'_>, metric: Metric<'_>) {
    let id = metric.id().0;
    writer.raw("<tr>");
    cell(writer, "number", &id.to_string());
    link(writer, "a", metric, &(id + 1).to_string());
    writer.raw("</td><td>");
    writer.text(&metric.indicator().map(one_line).unwrap_or_default());
    if let Some(code) = metric.code() {
        writer.raw(" ");
        writer.element("code", code);
    }
    writer.raw("</td>");
    cell(writer, "number", &key(metric.base_value().or(metric.value())));
    writer.text(&metric.literal().map(one_line).unwrap_or_default());
    writer.raw("</td>");
    cell(writer, &format!("number change {}", direction(metric)), &key(metric.change()));
    writer.text(&metric.change_literal().map(one_line).unwrap_or_default());
    writer.raw("</td>");
    let status = metric.status().as_str();
    writer.raws(&["<td><span class=\"status ", status, "\" lang=\"en\">", status, "</span></td>"]);
    cell(writer, "period", &metric.period_start().or(metric.period_end()).map_or(String::new(), |day| day.to_string()));
    writer.text(&wording::period(metric).unwrap_or_default());
    writer.raw("</td>");
    section(writer, metric);
    writer.raw("</tr>\n");
}

fn section(writer: &mut Writer<'_>, metric: Metric<'_>) {
    let section = metric.section();
    cell(writer, "path", &section.map_or(String::new(), |section| section.id().0.to_string()));
    if let Some(section) = section {
        writer.raw("<a");
        writer.href('s', section.id().0);
        writer.raw(">");
        writer.text(&one_line(&section.path()));
        writer.raw("</a>");
    }
    writer.raw("</td>");
}

/// Opens a cell that sorts by `key`.
fn cell(writer: &mut Writer<'_>, class: &str, key: &str) {
    writer.raws(&["<td class=\"", class, "\" data-key=\"", key, "\">"]);
}

fn key(value: Option<Decimal>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}
