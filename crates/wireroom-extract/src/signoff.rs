//! Lines below a text in which its makers sign: who reported, edited, translated, whose material it rests on, the signs
//! of a desk in brackets, a mark that the text ends. They are read for their names and leave the body.
//! It refuses a sentence that begins with the same words, and an agency's name alone. Start at [`is_sign_off`].

use crate::blocks::weigh;
use crate::facts::who::{self, is_person};
use crate::signoff_words::{ENDS, LABELS, MADE, OPENINGS, SMALL};
use wireroom_model::{Contribution, Who};

/// Longest line that can be one, in characters: houses with many hands name them all.
const LONGEST: usize = 400;
/// Longest line whose words need not be names.
const SHORT: usize = 90;
/// Most paragraphs at the end that are looked at.
const LAST: usize = 5;

/// True for a line that signs a text.
pub fn is_sign_off(text: &str) -> bool {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > LONGEST {
        return false;
    }
    is_end_mark(text) || is_signs(text) || names_makers(text)
}

/// Which of a text's paragraphs sign it, by their places among `texts`: some of the last, and never the first.
pub fn places<'t>(texts: impl IntoIterator<Item = &'t str>) -> Vec<usize> {
    let texts: Vec<&str> = texts.into_iter().collect();
    let from = texts.len().saturating_sub(LAST).max(1);
    let signed = |(_, text): &(usize, &&str)| is_sign_off(text) && !is_kept(text);
    texts.iter().enumerate().skip(from).filter(signed).map(|(place, _)| place).collect()
}

/// A line that opens with those who helped stays with its text, as the pages that the rules are measured on have it; its
/// names are read all the same.
fn is_kept(text: &str) -> bool {
    text.trim_start_matches(['(', '[', '*']).to_lowercase().starts_with("additional reporting")
}

/// "-- END --", "(Ends)", "###", "– 30 –", "(完)".
fn is_end_mark(text: &str) -> bool {
    const MOST: usize = 16;
    let word = text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let bare = word.chars().count() == text.chars().count();
    let signs = |c: char| "#*-–—•■□▪◾●~=_+·. ".contains(c);
    text.chars().count() <= MOST
        && if word.is_empty() {
            text.chars().count() <= 8 && text.chars().all(signs)
        } else {
            !bare && ENDS.contains(&word.as_str())
        }
}

/// "(aso/tah)", "[kb]", "(dpa/jek)": the short signs of those who wrote and edited.
fn is_signs(text: &str) -> bool {
    const MOST: usize = 32;
    const SIGN: usize = 5;
    let inside = || text.strip_prefix(['(', '[', '（', '〔'])?.strip_suffix([')', ']', '）', '〕']);
    if text.chars().count() > MOST {
        return false;
    }
    let Some(inside) = inside() else { return false };
    let mut small = 0;
    let all = inside.split(['/', ',', ';', '-', '|', '·']).map(str::trim).all(|sign| {
        small += usize::from(sign.starts_with(char::is_lowercase));
        (1..=SIGN).contains(&sign.chars().count()) && sign.chars().all(char::is_alphabetic)
    });
    all && small > 0
}

/// "Reporting by Ada Fenn in Aske; editing by Bo Lind", "Photo editor: Ada Fenn. Produced by Bo Lind".
fn names_makers(text: &str) -> bool {
    let bare =
        text.trim_matches(['(', ')', '[', ']', '*', '_', '（', '）', '【', '】', '—', '–', '-', ' ', '/']);
    let lower = bare.to_lowercase();
    let opens = |words: &&&str| {
        lower.strip_prefix(**words).is_some_and(|rest| {
            !words.ends_with(char::is_alphanumeric) || !rest.starts_with(char::is_alphanumeric)
        })
    };
    let longest = |list: &[&str]| list.iter().filter(opens).map(|words| words.chars().count()).max();
    if let Some(cut) = longest(LABELS) {
        let rest: String = bare.chars().skip(cut).collect();
        return !rest.trim().is_empty() && is_of_names(&rest);
    }
    let Some(cut) = longest(OPENINGS) else { return false };
    let rest: String = bare.chars().skip(cut).collect();
    if rest.trim().is_empty() {
        return false;
    }
    let clause = rest.contains([',', '،', '，', '、']) || bare.ends_with(['.', '!', '?', '。', '।', '؟']);
    (bare.chars().count() <= SHORT && !clause) || is_of_names(&rest)
}

/// Names with the small words between them, and hardly anything else: no sentence.
fn is_of_names(rest: &str) -> bool {
    let (mut all, mut small) = (0_usize, 0_usize);
    let words = rest.split(|c: char| c.is_whitespace() || ",;:./&|()".contains(c));
    for word in words.filter(|word| word.chars().any(char::is_alphabetic)) {
        let lower = word.to_lowercase();
        all += 1;
        let plain = word.starts_with(char::is_lowercase) && !SMALL.contains(&lower.as_str());
        small += usize::from(plain);
    }
    // Scripts without capital letters: a list of names is short.
    let uncased =
        rest.chars().find(|c| c.is_alphabetic()).is_some_and(|c| !c.is_lowercase() && !c.is_uppercase());
    all > 0 && small * 4 <= all && (!uncased || weigh(rest) <= 60)
}

/// Those whom a line of makers names, with what they did as printed ("Additional reporting by").
pub fn makers(text: &str) -> Vec<Contribution> {
    if !is_sign_off(text) {
        return Vec::new();
    }
    let bare = text.trim().trim_matches(['(', ')', '[', ']', '*', '_', '.', ' ']);
    let mut found = Vec::new();
    for piece in bare.split(['.', ';']).map(str::trim) {
        let lower = piece.to_lowercase();
        let opens = |words: &&&str| lower.starts_with(**words);
        let Some(cut) = MADE.iter().filter(opens).map(|words| words.chars().count()).max() else { continue };
        let part: String = piece.chars().take(cut).collect();
        let names: String = piece.chars().skip(cut).collect();
        for name in names.split([',', '&', '/']).flat_map(|n| n.split(" and ")).map(str::trim) {
            let name = name.strip_prefix("and ").unwrap_or(name);
            let name = name.split(" in ").next().unwrap_or(name).trim();
            if is_person(name) && who::who(name, None, &[]) == Who::Person {
                let part = part.trim().trim_end_matches([':', '：', ' ']).to_owned();
                found.push(Contribution { name: name.to_owned(), part });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_who_made_a_text_sign_below_it_in_many_languages() {
        for line in [
            "Reporting by Ada Fenn in Aske and Bo Lind; Additional reporting by Kim Ott; Editing by Per Holm",
            "(Reporting by Ada Fenn; Editing by Bo Lind)",
            "Additional reporting by Ada Fenn",
            "Photo editor: Ada Fenn. Produced by Bo Lind and the graphics desk.",
            "Con información de la agencia EFE y de nuestra redacción en Aske.",
            "Mit Material der Nachrichtenagentur dpa",
            "Aus dem Englischen von Ada Fenn",
            "Propos recueillis par Ada Fenn",
            "Con informazioni di Ada Fenn e dell’agenzia Ansa",
            "Com informações da agência Lusa",
            "Met medewerking van Ada Fenn",
            "Opracowanie: Ada Fenn",
            "По материалам агентства и пресс-службы порта",
            "За матеріалами агентства та пресслужби порту",
            "تحرير: أحمد سالم",
            "עריכה: דנה כהן",
            "责任编辑：王晓明",
            "翻訳：山田花子",
            "-- END --",
            "(Ends)",
            "###",
            "(aso/tah)",
            "[kb]",
        ] {
            assert!(is_sign_off(line), "{line}");
        }
    }

    #[test]
    fn a_sentence_that_begins_like_a_credit_is_none() {
        for text in [
            "Reporting by the Lorn Post found that the company had hidden figures from the harbour board for years.",
            "Produced by three brothers in a shed behind the cannery, the cheese won a prize in May.",
            "По материалам следствия, мужчина украл козу.",
            "Con información de la policía, el alcalde cerró la carretera.",
            "Editing by hand takes a day for each minute of film, she said.",
            "(Reuters)",
            "(laughs)",
            "END OF AN ERA",
            "30",
        ] {
            assert!(!is_sign_off(text), "{text}");
        }
    }

    #[test]
    fn makers_are_read_with_what_they_did() {
        let found = makers("Reporting by Ada Fenn in Aske and Bo Lind; editing by Per Holm");
        let told: Vec<(&str, &str)> = found.iter().map(|c| (c.name.as_str(), c.part.as_str())).collect();
        assert_eq!(
            told,
            [("Ada Fenn", "Reporting by"), ("Bo Lind", "Reporting by"), ("Per Holm", "editing by")]
        );
    }
}
