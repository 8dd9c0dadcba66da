//! Periods as written, resolved to dates against the report's year.

use jiff::civil::{Date, date};

use crate::grammar::date::Written;
use crate::grammar::period::{Edge, Period, When};
use crate::row::{PeriodRow, SectionRole};
use crate::span::Span;

/// What a report says of its own time.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Context {
    /// The year in which the report was made.
    pub(crate) year: Option<i16>,
    /// The day on which it was delivered or published.
    pub(crate) date: Option<Date>,
    /// Whether it was given at the end of its year, so that it looks back on that year and plans for the next.
    pub(crate) ends_year: bool,
    /// Whether it gives account of the first half of its year, not of the year before.
    pub(crate) half_year: bool,
    /// Whether the year it speaks of is its own `year`: a communique is dated by the year that it covers.
    pub(crate) covers_own_year: bool,
}

impl Context {
    /// The day on which the report was made; where that ends its year, the year is as good as over.
    fn today(&self) -> Option<Date> {
        self.year.filter(|_| self.ends_year).map(|year| date(year, 12, 31)).or(self.date)
    }

    /// The year that a section speaks of: the plan's is the report's own, the review's the one before.
    fn year_of(&self, role: SectionRole) -> Option<i16> {
        let looks_back = role != SectionRole::Plan && !self.half_year && !self.covers_own_year;
        Some(self.year? + i16::from(self.ends_year) - i16::from(looks_back))
    }

    /// The period of a section whose sentences name none.
    pub(crate) fn default_period(&self, role: SectionRole) -> PeriodRow {
        let Some(year) = self.year_of(role) else {
            return PeriodRow::default();
        };
        let last_month = if self.half_year && role != SectionRole::Plan { 6 } else { 12 };
        let (start, end) = months(year, 1, last_month);
        PeriodRow { span: None, start, end }
    }

    /// The period written at `span`.
    pub(crate) fn resolve(&self, period: &Period, span: Span, role: SectionRole) -> PeriodRow {
        let (start, end) = self.dates(period.when, role);
        let (start, end) = match period.edge {
            Edge::In => (start, end),
            Edge::Until | Edge::By => (None, end),
            Edge::Since => (start, None),
        };
        PeriodRow { span: Some(span), start, end }
    }

    fn dates(&self, when: When, role: SectionRole) -> (Option<Date>, Option<Date>) {
        let spoken = self.year_of(role);
        let years = |first: Option<i16>, last: Option<i16>| {
            (first.and_then(|year| months(year, 1, 12).0), last.and_then(|year| months(year, 1, 12).1))
        };
        match when {
            When::Date(written) => self.written(written, spoken),
            When::Year(offset) => {
                let year = self.year.map(|year| year + offset);
                years(year, year)
            }
            When::Whole => years(spoken, spoken),
            When::Half(half) => spoken.map_or((None, None), |year| months(year, half * 6 - 5, half * 6)),
            When::Quarters(first, last) => spoken.map_or((None, None), |year| months(year, first * 3 - 2, last * 3)),
            When::Plan(number) => {
                let first = plan_start(number);
                years(Some(first), Some(first + 4))
            }
            When::Past(count) => {
                let last = self.year_of(SectionRole::Review);
                years(last.map(|year| year - count + 1), last)
            }
            When::Next(count) => years(self.year, self.year.map(|year| year + count - 1)),
            When::Now | When::Named => (None, None),
        }
    }

    fn written(&self, written: Written, spoken: Option<i16>) -> (Option<Date>, Option<Date>) {
        let Some(year) = written.year.map_or(spoken, |year| self.absolute(year)) else {
            return (None, None);
        };
        let last_year = written.last_year.unwrap_or(year);
        let Some(month) = written.month else {
            return (months(year, 1, 12).0, months(last_year, 1, 12).1);
        };
        let Some(day) = written.day else {
            return months(year, month, written.last_month.unwrap_or(month));
        };
        let at = |day| Date::new(year, month, day).ok();
        (at(day), at(written.last_day.unwrap_or(day)))
    }

    /// A written year; a small number is an offset from the report's year (去年上半年).
    fn absolute(&self, year: i16) -> Option<i16> {
        if year.abs() < 100 { Some(self.year? + year) } else { Some(year) }
    }
}

/// The first year of a five-year plan: there were gaps before the third.
fn plan_start(number: i16) -> i16 {
    if number <= 2 { 1953 + 5 * (number - 1) } else { 1966 + 5 * (number - 3) }
}

/// From the first day of one month to the last of another.
fn months(year: i16, first: i8, last: i8) -> (Option<Date>, Option<Date>) {
    let start = Date::new(year, first, 1).ok();
    let end = Date::new(year, last, 1).ok().map(Date::last_of_month);
    (start, end)
}

/// Whether `row` lies after the day of the report; “十三五”期间 in a report of 2020 is as good as over.
pub(crate) fn is_future(row: &PeriodRow, context: &Context) -> bool {
    let today = context.today().or_else(|| context.year.map(|year| date(year, 12, 31)));
    let began = |today: Date| row.start.is_some_and(|start| start.year() < today.year());
    matches!((row.end, today), (Some(end), Some(today)) if end > today && !(began(today) && end.year() == today.year()))
}

/// Whether `row` is over on the day of the report.
pub(crate) fn is_past(row: &PeriodRow, context: &Context) -> bool {
    let today = context.today().or_else(|| context.year.map(|year| date(year, 1, 1)));
    matches!((row.end, today), (Some(end), Some(today)) if end < today)
}

/// Whether `row` is over on the day of the report and took several years: 过去五年.
pub(crate) fn looks_back(row: &PeriodRow, context: &Context) -> bool {
    let years = |(start, end): (Date, Date)| end.year() - start.year();
    is_past(row, context) && row.start.zip(row.end).is_some_and(|dates| years(dates) >= 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_given_in_december_looks_back_on_its_own_year() {
        let context =
            Context { year: Some(2022), date: Some(date(2022, 12, 28)), ends_year: true, ..Context::default() };
        let review = context.default_period(SectionRole::Review);
        assert_eq!((review.start, review.end), months(2022, 1, 12));
        assert!(!is_future(&review, &context));
        let plan = context.default_period(SectionRole::Plan);
        assert_eq!((plan.start, plan.end), months(2023, 1, 12));
        assert!(is_future(&plan, &context));
    }
}
