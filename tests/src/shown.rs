//! What of a text can be seen.

/// `text` without what shows nothing: blanks of every width, control characters, blanks written out as `<U+00A0>`.
pub fn shown(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let written_out = written_out_blank(rest);
        if written_out.is_none() && !shows_nothing(first) {
            shown.push(first);
        }
        rest = &rest[written_out.unwrap_or(first.len_utf8())..];
    }
    shown
}

/// Whether a character shows nothing.
pub fn shows_nothing(c: char) -> bool {
    let zero_width = matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}');
    c.is_whitespace() || c.is_control() || zero_width
}

fn written_out_blank(text: &str) -> Option<usize> {
    let (hex, _) = text.strip_prefix("<U+")?.split_once('>')?;
    let code = (hex.len() == 4).then(|| u32::from_str_radix(hex, 16).ok())??;
    char::from_u32(code).filter(|&c| shows_nothing(c)).map(|_| "<U+0000>".len())
}
