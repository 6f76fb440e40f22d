//! A sentence that carries where it stands. It cannot be built from words, only from a span of a source's body,
//! so a brief cannot hold a sentence that no outlet wrote.

use crate::Source;
use serde::Serialize;
use wireroom_model::{ArticleId, CharSpan, Span, VersionId};

/// Verbatim words of one version of one article.
///
/// Serialises as `{"article","version","text_hash","start","end","text"}`; start and end count Unicode
/// characters of the body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cited {
    article: ArticleId,
    version: VersionId,
    text_hash: String,
    #[serde(skip)]
    span: Span,
    #[serde(flatten)]
    chars: CharSpan,
    text: String,
}

impl Cited {
    /// The words of `source.body` at `span`; `None` where the span is empty or of another text.
    pub fn new(source: &Source<'_>, span: Span) -> Option<Self> {
        let text = span.of(source.body)?;
        if text.is_empty() {
            return None;
        }
        Some(Self {
            article: source.article,
            version: source.version,
            text_hash: source.text_hash.to_owned(),
            span,
            chars: span.to_chars(source.body)?,
            text: text.to_owned(),
        })
    }

    pub const fn article(&self) -> ArticleId {
        self.article
    }

    pub const fn version(&self) -> VersionId {
        self.version
    }

    /// The hash of the body that the span counts in.
    pub fn text_hash(&self) -> &str {
        &self.text_hash
    }

    /// Bytes of the body.
    pub const fn span(&self) -> Span {
        self.span
    }

    /// Unicode characters of the body.
    pub const fn chars(&self) -> CharSpan {
        self.chars
    }

    pub fn text(&self) -> &str {
        &self.text
    }
}

/// One outlet's own title, whole. Only a source can make one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Headline {
    article: ArticleId,
    version: VersionId,
    text: String,
}

impl Headline {
    /// The source's title; `None` where it has none.
    pub fn new(source: &Source<'_>) -> Option<Self> {
        let text = source.title.trim();
        (!text.is_empty()).then(|| Self {
            article: source.article,
            version: source.version,
            text: text.to_owned(),
        })
    }

    pub const fn article(&self) -> ArticleId {
        self.article
    }

    pub const fn version(&self) -> VersionId {
        self.version
    }

    pub fn text(&self) -> &str {
        &self.text
    }
}
