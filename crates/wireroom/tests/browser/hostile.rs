//! Hostile text in every field that reaches a page: nothing of it runs, opens a dialog, or asks another site for
//! anything. The browser is told to pass over our content security policy, so that the markup alone must hold.
//! `hostile.txt` is our own; where the bench's archive is at hand, its strings are read where they lie.

use super::alone;
use super::chromium::{Chromium, Look, Tab};
use super::houses::{RUNTIME, Served, comment, first_story, get, serve, told as sentences};
use super::pages::all_linked;
use axum::Router;
use axum::extract::Path;
use axum::response::Html;
use axum::routing;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;
use url::form_urlencoded::byte_serialize;
use wireroom_pipeline::Reach;

/// Our strings, one a line.
const OWN: &str = include_str!("hostile.txt");
/// Strings that one article carries.
const AN_ARTICLE: usize = 6;
/// Strings that one comment carries.
const A_COMMENT: usize = 36;
/// Feeds that the strings are spread over.
const FEEDS: usize = 4;
/// What must not stand in a page, whatever was planted: handlers, foreign scripts and styles, links that run.
const PLANTED: &str = r"(() => {
    const ours = url => { try { return new URL(url, location.href).origin === location.origin } catch { return false } };
    const bad = [];
    if (window.wireroomRan !== undefined) bad.push('it ran');
    for (const e of document.querySelectorAll('*')) {
        for (const {name, value} of e.attributes) {
            if (name.startsWith('on') || name === 'style' || name === 'srcdoc' || name === 'ping') bad.push(e.localName + ' has ' + name);
            if (['href', 'action', 'formaction', 'xlink:href'].includes(name)) {
                const url = URL.parse(value, location.href);
                if (url && !['http:', 'https:', 'mailto:'].includes(url.protocol)) bad.push(name + ' leads to ' + value);
            }
        }
        if (['iframe', 'object', 'embed', 'base', 'template', 'portal', 'math'].includes(e.localName)) bad.push(e.localName);
        if (e.localName === 'style' && e !== document.head.querySelector('style')) bad.push('style');
        if (e.src && !ours(e.src)) bad.push('src ' + e.src);
        if (e.localName === 'script' && !(e.src && ours(e.src))) bad.push('script');
        if (e.localName === 'link' && !ours(e.href)) bad.push('link ' + e.href);
        if (e.localName === 'form' && !ours(e.getAttribute('action') ?? '')) bad.push('form');
    }
    return bad;
})()";

/// The archive's strings: the list of naughty strings and the payloads of DOMPurify's tests.
fn archived() -> Vec<String> {
    let corpora = std::env::var_os("WIREROOM_CORPORA").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/corpora")),
        PathBuf::from,
    );
    let archive = corpora.join("hostile.tar.gz");
    if !archive.exists() {
        // No skip: our own strings are the check wherever there is no bench.
        println!("without the archive's strings: no {}", archive.display());
        return Vec::new();
    }
    let folder = tempfile::tempdir().unwrap();
    let status = Command::new("tar").arg("xzf").arg(&archive).arg("-C").arg(folder.path()).status().unwrap();
    assert!(status.success());
    let naughty = std::fs::read(folder.path().join("blns/blns.json")).unwrap();
    let mut strings: Vec<String> = serde_json::from_slice(&naughty).unwrap();
    let fixtures = std::fs::read_to_string(folder.path().join("dompurify/test/fixtures/expect.mjs")).unwrap();
    let payloads = fixtures.lines().filter_map(|line| line.trim().strip_prefix("\"payload\": "));
    let payloads: Vec<String> =
        payloads.filter_map(|line| serde_json::from_str(line.trim_end_matches(',')).ok()).collect();
    assert!(strings.len() > 400 && payloads.len() > 150, "{} and {}", strings.len(), payloads.len());
    strings.extend(payloads);
    strings
}

fn text(markup: &str) -> String {
    markup.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// One article's page: its strings once as words, once as the markup they would be.
fn page(number: usize, strings: &[String]) -> String {
    let [first, .., last] = strings else { return String::new() };
    let paragraphs: String =
        strings.iter().map(|s| format!("<p>It said {} and went on.</p>\n<p>{s}</p>\n", text(s))).collect();
    format!(
        "<!doctype html><html lang=en><head><title>{0}</title><meta name=author content=\"{1}\">\
         <meta property=og:title content=\"{0}\"><meta property=og:image content=\"/p/{number}.png\">\
         <meta property=og:image:alt content=\"{0}\"></head><body><article><h1>{0}</h1><p class=byline>By {1}</p>\
         <p>{2}</p><figure><img src=\"/p/{number}.png\" alt=\"{0}\"><figcaption>{1}</figcaption></figure>\
         {paragraphs}<p>{3}</p></article></body></html>",
        text(first),
        text(last),
        sentences(number, 12),
        sentences(number + 100_000, 12)
    )
}

/// One feed of a publisher whose every field is hostile.
fn feed(base: &str, number: usize, name: &str, articles: &[Vec<String>]) -> Value {
    let items = articles.iter().enumerate().filter(|(at, _)| at % FEEDS == number).map(|(at, strings)| {
        let pick = |n: usize| strings[n % strings.len()].clone();
        json!({
            "id": format!("{at} {}", pick(0)), "url": format!("{base}/a/{at}"), "external_url": pick(1),
            "title": pick(0), "summary": pick(2), "content_html": format!("<p>{}</p>{}", sentences(at, 12), strings.join("</p><p>")),
            "authors": [{"name": pick(3), "url": pick(4)}], "tags": [pick(5), "Harbour"], "image": pick(1),
            "date_published": "2026-03-04T12:00:00Z",
        })
    });
    json!({
        "version": "https://jsonfeed.org/version/1.1", "title": name, "description": name,
        "home_page_url": "javascript:window.wireroomRan=1", "items": items.collect::<Vec<_>>(),
    })
}

/// A house that read the hostile publisher, kept by a reader with a hostile name.
async fn house(strings: &[String]) -> Served {
    let articles: Arc<Vec<Vec<String>>> =
        Arc::new(strings.chunks(AN_ARTICLE).map(<[String]>::to_vec).collect());
    let (printed, names): (_, Vec<String>) =
        (Arc::clone(&articles), strings.iter().take(FEEDS).cloned().collect());
    let address = Arc::new(std::sync::OnceLock::<String>::new());
    let base = Arc::clone(&address);
    let site = Router::new()
        .route(
            "/f/{number}",
            routing::get(move |Path(number): Path<usize>| async move {
                axum::Json(feed(base.get().unwrap(), number, &names[number], &articles))
            }),
        )
        .route(
            "/a/{number}",
            routing::get(
                move |Path(number): Path<usize>| async move { Html(page(number, &printed[number])) },
            ),
        );
    let publisher = serve(site).await;
    address.set(publisher.clone()).unwrap();
    let host = publisher.strip_prefix("http://").unwrap();
    let (served, _) = Served::empty("hostile", &strings[0], host.parse().unwrap()).await;
    for number in 0..FEEDS {
        served.house.pipeline.add_feed(&format!("{publisher}/f/{number}"), Some(served.user)).await.unwrap();
    }
    served.house.pipeline.drain(Reach::Network).await.unwrap();
    let story = first_story(&served.open, "/latest");
    for some in OWN.lines().collect::<Vec<_>>().chunks(A_COMMENT) {
        comment(&served.open, &story, &some.join("\n\n"));
    }
    served
}

/// What went wrong on the page that is open. Its house's other side may be asked still: an icon comes when it likes.
fn faults(tab: &mut Tab, ours: &[&str]) -> Vec<String> {
    let Some(planted) = tab.tried(PLANTED) else { return vec!["the page went elsewhere".to_owned()] };
    let planted = planted.as_array().unwrap().iter();
    let mut faults: Vec<String> = planted.map(|fault| fault.as_str().unwrap().to_owned()).collect();
    faults
        .extend(tab.told("Page.javascriptDialogOpening").iter().map(|dialog| format!("a dialog: {dialog}")));
    for request in tab.told("Network.requestWillBeSent") {
        let url = request["request"]["url"].as_str().unwrap().to_owned();
        if !ours.iter().any(|base| url.strip_prefix(base).is_some_and(|path| path.starts_with('/'))) {
            faults.push(format!("a request: {url}"));
        }
    }
    faults
}

#[test]
fn hostile_text_in_every_field_runs_nowhere_and_asks_for_nothing() {
    let _alone = alone();
    let Some(mut chromium) = Chromium::found() else { return };
    let mut strings: Vec<String> = OWN.lines().map(str::to_owned).collect();
    strings.extend(archived());
    let served = RUNTIME.block_on(house(&strings));
    let mut urls = all_linked(&served);
    let articles = urls.iter().filter(|url| url.contains("/article/")).count();
    assert!(articles >= strings.len() / AN_ARTICLE, "{articles} articles of {} strings", strings.len());
    for string in OWN.lines() {
        let said: String = byte_serialize(string.as_bytes()).collect();
        urls.extend([format!("{}/search?q={said}", served.open), format!("{}/ask?q={said}", served.open)]);
        urls.push(format!("{}/tag/{}", served.open, said.replace('+', "%20")));
        urls.push(format!("{}/login?next={said}", served.door));
    }
    // The words must be there to be read, not merely gone.
    let front = get(&served.open, "/", "en").1;
    assert!(
        front.contains("&lt;script&gt;window.wireroomRan=1")
            || front.contains("&#60;script&#62;window.wireroomRan=1")
    );
    let mut tab = Tab::open(&mut chromium, Look::LIGHT);
    tab.call("Page.setBypassCSP", json!({"enabled": true}));
    let mut told = Vec::new();
    for url in &urls {
        tab.go(url);
        told.extend(
            faults(&mut tab, &[&served.open, &served.door])
                .into_iter()
                .map(|fault| format!("{url}: {fault}")),
        );
    }
    println!("{} strings, {} addresses", strings.len(), urls.len());
    assert!(told.is_empty(), "{} things:\n{}", told.len(), told.join("\n"));
}

#[test]
fn each_hostile_string_that_may_run_is_seen_when_it_does() {
    let _alone = alone();
    let Some(mut chromium) = Chromium::found() else { return };
    let strings: Vec<String> = OWN.lines().map(str::to_owned).collect();
    let printed = strings.clone();
    let site = Router::new().route(
        "/{number}",
        routing::get(move |Path(number): Path<usize>| async move {
            Html(format!("<!doctype html><title>x</title><p>{}</p>", printed[number]))
        }),
    );
    let base = RUNTIME.block_on(serve(site));
    let mut tab = Tab::open(&mut chromium, Look::LIGHT);
    let mut seen = 0;
    for number in 0..strings.len() {
        tab.go(&format!("{base}/{number}"));
        seen += usize::from(!faults(&mut tab, &[&base]).is_empty());
    }
    // The others are words until somebody decodes them or sets them into an attribute.
    assert!(seen * 2 > strings.len(), "{seen} of {}", strings.len());
}
