//! Text that was decoded with the wrong encoding before it reached us, and saved so.

use encoding_rs::{EncoderResult, Encoding, GB18030, UTF_8, WINDOWS_1252};

use crate::document::{Warning, WarningKind};

/// How a text was spoilt: its own encoding, and the one it was read as.
const MISREADINGS: [(&Encoding, &Encoding); 3] = [(UTF_8, GB18030), (UTF_8, WINDOWS_1252), (GB18030, WINDOWS_1252)];

/// So many characters beyond ASCII tell whether a text is spoilt.
const SAMPLE: usize = 600;
/// Fewer may be foreign words.
const ENOUGH: usize = 8;

/// Looks for mojibake, and for replacement characters that an earlier program left if they cannot be ours.
pub(crate) fn find(text: &str, was_replaced: bool) -> Option<Warning> {
    spoilt(text).or_else(|| lost(text).filter(|_| !was_replaced))
}

fn spoilt(text: &str) -> Option<Warning> {
    let (start, sample) = sample(text)?;
    let (own, read_as) = MISREADINGS.into_iter().find(|(own, read_as)| is_misread(sample, own, read_as))?;
    Some(Warning {
        kind: WarningKind::Mojibake,
        span: start..start + sample.len(),
        offset: None,
        message: format!(
            "the text is {} that was once read as {} and saved so (mojibake); some of it is lost, so get the original file",
            own.name(),
            read_as.name()
        ),
    })
}

/// The first stretch of text that holds enough characters beyond ASCII, with its offset. Text that is mostly ASCII (a
/// foreign one with accents) gives none.
fn sample(text: &str) -> Option<(usize, &str)> {
    let mut wide = text.char_indices().filter(|(_, c)| !c.is_ascii());
    let (start, first) = wide.next()?;
    let mut end = start + first.len_utf8();
    let mut count = 1;
    for (at, c) in wide.take(SAMPLE - 1) {
        end = at + c.len_utf8();
        count += 1;
    }
    let sample = &text[start..end];
    (count >= ENOUGH && count * 2 >= sample.chars().count()).then_some((start, sample))
}

/// Whether the characters, put back into the bytes that they came from, are good Chinese text in another encoding.
///
/// True Chinese text fails at every other character. What was spoilt fails only where the first reading lost bytes.
fn is_misread(sample: &str, own: &'static Encoding, read_as: &'static Encoding) -> bool {
    let Some(bytes) = encode(sample, read_as) else { return false };
    let (text, _) = own.decode_without_bom_handling(&bytes);
    let (mut chinese, mut bad) = (0_usize, 0_usize);
    for c in text.chars() {
        match c {
            '\u{3000}'..='\u{303F}' | '\u{4E00}'..='\u{9FFF}' | '\u{FF00}'..='\u{FF65}' => chinese += 1,
            c if !c.is_ascii() => bad += 1,
            _ => {}
        }
    }
    chinese >= ENOUGH / 2 && bad <= chinese
}

/// The bytes in that encoding; characters that it lacks become `?`. `None` if it lacks many.
fn encode(text: &str, encoding: &'static Encoding) -> Option<Vec<u8>> {
    let mut encoder = encoding.new_encoder();
    let mut bytes = Vec::with_capacity(text.len() * 2);
    let mut rest = text;
    let mut missing = 0;
    loop {
        bytes.reserve(encoder.max_buffer_length_from_utf8_without_replacement(rest.len())?);
        let (result, used) = encoder.encode_from_utf8_to_vec_without_replacement(rest, &mut bytes, true);
        rest = &rest[used..];
        match result {
            EncoderResult::InputEmpty => break,
            EncoderResult::OutputFull => {}
            // Latin-1, which many programs mean by Windows-1252, has control characters where that has letters.
            EncoderResult::Unmappable(c @ '\u{80}'..='\u{9F}') => bytes.push(c as u8),
            EncoderResult::Unmappable(_) => {
                missing += 1;
                bytes.push(b'?');
            }
        }
    }
    (missing * 10 <= text.len() / 3).then_some(bytes)
}

fn lost(text: &str) -> Option<Warning> {
    let mut width = [0; 4];
    let mark = char::REPLACEMENT_CHARACTER.encode_utf8(&mut width);
    let start = memchr::memmem::find(text.as_bytes(), mark.as_bytes())?;
    let count = memchr::memmem::find_iter(text.as_bytes(), mark.as_bytes()).count();
    Some(Warning {
        kind: WarningKind::Mojibake,
        span: start..start + mark.len(),
        offset: None,
        message: format!(
            "{count} characters were already lost (U+FFFD) before the file reached us; get the original file"
        ),
    })
}
