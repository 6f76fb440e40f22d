//! A source: one version of one article as a brief reads it. Borrowed, so that 500 of them cost no copies.

use wireroom_model::{ArticleId, FamilyId, Kind, Lang, Time, VersionId};

/// One article's text and what is known about it. `body` is normalised text; spans are bytes of it.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    pub article: ArticleId,
    pub version: VersionId,
    /// `wireroom_text::hash::text_v1` of `body`.
    pub text_hash: &'a str,
    pub url: Option<&'a str>,
    pub outlet: Option<&'a str>,
    pub agency: Option<&'a str>,
    pub title: &'a str,
    pub published: Time,
    pub lang: Lang,
    /// The family of copies it belongs to; `None` where no copies were looked for (it then stands alone).
    pub family: Option<FamilyId>,
    pub kind: Kind,
    pub body: &'a str,
}

impl Source<'_> {
    /// The origin this source bears witness for: all copies in a family are one.
    pub fn origin(&self) -> u64 {
        // A family's number is the article number of its first member, so the two never clash.
        self.family.map_or(self.article.get(), FamilyId::get)
    }
}
