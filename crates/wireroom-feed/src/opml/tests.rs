//! Lists as readers of the world export them, broken ones, and what must come back from a list that was written.

use super::*;
use proptest::prelude::*;

fn path(names: &[&str]) -> Vec<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}

fn body(outlines: &str) -> Opml {
    read(format!("<opml version=\"2.0\"><head/><body>{outlines}</body></opml>").as_bytes()).unwrap()
}

/// The same feeds, folders, titles and settings, whatever the order of folders.
fn same(one: &Opml, other: &Opml) {
    assert_eq!(one.title, other.title);
    assert_eq!(by_address(one), by_address(other));
    let folders = |list: &Opml| {
        let mut folders = list.folders.clone();
        folders.sort();
        folders
    };
    assert_eq!(folders(one), folders(other));
}

fn by_address(list: &Opml) -> Vec<Subscription> {
    let mut subscriptions = list.subscriptions.clone();
    for subscription in &mut subscriptions {
        subscription.folders.sort();
    }
    subscriptions.sort_by(|a, b| a.feed.cmp(&b.feed));
    subscriptions
}

fn round(bytes: &[u8]) -> Opml {
    let list = read(bytes).unwrap();
    let written = write(&list);
    let again = read(written.as_bytes()).unwrap();
    same(&list, &again);
    assert!(again.left_out.is_empty() && again.warnings.is_empty(), "{again:?}\n{written}");
    assert_eq!(write(&again), written);
    list
}

#[test]
fn folders_titles_pages_and_other_attributes_come_back() {
    let list = round(
        br#"<?xml version="1.0"?><opml version="2.0" xmlns:other="urn:other"><head><title> My  list </title></head><body>
        <outline text="Loose" type="atom" xmlUrl="https://tide.example/atom" htmlUrl="https://tide.example/"/>
        <outline text="News"><outline text="World &amp; more">
          <outline text="Shown" title="Own name" xmlURL=" https://tern.example/rss " category="/a/b,c" other:keep="x&#10;y" stray:one="1"/>
        </outline><outline text="Empty"/></outline></body></opml>"#,
    );
    assert_eq!(list.title.as_deref(), Some("My list"));
    let (loose, shown) = (&list.subscriptions[0], &list.subscriptions[1]);
    assert_eq!(loose.rest.get("type").map(String::as_str), Some("atom"));
    assert_eq!(loose.page.as_deref(), Some("https://tide.example/"));
    assert_eq!((shown.title.as_deref(), shown.feed.as_str()), (Some("Shown"), "https://tern.example/rss"));
    assert_eq!(shown.folders, [path(&["News", "World & more"])]);
    assert_eq!(shown.rest.get("title").map(String::as_str), Some("Own name"));
    assert_eq!(shown.rest.get("category").map(String::as_str), Some("/a/b,c"));
    assert_eq!(shown.rest.get("other:keep").map(String::as_str), Some("x\ny"));
    assert_eq!(list.folders.last().unwrap(), &path(&["News", "Empty"]));
}

#[test]
fn a_feed_in_several_folders_is_one_feed_in_all_of_them() {
    let list = round(
        br#"<opml version="1.1"><body>
        <outline text="A"><outline text="T" type="rss" xmlUrl="https://tide.example/rss"/></outline>
        <outline text="B"><outline text="T" type="rss" xmlUrl="https://tide.example/rss"/></outline>
        <outline text="T" type="rss" xmlUrl="https://tide.example/rss"/></body></opml>"#,
    );
    assert_eq!(list.subscriptions.len(), 1);
    assert_eq!(list.subscriptions[0].folders, [path(&["A"]), path(&["B"])]);
}

#[test]
fn two_titles_of_one_feed_are_told() {
    let list = body(
        r#"<outline text="One" xmlUrl="https://a.example/f"/><outline text="Two" xmlUrl="https://a.example/f"/>"#,
    );
    assert_eq!(list.subscriptions[0].title.as_deref(), Some("One"));
    assert!(list.warnings[0].0.contains("\"Two\" not"), "{:?}", list.warnings);
}

#[test]
fn our_settings_are_known_by_their_namespace_whatever_the_prefix() {
    let outline = |prefix: &str| {
        format!(
            r#"<outline text="T" xmlUrl="https://a.example/f" {prefix}:text-from="page" {prefix}:folded="no"/>"#
        )
    };
    let declared =
        format!("<opml version=\"2.0\" xmlns:wr=\"{NAMESPACE}\"><body>{}</body></opml>", outline("wr"));
    let list = round(declared.as_bytes());
    assert_eq!(list.subscriptions[0].settings.get("text-from").map(String::as_str), Some("page"));
    assert!(write(&list).contains("wireroom:folded=\"no\""));
    assert_eq!(body(&outline("wireroom")).subscriptions, list.subscriptions);
    let foreign = format!(
        "<opml version=\"2.0\" xmlns:wireroom=\"urn:another\"><body>{}</body></opml>",
        outline("wireroom")
    );
    assert!(read(foreign.as_bytes()).unwrap().subscriptions[0].settings.is_empty());
}

#[test]
fn a_prefix_that_means_two_things_keeps_both() {
    let list = round(
        br#"<opml version="2.0"><body>
        <outline text="1" xmlUrl="https://a.example/1" xmlns:x="urn:one" x:a="1"/>
        <outline text="2" xmlUrl="https://a.example/2" xmlns:x="urn:two" x:a="2"/>
        <outline text="3" xmlUrl="https://a.example/3" xmlns:x="urn:one" x:a="3"/></body></opml>"#,
    );
    let spaces: Vec<_> = list.subscriptions.iter().map(|s| s.rest.get("xmlns:x").unwrap().as_str()).collect();
    assert_eq!(spaces, ["urn:one", "urn:two", "urn:one"]);
}

#[test]
fn what_is_no_feed_is_told_with_the_way_to_it() {
    let list = body(
        r#"<outline text="Sub" type="link" url="https://a.example/list.opml"/>
        <outline text="Inc" type="include" url=" https://a.example/inc.opml "/><outline type="include"/>
        <outline text="Lists" type="source" xmlUrl="https://a.example/all"/>
        <outline text="Site" type="rss" xmlUrl="" htmlUrl="https://a.example/"/>
        <outline text="None" type="rss" xmlUrl=" "/>
        <outline text="Bad" type="rss" xmlUrl="javascript:alert(1)"/>
        <outline text="Word" type="link" xmlUrl="https://a.example/feed"/>"#,
    );
    assert_eq!(list.subscriptions.len(), 1);
    assert_eq!(list.subscriptions[0].feed, "https://a.example/feed");
    assert_eq!((list.left_out.len(), list.left_out_count), (7, 7));
    for (line, part) in list.left_out.iter().zip([
        "another list; bring that one in by its address: https://a.example/list.opml",
        "https://a.example/inc.opml",
        "leads nowhere",
        "https://a.example/all",
        "add the page, and its feed is looked for: https://a.example/",
        "has no address",
        "no http or https address",
    ]) {
        assert!(line.contains(part), "{line} / {part}");
    }
    assert!(list.folders.is_empty());
}

#[test]
fn a_broken_list_gives_what_can_be_read() {
    let list = round(
        b"<?xml version='1.0'?><opml version=2.0><head><title>A&eacute;&nosuch;</title><body>
        <outline text='Caf&eacute; & <b>bar</b>' xmlUrl=https://a.example/1><outline text='Folder'>
        <outline text=\"B\" xmlUrl=\"https://a.example/2?a=1&b=2\"></outline></bogus:x>
        </body></opml><opml><body><outline text='C' xmlUrl='https://a.example/3'/>",
    );
    let feeds: Vec<_> = list.subscriptions.iter().map(|s| s.feed.as_str()).collect();
    assert_eq!(feeds, ["https://a.example/1", "https://a.example/2?a=1&b=2", "https://a.example/3"]);
    assert_eq!(list.subscriptions[0].title.as_deref(), Some("Café & <b>bar</b>"));
    assert_eq!(list.subscriptions[1].folders, [path(&["Folder"])]);
    assert!(!list.warnings.is_empty());
}

#[test]
fn people_and_groups_give_their_feeds() {
    let list = round(
        br#"<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:foaf="http://xmlns.com/foaf/0.1/"
          xmlns:rss="http://purl.org/rss/1.0/" xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#" xmlns:ya="http://blogs.yandex.ru/schema/foaf/">
        <foaf:Group><foaf:member><foaf:Agent><foaf:weblog><foaf:Document rdf:about="https://ann.example/">
          <rdfs:seeAlso><rss:channel rdf:about="https://ann.example/feed"/></rdfs:seeAlso></foaf:Document></foaf:weblog>
          <foaf:weblog><foaf:Document rdf:about="https://ann.example/two"><rdfs:seeAlso><rss:channel rdf:about=""/></rdfs:seeAlso></foaf:Document></foaf:weblog>
          <foaf:name> Ann </foaf:name></foaf:Agent></foaf:member><foaf:name>Harbour people</foaf:name></foaf:Group>
        <foaf:Person><foaf:name>Ben</foaf:name><ya:blogActivity><ya:Posts><ya:feed rdf:resource="https://ben.example/feed"/></ya:Posts></ya:blogActivity>
          <foaf:knows><foaf:Person><foaf:member_name>Cal</foaf:member_name><rdfs:seeAlso rdf:resource="https://cal.example/foaf"/></foaf:Person></foaf:knows>
        </foaf:Person></rdf:RDF>"#,
    );
    let (ann, ben) = (&list.subscriptions[0], &list.subscriptions[1]);
    assert_eq!((ann.title.as_deref(), ann.page.as_deref()), (Some("Ann"), Some("https://ann.example/")));
    assert_eq!(ann.folders, [path(&["Harbour people"])]);
    assert_eq!((ben.title.as_deref(), ben.feed.as_str()), (Some("Ben"), "https://ben.example/feed"));
    assert!(list.left_out[0].contains("https://ann.example/two"), "{:?}", list.left_out);
    assert!(list.left_out[1].starts_with("\"Cal\" is a link to another list"), "{:?}", list.left_out);
}

#[test]
fn what_is_no_list_is_named_for_what_it_is() {
    assert_eq!(read(b" \n"), Err(OpmlError::Empty));
    assert_eq!(read(b"<!doctype html><html><body>x</body></html>"), Err(OpmlError::WebPage));
    assert_eq!(read(b"<rss version='2.0'><channel><title>x</title></channel></rss>"), Err(OpmlError::Feed));
    assert_eq!(
        read(b"<feed xmlns='http://www.w3.org/2005/Atom'><title>x</title></feed>"),
        Err(OpmlError::Feed)
    );
    assert_eq!(read(b"{\"a\": 1}"), Err(OpmlError::NotOpml));
    assert_eq!(read(b"<opml/>").map(|list| list.subscriptions.len()), Ok(0));
    assert_eq!(
        read(&vec![b' '; BYTE_LIMIT + 1]),
        Err(OpmlError::TooLarge { bytes: BYTE_LIMIT + 1, limit: BYTE_LIMIT })
    );
}

#[test]
fn depth_and_count_have_limits_that_are_told() {
    let deep = "<outline text='f'>".repeat(40) + "<outline text='t' xmlUrl='https://a.example/f'/>";
    let list = body(&deep);
    assert_eq!(list.subscriptions[0].folders[0].len(), DEPTH_LIMIT);
    assert!(list.warnings[0].0.contains("16 deep"), "{:?}", list.warnings);
    let many: String =
        (0..SUBSCRIPTION_LIMIT + 3).map(|n| format!("<outline xmlUrl='https://a.example/{n}'/>")).collect();
    let list = body(&many);
    assert_eq!((list.subscriptions.len(), list.left_out_count), (SUBSCRIPTION_LIMIT, 3));
    let refused: String = (0..LEFT_OUT_LIMIT + 5).map(|n| format!("<outline xmlUrl='ftp:{n}'/>")).collect();
    let list = body(&refused);
    assert_eq!((list.left_out.len(), list.left_out_count), (LEFT_OUT_LIMIT, LEFT_OUT_LIMIT + 5));
    let nested = "<outline text='f'>".repeat(200_000);
    assert!(body(&nested).folders.len() <= SUBSCRIPTION_LIMIT);
}

#[test]
fn a_feed_without_a_title_is_shown_by_its_address_and_reads_back_as_none() {
    let list = round(br#"<opml><body><outline xmlUrl="https://a.example/f?a=1&amp;b=2"/></body></opml>"#);
    assert_eq!(list.subscriptions[0].title, None);
    assert!(write(&list).contains("text=\"https://a.example/f?a=1&amp;b=2\""));
}

/// Text with everything that could break a list, and nothing that one line cannot hold.
fn name() -> impl Strategy<Value = String> {
    "[a-zA-Z<>&\"'/\\\\;#{}é字\u{1F4F0}\u{85}\u{A0}.0-9 -]{1,24}"
        .prop_filter_map("nothing but white space", |text| line(&text))
}

fn subscription() -> impl Strategy<Value = Subscription> {
    let setting =
        prop::collection::btree_map("[a-z][a-z-]{0,8}", "[ -~é\n]{0,12}", 0..4).prop_map(|settings| {
            settings.into_iter().map(|(name, value)| (name, value.trim().to_owned())).collect()
        });
    let rest = prop::collection::btree_map("[b-k][a-zA-Z-]{0,6}", "[ -~é\n\t]{0,12}", 0..4);
    let folders = prop::collection::btree_set(prop::collection::vec(name(), 1..4), 0..3);
    let address = "[a-zA-Z0-9/?&=;#%'\"<>é~-]{0,24}";
    (address, prop::option::of(name()), prop::option::of("[a-z0-9&/]{0,9}"), folders, setting, rest).prop_map(
        |(address, title, page, folders, settings, rest)| Subscription {
            feed: format!("https://{address}.example/"),
            title,
            page: page.map(|page| format!("http://{page}.example")),
            folders: folders.into_iter().collect(),
            settings,
            rest,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn what_is_written_is_read_back(
        title in prop::option::of(name()), subscriptions in prop::collection::vec(subscription(), 0..8)
    ) {
        let mut seen = BTreeMap::new();
        let subscriptions: Vec<_> =
            subscriptions.into_iter().filter(|s| seen.insert(s.feed.clone(), ()).is_none()).collect();
        let list = Opml { title, subscriptions, ..Opml::default() };
        let again = read(write(&list).as_bytes()).unwrap();
        prop_assert_eq!(&again.title, &list.title);
        prop_assert_eq!(by_address(&again), by_address(&list));
        prop_assert!(again.left_out.is_empty());
        prop_assert_eq!(write(&again), write(&read(write(&again).as_bytes()).unwrap()));
    }

    #[test]
    fn any_bytes_settle_after_one_reading(bytes in prop::collection::vec(piece(), 0..24)) {
        let bytes = bytes.concat();
        if let Ok(list) = read(bytes.as_bytes()) {
            let written = write(&list);
            prop_assert_eq!(write(&read(written.as_bytes()).unwrap()), written);
        }
    }
}

fn piece() -> impl Strategy<Value = String> {
    let fixed = prop::sample::select(vec![
        "<opml>",
        "<outline text='a'",
        " xmlUrl='https://a.example/1'",
        " xmlUrl=\"http://b.example/?&amp;#38;\"",
        ">",
        "/>",
        "</outline>",
        "<outline ",
        " text=\"&#38;#38; &amp;lt;b&gt;\"",
        " title='t'",
        " TYPE='Atom'",
        " type='pie'",
        " xmlns:x='urn:x'",
        " x:a='1'",
        " y:b='2'",
        " wireroom:folded='no'",
        " xmlns:wireroom='urn:z'",
        " htmlUrl='https://p.example'",
        " url='https://u.example/'",
        "<head><title>T",
        "</title>",
        "<body>",
        "&egrave;",
        "\u{fffe}\u{1}",
        "<foaf:Group>",
        "<foaf:name>N</foaf:name>",
        "<x><channel rdf:about='https://c.example/f'>",
        " xml:lang='de'",
        " xml:base='/x'",
    ]);
    prop_oneof![6 => fixed.prop_map(str::to_owned), 1 => any::<String>()]
}
