//! Bytes to characters: byte order mark, then the shape of UTF-16 or UTF-32, then HTTP's charset, then the XML
//! declaration, then detection. The first that reads every byte wins; none is trusted that does not.
//! Control characters that XML forbids are taken out here, with a warning.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// How far into the bytes an XML declaration is looked for.
const DECLARATION_BYTES: usize = 512;

/// Bytes given to the detector; the answer does not change after the first few thousand letters.
const DETECTION_BYTES: usize = 256 * 1024;

/// Well-formed letters beyond ASCII for each stray byte that make a text UTF-8 with faults: in the legacy encodings
/// two high bytes seldom form UTF-8 by chance, so a few are proof enough.
const SOUND_PER_STRAY: usize = 4;

/// High bytes below which a detector only guesses; the web's most common legacy encoding is the better guess.
const EVIDENCE_BYTES: usize = 12;

/// Bytes looked through at once for control characters.
const STRIDE: usize = 256;

/// Decoded text without a byte order mark, and what was wrong with the bytes.
#[derive(Debug)]
pub struct Decoded<'b> {
    pub text: Cow<'b, str>,
    pub warnings: Vec<String>,
}

/// Never fails: what cannot be read becomes U+FFFD, with a warning.
pub fn decode<'b>(bytes: &'b [u8], content_type: Option<&str>) -> Decoded<'b> {
    let mut warnings = Vec::new();
    let text = characters(bytes, content_type, &mut warnings);
    Decoded { text: without_controls(text, &mut warnings), warnings }
}

fn characters<'b>(bytes: &'b [u8], content_type: Option<&str>, warnings: &mut Vec<String>) -> Cow<'b, str> {
    if let Some((big_endian, rest)) = utf32(bytes) {
        return Cow::Owned(from_utf32(rest, big_endian, warnings));
    }
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return lossy(encoding, bytes.get(length..).unwrap_or_default(), warnings);
    }
    if let Some(encoding) = utf16_shape(bytes) {
        return lossy(encoding, bytes, warnings);
    }
    let stated = [content_type.and_then(charset), declared(bytes)];
    for label in stated.iter().flatten() {
        match by_label(label) {
            Some(encoding) => {
                if let Some(text) = exact(encoding, label, bytes) {
                    return text;
                }
                warnings.push(format!("the feed says that it is written in {label}, and it is not"));
            }
            None => warnings.push(format!("\"{label}\" is no known character encoding")),
        }
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    if let Some(text) = mostly_utf8(bytes) {
        warnings.push("some bytes are no UTF-8; they are read as Windows-1252".to_owned());
        return Cow::Owned(text);
    }
    lossy(detect(bytes), bytes, warnings)
}

/// UTF-8 with strays in it (texts pasted from elsewhere, characters cut in half): each stray is read alone. `None`
/// where the strays are many against the letters beyond ASCII that are well-formed.
fn mostly_utf8(bytes: &[u8]) -> Option<String> {
    let (mut sound, mut strays) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        strays += usize::from(!chunk.invalid().is_empty());
    }
    if sound < strays.saturating_mul(SOUND_PER_STRAY) {
        return None;
    }
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.push_str(&WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0);
    }
    Some(text)
}

fn exact<'b>(encoding: &'static Encoding, label: &str, bytes: &'b [u8]) -> Option<Cow<'b, str>> {
    // A publisher that says "ASCII" and sends letters beyond it nearly always sends UTF-8.
    if label.to_ascii_lowercase().contains("ascii") && std::str::from_utf8(bytes).is_ok() {
        return UTF_8.decode_without_bom_handling_and_without_replacement(bytes);
    }
    encoding.decode_without_bom_handling_and_without_replacement(bytes)
}

fn lossy<'b>(encoding: &'static Encoding, bytes: &'b [u8], warnings: &mut Vec<String>) -> Cow<'b, str> {
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    if broken {
        warnings.push(format!("some bytes are no {}; they are shown as \u{FFFD}", encoding.name()));
    }
    text
}

/// UTF-32 by its mark or by the shape of `<`; the bytes after the mark.
fn utf32(bytes: &[u8]) -> Option<(bool, &[u8])> {
    match bytes {
        [0, 0, 0xFE, 0xFF, rest @ ..] => Some((true, rest)),
        [0xFF, 0xFE, 0, 0, rest @ ..] => Some((false, rest)),
        [0, 0, 0, b'<', ..] => Some((true, bytes)),
        [b'<', 0, 0, 0, ..] => Some((false, bytes)),
        _ => None,
    }
}

fn from_utf32(bytes: &[u8], big_endian: bool, warnings: &mut Vec<String>) -> String {
    let mut broken = false;
    let text = bytes
        .as_chunks::<4>()
        .0
        .iter()
        .map(|four| if big_endian { u32::from_be_bytes(*four) } else { u32::from_le_bytes(*four) })
        .map(|number| {
            char::from_u32(number).unwrap_or_else(|| {
                broken = true;
                char::REPLACEMENT_CHARACTER
            })
        })
        .collect();
    if broken {
        warnings.push("some bytes are no UTF-32; they are shown as \u{FFFD}".to_owned());
    }
    text
}

fn utf16_shape(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [0, b'<', 0, _, ..] => Some(UTF_16BE),
        [b'<', 0, _, 0, ..] => Some(UTF_16LE),
        _ => None,
    }
}

/// The charset of a `Content-Type`.
fn charset(content_type: &str) -> Option<String> {
    content_type.split(';').skip(1).find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        let value = value.trim().trim_matches(['"', '\'']);
        (name.trim().eq_ignore_ascii_case("charset") && !value.is_empty()).then(|| value.to_owned())
    })
}

/// The encoding that an XML declaration names.
fn declared(bytes: &[u8]) -> Option<String> {
    let head = bytes.get(..DECLARATION_BYTES.min(bytes.len()))?;
    let head: String = head.iter().map(|&b| if b.is_ascii() { char::from(b) } else { '?' }).collect();
    let (_, declaration) = head.split_once("<?xml")?;
    let (declaration, _) = declaration.split_once("?>")?;
    let (_, after) = declaration.split_once("encoding")?;
    let after = after.trim_start().strip_prefix('=')?.trim_start();
    let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let label = after.get(1..)?.split(quote).next()?.trim();
    (!label.is_empty()).then(|| label.to_owned())
}

/// The Encoding Standard's labels and some that only feeds use. A label for UTF-16 in bytes that were readable as
/// ASCII up to the declaration is wrong, so it is no label at all.
fn by_label(label: &str) -> Option<&'static Encoding> {
    let encoding = Encoding::for_label(label.as_bytes()).or_else(|| {
        let plain: String =
            label.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
        match plain.as_str() {
            "utf8" | "u8" | "unicode" => Some(UTF_8),
            "windows1252" | "cp1252" | "latin1" | "iso88591" | "ansi" => Some(WINDOWS_1252),
            other => Encoding::for_label(other.replace("windows", "windows-").as_bytes())
                .or_else(|| Encoding::for_label(other.replace("iso8859", "iso-8859-").as_bytes())),
        }
    })?;
    (encoding != UTF_16BE && encoding != UTF_16LE).then_some(encoding)
}

fn detect(bytes: &[u8]) -> &'static Encoding {
    if bytes.iter().filter(|b| !b.is_ascii()).take(EVIDENCE_BYTES).count() < EVIDENCE_BYTES {
        return WINDOWS_1252;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let sample = bytes.get(..DETECTION_BYTES.min(bytes.len())).unwrap_or_default();
    detector.feed(sample, true);
    detector.guess(None, Utf8Detection::Allow)
}

const fn forbidden(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}')
}

fn without_controls<'b>(text: Cow<'b, str>, warnings: &mut Vec<String>) -> Cow<'b, str> {
    // Judged in strides without a branch inside, which a compiler turns into wide comparisons.
    let control = |found: bool, b: &u8| found | (*b < 0x20 && !matches!(*b, b'\t' | b'\n' | b'\r'));
    if !text.as_bytes().chunks(STRIDE).any(|stride| stride.iter().fold(false, control)) {
        return text;
    }
    warnings.push("control characters that XML forbids were taken out".to_owned());
    Cow::Owned(text.chars().filter(|&c| !forbidden(c)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8], content_type: Option<&str>) -> String {
        decode(bytes, content_type).text.into_owned()
    }

    #[test]
    fn the_server_outranks_the_declaration_unless_the_bytes_say_no() {
        let latin = b"<?xml version='1.0' encoding='utf-8'?><a>caf\xE9</a>";
        assert!(text(latin, Some("text/xml; charset=iso-8859-1")).contains("café"));
        let utf8 = "<?xml version='1.0' encoding='utf-8'?><a>caf\u{e9}</a>".as_bytes();
        assert!(text(utf8, Some("text/xml; charset=shift_jis")).contains("caf"));
        assert!(text(latin, None).contains("café"));
    }

    #[test]
    fn utf_16_and_utf_32_are_read_with_and_without_a_mark() {
        for mark in ["", "\u{FEFF}"] {
            let source = format!("{mark}<rss>né</rss>");
            let big: Vec<u8> = source.encode_utf16().flat_map(u16::to_be_bytes).collect();
            let little: Vec<u8> = source.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let wide: Vec<u8> = source.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
            for bytes in [big, little, wide] {
                assert_eq!(text(&bytes, None), "<rss>né</rss>");
            }
        }
    }

    #[test]
    fn forbidden_control_characters_are_taken_out_with_a_warning() {
        let decoded = decode(b"<a>one\x08 two\x00</a>", None);
        assert_eq!(decoded.text, "<a>one two</a>");
        assert_eq!(decoded.warnings.len(), 1);
    }

    #[test]
    fn a_stray_byte_does_not_turn_a_whole_feed_into_another_encoding() {
        let mut bytes = "<?xml version='1.0' encoding='utf-8'?><a>Größe über Öl".as_bytes().to_vec();
        bytes.extend(b"\x92s</a>");
        assert!(text(&bytes, None).contains("Größe über Öl’s"));
        assert!(text(b"<a>caf\xE9</a>", None).contains("café"));
    }

    #[test]
    fn an_unknown_encoding_is_detected_instead() {
        let decoded = decode(b"<?xml version='1.0' encoding='klingon'?><a>\xC3\xA9</a>", None);
        assert!(decoded.text.contains('é'));
        assert_eq!(decoded.warnings.len(), 1);
    }
}
