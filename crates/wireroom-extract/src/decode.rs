//! Bytes to text: byte order mark, then the transfer header, then the page's own declaration, then detection.
//! A statement that the bytes refute gives way to the next one. Start at [`decode`].
//! It refuses to fail: bytes that no encoding explains become replacement characters.

use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, X_USER_DEFINED};

/// How far into a page its own declaration may stand. The HTML standard asks for 1,024; pages do not keep to it.
const DECLARATION_WITHIN: usize = 16 * 1024;
/// Most tags before the declaration that are passed over.
const MAX_TAGS: usize = 2_000;
/// How much of a page detection looks at.
const DETECT_WITHIN: usize = 256 * 1024;
/// How much of a page is looked at for the zeros of two-byte encodings.
const WIDE_WITHIN: usize = 4096;

/// The text of a page. `content_type` is the transfer header's value ("text/html; charset=koi8-r").
pub fn decode(bytes: &[u8], content_type: Option<&str>) -> String {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding.decode(bytes).0.into_owned();
    }
    if let Some(encoding) = wide(bytes) {
        return encoding.decode_without_bom_handling(bytes).0.into_owned();
    }
    let text = std::str::from_utf8(bytes).ok();
    // Bytes of several languages that are UTF-8 by accident do not occur; declarations of one-byte sets on UTF-8 do.
    if let Some(text) = text.filter(|t| !t.is_ascii()) {
        return text.to_owned();
    }
    let stated = [content_type.and_then(charset_in), declared(bytes)];
    for encoding in stated.into_iter().flatten() {
        let (text, broken) = encoding.decode_without_bom_handling(bytes);
        if !broken {
            return text.into_owned();
        }
    }
    if let Some(text) = text {
        // Japanese mail and its archives shift out of ASCII by escapes.
        let shifts = text.contains(['\u{1b}', '\u{e}']) && detected(bytes) == ISO_2022_JP;
        return if shifts { ISO_2022_JP.decode(bytes).0.into_owned() } else { text.to_owned() };
    }
    // A declaration that fails on a few bytes is still better evidence than statistics.
    let stated = stated.into_iter().flatten().find(|encoding| is_mostly(encoding, bytes));
    stated.unwrap_or_else(|| detected(bytes)).decode_without_bom_handling(bytes).0.into_owned()
}

/// UTF-16 without a byte order mark: every tag and space of a page has a zero for its other half.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..WIDE_WITHIN).unwrap_or(bytes);
    let (mut first, mut second, mut pairs) = (0, 0, 0);
    for pair in head.chunks_exact(2) {
        pairs += 1;
        first += usize::from(matches!(pair, [0, low] if *low != 0));
        second += usize::from(matches!(pair, [high, 0] if *high != 0));
    }
    let many = |zeros: usize, others: usize| zeros >= 4 && zeros * 10 >= pairs && others * 50 <= zeros;
    if many(second, first) {
        Some(UTF_16LE)
    } else if many(first, second) {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// The encoding named after `charset=` in a header or a meta element. What claims two bytes for a character is no
/// claim at all here: the bytes have shown that they are none of that.
fn charset_in(text: &str) -> Option<&'static Encoding> {
    let lower = text.to_ascii_lowercase();
    let mut rest = lower.as_str();
    while let Some((_, after)) = rest.split_once("charset") {
        rest = after;
        let Some(value) = after.trim_start().strip_prefix('=') else { continue };
        let value = value.trim_start().trim_start_matches(['"', '\'']);
        let label: String =
            value.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_:.".contains(*c)).collect();
        return one_byte_at_least(&label);
    }
    None
}

fn one_byte_at_least(label: &str) -> Option<&'static Encoding> {
    match Encoding::for_label_no_replacement(label.as_bytes())? {
        encoding if encoding == UTF_16LE || encoding == UTF_16BE => Some(UTF_8),
        encoding if encoding == X_USER_DEFINED => Some(WINDOWS_1252),
        encoding => Some(encoding),
    }
}

/// What the page says of itself: the first meta element whose label is known, else the XML declaration. Scripts,
/// links and forms name the sets of other things.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..DECLARATION_WITHIN).unwrap_or(bytes);
    let head = String::from_utf8_lossy(head);
    let mut rest = head.as_ref();
    for _ in 0..MAX_TAGS {
        let Some((_, tag)) = rest.split_once('<') else { break };
        if let Some(comment) = tag.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let (inside, after) = tag.split_once('>').unwrap_or((tag, ""));
        rest = after;
        let is_meta = inside.get(..4).is_some_and(|name| name.eq_ignore_ascii_case("meta"));
        let found = if is_meta { charset_in(inside) } else { None };
        if found.is_some() {
            return found;
        }
    }
    let (_, after) = head.split_once("<?xml")?;
    let (declaration, _) = after.split_once('>')?;
    let (_, label) = declaration.split_once("encoding=")?;
    let label: String = label.chars().skip(1).take_while(|c| !matches!(c, '"' | '\'')).take(40).collect();
    one_byte_at_least(&label)
}

/// Whether an encoding explains nine in ten of the characters that are not ASCII.
fn is_mostly(encoding: &'static Encoding, bytes: &[u8]) -> bool {
    let (text, broken) = encoding.decode_without_bom_handling(bytes.get(..DETECT_WITHIN).unwrap_or(bytes));
    let unexplained = text.chars().filter(|&c| c == '\u{fffd}').count();
    let wide = text.chars().filter(|c| !c.is_ascii()).count();
    !broken || unexplained * 10 <= wide
}

fn detected(bytes: &[u8]) -> &'static Encoding {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Allow);
    detector.feed(bytes.get(..DETECT_WITHIN).unwrap_or(bytes), true);
    let guess = detector.guess(None, chardetng::Utf8Detection::Allow);
    if guess == UTF_8 && !is_mostly(UTF_8, bytes) { WINDOWS_1252 } else { guess }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RUSSIAN: &str = "Сегодня в городе открыли новый мост через реку, и первым по нему проехал автобус.";
    const JAPANESE: &str = "きょう町では川に架かる新しい橋が開通し、最初に渡ったのは路線バスでした。";
    const CHINESE: &str = "今天市里开通了横跨河流的新桥，第一个驶过的是一辆公共汽车。";
    const KOREAN: &str = "오늘 시내에서 강을 가로지르는 새 다리가 개통되었고 첫 번째로 버스가 지나갔다.";
    const ARABIC: &str = "افتتح اليوم في المدينة الجسر الجديد فوق النهر وكانت أول من عبره حافلة صغيرة.";

    fn encoded(label: &str, text: &str) -> Vec<u8> {
        let (bytes, _, lossy) = Encoding::for_label(label.as_bytes()).unwrap().encode(text);
        assert!(!lossy, "{label} has no {text}");
        bytes.into_owned()
    }

    fn wide_bytes(text: &str, each: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(each).collect()
    }

    #[test]
    fn a_byte_order_mark_comes_before_the_header() {
        assert_eq!(decode(b"\xef\xbb\xbfna\xc3\xafve", Some("text/html; charset=iso-8859-1")), "na\u{ef}ve");
        assert_eq!(decode(b"\xff\xfeA\0\x11\x04", Some("text/html; charset=utf-8")), "A\u{411}");
    }

    #[test]
    fn the_header_comes_before_the_meta_element() {
        let page = b"<meta charset=koi8-r>caf\xe9";
        assert_eq!(decode(page, Some("text/html; charset=\"ISO-8859-1\"")), "<meta charset=koi8-r>caf\u{e9}");
        assert!(decode(page, None).ends_with("caf\u{418}"));
    }

    #[test]
    fn a_header_that_the_bytes_refute_gives_way_to_the_meta_element() {
        let page = [b"<meta charset=windows-1251>".to_vec(), encoded("windows-1251", "мост")].concat();
        assert!(decode(&page, Some("text/html; charset=utf-8")).ends_with("мост"));
        assert!(decode(&page, Some("text/html; charset=nothing-known")).ends_with("мост"));
    }

    #[test]
    fn a_false_declaration_gives_way_to_what_the_bytes_are() {
        assert_eq!(decode("<meta charset=us-ascii>“naïve”".as_bytes(), None).chars().count(), 30);
        assert!(decode(&encoded("windows-1251", RUSSIAN), Some("text/html")).contains("новый мост"));
        let page = format!("<meta charset=utf-8><p>{JAPANESE}");
        assert!(decode(&encoded("euc-jp", &page), Some("text/html; charset=utf-8")).ends_with(JAPANESE));
    }

    #[test]
    fn a_true_declaration_outlives_a_few_broken_bytes() {
        let mut page = encoded("gb18030", &format!("<meta charset=gb2312><p>{}", CHINESE.repeat(4)));
        page.push(0xff);
        assert!(decode(&page, None).contains(CHINESE));
        let page = [RUSSIAN.as_bytes(), b"\xff\xff ", RUSSIAN.as_bytes()].concat();
        assert!(decode(&page, Some("text/html; charset=utf-8")).ends_with(RUSSIAN));
    }

    #[test]
    fn latin_1_means_windows_1252_as_in_every_browser() {
        assert_eq!(decode(b"\x93caf\xe9\x94 \x80 5", Some("text/html; charset=latin1")), "“café” € 5");
    }

    #[test]
    fn pages_that_declare_nothing_are_read_by_their_bytes() {
        for (label, text) in [
            ("windows-1251", RUSSIAN),
            ("koi8-r", RUSSIAN),
            ("shift_jis", JAPANESE),
            ("euc-jp", JAPANESE),
            ("iso-2022-jp", JAPANESE),
            ("gb18030", CHINESE),
            ("euc-kr", KOREAN),
            ("windows-1256", ARABIC),
            ("utf-8", ARABIC),
        ] {
            let page =
                format!("<html><head><title>x</title></head><body><p>{text}</p><p>{text}</p></body></html>");
            assert_eq!(decode(&encoded(label, &page), None), page, "{label}");
        }
    }

    #[test]
    fn two_byte_pages_need_no_mark() {
        for text in [RUSSIAN, JAPANESE, "The bridge opened on Monday."] {
            let page = format!("<html><head><title>x</title></head><body><p>{text}</p></body></html>");
            for header in
                [None, Some("text/html"), Some("text/html; charset=utf-8"), Some("text/html; charset=utf-16")]
            {
                assert_eq!(decode(&wide_bytes(&page, u16::to_le_bytes), header), page);
                assert_eq!(decode(&wide_bytes(&page, u16::to_be_bytes), header), page);
            }
        }
    }

    #[test]
    fn a_claim_of_two_bytes_on_a_page_of_one_is_not_believed() {
        assert_eq!(decode("<p>мост".as_bytes(), Some("text/html; charset=utf-16le")), "<p>мост");
        assert_eq!(decode(b"<meta charset=unicode><p>bridge", None), "<meta charset=unicode><p>bridge");
    }

    #[test]
    fn the_sets_of_scripts_forms_and_comments_are_not_the_pages() {
        for before in [
            "<script charset=koi8-r src=a.js></script>",
            "<form accept-charset=koi8-r>",
            "<!-- <meta charset=koi8-r> -->",
            "<link charset=koi8-r href=a.css>",
            "<meta charset=x-nobody-knows>",
            "<meta name=description content='no charset here'>",
        ] {
            let page = format!(
                "{before}<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=windows-1251'>мост"
            );
            assert!(decode(&encoded("windows-1251", &page), None).ends_with("мост"), "{before}");
        }
    }

    #[test]
    fn a_declaration_may_come_late_and_as_xml() {
        let late = format!("<style>{}</style><meta charset=koi8-r>мост", "a{b:c}".repeat(900));
        assert!(decode(&encoded("koi8-r", &late), None).ends_with("мост"));
        let xml = "<?xml version='1.0' encoding='koi8-r'?><html>мост";
        assert!(decode(&encoded("koi8-r", xml), None).ends_with("мост"));
    }

    #[test]
    fn labels_that_stand_for_no_text_are_passed_over() {
        // A browser shows one replacement character for the whole of such a page.
        assert!(decode(&encoded("euc-kr", KOREAN), Some("text/html; charset=iso-2022-kr")).contains("다리"));
        assert_eq!(decode(b"caf\xe9", Some("text/html; charset=x-user-defined")), "caf\u{e9}");
    }

    #[test]
    fn no_bytes_fail() {
        for bytes in [
            &b""[..],
            b"\xff",
            b"\xfe\xff\xd8",
            b"charset=",
            b"<?xml encoding=",
            b"<meta",
            b"<!--",
            b"\0\0\0",
        ] {
            let _ = decode(bytes, Some("charset=???"));
        }
    }
}
