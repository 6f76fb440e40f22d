//! What hostile publishers write, through every field of every dialect, parsed again as a browser would: nothing in it
//! may be active, and what is safe must stay as it is. Our own payloads always run; the collections of others lie in
//! the corpora (WIREROOM_CORPORA, else ../shared/corpora), and without them the test says so and is skipped, unless
//! CI=true.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice)]

#[path = "browser/judge.rs"]
mod judge;
#[path = "browser/payloads.rs"]
mod payloads;

use judge::{active, is_harmless_address};
use payloads::OURS;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use url::Url;
use wireroom_feed::{Hints, SafeFeed, parse};
use wireroom_text::markup;

/// Keys of the row whose values are addresses.
const ADDRESSES: [&str; 10] =
    ["link", "url", "image", "icon", "comments", "hubs", "own_address", "moved_to", "src", "address"];

/// What was judged already: payloads repeat one another.
#[derive(Default)]
struct Judged {
    seen: BTreeSet<String>,
    faults: Vec<String>,
}

impl Judged {
    fn payload(&mut self, payload: &str) {
        let once = markup::sanitise(payload, Some(&address()));
        if once != markup::sanitise(&once, Some(&address())) {
            self.faults.push(format!("{payload:?} is not settled: {once}"));
        }
        self.html(&once, payload);
        self.html(&markup::shown(&once).replace(DRESS[0], "").replace(DRESS[1], ""), payload);
        for feed in feeds_with(payload) {
            self.feed(&feed, payload);
        }
    }

    fn feed(&mut self, bytes: &[u8], payload: &str) {
        let at = address();
        let hints = Hints { address: Some(&at), ..Hints::default() };
        let Ok(feed) = parse(bytes, &hints) else { return };
        let safe: SafeFeed = feed.sanitised(Some(&at));
        for line in safe.entries.iter().map(|e| e.title_line()).chain([safe.title_line()]).flatten() {
            // Lines are text: a page escapes them.
            self.html(&line.replace('&', "&amp;").replace('<', "&lt;"), payload);
        }
        self.walk("", &serde_json::to_value(&safe).unwrap(), payload);
    }

    fn walk(&mut self, key: &str, value: &Value, payload: &str) {
        match value {
            Value::String(text) => {
                self.html(text, payload);
                if ADDRESSES.contains(&key)
                    && self.seen.insert(format!("address {text}"))
                    && !is_harmless_address(text)
                {
                    self.faults.push(format!("{payload:?} gave the address {text:?}"));
                }
            }
            Value::Array(values) => values.iter().for_each(|value| self.walk(key, value, payload)),
            Value::Object(fields) => fields.iter().for_each(|(key, value)| self.walk(key, value, payload)),
            _ => {}
        }
    }

    fn html(&mut self, html: &str, payload: &str) {
        if self.seen.insert(html.to_owned()) {
            self.faults
                .extend(active(html).into_iter().map(|what| format!("{payload:?} gave {what}: {html}")));
        }
    }

    fn nothing_is_active(self) {
        let faults = self.faults.len();
        assert!(faults == 0, "{faults} faults, the first:\n{}", self.faults[..faults.min(10)].join("\n"));
    }
}

/// What a page adds itself.
const DRESS: [&str; 2] =
    ["rel=\"noopener noreferrer\" ", "loading=\"lazy\" decoding=\"async\" referrerpolicy=\"no-referrer\" "];

fn address() -> Url {
    Url::parse("https://tide.example/feed/").unwrap()
}

/// A feed of each dialect that carries the payload in every field: escaped, in a CDATA section, as bare markup.
fn feeds_with(payload: &str) -> Vec<Vec<u8>> {
    let escaped = payload.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    let section = format!("<![CDATA[{}]]>", payload.replace("]]>", "]]]]><![CDATA[>"));
    let mut feeds = Vec::new();
    for (text, attribute) in [(&escaped, &escaped), (&section, &escaped), (&payload.to_owned(), &escaped)] {
        feeds.push(rss(text, attribute));
        for kind in ["text", "html", "xhtml"] {
            feeds.push(atom(kind, text, attribute));
        }
    }
    let json = serde_json::json!({
        "version": "https://jsonfeed.org/version/1.1", "title": payload, "description": payload, "home_page_url": payload,
        "icon": payload, "language": payload, "authors": [{"name": payload, "url": payload}],
        "items": [{
            "id": payload, "url": payload, "title": payload, "summary": payload, "content_html": payload, "image": payload,
            "tags": [payload], "authors": [{"name": payload}], "attachments": [{"url": payload, "mime_type": payload}]
        }, {"id": 2, "content_text": payload, "external_url": payload}]
    });
    feeds.push(json.to_string().into_bytes());
    feeds
}

fn rss(text: &str, attribute: &str) -> Vec<u8> {
    format!(
        "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/' xmlns:dc='http://purl.org/dc/elements/1.1/' \
         xmlns:media='http://search.yahoo.com/mrss/' xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'><channel>\
         <title>{text}</title><link>{text}</link><description>{text}</description><language>{text}</language>\
         <image><url>{text}</url></image><managingEditor>{text}</managingEditor><category>{text}</category>\
         <item><title>{text}</title><link>{text}</link><guid>{text}</guid><author>{text}</author><dc:creator>{text}</dc:creator>\
         <category domain=\"{attribute}\">{text}</category><comments>{text}</comments><source url=\"{attribute}\">{text}</source>\
         <enclosure url=\"{attribute}\" type=\"{attribute}\" length=\"{attribute}\"/><media:thumbnail url=\"{attribute}\"/>\
         <itunes:image href=\"{attribute}\"/><description>{text}</description><content:encoded>{text}</content:encoded></item>\
         <item><title>Next</title><media:content url=\"https://o.example/{attribute}\"/><guid>2</guid></item></channel></rss>"
    )
    .into_bytes()
}

fn atom(kind: &str, text: &str, attribute: &str) -> Vec<u8> {
    let text = if kind == "xhtml" {
        format!("<div xmlns='http://www.w3.org/1999/xhtml'>{text}</div>")
    } else {
        text.to_owned()
    };
    format!(
        "<feed xmlns='http://www.w3.org/2005/Atom'><title type='{kind}'>{text}</title><subtitle type='{kind}'>{text}</subtitle>\
         <link rel='hub' href=\"{attribute}\"/><link href=\"{attribute}\"/><icon>{text}</icon><logo>{text}</logo><id>{text}</id>\
         <entry xml:lang=\"{attribute}\"><title type='{kind}'>{text}</title><id>{text}</id><link href=\"{attribute}\" title=\"{attribute}\"/>\
         <link rel='enclosure' href=\"https://o.example/{attribute}\" type=\"{attribute}\"/><author><name>{text}</name><uri>{text}</uri>\
         <email>{text}</email></author><category term=\"{attribute}\" label=\"{attribute}\"/><summary type='{kind}'>{text}</summary>\
         <content type='{kind}' xml:base=\"{attribute}\">{text}</content><source><title type='{kind}'>{text}</title><id>{text}</id>\
         <link href=\"{attribute}\"/></source></entry><entry><title>Next</title><content src=\"{attribute}\" type=\"{attribute}\"/></entry></feed>"
    )
    .into_bytes()
}

#[test]
fn the_judge_sees_what_is_active() {
    for html in [
        "<script>x</script>",
        "<img src=x>",
        "<a href='javascript:x'>x</a>",
        "<p onclick=x>x</p>",
        "<p style='x'>x</p>",
        "<svg><use href='#x'/></svg>",
        "<iframe></iframe>",
        "<template></template>",
        "<!-- x -->",
        "<p id=cookie>x</p>",
        "<svg><style></style></svg>",
    ] {
        assert!(!active(html).is_empty(), "{html}");
    }
    assert!(active("<p>Words &amp; <a href=\"https://o.example/\">a link</a></p>").is_empty());
    assert!(!is_harmless_address("javascript:x") && !is_harmless_address("https://o.example/\"><b>"));
    assert!(is_harmless_address("https://o.example/?a=1&b=2"));
}

#[test]
fn nothing_that_we_thought_of_gets_through_any_field() {
    assert!(OURS.len() >= 60);
    let mut judged = Judged::default();
    for payload in OURS {
        judged.payload(payload);
        // Where one attack fails, another's leftovers may open the door to it.
        judged.payload(&format!("<svg><circle r=1 />{payload}</svg>"));
        judged.payload(&format!("<math><mtext>{payload}</mtext></math>"));
        judged.payload(&format!("<table><tr><td>{payload}"));
    }
    judged.nothing_is_active();
}

#[test]
fn nothing_of_the_collections_gets_through_any_field() {
    let Some(folder) = unpacked() else { return };
    let mut judged = Judged::default();
    let mut payloads = BTreeSet::new();
    for file in files(folder.path()) {
        let bytes = std::fs::read(&file).unwrap();
        // Each file is a feed that somebody could serve, too.
        judged.feed(&bytes, &file.display().to_string());
        let text = String::from_utf8_lossy(&bytes);
        payloads.extend(payloads_in(&file, &text));
    }
    println!("{} payloads", payloads.len());
    assert!(payloads.len() > 1_000, "the collections hold {} payloads", payloads.len());
    for payload in &payloads {
        judged.payload(payload);
    }
    println!("{} different outputs judged", judged.seen.len());
    judged.nothing_is_active();
}

fn unpacked() -> Option<tempfile::TempDir> {
    let corpora = std::env::var_os("WIREROOM_CORPORA").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/corpora")),
        PathBuf::from,
    );
    let archive = corpora.join("hostile.tar.gz");
    if !archive.exists() {
        let line = format!("skipped: no corpus at {}", archive.display());
        assert!(std::env::var("CI").map_or(true, |v| v != "true"), "{line}");
        println!("{line}");
        return None;
    }
    let folder = tempfile::tempdir().unwrap();
    let status = Command::new("tar").arg("xzf").arg(&archive).arg("-C").arg(folder.path()).status().unwrap();
    assert!(status.success());
    Some(folder)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut todo = vec![folder.to_owned()];
    while let Some(next) = todo.pop() {
        for entry in std::fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { todo.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    found
}

/// The strings of a collection's file: each "payload" of a script, each case of a tree test, each line of a list.
fn payloads_in(file: &Path, text: &str) -> Vec<String> {
    let name = file.to_string_lossy();
    if name.ends_with(".mjs") {
        let strings = text.split("\"payload\":").skip(1);
        let read = |rest: &str| serde_json::Deserializer::from_str(rest).into_iter::<String>().next()?.ok();
        return strings.filter_map(read).collect();
    }
    if name.ends_with("blns.json") {
        return serde_json::from_str(text).unwrap();
    }
    if name.ends_with(".dat") {
        let cases = text.split("#data\n").skip(1);
        return cases.map(|case| case.split("\n#errors").next().unwrap_or_default().to_owned()).collect();
    }
    if name.contains("xxe") && !name.contains("LICENSE") && !name.ends_with(".jpg") {
        let blocks = text.split("```").skip(1).step_by(2).map(str::to_owned);
        return text.lines().filter(|l| l.contains('<')).map(str::to_owned).chain(blocks).collect();
    }
    if name.contains("jsontestsuite") && name.ends_with(".json") {
        return vec![text.chars().take(2_000).collect()];
    }
    Vec::new()
}
