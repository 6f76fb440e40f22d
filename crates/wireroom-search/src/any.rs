//! Articles that have most of some words: what a question is put to. Unlike a search, none of the words is demanded;
//! what is found is read again by whoever asked. Start at [`Index::any_of`].

use crate::index::{Index, MAX_HITS, SearchError, exact, silent};
use crate::question::{MAX_CLAUSES, PREFIX_CHARS};
use crate::tokens;
use tantivy::Term;
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, BoostQuery, FuzzyTermQuery, Occur, Query as Asked};
use wireroom_model::ArticleId;

/// Forms of one word that are looked for.
const MAX_FORMS: usize = 8;
/// A form that is the whole word, or stands in the title, counts this much more.
const WHOLE: f32 = 2.0;
const TITLE: f32 = 2.0;

impl Index {
    /// The articles that these audiences may see which have most of the words, best first. Each word is given by its
    /// forms; forms of four characters and more are found at the beginning of a longer word too.
    pub fn any_of(
        &self,
        words: &[Vec<String>],
        audiences: &[i64],
        limit: usize,
    ) -> Result<Vec<ArticleId>, SearchError> {
        let wanted: Vec<Box<dyn Asked>> =
            words.iter().take(MAX_CLAUSES).filter_map(|forms| self.word(forms)).collect();
        if wanted.is_empty() {
            return Ok(Vec::new());
        }
        let everybody = [0];
        let audiences = if audiences.is_empty() { &everybody[..] } else { audiences };
        let seen = audiences.iter().map(|&a| exact(Term::from_field_i64(self.fields().audience, a)));
        let asked = BooleanQuery::new(vec![
            (Occur::Must, silent(Box::new(BooleanQuery::union(seen.collect())))),
            (Occur::Must, Box::new(BooleanQuery::union(wanted))),
        ]);
        let searcher = self.searcher();
        let top = TopDocs::with_limit(limit.clamp(1, MAX_HITS)).order_by_score();
        let ranked = searcher.search(&asked, &top)?;
        let mut found = Vec::with_capacity(ranked.len());
        for (_, address) in ranked {
            found.extend(self.article(&searcher.doc(address)?));
        }
        Ok(found)
    }

    /// One word in any of its forms, in the title or in the body.
    fn word(&self, forms: &[String]) -> Option<Box<dyn Asked>> {
        let mut ways: Vec<Box<dyn Asked>> = Vec::new();
        for form in
            forms.iter().map(|form| tokens::fold(form)).filter(|form| !form.is_empty()).take(MAX_FORMS)
        {
            for (field, boost) in [(self.fields().title, TITLE), (self.fields().body, 1.0)] {
                let term = Term::from_field_text(field, &form);
                if form.chars().count() >= PREFIX_CHARS {
                    let beginning = FuzzyTermQuery::new_prefix(term.clone(), 0, false);
                    ways.push(Box::new(BoostQuery::new(Box::new(beginning), boost)));
                }
                ways.push(Box::new(BoostQuery::new(exact(term), boost * WHOLE)));
            }
        }
        (!ways.is_empty()).then(|| Box::new(BooleanQuery::union(ways)) as Box<dyn Asked>)
    }
}
