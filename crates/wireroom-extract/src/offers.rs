//! Boxes that ask for something: a field for an address, a button under a few lines, a link to subscribe or to give.
//! Told by what they hold and where they lead, which needs no word of any language.
//! It refuses boxes that hold much of the page's text, a first-level heading or a time. Start at [`Offers::of`].

use crate::own::Own;
use crate::tree::{Name, Tag, Tree, is_inline};

/// Most letters of a box.
const MAX_LETTERS: usize = 400;
/// Most elements between what asks and its box.
const MAX_STEPS: usize = 4;

/// Which nodes stand in a box that asks.
#[derive(Debug, Default)]
pub struct Offers {
    /// With a field to write in: an offer wherever it stands.
    fields: Vec<bool>,
    /// With a button below its text, or a link to an offer: one where nothing of the article follows.
    buttons: Vec<bool>,
}

impl Offers {
    /// Reads a page; `letters` are those under each node.
    pub fn of(tree: &Tree, letters: &[usize]) -> Self {
        let none = vec![false; tree.nodes.len()];
        let own = Own::of(tree);
        let mut offers = Self { fields: none.clone(), buttons: none };
        for (at, node) in tree.nodes.iter().enumerate() {
            let boxes = match node.tag {
                Tag::A if calls(tree, &own, letters, at) => &mut offers.fields,
                Tag::Field => &mut offers.fields,
                Tag::Button => &mut offers.buttons,
                Tag::A if tree.attribute(at, Name::Href).is_some_and(|h| leads_to_an_offer(&own, h)) => {
                    &mut offers.buttons
                }
                _ => continue,
            };
            let Some(around) = around(tree, letters, at) else { continue };
            for slot in boxes.get_mut(tree.subtree(around)).into_iter().flatten() {
                *slot = true;
            }
        }
        offers
    }

    /// In a box with a field.
    pub fn asks(&self, node: usize) -> bool {
        self.fields.get(node).copied().unwrap_or(false)
    }

    /// In a box with a button.
    pub fn invites(&self, node: usize) -> bool {
        self.buttons.get(node).copied().unwrap_or(false)
    }
}

/// A link that ends a box of a few short lines and leads where the house collects readers' words: a call for tips stands
/// between paragraphs as often as below them.
fn calls(tree: &Tree, own: &Own, letters: &[usize], at: usize) -> bool {
    const MOST: usize = 200;
    let above = tree.parent(at);
    let is_box = matches!(tree.tag(above), Tag::Div | Tag::Section | Tag::Aside)
        && tree.end(above) == tree.end(at)
        && letters.get(above).is_some_and(|all| *all <= MOST)
        && tree.children(above).any(|child| tree.tag(child) == Tag::P);
    is_box && tree.attribute(at, Name::Href).is_some_and(|h| leads_to(own, h, CALLS))
}

/// The largest box around what asks: its text stands before it, as no accordion's does.
fn around(tree: &Tree, letters: &[usize], asks: usize) -> Option<usize> {
    let of = |at: usize| letters.get(at).copied().unwrap_or(0);
    let total = of(0);
    let mut at = asks;
    for _ in 0..MAX_STEPS {
        let above = tree.parent(at);
        let tag = tree.tag(above);
        let neutral = matches!(tag, Tag::Div | Tag::Section | Tag::Custom | Tag::Block | Tag::Form | Tag::P)
            || is_inline(tag);
        if above == at || !neutral || of(above) > MAX_LETTERS || of(above) * 4 > total {
            break;
        }
        at = above;
    }
    let after = |node: usize| tree.tag(node) == Tag::Text && node >= tree.end(asks) && of(node) > 40;
    let refused =
        |node: usize| matches!(tree.tag(node), Tag::Heading(1) | Tag::Time | Tag::Picture) || after(node);
    (at != asks && of(at) > of(asks) && !tree.subtree(at).any(refused)).then_some(at)
}

/// Whether text nodes from `first` to `last` hold a link to an offer.
pub fn links(own: &Own, tree: &Tree, first: usize, last: usize) -> bool {
    /// Elements that may stand between a link and its text.
    const INSIDE: usize = 3;
    (first.saturating_sub(INSIDE)..=last)
        .filter(|at| tree.tag(*at) == Tag::A && tree.end(*at) > first)
        .any(|at| tree.attribute(at, Name::Href).is_some_and(|h| leads_to_an_offer(own, h)))
}

/// Where houses sell, register and collect addresses: words of the link's path.
const OFFERS: &[&str] = &[
    "subscribe",
    "subscription",
    "subscriptions",
    "newsletter",
    "newsletters",
    "signup",
    "register",
    "registration",
    "donate",
    "donation",
    "donations",
    "membership",
    "supporter",
    "supporters",
    "contribute",
    "contributions",
    "abo",
    "abos",
    "abonnement",
    "abonnements",
    "abonnieren",
    "abonnez",
    "spenden",
    "suscripcion",
    "suscripciones",
    "suscribirse",
    "suscribete",
    "boletines",
    "assine",
    "assinatura",
    "abbonati",
    "abbonamenti",
    "abbonamento",
    "sostieni",
    "prenumeration",
    "prenumerata",
    "tilaa",
    "registrieren",
    "registrace",
    "inscription",
    "podpiska",
    "abonelik",
    "lidwordengeven",
    "nieuwsbrief",
];

/// Where houses collect readers' words: words of the link's path.
const CALLS: &[&str] = &[
    "tips",
    "tip",
    "tipline",
    "callout",
    "callouts",
    "contact",
    "feedback",
    "kontakt",
    "hinweise",
    "mitmachen",
    "temoignage",
    "temoignages",
    "temoigner",
    "contacto",
    "contatti",
    "contato",
    "testimonios",
];

/// Whether an address is one where this house offers or asks for something.
fn leads_to_an_offer(own: &Own, href: &str) -> bool {
    leads_to(own, href, OFFERS)
}

fn leads_to(own: &Own, href: &str, words: &[&str]) -> bool {
    const LONGEST: usize = 300;
    if href.len() > LONGEST || !own.is_of_house(href) {
        return false;
    }
    let path = href.split(['?', '#']).next().unwrap_or("");
    let path = path.split_once("://").map_or(path, |(_, rest)| rest);
    // A headline in an address has many words; an offer has few.
    path.split('/')
        .filter(|part| part.split(['-', '_']).count() <= 3)
        .flat_map(|part| part.split(['-', '_', '.']))
        .any(|word| words.iter().any(|offer| word.eq_ignore_ascii_case(offer)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_offer_is_told_by_where_it_leads() {
        let page = "<link rel=canonical href='https://www.example.org/2024/a-story'>";
        let own = Own::of(&Tree::build(&dom_query::Document::from(page)));
        assert!(leads_to_an_offer(&own, "/newsletter"));
        assert!(leads_to_an_offer(&own, "https://abo.example.org/start"));
        assert!(leads_to_an_offer(&own, "https://example.org/sign-up/newsletter-daily?x=1"));
        assert!(!leads_to_an_offer(&own, "https://example.org/2024/the-newsletter-that-moved-a-market"));
        assert!(!leads_to_an_offer(&own, "https://elsewhere.example/subscribe"));
        assert!(!leads_to_an_offer(&own, "/politik/wahl"));
    }
}
