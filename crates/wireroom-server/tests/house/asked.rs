//! Questions in the small house: a question that quotes a text gets those words, and every other one nothing; a writer
//! puts them into words.

use super::Deeds;
use wireroom_model::CharSpan;
use wireroom_server::{Answer, AskActions, Made, Passage, Question, Quotation, Refusal, Reply, Writer};

impl AskActions for Deeds {
    fn ask(&self, question: Question) -> Answer<'_, Reply> {
        Box::pin(async move {
            let failed = |error: wireroom_store::StoreError| Refusal(error.to_string());
            let mut reply = Reply::default();
            for id in self.0.article_numbers(None, 500).await.map_err(failed)? {
                let Some(line) = self.0.article_line(id, question.by).await.map_err(failed)? else {
                    continue;
                };
                if question.story.is_some() && question.story != line.story {
                    continue;
                }
                let version = self.0.current_version(id, question.by).await.map_err(failed)?;
                let Some(version) = version else { continue };
                reply.read += 1;
                let body = &version.extracted.body;
                let Some((before, _)) = body.split_once(question.words.as_str()) else { continue };
                let start = before.chars().count();
                let words = Quotation {
                    article: id,
                    version: version.id,
                    at: CharSpan { start, end: start + question.words.chars().count() },
                    text: question.words.clone(),
                    outlet: line.outlet.clone(),
                    title: line.title.clone(),
                    published: line.published,
                    lang: line.lang,
                };
                reply.passages.push(Passage { words, others: Vec::new() });
            }
            // In a story the writer has answered already; elsewhere it may be asked.
            if let Some(first) = reply.passages.first() {
                let text = Some(format!("In short: {} <b>", first.words.text));
                let made = Made { text, of: vec![first.words.clone()] };
                reply.writer =
                    if question.story.is_some() { Writer::Wrote(vec![made]) } else { Writer::Silent };
            }
            Ok(reply)
        })
    }

    fn wish(&self, question: Question) -> Answer<'_, bool> {
        Box::pin(async move { Ok(question.words.contains("barrier")) })
    }
}
