//! Writes a sketch down, and notes where everything stands as it does.

use std::ops::Range;

use super::{
    Block, Front, Heading, Inline, Itemised, Items, Layout, Listing, Numbering, Paragraph, Point, Rendered, Section,
    Sketch,
};

const DIGITS: [&str; 11] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
const CIRCLED: [&str; 6] = ["", "①", "②", "③", "④", "⑤"];

impl Sketch {
    /// The report as written in the sketch's layout.
    pub fn render(&self) -> Rendered {
        let mut page = Page::new(self.layout, self.numbering);
        if let Some(front) = &self.front {
            page.front(front);
        }
        page.sections(&self.sections, 0);
        self.annexes(&mut page);
        if self.front.as_ref().is_some_and(|front| front.portal) {
            page.line("furniture", "相关报道：");
        }
        page.out
    }

    fn annexes(&self, page: &mut Page) {
        if self.annexes.is_empty() {
            return;
        }
        page.line("note", "附件：有关重点工作情况");
        for annex in &self.annexes {
            page.part += 1;
            page.open();
            let start = page.at();
            page.write(&format!("关于{}工作情况", annex.subject));
            page.heading(start..page.at(), 1, None, false);
            page.close("heading");
            page.blocks(&annex.blocks);
        }
    }
}

impl Numbering {
    /// The marker of the `ordinal`-th heading of a level, counted from 0.
    fn marker(self, level: usize, ordinal: usize) -> String {
        let style = match (self, level) {
            (Numbering::Standard | Numbering::WithoutSecond, 0) | (Numbering::Parts, 1) => 1,
            (Numbering::Standard, 1) | (Numbering::Parts, 2) => 2,
            (Numbering::Standard, _) | (Numbering::WithoutSecond, 1) => 3,
            (Numbering::WithoutSecond, _) => 4,
            (Numbering::Parts, _) => 0,
        };
        match style {
            0 => format!("第{}部分　", DIGITS[ordinal]),
            1 => format!("{}、", DIGITS[ordinal]),
            2 => format!("（{}）", DIGITS[ordinal]),
            3 => format!("{ordinal}."),
            _ => format!("（{ordinal}）"),
        }
    }
}

impl Inline {
    /// The marker of an item; what parts it from the item's text; what closes the item's heading phrase and the item.
    fn marks(self, ordinal: usize) -> (String, &'static str, [&'static str; 2]) {
        let digit = DIGITS[ordinal];
        match self {
            Inline::IsSentences => (format!("{digit}是"), "", ["。", "。"]),
            Inline::IsClauses => (format!("{digit}是"), "", ["，", "；"]),
            Inline::OrdinalSentences => (format!("第{digit}"), "，", ["。", "。"]),
            Inline::MustClauses => (format!("{digit}要"), "", ["，", "；"]),
            Inline::CircledClauses => (CIRCLED[ordinal].to_owned(), "", ["，", "；"]),
            Inline::BracketedClauses => (format!("（{ordinal}）"), "", ["，", "；"]),
        }
    }
}

/// The report being written.
struct Page {
    out: Rendered,
    layout: Layout,
    numbering: Numbering,
    part: u32,
    lists: u32,
    opened: usize,
}

impl Page {
    fn new(layout: Layout, numbering: Numbering) -> Self {
        let out = Rendered {
            text: String::new(),
            headings: Vec::new(),
            leads: Vec::new(),
            points: Vec::new(),
            paragraphs: Vec::new(),
        };
        Page { out, layout, numbering, part: 0, lists: 0, opened: 0 }
    }

    fn at(&self) -> usize {
        self.out.text.len()
    }

    /// Writes `text` in the layout's width of punctuation and says where it stands.
    fn write(&mut self, text: &str) -> Range<usize> {
        let start = self.at();
        let narrow = |c| match c {
            '，' => ',',
            '：' => ':',
            '；' => ';',
            '（' => '(',
            '）' => ')',
            other => other,
        };
        if self.layout.half_width {
            self.out.text.extend(text.chars().map(narrow));
        } else {
            self.out.text.push_str(text);
        }
        start..self.at()
    }

    fn open(&mut self) {
        self.out.text.push_str(self.layout.indent);
        self.opened = self.at();
    }

    fn close(&mut self, role: &'static str) {
        self.out.paragraphs.push((self.opened..self.at(), role));
        self.out.text.push_str(self.layout.newline);
        if self.layout.blank_lines {
            self.out.text.push_str(self.layout.newline);
        }
    }

    fn line(&mut self, role: &'static str, text: &str) {
        self.open();
        self.write(text);
        self.close(role);
    }

    fn front(&mut self, front: &Front) {
        if front.portal {
            for button in ["下载", "打印", "收藏"] {
                self.line("furniture", button);
            }
        }
        self.line("title", if front.spaced_title { "政 府 工 作 报 告" } else { "2026年禾源县政府工作报告" });
        if front.subtitle {
            self.line("subtitle", "——2026年1月15日在禾源县第十九届人民代表大会第五次会议上");
        }
        if front.portal {
            self.line("furniture", "来源：禾源日报");
            self.line("furniture", "时间：2026-01-20");
        }
        if front.byline {
            self.line("byline", "禾源县人民政府县长　方既白");
        }
        self.line("salutation", "各位代表：");
        self.line("body", "现在，我代表县人民政府，向大会报告政府工作，请予审议，并请列席人员提出意见。");
    }

    fn sections(&mut self, sections: &[Section], level: usize) {
        for (index, section) in sections.iter().enumerate() {
            self.section(section, level, index + 1);
        }
    }

    fn section(&mut self, section: &Section, level: usize, ordinal: usize) {
        self.open();
        let marker = self.numbering.marker(level, ordinal);
        let start = self.write(&marker).start;
        self.write(&section.title);
        self.heading(start..self.at(), level as u8 + 1, Some(ordinal as u32), section.opening.is_some());
        if let Some(opening) = &section.opening {
            self.write("。");
            self.running(opening);
        }
        self.close("heading");
        self.blocks(&section.blocks);
        self.sections(&section.sections, level + 1);
    }

    fn heading(&mut self, range: Range<usize>, level: u8, ordinal: Option<u32>, run_in: bool) {
        self.out.headings.push(Heading { range, level, ordinal, run_in, part: self.part });
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => {
                    self.open();
                    self.running(paragraph);
                    self.close("body");
                }
                Block::Items(items) => self.items(items),
            }
        }
    }

    fn running(&mut self, paragraph: &Paragraph) {
        match paragraph {
            Paragraph::Plain(facts) => self.sentences(facts),
            Paragraph::Led(lead, facts) => {
                let lead = self.write(lead);
                self.out.leads.push(lead);
                self.write("。");
                self.sentences(facts);
            }
            Paragraph::Listing(listing) => self.listing(listing, None),
        }
    }

    fn sentences(&mut self, facts: &[String]) {
        for fact in facts {
            self.write(fact);
            self.write("。");
        }
    }

    /// A list inside the open paragraph.
    fn listing(&mut self, listing: &Listing, parent: Option<u32>) {
        let list = self.new_list();
        let count = if listing.items.len() == 2 { "两" } else { DIGITS[listing.items.len()] };
        self.write(&format!("聚焦全年目标任务，重点抓好{count}{}：", listing.noun));
        for (index, (lead, fact)) in listing.items.iter().enumerate() {
            let (marker, gap, [after_lead, after_item]) = listing.style.marks(index + 1);
            let point = self.point(&marker, gap, Some(index + 1), list, parent, lead);
            self.write(after_lead);
            // A clause list has its semicolons between the items only.
            self.write(&if after_item == "；" { fact.replace('；', "，") } else { fact.clone() });
            self.end(point);
            self.write(if index + 1 == listing.items.len() { "。" } else { after_item });
        }
    }

    /// A list with a paragraph an item.
    fn items(&mut self, items: &Items) {
        self.line("body", &items.announcement);
        let list = self.new_list();
        for (index, (lead, facts, inner)) in items.items.iter().enumerate() {
            self.open();
            let digit = DIGITS[index + 1];
            let (marker, gap, ordinal) = match items.style {
                Itemised::Is => (format!("{digit}是"), "", Some(index + 1)),
                Itemised::Ordinal => (format!("第{digit}"), "，", Some(index + 1)),
                Itemised::Dash => ("——".to_owned(), "", None),
                Itemised::Counted => (format!("第{digit}张网"), "，", Some(index + 1)),
            };
            let point = self.point(&marker, gap, ordinal, list, None, lead);
            self.write("。");
            self.sentences(facts);
            if let Some(inner) = inner {
                self.listing(inner, Some(point));
            }
            self.end(point);
            self.close("body");
        }
    }

    fn new_list(&mut self) -> u32 {
        self.lists += 1;
        self.lists - 1
    }

    /// Opens a point and says its index.
    fn point(
        &mut self,
        marker: &str,
        gap: &str,
        ordinal: Option<usize>,
        list: u32,
        parent: Option<u32>,
        lead: &str,
    ) -> u32 {
        let marker = self.write(marker);
        self.write(gap);
        let lead = self.write(lead);
        self.out.points.push(Point {
            range: marker.start..lead.end,
            marker: self.out.text[marker].to_owned(),
            ordinal: ordinal.map(|ordinal| ordinal as u32),
            list,
            parent,
            lead,
        });
        self.out.points.len() as u32 - 1
    }

    /// Ends a point here, its closing mark left out.
    fn end(&mut self, point: u32) {
        let end = self.out.text.trim_end_matches('。').len();
        self.out.points[point as usize].range.end = end;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::sketch;

    proptest! {
        #[test]
        fn what_is_noted_stands_in_the_text(sketch in sketch()) {
            let written = sketch.render();
            for heading in &written.headings {
                let text = &written.text[heading.range.clone()];
                prop_assert!(!text.contains('。') && !text.contains('\n'), "heading {text}");
            }
            for point in &written.points {
                let text = &written.text[point.range.clone()];
                prop_assert!(text.starts_with(&point.marker) && !text.ends_with('。'), "point {text}");
                prop_assert!(point.range.contains(&point.lead.start));
            }
            let in_order = written.paragraphs.windows(2).all(|pair| pair[0].0.end < pair[1].0.start);
            prop_assert!(in_order, "paragraphs overlap");
        }
    }
}
