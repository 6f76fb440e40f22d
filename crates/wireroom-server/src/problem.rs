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
    pub way_out: (&'static str, &'static str),
}

const FRONT: (&str, &str) = ("/", "To the front page");

impl Problem {
    fn new(
        status: StatusCode,
        title: &str,
        say: impl Into<String>,
        way_out: (&'static str, &'static str),
    ) -> Self {
        Self { status, title: title.to_owned(), say: say.into(), way_out }
    }

    /// No page has this address.
    pub fn no_page() -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "There is no such page",
            "Nothing in this house has this address.",
            FRONT,
        )
    }

    /// No such thing, or none that this reader may see: the two are told alike.
    pub fn missing(what: &str, id: u64) -> Self {
        let title = format!("There is no {what} {id}");
        let say = format!(
            "Either no {what} ever had this number, or it was removed, or it came from a private feed of somebody else."
        );
        let out = match what {
            "outlet" => ("/outlets", "All outlets"),
            "feed" => ("/feeds", "All feeds"),
            _ => ("/search", "Search the archive"),
        };
        Self::new(StatusCode::NOT_FOUND, &title, say, out)
    }

    /// An article without this version.
    pub fn no_version(article: ArticleId, number: u32) -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            &format!("Article {article} has no version {number}"),
            "Versions count from 1. One may be gone because it was past its age and nothing cited it; those that are kept stand on the article’s page.",
            ("/search", "Search the archive"),
        )
    }

    /// A version that nothing kept stands before.
    pub fn first_version(article: ArticleId, number: u32) -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            &format!("Nothing stands before version {number} of article {article}"),
            "It is the first text of it that this house keeps, so there is nothing to compare it with. The article’s page lists its versions.",
            ("/search", "Search the archive"),
        )
    }

    /// An article that no other printing stands beside.
    pub fn no_other_printing(article: ArticleId) -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            &format!("No other printing of article {article} can be read here"),
            "A common text takes two printings with words. The article stands as it is, and any two articles can be compared at /diff/FIRST/SECOND.",
            ("/search", "Search the archive"),
        )
    }

    /// A form came without the mark that this house's own pages give to their forms.
    pub fn not_ours() -> Self {
        Self::new(
            StatusCode::FORBIDDEN,
            "This form was not sent from a page of this house",
            "Nothing was changed. Perhaps the page stood open since before you last signed in: open it again and send the form from there.",
            FRONT,
        )
    }

    /// The reader's role does not reach this far.
    pub fn owner_only() -> Self {
        Self::new(
            StatusCode::FORBIDDEN,
            "Only the owner can do that",
            "Nothing was changed. The house’s feeds are kept by its owner; ask them, or read on.",
            FRONT,
        )
    }

    /// A form that cannot be read.
    pub fn bad_form(say: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "That could not be read", say, FRONT)
    }

    /// The house will not do what was asked, and why.
    pub fn refused(why: impl Into<String>) -> Self {
        Self::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "That was not done",
            why,
            ("/search", "Search the archive"),
        )
    }

    /// Too much was sent.
    pub fn too_large(limit: usize) -> Self {
        let say = format!(
            "A form may hold at most {} MB. Split the file and send the parts one after another.",
            limit >> 20
        );
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "That is too large", say, FRONT)
    }

    /// Too many wrong passwords.
    pub fn too_many_tries() -> Self {
        Self::new(
            StatusCode::TOO_MANY_REQUESTS,
            "Too many wrong passwords",
            "To keep guessers out, sign-in for this name waits a few minutes. Your account and all sessions stand.",
            ("/login", "Try again later"),
        )
    }

    /// The set-up link does not open (any more).
    pub fn spent_link() -> Self {
        Self::new(
            StatusCode::GONE,
            "This set-up link does not open any more",
            "A set-up link works once and for a limited time. If this house has no owner yet, start wireroom again: it prints a new link.",
            ("/login", "To the sign-in page"),
        )
    }

    /// The house itself failed.
    pub fn house(error: &dyn std::fmt::Display) -> Self {
        tracing::error!(%error, "a page could not be made");
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "This page could not be made",
            "What was stored still stands. The log says what failed; `wireroom verify` checks the database.",
            FRONT,
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
