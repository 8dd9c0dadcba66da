//! The figures that a reader wants first: one line an indicator, what was reached beside what is aimed at.

use std::collections::hash_map::Entry;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::prose::one_line;
use crate::report::Report;
use crate::row::{Status, Symbol};
use crate::view::Metric;

/// The indicators that reports on a place's economy and its people's livelihood are read for, in the order in which a
/// statistical communiqué gives them. Others follow in the order in which the report first names them.
const FIRST: &[&str] = &[
    "GDP", "VA_PRIM", "VA_SEC", "VA_TER", "GDP_PC", "VA_IND_S", "GO_IND_S", "FAI", "RETAIL", "TRADE", "EXPORT", "FDI",
    "GPB_REV", "CPI", "UNEMP_S", "EMP_NEW", "INC_ALL", "INC_URB", "INC_RUR", "GRAIN", "RD_INT", "URBAN", "E_INT",
    "CO2_INT", "PM25", "AQDAY",
];

/// An indicator of the lexicon with the figures that stand for it.
#[derive(Clone, Copy, Debug)]
pub struct Headline<'r> {
    /// The indicator's entry in the lexicon: GDP.
    pub code: &'r str,
    /// What was reached; none where the report only states an aim.
    pub actual: Option<Metric<'r>>,
    /// What is aimed at; none where the report states no aim.
    pub target: Option<Metric<'r>>,
}

impl<'r> Headline<'r> {
    /// The figure to show first: what was reached, or else what is aimed at.
    pub fn metric(&self) -> Metric<'r> {
        self.actual.or(self.target).expect("a headline is made from a metric")
    }

    /// The indicator as the report names it: 规模以上工业总产值; its code where the text does not name it.
    pub fn indicator(&self) -> String {
        self.metric().indicator().map_or_else(|| self.code.to_owned(), one_line)
    }
}

/// The headlines of `report`: every indicator with a code, the well-known ones first. Of several figures for one
/// indicator it takes one that holds for the period which most of the report's figures hold for, and rather a whole than
/// a part, a level with its change than one of both; then the first.
pub fn headline(report: &Report) -> Vec<Headline<'_>> {
    let mut found: Vec<Headline<'_>> = Vec::new();
    let mut places: FxHashMap<Symbol, usize> = FxHashMap::default();
    for status in [Status::Actual, Status::Target] {
        let metrics = || report.metrics().filter(move |metric| metric.status() == status);
        let main = main_period(metrics());
        for metric in metrics() {
            let Some((symbol, code)) = metric.row().code.zip(metric.code()) else { continue };
            let at = match places.entry(symbol) {
                Entry::Occupied(place) => *place.get(),
                Entry::Vacant(place) => {
                    found.push(Headline { code, actual: None, target: None });
                    *place.insert(found.len() - 1)
                }
            };
            let best = if status == Status::Actual { &mut found[at].actual } else { &mut found[at].target };
            if best.is_none_or(|best| weight(metric, main) > weight(best, main)) {
                *best = Some(metric);
            }
        }
    }
    found.sort_by_key(|headline| {
        let rank = FIRST.iter().position(|code| *code == headline.code).unwrap_or(FIRST.len());
        (rank, headline.metric().id())
    });
    found
}

type Period = (Option<Date>, Option<Date>);

fn period(metric: Metric<'_>) -> Period {
    (metric.period_start(), metric.period_end())
}

/// The period that most of `metrics` hold for; of equals, the one met first.
fn main_period<'r>(metrics: impl Iterator<Item = Metric<'r>>) -> Option<Period> {
    let mut counts: FxHashMap<Period, (usize, usize)> = FxHashMap::default();
    for (order, metric) in metrics.filter(|metric| metric.code().is_some()).enumerate() {
        counts.entry(period(metric)).or_insert((0, usize::MAX - order)).0 += 1;
    }
    counts.into_iter().max_by_key(|&(_, weight)| weight).map(|(period, _)| period)
}

/// How well a metric stands for its indicator.
fn weight(metric: Metric<'_>, main: Option<Period>) -> (bool, bool, u8) {
    // A distance in percentage points (高于全国0.2个百分点) says less than the figure itself.
    let change = metric.change_unit().map_or(0, |unit| if unit == "个百分点" { 1 } else { 2 });
    let level = if metric.value().is_some() { 3 } else { 0 };
    (main == Some(period(metric)), metric.row().part_of.is_none(), level + change)
}
