//! A person's override on a page: it wins where its selectors match, tells where they do not, and never breaks a page.

use url::Url;
use wireroom_extract::{Override, Page, Read, Site, extract, read, read_explained};
use wireroom_model::Rule;

const LONG: &str = "The ferry to Hallow Island will sail again from Monday, the harbour office said after the \
                    inspection of the pier, which took four days and found no further damage to its piles.";

fn html() -> String {
    format!(
        "<html><head><title>Wrong title | Post</title><meta property=\"og:title\" content=\"Wrong title\">\
         <meta name=\"author\" content=\"Web Desk\"></head><body><main>\
         <div class=\"kicker-x\">Ferry sails again</div><span class=\"who\">By Ada Fenn and Ben Ito</span>\
         <em class=\"when\">3 May 2024</em>\
         <div class=\"one\"><p>{LONG} First part.</p><p class=\"call\">Our app brings you the harbour's news before all others do, every day of the week.</p></div>\
         <div class=\"between\"><p>{LONG} This stands between the parts.</p></div>\
         <div class=\"two\"><p>{LONG} Second part.</p></div>\
         <aside class=\"sidebar three\"><p>{LONG} Third part, in an aside.</p></aside>\
         </main></body></html>"
    )
}

fn with(toml: &str) -> Read {
    let html = html();
    let url = Url::parse("https://press.example/ferry").unwrap();
    let chosen = Override::parse("press.example.toml", toml).unwrap();
    read(&Page::new(&html).at(Some(&url)), Site { chosen: Some(&chosen), ..Site::default() })
}

#[test]
fn all_that_the_body_selectors_match_is_the_body_in_page_order() {
    let read = with("body = [\".three\", \".one\", \".two\"]");
    let body = &read.rows[0].body;
    let at = |part: &str| body.find(part).unwrap_or_else(|| panic!("{part} is missing: {body}"));
    assert!(at("First part") < at("Second part") && at("Second part") < at("Third part"));
    assert!(!body.contains("between the parts"), "{body}");
    assert!(read.applied.unwrap().notices().is_empty());
}

#[test]
fn nothing_beside_what_a_person_called_the_body_comes_in() {
    let html = format!(
        "<html><head><meta name=\"description\" content=\"{LONG}\"></head><body><article><h1>Ferry sails again</h1>\
         <p class=\"standfirst\">{LONG}</p><div class=\"text\"><p>{LONG} First part.</p><p>{LONG} Second part.</p></div>\
         </article></body></html>"
    );
    let chosen = Override::parse("press.example.toml", "body = \".text\"").unwrap();
    let site = Site { chosen: Some(&chosen), ..Site::default() };
    let body = read(&Page::new(&html), site).rows[0].body.clone();
    assert_eq!(body, format!("{LONG} First part.\n\n{LONG} Second part."));
}

#[test]
fn what_is_dropped_is_gone_and_told() {
    let read = with("drop = \"p.call\"");
    assert!(!read.rows[0].body.contains("Our app"));
    let applied = read.applied.unwrap();
    assert_eq!(applied.dropped[0].0, "p.call");
    assert!(applied.dropped[0].1.starts_with("Our app brings"));
    assert_eq!(applied.matched[0].elements, 1);
}

#[test]
fn facts_are_read_where_a_person_points() {
    let read = with("title = \".kicker-x\"\nauthor = \".who\"\ndate = \".when\"");
    let row = &read.rows[0];
    assert_eq!(row.title.as_deref(), Some("Ferry sails again"));
    assert_eq!(row.authors, ["Ada Fenn", "Ben Ito"]);
    assert!(row.published.known().unwrap().to_string().starts_with("2024-05-03"));
}

#[test]
fn selectors_that_match_nothing_change_nothing_and_say_so() {
    let html = html();
    let url = Url::parse("https://press.example/ferry").unwrap();
    let plain = extract(&Page::new(&html).at(Some(&url)));
    let read = with("body = \".story\"\ndrop = \".none\"\ntitle = \"h7\"");
    assert_eq!(read.rows, plain);
    let told = read.applied.unwrap().notices().join(" ");
    assert!(told.contains("no selector of body in press.example.toml matched anything"), "{told}");
    assert!(told.contains("no selector of title"), "{told}");
}

#[test]
fn an_override_that_leaves_nothing_is_set_aside() {
    for toml in ["drop = \"main\"", "drop = \"*\"", "drop = [\"body\", \"div\", \"aside\"]"] {
        let read = with(toml);
        assert!(read.rows[0].body.contains("First part"), "{toml}");
        let applied = read.applied.unwrap();
        assert!(applied.set_aside && applied.notices()[0].contains("read without it"), "{toml}");
    }
}

#[test]
fn a_site_that_is_not_to_be_learnt_gives_nothing_to_learn_from() {
    assert!(with("learn = \"off\"").blocks.site.is_empty());
    assert_eq!(with("learn = \"on\"").blocks.site, "press.example");
}

#[test]
fn the_account_names_the_override_and_what_it_dropped() {
    let html = html();
    let url = Url::parse("https://press.example/ferry").unwrap();
    let chosen = Override::parse("press.example.toml", "body = \".one\"\ndrop = \".call\"").unwrap();
    let site = Site { chosen: Some(&chosen), ..Site::default() };
    let (read, told) = read_explained(&Page::new(&html).at(Some(&url)), site);
    assert!(read.rows[0].body.ends_with("First part."));
    assert!(told.candidates.iter().any(|c| c.chosen && c.way == "override"), "{:?}", told.candidates);
    assert!(told.dropped.iter().any(|d| d.rule == Rule::Override && d.path == ".call"));
    assert!(told.notes.iter().any(|note| note.contains("press.example.toml")));
}

#[test]
fn any_selector_on_any_page_gives_rows() {
    let pages = ["", "<p>", "<body>", "<html><body><div><div><p>x", "<table><tr><td>a<td>b", "\u{0}<x"];
    for toml in ["body = \"*\"", "body = \"body\"", "body = \"p\"", "drop = \"* > *\"", "title = \"p\""] {
        let chosen = Override::parse("press.example.toml", toml).unwrap();
        for html in pages {
            let site = Site { chosen: Some(&chosen), ..Site::default() };
            assert!(!read(&Page::new(html), site).rows.is_empty());
        }
    }
}
