//! What each text of a story brought when it came, for the story's page: the versions that are shown and those before
//! them, in the order in which the house first saw them. It refuses to call news what the house itself read otherwise.
//! Start at [`updates`].

use std::collections::BTreeMap;
use wireroom_brief::Source;
use wireroom_brief::news::{Arrival, Update};
use wireroom_model::ArticleId;
use wireroom_store::earlier::StoryVersion;

/// Versions of a story's articles that are read, the newest.
pub(crate) const MAX_VERSIONS: u32 = 1_000;

/// What the texts brought. `sources` are the shown versions; `versions` may hold others of the same articles, which
/// count only where their article is among the sources.
pub(crate) fn updates(sources: &[Source<'_>], versions: &[StoryVersion]) -> Vec<Update> {
    let mut by_article: BTreeMap<ArticleId, Vec<&StoryVersion>> = BTreeMap::new();
    for version in versions {
        by_article.entry(version.article).or_default().push(version);
    }
    let mut arrivals = Vec::new();
    for source in sources {
        let held = by_article.get(&source.article).map_or(&[][..], Vec::as_slice);
        // A text read anew from the page it came from came when that page did.
        let mut since: Option<i64> = None;
        let mut before: Option<&StoryVersion> = None;
        for version in held {
            let reread = before.is_some_and(|b| b.page.is_some() && b.page == version.page);
            if reread {
                arrivals.pop();
            } else {
                since = Some(version.seen_at);
            }
            let at = since.unwrap_or(version.seen_at);
            let source = match &version.earlier {
                None => *source,
                Some(text) => Source {
                    version: version.version,
                    text_hash: &text.text_hash,
                    title: &text.title,
                    published: text.published,
                    lang: text.lang,
                    kind: text.kind,
                    body: &text.body,
                    ..*source
                },
            };
            arrivals.push(Arrival { source, at });
            before = Some(version);
        }
    }
    wireroom_brief::news::updates(&arrivals)
}
