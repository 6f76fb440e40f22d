//! Fixed phrases of page furniture in the languages of the demo and the development sets, and the forms of
//! bylines and date lines. A phrase counts at the beginning of a short block only.
//! It names no outlet. Start at [`is_furniture`].

use crate::asides::{SIGNED, reads_as_aside};
use crate::blocks::weigh;
use crate::box_facts::{BORN, CLOSING, FEET, LEADING, ONE_LINE};
use crate::box_words::{ABOUT, BOXES, COMMENTS, LINES, OPENING, PARTS, SUMMARIES};
use crate::choose::fold;
use crate::phrase_labels::{BY, LABELS, PICTURE_LABELS};
use crate::phrase_lists::{BEGGING, DISCLOSED, FURNITURE, FURNITURE_OTHER, HEADINGS, INSIDE, POINTING};
use crate::scan::{Openings, Phrases, by_opening, walk};
use wireroom_text::letters::lowercase;

/// Longest block, in letters, that a phrase at its beginning can condemn.
const SHORT: usize = 160;
/// Longest block, in letters, that a phrase inside it can condemn: an invitation has two or three sentences.
const LONGER: usize = 260;
/// Longest label, in letters.
const LABEL: usize = 40;
/// Longest disclosure, in letters.
const LONG: usize = 600;

/// Where houses ask to be followed.
const NETWORKS: &[&str] = &[
    " on instagram",
    " on facebook",
    " on twitter",
    " on x",
    " on tiktok",
    " on google news",
    " on threads",
    " on linkedin",
    " on bluesky",
];

/// The caption after a picture viewer's label; `None` where a line begins with no such label.
pub fn after_picture_label(text: &str) -> Option<&str> {
    let lower = text.to_lowercase();
    let label = PICTURE_LABELS.iter().find(|label| lower.starts_with(**label))?;
    let chars = label.chars().count();
    text.char_indices().nth(chars).map_or(Some(""), |(at, _)| text.get(at..)).map(str::trim)
}

/// True for a paragraph that asks for money, addresses or consent: it says so in several ways.
pub fn begs(text: &str) -> bool {
    const WAYS: usize = 3;
    /// A long text that discusses donations is a text.
    const MAX: usize = 1_500;
    if text.chars().count() > MAX {
        return false;
    }
    let lower = lowercase(text);
    if !BEGS.any_in(&lower) {
        return false;
    }
    let ways = BEGGING.iter().filter(|b| lower.contains(**b)).count();
    ways >= WAYS && ways * 250 >= lower.chars().count()
}

static BEGS: Phrases = Phrases::new(|| walk(&[BEGGING]));
/// One walk for all that condemns a line by standing in it: hardly any line needs the walks of each.
static INSIDES: Phrases = Phrases::new(|| walk(&[SIGNED, &[DISCLOSED, INSIDE, PARTS, POINTING]].concat()));
static FURNISHED: Openings = Openings::new(|| by_opening(&[FURNITURE, FURNITURE_OTHER, LINES]));
static DISCLOSURES: Phrases = Phrases::new(|| walk(&[DISCLOSED]));
static INNER: Phrases = Phrases::new(|| walk(&[INSIDE, PARTS]));
static POINTERS: Phrases = Phrases::new(|| walk(&[POINTING]));

/// True for a short block that begins as furniture does.
pub fn is_furniture(text: &str, letters: usize) -> bool {
    if letters > LONG {
        return false;
    }
    let whole = lowercase(text);
    let lower = whole.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '©');
    let holds = INSIDES.any_in(&whole);
    if holds && reads_as_aside(whole.trim()) {
        return true;
    }
    let begins = |phrase: &str| {
        lower.strip_prefix(phrase).is_some_and(|rest| {
            // The phrase ends where a word ends.
            !rest.starts_with(char::is_alphanumeric)
                || !phrase.ends_with(char::is_alphanumeric)
                || is_spaceless(phrase)
        })
    };
    if letters <= LABEL && LABELS.contains(&lower.trim_end_matches([':', '.', '…', ' '])) {
        return true;
    }
    if holds && DISCLOSURES.any_in(lower) {
        return true;
    }
    if holds && letters <= LONGER && INNER.any_in(lower) {
        return true;
    }
    if letters > SHORT {
        return false;
    }
    if is_boxed_line(text) {
        return true;
    }
    if holds && POINTERS.any_in(lower) {
        return true;
    }
    if lower.starts_with("follow ") && NETWORKS.iter().any(|n| lower.contains(n)) {
        return true;
    }
    // "Topics that divide the town were debated." is a sentence; one word of invitation needs a label's form.
    let invites = |phrase: &str| {
        let label = phrase.contains([' ', ':', '：', '-', '=', '©']) || is_spaceless(phrase);
        let rest = lower.strip_prefix(phrase).unwrap_or("");
        label
            || rest.trim().is_empty()
            || rest.trim_start().starts_with([':', '：', '|', '»', '–', '-'])
            || letters < 25
    };
    FURNISHED.of(lower).any(|phrase| begins(phrase) && invites(phrase))
}

/// A phrase of a script without spaces, long enough to mean itself wherever a line begins with it.
fn is_spaceless(phrase: &str) -> bool {
    phrase.chars().count() >= 4 && phrase.chars().all(wireroom_text::words::is_spaceless)
}

/// True for a heading over related lists, comments, offers.
pub fn is_furniture_heading(text: &str) -> bool {
    let lower = text.trim().trim_end_matches([':', '.', '…', '!']).to_lowercase();
    HEADINGS.contains(&lower.as_str())
        || ["more from ", "more on ", "related ", "most read ", "most popular ", "mehr aus ", "mehr von "]
            .iter()
            .any(|p| lower.starts_with(p) && lower.chars().count() < 40)
}

/// True for the first line of a box whose words stand beside the article: facts in brief, a life, a call, an offer.
pub fn is_box_heading(text: &str) -> bool {
    /// Longest heading of somebody's life, in characters.
    const MOST: usize = 40;
    let lower = lowercase(text.trim().trim_matches([':', '.', '…', '!', ' ', '|', '–', '-']));
    let opens = |words: &&str| {
        lower.strip_prefix(*words).is_some_and(|rest| {
            rest.trim_start().starts_with([':', '|', '–', '—', '·']) || rest.starts_with(" - ")
        })
    };
    let tells = |words: &&str| {
        lower.strip_prefix(*words).is_some_and(|rest| {
            words.ends_with(' ') || !rest.starts_with(char::is_alphanumeric) || is_spaceless(words)
        })
    };
    is_furniture_heading(text)
        || BOXES.contains(&lower.as_str())
        || OPENING.iter().any(opens)
        || CLOSING.iter().any(|words| lower.ends_with(words))
        || LEADING.iter().any(tells)
        || (lower.chars().count() <= MOST && ABOUT.iter().any(tells))
}

/// True for an entry of a page's foot, whole.
pub fn is_foot(text: &str) -> bool {
    FEET.contains(&text.trim().trim_end_matches([':', '.', '…']).to_lowercase().as_str())
}

/// True for a heading over readers' words, which stand below every text.
pub fn is_comments_heading(text: &str) -> bool {
    let counted = |c: char| !c.is_alphabetic();
    COMMENTS.contains(&text.trim_matches(counted).to_lowercase().as_str())
}

/// True for a paragraph that opens with a box's heading set before it: "Zur Person: Ines Holt, 61, ..".
pub fn opens_as_box(text: &str) -> bool {
    /// Longest heading, in characters.
    const MOST: usize = 30;
    let Some((label, rest)) = text.split_once(':') else { return false };
    let label = label.trim().to_lowercase();
    label.chars().count() <= MOST && !rest.trim().is_empty() && OPENING.contains(&label.as_str())
}

/// True for a box in one line: "Fact box: a ferry carries between ten and forty cars".
fn is_boxed_line(text: &str) -> bool {
    let Some((label, rest)) = text.split_once([':', '：']) else { return false };
    !rest.trim().is_empty() && ONE_LINE.contains(&label.trim().to_lowercase().as_str())
}

/// True for "About Ines Holt", "About her": a heading over somebody's life.
pub fn is_life_heading(text: &str) -> bool {
    let name = ["About ", "Über ", "À propos de ", "Sobre ", "Over ", "Om ", "O "];
    let rest = name.iter().find_map(|word| text.trim().strip_prefix(word));
    rest.is_some_and(|rest| {
        let words: Vec<&str> = rest.split_whitespace().collect();
        (2..=4).contains(&words.len()) && words.iter().all(|w| w.starts_with(char::is_uppercase))
    })
}

/// True for a paragraph that says of somebody what he or she is: "Ada Fenn is the paper's harbour correspondent."
pub fn says_who(text: &str) -> bool {
    /// Words of which one follows the name.
    const IS: &[&str] = &[
        "is", "was", "are", "covers", "writes", "teaches", "reports", "leads", "runs", "works", "holds",
        "heads", "directs", "ist", "leitet", "schreibt", "lehrt", "arbeitet", "war", "est", "enseigne",
        "dirige", "écrit", "es", "è", "é", "dirige", "insegna", "scrive", "jest", "er", "är", "on",
        "schrijft", "werkt",
    ];
    /// Titles before a name.
    const TITLES: &[&str] = &["Dr", "Prof", "Professor", "Sir", "Dame", "Mr", "Ms", "Mrs", "The"];
    let words = text.split_whitespace().skip_while(|w| TITLES.contains(&w.trim_end_matches('.')));
    let words: Vec<&str> = words.take(6).collect();
    let names = words.iter().take_while(|w| w.starts_with(char::is_uppercase)).count();
    // A column "is written by" somebody.
    let written = words.get(names + 1).is_some_and(|w| *w == "written");
    (2..=4).contains(&names) && !written && words.get(names).is_some_and(|w| IS.contains(w))
}

/// True for what stands under a name and begins with that person's birth: "born 1969 in Aske, was a clerk before ..".
pub fn opens_a_life(text: &str) -> bool {
    /// More characters than any of [`BORN`] has.
    const MOST: usize = 80;
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let end = text.char_indices().nth(MOST).map_or(text.len(), |(at, _)| at);
    let lower = lowercase(text.get(..end).unwrap_or(text));
    BORN.iter().any(|born| {
        lower
            .strip_prefix(born)
            .is_some_and(|rest| rest.starts_with(|c: char| !c.is_alphanumeric()) || is_spaceless(born))
    })
}

/// True for a heading over the text in short.
pub fn is_summary_heading(text: &str) -> bool {
    let lower = text.trim().trim_matches([':', '.', '…', '!', ' ']).to_lowercase();
    SUMMARIES.contains(&lower.as_str())
}

/// True for a line that only names its writer.
pub fn is_byline(text: &str, authors: &[String]) -> bool {
    let lower = text.trim().to_lowercase();
    if BY.iter().any(|by| lower.starts_with(by)) && text.split_whitespace().count() <= 12 {
        return true;
    }
    let folded = fold(text);
    authors.iter().any(|author| {
        let name = fold(author);
        weigh(&name) >= 5 && folded.contains(&name) && folded.chars().count() <= name.chars().count() + 30
    })
}

/// True for a line that is a date, a time, or a reading time, and little else.
pub fn is_date_line(text: &str) -> bool {
    let digits = text.chars().filter(|c| c.is_numeric()).count();
    let letters = weigh(text).saturating_sub(digits);
    let lower = text.to_lowercase();
    let reading =
        ["min read", "minute read", "lesezeit", "min. lesezeit", "minutes de lecture", "min de lecture"];
    (digits >= 4 && letters <= 40 && !crate::blocks::ends_a_sentence(text.trim_end_matches('.')))
        || (letters <= 40 && reading.iter().any(|r| lower.contains(r)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_invitation_is_furniture_and_a_sentence_is_not() {
        assert!(is_furniture("Read more: Harbour reopens", 22));
        assert!(is_furniture("Advertisement", 13));
        assert!(!is_furniture("Comments by the mayor angered the fishermen of the northern harbour.", 56));
        assert!(!is_furniture("Readers of the paper asked for more.", 29));
    }

    #[test]
    fn a_word_that_also_begins_sentences_needs_the_form_of_a_label() {
        assert!(is_furniture("إعلان", 5));
        assert!(!is_furniture("شارك آلاف المعلمين في مسيرة عبر وسط المدينة يوم الأحد", 44));
        assert!(is_furniture("相关阅读：港口重新开放", 30));
        assert!(is_furniture("更多精彩内容请关注本报", 33));
        assert!(is_furniture("Διαβάστε ακόμα: Το λιμάνι άνοιξε", 27));
        assert!(!is_furniture("Реклама исчезла с улиц города, потому что совет запретил её осенью.", 55));
    }

    #[test]
    fn a_line_with_a_date_alone_is_a_date_line() {
        assert!(is_date_line("Published 3 May 2024, 10:45"));
        assert!(!is_date_line("In 1996 the harbour closed and 400 workers lost their jobs."));
    }
}
