//! What every page has around it: title, masthead, navigation, who is signed in, the style sheet's address.

use crate::session::Asker;
use crate::state::ServerState;
use crate::{stamp, style};

/// The frame of one page.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The path the site is mounted at, without a closing slash: "" or "/news".
    pub base: String,
    pub style: &'static str,
    pub title: String,
    /// The day, in the clock's own zone.
    pub date: String,
    pub name: Option<String>,
    pub signed_in: bool,
    pub may_leave: bool,
    /// The mark of this asker's forms.
    pub csrf: String,
    /// Seconds after which the page renews itself: only while the house fills.
    pub refresh: Option<u32>,
    /// True on the front page, which has the large nameplate.
    pub front: bool,
    pub foot: String,
    here: &'static str,
}

/// One entry of the navigation.
#[derive(Debug, Clone, Copy)]
pub struct Item {
    pub path: &'static str,
    pub name: &'static str,
    pub here: bool,
}

/// The main navigation, in reading order.
const MENU: [(&str, &str); 5] = [
    ("/", "Edition"),
    ("/latest", "Latest"),
    ("/outlets", "Outlets"),
    ("/feeds", "Feeds"),
    ("/search", "Search"),
];

impl Frame {
    /// A frame for a page called `title`; `here` is the path of the navigation entry it belongs to, or "".
    pub fn new(
        state: &ServerState,
        asker: Option<&Asker>,
        title: impl Into<String>,
        here: &'static str,
    ) -> Self {
        Self {
            base: state.base().to_owned(),
            style: style::name(),
            title: title.into(),
            date: stamp::day(state.clock.now()),
            name: asker.map(|asker| asker.user.name.clone()),
            signed_in: asker.is_some(),
            may_leave: asker.is_some_and(|asker| asker.may_leave),
            csrf: asker.map(|asker| asker.mark.clone()).unwrap_or_default(),
            refresh: None,
            front: false,
            foot: format!("Wireroom {}, on this house’s own machine.", env!("CARGO_PKG_VERSION")),
            here,
        }
    }

    /// The navigation with the present place marked.
    pub fn menu(&self) -> [Item; 5] {
        MENU.map(|(path, name)| Item { path, name, here: path == self.here })
    }
}
