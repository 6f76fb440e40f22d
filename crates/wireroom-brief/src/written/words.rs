//! Stricter than the checker of anybody's sentences, for here a refusal costs nothing: a writer may leave out, join and
//! turn words of its sources, and brings none of its own. What is quoted stays quoted, letter by letter.
//! Start at [`faults`].

use super::Fault;
use crate::verify::Passage;
use std::collections::BTreeSet;
use wireroom_model::Lang;
use wireroom_text::words::{fold, words};
use wireroom_text::{spelling, stems};

/// A text apart: what stands between quotation marks, and what does not.
#[derive(Debug, Default)]
struct Apart {
    inside: Vec<String>,
    outside: String,
}

fn apart(text: &str) -> Apart {
    let mut apart = Apart::default();
    let mut open: Option<(&[char], String)> = None;
    for c in text.chars() {
        match open.take() {
            Some((closers, held)) if closers.contains(&c) => {
                apart.inside.push(held);
                apart.outside.push(' ');
            }
            Some((closers, mut held)) => {
                held.push(c);
                open = Some((closers, held));
            }
            None => match closers(c) {
                Some(closers) => open = Some((closers, String::new())),
                None => apart.outside.push(c),
            },
        }
    }
    // A mark that is never closed quotes to the end.
    apart.inside.extend(open.map(|(_, held)| held));
    apart
}

const fn closers(c: char) -> Option<&'static [char]> {
    match c {
        '"' => Some(&['"', '”']),
        '“' => Some(&['”', '"', '“']),
        '”' => Some(&['”']),
        '„' | '‟' => Some(&['“', '”', '"']),
        '«' => Some(&['»']),
        '»' => Some(&['«', '»']),
        '「' => Some(&['」']),
        '『' => Some(&['』']),
        _ => None,
    }
}

/// Each word with the form under which it compares.
fn keys(text: &str, lang: Lang) -> Vec<(String, String)> {
    let key = |folded: &str| {
        let key = spelling::key(&stems::stem(folded, lang));
        if key.is_empty() { folded.to_owned() } else { key }
    };
    words(text)
        .map(|word| (fold(word.text), word))
        .map(|(folded, word)| (key(&folded), word.text.to_owned()))
        .collect()
}

/// Everything in which the sentence goes beyond the cited words.
pub(super) fn faults(sentence: &str, cited: &[Passage<'_>]) -> Vec<Fault> {
    let lang = cited.first().map_or(Lang::EN, |passage| passage.lang);
    let own = apart(sentence);
    let sources: Vec<Apart> = cited.iter().map(|passage| apart(passage.text)).collect();
    let mut faults = Vec::new();
    for quoted in &own.inside {
        let words = quoted.trim_matches(|c: char| !c.is_alphanumeric());
        // The quotation must be one in the source too, not words picked from its report.
        if words.is_empty() || !sources.iter().flat_map(|s| &s.inside).any(|held| stands_in(words, held)) {
            faults.push(Fault::OwnQuotation(words.to_owned()));
        }
    }
    let told: BTreeSet<String> =
        sources.iter().zip(cited).flat_map(|(s, p)| keys(&s.outside, p.lang)).map(|(key, _)| key).collect();
    let said: BTreeSet<String> = sources
        .iter()
        .zip(cited)
        .flat_map(|(s, p)| s.inside.iter().flat_map(|held| keys(held, p.lang)))
        .map(|(key, _)| key)
        .collect();
    for (source, passage) in sources.iter().zip(cited) {
        faults.extend(dropped(&own.outside, &source.outside, passage.lang));
    }
    for (key, word) in keys(&own.outside, lang) {
        let folded = fold(&word);
        if told.contains(&key) || joins(&folded, lang) {
            continue;
        }
        faults.push(if said.contains(&key) { Fault::Unmarked(word) } else { Fault::OwnWord(word) });
    }
    faults.extend(moved(sentence, cited, lang));
    faults
}

/// Words that stand more often than the cited words have them ("Tessing Hospital in Tessing"), and numbers with other
/// neighbours than theirs ("5400 days" of 5400 farms).
fn moved(sentence: &str, cited: &[Passage<'_>], lang: Lang) -> Vec<Fault> {
    let own = keys(sentence, lang);
    let sources: Vec<Vec<(String, String)>> = cited.iter().map(|p| keys(p.text, p.lang)).collect();
    let times = |of: &[(String, String)], key: &str| of.iter().filter(|(held, _)| held == key).count();
    let beside = |of: &[(String, String)], at: usize| {
        let key = |at: Option<usize>| at.and_then(|at| of.get(at)).map(|(key, _)| key.clone());
        [key(at.checked_sub(1)), key(at.checked_add(1))]
    };
    let mut faults = Vec::new();
    for (at, (key, word)) in own.iter().enumerate() {
        let repeated = !joins(&fold(word), lang)
            && times(&own, key) > sources.iter().map(|s| times(s, key)).sum::<usize>().max(1);
        let strange = word.starts_with(|c: char| c.is_ascii_digit()) && {
            let [before, after] = beside(&own, at);
            let fits = |source: &[(String, String)], at: usize| {
                let [b, a] = beside(source, at);
                // A number at the edge of a sentence has one neighbour.
                (before.is_some() && b == before) || (after.is_some() && a == after)
            };
            !sources.iter().any(|s| s.iter().enumerate().any(|(at, (held, _))| held == key && fits(s, at)))
        };
        if repeated || strange {
            faults.push(Fault::Moved(word.clone()));
        }
    }
    faults
}

/// Words that a writer may bring: they join and say nothing. No word that counts, compares, denies, doubts, or turns
/// who did what to whom ("by", "for", "after", "because") is among them.
const JOINING: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "a", "an", "the", "and", "of", "in", "on", "at", "who", "which", "that", "it", "is", "are",
            "was", "were", "has", "have", "had", "been", "also", "while",
        ],
    ),
    (
        "de",
        &[
            "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines",
            "und", "in", "im", "am", "an", "ist", "sind", "war", "waren", "hat", "haben", "wurde", "wurden",
            "dass", "auch",
        ],
    ),
    (
        "fr",
        &[
            "le", "la", "les", "l", "un", "une", "des", "du", "de", "d", "et", "dans", "en", "est", "sont",
            "a", "ont", "qui", "que",
        ],
    ),
    ("es", &["el", "la", "los", "las", "un", "una", "y", "en", "de", "del", "que", "es", "son", "ha", "han"]),
];

fn joins(folded: &str, lang: Lang) -> bool {
    of(JOINING, lang).contains(&folded)
}

/// Words of report and of reserve: what is said with one of them must not be told without.
const REPORT: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "said",
            "says",
            "say",
            "told",
            "tells",
            "according",
            "claimed",
            "claims",
            "accused",
            "accuses",
            "believes",
            "believed",
            "thinks",
            "argued",
            "argues",
            "added",
            "adds",
            "wrote",
            "reported",
            "reportedly",
            "asked",
            "denied",
            "answer",
            "write",
            "tell",
            "reply",
            "state",
            "states",
            "stated",
            "claim",
            "print",
            "denies",
            "insisted",
            "warned",
            "warns",
            "announced",
            "promised",
            "recalls",
        ],
    ),
    (
        "de",
        &[
            "sagte",
            "sagt",
            "sagten",
            "sagen",
            "laut",
            "zufolge",
            "erklärte",
            "erklärt",
            "erklärten",
            "behauptet",
            "behauptete",
            "warnt",
            "warnte",
            "meint",
            "meinte",
            "teilte",
            "teilten",
            "berichtet",
            "berichtete",
            "kündigte",
            "versprach",
            "soll",
            "sollen",
        ],
    ),
    (
        "fr",
        &[
            "dit",
            "déclaré",
            "selon",
            "affirme",
            "affirmé",
            "estime",
            "estimé",
            "promis",
            "raconte",
            "accuse",
            "annoncé",
        ],
    ),
    (
        "es",
        &[
            "dijo", "dice", "dicen", "dijeron", "según", "explicó", "afirmó", "afirma", "aseguró",
            "recuerda", "acusa", "anunció",
        ],
    ),
];
const RESERVE: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "not",
            "no",
            "never",
            "without",
            "neither",
            "nor",
            "none",
            "if",
            "unless",
            "would",
            "could",
            "may",
            "might",
            "allegedly",
            "alleged",
            "suspected",
            "expected",
            "possibly",
            "perhaps",
            "probably",
            "likely",
            "unlikely",
            "nearly",
            "almost",
            "about",
            "around",
            "least",
            "most",
            "only",
            "plans",
            "planned",
            "appears",
            "seems",
        ],
    ),
    (
        "de",
        &[
            "nicht",
            "kein",
            "keine",
            "keinen",
            "keinem",
            "keiner",
            "nie",
            "ohne",
            "weder",
            "wenn",
            "falls",
            "würde",
            "würden",
            "könnte",
            "könnten",
            "mutmaßlich",
            "mutmaßliche",
            "angeblich",
            "vielleicht",
            "wohl",
            "voraussichtlich",
            "fast",
            "knapp",
            "rund",
            "etwa",
            "mindestens",
            "höchstens",
            "nur",
        ],
    ),
    (
        "fr",
        &[
            "pas",
            "ne",
            "jamais",
            "sans",
            "ni",
            "si",
            "pourrait",
            "pourraient",
            "serait",
            "seraient",
            "aurait",
            "auraient",
            "présumé",
            "environ",
            "moins",
            "plus",
            "presque",
            "seulement",
        ],
    ),
    (
        "es",
        &[
            "no", "nunca", "sin", "ni", "si", "podría", "podrían", "sería", "habría", "presunto", "presunta",
            "quizás", "unos", "casi", "menos", "más", "solo", "sólo",
        ],
    ),
];

/// Words that open a clause which depends on the word before them: "denied that", "unklar, ob".
const DEPENDING: &[(&str, &[&str])] =
    &[("en", &["that", "whether"]), ("de", &["dass", "ob"]), ("fr", &["que", "qu"]), ("es", &["que"])];

/// Words in which a text speaks to whoever writes. A sentence with one of them stands in its own words.
const ORDERS: &[&str] = &[
    "instruction",
    "instructions",
    "prompt",
    "prompts",
    "ignore",
    "disregard",
    "assistant",
    "chatbot",
    "anweisung",
    "anweisungen",
    "ignoriere",
    "ignorieren",
    "ignorez",
    "ignorer",
    "consigne",
    "consignes",
    "instrucciones",
    "instrucción",
    "ignora",
    "ignorar",
    "llm",
    "gpt",
];

/// Whether a text may be speaking to the writer.
pub(super) fn orders(text: &str) -> bool {
    words(text).any(|word| ORDERS.contains(&fold(word.text).as_str()))
}

fn of(table: &[(&str, &'static [&'static str])], lang: Lang) -> &'static [&'static str] {
    table.iter().find(|(of, _)| *of == lang.as_str()).map_or(&[], |(_, words)| words)
}

/// What a cited sentence says with a reserve, as somebody's report or depending on a word, and the sentence without.
fn dropped(own: &str, source: &str, lang: Lang) -> Option<Fault> {
    let all = |text: &str| words(text).map(|word| fold(word.text)).collect::<Vec<String>>();
    let (own, source) = (all(own), all(source));
    let lacks = |word: &str| !own.iter().any(|held| held == word);
    let has = |word: &str| source.iter().any(|held| held == word);
    let report: Vec<&str> = of(REPORT, lang).iter().copied().filter(|word| has(word)).collect();
    let bare = report.first().copied().filter(|_| report.iter().all(|word| lacks(word)));
    let reserve = of(RESERVE, lang).iter().copied().find(|word| has(word) && lacks(word));
    let depending = source.windows(2).find_map(|pair| {
        let [before, opens] = pair else { return None };
        (of(DEPENDING, lang).contains(&opens.as_str()) && lacks(before)).then_some(before.as_str())
    });
    bare.or(reserve).or(depending).map(|word| Fault::Dropped(word.to_owned()))
}

/// Whether `words` stand in `held` as whole words.
fn stands_in(words: &str, held: &str) -> bool {
    held.match_indices(words).any(|(at, _)| {
        let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        let before = held.get(..at).and_then(|head| head.chars().next_back());
        let after = held.get(at + words.len()..).and_then(|tail| tail.chars().next());
        edge(before) && edge(after)
    })
}
