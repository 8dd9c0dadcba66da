//! Tables as rows: a line a row, a tab between cells. A table that only lays out the page falls apart into its paragraphs.

/// So many characters in several paragraphs of one cell are a page, not an entry.
const LAYOUT_CHARS: usize = 60;

/// A line of text and the number of its first paragraph in the source.
pub(crate) type Line = (String, u32);

/// A table while it is read.
#[derive(Debug, Default)]
pub(crate) struct Table {
    rows: Vec<Vec<Cell>>,
}

#[derive(Debug, Default)]
struct Cell {
    paragraphs: Vec<Line>,
    holds_table: bool,
}

impl Table {
    pub(crate) fn start_row(&mut self) {
        self.rows.push(Vec::new());
    }

    pub(crate) fn start_cell(&mut self) {
        self.row().push(Cell::default());
    }

    /// Adds a paragraph to the cell that is open, with its number in the source.
    pub(crate) fn push(&mut self, paragraph: &str, number: u32) {
        let paragraph = paragraph.trim();
        if !paragraph.is_empty() {
            self.cell().paragraphs.push((paragraph.to_owned(), number));
        }
    }

    /// Adds the lines of a table that stands in the cell that is open.
    pub(crate) fn push_table(&mut self, lines: Vec<Line>) {
        let cell = self.cell();
        cell.holds_table |= lines.len() > 1;
        cell.paragraphs.extend(lines);
    }

    /// The lines that stand for the table.
    pub(crate) fn into_lines(self) -> Vec<Line> {
        self.rows.into_iter().flat_map(row_lines).collect()
    }

    fn row(&mut self) -> &mut Vec<Cell> {
        if self.rows.is_empty() {
            self.rows.push(Vec::new());
        }
        let last = self.rows.len() - 1;
        &mut self.rows[last]
    }

    fn cell(&mut self) -> &mut Cell {
        let row = self.row();
        if row.is_empty() {
            row.push(Cell::default());
        }
        let last = row.len() - 1;
        &mut row[last]
    }
}

fn row_lines(row: Vec<Cell>) -> Vec<Line> {
    let filled = row.iter().filter(|cell| !cell.paragraphs.is_empty()).count();
    if filled <= 1 || row.iter().any(Cell::is_page) {
        return row.into_iter().flat_map(|cell| cell.paragraphs).collect();
    }
    let number = row.iter().find_map(|cell| cell.paragraphs.first()).map_or(0, |(_, number)| *number);
    let entries: Vec<String> = row.iter().map(Cell::entry).collect();
    vec![(entries.join("\t").trim_end().to_owned(), number)]
}

impl Cell {
    fn is_page(&self) -> bool {
        let chars = || self.paragraphs.iter().map(|(paragraph, _)| paragraph.chars().count()).sum::<usize>();
        self.holds_table || (self.paragraphs.len() > 1 && chars() > LAYOUT_CHARS)
    }

    /// The paragraphs of the cell as the lines of one entry.
    fn entry(&self) -> String {
        let mut entry = String::new();
        for (paragraph, _) in &self.paragraphs {
            if crate::lines::needs_space(entry.chars().next_back(), paragraph.chars().next()) {
                entry.push(' ');
            }
            entry.push_str(&paragraph.replace(['\t', '\n'], " "));
        }
        entry
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[&[&[&str]]]) -> Vec<String> {
        let mut table = Table::default();
        for row in rows {
            table.start_row();
            for cell in *row {
                table.start_cell();
                cell.iter().for_each(|paragraph| table.push(paragraph, 1));
            }
        }
        table.into_lines().into_iter().map(|(line, _)| line).collect()
    }

    #[test]
    fn rows_become_lines_with_tabs() {
        let rows = table(&[&[&["指标"], &["单位"], &[]], &[&[], &["社会消费品", "零售总额"], &["GDP", "growth"]]]);
        assert_eq!(rows, ["指标\t单位", "\t社会消费品零售总额\tGDP growth"]);
    }

    #[test]
    fn a_layout_table_falls_apart() {
        let long = "这是一段很长的正文，讲的是上半年的工作，放在一个只为排版而设的表格里，读的人看不出有表格。";
        assert_eq!(table(&[&[&["一、总体情况", long, long], &["侧栏"]]]), ["一、总体情况", long, long, "侧栏"]);
        assert_eq!(table(&[&[&["市统计局"]], &[&["调查队"]]]), ["市统计局", "调查队"]);
    }
}
