//! What the page of questions may ask of the pipeline, in the server's own words.

use crate::actions::{Desk, refusal};
use wireroom_brief::Cited;
use wireroom_brief::ask::{Answer as Found, Passage as Told};
use wireroom_brief::written::Part;
use wireroom_pipeline::{Asked, Standing, Wished};
use wireroom_server::{Answer, AskActions, Made, Passage, Question, Quotation, Reply, Writer};

impl AskActions for Desk {
    fn ask(&self, question: Question) -> Answer<'_, Reply> {
        Box::pin(async move {
            let asked = self.0.ask(&question.words, question.story, question.by).await.map_err(refusal)?;
            let passages = match &asked.answer {
                Found::Passages(passages) => passages.iter().filter_map(|one| passage(&asked, one)).collect(),
                Found::Nothing(_) => Vec::new(),
            };
            let writer = match &asked.answer {
                Found::Passages(found) => {
                    writer(&asked, self.0.standing(&question.words, found).await.map_err(refusal)?)
                }
                Found::Nothing(_) => Writer::None,
            };
            Ok(Reply { passages, read: asked.read.len() as u64, writer })
        })
    }

    fn wish(&self, question: Question) -> Answer<'_, bool> {
        Box::pin(async move {
            let asked = self.0.ask(&question.words, question.story, question.by).await.map_err(refusal)?;
            let Found::Passages(passages) = &asked.answer else { return Ok(false) };
            let wished = self.0.wish_answer(&question.words, passages).await.map_err(refusal)?;
            Ok(matches!(wished, Wished::Asked | Wished::Answered))
        })
    }
}

fn writer(asked: &Asked, standing: Standing) -> Writer {
    match standing {
        Standing::NoWriter => Writer::Off,
        Standing::NotSent => Writer::NotSent,
        Standing::Unasked => Writer::Silent,
        Standing::Waits => Writer::Waits,
        Standing::Tomorrow => Writer::Tomorrow,
        Standing::Late => Writer::Late,
        Standing::Failed => Writer::Failed,
        Standing::Refused => Writer::Refused,
        Standing::Wrote(parts) => Writer::Wrote(parts.iter().map(|part| made(asked, part)).collect()),
    }
}

fn made(asked: &Asked, part: &Part) -> Made {
    let of = |cited: &[Cited]| cited.iter().filter_map(|cited| quotation(asked, cited)).collect();
    match part {
        Part::Written(written) => Made { text: Some(written.text().to_owned()), of: of(written.cites()) },
        Part::Twin(cited) => Made { text: None, of: of(std::slice::from_ref(cited)) },
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
