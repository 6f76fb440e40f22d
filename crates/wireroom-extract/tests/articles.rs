//! The room from outside: pages and dumps written for it, and properties that hold on any input.

use proptest::prelude::*;
use url::Url;
use wireroom_extract::{Page, dump, extract};
use wireroom_model::{Extracted, Kind, PublishedFrom, Time};

const PLAIN: &str = include_str!("pages/plain.html");
const AGGREGATOR: &str = include_str!("pages/aggregator.html");
const DUMP: &str = include_str!("pages/dump.txt");
const EXPLAINER: &str = include_str!("pages/explainer.txt");

fn own(html: &str) -> Extracted {
    extract(&Page::new(html)).remove(0)
}

fn time(text: &str) -> Time {
    Time::At(text.parse().unwrap())
}

#[test]
fn an_ordinary_page_gives_its_text_and_nothing_else() {
    let row = own(PLAIN);
    insta::assert_snapshot!(row.body);
    assert_eq!(row.kind, Kind::Article);
    assert!(row.html.contains("<h2>What comes next</h2>"), "{}", row.html);
    assert!(row.html.contains("<ul><li>Four sailings"), "{}", row.html);
    assert_eq!(row.captions[0].text, "The ferry leaves the dock at dawn.");
    assert_eq!(row.captions[0].credit.as_deref(), Some("Ivo Brandt"));
}

#[test]
fn an_ordinary_page_gives_the_facts_that_it_states() {
    let url = Url::parse("https://gazette.example/islands/ferry-sails-again?ref=mail").unwrap();
    let row = extract(&Page::new(PLAIN).at(Some(&url))).remove(0);
    assert_eq!(row.title.as_deref(), Some("Ferry to Northholm sails again"));
    assert_eq!(row.authors, ["Ada Fenn", "Bo Lind"]);
    assert_eq!(row.outlet.as_deref(), Some("Harbour Gazette"));
    assert_eq!(row.published, time("2025-03-17T07:40:00+01:00"));
    assert_eq!(row.published_from, PublishedFrom::Stated);
    assert_eq!(row.updated, time("2025-03-17T11:05:00+01:00"));
    assert_eq!(row.lang.as_str(), "en");
    assert_eq!(row.agency.as_deref(), Some("AP"));
    assert_eq!(row.dateline.as_deref(), Some("NORTHHOLM"));
    assert_eq!(row.url.as_deref(), Some("https://gazette.example/islands/ferry-sails-again"));
}

#[test]
fn sections_start_where_the_body_has_their_headings() {
    let row = own(PLAIN);
    for section in &row.sections {
        let rest: String = row.body.chars().skip(section.start).collect();
        assert!(rest.starts_with(&section.heading), "{section:?}");
    }
    assert_eq!(row.sections.len(), 1);
}

#[test]
fn the_articles_of_an_aggregator_page_are_told_apart() {
    let url = Url::parse("https://morningdesk.example/bridge").unwrap();
    let rows = extract(&Page::new(AGGREGATOR).at(Some(&url)));
    let titles: Vec<_> = rows.iter().map(|r| r.title.as_deref().unwrap_or("")).collect();
    assert_eq!(
        titles,
        [
            "Bridge toll to fall in spring",
            "Grain ships wait for a second week",
            "Owls return to the old brewery"
        ]
    );
    assert!(
        rows[0].body.starts_with("The toll on the Sundry bridge") && !rows[0].body.contains("Grain ships")
    );
    assert!(rows[0].body.ends_with("too large in any case."), "{}", rows[0].body);
    assert_eq!(rows[1].outlet.as_deref(), Some("Northern Courier"));
    assert_eq!(rows[1].agency.as_deref(), Some("DPA"));
    assert!(rows[1].body.starts_with("More than thirty grain ships"), "{}", rows[1].body);
    assert_eq!(rows[1].url.as_deref(), Some("https://courier.example/grain"));
    assert_eq!(rows[2].repeats, 1);
    assert!(rows.iter().zip(0..).all(|(row, part)| row.part == part));
}

#[test]
fn an_age_is_resolved_against_a_known_crawl_time_alone() {
    let rows = extract(&Page::new(AGGREGATOR));
    assert!(rows.iter().all(|r| r.published == Time::Unknown));
    let rows = extract(&Page::new(AGGREGATOR).crawled(time("2025-11-07T08:06:00Z")));
    assert_eq!(rows[1].published, time("2025-11-07T08:00Z"));
    assert_eq!(rows[1].published_from, PublishedFrom::Relative);
    assert_eq!(dump::extract(DUMP, Time::Unknown)[1].published, Time::Unknown);
    assert_eq!(dump::extract(DUMP, time("2025-11-07T08:06:00Z"))[1].published, time("2025-11-07T08:00Z"));
}

#[test]
fn a_dump_of_an_aggregator_page_gives_every_article() {
    let rows = dump::extract(DUMP, Time::Unknown);
    assert_eq!(rows.len(), 3);
    assert_eq!(rows[0].title.as_deref(), Some("Bridge toll to fall in spring"));
    assert!(rows[0].body.ends_with("two years earlier than planned."), "{}", rows[0].body);
    assert_eq!(rows[1].outlet.as_deref(), Some("Northern Courier"));
    assert_eq!(rows[1].repeats, 1);
    assert_eq!(rows[1].body.matches("thirty grain ships").count(), 1);
    assert_eq!(rows[2].kind, Kind::Transcript);
    let mut speakers: Vec<_> = rows[2].turns.iter().map(|t| t.speaker.as_str()).collect();
    speakers.sort_unstable();
    speakers.dedup();
    assert_eq!(speakers, ["Ivo Brandt", "Mara Holt", "News report"]);
    assert!(rows[2].turns.iter().all(|t| (t.role.is_some()) == (t.speaker == "Ivo Brandt")));
    let all: String = rows.iter().map(|r| r.body.as_str()).collect();
    for leak in ["Smart Reader", "No comments", "Related Articles", "minutes ago", "Keywords"] {
        assert!(!all.contains(leak), "{leak}");
    }
}

#[test]
fn a_dump_of_an_explainer_keeps_its_sections_and_sets_captions_apart() {
    let rows = dump::extract(EXPLAINER, Time::Unknown);
    assert_eq!(rows.len(), 1);
    let row = &rows[0];
    assert_eq!(row.kind, Kind::Explainer);
    let headings: Vec<_> = row.sections.iter().map(|s| s.heading.as_str()).collect();
    assert_eq!(headings, ["How a tide mill works", "What the fishermen say", "What happens now"]);
    assert_eq!(row.captions.len(), 2);
    assert_eq!(row.captions[0].credit.as_deref(), Some("Ivo Brandt"));
    assert_eq!(row.published, time("2025-04-02"));
    for leak in ["Your support", "open image", "low tide"] {
        assert!(!row.body.contains(leak), "{leak}");
    }
}

#[test]
fn every_language_of_hints_leaves_the_text_alone() {
    let page = |class: &str, text: &str| {
        let paragraph = format!("<p>{text}</p>");
        let body = paragraph.clone() + &paragraph.replace("1", "2") + &paragraph.replace("1", "3");
        format!("<html><body><h1>1 2 3 4 5 6</h1><div class='{class}'>{body}</div></body></html>")
    };
    let greek =
        "Το πλοίο 1 έφυγε από το λιμάνι το πρωί της Δευτέρας με σαράντα αυτοκίνητα και μία σχολική τάξη.";
    let chinese = "渡轮1星期一早晨从港口出发，船上有四十辆汽车和一个等了很久的班级，船长说天气很好。";
    let arabic = "غادرت العبارة 1 الميناء صباح يوم الاثنين وعلى متنها أربعون سيارة وصف مدرسي انتظر طويلا.";
    for (class, text) in [("artikeltext", greek), ("content", chinese), ("post", arabic)] {
        assert_eq!(own(&page(class, text)).body.split("\n\n").count(), 3, "{text}");
    }
}

#[test]
fn another_articles_card_states_another_articles_time() {
    let text = "<p>The ferry sailed at dawn on Monday, carrying forty cars and a class that had waited.</p>"
        .repeat(2)
        + "<p>A second ship is to join the route in autumn, the operator of the line said in a statement.</p>";
    let html = format!(
        "<article><time datetime='2025-03-17T07:40:00Z'>17 March</time><h1>Ferry sails again</h1>{text}</article>
         <article><time datetime='2025-03-01T07:40:00Z'>1 March</time><h3>Other news</h3></article>"
    );
    assert_eq!(own(&html).published, time("2025-03-17T07:40:00Z"));
    let undated = html.replace("2025-03-17T07:40:00Z", "").replace("17 March", "");
    assert_eq!(own(&undated).published, Time::Unknown);
}

#[test]
fn a_list_of_cards_is_left_out_whatever_its_names_are() {
    let text: String = (1..6)
        .map(|n| format!("<p>In its part {n} the council of Lorn spoke at length about the dyke, and voted at the end of it.</p>"))
        .collect();
    let cards: String = (1..5)
        .map(|n| format!("<li><h3><a href=/{n}>The ferry of Aske sails for the {n}th time</a></h3><time>{n} May 2025</time>\
            <p>A short text about another article of the house, which ends as a sentence does.</p></li>"))
        .collect();
    let row = own(&format!(
        "<html lang=en><body><main><h1>Council of Lorn votes on dyke</h1>{text}<ul class=x7>{cards}</ul></main></body></html>"
    ));
    assert!(!row.body.contains("another article"), "{}", row.body);
    assert_eq!(row.body.split("\n\n").count(), 5);
}

#[test]
fn a_person_stated_anywhere_goes_before_the_house() {
    let row = own(
        "<html lang=en><head><meta property=og:site_name content='Aske Post'><meta name=author content='Aske Post'>\
        <meta name=sailthru.author content='Ada Fenn'></head><body><article><h1>Ferry aground off Cape Lorn</h1>\
        <p>The ferry Marten ran aground off Cape Lorn on Tuesday with 212 people on board.</p></article></body></html>",
    );
    assert_eq!(row.authors, ["Ada Fenn"]);
}

#[test]
fn a_body_stated_as_data_stands_in_where_the_page_shows_none() {
    let body = "The ferry sailed at dawn on Monday, carrying forty cars. ".repeat(4)
        + "A second ship is to join the route in autumn, the operator of the line said in a statement on Tuesday. \
           Islanders travel at half the fare until the end of the year, and dogs for nothing at all, it added.";
    let html = format!(
        "<h1>Ferry sails again</h1><div id=app></div><script type='application/ld+json'>
         {{\"@type\":\"NewsArticle\",\"headline\":\"Ferry sails again\",\"articleBody\":\"{body}\"}}</script>"
    );
    assert!(own(&html).body.ends_with("it added."), "{}", own(&html).body);
}

#[test]
fn a_page_without_an_article_is_empty_and_never_nothing() {
    for html in ["", "<", "<html>", "<script>1</script>", "<p></p>", "&#0;", "\u{0}\u{feff}"] {
        let rows = extract(&Page::new(html));
        assert_eq!((rows.len(), rows[0].kind), (1, Kind::Empty), "{html:?}");
    }
    assert_eq!(dump::extract("", Time::Unknown)[0].kind, Kind::Empty);
}

#[test]
fn a_million_nested_tags_do_no_harm() {
    let mut page = "<div>".repeat(1_000_000);
    page.push_str("<p>The ferry sailed at dawn on Monday, carrying forty cars and a school class.</p>");
    assert!(own(&page).body.starts_with("The ferry sailed"));
}

#[test]
fn pathological_pages_end() {
    let text = "The ferry sailed at dawn on Monday, carrying forty cars and a school class of twenty. ";
    let many = 20_000;
    let pages = [
        "<b><i><u><font size=1>".repeat(many),
        format!("<p {}>{text}", (0..100_000).map(|n| format!("a{n}='x' ")).collect::<String>()),
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\"}</script>".repeat(10_000),
        "<table><tr><td>".repeat(many),
        "<a href=x>".repeat(many) + text,
        "<svg>".repeat(many) + text,
        "<select><option>".repeat(many),
        "<!--".repeat(many),
        text.repeat(many / 4),
        "</p></div>".repeat(many),
        format!("<script type=application/ld+json>{}</script>", "[".repeat(100_000)),
    ];
    for page in pages {
        assert!(!extract(&Page::new(&page)).is_empty());
    }
}

/// Letters and digits of a text: what cleaning may neither add nor reorder within a sentence.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// HTML without every stretch from one tag to another: captions have no part in the body.
fn without(html: &str, open: &str, close: &str) -> String {
    let mut pieces = html.split(open);
    let first = pieces.next().unwrap_or("").to_owned();
    pieces.fold(first, |all, piece| all + piece.split_once(close).map_or("", |(_, after)| after))
}

/// A page of random furniture and paragraphs. No tables: a parser moves text that stands in none of their cells.
fn pages() -> impl Strategy<Value = String> {
    let word = "[a-zA-Zäöé]{1,9}";
    let sentence = prop::collection::vec(word, 4..22).prop_map(|w| w.join(" ") + ".");
    let tag = prop::sample::select(vec![
        "p",
        "div",
        "li",
        "h2",
        "blockquote",
        "span",
        "td",
        "section class='teaser'",
        "aside",
        "figure",
        "article",
        "div class='caption'",
        "b",
        "a href='x'",
        "br",
        "div class='article-body'",
        "h1",
        "time",
        "ul",
    ]);
    prop::collection::vec((tag, sentence, any::<bool>()), 1..30).prop_map(|parts| {
        let mut page = String::from("<html><body>");
        for (tag, text, close) in parts {
            let name = tag.split(' ').next().unwrap_or("p");
            page.push_str(&format!("<{tag}>{text}"));
            if close {
                page.push_str(&format!("</{name}>"));
            }
        }
        page
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_paragraph_of_a_body_stands_on_the_page(page in pages()) {
        let plain = letters(&page.split('<').map(|p| p.split_once('>').map_or(p, |(_, t)| t)).collect::<String>());
        for row in extract(&Page::new(&page)) {
            for paragraph in row.body.split("\n\n") {
                prop_assert!(plain.contains(&letters(paragraph)), "{paragraph}");
            }
        }
    }

    #[test]
    fn the_same_page_gives_the_same_rows(page in pages()) {
        prop_assert_eq!(extract(&Page::new(&page)), extract(&Page::new(&page)));
    }

    #[test]
    fn no_text_makes_it_panic(page in "(<[a-z1-6/!]{0,9}[ =\"'a-z]{0,12}>?|[ -~é字]{0,20}){0,40}") {
        let _ = extract(&Page::new(&page));
        let _ = dump::extract(&page, Time::Unknown);
    }

    #[test]
    fn body_and_html_hold_the_same_words_in_the_same_order(page in pages()) {
        for row in extract(&Page::new(&page)) {
            let text = without(&row.html, "<figcaption>", "</figcaption>");
            prop_assert_eq!(letters(&wireroom_text::markup::plain(&text)), letters(&row.body));
        }
    }
}
