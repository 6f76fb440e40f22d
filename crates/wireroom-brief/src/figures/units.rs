//! Units and currencies by their words and signs, and what turns one unit of a kind into another.
//! One spelling for all languages: "km", "EUR", "percent". It refuses to turn one currency into another.
//! Start at [`unit`].

use super::tokens::{Kind, Sentence};
use serde::Serialize;
use std::sync::LazyLock;
use wireroom_text::hash::ByWord;

/// A unit in its one spelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Unit(pub(super) &'static str);

/// What a unit measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    Money,
    Share,
    Points,
    Length,
    Area,
    Mass,
    Volume,
    Speed,
    Temperature,
    Time,
    Energy,
    Power,
    Other,
}

impl Unit {
    pub const PERCENT: Self = Self("percent");
    pub const POINTS: Self = Self("points");
    pub const SHARE: Self = Self("share");

    /// The one spelling.
    pub const fn as_str(self) -> &'static str {
        self.0
    }

    /// What it measures, and how many of that measure's base unit it is.
    pub fn measure(self) -> (Measure, f64) {
        let (measure, factor) = match self.0 {
            "percent" => (Measure::Share, 0.01),
            "share" => (Measure::Share, 1.0),
            "points" => (Measure::Points, 1.0),
            "basis point" => (Measure::Points, 0.01),
            "mm" => (Measure::Length, 0.001),
            "cm" => (Measure::Length, 0.01),
            "inch" => (Measure::Length, 0.0254),
            "foot" => (Measure::Length, 0.3048),
            "yard" => (Measure::Length, 0.9144),
            "m" => (Measure::Length, 1.0),
            "km" => (Measure::Length, 1000.0),
            "mile" => (Measure::Length, 1609.344),
            "nautical mile" => (Measure::Length, 1852.0),
            "m2" => (Measure::Area, 1.0),
            "square foot" => (Measure::Area, 0.092_903),
            "acre" => (Measure::Area, 4046.86),
            "hectare" => (Measure::Area, 1e4),
            "km2" => (Measure::Area, 1e6),
            "square mile" => (Measure::Area, 2_589_988.0),
            "g" => (Measure::Mass, 0.001),
            "kg" => (Measure::Mass, 1.0),
            "tonne" => (Measure::Mass, 1000.0),
            "ounce" => (Measure::Mass, 0.028_349_5),
            "pound" => (Measure::Mass, 0.453_592),
            "litre" => (Measure::Volume, 1.0),
            "m3" => (Measure::Volume, 1000.0),
            "barrel" => (Measure::Volume, 158.987),
            "gallon" => (Measure::Volume, 3.785_41),
            "km/h" => (Measure::Speed, 1.0),
            "mph" => (Measure::Speed, 1.609_344),
            "knot" => (Measure::Speed, 1.852),
            "celsius" => (Measure::Temperature, 1.0),
            "fahrenheit" => (Measure::Temperature, 5.0 / 9.0),
            "second" => (Measure::Time, 1.0),
            "minute" => (Measure::Time, 60.0),
            "hour" => (Measure::Time, 3600.0),
            "day" => (Measure::Time, 86_400.0),
            "night" => (Measure::Time, 86_400.0),
            "week" => (Measure::Time, 604_800.0),
            "month" => (Measure::Time, 2_629_746.0),
            "year" => (Measure::Time, 31_556_952.0),
            "decade" => (Measure::Time, 315_569_520.0),
            "century" => (Measure::Time, 3_155_695_200.0),
            "kWh" => (Measure::Energy, 1.0),
            "MWh" => (Measure::Energy, 1e3),
            "GWh" => (Measure::Energy, 1e6),
            "TWh" => (Measure::Energy, 1e9),
            "kW" => (Measure::Power, 1.0),
            "MW" => (Measure::Power, 1e3),
            "GW" => (Measure::Power, 1e6),
            name if is_money(name) => (Measure::Money, 1.0),
            _ => (Measure::Other, 1.0),
        };
        (measure, factor)
    }

    pub fn is_money(self) -> bool {
        is_money(self.0)
    }

    /// A value of this unit in its measure's base unit.
    pub(super) fn base(self, value: f64) -> f64 {
        match self.0 {
            "fahrenheit" => (value - 32.0) * 5.0 / 9.0,
            _ => value * self.measure().1,
        }
    }
}

fn is_money(name: &str) -> bool {
    name.len() == 3 && name.bytes().all(|b| b.is_ascii_uppercase())
        || matches!(name, "crown" | "peso" | "franc" | "dinar" | "rupee" | "pound money")
}

/// Units named by one word, in every language's spelling: the words, then what they are.
const WORDS: &[(&str, &str)] = &[
    ("% percent prozent pct pc", "percent"),
    ("prozentpunkt prozentpunkte prozentpunkten", "points"),
    (
        "mm millimetre millimetres millimeter millimeters millimetern millimètre millimètres milímetro milímetros",
        "mm",
    ),
    (
        "cm centimetre centimetres centimeter centimeters zentimeter zentimetern centimètre centimètres centímetro centímetros",
        "cm",
    ),
    ("m metre metres meter meters metern mètre mètres metro metros", "m"),
    (
        "km kms kilometre kilometres kilometer kilometers kilometern kilomètre kilomètres kilómetro kilómetros",
        "km",
    ),
    ("mile miles meile meilen mille-marin milla millas", "mile"),
    ("foot feet ft fuß pied pieds", "foot"),
    ("inch inches zoll pouces pulgadas", "inch"),
    ("yard yards", "yard"),
    ("hectare hectares hektar hectárea hectáreas ha", "hectare"),
    ("acre acres", "acre"),
    ("quadratkilometer quadratkilometern km²", "km2"),
    ("quadratmeter quadratmetern m² sqm", "m2"),
    ("kubikmeter kubikmetern m³", "m3"),
    ("gram grams gramm g gramme grammes gramo gramos", "g"),
    ("kilogram kilograms kilogramme kilogrammes kilo kilos kg kilogramm kilogramo kilogramos", "kg"),
    ("tonne tonnes ton tons tonnen tonelada toneladas t", "tonne"),
    ("ounce ounces unze unzen onces onzas", "ounce"),
    ("lb lbs", "pound"),
    ("litre litres liter liters litern litro litros", "litre"),
    ("barrel barrels barril barriles baril barils", "barrel"),
    ("gallon gallons", "gallon"),
    ("mph", "mph"),
    ("kmh kph stundenkilometer stundenkilometern", "km/h"),
    ("knot knots knoten nœuds nudos", "knot"),
    ("second seconds sekunde sekunden seconde secondes segundo segundos", "second"),
    ("minute minutes minuten minuto minutos min", "minute"),
    ("hour hours stunde stunden heure heures hora horas", "hour"),
    ("day days tag tage tagen jour jours día días", "day"),
    ("night nights nacht nächte nächten nuit nuits noche noches", "night"),
    ("week weeks woche wochen semaine semaines semana semanas", "week"),
    ("month months monat monate monaten mois mes meses", "month"),
    ("year years jahr jahre jahren an ans année années año años", "year"),
    ("decade decades jahrzehnt jahrzehnte jahrzehnten décennie décennies década décadas", "decade"),
    ("century centuries jahrhundert jahrhunderte jahrhunderten siècle siècles siglo siglos", "century"),
    ("kwh kilowattstunde kilowattstunden", "kWh"),
    ("mwh megawattstunde megawattstunden", "MWh"),
    ("gwh gigawattstunde gigawattstunden", "GWh"),
    ("twh terawattstunde terawattstunden", "TWh"),
    ("kw kilowatt kilowatts kilovatios", "kW"),
    ("mw megawatt megawatts megavatios", "MW"),
    ("gw gigawatt gigawatts gigavatios", "GW"),
    ("decibel decibels db dezibel décibels decibelios", "decibel"),
    ("$ dollar dollars dólar dólares", "USD"),
    ("€ euro euros eur", "EUR"),
    ("£ pound pounds gbp pfund livres sterling libras", "GBP"),
    ("¥ yen yens jpy", "JPY"),
    ("₹ inr rs", "INR"),
    ("rupee rupees rupien roupies rupias", "rupee"),
    ("yuan yuans renminbi rmb cny", "CNY"),
    ("₽ rouble roubles ruble rubles rubel rublos rub", "RUB"),
    ("₴ hryvnia hryvnias griwna uah", "UAH"),
    ("₩ won krw", "KRW"),
    ("₺ lira liras try", "TRY"),
    ("₪ shekel shekels schekel ils", "ILS"),
    ("₦ naira ngn", "NGN"),
    ("₱ php", "PHP"),
    ("zloty zlotys złoty pln", "PLN"),
    ("forint forints huf", "HUF"),
    ("rand zar", "ZAR"),
    ("reais brl", "BRL"),
    ("baht thb", "THB"),
    ("rial rials irr", "IRR"),
    ("usd", "USD"),
    ("aud", "AUD"),
    ("cad", "CAD"),
    ("chf", "CHF"),
    ("sek", "SEK"),
    ("nok", "NOK"),
    ("dkk", "DKK"),
    ("franc francs franken francos", "franc"),
    ("dinar dinars dinare dinares", "dinar"),
    ("peso pesos", "peso"),
    ("crown crowns krone kronen krona kronor kroner couronne couronnes corona coronas", "crown"),
];

/// Units of several words, longest first: words of the sentence with one space between.
const PHRASES: &[(&str, &str)] = &[
    ("percentage points", "points"),
    ("percentage point", "points"),
    ("percentage - point", "points"),
    ("points de pourcentage", "points"),
    ("point de pourcentage", "points"),
    ("puntos porcentuales", "points"),
    ("punto porcentual", "points"),
    ("basis points", "basis point"),
    ("puntos básicos", "basis point"),
    ("points de base", "basis point"),
    ("per cent", "percent"),
    ("pour cent", "percent"),
    ("por ciento", "percent"),
    ("v . h .", "percent"),
    ("degrees celsius", "celsius"),
    ("degrees centigrade", "celsius"),
    ("degree celsius", "celsius"),
    ("degrés celsius", "celsius"),
    ("grados celsius", "celsius"),
    ("grados centígrados", "celsius"),
    ("grad celsius", "celsius"),
    ("degrees fahrenheit", "fahrenheit"),
    ("grad fahrenheit", "fahrenheit"),
    ("° c", "celsius"),
    ("° f", "fahrenheit"),
    ("kilometres per hour", "km/h"),
    ("kilometers per hour", "km/h"),
    ("kilometres an hour", "km/h"),
    ("kilometers an hour", "km/h"),
    ("kilometer pro stunde", "km/h"),
    ("kilomètres par heure", "km/h"),
    ("kilomètres à l ' heure", "km/h"),
    ("kilomètres - heure", "km/h"),
    ("kilómetros por hora", "km/h"),
    ("km / h", "km/h"),
    ("miles per hour", "mph"),
    ("miles an hour", "mph"),
    ("nautical miles", "nautical mile"),
    ("nautical mile", "nautical mile"),
    ("milles marins", "nautical mile"),
    ("milles nautiques", "nautical mile"),
    ("millas náuticas", "nautical mile"),
    ("square kilometres", "km2"),
    ("square kilometers", "km2"),
    ("square kilometre", "km2"),
    ("sq km", "km2"),
    ("kilomètres carrés", "km2"),
    ("kilómetros cuadrados", "km2"),
    ("square metres", "m2"),
    ("square meters", "m2"),
    ("square metre", "m2"),
    ("mètres carrés", "m2"),
    ("metros cuadrados", "m2"),
    ("square miles", "square mile"),
    ("square feet", "square foot"),
    ("cubic metres", "m3"),
    ("cubic meters", "m3"),
    ("mètres cubes", "m3"),
    ("metros cúbicos", "m3"),
    ("kilowatt - hours", "kWh"),
    ("kilowatt hours", "kWh"),
    ("megawatt - hours", "MWh"),
    ("megawatt hours", "MWh"),
    ("gigawatt - hours", "GWh"),
    ("gigawatt hours", "GWh"),
    ("terawatt - hours", "TWh"),
    ("terawatt hours", "TWh"),
    ("térawattheures", "TWh"),
    ("light years", "light year"),
    ("light - years", "light year"),
    ("us dollars", "USD"),
    ("us - dollar", "USD"),
    ("us dollar", "USD"),
    ("u . s . dollars", "USD"),
    ("american dollars", "USD"),
    ("dollars américains", "USD"),
    ("dólares estadounidenses", "USD"),
    ("australian dollars", "AUD"),
    ("canadian dollars", "CAD"),
    ("new zealand dollars", "NZD"),
    ("hong kong dollars", "HKD"),
    ("singapore dollars", "SGD"),
    ("swiss francs", "CHF"),
    ("schweizer franken", "CHF"),
    ("francs suisses", "CHF"),
    ("francos suizos", "CHF"),
    ("pounds sterling", "GBP"),
    ("livres sterling", "GBP"),
    ("libras esterlinas", "GBP"),
    ("mexican pesos", "MXN"),
    ("pesos mexicanos", "MXN"),
    ("argentine pesos", "ARS"),
    ("pesos argentinos", "ARS"),
    ("chilean pesos", "CLP"),
    ("pesos chilenos", "CLP"),
    ("pesos colombianos", "COP"),
    ("swedish kronor", "SEK"),
    ("schwedische kronen", "SEK"),
    ("norwegian kroner", "NOK"),
    ("norwegian crowns", "NOK"),
    ("norwegische kronen", "NOK"),
    ("danish kroner", "DKK"),
    ("dänische kronen", "DKK"),
    ("czech crowns", "CZK"),
    ("tschechische kronen", "CZK"),
    ("indian rupees", "INR"),
];

/// Words for hundredths of a currency.
const HUNDREDTHS: &[(&str, Option<&str>)] = &[
    ("cent", None),
    ("cents", None),
    ("céntimo", Some("EUR")),
    ("céntimos", Some("EUR")),
    ("centimes", Some("EUR")),
    ("centime", Some("EUR")),
    ("centavos", Some("peso")),
    ("pence", Some("GBP")),
    ("p", Some("GBP")),
];

/// Letters before "$".
const DOLLARS: &[(&str, &str)] = &[
    ("us", "USD"),
    ("a", "AUD"),
    ("au", "AUD"),
    ("c", "CAD"),
    ("ca", "CAD"),
    ("nz", "NZD"),
    ("hk", "HKD"),
    ("s", "SGD"),
    ("nt", "TWD"),
    ("r", "BRL"),
    ("mx", "MXN"),
];

/// Codes and names that may stand before an amount.
const BEFORE: &[(&str, &str)] = &[
    ("eur", "EUR"),
    ("usd", "USD"),
    ("gbp", "GBP"),
    ("chf", "CHF"),
    ("jpy", "JPY"),
    ("aud", "AUD"),
    ("cad", "CAD"),
    ("inr", "INR"),
    ("rs", "INR"),
    ("sek", "SEK"),
    ("nok", "NOK"),
    ("dkk", "DKK"),
    ("cny", "CNY"),
];

static BY_WORD: LazyLock<ByWord<&'static str, &'static str>> = LazyLock::new(|| {
    WORDS.iter().flat_map(|(words, unit)| words.split(' ').map(move |word| (word, *unit))).collect()
});

static BY_FIRST: LazyLock<ByWord<&'static str, Vec<(&'static str, &'static str)>>> = LazyLock::new(|| {
    let mut by_first: ByWord<&'static str, Vec<(&'static str, &'static str)>> = ByWord::default();
    for (phrase, unit) in PHRASES {
        by_first.entry(phrase.split(' ').next().unwrap_or(phrase)).or_default().push((phrase, unit));
    }
    for same in by_first.values_mut() {
        same.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.len()));
    }
    by_first
});

/// A unit that stands after a value: itself, by what the value must be multiplied, and the token after it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Found {
    pub(super) unit: Unit,
    pub(super) times: f64,
    pub(super) next: usize,
}

/// The unit that begins at token `at`.
pub(super) fn unit(s: &Sentence<'_>, at: usize) -> Option<Found> {
    let token = s.at(at)?;
    if token.kind == Kind::Number {
        return None;
    }
    let word = token.word.as_ref();
    let found = |name: &'static str, next: usize| Some(Found { unit: Unit(name), times: 1.0, next });
    if let Some(phrases) = BY_FIRST.get(word)
        && let Some((next, name)) = phrases.iter().find_map(|(p, name)| Some((s.begins_at(at, p)?, *name)))
    {
        return found(name, next);
    }
    // "6,5 millions d'euros", "60 millones de euros".
    if matches!(word, "de" | "d") && matches!(s.lexicon.lang.as_str(), "fr" | "es") {
        let next = if s.word(at + 1) == "'" { at + 2 } else { at + 1 };
        return unit(s, next).filter(|f| f.unit.is_money());
    }
    // "US$": letters glued to the sign, and a sign after the value ("25 US$").
    if let Some((_, name)) = DOLLARS.iter().find(|(letters, _)| *letters == word)
        && s.word(at + 1) == "$"
        && s.glued(at + 1)
    {
        return found(name, at + 2);
    }
    if let Some((_, name)) = HUNDREDTHS.iter().find(|(cent, _)| *cent == word) {
        let short = word.len() == 1;
        return (!short || s.glued(at) && *word == *"p").then(|| Found {
            unit: Unit(name.unwrap_or("cent")),
            times: if name.is_some() { 0.01 } else { 1.0 },
            next: at + 1,
        });
    }
    match word {
        // "41.7C": glued, and a capital.
        "c" if s.glued(at) && token.capital => found("celsius", at + 1),
        "f" if s.glued(at) && token.capital => found("fahrenheit", at + 1),
        "°" | "degree" | "degrees" | "grad" | "degrés" | "degré" | "grados" | "grado" => {
            found("degree", at + 1)
        }
        "points" | "point" | "puntos" | "punto" | "punkte" | "punkten" => found("point", at + 1),
        "décimas" | "décima" => Some(Found { unit: Unit::POINTS, times: 0.1, next: at + 1 }),
        // One letter alone is a unit only right after digits.
        "m" | "t" | "g" if !(s.glued(at) || s.is_number(at.wrapping_sub(1))) => None,
        _ => found(BY_WORD.get(word)?, at + 1),
    }
}

/// The currency right before token `at`, and its first token.
pub(super) fn currency_before(s: &Sentence<'_>, at: usize) -> Option<(Unit, usize)> {
    let last = at.checked_sub(1)?;
    let token = s.at(last)?;
    if token.kind == Kind::Sign {
        let name = BY_WORD.get(token.word.as_ref()).copied().filter(|name| is_money(name))?;
        if token.is("$")
            && token.glued
            && let Some(letters) = s.before(last, 1)
            && let Some((_, name)) = DOLLARS.iter().find(|(word, _)| letters.is(word))
        {
            return Some((Unit(name), last - 1));
        }
        return Some((Unit(name), last));
    }
    BEFORE
        .iter()
        .find(|(code, _)| token.is(code))
        .filter(|_| token.capital)
        .map(|(_, name)| (Unit(name), last))
}
