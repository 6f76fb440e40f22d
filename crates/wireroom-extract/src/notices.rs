//! What a page says about the use and the reach of its text: words to robots, a reservation of mining, a paywall.
//! It refuses to judge: whether a stump stands where a text should, who has the text must say.
//! Start at [`Notices::read`].

use crate::hints::Hints;
use crate::structured::{Item, Stated};
use crate::tree::{Tag, Tree};
use aho_corasick::AhoCorasick;
use std::sync::LazyLock;
use wireroom_text::words;

/// Meta elements by which pages speak to robots in general, and to those that gather news.
const ROBOTS: &[&str] = &["robots", "googlebot-news", "wireroom"];

/// Values kept of one meta element, and characters of each.
const MAX_VALUES: usize = 8;
const MAX_CHARS: usize = 400;

/// A line that asks for a subscription is short: longer ones speak about subscriptions.
const MAX_LINE_WORDS: usize = 24;

/// Lines looked through for such words.
const MAX_LINES: usize = 20_000;

/// Levels of the tree above a line at which a closed gate is looked for.
const MAX_LEVELS: usize = 12;

/// Words of a line that stands where the rest of a text would: folded, as a part of it.
const CLOSED: &[&str] = &[
    "subscribe to continue reading",
    "subscribe to read",
    "subscribe to keep reading",
    "subscribe to unlock",
    "subscribe now to read",
    "to continue reading subscribe",
    "to read this article",
    "to continue reading this article",
    "this article is for subscribers",
    "this content is for subscribers",
    "exclusively for subscribers",
    "only available to subscribers",
    "already a subscriber log in",
    "already a subscriber sign in",
    "log in to continue reading",
    "sign in to continue reading",
    "register to continue reading",
    "become a member to read",
    "continue reading with a subscription",
    "continue reading with your",
    "continue reading by subscribing",
    "keep reading with a subscription",
    "unlock this article",
    "unlock the full",
    "this story is for subscribers",
    "this article is exclusive to",
    "exclusive to subscribers",
    "reserved for subscribers",
    "free articles left",
    "free articles remaining",
    "you have reached your limit of free",
    "you ve reached your limit",
    "weiterlesen mit",
    "jetzt weiterlesen",
    "um weiterzulesen",
    "nur für abonnenten",
    "exklusiv für abonnenten",
    "dieser artikel ist kostenpflichtig",
    "bereits abonnent",
    "article réservé aux abonnés",
    "réservé à nos abonnés",
    "pour lire la suite",
    "il vous reste",
    "déjà abonné",
    "contenido exclusivo para suscriptores",
    "sólo para suscriptores",
    "solo para suscriptores",
    "suscríbete para seguir leyendo",
    "para seguir leyendo",
    "ya eres suscriptor",
    "contenuto riservato agli abbonati",
    "per continuare a leggere",
    "sei già abbonato",
    "conteúdo exclusivo para assinantes",
    "exclusivo para assinantes",
    "para continuar lendo",
    "alleen voor abonnees",
    "lees verder met een abonnement",
    "för prenumeranter",
    "kun for abonnenter",
    "treść dostępna dla subskrybentów",
    "materiał dostępny dla prenumeratorów",
    "доступно только подписчикам",
    "материал доступен подписчикам",
    "только для подписчиков",
    "abone olun",
];

/// Words of an offer beside such a line: what it costs, what one gets, who has it already.
const OFFERS: &[&str] = &[
    "already a subscriber",
    "already subscribed",
    "already have an account",
    "already registered",
    "have an account",
    "log in",
    "sign in",
    "subscribe",
    "subscription",
    "subscriber",
    "per month",
    "a month",
    "a week",
    "first month",
    "cancel at any time",
    "cancel anytime",
    "free trial",
    "unlimited access",
    "full access",
    "abonnieren",
    "abonnent",
    "abo",
    "jetzt testen",
    "gratis testen",
    "im monat",
    "pro monat",
    "monatlich",
    "jederzeit kündbar",
    "anmelden",
    "abonnez vous",
    "abonnement",
    "abonné",
    "par mois",
    "sans engagement",
    "se connecter",
    "suscríbete",
    "suscripción",
    "suscriptor",
    "al mes",
    "iniciar sesión",
    "abbonati",
    "abbonamento",
    "al mese",
    "accedi",
    "assine",
    "assinante",
    "por mês",
    "abonneer",
    "per maand",
    "prenumerera",
    "per månad",
    "abonner",
    "i måneden",
    "subskrybuj",
    "prenumerata",
    "miesięcznie",
    "подписка",
    "подпишитесь",
    "в месяц",
];

/// Letters of the longest offer.
const MAX_OFFER: usize = 260;

/// Whether a line of a text asks for a subscription in order to go on.
pub(crate) fn asks(line: &str) -> bool {
    if words::words(line).take(MAX_LINE_WORDS + 1).count() > MAX_LINE_WORDS {
        return false;
    }
    let folded = folded(line);
    is_closed(&folded)
}

/// Whether a short paragraph speaks of nothing but what a subscription is.
pub(crate) fn offers(line: &str) -> bool {
    static SPACED: LazyLock<Option<AhoCorasick>> =
        LazyLock::new(|| AhoCorasick::new(OFFERS.iter().map(|words| format!(" {words}"))).ok());
    let folded = format!(" {} ", folded(line));
    crate::blocks::weigh(line) < MAX_OFFER && SPACED.as_ref().is_some_and(|phrases| phrases.is_match(&folded))
}

/// One walk over the line for all of [`CLOSED`]: every line of every page is asked.
fn is_closed(folded: &str) -> bool {
    static PHRASES: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| AhoCorasick::new(CLOSED).ok());
    PHRASES.as_ref().is_some_and(|phrases| phrases.is_match(folded))
}

fn folded(line: &str) -> String {
    let mut folded = String::with_capacity(line.len());
    for word in words::words(line) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(&words::fold(word.text));
    }
    folded
}

/// What told that a page is for subscribers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Paywall {
    /// The page says so of itself.
    Stated(String),
    /// A reader sees a line that asks for a subscription. A text that is all there outweighs it.
    Asked(String),
    /// An element is named so. Many pages carry one unseen: only next to nothing of a text is outweighed by it.
    Named(String),
}

impl Paywall {
    /// What told it, in words.
    pub fn told(&self) -> &str {
        match self {
            Self::Stated(told) | Self::Asked(told) | Self::Named(told) => told,
        }
    }
}

/// Everything of the kind that a page says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Notices {
    /// Meta elements for robots: name in lower case, content as it stands.
    pub robots: Vec<(String, String)>,
    /// The content of the meta element `tdm-reservation`.
    pub tdm_reservation: Option<String>,
    pub paywall: Option<Paywall>,
}

impl Notices {
    /// Reads a page's meta elements and structured data, and looks at it for the marks of a paywall.
    pub(crate) fn read(tree: &Tree, stated: &Stated, item: &Item) -> Self {
        let short = |value: &String| value.chars().take(MAX_CHARS).collect::<String>();
        let robots = ROBOTS.iter().flat_map(|name| {
            let values = stated.metas.get(*name).map(Vec::as_slice).unwrap_or_default();
            values.iter().take(MAX_VALUES).map(|value| ((*name).to_owned(), short(value)))
        });
        Self {
            robots: robots.collect(),
            tdm_reservation: stated.meta(&["tdm-reservation"]).map(str::to_owned),
            paywall: says(stated, item).map(Paywall::Stated).or_else(|| looks(tree)),
        }
    }
}

/// What the page states. A page that calls itself free is believed, whatever else is on it.
fn says(stated: &Stated, item: &Item) -> Option<String> {
    if item.free == Some(false) {
        return Some("the page says isAccessibleForFree: false".to_owned());
    }
    let tier = stated.meta(&["article:content_tier", "og:article:content_tier"])?.to_ascii_lowercase();
    matches!(tier.as_str(), "locked" | "metered")
        .then(|| format!("the page says article:content_tier: {tier}"))
}

/// What on the page looks like a closed gate: a line that asks for a subscription, or an element named so.
fn looks(tree: &Tree) -> Option<Paywall> {
    let mut named = None;
    for at in tree.all(Tag::Text).take(MAX_LINES) {
        let line = tree.text(at).trim();
        if line.is_empty() || words::words(line).take(MAX_LINE_WORDS + 1).count() > MAX_LINE_WORDS {
            continue;
        }
        let folded = folded(line);
        if is_closed(&folded) {
            return Some(Paywall::Asked("the page has a line that asks for a subscription".to_owned()));
        }
        let mut above = tree.parent(at);
        for _ in 0..MAX_LEVELS {
            if named.is_none() && tree.hints(above).has(Hints::PAYWALL) {
                named = Some(Paywall::Named("the page has an element that is named a paywall".to_owned()));
            }
            above = tree.parent(above);
        }
    }
    named
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Page, extract_noticed};
    use wireroom_model::Kind;

    fn page(head: &str, body: &str) -> String {
        format!(
            "<html><head>{head}</head><body><article><h1>Ferry aground</h1>{body}</article></body></html>"
        )
    }

    fn notices(head: &str, body: &str) -> Notices {
        extract_noticed(&Page::new(&page(head, body))).1
    }

    #[test]
    fn words_to_robots_are_kept_as_they_stand() {
        let head = "<meta name=\"Robots\" content=\"noarchive, nofollow\">\
                    <meta name=googlebot-news content=noarchive><meta name=tdm-reservation content=1>";
        let found = notices(head, "<p>It ran aground.</p>");
        assert_eq!(found.robots.len(), 2);
        assert!(found.robots.iter().any(|(name, said)| name == "robots" && said == "noarchive, nofollow"));
        assert_eq!(found.tdm_reservation.as_deref(), Some("1"));
        assert_eq!(found.paywall, None);
    }

    #[test]
    fn a_page_that_says_that_it_costs_is_believed() {
        for head in [
            "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"headline\": \"Ferry aground\",\
             \"isAccessibleForFree\": false}</script>",
            "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"headline\": \"Ferry aground\",\
             \"isAccessibleForFree\": \"https://schema.org/False\"}</script>",
            "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"headline\": \"Ferry aground\",\
             \"hasPart\": {\"@type\": \"WebPageElement\", \"isAccessibleForFree\": false, \"cssSelector\": \".more\"}}\
             </script>",
            "<meta property=\"article:content_tier\" content=\"locked\">",
        ] {
            let found = notices(head, "<p>The ferry ran aground at dawn, with nobody hurt.</p>");
            assert!(matches!(found.paywall, Some(Paywall::Stated(_))), "{head} {found:?}");
        }
    }

    #[test]
    fn a_line_that_asks_for_a_subscription_is_a_mark() {
        for line in [
            "Subscribe to continue reading.",
            "Jetzt weiterlesen",
            "Déjà abonné ? Connexion",
            "Nur für Abonnenten",
        ] {
            let found = notices("", &format!("<p>The ferry ran aground.</p><div>{line}</div>"));
            assert!(matches!(found.paywall, Some(Paywall::Asked(_))), "{line} {found:?}");
        }
        let talk = "The publisher said that readers had to subscribe to read what it wrote, and that most of them \
                    did so within a week of the change that it had announced in spring.";
        assert_eq!(notices("", &format!("<p>{talk}</p>")).paywall, None);
    }

    #[test]
    fn a_part_that_costs_makes_a_stump_a_stump() {
        let head = "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"headline\": \"Ferry aground\",\
                    \"hasPart\": [{\"isAccessibleForFree\": \"False\"}]}</script>";
        let html =
            page(head, "<p>The ferry ran aground at dawn with nobody hurt, the port said on Monday.</p>");
        assert_eq!(extract_noticed(&Page::new(&html)).0[0].kind, Kind::Paywall);
    }
}
