//! `cargo eval ask`: questions over the demo's press, answerable and not, in the words of readers.
//! An answer is right where one of its first three passages holds the words that answer; a question that nothing
//! answers is right where nothing is given. Start at [`run`].

use super::{Shown, read, rows, share};
use crate::gold::Part;
use serde::Deserialize;
use std::fmt::Write as _;
use wireroom_brief::Source;
use wireroom_brief::ask::{Answer, Passage, ask};
use wireroom_model::{ArticleId, FamilyId, Kind, Lang, Time, VersionId};
use wireroom_text::hash;

/// Passages among which the answer must stand.
const FIRST: usize = 3;

/// A question with words of each sentence that answers it; none where nothing does.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    lang: Lang,
    question: String,
    answers: Vec<String>,
}

/// An article that is asked.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    id: String,
    outlet: String,
    #[serde(default)]
    agency: Option<String>,
    lang: Lang,
    published: Time,
    title: String,
    family: String,
    body: String,
}

fn told() -> Result<Vec<Told>, String> {
    let mut all: Vec<Told> = read("ask-press.jsonl")?;
    all.extend(read::<Told>("ask-french.jsonl")?);
    Ok(all)
}

fn sources<'t>(told: &'t [Told], hashes: &'t [String]) -> Result<Vec<Source<'t>>, String> {
    let number = |at: usize| at as u64 + 1;
    let failed = |error: wireroom_model::ids::IdError| error.to_string();
    let rows = told.iter().zip(hashes).enumerate().map(|(at, (row, text_hash))| {
        let family = told.iter().position(|other| other.id == row.family).unwrap_or(at);
        Ok(Source {
            article: ArticleId::new(number(at)).map_err(failed)?,
            version: VersionId::new(number(at)).map_err(failed)?,
            text_hash,
            url: None,
            outlet: Some(&row.outlet),
            agency: row.agency.as_deref(),
            title: &row.title,
            published: row.published,
            lang: row.lang,
            family: Some(FamilyId::new(number(family)).map_err(failed)?),
            origin: Some(number(family)),
            kind: Kind::Article,
            body: &row.body,
        })
    });
    rows.collect()
}

/// The place of the first passage that answers, from 1.
fn place(row: &Row, passages: &[Passage]) -> Option<usize> {
    let answers = |passage: &Passage| {
        let all = || std::iter::once(&passage.sentence).chain(&passage.others);
        let holds = |text: &str, words: &str| text.to_lowercase().contains(&words.to_lowercase());
        row.answers.iter().any(|words| all().any(|cited| holds(cited.text(), words)))
    };
    passages.iter().position(answers).map(|at| at + 1)
}

/// The figures in the scorers' form, a line for each language, then the misses where they were asked for.
pub fn run(shown: Shown) -> Result<String, String> {
    shown.check()?;
    if shown.part == Part::Sealed {
        return Ok("no part of these questions is sealed\n".to_owned());
    }
    let told = told()?;
    let hashes: Vec<String> = told.iter().map(|row| hash::text_v1(&row.body)).collect();
    let sources = sources(&told, &hashes)?;
    let (mut answered, mut found, mut first, mut silent) = (0, 0, 0, 0);
    let (mut unanswered, mut refused) = (0, 0);
    let mut misses = String::new();
    for row in rows::<Row>("ask", shown.part)? {
        let passages = match ask(&row.question, row.lang, &sources) {
            Answer::Passages(passages) => passages,
            Answer::Nothing(_) => Vec::new(),
        };
        let right = if row.answers.is_empty() {
            unanswered += 1;
            refused += usize::from(passages.is_empty());
            passages.is_empty()
        } else {
            answered += 1;
            silent += usize::from(passages.is_empty());
            let place = place(&row, &passages);
            first += usize::from(place == Some(1));
            found += usize::from(place.is_some_and(|place| place <= FIRST));
            place.is_some_and(|place| place <= FIRST)
        };
        if !right && shown.why {
            let _ = writeln!(misses, "{} {}", row.id, row.question);
            for passage in passages.iter().take(FIRST) {
                let _ = writeln!(misses, "    {:.2} {}", passage.score, passage.sentence.text());
            }
        }
    }
    Ok(format!(
        "questions={} found={:.4} first={:.4} silent={:.4} refused={:.4}\n{misses}",
        answered + unanswered,
        share(found, answered),
        share(first, answered),
        share(silent, answered),
        share(refused, unanswered),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_answer_stands_in_an_article_and_enough_questions_have_none() {
        let told = told().unwrap();
        let rows = rows::<Row>("ask", Part::Open).unwrap();
        for row in &rows {
            for words in &row.answers {
                assert!(told.iter().any(|article| article.body.contains(words)), "{}: {words}", row.id);
            }
        }
        let none = rows.iter().filter(|row| row.answers.is_empty()).count();
        assert!(rows.len() - none >= 40 && none >= 12, "{} and {none}", rows.len() - none);
        for lang in ["en", "de", "fr", "es", "ar"] {
            assert!(rows.iter().any(|row| row.lang.as_str() == lang), "{lang}");
        }
    }
}
