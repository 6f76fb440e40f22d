//! The edition's own words and shapes: its sections, its squares, what it was chosen from, how its reader wants it.
//! The cards stand in `card.rs`, the sums in `why.rs`.

use super::Card;
use super::edition::{CHOICES, Window};
use crate::stamp;
use wireroom_model::When;
use wireroom_store::editions::{EditionChoice, Span};

/// Where in the edition a story stands: on top by its rank, else by how it is told. In reading order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    Top,
    Several,
    Carried,
    Alone,
    /// Not of the span: a free place went to a story from before it.
    Earlier,
}

impl Section {
    /// In reading order.
    pub const ALL: [Self; 5] = [Self::Top, Self::Several, Self::Carried, Self::Alone, Self::Earlier];

    /// The word of the public shape, and the section's mark on the page.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Top => "top",
            Self::Several => "several",
            Self::Carried => "carried",
            Self::Alone => "alone",
            Self::Earlier => "earlier",
        }
    }

    fn title(self) -> String {
        match self {
            Self::Top => say!("front-top"),
            Self::Several => say!("front-several"),
            Self::Carried => say!("front-carried"),
            Self::Alone => say!("front-alone"),
            Self::Earlier => say!("front-earlier"),
        }
    }

    fn note(self) -> String {
        match self {
            Self::Top => String::new(),
            Self::Several => say!("front-several-note"),
            Self::Carried => say!("front-carried-note"),
            Self::Alone => say!("front-alone-note"),
            Self::Earlier => say!("front-earlier-note"),
        }
    }
}

/// One square under the masthead: a story of the edition.
#[derive(Debug)]
pub struct Square {
    pub place: usize,
    pub class: &'static str,
    pub apart: bool,
    pub name: String,
}

/// The square of a card; `apart` where a section begins.
pub fn square(card: &Card, apart: bool) -> Square {
    let (place, title) = (card.place, card.title.as_str());
    let (class, name) = match (card.read, card.fresh) {
        (true, _) => ("read", say!("front-square-read", place = place, title = title)),
        (false, true) => ("new", say!("front-square-fresh", place = place, title = title)),
        (false, false) => ("", say!("front-square", place = place, title = title)),
    };
    Square { place, class, apart, name }
}

#[derive(Debug)]
pub struct Band {
    pub id: &'static str,
    pub title: String,
    pub note: String,
    pub cards: Vec<Card>,
}

/// The sections below the top; one without stories is not there.
pub fn bands(cards: Vec<(Section, Card)>) -> Vec<Band> {
    let mut bands: Vec<Band> = Vec::new();
    for (section, card) in cards {
        match bands.last_mut().filter(|band| band.id == section.word()) {
            Some(band) => band.cards.push(card),
            None => bands.push(Band {
                id: section.word(),
                title: section.title(),
                note: section.note(),
                cards: vec![card],
            }),
        }
    }
    bands
}

/// How this reader wants the edition, and what else there is.
#[derive(Debug)]
pub struct Options {
    pub stories: Vec<(u32, bool)>,
    pub spans: [(&'static str, String, bool); 2],
    pub now: String,
}

impl Options {
    pub fn new(choice: EditionChoice) -> Self {
        let mut numbers = CHOICES.to_vec();
        if !numbers.contains(&choice.stories) {
            numbers.push(choice.stories);
            numbers.sort_unstable();
        }
        let stories = say!("count-stories", n = choice.stories);
        let now = match choice.span {
            Span::Day => say!("front-now-day", stories = stories),
            Span::Visit => say!("front-now-visit", stories = stories),
        };
        let words = [(Span::Day, say!("front-span-day")), (Span::Visit, say!("front-span-visit"))];
        Self {
            stories: numbers.into_iter().map(|number| (number, number == choice.stories)).collect(),
            spans: words.map(|(span, words)| (span.as_str(), words, span == choice.span)),
            now,
        }
    }
}

/// What the edition was made of: `stories`, `earlier` of which are from before its span, and their articles.
pub fn made(window: Window, stories: u64, earlier: u64, articles: u64, now: When) -> String {
    let articles = say!("count-articles", n = articles);
    let all = say!("count-stories", n = stories);
    match window {
        Window::Day(_) if earlier == 0 => say!("front-made-day", stories = all, articles = articles),
        Window::Day(_) if earlier >= stories => say!("front-made-week", stories = all, articles = articles),
        Window::Day(_) => {
            say!(
                "front-made-both",
                stories = all,
                today = stories - earlier,
                earlier = earlier,
                articles = articles
            )
        }
        Window::LastDay(from) => {
            let until = stamp::moment(from + 24 * 3600, now);
            say!("front-made-last", stories = all, until = until.words(), articles = articles)
        }
        Window::Visit(_) => say!("front-made-visit", stories = all, articles = articles),
    }
}

/// What an edition without a story says where the house has some.
pub fn quiet(window: Window, now: When) -> String {
    match window {
        Window::Visit(from) => say!("front-quiet-visit", ago = stamp::ago(from, now).words()),
        _ => say!("front-quiet-day"),
    }
}

/// What the end mark says was left out, round the link to where it stands.
pub fn left(window: Window, left: u64) -> (String, String) {
    match window {
        Window::Day(_) => say_round!("front-left-day", n = left),
        Window::LastDay(_) => say_round!("front-left-that-day", n = left),
        Window::Visit(_) => say_round!("front-left-visit", n = left),
    }
}

/// What came while the edition was read.
pub fn come(come: u64) -> Option<String> {
    (come > 0).then(|| say!("front-come", n = come))
}
