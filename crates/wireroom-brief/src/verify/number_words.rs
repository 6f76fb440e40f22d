//! Number words of four languages and what multiplies them. Tables, and the one rule that German needs.
//! It composes nothing: `numbers` puts "two hundred and fifty" together. Start at [`small`] and [`scale`].

use wireroom_model::Lang;

/// A number word below a hundred.
pub(super) fn small(word: &str, lang: Lang) -> Option<f64> {
    let table = match lang.as_str() {
        "de" => return german(word),
        "fr" => FRENCH,
        "es" => SPANISH,
        "en" | "und" => ENGLISH,
        _ => return None,
    };
    table
        .iter()
        .position(|names| names.split(' ').any(|name| name == word))
        .and_then(|index| VALUES.get(index))
        .copied()
}

const VALUES: [f64; 28] = [
    1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0, 12.0, 13.0, 14.0, 15.0, 16.0, 17.0, 18.0, 19.0,
    20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0, 0.0,
];
const ENGLISH: &[&str] = &[
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "zero",
];
const FRENCH: &[&str] = &[
    "-",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "-",
    "-",
    "-",
    "vingt vingts",
    "trente",
    "quarante",
    "cinquante",
    "soixante",
    "septante",
    "huitante",
    "nonante",
    "zéro",
];
const SPANISH: &[&str] = &[
    "-",
    "dos",
    "tres",
    "cuatro",
    "cinco",
    "seis",
    "siete",
    "ocho",
    "nueve",
    "diez",
    "once",
    "doce",
    "trece",
    "catorce",
    "quince",
    "dieciséis",
    "diecisiete",
    "dieciocho",
    "diecinueve",
    "veinte",
    "treinta",
    "cuarenta",
    "cincuenta",
    "sesenta",
    "setenta",
    "ochenta",
    "noventa",
    "cero",
];
const GERMAN: &[&str] = &[
    "eins ein",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwölf",
    "dreizehn",
    "vierzehn",
    "fünfzehn",
    "sechzehn",
    "siebzehn",
    "achtzehn",
    "neunzehn",
    "zwanzig",
    "dreißig",
    "vierzig",
    "fünfzig",
    "sechzig",
    "siebzig",
    "achtzig",
    "neunzig",
    "null",
];

/// German writes a number as one word: "zweihundertvierundzwanzig".
fn german(word: &str) -> Option<f64> {
    let plain = |word: &str| {
        GERMAN
            .iter()
            .position(|names| names.split(' ').any(|n| n == word))
            .and_then(|i| VALUES.get(i))
            .copied()
    };
    if matches!(word, "ein" | "eins") {
        return None;
    }
    if let Some(value) = plain(word) {
        return Some(value);
    }
    for (name, times) in [("tausend", 1e3), ("hundert", 1e2)] {
        if let Some((front, back)) = word.split_once(name) {
            let front = if front.is_empty() { 1.0 } else { plain(front).or_else(|| german(front))? };
            let back = if back.is_empty() { 0.0 } else { plain(back).or_else(|| german(back))? };
            return (word != name).then_some(front * times + back);
        }
    }
    let (ones, tens) = word.split_once("und")?;
    let (ones, tens) = (plain(ones)?, plain(tens)?);
    (ones < 10.0 && tens >= 20.0).then_some(ones + tens)
}

/// "hundred", "million" and their like.
pub(super) fn scale(word: &str, lang: Lang) -> Option<f64> {
    let lang = lang.as_str();
    Some(match (word, lang) {
        ("dozen", "en" | "und") | ("dutzend", "de") | ("douzaine", "fr") | ("docena", "es") => 12.0,
        ("hundred", "en" | "und")
        | ("hundert", "de")
        | ("cent" | "cents", "fr")
        | ("cien" | "ciento", "es") => 100.0,
        ("thousand", "en" | "und") | ("tausend", "de") | ("mille", "fr") | ("mil", "es") => 1e3,
        ("lakh" | "lakhs", "en" | "und") => 1e5,
        ("crore" | "crores", "en" | "und") => 1e7,
        ("million" | "mn" | "millionen" | "mio" | "millón" | "milione", _) => 1e6,
        ("millions", "fr") | ("millones", "es") | ("milhões" | "milhão", _) => 1e6,
        ("billion" | "bn", "en" | "und")
        | ("milliarde" | "milliarden" | "mrd" | "milliard" | "milliards", _) => 1e9,
        ("trillion" | "tn", "en" | "und")
        | ("billion" | "billionen", "de")
        | ("billions" | "billion", "fr") => 1e12,
        ("billón" | "billones", "es") => 1e12,
        _ => return None,
    })
}
