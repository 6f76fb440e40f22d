//! The script, the icon and the word to robots: the only things a cache may keep.

use crate::{Problem, script, style};
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};

const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// The script under its content's name; another name is another version, and is not here.
pub async fn script(Path(name): Path<String>) -> Result<Response, Problem> {
    if name != script::name() {
        return Err(Problem::no_page());
    }
    let kind = (header::CONTENT_TYPE, "text/javascript; charset=utf-8");
    Ok(([kind, (header::CACHE_CONTROL, FOR_EVER)], script::MODULE).into_response())
}

/// The icon.
pub async fn icon() -> Response {
    let kind = (header::CONTENT_TYPE, "image/svg+xml");
    ([kind, (header::CACHE_CONTROL, "public, max-age=86400")], style::ICON).into_response()
}

/// Robots are asked to stay out.
pub async fn robots() -> &'static str {
    "User-agent: *\nDisallow: /\n"
}
