//! Who speaks, over a whole story: one person for "Mara Voss", "Minister Voss" and "Voss", and for "she" where one name fits.
//! It knows no person: a short name belongs to the only full one it fits, a pronoun to the only name that stands nearest.
//! Where two fit it abstains. Start at [`People::of`].

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;
use wireroom_model::Span;
use wireroom_text::hash::{ByWord, Words, listed};
use wireroom_text::spelling;
use wireroom_text::words::{fold, words};

/// Paragraphs looked at for the name behind a pronoun: its own and so many before it.
const MAX_BACK: usize = 2;
/// Words of a paragraph that are looked at.
const MAX_WORDS: usize = 400;
/// Words of one name.
const MAX_NAME: usize = 6;

/// Words before a name that are no part of it, and what they say of the person.
const TITLES: [(Sex, &str); 3] = [
    (
        Sex::Woman,
        "ms mrs miss madam lady queen princess dame frau madame mme mlle señora sra doña reina alcaldesa \
        ministra presidenta jueza ministerin kanzlerin präsidentin sprecherin bürgermeisterin richterin direktorin königin",
    ),
    (
        Sex::Man,
        "mr sir lord king prince herr monsieur m señor sr don rey alcalde presidente juez könig kanzler",
    ),
    (
        Sex::Unknown,
        "dr prof professor president vice minister premier chancellor mayor governor senator judge justice general captain \
        colonel sergeant chief secretary prime foreign defence defense finance interior chairman chair director officer \
        inspector commissioner archbishop bishop pope doctor president présidente président ministre maire juge docteur \
        doctora ministro minister präsident bürgermeister sprecher richter direktor staatssekretär the",
    ),
];

/// Words that make a run of capitals a body or a place and no person.
const BODIES: &str = "ministry police office department agency company government council committee university bank union party \
    court house senate parliament commission institute authority service group city street river airport hospital station \
    harbour port team club league association federation corporation inc ltd corp states nations kingdom republic news times \
    ministerium polizei amt behörde regierung rat universität partei gericht stadt bundestag ministère gouvernement mairie \
    université parti tribunal conseil ministerio policía gobierno ayuntamiento universidad partido consejo january february \
    march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday";

/// Words that may stand in lower case within a name.
const PARTICLES: &str = "von van der den de del della di da dos la le bin al el ibn zu";

/// Words behind which a run of capitals is a place.
const PLACE_WORDS: &str = "in at from near to into im nach aus à en dans vers desde hacia";

/// The lists as they are asked: every capital of a text is.
static TITLE_WORDS: LazyLock<ByWord<&'static str, Sex>> = LazyLock::new(|| {
    let words =
        TITLES.iter().flat_map(|(sex, words)| words.split_ascii_whitespace().map(|word| (word, *sex)));
    let mut titles = ByWord::default();
    // A word that two lists hold is of the first.
    words.for_each(|(word, sex)| {
        titles.entry(word).or_insert(sex);
    });
    titles
});
static BODY_WORDS: LazyLock<Words> = LazyLock::new(|| listed(BODIES));
static SMALL_WORDS: LazyLock<Words> = LazyLock::new(|| listed(PARTICLES));

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sex {
    Woman,
    Man,
    Unknown,
}

/// A name as one text writes it, without titles.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Name {
    /// Spelling keys of its words, the last name last.
    keys: Vec<String>,
    sex: Sex,
}

/// Somebody who speaks in the story.
#[derive(Debug)]
struct Person {
    name: Name,
    /// The fullest form that a text prints, and in which source.
    fullest: (usize, Span),
}

/// What one text says of one speaker: its source, its body, the words that name the speaker.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mention<'a> {
    pub(crate) source: usize,
    pub(crate) body: &'a str,
    pub(crate) speaker: Span,
}

/// The speakers of one story.
#[derive(Debug)]
pub(crate) struct People {
    people: Vec<Person>,
    /// Which of them a source writes by a short name.
    in_source: BTreeMap<(usize, String), BTreeSet<usize>>,
}

/// Whose words some are.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Who {
    /// A person with a full name somewhere in the story.
    Person(usize),
    /// "Police", "the minister", a last name that nobody or two people bear: the folded words.
    Words(String),
}

impl People {
    /// The people whom the texts name in full as speakers. Linear in the mentions, but for people of one last name.
    pub(crate) fn of(mentions: &[Mention<'_>]) -> Self {
        let mut people = Self { people: Vec::new(), in_source: BTreeMap::new() };
        let mut by_last: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for mention in mentions {
            let Some(name) = mention.speaker.of(mention.body).and_then(Name::read) else { continue };
            let Some(last) = name.keys.last().cloned().filter(|_| name.keys.len() > 1) else { continue };
            // Spellings of one name begin alike: only those are compared.
            let begin: String = last.chars().take(1).collect();
            let alike = by_last.entry(begin).or_default();
            let held = alike
                .iter()
                .copied()
                .find(|index| people.people.get(*index).is_some_and(|person| person.name.is_of(&name)));
            let index = held.unwrap_or(people.people.len());
            match people.people.get_mut(index) {
                Some(person) => person.add(&name, (mention.source, mention.speaker)),
                None => {
                    alike.push(index);
                    let fullest = (mention.source, mention.speaker);
                    people.people.push(Person { name, fullest });
                }
            }
            people.in_source.entry((mention.source, last)).or_default().insert(index);
        }
        people
    }

    /// Whose words the speaker's are.
    pub(crate) fn who(&self, source: usize, speaker: &str) -> Who {
        let name = Name::read(speaker);
        let person = name.and_then(|name| self.person(source, &name));
        person.map_or_else(|| Who::Words(bare(speaker)), Who::Person)
    }

    /// Where the story prints the person's fullest name.
    pub(crate) fn fullest(&self, who: &Who) -> Option<(usize, Span)> {
        match who {
            Who::Person(index) => self.people.get(*index).map(|person| person.fullest),
            Who::Words(_) => None,
        }
    }

    /// The one person whom a name fits: the source's own first, then the story's.
    fn person(&self, source: usize, name: &Name) -> Option<usize> {
        let last = name.keys.last()?;
        let fits = |index: &usize| {
            self.people
                .get(*index)
                .is_some_and(|person| person.name.is_of(name) && person.name.sex.fits(name.sex))
        };
        let own = self.in_source.get(&(source, last.clone()));
        let own: Vec<usize> = own.into_iter().flatten().copied().filter(fits).collect();
        let all = || (0..self.people.len()).filter(|index| fits(index)).take(2).collect::<Vec<_>>();
        match own.as_slice() {
            [] => match all().as_slice() {
                [only] => Some(*only),
                _ => None,
            },
            [only] => Some(*only),
            _ => None,
        }
    }

    /// The words that name whom a pronoun means: of the paragraph nearest before it that names anybody outside quotes,
    /// the only name that fits. `None` where two fit, or the name is nobody's who speaks in the story.
    pub(crate) fn behind(&self, mention: Mention<'_>, quoted: &[Span]) -> Option<Span> {
        let sex = pronoun(mention.speaker.of(mention.body)?)?;
        let mut end = mention.speaker.start();
        for _ in 0..=MAX_BACK {
            let before = mention.body.get(..end)?;
            let start = before.trim_end().rfind('\n').map_or(0, |at| at + 1);
            let found = self.named(mention, Span::new(mention.body, start, end)?, quoted);
            let fits = found.into_iter().filter(|(_, (_, other))| sex.fits(*other));
            let mut fits = fits.collect::<Vec<_>>().into_iter();
            match (fits.next(), fits.next()) {
                (Some((Some(_), (span, _))), None) => return Some(span),
                (None, _) => {}
                _ => return None,
            }
            end = start.checked_sub(1)?;
        }
        None
    }

    /// Everybody whom a stretch names outside quotes, once each; nobody's number is that of a name that never speaks.
    fn named(&self, mention: Mention<'_>, range: Span, quoted: &[Span]) -> Vec<(Option<usize>, (Span, Sex))> {
        let mut found: Vec<(Option<usize>, (Span, Sex))> = Vec::new();
        for span in runs(mention.body, range) {
            let inside = |quote: &Span| quote.start() <= span.start() && span.end() <= quote.end();
            if quoted.iter().any(inside) {
                continue;
            }
            let Some(name) = span.of(mention.body).and_then(Name::read) else { continue };
            let person = self.person(mention.source, &name);
            if person.is_none() && name.keys.len() < 2 || self.is_place(mention.body, span, person) {
                continue;
            }
            let known = person.and_then(|index| self.people.get(index)).map_or(Sex::Unknown, |p| p.name.sex);
            let sex = if name.sex == Sex::Unknown { known } else { name.sex };
            if person.is_none() || found.iter().all(|(held, _)| *held != person) {
                found.push((person, (span, sex)));
            }
        }
        found
    }

    fn is_place(&self, body: &str, span: Span, person: Option<usize>) -> bool {
        let before = body.get(..span.start()).unwrap_or_default();
        let last = before.split_whitespace().next_back().map(fold).unwrap_or_default();
        person.is_none() && PLACE_WORDS.split_ascii_whitespace().any(|held| held == last)
    }
}

impl Person {
    fn add(&mut self, name: &Name, at: (usize, Span)) {
        if self.name.sex == Sex::Unknown {
            self.name.sex = name.sex;
        }
        if name.keys.len() > self.name.keys.len() {
            self.name.keys.clone_from(&name.keys);
            self.fullest = at;
        }
    }
}

impl Name {
    /// The last run of capitals before a comma, without titles; `None` for a body, a pronoun or no name at all.
    fn read(speaker: &str) -> Option<Self> {
        let head = speaker.split([',', '(', '\n']).next()?;
        let run = Span::new(head, 0, head.len()).map(|all| runs(head, all)).unwrap_or_default();
        let text = run.last()?.of(head)?;
        let mut sex = Sex::Unknown;
        let mut keys = Vec::new();
        for word in words(text).map(|w| w.text) {
            let folded = fold(word);
            if BODY_WORDS.contains(folded.as_str()) {
                return None;
            }
            match TITLE_WORDS.get(folded.as_str()) {
                Some(said) if keys.is_empty() => {
                    sex = if *said == Sex::Unknown { sex } else { *said };
                }
                _ if SMALL_WORDS.contains(folded.as_str()) => {}
                _ => keys.push(spelling::key(word)),
            }
        }
        // A title in lower case: "la ministra Mara Voss", "señora Voss".
        for word in words(head).map(|w| fold(w.text)).filter(|_| sex == Sex::Unknown).take(MAX_NAME) {
            if let Some(said) = TITLE_WORDS.get(word.as_str()).filter(|said| **said != Sex::Unknown) {
                sex = *said;
                break;
            }
        }
        keys.retain(|key| !key.is_empty());
        (!keys.is_empty() && pronoun(text).is_none()).then_some(Self { keys, sex })
    }

    /// Whether two names may be one person's: the same last name in some spelling, and the words of the one among the
    /// other's, an initial standing for a word.
    fn is_of(&self, other: &Self) -> bool {
        let near = |a: &String, b: &String| a == b || spelling::is_near(a, b);
        let (Some((last, firsts)), Some((other_last, others))) =
            (self.keys.split_last(), other.keys.split_last())
        else {
            return false;
        };
        let word = |a: &String, b: &String| {
            let initial = a.chars().count() == 1 || b.chars().count() == 1;
            near(a, b) || initial && a.chars().next() == b.chars().next()
        };
        let (few, many) = if firsts.len() <= others.len() { (firsts, others) } else { (others, firsts) };
        near(last, other_last) && few.iter().all(|a| many.iter().any(|b| word(a, b)))
    }
}

impl Sex {
    fn fits(self, other: Self) -> bool {
        self == other || self == Self::Unknown || other == Self::Unknown
    }
}

/// Whom a pronoun of one person may mean; `None` for every other word.
fn pronoun(word: &str) -> Option<Sex> {
    match fold(word.trim()).as_str() {
        "she" | "sie" | "elle" | "ella" => Some(Sex::Woman),
        "he" | "er" | "il" | "él" => Some(Sex::Man),
        _ => None,
    }
}

/// Whether the words are a pronoun that one name may stand behind.
pub(crate) fn is_pronoun(word: &str) -> bool {
    pronoun(word).is_some()
}

/// Runs of capitalised words, particles within them.
fn runs(body: &str, range: Span) -> Vec<Span> {
    let Some(text) = range.of(body) else { return Vec::new() };
    let mut found = Vec::new();
    let mut run: Option<(usize, usize, usize)> = None;
    let mut particle = None;
    for word in words(text).take(MAX_WORDS) {
        let (from, past) = (word.start, word.end());
        let capital = word.text.chars().next().is_some_and(char::is_uppercase);
        let gap = run.and_then(|(_, end, _)| text.get(particle.unwrap_or(end)..from)).unwrap_or_default();
        let joined = run.is_some_and(|(_, _, count)| count < MAX_NAME)
            && gap.chars().all(|c| matches!(c, ' ' | '\u{a0}' | '-' | '.' | '’' | '\''));
        if capital {
            // A full stop joins an initial or a title; behind a longer word it ends a sentence.
            let stop = gap.contains('.') && run.is_some_and(|(_, end, _)| !ends_short(text, end));
            match run.as_mut().filter(|_| joined && !stop) {
                Some((_, end, count)) => (*end, *count) = (past, *count + 1),
                None => {
                    found.extend(
                        run.take()
                            .and_then(|(a, b, _)| Span::new(body, range.start() + a, range.start() + b)),
                    );
                    run = Some((from, past, 1));
                }
            }
            particle = None;
        } else if joined && SMALL_WORDS.contains(fold(word.text).as_str()) {
            particle = Some(past);
        } else {
            found.extend(
                run.take().and_then(|(a, b, _)| Span::new(body, range.start() + a, range.start() + b)),
            );
            particle = None;
        }
    }
    found.extend(run.and_then(|(a, b, _)| Span::new(body, range.start() + a, range.start() + b)));
    found
}

/// Whether the word that ends at `end` is an initial or a short title ("J", "Dr", "Mrs", "Mme").
fn ends_short(text: &str, end: usize) -> bool {
    let before = text.get(..end).unwrap_or_default();
    before.chars().rev().take_while(|c| c.is_alphanumeric()).count() <= 3
}

/// The speaker's words, folded, without an article.
fn bare(speaker: &str) -> String {
    let all: Vec<String> = words(speaker).map(|w| fold(w.text)).collect();
    let articles = "the a an der die das ein eine le la les un une el los las una";
    let rest = match all.split_first() {
        Some((first, rest)) if !rest.is_empty() && articles.split(' ').any(|held| held == first) => rest,
        _ => all.as_slice(),
    };
    rest.join(" ")
}
