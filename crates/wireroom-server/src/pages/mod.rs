//! One folder a page: its route and view model (`mod.rs`), its template, its part of the style sheet.
//! View models hold finished words; templates only place them. Outside text reaches a template as a plain string,
//! which askama escapes; no template may mark anything as safe.

pub mod after;
pub mod article;
pub mod ask;
pub mod assets;
pub mod audit;
pub mod diff;
pub mod family;
pub mod feed;
pub mod feeds;
pub mod following;
pub mod front;
pub mod guest;
pub mod hand;
pub mod health;
pub mod invite;
pub mod keys;
pub mod latest;
pub mod live;
pub mod login;
pub mod origins;
pub mod out;
pub mod outlet;
pub mod outlets;
pub mod picture;
pub mod problem;
pub mod publishers;
pub mod search;
pub mod settings;
pub mod setup;
pub mod site;
pub mod sites;
pub mod story;
pub mod styleguide;
pub mod tag;
pub mod tags;
pub mod talk;
pub mod users;
pub mod versions;
pub mod websub;
pub mod welcome;

use crate::Problem;
use askama::Template;
use axum::http::header;
use axum::response::{Html, IntoResponse, Redirect, Response};
use serde::Serialize;

/// A finished page or the problem that stands in its place.
pub type Page = Result<Html<String>, Problem>;

/// Where a form leads after it was done.
pub type Done = Result<Redirect, Problem>;

/// Renders a template.
pub fn page(template: &impl Template) -> Page {
    Ok(Html(template.render()?))
}

/// A page or the same as JSON: an address that ends in `.json` asks for the second.
pub type Either = Result<Response, Problem>;

/// The address without `.json`, and whether it ended so.
pub fn form_of(last: &str) -> (&str, bool) {
    last.strip_suffix(".json").map_or((last, false), |bare| (bare, true))
}

/// Prints a public shape (docs/formats).
pub fn json(shape: &impl Serialize) -> Either {
    let text = serde_json::to_string(shape).map_err(|error| Problem::house(&error))?;
    Ok(([(header::CONTENT_TYPE, "application/json")], text).into_response())
}
