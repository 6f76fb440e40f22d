//! Number words, magnitudes and units of four languages; in others digits alone are read, with signs and
//! international units. It refuses articles: "a", "ein", "un" count nothing.

use wireroom_model::Lang;

/// What a word is worth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Numeral {
    pub(super) value: f64,
    /// A number and nothing else: "one", "half" and "dozens" are not.
    pub(super) sure: bool,
}

const ENGLISH: &[(&str, f64)] = &[
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
    ("hundred", 100.0),
];
const GERMAN: &[(&str, f64)] = &[
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
    ("dreizehn", 13.0),
    ("vierzehn", 14.0),
    ("fünfzehn", 15.0),
    ("sechzehn", 16.0),
    ("siebzehn", 17.0),
    ("achtzehn", 18.0),
    ("neunzehn", 19.0),
    ("zwanzig", 20.0),
    ("dreißig", 30.0),
    ("dreissig", 30.0),
    ("vierzig", 40.0),
    ("fünfzig", 50.0),
    ("sechzig", 60.0),
    ("siebzig", 70.0),
    ("achtzig", 80.0),
    ("neunzig", 90.0),
    ("hundert", 100.0),
    ("tausend", 1000.0),
];
const FRENCH: &[(&str, f64)] = &[
    ("deux", 2.0),
    ("trois", 3.0),
    ("quatre", 4.0),
    ("cinq", 5.0),
    ("six", 6.0),
    ("sept", 7.0),
    ("huit", 8.0),
    ("neuf", 9.0),
    ("dix", 10.0),
    ("onze", 11.0),
    ("douze", 12.0),
    ("treize", 13.0),
    ("quatorze", 14.0),
    ("quinze", 15.0),
    ("seize", 16.0),
    ("vingt", 20.0),
    ("vingts", 20.0),
    ("trente", 30.0),
    ("quarante", 40.0),
    ("cinquante", 50.0),
    ("soixante", 60.0),
    ("cent", 100.0),
    ("cents", 100.0),
    ("mille", 1000.0),
];
const SPANISH: &[(&str, f64)] = &[
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
    ("trece", 13.0),
    ("catorce", 14.0),
    ("quince", 15.0),
    ("dieciséis", 16.0),
    ("diecisiete", 17.0),
    ("dieciocho", 18.0),
    ("diecinueve", 19.0),
    ("veinte", 20.0),
    ("veintiuno", 21.0),
    ("veintidós", 22.0),
    ("veintitrés", 23.0),
    ("veinticuatro", 24.0),
    ("veinticinco", 25.0),
    ("veintiséis", 26.0),
    ("veintisiete", 27.0),
    ("veintiocho", 28.0),
    ("veintinueve", 29.0),
    ("treinta", 30.0),
    ("cuarenta", 40.0),
    ("cincuenta", 50.0),
    ("sesenta", 60.0),
    ("setenta", 70.0),
    ("ochenta", 80.0),
    ("noventa", 90.0),
    ("cien", 100.0),
    ("ciento", 100.0),
];
/// Words that may count and may be something else: compared where they stand in each other's place, no more.
const LOOSE: &[(&str, &str, f64)] = &[
    ("en", "one", 1.0),
    ("en", "half", 0.5),
    ("en", "dozen", 12.0),
    ("en", "dozens", 24.0),
    ("en", "hundreds", 100.0),
    ("en", "thousands", 1000.0),
    ("de", "hälfte", 0.5),
    ("de", "dutzend", 12.0),
    ("de", "dutzende", 24.0),
    ("de", "hunderte", 100.0),
    ("de", "tausende", 1000.0),
    ("fr", "moitié", 0.5),
    ("fr", "dizaine", 10.0),
    ("fr", "douzaine", 12.0),
    ("fr", "vingtaine", 20.0),
    ("fr", "trentaine", 30.0),
    ("fr", "quarantaine", 40.0),
    ("fr", "cinquantaine", 50.0),
    ("fr", "centaine", 100.0),
    ("fr", "centaines", 100.0),
    ("fr", "milliers", 1000.0),
    ("es", "mitad", 0.5),
    ("es", "decena", 10.0),
    ("es", "docena", 12.0),
    ("es", "veintena", 20.0),
    ("es", "centenar", 100.0),
    ("es", "cientos", 100.0),
    ("es", "miles", 1000.0),
];

/// A folded word that is a number.
pub(super) fn numeral(word: &str, lang: Lang) -> Option<Numeral> {
    let (code, table) = match lang.as_str() {
        "en" | "und" => ("en", ENGLISH),
        "de" => ("de", GERMAN),
        "fr" => ("fr", FRENCH),
        "es" => ("es", SPANISH),
        _ => return None,
    };
    let listed = table.iter().find(|(name, _)| *name == word).map(|(_, value)| *value);
    let compound = || if code == "de" { german(word) } else { None };
    if let Some(value) = listed.or_else(compound) {
        return Some(Numeral { value, sure: true });
    }
    let loose = LOOSE.iter().find(|(of, name, _)| *of == code && *name == word);
    loose.map(|(.., value)| Numeral { value: *value, sure: false })
}

/// "zweiundsiebzig", "dreihundertzwanzig", "zwölftausend": German writes a number as one word.
fn german(word: &str) -> Option<f64> {
    let small = |part: &str| -> Option<f64> {
        if matches!(part, "ein" | "eins") {
            return Some(1.0);
        }
        let listed = |part: &str| GERMAN.iter().find(|(name, _)| *name == part).map(|(_, value)| *value);
        listed(part).or_else(|| {
            let (ones, tens) = part.split_once("und")?;
            let ones = if ones == "ein" { 1.0 } else { listed(ones).filter(|v| *v < 10.0)? };
            Some(ones + listed(tens).filter(|v| (20.0..100.0).contains(v))?)
        })
    };
    let below = |part: &str| -> Option<f64> {
        match part.split_once("hundert") {
            Some((front, rest)) => {
                let front = if front.is_empty() { 1.0 } else { small(front).filter(|v| *v < 20.0)? };
                Some(front * 100.0 + if rest.is_empty() { 0.0 } else { small(rest)? })
            }
            None => small(part),
        }
    };
    // "und" alone makes no number, and neither does a lone "ein".
    if word.chars().count() < 6 {
        return None;
    }
    match word.split_once("tausend") {
        Some((front, rest)) => {
            let front = if front.is_empty() { 1.0 } else { below(front)? };
            Some(front * 1000.0 + if rest.is_empty() { 0.0 } else { below(rest)? })
        }
        None => below(word),
    }
}

/// "million" and its like, and letters glued to the digits ("8bn").
pub(super) fn magnitude(word: &str, lang: Lang, glued: bool) -> Option<f64> {
    match (word, lang.as_str()) {
        ("k", _) if glued => Some(1e3),
        ("m", _) if glued => Some(1e6),
        ("b", _) if glued => Some(1e9),
        ("thousand", "en" | "und") | ("tausend", "de") | ("mille", "fr") | ("mil", "es" | "pt") => Some(1e3),
        ("lakh" | "lakhs", "en" | "und") => Some(1e5),
        ("crore" | "crores", "en" | "und") => Some(1e7),
        ("million" | "millions" | "millionen" | "mio" | "millón" | "millones" | "mn", _) => Some(1e6),
        ("billion" | "bn", "en" | "und")
        | ("milliarde" | "milliarden" | "mrd" | "milliard" | "milliards", _) => Some(1e9),
        ("trillion" | "tn", "en" | "und") | ("billion" | "billionen", "de" | "fr") | ("billones", "es") => {
            Some(1e12)
        }
        _ => None,
    }
}

/// The unit that some words name together, in one spelling.
pub(super) fn unit(words: &[&str]) -> Option<&'static str> {
    Some(match words {
        ["%" | "percent" | "prozent" | "pc"] | ["per", "cent"] | ["pour", "cent"] | ["por", "ciento"] => {
            "percent"
        }
        ["$" | "dollar" | "dollars"] | ["us", "dollars"] => "USD",
        ["€" | "euro" | "euros"] | ["d", "’" | "'", "euros"] => "EUR",
        ["£" | "pound" | "pounds"] => "GBP",
        ["¥" | "yen"] => "JPY",
        ["₹" | "rupee" | "rupees"] => "INR",
        ["°"] | ["°", "c"] | ["c"] | ["degrees" | "grad" | "degrés" | "grados"] => "celsius",
        ["km" | "kilometres" | "kilometers" | "kilometer" | "kilometern" | "kilomètres" | "kilómetros"] => {
            "km"
        }
        ["km", "/", "h"] => "km/h",
        ["m" | "metres" | "meters" | "meter" | "metern" | "mètres" | "metros"] => "m",
        ["miles" | "mile" | "meilen"] => "mile",
        ["tonnes" | "tons" | "tonnen" | "toneladas"] => "tonne",
        ["hectares" | "hektar" | "hectáreas" | "ha"] => "hectare",
        ["kg" | "kilos" | "kilograms" | "kilogramm"] => "kg",
        ["years" | "jahre" | "jahren" | "ans" | "années" | "años"] => "year",
        ["days" | "tage" | "tagen" | "jours" | "días"] => "day",
        ["hours" | "stunden" | "heures" | "horas"] => "hour",
        ["minutes" | "minuten" | "minutos"] => "minute",
        _ => return None,
    })
}
