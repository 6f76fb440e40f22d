//! A story on the front page: whose headline, one cited sentence, how many outlets and origins, why it is here.

use super::tellings::Telling;
use super::why::Why;
use crate::pages::tag::TagLink;
use crate::picture::{self, Picture};
use crate::stamp::{self, Stamp};
use crate::told::{Numbers, Sentence, SourceRow, Told, sentence};
use crate::wording::{self, count};
use std::collections::BTreeSet;
use wireroom_model::{ArticleId, Coverage, FamilyId, When};
use wireroom_store::briefs::{StoredBrief, StoryCard};

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
    /// Its sum, where it stands in an edition.
    pub why: Option<Why>,
    /// Whose texts the story is told in, the earliest first; few, for the lead alone.
    pub texts: Vec<TextRow>,
    pub read: bool,
    /// Changed since the reader's last visit, and not read.
    pub fresh: bool,
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
        Self { read, fresh, ..Self::told(place, story, &told, coverage, now) }
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
            why: None,
            texts: texts(told, &BTreeSet::new(), now),
            read: false,
            fresh: false,
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

/// One text of a story: the earliest outlet that states a time for it, and how many more carry it.
#[derive(Debug, Clone)]
pub struct TextRow {
    pub outlet: String,
    pub dots: Picture,
    pub time: Stamp,
    pub carried: Option<String>,
}

/// Key points under the lead.
const MAX_POINTS: usize = 3;

/// Texts listed under the lead.
const MAX_TEXTS: usize = 5;

impl Card {
    /// Shows articles on their own whose feeds are set to stay unfolded.
    pub fn unfold(&mut self, brief: Option<&StoredBrief>, unfolded: &BTreeSet<ArticleId>, now: When) {
        if !unfolded.is_empty() {
            self.texts =
                texts(&brief.map(|brief| Told::read(&brief.json)).unwrap_or_default(), unfolded, now);
        }
    }
}

fn family_of(row: &SourceRow) -> u64 {
    row.family.map_or(row.article.get(), FamilyId::get)
}

fn texts(told: &Told, unfolded: &BTreeSet<ArticleId>, now: When) -> Vec<TextRow> {
    let mut families: Vec<(u64, &SourceRow, u32)> = Vec::new();
    let alone = |row: &SourceRow| unfolded.contains(&row.article);
    for row in &told.sources {
        let family = family_of(row);
        let open = families.iter_mut().find(|known| known.0 == family && !alone(known.1) && !alone(row));
        match open {
            Some(known) => {
                known.2 += 1;
                if row.published.sort_key().unwrap_or(i64::MAX)
                    < known.1.published.sort_key().unwrap_or(i64::MAX)
                {
                    known.1 = row;
                }
            }
            None => families.push((family, row, 1)),
        }
    }
    families
        .sort_by_key(|(family, row, count)| (std::cmp::Reverse(*count), row.published.sort_key(), *family));
    let row = |(family, row, articles): (u64, &SourceRow, u32)| TextRow {
        outlet: row.outlet.clone().unwrap_or_else(|| row.title.clone()),
        dots: picture::dots(&[articles]),
        time: stamp::short(row.published, now),
        carried: (articles > 1)
            .then(|| format!("{}carried {}", origin(told, family, row), times(articles - 1)))
            .or_else(|| also(told, row).filter(|_| alone(row))),
    };
    families.into_iter().take(MAX_TEXTS).map(row).collect()
}

/// Who else prints the text of an article that stands on its own.
fn also(told: &Told, row: &SourceRow) -> Option<String> {
    let others = told.sources.iter().filter(|other| other.article != row.article);
    let same = others.filter(|other| family_of(other) == family_of(row));
    let names: Vec<String> = same.filter_map(|other| other.outlet.clone()).collect();
    (!names.is_empty()).then(|| format!("also printed by {}", wording::listed(&names, 1)))
}

/// What is known of a family's origin, before a comma: the agency that its texts credit, or that the order is open.
fn origin(told: &Told, family: u64, first: &SourceRow) -> String {
    let all =
        || told.sources.iter().filter(|row| row.family.map_or(row.article.get(), FamilyId::get) == family);
    if let Some(agency) = all().find_map(|row| row.agency.as_deref()) {
        let own = first.outlet.as_deref().is_some_and(|outlet| wording::names(outlet, agency));
        return if own { "the agency’s own text, ".to_owned() } else { format!("from {agency}, ") };
    }
    let before = |row: &SourceRow| match (first.published.known(), row.published.known()) {
        (Some(first), Some(other)) => first.sort_key() < other.unix(),
        _ => false,
    };
    let known = all().filter(|row| row.article != first.article).all(before);
    if known { "the earliest, ".to_owned() } else { "order unknown, ".to_owned() }
}

fn times(number: u32) -> String {
    match number {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        more => format!("{more} times"),
    }
}

/// "14 outlets, 9 publishers, at most 2 origins, 1 unknown".
pub fn origins_line(story: &StoryCard) -> String {
    let mut line = count(story.outlets, "outlet", "outlets");
    if let Some(publishers) = story.publishers.filter(|&publishers| publishers < story.outlets) {
        line.push_str(&format!(", {}", count(publishers, "publisher", "publishers")));
    }
    match (story.outlets, story.origins, story.unknown) {
        (0..=1, 0..=1, 0) => {}
        (_, 0, 0) => {}
        (_, 0, 1) => line.push_str(", origin unknown"),
        (_, 0, many) => line.push_str(&format!(", {} texts of unknown origin", wording::grouped(many))),
        (_, known, unknown) => {
            line.push_str(&format!(", at most {}", count(known, "origin", "origins")));
            if unknown > 0 {
                line.push_str(&format!(", {} unknown", wording::grouped(unknown)));
            }
        }
    }
    line
}
