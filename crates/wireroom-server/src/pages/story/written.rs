//! The brief's lead as it is set: the sources' sentences, and in place of some what a machine made of them. A machine's
//! sentence is marked in words and has the sentences it was made from beside it; where the two do not fit together, the
//! sources' own stand alone. Start at [`runs`].

use crate::told::{self, Cited, Sentence, Told};
use serde::Deserialize;

/// Sentences that are one paragraph; or one sentence of a machine.
#[derive(Debug)]
pub struct Run {
    pub dir: &'static str,
    pub sentences: Vec<Sentence>,
    /// What a machine made the sentence from; empty where the sentences are the sources' own.
    pub twins: Vec<Sentence>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Part {
    Written { text: String, cites: Vec<Cited> },
    Twin(Cited),
}

/// The runs of a lead, whose sentences are set already; `parts` is the brief room's, as it is stored.
pub fn runs(told: &Told, lead: Vec<Sentence>, parts: Option<&str>) -> Vec<Run> {
    match parts.and_then(|parts| written(told, &lead, parts)) {
        Some(runs) => runs,
        None => lead.into_iter().fold(Vec::new(), |mut runs, sentence| {
            join(&mut runs, sentence);
            runs
        }),
    }
}

/// Sentences of one direction read as one paragraph.
fn join(runs: &mut Vec<Run>, sentence: Sentence) {
    match runs.last_mut() {
        Some(run) if run.twins.is_empty() && run.dir == sentence.dir => run.sentences.push(sentence),
        _ => runs.push(Run { dir: sentence.dir, sentences: vec![sentence], twins: Vec::new() }),
    }
}

fn written(told: &Told, lead: &[Sentence], parts: &str) -> Option<Vec<Run>> {
    let parts: Vec<Part> = serde_json::from_str(parts)
        .inspect_err(
            |error| tracing::warn!(%error, "what a machine wrote could not be read and is not shown"),
        )
        .ok()?;
    let set = |cited: &Cited| {
        let at = told.lead.iter().position(|one| one == cited)?;
        lead.get(at).cloned()
    };
    let mut runs = Vec::new();
    for part in parts {
        match part {
            Part::Twin(cited) => join(&mut runs, set(&cited)?),
            Part::Written { text, cites } => {
                let twins: Vec<Sentence> = cites.iter().map(set).collect::<Option<_>>()?;
                let first = cites.first()?;
                let mut marks = Vec::new();
                for mark in twins.iter().flat_map(|twin| &twin.marks) {
                    if !marks.contains(mark) {
                        marks.push(mark.clone());
                    }
                }
                marks.sort_by_key(|mark| mark.number);
                let lang = told.source(first.article).map(|row| row.lang).unwrap_or_default();
                let sentence = told::sentence(&text, lang, marks);
                runs.push(Run { dir: sentence.dir, sentences: vec![sentence], twins });
            }
        }
    }
    Some(runs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::told::Numbers;

    const TOLD: &str = r#"{"enough":true,"lead":[
        {"article":1,"version":1,"start":0,"end":10,"text":"One tide turned."},
        {"article":2,"version":2,"start":0,"end":10,"text":"Two ships left."},
        {"article":1,"version":1,"start":11,"end":20,"text":"Three lamps went out."}],
        "sources":[{"article":1,"outlet":"A"},{"article":2,"outlet":"B"}]}"#;

    fn read(parts: Option<&str>) -> Vec<Run> {
        let told = Told::read(TOLD);
        let mut numbers = Numbers::new(&told);
        let lead = told.lead.iter().map(|cited| numbers.sentence(cited, &[])).collect();
        runs(&told, lead, parts)
    }

    #[test]
    fn a_machines_sentence_stands_alone_with_the_sentences_it_was_made_from() {
        let runs = read(Some(
            r#"[{"written":{"text":"The tide turned and lamps went out.","cites":[
            {"article":1,"version":1,"text_hash":"h","start":0,"end":10,"text":"One tide turned."},
            {"article":1,"version":1,"start":11,"end":20,"text":"Three lamps went out."}]}},
            {"twin":{"article":2,"version":2,"start":0,"end":10,"text":"Two ships left."}}]"#,
        ));
        assert_eq!(runs.len(), 2);
        let first = runs.first().unwrap();
        assert_eq!((first.sentences.len(), first.twins.len()), (1, 2));
        assert_eq!(first.sentences.first().unwrap().marks.len(), 1);
        assert!(runs.last().unwrap().twins.is_empty());
    }

    #[test]
    fn what_does_not_fit_the_brief_leaves_the_sources_own_sentences() {
        let other = r#"[{"twin":{"article":2,"version":2,"start":0,"end":10,"text":"Two ships sank."}}]"#;
        for parts in [None, Some("nonsense"), Some("[{\"own\":1}]"), Some(other)] {
            let runs = read(parts);
            assert_eq!(runs.len(), 1, "{parts:?}");
            assert_eq!(runs.first().unwrap().sentences.len(), 3);
        }
    }
}
