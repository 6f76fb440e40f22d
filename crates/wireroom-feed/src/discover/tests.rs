//! Pages as publishing systems write them, and what is proposed for each.

use super::*;

fn found(html: &str, base: &str) -> Vec<Found> {
    feeds_in(html, &Url::parse(base).unwrap())
}

fn addresses(html: &str, base: &str) -> Vec<String> {
    found(html, base).into_iter().map(|f| f.address.to_string()).collect()
}

#[test]
fn stated_feeds_come_first_and_comment_feeds_after_everything() {
    let html = "<head><base href='/news/'><link rel=alternate type='application/rss+xml' title='Comments' href='comments/feed'>
        <link rel=alternate type='application/rss+xml' title='Ferries' href='category/ferries/feed'>
        <LINK REL='Alternate' TYPE='application/atom+xml; charset=utf-8' title='All &amp; more' HREF='all.atom'>
        <link rel=alternate type='text/html' hreflang=de href='/de'></head><a href='/politics/rss.xml'>RSS</a>";
    let found = found(html, "https://tide.example/today/");
    let paths: Vec<_> = found.iter().map(|f| f.address.path()).collect();
    assert_eq!(
        paths,
        ["/news/all.atom", "/politics/rss.xml", "/news/category/ferries/feed", "/news/comments/feed"]
    );
    assert_eq!(found[0].title.as_deref(), Some("All & more"));
    assert_eq!(
        (found[1].how, found[2].extent, found[3].extent),
        (How::Linked, Extent::Part, Extent::Comments)
    );
}

#[test]
fn nothing_is_read_from_scripts_or_comments() {
    let html =
        "<script>'<link rel=alternate type=application/rss+xml href=/a>'</script><!-- <a href=/feed> -->";
    let found = found(html, "https://tide.example/");
    assert!(!found.is_empty() && found.iter().all(|f| f.how == How::Guess));
}

#[test]
fn active_addresses_are_never_proposed() {
    let html = "<link rel='alternate feed' href='javascript:alert(1)//feed'><a href='data:x/feed'>x</a>";
    assert!(addresses(html, "https://tide.example/").iter().all(|a| a.starts_with("https://tide.example/")));
}

#[test]
fn a_channel_is_offered_without_shorts_first_wherever_it_is_named() {
    let id = "UC0123456789abcdefghij_-";
    let plain = "https://www.youtube.com/feeds/videos.xml?playlist_id=UULF0123456789abcdefghij_-";
    let all = format!("https://www.youtube.com/feeds/videos.xml?channel_id={id}");
    let stated = format!("<link rel=alternate type='application/rss+xml' title=Tide href='{all}'>");
    assert_eq!(addresses(&stated, "https://www.youtube.com/@tidetv"), [plain, &all]);
    assert_eq!(
        found(&stated, "https://www.youtube.com/@tidetv")[0].title.as_deref(),
        Some("Tide (without Shorts)")
    );
    let meta = format!("<meta itemprop=identifier content={id}>");
    assert_eq!(addresses(&meta, "https://www.youtube.com/watch?v=x"), [plain, &all]);
    assert!(addresses(&meta, "https://tide.example/").iter().all(|a| !a.contains("youtube")));
}

#[test]
fn a_page_that_says_what_made_it_is_looked_for_there() {
    let made = |by: &str| format!("<meta name=Generator content='{by}'>");
    assert_eq!(
        addresses(&made("WordPress 6.4"), "https://tide.example/a/b")[0],
        "https://tide.example/feed/"
    );
    assert_eq!(
        addresses("<link rel='https://api.w.org/' href=/wp-json/>", "https://tide.example/tag/ferry/")[0],
        "https://tide.example/tag/ferry/feed/"
    );
    assert_eq!(addresses(&made("Hugo 0.120"), "https://tide.example/")[0], "https://tide.example/index.xml");
    assert!(found(&made("NoSuchThing 1"), "https://tide.example/").iter().all(|f| f.how == How::Guess));
}

#[test]
fn guesses_are_few_and_begin_at_the_pages_own_folder() {
    let page = Url::parse("https://tide.example/blog?x=1").unwrap();
    let guesses = guesses(&page);
    assert_eq!(guesses[0].as_str(), "https://tide.example/blog/feed");
    assert_eq!(guesses[3].as_str(), "https://tide.example/feed");
    assert!(guesses.len() <= GUESS_LIMIT);
    let many = "<link rel=alternate type=application/rss+xml href=/x>".to_owned()
        + &(0..500).map(|n| format!("<a href=/{n}.rss>")).collect::<String>();
    assert!(addresses(&many, "https://tide.example/").len() <= 2 * FOUND_LIMIT);
}

#[test]
fn a_podcast_directory_is_asked_by_number_and_its_answer_read() {
    let page = Url::parse("https://podcasts.apple.com/de/podcast/the-tide/id1234").unwrap();
    assert_eq!(lookup(&page).unwrap().as_str(), "https://itunes.apple.com/lookup?entity=podcast&id=1234");
    assert!(by_address(&page).is_empty());
    for other in [
        "https://podcasts.apple.com/de/podcast/the-tide/",
        "https://tide.example/id1",
        "https://podcasts.apple.com/idx",
    ] {
        assert_eq!(lookup(&Url::parse(other).unwrap()), None, "{other}");
    }
    let answer = br#"{"resultCount":1,"results":[{"collectionName":"The Tide","feedUrl":"https://tide.example/pod.xml"},{"feedUrl":"javascript:x"}]}"#;
    let found = looked_up(answer);
    assert_eq!(
        (found.len(), found[0].address.as_str(), found[0].title.as_deref()),
        (1, "https://tide.example/pod.xml", Some("The Tide"))
    );
    assert!(looked_up(b"<html>").is_empty());
}

#[test]
fn a_person_of_the_fediverse_may_be_typed_as_such() {
    assert_eq!(typed("@ann@social.example").unwrap().as_str(), "https://social.example/@ann");
    for no in
        ["ann@social.example", "@ann", "@ann@localhost", "@a/b@c.example", "https://x.example/@a@b.example"]
    {
        assert_eq!(typed(no), None, "{no}");
    }
}
