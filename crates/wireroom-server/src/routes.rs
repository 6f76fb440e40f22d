//! The site's map: every address, what answers it, and on which side of the door it stands.
//! No GET changes anything; every POST takes [`crate::fields::Fields`], which checks the form's mark.

use crate::pages::{
    article, ask, assets, audit, diff, family, feed, feeds, following, front, hand, health, latest, login,
    origins, outlet, outlets, picture, publishers, search, setup, site, sites, story, tag, tags, talk,
    versions, websub, welcome,
};
use crate::state::ServerState;
use crate::{Problem, dress, fields, session};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn_with_state, map_response};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};

/// Behind the door: these need somebody who signed in.
fn inside() -> Router<ServerState> {
    Router::new()
        .route("/", get(front::show))
        .route("/edition", post(front::choose))
        .route("/edition.json", get(front::show_json))
        .route("/latest", get(latest::show))
        .route("/story/{id}", get(story::show))
        .route("/story/{id}/origins", get(origins::show))
        .route("/story/{id}/origins.json", get(origins::show_json))
        .route("/story/{id}/links.json", get(story::links))
        .route("/story/{id}/read", post(story::read))
        .route("/story/{id}/star", post(story::star))
        .route("/story/{id}/sort", post(story::say))
        .route("/picture/{story}/{size}", get(picture::show))
        .route("/article/{id}", get(article::show))
        .route("/article/{id}/read", post(article::read))
        .route("/article/{id}/star", post(article::star))
        .route("/article/{id}/versions", get(versions::show))
        .route("/article/{id}/versions.json", get(versions::shape))
        .route("/article/{id}/versions/{number}", get(diff::version))
        .route("/diff/{article}", get(diff::family::usual))
        .route("/diff/common/{article}", get(diff::family::show))
        .route("/diff/{first}/{second}", get(diff::show))
        .route("/family/{id}", get(family::show))
        .route("/outlets", get(outlets::show))
        .route("/outlet/{id}", get(outlet::show))
        .route("/outlet/{id}/follow", post(outlet::follow))
        .route("/publishers", get(publishers::show))
        .route("/publishers/bring", post(publishers::bring))
        .route("/publishers/remove", post(publishers::remove))
        .route("/audit", get(audit::show))
        .route("/corrections", get(hand::show))
        .route("/corrections/say", post(hand::say))
        .route("/corrections/{id}/undo", post(hand::undo))
        .route("/welcome", get(welcome::show).post(welcome::start))
        .route("/feeds", get(feeds::show))
        .route("/feeds/health.atom", get(feeds::feed))
        .route("/feeds/health", post(feeds::address))
        .route("/feeds/add", post(feeds::add))
        .route("/feeds/import", post(feeds::import))
        .route("/feeds/export", get(feeds::export))
        .route("/feed/{id}", get(feed::show))
        .route("/feed/{id}/set", post(feed::set))
        .route("/feed/{id}/pause", post(feeds::pause))
        .route("/feed/{id}/poll", post(feeds::poll))
        .route("/feed/{id}/remove", post(feed::remove))
        .route("/sites", get(sites::show))
        .route("/site/{host}", get(site::show))
        .route("/site/{host}/say", post(site::say))
        .route("/site/{host}/drop", post(site::drop))
        .route("/site/{host}/try", post(site::attempt))
        .route("/site/{host}/save", post(site::save))
        .route("/site/{host}/again", post(site::again))
        .route("/ask", get(ask::show))
        .route("/ask/write", post(ask::wish))
        .route("/logout", post(login::leave))
        .merge(readers_own())
}

/// Behind the door too: what readers look for, follow, keep and say.
fn readers_own() -> Router<ServerState> {
    Router::new()
        .route("/search", get(search::show))
        .route("/search/suggest", get(search::suggest))
        .route("/search/keep", post(search::kept::keep))
        .route("/search/kept/{id}", get(search::kept::show))
        .route("/search/kept/{id}/drop", post(search::kept::drop))
        .route("/search/kept/{id}/feed", post(search::kept::address))
        .route("/following", get(following::show))
        .route("/following/follow", post(following::follow))
        .route("/following/mute", post(following::mute))
        .route("/following/left", get(following::left))
        .route("/following/mutes/{id}/drop", post(following::unmute))
        .route("/following/readers/{id}/hear", post(following::hear))
        .route("/tags", get(tags::show))
        .route("/tags.json", get(tags::show_json))
        .route("/tags/follow", post(tag::follow))
        .route("/tag/{name}", get(tag::show))
        .route("/story/{id}/comments", get(talk::show).post(talk::say))
        .route("/story/{id}/comments.atom", get(talk::feed_of_story))
        .route("/comments", get(talk::latest).post(talk::address))
        .route("/comments.atom", get(talk::of_house))
        .route("/comment/{id}", get(talk::one))
        .route("/comment/{id}/rule", post(talk::rule))
        .route("/comment/{id}/{act}", post(talk::act))
        .route("/moderation", get(talk::queue).post(talk::set))
}

/// Open to everybody: the doors themselves, the style, and the question whether the house is well.
fn outside() -> Router<ServerState> {
    Router::new()
        .route("/login", get(login::show).post(login::enter))
        .route("/setup/{token}", get(setup::show).post(setup::create))
        .route("/search/feed/{token}", get(search::kept::feed))
        .route("/comments/feed/{token}", get(talk::by_token))
        .route("/comments/feed/{token}/{story}", get(talk::of_story_by_token))
        .route("/feeds/health/{token}", get(feeds::by_token))
        .route("/healthz", get(health::show))
        .route(
            "/websub/{token}",
            get(websub::verify).post(websub::push).layer(DefaultBodyLimit::max(websub::MAX_PUSH)),
        )
        .route("/style/{name}", get(assets::style))
        .route("/favicon.svg", get(assets::icon))
        .route("/robots.txt", get(assets::robots))
}

/// The whole site as one service, mounted below the base URL's path. The caller binds, serves and stops it.
pub fn router(state: ServerState) -> Router {
    let site = inside()
        .layer(from_fn_with_state(state.clone(), session::door))
        .merge(outside())
        .fallback(async || Problem::no_page())
        .method_not_allowed_fallback(async || Problem::no_page())
        .layer(DefaultBodyLimit::max(fields::MAX_FORM))
        .layer(map_response(plain_rejections))
        .layer(from_fn_with_state(state.clone(), dress::dress));
    let mounted = if state.base().is_empty() {
        site
    } else {
        // Outside the mount there is nothing but the way to it.
        let home = format!("{}/", state.base());
        Router::new()
            .route(&home, get(front::show).layer(from_fn_with_state(state.clone(), session::door)))
            .nest(state.base(), site)
            .route("/", get(async move || axum::response::Redirect::to(&home)))
            .layer(from_fn_with_state(state.clone(), dress::dress))
    };
    mounted.with_state(state)
}

/// The framework's own refusals (a path that is no number, say) become problems like ours.
async fn plain_rejections(response: Response) -> Response {
    let ours = response.extensions().get::<Problem>().is_some()
        || response
            .headers()
            .get(axum::http::header::CONTENT_TYPE)
            .is_some_and(|kind| kind != "text/plain; charset=utf-8");
    match response.status().as_u16() {
        400..=404 | 415 | 422 if !ours => Problem::no_page().into_response(),
        _ => response,
    }
}
