//! Publishers: who owns which outlet, by the lists that the house's owner brought in; outlets by publisher; a form that
//! shows what a list would change before it is kept, and a way back for each.

use crate::Problem;
use crate::fields::Fields;
use crate::frame::Frame;
use crate::pages::page;
use crate::publishers::{PublisherFile, PublishersTold};
use crate::session::Asker;
use crate::stamp::{self, Stamp};
use crate::state::{Refusal, ServerState};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use std::collections::BTreeMap;
use wireroom_model::When;
use wireroom_store::publishers::PublisherList;

/// Changes and faults that the page lists; the counts tell of all.
const MAX_LINES: usize = 100;

#[derive(Debug, Template)]
#[template(path = "pages/publishers/publishers.html")]
struct PublishersPage {
    frame: Frame,
    summary: String,
    said: Option<Said>,
    /// A list that was tried and not kept yet.
    trial: Option<Trial>,
    lists: Vec<ListRow>,
    groups: Vec<Group>,
    keeps: bool,
}

#[derive(Debug)]
struct Said {
    words: String,
    more: Vec<String>,
    failed: bool,
}

#[derive(Debug)]
struct Trial {
    name: String,
    text: String,
    replaces: bool,
}

#[derive(Debug)]
struct ListRow {
    id: i64,
    name: String,
    outlets: String,
    added: Stamp,
    /// True where it does not hold at present.
    covered: bool,
}

#[derive(Debug)]
struct Group {
    name: String,
    outlets: Vec<(u64, String)>,
}

/// The page.
pub async fn show(State(state): State<ServerState>, asker: Asker) -> Result<Response, Problem> {
    answer(&state, &asker, None, None, StatusCode::OK).await
}

/// Tries a list, or keeps it.
pub async fn bring(State(state): State<ServerState>, fields: Fields) -> Result<Response, Problem> {
    owner(&fields.asker)?;
    let Some(bytes) = fields.bytes("file").or_else(|| fields.bytes("text")).map(<[u8]>::to_vec) else {
        let said = failed(say!("publishers-no-file"));
        return answer(&state, &fields.asker, Some(said), None, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let name = match fields.text("name") {
        "" => say!("publishers-unnamed"),
        name => name.to_owned(),
    };
    let (replaces, dry) = (fields.text("replace") == "yes", fields.text("keep") != "yes");
    let text = String::from_utf8(bytes.clone()).ok();
    let list = PublisherFile { name: name.clone(), bytes, replaces, dry };
    match state.actions.bring_publishers(list).await {
        Err(Refusal(why)) => {
            let trial = text.map(|text| Trial { name, text, replaces });
            answer(&state, &fields.asker, Some(failed(why)), trial, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Ok(told) => {
            let trial = text.filter(|_| dry && !told.known).map(|text| Trial { name, text, replaces });
            answer(&state, &fields.asker, Some(said(&told, dry)), trial, StatusCode::OK).await
        }
    }
}

/// Takes a list away.
pub async fn remove(State(state): State<ServerState>, fields: Fields) -> Result<Response, Problem> {
    owner(&fields.asker)?;
    let number = fields.text("list").parse().unwrap_or_default();
    match state.actions.remove_publishers(number).await {
        Err(Refusal(why)) => {
            answer(&state, &fields.asker, Some(failed(why)), None, StatusCode::NOT_FOUND).await
        }
        Ok(told) => {
            let words = format!("{} {}", say!("publishers-gone"), after(&told));
            let said = Said { words, more: changes(&told), failed: false };
            answer(&state, &fields.asker, Some(said), None, StatusCode::OK).await
        }
    }
}

fn owner(asker: &Asker) -> Result<(), Problem> {
    crate::pages::sites::owner(asker)
}

const fn failed(words: String) -> Said {
    Said { words, more: Vec::new(), failed: true }
}

fn after(told: &PublishersTold) -> String {
    let outlets = say!("count-outlets", n = told.outlets);
    say!("publishers-after", n = told.stories, owned = told.owned, outlets = outlets)
}

fn said(told: &PublishersTold, dry: bool) -> Said {
    let read = say!(
        "publishers-read",
        outlets = say!("count-outlets", n = told.rows),
        publishers = say!("count-publishers", n = told.publishers)
    );
    let words = match (told.known, dry) {
        (true, _) => format!("{read} {}", say!("publishers-known")),
        (false, true) => {
            let outlets = say!("count-outlets", n = told.outlets);
            let would = say!("publishers-would", n = told.stories, owned = told.owned, outlets = outlets);
            format!("{read} {} {would}", say!("publishers-dry"))
        }
        (false, false) => format!("{read} {} {}", say!("publishers-in"), after(told)),
    };
    let mut more: Vec<String> = told.faults.iter().take(MAX_LINES).cloned().collect();
    if told.left_out > more.len() as u64 {
        more.push(say!("publishers-left-out", n = told.left_out));
    }
    more.extend(changes(told));
    Said { words, more, failed: false }
}

fn changes(told: &PublishersTold) -> Vec<String> {
    let line = |(outlet, before, after): &(String, Option<String>, Option<String>)| match (before, after) {
        (None, Some(after)) => say!("publishers-now", outlet = outlet.as_str(), after = after.as_str()),
        (Some(before), Some(after)) => say!(
            "publishers-moved",
            outlet = outlet.as_str(),
            after = after.as_str(),
            before = before.as_str()
        ),
        (Some(before), None) => {
            say!("publishers-lost", outlet = outlet.as_str(), before = before.as_str())
        }
        (None, None) => outlet.clone(),
    };
    let mut lines: Vec<String> = told.changed.iter().take(MAX_LINES).map(line).collect();
    if told.changed.len() > MAX_LINES {
        lines.push(say!("and-more", n = told.changed.len() - MAX_LINES));
    }
    lines
}

async fn answer(
    state: &ServerState,
    asker: &Asker,
    said: Option<Said>,
    trial: Option<Trial>,
    status: StatusCode,
) -> Result<Response, Problem> {
    let lists = state.store.publisher_lists().await?;
    let mut groups: BTreeMap<(bool, String), Vec<(u64, String)>> = BTreeMap::new();
    for outlet in state.store.outlets(asker.viewer()).await? {
        let key = match outlet.publisher {
            Some(publisher) => (false, publisher),
            None => (true, say!("publishers-unlisted")),
        };
        groups.entry(key).or_default().push((outlet.id.get(), outlet.name));
    }
    let known = groups.keys().filter(|(unlisted, _)| !unlisted).count() as u64;
    let summary = match lists.is_empty() {
        true => say!("publishers-none"),
        false => say!(
            "publishers-say",
            publishers = say!("count-publishers", n = known),
            lists = say!("publishers-lists-count", n = lists.len())
        ),
    };
    let now = state.clock.now();
    let html = page(&PublishersPage {
        frame: Frame::new(state, Some(asker), say!("publishers-title"), "/outlets"),
        summary,
        said,
        trial,
        lists: lists.into_iter().map(|list| row(list, now)).collect(),
        groups: groups.into_iter().map(|((_, name), outlets)| Group { name, outlets }).collect(),
        keeps: asker.keeps_feeds(),
    })?;
    Ok((status, html).into_response())
}

fn row(list: PublisherList, now: When) -> ListRow {
    ListRow {
        id: list.id,
        name: list.name,
        outlets: say!("count-outlets", n = list.rows),
        added: stamp::ago(list.added_at, now),
        covered: list.replaced_by.is_some(),
    }
}
