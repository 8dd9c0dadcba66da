//! Runs the cases of another recogniser of Chinese numbers, and tells what agrees, what differs by design and what is wrong.
//!
//! The cases are no part of this repository. They are looked for in `peers` under the folder that `REPORTPARSE_SHARED`
//! names; where they are absent the test checks nothing, and says so.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use reportparse::{Approx, Lexicon, Quantity};
use reportparse_tests::corpus;
use rust_decimal::Decimal;
use serde::Deserialize;

/// The share of the cases that may be wrong.
const MOST_WRONG: f64 = 0.03;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Case {
    input: String,
    results: Vec<Expected>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Expected {
    text: String,
    resolution: Option<Resolution>,
}

#[derive(Deserialize)]
struct Resolution {
    value: Option<String>,
}

/// What became of a case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Verdict {
    Agreed,
    /// Why the difference is meant.
    Differs(&'static str),
    Wrong,
}

/// The text without blanks: a report's reading holds none inside Chinese text.
fn squeeze(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn judge(expected: &Expected, input: &str, found: &[Quantity]) -> Verdict {
    let text = squeeze(&expected.text);
    let Some(start) = input.find(&text) else { return Verdict::Differs("the case rewrites its own text") };
    let end = start + text.len();
    let overlaps = |quantity: &&Quantity| {
        let span = quantity.span.range();
        span.start < end && start < span.end
    };
    let value = expected.resolution.as_ref().and_then(|resolution| resolution.value.as_deref());
    let met = found.iter().find(overlaps);
    if met.is_some_and(|quantity| value.is_none_or(|value| agrees(value, quantity))) {
        return Verdict::Agreed;
    }
    reason(&text, input, value).map_or(Verdict::Wrong, Verdict::Differs)
}

/// Whether a quantity is the value that the case gives: a number, a percentage, or an interval.
fn agrees(value: &str, quantity: &Quantity) -> bool {
    if value.starts_with(['[', '(']) {
        let ends = value.trim_matches(['[', ']', '(', ')']);
        let (low, high) = ends.split_once(',').unwrap_or((ends, ""));
        let number = quantity.number.or(quantity.value);
        let scale = |end: &str| Decimal::from_str_exact(end).ok();
        return match (scale(low), scale(high)) {
            (Some(low), Some(_)) => number == Some(low) && quantity.high.is_some(),
            (Some(low), None) => number == Some(low) && matches!(quantity.approx, Approx::Over | Approx::AtLeast),
            (None, Some(high)) => number == Some(high) && quantity.approx == Approx::AtMost,
            (None, None) => false,
        };
    }
    let Ok(value) = Decimal::from_str_exact(value.trim_end_matches('%')) else { return false };
    let base = quantity.base.as_ref().map(|(base, _)| *base);
    [quantity.number, quantity.value, base].contains(&Some(value))
}

/// Why no quantity of ours answers to `text`, where that is meant.
fn reason(text: &str, input: &str, value: Option<&str>) -> Option<&'static str> {
    let has = |characters: &str| text.contains(|c: char| characters.contains(c));
    let digits = text.chars().any(|c| c.is_ascii_digit() || ('０'..='９').contains(&c));
    if value.is_none() {
        return Some("a unit alone is no quantity");
    }
    if has("折") || text.contains("半") || text.contains("对折") {
        return Some("a discount or a half behind the unit is no form that reports use");
    }
    if has("<>≤≥＜＞=")
        || ["大于", "小于", "等于", "多于", "少于", "不到", "超过"].iter().any(|word| text.contains(word))
    {
        return Some("an inequality is told as the bound of one number");
    }
    if has("kKmMgGtTbB^eE") || has("打") {
        return Some("letters and dozens scale no number in a report");
    }
    if has("/／") || text.contains("分之") || text.contains("分") {
        return Some("a fraction is told as a decimal only where one holds it exactly");
    }
    if has("$￥") || ["块", "毛", "角", "钱", "比特", "币", "铢", "令吉"].iter().any(|word| text.contains(word))
    {
        return Some("colloquial and foreign money is not counted in reports");
    }
    if !digits {
        return Some("a Chinese numeral without a unit of measure is rhetoric as often as a number");
    }
    if text.starts_with('.') || input.contains(&format!(",{text}")) || input.contains(&format!("{text},")) {
        return Some("a number without its leading zero or its grouping is no form that reports use");
    }
    if ["与", "至少有", "过", "-", "本"].iter().any(|word| input.contains(word)) {
        return Some("a bound or a range is told with the quantity, not apart from it");
    }
    if text.len() > 24 {
        return Some("longer than a decimal holds exactly");
    }
    if value.is_some_and(|value| value.contains('E')) {
        return Some("the case gives a float");
    }
    None
}

fn models(folder: &Path) -> Vec<(String, Vec<Case>)> {
    ["Number", "Percent", "NumberRange", "Currency", "Dimension"]
        .into_iter()
        .map(|model| {
            let path = folder.join(format!("recognizers-{model}Model.json"));
            let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let text = text.trim_start_matches('\u{feff}');
            let cases = serde_json::from_str(text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            (model.to_owned(), cases)
        })
        .collect()
}

#[test]
#[expect(clippy::print_stdout, reason = "the figures are what the test is for")]
fn few_cases_of_the_peer_are_wrong() {
    let Some(folder) = corpus::shared("peers") else { return };
    let lexicon = Lexicon::default();
    let mut verdicts: BTreeMap<Verdict, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for (model, cases) in models(&folder) {
        for case in &cases {
            let input = squeeze(&case.input);
            let found = reportparse::quantities(&input, &lexicon);
            for expected in &case.results {
                let verdict = judge(expected, &input, &found);
                if verdict == Verdict::Wrong {
                    let literals: Vec<_> = found.iter().map(|found| &input[found.span.range()]).collect();
                    wrong.push(format!("{model}: {} in {:?}: {literals:?}", expected.text, case.input));
                }
                *verdicts.entry(verdict).or_default() += 1;
            }
        }
    }
    let total: usize = verdicts.values().sum();
    for (verdict, count) in &verdicts {
        println!("{count:5} {verdict:?}");
    }
    let share = wrong.len() as f64 / total as f64;
    assert!(share <= MOST_WRONG, "{} of {total} are wrong\n{}", wrong.len(), wrong.join("\n"));
}
