//! What a report is, who gave it, where and when.

use jiff::civil::Date;

use crate::byline::{byline, is_office, lone_name};
use crate::front;
use crate::grammar::{at_start, day};
use crate::region;
use crate::role::{year_of, years_of};
use crate::row::{Kind, ParagraphRole, ParagraphRow, RegionLevel, SectionRow};
use crate::span::Span;
use crate::text::{compact, is_blank, skip_blanks, trim};

/// The facts of a report's head. Spans point at the words as written.
#[derive(Clone, Debug, PartialEq)]
pub struct MetaRow {
    /// The title, which may take several lines.
    pub title: Option<Span>,
    /// The speaker's name.
    pub speaker: Option<Span>,
    /// The speaker's office.
    pub speaker_role: Option<Span>,
    /// The meeting.
    pub occasion: Option<Span>,
    /// The day on which the report was given.
    pub delivered_on: Option<Date>,
    /// The day on which it was published.
    pub published_on: Option<Date>,
    /// Those addressed, the closing colon left out.
    pub salutation: Option<Span>,
    /// What kind of document it is.
    pub kind: Kind,
    /// The place that it speaks for, by name.
    pub region: Option<Span>,
    /// The rank of that place.
    pub region_level: Option<RegionLevel>,
    /// The year of the report: that in which a work report is given, that which a communiqué tells of.
    pub year: Option<i16>,
    /// The period that the title names: 上半年.
    pub period: Option<Span>,
}

/// How much of the body is looked through for what the front matter does not tell.
const OPENING: usize = 3000;

/// Reads the front matter. `published` is what the file says of its publication, for where the text says nothing.
pub(crate) fn read(source: &str, paragraphs: &[ParagraphRow], published: Option<&str>) -> MetaRow {
    let front = Front { source, paragraphs };
    let title = front.title();
    let (delivered_on, occasion) = front.occasion();
    let speaker = front.speaker();
    let salutation = front.salutation();
    let kind = kind(title.map_or("", |span| &source[span.range()]), front.opening());
    let region = region::find(source, [title, occasion, speaker.1], front.opening_span());
    // 2022年预算执行情况和2023年预算草案 are reported on in 2023.
    let titled = title.and_then(|title| years_of(&compact(&source[title.range()])).max());
    let spoken_on = front.date().filter(|_| speaker.0.is_some() && kind != Kind::Communique);
    let published_on = front.published_on(delivered_on).filter(|_| delivered_on.is_some() || spoken_on.is_none());
    let published_on = published_on.or_else(|| find_day(published?));
    let published_on = published_on.or_else(|| front.signed_on().filter(|_| delivered_on.or(spoken_on).is_none()));
    let delivered_on = delivered_on.or(spoken_on);
    let delivered = delivered_on.map(Date::year);
    let period = title.and_then(|title| period(source, title));
    let is_part = period.is_some_and(|period| &source[period.range()] != "全年");
    let year = match kind {
        Kind::Communique => titled.or(published_on.map(|day| day.year() - i16::from(!is_part))),
        _ => delivered.or(titled).or(published_on.map(Date::year)),
    };
    MetaRow {
        title,
        speaker: speaker.0,
        speaker_role: speaker.1,
        occasion,
        delivered_on,
        published_on,
        salutation,
        kind,
        region: region.map(|(span, _)| span),
        region_level: region.map(|(_, level)| level),
        year,
        period,
    }
}

/// Fills in the year of a report whose front matter names none, from its headings: 一、2023年工作回顾, 二、2024年工作安排.
pub(crate) fn year_of_headings(source: &str, sections: &[SectionRow]) -> Option<i16> {
    sections
        .iter()
        .filter(|section| section.level == 1)
        .filter_map(|section| year_of(&source[section.title.range()]))
        .max()
}

struct Front<'a> {
    source: &'a str,
    paragraphs: &'a [ParagraphRow],
}

impl<'a> Front<'a> {
    fn of(&self, role: ParagraphRole) -> impl Iterator<Item = Span> + '_ {
        self.paragraphs.iter().filter(move |row| row.role == role).map(|row| row.span)
    }

    fn text(&self, span: Span) -> &'a str {
        &self.source[span.range()]
    }

    /// The lines of the title, from the first to the last, note marks left out.
    fn title(&self) -> Option<Span> {
        let first = self.paragraphs.iter().position(|row| row.role == ParagraphRole::Title)?;
        let lines = self.paragraphs[first..].iter().take_while(|row| row.role == ParagraphRole::Title);
        let whole = lines.map(|row| row.span).reduce(Span::join)?;
        let text = self.text(whole);
        let label = |text: &'a str| text.strip_prefix("标题：").or_else(|| text.strip_prefix("标题:"));
        let bare = text.trim_start_matches(['#', ' ']);
        let hashes = text.len() - label(bare).unwrap_or(bare).len();
        let bare = text.trim_end_matches(|c: char| {
            is_blank(c) || c.is_ascii_digit() || matches!(c, '[' | ']' | '［' | '］' | '*')
        });
        let end = if bare.is_empty() { text.len() } else { bare.len() };
        Some(trim(self.source, Span::new(whole.start as usize + hashes.min(end), whole.start as usize + end)))
    }

    /// The day and the meeting that the subtitle states: ——2020年8月27日在…会议上.
    fn occasion(&self) -> (Option<Date>, Option<Span>) {
        let opens = |text: &str| front::is_subtitle(text) || front::ends_occasion(text);
        let mut lines = self.of(ParagraphRole::Subtitle).skip_while(|&span| !opens(self.text(span)));
        let Some(first) = lines.next() else { return (None, None) };
        let more = lines.take_while(|&span| !front::is_subtitle(self.text(span)));
        let whole = more.fold(first, Span::join);
        let text = self.text(whole);
        let meeting = meeting(text).map(|range| trim(self.source, shifted(whole, range)));
        let day = find_day(text).or_else(|| self.date().filter(|_| meeting.is_some()));
        (day, meeting)
    }

    /// The speaker's name and office: on a line of their own, or behind the occasion.
    fn speaker(&self) -> (Option<Span>, Option<Span>) {
        let lines = self.of(ParagraphRole::Byline).map(|span| (span, self.text(span)));
        let behind = self.of(ParagraphRole::Subtitle).filter_map(|span| {
            let text = self.text(span);
            front::byline_after(text).map(|range| (shifted(span, range.clone()), &text[range]))
        });
        let mut office = None;
        let found = lines.chain(behind).find_map(|(span, text)| {
            let found = byline(text).or_else(|| lone_name(text));
            if found.is_none() && is_office(text) {
                office = Some(span);
            }
            Some((span, found?))
        });
        let Some((span, found)) = found else { return (None, None) };
        let role = found.role.map(|role| trim(self.source, shifted(span, role))).or(office);
        (Some(shifted(span, found.name)), role)
    }

    /// The salutation's line, or what opens the first body paragraph up to its colon.
    fn salutation(&self) -> Option<Span> {
        let line = self.of(ParagraphRole::Salutation).next();
        let body = || self.paragraphs.iter().find(|row| row.role == ParagraphRole::Body).map(|row| row.span);
        let span = line.or_else(body)?;
        let text = self.text(span);
        let end = text.find(['：', ':']).filter(|&end| end < 120)?;
        ((line.is_some() || front::addresses(text)) && !text[..end].contains(['。', '！']))
            .then(|| trim(self.source, shifted(span, 0..end)))
    }

    /// The day that stands on a line of its own.
    fn date(&self) -> Option<Date> {
        self.of(ParagraphRole::Date).find_map(|span| find_day(self.text(span)))
    }

    /// The day that the page gives as that of publication, or a line of its own that is not the day `spoken`.
    fn published_on(&self, spoken: Option<Date>) -> Option<Date> {
        let head =
            self.paragraphs.iter().take_while(|row| !matches!(row.role, ParagraphRole::Heading | ParagraphRole::Body));
        let mut labelled = false;
        let mut first_day = None;
        for row in head {
            let text = self.text(row.span);
            let labels = text.contains("时间") || text.contains("日期");
            let is_told = labelled || labels || row.role == ParagraphRole::Date;
            let day = find_day(text).filter(|&day| match row.role {
                ParagraphRole::Date => labelled || Some(day) != spoken,
                role => role == ParagraphRole::Furniture,
            });
            match day {
                Some(day) if is_told => return Some(day),
                found => first_day = first_day.or(found),
            }
            labelled = labels;
        }
        first_day
    }

    /// The day of the signature.
    fn signed_on(&self) -> Option<Date> {
        let last = self.paragraphs.iter().rfind(|row| row.role == ParagraphRole::Closing)?;
        let text = self.text(last.span);
        front::is_day(text).then(|| find_day(text)).flatten()
    }

    fn opening_span(&self) -> Span {
        let body = self.paragraphs.iter().find(|row| matches!(row.role, ParagraphRole::Body | ParagraphRole::Heading));
        let start = body.map_or(0, |row| row.span.start as usize);
        let mut end = (start + OPENING).min(self.source.len());
        while !self.source.is_char_boundary(end) {
            end -= 1;
        }
        Span::new(start, end)
    }

    fn opening(&self) -> &'a str {
        self.text(self.opening_span())
    }
}

fn shifted(span: Span, range: std::ops::Range<usize>) -> Span {
    Span::new(span.start as usize + range.start, span.start as usize + range.end)
}

/// The first day that a line names, spaced out or not.
fn find_day(text: &str) -> Option<Date> {
    let text = &*compact(text);
    let mut last = ' ';
    text.char_indices().find_map(|(at, c)| {
        let begins = !last.is_numeric() && (c.is_numeric() || "二一〇○".contains(c));
        last = c;
        begins.then(|| at_start(day::day, &text[at..])).flatten().map(|(day, _)| day)
    })
}

/// What stands between 在 and 上 in 在…会议上.
fn meeting(text: &str) -> Option<std::ops::Range<usize>> {
    let start = text.find('在').map_or(0, |at| at + '在'.len_utf8());
    let rest = &text[start..];
    let words = ["会议上", "大会上", "会议（扩大）上", "会议(扩大)上", "会上"];
    let end = words.iter().filter_map(|word| Some(rest.find(word)? + word.len() - '上'.len_utf8())).min();
    let end = end.or_else(|| rest.rfind('上'));
    let bare = rest.trim_end_matches(is_blank);
    let end = end.or_else(|| (bare.ends_with("会议") || bare.ends_with("大会")).then_some(bare.len()))?;
    let end = start + end;
    let start = start + (rest.len() - skip_blanks(rest).len());
    (start < end).then_some(start..end)
}

/// 上半年, 前三季度: the part of a year that the title names.
fn period(source: &str, title: Span) -> Option<Span> {
    let text = &source[title.range()];
    let word =
        ["上半年", "下半年", "前三季度", "一季度", "第一季度", "全年"].into_iter().find(|word| text.contains(word))?;
    let start = text.find(word)?;
    Some(shifted(title, start..start + word.len()))
}

/// Words of a title and the kind they tell; the first that fits wins.
const TITLES: [(&[&str], Kind); 5] = [
    (&["公报"], Kind::Communique),
    (&["预算", "决算", "财政收支", "财政情况"], Kind::BudgetReport),
    (&["计划执行情况", "发展计划", "计划草案"], Kind::PlanReport),
    (&["上半年", "半年"], Kind::HalfYearReport),
    (&["工作报告", "工作的报告"], Kind::WorkReport),
];
/// Words of the body's first sentences and the kind they tell, where the title is missing or damaged.
const OPENINGS: [(&[&str], Kind); 2] = [
    (&["报告政府工作", "政府工作报告", "作工作报告", "报告工作", "作政府工作的报告"], Kind::WorkReport),
    (&["统计公报", "初步核算"], Kind::Communique),
];

/// The kind that the title tells, or, where it does not, the first sentences of the body.
fn kind(title: &str, opening: &str) -> Kind {
    let title = compact(title);
    let told = |text: &str, kinds: &[(&[&str], Kind)]| {
        kinds.iter().find(|(words, _)| words.iter().any(|word| text.contains(word))).map(|&(_, kind)| kind)
    };
    told(&title, &TITLES).or_else(|| told(opening, &OPENINGS)).unwrap_or(Kind::Other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn meetings() {
        for (text, occasion) in [
            ("——2024年1月5日在云岭市第三届人民代表大会第二次会议上", "云岭市第三届人民代表大会第二次会议"),
            ("2024年1月5日在县第三届人民代表大会第二次会议上 县长 张三", "县第三届人民代表大会第二次会议"),
            ("──在区第六届人大常委会第三十八次会议(扩大)上", "区第六届人大常委会第三十八次会议(扩大)"),
        ] {
            assert_eq!(&text[meeting(text).unwrap()], occasion);
        }
        assert_eq!(meeting("在"), None);
        assert_eq!(meeting("——2026年1月5日在县第三届人民代表大会第二次会议").map(|range| range.len()), Some(45));
        assert_eq!(meeting("人民代表大会第二次会议上"), Some(0..33));
        assert_eq!(find_day("——1 9 9 8 年3 月5 日在").map(Date::year), Some(1998));
    }

    #[test]
    fn kinds() {
        for (title, expected) in [
            ("政 府 工 作 报 告", Kind::WorkReport),
            ("区政府上半年工作情况的报告", Kind::HalfYearReport),
            ("2024年国民经济和社会发展统计公报", Kind::Communique),
            ("关于2023年国民经济和社会发展计划执行情况与2024年计划草案的报告", Kind::PlanReport),
            ("2025年上半年财政收支情况", Kind::BudgetReport),
            ("关于数据专区的指导意见", Kind::Other),
        ] {
            assert_eq!(kind(title, ""), expected, "{title}");
        }
        assert_eq!(kind("", "现在，我代表县人民政府，向大会报告工作"), Kind::WorkReport);
    }
}
