//! Why a sentence is not carried by its citation, in an enum for programs and plain words for people.

use std::fmt;

/// One thing wrong with a sentence; the strings are words of the sentence (`said`) and of the source (`source`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// Nothing was cited.
    NothingCited,
    NumberMissing {
        said: String,
    },
    /// The source has another number in that place.
    NumberOther {
        said: String,
        source: String,
    },
    NameMissing {
        said: String,
    },
    NameOther {
        said: String,
        source: String,
    },
    DateMissing {
        said: String,
    },
    DateOther {
        said: String,
        source: String,
    },
    QuotedWordsMissing {
        said: String,
    },
    SpeakerOther {
        said: String,
        source: String,
    },
    /// One of the two denies what the other says.
    Negated {
        word: String,
    },
    /// The source says it with a reserve that the sentence leaves out.
    HedgeDropped {
        hedge: String,
    },
    /// Hundredths of the sentence's weight that the source has.
    TooFewWords {
        percent: u8,
    },
}

impl Reason {
    /// Whether the source says something else, rather than nothing.
    pub const fn contradicts(&self) -> bool {
        matches!(
            self,
            Self::NumberOther { .. }
                | Self::NameOther { .. }
                | Self::DateOther { .. }
                | Self::SpeakerOther { .. }
                | Self::Negated { .. }
        )
    }

    /// The reason's name in rows and on pages.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::NothingCited => "nothing-cited",
            Self::NumberMissing { .. } => "number-missing",
            Self::NumberOther { .. } => "number-other",
            Self::NameMissing { .. } => "name-missing",
            Self::NameOther { .. } => "name-other",
            Self::DateMissing { .. } => "date-missing",
            Self::DateOther { .. } => "date-other",
            Self::QuotedWordsMissing { .. } => "quoted-words-missing",
            Self::SpeakerOther { .. } => "speaker-other",
            Self::Negated { .. } => "negated",
            Self::HedgeDropped { .. } => "hedge-dropped",
            Self::TooFewWords { .. } => "too-few-words",
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NothingCited => f.write_str("nothing is cited"),
            Self::NumberMissing { said } => write!(f, "the number {said} is not in the cited words"),
            Self::NumberOther { said, source } => {
                write!(f, "the cited words have {source} where the sentence has {said}")
            }
            Self::NameMissing { said } => write!(f, "the name {said} is not in the cited words"),
            Self::NameOther { said, source } => {
                write!(f, "the cited words name {source} where the sentence names {said}")
            }
            Self::DateMissing { said } => write!(f, "the date “{said}” is not in the cited words"),
            Self::DateOther { said, source } => {
                write!(f, "the cited words have “{source}” where the sentence has “{said}”")
            }
            Self::QuotedWordsMissing { said } => {
                write!(f, "the words in quotation marks “{said}” are not quoted in the cited words")
            }
            Self::SpeakerOther { said, source } => {
                write!(f, "in the cited words {source} says it, not {said}")
            }
            Self::Negated { word } => write!(f, "one denies what the other says about “{word}”"),
            Self::HedgeDropped { hedge } => {
                write!(f, "the cited words say it with “{hedge}”, the sentence without")
            }
            Self::TooFewWords { percent } => {
                write!(f, "only {percent} % of the sentence's words are in the cited words")
            }
        }
    }
}
