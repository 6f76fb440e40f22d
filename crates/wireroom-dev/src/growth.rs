//! Growth of the rooms that remember, copies and stories: a year's worth of articles made from a corpus of six
//! thousand, and whether the last ones cost more than early ones. It prints ratios and bytes by structure, never times: the early and the late part
//! take turns in one run, each on a window of its own, so that a busy machine is busy for both.
//! Start at [`copies`].

use cpu_time::ThreadTime;
use serde_json::Value;
use std::fmt::Write;
use std::time::Duration;
use wireroom_copy::{Copies, Settings};
use wireroom_model::{Article, ArticleId, Kind, Lang, StoryId, Time, When};
use wireroom_story::{Item, State, step};
use wireroom_text::normal::normalise;
use wireroom_text::words::words;

/// The whole run, as the bar has it.
pub const WHOLE: u64 = 600_000;

/// The run that fits beside the other gates, about half a minute: ten times the corpus, so that the early and the late
/// part are the same articles in other words.
pub const SHORT: u64 = 62_420;

/// What the last tenth may cost of what the second tenth did.
const MOST: f64 = 1.15;

/// Articles are stamped evenly over so many days, of which the window holds 7.
const DAYS: i64 = 100;
const WINDOW_DAYS: i64 = 7;

/// Articles before a part takes its turn again.
const TURN: u64 = 250;

/// One article of the corpus.
struct Row {
    outlet: Option<String>,
    title: String,
    body: String,
}

/// The stream: the corpus over and over, each repetition in words of its own.
pub(crate) struct Stream {
    rows: Vec<Row>,
    articles: u64,
}

/// A room that remembers a window of the stream.
trait Room {
    /// The room with its default window cut to the length of the run, seven days of it.
    fn new(articles: u64) -> Self;
    fn add(&mut self, article: &Article, now: When);
    fn bytes(&self) -> usize;
    fn most_bytes(&self) -> usize;
    /// What is held: texts, and what else is counted.
    fn held(&self) -> (usize, usize);
}

/// A bound that holds for the whole run, for a run of this length.
fn scale(whole: usize, articles: u64) -> usize {
    usize::try_from(u128::from(articles) * whole as u128 / u128::from(WHOLE)).unwrap_or(whole)
}

impl Room for Copies {
    fn new(articles: u64) -> Self {
        let whole = Settings::default();
        Copies::new(Settings {
            window_seconds: WINDOW_DAYS * 86_400,
            keep: scale(whole.keep, articles),
            anchors: scale(whole.anchors, articles),
        })
    }

    fn add(&mut self, article: &Article, now: When) {
        let _ = self.add(article, now);
    }

    fn bytes(&self) -> usize {
        self.bytes()
    }

    fn most_bytes(&self) -> usize {
        self.most_bytes()
    }

    fn held(&self) -> (usize, usize) {
        (self.len(), self.anchors())
    }
}

impl Room for State {
    fn new(articles: u64) -> Self {
        let whole = wireroom_story::Settings::default();
        let window_seconds = WINDOW_DAYS * 86_400;
        State::new(wireroom_story::Settings { window_seconds, keep: scale(whole.keep, articles) })
    }

    fn add(&mut self, article: &Article, now: When) {
        if let Ok(fresh) = StoryId::new(article.id.get()) {
            step(self, &Item { article, family: None }, fresh, now);
        }
    }

    fn bytes(&self) -> usize {
        self.bytes()
    }

    fn most_bytes(&self) -> usize {
        self.most_bytes()
    }

    fn held(&self) -> (usize, usize) {
        (self.len(), self.open())
    }
}

/// One window and how far it is.
struct Part<'s, R> {
    stream: &'s Stream,
    room: R,
    next: u64,
    spent: Duration,
    bytes: usize,
    fullest: f64,
}

impl Stream {
    pub(crate) fn read(rows: &[Value], articles: u64) -> Self {
        let field = |row: &Value, name: &str| row.get(name).and_then(Value::as_str).map(str::to_owned);
        let row = |row: &Value| Row {
            outlet: field(row, "outlet"),
            title: field(row, "title").unwrap_or_default(),
            body: normalise(&field(row, "body").unwrap_or_default()),
        };
        Self { rows: rows.iter().map(row).collect(), articles }
    }

    /// Article number `at`, from 0, and when it arrives.
    pub(crate) fn article(&self, at: u64) -> Option<(Article, When)> {
        let all = u64::try_from(self.rows.len()).ok()?;
        let row = self.rows.get(usize::try_from(at % all.max(1)).ok()?)?;
        let seconds = DAYS * 86_400;
        let offset = i64::try_from(at).ok()? * seconds / i64::try_from(self.articles).ok()?;
        let now = When::from_unix(1_700_000_000 + offset)?;
        let article = Article {
            id: ArticleId::new(at + 1).ok()?,
            url: None,
            outlet: row.outlet.clone(),
            lang: Lang::EN,
            published: Time::Unknown,
            updated: Time::Unknown,
            title: row.title.clone(),
            authors: Vec::new(),
            agency: None,
            dateline: None,
            body: repeated(&row.body, at / all.max(1)),
            kind: Kind::Article,
        };
        Some((article, now))
    }

    /// A tenth of the run.
    const fn tenth(&self) -> u64 {
        self.articles / 10
    }
}

/// The text of a repetition: its number behind every word longer than three letters.
fn repeated(body: &str, repetition: u64) -> String {
    if repetition == 0 {
        return body.to_owned();
    }
    let mut out = String::with_capacity(body.len() * 5 / 4);
    let mut done = 0;
    for word in words(body).filter(|word| word.text.chars().count() > 3) {
        out.push_str(body.get(done..word.end()).unwrap_or_default());
        let _ = write!(out, "{repetition}");
        done = word.end();
    }
    out.push_str(body.get(done..).unwrap_or_default());
    out
}

impl<'s, R: Room> Part<'s, R> {
    fn new(stream: &'s Stream) -> Self {
        let room = R::new(stream.articles);
        Self { stream, room, next: 0, spent: Duration::ZERO, bytes: 0, fullest: 0.0 }
    }

    /// Adds articles up to number `until`; what adding costs is counted, what making them costs is not.
    fn upto(&mut self, until: u64) {
        while self.next < until {
            let Some((article, now)) = self.stream.article(self.next) else { return };
            let start = ThreadTime::now();
            self.room.add(&article, now);
            self.spent += start.elapsed();
            self.next += 1;
        }
    }

    fn weigh(&mut self) {
        let (bytes, most) = (self.room.bytes(), self.room.most_bytes());
        self.bytes = self.bytes.max(bytes);
        self.fullest = self.fullest.max(bytes as f64 / most.max(1) as f64);
    }
}

/// Runs `articles` made from the rows of the corpus through the copy room; figures of 1 and more hold the bar.
pub fn copies(rows: &[Value], articles: u64) -> Result<String, String> {
    run::<Copies>(rows, articles)
}

/// The same through the story room.
pub fn stories(rows: &[Value], articles: u64) -> Result<String, String> {
    run::<State>(rows, articles)
}

fn run<R: Room>(rows: &[Value], articles: u64) -> Result<String, String> {
    if rows.is_empty() {
        return Err("the corpus has no articles".to_owned());
    }
    let stream = Stream::read(rows, articles);
    let tenth = stream.tenth();
    let (mut early, mut late): (Part<'_, R>, Part<'_, R>) = (Part::new(&stream), Part::new(&stream));
    early.upto(tenth);
    for part in 1..=9 {
        late.upto(tenth * part);
        late.weigh();
    }
    (early.spent, late.spent) = (Duration::ZERO, Duration::ZERO);
    let (mut done, mut turns) = (0, Vec::new());
    while done < tenth {
        done = (done + TURN).min(tenth);
        let before = (early.spent, late.spent);
        early.upto(tenth + done);
        late.upto(tenth * 9 + done);
        turns.push(times(early.spent - before.0, late.spent - before.1));
    }
    late.weigh();
    turns.sort_by(f64::total_cmp);
    let all = times(early.spent, late.spent);
    // The whole run is held to its sum, as the bar has it. Of the short one the middle turn counts: a part of seconds
    // is soon disturbed.
    let ratio = if articles == WHOLE { all } else { turns.get(turns.len() / 2).copied().unwrap_or(all) };
    let each = |part: &Part<'_, R>| part.spent.as_secs_f64() * 1e6 / tenth as f64;
    let (texts, others) = late.room.held();
    Ok(format!(
        "growth articles={articles} window={texts} others={others} megabytes={:.0}\n\
         growth early={:.0}us late={:.0}us all={all:.3} times={ratio:.3}\n\
         growth cost={:.3} room={:.3}\n",
        late.bytes as f64 / 1e6,
        each(&early),
        each(&late),
        MOST / ratio,
        1.0 / late.fullest.max(f64::EPSILON),
    ))
}

/// How many times the early part the late one cost.
fn times(early: Duration, late: Duration) -> f64 {
    late.as_secs_f64() / early.as_secs_f64().max(f64::EPSILON)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_repetition_shares_only_its_short_words() {
        assert_eq!(repeated("The ferry, an old one, sails.", 12), "The ferry12, an old one, sails12.");
        assert_eq!(repeated("The ferry sails.", 0), "The ferry sails.");
    }

    #[test]
    fn a_run_of_a_few_texts_holds_its_window() {
        let row = |n: usize| {
            let body: String = (0..60).map(|word| format!("word{n}x{word} ")).collect();
            serde_json::json!({"outlet": "Marker", "title": "", "body": body})
        };
        let rows: Vec<Value> = (0..20).map(row).collect();
        for told in [copies(&rows, 2_000).unwrap(), stories(&rows, 2_000).unwrap()] {
            assert!(told.contains("window=140 "), "{told}");
            let figures = crate::scorers::figures(&told);
            assert!(figures["growth.room"] >= 1.0, "{told}");
        }
    }
}
