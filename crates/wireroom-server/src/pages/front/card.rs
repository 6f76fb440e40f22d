//! A story on the front page: whose headline, one cited sentence, how many outlets and origins, why it is here.

use crate::picture::{self, Picture};
use crate::stamp::{self, Stamp};
use crate::told::{Numbers, Sentence, Told, sentence};
use crate::wording::{self, count};
use wireroom_model::When;
use wireroom_store::briefs::StoryCard;

/// One story in a list.
#[derive(Debug, Clone)]
pub struct Card {
    /// Its place in the edition, from 1.
    pub place: usize,
    pub id: u64,
    pub title: String,
    pub lang: String,
    pub dir: &'static str,
    pub tongue: Option<String>,
    /// Whose headline it is.
    pub by: String,
    pub time: Stamp,
    pub say: Option<Sentence>,
    pub origins_line: String,
    pub dots: Picture,
    pub why: Option<String>,
    pub read: bool,
    /// Changed since the reader's last visit, and not read.
    pub fresh: bool,
    pub articles: u64,
    pub outlets: u64,
    pub origins: u64,
}

impl Card {
    /// `told` is the stored brief; `since` the start of what counts as new.
    pub fn new(place: usize, story: StoryCard, told: Option<&str>, read: bool, since: Option<i64>, now: When) -> Self {
        let told = told.map(Told::read).unwrap_or_default();
        let by = told.headline.as_ref().and_then(|headline| told.source(headline.article));
        let by = by.and_then(|row| row.outlet.clone()).unwrap_or_default();
        let say = match told.lead.first() {
            Some(cited) => Some(Numbers::new(&told).sentence(cited, &[])),
            None => story.lead.as_deref().map(|lead| sentence(lead, story.lang, Vec::new())),
        };
        Self {
            place,
            id: story.id.get(),
            lang: wording::tag(story.lang),
            dir: wording::dir(story.lang),
            tongue: wording::tongue(story.lang),
            by,
            time: stamp::short(story.newest, now),
            say,
            origins_line: origins_line(story.outlets, story.origins),
            dots: picture::dots(&told.families()),
            why: why(story.outlets, story.origins),
            read,
            fresh: !read && since.is_some_and(|since| story.changed_at > since),
            articles: story.articles,
            outlets: story.outlets,
            origins: story.origins,
            title: story.title,
        }
    }
}

/// "14 outlets, 2 origins".
pub fn origins_line(outlets: u64, origins: u64) -> String {
    format!("{}, {}", count(outlets, "outlet", "outlets"), count(origins, "origin", "origins"))
}

fn why(outlets: u64, origins: u64) -> Option<String> {
    match (outlets, origins) {
        (_, 2..) => Some(format!("Here because {origins} separate texts tell it")),
        (2.., _) => Some(format!("Here because {outlets} outlets carry one text")),
        _ => None,
    }
}
