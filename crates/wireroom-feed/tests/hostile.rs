//! Input made to break parsers: depth, size, loops, and bytes without sense.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice)]

use proptest::prelude::*;
use url::Url;
use wireroom_feed::{Hints, discover, identity, opml, parse};

const DEEP: usize = 1_000_000;

fn all_rooms(bytes: &[u8]) {
    if let Ok(feed) = parse(bytes, &Hints::default()) {
        let safe = feed.sanitised(None);
        assert_eq!(identity::identities(&safe).len(), safe.entries.len());
    }
    let _ = opml::read(bytes);
}

#[test]
fn a_million_elements_inside_each_other_overflow_nothing() {
    for (head, open) in [("<rss><channel>", "<item>"), ("<feed><entry><content type='xhtml'>", "<div>")] {
        let mut text = String::from(head);
        text.push_str(&open.repeat(DEEP));
        let _ = parse(text.as_bytes(), &Hints::default());
    }
    let _ = opml::read(format!("<opml><body>{}", "<outline>".repeat(DEEP)).as_bytes());
    let _ = parse(format!("{{\"items\":{}", "[".repeat(DEEP)).as_bytes(), &Hints::default());
}

#[test]
fn text_after_a_very_deep_element_is_still_read() {
    let deep = "<b>".repeat(5_000) + "x" + &"</b>".repeat(5_000);
    let text = format!(
        "<rss><channel><item><description>{deep}</description></item><item><title>After</title></item></channel></rss>"
    );
    let feed = parse(text.as_bytes(), &Hints::default()).unwrap();
    assert_eq!(feed.entries[1].title.as_ref().unwrap().value, "After");
    assert!(feed.entries[0].summary.as_ref().unwrap().value.contains('x'));
}

#[test]
fn repairs_stop_before_they_take_quadratic_time() {
    for piece in [
        "<",
        "<a",
        "<a<",
        "<a \"",
        "<![CDATA[",
        "<!--",
        "<?",
        "<!DOCTYPE ",
        "</a",
        "&",
        "&#226;&#128;",
        "<a b='",
        "<a b=\"<",
    ] {
        let text = format!("<rss><channel><item>{}", piece.repeat(300_000));
        let _ = parse(text.as_bytes(), &Hints::default());
    }
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        all_rooms(&bytes);
    }

    #[test]
    fn no_order_of_markup_panics(parts in proptest::collection::vec(0_usize..PARTS.len(), 0..60)) {
        let text: String = parts.iter().map(|&part| PARTS[part]).collect();
        all_rooms(text.as_bytes());
        let _ = discover::feeds_in(&text, &Url::parse("https://tide.example/").unwrap());
    }
}

const PARTS: [&str; 34] = [
    "<rss>",
    "<rss version='2.0'>",
    "<channel>",
    "</channel>",
    "<item>",
    "</item>",
    "<feed xmlns='http://www.w3.org/2005/Atom'>",
    "<entry>",
    "</entry>",
    "<title>",
    "</title>",
    "<link href='",
    "<link>",
    "'/>",
    "<content type='xhtml'>",
    "</content>",
    "<div xmlns='http://www.w3.org/1999/xhtml'>",
    "</div>",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<!DOCTYPE x [<!ENTITY a 'b'>]>",
    "&a;",
    "&#226;&#128;&#166;",
    "é",
    "<",
    ">",
    "\"",
    "<outline text='a' xmlUrl='http://a.example/'>",
    "</outline>",
    "<description>&lt;p&gt;",
    "</description>",
    "xml:base='b' ",
];
