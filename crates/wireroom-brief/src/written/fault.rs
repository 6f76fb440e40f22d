//! Why a writer's sentence is not shown, in an enum for programs and plain words for the audit.
//! It judges nothing: `words` and the checker do. Start at [`Fault`].

use crate::verify::Reason;
use std::fmt;

/// One thing wrong with a sentence, or with an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The answer is longer than is read.
    Endless,
    /// More lines than are read.
    TooManyLines,
    /// The line is not of the form that was asked for.
    NotARow,
    NothingCited,
    /// No sentence of the question has that number.
    NoSuchSentence(u64),
    TooManyCited,
    /// What it cites was not given to the writer: it is too long, or speaks to whoever writes.
    Withheld,
    /// What it cites was told by a sentence before it.
    ToldTwice,
    TooLong,
    /// Several sentences, none, or a break in it.
    NotOneSentence,
    /// Markup, an address, or signs that cannot be seen.
    Markup,
    /// Words of matter that the cited words do not have.
    OwnWord(String),
    /// Quoted words that no cited sentence prints, letter by letter.
    OwnQuotation(String),
    /// What somebody said in the source, told as if it were so.
    Unmarked(String),
    /// A word of report, denial or reserve of the cited words that the sentence leaves out.
    Dropped(String),
    /// A word more often than the cited words have it, or a number beside other words.
    Moved(String),
    /// The cited words do not carry it.
    NotCarried(Reason),
}

impl Fault {
    /// The name in rows and on pages.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Endless => "endless",
            Self::TooManyLines => "too-many-lines",
            Self::NotARow => "not-a-row",
            Self::NothingCited => "nothing-cited",
            Self::NoSuchSentence(_) => "no-such-sentence",
            Self::TooManyCited => "too-many-cited",
            Self::Withheld => "withheld",
            Self::ToldTwice => "told-twice",
            Self::TooLong => "too-long",
            Self::NotOneSentence => "not-one-sentence",
            Self::Markup => "markup",
            Self::OwnWord(_) => "own-word",
            Self::OwnQuotation(_) => "own-quotation",
            Self::Unmarked(_) => "unmarked",
            Self::Dropped(_) => "dropped",
            Self::Moved(_) => "moved",
            Self::NotCarried(reason) => reason.kind(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Endless => f.write_str("the answer is longer than is read"),
            Self::TooManyLines => f.write_str("the answer has more lines than are read"),
            Self::NotARow => f.write_str("it is not in the form that was asked for"),
            Self::NothingCited => f.write_str("it cites nothing"),
            Self::NoSuchSentence(number) => write!(f, "it cites {number}, and there is no such sentence"),
            Self::TooManyCited => f.write_str("it cites more sentences than one sentence may"),
            Self::Withheld => f.write_str("it cites a sentence that is not the writer's to tell"),
            Self::ToldTwice => f.write_str("what it cites was told by a sentence before it"),
            Self::TooLong => f.write_str("it is too long"),
            Self::NotOneSentence => f.write_str("it is not one sentence"),
            Self::Markup => f.write_str("it holds markup, an address or signs that cannot be seen"),
            Self::OwnWord(word) => write!(f, "the word “{word}” is the writer's own"),
            Self::OwnQuotation(words) => write!(f, "no cited sentence prints the quotation “{words}”"),
            Self::Unmarked(word) => {
                write!(f, "“{word}” is quoted in the cited words and stands here without its marks")
            }
            Self::Dropped(word) => write!(f, "the cited words say it with “{word}”, the sentence without"),
            Self::Moved(word) => write!(f, "“{word}” stands in a place that the cited words do not give it"),
            Self::NotCarried(reason) => reason.fmt(f),
        }
    }
}
