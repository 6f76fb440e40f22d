//! A source: one version of one article as a brief reads it. Borrowed, so that 500 of them cost no copies.

use std::collections::BTreeSet;
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
    /// Whose text it is among the story's sources, as the copy room counts origins: sources of one number are one
    /// witness. `None` is unknown: such a source is nobody's second witness.
    pub origin: Option<u64>,
    pub kind: Kind,
    pub body: &'a str,
}

impl Source<'_> {
    /// The text it prints: all copies in a family are one.
    pub fn text(&self) -> u64 {
        // A family's number is the article number of its first member, so the two never clash.
        self.family.map_or(self.article.get(), FamilyId::get)
    }
}

/// How many independent sources some sources are, at the most: known origins, each once. Where none is known somebody
/// said it all the same: one.
pub(crate) fn witnesses<'s, 'a: 's>(sources: impl Iterator<Item = &'s Source<'a>>) -> u32 {
    let (mut origins, mut any) = (BTreeSet::new(), false);
    for source in sources {
        any = true;
        origins.extend(source.origin);
    }
    u32::try_from(origins.len()).unwrap_or(u32::MAX).max(u32::from(any))
}
