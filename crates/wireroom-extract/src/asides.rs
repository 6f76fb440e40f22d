//! Lines of a house about itself between or below the text, told by two or three things that stand together: a call and
//! a channel, an address of its own and a call to write, the article spoken of as a thing, marks and handles alone.
//! It refuses whatever only one of these gives away: a text, too, speaks of channels. Start at [`reads_as_aside`].

use crate::aside_calls::{
    BALLOTS, ERRORS, GIVEN, GIVING, HEARD, HEARING, PHONING, POSTED, PREFERRED, STORIES, SUPPORTING, VIEWS,
    VOTING,
};
use crate::aside_words::{CALLS, CHANNELS, DONE, OURS, THINGS, WRITING};
use crate::blocks::{ends_a_sentence, weigh};
use crate::scan::{Phrases, walk};
use wireroom_text::letters::lowercase;

/// Longest line, in letters, that can be one: two or three sentences.
const LONGEST: usize = 220;

/// What every such line has one of: one walk over a line settles nearly all of a page's.
static SIGNS: Phrases = Phrases::new(|| walk(SIGNED));

/// Those signs.
pub const SIGNED: &[&[&str]] =
    &[CALLS, PHONING, STORIES, SUPPORTING, VOTING, VIEWS, HEARING, ERRORS, THINGS, TIPS, MARKS];

const MARKS: &[&str] = &["@", "#", "＃", "ctrl", "google"];

/// Calls for a reader's knowledge that need no address beside them.
const TIPS: &[&str] = &["got a tip", "have a tip", "do you have a tip", "got a story", "do you have a story"];

/// True for a line of a house about itself, its channels and its articles: in lower case, without space around it.
pub fn reads_as_aside(lower: &str) -> bool {
    let letters = weigh(lower);
    if letters == 0 || letters > LONGEST || !SIGNS.any_in(lower) {
        return false;
    }
    calls_to_a_channel(lower)
        || asks_to_write(lower)
        || asks_to_call(lower)
        || asks_for_stories(lower)
        || asks_for_money(lower)
        || calls_to_a_vote(lower)
        || asks_for_views(lower)
        || offers_to_be_heard(lower)
        || asks_for_errors(lower)
        || speaks_of_itself(lower)
        || is_marks(lower)
}

/// "Follow us on WhatsApp", "Chcesz być na bieżąco? Polub nas na Facebooku."
fn calls_to_a_channel(lower: &str) -> bool {
    /// Longest such line in characters: one of a text that begins so goes on.
    const SHORT: usize = 190;
    let quoted = lower.contains(['“', '„', '«', '»', '「']);
    lower.chars().count() <= SHORT
        && !quoted
        && any_opens(lower, CALLS)
        && CHANNELS.iter().any(|channel| holds(lower, channel))
}

/// A channel's name where a word begins; names that begin with a mark stand anywhere.
fn holds(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text.get(..at).and_then(|t| t.chars().next_back());
        // Scripts without capital letters write articles and prepositions on to the word.
        let cased = |c: char| c.is_lowercase() || c.is_uppercase();
        !word.starts_with(cased) || before.is_none_or(|c| !c.is_alphabetic())
    })
}

fn opens(sentence: &str, call: &str) -> bool {
    let sentence = sentence.trim_start_matches(|c: char| !c.is_alphanumeric());
    sentence.starts_with(call)
}

/// Whether a sentence begins with one of these words.
fn any_opens(text: &str, calls: &[&str]) -> bool {
    sentences(text).any(|sentence| {
        let sentence = sentence.trim_start_matches(|c: char| !c.is_alphanumeric());
        calls.iter().any(|call| sentence.starts_with(call))
    })
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(['.', '!', '?', ':', '|', '؟', '。', '！', '？'])
}

/// "Do you know more? Write to our reporters at tips@lorn.example", "(ada.fenn@lorn.example)".
fn asks_to_write(lower: &str) -> bool {
    /// Letters beside an address that is the line.
    const BESIDE: usize = 12;
    let address = |word: &&str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '@');
        word.contains('@') && word.len() > 3
    };
    let addresses: usize = lower.split_whitespace().filter(address).map(weigh).sum();
    let called = || WRITING.iter().any(|word| holds(lower, word));
    let ours = || OURS.iter().any(|word| lower.contains(word));
    let direct = || ["contact ", "email ", "follow ", "e-mail "].iter().any(|call| lower.starts_with(call));
    if addresses > 0 {
        return weigh(lower) <= addresses + BESIDE || (called() && ours()) || direct();
    }
    TIPS.iter().any(|call| lower.starts_with(call))
}

/// "Are you stranded? Message us on 07700 900123." The police's number stands in the text.
fn asks_to_call(lower: &str) -> bool {
    /// Fewest digits of a telephone's number.
    const DIGITS: usize = 6;
    let digits = lower.chars().filter(char::is_ascii_digit).count();
    digits >= DIGITS && PHONING.iter().any(|call| holds(lower, call))
}

/// "Do you have a story about the ferry? Tell us.", "¿Conoces otra historia?"
fn asks_for_stories(lower: &str) -> bool {
    any_opens(lower, STORIES) && (lower.contains('@') || OURS.iter().any(|word| lower.contains(word)))
}

/// "Like this? Support the Post with three crowns a month."
fn asks_for_money(lower: &str) -> bool {
    let gives = |sentence: &str| GIVING.iter().any(|word| sentence.contains(word));
    !lower.contains(['“', '„', '«', '"', '「']) && any_opens(lower, SUPPORTING) && gives(lower)
}

/// "Vote for your player of the week in our poll"
fn calls_to_a_vote(lower: &str) -> bool {
    any_opens(lower, VOTING) && BALLOTS.iter().any(|word| holds(lower, word))
}

/// "What do you think? Let us know in the comments."
fn asks_for_views(lower: &str) -> bool {
    /// Longest such line, in characters: a writer's own goes on.
    const SHORT: usize = 100;
    lower.chars().count() <= SHORT
        && VIEWS.iter().any(|view| opens(lower, view))
        && GIVEN.iter().any(|word| lower.contains(word))
}

/// "Artikel anhören (4 Minuten)", "Listen to Ada read this article": the text as sound.
fn offers_to_be_heard(lower: &str) -> bool {
    let calls = HEARING.iter().any(|call| opens(lower, call));
    calls && HEARD.iter().any(|word| lower.contains(word))
}

/// "Spotted a mistake? Select it and press Ctrl+Enter", "Add us as a preferred source on Google"
fn asks_for_errors(lower: &str) -> bool {
    lower.contains("ctrl+enter")
        || lower.contains("ctrl + enter")
        || ERRORS.iter().any(|word| lower.contains(word))
        || (lower.contains("google") && PREFERRED.iter().any(|word| lower.contains(word)))
}

/// "Ada Fenn, reporting from Aske": who writes a live page's update, and where.
pub fn is_post_of_a_reporter(text: &str) -> bool {
    /// Most words of a name with what is said of the reporter before it, and after it.
    const NAME: usize = 6;
    const PLACE: usize = 6;
    if ends_a_sentence(text.trim()) {
        return false;
    }
    let lower = lowercase(text.trim());
    let parts = POSTED.iter().find_map(|word| lower.split_once(word));
    parts.is_some_and(|(name, place)| {
        (2..=NAME).contains(&name.split_whitespace().count()) && place.split_whitespace().count() <= PLACE
    })
}

/// "This article was first published in the Aske Courier".
fn speaks_of_itself(lower: &str) -> bool {
    let lower = lower.trim_start_matches(|c: char| !c.is_alphanumeric());
    let thing = THINGS.iter().find_map(|thing| lower.strip_prefix(thing));
    thing.is_some_and(|rest| rest.starts_with(' ') && DONE.iter().any(|done| rest.contains(done)))
}

/// Hashtags, handles and the names of networks, and nothing else.
fn is_marks(lower: &str) -> bool {
    let mut marks = 0;
    let all = lower.split_whitespace().all(|word| {
        let mark = word.starts_with(['#', '@', '＃']) && word.chars().any(char::is_alphabetic);
        marks += usize::from(mark);
        mark || !word.chars().any(char::is_alphanumeric)
            || CHANNELS.contains(&word.trim_matches(|c: char| !c.is_alphanumeric()))
            || matches!(word, "x:" | "x")
    });
    all && marks > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_aside(text: &str) -> bool {
        reads_as_aside(lowercase(text).trim())
    }

    #[test]
    fn a_call_to_a_channel_is_told_in_many_languages() {
        for line in [
            "Follow our WhatsApp channel for the morning headlines.",
            "Join us on Telegram and hear more of the coast.",
            "Download the Lorn Post app for iOS and Android.",
            "Alle Nachrichten aus Lorn jetzt auch auf WhatsApp: Kanal abonnieren",
            "Retrouvez toute l’actualité sur notre application mobile.",
            "Únete a nuestro canal de Telegram y recibe las noticias del día.",
            "Resta aggiornato: iscriviti al nostro canale Telegram.",
            "Siga o nosso canal no Telegram.",
            "Chcesz być na bieżąco? Polub nas na Facebooku.",
            "Haberleri WhatsApp kanalımızdan takip edin.",
        ] {
            assert!(is_aside(line), "{line}");
        }
        for text in [
            "The mayor told his followers on Telegram that the ferry would sail.",
            "Police traced the man through a WhatsApp group of the yard's workers.",
            "Follow the coast for an hour and the old tower comes into view.",
            "“Join us on Facebook,” she told the crowd, and a hundred did.",
        ] {
            assert!(!is_aside(text), "{text}");
        }
    }

    #[test]
    fn an_address_of_the_house_is_an_aside_and_one_of_the_police_is_not() {
        assert!(is_aside(
            "Do you know more about the ferry? Write to our reporters at tips@lornpost.example."
        ));
        assert!(is_aside("(ada.fenn@lornpost.example)"));
        assert!(is_aside("Contact Ada Fenn at ada.fenn@lornpost.example or follow her @adafenn."));
        assert!(!is_aside(
            "Anybody who saw the boat is asked to write to the police at boats@police.example, a spokesman said."
        ));
    }

    #[test]
    fn an_article_that_speaks_of_itself_is_told_from_a_text_about_articles() {
        assert!(is_aside(
            "This article appeared in the Europe section of the print edition under the headline “Bell tolls”"
        ));
        assert!(is_aside("Dieser Text erschien in der gedruckten Ausgabe vom 3. Mai."));
        assert!(is_aside(
            "This story was first published in the Aske Courier and is used here with permission."
        ));
        assert!(!is_aside(
            "This article of the treaty has never been used, and nobody expects that it will be."
        ));
        assert!(!is_aside("This story begins on a quay in Aske, with a man who could not swim."));
    }

    #[test]
    fn hashtags_and_handles_alone_are_no_sentence() {
        assert!(is_aside("#ferry #Lorn #harbour"));
        assert!(is_aside("X: @lornpost Instagram: @lornpost.news"));
        assert!(!is_aside("The hashtag #ferry was used by 400 people on Monday."));
    }
}
