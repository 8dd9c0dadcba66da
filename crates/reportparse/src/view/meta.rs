//! The facts of a report's head.

use jiff::civil::Date;

use crate::report::Report;
use crate::row::{Kind, RegionLevel};
use crate::span::Span;

/// The facts of a report's head, as written; none where the text does not tell.
#[derive(Clone, Copy, Debug)]
pub struct Meta<'r> {
    pub(crate) report: &'r Report,
}

impl<'r> Meta<'r> {
    /// The title, with the blanks and line breaks it is written with.
    pub fn title(self) -> Option<&'r str> {
        self.slice(self.report.meta.title)
    }

    /// The speaker's name: 高香.
    pub fn speaker(self) -> Option<&'r str> {
        self.slice(self.report.meta.speaker)
    }

    /// The speaker's office: 上海市嘉定区区长.
    pub fn speaker_role(self) -> Option<&'r str> {
        self.slice(self.report.meta.speaker_role)
    }

    /// The meeting at which the report was given.
    pub fn occasion(self) -> Option<&'r str> {
        self.slice(self.report.meta.occasion)
    }

    /// The day on which the report was given.
    pub fn delivered_on(self) -> Option<Date> {
        self.report.meta.delivered_on
    }

    /// The day on which it was published.
    pub fn published_on(self) -> Option<Date> {
        self.report.meta.published_on
    }

    /// Those addressed: 各位代表.
    pub fn salutation(self) -> Option<&'r str> {
        self.slice(self.report.meta.salutation)
    }

    /// What kind of document it is.
    pub fn kind(self) -> Kind {
        self.report.meta.kind
    }

    /// The place that it speaks for: 吉林省; 全县 where the text names none.
    pub fn region(self) -> Option<&'r str> {
        self.slice(self.report.meta.region)
    }

    /// The rank of that place.
    pub fn region_level(self) -> Option<RegionLevel> {
        self.report.meta.region_level
    }

    /// The year of the report: that in which a work report is given, that which a communiqué tells of.
    pub fn year(self) -> Option<i16> {
        self.report.meta.year
    }

    /// The part of a year that the title names: 上半年.
    pub fn period(self) -> Option<&'r str> {
        self.slice(self.report.meta.period)
    }

    fn slice(self, span: Option<Span>) -> Option<&'r str> {
        span.map(|span| self.report.slice(span))
    }
}
