//! What the page of questions may ask of the pipeline, in the server's own words.

use crate::actions::{Desk, refusal};
use wireroom_brief::Cited;
use wireroom_brief::ask::{Answer as Found, Passage as Told};
use wireroom_pipeline::Asked;
use wireroom_server::{Answer, AskActions, Passage, Question, Quotation, Reply};

impl AskActions for Desk {
    fn ask(&self, question: Question) -> Answer<'_, Reply> {
        Box::pin(async move {
            let asked = self.0.ask(&question.words, question.story, question.by).await.map_err(refusal)?;
            let passages = match &asked.answer {
                Found::Passages(passages) => passages.iter().filter_map(|one| passage(&asked, one)).collect(),
                Found::Nothing(_) => Vec::new(),
            };
            Ok(Reply { passages, read: asked.read.len() as u64 })
        })
    }
}

fn passage(asked: &Asked, told: &Told) -> Option<Passage> {
    let others = told.others.iter().filter_map(|other| quotation(asked, other)).collect();
    Some(Passage { words: quotation(asked, &told.sentence)?, others })
}

fn quotation(asked: &Asked, cited: &Cited) -> Option<Quotation> {
    let text = asked.text_of(cited)?;
    Some(Quotation {
        article: cited.article(),
        version: cited.version(),
        at: cited.chars(),
        text: cited.text().to_owned(),
        outlet: text.outlet.clone(),
        title: text.title.clone(),
        published: text.published,
        lang: text.lang,
    })
}
