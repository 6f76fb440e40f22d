//! A small house for tests and for looking at pages: a temporary store with a fictional press in it, a clock that
//! stands still, actions that answer without a pipeline. Shared by the route tests and the `preview` example.
#![allow(dead_code)]

mod asked;
mod count;
mod owners;
pub mod press;
pub mod sites;

use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::error::Error;
use std::sync::Arc;
use wireroom_copy::{Draft, changes, changes_of, common_text, diff, diff_common};
use wireroom_model::time::{Clock, Time, When};
use wireroom_model::{
    ArticleId, Extracted, FamilyId, FeedId, Kind, Lang, OutletId, Relation, StoryId, UserId, VersionId,
};
use wireroom_search::{Document, Index};
use wireroom_server::{
    Access, Actions, Added, Answer, Compared, Found, HandActions, Imported, InCommon, News, Offer, Options,
    Parts, Refusal, ServerState, Sheet, Spot,
};
use wireroom_store::articles::NewArticle;
use wireroom_store::briefs::NewBrief;
use wireroom_store::corrections::NewCorrection;
use wireroom_store::families::Member;
use wireroom_store::feeds::NewFeed;
use wireroom_store::polls::FeedFacts;
use wireroom_store::users::{NewUser, Role};
use wireroom_store::versions::NewVersion;
use wireroom_store::{Store, Tx};

pub type Fallible<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// The clock's only hour.
pub const NOW: &str = "2026-11-22T13:05:00Z";

#[derive(Debug)]
pub struct Still;

impl Clock for Still {
    fn now(&self) -> When {
        NOW.parse().unwrap_or_else(|error| panic!("{error}"))
    }
}

/// Answers as a pipeline would: one address is refused, every other is added.
#[derive(Debug)]
pub struct Deeds(pub Store);

impl Actions for Deeds {
    fn add_feed(&self, _: UserId, address: String) -> Answer<'_, Added> {
        Box::pin(async move {
            if address.contains("refused") {
                return Err(Refusal(format!(
                    "{address} answers with a page that names no feed. Look for a link called RSS there."
                )));
            }
            let feed = FeedId::new(1).map_err(|error| Refusal(error.to_string()))?;
            Ok(Added { feed, title: address, known: false })
        })
    }

    fn import_opml(&self, _: UserId, opml: Vec<u8>) -> Answer<'_, Imported> {
        Box::pin(async move {
            let skipped = vec!["line 4: an outline without an address <b>".to_owned()];
            let notes = vec!["https://tern.example/feed stands twice; it was taken once".to_owned()];
            Ok(Imported { added: u32::try_from(opml.len()).unwrap_or(0), known: 2, skipped, notes })
        })
    }

    fn find_feeds(&self, address: String) -> Answer<'_, Found> {
        let offer = |address: &str, title: &str, spot: Spot| Offer {
            address: format!("https://several.example/{address}"),
            title: title.to_owned(),
            entries: 20,
            spot,
            latest: vec![("Pilots return <b>".to_owned(), Time::Unknown)],
        };
        Box::pin(async move {
            Ok(match address {
                address if address.contains("several") => Found::Page {
                    offers: vec![
                        offer("rss", "The Several Courier", Spot::Named),
                        offer("sport/rss", "Several Sport <b>", Spot::Named),
                        offer("comments/rss", "Comments on Several", Spot::Comments),
                    ],
                    best: None,
                },
                address if address.contains("site") => {
                    Found::Page { offers: vec![offer("rss", "The Site", Spot::Usual)], best: Some(0) }
                }
                address if address.contains("nothing") => Found::Nothing { tried: 9 },
                address if address.contains("asleep") => Found::Silent("it does not answer".to_owned()),
                address => Found::Feed(Offer { address, ..offer("", "The Feed Itself", Spot::Here) }),
            })
        })
    }

    fn import_opml_at(&self, user: UserId, address: String) -> Answer<'_, Imported> {
        match address.starts_with("https://") {
            true => self.import_opml(user, vec![b'x'; 3]),
            false => Box::pin(async move { Err(Refusal(format!("{address} is no web address"))) }),
        }
    }

    fn export_opml(&self, user: UserId) -> Answer<'_, String> {
        Box::pin(async move { Ok(format!("<opml version=\"2.0\"><!-- {user} --></opml>")) })
    }

    fn set_feed(&self, _: UserId, _: FeedId, choices: Vec<(&'static str, String)>) -> Answer<'_, ()> {
        Box::pin(async move {
            match choices.iter().find(|(_, value)| value.contains("Host:")) {
                Some(_) => Err(Refusal("the header host cannot be set for a feed".to_owned())),
                None => Ok(()),
            }
        })
    }

    fn forget_user(&self, user: UserId) -> Answer<'_, ()> {
        let failed = |error: wireroom_store::StoreError| Refusal(error.to_string());
        Box::pin(async move {
            let mut tx = self.0.begin().await.map_err(failed)?;
            tx.doom(&wireroom_store::forget::What::User(user), 1_795_000_002).await.map_err(failed)?;
            tx.commit().await.map_err(failed)
        })
    }

    fn poll_now(&self, _: UserId, _: FeedId) -> Answer<'_, ()> {
        Box::pin(async { Ok(()) })
    }

    fn compare(&self, old: Sheet, new: Sheet) -> Answer<'_, Compared> {
        Box::pin(async move {
            Ok(Compared {
                headline: diff(&old.title, &new.title),
                body: diff(&old.body, &new.body),
                changes: changes(&draft(&old), &draft(&new)),
                news: vec![
                    News::Fact(format!("New beside {}", old.title)),
                    News::Figure {
                        before: "3".to_owned(),
                        value: "4".to_owned(),
                        after: "4 <b>ships</b>".to_owned(),
                    },
                ],
            })
        })
    }

    fn in_common(&self, printings: Vec<Sheet>, new: Sheet) -> Answer<'_, Option<InCommon>> {
        Box::pin(async move { Ok(shared(&printings, &new)) })
    }
}

fn shared(printings: &[Sheet], new: &Sheet) -> Option<InCommon> {
    let drafts: Vec<Draft<'_>> = printings.iter().map(draft).collect();
    let found = common_text(&drafts)?;
    let (base, headline) = (drafts[found.base], drafts[found.headline]);
    let body = diff_common(base.body, &found, &new.body);
    Some(InCommon {
        base: found.base,
        headline: found.headline,
        headline_held: found.headline_held,
        stretches: found.stretches.iter().map(|stretch| (stretch.span, stretch.held)).collect(),
        words: found.words,
        printings: found.printings,
        needed: found.needed(),
        left_out: found.left_out,
        made: Compared {
            headline: diff(headline.title, &new.title),
            changes: changes_of(&body, &Draft { title: headline.title, ..base }, &draft(new)),
            body,
            news: Vec::new(),
        },
    })
}

fn draft(sheet: &Sheet) -> Draft<'_> {
    Draft { title: &sheet.title, body: &sheet.body, lang: sheet.lang }
}

impl HandActions for Deeds {
    fn correct(&self, new: NewCorrection) -> Answer<'_, i64> {
        let failed = |error: wireroom_store::StoreError| Refusal(error.to_string());
        Box::pin(async move {
            if new.other == Some(new.article) {
                return Err(Refusal("a word on two texts needs two different articles <b>".to_owned()));
            }
            let mut tx = self.0.begin().await.map_err(failed)?;
            let number = tx.add_correction(&new, 1_795_000_000).await.map_err(failed)?;
            tx.commit().await.map_err(failed)?;
            Ok(number)
        })
    }

    fn split_story(&self, _: UserId, from: StoryId, articles: Vec<ArticleId>) -> Answer<'_, StoryId> {
        let none = Refusal("Choose articles of this story.".to_owned());
        Box::pin(async move { if articles.is_empty() { Err(none) } else { Ok(from) } })
    }

    fn one_story(&self, _: UserId, _: StoryId, other: StoryId) -> Answer<'_, StoryId> {
        Box::pin(async move { Ok(other) })
    }

    fn take_back(&self, number: i64) -> Answer<'_, ()> {
        let failed = |error: wireroom_store::StoreError| Refusal(error.to_string());
        Box::pin(async move {
            let mut tx = self.0.begin().await.map_err(failed)?;
            tx.undo_correction(number, 1_795_000_001).await.map_err(failed)?;
            tx.commit().await.map_err(failed)
        })
    }

    /// The first word is said to be overruled as soon as there is another.
    fn overruled(&self) -> Answer<'_, BTreeSet<i64>> {
        Box::pin(async move {
            let said = self.0.corrections_for_all().await.map_err(|error| Refusal(error.to_string()))?;
            Ok(said.iter().rev().skip(1).map(|one| one.id).collect())
        })
    }

    fn article_at(&self, address: String) -> Answer<'_, Option<ArticleId>> {
        Box::pin(async move {
            let found = self.0.article_read_from(&address, &address).await;
            found.map_err(|error| Refusal(error.to_string()))
        })
    }
}

/// A text to be printed.
#[derive(Debug, Clone)]
pub struct Text<'a> {
    pub outlet: &'a str,
    pub title: &'a str,
    pub lang: &'a str,
    pub published: &'a str,
    pub body: &'a str,
    pub agency: Option<&'a str>,
    pub kind: Kind,
    /// The family's first member and how this text stands to it.
    pub copy_of: Option<(ArticleId, Relation, f64)>,
    pub private: Option<FeedId>,
}

impl<'a> Text<'a> {
    pub fn new(outlet: &'a str, published: &'a str, title: &'a str, body: &'a str) -> Self {
        Self {
            outlet,
            title,
            lang: "en",
            published,
            body,
            agency: None,
            kind: Kind::Article,
            copy_of: None,
            private: None,
        }
    }

    pub fn lang(self, lang: &'a str) -> Self {
        Self { lang, ..self }
    }

    pub fn by(self, agency: &'a str) -> Self {
        Self { agency: Some(agency), ..self }
    }

    pub fn carries(self, anchor: &Printed, relation: Relation, share: f64) -> Self {
        Self { copy_of: Some((anchor.id, relation, share)), ..self }
    }
}

/// A text that was printed.
#[derive(Debug, Clone)]
pub struct Printed {
    pub id: ArticleId,
    pub version: VersionId,
    pub family: FamilyId,
    pub outlet: String,
    pub title: String,
    pub lang: String,
    pub published: Time,
    pub body: String,
    pub private: bool,
    pub agency: Option<String>,
}

impl Printed {
    /// The JSON of a cited passage; the words must stand in the body.
    pub fn cite(&self, words: &str) -> Value {
        let byte = self.body.find(words).unwrap_or_else(|| panic!("{words} is not in {}", self.title));
        let start = self.body.get(..byte).map_or(0, |before| before.chars().count());
        json!({"article": self.id, "version": self.version, "text_hash": "x", "start": start,
               "end": start + words.chars().count(), "text": words})
    }
}

/// The press at work.
#[derive(Debug)]
pub struct Press {
    pub tx: Tx,
    pub now: i64,
}

impl Press {
    pub async fn print(&mut self, text: Text<'_>) -> Fallible<Printed> {
        let host = format!("{}.example", text.outlet.to_lowercase().replace([' ', '\''], "-"));
        let outlet = self
            .tx
            .save_outlet(&text.outlet.to_lowercase(), text.outlet, Some(&host), self.now - 86_400)
            .await?;
        let id: ArticleId = self.tx.fresh().await?;
        let address = format!("https://{host}/{id}");
        let new = NewArticle {
            address: &address,
            part: 0,
            url: Some(&address),
            outlet: Some(outlet),
            is_private: text.private.is_some(),
        };
        let (id, _) = self.tx.save_article(&new, self.now - 600).await?;
        if let Some(feed) = text.private {
            self.tx.link_feed(id, feed, None).await?;
        }
        let published: Time = match text.published {
            "" => Time::Unknown,
            stated => serde_json::from_value(json!(stated))?,
        };
        let extracted = press::extracted(&text, published);
        let version = self.version(id, &extracted).await?;
        let (family, relation, share) = match text.copy_of {
            Some((anchor, relation, share)) => (FamilyId::new(anchor.get())?, relation, share),
            None => (FamilyId::new(id.get())?, Relation::Anchor, 1.0),
        };
        let anchor = text.copy_of.map_or(id, |(anchor, ..)| anchor);
        let member = Member {
            article: id,
            version,
            family,
            anchor,
            relation,
            containment: share,
            longest_run_words: 40,
            parent: None,
            reason: None,
        };
        self.tx.place(&member, self.now).await?;
        Ok(Printed {
            id,
            version,
            family,
            outlet: text.outlet.to_owned(),
            title: text.title.to_owned(),
            lang: text.lang.to_owned(),
            published,
            body: extracted.body,
            private: text.private.is_some(),
            agency: text.agency.map(str::to_owned),
        })
    }

    pub async fn version(&mut self, id: ArticleId, extracted: &Extracted) -> Fallible<VersionId> {
        let title = extracted.title.clone().unwrap_or_default();
        let hash = wireroom_text::hash::text_v1(&extracted.body);
        let new =
            NewVersion { extracted, title: &title, text_hash: &hash, extractor: 1, normal: 1, page: None };
        Ok(self.tx.save_version(id, &new, self.now - 600).await?.id())
    }

    /// A story of printed texts; `brief` gives its parts, the sources are filled in here.
    pub async fn story(&mut self, printed: &[&Printed], mut brief: Value) -> Fallible<StoryId> {
        let story: StoryId = self.tx.fresh().await?;
        self.tx.open_story(story, self.now - 3_600).await?;
        for one in printed {
            self.tx.join_story(one.id, story, &"a test said so", self.now - 600).await?;
        }
        let first = printed.first().ok_or("a story needs a text")?;
        let sources: Vec<Value> = printed
            .iter()
            .map(|one| {
                json!({"article": one.id, "version": one.version, "outlet": one.outlet, "title": one.title,
                              "published": one.published, "lang": one.lang, "family": one.family})
            })
            .collect();
        brief["headline"] = json!({"article": first.id, "version": first.version, "text": first.title});
        brief["sources"] = json!(sources);
        let lead = brief["lead"][0]["text"].as_str().map(str::to_owned);
        let coverage = count::coverage(printed);
        let newest =
            printed.iter().map(|one| one.published).max_by_key(|time| time.sort_key()).unwrap_or_default();
        let new = NewBrief {
            story,
            audience: 0,
            title: &first.title,
            lead: lead.as_deref(),
            lang: Lang::parse(&first.lang),
            coverage: &coverage,
            newest,
            ranked_at: newest.sort_key().unwrap_or(self.now).min(self.now),
            json: &brief.to_string(),
            hash: "x",
        };
        if printed.iter().all(|one| !one.private) {
            self.tx.save_brief(&new, self.now).await?;
        }
        Ok(story)
    }
}

/// The house with its press.
#[derive(Debug)]
pub struct House {
    pub folder: tempfile::TempDir,
    pub store: Store,
    pub state: ServerState,
    pub owner: UserId,
    pub reader: UserId,
    pub seeded: press::Seeded,
}

/// Builds the house; `open` lets everybody in as the owner.
pub async fn house(base: Option<&str>, open: bool) -> Fallible<House> {
    let folder = tempfile::tempdir()?;
    let store = Store::open(folder.path()).await?;
    let (index, _) = Index::open(&folder.path().join("search"))?;
    let now = Still.now().unix();
    let mut tx = store.begin().await?;
    // No password opens it: tests sign in by a session of their own, or set up a house of their own.
    let hash = "$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$not-a-real-hash";
    let owner = tx
        .add_user(&NewUser { name: "Ada", password_hash: hash, role: Role::Owner, time_zone: None }, now)
        .await?;
    let reader = tx
        .add_user(&NewUser { name: "Ben", password_hash: hash, role: Role::Reader, time_zone: None }, now)
        .await?;
    tx.touch_visit(owner, now - 20_000).await?;
    tx.touch_visit(owner, now - 60).await?;
    feeds(&mut tx, now).await?;
    let mut press = Press { tx, now };
    let seeded = press::seed(&mut press, reader).await?;
    sites::seed(&mut press.tx, owner, now).await?;
    press.tx.commit().await?;
    fill(&store, &index).await?;
    let options = Options {
        base_url: base.map(str::parse).transpose()?,
        access: if open { Access::Open { user: owner } } else { Access::Members },
        trusted_proxies: vec!["10.0.0.0/8".parse()?],
    };
    let parts = Parts {
        store: store.clone(),
        search: Arc::new(index),
        clock: Arc::new(Still),
        actions: Arc::new(Deeds(store.clone())),
        options,
    };
    Ok(House { folder, store, state: ServerState::new(parts)?, owner, reader, seeded })
}

async fn feeds(tx: &mut Tx, now: i64) -> Fallible<()> {
    for (at, (address, title)) in press::FEEDS.iter().enumerate() {
        let new = NewFeed { address, title: Some(title), ..NewFeed::default() };
        let (id, _) = tx.add_feed(&new, now - 90_000).await?;
        let facts = FeedFacts { link: Some("https://ostrel-lamp.example/"), ..FeedFacts::default() };
        match at {
            1 => {
                for _ in 0..4 {
                    tx.feed_failed(
                        id,
                        &"The server answered 404 (not found).".into(),
                        false,
                        now + 3_600,
                        now - 400,
                    )
                    .await?;
                }
            }
            4 => {
                tx.feed_failed(id, &"No answer within 20 seconds.".into(), false, now + 1_800, now - 900)
                    .await?
            }
            5 => tx.set_feed_state(id, wireroom_store::feeds::FeedState::Paused, now - 50).await?,
            6 => {}
            _ => tx.feed_spoke(id, &facts, true, now + 600, now - 120 * i64::try_from(at + 1)?).await?,
        }
    }
    Ok(())
}

async fn fill(store: &Store, index: &Index) -> Fallible<()> {
    let viewer = wireroom_store::Viewer::House;
    let mut kept = Vec::new();
    for id in store.article_numbers(None, 500).await? {
        let Some(version) = store.current_version(id, viewer).await? else { continue };
        let private: Vec<i64> = store.private_feeds_of(id).await?.into_iter().map(FeedId::as_i64).collect();
        let audiences = if private.is_empty() { vec![0] } else { private };
        let outlet = store.article_line(id, viewer).await?.and_then(|line| line.outlet_id);
        kept.push((version, audiences, outlet));
    }
    let documents: Vec<Document<'_>> = kept
        .iter()
        .map(|(version, audiences, outlet)| Document {
            article: version.article,
            title: &version.title,
            body: &version.extracted.body,
            authors: &version.extracted.authors,
            lang: version.extracted.lang.as_str(),
            outlet: outlet.map(OutletId::get),
            at: version.extracted.published.sort_key().unwrap_or_default(),
            audiences,
        })
        .collect();
    index.write(&documents, &[])?;
    Ok(())
}
