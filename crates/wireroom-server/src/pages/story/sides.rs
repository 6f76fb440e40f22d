//! What each side says, on the story page: quotes and statements under the words by which a text names the side. The
//! only words of the house are the heading. Start at [`sides`].

use crate::told::{Cited, Numbers, Sentence, Told};
use crate::wording;

/// The brief room gives few; these hold whatever it gives.
const MAX_SIDES: usize = 8;
const MAX_SAID: usize = 6;

/// A side.
#[derive(Debug)]
pub struct SideView {
    pub name: String,
    pub lang: String,
    pub dir: &'static str,
    /// The article's page, lit where it is named so.
    pub to: String,
    pub said: Vec<SideSaid>,
}

/// What it says.
#[derive(Debug)]
pub struct SideSaid {
    pub words: Sentence,
    pub speaker: Option<String>,
    pub is_quote: bool,
}

/// The sides, in the brief's order; nothing where there is one alone.
pub fn sides(told: &Told, numbers: &mut Numbers<'_>) -> Vec<SideView> {
    if told.sides.len() < 2 {
        return Vec::new();
    }
    let mut shown = Vec::new();
    for position in told.sides.iter().take(MAX_SIDES) {
        let said = position.said.iter().take(MAX_SAID).map(|stand| {
            let mut words = numbers.sentence(&stand.words, &stand.others);
            if stand.is_quote {
                words.quoted();
            }
            let speaker = stand.speaker.as_ref().map(|speaker| speaker.text.trim().to_owned());
            SideSaid { words, speaker, is_quote: stand.is_quote }
        });
        let said = said.collect();
        let (side, lang) = (&position.side, told.source(position.side.article).map(|row| row.lang));
        shown.push(SideView {
            name: side.text.trim().to_owned(),
            to: format!(
                "/article/{}?version={}&at={}-{}#here",
                side.article, side.version, side.chars.start, side.chars.end
            ),
            lang: wording::tag(lang.unwrap_or_default()),
            dir: wording::dir(lang.unwrap_or_default()),
            said,
        });
    }
    shown
}

/// Whether a quote stands under its side already.
pub fn has(told: &Told, words: &Cited) -> bool {
    told.sides.len() >= 2
        && told.sides.iter().take(MAX_SIDES).any(|position| {
            let mut said = position.said.iter().take(MAX_SAID);
            said.any(|stand| stand.words.article == words.article && stand.words.chars == words.chars)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cited(article: u64, text: &str) -> String {
        format!("{{\"article\":{article},\"version\":1,\"start\":0,\"end\":5,\"text\":\"{text}\"}}")
    }

    #[test]
    fn two_sides_stand_under_their_own_names_and_one_alone_not_at_all() {
        let side = |article: u64, name: &str| {
            format!(
                "{{\"side\":{},\"said\":[{{\"words\":{},\"is_quote\":true,\"speaker\":null,\"others\":[]}}]}}",
                cited(article, name),
                cited(article, "We will not.")
            )
        };
        let one = Told::read(&format!("{{\"sides\":[{}]}}", side(1, "union")));
        assert!(sides(&one, &mut Numbers::new(&one)).is_empty());
        let two = Told::read(&format!("{{\"sides\":[{},{}]}}", side(1, "union"), side(2, "port")));
        let shown = sides(&two, &mut Numbers::new(&two));
        assert_eq!(shown.iter().map(|side| side.name.as_str()).collect::<Vec<_>>(), ["union", "port"]);
        let words = &shown[0].said[0].words;
        assert_eq!(format!("{}{}", words.head, words.tail), "“We will not.”");
        assert!(has(&two, &two.sides[0].said[0].words) && !has(&one, &one.sides[0].said[0].words));
    }
}
