//! Planting: one change to a sentence that makes it say something else, and changes that leave it true.
//! It knows nothing of the checker: places come from the writers' marks, quotation marks and lists of its own.

use super::press::{self, Written};
use std::ops::Range;
use wireroom_model::Lang;

/// What a planted sentence lies about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lie {
    Number,
    Name,
    Date,
    QuotedWord,
    Speaker,
    Negation,
}

impl Lie {
    /// As the page of rates names it.
    pub const fn told(self) -> &'static str {
        match self {
            Self::Number => "another number",
            Self::Name => "another name",
            Self::Date => "another date",
            Self::QuotedWord => "another word in a quotation",
            Self::Speaker => "another speaker",
            Self::Negation => "a negation put in or taken away",
        }
    }
}

/// A sentence with the words it cites; `lie` is `None` where it is true.
#[derive(Debug, Clone)]
pub struct Planted {
    pub lie: Option<Lie>,
    pub how: &'static str,
    pub lang: Lang,
    pub sentence: String,
    pub cited: Vec<String>,
}

const SAYING: &[&str] = &[
    "said",
    "says",
    "recalls",
    "told",
    "added",
    "asked",
    "sagte",
    "sagt",
    "erklärte",
    "teilte",
    "dijo",
    "dice",
    "recuerda",
    "explicó",
    "afirmó",
    "dit",
    "déclaré",
    "promis",
    "raconte",
    "sourit",
];
const AUXILIARIES: &[(&str, &[&str], &str)] = &[
    ("en", &["was", "is", "were", "are", "has", "have", "had", "will", "would", "can"], " not"),
    ("de", &["ist", "war", "wird", "hat", "haben", "wurde", "kann", "waren", "sind"], " nicht"),
];
const SPANISH_VERBS: &[&str] =
    &["es", "fue", "ha", "está", "hay", "quiere", "dejó", "tiene", "empezó", "han"];

/// Every sentence of a text, true and changed.
pub fn plant(text: &Written, texts: &[Written], turn: usize) -> Vec<Planted> {
    let mut out = Vec::new();
    for (index, span) in text.sentences.iter().enumerate() {
        let range = span.start()..span.end();
        if text.body[range.clone()].split_whitespace().count() < 5 {
            continue;
        }
        let from = index.saturating_sub(1);
        let cited: Vec<String> = text.sentences[from..(index + 2).min(text.sentences.len())]
            .iter()
            .map(|s| s.of(&text.body).unwrap().to_owned())
            .collect();
        let one = Sentence { text, range, cited, turn: turn + index };
        one.truths(&mut out);
        one.numbers(&mut out);
        one.names(texts, &mut out);
        one.dates(&mut out);
        one.quoted(&mut out);
        one.negations(&mut out);
    }
    out
}

struct Sentence<'t> {
    text: &'t Written,
    range: Range<usize>,
    cited: Vec<String>,
    turn: usize,
}

impl Sentence<'_> {
    fn words(&self) -> &str {
        &self.text.body[self.range.clone()]
    }

    fn push(&self, lie: Option<Lie>, how: &'static str, sentence: String, out: &mut Vec<Planted>) {
        if sentence != self.words() || lie.is_none() {
            out.push(Planted { lie, how, lang: self.text.lang, sentence, cited: self.cited.clone() });
        }
    }

    /// The sentence with other words at `place`, a range of the text.
    fn with(&self, place: &Range<usize>, words: &str) -> String {
        let body = &self.text.body;
        format!("{}{words}{}", &body[self.range.start..place.start], &body[place.end..self.range.end])
    }

    fn inside(&self, places: &[Range<usize>]) -> Vec<Range<usize>> {
        places.iter().filter(|p| self.range.start <= p.start && p.end <= self.range.end).cloned().collect()
    }

    fn truths(&self, out: &mut Vec<Planted>) {
        let words = self.words();
        self.push(None, "verbatim", words.to_owned(), out);
        // The writers' own other wording, where it is in this sentence; quoted words have no other.
        for (place, other) in &self.text.wordings {
            if !other.contains(['"', '“', '„', '«'])
                && self.range.start <= place.start
                && place.end <= self.range.end
            {
                self.push(None, "reworded", self.with(place, other), out);
            }
        }
        let bare = !words.contains(['"', '“', '„', '«', '(']);
        if let Some((head, tail)) = words.rsplit_once(", ")
            && bare
            && head.split_whitespace().count() >= 7
            && tail.split_whitespace().count() >= 3
            && !head.contains(", ")
        {
            self.push(None, "shortened", format!("{head}."), out);
        }
        if self.text.lang == Lang::EN {
            for (verb, turned) in [(",\" said ", " said: \""), (",\" says ", " says: \"")] {
                if let Some((quote, speaker)) = words.split_once(verb)
                    && quote.starts_with('"')
                    && !speaker.contains('"')
                    && speaker.split_whitespace().count() < 8
                {
                    let quote = quote.trim_start_matches('"');
                    self.push(
                        None,
                        "turned",
                        format!("{}{turned}{quote}.\"", speaker.trim_end_matches('.')),
                        out,
                    );
                }
            }
        }
        for place in self.inside(&self.text.figures) {
            let said = &self.text.body[place.clone()];
            let word =
                ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
            if self.text.lang == Lang::EN
                && let Ok(value) = said.parse::<usize>()
                && let Some(word) = value.checked_sub(2).and_then(|i| word.get(i))
            {
                self.push(None, "in words", self.with(&place, word), out);
            }
        }
    }

    fn numbers(&self, out: &mut Vec<Planted>) {
        for place in self.inside(&self.text.figures) {
            let said = &self.text.body[place.clone()];
            let mut digits: Vec<char> = said.chars().collect();
            let at = self.turn % digits.len();
            let at = if digits[at].is_ascii_digit() { at } else { 0 };
            let digit = digits[at].to_digit(10).unwrap();
            digits[at] = char::from_digit(digit % 9 + 1, 10).unwrap();
            self.push(
                Some(Lie::Number),
                "another digit",
                self.with(&place, &digits.iter().collect::<String>()),
                out,
            );
            let others = self.text.figures.iter().map(|f| &self.text.body[f.clone()]).filter(|f| *f != said);
            let others: Vec<&str> = others.collect();
            if !others.is_empty() {
                let other = others[self.turn % others.len()];
                self.push(Some(Lie::Number), "of the same text", self.with(&place, other), out);
            }
            let near: Vec<&str> =
                others.into_iter().filter(|o| self.cited.iter().any(|c| c.contains(o))).collect();
            if !near.is_empty() {
                self.push(
                    Some(Lie::Number),
                    "of the cited words",
                    self.with(&place, near[self.turn % near.len()]),
                    out,
                );
            }
        }
    }

    /// Other names that share no word with this one.
    fn others<'n>(&self, name: &str, of: &'n Written) -> Vec<&'n str> {
        let mut found: Vec<&str> = of.names.iter().map(|n| &of.body[n.clone()]).collect();
        found.sort_unstable();
        found.dedup();
        found.retain(|n| n.split(' ').all(|w| !name.contains(w)) && name.split(' ').all(|w| !n.contains(w)));
        found
    }

    fn names(&self, texts: &[Written], out: &mut Vec<Planted>) {
        for place in self.inside(&self.text.names) {
            let name = &self.text.body[place.clone()];
            let speaks = self.speaks(&place);
            let lie = if speaks { Lie::Speaker } else { Lie::Name };
            let alike: Vec<&Written> = texts.iter().filter(|t| t.lang == self.text.lang).collect();
            let strangers: Vec<&str> = alike
                .iter()
                .flat_map(|t| self.others(name, t))
                .filter(|n| !self.text.body.contains(n) && n.split(' ').count() == name.split(' ').count())
                .collect();
            if !strangers.is_empty() {
                self.push(
                    Some(lie),
                    "of another text",
                    self.with(&place, strangers[self.turn * 7 % strangers.len()]),
                    out,
                );
            }
            let own = self.others(name, self.text);
            let near: Vec<&str> =
                own.iter().copied().filter(|o| self.cited.iter().any(|c| c.contains(o))).collect();
            for (how, pool) in [("of the same text", &own), ("of the cited words", &near)] {
                if !pool.is_empty() {
                    self.push(Some(lie), how, self.with(&place, pool[self.turn % pool.len()]), out);
                }
            }
        }
    }

    /// Whether a verb of saying stands right beside the name.
    fn speaks(&self, place: &Range<usize>) -> bool {
        let before =
            self.text.body[self.range.start..place.start].split_whitespace().next_back().unwrap_or("");
        let after = self.text.body[place.end..self.range.end].split_whitespace().next().unwrap_or("");
        let is = |word: &str| SAYING.contains(&word.trim_matches(|c: char| !c.is_alphabetic()));
        is(before) || is(after)
    }

    fn dates(&self, out: &mut Vec<Planted>) {
        for place in self.inside(&self.text.dates) {
            let said = &self.text.body[place.clone()];
            let by = 1 + (self.turn % 5) as i64;
            let named = said.chars().all(char::is_alphabetic);
            let other = (0..7)
                .map(|i| {
                    if named {
                        press::weekday(self.text.lang, by + i)
                    } else {
                        press::date(self.text.lang, by + i)
                    }
                })
                .find(|o| o != said)
                .unwrap();
            self.push(Some(Lie::Date), "another day", self.with(&place, &other), out);
        }
    }

    fn quoted(&self, out: &mut Vec<Planted>) {
        let words = self.words();
        let Some(open) = words.find(['"', '“', '„', '«']) else { return };
        let open = open + words[open..].chars().next().unwrap().len_utf8();
        let Some(close) = words[open..].find(['"', '”', '“', '»']).map(|c| open + c) else { return };
        let long = |word: &str| word.chars().count() >= 5 && word.chars().all(char::is_lowercase);
        let places: Vec<(usize, &str)> = words[open..close]
            .split(' ')
            .scan(open, |at, word| {
                let here = *at;
                *at += word.len() + 1;
                Some((here, word))
            })
            .filter(|(_, word)| long(word))
            .collect();
        let pool: Vec<&str> = self.text.body.split_whitespace().filter(|w| long(w)).collect();
        for (at, word) in places.iter().take(3) {
            let other = pool[(self.turn * 13 + at) % pool.len()];
            if other != *word {
                let changed = format!("{}{other}{}", &words[..*at], &words[at + word.len()..]);
                self.push(Some(Lie::QuotedWord), "another word", changed, out);
            }
        }
    }

    fn negations(&self, out: &mut Vec<Planted>) {
        let words = self.words();
        let lang = self.text.lang;
        let takes = match lang.as_str() {
            "en" => &["not", "never"][..],
            "de" => &["nicht"],
            "es" => &["no"],
            _ => &[],
        };
        for negation in takes {
            let spaced = format!(" {negation} ");
            if let Some(at) =
                words.find(&spaced).filter(|at| !words[*at + spaced.len()..].starts_with("only"))
            {
                let without = format!("{} {}", &words[..at], &words[at + spaced.len()..]);
                self.push(Some(Lie::Negation), "taken away", without, out);
                return;
            }
        }
        for (of, verbs, negation) in AUXILIARIES {
            let verb =
                verbs.iter().filter_map(|v| words.find(&format!(" {v} ")).map(|at| at + 1 + v.len())).min();
            if *of == lang.as_str()
                && let Some(at) = verb
            {
                self.push(
                    Some(Lie::Negation),
                    "put in",
                    format!("{}{negation}{}", &words[..at], &words[at..]),
                    out,
                );
            }
        }
        if lang.as_str() == "es"
            && let Some(at) = SPANISH_VERBS.iter().filter_map(|v| words.find(&format!(" {v} "))).min()
        {
            self.push(Some(Lie::Negation), "put in", format!("{} no{}", &words[..at], &words[at..]), out);
        }
    }
}
