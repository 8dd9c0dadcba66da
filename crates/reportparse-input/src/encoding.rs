//! Bytes to characters: which encoding it is, and what to do with bytes that it does not allow.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, DecoderResult, Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};

use crate::document::{Warning, WarningKind};
use crate::error::{Error, Fault};
use crate::options::{Malformed, Options};

/// The detector is slow and needs little: this many bytes tell it as much as all.
const DETECTION_BYTES: usize = 64 << 10;
/// So much of the input goes through the decoder at a time, so that a limit stops it early.
const DECODING_BYTES: usize = 64 << 10;
/// Malformed places that get a warning each; the rest are counted in one more.
const MALFORMED_WARNINGS: usize = 20;

pub(crate) struct Decoded<'a> {
    pub(crate) text: Cow<'a, str>,
    pub(crate) encoding: &'static str,
    pub(crate) warnings: Vec<Warning>,
}

/// Decodes text or HTML. `declared` is what the file says of its own encoding.
pub(crate) fn decode<'a>(bytes: &'a [u8], declared: Option<&str>, options: &Options) -> Result<Decoded<'a>, Error> {
    let labels = [options.charset.as_deref(), declared];
    let (encoding, skipped) = choose(bytes, labels)?;
    let body = &bytes[skipped..];
    let mut decoded = match simdutf8::basic::from_utf8(body) {
        Ok(text) if encoding == UTF_8 => borrow(text, options)?,
        _ => convert(body, skipped, encoding, options)?,
    };
    let wrong = labels.into_iter().flatten().find(|label| !agrees(label, encoding));
    if let (Some(label), false) = (wrong, body.is_ascii()) {
        decoded.warnings.push(Warning {
            kind: WarningKind::WrongCharset,
            span: 0..0,
            offset: None,
            message: format!("declared as {label}, but the bytes are {}; read as that", decoded.encoding),
        });
    }
    Ok(decoded)
}

/// The encoding of the bytes, and the length of the byte order mark that is left out.
fn choose(bytes: &[u8], labels: [Option<&str>; 2]) -> Result<(&'static Encoding, usize), Error> {
    match Encoding::for_bom(bytes) {
        // The mark is a character of a UTF-8 text: whoever reads the file counts it, so offsets must too.
        Some((encoding, _)) if encoding == UTF_8 => return Ok((UTF_8, 0)),
        Some(found) => return Ok(found),
        None => {}
    }
    let zero = memchr::memchr(0, bytes);
    if zero.is_none() && simdutf8::basic::from_utf8(bytes).is_ok() {
        return Ok((UTF_8, 0));
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return Ok((encoding, 0));
    }
    if let Some(offset) = zero {
        return Err(Fault::Binary { offset }.into());
    }
    if is_mostly_utf8(bytes) {
        return Ok((UTF_8, 0));
    }
    if let Some(offset) = noise(bytes) {
        return Err(Fault::Binary { offset }.into());
    }
    let guess = detect(bytes);
    let mut declared = labels.into_iter().flatten().filter_map(named);
    let chosen = declared.find(|declared| is_borne_out(declared, guess, bytes)).unwrap_or(guess);
    Ok((chosen, 0))
}

/// Whether the bytes allow what a label says, and do not speak for the guess. A single-byte encoding fits any bytes: it is
/// believed where the guess is no better.
fn is_borne_out(declared: &'static Encoding, guess: &'static Encoding, bytes: &[u8]) -> bool {
    if declared.is_single_byte() {
        return guess.is_single_byte();
    }
    fits(declared, bytes) && usual_share(guess, bytes) <= usual_share(declared, bytes) + 0.2
}

/// The encoding with that name. GB18030 contains GBK and GB 2312, and files say one and mean the other.
pub(crate) fn named(label: &str) -> Option<&'static Encoding> {
    let encoding = Encoding::for_label_no_replacement(label.as_bytes())?;
    Some(if encoding == GBK { GB18030 } else { encoding })
}

fn agrees(label: &str, encoding: &'static Encoding) -> bool {
    named(label) == Some(encoding)
}

fn detect(bytes: &[u8]) -> &'static Encoding {
    let part = &bytes[..bytes.len().min(DETECTION_BYTES)];
    let (simplified, traditional) = (usual_share(GB18030, part), usual_share(BIG5, part));
    if simplified.max(traditional) > 0.8 {
        return if traditional > simplified { BIG5 } else { GB18030 };
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(part, part.len() == bytes.len());
    let guess = detector.guess(Some(b"cn"), Utf8Detection::Deny);
    if guess == GBK { GB18030 } else { guess }
}

/// Which part of the double bytes are usual in Chinese text: punctuation, and the characters that GB 2312 and Big5 put
/// first because they are the most frequent. Text read as the other of the two comes to little more than a half.
fn usual_share(encoding: &'static Encoding, bytes: &[u8]) -> f32 {
    let is_usual = |lead: u8, trail: u8| match encoding {
        encoding if encoding == GB18030 => matches!(lead, 0xA1..=0xA3 | 0xB0..=0xD7) && trail >= 0xA1,
        encoding if encoding == BIG5 => matches!(lead, 0xA1 | 0xA2 | 0xA4..=0xC6),
        _ => false,
    };
    let (mut usual, mut all) = (0_usize, 0_usize);
    let mut rest = bytes.iter().copied();
    while let Some(lead) = rest.next() {
        if lead >= 0x80 {
            all += 1;
            usual += usize::from(rest.next().is_some_and(|trail| is_usual(lead, trail)));
        }
    }
    usual as f32 / all.max(1) as f32
}

/// The first control character, where there are so many that the bytes are no text.
fn noise(bytes: &[u8]) -> Option<usize> {
    let is_control = |byte: &u8| *byte < 0x20 && !byte.is_ascii_whitespace();
    let count = bytes.iter().filter(|byte| is_control(byte)).count();
    bytes.iter().position(is_control).filter(|_| count * 50 > bytes.len())
}

/// Whether the encoding allows all the bytes, a character cut off at the very end aside.
fn fits(encoding: &'static Encoding, bytes: &[u8]) -> bool {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut buffer = [0_u8; 8 << 10];
    let mut read = 0;
    loop {
        let (result, used, _) = decoder.decode_to_utf8_without_replacement(&bytes[read..], &mut buffer, false);
        read += used;
        match result {
            DecoderResult::InputEmpty => return true,
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(..) => return false,
        }
    }
}

/// UTF-8 with a few bytes damaged: bytes of another encoding are malformed at every other character, and hardly ever fall
/// into the three bytes of a Chinese character.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut wide, mut bad) = (0_usize, 0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().bytes().filter(|byte| *byte >= 0xC0).count();
        wide += chunk.valid().bytes().filter(|byte| *byte >= 0xE0).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > 0 && (bad * 20 <= good || bad * 3 <= wide)
}

/// UTF-16 of Chinese text is told by its high bytes: nearly all characters are ideographs, CJK punctuation or ASCII.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4 << 10) & !1];
    let looks = |unit: fn([u8; 2]) -> u16| {
        let units = sample.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        let expected = units.filter(|unit| {
            matches!(unit, 0x0A | 0x0D | 0x20..=0x7E | 0x2010..=0x2027 | 0x3000..=0x301F | 0x4E00..=0x9FFF | 0xFF01..=0xFF5E)
        });
        sample.len() >= 8 && expected.count() * 20 >= sample.len() / 2 * 19
    };
    if looks(u16::from_le_bytes) {
        return Some(UTF_16LE);
    }
    looks(u16::from_be_bytes).then_some(UTF_16BE)
}

fn borrow<'a>(text: &'a str, options: &Options) -> Result<Decoded<'a>, Error> {
    check_length(text.len(), options)?;
    Ok(Decoded { text: Cow::Borrowed(text), encoding: UTF_8.name(), warnings: Vec::new() })
}

fn check_length(length: usize, options: &Options) -> Result<(), Error> {
    if length <= options.max_text_bytes {
        return Ok(());
    }
    let limit = options.max_text_bytes as u64;
    Err(Fault::Limit { limit, unit: "bytes of text", option: "max_text_bytes" }.into())
}

/// Decodes, replacing or refusing what is malformed. `skipped` is the length of the mark before the bytes.
fn convert(
    bytes: &[u8],
    skipped: usize,
    encoding: &'static Encoding,
    options: &Options,
) -> Result<Decoded<'static>, Error> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::new();
    let mut replaced: Vec<(usize, usize)> = Vec::new();
    let mut read = 0;
    loop {
        let end = bytes.len().min(read + DECODING_BYTES);
        let part = &bytes[read..end];
        text.reserve(decoder.max_utf8_buffer_length_without_replacement(part.len()).unwrap_or(part.len()));
        let (result, used) = decoder.decode_to_string_without_replacement(part, &mut text, end == bytes.len());
        read += used;
        check_length(text.len(), options)?;
        match result {
            DecoderResult::InputEmpty if read == bytes.len() => break,
            DecoderResult::InputEmpty | DecoderResult::OutputFull => {}
            DecoderResult::Malformed(length, pushed_back) => {
                let offset = skipped + read.saturating_sub(usize::from(length) + usize::from(pushed_back));
                if options.malformed == Malformed::Refuse {
                    return Err(Fault::Malformed { offset, encoding: encoding.name() }.into());
                }
                replaced.push((text.len(), offset));
                text.push(char::REPLACEMENT_CHARACTER);
            }
        }
    }
    // Real text has a damaged character here and there; bytes that no encoding fits are no text.
    if replaced.len() > 10 + text.len() / 30 {
        return Err(Fault::Binary { offset: replaced[0].1 }.into());
    }
    text.shrink_to_fit();
    let warnings = malformed_warnings(&replaced, encoding);
    Ok(Decoded { text: Cow::Owned(text), encoding: encoding.name(), warnings })
}

fn malformed_warnings(replaced: &[(usize, usize)], encoding: &'static Encoding) -> Vec<Warning> {
    let width = char::REPLACEMENT_CHARACTER.len_utf8();
    let warning = |&(start, offset): &(usize, usize), message| Warning {
        kind: WarningKind::Malformed,
        span: start..start + width,
        offset: Some(offset),
        message,
    };
    let mut warnings: Vec<Warning> = replaced
        .iter()
        .take(MALFORMED_WARNINGS)
        .map(|place| {
            let message = format!(
                "bytes at offset {} that {} does not allow were replaced with U+FFFD",
                place.1,
                encoding.name()
            );
            warning(place, message)
        })
        .collect();
    if let Some(place) = replaced.get(MALFORMED_WARNINGS) {
        let rest = replaced.len() - MALFORMED_WARNINGS;
        warnings.push(warning(place, format!("and {rest} more places from offset {} on", place.1)));
    }
    warnings
}
