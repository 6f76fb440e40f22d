//! What the two heaviest pages weigh and how soon they show: a front page of fifty stories and a story of forty articles.
//! Weight is what the browser received. The first paint is a ratio to a plain page of the same weight, loaded in turns
//! with it by the same slowed browser; both are sent as they were kept, for what a page costs to make in an unoptimised
//! build says nothing of what it costs to show.

use super::alone;
use super::chromium::{Chromium, Look, Tab};
use super::houses::{RUNTIME, Served, get, serve, told as sentences};
use super::pages::split;
use axum::Router;
use axum::routing;
use flate2::{Compression, write::GzEncoder};
use serde_json::json;
use std::io::Write;
use wireroom_model::ArticleRow;
use wireroom_pipeline::{Import, Reach};

/// Bytes of HTML and CSS, compressed.
const MAX_PAGE: usize = 60 * 1024;
/// Bytes of script, compressed.
const MAX_SCRIPT: usize = 12 * 1024;
/// The first paint over that of a plain page of the same weight. The aim is 1.3; the quickest of fifteen loads came at 1.04
/// to 1.33 (docs/design.md), so that this holds what was won (2.2 with a sheet of its own) and no luck decides.
const MAX_RATIO: f64 = 1.8;
/// Loads of each page, in turns.
const ROUNDS: usize = 15;
const STORIES: usize = 50;
const ARTICLES: usize = 40;
/// Sentences of the large story; each of its articles prints some of them in an order of its own.
const TOLD: [&str; 24] = [
    "The Selmark dam above Ostrel was closed on Tuesday after engineers found a crack of 14 metres in its eastern wall.",
    "About 2,300 people in the valley below were asked to leave their homes before nightfall.",
    "\"We would rather empty ten villages once than bury one,\" said Mara Quill, who leads the river authority.",
    "The reservoir holds 48 million cubic metres of water, and its level was lowered by two metres overnight.",
    "Mayor Imre Valdan said that schools in Ostrel would stay closed until Friday.",
    "\"Nobody told us that the wall had moved since the summer,\" said Tomas Ferrin, a farmer in Lower Quill.",
    "The river authority had measured a movement of 3 millimetres in August and called it harmless.",
    "A report of the mining office named the eastern wall as the weakest of the dam as early as 2019.",
    "Two hundred soldiers helped to fill 40,000 sandbags along the banks.",
    "\"The crack is long, but it is not deep,\" said the engineer Lene Abrams, who inspected it on Tuesday night.",
    "The railway between Ostrel and Varnholm stopped running at noon, and 60 trains were cancelled.",
    "Hospitals moved 118 patients to Varnholm and Harrowmere in a convoy of buses.",
    "The insurer of the dam put the cost of a new wall at 310 million crowns.",
    "Environment minister Odile Karst promised that the valley would be told every hour how the level stood.",
    "\"If the rain holds off until Thursday, the wall will hold,\" said Odile Karst on Wednesday morning.",
    "Meteorologists expected 35 millimetres of rain on the hills by Thursday evening.",
    "The power station at the foot of the dam was switched off, which left 9,000 homes without light for three hours.",
    "A camp for 1,200 people was put up in the cattle market of Harrowmere.",
    "The opposition in the valley's council asked why the summer's measurement was not published.",
    "\"We publish what is certain,\" said a spokesman of the river authority, Jonas Pell.",
    "Divers went down to the foot of the eastern wall twice and found no leak there.",
    "The dam was built in 1961 and was last strengthened in 1994.",
    "Shops in Ostrel ran out of batteries and bottled water by the evening.",
    "The prosecutor in Varnholm opened an inquiry into the measurements of August.",
];

fn row(id: String, outlet: String, title: String, body: String, minute: usize) -> ArticleRow {
    let row = json!({
        "id": id, "url": format!("https://{}.example/{id}", outlet.to_lowercase().replace(' ', "-")), "outlet": outlet,
        "title": title, "lang": "en", "body": body,
        "published": format!("2026-03-04T{:02}:{:02}:00Z", 6 + minute / 60, minute % 60),
    });
    serde_json::from_value(row).unwrap()
}

/// Forty tellings of one event.
fn large() -> Vec<ArticleRow> {
    let tell = |number: usize| {
        let said: Vec<&str> =
            (0..11).map(|n| TOLD[(number * 5 + n * 7 + n * n * number) % TOLD.len()]).collect();
        let title = format!(
            "Selmark dam above Ostrel closed: {}",
            said[1].split(' ').take(9).collect::<Vec<_>>().join(" ")
        );
        let body = format!("{}\n\n{}", TOLD[0], said.join("\n\n"));
        row(format!("dam{number}"), format!("Outlet {number}"), title, body, number * 10)
    };
    (0..ARTICLES).map(tell).collect()
}

/// Stories that have nothing in common.
fn small() -> Vec<ArticleRow> {
    let tell = |number: usize| {
        let title = sentences(number, 1).trim_end_matches(". ").to_owned();
        row(format!("s{number}"), format!("Outlet {}", number % 40), title, sentences(number, 24), number * 9)
    };
    (0..STORIES + 10).map(tell).collect()
}

async fn house() -> Served {
    let (served, _) = Served::empty("weight", "Ada", "127.0.0.1:9".parse().unwrap()).await;
    let rows: Vec<Import> = large()
        .into_iter()
        .chain(small())
        .map(|row| Import::Row { name: row.id.clone(), row: Box::new(row) })
        .collect();
    served.house.pipeline.import(rows).await.unwrap();
    served.house.pipeline.drain(Reach::Local).await.unwrap();
    served
}

fn compressed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// What a page and all it asks for weigh, in bytes on the line.
struct Weight {
    /// HTML and CSS.
    page: usize,
    script: usize,
}

fn weigh(tab: &mut Tab, url: &str) -> Weight {
    tab.call("Network.setCacheDisabled", json!({"cacheDisabled": true}));
    tab.go(url);
    let mut weight = Weight { page: 0, script: 0 };
    let received = tab.told("Network.loadingFinished");
    for request in tab.told("Network.requestWillBeSent") {
        let asked = request["request"]["url"].as_str().unwrap();
        assert_eq!(split(asked).0, split(url).0, "a request to a third party: {asked}");
        let whole = received.iter().find(|whole| whole["requestId"] == request["requestId"]);
        let bytes = whole.and_then(|whole| whole["encodedDataLength"].as_u64()).unwrap_or(0) as usize;
        match request["type"].as_str().unwrap() {
            "Document" | "Stylesheet" => weight.page += bytes,
            "Script" => weight.script += bytes,
            _ => {}
        }
    }
    weight
}

/// Words as plainly marked up as can be, packed to as many bytes as are asked for.
fn plain(bytes: usize) -> Vec<u8> {
    let mut page =
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>Plain</title></head><body>".to_owned();
    for number in 0.. {
        page.push_str(&format!("<p>{}\n", sentences(number, 18)));
        let packed = compressed(page.as_bytes());
        if packed.len() >= bytes {
            return packed;
        }
    }
    Vec::new()
}

/// A page as it was sent once: its policy and its bytes, with the script beside it.
fn kept(url: &str) -> Router {
    let (base, path) = split(url);
    let (head, body) = get(base, path, "en");
    let policy =
        head.lines().find_map(|line| line.strip_prefix("content-security-policy: ")).unwrap().to_owned();
    let script = body.split("src=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned();
    let module = get(base, &script, "en").1;
    let packed = compressed(body.as_bytes());
    let page = move || {
        let policy = policy.clone();
        let headers = [
            ("content-type", HTML.to_owned()),
            ("content-encoding", "gzip".to_owned()),
            ("content-security-policy", policy),
        ];
        let answer = (headers, packed.clone());
        async move { answer }
    };
    Router::new()
        .route("/", routing::get(page))
        .route(&script, routing::get(async move || ([("content-type", "text/javascript")], module.clone())))
}

const HTML: &str = "text/html; charset=utf-8";

/// Milliseconds until something was painted, in a browser slowed to a quarter on a slow line, with nothing in its cache.
fn painted(chromium: &mut Chromium, url: &str) -> f64 {
    let mut tab = Tab::open(chromium, Look::LIGHT);
    // What the policy refuses is told here: a page without its style would be early for nothing.
    tab.call("Log.enable", json!({}));
    tab.call("Emulation.setCPUThrottlingRate", json!({"rate": 4}));
    let line =
        json!({"offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 94_000});
    tab.call("Network.emulateNetworkConditions", line);
    tab.go(url);
    let refused = tab.told("Log.entryAdded").into_iter().filter(|told| told["entry"]["source"] == "security");
    assert_eq!(refused.collect::<Vec<_>>(), [] as [serde_json::Value; 0], "{url}");
    let first = r"new Promise(done => new PerformanceObserver(list => {
        const first = list.getEntriesByName('first-contentful-paint')[0];
        if (first) done(first.startTime);
    }).observe({type: 'paint', buffered: true}))";
    tab.value(first).as_f64().unwrap()
}

/// The quickest load: whatever else the machine does makes one later, and nothing makes one sooner.
fn quickest(values: &[f64]) -> f64 {
    values.iter().copied().min_by(f64::total_cmp).unwrap()
}

/// The address of the story with the most articles.
fn largest(served: &Served) -> String {
    let (_, body) = get(&served.open, "/latest", "en");
    let links = body.split("href=\"/story/").skip(1).filter_map(|rest| rest.split('"').next());
    let stories: std::collections::BTreeSet<&str> = links.collect();
    let size =
        |story: &&str| get(&served.open, &format!("/story/{story}"), "en").1.matches("/article/").count();
    format!("/story/{}", stories.into_iter().max_by_key(size).unwrap())
}

/// The reader asks for the longest edition there is.
fn choose_all(tab: &mut Tab, base: &str) {
    tab.go(base);
    tab.value("(() => { const form = document.querySelector('form:has(select[name=stories],input[name=stories])'); \
        const field = form.elements.stories; \
        if (field.options) field.value = [...field.options].at(-1).value; else [...form.querySelectorAll('[name=stories]')].at(-1).checked = true; \
        form.requestSubmit(form.querySelector('button')); })()");
    tab.wait("Page.loadEventFired");
    tab.wait("Page.loadEventFired");
}

/// The two pages with what they weigh; the reader has asked for the longest edition.
fn weighed(chromium: &mut Chromium) -> Vec<(String, Weight)> {
    let served = RUNTIME.block_on(house());
    let progress = RUNTIME.block_on(served.house.pipeline.progress()).unwrap();
    assert!(progress.stories as usize > STORIES, "{progress:?}");
    let story = largest(&served);
    let body = get(&served.open, &story, "en").1;
    assert!(body.contains(&format!("{ARTICLES} articles")), "the story has not {ARTICLES} articles");
    let mut tab = Tab::open(chromium, Look::LIGHT);
    choose_all(&mut tab, &format!("{}/", served.open));
    ["/", &story]
        .map(|path| format!("{}{path}", served.open))
        .map(|url| (url.clone(), weigh(&mut tab, &url)))
        .into()
}

#[test]
fn a_front_page_of_fifty_stories_and_a_story_of_forty_articles_are_light() {
    let _alone = alone();
    let Some(mut chromium) = Chromium::found() else { return };
    for (url, weight) in weighed(&mut chromium) {
        println!("{url}: {} bytes of HTML and CSS, {} of script", weight.page, weight.script);
        assert!(weight.page > 2_000 && weight.script > 1_000, "{url}: nothing was weighed");
        assert!(weight.page <= MAX_PAGE, "{url}: {} bytes", weight.page);
        assert!(weight.script <= MAX_SCRIPT, "{url}: {} bytes of script", weight.script);
    }
}

#[test]
fn the_heaviest_pages_show_nearly_as_soon_as_plain_ones_of_their_weight() {
    let _alone = alone();
    let Some(mut chromium) = Chromium::found() else { return };
    for (url, weight) in weighed(&mut chromium) {
        let packed = plain(weight.page);
        let words = Router::new().route(
            "/",
            routing::get(async move || {
                ([("content-type", HTML), ("content-encoding", "gzip")], packed.clone())
            }),
        );
        let [ours, plain] = [kept(&url), words].map(|site| RUNTIME.block_on(serve(site)));
        let (mut of_ours, mut of_plain) = (vec![], vec![]);
        for _ in 0..ROUNDS {
            of_ours.push(painted(&mut chromium, &format!("{ours}/")));
            of_plain.push(painted(&mut chromium, &format!("{plain}/")));
        }
        let ratio = quickest(&of_ours) / quickest(&of_plain);
        println!(
            "{url}: the first paint at {ratio:.2} of a plain page's time; {of_ours:.0?} and {of_plain:.0?} ms"
        );
        assert!(ratio <= MAX_RATIO, "{url}: {ratio:.2}");
    }
}
