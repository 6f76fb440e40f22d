//! Names of other tongues as Arabic letters write them: by ear, most vowels with them, in no capitals.
//! It refuses to say what a name is: every word and every two words may be one, and only a name that another language
//! prints as one makes it so. Start at [`spelled`] for a text, [`heard`] for a name.

use crate::letters::plain;
use crate::ordinary::ordinary_words;
use std::collections::BTreeMap;
use wireroom_text::words::words;

/// Words of a text in which names are looked for.
const MAX_WORDS: usize = 600;

/// Letters of a word at the most: longer ones are no name's.
const MAX_LETTERS: usize = 20;

/// Consonants and letters in all that a name has at the least: fewer agree by chance.
const CONSONANTS: usize = 4;
const LETTERS: usize = 6;
const LETTERS_OF_TWO: usize = 7;

/// A last name alone is half a name.
const ALONE: f64 = 0.7;

/// Latin letters that a vowel of Arabic may stand for.
const VOWELS: &[u8] = b"aeiouyw";

/// Consonants, with what they may be in Latin letters (as `letters::plain` writes them).
const SOUNDS: [(char, &str); 28] = [
    ('ب', "b p"),
    ('پ', "p"),
    ('ت', "t th"),
    ('ث', "th t s"),
    ('ج', "j g dj dsch"),
    ('چ', "ch tsch"),
    ('ح', "h"),
    ('خ', "kh ch h j"),
    ('د', "d"),
    ('ذ', "th dh d"),
    ('ر', "r"),
    ('ز', "z s"),
    ('ژ', "zh j"),
    ('س', "s c z"),
    ('ش', "sh sch ch s"),
    ('ص', "s"),
    ('ض', "d"),
    ('ط', "t th"),
    ('ظ', "z d"),
    ('غ', "g gh"),
    ('ف', "f v ph w"),
    ('ق', "q k c g"),
    ('ك', "k c ck q ch"),
    ('گ', "g"),
    ('ل', "l"),
    ('م', "m"),
    ('ن', "n"),
    ('ه', "h"),
];

/// What may be a name in a text, with how often it stands and at which word it first does.
pub(crate) type Spelled = BTreeMap<String, (u32, usize)>;

/// True for a text in Arabic letters.
pub(crate) fn is_arabic(word: &str) -> bool {
    word.chars().next().is_some_and(|c| matches!(c, '\u{620}'..='\u{64a}' | '\u{671}'..='\u{6d3}'))
}

/// The word without marks that are not letters.
fn bare(word: &str) -> String {
    let letters = word.chars().filter(|c| !matches!(c, '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}'));
    letters
        .map(|c| {
            if c == 'ک' {
                'ك'
            } else if c == 'ی' {
                'ي'
            } else {
                c
            }
        })
        .collect()
}

/// The word without its article, and whether it had one.
pub(crate) fn without_article(word: &str) -> (&str, bool) {
    const ARTICLES: [&str; 6] = ["وال", "بال", "فال", "كال", "لل", "ال"];
    let rest = ARTICLES.iter().find_map(|article| word.strip_prefix(article));
    rest.filter(|rest| rest.chars().count() >= 2).map_or((word, false), |rest| (rest, true))
}

/// The word, and what it is where its first letter is "and", "in", "for".
pub(crate) fn with_and_without_clitic(word: &str) -> impl Iterator<Item = &str> {
    let rest = word.strip_prefix(['و', 'ب', 'ل', 'ف', 'ك']).filter(|rest| rest.chars().count() >= 3);
    std::iter::once(word).chain(rest)
}

/// Every word without an article that is long enough, and every two words of which the first has none.
pub(crate) fn spelled(text: &str, lang: &str) -> Spelled {
    let mut found = Spelled::new();
    let mut before: Option<(String, usize)> = None;
    let plainly = ordinary_words(lang);
    for (at, word) in words(text).take(MAX_WORDS).enumerate() {
        let own = bare(word.text);
        let length = own.chars().count();
        if !is_arabic(&own) || !(2..=MAX_LETTERS).contains(&length) || plainly.contains(own.as_str()) {
            before = None;
            continue;
        }
        let (rest, has_article) = without_article(&own);
        let mut add = |key: String| {
            let entry = found.entry(key).or_insert((0, at));
            entry.0 += 1;
        };
        if let Some((first, _)) = before.filter(|(_, end)| text.get(*end..word.start) == Some(" ")) {
            add(format!("{first} {rest}"));
        }
        if !has_article && length >= LETTERS {
            add(own.clone());
        }
        before = (!has_article).then_some((own, word.end()));
    }
    found
}

/// How surely what Arabic spells is the name that another language prints, 0 to 1.
pub(crate) fn heard(spelled: &str, name: &str) -> f64 {
    let name = plain(name).replace('x', "ks");
    let mut latin = name.split([' ', '-', '\'', '’']).filter(|word| word.is_ascii() && word.len() > 1);
    let Some(last) = latin.next_back() else { return 0.0 };
    match spelled.split_once(' ') {
        None if weight(spelled) >= (CONSONANTS, LETTERS) && is_one(spelled, last) => {
            if latin.next().is_some() { ALONE } else { 1.0 }
        }
        Some((first, own)) if is_one(own, last) => {
            let (a, b) = (weight(first), weight(own));
            let enough = a.0 + b.0 >= CONSONANTS && a.1 + b.1 >= LETTERS_OF_TWO;
            if enough && latin.any(|word| is_one(first, word)) { 1.0 } else { 0.0 }
        }
        _ => 0.0,
    }
}

/// Consonants of a word, and its letters.
fn weight(word: &str) -> (usize, usize) {
    (word.chars().filter(|c| !is_vowel(*c)).count(), word.chars().count())
}

const fn is_vowel(c: char) -> bool {
    matches!(c, 'ا' | 'أ' | 'إ' | 'آ' | 'ى' | 'ء' | 'ئ' | 'ؤ' | 'ع' | 'ة' | 'و' | 'ي')
}

fn is_one(arabic: &str, latin: &str) -> bool {
    if latin.len() > MAX_LETTERS {
        return false;
    }
    with_and_without_clitic(arabic).any(|word| {
        let letters: Vec<char> = word.chars().collect();
        fits(&letters, latin.as_bytes(), Before::Nothing)
    })
}

/// What was read last.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    Nothing,
    Consonant,
    Vowel,
}

/// Whether the letters may be what a word in Latin letters sounds like: consonants one by one, a vowel that is written
/// for one that is there. Short vowels may go unwritten within a word, a first one never.
fn fits(arabic: &[char], latin: &[u8], before: Before) -> bool {
    let Some((&letter, rest)) = arabic.split_first() else {
        let silent = |c: &u8| matches!(c, b'e' | b'h');
        return latin.is_empty()
            || before == Before::Consonant && latin.iter().all(silent) && latin.len() < 3;
    };
    if is_vowel(letter) {
        return vowels(arabic, latin);
    }
    if let Some((_, sounds)) = SOUNDS.iter().find(|(own, _)| *own == letter) {
        let mut sounds =
            sounds.split(' ').filter_map(|sound| Some((latin.strip_prefix(sound.as_bytes())?, sound)));
        if sounds.any(|(after, sound)| {
            // A letter that is doubled sounds once.
            let doubled = after.strip_prefix(sound.get(sound.len() - 1..).unwrap_or("").as_bytes());
            fits(rest, after, Before::Consonant)
                || doubled.is_some_and(|after| fits(rest, after, Before::Consonant))
        }) {
            return true;
        }
    }
    // A short vowel, or an h that only lengthens.
    let skipped = match (before, latin.split_first()) {
        (Before::Consonant, Some((c, after))) if b"aeiouyh".contains(c) => Some(after),
        (Before::Vowel, Some((b'h', after))) => Some(after),
        _ => None,
    };
    skipped.is_some_and(|after| fits(arabic, after, Before::Vowel))
}

/// A row of vowels that is written, for one that is there.
fn vowels(arabic: &[char], latin: &[u8]) -> bool {
    let written = arabic.iter().take_while(|c| is_vowel(**c)).count();
    let (row, rest) = arabic.split_at_checked(written).unwrap_or((arabic, &[]));
    let there = latin.iter().take_while(|c| VOWELS.contains(c) || **c == b'j').count();
    (1..=there.min(4)).any(|length| {
        let (sound, after) = latin.split_at_checked(length).unwrap_or((latin, &[]));
        row.iter().any(|letter| sound.iter().any(|c| stands_for(*letter, *c)))
            && fits(rest, after, Before::Vowel)
    })
}

fn stands_for(letter: char, latin: u8) -> bool {
    let may: &[u8] = match letter {
        'و' => b"ouw",
        'ي' | 'ئ' => b"ieyaj",
        'ا' | 'آ' | 'ى' | 'ة' => b"aeiu",
        _ => b"aeiou",
    };
    may.contains(&latin)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_heard_through_arabic_letters() {
        for (arabic, latin) in [
            ("إدريك فاين", "Edric Vane"),
            ("وبورت كارو", "Port Carrow"),
            ("ألدرمير", "Aldermere"),
            ("بافيل دروزدوف", "Pavel Drozdov"),
            ("بافيل دروزدوف", "Pawel Drosdow"),
            ("بافيل دروزدوف", "Павел Дроздов"),
            ("لينا هارتفيغ", "Lena Hartwig"),
            ("فيلمورا", "Velmora"),
            ("زيلينسكي", "Zelensky"),
            ("نجيب راوندي", "Najib al-Rawandi"),
            ("أنغيلا ميركل", "Angela Merkel"),
            ("إيمانويل ماكرون", "Emmanuel Macron"),
            ("دونالد ترامب", "Donald Trump"),
            ("أوباما", "Obama"),
        ] {
            let enough = weight(&arabic.replace(' ', "")).0 >= CONSONANTS;
            assert_eq!(heard(arabic, latin) > 0.9, enough, "{arabic} {latin}");
        }
        assert!((heard("دروزدوف", "Pavel Drozdov") - ALONE).abs() < f64::EPSILON);
    }

    #[test]
    fn another_name_and_a_short_one_are_not_heard() {
        for (arabic, latin) in [
            ("إدريك فاين", "Edric Stone"),
            ("فاين", "Vane"),
            ("بافيل كوتوف", "Pavel Drozdov"),
            ("فيلمورا", "Valmy"),
            ("مدرسة", "Madras"),
            ("بوريس", "Paris"),
            ("مارتن", "Morton"),
            ("لندن", "Lund"),
        ] {
            assert!(heard(arabic, latin) <= 0.0, "{arabic} {latin}");
        }
    }

    #[test]
    fn words_of_the_language_are_no_names_of_another() {
        let text = "قالت الشرطة إن ثلاثة رجال سرقوا سيارة من أمام منزل في شارع هادئ ثم هربوا نحو الجبل قبل وصول الدورية \
                    وأضافت أن صاحب السيارة كان نائما وأن الجيران سمعوا صوت محرك فقط";
        let names = [
            "Pavel Drozdov",
            "Lena Hartwig",
            "Karsk",
            "Velmora",
            "Anton Reznik",
            "Ida Salonen",
            "Edric Vane",
            "Port Carrow",
            "Aldermere",
            "Mara Tolliver",
            "Sarah Hadley",
            "Marek Suchy",
            "Sayer",
            "Milan Kundrat",
        ];
        for own in spelled(text, "ar").keys() {
            for name in names {
                assert!(heard(own, name) <= 0.0, "{own} {name}");
            }
        }
    }
}
