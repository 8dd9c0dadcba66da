//! Parts and the whole that they make up: 收入5亿元，其中税收3亿元；非税收入2亿元.

use rust_decimal::Decimal;

use super::scene::{Found, Scene};
use super::write::Writer;
use crate::lexicon::Dimension;
use crate::row::{Approx, LevelRow, MetricId, MetricRow};

/// Whether two levels are measured in the same base unit.
fn same_unit(level: &LevelRow, other: Option<&LevelRow>) -> bool {
    other.is_some_and(|other| level.base_unit.is_some() && level.base_unit == other.base_unit)
}

impl Writer<'_> {
    /// The metric that `metric` is a part of: a later one only where it is measured as the whole or its first part is, and
    /// those before do not make up the whole yet.
    pub(super) fn whole(&self, metric: &MetricRow, found: &Found<'_, '_>, scene: &mut Scene<'_>) -> Option<MetricId> {
        let whole = scene.whole.as_mut()?;
        let level = |row: usize| self.rows.get(row).and_then(|row| row.level.as_ref());
        let part = *whole.part.get_or_insert(self.rows.len());
        let Some(own) = &metric.level else { return Some(whole.row) };
        let is_first = part == self.rows.len();
        if is_first
            && scene.before == Some(whole.row.0 as usize)
            && let Some(row) = self.larger(own, whole.row)
        {
            whole.row = row;
        }
        let shares = same_unit(own, level(whole.row.0 as usize));
        let all = self.amount(whole.row.0 as usize).filter(|_| self.rows[whole.row.0 as usize].approx == Approx::Exact);
        let made_up = all.is_some_and(|all| is_near(whole.told, all));
        // 新增里程639公里、其中高铁370公里，高速公路2600公里: no part is larger than the whole, and what follows such is none.
        let is_larger =
            shares && !found.quantity.is(Dimension::Ratio) && all.is_some_and(|all| own.base_value > Some(all));
        if is_larger && !is_first {
            scene.whole = None;
            return None;
        }
        if shares {
            whole.told = own.base_value.and_then(|value| whole.told.checked_add(value)).unwrap_or(Decimal::MAX);
        }
        // 幼儿园39所，开工率为97%，其中竣工13所: the rate has no parts that are counted. A share is one of any whole.
        let counts = !made_up && !shares && !found.quantity.is(Dimension::Ratio);
        let apart = if counts { self.larger(own, whole.row) } else { None };
        let fits = !made_up && (shares || same_unit(own, level(part)));
        apart.or(Some(whole.row).filter(|_| is_first || fits))
    }

    /// The last level of the sentence of `whole` that `part` may be a part of, be it not `whole` itself.
    fn larger(&self, part: &LevelRow, whole: MetricId) -> Option<MetricId> {
        const FARTHEST: usize = 16;
        let last = whole.0 as usize;
        let sentence = self.rows[last].sentence;
        let mut rows = (0..=last).rev().take(FARTHEST).take_while(|&row| self.rows[row].sentence == sentence);
        let holds = |level: &LevelRow| same_unit(part, Some(level)) && level.base_value >= part.base_value;
        rows.find(|&row| self.rows[row].level.as_ref().is_some_and(holds)).map(|row| MetricId(row as u32))
    }

    /// What follows the ； is a part, too, where the parts then make up the whole; the sentence starts at row `first`.
    pub(super) fn make_up(&mut self, first: usize) {
        let Some(last) = self.rows[first..].iter().rposition(|row| row.part_of.is_some()) else { return };
        let last = first + last;
        let Some((whole, id)) = self.rows[last].part_of.and_then(|id| Some((self.amount(id.0 as usize)?, id))) else {
            return;
        };
        let same = |row: &usize| same_unit_of(&self.rows, *row, id);
        let sum = |sum: Decimal, row: usize| sum.checked_add(self.amount(row)?);
        let mut told = (first..=last).filter(|&row| self.rows[row].part_of == Some(id)).filter(same);
        let Some(mut total) = told.try_fold(Decimal::ZERO, sum).filter(|&total| !is_near(total, whole)) else { return };
        let later: Vec<usize> = (last + 1..self.rows.len()).filter(same).collect();
        let makes_up = |row: &&usize| {
            total = sum(total, **row).unwrap_or(Decimal::MAX);
            is_near(total, whole)
        };
        let Some(&end) = later.iter().find(makes_up) else { return };
        for row in later.into_iter().take_while(|&row| row <= end) {
            self.rows[row].part_of = Some(id);
        }
    }

    /// The level of `row` in its base unit.
    fn amount(&self, row: usize) -> Option<Decimal> {
        self.rows[row].level.as_ref()?.base_value
    }
}

/// Whether the level of `row` is measured as that of `whole` is.
fn same_unit_of(rows: &[MetricRow], row: usize, whole: MetricId) -> bool {
    rows[row].level.as_ref().is_some_and(|level| same_unit(level, rows[whole.0 as usize].level.as_ref()))
}

/// Whether a sum of rounded parts is as good as the whole.
fn is_near(sum: Decimal, whole: Decimal) -> bool {
    let gap = sum.checked_sub(whole).map(|gap| gap.abs());
    gap.and_then(|gap| gap.checked_mul(Decimal::from(2000))).is_some_and(|gap| gap <= whole.abs())
}
