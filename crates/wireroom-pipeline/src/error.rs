//! What can stop the pipeline: its neighbours' troubles, each already one sentence.

use thiserror::Error;
use wireroom_model::Why;

/// Why something could not be done.
#[derive(Debug, Error)]
pub enum PipelineError {
    #[error(transparent)]
    Store(#[from] wireroom_store::StoreError),
    #[error(transparent)]
    Search(#[from] wireroom_search::SearchError),
    #[error("the work on {what} broke off inside the program ({reason}); it is kept and can be tried again")]
    Panic { what: String, reason: String },
    #[error("a job's note could not be read: {0}")]
    Note(#[from] serde_json::Error),
    #[error("{0}")]
    Refused(Why),
}

macro_rules! refused {
    ($($why:ident),* $(,)?) => {
        $(impl From<wireroom_model::why::$why> for PipelineError {
            fn from(why: wireroom_model::why::$why) -> Self {
                Self::Refused(why.into())
            }
        })*
    };
}

refused!(NoFeed, NoList, NotSent, NoChoice, NoOwners, NotSorted, NotThere);

impl From<tokio::task::JoinError> for PipelineError {
    fn from(error: tokio::task::JoinError) -> Self {
        Self::Panic { what: "a text".to_owned(), reason: error.to_string() }
    }
}
