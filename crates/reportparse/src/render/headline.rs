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
    let level = if metric.value().is_some() { 2 } else { 0 };
    (main == Some(period(metric)), metric.row().part_of.is_none(), level + change)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse;
    use crate::render::wording::figure;

    /// Code, actual and target of each headline of `text`.
    fn shown(text: &str) -> Vec<String> {
        let report = parse(text).expect("the text is not empty");
        let or_none = |metric: Option<Metric<'_>>| metric.map_or("-".to_owned(), figure);
        let show = |it: &Headline<'_>| format!("{} {} {}", it.code, or_none(it.actual), or_none(it.target));
        headline(&report).iter().map(show).collect()
    }

    #[test]
    fn the_first_indicators_are_in_the_lexicon() {
        let lexicon = include_str!("../../data/indicators.tsv");
        for code in FIRST {
            assert!(lexicon.contains(&format!("\n{code}\tname\t")), "{code}");
        }
    }

    #[test]
    fn well_known_indicators_stand_first() {
        let text = "一、2023年工作回顾\n建成高标准农田9万亩。固定资产投资增长7%。地区生产总值完成105.3亿元，增长6.1%。";
        assert_eq!(shown(text), ["GDP 105.3亿元 -", "FAI 增长7% -", "HSF 9万亩 -"]);
    }

    #[test]
    fn an_aim_stands_beside_what_was_reached() {
        let text = "县政府工作报告\n2024年1月8日\n一、2023年工作回顾\n地区生产总值增长6.1%。\n\
            二、2024年工作安排\n主要目标是：地区生产总值增长5.5%左右，城镇新增就业2000人以上。";
        assert_eq!(shown(text), ["GDP 增长6.1% 增长5.5%左右", "EMP_NEW - 2000人以上"]);
    }

    #[test]
    fn the_period_of_most_figures_counts() {
        let text = "县政府工作报告\n2024年1月8日\n一、工作回顾\n过去五年，地区生产总值年均增长7%。\n\
            2023年，地区生产总值增长6.1%，固定资产投资增长8%，社会消费品零售总额增长9%。";
        assert_eq!(shown(text)[0], "GDP 增长6.1% -");
    }

    #[test]
    fn a_level_with_its_change_says_most() {
        let text = "一、2023年工作回顾\n社会消费品零售总额增速高于全国0.2个百分点。社会消费品零售总额增长3.9%。\
            社会消费品零售总额695.5亿元，增长3.9%。";
        assert_eq!(shown(text), ["RETAIL 695.5亿元 -"]);
    }

    #[test]
    fn a_text_without_figures_has_none() {
        assert!(shown("一、工作回顾\n经济稳定。").is_empty());
    }
}
