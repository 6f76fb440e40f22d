//! The title of a page and when it was published and changed, read from pages written for these tests.

use url::Url;
use wireroom_extract::{Page, extract};
use wireroom_model::{Extracted, PublishedFrom, Time};

const TEXT: &str = "<p>The council of Vellin voted on Monday to keep the old ferry running for two more winters, \
     after an evening in which forty people spoke and nobody asked for a bridge.</p>\
     <p>The ferry has crossed the river since 1911 and carries about three hundred people a day, most of them to \
     school or to the paper mill on the other side.</p>";

fn read(lang: &str, head: &str, body: &str) -> Extracted {
    at("https://press.example/ferry", lang, head, body)
}

fn at(url: &str, lang: &str, head: &str, body: &str) -> Extracted {
    let html = format!("<!DOCTYPE html><html lang=\"{lang}\"><head>{head}</head><body>{body}</body></html>");
    extract(&Page::new(&html).at(Some(&Url::parse(url).unwrap()))).remove(0)
}

fn day(time: Time) -> String {
    time.known().map(|when| when.date().to_string()).unwrap_or_default()
}

#[test]
fn a_time_element_whose_words_name_another_day_is_believed_by_its_words() {
    let body = format!(
        "<h1>Ferry keeps running in Vellin</h1><time datetime=\"2024-07-03T10:18:46Z\">Published 29 June 2024</time>{TEXT}"
    );
    let row = read("en", "", &body);
    assert_eq!((day(row.published), row.published_from), ("2024-06-29".to_owned(), PublishedFrom::Visible));
    let zone = body.replace("29 June 2024", "2 July 2024");
    let row = read("en", "", &zone);
    assert_eq!(day(row.published), "2024-07-03", "a day apart is a zone, and the attribute is exact");
}

#[test]
fn a_day_and_month_that_a_program_exchanged_are_put_right_by_the_line_that_readers_see() {
    let head = "<meta property=\"article:published_time\" content=\"2023-01-11T12:43:42Z\">";
    let body = format!("<h1>Die Fähre fährt weiter</h1>{TEXT}<p>Erstellt am: 01.11.2023</p>");
    let row = read("de", head, &body);
    assert_eq!((day(row.published), row.published_from), ("2023-11-01".to_owned(), PublishedFrom::Visible));
    let other = body.replace("01.11.2023", "02.11.2023");
    assert_eq!(day(read("de", head, &other).published), "2023-01-11");
}

#[test]
fn a_date_is_found_in_rdfa_in_an_address_with_a_month_by_name_and_in_a_calendar_leaf() {
    let rdfa = format!(
        "<h1>Ferry keeps running</h1>{TEXT}<span property=\"schema:dateCreated\" content=\"2022-01-28T12:45:46+00:00\"></span>"
    );
    let row = read("en", "", &rdfa);
    assert_eq!((day(row.published), row.published_from), ("2022-01-28".to_owned(), PublishedFrom::Stated));
    let plain = format!("<h1>Ferry keeps running</h1>{TEXT}");
    let row = at("https://press.example/2023/dec/21/ferry", "en", "", &plain);
    assert_eq!((day(row.published), row.published_from), ("2023-12-21".to_owned(), PublishedFrom::Address));
    let leaf = format!(
        "<div class=\"date\"><span>Apr</span><span>04</span><span>2013</span></div><h1>Ferry keeps running</h1>{TEXT}"
    );
    assert_eq!(day(read("en", "", &leaf).published), "2013-04-04");
}

#[test]
fn a_month_in_the_address_picks_the_line_that_is_a_day_of_it() {
    let body = format!(
        "<p>Letters until <b>3 March 2011</b></p><h1>Harbour notes</h1><div><h1>Ferry keeps running</h1>{TEXT}</div>\
         <p>This was posted on <nobr>19 May 2010</nobr> at <nobr>23:03</nobr> and filed under boats.</p>"
    );
    let row = at("https://press.example/2010/05/ferry/", "en", "<title>Ferry keeps running</title>", &body);
    assert_eq!((day(row.published), row.published_from), ("2010-05-19".to_owned(), PublishedFrom::Visible));
}

#[test]
fn a_day_that_a_sentence_mentions_is_no_date_of_publication() {
    let body = format!(
        "<h1>Ferry keeps running</h1><div class=\"dates\">The two boats have been in service together since 30 June 2018.</div>{TEXT}"
    );
    let row = read("en", "", &body);
    assert_eq!((row.published, row.published_from), (Time::Unknown, PublishedFrom::Unknown));
}

#[test]
fn a_paragraph_may_begin_with_its_day() {
    let body = format!(
        "<h1>Die Fähre fährt weiter</h1><p>27.1.2022 - Der Rat von Vellin hat beschlossen, dass die alte Fähre weiter fährt.</p>{TEXT}"
    );
    assert_eq!(day(read("de", "", &body).published), "2022-01-27");
}

#[test]
fn what_was_changed_stands_apart_from_what_was_published_and_says_where_it_was_read() {
    let body = format!(
        "<h1>Ferry keeps running</h1><p>Published 3 May 2024</p><p>Last updated: 5 May 2024</p>{TEXT}"
    );
    let row = read("en", "", &body);
    assert_eq!((day(row.published), day(row.updated)), ("2024-05-03".to_owned(), "2024-05-05".to_owned()));
    assert_eq!(row.particulars.updated_from, PublishedFrom::Visible);
    let head = "<meta property=\"article:modified_time\" content=\"2024-05-06T08:00:00Z\">";
    let row = read("en", head, &body);
    assert_eq!(
        (day(row.updated), row.particulars.updated_from),
        ("2024-05-06".to_owned(), PublishedFrom::Stated)
    );
    let silent = read("en", "", &format!("<h1>Ferry keeps running</h1>{TEXT}"));
    assert_eq!((silent.updated, silent.particulars.updated_from), (Time::Unknown, PublishedFrom::Unknown));
}

#[test]
fn the_headline_of_a_page_without_a_first_heading_is_the_line_that_says_its_title() {
    let head = "<title>Harbour Post | Ferry keeps running for two winters</title>\
                <meta property=\"og:site_name\" content=\"Harbour Post\">";
    let body = format!(
        "<h2>Most read</h2><p>4 May 2020</p><div class=\"t1\">Ferry keeps running for two winters</div>\
         <span>21 May 2024</span>{TEXT}"
    );
    let row = read("en", head, &body);
    assert_eq!(row.title.as_deref(), Some("Ferry keeps running for two winters"));
    assert_eq!(day(row.published), "2024-05-21");
}

#[test]
fn where_no_title_agrees_the_heading_over_most_of_the_text_is_the_headline() {
    let body = format!(
        "<div><h2>The ferry of Vellin keeps running</h2><span>01.02.2022</span>{TEXT}{TEXT}</div>\
         <div><h1>Quick links of the town and its harbour</h1><p>Opening hours</p></div>"
    );
    let row = read("de", "<title>Town of Vellin - News</title>", &body);
    assert_eq!(row.title.as_deref(), Some("The ferry of Vellin keeps running"));
    assert_eq!(day(row.published), "2022-02-01");
}

#[test]
fn the_headline_that_readers_see_outweighs_a_title_made_for_links_but_not_all_that_is_stated() {
    let body = format!("<h1>Ferry of Vellin keeps running for two winters</h1>{TEXT}");
    let shared = "<title>Old ferry stays</title><meta property=\"og:title\" content=\"Old ferry stays\">";
    assert_eq!(
        read("en", shared, &body).title.as_deref(),
        Some("Ferry of Vellin keeps running for two winters")
    );
    let headline = format!("{shared}<meta name=\"headline\" content=\"Old ferry stays\">");
    assert_eq!(read("en", &headline, &body).title.as_deref(), Some("Old ferry stays"));
}
