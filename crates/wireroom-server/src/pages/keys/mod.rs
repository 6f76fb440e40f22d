//! The keys of the script, as a page that needs none; pressed "?", the script shows this page over another.

use crate::frame::Frame;
use crate::pages::{Page, page};
use crate::session::Asker;
use crate::state::ServerState;
use askama::Template;
use axum::extract::State;

#[derive(Debug, Template)]
#[template(path = "pages/keys/keys.html")]
struct KeysPage {
    frame: Frame,
    keys: Vec<(&'static [&'static str], String)>,
}

/// Every key with what it does, as `wireroom.mjs` has them.
fn keys() -> Vec<(&'static [&'static str], String)> {
    vec![
        (&["j", "n"], say!("keys-next")),
        (&["k", "p"], say!("keys-before")),
        (&["o", "⏎"], say!("keys-open")),
        (&["v"], say!("keys-original")),
        (&["m"], say!("keys-read")),
        (&["s"], say!("keys-star")),
        (&["h", "l"], say!("keys-pages")),
        (&["u"], say!("keys-back")),
        (&["/"], say!("keys-search")),
        (&["g e"], say!("menu-edition")),
        (&["g l"], say!("menu-latest")),
        (&["g t"], say!("menu-topics")),
        (&["g o"], say!("menu-outlets")),
        (&["g f"], say!("menu-feeds")),
        (&["g s"], say!("menu-search")),
        (&["g a"], say!("menu-ask")),
        (&["g k"], say!("keys-title")),
        (&["?"], say!("keys-help")),
        (&["Esc"], say!("keys-close")),
    ]
}

/// The page.
pub async fn show(State(state): State<ServerState>, asker: Asker) -> Page {
    page(&KeysPage { frame: Frame::new(&state, Some(&asker), say!("keys-title"), ""), keys: keys() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::script::MODULE;

    #[test]
    fn every_key_of_the_page_is_a_key_of_the_script() {
        let list = |name: &str| {
            let rest = MODULE.split_once(&format!("const {name} = {{")).unwrap().1;
            rest.split_once("};").unwrap().0.to_owned()
        };
        let (places, keys_of) = (list("places"), list("keys"));
        for key in keys().iter().flat_map(|(names, _)| names.iter()) {
            let is_there = match (*key, key.strip_prefix("g ")) {
                ("⏎" | "Esc", _) => true,
                (_, Some(place)) => places.contains(&format!("{place}: \"/")),
                (key, None) => {
                    keys_of.contains(&format!(" {key}: "))
                        || keys_of.contains(&format!("\"{key}\": "))
                        || keys_of.contains(&format!(" {key},"))
                }
            };
            assert!(is_there, "{key}");
        }
    }
}
