//! What stays of a page's structure: lists, tables, quotations, figures, posts, notes, code, galleries.

use url::Url;
use wireroom_extract::{Page, extract};
use wireroom_model::{Extracted, Kind};

const BEFORE: &str = "<p>The council of Lorn met on Tuesday evening to speak about the old ferry, and the hall was full.</p>\
    <p>Most of those who came had crossed the water that week, and several had brought their children along.</p>";
const AFTER: &str = "<p>The council votes on the last day of the month, and its chair expects a majority of two or three.</p>";

/// The row of a page with something between its paragraphs.
fn with(middle: &str) -> Extracted {
    let url = Url::parse("https://lorn.example/news/ferry").unwrap();
    let html = format!(
        "<html lang=en><head><title>Council speaks of ferry</title></head><body><article><h1>Council speaks of ferry</h1>\
        <div class=story>{BEFORE}{middle}{AFTER}</div></article></body></html>"
    );
    extract(&Page::new(&html).at(Some(&url))).remove(0)
}

/// The paragraphs of a body between those that every page here has.
fn middle(row: &Extracted) -> Vec<&str> {
    let paragraphs: Vec<&str> = row.body.split("\n\n").collect();
    assert!(paragraphs.len() >= 3, "{}", row.body);
    assert!(
        paragraphs[0].starts_with("The council of Lorn") && row.body.ends_with("two or three."),
        "{}",
        row.body
    );
    paragraphs[2..paragraphs.len() - 1].to_vec()
}

#[test]
fn lists_keep_their_kind_and_their_nesting() {
    let row = with(
        "<ol start=3><li>The ferry sails in the morning.<ul><li>At six from Lorn.</li><li>At seven from Aske.</li></ul></li>\
        <li><p>It rests at noon.</p><p>The crew eats on board.</p></li></ol>",
    );
    assert_eq!(
        middle(&row),
        [
            "The ferry sails in the morning.",
            "At six from Lorn.",
            "At seven from Aske.",
            "It rests at noon.",
            "The crew eats on board."
        ]
    );
    let list = "<ol start=\"3\"><li><p>The ferry sails in the morning.</p><ul><li>At six from Lorn.</li><li>At seven from Aske.</li></ul></li>\
        <li><p>It rests at noon.</p><p>The crew eats on board.</p></li></ol>";
    let bare = list
        .replace("<li><p>The ferry sails in the morning.</p><ul>", "<li>The ferry sails in the morning.<ul>");
    assert!(row.html.contains(list) || row.html.contains(&bare), "{}", row.html);
}

#[test]
fn definitions_stay_definitions() {
    let row =
        with("<dl><dt>Hawser</dt><dd>The rope that holds a ship to the quay while it is loaded.</dd></dl>");
    assert!(row.html.contains("<dl><dt>Hawser</dt><dd>The rope that holds"), "{}", row.html);
}

#[test]
fn a_table_is_a_table_and_each_row_a_paragraph() {
    let row = with(
        "<table><caption>Fares of the ferry</caption><thead><tr><th>Traveller</th><th>Fare</th></tr></thead>\
        <tbody><tr><td>Islander</td><td>3.50</td></tr><tr><td>Guest <a href=/guests>with car</a></td><td>19</td></tr></tbody></table>",
    );
    assert_eq!(middle(&row), ["Fares of the ferry", "Traveller Fare", "Islander 3.50", "Guest with car 19"]);
    assert!(
        row.html.contains(
            "<table><caption>Fares of the ferry</caption><thead><tr><th>Traveller</th><th>Fare</th></tr></thead>\
            <tbody><tr><td>Islander</td><td>3.50</td></tr>"
        ),
        "{}",
        row.html
    );
}

#[test]
fn a_table_that_lays_out_the_page_is_none() {
    let html = format!(
        "<html><body><table width=100%><tr><td><a href=/>Home</a> <a href=/b>Sport</a></td><td><h1>Council speaks of ferry</h1>\
        {BEFORE}{AFTER}</td></tr><tr><td>Imprint</td><td>Since 1961</td></tr></table></body></html>"
    );
    let row = extract(&Page::new(&html)).remove(0);
    assert!(!row.html.contains("<t"), "{}", row.html);
    assert!(row.html.starts_with("<p>The council of Lorn"), "{}", row.html);
}

#[test]
fn figures_stand_at_their_place_with_caption_and_credit_apart() {
    let row = with(
        "<figure><picture><source srcset='/i/f-1600.webp 1600w'><img src='data:image/gif;base64,R0' \
        data-srcset='/i/f-320.jpg 320w, /i/f-1024.jpg 1024w, /i/f-2048.jpg 2048w' alt='The ferry' width=1024 height=683></picture>\
        <figcaption>The Marten at the quay of Lorn. <span class=credit>Photo: Ivo Brandt/Reuters</span></figcaption></figure>",
    );
    assert!(middle(&row).is_empty(), "{}", row.body);
    assert_eq!(row.captions.len(), 1);
    assert_eq!(row.captions[0].text, "The Marten at the quay of Lorn.");
    assert_eq!(row.captions[0].credit.as_deref(), Some("Ivo Brandt/Reuters"));
    let figure = "<figure><img alt=\"The ferry\" height=\"683\" src=\"https://lorn.example/i/f-1024.jpg\" width=\"1024\">\
        <figcaption>The Marten at the quay of Lorn. <small>Ivo Brandt/Reuters</small></figcaption></figure><p>The council votes";
    assert!(row.html.contains(figure), "{}", row.html);
}

#[test]
fn counters_icons_and_ways_to_other_pages_are_no_pictures_of_the_article() {
    let row = with(
        "<p><img src=https://stats.example/pixel.gif width=1 height=1><img src=/i/logo.png><img src=/i/x.png width=24 height=24>\
        <a href=https://shop.example/offer><img src=https://shop.example/banner.jpg></a></p>",
    );
    assert!(!row.html.contains("<img"), "{}", row.html);
}

#[test]
fn a_quotation_with_another_number_than_the_text_is_no_pull_quote() {
    const SAID: &str =
        "read paper 12 of the inquiry aloud in the hall before the winter came to the harbour.";
    let page = |number: &str| {
        let quote = SAID.replace("12", number);
        with(&format!("<p>Her brother {SAID}</p><blockquote><p>One clerk {quote}</p></blockquote>"))
    };
    assert!(!page("12").body.contains("One clerk"), "nearly all of the words are the text's own");
    assert!(page("13").body.contains("One clerk read paper 13"), "another paper is another statement");
}

#[test]
fn quotations_stay_and_pull_quotes_go() {
    let row = with(
        "<blockquote><p>We shall sail as long as there is water below us.</p></blockquote>\
        <p>\"I have crossed more often than I have slept at home,\" said Jana Weil, who sold tickets for forty years.</p>\
        <blockquote class=big><p>I have crossed more often than I have slept at home</p><cite>Jana Weil</cite></blockquote>\
        <div class=pull-quote><p>The harbour never sleeps</p></div>",
    );
    assert!(
        row.html
            .contains("<blockquote><p>We shall sail as long as there is water below us.</p></blockquote>"),
        "{}",
        row.html
    );
    assert_eq!(middle(&row).len(), 2, "{}", row.body);
    assert_eq!(row.body.matches("slept at home").count(), 1);
}

#[test]
fn embedded_posts_are_quotations_of_the_html_with_their_source() {
    let row = with(
        "<div class=embed-wrapper><blockquote class=\"twitter-tweet\"><p lang=en dir=ltr>The ferry is late again. \
        <a href=https://t.co/x>pic.twitter.com/x</a></p>&mdash; Ada Fenn (@adafenn) \
        <a href=\"https://twitter.com/adafenn/status/1234567890?ref_src=twsrc%5Etfw\">May 3, 2025</a></blockquote></div>",
    );
    assert!(middle(&row).is_empty(), "{}", row.body);
    let post = "<figure><blockquote cite=\"https://twitter.com/adafenn/status/1234567890\"><p>The ferry is late again. </p></blockquote>\
        <figcaption><cite><a href=\"https://twitter.com/adafenn/status/1234567890\">Ada Fenn (@adafenn), X</a></cite></figcaption></figure>";
    assert!(row.html.contains(post), "{}", row.html);
}

#[test]
fn frames_of_films_and_posts_are_a_line_that_leads_there_and_others_are_nothing() {
    let row = with(
        "<iframe src=https://www.youtube.com/embed/abc_123?rel=0 title='The ferry in the storm'></iframe>\
        <iframe data-src=https://embed.bsky.app/embed/did:plc:x1/app.bsky.feed.post/3k></iframe>\
        <iframe src=https://social.example/@ada/112233445566778899/embed></iframe>\
        <iframe src=https://ads.example/frame?id=1></iframe>",
    );
    assert!(middle(&row).is_empty(), "{}", row.body);
    for (address, label) in [
        ("https://www.youtube.com/watch?v=abc_123", "The ferry in the storm, YouTube"),
        ("https://bsky.app/profile/did:plc:x1/post/3k", "Bluesky"),
        ("https://social.example/@ada/112233445566778899", "Mastodon"),
    ] {
        let line = format!(
            "<figure><figcaption><cite><a href=\"{address}\">{label}</a></cite></figcaption></figure>"
        );
        assert!(row.html.contains(&line), "{line}\n{}", row.html);
    }
    assert!(!row.html.contains("ads.example"));
}

#[test]
fn marks_of_notes_leave_the_sentence_and_the_notes_stay() {
    let row = with(
        "<p>The ferry is older than the quay.<sup id=r1><a href=#n1>12</a></sup> It needs 40 m<sup>2</sup> of new steel.</p>\
        <section class=footnotes><ol><li id=n1>The yard's book gives 1961 as the year of its launch. <a href=#r1>↩</a></li></ol></section>",
    );
    assert_eq!(
        middle(&row),
        [
            "The ferry is older than the quay. It needs 40 m2 of new steel.",
            "The yard's book gives 1961 as the year of its launch."
        ]
    );
    assert!(
        row.html.contains("quay.<sup><a href=\"https://lorn.example/news/ferry#n1\">12</a></sup> It"),
        "{}",
        row.html
    );
    assert!(row.html.contains("<ol><li>The yard's book gives 1961"), "{}", row.html);
}

#[test]
fn lines_of_code_stay_lines() {
    let row = with("<pre><code>fn sail() {\n    let ship = ferry();\n    ship.cast_off();\n}</code></pre>");
    assert_eq!(middle(&row), ["fn sail() {", "let ship = ferry();", "ship.cast_off();", "}"]);
    assert!(row.html.contains("<pre><code>fn sail() {\n    let ship = ferry();\n"), "{}", row.html);
}

#[test]
fn pictures_in_a_row_with_their_captions_are_a_gallery() {
    let slides: String = (1..5)
        .map(|n| format!("<li><figure><img src=/g/{n}.jpg><figcaption>In picture {n} the ferry of Lorn lies at another of its quays, under another sky.</figcaption></figure></li>"))
        .collect();
    let html = format!(
        "<html lang=en><body><main><h1>The last ferry of Lorn</h1><div class=text>{BEFORE}{AFTER}</div><ul class=gallery>{slides}</ul>\
        <ul class=more><li><a href=/x><figure><img src=/x.jpg><figcaption>Another story of the house in pictures</figcaption></figure></a></li></ul></main></body></html>"
    );
    let row = extract(&Page::new(&html)).remove(0);
    assert_eq!(row.kind, Kind::Gallery);
    assert_eq!(row.captions.len(), 4, "{:?}", row.captions);
    assert!(!row.body.contains("picture"), "{}", row.body);
}

#[test]
fn its_own_html_read_again_gives_the_same_body() {
    let row = with(
        "<h2>What it costs</h2><ul><li>The crossing costs three crowns.</li><li>A dog travels for nothing.</li></ul>\
        <blockquote><p>We shall sail as long as there is water below us.</p></blockquote>\
        <table><tr><th>Traveller</th><th>Fare</th></tr><tr><td>Islander</td><td>3.50</td></tr></table>",
    );
    let html = format!(
        "<html lang=en><body><article><h1>Council speaks of ferry</h1>{}</article></body></html>",
        row.html
    );
    assert_eq!(extract(&Page::new(&html)).remove(0).body, row.body);
}
