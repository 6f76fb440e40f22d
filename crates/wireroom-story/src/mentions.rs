//! What one text speaks of: names, places, figures, days and the words of its subject, by rule and within bounds.
//! It refuses to know anybody: a name is what is written as one. Start at [`Mentions::of`].

use crate::figures::figures;
use crate::heard::{Spelled, is_arabic, spelled};
use crate::letters::{plain, soft};
use crate::ordinary::ordinary_words;
use crate::places::{arabic_place, place, places_in};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::hash::BuildHasherDefault;
use std::sync::LazyLock;
use wireroom_model::{Article, Lang, Precision};
use wireroom_text::dates::mentions;
use wireroom_text::hash::{ByHash, Letters, Words, listed, word_v1};
use wireroom_text::letters::is_letter;
use wireroom_text::stems::Stems;
use wireroom_text::words::{Word, fold_into, is_spaceless, words};

/// Words of the body that are read: a report names those whom it is about in its first pages.
const BODY_WORDS: usize = 600;

/// Characters of the body in which days are looked for.
const DAY_CHARS: usize = 2_000;

/// Characters in which a dateline ends.
const DATELINE_CHARS: usize = 120;

/// Words of one name: longer runs of capitals are headings.
const MAX_NAME_WORDS: usize = 4;

/// Letters of a word of the subject at least.
const MIN_SUBJECT: usize = 5;

/// Words that stand small between the capitals of one name.
const INNER: [&str; 12] = ["of", "de", "del", "della", "di", "da", "du", "van", "von", "der", "bin", "al"];

/// Words that open sentences with a capital and that few lists of ordinary words hold.
const OPENERS: &str = "despite later earlier however meanwhile although though unlike once until within without \
     among along amid several many following instead perhaps today yesterday tomorrow tonight nearly almost \
     even yet nor thus hence whether unless whose every another few less least trotz laut zudem jedoch heute gestern \
     dabei damit danach zuvor allerdings dennoch obwohl während indem malgré selon pourtant cependant hier";

/// Forms of address: they stand before a name and are no part of it.
const ADDRESS: &str = "mr mrs ms dr sir lady lord president minister prime chancellor secretary king queen prince senator \
     governor mayor judge general captain speaker congressman congresswoman chairman ceo herr frau kanzler bundeskanzler praesident minister m mme monsieur madame \
     president ministre premier senor senora don presidente ministro signor signora rep sen gen gov jr";

/// Words of the boxes that stand between the paragraphs of many pages: they name nobody and are no story's subject.
const FURNITURE: &str = "please sign subscribe subscribed newsletter newsletters advertisement continue click replay \
     videos watch pdf email copyright anzeige abonnieren publicidad publicite pubblicita";

/// Days and months are written as names in English and German, and name nobody.
const CALENDAR: &str = "monday tuesday wednesday thursday friday saturday sunday january february march april may june july \
     august september october november december montag dienstag mittwoch donnerstag freitag samstag sonnabend \
     sonntag januar februar maerz april mai juni juli august september oktober november dezember jan feb mar apr jun jul aug sep sept oct nov dec";

/// The lists as they are asked: every word of a text is.
static OPENING: LazyLock<Words> = LazyLock::new(|| listed(OPENERS));
static ADDRESSING: LazyLock<Words> = LazyLock::new(|| listed(ADDRESS));
static FURNISHING: LazyLock<Words> = LazyLock::new(|| listed(FURNITURE));
static DAYS: LazyLock<Words> = LazyLock::new(|| listed(CALENDAR));

/// Words of one text.
type WordsOf<'t> = HashSet<&'t str, BuildHasherDefault<Letters>>;

/// A name as one text has it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Named {
    /// As printed.
    pub shown: String,
    pub times: u32,
    pub in_title: bool,
    /// False where it may be a mere noun: a single word in a language that writes its nouns like names.
    pub sure: bool,
}

/// A word of the subject as one text has it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Subject {
    /// As first printed, in small letters.
    pub shown: String,
    pub times: u32,
}

/// What one text speaks of.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Mentions {
    /// By the sounds of its words, apart by spaces.
    pub names: BTreeMap<String, Named>,
    /// By code.
    pub places: BTreeMap<&'static str, Named>,
    /// By value; with how it was first printed.
    pub figures: BTreeMap<String, String>,
    /// Days that the text states or means, as `2026-03-14`.
    pub days: BTreeSet<String>,
    /// What may be a name in Arabic letters, with how often it stands and at which word first.
    pub spelled: Spelled,
    /// Words of the subject by their stems.
    pub words: BTreeMap<String, Subject>,
}

/// A word with what its place in the text says.
struct Seen<'t> {
    word: Word<'t>,
    plain: String,
    capital: bool,
    /// First of its sentence: a capital says nothing.
    opens: bool,
    /// Nothing but one space or hyphen since the word before.
    follows: bool,
}

impl Mentions {
    /// Reads a text.
    pub(crate) fn of(article: &Article) -> Self {
        let mut found = Self::default();
        let body = seen(&article.body, BODY_WORDS);
        let small: WordsOf<'_> =
            body.iter().filter(|seen| !seen.capital).map(|seen| seen.plain.as_str()).collect();
        let title: BTreeSet<String> = words(&article.title).map(|word| plain(word.text)).collect();
        found.read_names(&body, &small, &title, article.lang);
        found.leave_out_tellers(article);
        found.read_words(&body, article.lang);
        // English writes every place with a capital; "turkey" and "polish" are none.
        let may_be = |seen: &&Seen<'_>| seen.capital || article.lang != Lang::EN;
        for seen in body.iter().filter(may_be) {
            let arabic = is_arabic(&seen.plain);
            if let Some(code) = if arabic { arabic_place(&seen.plain) } else { place(&seen.plain) } {
                found.place(code, seen.word.text, title.contains(&seen.plain));
            }
        }
        let end = body.last().map_or(0, |seen| seen.word.end());
        let read = article.body.get(..end).unwrap_or(&article.body);
        for (text, in_title) in [(article.title.as_str(), true), (read, false)] {
            places_in(text).for_each(|(code, shown)| found.place(code, shown, in_title));
            pairs(text, &mut found.words);
            for (value, shown) in figures(text) {
                found.figures.entry(value).or_insert(shown);
            }
        }
        if body.iter().any(|seen| is_arabic(&seen.plain)) {
            found.spelled = spelled(read, article.lang.as_str());
        }
        found.read_days(article);
        found
    }

    fn place(&mut self, code: &'static str, shown: &str, in_title: bool) {
        let new = || Named { shown: shown.to_owned(), times: 0, in_title: false, sure: false };
        let known = self.places.entry(code).or_insert_with(new);
        known.times += 1;
        known.in_title |= in_title;
    }

    fn read_names(&mut self, body: &[Seen<'_>], small: &WordsOf<'_>, title: &BTreeSet<String>, lang: Lang) {
        let plainly = ordinary_words(lang.as_str());
        let mut at = 0;
        while at < body.len() {
            let run = run_at(body, at);
            at += run.len().max(1);
            let Some(first) = run.first() else { continue };
            let common = |seen: &Seen<'_>| {
                small.contains(seen.plain.as_str())
                    || seen.plain.len() < 3
                    || plainly.contains(seen.plain.as_str())
                    || OPENING.contains(seen.plain.as_str())
            };
            // A capital at the start of a sentence is no name's where the word also stands small.
            let run = if first.opens && common(first) { run.get(1..).unwrap_or(&[]) } else { run };
            let run = without_address(run);
            if run.iter().any(is_furniture) {
                continue;
            }
            let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
            if run.len() > MAX_NAME_WORDS || run.len() == 1 && !is_name(first, lang) {
                continue;
            }
            // German puts offices and origins before a name, all with capitals: its last two words are the name.
            let german = lang.as_str() == "de";
            let run = if german && run.len() > 2 && run.iter().all(|seen| seen.capital) {
                run.get(run.len() - 2..).unwrap_or(run)
            } else {
                run
            };
            let sounds: Vec<String> = run.iter().map(|seen| soft(&seen.plain, lang)).collect();
            let printed: Vec<&str> = run.iter().map(|seen| seen.word.text).collect();
            let sure = match (german, run.len()) {
                (false, 1) => !first.opens,
                (false, _) => true,
                (true, two) => two == 2 && !first.opens && run.iter().all(|seen| seen.capital),
            };
            let new = || Named { shown: printed.join(" "), times: 0, in_title: false, sure: false };
            let known = self.names.entry(sounds.join(" ")).or_insert_with(new);
            known.times += 1;
            known.in_title |= title.contains(&last.plain);
            known.sure |= sure;
        }
        // What only ever stood alone at the start of sentences is no name.
        let only_opens = |named: &Named| !named.sure && lang.as_str() != "de";
        self.names.retain(|_, named| !only_opens(named));
    }

    /// Who tells a story is not what it is about: its agency, its outlet, its authors.
    fn leave_out_tellers(&mut self, article: &Article) {
        let named = article.agency.iter().chain(&article.outlet).chain(&article.authors);
        for teller in named.map(String::as_str).chain(dateline_teller(&article.body)) {
            let sounds: Vec<String> =
                words(teller).map(|word| soft(&plain(word.text), article.lang)).collect();
            self.names.remove(&sounds.join(" "));
        }
    }

    fn read_words(&mut self, body: &[Seen<'_>], lang: Lang) {
        let plainly = ordinary_words(lang.as_str());
        // Each word once, in the order of the text: stems are dear.
        let mut distinct: Vec<(String, u32)> = Vec::new();
        let mut places: ByHash<u64, usize> = ByHash::default();
        let stems = Stems::of(lang);
        let mut word = String::new();
        for seen in body {
            let text = seen.word.text;
            let counts = (!seen.capital || lang.as_str() == "de")
                && seen.plain.chars().count() >= MIN_SUBJECT
                && !text.starts_with(is_spaceless)
                && text.chars().all(is_letter)
                && !is_furniture(seen);
            if !counts {
                continue;
            }
            fold_into(&mut word, text);
            let place = *places.entry(word_v1(&word)).or_insert(distinct.len());
            match distinct.get_mut(place) {
                Some((_, times)) => *times += 1,
                None => distinct.push((word.clone(), 1)),
            }
        }
        for (word, times) in distinct.into_iter().filter(|(word, _)| !plainly.contains(word.as_str())) {
            let key = stems.stem(&word).into_owned();
            self.words.entry(key).or_insert(Subject { shown: word, times: 0 }).times += times;
        }
    }

    fn read_days(&mut self, article: &Article) {
        let end = article.body.char_indices().nth(DAY_CHARS).map_or(article.body.len(), |(at, _)| at);
        let text = article.body.get(..end).unwrap_or(&article.body);
        let days =
            mentions(text, article.lang, article.published).into_iter().filter_map(|found| found.value);
        self.days.extend(
            days.filter(|when| when.precision() >= Precision::Day).map(|when| when.date().to_string()),
        );
    }
}

/// Who stands in brackets before the dash of a dateline: "Port Carrow, 4 March (Meridian Wire) - A ferry ...".
fn dateline_teller(body: &str) -> Option<&str> {
    let end = body.char_indices().nth(DATELINE_CHARS).map_or(body.len(), |(at, _)| at);
    let (_, rest) = body.get(..end)?.split_once('(')?;
    let (teller, after) = rest.split_once(')')?;
    after.trim_start().starts_with(['-', '–', '—']).then_some(teller)
}

/// A name without what stands before it ("Danish Prime Minister Orla Quist").
fn without_address<'s, 't>(run: &'s [Seen<'t>]) -> &'s [Seen<'t>] {
    let is_address = |seen: &Seen<'t>| ADDRESSING.contains(seen.plain.as_str());
    let past = run.iter().rposition(is_address).map_or(0, |at| at + 1);
    let rest = run.get(past..).unwrap_or(&[]);
    let small = rest.iter().take_while(|seen| !seen.capital).count();
    rest.get(small..).filter(|name| !name.is_empty()).unwrap_or(run)
}

fn is_furniture(seen: &Seen<'_>) -> bool {
    FURNISHING.contains(seen.plain.as_str())
}

/// A single word that may be a name at all.
fn is_name(seen: &Seen<'_>, lang: Lang) -> bool {
    seen.plain.chars().count() >= 3
        && !DAYS.contains(seen.plain.as_str())
        && !ADDRESSING.contains(seen.plain.as_str())
        && !ordinary_words(lang.as_str()).contains(seen.plain.as_str())
        && place(&seen.plain).is_none()
}

/// The capitals in a row that start here, small words of names between them; empty where none starts.
fn run_at<'s, 't>(body: &'s [Seen<'t>], at: usize) -> &'s [Seen<'t>] {
    let mut past = at;
    let mut next = at;
    while let Some(seen) = body.get(next) {
        if next > at && (!seen.follows || seen.opens) {
            break;
        }
        if seen.capital {
            past = next + 1;
        } else if next == at || past != next || !INNER.contains(&seen.plain.as_str()) {
            break;
        }
        next += 1;
    }
    body.get(at..past).unwrap_or(&[])
}

fn seen(text: &str, limit: usize) -> Vec<Seen<'_>> {
    let mut end = 0;
    let mut first = true;
    let found = words(text).take(limit).map(|word| {
        let gap = text.get(end..word.start).unwrap_or("");
        let opens = std::mem::take(&mut first)
            || gap.contains(['.', '!', '?', ':', '\n', '“', '"', '«', '„', '•', '—']);
        end = word.end();
        Seen {
            plain: plain(word.text),
            capital: word.text.starts_with(char::is_uppercase),
            opens,
            follows: matches!(gap, " " | "-" | "‑" | "\u{a0}"),
            word,
        }
    });
    found.collect()
}

/// The subject of a text without spaces: characters two by two, and Latin words that stand in it.
fn pairs(text: &str, words_of: &mut BTreeMap<String, Subject>) {
    if !text.contains(is_spaceless) {
        return;
    }
    let mut before: Option<Word<'_>> = None;
    for word in words(text).take(BODY_WORDS * 2) {
        if !word.text.starts_with(is_spaceless) {
            before = None;
            continue;
        }
        if let Some(pair) =
            before.filter(|b| b.end() == word.start).and_then(|b| text.get(b.start..word.end()))
        {
            let new = || Subject { shown: pair.to_owned(), times: 0 };
            words_of.entry(pair.to_owned()).or_insert_with(new).times += 1;
        }
        before = Some(word);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wireroom_model::{ArticleId, Kind, Time};

    fn article(lang: &str, title: &str, body: &str) -> Article {
        Article {
            id: ArticleId::new(1).unwrap(),
            url: None,
            outlet: None,
            lang: Lang::parse(lang),
            published: Time::Unknown,
            updated: Time::Unknown,
            title: title.to_owned(),
            authors: Vec::new(),
            agency: None,
            dateline: None,
            body: body.to_owned(),
            kind: Kind::Article,
        }
    }

    fn names(lang: &str, body: &str) -> Vec<String> {
        Mentions::of(&article(lang, "", body)).names.into_values().map(|named| named.shown).collect()
    }

    #[test]
    fn names_are_what_is_written_as_names() {
        let found = names(
            "en",
            "The mayor met Orla Quist on Monday. Later, Mr Quist left the Bank of Sundholm. Nobody knew.",
        );
        assert_eq!(found.len(), 3, "{found:?}");
        for name in ["Orla Quist", "Quist", "Bank of Sundholm"] {
            assert!(found.iter().any(|shown| shown == name), "{found:?}");
        }
    }

    #[test]
    fn a_word_that_opens_a_sentence_is_no_name_for_that() {
        assert_eq!(names("en", "Harvest was late. Ships waited. Ships left."), Vec::<String>::new());
    }

    #[test]
    fn days_and_figures_are_read_with_their_values() {
        let mut text = article("en", "", "On 14 March 2026 some 12,400 people left; 2.5 million stayed.");
        let found = Mentions::of(&text);
        assert!(found.days.contains("2026-03-14"), "{found:?}");
        text.body = "3月14日，约1.24万人离开，250万人留下。".to_owned();
        text.lang = Lang::parse("zh");
        let other = Mentions::of(&text);
        let shared: Vec<_> = found.figures.keys().filter(|key| other.figures.contains_key(*key)).collect();
        assert_eq!(shared.len(), 2, "{found:?} {other:?}");
    }
}
