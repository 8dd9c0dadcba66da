//! Parses a report and builds its four tables, again and again: `parse_and_tables FILE COUNT` prints the best time in
//! seconds. What a binding costs is measured against this.

use std::error::Error;
use std::hint::black_box;
use std::time::{Duration, Instant};

use reportparse::Offsets;
use reportparse_tables::{Table, batch};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(path), Some(count)) = (arguments.next(), arguments.next()) else {
        return Err("usage: parse_and_tables FILE COUNT".into());
    };
    let text = std::fs::read_to_string(path)?;
    let mut best = Duration::MAX;
    for _ in 0..count.parse()? {
        let begun = Instant::now();
        let report = reportparse::parse(text.as_str())?;
        for table in [Table::Sections, Table::Paragraphs, Table::Points, Table::Metrics] {
            black_box(batch(&report, "", table, Offsets::Chars)?);
        }
        drop(report);
        best = best.min(begun.elapsed());
    }
    #[expect(clippy::print_stdout, reason = "the answer of the program")]
    {
        println!("{}", best.as_secs_f64());
    }
    Ok(())
}
