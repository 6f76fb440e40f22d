//! What markup costs grows with its size and not faster, for ordinary text and for shapes made to cost more.
//! Each shape is its own yardstick: the cost of a byte at sixteen times the size, against a byte at once the size, in
//! one run. No time is asserted.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice)]

use cpu_time::ThreadTime;
use std::time::Duration;
use url::Url;
use wireroom_text::markup;

/// Bytes of the small input; the others have 4 and 16 times as many.
const SMALL: usize = 24 << 10;

/// A byte of the largest input may cost so many times a byte of the smallest. A pass that is quadratic costs 16 times;
/// the largest ratio measured is 1.5, and 10.7 without the cap on attributes.
const MOST_PER_BYTE: f64 = 4.0;

/// Measurements of each size; the cheapest counts, so that a busy machine does not.
const ROUNDS: usize = 3;

/// Shapes by name: what is said once, what is said again and again, what is said at the end.
const SHAPES: [(&str, &str, &str, &str); 30] = [
    (
        "ordinary text",
        "",
        "<p>The ferry <a href='/f?a=1&amp;b=2'>sailed</a> at <b>noon</b>, they said.</p>\n",
        "",
    ),
    ("bare text", "", "The ferry sailed at noon, and nobody knew of it. ", ""),
    ("unclosed inline", "", "<b>word", ""),
    ("unclosed inline of many kinds", "", "<b><i><em><a href=x><code>word", ""),
    ("unclosed blocks", "", "<div><blockquote>", ""),
    ("unclosed paragraphs", "", "<p>word", ""),
    ("unclosed lists", "", "<ul><li>word", ""),
    ("unclosed tables", "", "<table><tr><td>word", ""),
    ("a table of nothing but text", "<table>", "word<b>", ""),
    ("tables in cells with formatting", "", "<table><b><tr><a><td><i>", ""),
    ("misnested formatting", "", "<b><i>word</b>word</i>", ""),
    ("misnested links and blocks", "", "<a href=x><div>word</a></div>", ""),
    ("ends without starts", "", "</b></div></p></table></svg>", ""),
    ("a storm of brackets", "", "<", ""),
    ("a storm of unfinished tags", "", "<a ", ""),
    ("a storm of unfinished quotes", "", "<a b=\"", ""),
    ("a storm of comments", "", "<!--", ""),
    ("a storm of sections", "", "<![CDATA[", ""),
    ("a storm of references", "", "&amp;&#x41;&", ""),
    ("a storm of line breaks in code", "<pre>", "\n", "</pre>"),
    ("one tag of many attributes", "<p ", "a=1 bb ccc='d' ", ">word</p>"),
    ("one tag of attributes with names of their own", "<p ", "#", ">word</p>"),
    ("one end of many attributes", "<p>word</p ", "#", ">"),
    ("nested drawings", "", "<svg><g>", ""),
    ("many drawings", "", "<svg><circle r=1 /></svg>", ""),
    ("nested formulas", "", "<math><mrow><mi>x", ""),
    ("drawings in formulas in drawings", "", "<svg><math><title><desc><mtext>", ""),
    ("hidden things unclosed", "", "<select><button>word", ""),
    ("hidden things closed", "", "<b><svg></svg><object>x</object>", ""),
    ("hidden things that another ends", "", "<script>x<style>", ""),
];

fn of_size(shape: (&str, &str, &str, &str), bytes: usize) -> String {
    let (_, before, again, after) = shape;
    let mut html = String::from(before);
    for n in 0.. {
        if html.len() >= bytes {
            break;
        }
        if again == "#" { html.push_str(&format!("a{n} ")) } else { html.push_str(again) }
    }
    html + after
}

fn cost(job: impl Fn()) -> Duration {
    let rounds = (0..ROUNDS).map(|_| {
        let start = ThreadTime::now();
        job();
        start.elapsed()
    });
    rounds.min().unwrap_or_default()
}

fn assert_linear(what: &str, job: impl Fn(&str)) {
    let mut faults = Vec::new();
    for shape in SHAPES {
        let per_byte = [1, 4, 16].map(|times| {
            let html = of_size(shape, SMALL * times);
            cost(|| job(&html)).as_secs_f64() / html.len() as f64
        });
        // A job that costs next to nothing is measured by its noise: two nanoseconds a byte are the least that counts.
        let small = per_byte[0].max(2e-9);
        let ratios = [per_byte[1] / small, per_byte[2] / small];
        println!(
            "{what}, {}: a byte costs {:.2} times at 4, {:.2} times at 16",
            shape.0, ratios[0], ratios[1]
        );
        if ratios.iter().any(|ratio| *ratio > MOST_PER_BYTE) {
            faults.push(format!("{what} of {}: {ratios:?}", shape.0));
        }
    }
    assert!(faults.is_empty(), "cost grows faster than size: {}", faults.join("; "));
}

#[test]
fn sanitising_costs_as_much_as_there_is_to_sanitise() {
    let base = Url::parse("https://harbour.example/").unwrap();
    assert_linear("sanitising", |html| drop(markup::sanitise(html, Some(&base))));
}

#[test]
fn making_text_costs_as_much_as_there_is_markup() {
    assert_linear("text", |html| drop(markup::plain(html)));
}

#[test]
fn making_a_line_costs_as_much_as_there_is_markup() {
    assert_linear("line", |html| drop(markup::line(html)));
}
