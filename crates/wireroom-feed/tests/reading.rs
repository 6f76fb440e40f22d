//! Whole feeds, written for these tests, through `parse` and `sanitised`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice)]

use url::Url;
use wireroom_feed::{Entry, Feed, FeedError, Format, Hints, SafeFeed, parse};

fn feed(text: &str) -> Feed {
    parse(text.as_bytes(), &Hints::default()).unwrap()
}

fn at(text: &str, address: &str) -> SafeFeed {
    let address = Url::parse(address).unwrap();
    let hints = Hints { content_type: None, address: Some(&address) };
    parse(text.as_bytes(), &hints).unwrap().sanitised(Some(&address))
}

fn title(entry: &Entry) -> &str {
    entry.title.as_ref().map_or("", |t| t.value.as_str())
}

#[test]
fn rss_2_is_read_with_its_extensions() {
    let feed = feed(
        "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/' xmlns:dc='http://purl.org/dc/elements/1.1/'
           xmlns:media='http://search.yahoo.com/mrss/' xmlns:atom='http://www.w3.org/2005/Atom'><channel>
         <title>The Tide</title><link>https://tide.example/</link><description>News of the harbour</description>
         <atom:link rel='self' href='https://tide.example/rss'/><atom:link rel='hub' href='https://hub.example/'/>
         <ttl>30</ttl><skipHours><hour>24</hour><hour>3</hour></skipHours><skipDays><day>sunday</day></skipDays>
         <image><url>https://tide.example/i.png</url><title>Not the title</title><link>https://not.example/</link></image>
         <item><title>Bridge &amp;amp; ferry</title><link>https://tide.example/1</link><guid isPermaLink='false'>t-1</guid>
           <pubDate>2026-05-04T10:00:00+02:00</pubDate><dc:creator>Ann Lee</dc:creator><dc:creator>Bo Ruud</dc:creator>
           <category domain='https://tide.example/s'>Harbour</category><category>Work</category>
           <enclosure url='https://tide.example/1.mp3' type='audio/mpeg' length='120'/>
           <media:group><media:content url='https://tide.example/1.jpg' medium='image'/></media:group>
           <source url='https://wire.example/rss'>North Wire</source>
           <description>Short.</description><content:encoded><![CDATA[<p>Long &amp; whole.</p>]]></content:encoded></item>
         </channel></rss>",
    );
    assert_eq!((feed.format, feed.ttl_minutes), (Format::Rss20, Some(30)));
    assert_eq!(
        (feed.skip_hours.as_slice(), feed.skip_days.as_slice()),
        ([0, 3].as_slice(), ["Sunday".to_owned()].as_slice())
    );
    assert_eq!(feed.hubs, ["https://hub.example/"]);
    assert_eq!(feed.own_address.as_deref(), Some("https://tide.example/rss"));
    assert_eq!(feed.link.as_deref(), Some("https://tide.example/"));
    assert_eq!(feed.image.as_deref(), Some("https://tide.example/i.png"));
    let entry = &feed.entries[0];
    assert_eq!(entry.id.as_deref(), Some("t-1"));
    assert_eq!(entry.link.as_deref(), Some("https://tide.example/1"));
    assert_eq!(entry.published.known().unwrap().to_string(), "2026-05-04T10:00:00+02:00");
    assert_eq!(
        entry.authors.iter().filter_map(|p| p.name.as_deref()).collect::<Vec<_>>(),
        ["Ann Lee", "Bo Ruud"]
    );
    assert_eq!(entry.categories.len(), 2);
    assert_eq!(entry.enclosures.len(), 2);
    assert_eq!(
        (entry.enclosures[0].length, entry.image.as_deref()),
        (Some(120), Some("https://tide.example/1.jpg"))
    );
    assert_eq!(entry.source.as_ref().unwrap().title.as_ref().unwrap().value, "North Wire");
    assert_eq!(entry.summary.as_ref().unwrap().value, "Short.");
    assert_eq!(entry.content[0].value, "<p>Long &amp; whole.</p>");
}

#[test]
fn atom_keeps_escaped_text_inside_xhtml_as_text() {
    let feed = feed(
        "<a:feed xmlns:a='http://www.w3.org/2005/Atom' xmlns:x='http://www.w3.org/1999/xhtml' xml:base='https://tide.example/a/'>
         <a:title type='text'>1 &lt; 2</a:title><a:entry xml:base='b/'><a:title type='html'>&lt;b>Bold&lt;/b></a:title>
         <a:link href='c'/><a:id>tag:tide.example,2026:1</a:id><a:updated>2026-05-04</a:updated>
         <a:content type='xhtml'><x:div>Type <x:code>&lt;script&gt;</x:code><x:br/></x:div></a:content>
         <a:source><a:title>North Wire</a:title><a:link href='https://wire.example/'/><a:id>w</a:id></a:source></a:entry></a:feed>",
    );
    assert_eq!(feed.format, Format::Atom10);
    let entry = &feed.entries[0];
    assert_eq!(entry.content[0].value, "Type <code>&lt;script&gt;</code><br />");
    assert_eq!(entry.link.as_deref(), Some("https://tide.example/a/b/c"));
    assert_eq!(entry.updated.known().unwrap().to_string(), "2026-05-04");
    let source = entry.source.as_ref().unwrap();
    assert_eq!((source.link.as_deref(), source.id.as_deref()), (Some("https://wire.example/"), Some("w")));
    let safe = feed.sanitised(None);
    assert_eq!(safe.title_line().as_deref(), Some("1 < 2"));
    assert_eq!(safe.entries[0].title_line().as_deref(), Some("Bold"));
    assert!(safe.entries[0].content[0].value.contains("&lt;script&gt;"));
}

#[test]
fn older_and_rarer_dialects_are_read() {
    let rdf = feed(
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>
         <channel rdf:about='https://tide.example/'><title>Tide</title></channel>
         <item rdf:about='https://tide.example/1'><title>One</title></item><item rdf:about='https://tide.example/2'/></rdf:RDF>",
    );
    assert_eq!((rdf.format, rdf.entries.len()), (Format::Rss10, 2));
    assert_eq!(rdf.entries[1].link.as_deref(), Some("https://tide.example/2"));
    let atom03 = feed(
        "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>Tide</title><entry><title mode='escaped'>A &amp;amp; B</title>
         <issued>2004-01-02T03:04:05Z</issued><content type='text/html' mode='base64'>PGI+SGk8L2I+</content></entry></feed>",
    );
    assert_eq!((atom03.format, atom03.entries[0].content[0].value.as_str()), (Format::Atom03, "<b>Hi</b>"));
    assert!(atom03.entries[0].published.is_known());
    let cdf = feed(
        "<CHANNEL HREF='https://tide.example/'><TITLE>Tide</TITLE><ITEM HREF='https://tide.example/1' LASTMOD='2004-01-02T03:04Z'>
         <TITLE>One</TITLE><ABSTRACT>Short</ABSTRACT></ITEM></CHANNEL>",
    );
    assert_eq!((cdf.format, cdf.entries[0].link.as_deref()), (Format::Cdf, Some("https://tide.example/1")));
    let bare = feed("<rss><channel><title>No version</title><item><title>One</title></item></channel></rss>");
    assert_eq!((bare.format, bare.entries.len()), (Format::Rss, 1));
    let map = feed(
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'>
         <url><loc>https://tide.example/1</loc><news:news><news:publication><news:name>The Tide</news:name><news:language>en</news:language>
         </news:publication><news:publication_date>2026-05-04</news:publication_date><news:title>One</news:title></news:news></url></urlset>",
    );
    assert_eq!((map.format, title(&map.entries[0])), (Format::Sitemap, "One"));
    assert_eq!(map.entries[0].source.as_ref().unwrap().title.as_ref().unwrap().value, "The Tide");
}

#[test]
fn json_feed_is_read_by_name_and_not_by_type() {
    let feed = feed(
        r#"{"version":"https://jsonfeed.org/version/1.1","title":"Tide","hubs":[{"type":"WebSub","url":"https://hub.example/"}],
        "items":[{"id":7,"url":"https://tide.example/1","content_html":"<p>Hi</p>","tags":["a",2],"authors":[{"name":"Ann"}],
        "date_published":"2026-05-04T10:00:00Z","attachments":[{"url":"https://tide.example/1.mp3","mime_type":"audio/mpeg"}]},"bad"]}"#,
    );
    assert_eq!((feed.format, feed.entries.len(), feed.warnings.len()), (Format::Json11, 1, 1));
    let entry = &feed.entries[0];
    assert_eq!((entry.id.as_deref(), entry.categories.len(), entry.enclosures.len()), (Some("7"), 2, 1));
    assert_eq!(feed.hubs, ["https://hub.example/"]);
}

#[test]
fn a_json_feed_that_breaks_off_keeps_its_whole_items() {
    let feed = feed(
        r#"{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","title":"One"},{"id":"2","tit"#,
    );
    assert_eq!((feed.entries.len(), feed.warnings.len()), (1, 1));
}

#[test]
fn one_bad_entry_never_loses_the_feed() {
    let feed = feed(
        "<rss version='2.0'><channel><title>Tide</title><item><title>One<link>https://tide.example/1</link>
         <pubDate>the other day</pubDate></item><item></item>
         <item><title>1 < 2 & 3</title><description>a <b>b</description></item><item><title>Three</title>
         <item><title>Four</title></item></channel>",
    );
    assert_eq!(feed.entries.iter().map(title).collect::<Vec<_>>(), ["One", "", "1 < 2 & 3", "Three", "Four"]);
    assert_eq!(feed.entries[0].link.as_deref(), Some("https://tide.example/1"));
    assert_eq!(feed.entries[2].summary.as_ref().unwrap().value, "a <b>b</b>");
    assert!(!feed.entries[0].published.is_known());
    assert!(feed.warnings.iter().any(|w| w.0.contains("the other day")));
    assert!(feed.warnings.iter().any(|w| w.0.contains("says nothing")));
    let safe = feed.sanitised(None);
    assert!(safe.entries[1].says_nothing() && !safe.entries[0].says_nothing());
}

#[test]
fn names_without_a_declared_prefix_and_in_any_case_are_read() {
    let feed = feed(
        "<RSS><CHANNEL><Title>Tide</Title><ITEM><Title>One</Title><dc:creator>Ann</dc:creator>
         <content:encoded>&lt;p&gt;Hi&lt;/p&gt;</content:encoded><media:thumbnail url='https://tide.example/1.jpg'/></ITEM></CHANNEL></RSS>",
    );
    let entry = &feed.entries[0];
    assert_eq!((title(entry), entry.content[0].value.as_str()), ("One", "<p>Hi</p>"));
    assert_eq!(entry.authors[0].name.as_deref(), Some("Ann"));
    assert!(entry.image.is_some());
}

#[test]
fn nothing_is_read_from_comments_and_no_external_entity_is_followed() {
    let feed = feed(
        "<!DOCTYPE rss [<!ENTITY house 'Tide'><!ENTITY file SYSTEM 'file:///etc/hostname'>]>
         <!-- <title>Wrong</title> --><rss><channel><title>&house; &file; caf&eacute;</title><!-- <item><title>x</title></item> -->
         </channel></rss>",
    );
    assert_eq!(feed.title.unwrap().value, "Tide &file; café");
    assert!(feed.entries.is_empty());
}

#[test]
fn what_is_no_feed_is_named() {
    let error = |text: &str| parse(text.as_bytes(), &Hints::default()).unwrap_err();
    assert_eq!(error("  \n"), FeedError::Empty);
    assert_eq!(error("<!DOCTYPE html><html><body><p>Hello</p></body></html>"), FeedError::WebPage);
    assert_eq!(error("<p>Not found</p><body>"), FeedError::WebPage);
    assert_eq!(error("<opml version='2.0'><body/></opml>"), FeedError::Opml);
    assert_eq!(error("<sitemapindex><sitemap/></sitemapindex>"), FeedError::SitemapIndex);
    assert_eq!(error("{\"hello\": 1}"), FeedError::Json);
    assert_eq!(error("just words"), FeedError::NotAFeed);
    assert!(error("<html>").to_string().starts_with("this is a web page, not a feed; "));
}

#[test]
fn relative_addresses_resolve_against_the_right_base() {
    let rss = at(
        "<rss><channel><link>/</link><item><link>news/1/</link><description>&lt;a href='more'&gt;x&lt;/a&gt;</description></item>
         <item xml:base='https://other.example/'><link>2</link></item></channel></rss>",
        "https://tide.example/feeds/rss.xml",
    );
    assert_eq!(rss.link.as_deref(), Some("https://tide.example/"));
    assert_eq!(rss.entries[0].link.as_deref(), Some("https://tide.example/feeds/news/1/"));
    assert!(rss.entries[0].summary.as_ref().unwrap().contains("https://tide.example/feeds/news/1/more"));
    assert_eq!(rss.entries[1].link.as_deref(), Some("https://other.example/2"));
}

#[test]
fn no_field_of_a_safe_feed_carries_anything_active() {
    let bad = "&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;";
    let twice = bad.replace('&', "&amp;");
    for payload in [bad, twice.as_str()] {
        let feed = feed(&format!(
            "<rss><channel><title>{payload}</title><link>javascript:alert(1)</link><description>{payload}</description>
             <language>{payload}</language><category>{payload}</category><item><title>{payload}</title>
             <link>javascript:alert(1)</link><guid>{payload}</guid><author>{payload}</author><category>{payload}</category>
             <description>{payload}</description><comments>data:text/html,x</comments><pubDate>{payload}</pubDate>
             <enclosure url='javascript:alert(1)' type='{payload}'/><source url='vbscript:x'>{payload}</source></item></channel></rss>"
        ));
        let json = serde_json::to_string(&feed.sanitised(None)).unwrap();
        for active in ["<script", "<img", "onerror=alert(1)>", "javascript:", "vbscript:", "data:text"] {
            assert!(!json.contains(active), "{active} in {json}");
        }
    }
}
