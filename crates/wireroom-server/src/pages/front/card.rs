//! A story on the front page: whose headline, one cited sentence, how many outlets and origins, why it is here.

use super::tellings::Telling;
use super::texts::{self, TextRow};
use super::why::Why;
use crate::pages::story::news;
use crate::pages::tag::TagLink;
use crate::picture::{self, Picture};
use crate::stamp::{self, Stamp};
use crate::told::{Numbers, Sentence, Told, sentence};
use crate::wire::Span;
use crate::wording;
use std::collections::BTreeSet;
use wireroom_model::{ArticleId, Coverage, StoryId, When};
use wireroom_store::briefs::{StoredBrief, StoryCard};
use wireroom_store::pictures::StoryPicture;

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
    /// When that headline's article was printed.
    pub by_time: Stamp,
    /// The newest article's time.
    pub time: Stamp,
    pub say: Option<Sentence>,
    /// Key points, for the lead alone.
    pub points: Vec<Sentence>,
    pub origins_line: String,
    pub dots: Picture,
    /// Every article at its time, and over how long; where outlets state the hours.
    pub wire: Option<(Picture, String)>,
    /// The newest thing that came since the reader's last visit.
    pub new: Option<news::Item>,
    /// A picture of the story, where one may be shown.
    pub image: Option<Image>,
    /// Its sum, where it stands in an edition.
    pub why: Option<Why>,
    /// Whose texts the story is told in, the earliest first; few, for the lead alone.
    pub texts: Vec<TextRow>,
    pub read: bool,
    /// Changed since the reader's last visit, and not read.
    pub fresh: bool,
    /// Younger than that visit, so that all of it is new.
    pub is_new: bool,
    pub articles: u64,
    pub outlets: u64,
    pub origins: u64,
    pub unknown: u64,
    /// The same event in other languages, where it stands in an edition.
    pub also: Vec<Telling>,
    /// The topics that say most of it.
    pub tags: Vec<TagLink>,
}

impl Card {
    /// `brief` is the stored one; `since` the start of what counts as new.
    pub fn new(
        place: usize,
        story: StoryCard,
        brief: Option<&StoredBrief>,
        read: bool,
        since: Option<i64>,
        now: When,
    ) -> Self {
        let told = brief.map(|brief| Told::read(&brief.json)).unwrap_or_default();
        let coverage = brief.and_then(|brief| brief.coverage.as_ref());
        let fresh = !read && since.is_some_and(|since| story.changed_at > since);
        let new = if fresh { newest(&told, since, story.opened_at) } else { None };
        let is_new = fresh && since.is_some_and(|since| story.opened_at > since);
        let mut card = Self { read, fresh, new, is_new, ..Self::told(place, story, &told, coverage, now) };
        card.draw(&told, &BTreeSet::new(), since);
        card
    }

    /// A line of a list, which needs no word of the brief: its headline, counts and dots.
    pub fn line(place: usize, story: StoryCard, coverage: &Coverage, now: When) -> Self {
        Self::told(place, story, &Told::default(), Some(coverage), now)
    }

    fn told(place: usize, story: StoryCard, told: &Told, coverage: Option<&Coverage>, now: When) -> Self {
        let by = told.headline.as_ref().and_then(|headline| told.source(headline.article));
        let by_time = by.map_or(story.newest, |row| row.published);
        let by = by.and_then(|row| row.outlet.clone()).unwrap_or_default();
        // Numbered in the order of the story's own page, so that a mark means the same source on both.
        let mut numbers = Numbers::new(told);
        let mut lead =
            told.lead.iter().map(|cited| numbers.sentence(cited, &[])).collect::<Vec<_>>().into_iter();
        let first = || story.lead.as_deref().map(|lead| sentence(lead, story.lang, Vec::new()));
        let say = lead.next().or_else(first);
        let points = told.points.iter().take(MAX_POINTS);
        let points = points.map(|point| numbers.sentence(&point.sentence, &point.others)).collect();
        Self {
            place,
            id: story.id.get(),
            lang: wording::tag(story.lang),
            dir: wording::dir(story.lang),
            tongue: wording::tongue(story.lang),
            by,
            by_time: stamp::short(by_time, now),
            time: stamp::short(story.newest, now),
            say,
            points,
            origins_line: origins_line(&story),
            dots: coverage.map_or_else(|| picture::dots(&told.families()), picture::origins),
            wire: None,
            new: None,
            image: story.picture.as_ref().map(|picture| Image::of(story.id, picture)),
            why: None,
            texts: texts::texts(told, &BTreeSet::new(), now),
            read: false,
            fresh: false,
            is_new: false,
            articles: story.articles,
            outlets: story.outlets,
            origins: story.origins,
            unknown: story.unknown,
            title: story.title,
            also: Vec::new(),
            tags: Vec::new(),
        }
    }
}

/// Key points under the lead.
const MAX_POINTS: usize = 3;

/// A picture beside a story: served by the house itself, with the size that keeps its place while it loads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    pub path: String,
    pub width: u32,
    pub height: u32,
    pub alt: String,
    pub credit: String,
}

impl Image {
    /// The lead's size of a story's picture; its address names when it was made, so that another has another.
    fn of(story: StoryId, picture: &StoryPicture) -> Self {
        Self {
            path: format!("/picture/{story}/large?{}", picture.made_at),
            width: 1200,
            height: 800,
            alt: picture.alt.clone().unwrap_or_default(),
            credit: String::new(),
        }
    }
}

impl Card {
    /// Shows articles on their own whose feeds are set to stay unfolded.
    pub fn unfold(&mut self, brief: Option<&StoredBrief>, unfolded: &BTreeSet<ArticleId>, now: When) {
        if !unfolded.is_empty() {
            let told = brief.map(|brief| Told::read(&brief.json)).unwrap_or_default();
            self.texts = texts::texts(&told, unfolded, now);
            self.draw(&told, unfolded, None);
        }
    }

    /// Draws the story on its wire.
    fn draw(&mut self, told: &Told, unfolded: &BTreeSet<ArticleId>, visit: Option<i64>) {
        let dots = texts::dots(told, unfolded);
        let reading = say!("wire-reading", articles = say!("count-articles", n = dots.len()));
        let span = Span::of(dots.iter().map(|dot| dot.at));
        self.wire = span.and_then(|span| Some((span.draw(&dots, visit, &reading)?, span.words())));
    }
}

/// The newest thing that came since a moment. Its card names the outlet, not a number: those are the story's own page's.
fn newest(told: &Told, since: Option<i64>, opened: i64) -> Option<news::Item> {
    news::newest(&news::said(told, &mut Numbers::new(told)), since, opened)
}

/// "14 outlets, 9 publishers, at most 2 origins, 1 unknown".
pub fn origins_line(story: &StoryCard) -> String {
    let mut parts = vec![say!("count-outlets", n = story.outlets)];
    if let Some(publishers) = story.publishers.filter(|&publishers| publishers < story.outlets) {
        parts.push(say!("count-publishers", n = publishers));
    }
    match (story.outlets, story.origins, story.unknown) {
        (0..=1, 0..=1, 0) | (_, 0, 0) => {}
        (_, 0, 1) => parts.push(say!("origins-unknown")),
        (_, 0, many) => parts.push(say!("origins-unknown-texts", n = many)),
        (_, known, unknown) => {
            parts.push(say!("origins-most", origins = say!("count-origins", n = known)));
            if unknown > 0 {
                parts.push(say!("origins-and-unknown", n = unknown));
            }
        }
    }
    let joined = parts.into_iter().reduce(|first, next| say!("list-comma", first = first, next = next));
    joined.unwrap_or_default()
}
