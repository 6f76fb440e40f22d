//! Marks of one page: what the extractor found against what its gold says, with a sentence for every miss.
//! It takes words, not characters: spacing and punctuation are the normal form's business and are tested there.
//! Start at [`mark`].

use crate::gold::{Gold, Scored, Wanted, WantedUpdate};
use std::collections::BTreeMap;
use std::fmt::Debug;
use wireroom_model::{Extracted, Time, Update};

/// Least F1 of word 4-grams at which a row is the article that the gold means; the figure that the issue names.
const SAME_ARTICLE: f64 = 0.8;
/// Words in a gram, as in the scorers of the corpora.
const GRAM: usize = 4;

/// How many of how many are right.
#[derive(Debug, Default, Clone, Copy, PartialEq)]
pub struct Share {
    pub right: f64,
    pub of: f64,
}

impl Share {
    fn add(&mut self, right: bool) {
        self.part(f64::from(u8::from(right)), 1.0);
    }

    fn part(&mut self, right: f64, of: f64) {
        self.right += right;
        self.of += of;
    }

    /// NaN where nothing was scored.
    pub fn value(self) -> f64 {
        self.right / self.of
    }
}

/// The marks of a page, or the sum of several pages' marks.
#[derive(Debug, Default)]
pub struct Marks {
    pub pages: usize,
    /// Articles of the gold, rows with a body, and pairs of one of each.
    pub articles: usize,
    pub found: usize,
    pub paired: usize,
    /// Word 4-gram F1 of each pair's bodies.
    pub body: Share,
    /// Neighbours that stand in no body.
    pub neighbours: Share,
    /// Facts by name: kind, empty, title, authors, published, outlet, repeats, turns, updates, captions.
    pub facts: BTreeMap<&'static str, Share>,
    /// A sentence for each miss, without the page's name.
    pub misses: Vec<String>,
}

impl Marks {
    /// Adds another page's marks; its misses get the page's name.
    pub fn add(&mut self, page: &str, other: Self) {
        self.pages += other.pages;
        self.articles += other.articles;
        self.found += other.found;
        self.paired += other.paired;
        self.body.part(other.body.right, other.body.of);
        self.neighbours.part(other.neighbours.right, other.neighbours.of);
        for (name, share) in other.facts {
            self.facts.entry(name).or_default().part(share.right, share.of);
        }
        self.misses.extend(other.misses.into_iter().map(|miss| format!("{page}: {miss}")));
    }

    /// Precision, recall and F1 of articles found; 1 where there were none to find and none was found.
    pub fn articles_found(&self) -> [f64; 3] {
        if self.articles + self.found == 0 {
            return [1.0; 3];
        }
        let share = |of: usize| self.paired as f64 / of as f64;
        [
            share(self.found),
            share(self.articles),
            2.0 * self.paired as f64 / (self.found + self.articles) as f64,
        ]
    }

    fn fact<T: Debug>(&mut self, name: &'static str, right: bool, gold: &T, found: &T) {
        self.facts.entry(name).or_default().add(right);
        if !right {
            self.misses.push(format!("{name}: {found:?}, not {gold:?}"));
        }
    }

    /// A list of which some are right; what is too many counts as much as what is too few.
    fn list<G: Debug, F: Debug>(&mut self, name: &'static str, right: usize, gold: &[G], found: &[F]) {
        let of = gold.len().max(found.len());
        self.facts.entry(name).or_default().part(right as f64, of as f64);
        if right < of {
            self.misses.push(format!("{name}: {right} of {of}: {found:?}, not {gold:?}"));
        }
    }
}

/// Everything that one page is marked for.
pub fn mark(page: &Scored) -> Marks {
    let Scored { gold, rows, .. } = page;
    let mut marks = Marks { pages: 1, articles: gold.articles.len(), ..Marks::default() };
    let pairs = articles(&mut marks, gold, rows);
    neighbours(&mut marks, gold, rows);
    for (at, wanted) in gold.articles.iter().enumerate() {
        // The page's own facts are marked even where its text was missed.
        let row = pairs.get(&at).and_then(|row| rows.get(*row)).or(rows.first().filter(|_| at == 0));
        facts(&mut marks, wanted, row.unwrap_or(&Extracted::default()));
    }
    if let Some(own) = rows.first() {
        of_the_page(&mut marks, gold, own);
    }
    marks
}

/// Pairs gold articles with rows, best first, one to one; gives the row of each article.
fn articles(marks: &mut Marks, gold: &Gold, rows: &[Extracted]) -> BTreeMap<usize, usize> {
    let with_text: Vec<usize> =
        rows.iter().enumerate().filter(|(_, r)| !r.body.trim().is_empty()).map(|(at, _)| at).collect();
    marks.found = with_text.len();
    let mut close: Vec<(f64, usize, usize)> = Vec::new();
    for (wanted, article) in gold.articles.iter().enumerate() {
        let grams_of_it = grams(&article.body);
        for &row in &with_text {
            let body = rows.get(row).map_or("", |r| r.body.as_str());
            close.push((f1(&grams_of_it, &grams(body)), wanted, row));
        }
    }
    close.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut pairs = BTreeMap::new();
    for (close, wanted, row) in &close {
        let free = !pairs.contains_key(wanted) && !pairs.values().any(|taken| taken == row);
        if free && *close >= SAME_ARTICLE {
            pairs.insert(*wanted, *row);
            marks.body.part(*close, 1.0);
        }
    }
    marks.paired = pairs.len();
    for (at, article) in gold.articles.iter().enumerate().filter(|(at, _)| !pairs.contains_key(at)) {
        let best = close.iter().find(|(_, wanted, _)| *wanted == at).map_or(0.0, |(close, _, _)| *close);
        let title = article.title.as_deref().unwrap_or_default();
        marks.misses.push(format!("article {at} was not found (nearest F1 {best:.3}): {title}"));
    }
    for row in with_text.iter().filter(|row| !pairs.values().any(|taken| taken == *row)) {
        let body = rows.get(*row).map_or("", |r| r.body.as_str());
        let start: String = body.replace('\n', " ").chars().take(80).collect();
        marks.misses.push(format!("row {row} is no article of the page: {start}"));
    }
    pairs
}

fn neighbours(marks: &mut Marks, gold: &Gold, rows: &[Extracted]) {
    let bodies: Vec<String> = rows.iter().map(|row| spaced(&row.body)).collect();
    for neighbour in &gold.neighbours {
        let stands = bodies.iter().any(|body| body.contains(&spaced(neighbour)));
        marks.neighbours.add(!stands);
        if stands {
            marks.misses.push(format!("neighbour in a body: {neighbour}"));
        }
    }
}

fn facts(marks: &mut Marks, wanted: &Wanted, row: &Extracted) {
    let text = |text: &Option<String>| text.as_deref().map(spaced);
    if wanted.title.is_some() {
        marks.fact("title", text(&wanted.title) == text(&row.title), &wanted.title, &row.title);
    }
    if wanted.outlet.is_some() {
        marks.fact("outlet", text(&wanted.outlet) == text(&row.outlet), &wanted.outlet, &row.outlet);
    }
    if let Some(authors) = &wanted.authors {
        let set = |names: &[String]| {
            let mut set: Vec<String> = names.iter().map(|name| spaced(name)).collect();
            set.sort();
            set
        };
        marks.fact("authors", set(authors) == set(&row.authors), authors, &row.authors);
    }
    if wanted.published != Time::Unknown {
        let right = same_day(wanted.published, row.published);
        marks.fact("published", right, &stated(wanted.published), &stated(row.published));
    }
    if let Some(repeats) = wanted.repeats {
        marks.fact("repeats", repeats == row.repeats, &repeats, &row.repeats);
    }
}

fn of_the_page(marks: &mut Marks, gold: &Gold, own: &Extracted) {
    marks.fact("kind", gold.kind == own.kind, &gold.kind, &own.kind);
    let empty = own.particulars.empty;
    if gold.empty.is_some() || empty.is_some() {
        marks.fact("empty", gold.empty == empty, &gold.empty, &empty);
    }
    if let Some(turns) = &gold.turns {
        let role = |role: &Option<String>| role.as_deref().map(spaced);
        let right = in_order(turns, &own.turns, |a, b| {
            spaced(&a.speaker) == spaced(&b.speaker) && role(&a.role) == role(&b.role)
        });
        let found: Vec<_> = own.turns.iter().map(|turn| (&turn.speaker, &turn.role)).collect();
        marks.list("turns", right, turns, &found);
    }
    if let Some(updates) = &gold.updates {
        let found = &own.particulars.updates;
        let shown = |heading: &Option<String>, at: Time| (heading.clone().unwrap_or_default(), stated(at));
        let wanted: Vec<_> = updates.iter().map(|u| shown(&u.heading, u.published)).collect();
        let printed: Vec<_> = found.iter().map(|u| shown(&u.heading, u.published)).collect();
        marks.list("updates", in_order(updates, found, same_update), &wanted, &printed);
    }
    if let Some(captions) = &gold.captions {
        let mut left: Vec<_> = own.captions.iter().collect();
        let credit = |credit: &Option<String>| credit.as_deref().map(spaced);
        let mut right = 0;
        for wanted in captions {
            let hit = left.iter().position(|found| {
                spaced(&found.text) == spaced(&wanted.text) && credit(&found.credit) == credit(&wanted.credit)
            });
            if let Some(at) = hit {
                left.swap_remove(at);
                right += 1;
            }
        }
        marks.list("captions", right, captions, &own.captions);
    }
}

fn same_update(wanted: &WantedUpdate, found: &Update) -> bool {
    let heading = wanted.heading.as_deref().map(spaced);
    let at = |time: Time| match time {
        Time::At(when) => Some((when.unix(), when.precision().min(wireroom_model::Precision::Minute))),
        Time::Unknown => None,
    };
    (heading.is_none() || heading == found.heading.as_deref().map(spaced))
        && (wanted.published == Time::Unknown || at(wanted.published) == at(found.published))
}

/// As rows print it.
fn stated(time: Time) -> String {
    let printed = serde_json::to_value(time).unwrap_or_default();
    printed.as_str().unwrap_or("unknown").to_owned()
}

/// The same instant, or the same calendar day as each writer put it.
fn same_day(gold: Time, found: Time) -> bool {
    let (Time::At(gold), Time::At(found)) = (gold, found) else { return false };
    gold.unix() == found.unix() || gold.date() == found.date()
}

/// Length of the longest run of pairs that keeps both orders.
fn in_order<G, F>(gold: &[G], found: &[F], same: impl Fn(&G, &F) -> bool) -> usize {
    let mut before = vec![0; found.len() + 1];
    for wanted in gold {
        let mut row = vec![0];
        for (at, candidate) in found.iter().enumerate() {
            let cell = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(0);
            let best = if same(wanted, candidate) {
                cell(&before, at) + 1
            } else {
                cell(&before, at + 1).max(cell(&row, at))
            };
            row.push(best);
        }
        before = row;
    }
    before.last().copied().unwrap_or(0)
}

/// Runs of letters and digits, in lower case; where a script writes no spaces each character is a word.
pub fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut open = false;
    for c in text.chars() {
        let alone = matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}');
        if alone || !(c.is_alphanumeric() || c == '_') {
            open = false;
        }
        if alone {
            words.push(c.to_string());
        } else if c.is_alphanumeric() || c == '_' {
            match words.last_mut().filter(|_| open) {
                Some(word) => word.extend(c.to_lowercase()),
                None => words.push(c.to_lowercase().collect()),
            }
            open = true;
        }
    }
    words
}

/// The words with a space before, between and after, so that a part of a word is not found in it.
pub fn spaced(text: &str) -> String {
    format!(" {} ", words(text).join(" "))
}

pub type Grams = BTreeMap<Vec<String>, usize>;

/// Word 4-grams with their counts; a shorter text is one gram.
pub fn grams(text: &str) -> Grams {
    let words = words(text);
    let mut grams = Grams::new();
    if !words.is_empty() {
        for gram in words.windows(GRAM.min(words.len())) {
            *grams.entry(gram.to_vec()).or_default() += 1;
        }
    }
    grams
}

/// Grams that both have, counted with their repeats.
pub fn shared(a: &Grams, b: &Grams) -> usize {
    a.iter().map(|(gram, count)| b.get(gram).map_or(0, |other| *count.min(other))).sum()
}

fn f1(gold: &Grams, found: &Grams) -> f64 {
    let all = gold.values().sum::<usize>() + found.values().sum::<usize>();
    if all == 0 { 0.0 } else { 2.0 * shared(gold, found) as f64 / all as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wireroom_model::{Caption, EmptyBecause, Kind, Turn};

    const BODY: &str =
        "The ferry left at nine with forty people and a horse. Nobody had asked about the horse.";
    const OTHER: &str =
        "Rice is dearer than last year in every market of the delta, and the tide is no help at all.";

    fn row(body: &str) -> Extracted {
        Extracted { body: body.to_owned(), ..Extracted::default() }
    }

    fn wanted(body: &str) -> Wanted {
        Wanted { body: body.to_owned(), ..Wanted::default() }
    }

    fn page(gold: Gold, rows: Vec<Extracted>) -> Marks {
        mark(&Scored { name: "a".to_owned(), gold, rows })
    }

    #[test]
    fn every_article_found_and_nothing_else_is_full_marks() {
        let gold = Gold { articles: vec![wanted(BODY), wanted(OTHER)], ..Gold::default() };
        let marks = page(gold, vec![row(OTHER), row(BODY)]);
        assert_eq!(marks.articles_found(), [1.0; 3]);
        assert!(marks.misses.is_empty(), "{:?}", marks.misses);
    }

    #[test]
    fn two_articles_in_one_row_are_at_most_one_found() {
        let gold = Gold { articles: vec![wanted(BODY), wanted(OTHER)], ..Gold::default() };
        let marks = page(gold, vec![row(&format!("{BODY}\n\n{OTHER}"))]);
        assert_eq!(marks.articles_found(), [0.0; 3]);
        assert_eq!(marks.misses.len(), 3, "{:?}", marks.misses);
    }

    #[test]
    fn the_same_text_in_two_rows_is_found_once() {
        let gold = Gold { articles: vec![wanted(BODY)], ..Gold::default() };
        assert_eq!(page(gold, vec![row(BODY), row(BODY)]).articles_found(), [0.5, 1.0, 2.0 / 3.0]);
    }

    #[test]
    fn text_on_a_page_that_has_none_is_a_miss() {
        let gold = Gold { kind: Kind::Empty, empty: Some(EmptyBecause::Consent), ..Gold::default() };
        let marks = page(gold, vec![row("We value your privacy.")]);
        assert_eq!((marks.found, marks.paired), (1, 0));
        assert_eq!(marks.facts["kind"], Share { right: 0.0, of: 1.0 });
        assert_eq!(marks.facts["empty"], Share { right: 0.0, of: 1.0 });
    }

    #[test]
    fn a_neighbour_in_any_body_is_told_and_part_of_a_word_is_none() {
        let gold = |neighbour: &str| Gold {
            articles: vec![wanted(BODY)],
            neighbours: vec![neighbour.to_owned()],
            ..Gold::default()
        };
        let rows = || vec![row(BODY), row("Sign up: a letter  every\nweek!")];
        assert_eq!(page(gold("a letter every week"), rows()).neighbours, Share { right: 0.0, of: 1.0 });
        assert_eq!(page(gold("a letter every wee"), rows()).neighbours, Share { right: 1.0, of: 1.0 });
    }

    #[test]
    fn facts_that_gold_leaves_out_are_not_marked_and_wrong_ones_are() {
        let mut article = wanted(BODY);
        article.title = Some("The horse".to_owned());
        article.published = "2024-05-01".parse().map(Time::At).unwrap();
        article.repeats = Some(2);
        let mut found = row(BODY);
        found.title = Some("The Horse".to_owned());
        found.outlet = Some("Anything".to_owned());
        found.published = "2024-05-02T00:30:00+02:00".parse().map(Time::At).unwrap();
        let marks = page(Gold { articles: vec![article], ..Gold::default() }, vec![found]);
        assert_eq!(marks.facts["title"], Share { right: 1.0, of: 1.0 });
        assert_eq!(marks.facts["published"], Share { right: 0.0, of: 1.0 });
        assert_eq!(marks.facts["repeats"], Share { right: 0.0, of: 1.0 });
        assert!(!marks.facts.contains_key("outlet"));
    }

    #[test]
    fn turns_count_in_their_order_and_too_many_count_against() {
        let gold: Gold = serde_json::from_str(
            r#"{"what":"t","kind":"transcript","turns":[{"speaker":"A","role":"host"},{"speaker":"B","role":null}]}"#,
        )
        .unwrap();
        let turn = |speaker: &str, role: Option<&str>| Turn {
            speaker: speaker.to_owned(),
            role: role.map(str::to_owned),
            text: String::new(),
        };
        let marked = |turns: Vec<Turn>| {
            page(gold.clone(), vec![Extracted { turns, ..Extracted::default() }]).facts["turns"]
        };
        let (a, b) = (turn("A", Some("Host")), turn("B", None));
        assert_eq!(marked(vec![a.clone(), b.clone()]), Share { right: 2.0, of: 2.0 });
        assert_eq!(marked(vec![b.clone(), a.clone()]), Share { right: 1.0, of: 2.0 });
        assert_eq!(marked(vec![a, turn("C", None), b]), Share { right: 2.0, of: 3.0 });
    }

    #[test]
    fn an_update_needs_its_minute_and_a_caption_its_credit() {
        let gold: Gold = serde_json::from_str(
            r#"{"what":"l","kind":"live","updates":[{"heading":"Noon","published":"2024-01-02T12:00:00Z"}],
                "captions":[{"text":"A boat","credit":"Ann Lee"}]}"#,
        )
        .unwrap();
        let marked = |published: &str, credit: &str| {
            let mut row = Extracted::default();
            let published = published.parse().map(Time::At).unwrap();
            row.particulars.updates =
                vec![Update { heading: Some("Noon".to_owned()), published, ..Update::default() }];
            row.captions = vec![Caption { text: "A boat".to_owned(), credit: Some(credit.to_owned()) }];
            let marks = page(gold.clone(), vec![row]);
            (marks.facts["updates"].right, marks.facts["captions"].right)
        };
        assert_eq!(marked("2024-01-02T13:00:00+01:00", "Ann Lee"), (1.0, 1.0));
        assert_eq!(marked("2024-01-02", "Ann Leigh"), (0.0, 0.0));
    }

    #[test]
    fn a_script_without_spaces_has_a_word_for_each_character() {
        assert_eq!(words("銭湯 is open"), ["銭", "湯", "is", "open"]);
        assert_eq!(grams("最後の銭湯").len(), 2);
    }
}
