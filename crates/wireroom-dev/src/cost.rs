//! What sorting and understanding an article cost beside a bare parse of its page: CPU of one thread, in one run, turn
//! by turn, so that a busy machine is busy for both. It prints shares, never times.
//! Start at [`own`], over pages made of our own articles; [`pages`] is the same over a corpus.

use crate::gold::{self, Part};
use cpu_time::ThreadTime;
use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::RcDom;
use std::fmt::Write as _;
use std::hint::black_box;
use std::time::Duration;
use url::Url;
use wireroom_brief::news::{Arrival, updates};
use wireroom_brief::{Source, brief};
use wireroom_extract::{Page, extract};
use wireroom_model::{Article, ArticleId, Lang, StoryId, Time, VersionId, When};
use wireroom_story::{Affairs, Item, Profile, State, TagText, step, tags};
use wireroom_text::hash;
use wireroom_text::language::detect;

/// Rounds over all pages, each with rooms that know nothing yet; the cheapest of each step counts, because everything
/// that disturbs a round makes it dearer.
const ROUNDS: usize = 9;

/// What understanding an article may cost of a bare parse of its page, and what sorting it may.
const UNDERSTANDING: f64 = 0.5;
const STORIES: f64 = 0.10;

/// A page of our own is as large, and its articles as long, as the mean page of the bench's 144 from 52 publishers
/// (331,413 and 5,795 bytes); scripts and links stand in it so that a bare parse takes as long, to a tenth.
const PAGE_BYTES: usize = 331_413;
const BODY_BYTES: usize = 5_795;

/// Pages made of our own articles.
const OWN_PAGES: usize = 60;

/// The steps that are weighed.
const STEPS: [&str; 10] =
    ["parse", "stories", "beside", "topics", "brief", "news", "sentences", "dates", "quotes", "figures"];

/// CPU by step.
type Spent = [Duration; STEPS.len()];

/// A page and the articles that it holds.
struct Weighed {
    html: String,
    articles: Vec<Article>,
}

/// Pages of our own: it needs no corpora.
pub fn own() -> Result<String, String> {
    let read = gold::read(&Part::Open.folder())?;
    let bodies = read.iter().flat_map(|page| &page.gold.articles).map(|article| article.body.as_str());
    let mut paragraphs = bodies.flat_map(|body| body.split("\n\n")).cycle();
    let mut made = Vec::new();
    for number in 0..OWN_PAGES {
        let mut body = String::with_capacity(BODY_BYTES * 2);
        // Whole paragraphs: a text that is cut within a sentence is none.
        while body.len() < BODY_BYTES {
            body.push_str(paragraphs.next().unwrap_or("Nothing."));
            body.push_str("\n\n");
        }
        let title = body.lines().next().unwrap_or_default().to_owned();
        let published = When::from_unix(1_780_000_000 + number as i64 * 600).map_or(Time::Unknown, Time::At);
        let mut article = blank(number, detect(&body))?;
        (article.title, article.published) = (title, published);
        made.push(Weighed { html: page_around(&body), articles: vec![Article { body, ..article }] });
    }
    weigh(&made)
}

/// The pages of a corpus, rows of `url` and `html`.
pub fn pages(rows: &[serde_json::Value]) -> Result<String, String> {
    let field = |row: &serde_json::Value, name: &str| {
        row.get(name).and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
    };
    let (mut read, mut number) = (Vec::new(), 0);
    for row in rows {
        let (html, url) = (field(row, "html"), Url::parse(&field(row, "url")).ok());
        let mut articles = Vec::new();
        for one in extract(&Page::new(&html).at(url.as_ref())) {
            number += 1;
            articles.push(Article {
                outlet: one.outlet,
                published: one.published,
                title: one.title.unwrap_or_default(),
                agency: one.agency,
                body: one.body,
                kind: one.kind,
                ..blank(number, one.lang)?
            });
        }
        read.push(Weighed { html, articles });
    }
    weigh(&read)
}

fn blank(number: usize, lang: Lang) -> Result<Article, String> {
    Ok(Article {
        id: ArticleId::new(number as u64 + 1).map_err(|e| e.to_string())?,
        url: None,
        outlet: None,
        lang,
        published: Time::Unknown,
        updated: Time::Unknown,
        title: String::new(),
        authors: Vec::new(),
        agency: None,
        dateline: None,
        body: String::new(),
        kind: wireroom_model::Kind::Article,
    })
}

/// The article in a page of ordinary size: most of one is scripts, style and the lists of links around the text.
fn page_around(body: &str) -> String {
    let mut html = String::with_capacity(PAGE_BYTES + PAGE_BYTES / 8);
    html.push_str("<!doctype html><html><head><title>The Tidewater Marker</title></head><body><article>");
    for paragraph in body.split("\n\n") {
        let _ = write!(html, "<p class=\"text\">{paragraph}</p>");
    }
    html.push_str("</article>");
    let mut number = 0;
    while html.len() < PAGE_BYTES {
        number += 1;
        let _ = write!(
            html,
            "<div class=\"card card-{number}\"><a href=\"/news/{number}/harbour\" data-id=\"{number}\"><img alt=\"\" \
             src=\"/pictures/{number}.jpg\" width=\"320\" height=\"180\"><h3>Item {number} of the harbour</h3></a>\
             <span>Read more</span></div><script>"
        );
        for key in 0..8 {
            let _ = write!(html, "window.settings[\"key{key}\"]={{\"value\":{number},\"on\":true}};");
        }
        html.push_str("</script>");
    }
    html.push_str("</body></html>");
    html
}

/// Every round over all pages, and the shares.
fn weigh(pages: &[Weighed]) -> Result<String, String> {
    let mut best = [Duration::MAX; STEPS.len()];
    for _ in 0..ROUNDS {
        let spent = round(pages)?;
        for (best, spent) in best.iter_mut().zip(spent) {
            *best = spent.min(*best);
        }
    }
    let [parse, stories, beside, topics, brief, news, sentences, dates, quotes, figures] =
        best.map(|spent| spent.as_secs_f64());
    let share = |spent: f64| spent / parse.max(f64::EPSILON);
    let understanding = share(brief + news);
    Ok(format!(
        "cost pages={} stories={:.3} beside={:.3} topics={:.3} brief={:.3} news={:.3} understanding={understanding:.3}\n\
         parts sentences={:.3} dates={:.3} quotes={:.3} figures={:.3}\n\
         room stories={:.3} understanding={:.3}\n",
        pages.len(),
        share(stories),
        share(beside),
        share(topics),
        share(brief),
        share(news),
        share(sentences),
        share(dates),
        share(quotes),
        share(figures),
        STORIES / share(stories),
        UNDERSTANDING / understanding,
    ))
}

fn round(pages: &[Weighed]) -> Result<Spent, String> {
    let (mut state, mut affairs) = (State::default(), Affairs::default());
    let mut spent = Spent::default();
    for page in pages {
        let [parse, stories, beside, topics, briefs, news, sentences, dates, quotes, figures] = &mut spent;
        timed(parse, || {
            let html = black_box(page.html.as_str());
            drop(html5ever::parse_document(RcDom::default(), html5ever::ParseOpts::default()).one(html));
        });
        for article in &page.articles {
            let fresh = StoryId::new(article.id.get()).map_err(|e| e.to_string())?;
            let now = article.published.known().unwrap_or(When::EPOCH);
            let item = Item { article, family: None };
            timed(stories, || drop(black_box(step(&mut state, &item, fresh, now))));
            timed(beside, || drop(black_box(affairs.put(fresh, Profile::of(&[item], now.unix())))));
            let Article { outlet, lang, title, body, .. } = article;
            let text = TagText { family: None, outlet: outlet.as_deref(), lang: *lang, title, body };
            timed(topics, || drop(black_box(tags(&[text]))));
            let text_hash = hash::text_v1(body);
            let source = source(article, &text_hash)?;
            timed(briefs, || drop(black_box(brief(&[source]))));
            // What a brief holds, each alone: together they say where its cost lies.
            let (published, lang) = (article.published, article.lang);
            timed(sentences, || drop(black_box(wireroom_text::sentences::sentences(body, lang))));
            timed(dates, || drop(black_box(wireroom_text::dates::mentions(body, lang, published))));
            timed(quotes, || drop(black_box(wireroom_brief::quotes::quotes(body, lang))));
            timed(figures, || drop(black_box(wireroom_brief::figures::figures(body, lang, published))));
            timed(news, || drop(black_box(updates(&[Arrival { source, at: now.unix() }]))));
        }
    }
    Ok(spent)
}

fn source<'a>(article: &'a Article, text_hash: &'a str) -> Result<Source<'a>, String> {
    Ok(Source {
        article: article.id,
        version: VersionId::new(article.id.get()).map_err(|e| e.to_string())?,
        text_hash,
        url: None,
        outlet: article.outlet.as_deref(),
        agency: article.agency.as_deref(),
        title: &article.title,
        published: article.published,
        lang: article.lang,
        family: None,
        origin: Some(article.id.get()),
        kind: article.kind,
        body: &article.body,
    })
}

/// Adds the CPU time of this thread over `act`.
fn timed(spent: &mut Duration, act: impl FnOnce()) {
    let start = ThreadTime::now();
    act();
    *spent += start.elapsed();
}
