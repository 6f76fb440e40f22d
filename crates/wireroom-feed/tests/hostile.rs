//! Input made to break parsers: depth, size, loops, and bytes without sense.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice)]

use proptest::prelude::*;
use url::Url;
use wireroom_feed::{BODY_LIMIT, BYTE_LIMIT, FeedError, Hints, LIST_LIMIT, discover, identity, opml, parse};

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
fn a_million_categories_declarations_and_objects_inside_each_other_overflow_nothing() {
    let deep = |head: &str, piece: &str| [head, &piece.repeat(DEEP)].concat();
    let feed =
        parse(deep("<rss><channel><item><title>One</title>", "<category>").as_bytes(), &Hints::default());
    assert_eq!(feed.unwrap().entries.len(), 1);
    let feed = parse(
        deep("<rss><channel><item><title>One</title><category>", "<atom:category term='a'>").as_bytes(),
        &Hints::default(),
    );
    assert!(feed.unwrap().entries[0].categories.len() <= LIST_LIMIT);
    for piece in ["<!DOCTYPE a [", "<![CDATA[<!--", "<!ENTITY a '&a;'>"] {
        let _ = parse(deep("<!DOCTYPE rss [", piece).as_bytes(), &Hints::default());
    }
    let (items, rss) = ("{\"items\":[{\"id\":1,\"x\":", "{\"rss\":{\"channel\":");
    for (head, piece) in
        [("", "["), ("", "{\"a\":"), (items, "["), (items, "{\"a\":"), (rss, "["), (rss, "{\"item\":")]
    {
        let _ = parse(deep(head, piece).as_bytes(), &Hints::default());
    }
    let closed =
        format!("{{\"items\":[{{\"id\":1,\"x\":{}{}}},{{\"id\":2}}]}}", "[".repeat(DEEP), "]".repeat(DEEP));
    assert_eq!(parse(closed.as_bytes(), &Hints::default()).unwrap().entries.len(), 2);
}

#[test]
fn entities_that_name_each_other_in_a_chain_stop() {
    let mut text = String::from("<!DOCTYPE rss [<!ENTITY a0 'x'>");
    for n in 1..100_000 {
        text.push_str(&format!("<!ENTITY a{n} '&a{};'>", n - 1));
    }
    text.push_str("]><rss><channel><title>&a7; &a1999; &a99999;</title></channel></rss>");
    let title = parse(text.as_bytes(), &Hints::default()).unwrap().title.unwrap().value;
    assert_eq!(title, "x  &a99999;");
}

#[test]
fn a_hundred_thousand_attributes_hide_nothing_after_them() {
    let many: String = (0..100_000).map(|n| format!("a{n}='x' ")).collect();
    let spaces: String = (0..100_000).map(|n| format!("xmlns:a{n}='x' ")).collect();
    for attributes in [many, spaces] {
        let text = format!(
            "<rss><channel {attributes}><title>Tide</title><item {attributes}><title>One</title></item></channel></rss>"
        );
        let feed = parse(text.as_bytes(), &Hints::default()).unwrap();
        assert_eq!((feed.title.unwrap().value.as_str(), feed.entries.len()), ("Tide", 1));
    }
}

#[test]
fn thirty_megabytes_in_one_text_are_read_and_cut() {
    let text = format!(
        "<rss><channel><item><title>One</title><description>{}</description></item><item><title>Two</title></item></channel></rss>",
        "0123456789".repeat(3_000_000)
    );
    let feed = parse(text.as_bytes(), &Hints::default()).unwrap();
    assert_eq!(feed.entries[0].summary.as_ref().unwrap().value.len(), BODY_LIMIT);
    assert_eq!(feed.entries[1].title.as_ref().unwrap().value, "Two");
    assert!(feed.warnings.iter().any(|w| w.0.contains("30000000 bytes")));
    let more = vec![b' '; BYTE_LIMIT + 1];
    assert!(matches!(parse(&more, &Hints::default()), Err(FeedError::TooLarge { .. })));
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
