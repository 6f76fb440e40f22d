//! What the brief of a large story costs beside small ones of the same articles: one of five hundred against five of
//! a hundred, so that a cost that is linear in size is a ratio of 1. They take turns in one run; it prints no times.
//! Two lays: `apart`, the corpus's own articles, and `mixed`, texts put together from the sentences of its largest
//! story, so that each sentence stands in the more texts the larger the story is. Start at [`run`].

use cpu_time::ThreadTime;
use serde_json::Value;
use std::collections::BTreeMap;
use wireroom_brief::{Source, brief};
use wireroom_model::{ArticleId, Kind, Lang, Time, VersionId};
use wireroom_text::normal::normalise;
use wireroom_text::sentences::sentences;

const SMALL: usize = 100;
const LARGE: usize = 500;
/// What the large brief may cost of what the small ones do.
const MOST: f64 = 1.3;
/// The middle one counts: a run of seconds is soon disturbed.
const TURNS: usize = 5;
/// Sentences of a text put together, about as many as an article has.
const MIXED: usize = 20;
/// Any stride that shares no factor with the number of sentences mixes them; a prime does.
const STRIDE: usize = 7919;

#[derive(Clone)]
struct Text {
    outlet: String,
    title: String,
    published: Time,
    body: String,
}

/// The ratios over the corpus's rows; figures of 1 and more hold the bar.
pub fn run(rows: &[Value], _: u64) -> Result<String, String> {
    let apart: Vec<Text> = rows.iter().take(LARGE).map(text).collect();
    if apart.len() < LARGE {
        return Err(format!("the corpus has fewer than {LARGE} articles"));
    }
    let mixed = mixed(rows);
    let mut out = String::new();
    for (name, texts) in [("apart", &apart), ("mixed", &mixed)] {
        let sources = sources(texts)?;
        let mut ratios: Vec<f64> = (0..TURNS).map(|_| ratio(&sources)).collect();
        ratios.sort_by(f64::total_cmp);
        let ratio = ratios.get(TURNS / 2).copied().unwrap_or(f64::NAN);
        out += &format!("{name} articles={LARGE} times={ratio:.3} cost={:.3}\n", MOST / ratio);
    }
    Ok(out)
}

fn ratio(sources: &[Source<'_>]) -> f64 {
    let start = ThreadTime::now();
    for part in sources.chunks(SMALL) {
        std::hint::black_box(brief(part));
    }
    let small = start.elapsed();
    let start = ThreadTime::now();
    std::hint::black_box(brief(sources));
    start.elapsed().as_secs_f64() / small.as_secs_f64().max(f64::EPSILON)
}

fn text(row: &Value) -> Text {
    let field = |name: &str| row.get(name).and_then(Value::as_str).unwrap_or_default();
    Text {
        outlet: field("outlet").to_owned(),
        title: field("title").to_owned(),
        published: field("published").parse().map_or(Time::Unknown, Time::At),
        body: normalise(field("body")),
    }
}

/// Texts of the largest story's sentences, each in a paragraph of its own.
fn mixed(rows: &[Value]) -> Vec<Text> {
    let mut stories: BTreeMap<&str, Vec<Text>> = BTreeMap::new();
    for row in rows {
        let story = row.get("story").and_then(Value::as_str).unwrap_or_default();
        stories.entry(story).or_default().push(text(row));
    }
    let largest = stories.into_values().max_by_key(Vec::len).unwrap_or_default();
    let all: Vec<&str> = largest
        .iter()
        .flat_map(|text| sentences(&text.body, Lang::EN).into_iter().filter_map(|span| span.of(&text.body)))
        .collect();
    let made = |number: usize| {
        let places = (0..MIXED).map(|n| (number * MIXED + n) * STRIDE % all.len().max(1));
        let body: Vec<&str> = places.filter_map(|place| all.get(place).copied()).collect();
        let like = largest.get(number % largest.len().max(1))?;
        Some(Text { body: body.join("\n\n"), outlet: format!("{} {number}", like.outlet), ..like.clone() })
    };
    (0..LARGE).filter_map(made).collect()
}

fn sources(texts: &[Text]) -> Result<Vec<Source<'_>>, String> {
    let mut all = Vec::new();
    for (text, number) in texts.iter().zip(1_u64..) {
        all.push(Source {
            article: ArticleId::new(number).map_err(|e| e.to_string())?,
            version: VersionId::new(number).map_err(|e| e.to_string())?,
            text_hash: "",
            url: None,
            outlet: Some(&text.outlet),
            agency: None,
            title: &text.title,
            published: text.published,
            lang: Lang::EN,
            family: None,
            origin: Some(number),
            kind: Kind::Article,
            body: &text.body,
        });
    }
    Ok(all)
}
