//! Numbers that are no figures: dates and times of day, ages beside names, ranks, scores, addresses, numbers dialled,
//! and numbers within names. When in doubt between a name and a count, it is a name.
//! Start at [`is_none`].

use super::nouns::{is_plural, noun_at};
use super::proper::{is_address, is_in_name};
use super::read::Amount;
use super::tokens::{Kind, Sentence};
use super::units::{self, Measure};

/// Nobody in the news is older.
const MAX_AGE: f64 = 120.0;
/// No side of a match scores more, rugby and basketball aside.
const MAX_SCORE: f64 = 30.0;

/// True where the amount is no figure. `hedged`: only counts are hedged, so that settles a few doubts.
pub(super) fn is_none(s: &Sentence<'_>, a: &Amount, single: bool, hedged: bool) -> bool {
    let dated = (a.first..a.next).any(|at| s.at(at).is_some_and(|t| t.dated));
    dated
        || is_glued(s, a)
        || is_clock(s, a, single)
        || !hedged && is_label(s, a)
        || !hedged && is_in_name(s, a)
        || is_address(s, a)
        || is_age(s, a)
        || is_one(s, a)
        || is_pair_known(s, a)
        || is_year(s, a, single, hedged)
        || is_dialled(s, a)
        || is_period(s, a)
}

/// "2-2", "0-0", "3:1" with no noun after: past it.
pub(super) fn score(s: &Sentence<'_>, a: &Amount) -> Option<usize> {
    let mark = s.at(a.next)?;
    let sign = matches!(mark.word.as_ref(), "-" | "–" | ":" | "‑") && mark.glued && s.glued(a.next + 1);
    let other = s.at(a.next + 1).filter(|t| t.kind == Kind::Number)?;
    if !sign || a.unit.is_some() || !a.value.digits {
        return None;
    }
    let low = a.value.low;
    let high = super::numbers::digits(&other.word, s.lexicon.decimal).unwrap_or(0.0);
    let past = a.next + 2;
    let noun = noun_at(s, past).is_some() || units::unit(s, past).is_some();
    let sport = matches!(
        s.word(past),
        "win"
            | "victory"
            | "defeat"
            | "draw"
            | "loss"
            | "lead"
            | "home"
            | "away"
            | "aggregate"
            | "triumph"
            | "thriller"
            | "success"
            | "deficit"
            | "advantage"
            | "vote"
            | "ruling"
            | "decision"
    );
    let range = mark.word != ":" && low < high && noun && !sport;
    let three = s.word(past) == "-" && s.is_number(past + 1);
    ((low <= MAX_SCORE || mark.is(":") || three) && !range).then_some(past)
}

/// "12th", "2e", "5pm", "COVID-19", "five-star", "34-year-old", "9/11".
fn is_glued(s: &Sentence<'_>, a: &Amount) -> bool {
    let tail = s.at(a.next).filter(|t| t.glued);
    let after = tail.is_some_and(|t| match t.kind {
        Kind::Word | Kind::Number => true,
        Kind::Sign => {
            let more = s.at(a.next + 1).is_some_and(|n| n.glued && n.kind != Kind::Sign);
            more && matches!(t.word.as_ref(), "-" | "/" | ":" | "‑" | "@" | "_" | "'" | "." | "=")
        }
    });
    let first = s.at(a.first);
    let glued = first.is_some_and(|t| t.glued && t.kind == Kind::Number);
    let before = glued
        && s.before(a.first, 1).is_some_and(|t| match t.kind {
            Kind::Word | Kind::Number => true,
            Kind::Sign => {
                let joined = t.glued && s.before(a.first, 2).is_some_and(|p| p.kind != Kind::Sign);
                matches!(t.word.as_ref(), "#" | "§" | "@" | "_" | "°" | "º")
                    || joined && matches!(t.word.as_ref(), "-" | "/" | ":" | "." | "–" | "‑" | "," | "=")
            }
        });
    // German and French ordinals: "am 3. Tag", "2 ème"; the stop is no sentence's end.
    let stop = s.word(a.next) == "." && s.glued(a.next) && s.at(a.next + 1).is_some();
    let ordinal =
        stop && s.lexicon.lang.as_str() == "de" && a.value.digits && a.unit.is_none() && a.value.high < 100.0;
    let old = a.adjective && s.word(a.next) == "-" || s.word(a.next) == "old" && a.value.high <= MAX_AGE;
    after || before || ordinal || old
}

/// "shortly before five in the morning": the part of the day makes the number an hour.
fn is_of_the_day(s: &Sentence<'_>, next: usize) -> bool {
    let (first, second, third) = (s.word(next), s.word(next + 1), s.word(next + 2));
    first == "in" && second == "the" && matches!(third, "morning" | "afternoon" | "evening")
        || first == "at" && second == "night"
}

fn is_clock(s: &Sentence<'_>, a: &Amount, single: bool) -> bool {
    let small = a.value.low >= 0.0 && a.value.high <= 24.0;
    let next = s.word(a.next);
    let before = s.word_before(a.first, 1);
    if a.unit.is_none() {
        let marked = s.lexicon.clocks.contains(next)
            || matches!(next, "a" | "p") && s.word(a.next + 1) == "." && s.word(a.next + 2) == "m"
            || matches!(next, "past" | "to") && s.word_before(a.first, 1) == "at"
            || next == "o" && s.word(a.next + 1) == "'" && s.word(a.next + 2) == "clock"
            || matches!(before, "h" | "uhr") && s.is_number(a.first.wrapping_sub(2))
            || next == ":" && s.glued(a.next)
            || small && is_of_the_day(s, a.next);
        let bare = noun_at(s, a.next).is_none() && a.value.scaled == 1.0 && small && single;
        let article = matches!(before, "las" | "la")
            && matches!(s.word_before(a.first, 2), "a" | "desde" | "hasta" | "de" | "sobre" | "y");
        let at = s.lexicon.at.contains(before)
            && s.lexicon.lang.as_str() != "es"
            && (a.value.high <= 12.0 || a.value.low.fract() != 0.0)
            && !(before == "by" && a.value.digits && a.value.low.fract() != 0.0)
            && !(s.lexicon.lang.as_str() == "fr" && a.value.digits && a.value.low.fract() != 0.0);
        // "by 12 to 8": what votes and changes say stands with "by" too.
        let by = before == "by" && a.value.digits;
        return marked || article && small && bare || at && bare && !by;
    }
    // "à 14 heures", "de 7 heures à 18 heures", "a las 11 horas".
    let hour = a.unit.is_some_and(|u| u.as_str() == "hour");
    let romance = matches!(s.lexicon.lang.as_str(), "fr" | "es");
    let cued = matches!(before, "à" | "vers" | "dès" | "avant" | "après" | "las" | "la")
        || before == "de" && matches!(s.word(a.next), "à" | "a");
    hour && romance && small && cued && a.value.digits
        || hour && a.value.digits && s.is_number(a.next) && s.lexicon.lang.as_str() == "fr"
        // "seit fünf Uhr"
        || s.lexicon.clocks.contains(next) && !a.unit.is_some_and(|u| u.is_money())
}

/// "Section 12", "line 5", "No. 9", "§ 34", "n° 4".
fn is_label(s: &Sentence<'_>, a: &Amount) -> bool {
    if a.unit.is_some_and(units::Unit::is_money) || a.value.scaled > 1.0 || a.value.share {
        return false;
    }
    let Some(before) = s.before(a.first, 1) else { return false };
    let word = before.word.as_ref();
    if matches!(word, "#" | "§" | "°" | "º" | "№") {
        return true;
    }
    if word == "." {
        return matches!(
            s.word_before(a.first, 2),
            "no" | "nr" | "art" | "núm" | "nos" | "abs" | "vol" | "l" | "r" | "fig" | "sec"
        );
    }
    let letter = word.chars().count() == 1;
    if letter {
        return before.capital
            && a.value.digits
            && a.unit.is_none()
            && !(word == "a" && s.opens(a.first - 1))
            && !(word == "i" || word == "y" || word == "à");
    }
    // "the dead now number 163"
    let counts = word == "number"
        && !before.capital
        && (s
            .before(a.first, 2)
            .is_some_and(|t| t.one_of(&["now", "already", "that", "they", "who", "dead"]))
            || a.first > 1 && is_plural(s, a.first - 2));
    let label = s.lexicon.labels.contains(word) && !before.dated && !counts;
    // "that day 400 people", "the court 12 times".
    let soft = matches!(
        word,
        "day"
            | "week"
            | "year"
            | "house"
            | "court"
            | "group"
            | "station"
            | "camp"
            | "pool"
            | "table"
            | "class"
            | "hall"
            | "count"
            | "part"
            | "post"
            | "point"
            | "track"
            | "area"
            | "zone"
            | "boat"
            | "train"
            | "bus"
            | "square"
            | "tag"
            | "woche"
            | "runde"
            | "gruppe"
            | "teil"
            | "haus"
            | "tren"
            | "grupo"
            | "zona"
            | "groupe"
            | "saison"
    );
    let measured = a.unit.is_some()
        && !matches!(word, "kilometre" | "kilómetro" | "kilomètre" | "kilometer" | "size" | "age" | "aged");
    let counted = soft && noun_at(s, a.next).is_some_and(|noun| is_plural(s, noun));
    label && !measured && !counted
}

/// "Ruiz, 54,", "(61)", "un vacancier de 66 ans", "aged 12".
fn is_age(s: &Sentence<'_>, a: &Amount) -> bool {
    let years = a.unit.is_some_and(|u| u.as_str() == "year");
    if !(a.unit.is_none() || years)
        || a.value.scaled > 1.0
        || a.value.high > MAX_AGE
        || a.value.low.fract() != 0.0
    {
        return false;
    }
    let before = s.word_before(a.first, 1);
    let ends = s
        .at(a.next)
        .is_none_or(|t| t.kind == Kind::Sign && t.one_of(&[",", ".", ")", ";", ":", "—", "–", "”", "\""]));
    let named = s.before(a.first, 2).is_some_and(|t| t.capital || t.one_of(&[")", "”", "\""]));
    let person = |word: &str| s.lexicon.persons.contains(word);
    if before == "(" && s.word(a.next) == ")" {
        return true;
    }
    if before == ","
        && ends
        && (named && a.value.digits || years && (named || person(s.word_before(a.first, 2))))
    {
        return true;
    }
    if matches!(s.word(a.next), "old" | "alt") && years {
        return true;
    }
    // "children under five"
    let group = a.first > 1 && (is_plural(s, a.first - 2) || person(s.word_before(a.first, 2)));
    if !years && matches!(before, "under" | "over") && group && noun_at(s, a.next).is_none() {
        return true;
    }
    if !years {
        return matches!(before, "aged" | "âgé" | "âgée" | "âgés" | "âgées");
    }
    let two = s.word_before(a.first, 2);
    let of = before == "de" || before == "von";
    let aged = matches!(two, "âgé" | "âgée" | "âgés" | "âgées" | "edad" | "alter" | "mayores" | "menores");
    // "une peine de 12 ans" lasts, "un marin de 66 ans" is as old.
    let lasts = [
        "peine",
        "prison",
        "période",
        "contrat",
        "plan",
        "durée",
        "détention",
        "bail",
        "réclusion",
        "mandat",
        "moyenne",
        "retard",
        "garantie",
        "délai",
        "expérience",
        "espérance",
        "guerre",
        "conflit",
        "pena",
        "prisión",
        "condena",
        "periodo",
        "período",
        "plazo",
        "contrato",
        "vida",
        "media",
        "mandato",
        "cárcel",
        "retraso",
        "experiencia",
        "más",
        "menos",
        "plus",
        "moins",
        "près",
        "cerca",
        "guerra",
        "conflicto",
        "tiempo",
    ];
    let romance = matches!(s.lexicon.lang.as_str(), "fr" | "es") && a.value.digits && a.value.low >= 5.0;
    let noun = s.before(a.first, 2).is_some_and(|t| t.is_word() && !s.lexicon.is_verb(&t.word))
        && !lasts.contains(&two);
    of && (aged || two == "," || person(two) || romance && noun) || before == "aged"
}

/// "one of the", "one" as a pronoun, "un" and "una" as articles.
fn is_one(s: &Sentence<'_>, a: &Amount) -> bool {
    if a.value.digits || a.value.low != 1.0 || a.value.high != 1.0 || a.value.scaled > 1.0 || a.value.share {
        return false;
    }
    let word = s.word(a.value.first);
    let time = a.unit.is_some_and(|u| u.measure().0 == Measure::Time);
    let before = s.word_before(a.first, 1);
    match s.lexicon.lang.as_str() {
        "en" => {
            let person = s.lexicon.persons.contains(s.word(a.next))
                || s.word(a.next) == "person"
                || s.word(a.next) == "civilian"
                || s.word(a.next) == "soldier";
            let hurt = s.tokens.iter().any(|t| {
                t.one_of(&[
                    "killed", "injured", "died", "dead", "wounded", "hurt", "missing", "arrested",
                    "injuring", "killing",
                ])
            });
            let most =
                ["at least", "more than", "less than"].iter().any(|p| s.ends_before(a.first, p).is_some());
            let counted = person && hurt && !matches!(before, "the" | "this" | "no" | "any" | "every");
            !(counted || most && (a.unit.is_some() || noun_at(s, a.next).is_some()))
        }
        _ => {
            let cued = matches!(
                before,
                "pendant"
                    | "durant"
                    | "depuis"
                    | "durante"
                    | "desde"
                    | "por"
                    | "für"
                    | "seit"
                    | "während"
                    | "cortada"
                    | "cerrado"
            ) || matches!(s.word(a.next), "más" | "lang" | "supplémentaire");
            !(time && cued && word != "une fois")
        }
    }
}

/// "the two", "les deux": two that were told of before.
fn is_pair_known(s: &Sentence<'_>, a: &Amount) -> bool {
    !a.value.digits
        && a.value.low == 2.0
        && a.unit.is_none()
        && (matches!(
            s.word_before(a.first, 1),
            "the" | "these" | "those" | "les" | "los" | "las" | "die" | "den" | "ces" | "estos"
        ) || s.word(a.value.first) == "beide")
}

/// "2012" alone is a year, "2,012" is not.
fn is_year(s: &Sentence<'_>, a: &Amount, single: bool, hedged: bool) -> bool {
    let plain = s.at(a.value.first).is_some_and(|t| t.kind == Kind::Number && t.word.len() == 4);
    if !plain
        || !single
        || a.unit.is_some()
        || a.value.scaled > 1.0
        || !(1800.0..2100.0).contains(&a.value.low)
    {
        return false;
    }
    let verb = s
        .before(a.first, 1)
        .is_some_and(|t| s.lexicon.is_verb(&t.word) && !s.lexicon.stops.contains(t.word.as_ref()));
    !((verb || hedged) && noun_at(s, a.next).is_some_and(|noun| is_plural(s, noun)))
}

/// "0555 014 220": bare numbers side by side.
fn is_dialled(s: &Sentence<'_>, a: &Amount) -> bool {
    if a.unit.is_some() || !a.value.digits || a.value.scaled > 1.0 {
        return false;
    }
    let bare = |at: Option<usize>| {
        at.and_then(|at| s.at(at)).is_some_and(|t| t.kind == Kind::Number && (!t.dated || t.word.len() < 3))
    };
    let groups = s.at(a.value.first).map_or(0, |t| t.word.split([' ', '\u{a0}', '\u{202f}']).count());
    let call = (1..=6).any(|back| {
        let word = s.word_before(a.first, back);
        ["llam", "tel", "tél", "appel", "call", "phon", "numéro", "número", "hotline", "dial"]
            .iter()
            .any(|stem| word.starts_with(stem))
    });
    bare(a.first.checked_sub(1)) || bare(Some(a.next)) || groups > 2 && call && noun_at(s, a.next).is_none()
}

/// "the past 24 hours", "next five years": a period, not a length.
fn is_period(s: &Sentence<'_>, a: &Amount) -> bool {
    let before = s.word_before(a.first, 1);
    let after = s.word(a.next);
    let around = [
        "past",
        "last",
        "previous",
        "next",
        "coming",
        "following",
        "vergangenen",
        "letzten",
        "nächsten",
        "kommenden",
        "últimos",
        "últimas",
        "próximos",
        "próximas",
        "derniers",
        "dernières",
        "prochains",
        "prochaines",
    ];
    let behind = ["derniers", "dernières", "prochains", "prochaines", "ago", "earlier", "later", "atrás"];
    let time = a.unit.is_some_and(|u| u.measure().0 == Measure::Time);
    time && (around.contains(&before)
        || behind.contains(&after)
        || matches!(before, "hace" | "vor") && after != "alt")
}
