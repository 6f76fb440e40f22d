//! What a page says after one of its forms was done: the form leads back with `?did=WORD`, the page tells it in a
//! sentence. It refuses to print what the address says: an unknown word says nothing. Start at [`After::notice`].

use serde::Deserialize;

/// `?did=split` after a form was done.
#[derive(Debug, Deserialize)]
pub struct After {
    did: Option<String>,
}

impl After {
    /// The sentence for the word in the address.
    pub fn notice(&self) -> Option<String> {
        notice(self.did.as_deref())
    }
}

/// The sentence for a word, for pages whose addresses ask for more beside it.
pub fn notice(did: Option<&str>) -> Option<String> {
    Some(match did? {
        // The reader's hand on texts and families.
        "apart" => say!("done-apart"),
        "same" => say!("done-same"),
        "first" => say!("done-first"),
        // The reader's hand on stories.
        "split" => say!("done-split"),
        "merged" => say!("done-merged"),
        "belongs" => say!("done-belongs"),
        "never" => say!("done-never"),
        "undone" => say!("done-undone"),
        // Feeds.
        "added" => say!("done-added"),
        "waits" => say!("done-waits"),
        "known" => say!("done-known"),
        "paused" => say!("done-paused"),
        "resumed" => say!("done-resumed"),
        "folder-made" => say!("done-folder-made"),
        "folder-moved" => say!("done-folder-moved"),
        "folder-renamed" => say!("done-folder-renamed"),
        "folder-ended" => say!("done-folder-ended"),
        "removed" => say!("done-removed"),
        "asked" => say!("done-asked"),
        "set" => say!("done-set"),
        _ => return None,
    })
}
