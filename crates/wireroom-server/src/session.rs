//! Who is asking: the session cookie, the door that every page but the open ones stands behind, and the mark
//! that forms carry. Cookies are HttpOnly and SameSite=Lax, and Secure where the base URL is https.

use crate::state::{Access, ServerState};
use crate::{Problem, secret};
use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use std::convert::Infallible;
use wireroom_model::UserId;
use wireroom_store::Viewer;
use wireroom_store::users::{Role, User, VISIT_GAP};

/// The cookie that carries a session's token.
pub const COOKIE: &str = "wireroom_session";
/// The cookie that marks the forms of the doors (sign in, set up), where no session exists yet.
pub const DOOR_COOKIE: &str = "wireroom_door";
/// The cookie that holds the edition being read: numbers of stories and when it was made, nothing else.
pub const EDITION_COOKIE: &str = "wireroom_edition";
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

    /// True where the house's feeds may be changed.
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

/// Who is asking, if anybody: for the doors and problems.
#[derive(Debug, Clone)]
pub struct Perhaps(pub Option<Asker>);

impl FromRequestParts<ServerState> for Perhaps {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &ServerState) -> Result<Self, Infallible> {
        Ok(Self(find(state, &parts.headers).await.unwrap_or_default()))
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
            edition,
        }));
    }
    let Some(token) = cookie(headers, COOKIE) else { return Ok(None) };
    let session = state.store.session(&secret::token_hash(&token), state.clock.now().unix()).await?;
    Ok(session.map(|session| Asker {
        user: session.user,
        mark: secret::form_mark(&token),
        may_leave: true,
        edition,
    }))
}

/// The door: who is not signed in is led to the sign-in page and brought back after.
pub async fn door(State(state): State<ServerState>, mut request: Request, next: Next) -> Response {
    match find(&state, request.headers()).await {
        Ok(Some(asker)) => {
            let held = asker.edition.clone().filter(|_| request.method().is_safe());
            request.extensions_mut().insert(asker);
            let mut response = next.run(request).await;
            // An edition is kept for as long as its reader turns pages.
            if let Some(held) = held.filter(|_| !response.headers().contains_key(header::SET_COOKIE)) {
                hold_edition(&state, &mut response, &held);
            }
            response
        }
        Ok(None) => {
            let path = request.uri().path_and_query().map_or("/", |path| path.as_str());
            // The mount's own root is routed with its whole path; all else arrives without it.
            let path = path.strip_prefix(state.base()).filter(|rest| rest.starts_with('/')).unwrap_or(path);
            // A form that was posted without a session is lost; only pages are worth coming back to.
            let back = if request.method().is_safe() { path } else { "/" };
            let query =
                url::form_urlencoded::Serializer::new(String::new()).append_pair("next", back).finish();
            Redirect::to(&format!("{}/login?{query}", state.base())).into_response()
        }
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
