//! What the metric stage reads: the running text of the report, with the section and the points it stands in.

use crate::meta::MetaRow;
use crate::metric::{Context, Passage};
use crate::reading::Reading;
use crate::role::looks_back;
use crate::row::{Kind, ParagraphRole, ParagraphRow, PointId, PointRow, SectionId, SectionRole, SectionRow};

/// What the report says of its own time; `title` is its title.
pub(crate) fn context(meta: &MetaRow, title: &str) -> Context {
    // 教育局2023年工作总结 plans for 2024.
    let is_summary = meta.kind == Kind::Other && looks_back(title);
    let accounts = is_summary || matches!(meta.kind, Kind::WorkReport | Kind::PlanReport | Kind::BudgetReport);
    let half_year = meta.kind == Kind::HalfYearReport || meta.period.is_some();
    let date = meta.delivered_on.or(meta.published_on);
    Context {
        year: meta.year,
        date,
        ends_year: accounts
            && !half_year
            && (is_summary || date.is_some_and(|day| day.month() >= 11 && meta.year == Some(day.year()))),
        half_year,
        covers_own_year: !accounts && !half_year,
    }
}

/// The paragraphs that can hold figures, in order.
pub(crate) fn passages<'r>(
    readings: &'r [Reading<'r>],
    paragraphs: &[ParagraphRow],
    sections: &[SectionRow],
    points: &[PointRow],
) -> Vec<Passage<'r>> {
    let mut open: Vec<PointId> = Vec::new();
    let mut next = 0;
    let mut passages = Vec::with_capacity(paragraphs.len());
    for (reading, paragraph) in readings.iter().zip(paragraphs) {
        open.retain(|id| points[id.0 as usize].span.end > paragraph.span.start);
        while points.get(next).is_some_and(|point| point.span.start < paragraph.span.end) {
            open.push(PointId(next as u32));
            next += 1;
        }
        if !holds_figures(paragraph.role) {
            continue;
        }
        let extents = open.iter().map(|&id| {
            let span = points[id.0 as usize].span;
            (id, reading.offset_of(span.start)..reading.offset_of(span.end))
        });
        let role = paragraph.section.map_or(SectionRole::Other, |id| role(sections, id));
        passages.push(Passage { reading, section: paragraph.section, role, points: extents.collect() });
    }
    passages
}

/// What the section is for; a plan stays a plan where a heading in it names the gap to be filled (补齐…短板).
fn role(sections: &[SectionRow], id: SectionId) -> SectionRole {
    let section = &sections[id.0 as usize];
    let parent = section.parent.map(|parent| sections[parent.0 as usize].role);
    if section.role == SectionRole::Problems && parent == Some(SectionRole::Plan) {
        SectionRole::Plan
    } else {
        section.role
    }
}

fn holds_figures(role: ParagraphRole) -> bool {
    matches!(role, ParagraphRole::Heading | ParagraphRole::Body | ParagraphRole::Closing | ParagraphRole::Note)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_summary_tells_of_its_year_and_plans_for_the_next() {
        let text = "青石县教育局2023年工作总结\n一、主要工作\n新建幼儿园3所。\n二、2024年工作打算\n新建小学1所。\n";
        let report = crate::parse(text).expect("the text is not empty");
        let years: Vec<_> = report.metrics().filter_map(|metric| Some(metric.period_start()?.year())).collect();
        assert_eq!(years, [2023, 2024]);
    }
}
