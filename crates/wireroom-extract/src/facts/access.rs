//! Whether a text can be read without paying, as the page states it for machines. A page that says nothing is unknown:
//! what a reader sees of a gate is weighed by `notices` and by who has the text. Start at [`access`].

use crate::structured::{Item, Stated};
use wireroom_model::Access;

/// Meta elements that state the tier of a text.
const TIERS: &[&str] = &["article:content_tier", "og:article:content_tier", "content_tier", "article:tier"];
/// Meta elements that say yes or no to "does it cost".
const COSTS: &[&str] = &[
    "paywall",
    "article:paywall",
    "is_premium",
    "premium",
    "article:premium",
    "ispremium",
    "is-paid",
    "article:is_paid",
];

/// The page's own word.
pub fn access(stated: &Stated, item: &Item) -> Access {
    if let Some(free) = item.free {
        return if free { Access::Free } else { Access::Paid };
    }
    if let Some(free) = stated.meta(&["isaccessibleforfree"]).and_then(truth) {
        return if free { Access::Free } else { Access::Paid };
    }
    match stated.meta(TIERS).map(|t| t.trim().to_ascii_lowercase()).as_deref() {
        Some("free" | "open" | "public") => return Access::Free,
        Some("locked" | "metered" | "paid" | "premium" | "subscriber" | "subscribers") => {
            return Access::Paid;
        }
        _ => {}
    }
    match stated.meta(COSTS).and_then(truth) {
        Some(true) => Access::Paid,
        Some(false) => Access::Free,
        None => Access::Unknown,
    }
}

/// "True", "https://schema.org/False", "yes", "0".
fn truth(word: &str) -> Option<bool> {
    let word = word.trim().to_ascii_lowercase();
    match word.rsplit(['/', '#']).next().unwrap_or("") {
        "true" | "yes" | "1" | "ja" => Some(true),
        "false" | "no" | "0" | "nein" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stated(name: &str, content: &str) -> Stated {
        let mut stated = Stated::default();
        stated.metas.insert(name.to_owned(), vec![content.to_owned()]);
        stated
    }

    #[test]
    fn the_pages_own_word_tells_free_from_paid() {
        let item = Item::default();
        let of = |name: &str, content: &str| access(&stated(name, content), &item);
        assert_eq!(of("article:content_tier", "free"), Access::Free);
        assert_eq!(of("article:content_tier", "locked"), Access::Paid);
        assert_eq!(of("isaccessibleforfree", "https://schema.org/False"), Access::Paid);
        assert_eq!(of("is_premium", "no"), Access::Free);
        assert_eq!(access(&Stated::default(), &Item { free: Some(false), ..Item::default() }), Access::Paid);
    }

    #[test]
    fn a_page_that_is_silent_is_neither() {
        assert_eq!(access(&Stated::default(), &Item::default()), Access::Unknown);
        assert_eq!(access(&stated("paywall", "metrics.js"), &Item::default()), Access::Unknown);
    }
}
