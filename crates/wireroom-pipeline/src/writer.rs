//! The writer's jobs: a stored brief, or the passages that answer a reader, go to a machine that may shorten and join them;
//! what comes back is held to them sentence by sentence before anything is stored for showing. No page waits for it: pages
//! read what is stored, and a writer that fails leaves the sources' own sentences standing.
//! It refuses to ask twice, past the day's budget, and with texts whose owner did not allow it. Start at `write_round`.

use crate::{Pipeline, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use wireroom_brief::ask::Passage;
use wireroom_brief::written::{Checked, Given, MAX_ANSWER_BYTES, Part, Question, VERSION};
use wireroom_brief::{Cited, Source};
use wireroom_fetch::{FetchError, Writer};
use wireroom_model::{ArticleId, CharSpan, FeedId, Kind, StoryId, VersionId};
use wireroom_store::jobs::{Job, JobKind};
use wireroom_store::writer::{BriefToWrite, NewRefusal, NewWriting};
use wireroom_store::{Tx, Viewer};

const DAY: i64 = 86_400;
/// A brief that waited longer for its turn is not asked about any more: the budget is for the news.
const STALE: i64 = 2 * DAY;
/// Tries of one job; after them the sources' own sentences stand until the brief changes.
const MAX_TRIES: u32 = 3;
/// Seconds until a writer that failed is asked the same again, for each try so far.
const TRY_AGAIN: i64 = 300;
/// How a try is noted that ended without an answer in time.
const LATE: &str = "no answer in time";
/// The newest stories that are asked about when a house starts with a writer; those asked about before are passed over.
const AT_START: u32 = 50;
/// Seconds that answers and refused sentences are kept.
const KEPT: i64 = 30 * DAY;
/// Refused sentences that are kept.
const MAX_REFUSALS: u32 = 10_000;
/// Questions of readers that wait for the writer at a time.
const MAX_ASKED: u64 = 50;

/// A writer with what the owner set for it.
#[derive(Debug, Clone)]
pub struct WriterSettings {
    pub writer: Writer,
    /// What it is told to do with a brief, and with a reader's question.
    pub prompt: String,
    pub answer_prompt: String,
    /// Requests of one day (UTC).
    pub requests: u64,
    /// Characters of answers of one day: none is asked for once they are reached.
    pub characters: u64,
}

/// How a reader's question stands with the writer.
#[derive(Debug)]
pub enum Standing {
    /// The house has no writer.
    NoWriter,
    /// These passages are not sent, or are in a language that the check does not know.
    NotSent,
    /// Nobody asked yet; see [`Pipeline::wish_answer`].
    Unasked,
    /// It was asked and has not answered yet.
    Waits,
    /// The day's budget is spent: it is asked on the next day.
    Tomorrow,
    /// It did not answer in time, and is asked again.
    Late,
    /// It failed otherwise, and is asked again.
    Failed,
    /// It answered, and nothing of that passed the check.
    Refused,
    /// What passed.
    Wrote(Vec<Part>),
}

/// What became of a reader's wish for a writer's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wished {
    /// The house has no writer.
    NoWriter,
    /// These passages are not sent, or are in a language that the check does not know.
    NotSent,
    /// It was answered before: see [`Pipeline::standing`].
    Answered,
    /// The answer is there soon, or never.
    Asked,
    /// Too many questions wait.
    Full,
}

/// Cited words as a stored brief and a job name them.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Cite {
    article: ArticleId,
    version: VersionId,
    #[serde(flatten)]
    chars: CharSpan,
}

impl Cite {
    fn of(cited: &Cited) -> Self {
        Self { article: cited.article(), version: cited.version(), chars: cited.chars() }
    }
}

/// Of a stored brief what is asked about.
#[derive(Debug, Deserialize)]
struct Lead {
    lead: Vec<Cite>,
}

/// A reader's question as its job holds it.
#[derive(Debug, Serialize, Deserialize)]
struct Asked {
    question: String,
    passages: Vec<Cite>,
}

/// What asking came to.
enum Told {
    Answer(String),
    /// The day's budget is spent.
    Tomorrow,
    Failed(FetchError),
}

impl Pipeline {
    /// True where a writer is set.
    pub fn has_writer(&self) -> bool {
        self.options.writer.is_some()
    }

    /// At the start: without a writer nothing that one wrote is shown; with one, the newest stories are asked about.
    pub(crate) async fn open_writer(&self) -> Result<()> {
        if self.has_writer() {
            return self.ask_writer_of_newest().await;
        }
        let mut tx = self.store.begin().await?;
        tx.drop_writings().await?;
        Ok(tx.commit().await?)
    }

    /// Asks for a writer's words on the newest stories; what was answered before is not asked again.
    pub(crate) async fn ask_writer_of_newest(&self) -> Result<()> {
        if !self.has_writer() {
            return Ok(());
        }
        let newest = self.store.newest_stories(None, AT_START).await?;
        let now = self.now();
        let mut tx = self.store.begin().await?;
        for story in newest {
            self.ask_writer(&mut tx, story, now).await?;
        }
        Ok(tx.commit().await?)
    }

    /// After a word on whether a feed's texts may be sent: where they may not, what was made of them goes.
    pub(crate) async fn turn_writer(&self, feed: FeedId) -> Result<()> {
        if !self.store.may_be_sent(feed).await? {
            let mut tx = self.store.begin().await?;
            tx.drop_writings_of(feed).await?;
            tx.commit().await?;
        }
        self.ask_writer_of_newest().await
    }

    /// Asks for a writer's words on a story whose briefs stand.
    pub(crate) async fn ask_writer(&self, tx: &mut Tx, story: StoryId, now: i64) -> Result<()> {
        if self.options.writer.is_some() {
            tx.ask(JobKind::Write, &story.to_string(), "", now, now).await?;
        }
        Ok(())
    }

    /// One question to the writer. True where there may be more.
    pub(crate) async fn write_round(&self) -> Result<bool> {
        let Some(settings) = &self.options.writer else { return Ok(false) };
        let Some(job) = self.lease(JobKind::Write, 1, 0).await?.pop() else { return Ok(false) };
        let done = match (job.key.parse::<StoryId>(), serde_json::from_str::<Asked>(&job.payload)) {
            (Ok(story), _) => self.write_story(settings, &job, story).await,
            (Err(_), Ok(asked)) => self.write_answer(settings, &job, &asked).await,
            (Err(_), Err(_)) => self.set_aside(&job, "it names no story and no question").await,
        };
        if let Err(error) = done {
            self.put_back(&job, &error).await?;
        }
        Ok(true)
    }

    async fn write_story(&self, settings: &WriterSettings, job: &Job, story: StoryId) -> Result<()> {
        for brief in self.store.briefs_to_write(story).await? {
            if brief.written_at < self.now() - STALE {
                continue;
            }
            let Some(question) = self.question_of(&brief).await? else { continue };
            let key = question.key(&settings.prompt, settings.writer.model());
            let mut new = NewWriting {
                story,
                audience: brief.audience,
                brief_hash: &brief.hash,
                question: &key,
                checked_by: VERSION,
                parts: None,
            };
            if self.store.is_written(&new).await? {
                continue;
            }
            let answer = match self.told(settings, &settings.prompt, &question, &key).await? {
                Told::Answer(answer) => answer,
                Told::Tomorrow => return self.tomorrow(job).await,
                Told::Failed(error) => return self.failed(job, &error).await,
            };
            let checked = checked(&question, &answer).await?;
            let parts = checked.is_written().then(|| serde_json::to_string(&checked.parts)).transpose()?;
            new.parts = parts.as_deref();
            let now = self.now();
            let mut tx = self.store.begin().await?;
            let model = settings.writer.model();
            if tx.save_writer_answer(&key, model, &answer, &sources(&question), now).await? {
                tx.save_writing(&new).await?;
                tx.save_refusals(&key, Some((story, brief.audience)), &refusals(&checked), now).await?;
                tx.commit().await?;
            }
        }
        self.written(job).await
    }

    async fn write_answer(&self, settings: &WriterSettings, job: &Job, asked: &Asked) -> Result<()> {
        let Some(question) = self.question_of_reader(&asked.question, &asked.passages).await? else {
            return self.written(job).await;
        };
        let key = question.key(&settings.answer_prompt, settings.writer.model());
        let answer = match self.told(settings, &settings.answer_prompt, &question, &key).await? {
            Told::Answer(answer) => answer,
            Told::Tomorrow => return self.tomorrow(job).await,
            Told::Failed(error) => return self.failed(job, &error).await,
        };
        let checked = checked(&question, &answer).await?;
        let now = self.now();
        let mut tx = self.store.begin().await?;
        if tx.save_writer_answer(&key, settings.writer.model(), &answer, &sources(&question), now).await? {
            tx.save_refusals(&key, None, &refusals(&checked), now).await?;
            tx.commit().await?;
        }
        self.written(job).await
    }

    /// The answer that is kept, else a new one within the day's budget.
    async fn told(
        &self,
        settings: &WriterSettings,
        prompt: &str,
        question: &Question,
        key: &str,
    ) -> Result<Told> {
        if let Some(kept) = self.store.writer_answer(key).await? {
            return Ok(Told::Answer(kept));
        }
        let day = self.now().div_euclid(DAY);
        let mut tx = self.store.begin().await?;
        // Taken before asking: one that ends with the process has cost its writer all the same.
        let may = tx.spend_request(day, settings.requests, settings.characters).await?;
        tx.commit().await?;
        if !may {
            return Ok(Told::Tomorrow);
        }
        let told = settings.writer.ask(prompt, &question.message()).await;
        let characters = match &told {
            Ok(answer) => answer.chars().count(),
            // It was written, and paid for.
            Err(FetchError::TooLarge { limit }) => *limit,
            Err(_) => 0,
        };
        let mut tx = self.store.begin().await?;
        tx.spend_answer(day, characters as u64, told.is_err()).await?;
        tx.commit().await?;
        Ok(match told {
            // What is longer than the check reads is kept only so far that the check sees it is.
            Ok(answer) => Told::Answer(answer.chars().take(MAX_ANSWER_BYTES + 1).collect()),
            Err(error) => Told::Failed(error),
        })
    }

    /// Ends a job.
    async fn written(&self, job: &Job) -> Result<()> {
        let mut tx = self.store.begin().await?;
        tx.done(job).await?;
        Ok(tx.commit().await?)
    }

    async fn tomorrow(&self, job: &Job) -> Result<()> {
        tracing::info!("the writer's budget of the day is spent; what waits is asked tomorrow");
        let next = (self.now().div_euclid(DAY) + 1) * DAY;
        let mut tx = self.store.begin().await?;
        tx.put_back(job, next).await?;
        Ok(tx.commit().await?)
    }

    async fn failed(&self, job: &Job, error: &FetchError) -> Result<()> {
        if job.attempts + 1 >= MAX_TRIES {
            tracing::warn!(key = job.key, %error, "the writer failed; the sources' own sentences stand");
            return self.written(job).await;
        }
        tracing::info!(key = job.key, %error, "the writer failed and is asked again later");
        let mut tx = self.store.begin().await?;
        let told =
            if matches!(error, FetchError::Timeout { .. }) { LATE.to_owned() } else { error.to_string() };
        tx.retry(job, self.now() + TRY_AGAIN * (i64::from(job.attempts) + 1), &told).await?;
        Ok(tx.commit().await?)
    }

    async fn question_of(&self, brief: &BriefToWrite) -> Result<Option<Question>> {
        let lead: Lead = serde_json::from_str(&brief.json)?;
        Ok(self.given(&lead.lead).await?.and_then(Question::of_lead))
    }

    /// Answers to readers are for whoever asks, so that no private text is sent for them at all.
    async fn question_of_reader(&self, asked: &str, passages: &[Cite]) -> Result<Option<Question>> {
        let articles: BTreeSet<ArticleId> = passages.iter().map(|cite| cite.article).collect();
        for article in articles {
            if !self.store.private_feeds_of(article).await?.is_empty() {
                return Ok(None);
            }
        }
        Ok(self.given(passages).await?.and_then(|given| Question::of_answer(asked, given)))
    }

    /// The sentences as the stored texts have them, and whether they may be sent; `None` where a text is gone.
    async fn given(&self, cites: &[Cite]) -> Result<Option<Vec<Given>>> {
        let articles = cites.iter().map(|cite| cite.article).collect();
        let closed = self.store.closed_to_writer(&articles).await?;
        let mut given = Vec::with_capacity(cites.len());
        for cite in cites {
            let Some(version) = self.store.version(cite.version, Viewer::House).await? else {
                return Ok(None);
            };
            let text = &version.extracted;
            let source = Source {
                article: version.article,
                version: version.id,
                text_hash: &version.text_hash,
                url: None,
                outlet: None,
                agency: None,
                title: "",
                published: text.published,
                lang: text.lang,
                family: None,
                origin: None,
                kind: Kind::Article,
                body: &text.body,
            };
            let span = cite.chars.to_bytes(&text.body);
            let Some(cited) = span.and_then(|span| Cited::new(&source, span)) else { return Ok(None) };
            let one = Given::new(cited, text.lang, text.published);
            given.push(if closed.contains(&version.article) { one.withheld() } else { one });
        }
        Ok(Some(given))
    }

    /// What a writer made of these passages for this question, checked, or why there is nothing of it. Asks nobody and
    /// waits for nobody.
    pub async fn standing(&self, asked: &str, passages: &[Passage]) -> Result<Standing> {
        let Some(settings) = &self.options.writer else { return Ok(Standing::NoWriter) };
        let Some(question) = self.question_of_reader(asked, &cites(passages)).await? else {
            return Ok(Standing::NotSent);
        };
        let key = question.key(&settings.answer_prompt, settings.writer.model());
        if let Some(answer) = self.store.writer_answer(&key).await? {
            let checked = checked(&question, &answer).await?;
            return Ok(if checked.is_written() { Standing::Wrote(checked.parts) } else { Standing::Refused });
        }
        let Some(job) = self.store.waiting_job(JobKind::Write, &answer_key(&key)).await? else {
            return Ok(Standing::Unasked);
        };
        Ok(match job.error.as_deref() {
            // Put back for want of budget, it waits for the day to begin.
            _ if job.run_at > self.now() && job.run_at.rem_euclid(DAY) == 0 => Standing::Tomorrow,
            None => Standing::Waits,
            Some(LATE) => Standing::Late,
            Some(_) => Standing::Failed,
        })
    }

    /// Asks a writer for its words on these passages. Nobody waits: [`Pipeline::standing`] has them once they
    /// are there and checked.
    pub async fn wish_answer(&self, asked: &str, passages: &[Passage]) -> Result<Wished> {
        let Some(settings) = &self.options.writer else { return Ok(Wished::NoWriter) };
        let cites = cites(passages);
        let Some(question) = self.question_of_reader(asked, &cites).await? else {
            return Ok(Wished::NotSent);
        };
        let key = question.key(&settings.answer_prompt, settings.writer.model());
        if self.store.writer_answer(&key).await?.is_some() {
            return Ok(Wished::Answered);
        }
        let waiting = self.store.job_counts().await?;
        let waiting = waiting.iter().find(|count| count.kind == JobKind::Write);
        if waiting.is_some_and(|count| count.ready + count.running >= MAX_ASKED + u64::from(AT_START)) {
            return Ok(Wished::Full);
        }
        let payload = serde_json::to_string(&Asked { question: asked.to_owned(), passages: cites })?;
        let now = self.now();
        let mut tx = self.store.begin().await?;
        tx.ask(JobKind::Write, &answer_key(&key), &payload, now, now).await?;
        tx.commit().await?;
        self.bell.notify_waiters();
        Ok(Wished::Asked)
    }

    /// Lets go of old answers and refused sentences.
    pub async fn keep_within_audit(&self) -> Result<u64> {
        let oldest = self.now() - KEPT;
        let mut tx = self.store.begin().await?;
        let gone = tx.prune_writer(oldest, MAX_REFUSALS, oldest.div_euclid(DAY)).await?;
        tx.commit().await?;
        Ok(gone)
    }
}

/// The job of a reader's question.
fn answer_key(key: &str) -> String {
    format!("answer {key}")
}

fn cites(passages: &[Passage]) -> Vec<Cite> {
    passages.iter().map(|passage| Cite::of(&passage.sentence)).collect()
}

fn sources(question: &Question) -> BTreeSet<ArticleId> {
    question.given().iter().map(|given| given.cited().article()).collect()
}

/// The check, beside whoever else has something to do.
async fn checked(question: &Question, answer: &str) -> Result<Checked> {
    let (question, answer) = (question.clone(), answer.to_owned());
    Ok(tokio::task::spawn_blocking(move || question.check(&answer)).await?)
}

fn refusals(checked: &Checked) -> Vec<NewRefusal> {
    let one = |refusal: &wireroom_brief::written::Refusal| NewRefusal {
        said: refusal.said.clone(),
        twin: refusal.twin.as_ref().map(|twin| twin.text().to_owned()),
        faults: refusal.faults.iter().map(|fault| (fault.kind(), fault.to_string())).collect(),
    };
    checked.refusals.iter().map(one).collect()
}
