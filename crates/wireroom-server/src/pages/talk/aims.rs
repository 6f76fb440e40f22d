//! What a comment may be about: the story, a sentence of its brief, a figure of it; as choices of a form, and read back
//! from what the form sends. A form may name any words of an article of the story, and each time they are looked up:
//! words that are not there are refused.

use super::view::About;
use crate::session::Asker;
use crate::state::ServerState;
use crate::told::{Cited, Told};
use crate::{Problem, wording};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use wireroom_model::{ArticleId, CharSpan, StoryId, VersionId};
use wireroom_store::comments::{Aim, Comment, Place};
use wireroom_store::versions::Version;

/// Sentences and figures that a form offers.
const MAX_CHOICES: usize = 60;
/// Characters of a sentence in the list.
const MAX_LABEL: usize = 90;
/// The longest words that a comment may stand on (characters): a long paragraph.
const MAX_QUOTE: usize = 2_000;

/// One line of the list.
#[derive(Debug, PartialEq, Eq)]
pub struct Choice {
    /// `s-ARTICLE-VERSION-START-END`, `f-…` for a figure.
    pub value: String,
    pub label: String,
    pub lang: String,
    pub chosen: bool,
    pub figure: bool,
}

fn value(letter: char, cited: &Cited) -> String {
    format!("{letter}-{}-{}-{}-{}", cited.article, cited.version, cited.chars.start, cited.chars.end)
}

/// What the brief offers to speak about; `chosen` is what the form sent before.
pub fn choices(told: &Told, chosen: &str) -> Vec<Choice> {
    let mut found: Vec<Choice> = Vec::new();
    let lang =
        |cited: &Cited| wording::tag(told.source(cited.article).map(|row| row.lang).unwrap_or_default());
    let sentences = told.lead.iter().chain(told.points.iter().map(|point| &point.sentence));
    for cited in sentences {
        let value = value('s', cited);
        if found.iter().all(|known| known.value != value) {
            let label = wording::cut(&cited.text, MAX_LABEL);
            found.push(Choice { chosen: value == chosen, value, label, lang: lang(cited), figure: false });
        }
    }
    for group in &told.figures {
        for figure in &group.figures {
            let value = value('f', &figure.sentence);
            if found.iter().all(|known| known.value != value) {
                let label = named(&group.what, &figure.sentence, figure.at);
                let lang = lang(&figure.sentence);
                found.push(Choice { chosen: value == chosen, value, label, lang, figure: true });
            }
        }
    }
    found.truncate(MAX_CHOICES);
    found
}

/// "ships waiting: 61".
fn named(what: &str, sentence: &Cited, at: CharSpan) -> String {
    let from = at.start.saturating_sub(sentence.chars.start);
    let value: String = sentence.text.chars().skip(from).take(at.end.saturating_sub(at.start)).collect();
    if what.is_empty() { value } else { format!("{what}: {value}") }
}

/// What a form names.
#[derive(Debug, PartialEq, Eq)]
struct Named {
    figure: bool,
    article: ArticleId,
    version: VersionId,
    chars: CharSpan,
}

impl Named {
    fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let figure = match parts.next()? {
            "s" => false,
            "f" => true,
            _ => return None,
        };
        let (article, version) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        let chars = CharSpan { start: parts.next()?.parse().ok()?, end: parts.next()?.parse().ok()? };
        let is_whole = parts.next().is_none() && chars.start < chars.end;
        is_whole.then_some(Self { figure, article, version, chars })
    }
}

/// What a comment is to be about.
pub async fn aim(
    state: &ServerState,
    asker: &Asker,
    story: StoryId,
    told: &Told,
    about: &str,
) -> Result<Aim, Problem> {
    if about.is_empty() || about == "story" {
        return Ok(Aim::Story);
    }
    let strange = || Problem::bad_form(say!("talk-no-words"));
    let named = Named::parse(about).ok_or_else(strange)?;
    let version = state.store.version(named.version, asker.viewer()).await?;
    let version = version.filter(|version| version.article == named.article).ok_or_else(strange)?;
    let fits = named.chars.end - named.chars.start <= MAX_QUOTE;
    let words = named.chars.to_bytes(&version.extracted.body).filter(|_| fits);
    if words.is_none() || state.store.story_of(named.article).await? != Some(story) {
        return Err(strange());
    }
    let place = Place {
        article: named.article,
        version: named.version,
        text_hash: version.text_hash,
        chars: named.chars,
    };
    // A figure that the brief no longer has is a sentence like another.
    let figure = choices(told, about).into_iter().find(|choice| choice.chosen && choice.figure);
    Ok(match figure.filter(|_| named.figure) {
        Some(choice) => Aim::Figure(place, choice.label),
        None => Aim::Sentence(place),
    })
}

/// What comments stand on, for their pages; each version is read once.
#[derive(Debug, Default)]
pub struct Quotes(BTreeMap<VersionId, Option<Version>>);

impl Quotes {
    pub async fn about(
        &mut self,
        state: &ServerState,
        asker: &Asker,
        comment: &Comment,
    ) -> Result<Option<About>, Problem> {
        let Some(place) = comment.aim.place() else { return Ok(None) };
        let version = match self.0.entry(place.version) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(state.store.version(place.version, asker.viewer()).await?),
        };
        let version = version.as_ref();
        let version = version.filter(|version| version.text_hash == place.text_hash);
        let quote = version.and_then(|version| {
            let body = &version.extracted.body;
            Some(place.chars.to_bytes(body)?.of(body)?.to_owned())
        });
        let lang = version.map(|version| version.extracted.lang).unwrap_or_default();
        Ok(Some(About {
            figure: if let Aim::Figure(_, figure) = &comment.aim { Some(figure.clone()) } else { None },
            quote,
            lang: wording::tag(lang),
            dir: wording::dir(lang),
            path: format!(
                "/article/{}?version={}&at={}-{}#here",
                place.article, place.version, place.chars.start, place.chars.end
            ),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_back_as_they_were_offered_and_nothing_else_is() {
        let told = Told::read(
            "{\"lead\":[{\"article\":1,\"version\":2,\"start\":0,\"end\":20,\"text\":\"Some 61 ships waited\"}],\
             \"figures\":[{\"what\":\"ships waiting\",\"verdict\":\"same\",\"figures\":[\
             {\"sentence\":{\"article\":1,\"version\":2,\"start\":0,\"end\":20,\"text\":\"Some 61 ships waited\"},\
             \"at\":{\"start\":5,\"end\":7}}]}]}",
        );
        let offered = choices(&told, "f-1-2-0-20");
        let shown: Vec<_> = offered
            .iter()
            .map(|choice| (choice.value.as_str(), choice.label.as_str(), choice.chosen))
            .collect();
        assert_eq!(
            shown,
            [("s-1-2-0-20", "Some 61 ships waited", false), ("f-1-2-0-20", "ships waiting: 61", true)]
        );
        let named = Named::parse("f-1-2-0-20").unwrap();
        assert!(named.figure && named.chars == CharSpan { start: 0, end: 20 });
        for strange in
            ["", "story", "s-1-2-3", "s-1-2-3-3", "s-1-2-4-3", "s-0-2-3-4", "x-1-2-3-4", "s-1-2-3-4-5"]
        {
            assert_eq!(Named::parse(strange), None, "{strange}");
        }
    }
}
