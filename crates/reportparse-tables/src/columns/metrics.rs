//! Figures.

use reportparse::{Metric, Span};

use super::name;
use crate::column::Cells::{Date, Decimal, Number, Offset, Text};
use crate::column::{Column, REPORT};

pub(super) const COLUMNS: &[Column] = &[
    REPORT,
    Column::new(
        "metric",
        "The metric's number in its report, from 0, in document order.",
        Number(|row| Some(row.index)),
    )
    .required(),
    Column::new(
        "section",
        "The innermost section it stands in.",
        Number(|row| row.metric().row().section.map(|id| id.0)),
    )
    .references("sections.section"),
    Column::new("point", "The innermost point it stands in.", Number(|row| row.metric().row().point.map(|id| id.0)))
        .references("points.point"),
    Column::new("sentence_start", "The start of its sentence.", Offset(|row| Some(row.metric().sentence_span().start)))
        .required(),
    Column::new("sentence_end", "The end of its sentence.", Offset(|row| Some(row.metric().sentence_span().end)))
        .required(),
    Column::new(
        "indicator",
        "The phrase that names what is measured; it may stand earlier in the text.",
        Text(|row| row.metric().indicator()),
    ),
    Column::new(
        "indicator_start",
        "The start of the indicator.",
        Offset(|row| row.metric().row().indicator.map(start)),
    ),
    Column::new("indicator_end", "The end of the indicator.", Offset(|row| row.metric().row().indicator.map(end))),
    Column::new("code", "The indicator's entry in the lexicon.", Text(|row| row.metric().code())),
    Column::new(
        "literal",
        "The value as written, approximators and unit included; null where only a change is stated.",
        Text(|row| row.metric().literal()),
    ),
    Column::new("start", "The start of the literal.", Offset(|row| level(row.metric()).map(start))),
    Column::new("end", "The end of the literal.", Offset(|row| level(row.metric()).map(end))),
    Column::new("value", "The number as written.", Decimal(|row| row.metric().value())).unit("as column unit says"),
    Column::new("value_high", "The upper end of a range.", Decimal(|row| row.metric().value_high()))
        .unit("as column unit says"),
    Column::new(
        "unit",
        "The unit as written, scale word included (亿元); that of the change where only a change is stated.",
        Text(|row| row.metric().unit()),
    ),
    Column::new(
        "approx",
        "How the value, or the change where only a change is stated, stands to the true figure.",
        name!(Approx, |row| Some(row.metric().approx())),
    )
    .required(),
    Column::new(
        "base_value",
        "The value in the base unit; null where the unit is unknown or the product has no exact decimal.",
        Decimal(|row| row.metric().base_value()),
    )
    .unit("as column base_unit says"),
    Column::new("base_unit", "The unit that base_value counts in (元).", Text(|row| row.metric().base_unit())),
    Column::new(
        "change_literal",
        "The change as written, from its basis to its unit.",
        Text(|row| row.metric().change_literal()),
    ),
    Column::new("change_start", "The start of the change.", Offset(|row| change(row.metric()).map(start))),
    Column::new("change_end", "The end of the change.", Offset(|row| change(row.metric()).map(end))),
    Column::new("change", "The change, signed.", Decimal(|row| row.metric().change()))
        .unit("as column change_unit says"),
    Column::new(
        "change_high",
        "The end of the change's range that lies further from zero, signed.",
        Decimal(|row| row.metric().change_high()),
    )
    .unit("as column change_unit says"),
    Column::new("change_unit", "The unit of the change: %, 个百分点.", Text(|row| row.metric().change_unit())),
    Column::new("basis", "What the change is measured against, as written (同比).", Text(|row| row.metric().basis())),
    Column::new("status", "Whether the metric has come about.", name!(Status, |row| Some(row.metric().status())))
        .required(),
    Column::new("period", "The period as written (上半年).", Text(|row| row.metric().period())),
    Column::new("period_start", "The first day of the period.", Date(|row| row.metric().period_start())),
    Column::new("period_end", "The last day of the period.", Date(|row| row.metric().period_end())),
    Column::new(
        "part_of",
        "The metric that 其中 makes this one a part of.",
        Number(|row| row.metric().row().part_of.map(|id| id.0)),
    )
    .references("metrics.metric"),
];

fn level(metric: Metric<'_>) -> Option<Span> {
    metric.row().level.as_ref().map(|level| level.span)
}

fn change(metric: Metric<'_>) -> Option<Span> {
    metric.row().change.as_ref().map(|change| change.span)
}

fn start(span: Span) -> u32 {
    span.start
}

fn end(span: Span) -> u32 {
    span.end
}
