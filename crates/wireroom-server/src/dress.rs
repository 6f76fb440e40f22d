//! The outermost layer: every answer gets its safety headers, and a [`Problem`] becomes a page.
//! The policy allows our own style sheet and nothing else: no script, no inline style, no frame, no other site.

use crate::Problem;
use crate::frame::Frame;
use crate::pages::problem;
use crate::session;
use crate::state::ServerState;
use crate::words::{self, Tongue};
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Sent with every answer.
const HEADERS: [(HeaderName, &str); 5] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("x-robots-tag"), "noindex, nofollow"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
];

/// Dresses one answer.
pub async fn dress(State(state): State<ServerState>, request: Request, next: Next) -> Response {
    let headers = request.headers().clone();
    let asked = headers.get(header::ACCEPT_LANGUAGE).and_then(|line| line.to_str().ok()).unwrap_or_default();
    let mut response = words::heard(Tongue::asked(asked), async {
        let mut response = next.run(request).await;
        if let Some(problem) = response.extensions_mut().remove::<Problem>() {
            response = page(&state, &headers, &problem).await;
        }
        response
    })
    .await;
    for (name, value) in HEADERS {
        // A picture brings a stricter policy of its own.
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    // A page is one reader's own; only what says otherwise (the style sheet) may be kept by a cache.
    response.headers_mut().entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

async fn page(state: &ServerState, headers: &axum::http::HeaderMap, problem: &Problem) -> Response {
    let asker = session::find(state, headers).await.unwrap_or_default();
    let frame = Frame::new(state, asker.as_ref(), problem.title.clone(), "");
    match problem::render(frame, problem) {
        Ok(html) => (problem.status, html).into_response(),
        Err(error) => {
            tracing::error!(%error, "the page that says what went wrong could not be made");
            (problem.status, format!("{}\n\n{}\n", problem.title, problem.say)).into_response()
        }
    }
}
