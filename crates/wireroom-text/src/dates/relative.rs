//! Times that pages count backwards ("6 minutes ago", "vor 2 Stunden", "gestern, 14:05").
//! It refuses anything that does not count back from the moment of the fetch, and never looks ahead.

use aho_corasick::AhoCorasick;
use jiff::Span;
use jiff::civil::DateTime;
use std::sync::LazyLock;
use wireroom_model::{Precision, Time, When};

/// Longer strings are prose.
const MAX_CHARS: usize = 60;

/// More of a unit than this is no age of a page.
const MAX_COUNT: i64 = 10_000;

/// No page counts back further: the first year that a stated date may have.
const OLDEST_YEAR: i16 = 1800;

/// "6 minutes ago", "vor 2 Stunden", "hier": counted back from the moment the page was fetched. Minutes and hours
/// give a minute, days and weeks a day, months a month, years a year. Unknown if it is none of these.
pub fn relative(raw: &str, crawled: When) -> Time {
    if raw.chars().nth(MAX_CHARS).is_some() {
        return Time::Unknown;
    }
    let text = raw.trim().to_lowercase();
    read(&text, crawled).into()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

fn read(text: &str, crawled: When) -> Option<When> {
    let now = crawled.civil()?;
    if let Some(days) = named_day(text) {
        return back(now, days, Unit::Day, crawled.offset());
    }
    if says_now(text) {
        return back(now, 0, Unit::Minute, crawled.offset());
    }
    let words = words(text);
    let counts_back = text.contains(['前', '전'])
        || words.iter().any(|word| AGO.contains(&word.as_str()))
        || has_words(&words, &["il", "y", "a"]);
    if !counts_back {
        return None;
    }
    let mut total = now;
    let mut finest = None;
    let mut count = None;
    for word in &words {
        if let Some(number) = number(word) {
            count = Some(number);
        } else if let Some(unit) = unit(word).filter(|_| count.is_some() || word.len() > 1) {
            // "vor einer Stunde", "منذ ساعة": a unit without a number is one of it (but the y of "il y a" is none).
            let number = count.take().unwrap_or(1);
            total = total.checked_sub(span(number, unit)?).ok()?;
            finest = Some(unit);
        }
    }
    finish(total, finest?, crawled.offset())
}

fn back(now: DateTime, count: i64, unit: Unit, offset: i32) -> Option<When> {
    finish(now.checked_sub(span(count, unit)?).ok()?, unit, offset)
}

fn span(count: i64, unit: Unit) -> Option<Span> {
    let span = Span::new();
    match unit {
        _ if count > MAX_COUNT => return None,
        Unit::Second => span.try_seconds(count),
        Unit::Minute => span.try_minutes(count),
        Unit::Hour => span.try_hours(count),
        Unit::Day => span.try_days(count),
        Unit::Week => span.try_weeks(count),
        Unit::Month => span.try_months(count),
        Unit::Year => span.try_years(count),
    }
    .ok()
}

fn finish(at: DateTime, unit: Unit, offset: i32) -> Option<When> {
    match unit {
        _ if at.year() < OLDEST_YEAR => None,
        Unit::Second | Unit::Minute | Unit::Hour => {
            let at = at.with().second(0).subsec_nanosecond(0).build().ok()?;
            When::from_civil(at, offset, Precision::Minute)
        }
        Unit::Day | Unit::Week => When::from_date(at.year(), Some(at.month()), Some(at.day())),
        Unit::Month => When::from_date(at.year(), Some(at.month()), None),
        Unit::Year => When::from_date(at.year(), None, None),
    }
}

/// Letters or digits in a row; a change between the two, and each Chinese or Japanese unit, starts a new word.
fn words(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut last = ' ';
    for c in text.chars() {
        if c.is_alphanumeric() || matches!(c, '\u{64b}'..='\u{652}' | '\u{93e}'..='\u{94d}') {
            let joins = last.is_alphanumeric() && last.is_numeric() == c.is_numeric() && !is_unit_sign(c);
            match out.last_mut() {
                Some(word) if joins => word.push(c),
                _ => out.push(c.to_string()),
            }
        }
        last = c;
    }
    out
}

fn is_unit_sign(c: char) -> bool {
    matches!(c, '前' | '전')
}

fn has_words(words: &[String], wanted: &[&str]) -> bool {
    words.windows(wanted.len()).any(|window| window.iter().zip(wanted).all(|(a, b)| a == b))
}

/// Most lines are asked and say nothing of the kind: one walk over the text for all phrases.
fn says_now(text: &str) -> bool {
    static PHRASES: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| AhoCorasick::new(NOW).ok());
    PHRASES.as_ref().is_some_and(|phrases| phrases.is_match(text))
}

/// Words that say: counted back.
const AGO: &[&str] = &[
    "ago",
    "vor",
    "hace",
    "fa",
    "há",
    "ha",
    "atrás",
    "geleden",
    "назад",
    "тому",
    "temu",
    "önce",
    "منذ",
    "قبل",
    "sedan",
    "siden",
    "πριν",
    "před",
    "pred",
    "sitten",
    "acum",
    "ezelőtt",
    "lalu",
    "trước",
    "преди",
    "пре",
    "pre",
    "prije",
    "पहले",
    "לפני",
    "prieš",
];

const NOW: [&str; 14] = [
    "just now",
    "gerade eben",
    "à l'instant",
    "à l’instant",
    "ahora mismo",
    "agora mesmo",
    "proprio ora",
    "zojuist",
    "только что",
    "щойно",
    "przed chwilą",
    "刚刚",
    "たった今",
    "şimdi",
];

fn named_day(text: &str) -> Option<i64> {
    let word = text.split([' ', ',', ':', '|', '-']).next().unwrap_or(text);
    match word {
        "today" | "heute" | "aujourd'hui" | "aujourd’hui" | "hoy" | "oggi" | "hoje" | "vandaag"
        | "сегодня" | "сьогодні" | "dziś" | "dzisiaj" | "idag" | "dnes" | "bugün" | "اليوم" | "今天"
        | "今日" | "오늘" | "днес" | "σήμερα" | "astăzi" | "danas" | "avui" | "tänään" => {
            Some(0)
        }
        "yesterday" | "gestern" | "hier" | "ayer" | "ieri" | "ontem" | "gisteren" | "вчера" | "вчора"
        | "wczoraj" | "igår" | "včera" | "dün" | "أمس" | "昨天" | "昨日" | "어제" | "χθες" | "jučer"
        | "ahir" | "eilen" | "kemarin" => Some(1),
        "vorgestern" | "avant-hier" | "anteayer" | "anteontem" | "eergisteren" | "позавчера"
        | "позавчора" | "przedwczoraj" | "前天" | "一昨日" | "그저께" => Some(2),
        _ => None,
    }
}

fn number(word: &str) -> Option<i64> {
    if let Ok(number) = word.parse() {
        return Some(number);
    }
    match word {
        "a" | "an" | "one" | "ein" | "einem" | "einer" | "eine" | "un" | "une" | "una" | "uno" | "um"
        | "uma" | "een" | "één" | "en" | "ett" | "et" | "один" | "одну" | "bir" => Some(1),
        "two" | "zwei" | "deux" | "dos" | "due" | "dois" | "duas" | "twee" | "två" | "to" | "два" | "две"
        | "дві" => Some(2),
        "three" | "drei" | "trois" | "tres" | "tre" | "três" | "drie" | "три" => Some(3),
        "four" | "vier" | "quatre" | "cuatro" | "quattro" | "quatro" | "fyra" | "четыре" | "чотири" => {
            Some(4)
        }
        "five" | "fünf" | "cinq" | "cinco" | "cinque" | "vijf" | "fem" | "пять" | "п'ять" => Some(5),
        "six" | "sechs" | "seis" | "sei" | "zes" | "sex" | "шесть" => Some(6),
        "seven" | "sieben" | "sept" | "siete" | "sette" | "sete" | "zeven" => Some(7),
        "eight" | "acht" | "huit" | "ocho" | "otto" | "oito" => Some(8),
        "nine" | "neun" | "neuf" | "nueve" | "nove" | "negen" => Some(9),
        "ten" | "zehn" | "dix" | "diez" | "dieci" | "dez" | "tien" => Some(10),
        _ => None,
    }
}

fn unit(word: &str) -> Option<Unit> {
    let found = |names: &str| names.split_ascii_whitespace().any(|name| name == word);
    UNITS.iter().find(|(_, names)| found(names)).map(|(unit, _)| *unit)
}

const UNITS: [(Unit, &str); 7] = [
    (
        Unit::Second,
        "s sec secs second seconds sekunde sekunden seconde secondes segundo segundos secondo secondi secondes \
         seconden секунд секунды секунду sekund sekundy sekunder ثانية ثوان 秒 秒钟 초 saniye",
    ),
    (
        Unit::Minute,
        "m min mins minute minutes minuten minuto minutos minuti minuut минут минуты минуту минута хвилин хвилини \
         хвилину minut minuty minutę minuter minutter minutt دقيقة دقائق 分 分钟 分鐘 분 dakika λεπτά minuta minute minuutti \
         minuuttia perc menit phút минути",
    ),
    (
        Unit::Hour,
        "h hr hrs hour hours stunde stunden std heure heures hora horas ora ore uur часа часов час години годин \
         годину godzin godziny godzinę timmar timme timer time ساعة ساعات 小时 小時 時間 시간 saat ώρες ώρα hodin hodiny \
         sati sata tunti tuntia óra órája jam giờ часа",
    ),
    (
        Unit::Day,
        "d day days tag tage tagen jour jours día días dia dias giorno giorni dag dagen dagar dager dage день дня \
         дней дні днів dni dzień يوم أيام 天 日 일 gün ημέρες μέρες dnů dny dana zile zi päivä päivää nap hari ngày дни",
    ),
    (
        Unit::Week,
        "w week weeks woche wochen semaine semaines semana semanas settimana settimane weken неделю недели недель \
         тиждень тижні тижнів tydzień tygodnie tygodni vecka veckor uke uker uge uger أسبوع أسابيع 周 週間 주 hafta týdny tjedan",
    ),
    (
        Unit::Month,
        "month months monat monate monaten mois mes meses mese mesi mês maand maanden месяц месяца месяцев місяць \
         місяці місяців miesiąc miesiące miesięcy månad månader måned måneder شهر أشهر 个月 個月 か月 ヶ月 개월 ay μήνες měsíce bulan",
    ),
    (
        Unit::Year,
        "y yr year years jahr jahre jahren an ans année années año años anno anni ano anos jaar jaren год года лет \
         рік роки років rok lata lat år سنة سنوات 年 년 yıl χρόνια roky godina tahun năm",
    ),
];
