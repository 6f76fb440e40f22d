//! One article: its text in any version, set for reading, with the sentences that its story cites underlined, and
//! beside it where it stands: whose text it is, who carries it, which story it belongs to, what changed.

use crate::Problem;
use crate::fields::Fields;
use crate::frame::Frame;
use crate::pages::after;
use crate::pages::hand::Hand;
use crate::pages::story::{self, Why};
use crate::pages::{Done, Page, page};
use crate::session::Asker;
use crate::state::ServerState;
use crate::told::Told;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Redirect;
use wireroom_model::{ArticleId, CharSpan, VersionId};
use wireroom_store::articles::ArticleLine;
use wireroom_store::marks::Marking;
use wireroom_store::versions::Version;

mod said;
pub mod text;
mod view;

use view::{Found, Reading};

#[derive(Debug, Template)]
#[template(path = "pages/article/article.html")]
struct ArticlePage {
    frame: Frame,
    reading: Reading,
    read: bool,
    starred: bool,
    /// Where its page is shown both ways, for those who may say how a site is read.
    both: Option<String>,
    hand: Hand,
}

/// `?version=ID` asks for an old text, `?at=10-42` for a passage of it (characters) to be lit.
#[derive(Debug, serde::Deserialize)]
pub struct Asked {
    version: Option<String>,
    at: Option<String>,
    did: Option<String>,
}

impl Asked {
    fn passage(&self) -> Option<CharSpan> {
        let (start, end) = self.at.as_deref()?.split_once('-')?;
        let (start, end) = (start.parse().ok()?, end.parse().ok()?);
        (start < end).then_some(CharSpan { start, end })
    }
}

fn id(text: &str) -> Result<ArticleId, Problem> {
    text.parse().map_err(|_| Problem::no_page())
}

async fn line(state: &ServerState, asker: &Asker, article: ArticleId) -> Result<ArticleLine, Problem> {
    let line = state.store.article_line(article, asker.viewer()).await?;
    line.ok_or_else(|| Problem::missing("article", article.get()))
}

/// The version asked for, if it is this article's and may be seen; else the current one.
async fn version(
    state: &ServerState,
    asker: &Asker,
    article: ArticleId,
    asked: Option<&str>,
) -> Result<Version, Problem> {
    let missing = || Problem::missing("article", article.get());
    match asked.map(str::parse::<VersionId>) {
        None => state.store.current_version(article, asker.viewer()).await?.ok_or_else(missing),
        Some(Err(_)) => Err(Problem::no_page()),
        Some(Ok(version)) => {
            let found = state.store.version(version, asker.viewer()).await?;
            found.filter(|found| found.article == article).ok_or_else(missing)
        }
    }
}

/// Where the page of a version is shown both ways.
async fn both_ways(state: &ServerState, asker: &Asker, page: Option<i64>) -> Result<Option<String>, Problem> {
    let Some(number) = page.filter(|_| asker.keeps_feeds()) else { return Ok(None) };
    let seen = state.store.page_seen(number, asker.viewer()).await?.filter(|page| page.is_kept);
    let url = seen.and_then(|page| url::Url::parse(&page.address).ok());
    Ok(url.and_then(|url| Some(format!("/site/{}?page={number}#both", url.host_str()?))))
}

/// Why an article stands in its story.
async fn why(state: &ServerState, asker: &Asker, line: &ArticleLine) -> Result<Option<Why>, Problem> {
    let (Some(story), Some(json)) = (line.story, state.store.why(line.id).await?) else { return Ok(None) };
    Ok(story::whys(state, asker, story, &[(line.id, json)].into()).await?.remove(&line.id))
}

/// One article.
pub async fn show(
    State(state): State<ServerState>,
    asker: Asker,
    Path(number): Path<String>,
    Query(asked): Query<Asked>,
) -> Page {
    let article = id(&number)?;
    let line = line(&state, &asker, article).await?;
    let version = version(&state, &asker, article, asked.version.as_deref()).await?;
    let history = state.store.version_lines(article).await?;
    let family = match line.copy {
        Some(copy) => state.store.articles_of_family(copy.family, asker.viewer()).await?,
        None => Vec::new(),
    };
    let brief = match line.story {
        Some(story) => state.store.brief(story, asker.viewer()).await?,
        None => None,
    };
    let cited =
        brief.as_ref().map(|brief| story::cited_in(&Told::read(&brief.json), version.id)).unwrap_or_default();
    let mark = state.store.marks(asker.id(), &[article.get()]).await?.into_iter().next();
    let why = why(&state, &asker, &line).await?;
    let story = brief.map(|brief| (brief.card.id.get(), brief.card.title));
    let reserved = state.store.reserved(line.id).await?;
    let both = both_ways(&state, &asker, version.page).await?;
    let mut hand = Hand::of(&state, &asker, &line, &family).await?;
    hand.notice = after::notice(asked.did.as_deref());
    let found = Found {
        line: &line,
        reserved: &reserved,
        version: &version,
        history: &history,
        family: &family,
        story,
        why,
        cited: &cited,
        here: asked.passage(),
    };
    let reading = Reading::new(found, state.clock.now());
    page(&ArticlePage {
        frame: Frame::new(&state, Some(&asker), reading.title.clone(), ""),
        reading,
        read: mark.as_ref().is_some_and(|mark| mark.read_at.is_some()),
        both,
        hand,
        starred: mark.is_some_and(|mark| mark.starred_at.is_some()),
    })
}

/// Marks an article read or unread.
pub async fn read(State(state): State<ServerState>, Path(number): Path<String>, fields: Fields) -> Done {
    let article = line(&state, &fields.asker, id(&number)?).await?.id;
    let at = (fields.text("to") != "no").then(|| state.clock.now().unix());
    let mut tx = state.store.begin().await?;
    tx.mark_articles(fields.asker.id(), &[article], Marking::Read(at)).await?;
    tx.commit().await?;
    Ok(Redirect::to(&format!("{}/article/{article}#end", state.base())))
}

/// Stars an article, or takes the star away.
pub async fn star(State(state): State<ServerState>, Path(number): Path<String>, fields: Fields) -> Done {
    let article = line(&state, &fields.asker, id(&number)?).await?.id;
    let at = (fields.text("to") != "no").then(|| state.clock.now().unix());
    let mut tx = state.store.begin().await?;
    tx.mark_articles(fields.asker.id(), &[article], Marking::Star(at)).await?;
    tx.commit().await?;
    Ok(Redirect::to(&format!("{}/article/{article}#end", state.base())))
}
