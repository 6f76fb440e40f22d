//! The outermost layer: every answer gets its safety headers, and a [`Problem`] becomes a page. Who
//! asks is found here once, and in whose language and by whose clock the answer speaks.
//! The policy allows the rules of our own style sheet that a page brings along, by their hash, and our own module, which may
//! ask this house alone: no other style or script within a page, no frame, no other site.

use crate::Problem;
use crate::again::{self, Stand};
use crate::frame::Frame;
use crate::pages::problem;
use crate::session::{self, Asker, Perhaps};
use crate::state::ServerState;
use crate::words::{self, Tongue};
use crate::{client::Client, packed, style, zone};
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Sent with every answer, beside the policy.
const HEADERS: [(HeaderName, &str); 4] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("x-robots-tag"), "noindex, nofollow"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
];

/// The policy of a page with such a style; of everything else, with none.
fn policy(style: &str) -> HeaderValue {
    let policy = format!(
        "default-src 'none'; style-src {style}; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    );
    HeaderValue::from_str(&policy).unwrap_or(NOTHING)
}

/// The longest page, in bytes: a story of five hundred articles has one.
const MOST: usize = 64 * 1024 * 1024;
/// What stands where our own policy could not be written: nothing at all may be loaded.
const NOTHING: HeaderValue = HeaderValue::from_static("default-src 'none'");

/// Dresses one answer.
pub async fn dress(State(state): State<ServerState>, request: Request, next: Next) -> Response {
    let client = Client::of(&request, &state.options.trusted_proxies);
    let packs = packed::may(request.headers(), client);
    let (name, stand) = (again::name(&request, client, packs), Stand::of(&state));
    if let Some(page) = name.as_ref().and_then(|name| state.again.find(name, stand)) {
        return page;
    }
    let (asker, mut request) = known(&state, request).await;
    let zone = asker.as_ref().and_then(|asker| asker.user.choices.time_zone.as_deref());
    let (tongue, zone) = (tongue(asker.as_ref(), request.headers()), zone::of(zone));
    request.extensions_mut().insert(client);
    let answer = async {
        let mut response = next.run(request).await;
        if let Some(problem) = response.extensions_mut().remove::<Problem>() {
            response = page(&state, asker.as_ref(), &problem);
        }
        response
    };
    let mut response = words::heard(tongue, zone::kept(zone, answer)).await;
    if client.is_https {
        secure(&mut response);
    }
    // A picture brings a stricter policy of its own.
    if !response.headers().contains_key(header::CONTENT_SECURITY_POLICY) {
        response = styled(response).await;
    }
    for (name, value) in HEADERS {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    // A page is one reader's own; only what says otherwise (the script) may be kept by a cache.
    response.headers_mut().entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    let response = if packs { packed::pack(response).await } else { response };
    match name {
        Some(name) => state.again.keep(name, stand, response).await,
        None => response,
    }
}

/// A page gets the rules it can use and a policy that allows them; another answer a policy that allows no style.
async fn styled(response: Response) -> Response {
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let is_page = kind.is_some_and(|kind| kind.starts_with("text/html"));
    let (mut parts, mut body) = response.into_parts();
    let mut source = None;
    if is_page {
        let Ok(plain) = to_bytes(body, MOST).await else {
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        };
        let dressed = str::from_utf8(&plain).ok().and_then(style::put_on);
        body = match dressed {
            Some((page, worn)) => {
                source = Some(worn);
                parts.headers.remove(header::CONTENT_LENGTH);
                Body::from(page)
            }
            None => Body::from(plain),
        };
    }
    let style = source.as_ref().map_or("'none'", |worn| worn.source.as_str());
    parts.headers.insert(header::CONTENT_SECURITY_POLICY, policy(style));
    Response::from_parts(parts, body)
}

/// Who asks, found once for the whole request: the door, the pages and the words go by it.
async fn known(state: &ServerState, mut request: Request) -> (Option<Asker>, Request) {
    if let Some(Perhaps(found)) = request.extensions().get() {
        return (found.clone(), request);
    }
    match session::find(state, request.headers()).await {
        Ok(found) => {
            request.extensions_mut().insert(Perhaps(found.clone()));
            (found, request)
        }
        // The door asks again, and says what is wrong.
        Err(_) => (None, request),
    }
}

/// The language of the reader's choice, else the browser's.
fn tongue(asker: Option<&Asker>, headers: &HeaderMap) -> Tongue {
    let chosen = asker.and_then(|asker| asker.user.choices.language.as_deref()).and_then(Tongue::named);
    let asked = headers.get(header::ACCEPT_LANGUAGE).and_then(|line| line.to_str().ok()).unwrap_or_default();
    chosen.unwrap_or_else(|| Tongue::asked(asked))
}

/// A cookie that is given over https never travels without it.
fn secure(response: &mut Response) {
    let cookies: Vec<HeaderValue> = response.headers().get_all(header::SET_COOKIE).iter().cloned().collect();
    response.headers_mut().remove(header::SET_COOKIE);
    for cookie in cookies {
        let line = cookie.to_str().unwrap_or_default();
        let told = if line.ends_with("; Secure") { line.to_owned() } else { format!("{line}; Secure") };
        if let Ok(value) = HeaderValue::from_str(&told) {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
    }
}

fn page(state: &ServerState, asker: Option<&Asker>, problem: &Problem) -> Response {
    let frame = Frame::new(state, asker, problem.title.clone(), "");
    match problem::render(frame, problem) {
        Ok(html) => (problem.status, html).into_response(),
        Err(error) => {
            tracing::error!(%error, "the page that says what went wrong could not be made");
            (problem.status, format!("{}\n\n{}\n", problem.title, problem.say)).into_response()
        }
    }
}
