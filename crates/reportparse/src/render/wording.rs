//! How a metric's figures are worded for people.

use jiff::ToSpan;
use jiff::civil::Date;

use super::prose::one_line;
use crate::view::Metric;

/// The level as written, or else the change: 1031.1亿元.
pub fn figure(metric: Metric<'_>) -> String {
    metric.literal().or(metric.change_literal()).map(one_line).unwrap_or_default()
}

/// The change that stands beside a level: 同比下降22.6%; none where the change is the figure itself.
pub fn change(metric: Metric<'_>) -> Option<String> {
    metric.literal().and(metric.change_literal()).map(one_line)
}

/// The period as written (上半年), or else as dates: 2020, 2021–2025, 2020-01–2020-06.
pub fn period(metric: Metric<'_>) -> Option<String> {
    let dates = || match (metric.period_start(), metric.period_end()) {
        (Some(start), Some(end)) => Some(range(start, end)),
        (start, end) => start.map(|start| format!("{start}–")).or_else(|| end.map(|end| format!("–{end}"))),
    };
    metric.period().map(one_line).or_else(dates)
}

/// The days from `start` to `end`, whole months and years named as such.
fn range(start: Date, end: Date) -> String {
    let after = end.checked_add(1.day()).unwrap_or(end);
    let months = start.day() == 1 && after.day() == 1 && after > end;
    let (first, last) = match (months, months && start.month() == 1 && after.month() == 1) {
        (_, true) => (start.strftime("%Y").to_string(), end.strftime("%Y").to_string()),
        (true, _) => (start.strftime("%Y-%m").to_string(), end.strftime("%Y-%m").to_string()),
        _ => (start.to_string(), end.to_string()),
    };
    if first == last { first } else { format!("{first}–{last}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn whole_months_and_years_are_named() {
        assert_eq!(range(date(2020, 1, 1), date(2020, 12, 31)), "2020");
        assert_eq!(range(date(2021, 1, 1), date(2025, 12, 31)), "2021–2025");
        assert_eq!(range(date(2020, 1, 1), date(2020, 6, 30)), "2020-01–2020-06");
        assert_eq!(range(date(2020, 2, 1), date(2020, 2, 29)), "2020-02");
        assert_eq!(range(date(2020, 2, 14), date(2020, 6, 30)), "2020-02-14–2020-06-30");
        assert_eq!(range(date(2020, 8, 27), date(2020, 8, 27)), "2020-08-27");
        assert_eq!(range(Date::MIN, Date::MAX), "-009999-01-01–9999-12-31");
    }
}
