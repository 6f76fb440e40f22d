//! What a page says when it cannot be the page that was asked for: what failed, and the way out.
//! A handler returns a [`Problem`]; `dress.rs` turns it into a page in the house's look.

use crate::state::Refusal;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use wireroom_model::ArticleId;
use wireroom_search::SearchError;
use wireroom_store::StoreError;

/// A page that is an answer of its own.
#[derive(Debug, Clone)]
pub struct Problem {
    pub status: StatusCode,
    /// The heading.
    pub title: String,
    /// One or two sentences: what happened, what still stands.
    pub say: String,
    /// Where to go: a path below the base, and the words of the link.
    pub way_out: (&'static str, String),
}

fn front() -> (&'static str, String) {
    ("/", say!("problem-front"))
}

fn search() -> (&'static str, String) {
    ("/search", say!("problem-search"))
}

impl Problem {
    fn new(
        status: StatusCode,
        title: String,
        say: impl Into<String>,
        way_out: (&'static str, String),
    ) -> Self {
        Self { status, title, say: say.into(), way_out }
    }

    /// No page has this address.
    pub fn no_page() -> Self {
        Self::new(StatusCode::NOT_FOUND, say!("problem-no-page"), say!("problem-no-page-say"), front())
    }

    /// No such thing, or none that this reader may see: the two are told alike.
    pub fn missing(what: &str, id: u64) -> Self {
        // An address repeats what was typed: no grouping.
        let id = id.to_string();
        let title = match what {
            "article" => say!("problem-missing-article", id = id),
            "story" => say!("problem-missing-story", id = id),
            "feed" => say!("problem-missing-feed", id = id),
            "outlet" => say!("problem-missing-outlet", id = id),
            "family" => say!("problem-missing-family", id = id),
            "comment" => say!("problem-missing-comment", id = id),
            "correction" => say!("problem-missing-correction", id = id),
            _ => say!("problem-missing-other", id = id),
        };
        let out = match what {
            "outlet" => ("/outlets", say!("problem-outlets")),
            "feed" => ("/feeds", say!("problem-feeds")),
            _ => search(),
        };
        Self::new(StatusCode::NOT_FOUND, title, say!("problem-missing-say"), out)
    }

    /// An article without this version.
    pub fn no_version(article: ArticleId, number: u32) -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            say!("problem-no-version", id = article.to_string(), n = number),
            say!("problem-no-version-say"),
            search(),
        )
    }

    /// A version that nothing kept stands before.
    pub fn first_version(article: ArticleId, number: u32) -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            say!("problem-first-version", id = article.to_string(), n = number),
            say!("problem-first-version-say"),
            search(),
        )
    }

    /// An article that no other printing stands beside.
    pub fn no_other_printing(article: ArticleId) -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            say!("problem-alone", id = article.to_string()),
            say!("problem-alone-say"),
            search(),
        )
    }

    /// A form came without the mark that this house's own pages give to their forms.
    pub fn not_ours() -> Self {
        Self::new(StatusCode::FORBIDDEN, say!("problem-not-ours"), say!("problem-not-ours-say"), front())
    }

    /// The reader's role does not reach this far.
    pub fn owner_only() -> Self {
        Self::new(StatusCode::FORBIDDEN, say!("problem-owner-only"), say!("problem-owner-only-say"), front())
    }

    /// The same for what editors do.
    pub fn editors_only() -> Self {
        Self::new(
            StatusCode::FORBIDDEN,
            say!("problem-editors-only"),
            say!("problem-editors-only-say"),
            front(),
        )
    }

    /// A form that cannot be read.
    pub fn bad_form(say: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, say!("problem-form"), say, front())
    }

    /// The house will not do what was asked, and why.
    pub fn refused(why: impl Into<String>) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, say!("problem-refused"), why, search())
    }

    /// Too much was sent.
    pub fn too_large(limit: usize) -> Self {
        let say = say!("problem-large-say", n = limit >> 20);
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, say!("problem-large"), say, front())
    }

    /// Too many wrong passwords.
    pub fn too_many_tries() -> Self {
        Self::new(
            StatusCode::TOO_MANY_REQUESTS,
            say!("problem-tries"),
            say!("problem-tries-say"),
            ("/login", say!("problem-again")),
        )
    }

    /// The set-up link does not open (any more).
    pub fn spent_link() -> Self {
        Self::new(
            StatusCode::GONE,
            say!("problem-spent"),
            say!("problem-spent-say"),
            ("/login", say!("problem-sign-in")),
        )
    }

    /// An owner's link does not open (any more).
    pub fn spent_invitation() -> Self {
        let out = ("/login", say!("problem-sign-in"));
        Self::new(StatusCode::GONE, say!("problem-invitation"), say!("problem-invitation-say"), out)
    }

    /// The house itself failed.
    pub fn house(error: &dyn std::fmt::Display) -> Self {
        tracing::error!(%error, "a page could not be made");
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            say!("problem-house"),
            say!("problem-house-say"),
            front(),
        )
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        Self::house(&refusal)
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        Self::house(&error)
    }
}

impl From<SearchError> for Problem {
    fn from(error: SearchError) -> Self {
        Self::house(&error)
    }
}

impl From<askama::Error> for Problem {
    fn from(error: askama::Error) -> Self {
        Self::house(&error)
    }
}
