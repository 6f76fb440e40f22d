//! A writer's sentences: what is asked of it, and the check that every sentence passes before anyone sees it. What
//! fails is replaced by the words it was made from (its twin); a [`Written`] cannot be built any other way.
//! It speaks to nobody and trusts nothing: article text goes out as data, the answer comes in as a stranger's.
//! Start at [`Question::new`] and [`Question::check`].

mod answer;
mod fault;
mod words;

pub use answer::MAX_ANSWER_BYTES;
pub use fault::Fault;

use crate::verify::{Passage, faithful};
use crate::{Brief, Cited};
use answer::Line;
use serde::Serialize;
use wireroom_model::{Lang, Time};
use wireroom_text::{hash, normal, sentences};

/// What the house asks of a writer unless its owner wrote another file.
pub const PROMPT: &str = include_str!("../../prompts/brief.txt");
/// The same for an answer to a reader's question.
pub const ANSWER_PROMPT: &str = include_str!("../../prompts/answer.txt");
/// The check's version: what was written under a lower one is checked again.
pub const VERSION: u32 = 1;
/// Sentences of one question.
const MAX_GIVEN: usize = 12;
/// Characters of a reader's question that go out.
const MAX_ASKED: usize = 400;
/// Characters of a sentence that is given away; a longer one stands in its own words.
const MAX_GIVEN_CHARS: usize = 1_000;
/// Numbers that a sentence may cite: what is made of more has no one source to look at.
const MAX_CITES: usize = 3;
/// Characters and words of a sentence.
const MAX_CHARS: usize = 500;
const MAX_WORDS: usize = 60;
/// Characters of a refused sentence that are kept for the audit.
const MAX_KEPT: usize = 500;

/// What docs/verification.md has rates for.
const LANGS: [&str; 4] = ["en", "de", "fr", "es"];

/// A sentence that a writer may work with, and what its check needs to know.
#[derive(Debug, Clone, PartialEq)]
pub struct Given {
    cited: Cited,
    lang: Lang,
    published: Time,
    /// Whether its owner lets it go out at all.
    sent: bool,
}

impl Given {
    /// A sentence with its source's language and publication.
    pub const fn new(cited: Cited, lang: Lang, published: Time) -> Self {
        Self { cited, lang, published, sent: true }
    }

    /// The same, not to be sent: it stands in its own words.
    pub fn withheld(self) -> Self {
        Self { sent: false, ..self }
    }

    pub const fn cited(&self) -> &Cited {
        &self.cited
    }

    /// Whether a writer may have it: not withheld, not too long, and speaking to nobody who writes.
    fn is_open(&self) -> bool {
        let text = self.cited.text();
        self.sent && text.chars().count() <= MAX_GIVEN_CHARS && !words::orders(text)
    }
}

/// Numbered sentences (from 1), as they go to a writer.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// A reader's question; `None` where a lead is to be written.
    asked: Option<String>,
    given: Vec<Given>,
}

/// A sentence that a machine wrote and that passed every check, with the words it was made from. Serialises as
/// `{"text","cites":[cited..]}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Written {
    text: String,
    cites: Vec<Cited>,
}

impl Written {
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Never empty.
    pub fn cites(&self) -> &[Cited] {
        &self.cites
    }
}

/// One sentence of the brief as it may be shown. Serialises as `{"written":..}` or `{"twin":..}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// A machine's.
    Written(Written),
    /// The source's own: what was written of it was refused, or nothing was.
    Twin(Cited),
}

/// A sentence that nobody but an auditor sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Its first characters, as it came.
    pub said: String,
    /// What stands in its place; `None` where its place is taken already or it named none.
    pub twin: Option<Cited>,
    /// Never empty.
    pub faults: Vec<Fault>,
}

/// An answer after its check.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checked {
    /// In the order of the question; every given sentence is in it, as itself or as what a written one cites.
    pub parts: Vec<Part>,
    pub refusals: Vec<Refusal>,
}

impl Checked {
    /// Whether anything of it was written by a machine.
    pub fn is_written(&self) -> bool {
        self.parts.iter().any(|part| matches!(part, Part::Written(_)))
    }
}

impl Question {
    /// Of the sentences of a brief's lead: see [`Question::of_lead`].
    pub fn new(brief: &Brief) -> Option<Self> {
        let given = brief.lead.iter().map(|cited| {
            let source = brief.sources.iter().find(|s| s.article == cited.article())?;
            Some(Given::new(cited.clone(), source.lang, source.published))
        });
        Self::of_lead(given.collect::<Option<_>>()?)
    }

    /// Of the sentences of a lead, in their order; `None` where a writer may have fewer than two of them, for then
    /// nothing is to be joined. Only in the languages in which the check was measured: in any other all stays as it is.
    pub fn of_lead(given: Vec<Given>) -> Option<Self> {
        Self::sound(None, given, 2)
    }

    /// Of what a reader asked and the passages that answer it, the best first; `None` where a writer may have none.
    pub fn of_answer(asked: &str, passages: Vec<Given>) -> Option<Self> {
        let asked: String = asked.split_whitespace().collect::<Vec<_>>().join(" ");
        let asked: String = asked.chars().take(MAX_ASKED).collect();
        if asked.is_empty() { None } else { Self::sound(Some(asked), passages, 1) }
    }

    fn sound(asked: Option<String>, mut given: Vec<Given>, least: usize) -> Option<Self> {
        given.truncate(MAX_GIVEN);
        let known = given.iter().all(|given| LANGS.contains(&given.lang.as_str()));
        let open = given.iter().filter(|given| given.is_open()).count();
        (known && open >= least).then_some(Self { asked, given })
    }

    /// The sentences, those too that are not sent.
    pub fn given(&self) -> &[Given] {
        &self.given
    }

    /// The message with the sentences: a JSON object a line, so that no text can end its own place in it.
    pub fn message(&self) -> String {
        let mut message = String::new();
        if let Some(asked) = &self.asked {
            message.push_str(&serde_json::json!({ "question": asked }).to_string());
            message.push('\n');
        }
        for (index, given) in self.given.iter().enumerate() {
            if given.is_open() {
                let row = serde_json::json!({ "n": index + 1, "text": given.cited.text() });
                message.push_str(&row.to_string());
                message.push('\n');
            }
        }
        message
    }

    /// Names question, prompt and model: an answer under the same key need not be asked for again.
    pub fn key(&self, prompt: &str, model: &str) -> String {
        let parts = [prompt, model, &self.message()].map(hash::text_v1);
        hash::text_v1(&parts.join(" "))
    }

    /// Holds a writer's answer to the sentences it was given, sentence by sentence. Whatever comes in, what goes out
    /// is the question's own sentences or sentences that passed. Linear in the answer, which is read up to
    /// [`MAX_ANSWER_BYTES`] and refused whole where it is longer.
    pub fn check(&self, answer: &str) -> Checked {
        let mut refusals = Vec::new();
        let mut placed: Vec<(usize, Part)> = Vec::new();
        let mut covered = vec![false; self.given.len()];
        for line in answer::lines(answer) {
            let (said, judged) = match line {
                Line::Row { text, cites } => {
                    let judged = self.judge(&text, &cites, &covered);
                    (text, judged.map_err(|faults| (faults, cites)))
                }
                Line::Other { text, fault } => (text, Err((vec![fault], Vec::new()))),
            };
            match judged {
                Ok((written, at)) => {
                    for index in &at {
                        if let Some(covered) = covered.get_mut(*index) {
                            *covered = true;
                        }
                    }
                    placed.push((at.into_iter().min().unwrap_or(0), Part::Written(written)));
                }
                Err((faults, cites)) => {
                    let twin = cites.iter().filter_map(|cite| self.at(*cite)).next();
                    let said = said.chars().take(MAX_KEPT).collect();
                    refusals.push(Refusal { said, twin: twin.map(|(_, g)| g.cited.clone()), faults });
                }
            }
        }
        // What no written sentence was made from stands in its own words: nothing is lost, and each refused
        // sentence's twin is in its place.
        for (index, given) in self.given.iter().enumerate() {
            if covered.get(index) == Some(&false) {
                placed.push((index, Part::Twin(given.cited.clone())));
            }
        }
        placed.sort_by_key(|(at, _)| *at);
        Checked { parts: placed.into_iter().map(|(_, part)| part).collect(), refusals }
    }

    /// The sentence of a number, with its index.
    fn at(&self, number: u64) -> Option<(usize, &Given)> {
        let index = usize::try_from(number).ok()?.checked_sub(1)?;
        self.given.get(index).map(|given| (index, given))
    }

    /// The sentence with what it cites and where that stands, or everything that is wrong with it.
    fn judge(
        &self,
        text: &str,
        cites: &[u64],
        covered: &[bool],
    ) -> Result<(Written, Vec<usize>), Vec<Fault>> {
        let mut found: Vec<(usize, &Given)> = Vec::new();
        for cite in cites.iter().take(MAX_CITES + 1) {
            let Some(one) = self.at(*cite) else { return Err(vec![Fault::NoSuchSentence(*cite)]) };
            if !found.iter().any(|(index, _)| *index == one.0) {
                found.push(one);
            }
        }
        let Some((_, first)) = found.first() else { return Err(vec![Fault::NothingCited]) };
        if found.iter().any(|(_, given)| !given.is_open()) {
            return Err(vec![Fault::Withheld]);
        }
        if cites.len() > MAX_CITES {
            return Err(vec![Fault::TooManyCited]);
        }
        if found.iter().any(|(index, _)| covered.get(*index) == Some(&true)) {
            return Err(vec![Fault::ToldTwice]);
        }
        let text = shape(text, first.lang)?;
        let passages: Vec<Passage<'_>> = found
            .iter()
            .map(|(_, g)| Passage { text: g.cited.text(), lang: g.lang, published: g.published })
            .collect();
        let faithful = faithful(&text, &passages);
        let mut faults: Vec<Fault> = faithful.reasons.into_iter().map(Fault::NotCarried).collect();
        faults.extend(words::faults(&text, &passages));
        if !faults.is_empty() {
            return Err(faults);
        }
        let cites = found.iter().map(|(_, given)| given.cited.clone()).collect();
        Ok((Written { text, cites }, found.into_iter().map(|(index, _)| index).collect()))
    }
}

/// The text in its normal form, where it is one plain sentence of a bearable length.
fn shape(text: &str, lang: Lang) -> Result<String, Vec<Fault>> {
    if text.chars().count() > MAX_CHARS || text.split_whitespace().count() > MAX_WORDS {
        return Err(vec![Fault::TooLong]);
    }
    let text = normal::normalise(text).trim().to_owned();
    if text.is_empty() || text.contains('\n') || sentences::sentences(&text, lang).len() != 1 {
        return Err(vec![Fault::NotOneSentence]);
    }
    // Markup and addresses have no place in a sentence, nor has anything that a reader cannot see.
    let sign = |c: char| c.is_control() || matches!(c, '<' | '>' | '{' | '}' | '[' | ']' | '`' | '|' | '\\');
    let unseen =
        |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}');
    if text.chars().any(|c| sign(c) || unseen(c)) || text.contains("://") || text.contains("www.") {
        return Err(vec![Fault::Markup]);
    }
    Ok(text)
}
