//! Real pages through the whole path: every page of a corpus, served from loopback as one feed, arrives as an article.
//! The corpus is read where it lies (WIREROOM_CORPORA, else ../shared/corpora) and never copied; without it the test
//! says so and is skipped, unless CI=true.

use axum::Router;
use axum::extract::{Path as UrlPath, State};
use axum::http::header;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;
use std::fmt::Write;
use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;
use wireroom::clock::SystemClock;
use wireroom::config::Config;
use wireroom::house::{House, Pace};
use wireroom_model::{Kind, Lang};
use wireroom_pipeline::Reach;
use wireroom_store::Viewer;

#[derive(Deserialize)]
struct Row {
    id: String,
    html: String,
}

fn corpus() -> Option<Vec<Row>> {
    let folder = std::env::var_os("WIREROOM_CORPORA").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/corpora")),
        PathBuf::from,
    );
    let file = folder.join("extract-fundus-a.jsonl.gz");
    if !file.exists() {
        let line = format!("skipped: no corpus at {}", file.display());
        assert!(std::env::var("CI").is_ok_and(|v| v != "true") || std::env::var("CI").is_err(), "{line}");
        println!("{line}");
        return None;
    }
    let out = Command::new("gzip").arg("-dc").arg(&file).output().unwrap();
    Some(
        String::from_utf8(out.stdout)
            .unwrap()
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect(),
    )
}

/// What `<html lang>` states, where it is a two-letter code.
fn stated(html: &str) -> Option<Lang> {
    let lower = html.to_ascii_lowercase();
    let tag = lower.split("<html").nth(1)?.split('>').next()?.replace(['\n', '\t'], " ");
    let after = tag.split(" lang=").nth(1)?.trim_start_matches(['"', '\'']);
    let code: String = after.chars().take_while(char::is_ascii_alphabetic).collect();
    (code.len() == 2).then(|| Lang::parse(&code))
}

async fn page(State(rows): State<Arc<Vec<Row>>>, UrlPath(at): UrlPath<usize>) -> Response {
    Html(rows[at].html.clone()).into_response()
}

async fn feed(State(rows): State<Arc<Vec<Row>>>) -> Response {
    let mut items = String::new();
    for (at, row) in rows.iter().enumerate() {
        write!(items, "<item><title>Page {at}</title><guid isPermaLink=\"false\">{}</guid><link>/page/{at}</link></item>", row.id).unwrap();
    }
    let body = format!("<rss version=\"2.0\"><channel><title>All pages</title>{items}</channel></rss>");
    ([(header::CONTENT_TYPE, "application/rss+xml")], body).into_response()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_real_page_arrives_as_an_article_in_its_own_language() {
    let Some(rows) = corpus() else { return };
    let rows = Arc::new(rows);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let site =
        Router::new().route("/feed", get(feed)).route("/page/{at}", get(page)).with_state(Arc::clone(&rows));
    tokio::spawn(async move { axum::serve(listener, site).await });

    let folder = tempfile::tempdir().unwrap();
    let config = Config {
        data: folder.path().to_owned(),
        allow: vec![address.to_string().parse().unwrap()],
        ..Config::default()
    };
    let pace = Pace { shortest_poll: 3_600, spacing: Duration::ZERO, per_host: 8 };
    let house = House::open_with(&config, pace, Arc::new(SystemClock)).await.unwrap();
    house.pipeline.add_feed(&format!("http://{address}/feed"), None).await.unwrap();
    house.pipeline.drain(Reach::Network).await.unwrap();

    let progress = house.pipeline.progress().await.unwrap();
    assert_eq!(
        (progress.entries as usize, progress.failed, progress.failures),
        (rows.len(), 0, 0),
        "{progress:?}"
    );
    let (mut states, mut equal, mut told) = (0, 0, Vec::new());
    for (at, row) in rows.iter().enumerate() {
        let articles = house.store.articles_at(&format!("http://{address}/page/{at}")).await.unwrap();
        let Some(article) = articles.iter().find(|a| a.part == 0) else {
            told.push(format!("{}: no article", row.id));
            continue;
        };
        let version = house.store.current_version(article.id, Viewer::House).await.unwrap().unwrap();
        if version.extracted.kind == Kind::Empty {
            told.push(format!("{}: empty", row.id));
        }
        if let Some(lang) = stated(&row.html) {
            states += 1;
            equal += usize::from(version.extracted.lang == lang);
        }
    }
    println!(
        "{} pages, {states} state a language, {equal} were given it, {} told: {told:?}",
        rows.len(),
        told.len()
    );
    assert!(told.len() <= 1, "{told:?}");
    assert!(equal >= 138, "{equal} of {states}");
    assert!(house.store.verify().await.unwrap().troubles.is_empty());
}
