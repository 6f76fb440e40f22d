//! The outermost layer: every answer gets its safety headers, and a [`Problem`] becomes a page. Who
//! asks is found here once, and in whose language and by whose clock the answer speaks.
//! The policy allows our own style sheet, by its hash, and our own module, which may ask this house alone: no other style
//! or script within a page, no frame, no other site.

use crate::Problem;
use crate::frame::Frame;
use crate::pages::problem;
use crate::session::{self, Asker, Perhaps};
use crate::state::ServerState;
use crate::words::{self, Tongue};
use crate::{client::Client, packed, style, zone};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::sync::LazyLock;

/// Sent with every answer, beside the policy.
const HEADERS: [(HeaderName, &str); 4] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("x-robots-tag"), "noindex, nofollow"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
];

static POLICY: LazyLock<Option<HeaderValue>> = LazyLock::new(|| {
    let policy = format!(
        "default-src 'none'; style-src {}; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        style::source()
    );
    HeaderValue::from_str(&policy).ok()
});
/// What stands where our own policy could not be written: nothing at all may be loaded.
const NOTHING: HeaderValue = HeaderValue::from_static("default-src 'none'");

/// Dresses one answer.
pub async fn dress(State(state): State<ServerState>, request: Request, next: Next) -> Response {
    let client = Client::of(&request, &state.options.trusted_proxies);
    let (asker, mut request) = known(&state, request).await;
    let zone = asker.as_ref().and_then(|asker| asker.user.choices.time_zone.as_deref());
    let (tongue, zone) = (tongue(asker.as_ref(), request.headers()), zone::of(zone));
    let packs = packed::may(request.headers(), client);
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
    let policy = response.headers_mut().entry(header::CONTENT_SECURITY_POLICY);
    policy.or_insert_with(|| POLICY.clone().unwrap_or(NOTHING));
    for (name, value) in HEADERS {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    // A page is one reader's own; only what says otherwise (the script) may be kept by a cache.
    response.headers_mut().entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    if packs { packed::pack(response).await } else { response }
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
