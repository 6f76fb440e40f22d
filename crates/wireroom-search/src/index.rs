//! The index itself: opened or made anew, written in batches, asked by many at once.

use crate::language::{self, Ask, Fault};
use crate::pieces::{self, Piece};
use crate::question::{Clause, PREFIX_CHARS, Query};
use crate::tokens;
use std::collections::Bound;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tantivy::collector::{Count, TopDocs};
use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, EmptyQuery, FuzzyTermQuery, Occur, PhraseQuery, Query as Asked,
    RangeQuery, TermQuery,
};
use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions,
    Value as _,
};
use tantivy::tokenizer::TextAnalyzer;
use tantivy::{DocAddress, IndexReader, IndexWriter, ReloadPolicy, TantivyDocument, Term};
use wireroom_model::ArticleId;

/// The least that the library takes: one writing thread, flushed by commits long before it is full.
const WRITER_BYTES: usize = 16 << 20;

/// The most hits one question returns.
pub const MAX_HITS: usize = 200;

/// How deep a reader may page.
const MAX_OFFSET: usize = 10_000;

/// A word in the title counts this much more than one in the body.
const TITLE_BOOST: f32 = 3.0;

/// A whole word counts this much more than a beginning.
const WHOLE_BOOST: f32 = 2.0;

/// Why the index could not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    #[error(
        "the search index in {folder} cannot be made ({reason}); mend the folder's permissions or free some disk space"
    )]
    Folder { folder: PathBuf, reason: String },
    /// What was typed cannot be meant.
    #[error("{0}")]
    Unclear(#[from] Fault),
    #[error("the search index answered: {0}; `wireroom reindex` makes it anew")]
    Index(#[from] tantivy::TantivyError),
}

/// How the index was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opened {
    Ready,
    /// There was none.
    Fresh,
    /// There was one that could not be used, for this reason; it was made anew and must be filled.
    Anew(String),
}

/// An article as the index takes it.
#[derive(Debug, Clone)]
pub struct Document<'a> {
    pub article: ArticleId,
    pub title: &'a str,
    pub body: &'a str,
    pub authors: &'a [String],
    pub lang: &'a str,
    pub outlet: Option<u64>,
    /// Unix seconds: published, else arrived.
    pub at: i64,
    /// 0 for everybody, else the private feeds that brought it.
    pub audiences: &'a [i64],
}

/// One article that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    pub article: ArticleId,
    pub score: f32,
    pub title: Vec<Piece>,
    pub snippet: Vec<Piece>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Found {
    pub total: usize,
    pub hits: Vec<Hit>,
}

/// Why an index that is there is not used.
enum Unusable {
    /// Another process holds it.
    Busy,
    Because(String),
}

impl From<tantivy::TantivyError> for Unusable {
    fn from(error: tantivy::TantivyError) -> Self {
        match error {
            tantivy::TantivyError::LockFailure(..) => Self::Busy,
            other => Self::Because(other.to_string()),
        }
    }
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct Fields {
    article: Field,
    pub(crate) title: Field,
    pub(crate) body: Field,
    author: Field,
    lang: Field,
    outlet: Field,
    at: Field,
    pub(crate) audience: Field,
}

/// The open index. Cheap to clone; every call is synchronous and may take milliseconds.
#[derive(Clone)]
pub struct Index {
    fields: Fields,
    reader: IndexReader,
    writer: Arc<Mutex<IndexWriter>>,
}

impl std::fmt::Debug for Index {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Index").field("articles", &self.len()).finish()
    }
}

fn schema() -> (Schema, Fields) {
    let mut build = Schema::builder();
    let words = TextFieldIndexing::default()
        .set_tokenizer(tokens::NAME)
        .set_index_option(IndexRecordOption::WithFreqsAndPositions);
    let named = TextOptions::default().set_indexing_options(words.clone());
    let text = TextOptions::default().set_indexing_options(words).set_stored();
    let fields = Fields {
        article: build.add_u64_field("article", INDEXED | STORED),
        title: build.add_text_field("title", text.clone()),
        body: build.add_text_field("body", text),
        author: build.add_text_field("author", named),
        lang: build.add_text_field("lang", STRING),
        outlet: build.add_u64_field("outlet", INDEXED),
        at: build.add_i64_field("at", INDEXED | FAST),
        audience: build.add_i64_field("audience", INDEXED),
    };
    (build.build(), fields)
}

impl Index {
    /// Opens the index in `folder`, or makes it anew where there is none that can be used.
    ///
    /// # Errors
    /// Only where no index can be made there at all.
    pub fn open(folder: &Path) -> Result<(Self, Opened), SearchError> {
        let trouble = |reason: String| SearchError::Folder { folder: folder.to_owned(), reason };
        std::fs::create_dir_all(folder).map_err(|e| trouble(e.to_string()))?;
        let found = folder.join("meta.json").exists();
        if found {
            match Self::usable(folder) {
                Ok(index) => return Ok((index, Opened::Ready)),
                // Somebody else's index is not ours to make anew.
                Err(Unusable::Busy) => return Err(trouble("another process is writing it".to_owned())),
                Err(Unusable::Because(reason)) => {
                    tracing::warn!(%reason, "the search index is made anew");
                    clear(folder).map_err(|e| trouble(e.to_string()))?;
                    let index = Self::make(folder).map_err(|e| trouble(e.to_string()))?;
                    return Ok((index, Opened::Anew(reason)));
                }
            }
        }
        clear(folder).map_err(|e| trouble(e.to_string()))?;
        Ok((Self::make(folder).map_err(|e| trouble(e.to_string()))?, Opened::Fresh))
    }

    /// Opens what is there and proves that it can be read and written.
    fn usable(folder: &Path) -> Result<Self, Unusable> {
        let index = tantivy::Index::open_in_dir(folder)?;
        if index.schema() != schema().0 {
            return Err(Unusable::Because("it has an older shape".to_owned()));
        }
        let damaged = index.validate_checksum()?;
        if let Some(file) = damaged.iter().min() {
            return Err(Unusable::Because(format!("{} is damaged", file.display())));
        }
        Ok(Self::with(&index)?)
    }

    fn make(folder: &Path) -> tantivy::Result<Self> {
        Self::with(&tantivy::Index::create_in_dir(folder, schema().0)?)
    }

    fn with(index: &tantivy::Index) -> tantivy::Result<Self> {
        index.tokenizers().register(tokens::NAME, TextAnalyzer::from(tokens::Words));
        let writer = index.writer_with_num_threads(1, WRITER_BYTES)?;
        // A process that was killed while it committed left a file whose name the same commit takes again.
        writer.garbage_collect_files().wait()?;
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(Self { fields: schema().1, reader, writer: Arc::new(Mutex::new(writer)) })
    }

    /// How many articles the index holds (as of the last commit).
    pub fn len(&self) -> u64 {
        self.reader.searcher().num_docs()
    }

    /// True where the index holds nothing.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn writer(&self) -> MutexGuard<'_, IndexWriter> {
        // A panic while writing leaves nothing half done: what was not committed is taken up again by its job.
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts articles in (in place of what was there under their numbers), takes others out, and commits.
    /// When it returns, the batch survives a crash and is found.
    pub fn write(&self, put: &[Document<'_>], drop: &[ArticleId]) -> Result<(), SearchError> {
        let mut writer = self.writer();
        let fields = self.fields;
        for article in put.iter().map(|document| document.article).chain(drop.iter().copied()) {
            writer.delete_term(Term::from_field_u64(fields.article, article.get()));
        }
        for document in put {
            let mut row = TantivyDocument::new();
            row.add_u64(fields.article, document.article.get());
            row.add_text(fields.title, document.title);
            row.add_text(fields.body, document.body);
            for author in document.authors {
                row.add_text(fields.author, author);
            }
            row.add_text(fields.lang, document.lang);
            row.add_i64(fields.at, document.at);
            if let Some(outlet) = document.outlet {
                row.add_u64(fields.outlet, outlet);
            }
            for &audience in document.audiences {
                row.add_i64(fields.audience, audience);
            }
            writer.add_document(row)?;
        }
        writer.commit()?;
        self.reader.reload()?;
        Ok(())
    }

    /// Takes everything out, before a reindex.
    pub fn clear(&self) -> Result<(), SearchError> {
        let mut writer = self.writer();
        writer.delete_all_documents()?;
        writer.commit()?;
        self.reader.reload()?;
        Ok(())
    }

    /// Writes anew every part that still holds articles which were taken out, so that their words leave the disk.
    pub fn purge(&self) -> Result<(), SearchError> {
        let mut writer = self.writer();
        let parts = writer.index().searchable_segment_metas()?;
        for part in parts.iter().filter(|part| part.num_deleted_docs() > 0) {
            writer.merge(&[part.id()]).wait()?;
        }
        drop(parts);
        writer.commit()?;
        // What a searcher still holds is not collected.
        self.reader.reload()?;
        writer.garbage_collect_files().wait()?;
        Ok(())
    }

    /// Finds articles. A question without a word or a filter finds nothing.
    ///
    /// # Errors
    /// [`SearchError::Unclear`] where what was typed cannot be meant.
    pub fn search(&self, query: &Query) -> Result<Found, SearchError> {
        let question = language::parse(&query.text)?;
        let clauses = question.wanted();
        let Some(ask) = question.ask else { return Ok(Found::default()) };
        let asked = self.asked(query, &ask);
        let searcher = self.reader.searcher();
        let top =
            TopDocs::with_limit(query.limit.clamp(1, MAX_HITS)).and_offset(query.offset.min(MAX_OFFSET));
        let (total, ranked): (usize, Vec<(f32, DocAddress)>) = if query.newest_first {
            let by_time = top.order_by_fast_field::<i64>("at", tantivy::Order::Desc);
            let (total, ranked) = searcher.search(&asked, &(Count, by_time))?;
            (total, ranked.into_iter().map(|(_, address)| (0.0, address)).collect())
        } else {
            searcher.search(&asked, &(Count, top.order_by_score()))?
        };
        let mut hits = Vec::with_capacity(ranked.len());
        for (score, address) in ranked {
            let row: TantivyDocument = searcher.doc(address)?;
            let Some(article) = self.article(&row) else { continue };
            let text = |field| row.get_first(field).and_then(|value| value.as_str()).unwrap_or("");
            hits.push(Hit {
                article,
                score,
                title: pieces::whole(text(self.fields.title), &clauses),
                snippet: pieces::snippet(text(self.fields.body), &clauses),
            });
        }
        Ok(Found { total, hits })
    }

    pub(crate) fn fields(&self) -> &Fields {
        &self.fields
    }

    pub(crate) fn searcher(&self) -> tantivy::Searcher {
        self.reader.searcher()
    }

    /// Which article a row is of.
    pub(crate) fn article(&self, row: &TantivyDocument) -> Option<ArticleId> {
        ArticleId::new(row.get_first(self.fields.article).and_then(|value| value.as_u64())?).ok()
    }

    fn asked(&self, query: &Query, ask: &Ask) -> BooleanQuery {
        let fields = self.fields;
        let mut all: Vec<(Occur, Box<dyn Asked>)> = vec![(Occur::Must, self.ask(query, ask))];
        let everybody = [0];
        let audiences = if query.audiences.is_empty() { &everybody[..] } else { &query.audiences };
        let audiences = audiences.iter().map(|&a| exact(Term::from_field_i64(fields.audience, a)));
        all.push((Occur::Must, silent(Box::new(BooleanQuery::union(audiences.collect())))));
        if let Some(lang) = &query.lang {
            all.push((Occur::Must, silent(exact(Term::from_field_text(fields.lang, lang)))));
        }
        if let Some(outlet) = query.outlet {
            all.push((Occur::Must, silent(exact(Term::from_field_u64(fields.outlet, outlet)))));
        }
        if query.after.is_some() || query.before.is_some() {
            all.push((Occur::Must, self.between(query.after, query.before)));
        }
        BooleanQuery::new(all)
    }

    /// From a time on, up to another.
    fn between(&self, after: Option<i64>, before: Option<i64>) -> Box<dyn Asked> {
        let term = |at| Term::from_field_i64(self.fields.at, at);
        let lower = after.map_or(Bound::Unbounded, |at| Bound::Included(term(at)));
        let upper = before.map_or(Bound::Unbounded, |at| Bound::Excluded(term(at)));
        silent(Box::new(RangeQuery::new(lower, upper)))
    }

    /// What was asked, as the index asks it.
    fn ask(&self, query: &Query, ask: &Ask) -> Box<dyn Asked> {
        let fields = self.fields;
        let in_text = [(fields.title, TITLE_BOOST), (fields.body, 1.0)];
        match ask {
            Ask::Words(clause) => clause_in(clause, &in_text),
            Ask::Title(clause) => clause_in(clause, &[(fields.title, TITLE_BOOST)]),
            Ask::Author(words) => {
                let clause = Clause { words: words.clone(), exact: true };
                silent(clause_in(&clause, &[(fields.author, 1.0)]))
            }
            Ask::Outlet(name) => match query.outlets.get(name) {
                Some(outlets) if !outlets.is_empty() => {
                    let each = outlets.iter().map(|&id| exact(Term::from_field_u64(fields.outlet, id)));
                    silent(Box::new(BooleanQuery::union(each.collect())))
                }
                _ => Box::new(EmptyQuery),
            },
            Ask::Lang(lang) => silent(exact(Term::from_field_text(fields.lang, lang))),
            Ask::Before(at) => self.between(None, Some(*at)),
            Ask::After(at) => self.between(Some(*at), None),
            Ask::Any(asks) => {
                Box::new(BooleanQuery::union(asks.iter().map(|ask| self.ask(query, ask)).collect()))
            }
            // What is only refused is refused of everything.
            Ask::Not(ask) => {
                let everything: Box<dyn Asked> = silent(Box::new(AllQuery));
                Box::new(BooleanQuery::new(vec![
                    (Occur::Must, everything),
                    (Occur::MustNot, self.ask(query, ask)),
                ]))
            }
            Ask::All(asks) => Box::new(BooleanQuery::new(
                asks.iter()
                    .map(|ask| match ask {
                        Ask::Not(ask) => (Occur::MustNot, self.ask(query, ask)),
                        ask => (Occur::Must, self.ask(query, ask)),
                    })
                    .chain(std::iter::once((Occur::Must, silent(Box::new(AllQuery)))))
                    .collect(),
            )),
        }
    }
}

/// One demand on words, in any of these fields.
fn clause_in(clause: &Clause, fields: &[(Field, f32)]) -> Box<dyn Asked> {
    let mut ways: Vec<Box<dyn Asked>> = Vec::new();
    for &(field, boost) in fields {
        let terms: Vec<Term> = clause.words.iter().map(|word| Term::from_field_text(field, word)).collect();
        let [one] = terms.as_slice() else {
            ways.push(Box::new(BoostQuery::new(Box::new(PhraseQuery::new(terms)), boost)));
            continue;
        };
        ways.push(Box::new(BoostQuery::new(exact(one.clone()), boost * WHOLE_BOOST)));
        let long = clause.words.iter().all(|word| word.chars().count() >= PREFIX_CHARS);
        if long && !clause.exact {
            let beginning = Box::new(FuzzyTermQuery::new_prefix(one.clone(), 0, false));
            ways.push(Box::new(BoostQuery::new(beginning, boost)));
        }
    }
    Box::new(BooleanQuery::union(ways))
}

pub(crate) fn exact(term: Term) -> Box<dyn Asked> {
    Box::new(TermQuery::new(term, IndexRecordOption::WithFreqsAndPositions))
}

/// A filter: it decides, but adds nothing to the score.
pub(crate) fn silent(query: Box<dyn Asked>) -> Box<dyn Asked> {
    Box::new(BoostQuery::new(query, 0.0))
}

/// Empties the index's folder (nothing else lives there).
fn clear(folder: &Path) -> std::io::Result<()> {
    std::fs::remove_dir_all(folder)?;
    std::fs::create_dir_all(folder)
}
