//! Briefs, written when a story changes: one for everybody, and one for each private feed that a part of the story
//! came from. A brief whose sources did not change is not written again.

use crate::affairs::Work;
use crate::news;
use crate::origins::{Known, coverage};
use crate::tagging::{self, StoryTagging};
use crate::{Pipeline, Result, renew};
use serde::Serialize;
use std::collections::BTreeSet;
use std::sync::Arc;
use wireroom_brief::news::Update;
use wireroom_brief::{Brief, Source, brief};
use wireroom_model::{Coverage, Kind, Lang, StoryId, Time};
use wireroom_store::briefs::NewBrief;
use wireroom_store::earlier::StoryVersion;
use wireroom_store::jobs::{Job, JobKind};
use wireroom_store::texts::StoryText;
use wireroom_store::viewer::EVERYBODY;
use wireroom_text::hash;
use wireroom_text::language::most_common;

/// The newest texts of a story that its brief reads.
const MAX_SOURCES: u32 = 500;

/// Stories briefed at a time.
const BATCH: u32 = 8;

/// What is stored of a brief: the room's answer, and what its texts brought one after the other.
#[derive(Serialize)]
struct Stored<'b> {
    #[serde(flatten)]
    brief: &'b Brief,
    updates: Vec<Update>,
}

/// A brief with what the front page needs of it.
struct Written {
    audience: i64,
    title: String,
    lead: Option<String>,
    lang: Lang,
    coverage: Coverage,
    newest: Time,
    ranked_at: i64,
    json: String,
    hash: String,
    tags: Vec<StoryTagging>,
}

impl Pipeline {
    /// Writes some briefs. `ahead` seconds of waiting for more articles are passed over.
    pub(crate) async fn brief_round(&self, ahead: i64) -> Result<usize> {
        let jobs = self.lease(JobKind::Brief, BATCH, ahead).await?;
        for job in &jobs {
            let Ok(story) = job.key.parse::<StoryId>() else {
                self.set_aside(job, "its key is no story's number").await?;
                continue;
            };
            if let Err(error) = self.brief_story(job, story).await {
                self.put_back(job, &error).await?;
            }
        }
        Ok(jobs.len())
    }

    async fn brief_story(&self, job: &Job, story: StoryId) -> Result<()> {
        let texts = self.store.story_texts(story, MAX_SOURCES).await?;
        let lineages = self.lineages(&texts).await?;
        let known = Arc::new(self.traced(story, &texts, &lineages).await?);
        let mut work = Vec::new();
        for audience in audiences(&texts) {
            let texts: Vec<StoryText> = texts.iter().filter(|text| is_for(text, audience)).cloned().collect();
            let hash = sources_hash(&texts, &known);
            let stored = self.store.brief_hash(story, audience).await?;
            work.push((audience, texts, hash.clone(), stored.as_deref() == Some(&hash)));
        }
        let kept: Vec<i64> = work.iter().map(|(audience, ..)| *audience).collect();
        // Where the public texts stayed as they were, so did what the story stands beside.
        let stays = work.iter().any(|(audience, .., done)| *audience == EVERYBODY && *done);
        let affairs = if stays { None } else { Some(self.affairs(story, &texts).await?) };
        let due = work.iter().any(|(.., done)| !done);
        let versions =
            if due { self.store.story_versions(story, news::MAX_VERSIONS).await? } else { Vec::new() };
        let written = tokio::task::spawn_blocking(move || {
            let due = work.into_iter().filter(|(.., done)| !done);
            due.map(|(audience, texts, hash, _)| write(audience, &texts, &versions, &known, hash))
                .collect::<Vec<_>>()
        });
        let written = match written.await {
            Ok(written) => written,
            Err(error) => return self.set_aside(job, &format!("writing a brief broke off: {error}")).await,
        };
        let now = self.now();
        let mut tx = self.store.begin().await?;
        for lineage in &lineages {
            tx.save_lineage(lineage).await?;
        }
        for brief in written.into_iter().collect::<Result<Vec<Written>>>()? {
            let new = NewBrief {
                story,
                audience: brief.audience,
                title: &brief.title,
                lead: brief.lead.as_deref(),
                lang: brief.lang,
                coverage: &brief.coverage,
                newest: brief.newest,
                ranked_at: brief.ranked_at,
                json: &brief.json,
                hash: &brief.hash,
            };
            tx.save_brief(&new, now).await?;
            tagging::save(&mut tx, story, brief.audience, &brief.tags).await?;
        }
        tx.keep_briefs(story, &kept).await?;
        self.ask_writer(&mut tx, story, now).await?;
        self.ask_picture(&mut tx, story, now).await?;
        if let Some(affairs) = &affairs {
            affairs.write(&mut tx).await?;
        }
        tx.done(job).await?;
        tx.commit().await?;
        affairs.into_iter().for_each(Work::keep);
        Ok(())
    }
}

/// Everybody, where a text is public; and each private feed that brought one.
fn audiences(texts: &[StoryText]) -> Vec<i64> {
    let everybody = texts.iter().any(|text| text.private_feeds.is_empty()).then_some(EVERYBODY);
    let private: BTreeSet<i64> =
        texts.iter().flat_map(|text| &text.private_feeds).map(|feed| feed.as_i64()).collect();
    everybody.into_iter().chain(private).collect()
}

fn is_for(text: &StoryText, audience: i64) -> bool {
    text.private_feeds.is_empty() || text.private_feeds.iter().any(|feed| feed.as_i64() == audience)
}

/// Everything a brief and its card depend on, as one hash.
fn sources_hash(texts: &[StoryText], known: &Known) -> String {
    let mut told = format!("{} {}\n", renew::rules(), known.hash());
    for text in texts {
        let family = text.family.map_or(0, wireroom_model::FamilyId::get);
        let outlet = text.outlet.as_deref().unwrap_or("");
        let published = text.published.known().map_or_else(String::new, |when| when.to_string());
        let owner = text.publisher.as_deref().unwrap_or("");
        told.push_str(&format!("{} {} {family} {outlet} {published} {owner}\n", text.article, text.version));
    }
    hash::text_v1(&told)
}

fn write(
    audience: i64,
    texts: &[StoryText],
    versions: &[StoryVersion],
    known: &Known,
    hash: String,
) -> Result<Written> {
    let coverage = coverage(texts, known);
    // The beginning of a text for subscribers is no text: it speaks only where no other does.
    let whole = |text: &StoryText| text.kind != Kind::Paywall && !text.body.is_empty();
    let any_whole = texts.iter().any(whole);
    let heard = |text: &&StoryText| !any_whole || text.kind != Kind::Paywall;
    let sources: Vec<Source<'_>> =
        texts.iter().filter(heard).map(|text| source(text, coverage.witness(text.article))).collect();
    let brief = brief(&sources);
    let newest = texts.iter().map(|text| text.published).max_by_key(|time| time.sort_key());
    let first = texts.iter().map(|text| text.title.as_str()).find(|title| !title.is_empty());
    let title = brief.headline.as_ref().map(|headline| headline.text()).or(first).unwrap_or("").to_owned();
    let lead: Vec<&str> = brief.lead.iter().map(|sentence| sentence.text()).collect();
    // A publication stated later than its arrival is a mistake of the publisher's clock.
    let stated = |text: &StoryText| text.published.sort_key().map(|at| at.min(text.arrived_at));
    // An undated text makes no old story new: arrival counts only where no text states a time.
    let ranked_at = texts.iter().filter_map(stated).max().or(texts.iter().map(|text| text.arrived_at).max());
    Ok(Written {
        audience,
        title,
        lead: (!lead.is_empty()).then(|| lead.join(" ")),
        lang: most_common(texts.iter().map(|text| text.lang)).unwrap_or(Lang::UNKNOWN),
        coverage,
        newest: newest.unwrap_or_default(),
        ranked_at: ranked_at.unwrap_or(0),
        json: serde_json::to_string(&Stored { updates: news::updates(&sources, versions), brief: &brief })?,
        tags: tagging::of(texts.iter().filter(heard)),
        hash,
    })
}

pub(crate) fn source(text: &StoryText, origin: Option<u64>) -> Source<'_> {
    Source {
        article: text.article,
        version: text.version,
        text_hash: &text.text_hash,
        url: text.url.as_deref(),
        outlet: text.outlet.as_deref(),
        agency: text.agency.as_deref(),
        title: &text.title,
        published: text.published,
        lang: text.lang,
        family: text.family,
        origin,
        kind: text.kind,
        body: &text.body,
    }
}
