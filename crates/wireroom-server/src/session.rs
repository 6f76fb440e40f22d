//! Who is asking: the session cookie, the door that every page but the open ones stands behind, and the mark
//! that forms carry. Cookies are HttpOnly and SameSite=Lax, and Secure where the base URL is https.

use crate::state::{Access, ServerState};
use crate::{Problem, secret};
use axum::Router;
use axum::body::Body;
use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use std::convert::Infallible;
use tower::ServiceExt;
use wireroom_model::{SessionId, UserId};
use wireroom_store::Viewer;
use wireroom_store::sessions::{SEEN_EVERY, Session};
use wireroom_store::users::{Role, User, VISIT_GAP};

/// The cookie that carries a session's token.
pub const COOKIE: &str = "wireroom_session";
/// The cookie that marks the forms of the doors (sign in, set up), where no session exists yet.
pub const DOOR_COOKIE: &str = "wireroom_door";
/// The cookie that holds the edition being read: numbers of stories and when it was made, nothing else.
pub const EDITION_COOKIE: &str = "wireroom_edition";
/// Where the script asks what came meanwhile.
const LIVE: &str = "/live.json";
/// The longest that is read of it; twenty stories of sixteen digits fit.
const MAX_EDITION_COOKIE: usize = 512;
/// A session lasts this long from sign-in (seconds).
pub const SESSION_SECONDS: i64 = 30 * 24 * 3600;
/// A door's form must be sent within this time (seconds).
const DOOR_SECONDS: i64 = 3600;

/// Who is asking, put into every request behind the door.
#[derive(Debug, Clone)]
pub struct Asker {
    pub user: User,
    /// The mark this asker's forms carry.
    pub mark: String,
    /// True where there is a session to end (not in the open demo).
    pub may_leave: bool,
    /// The session that asks; none in the open demo.
    pub session: Option<SessionId>,
    /// The edition that this browser is reading, as its cookie says; whoever reads it looks at every number again.
    pub edition: Option<String>,
}

impl Asker {
    /// The user's number.
    pub fn id(&self) -> UserId {
        self.user.id
    }

    /// Whose private feeds may be seen.
    pub fn viewer(&self) -> Viewer {
        Viewer::User(self.user.id)
    }

    /// True where the house is this asker's: feeds, users, guests.
    pub fn keeps_feeds(&self) -> bool {
        self.user.role == Role::Owner
    }
}

impl FromRequestParts<ServerState> for Asker {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &ServerState) -> Result<Self, Problem> {
        parts
            .extensions
            .get::<Self>()
            .cloned()
            .ok_or_else(|| Problem::house(&"a page stands outside the door"))
    }
}

/// Who is asking, if anybody: found once for every request, by the outermost layer.
#[derive(Debug, Clone)]
pub struct Perhaps(pub Option<Asker>);

impl FromRequestParts<ServerState> for Perhaps {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &ServerState) -> Result<Self, Infallible> {
        match parts.extensions.get::<Self>() {
            Some(known) => Ok(known.clone()),
            None => Ok(Self(find(state, &parts.headers).await.unwrap_or_default())),
        }
    }
}

/// Finds the asker of a request.
pub async fn find(state: &ServerState, headers: &HeaderMap) -> Result<Option<Asker>, Problem> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '~');
    let edition = cookie(headers, EDITION_COOKIE)
        .filter(|value| value.len() <= MAX_EDITION_COOKIE && value.chars().all(plain));
    if let Access::Open { user } = state.options.access {
        let user = state.store.user(user).await?;
        return Ok(user.map(|user| Asker {
            user,
            mark: state.open_mark().to_owned(),
            may_leave: false,
            session: None,
            edition,
        }));
    }
    let Some(token) = cookie(headers, COOKIE) else { return Ok(None) };
    let now = state.clock.now().unix();
    let Some(session) = state.store.session(&secret::token_hash(&token), now).await? else { return Ok(None) };
    note(state, &session, now).await;
    Ok(Some(Asker {
        session: Some(session.id),
        user: session.user,
        mark: secret::form_mark(&token),
        may_leave: true,
        edition,
    }))
}

/// Notes now and then that a session is alive, so that its reader can tell one browser from another. It is the one
/// thing that a GET writes: no page but the list of sessions shows it, and nothing goes by it.
async fn note(state: &ServerState, session: &Session, now: i64) {
    if now - session.seen_at < SEEN_EVERY {
        return;
    }
    let noted = async {
        let mut tx = state.store.begin().await?;
        tx.see_session(session.id, now).await?;
        tx.commit().await
    };
    if let Err(error) = noted.await {
        tracing::warn!(%error, "a session's sign of life was not noted");
    }
}

/// What the door needs: the house, and the pages that guests are shown where an owner lets them in.
#[derive(Debug, Clone)]
pub struct Doorway {
    state: ServerState,
    guests: Router,
}

impl Doorway {
    /// All that guests have no page for leads them to the sign-in page.
    pub fn new(state: ServerState, guests: Router<ServerState>) -> Self {
        let (elsewhere, other_way) = (state.clone(), state.clone());
        let guests = guests
            .fallback(async move |request: Request| to_the_door(&elsewhere, &request))
            .method_not_allowed_fallback(async move |request: Request| to_the_door(&other_way, &request));
        Self { guests: guests.with_state(state.clone()), state }
    }

    /// Who has no session: a guest where there are guests, else led to the sign-in page.
    async fn stranger(&self, request: Request) -> Response {
        let is_guest = match request.method().is_safe() {
            true => self.state.store.has_guests().await,
            false => Ok(false),
        };
        match is_guest {
            Ok(true) => {
                let request = anew(&self.state, request);
                match self.guests.clone().oneshot(request).await {
                    Ok(response) => response,
                    Err(never) => match never {},
                }
            }
            Ok(false) => to_the_door(&self.state, &request),
            Err(error) => Problem::from(error).into_response(),
        }
    }
}

/// A question as it stood before it was routed, so that it can be routed once more. Only who asks is carried over.
fn anew(state: &ServerState, request: Request) -> Request {
    let (parts, _) = request.into_parts();
    let mut fresh = Request::new(Body::empty());
    *fresh.method_mut() = parts.method;
    if let Ok(uri) = inside(state, &parts.uri).parse() {
        *fresh.uri_mut() = uri;
    }
    *fresh.headers_mut() = parts.headers;
    fresh.extensions_mut().insert(Perhaps(None));
    fresh
}

/// The path inside the mount. The mount's own root is routed with its whole path; all else arrives without it.
fn inside<'u>(state: &ServerState, uri: &'u Uri) -> &'u str {
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    path.strip_prefix(state.base()).filter(|rest| rest.starts_with('/')).unwrap_or(path)
}

/// To the sign-in page, and back to where one was going.
fn to_the_door(state: &ServerState, request: &Request) -> Response {
    // A form that was posted without a session is lost; only pages are worth coming back to.
    let back = if request.method().is_safe() { inside(state, request.uri()) } else { "/" };
    let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("next", back).finish();
    Redirect::to(&format!("{}/login?{query}", state.base())).into_response()
}

/// The door: who is not signed in is led to the sign-in page and brought back after, or is a guest.
pub async fn door(State(doorway): State<Doorway>, mut request: Request, next: Next) -> Response {
    let state = &doorway.state;
    let found = match request.extensions().get::<Perhaps>() {
        Some(Perhaps(found)) => Ok(found.clone()),
        None => find(state, request.headers()).await,
    };
    match found {
        Ok(Some(asker)) => {
            // The script's own questions are no turned pages.
            let turns = request.method().is_safe() && !request.uri().path().ends_with(LIVE);
            let held = asker.edition.clone().filter(|_| turns);
            request.extensions_mut().insert(asker);
            let mut response = next.run(request).await;
            // An edition is kept for as long as its reader turns pages.
            if let Some(held) = held.filter(|_| !response.headers().contains_key(header::SET_COOKIE)) {
                hold_edition(state, &mut response, &held);
            }
            response
        }
        Ok(None) => doorway.stranger(request).await,
        Err(problem) => problem.into_response(),
    }
}

/// One cookie's value.
pub fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value.to_owned())
}

/// Sets a cookie for this site alone; zero seconds takes it away.
fn set(state: &ServerState, name: &str, value: &str, seconds: i64) -> Option<HeaderValue> {
    let secure = if state.is_https() { "; Secure" } else { "" };
    let path = if state.base().is_empty() { "/" } else { state.base() };
    let line = format!("{name}={value}; Path={path}; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}");
    HeaderValue::from_str(&line).ok()
}

/// Adds the session's cookie to an answer.
pub fn begin(state: &ServerState, response: &mut Response, token: &str) {
    append(response, set(state, COOKIE, token, SESSION_SECONDS));
    append(response, set(state, DOOR_COOKIE, "", 0));
}

/// Takes the session's cookie away.
pub fn end(state: &ServerState, response: &mut Response) {
    append(response, set(state, COOKIE, "", 0));
}

/// Keeps the edition that is being read until its reader has been away for as long as ends a visit.
pub fn hold_edition(state: &ServerState, response: &mut Response, edition: &str) {
    append(response, set(state, EDITION_COOKIE, edition, VISIT_GAP));
}

/// Lets go of the edition that is being read.
pub fn drop_edition(state: &ServerState, response: &mut Response) {
    append(response, set(state, EDITION_COOKIE, "", 0));
}

/// Gives a door's form its secret.
pub fn open_door(state: &ServerState, response: &mut Response, secret: &str) {
    append(response, set(state, DOOR_COOKIE, secret, DOOR_SECONDS));
}

fn append(response: &mut Response, value: Option<HeaderValue>) {
    if let Some(value) = value {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}

/// A path of this site to go on to: one slash, then no second and no backslash, so that no other site can be meant.
pub fn safe_next(next: Option<&str>) -> &str {
    let ours = |path: &&str| {
        path.starts_with('/')
            && !path.starts_with("//")
            && !path.contains('\\')
            && !path.chars().any(|c| c.is_ascii_control())
    };
    next.filter(ours).unwrap_or("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_on_never_leaves_the_site() {
        for evil in
            ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:x", "", "/a\r\nb"]
        {
            assert_eq!(safe_next(Some(evil)), "/", "{evil}");
        }
        assert_eq!(safe_next(Some("/story/4?x=1")), "/story/4?x=1");
        assert_eq!(safe_next(None), "/");
    }

    #[test]
    fn a_cookie_is_found_among_others() {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, HeaderValue::from_static("a=1; wireroom_session=abc; b=2"));
        assert_eq!(cookie(&headers, COOKIE).as_deref(), Some("abc"));
        assert_eq!(cookie(&headers, "wireroom"), None);
    }
}
