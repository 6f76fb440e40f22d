//! What every page has around it: title, masthead, navigation, who is signed in, the style sheet.

use crate::outgoing::view::View;
use crate::session::Asker;
use crate::state::ServerState;
use crate::style::StyleSheet;
use crate::{script, stamp, wording, words};
use wireroom_store::disk;
use wireroom_store::users::{Look, Role, TextSize};

/// The frame of one page.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The path the site is mounted at, without a closing slash: "" or "/news".
    pub base: String,
    pub style: StyleSheet,
    pub script: &'static str,
    /// The page's moment in unix seconds: what came after it is new to whom it is open.
    pub now: i64,
    /// The story that the page tells, for news of it alone.
    pub live: Option<u64>,
    /// What the page tells, where it may be read as a feed.
    pub out: Option<View>,
    pub title: String,
    /// The day, by the reader's clock.
    pub date: String,
    pub name: Option<String>,
    pub signed_in: bool,
    pub may_leave: bool,
    /// The mark of this asker's forms.
    pub csrf: String,
    /// True on the front page, which has the large nameplate.
    pub front: bool,
    pub foot: String,
    /// Said on every page while fetching has stopped for want of room.
    pub low_disk: Option<String>,
    /// The interface's language and its direction.
    pub lang: &'static str,
    pub dir: &'static str,
    /// The reader's own look ("light", "dark") and size of text ("small", "usual", "large", "larger"), over the system's.
    pub look: Option<&'static str>,
    pub size: Option<&'static str>,
    here: &'static str,
    role: Role,
}

/// One entry of the navigation.
#[derive(Debug, Clone)]
pub struct Item {
    pub path: &'static str,
    pub name: String,
    pub here: bool,
}

/// The main navigation, in reading order.
fn menu() -> [(&'static str, String); 7] {
    [
        ("/", say!("menu-edition")),
        ("/latest", say!("menu-latest")),
        ("/tags", say!("menu-topics")),
        ("/outlets", say!("menu-outlets")),
        ("/feeds", say!("menu-feeds")),
        ("/search", say!("menu-search")),
        ("/ask", say!("menu-ask")),
    ]
}

/// The reader's own places, in reading order: those of everybody, then those of editors and of the owner.
fn places(role: Role) -> Vec<(&'static str, String)> {
    let mut places = vec![
        ("/following", say!("following-title")),
        ("/comments", say!("talk-title")),
        ("/settings", say!("settings-title")),
    ];
    if matches!(role, Role::Editor | Role::Owner) {
        places.push(("/moderation", say!("talk-moderation")));
    }
    if role == Role::Owner {
        places.push(("/users", say!("users-title")));
    }
    places
}

/// The notice where so few bytes are free that the pipeline fetches nothing.
fn low_disk(free: u64) -> Option<String> {
    (free < disk::LOW_DISK_BYTES).then(|| say!("layout-low-disk", free = wording::bytes(free)))
}

impl Frame {
    /// A frame for a page called `title`; `here` is the path of the navigation entry it belongs to, or "".
    pub fn new(
        state: &ServerState,
        asker: Option<&Asker>,
        title: impl Into<String>,
        here: &'static str,
    ) -> Self {
        let choices = asker.map(|asker| asker.user.choices.clone()).unwrap_or_default();
        Self {
            base: state.base().to_owned(),
            style: StyleSheet,
            script: script::name(),
            now: state.clock.now().unix(),
            live: None,
            out: None,
            title: title.into(),
            date: stamp::today(state.clock.now()),
            name: asker.map(|asker| asker.user.name.clone()),
            signed_in: asker.is_some(),
            may_leave: asker.is_some_and(|asker| asker.may_leave),
            csrf: asker.map(|asker| asker.mark.clone()).unwrap_or_default(),
            front: false,
            low_disk: asker.and_then(|_| low_disk(disk::free(state.store.folder()).ok()?)),
            foot: say!("layout-foot", version = env!("CARGO_PKG_VERSION")),
            lang: words::tongue().code(),
            dir: words::tongue().dir(),
            look: (choices.look != Look::System).then(|| choices.look.as_str()),
            size: (choices.text_size != TextSize::Usual).then(|| choices.text_size.as_str()),
            here,
            role: asker.map_or(Role::Reader, |asker| asker.user.role),
        }
    }

    /// The navigation with the present place marked.
    pub fn menu(&self) -> [Item; 7] {
        menu().map(|(path, name)| Item { path, name, here: path == self.here })
    }

    /// True on one of the reader's own places.
    pub fn is_at_a_place(&self) -> bool {
        places(self.role).iter().any(|(path, _)| *path == self.here)
    }

    /// The reader's own places, with the present one marked.
    pub fn places(&self) -> Vec<Item> {
        let item = |(path, name)| Item { path, name, here: path == self.here };
        places(self.role).into_iter().map(item).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_role_has_its_places_and_no_others() {
        let paths = |role| places(role).into_iter().map(|(path, _)| path).collect::<Vec<_>>();
        assert_eq!(paths(Role::Reader), ["/following", "/comments", "/settings"]);
        assert_eq!(paths(Role::Editor), ["/following", "/comments", "/settings", "/moderation"]);
        assert_eq!(paths(Role::Owner), ["/following", "/comments", "/settings", "/moderation", "/users"]);
    }

    #[test]
    fn a_nearly_full_disk_is_said_and_a_roomy_one_is_not() {
        assert!(low_disk(40_000_000).unwrap().contains("40.0 MB free"));
        assert_eq!(low_disk(disk::LOW_DISK_BYTES), None);
    }
}
