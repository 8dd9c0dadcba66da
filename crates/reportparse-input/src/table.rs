//! Tables as rows: a line a row, a tab between cells. A table that only lays out the page falls apart into its paragraphs.

/// So many characters in several paragraphs of one cell are a page, not an entry.
const LAYOUT_CHARS: usize = 60;

/// Cells keep their columns up to this one; what stands further right follows without a gap.
const COLUMNS: usize = 64;

/// A line of text and the number of its first paragraph in the source.
pub(crate) type Line = (String, u32);

/// A table while it is read.
#[derive(Debug, Default)]
pub(crate) struct Table {
    rows: Vec<Vec<Cell>>,
    /// The column where the next cell of the row may stand.
    next: usize,
    /// The row in which each column is free again: a cell may reach down into rows below its own.
    free_from: Vec<usize>,
}

#[derive(Debug, Default)]
struct Cell {
    column: usize,
    paragraphs: Vec<Line>,
    holds_table: bool,
}

impl Table {
    pub(crate) fn start_row(&mut self) {
        self.rows.push(Vec::new());
        self.next = 0;
    }

    /// Starts a cell in the first column that no cell above reaches into.
    pub(crate) fn start_cell(&mut self) {
        let row = self.row();
        while self.free_from.get(self.next).is_some_and(|free| *free > row) {
            self.next += 1;
        }
        self.rows[row].push(Cell { column: self.next, ..Cell::default() });
        self.next += 1;
    }

    /// Lets the cell that is open take so many columns and rows.
    pub(crate) fn stretch(&mut self, columns: usize, rows: usize) {
        let row = self.row();
        let column = self.cell().column;
        self.next = column.saturating_add(columns).clamp(column + 1, COLUMNS.max(column + 1));
        let end = self.next.min(COLUMNS);
        if rows > 1 && column < end {
            self.free_from.resize(end.max(self.free_from.len()), 0);
            self.free_from[column..end].fill(row.saturating_add(rows));
        }
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

    /// The index of the row that is open.
    fn row(&mut self) -> usize {
        if self.rows.is_empty() {
            self.start_row();
        }
        self.rows.len() - 1
    }

    fn cell(&mut self) -> &mut Cell {
        let row = self.row();
        if self.rows[row].is_empty() {
            self.start_cell();
        }
        let last = self.rows[row].len() - 1;
        &mut self.rows[row][last]
    }
}

fn row_lines(row: Vec<Cell>) -> Vec<Line> {
    let filled = row.iter().filter(|cell| !cell.paragraphs.is_empty()).count();
    if filled <= 1 || row.iter().any(Cell::is_page) {
        return row.into_iter().flat_map(|cell| cell.paragraphs).collect();
    }
    let number = row.iter().find_map(|cell| cell.paragraphs.first()).map_or(0, |(_, number)| *number);
    let mut line = String::new();
    let mut column = 0;
    for cell in &row {
        line.extend(std::iter::repeat_n('\t', cell.column - column));
        line.push_str(&cell.entry());
        column = cell.column;
    }
    line.truncate(line.trim_end().len());
    vec![(line, number)]
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
    fn cells_that_take_several_columns_or_rows_keep_the_others_in_place() {
        let mut table = Table::default();
        let rows: [&[(&str, usize, usize)]; 4] = [
            &[("指标", 1, 2), ("上半年", 2, 1), ("全年", 1, 2)],
            &[("总量", 1, 1), ("增速", 1, 1)],
            &[("增加值", 1, 1), ("5", 1, 1), ("6", 1, 1), ("12", 1, 1)],
            &[("合计", usize::MAX, usize::MAX), ("7", 1, 1)],
        ];
        for row in rows {
            table.start_row();
            for (text, columns, rows) in row {
                table.start_cell();
                table.stretch(*columns, *rows);
                table.push(text, 1);
            }
        }
        let lines: Vec<String> = table.into_lines().into_iter().map(|(line, _)| line).collect();
        let wide = format!("合计{}7", "\t".repeat(COLUMNS));
        assert_eq!(lines, ["指标\t上半年\t\t全年", "\t总量\t增速", "增加值\t5\t6\t12", &wide]);
    }

    #[test]
    fn a_layout_table_falls_apart() {
        let long = "这是一段很长的正文，讲的是上半年的工作，放在一个只为排版而设的表格里，读的人看不出有表格。";
        assert_eq!(table(&[&[&["一、总体情况", long, long], &["侧栏"]]]), ["一、总体情况", long, long, "侧栏"]);
        assert_eq!(table(&[&[&["市统计局"]], &[&["调查队"]]]), ["市统计局", "调查队"]);
    }
}
