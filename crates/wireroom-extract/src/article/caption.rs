//! A picture's words taken apart: what it shows, and who made it. Credits are told by their labels in many languages,
//! by brackets, and by the forms of picture agencies ("Name/Agency"); every other word stays in the caption.
//! Start at [`caption`] for one run of words, [`with_credit`] where the page sets the credit apart.

use super::caption_words::{ARCHIVES, PICTURED, SOURCED};
use wireroom_model::Caption;
use wireroom_text::normal;

/// Longest credit, in characters.
const MAX_CREDIT: usize = 90;
/// Most words of a name or of an agency's form.
const MAX_NAME_WORDS: usize = 7;

/// Words before a credit, with what parts them from it. Lower case.
const LABELS: &[&str] = &[
    "photo credit",
    "image credit",
    "picture credit",
    "photo",
    "photos",
    "photograph",
    "photography",
    "photographs",
    "photographer",
    "picture",
    "pictures",
    "image",
    "images",
    "credit",
    "credits",
    "source",
    "illustration",
    "graphic",
    "foto",
    "fotos",
    "fotograf",
    "fotografin",
    "bild",
    "bilder",
    "bildquelle",
    "bildnachweis",
    "quelle",
    "grafik",
    "crédit photo",
    "crédit",
    "crédits",
    "photographie",
    "fotografía",
    "fotografia",
    "imagen",
    "crédito",
    "créditos",
    "fuente",
    "immagine",
    "credito",
    "crediti",
    "fonte",
    "imagem",
    "beeld",
    "bron",
    "kuva",
    "kép",
    "forrás",
    "zdjęcie",
    "fot.",
    "fot",
    "źródło",
    "zdroj",
    "autor",
    "фото",
    "фотография",
    "снимка",
    "источник",
    "джерело",
    "φωτογραφία",
    "φωτ.",
    "πηγή",
    "fotoğraf",
    "kaynak",
    "صورة",
    "تصوير",
    "المصدر",
    "عکس",
    "عکاس",
    "צילום",
    "תמונה",
    "קרדיט",
    "फोटो",
    "写真",
    "撮影",
    "提供",
    "写真提供",
    "摄影",
    "攝影",
    "图片来源",
    "圖片來源",
    "图",
    "사진",
    "출처",
];

/// Words that stand between a label and a name in place of a colon.
const BY: &[&str] =
    &["by", "courtesy of", "courtesy", "von", "de", "di", "av", "af", "door", "par", "från", "from", "via"];

/// Picture agencies and archives. Lower case.
const AGENCIES: &[&str] = &[
    "aap",
    "afp",
    "alamy",
    "anadolu",
    "anp",
    "ansa",
    "ap",
    "ap photo",
    "apa",
    "associated press",
    "belga",
    "bloomberg",
    "ctk",
    "čtk",
    "dpa",
    "efe",
    "epa",
    "epa-efe",
    "getty",
    "getty images",
    "hans lucas",
    "imago",
    "imago images",
    "interfax",
    "istock",
    "jiji",
    "keystone",
    "keystone-sda",
    "kyodo",
    "kyodo news",
    "lapresse",
    "lehtikuva",
    "lusa",
    "magnum",
    "maxppp",
    "mti",
    "nasa",
    "ntb",
    "nurphoto",
    "pa",
    "pa images",
    "pa media",
    "pa wire",
    "pap",
    "pexels",
    "picture alliance",
    "pixabay",
    "pti",
    "reuters",
    "rex",
    "ria novosti",
    "ritzau scanpix",
    "scanpix",
    "shutterstock",
    "sipa",
    "sopa images",
    "sputnik",
    "tass",
    "the canadian press",
    "tt",
    "ukrinform",
    "unian",
    "unsplash",
    "upi",
    "usa today sports",
    "wikimedia commons",
    "wikimedia",
    "xinhua",
    "yonhap",
    "zuma",
    "zuma press",
    "تاس",
    "رويترز",
    "أ ف ب",
    "рейтер",
    "риа новости",
    "тасс",
    "共同通信",
    "時事",
    "ロイター",
    "新华社",
    "新華社",
    "연합뉴스",
];

/// A caption with its credit apart; `None` where there are no words.
pub fn caption(text: &str) -> Option<Caption> {
    let text = normal::normalise(text).replace("\n\n", " ");
    if text.is_empty() {
        return None;
    }
    let apart = labelled(&text).or_else(|| bracketed(&text)).or_else(|| closing(&text));
    Some(match apart {
        Some((before, credit)) => {
            Caption { text: before.trim_end_matches(PARTING).trim().to_owned(), credit: Some(credit) }
        }
        None => Caption { text, credit: None },
    })
}

/// A line that a picture's credit in brackets at its end gives away as a caption: "… (Photo: Ada Fenn)". A text, too, may
/// end in an agency's name in brackets, so the label of a picture or an archive of pictures is asked for.
pub fn credited(text: &str) -> Option<Caption> {
    let text = text.trim();
    let of_picture = |inside: &str| {
        let lower = inside.to_lowercase();
        PICTURED
            .iter()
            .any(|word| lower.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
    };
    let found = |before: &str, credit: &str| {
        let credit = trimmed(credit);
        let fits = before.chars().any(char::is_alphanumeric)
            && !credit.is_empty()
            && credit.chars().count() <= MAX_CREDIT
            && !holds_sentences(&credit);
        let text = before.trim_end_matches(PARTING).trim().to_owned();
        fits.then_some(Caption { text, credit: Some(credit) })
    };
    let bracketed = || {
        let inner = text.trim_end_matches('.').strip_suffix([')', ']', '）'])?;
        let (before, inside) = inner.rsplit_once(['(', '[', '（'])?;
        let archive =
            ARCHIVES.iter().any(|name| inside.to_lowercase().ends_with(name)) && is_agency_form(inside);
        let agency = inside.starts_with("AP Photo");
        let credit = starts_with_label(inside).filter(|_| of_picture(inside));
        found(before, credit.or((archive || agency).then_some(inside))?)
    };
    let behind = || {
        let ends = text.char_indices().filter(|(_, c)| ".!?…。\u{201d}\u{bb}|".contains(*c));
        let mut parts = ends.filter_map(|(at, c)| text.split_at_checked(at + c.len_utf8()));
        parts.find_map(|(before, rest)| {
            let rest = rest.trim_start();
            let labelled = rest.contains([':', '：']) && of_picture(rest);
            let credit = labelled.then(|| starts_with_label(rest)).flatten();
            found(before, credit.or_else(|| rest.starts_with("AP Photo/").then_some(rest))?)
        })
    };
    // "The ferry at her berth. Image source, Lorn Post".
    let sourced = || {
        let (before, credit) = SOURCED.iter().find_map(|label| text.split_once(label))?;
        found(before, credit)
    };
    bracketed().or_else(behind).or_else(sourced)
}

/// A caption whose credit the page sets apart, without the credit's label.
pub fn with_credit(text: &str, credit: &str) -> Option<Caption> {
    let one_line = |text: &str| normal::normalise(text).replace("\n\n", " ");
    let (text, credit) = (one_line(text), one_line(credit));
    let credit = trimmed(starts_with_label(&credit).unwrap_or(&credit));
    if credit.is_empty() {
        return caption(&text);
    }
    // The credit printed twice, in the caption and beside it.
    let text = text.strip_suffix(credit.as_str()).unwrap_or(&text);
    Some(Caption { text: text.trim_end_matches(PARTING).trim().to_owned(), credit: Some(credit) })
}

/// Whether words that the page sets apart at a caption's end read as a credit.
pub fn is_credit(text: &str) -> bool {
    let text = text.trim();
    text.chars().count() <= MAX_CREDIT
        && (starts_with_label(text).is_some() || is_agency_form(text) || is_name(text))
}

/// What parts a caption from its credit.
const PARTING: [char; 14] = ['(', '[', '（', '|', '/', '-', '–', '—', '·', '•', ',', ';', '©', ' '];

fn trimmed(credit: &str) -> String {
    let credit = credit.trim().trim_matches(['[', ']', '|', '·', '•']).trim();
    let opened = credit.contains(['(', '（']);
    let credit = if opened { credit } else { credit.trim_end_matches([')', '）']) };
    let inside = credit.strip_prefix('(').and_then(|c| c.strip_suffix(')'));
    inside.unwrap_or(credit).trim().trim_end_matches('.').trim().to_owned()
}

/// "… Photo: Ada Fenn", "© 2026 Ada Fenn": from a label at the start of a sentence to the end.
fn labelled(text: &str) -> Option<(&str, String)> {
    let mut places = text.char_indices().map(|(at, _)| at).filter(|at| may_begin(text, *at));
    places.find_map(|at| {
        let (before, rest) = text.split_at_checked(at)?;
        let credit = trimmed(starts_with_label(rest)?);
        let fits = !credit.is_empty() && credit.chars().count() <= MAX_CREDIT && !holds_sentences(&credit);
        fits.then_some((before, credit))
    })
}

/// Whether a label may begin here: at the start, behind a sentence, a bracket or a stroke.
fn may_begin(text: &str, at: usize) -> bool {
    let Some(before) = text.get(..at) else { return false };
    if text.get(at..).is_some_and(|rest| rest.starts_with(['©', 'Ⓒ'])) {
        return true;
    }
    match before.chars().next_back() {
        None => true,
        Some(c) if "([（【|".contains(c) => true,
        Some(c) if c.is_whitespace() => {
            before.trim_end().ends_with([
                '.', '!', '?', '…', '"', '”', '»', ')', '|', '/', '-', '–', '—', '·', '•', '。', '，', ',',
            ]) || text.get(at..).is_some_and(|rest| rest.starts_with(char::is_uppercase) || !rest.is_ascii())
        }
        Some(c) => "。！？」』".contains(c),
    }
}

/// What follows a label, its parting mark and a year.
fn starts_with_label(text: &str) -> Option<&str> {
    if let Some(rest) = text.strip_prefix('©').or_else(|| text.strip_prefix("Copyright")) {
        let rest = rest.trim_start_matches(['©', ' ', ':']);
        let after_year = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let year = rest.len() - after_year.len();
        return Some(if year == 4 { after_year.trim_start_matches([' ', ',']) } else { rest });
    }
    let mut words = LABELS.iter().filter_map(|label| after_word(text, label)).collect::<Vec<_>>();
    words.sort_by_key(|rest| rest.len());
    words.iter().find_map(|rest| {
        let inner = rest.trim_start();
        if let Some(credit) = inner.strip_prefix([':', '：', '｜', '|']) {
            return Some(credit.trim_start());
        }
        BY.iter().find_map(|by| {
            let credit = after_word(inner, by)?.trim_start_matches([' ', ':']);
            credit.starts_with(char::is_uppercase).then_some(credit)
        })
    })
}

/// The rest of a text that opens with a word, whatever its case.
fn after_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let mut rest = text.chars();
    for expected in word.chars() {
        let found = rest.next()?;
        if found != expected && !found.to_lowercase().eq([expected]) {
            return None;
        }
    }
    let rest = rest.as_str();
    (!rest.starts_with(char::is_alphanumeric)).then_some(rest)
}

/// "(Ada Fenn/AFP)" at the end.
fn bracketed(text: &str) -> Option<(&str, String)> {
    let inner = text.trim_end_matches('.').strip_suffix([')', ']', '）'])?;
    let (before, inside) = inner.rsplit_once(['(', '[', '（'])?;
    // "( Ada Fenn )": set apart by a script that prints two parts.
    let padded = inside.starts_with(' ') && inside.ends_with(' ');
    let sentence = before.trim_end().ends_with(['.', '!', '?', '…', '"', '”', '。']);
    let named = (padded || sentence) && is_name(inside);
    (!before.trim().is_empty() && (is_agency_form(inside) || named)).then(|| (before, trimmed(inside)))
}

/// "… on Monday. Ada Fenn/Reuters": an agency's form behind the last sentence, or alone.
fn closing(text: &str) -> Option<(&str, String)> {
    if is_agency_form(text) {
        return Some(("", trimmed(text)));
    }
    let ends = text.char_indices().filter(|(_, c)| ".!?…\"”»)|–—。".contains(*c));
    ends.filter_map(|(at, c)| text.split_at_checked(at + c.len_utf8()))
        .find(|(_, rest)| rest.starts_with(char::is_whitespace) && is_agency_form(rest.trim()))
        .map(|(before, rest)| (before, trimmed(rest)))
}

/// "Reuters", "AP Photo/Ada Fenn", "Ada Fenn / AFP via Getty Images", "REUTERS": names of which one is an agency's, or
/// two names with a stroke between.
fn is_agency_form(text: &str) -> bool {
    let text = text.trim().trim_end_matches('.');
    let words = text.split_whitespace().count();
    if text.is_empty()
        || words > MAX_NAME_WORDS + 3
        || text.chars().count() > MAX_CREDIT
        || holds_sentences(text)
    {
        return false;
    }
    let lower = text.to_lowercase().replace(" via ", "/").replace(" for ", "/");
    let parts: Vec<&str> = lower.split(['/', '|', ',', '-', '–']).map(str::trim).collect();
    let agency = |part: &&str| AGENCIES.contains(part);
    if AGENCIES.contains(&lower.as_str()) {
        return true;
    }
    let names =
        text.split(['/', '|']).all(|part| is_name(part) || agency(&part.trim().to_lowercase().as_str()));
    let strokes = text.contains('/') && !text.contains("//");
    (parts.len() > 1 && parts.iter().any(agency) && starts_with_capital(text)) || (strokes && names)
}

fn starts_with_capital(text: &str) -> bool {
    text.chars().next().is_some_and(|c| !c.is_lowercase() && c.is_alphabetic()) || text.starts_with("dpa")
}

/// A few words, each with a capital letter or of a script without any.
fn is_name(text: &str) -> bool {
    let text = text.trim();
    let mut words = text.split_whitespace().filter(|w| {
        !matches!(*w, "de" | "van" | "von" | "di" | "da" | "al" | "el" | "bin" | "for" | "and" | "&")
    });
    let count = text.split_whitespace().count();
    (1..=MAX_NAME_WORDS).contains(&count)
        && text.chars().count() >= 3
        && !text.ends_with(['.', '!', '?', ':', '。'])
        && words.all(|word| {
            let word = word.trim_start_matches(['(', '"', '“', '@']);
            word.chars().next().is_some_and(|c| c.is_alphabetic() && !c.is_lowercase())
        })
        && text.chars().filter(char::is_ascii_digit).count() <= 4
}

/// A full stop between words that are no initials.
fn holds_sentences(text: &str) -> bool {
    text.match_indices(". ").any(|(at, _)| {
        let before = text.get(..at).unwrap_or_default();
        before.split_whitespace().next_back().is_some_and(|word| word.chars().count() > 3)
    }) || text.contains(['。', '？'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn apart(text: &str) -> (String, Option<String>) {
        let found = caption(text).unwrap();
        (found.text, found.credit)
    }

    #[test]
    fn credits_are_told_by_labels_of_many_languages() {
        for (text, credit) in [
            ("The ferry leaves at dawn. Photo: Ivo Brandt", "Ivo Brandt"),
            ("The ferry leaves at dawn. Photograph by Ivo Brandt", "Ivo Brandt"),
            ("The ferry leaves at dawn. (Image credit: Ivo Brandt)", "Ivo Brandt"),
            ("The ferry leaves at dawn | Foto: Ivo Brandt", "Ivo Brandt"),
            ("The ferry leaves at dawn. © 2026 Ivo Brandt", "Ivo Brandt"),
            ("The ferry leaves at dawn © Ivo Brandt", "Ivo Brandt"),
        ] {
            assert_eq!(
                apart(text),
                (
                    "The ferry leaves at dawn".to_owned() + if text.contains("dawn.") { "." } else { "" },
                    Some(credit.to_owned())
                ),
                "{text}"
            );
        }
        assert_eq!(apart("Паром выходит в море. Фото: Иво Брандт").1.as_deref(), Some("Иво Брандт"));
        assert_eq!(apart("العبارة تغادر الميناء. تصوير: كريم").1.as_deref(), Some("كريم"));
        assert_eq!(apart("港を出るフェリー。写真：共同通信").1.as_deref(), Some("共同通信"));
        assert_eq!(apart("Prom wypływa. Fot. Jan Lis").1, None);
    }

    #[test]
    fn agencies_have_forms_of_their_own() {
        for (text, credit) in [
            ("The dyke at noon. (AP Photo/Ada Fenn)", "AP Photo/Ada Fenn"),
            ("The dyke at noon. Ada Fenn/Reuters", "Ada Fenn/Reuters"),
            ("The dyke at noon. Ada Fenn / AFP via Getty Images", "Ada Fenn / AFP via Getty Images"),
            ("The dyke at noon. REUTERS/Ada Fenn", "REUTERS/Ada Fenn"),
            ("The dyke at noon. dpa/Ada Fenn", "dpa/Ada Fenn"),
            ("The dyke at noon. [Ada Fenn/Al Jazeera]", "Ada Fenn/Al Jazeera"),
            ("The dyke at noon. (Getty Images)", "Getty Images"),
        ] {
            assert_eq!(apart(text), ("The dyke at noon.".to_owned(), Some(credit.to_owned())), "{text}");
        }
        assert_eq!(apart("Getty Images"), (String::new(), Some("Getty Images".to_owned())));
    }

    #[test]
    fn words_that_are_no_credit_stay_in_the_caption() {
        for text in [
            "Ada Fenn (left) with her dog.",
            "The harbour in 1971 (colour restored)",
            "A photo of the old ferry",
            "The and/or rule was dropped.",
            "A source of light: the lamp on the pier",
            "Picture this: a town without a ferry. It is quiet. Nobody comes.",
        ] {
            assert_eq!(apart(text), (text.to_owned(), None), "{text}");
        }
    }
}
