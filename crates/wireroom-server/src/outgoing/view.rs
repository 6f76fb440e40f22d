//! What may be read as a feed: each view has a key (`story/12`), which is its address below `/out/` and, with a colon,
//! what a secret address of it is stored for. It refuses what is no view of this house. Start at [`View::parse`].

use crate::Problem;
use crate::session::Asker;
use crate::state::ServerState;
use wireroom_model::{KeptId, OutletId, StoryId};
use wireroom_text::spelling::key;

/// Letters of a topic that somebody may ask for.
const MAX_NAME: usize = 120;
/// Stands before the key of a view in what a secret address is stored for.
const PREFIX: &str = "view:";

/// One view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum View {
    Edition,
    Latest,
    Story(StoryId),
    /// By the key of its spellings.
    Topic(String),
    Outlet(OutletId),
    Search(KeptId),
    Comments,
    CommentsOf(StoryId),
    Health,
}

impl View {
    /// A view by its parts in an address.
    pub fn parse(kind: &str, of: Option<&str>) -> Option<Self> {
        Some(match (kind, of) {
            ("edition", None) => Self::Edition,
            ("latest", None) => Self::Latest,
            ("comments", None) => Self::Comments,
            ("health", None) => Self::Health,
            ("story", Some(of)) => Self::Story(of.parse().ok()?),
            ("outlet", Some(of)) => Self::Outlet(of.parse().ok()?),
            ("search", Some(of)) => Self::Search(of.parse().ok()?),
            ("comments", Some(of)) => Self::CommentsOf(of.parse().ok()?),
            ("topic", Some(of)) => {
                let name: String = of.chars().take(MAX_NAME).collect();
                Some(key(&name)).filter(|key| !key.is_empty()).map(Self::Topic)?
            }
            _ => return None,
        })
    }

    fn parts(&self) -> (&'static str, Option<String>) {
        match self {
            Self::Edition => ("edition", None),
            Self::Latest => ("latest", None),
            Self::Comments => ("comments", None),
            Self::Health => ("health", None),
            Self::Story(of) => ("story", Some(of.to_string())),
            Self::Outlet(of) => ("outlet", Some(of.to_string())),
            Self::Search(of) => ("search", Some(of.to_string())),
            Self::CommentsOf(of) => ("comments", Some(of.to_string())),
            Self::Topic(of) => ("topic", Some(of.clone())),
        }
    }

    /// Its address below the house's, without an ending.
    pub fn path(&self) -> String {
        let safe = |of: String| url::form_urlencoded::byte_serialize(of.as_bytes()).collect::<String>();
        match self.parts() {
            (kind, None) => format!("/out/{kind}"),
            (kind, Some(of)) => format!("/out/{kind}/{}", safe(of)),
        }
    }

    /// Each form of it: its name, which is the same in every language, and its address below the house's.
    pub fn forms(&self) -> [(&'static str, String); 3] {
        [("Atom", "atom"), ("RSS", "rss"), ("JSON Feed", "json")]
            .map(|(name, ending)| (name, format!("{}.{ending}", self.path())))
    }

    /// What a secret address of it is stored for.
    pub fn purpose(&self) -> String {
        match self.parts() {
            // As they were called before there were others.
            (kind @ ("comments" | "health"), None) => kind.to_owned(),
            (kind, None) => format!("{PREFIX}{kind}"),
            (kind, Some(of)) => format!("{PREFIX}{kind}:{of}"),
        }
    }

    /// Reads [`View::purpose`] back.
    pub fn of_purpose(purpose: &str) -> Option<Self> {
        let rest = purpose.strip_prefix(PREFIX).unwrap_or(purpose);
        match rest.split_once(':') {
            Some((kind, of)) => Self::parse(kind, Some(of)),
            None => Self::parse(rest, None),
        }
    }

    /// What a reader calls it; none where this reader may not see it (any more).
    pub async fn name(&self, state: &ServerState, asker: &Asker) -> Result<Option<String>, Problem> {
        let store = &state.store;
        Ok(match self {
            Self::Edition => Some(say!("menu-edition")),
            Self::Latest => Some(say!("menu-latest")),
            Self::Comments => Some(say!("talk-title")),
            Self::Health => Some(say!("feeds-watch-title")),
            Self::Story(of) => store.brief(*of, asker.viewer()).await?.map(|brief| brief.card.title),
            Self::CommentsOf(of) => {
                let brief = store.brief(*of, asker.viewer()).await?;
                brief.map(|brief| say!("talk-title-of", story = brief.card.title))
            }
            Self::Outlet(of) => store.outlet(*of, asker.viewer()).await?.map(|outlet| outlet.name),
            Self::Search(of) => store.kept_search(asker.id(), *of).await?.map(|kept| kept.name),
            Self::Topic(of) => Some(format!("#{of}")),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_view_is_read_back_from_what_its_secret_is_stored_for() {
        for (kind, of, purpose, path) in [
            ("edition", None, "view:edition", "/out/edition"),
            ("story", Some("12"), "view:story:12", "/out/story/12"),
            ("topic", Some("a:b/c"), "view:topic:a:b/c", "/out/topic/a%3Ab%2Fc"),
            ("health", None, "health", "/out/health"),
            ("comments", Some("7"), "view:comments:7", "/out/comments/7"),
        ] {
            let Some(view) = View::parse(kind, of) else { panic!("{kind}") };
            if kind != "topic" {
                assert_eq!((view.purpose().as_str(), view.path().as_str()), (purpose, path));
            }
            assert_eq!(View::of_purpose(&view.purpose()), Some(view));
        }
        for (kind, of) in
            [("story", None), ("story", Some("x")), ("edition", Some("1")), ("topic", Some("  ")), ("", None)]
        {
            assert_eq!(View::parse(kind, of), None, "{kind} {of:?}");
        }
    }
}
