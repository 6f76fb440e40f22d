//! One folder a page: its route and view model (`mod.rs`), its template, its part of the style sheet.
//! View models hold finished words; templates only place them. Outside text reaches a template as a plain string,
//! which askama escapes; no template may mark anything as safe.

pub mod article;
pub mod assets;
pub mod feed;
pub mod feeds;
pub mod front;
pub mod health;
pub mod latest;
pub mod login;
pub mod outlet;
pub mod outlets;
pub mod problem;
pub mod search;
pub mod setup;
pub mod site;
pub mod sites;
pub mod story;
pub mod websub;

use crate::Problem;
use askama::Template;
use axum::response::{Html, Redirect};

/// A finished page or the problem that stands in its place.
pub type Page = Result<Html<String>, Problem>;

/// Where a form leads after it was done.
pub type Done = Result<Redirect, Problem>;

/// Renders a template.
pub fn page(template: &impl Template) -> Page {
    Ok(Html(template.render()?))
}
