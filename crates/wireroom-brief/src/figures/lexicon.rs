//! What the rules know of a language: number words, magnitudes, hedges, and the small words that bound the others.
//! Four languages have tables; in any other, digits with a unit's or a currency's sign are read and nothing else.
//! Start at [`Lexicon::of`].

use super::{english, french, german, spanish};
use std::sync::LazyLock;
use wireroom_model::Lang;
use wireroom_text::hash::{ByWord, Words, listed};

/// How a hedge bounds its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bound {
    /// No hedge.
    Exact,
    /// "about"
    Near,
    /// "nearly": about, and not above.
    Below,
    /// "at least", "more than"
    Least,
    /// "up to", "fewer than"
    Most,
}

/// The tables of one language as its file writes them: words parted by white space.
pub(super) struct Tables {
    pub(super) decimal: char,
    pub(super) spaced_groups: bool,
    /// Words that give a number, each by its value.
    pub(super) numbers: &'static [(&'static str, f64)],
    /// Words that multiply by a hundred within a number ("two hundred").
    pub(super) hundreds: &'static str,
    pub(super) magnitudes: &'static [(&'static str, f64)],
    /// Short for magnitudes after digits ("bn", "Mrd").
    pub(super) short: &'static [(&'static str, f64)],
    /// Words that count by themselves, with a number or an article before ("dozen", "trentaine").
    pub(super) dozens: &'static [(&'static str, f64)],
    /// Plurals that say no number ("hundreds"), with what they span.
    pub(super) vague: &'static [(&'static str, f64, f64)],
    /// Names of parts ("third"), by what they divide by.
    pub(super) parts: &'static [(&'static str, f64)],
    pub(super) halves: &'static str,
    /// One, as an article before a magnitude, a dozen or a part.
    pub(super) articles: &'static str,
    /// Joins tens and ones ("treinta y dos"), hundreds and the rest ("two hundred and six").
    pub(super) joins: &'static str,
    /// Between the two numbers of a share ("one in ten"), whole phrases.
    pub(super) ratios: &'static [&'static str],
    pub(super) hedges: &'static [(&'static str, Bound)],
    /// Between two values of a range.
    pub(super) to: &'static str,
    /// Before a range, with what stands between its values.
    pub(super) between: &'static [(&'static str, &'static str)],
    /// Before a change from one value to another.
    pub(super) from: &'static str,
    /// "of"
    pub(super) of: &'static str,
    /// Words before a number that make it a name ("route").
    pub(super) labels: &'static str,
    /// Words after a number that make it a clock's ("o'clock"), a rank or a score.
    pub(super) clocks: &'static str,
    /// Words before a number that make a bare one a clock's ("at nine").
    pub(super) at: &'static str,
    /// Words that take over the unit of the figure before ("from 38", "instead of 1.2 billion").
    pub(super) against: &'static str,
    /// What no noun phrase begins with: articles, prepositions, pronouns, auxiliaries, adverbs.
    pub(super) stops: &'static str,
    /// Articles and what else may stand between a number and its noun ("of the").
    pub(super) thin: &'static str,
    /// Prepositions before a place.
    pub(super) places: &'static str,
    /// Forms of verbs that news tells figures by.
    pub(super) verbs: &'static str,
    /// Endings of a word that is likely a verb or a participle.
    pub(super) verb_endings: &'static [&'static str],
    /// Auxiliaries: a participle follows them.
    pub(super) auxiliaries: &'static str,
    /// People, and things that are plural without an ending.
    pub(super) plurals: &'static str,
    /// Verbs of saying, for who says so.
    pub(super) says: &'static str,
    /// "according to", whole phrases.
    pub(super) according: &'static [&'static str],
    /// Words for one human being: an age after them is theirs.
    pub(super) persons: &'static str,
}

/// The tables of one language, as the rules ask them.
#[derive(Debug)]
pub(super) struct Lexicon {
    pub(super) lang: Lang,
    pub(super) decimal: char,
    pub(super) spaced_groups: bool,
    pub(super) numbers: ByWord<&'static str, f64>,
    pub(super) hundreds: Words,
    pub(super) magnitudes: ByWord<&'static str, f64>,
    pub(super) short: ByWord<&'static str, f64>,
    pub(super) dozens: ByWord<&'static str, f64>,
    pub(super) vague: ByWord<&'static str, (f64, f64)>,
    pub(super) parts: ByWord<&'static str, f64>,
    pub(super) halves: Words,
    pub(super) articles: Words,
    pub(super) joins: Words,
    pub(super) ratios: &'static [&'static str],
    /// By their last word; longer ones first.
    pub(super) hedges: ByWord<&'static str, Vec<(&'static str, Bound)>>,
    pub(super) to: Words,
    pub(super) between: &'static [(&'static str, &'static str)],
    pub(super) from: Words,
    pub(super) of: Words,
    pub(super) labels: Words,
    pub(super) clocks: Words,
    pub(super) at: Words,
    pub(super) against: Words,
    pub(super) stops: Words,
    pub(super) thin: Words,
    pub(super) places: Words,
    pub(super) verbs: Words,
    pub(super) verb_endings: &'static [&'static str],
    pub(super) auxiliaries: Words,
    pub(super) plurals: Words,
    pub(super) says: Words,
    pub(super) according: &'static [&'static str],
    pub(super) persons: Words,
    /// Every word that a number in words can begin with.
    openers: Words,
}

static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(Lang::EN, &english::TABLES));
static GERMAN: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(Lang::parse("de"), &german::TABLES));
static FRENCH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(Lang::parse("fr"), &french::TABLES));
static SPANISH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(Lang::parse("es"), &spanish::TABLES));
/// Languages that write "1,250.5" and those that write "1.250,5", without words.
static POINTED: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(Lang::UNKNOWN, &bare('.')));
static COMMAED: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(Lang::UNKNOWN, &bare(',')));

const fn bare(decimal: char) -> Tables {
    Tables {
        decimal,
        spaced_groups: false,
        numbers: &[],
        hundreds: "",
        magnitudes: &[],
        short: &[],
        dozens: &[],
        vague: &[],
        parts: &[],
        halves: "",
        articles: "",
        joins: "",
        ratios: &[],
        hedges: &[],
        to: "- –",
        between: &[],
        from: "",
        of: "",
        labels: "",
        clocks: "",
        at: "",
        against: "",
        stops: "",
        thin: "",
        places: "",
        verbs: "",
        verb_endings: &[],
        auxiliaries: "",
        plurals: "",
        says: "",
        according: &[],
        persons: "",
    }
}

impl Lexicon {
    /// The tables for a language; English for an unknown one.
    pub(super) fn of(lang: Lang) -> &'static Self {
        match lang.as_str() {
            "en" | "und" => &ENGLISH,
            "de" => &GERMAN,
            "fr" => &FRENCH,
            "es" => &SPANISH,
            "ja" | "zh" | "ko" | "he" | "th" | "hi" | "ar" => &POINTED,
            _ => &COMMAED,
        }
    }

    /// True where words are read, not signs alone.
    pub(super) fn knows_words(&self) -> bool {
        !self.numbers.is_empty()
    }

    fn new(lang: Lang, tables: &Tables) -> Self {
        let set = listed;
        let mut hedges: ByWord<&'static str, Vec<(&'static str, Bound)>> = ByWord::default();
        for (phrase, bound) in tables.hedges {
            let last = phrase.rsplit(' ').next().unwrap_or(phrase);
            hedges.entry(last).or_default().push((phrase, *bound));
        }
        for same in hedges.values_mut() {
            same.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.split(' ').count()));
        }
        let numbers = [tables.numbers, tables.magnitudes, tables.dozens, tables.parts].into_iter().flatten();
        let vague = tables.vague.iter().map(|(word, ..)| *word);
        let lists =
            [tables.hundreds, tables.halves, tables.articles].into_iter().flat_map(str::split_whitespace);
        let openers = numbers.map(|(word, _)| *word).chain(vague).chain(lists);
        let openers =
            openers.chain(["half", "tens", "dizaines", "decenas", "centaines", "cientos", "centenares"]);
        Self {
            lang,
            decimal: tables.decimal,
            spaced_groups: tables.spaced_groups,
            numbers: tables.numbers.iter().copied().collect(),
            hundreds: set(tables.hundreds),
            magnitudes: tables.magnitudes.iter().copied().collect(),
            short: tables.short.iter().copied().collect(),
            dozens: tables.dozens.iter().copied().collect(),
            vague: tables.vague.iter().map(|(word, low, high)| (*word, (*low, *high))).collect(),
            parts: tables.parts.iter().copied().collect(),
            halves: set(tables.halves),
            articles: set(tables.articles),
            joins: set(tables.joins),
            ratios: tables.ratios,
            hedges,
            to: set(tables.to),
            between: tables.between,
            from: set(tables.from),
            of: set(tables.of),
            labels: set(tables.labels),
            clocks: set(tables.clocks),
            at: set(tables.at),
            against: set(tables.against),
            stops: set(tables.stops),
            thin: set(tables.thin),
            places: set(tables.places),
            verbs: set(tables.verbs),
            verb_endings: tables.verb_endings,
            auxiliaries: set(tables.auxiliaries),
            plurals: set(tables.plurals),
            says: set(tables.says),
            according: tables.according,
            persons: set(tables.persons),
            openers: openers.chain(["die", "der"]).collect(),
        }
    }

    /// Whether a number in words may begin with the word: most words of a text are passed over at once.
    pub(super) fn opens_number(&self, word: &str) -> bool {
        self.openers.contains(word)
            || self.lang.as_str() == "de" && (word.contains("und") || word.contains("tausend"))
    }

    /// A form of a verb, as far as lists and endings tell.
    pub(super) fn is_verb(&self, word: &str) -> bool {
        self.verbs.contains(word)
            || self.verb_endings.iter().any(|end| word.len() > end.len() + 2 && word.ends_with(end))
                && !self.stops.contains(word)
                && !self.plurals.contains(word)
    }
}
