//! What the pages ask of the pipeline for a reader's question: the sources' own sentences that answer it, or nothing.
//! Plain data and the question; the answer comes from the binary. Start at [`AskActions`].

use crate::state::{Answer, Refusal};
use wireroom_model::{ArticleId, CharSpan, Lang, StoryId, Time, VersionId};
use wireroom_store::Viewer;

/// Somebody's question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub words: String,
    /// The story it is put to; everything that the viewer may see where there is none.
    pub story: Option<StoryId>,
    pub by: Viewer,
}

/// What a question got.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reply {
    /// Best first; empty where nothing answers.
    pub passages: Vec<Passage>,
    /// Texts that were read for it.
    pub read: u64,
    pub writer: Writer,
}

/// What a machine that writes has to say, or why it says nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Writer {
    /// There is nothing to write of.
    #[default]
    None,
    /// The house has none.
    Off,
    /// These passages are not sent to it.
    NotSent,
    /// Nobody asked it yet.
    Silent,
    /// It was asked and has not answered yet.
    Waits,
    /// The day's budget is spent.
    Tomorrow,
    /// It did not answer in time, and is asked again.
    Late,
    /// It failed otherwise, and is asked again.
    Failed,
    /// It answered, and the check let nothing of that pass.
    Refused,
    /// Its answer, checked sentence by sentence.
    Wrote(Vec<Made>),
}

/// A sentence of a checked answer: a machine's with the words it was made from, or a source's own in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// `None` where the source's own words stand alone.
    pub text: Option<String>,
    pub of: Vec<Quotation>,
}

/// A sentence that answers, and the sentences of others that say the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    pub words: Quotation,
    pub others: Vec<Quotation>,
}

/// Words of a source, verbatim, and where they stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    pub article: ArticleId,
    pub version: VersionId,
    /// Characters of that version's body.
    pub at: CharSpan,
    pub text: String,
    pub outlet: Option<String>,
    pub title: String,
    pub published: Time,
    pub lang: Lang,
}

/// What the page of questions may ask.
pub trait AskActions {
    /// The passages that answer, and what a writer made of them if it was asked before. Changes nothing.
    fn ask(&self, _question: Question) -> Answer<'_, Reply> {
        Box::pin(async { Err(Refusal("this house answers no questions".to_owned())) })
    }

    /// Asks the writer to put the passages into words; it answers later, or never. False where it is not asked.
    fn wish(&self, _question: Question) -> Answer<'_, bool> {
        Box::pin(async { Ok(false) })
    }
}
