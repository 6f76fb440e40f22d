//! The words that figures are read by: number words, multipliers, hedges, units, and what befalls people.
//! Four languages; in others digits alone are read, and only percentages and currencies by their signs.

use wireroom_model::Lang;

/// How a hedge bounds its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bound {
    Exact,
    /// "about"
    Near,
    /// "at least", "more than"
    Least,
    /// "up to", "fewer than"
    Most,
}

/// Hedges by their words; longer ones first.
pub(super) const HEDGES: &[(&[&str], Bound)] = &[
    (&["at", "least"], Bound::Least),
    (&["no", "fewer", "than"], Bound::Least),
    (&["more", "than"], Bound::Least),
    (&["at", "most"], Bound::Most),
    (&["up", "to"], Bound::Most),
    (&["as", "many", "as"], Bound::Most),
    (&["fewer", "than"], Bound::Most),
    (&["less", "than"], Bound::Most),
    (&["close", "to"], Bound::Near),
    (&["over"], Bound::Least),
    (&["under"], Bound::Most),
    (&["about"], Bound::Near),
    (&["around"], Bound::Near),
    (&["some"], Bound::Near),
    (&["roughly"], Bound::Near),
    (&["nearly"], Bound::Near),
    (&["almost"], Bound::Near),
    (&["approximately"], Bound::Near),
    (&["mindestens"], Bound::Least),
    (&["mehr", "als"], Bound::Least),
    (&["über"], Bound::Least),
    (&["bis", "zu"], Bound::Most),
    (&["weniger", "als"], Bound::Most),
    (&["höchstens"], Bound::Most),
    (&["rund"], Bound::Near),
    (&["etwa"], Bound::Near),
    (&["fast"], Bound::Near),
    (&["knapp"], Bound::Near),
    (&["ungefähr"], Bound::Near),
    (&["au", "moins"], Bound::Least),
    (&["plus", "de"], Bound::Least),
    (&["moins", "de"], Bound::Most),
    (&["jusqu", "à"], Bound::Most),
    (&["environ"], Bound::Near),
    (&["près", "de"], Bound::Near),
    (&["quelque"], Bound::Near),
    (&["al", "menos"], Bound::Least),
    (&["por", "lo", "menos"], Bound::Least),
    (&["más", "de"], Bound::Least),
    (&["menos", "de"], Bound::Most),
    (&["hasta"], Bound::Most),
    (&["unos"], Bound::Near),
    (&["unas"], Bound::Near),
    (&["cerca", "de"], Bound::Near),
    (&["casi"], Bound::Near),
];

const ENGLISH_NUMBERS: &[(&str, f64)] = &[
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
    ("eleven", 11.0),
    ("twelve", 12.0),
    ("thirteen", 13.0),
    ("fourteen", 14.0),
    ("fifteen", 15.0),
    ("sixteen", 16.0),
    ("seventeen", 17.0),
    ("eighteen", 18.0),
    ("nineteen", 19.0),
    ("twenty", 20.0),
    ("thirty", 30.0),
    ("forty", 40.0),
    ("fifty", 50.0),
    ("sixty", 60.0),
    ("seventy", 70.0),
    ("eighty", 80.0),
    ("ninety", 90.0),
];
const GERMAN_NUMBERS: &[(&str, f64)] = &[
    ("zwei", 2.0),
    ("drei", 3.0),
    ("vier", 4.0),
    ("fünf", 5.0),
    ("sechs", 6.0),
    ("sieben", 7.0),
    ("acht", 8.0),
    ("neun", 9.0),
    ("zehn", 10.0),
    ("elf", 11.0),
    ("zwölf", 12.0),
];
const FRENCH_NUMBERS: &[(&str, f64)] = &[
    ("deux", 2.0),
    ("trois", 3.0),
    ("quatre", 4.0),
    ("cinq", 5.0),
    ("six", 6.0),
    ("sept", 7.0),
    ("huit", 8.0),
    ("dix", 10.0),
    ("onze", 11.0),
    ("douze", 12.0),
    ("quinze", 15.0),
    ("vingt", 20.0),
];
const SPANISH_NUMBERS: &[(&str, f64)] = &[
    ("dos", 2.0),
    ("tres", 3.0),
    ("cuatro", 4.0),
    ("cinco", 5.0),
    ("seis", 6.0),
    ("siete", 7.0),
    ("ocho", 8.0),
    ("nueve", 9.0),
    ("diez", 10.0),
    ("once", 11.0),
    ("doce", 12.0),
    ("quince", 15.0),
    ("veinte", 20.0),
];

/// The value of a number word.
pub(super) fn number_word(word: &str, lang: Lang) -> Option<f64> {
    let table = match lang.as_str() {
        "en" | "und" => ENGLISH_NUMBERS,
        "de" => GERMAN_NUMBERS,
        "fr" => FRENCH_NUMBERS,
        "es" => SPANISH_NUMBERS,
        _ => &[],
    };
    table.iter().find(|(name, _)| *name == word).map(|(_, value)| *value)
}

/// "million" and its like.
pub(super) fn multiplier(word: &str, lang: Lang) -> Option<f64> {
    match (word, lang.as_str()) {
        ("thousand", "en" | "und") | ("tausend", "de") | ("mille", "fr") | ("mil", "es") => Some(1e3),
        ("lakh" | "lakhs", "en" | "und") => Some(1e5),
        ("crore" | "crores", "en" | "und") => Some(1e7),
        ("million" | "millions" | "millionen" | "millón" | "millones" | "mn", _) => Some(1e6),
        ("billion" | "bn", "en" | "und") | ("milliarde" | "milliarden" | "milliard" | "milliards", _) => {
            Some(1e9)
        }
        ("trillion" | "tn", "en" | "und") | ("billion" | "billionen", "de" | "fr") | ("billones", "es") => {
            Some(1e12)
        }
        _ => None,
    }
}

/// The unit that a word or sign names, in one spelling.
pub(super) fn unit(word: &str) -> Option<&'static str> {
    Some(match word {
        "%" | "percent" | "prozent" | "pc" => "%",
        "$" | "dollar" | "dollars" | "us$" => "USD",
        "€" | "euro" | "euros" => "EUR",
        "£" | "pound" | "pounds" => "GBP",
        "¥" | "yen" => "JPY",
        "₹" | "rs" | "rupee" | "rupees" => "INR",
        "cent" | "cents" => "cents",
        "₽" | "rouble" | "roubles" | "ruble" | "rubles" | "rubel" => "RUB",
        "₴" | "hryvnia" | "hryvnias" => "UAH",
        "km" | "kilometres" | "kilometers" | "kilometer" | "kilomètres" | "kilómetros" => "km",
        "miles" | "mile" => "mi",
        "tonnes" | "tonnen" | "toneladas" | "tons" => "t",
        "hectares" | "hektar" | "hectáreas" => "ha",
        _ => return None,
    })
}

/// What befell the people counted, in one word for all languages and spellings.
pub(super) fn fate(word: &str) -> Option<&'static str> {
    Some(match word {
        "killed" | "killing" | "kills" | "kill" | "dead" | "died" | "deaths" | "fatalities" | "getötet"
        | "tote" | "toten" | "gestorben" | "tot" | "morts" | "mort" | "tués" | "tuées" | "décès"
        | "muertos" | "muertas" | "murieron" | "fallecidos" => "killed",
        "injured" | "injuring" | "injures" | "wounding" | "wounded" | "hurt" | "injuries" | "verletzt"
        | "verletzte" | "verletzten" | "blessés" | "blessées" | "heridos" | "heridas" => "injured",
        "missing" | "vermisst" | "vermisste" | "disparus" | "desaparecidos" => "missing",
        "arrested" | "detained" | "festgenommen" | "arrêtés" | "interpellés" | "detenidos" => "arrested",
        "evacuated" | "displaced" | "evakuiert" | "évacués" | "évacuées" | "evacuados" | "evacuadas"
        | "homeless" => "displaced",
        _ => return None,
    })
}

/// Units of time and order, which make a number a duration, an age or a rank.
pub(super) fn is_time(word: &str) -> bool {
    matches!(
        word,
        "years"
            | "year"
            | "months"
            | "month"
            | "weeks"
            | "week"
            | "days"
            | "day"
            | "hours"
            | "hour"
            | "minutes"
            | "minute"
            | "seconds"
            | "am"
            | "pm"
            | "a.m"
            | "p.m"
            | "gmt"
            | "uhr"
            | "jahre"
            | "jahren"
            | "jahr"
            | "monate"
            | "monaten"
            | "wochen"
            | "tage"
            | "tagen"
            | "stunden"
            | "minuten"
            | "ans"
            | "années"
            | "mois"
            | "semaines"
            | "jours"
            | "heures"
            | "años"
            | "meses"
            | "semanas"
            | "días"
            | "horas"
            | "minutos"
            | "old"
    )
}
