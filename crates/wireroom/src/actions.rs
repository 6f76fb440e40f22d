//! What the web may ask of the pipeline, and nothing else: the server does not know the pipeline.

use std::time::Duration;
use wireroom_feed::discover::{Extent, How};
use wireroom_model::why::Trouble;
use wireroom_model::{FeedId, HubPush, HubQuestion, UserId, Why};
use wireroom_pipeline::choices::choice;
use wireroom_pipeline::{Candidate, Looked, OpmlAdded, Pipeline, PipelineError, Pushed};
use wireroom_server::{
    Actions, Added, Answer, Compared, Found, Imported, InCommon, Offer, Refusal, Sheet, Spot, whys,
};
use wireroom_store::StoreError;
use wireroom_store::forget::What;

/// The pipeline behind the web's forms.
#[derive(Debug)]
pub struct Desk(pub(crate) Pipeline);

impl Desk {
    pub const fn new(pipeline: Pipeline) -> Self {
        Self(pipeline)
    }
}

pub(crate) fn refusal(error: PipelineError) -> Refusal {
    match error {
        PipelineError::Refused(why) | PipelineError::Store(StoreError::Refused(why)) => Refusal::from(&why),
        other => Refusal(other.to_string()),
    }
}

/// Longest look at an address while a reader waits for the page; the polite way out may need a second a request.
const LOOK: Duration = Duration::from_secs(25);

fn imported(list: OpmlAdded) -> Imported {
    let count = |known: bool| list.added.iter().filter(|a| a.known == known).count();
    let fit = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Imported { added: fit(count(false)), known: fit(count(true)), skipped: list.skipped, notes: list.notes }
}

fn offer(candidate: Candidate, spot: Spot) -> Offer {
    Offer {
        entries: candidate.entries as u64,
        latest: candidate.latest,
        address: candidate.address,
        title: candidate.title,
        spot,
    }
}

const fn spot(candidate: &Candidate) -> Spot {
    match (candidate.extent, candidate.how) {
        (Extent::Comments, _) => Spot::Comments,
        (Extent::Part, How::Stated | How::Linked) => Spot::Part,
        (_, How::Stated) => Spot::Named,
        (_, How::Convention) => Spot::Kind,
        (_, How::Linked) => Spot::Linked,
        (_, How::Guess) => Spot::Usual,
    }
}

fn found(looked: Looked) -> Found {
    let best = looked.best().cloned();
    match looked {
        Looked::Feed(candidate) => Found::Feed(offer(candidate, Spot::Here)),
        Looked::Page(candidates) => Found::Page {
            best: best.and_then(|best| candidates.iter().position(|candidate| *candidate == best)),
            offers: candidates
                .into_iter()
                .map(|candidate| {
                    let spot = spot(&candidate);
                    offer(candidate, spot)
                })
                .collect(),
        },
        Looked::Nothing { tried } => Found::Nothing { tried: tried as u64 },
        Looked::Silent(why) => Found::Silent(whys::said(&why)),
    }
}

impl Actions for Desk {
    fn add_feed(&self, user: UserId, address: String) -> Answer<'_, Added> {
        Box::pin(async move {
            let added = self.0.add_feed(&address, Some(user)).await.map_err(refusal)?;
            Ok(Added { feed: added.feed, title: added.title, known: added.known })
        })
    }

    fn import_opml(&self, user: UserId, opml: Vec<u8>) -> Answer<'_, Imported> {
        Box::pin(async move { self.0.import_opml(&opml, Some(user)).await.map(imported).map_err(refusal) })
    }

    fn import_opml_at(&self, user: UserId, address: String) -> Answer<'_, Imported> {
        Box::pin(
            async move { self.0.import_opml_at(&address, Some(user)).await.map(imported).map_err(refusal) },
        )
    }

    fn export_opml(&self, user: UserId) -> Answer<'_, String> {
        Box::pin(async move { self.0.export_opml(Some(user)).await.map_err(refusal) })
    }

    /// The account goes at once; texts that nobody else reads go with the workers' next round, and the files are swept.
    fn forget_user(&self, user: UserId) -> Answer<'_, ()> {
        Box::pin(async move { self.0.forget_begin(&What::User(user)).await.map(|_| ()).map_err(refusal) })
    }

    fn find_feeds(&self, address: String) -> Answer<'_, Found> {
        Box::pin(async move {
            match tokio::time::timeout(LOOK, self.0.find_feeds(&address)).await {
                Ok(looked) => looked.map(found).map_err(refusal),
                Err(_) => Ok(Found::Silent(whys::said(&Trouble::Long(address).into()))),
            }
        })
    }

    fn set_feed(&self, user: UserId, feed: FeedId, choices: Vec<(&'static str, String)>) -> Answer<'_, ()> {
        Box::pin(async move {
            let read = choices.iter().map(|(name, value)| choice(name, value)).collect::<Result<Vec<_>, _>>();
            self.0
                .set_feed(feed, Some(user), &read.map_err(|why| Refusal::from(&Why::from(why)))?)
                .await
                .map_err(refusal)
        })
    }

    fn poll_now(&self, _user: UserId, feed: FeedId) -> Answer<'_, ()> {
        Box::pin(async move { self.0.poll_now(feed).await.map_err(refusal) })
    }

    fn compare(&self, old: Sheet, new: Sheet) -> Answer<'_, Compared> {
        Box::pin(crate::compare::compare(old, new))
    }

    fn in_common(&self, printings: Vec<Sheet>, new: Sheet) -> Answer<'_, Option<InCommon>> {
        Box::pin(crate::compare::in_common(printings, new))
    }

    fn hub_asks(&self, token: String, question: HubQuestion) -> Answer<'_, Option<String>> {
        Box::pin(async move { self.0.hub_asks(&token, &question).await.map_err(refusal) })
    }

    fn hub_pushes(&self, token: String, push: HubPush) -> Answer<'_, bool> {
        Box::pin(async move {
            let became = self.0.hub_pushes(&token, push).await.map_err(refusal)?;
            Ok(became != Pushed::Unknown)
        })
    }
}
