//! The web: pages rendered on the server, forms that post, and nothing that needs a script.
//! It refuses to fetch, to compute what could have been computed when an article arrived, to change state on a GET
//! and to print a byte of outside text unescaped.
//! Start at `routes.rs` (the site's map); each page is one folder under `pages/`; `state.rs` is what the binary hands in.

mod state;

pub use state::{Access, Actions, Added, Answer, Imported, Options, Refusal, ServerState};

use axum::Router;

/// The whole site as one service, mounted below the base URL's path. The caller binds, serves and stops it.
pub fn router(state: ServerState) -> Router {
    let _ = state;
    Router::new()
}
