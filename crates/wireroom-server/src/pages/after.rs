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
    pub fn notice(&self) -> Option<&'static str> {
        notice(self.did.as_deref())
    }
}

/// The sentence for a word, for pages whose addresses ask for more beside it.
pub fn notice(did: Option<&str>) -> Option<&'static str> {
    Some(match did? {
        // The reader's hand on texts and families.
        "apart" => "Remembered. It stands apart from that text now, and will when both are read again.",
        "same" => "Remembered. The two stand in one family now.",
        "first" => {
            "Remembered. The family is folded under it as soon as its story is told anew, in a few seconds."
        }
        // The reader's hand on stories.
        "split" => "Remembered. They are a story of their own; its page stands in a few seconds.",
        "merged" => "Remembered. The two are one story now, and the other’s address leads here.",
        "belongs" => "Remembered. The article has moved, and later copies of it go there too.",
        "never" => "Remembered. The two stand in different stories, now and later.",
        "undone" => "Taken back. What the machine says holds again.",
        // Feeds.
        "added" => "The feed was added. Its first articles arrive in about a minute.",
        "found" => "The site’s feed was found and added. Its first articles arrive in about a minute.",
        "waits" => "The address was added. It could not be looked at yet; that is done at its first turn.",
        "known" => "The house has this feed already; you are subscribed to it.",
        "paused" => "The feed rests. Nothing it brought was removed.",
        "resumed" => "The feed is read again.",
        "removed" => "The feed was removed. The articles it brought stay.",
        "asked" => "The feed is being asked now.",
        "set" => "Chosen. It holds from the feed’s next turn.",
        _ => return None,
    })
}
