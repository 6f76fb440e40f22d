//! The first page of a house without feeds: take some of the starter list, bring a list from another reader, or give one
//! address. It recommends nobody and adds nothing that is not ticked. What comes next is the front page, filling.

use crate::Problem;
use crate::fields::Fields;
use crate::frame::Frame;
use crate::pages::{Page, page};
use crate::session::Asker;
use crate::starter::{StarterReport, Starters, lists};
use crate::state::ServerState;
use crate::{wording, words};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use std::collections::BTreeSet;

#[derive(Debug, Template)]
#[template(path = "pages/welcome/welcome.html")]
struct WelcomePage {
    frame: Frame,
    lists: Vec<List>,
    /// Set where the form came back with nothing ticked, or something could not be added.
    fault: Option<String>,
}

/// The feeds of one language.
#[derive(Debug)]
struct List {
    lang: String,
    dir: &'static str,
    name: String,
    count: String,
    /// The reader's own language stands open and ticked.
    own: bool,
    feeds: Vec<Line>,
}

#[derive(Debug)]
struct Line {
    /// The field's name: its place in the whole list, which only the program changes.
    field: String,
    name: &'static str,
    host: String,
}

/// The starter list without what is dead, the reader's language first.
fn model(dead: &BTreeSet<String>, tongue: &str) -> Vec<List> {
    let mut place = 0_usize;
    let mut all: Vec<List> = Vec::new();
    for Starters { lang, feeds } in lists() {
        let mut lines = Vec::new();
        for feed in feeds {
            place += 1;
            if !dead.contains(feed.address) {
                let host = wording::host(feed.address);
                lines.push(Line { field: format!("feed{place}"), name: feed.name, host });
            }
        }
        if !lines.is_empty() {
            all.push(List {
                lang: wording::tag(lang),
                dir: wording::dir(lang),
                name: wording::own_name(lang),
                count: say!("count-feeds", n = lines.len()),
                own: lang.as_str() == tongue,
                feeds: lines,
            });
        }
    }
    all.sort_by_key(|list| !list.own);
    all
}

async fn report(state: &ServerState) -> StarterReport {
    let folder = state.store.folder().to_owned();
    tokio::task::spawn_blocking(move || StarterReport::read(&folder)).await.unwrap_or_default()
}

async fn rendered(state: &ServerState, asker: &Asker, fault: Option<String>) -> Page {
    let dead = report(state).await.dead;
    page(&WelcomePage {
        frame: Frame::new(state, Some(asker), say!("welcome-title"), ""),
        lists: model(&dead, words::tongue().code()),
        fault,
    })
}

/// The page.
pub async fn show(State(state): State<ServerState>, asker: Asker) -> Page {
    rendered(&state, &asker, None).await
}

/// Adds what was ticked and leads to the front page, which tells how the house fills.
pub async fn start(State(state): State<ServerState>, fields: Fields) -> Result<Response, Problem> {
    if !fields.asker.keeps_feeds() {
        return Err(Problem::owner_only());
    }
    let feeds = lists().into_iter().flat_map(|list| list.feeds);
    let ticked: Vec<_> = feeds
        .enumerate()
        .filter(|(at, _)| !fields.text(&format!("feed{}", at + 1)).is_empty())
        .map(|(_, feed)| feed)
        .collect();
    if ticked.is_empty() {
        return Ok(rendered(&state, &fields.asker, Some(say!("welcome-none"))).await?.into_response());
    }
    for feed in ticked {
        if let Err(refusal) = state.actions.add_feed(fields.asker.id(), feed.address.to_owned()).await {
            let fault = say!("welcome-refused", name = feed.name, why = refusal.0.as_str());
            return Ok(rendered(&state, &fields.asker, Some(fault)).await?.into_response());
        }
    }
    Ok(Redirect::to(&format!("{}/", state.base())).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_readers_language_stands_first_and_open() {
        let lists = model(&BTreeSet::new(), "de");
        assert!(lists.first().unwrap().own && lists.first().unwrap().lang == "de");
        assert_eq!(lists.iter().filter(|list| list.own).count(), 1);
        assert_eq!(lists.iter().map(|list| list.feeds.len()).sum::<usize>(), 60);
    }

    #[test]
    fn a_dead_feed_is_hidden_and_moves_nobodys_field() {
        let whole = model(&BTreeSet::new(), "en");
        let first = crate::starter::lists().first().unwrap().feeds.first().unwrap();
        let rest = model(&BTreeSet::from([first.address.to_owned()]), "en");
        let fields = |lists: &[List]| -> BTreeSet<(String, &'static str)> {
            lists.iter().flat_map(|list| &list.feeds).map(|line| (line.field.clone(), line.name)).collect()
        };
        assert_eq!(fields(&whole).difference(&fields(&rest)).count(), 1);
        assert!(fields(&rest).is_subset(&fields(&whole)));
    }
}
