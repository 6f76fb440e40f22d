//! Every dialect and vocabulary that is read, in feeds written for these tests.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice)]

use serde_json::json;
use wireroom_feed::{Degrees, Entry, Feed, FeedError, Format, Hints, Text, parse};

fn feed(text: &str) -> Feed {
    parse(text.as_bytes(), &Hints::default()).unwrap()
}

fn value(text: Option<&Text>) -> &str {
    text.map_or("", |text| text.value.as_str())
}

fn title(entry: &Entry) -> &str {
    value(entry.title.as_ref())
}

fn item(inside: &str) -> Entry {
    let text = format!(
        "<rss version='2.0' xmlns:media='http://search.yahoo.com/mrss/' xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'
         xmlns:podcast='https://podcastindex.org/namespace/1.0' xmlns:slash='http://purl.org/rss/1.0/modules/slash/'
         xmlns:wfw='http://wellformedweb.org/CommentAPI/' xmlns:thr='http://purl.org/syndication/thread/1.0'
         xmlns:georss='http://www.georss.org/georss' xmlns:gml='http://www.opengis.net/gml' xmlns:atom='http://www.w3.org/2005/Atom'
         xmlns:geo='http://www.w3.org/2003/01/geo/wgs84_pos#' xmlns:dc='http://purl.org/dc/elements/1.1/'>
         <channel><title>Tide</title><item>{inside}</item></channel></rss>"
    );
    feed(&text).entries.remove(0)
}

#[test]
fn every_version_of_rss_is_named_and_read() {
    for (version, format) in [
        ("version='0.91'", Format::Rss091),
        ("version='0.92'", Format::Rss092),
        ("version='0.93'", Format::Rss092),
        ("version='2.0'", Format::Rss20),
        ("version='2.01'", Format::Rss20),
        ("version='seven'", Format::Rss),
        ("", Format::Rss),
    ] {
        let text = format!(
            "<rss {version}><channel><title>Tide</title><item><title>One</title></item></channel></rss>"
        );
        let feed = feed(&text);
        assert_eq!((feed.format, title(&feed.entries[0])), (format, "One"), "{version}");
    }
    let netscape = feed(
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://my.netscape.com/rdf/simple/0.9/'>
         <channel><title>Tide</title></channel><item><title>One</title><link>https://tide.example/1</link></item></rdf:RDF>",
    );
    assert_eq!(
        (netscape.format, netscape.entries[0].link.as_deref()),
        (Format::Rss090, Some("https://tide.example/1"))
    );
}

#[test]
fn rss_1_reads_its_modules() {
    let feed = feed(
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' xmlns:slash='http://purl.org/rss/1.0/modules/slash/'
           xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:content='http://purl.org/rss/1.0/modules/content/'>
         <channel rdf:about='https://tide.example/'><title>Tide</title><link>https://tide.example/</link><dc:language>da</dc:language>
           <items><rdf:Seq><rdf:li rdf:resource='https://tide.example/1'/></rdf:Seq></items></channel>
         <image rdf:about='https://tide.example/i.png'><title>Not it</title><url>https://tide.example/i.png</url></image>
         <item rdf:about='https://tide.example/1'><title>One</title><link>https://tide.example/1</link><dc:creator>Ann Lee</dc:creator>
           <dc:date>2026-05-04T10:00Z</dc:date><dc:subject>Harbour</dc:subject><slash:comments>7</slash:comments><slash:section>news</slash:section>
           <content:encoded><![CDATA[<p>Whole.</p>]]></content:encoded></item></rdf:RDF>",
    );
    assert_eq!((feed.format, feed.language.as_deref()), (Format::Rss10, Some("da")));
    assert_eq!(feed.image.as_deref(), Some("https://tide.example/i.png"));
    let entry = &feed.entries[0];
    assert_eq!((entry.id.as_deref(), entry.comment_count), (Some("https://tide.example/1"), Some(7)));
    assert_eq!(entry.authors[0].name.as_deref(), Some("Ann Lee"));
    assert_eq!(entry.categories.iter().map(|c| c.term.as_str()).collect::<Vec<_>>(), ["Harbour", "news"]);
    assert_eq!(entry.content[0].value, "<p>Whole.</p>");
    assert!(entry.published.is_known());
}

#[test]
fn a_source_is_kept_whole_whatever_the_dialect() {
    let atom = feed(
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>Digest</title><entry><title>One</title><source xml:base='https://wire.example/'>
         <title>North Wire</title><id>tag:wire.example,2026:f</id><updated>2026-05-04T10:00:00Z</updated><icon>i.ico</icon>
         <link rel='self' href='feed.atom'/><link href='/'/><author><name>The desk</name></author><rights>© North Wire</rights></source></entry></feed>",
    );
    let safe = atom.sanitised(None);
    assert_eq!(safe.entries[0].authors, Vec::<String>::new());
    assert_eq!(
        serde_json::to_value(&safe.entries[0].source).unwrap(),
        json!({"title": "North Wire", "link": "https://wire.example/", "id": "tag:wire.example,2026:f",
            "own_address": "https://wire.example/feed.atom", "updated": "2026-05-04T10:00:00Z", "authors": ["The desk"],
            "icon": "https://wire.example/i.ico", "rights": "© North Wire"})
    );
    let source = item("<source url='https://wire.example/rss'>North Wire</source>").source.unwrap();
    assert_eq!(value(source.title.as_ref()), "North Wire");
    assert_eq!(source.own_address.as_deref(), Some("https://wire.example/rss"));
    let inside = item("<atom:source><atom:title>North Wire</atom:title><atom:id>w</atom:id></atom:source>")
        .source
        .unwrap();
    assert_eq!((value(inside.title.as_ref()), inside.id.as_deref()), ("North Wire", Some("w")));
}

#[test]
fn podcasts_say_time_season_people_and_companions() {
    let entry = item(
        "<title>Fog</title><enclosure url='https://tide.example/1.mp3' type='audio/mpeg' length='4800'/><itunes:duration>1:02:03</itunes:duration>
         <itunes:season>2</itunes:season><itunes:episode>5</itunes:episode><itunes:image href='https://tide.example/1.jpg'/>
         <podcast:person role='guest' href='https://ann.example/'>Ann Lee</podcast:person>
         <podcast:transcript url='https://tide.example/1.vtt' type='text/vtt'/>
         <podcast:location geo='geo:57.7,-11.97;u=35'>Gothenburg</podcast:location>",
    );
    assert_eq!((entry.duration_seconds, entry.season, entry.episode), (Some(3723), Some(2), Some(5)));
    assert_eq!(entry.enclosures[0].duration_seconds, Some(3723));
    assert_eq!(entry.image.as_deref(), Some("https://tide.example/1.jpg"));
    let guest = &entry.contributors[0];
    assert_eq!((guest.name.as_deref(), guest.role.as_deref()), (Some("Ann Lee"), Some("guest")));
    assert_eq!(guest.address.as_deref(), Some("https://ann.example/"));
    assert_eq!(
        (entry.links[0].rel.as_str(), entry.links[0].media_type.as_deref()),
        ("transcript", Some("text/vtt"))
    );
    assert_eq!(entry.location.names, ["Gothenburg"]);
    assert_eq!(entry.location.points[0].longitude, Degrees(-11_970_000));
}

#[test]
fn media_gives_files_pictures_texts_and_credits() {
    let entry = item(
        "<media:group><media:title>Fog</media:title><media:description>Thick.</media:description>
         <media:content url='https://tide.example/s.mp4' type='video/mp4' fileSize='99' duration='61'/>
         <media:content url='https://tide.example/b.jpg' medium='image'/></media:group>
         <media:thumbnail url='https://tide.example/t.jpg'/><media:credit role='photographer' scheme='urn:ebu'>Bo Ruud</media:credit>
         <media:copyright>© Tide</media:copyright><media:keywords>fog, sea</media:keywords>",
    );
    assert_eq!((title(&entry), value(entry.summary.as_ref())), ("Fog", "Thick."));
    assert_eq!((entry.enclosures.len(), entry.enclosures[0].duration_seconds), (2, Some(61)));
    assert_eq!(entry.enclosures[0].length, Some(99));
    assert_eq!(entry.image.as_deref(), Some("https://tide.example/t.jpg"));
    assert_eq!(entry.contributors[0].role.as_deref(), Some("photographer"));
    assert_eq!((value(entry.rights.as_deref()), entry.categories.len()), ("© Tide", 2));
}

#[test]
fn comments_and_replies_are_counted_and_named() {
    let entry = item(
        "<comments>https://tide.example/1#c</comments><slash:comments>12</slash:comments><wfw:commentRss>https://tide.example/1/rss</wfw:commentRss>
         <thr:total>9</thr:total><thr:in-reply-to ref='tag:tide.example,2026:0' href='https://tide.example/0'/>",
    );
    assert_eq!(
        (entry.comments.as_deref(), entry.comment_count),
        (Some("https://tide.example/1#c"), Some(12))
    );
    assert_eq!(
        (entry.links[0].rel.as_str(), entry.links[0].address.as_str()),
        ("replies", "https://tide.example/1/rss")
    );
    assert_eq!(entry.in_reply_to[0].id.as_deref(), Some("tag:tide.example,2026:0"));
    assert_eq!(entry.in_reply_to[0].address.as_deref(), Some("https://tide.example/0"));
    let atom = feed(
        "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:thr='http://purl.org/syndication/thread/1.0'><entry>
         <link rel='replies' type='text/html' href='https://tide.example/1#c' thr:count='3'/></entry></feed>",
    );
    assert_eq!(atom.entries[0].comment_count, Some(3));
    assert_eq!(atom.entries[0].comments.as_deref(), Some("https://tide.example/1#c"));
}

#[test]
fn places_are_read_in_each_of_their_spellings() {
    let gothenburg = (Degrees(57_708_870), Degrees(11_974_560));
    for spelling in [
        "<georss:point>57.70887 11.97456</georss:point>",
        "<georss:point>57.70887, 11.97456</georss:point>",
        "<georss:where><gml:Point><gml:pos>57.70887 11.97456</gml:pos></gml:Point></georss:where>",
        "<geo:lat>57.70887</geo:lat><geo:long>11.97456</geo:long>",
        "<geo:long>11.97456</geo:long><geo:lat>57.70887</geo:lat>",
        "<geo:Point><geo:lat>57.70887</geo:lat><geo:long>11.97456</geo:long></geo:Point>",
    ] {
        let points = item(spelling).location.points;
        assert_eq!(
            points.iter().map(|p| (p.latitude, p.longitude)).collect::<Vec<_>>(),
            [gothenburg],
            "{spelling}"
        );
    }
    let line = item("<georss:line>1 2 3 4</georss:line><georss:featurename>Skerry</georss:featurename>");
    assert_eq!((line.location.points.len(), line.location.names), (2, vec!["Skerry".to_owned()]));
    for nonsense in ["91 0", "0 181", "north", "1", "", "NaN 1", "1e400 1"] {
        let entry = item(&format!("<georss:point>{nonsense}</georss:point>"));
        assert!(entry.location.points.is_empty(), "{nonsense}");
    }
}

#[test]
fn several_authors_keep_their_parts() {
    let feed = feed(
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><author><name>Ann Lee</name><email>ann@tide.example</email><uri>https://ann.example/</uri></author>
         <author><name>Bo Ruud</name></author><contributor><name>Cy Falk</name></contributor>
         <category term='h' scheme='https://tide.example/s' label='Harbour'/></entry></feed>",
    );
    let safe = feed.sanitised(None);
    assert_eq!(safe.entries[0].authors, ["Ann Lee", "Bo Ruud"]);
    assert_eq!(
        serde_json::to_value(&safe.entries[0].people).unwrap(),
        json!([{"name": "Ann Lee", "email": "ann@tide.example", "url": "https://ann.example/", "role": "author"},
            {"name": "Bo Ruud", "email": null, "url": null, "role": "author"},
            {"name": "Cy Falk", "email": null, "url": null, "role": "contributor"}])
    );
    assert_eq!(
        serde_json::to_value(&safe.entries[0].terms).unwrap(),
        json!([{"term": "h", "scheme": "https://tide.example/s", "label": "Harbour"}])
    );
}

#[test]
fn json_feed_1_and_1_1_are_told_apart() {
    let old = feed(
        r#"{"version":"https://jsonfeed.org/version/1","title":"Tide","author":{"name":"Ann"},"items":[{"id":"1","content_text":"1 < 2",
        "attachments":[{"url":"https://tide.example/1.mp3","mime_type":"audio/mpeg","size_in_bytes":12,"duration_in_seconds":61.5}]}]}"#,
    );
    assert_eq!((old.format, old.authors[0].name.as_deref()), (Format::Json1, Some("Ann")));
    assert_eq!(old.entries[0].enclosures[0].duration_seconds, Some(61));
    assert_eq!(old.sanitised(None).entries[0].content[0].value, "1 &lt; 2");
    let new = feed(r#"{"items":[{"id":1}],"version":"https://jsonfeed.org/version/1.1","language":"da"}"#);
    assert_eq!((new.format, new.language.as_deref(), new.entries.len()), (Format::Json11, Some("da"), 1));
    assert_eq!(parse(b"[1, 2]", &Hints::default()), Err(FeedError::Json));
    assert_eq!(parse(b"{\"rss\": 1}", &Hints::default()), Err(FeedError::Json));
    assert_eq!(parse(b"{\"items\": [{\"price\": 7}]}", &Hints::default()), Err(FeedError::Json));
}

#[test]
fn rss_in_json_is_read_like_rss() {
    let feed = feed(
        r##"{"rss":{"version":"2.0","channel":{"title":"Tide & sea","link":"https://tide.example/","ttl":30,"item":[
          {"title":"One","link":"https://tide.example/1","guid":{"isPermaLink":"false","#value":"t-1"},"pubDate":"Mon, 04 May 2026 10:00:00 +0200",
           "dc:creator":["Ann Lee","Bo Ruud"],"enclosure":{"url":"https://tide.example/1.mp3","type":"audio/mpeg","length":120},
           "category":[{"domain":"https://tide.example/s","#value":"Harbour"},"Work"],"description":"<p>Fog</p>","source":{"@url":"https://wire.example/rss","#value":"North Wire"}},
          {"title":"Two"}]}}}"##,
    );
    assert_eq!(
        (feed.format, value(feed.title.as_ref()), feed.ttl_minutes),
        (Format::RssJson, "Tide & sea", Some(30))
    );
    let entry = &feed.entries[0];
    assert_eq!((entry.id.as_deref(), entry.link.as_deref()), (Some("t-1"), Some("https://tide.example/1")));
    assert_eq!(
        (entry.authors.len(), entry.categories[0].scheme.as_deref()),
        (2, Some("https://tide.example/s"))
    );
    assert_eq!((entry.enclosures[0].length, value(entry.summary.as_ref())), (Some(120), "<p>Fog</p>"));
    assert_eq!(entry.source.as_ref().unwrap().own_address.as_deref(), Some("https://wire.example/rss"));
    assert!(entry.published.is_known());
    assert_eq!(title(&feed.entries[1]), "Two");
}

#[test]
fn malformed_json_loses_no_more_than_the_item_it_is_in() {
    let mended = feed(
        "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":\"1\",\"content_html\":\"one\ntwo \\x\"},{\"id\":\"2\"},]}",
    );
    assert_eq!((mended.entries.len(), mended.entries[0].content[0].value.as_str()), (2, "one\ntwo x"));
    let cut = feed(
        r#"{"version":"https://jsonfeed.org/version/1","title":"Tide","items":[{"id":"1"},{"id":2 3},{"id":"4"},{"id":"5", "ti"#,
    );
    let ids: Vec<&str> = cut.entries.iter().filter_map(|e| e.id.as_deref()).collect();
    assert_eq!((ids, value(cut.title.as_ref())), (vec!["1", "4"], "Tide"));
    assert!(cut.warnings.iter().any(|w| w.0.contains("item 2 is malformed")));
}

#[test]
fn sitemaps_give_their_pictures_and_words() {
    let feed = feed(
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:n='http://www.google.com/schemas/sitemap-news/0.9' xmlns:image='http://www.google.com/schemas/sitemap-image/1.1'>
         <url><loc>https://tide.example/1</loc><lastmod>2026-05-05</lastmod><n:news><n:publication><n:name>The Tide</n:name><n:language>da</n:language></n:publication>
         <n:publication_date>2026-05-04T10:00:00Z</n:publication_date><n:title>One &amp; two</n:title><n:keywords>fog, sea</n:keywords></n:news>
         <image:image><image:loc>https://tide.example/1.jpg</image:loc></image:image></url><url><lastmod>2026</lastmod></url></urlset>",
    );
    let entry = &feed.entries[0];
    assert_eq!((feed.format, feed.entries.len(), title(entry)), (Format::Sitemap, 1, "One & two"));
    assert_eq!(
        (entry.link.as_deref(), entry.image.as_deref()),
        (Some("https://tide.example/1"), Some("https://tide.example/1.jpg"))
    );
    assert_eq!((entry.categories.len(), entry.lang.as_deref()), (2, Some("da")));
    assert_eq!(feed.warnings.len(), 1);
}

#[test]
fn cdf_is_read_with_its_log_of_elements() {
    let feed = feed(
        "<?xml version='1.0'?><CHANNEL HREF='https://tide.example/' LASTMOD='2004-01-02T03:04Z'><TITLE>Tide</TITLE><ABSTRACT>News</ABSTRACT>
         <LOGO HREF='https://tide.example/i.png'/><ITEM HREF='https://tide.example/1' LASTMOD='2004-01-02T03:05Z'><TITLE>One</TITLE><ABSTRACT>Fog</ABSTRACT></ITEM>
         <ITEM HREF='https://tide.example/2'><A HREF='x'>not it</A><TITLE>Two</TITLE></ITEM></CHANNEL>",
    );
    assert_eq!((feed.format, feed.link.as_deref()), (Format::Cdf, Some("https://tide.example/")));
    assert_eq!((value(feed.title.as_ref()), value(feed.description.as_ref())), ("Tide", "News"));
    assert_eq!((title(&feed.entries[0]), value(feed.entries[0].summary.as_ref())), ("One", "Fog"));
    assert!(feed.entries[0].updated.is_known() && feed.updated.is_known());
    assert_eq!(feed.entries[1].link.as_deref(), Some("https://tide.example/2"));
}

#[test]
fn what_broke_other_readers_holds_here() {
    // Named entities, outside content and inside.
    let named = item(
        "<title>Caf&eacute; &mdash; d&#233;j&#xe0; vu &copy;&nbsp;&hellip;</title><description>&lt;p&gt;&amp;eacute;&lt;/p&gt;</description>",
    );
    assert_eq!(title(&named), "Café — déjà vu ©\u{a0}…");
    assert_eq!(value(named.summary.as_ref()), "<p>&eacute;</p>");
    // Relative addresses in content, against xml:base inside the content too.
    let relative = feed(
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://tide.example/a/'><entry><link href='1'/>
         <content type='html' xml:base='b/'>&lt;a href='c'&gt;x&lt;/a&gt;&lt;img src='/d.png'&gt;</content></entry></feed>",
    );
    let safe = relative.sanitised(None);
    let html = &safe.entries[0].content[0].value;
    assert!(
        html.contains("https://tide.example/a/b/c") && html.contains("https://tide.example/d.png"),
        "{html}"
    );
    // Escaped text inside XHTML stays text, once and after a second reading.
    let escaped = feed(
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>
         &lt;img src=x onerror=alert(1)&gt; &amp;lt;b&amp;gt;</div></content></entry></feed>",
    );
    let html = &escaped.sanitised(None).entries[0].content[0].value;
    assert!(html.contains("&lt;img") && html.contains("&amp;lt;b") && !html.contains("<img"), "{html}");
    // Atom 0.3 in its own namespace is no empty feed.
    let old = feed(
        "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>Tide</title><entry><title>One</title><id>1</id></entry></feed>",
    );
    assert_eq!((old.format, title(&old.entries[0])), (Format::Atom03, "One"));
}

#[test]
fn nothing_is_read_from_a_files_comments() {
    let inside = "<item><title>Wrong</title><link>https://wrong.example/</link></item>";
    for text in [
        format!(
            "<!-- {inside} --><rss><channel><title>Tide</title><item><title>One</title></item></channel></rss>"
        ),
        format!(
            "<rss><channel><title>Ti<!-- Wrong -->de</title><!-- {inside} --><item><title>One<!-- Wrong --></title></item></channel></rss>"
        ),
        format!(
            "<rss><channel><title>Tide</title><item><title>One</title><!-- <link>https://wrong.example/</link> --></item></channel></rss><!-- {inside} -->"
        ),
        format!(
            "<?php {} ?><rss><channel><title>Tide</title><item><title>One</title></item></channel></rss>",
            inside.replace("?>", "")
        ),
    ] {
        let feed = feed(&text);
        assert_eq!((value(feed.title.as_ref()), feed.entries.len()), ("Tide", 1), "{text}");
        assert!(!format!("{feed:?}").to_ascii_lowercase().contains("wrong"), "{feed:?}");
    }
}

#[test]
fn a_text_beyond_any_article_is_cut_and_said() {
    let long = "word ".repeat(1_000_000);
    let feed = feed(&format!(
        "<rss><channel><item><title>One</title><description>{long}</description></item></channel></rss>"
    ));
    assert_eq!(value(feed.entries[0].summary.as_ref()).len(), wireroom_feed::BODY_LIMIT);
    assert!(feed.warnings.iter().any(|w| w.0.contains("was cut to its first")));
}

#[test]
fn entries_beyond_the_limit_are_counted_in_a_warning() {
    let items = "<item><title>x</title></item>".repeat(wireroom_feed::ENTRY_LIMIT + 3);
    let feed = feed(&format!("<rss><channel>{items}</channel></rss>"));
    assert_eq!(feed.entries.len(), wireroom_feed::ENTRY_LIMIT);
    assert!(feed.warnings[0].0.starts_with("3 entries beyond"));
}

#[test]
fn what_a_feed_says_of_itself_is_cut_where_it_is_longer_than_any_text() {
    let long = "tide ".repeat(1 << 20);
    let rss = format!(
        "<rss version='2.0'><channel><title>The Courier</title><description>{long}</description>\
         <item><title>One</title></item></channel></rss>"
    );
    let json = format!(
        r#"{{"version": "https://jsonfeed.org/version/1.1", "title": "The Courier", "description": "{long}", "items": []}}"#
    );
    for text in [rss, json] {
        let feed = wireroom_feed::parse(text.as_bytes(), &wireroom_feed::Hints::default()).unwrap();
        assert_eq!(feed.description.unwrap().value.len(), 4 << 20);
        assert!(feed.warnings.iter().any(|w| w.0.contains("was cut to its first")), "{:?}", feed.warnings);
    }
}
