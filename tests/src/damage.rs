//! What copies do to a text: things are lost, repeated, moved to another place.

use std::ops::Range;

/// What strays into a text.
const STRAYS: [&str; 24] = [
    "\n",
    "\u{3000}",
    " ",
    "\u{FEFF}",
    "\r",
    "。",
    "；",
    "：",
    "，",
    "“",
    "”",
    "（",
    "）",
    "《",
    "一、",
    "（二）",
    "3.",
    "一是",
    "首先",
    "——",
    "①",
    "其中",
    "99999999999999999999.9%",
    "比上年增长",
];

/// Damages `text` by blows of four bytes each: what is done, where (two bytes), how far.
pub fn damage(text: &mut String, blows: &[u8]) {
    for blow in blows.chunks_exact(4) {
        let place = text.len() * usize::from(u16::from_le_bytes([blow[1], blow[2]])) / (1 << 16);
        let range = whole_characters(text, place..place + usize::from(blow[3]));
        match blow[0] % 5 {
            0 => text.replace_range(range, ""),
            1 => text.insert_str(range.end, &text.clone()[range]),
            2 => text.insert_str(range.start, STRAYS[usize::from(blow[3]) % STRAYS.len()]),
            3 => text.truncate(range.end),
            _ => {
                let moved = text[range.clone()].to_owned();
                text.replace_range(range, "");
                text.push_str(&moved);
            }
        }
    }
}

/// `range` without the parts of characters at its ends, and no further than the text.
fn whole_characters(text: &str, range: Range<usize>) -> Range<usize> {
    let boundary = |at: usize| text.floor_char_boundary(at);
    boundary(range.start)..boundary(range.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_blow_does_what_it_says() {
        for (blow, expected) in [
            ([0, 0, 0, 3], "二三"),
            ([1, 0, 0, 5], "一一二三"),
            ([2, 0, 128, 16], "一3.二三"),
            ([3, 0, 0, 7], "一二"),
            ([4, 0, 0, 3], "二三一"),
        ] {
            let mut text = "一二三".to_owned();
            damage(&mut text, &blow);
            assert_eq!(text, expected, "{blow:?}");
        }
    }
}
