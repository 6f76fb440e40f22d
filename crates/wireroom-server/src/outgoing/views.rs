//! Each view as a feed, as its reader may see it: nothing here is shown to anybody else. Start at [`channel`].

use super::view::View;
use super::{Channel, Item, articles, stories};
use crate::Problem;
use crate::pages::{feeds, front, search, talk};
use crate::session::Asker;
use crate::state::ServerState;
use crate::told::Told;
use wireroom_model::{OutletId, StoryId};
use wireroom_store::articles::ArticleLine;
use wireroom_store::briefs::Order;
use wireroom_store::stories::StoryAddress;

/// Stories of a feed, the newest.
const STORIES: u32 = 30;
/// Articles of a feed, the newest: each is there whole.
const ARTICLES: usize = 50;

/// Who reads it without turning pages: the edition is the day's, whatever a browser holds.
fn quiet(asker: &Asker) -> Asker {
    Asker { edition: None, may_leave: false, session: None, ..asker.clone() }
}

/// A view as this reader may see it.
pub async fn channel(state: &ServerState, asker: &Asker, view: &View) -> Result<Channel, Problem> {
    let asker = &quiet(asker);
    let viewer = asker.viewer();
    let born = asker.user.created_at;
    Ok(match view {
        View::Edition => {
            let items = stories::items(state, viewer, &front::todays(state, asker).await?).await?;
            Channel {
                title: say!("menu-edition"),
                id: "edition".to_owned(),
                page: "/".to_owned(),
                born,
                items,
            }
        }
        View::Latest => {
            let found = state.store.front(viewer, Order::Latest, STORIES, 0).await?;
            let found: Vec<StoryId> = found.iter().map(|card| card.id).collect();
            let items = stories::items(state, viewer, &found).await?;
            let page = "/latest".to_owned();
            Channel { title: say!("menu-latest"), id: "latest".to_owned(), page, born, items }
        }
        View::Topic(key) => {
            let found = state.store.stories_of_tag(key, viewer, STORIES, 0).await?;
            let found: Vec<StoryId> = found.iter().map(|card| card.id).collect();
            let (names, _) = state.store.tag_spellings(key, viewer).await?;
            let name = names.into_iter().next().unwrap_or_else(|| key.clone());
            let items = stories::items(state, viewer, &found).await?;
            let page = crate::pages::tag::path(&name);
            let id = view.path().trim_start_matches("/out/").to_owned();
            Channel { title: format!("#{name}"), id, page, born, items }
        }
        View::Story(story) => of_story(state, asker, *story).await?,
        View::Outlet(outlet) => of_outlet(state, asker, *outlet).await?,
        View::Search(kept) => {
            let kept = state.store.kept_search(asker.id(), *kept).await?.ok_or_else(Problem::no_page)?;
            search::kept::channel(state, kept).await?
        }
        View::Comments => Channel { born, ..talk::of_all(state, viewer).await? },
        View::CommentsOf(story) => talk::of_one(state, viewer, &story.to_string()).await?,
        View::Health => Channel { born, ..feeds::health(state, viewer).await? },
    })
}

async fn of_story(state: &ServerState, asker: &Asker, asked: StoryId) -> Result<Channel, Problem> {
    let missing = || Problem::missing("story", asked.get());
    let story = match state.store.story_address(asked).await? {
        StoryAddress::Here(here) | StoryAddress::Moved(here) => here,
        StoryAddress::Nowhere => return Err(missing()),
    };
    let brief = state.store.brief(story, asker.viewer()).await?.ok_or_else(missing)?;
    let mut lines = state.store.articles_of_story(story, asker.viewer()).await?;
    lines.reverse();
    let mut items = stories::new_in(story, &Told::read(&brief.json));
    items.extend(whole(state, asker, lines).await?);
    items.sort_by_key(|item| std::cmp::Reverse(item.updated));
    let (id, page) = (format!("story/{story}"), format!("/story/{story}"));
    let title = articles::headline(&brief.card.title);
    Ok(Channel { title, id, page, born: brief.card.opened_at, items })
}

async fn of_outlet(state: &ServerState, asker: &Asker, id: OutletId) -> Result<Channel, Problem> {
    let outlet = state.store.outlet(id, asker.viewer()).await?;
    let outlet = outlet.ok_or_else(|| Problem::missing("outlet", id.get()))?;
    let most = u32::try_from(ARTICLES).unwrap_or(u32::MAX);
    let lines = state.store.articles_of_outlet(id, asker.viewer(), most, 0).await?;
    let items = whole(state, asker, lines).await?;
    let (id, page) = (format!("outlet/{id}"), format!("/outlet/{id}"));
    Ok(Channel { title: outlet.name, id, page, born: outlet.first_seen_at, items })
}

/// Articles with their whole texts.
async fn whole(state: &ServerState, asker: &Asker, lines: Vec<ArticleLine>) -> Result<Vec<Item>, Problem> {
    let of: Vec<StoryId> = lines.iter().filter_map(|line| line.story).collect();
    let topics = state.store.topics_of(&of).await?;
    let mut items = Vec::new();
    for line in lines.into_iter().take(ARTICLES) {
        let named = line.story.map(|story| stories::topics_on(&topics, story, 0)).unwrap_or_default();
        items.extend(articles::item(state, asker.viewer(), line, named).await?);
    }
    Ok(items)
}
