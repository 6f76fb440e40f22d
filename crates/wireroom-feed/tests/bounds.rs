//! How much room reading takes at its worst: for every shape that could make a small input grow, the most that is held
//! at once, as a multiple of the input. A ratio, so that it holds on any machine.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice)]

use wireroom_feed::{Hints, parse};

/// Bytes of each input: far above every fixed cost.
const SIZE: usize = 1 << 20;
/// What docs/feeds.md promises.
const BOUND: f64 = 24.0;

fn full(head: &str, piece: &str, tail: &str) -> String {
    let mut text = String::with_capacity(SIZE + 64);
    text.push_str(head);
    while text.len() < SIZE {
        text.push_str(piece);
    }
    text.push_str(tail);
    text
}

/// The most bytes held at once while reading, for each byte of the input.
fn growth(text: &str) -> f64 {
    let held = allocation_counter::measure(|| {
        let _ = std::hint::black_box(parse(text.as_bytes(), &Hints::default()));
    });
    held.bytes_max as f64 / text.len() as f64
}

#[test]
fn no_shape_grows_beyond_its_bound() {
    let rss = "<rss><channel><item>";
    let mut worst = Vec::new();
    for (name, text) in [
        ("text", full("<rss><channel><title>", "words and words ", "</title></channel></rss>")),
        ("entries", full("<rss><channel>", "<item><title>a</title></item>", "</channel></rss>")),
        ("shortest entries", full("<rss><channel>", "<item/>", "</channel></rss>")),
        ("empty elements", full(rss, "<a/>", "")),
        ("open elements", full(rss, "<a>", "")),
        ("texts", full(rss, "<a/>b", "")),
        ("attributes", full(rss, "<a b c d e f g h i j k l m n o p q r s t u v w x y z/>", "")),
        ("one tag of attributes", full("<rss><channel><item ", "a ", "/>")),
        ("categories", full(rss, "<category>a</category>", "")),
        ("nested categories", full(rss, "<category>", "")),
        ("references", full("<rss><channel><title>", "&amp;", "")),
        ("no references", full("<rss><channel><title>", "&", "")),
        ("declarations", full("<!DOCTYPE rss [", "<!ENTITY a 'b'>", "]><rss><channel/></rss>")),
        ("namespaces", full(rss, "<a xmlns:b='c'/>", "")),
        ("control characters", full("<rss><channel><title>", "\u{1}", "")),
        ("broken tags", full(rss, "<a <", "")),
        ("stray less-than signs", full(rss, "< ", "")),
        (
            "xhtml",
            full("<feed xmlns='http://www.w3.org/2005/Atom'><entry><content type='xhtml'>", "<b>x</b>", ""),
        ),
        ("json objects", full("{\"items\":[", "{\"a\":0},", "{}]}")),
        ("json lists", full("{\"items\":[{\"id\":1,\"x\":[", "0,", "0]}]}")),
        ("json members", full("{\"items\":[{", "\"a\":0,", "\"b\":0}]}")),
        ("json depth", full("{\"items\":", "[", "")),
        ("json breaks off", full("{\"items\":[", "{\"id\":\"1\"},", "{")),
        ("rss in json", full("{\"rss\":{\"channel\":{\"item\":[", "{\"title\":\"a\"},", "{}]}}}")),
        ("latin", full("<rss><channel><title>", "é", "")),
        ("sitemap", full("<urlset>", "<url><loc>http://a/</loc></url>", "</urlset>")),
    ] {
        let growth = growth(&text);
        println!("{name}: {growth:.1}");
        worst.push((growth, name));
    }
    for (growth, name) in worst {
        assert!(growth <= BOUND, "{name}: {growth:.1} times its size");
    }
}
