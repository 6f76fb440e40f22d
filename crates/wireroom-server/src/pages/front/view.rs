//! The edition's own words and shapes: its sections, its squares, what it was chosen from, how its reader wants it.
//! The cards stand in `card.rs`, the sums in `why.rs`.

use super::Card;
use super::edition::{CHOICES, Window};
use crate::stamp;
use crate::wording::{count, spelled};
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

    const fn title(self) -> &'static str {
        match self {
            Self::Top => "First by rank",
            Self::Several => "Told by several newsrooms",
            Self::Carried => "One origin, many papers",
            Self::Alone => "One outlet so far",
            Self::Earlier => "From the days before",
        }
    }

    const fn note(self) -> &'static str {
        match self {
            Self::Top => "",
            Self::Several => "separate texts of one event",
            Self::Carried => "one source, and who carried it",
            Self::Alone => "nobody else tells it yet",
            Self::Earlier => "of the last week, and not marked read",
        }
    }
}

/// One square under the masthead: a story of the edition.
#[derive(Debug)]
pub struct Square {
    pub place: usize,
    pub class: &'static str,
    pub name: String,
}

pub fn square(card: &Card) -> Square {
    let (class, state) = match (card.read, card.fresh) {
        (true, _) => ("read", ", read"),
        (false, true) => ("fresh", ", with news"),
        (false, false) => ("", ""),
    };
    Square { place: card.place, class, name: format!("Story {}: {}{state}", card.place, card.title) }
}

#[derive(Debug)]
pub struct Band {
    pub id: &'static str,
    pub title: &'static str,
    pub note: &'static str,
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
    pub spans: [(&'static str, &'static str, bool); 2],
    pub now: String,
}

impl Options {
    pub fn new(choice: EditionChoice) -> Self {
        let mut numbers = CHOICES.to_vec();
        if !numbers.contains(&choice.stories) {
            numbers.push(choice.stories);
            numbers.sort_unstable();
        }
        let words = [(Span::Day, "of the last 24 hours"), (Span::Visit, "since my last visit")];
        let span = match choice.span {
            Span::Day => "of the last 24 hours",
            Span::Visit => "since your last visit",
        };
        Self {
            stories: numbers.into_iter().map(|number| (number, number == choice.stories)).collect(),
            spans: words.map(|(span, words)| (span.as_str(), words, span == choice.span)),
            now: format!("{} {span}", count(choice.stories.into(), "story", "stories")),
        }
    }
}

/// " of the last 24 hours": what follows the number of stories, `earlier` of which are from before them.
pub fn of_window(window: Window, stories: u64, earlier: u64, now: When) -> String {
    match window {
        Window::Day(_) if earlier == 0 => " of the last 24 hours".to_owned(),
        Window::Day(_) if earlier >= stories => {
            " of the last week; nothing came in the last 24 hours".to_owned()
        }
        Window::Day(_) => {
            format!(": {} of the last 24 hours and {earlier} from the days before", stories - earlier)
        }
        Window::LastDay(from) => {
            format!(
                " of the 24 hours up to {}; nothing came since",
                stamp::moment(from + 24 * 3600, now).words()
            )
        }
        Window::Visit(_) => " since your last visit".to_owned(),
    }
}

/// What an edition without a story says where the house has some.
pub fn quiet(window: Window, now: When) -> String {
    match window {
        Window::Visit(from) => {
            format!("Nothing came since your last visit, {}. You are up to date.", stamp::ago(from, now).words())
        }
        _ => "Nothing came in the last 24 hours, and what came in the week before you have marked read. You are \
              up to date."
            .to_owned(),
    }
}

/// What the end mark says was left out.
pub fn left(window: Window, left: u64) -> String {
    let span = match window {
        Window::Day(_) => "of the last 24 hours",
        Window::LastDay(_) => "of that day",
        Window::Visit(_) => "since your last visit",
    };
    match left {
        0 => format!("No other story {span} was left out; older ones stand"),
        1 => format!("One more story {span} was left out; it stands"),
        many => format!("{} {span} were left out; they stand", spelled(many, "more story", "more stories")),
    }
}

/// What came while the edition was read.
pub fn come(come: u64) -> Option<String> {
    match come {
        0 => None,
        1 => Some("One of them has news that came after this edition was made.".to_owned()),
        many => Some(format!("{many} of them have news that came after this edition was made.")),
    }
}
