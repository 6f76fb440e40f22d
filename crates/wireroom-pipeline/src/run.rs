//! The pipeline at work: workers for each arrow, a scheduler, and a keeper of the budget, until they are told to stop.
//! A worker that meets an error says so, rests a moment and goes on; a stop lets each finish what it holds.

use crate::pipeline::Reach;
use crate::{Pipeline, Result};
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinSet;
use wireroom_model::why::NotThere;

/// How long a worker without work waits before it looks again, unless the bell rings.
const REST: Duration = Duration::from_millis(500);

/// How long a worker rests after an error.
const AFTER_ERROR: Duration = Duration::from_secs(5);

/// How often feeds that are due are looked for.
const SCHEDULE: Duration = Duration::from_secs(1);

/// How often the budget of raw pages and the ages of all else are seen to.
const KEEP: Duration = Duration::from_secs(600);

/// How often the feeds' health is judged.
const JUDGE: Duration = Duration::from_secs(60);

/// Rounds of one drain: a job that asks for itself for ever must not hold an import for ever.
const MAX_ROUNDS: usize = 10_000_000;

#[derive(Debug, Clone, Copy)]
enum Work {
    Schedule,
    Poll,
    Page,
    Extract,
    Brief,
    Index,
    Hub,
    Push,
    Keep,
    Judge,
    Write,
    Picture,
}

impl Pipeline {
    /// Works until `stop` says true (or its sender is gone), then lets every worker finish what it holds.
    pub async fn run(&self, stop: watch::Receiver<bool>) {
        let mut workers = JoinSet::new();
        let mut start = |work: Work, count: usize| {
            for _ in 0..count.max(1) {
                let (pipeline, stop) = (self.clone(), stop.clone());
                workers.spawn(async move { pipeline.worker(work, stop).await });
            }
        };
        start(Work::Schedule, 1);
        start(Work::Poll, self.options.poll_workers);
        start(Work::Page, self.options.page_workers);
        // One each: texts pass the desk in order, and the index has one writer.
        start(Work::Extract, 1);
        start(Work::Brief, 1);
        start(Work::Index, 1);
        start(Work::Hub, 1);
        start(Work::Push, 1);
        start(Work::Keep, 1);
        start(Work::Judge, 1);
        start(Work::Write, 1);
        start(Work::Picture, 1);
        while let Some(ended) = workers.join_next().await {
            if let Err(error) = ended {
                tracing::error!(%error, "a worker ended early");
            }
        }
    }

    async fn worker(&self, work: Work, mut stop: watch::Receiver<bool>) {
        while !*stop.borrow_and_update() {
            let ring = self.bell.notified();
            let pause = match self.once(work).await {
                Ok(true) => continue,
                Ok(false) => match work {
                    Work::Schedule => SCHEDULE,
                    Work::Keep => KEEP,
                    Work::Judge => JUDGE,
                    _ => REST,
                },
                Err(error) => {
                    tracing::error!(%error, ?work, "this work is tried again");
                    AFTER_ERROR
                }
            };
            tokio::select! {
                () = tokio::time::sleep(pause) => {}
                () = ring, if !matches!(work, Work::Keep | Work::Judge | Work::Schedule) => {}
                changed = stop.changed() => if changed.is_err() { return },
            }
        }
    }

    /// One piece of work. True where there may be more.
    async fn once(&self, work: Work) -> Result<bool> {
        match work {
            Work::Schedule => {
                self.schedule_hubs().await?;
                self.schedule().await.map(|_| false)
            }
            Work::Poll => self.poll_round().await,
            Work::Page => self.page_round().await,
            Work::Extract => Ok(self.extract_round().await? > 0),
            Work::Brief => Ok(self.brief_round(0).await? > 0 || self.renew_stories().await?),
            Work::Index => Ok(self.index_round().await? > 0),
            Work::Hub => self.hub_round().await,
            Work::Push => self.push_round().await,
            Work::Judge => self.judge_feeds().await.map(|_| false),
            Work::Write => self.write_round().await,
            Work::Picture => self.picture_round().await,
            Work::Keep => {
                self.end_forgetting().await?;
                self.keep_within_budget().await?;
                self.keep_within_audit().await?;
                self.keep_within_pictures().await?;
                self.keep_within_ages().await.map(|_| false)
            }
        }
    }

    /// Works off everything that can be done now, first what brings texts in, then briefs, then the index.
    pub async fn drain(&self, reach: Reach) -> Result<()> {
        for _ in 0..MAX_ROUNDS {
            if reach != Reach::Local {
                self.schedule().await?;
                self.schedule_hubs().await?;
                if self.push_round().await? || self.hub_round().await? {
                    continue;
                }
                if self.poll_round().await? {
                    continue;
                }
                if reach == Reach::Feeds {
                    return Ok(());
                }
                if self.page_round().await? {
                    continue;
                }
            }
            if self.extract_round().await? > 0 {
                continue;
            }
            // A drain does not wait for more articles: nothing else is coming.
            if self.brief_round(self.options.brief_delay).await? > 0 {
                continue;
            }
            if self.index_round().await? > 0 {
                continue;
            }
            if reach == Reach::Network && self.picture_round().await? {
                continue;
            }
            // Last, for nothing waits for the writer.
            if reach != Reach::Network || !self.write_round().await? {
                return Ok(());
            }
        }
        Err(NotThere::Endless.into())
    }

    /// Lets go of raw pages past their age and budget. Returns how many.
    pub async fn keep_within_budget(&self) -> Result<u64> {
        let oldest = self.options.page_age.map(|age| self.now() - age);
        let mut tx = self.store.begin().await?;
        let gone = tx.trim_pages(oldest, self.options.page_budget).await?;
        tx.drop_expired(self.now()).await?;
        tx.trim_robots(self.now() - crate::robots::FORGOTTEN).await?;
        tx.commit().await?;
        Ok(gone)
    }
}
