//! The site's map: every address, what answers it, and on which side of the door it stands.
//! No GET changes anything; every POST takes [`crate::fields::Fields`], which checks the form's mark.

use crate::pages::{
    article, ask, assets, audit, diff, family, feed, feeds, following, front, guest, hand, health, invite,
    keys, latest, live, login, origins, out, outlet, outlets, picture, publishers, search, settings, setup,
    site, sites, story, styleguide, tag, tags, talk, users, versions, websub, welcome,
};
use crate::session::{self, Doorway};
use crate::state::ServerState;
use crate::{Problem, dress, fields};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn_with_state, map_response};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get, post};

/// On which side of the door an address stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    Inside,
    Outside,
    /// What people without an account are shown at an address of the inside, where an owner lets them in.
    Guests,
}

/// A part of the map: its routes, and their addresses for the tests that ask each of them.
struct Map {
    side: Door,
    router: Router<ServerState>,
    addresses: Vec<(Door, &'static str)>,
}

impl Map {
    fn new(side: Door) -> Self {
        Self { side, router: Router::new(), addresses: Vec::new() }
    }

    fn route(mut self, address: &'static str, methods: MethodRouter<ServerState>) -> Self {
        self.addresses.push((self.side, address));
        Self { router: self.router.route(address, methods), ..self }
    }

    fn merge(mut self, other: Self) -> Self {
        self.addresses.extend(other.addresses);
        Self { router: self.router.merge(other.router), ..self }
    }
}

/// Every address of the site.
pub fn addresses() -> Vec<(Door, &'static str)> {
    [inside(), outside(), guests()].into_iter().flat_map(|map| map.addresses).collect()
}

/// What guests may see: pages of their own at addresses of the inside. There is no POST among them, and all else
/// leads to the door.
fn guests() -> Map {
    Map::new(Door::Guests)
        .route("/", get(guest::front))
        .route("/latest", get(guest::latest))
        .route("/story/{id}", get(guest::story))
        .route("/article/{id}", get(guest::article))
        .route("/outlet/{id}", get(guest::outlet))
        .route("/tag/{name}", get(guest::topic))
}

/// Behind the door: these need somebody who signed in.
fn inside() -> Map {
    Map::new(Door::Inside)
        .route("/", get(front::show))
        .route("/edition", post(front::choose))
        .route("/edition.json", get(front::show_json))
        .route("/latest", get(latest::show))
        .route("/live.json", get(live::show))
        .route("/keys", get(keys::show))
        .route("/styleguide", get(styleguide::show))
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
        .route("/feeds/folders", post(feeds::change_folder))
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
        .merge(accounts())
}

/// Behind the door too: what readers look for, follow, keep and say.
fn readers_own() -> Map {
    Map::new(Door::Inside)
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
        .route("/out/address", post(out::give))
        .route("/out/end", post(out::end))
        .route("/out/{view}", get(out::one))
        .route("/out/{view}/{of}", get(out::of))
}

/// Behind the door as well: a reader's own settings, and the owner's users.
fn accounts() -> Map {
    Map::new(Door::Inside)
        .route("/settings", get(settings::show))
        .route("/settings/pages", post(settings::keep))
        .route("/settings/password", post(settings::password))
        .route("/settings/sessions/others", post(settings::end_others))
        .route("/settings/sessions/{id}/end", post(settings::end_session))
        .route("/settings/tokens", post(settings::make))
        .route("/settings/tokens/{id}/withdraw", post(settings::withdraw))
        .route("/settings/house", post(settings::house))
        .route("/settings/export.json", get(settings::export))
        .route("/settings/leave", post(settings::leave))
        .route("/users", get(users::show))
        .route("/users/invite", post(users::invite))
        .route("/users/invitations/{id}/withdraw", post(users::withdraw))
        .route("/users/{id}/role", post(users::role))
        .route("/users/{id}/link", post(users::new_password))
        .route("/users/{id}/remove", post(users::remove))
}

/// Open to everybody: the doors themselves, the script, and the question whether the house is well.
fn outside() -> Map {
    Map::new(Door::Outside)
        .route("/login", get(login::show).post(login::enter))
        .route("/setup/{token}", get(setup::show).post(setup::create))
        .route("/invite/{token}", get(invite::show).post(invite::accept))
        .route("/search/feed/{token}", get(search::kept::feed))
        .route("/comments/feed/{token}", get(talk::by_token))
        .route("/comments/feed/{token}/{story}", get(talk::of_story_by_token))
        .route("/feeds/health/{token}", get(feeds::by_token))
        .route("/out/by/{token}", get(out::by))
        .route("/healthz", get(health::show))
        .route(
            "/websub/{token}",
            get(websub::verify).post(websub::push).layer(DefaultBodyLimit::max(websub::MAX_PUSH)),
        )
        .route("/script/{name}", get(assets::script))
        .route("/favicon.svg", get(assets::icon))
        .route("/robots.txt", get(assets::robots))
}

/// The whole site as one service, mounted below the base URL's path. The caller binds, serves and stops it.
pub fn router(state: ServerState) -> Router {
    let doorway = Doorway::new(state.clone(), guests().router);
    let site = inside()
        .router
        .layer(from_fn_with_state(doorway.clone(), session::door))
        .merge(outside().router)
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
            .route(&home, get(front::show).layer(from_fn_with_state(doorway, session::door)))
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
