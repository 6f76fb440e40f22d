//! The rows of the settings in finished words: picks of the forms, browsers, tokens.

use super::scope_words;
use crate::stamp::{self, Stamp};
use crate::words::Tongue;
use wireroom_model::{SessionId, When};
use wireroom_store::api_tokens::ApiToken;
use wireroom_store::sessions::Session;
use wireroom_store::users::{Look, TextSize};

/// One choice of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pick {
    pub value: String,
    pub words: String,
    pub here: bool,
}

impl Pick {
    pub fn new(value: &str, words: String, here: bool) -> Self {
        Self { value: value.to_owned(), words, here }
    }
}

/// A signed-in browser.
#[derive(Debug)]
pub struct SessionRow {
    pub id: u64,
    pub browser: String,
    pub since: Stamp,
    pub seen: Stamp,
    /// The one that asks.
    pub here: bool,
}

impl SessionRow {
    pub fn new(session: &Session, here: Option<SessionId>, now: When) -> Self {
        Self {
            id: session.id.get(),
            browser: browser(&session.agent),
            since: stamp::moment(session.created_at, now),
            seen: stamp::ago(session.seen_at, now),
            here: here == Some(session.id),
        }
    }
}

/// A token for a program.
#[derive(Debug)]
pub struct TokenRow {
    pub id: u64,
    pub name: String,
    pub scope: String,
    pub since: Stamp,
    pub used: Option<Stamp>,
}

impl TokenRow {
    pub fn new(token: &ApiToken, now: When) -> Self {
        Self {
            id: token.id.get(),
            name: token.name.clone(),
            scope: scope_words(token.scope),
            since: stamp::moment(token.created_at, now),
            used: token.used_at.map(|at| stamp::ago(at, now)),
        }
    }
}

/// Browsers by what they call themselves; an earlier one also names later ones.
const BROWSERS: [(&str, &str); 8] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Vivaldi/", "Vivaldi"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];
/// Systems, the same way.
const SYSTEMS: [(&str, &str); 7] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "Mac"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
];

/// "Firefox, Linux"; what names neither is printed as it is.
fn browser(agent: &str) -> String {
    let named = |list: &[(&str, &'static str)]| {
        list.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name)
    };
    match (named(&BROWSERS), named(&SYSTEMS)) {
        (Some(browser), Some(system)) => say!("settings-browser-on", browser = browser, system = system),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) if agent.is_empty() => say!("settings-browser-unknown"),
        (None, None) => agent.to_owned(),
    }
}

/// The languages, each in itself, after "as my browser says".
pub fn languages(chosen: Option<&str>, all: impl Iterator<Item = Tongue>) -> Vec<Pick> {
    let browser = Pick::new("", say!("settings-language-browser"), chosen.is_none());
    let of = |tongue: Tongue| Pick::new(tongue.code(), tongue.name(), chosen == Some(tongue.code()));
    std::iter::once(browser).chain(all.map(of)).collect()
}

pub fn look(look: Look, chosen: Look) -> Pick {
    let words = match look {
        Look::System => say!("settings-look-system"),
        Look::Light => say!("settings-look-light"),
        Look::Dark => say!("settings-look-dark"),
    };
    Pick::new(look.as_str(), words, look == chosen)
}

pub fn size(size: TextSize, chosen: TextSize) -> Pick {
    let words = match size {
        TextSize::Small => say!("settings-size-small"),
        TextSize::Usual => say!("settings-size-usual"),
        TextSize::Large => say!("settings-size-large"),
        TextSize::VeryLarge => say!("settings-size-very-large"),
    };
    Pick::new(size.as_str(), words, size == chosen)
}

/// The zones of one region, without its name: "Berlin", "Argentina, Ushuaia".
pub fn zones(names: &[String], chosen: Option<&str>) -> Vec<Pick> {
    let place = |name: &str| {
        let place = name.split_once('/').map_or(name, |(_, place)| place);
        place.replace('/', ", ").replace('_', " ")
    };
    names.iter().map(|name| Pick::new(name, place(name), chosen == Some(name.as_str()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_told_in_two_words() {
        for (agent, told) in [
            ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Linux"),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0",
                "Edge, Windows",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1",
                "Safari, iPhone",
            ),
            ("curl/8.5.0", "curl/8.5.0"),
            ("", "a browser that does not say"),
        ] {
            assert_eq!(browser(agent), told);
        }
    }

    #[test]
    fn a_zone_is_called_by_its_place() {
        let picks =
            zones(&["America/Argentina/Rio_Gallegos".to_owned()], Some("America/Argentina/Rio_Gallegos"));
        assert_eq!(
            picks,
            [Pick::new("America/Argentina/Rio_Gallegos", "Argentina, Rio Gallegos".to_owned(), true)]
        );
    }

    #[test]
    fn one_language_is_chosen_and_the_browsers_wish_without_a_choice() {
        let chosen = |code| languages(code, Tongue::all()).into_iter().filter(|pick| pick.here).count();
        assert_eq!((chosen(None), chosen(Some("de")), chosen(Some("xx"))), (1, 1, 0));
    }
}
