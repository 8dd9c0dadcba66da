//! Any number of distinct reports, made of the samples.

use std::fs;
use std::io;
use std::path::Path;

const SAMPLES: [&str; 3] = [
    include_str!("../../examples/reports/communique.txt"),
    include_str!("../../examples/reports/county-work-report.txt"),
    include_str!("../../examples/reports/half-year-district.txt"),
];

/// How many reports a folder holds.
const FOLDER: usize = 1000;

/// Writes `count` distinct reports to folders in `folder`.
///
/// # Errors
///
/// If a file cannot be written.
pub fn write(folder: &Path, count: usize) -> io::Result<()> {
    for number in 0..count {
        let place = folder.join(format!("{:04}", number / FOLDER));
        if number % FOLDER == 0 {
            fs::create_dir_all(&place)?;
        }
        fs::write(place.join(format!("{number:07}.txt")), report(number))?;
    }
    Ok(())
}

/// A sample whose figures have other decimals, and that ends with its number.
pub fn report(number: usize) -> String {
    let sample = SAMPLES[number % SAMPLES.len()];
    let mut random = number as u64;
    let mut text = String::with_capacity(sample.len() + 64);
    let mut decimals = false;
    for character in sample.chars() {
        decimals = match character {
            '.' => text.ends_with(|before: char| before.is_ascii_digit()),
            '0'..='9' => decimals,
            _ => false,
        };
        let redrawn = decimals && character != '.';
        text.push(if redrawn { char::from(b'1' + (draw(&mut random) % 9) as u8) } else { character });
    }
    text.push_str(&format!("\n（本报告编号：{number:07}）\n"));
    text
}

/// The next number of a sequence that looks random (splitmix64).
fn draw(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn reports_are_distinct_and_as_full_as_the_samples() {
        let reports: HashSet<String> = (0..30).map(report).collect();
        assert_eq!(reports.len(), 30);
        for (number, sample) in SAMPLES.into_iter().enumerate() {
            let made = reportparse::parse(report(number)).unwrap();
            let sample = reportparse::parse(sample).unwrap();
            assert_eq!(made.sections().len(), sample.sections().len());
            assert_eq!(made.metrics().len(), sample.metrics().len());
        }
    }

    #[test]
    fn the_same_number_makes_the_same_report() {
        assert_eq!(report(7), report(7));
        assert_ne!(report(7), report(10), "both are of one sample");
    }
}
