//! Bytes to text: byte order mark, then the transfer header, then the page's own declaration, then detection.
//! It refuses to fail: bytes that no encoding explains become replacement characters.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How far into a page its own declaration may stand. The HTML standard asks for 1,024; pages do not keep to it.
const DECLARATION_WITHIN: usize = 4096;
/// How much of a page detection looks at.
const DETECT_WITHIN: usize = 256 * 1024;

/// The text of a page. `content_type` is the transfer header's value ("text/html; charset=koi8-r").
pub fn decode(bytes: &[u8], content_type: Option<&str>) -> String {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding.decode(bytes).0.into_owned();
    }
    let stated = content_type.and_then(charset_in).or_else(|| declared(bytes));
    // Bytes of several languages that are UTF-8 by accident do not occur; declarations of one-byte sets on UTF-8 do.
    if let Some(text) = std::str::from_utf8(bytes).ok().filter(|t| !t.is_ascii()) {
        return text.to_owned();
    }
    if let Some(encoding) = stated {
        let (text, _, broken) = encoding.decode(bytes);
        if !broken {
            return text.into_owned();
        }
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    // A declaration that fails on a few bytes is still better evidence than statistics.
    let encoding = stated.filter(|e| *e != UTF_8 || mostly_utf8(bytes)).unwrap_or_else(|| detected(bytes));
    encoding.decode(bytes).0.into_owned()
}

/// The encoding named after `charset=` in a header or a meta element.
fn charset_in(text: &str) -> Option<&'static Encoding> {
    let lower = text.to_ascii_lowercase();
    let (_, after) = lower.split_once("charset")?;
    let value = after.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let label: String =
        value.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_:.".contains(*c)).collect();
    Encoding::for_label(label.as_bytes())
}

fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..DECLARATION_WITHIN).unwrap_or(bytes);
    let head = String::from_utf8_lossy(head);
    let mut rest = head.as_ref();
    while let Some((_, after)) = rest.split_once("charset") {
        let found = charset_in(&format!("charset{}", after.chars().take(40).collect::<String>()));
        if let Some(encoding) = found {
            // A page that was read as bytes up to here cannot be UTF-16: the standard reads the claim as UTF-8.
            let wide = encoding == UTF_16LE || encoding == UTF_16BE;
            return Some(if wide { UTF_8 } else { encoding });
        }
        rest = after;
    }
    let (_, after) = head.split_once("<?xml")?;
    let (_, after) = after.split_once('>').map_or(("", after), |(before, _)| ("", before));
    let (_, label) = after.split_once("encoding=")?;
    let label: String = label.chars().skip(1).take_while(|c| !matches!(c, '"' | '\'')).take(40).collect();
    Encoding::for_label(label.as_bytes())
}

fn mostly_utf8(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let broken = text.chars().filter(|&c| c == '\u{fffd}').count();
    let wide = text.chars().filter(|c| !c.is_ascii()).count();
    broken * 10 <= wide
}

fn detected(bytes: &[u8]) -> &'static Encoding {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes.get(..DETECT_WITHIN).unwrap_or(bytes), true);
    let guess = detector.guess(None, chardetng::Utf8Detection::Allow);
    if guess == UTF_8 && !mostly_utf8(bytes) { WINDOWS_1252 } else { guess }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_comes_before_the_header() {
        assert_eq!(decode(b"\xef\xbb\xbfna\xc3\xafve", Some("text/html; charset=iso-8859-1")), "na\u{ef}ve");
    }

    #[test]
    fn the_header_comes_before_the_meta_element() {
        let page = b"<meta charset=koi8-r>caf\xe9";
        assert_eq!(decode(page, Some("text/html; charset=\"ISO-8859-1\"")), "<meta charset=koi8-r>caf\u{e9}");
        assert!(decode(page, None).ends_with("caf\u{418}"));
    }

    #[test]
    fn a_false_declaration_gives_way_to_what_the_bytes_are() {
        assert_eq!(decode("<meta charset=us-ascii>“naïve”".as_bytes(), None).chars().count(), 30);
        let cyrillic = encoding_rs::WINDOWS_1251.encode("Сегодня в городе открыли новый мост через реку").0;
        assert!(decode(&cyrillic, Some("text/html")).contains("новый мост"));
    }

    #[test]
    fn no_bytes_fail() {
        for bytes in [&b""[..], b"\xff", b"\xfe\xff\xd8", b"charset=", b"<?xml encoding="] {
            let _ = decode(bytes, Some("charset=???"));
        }
    }
}
