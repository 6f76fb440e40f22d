//! Fixed phrases of page furniture in the languages of the demo and the development sets, and the forms of
//! bylines and date lines. A phrase counts at the beginning of a short block only.
//! It names no outlet. Start at [`is_furniture`].

use crate::choose::fold;

/// Longest block, in letters, that a phrase at its beginning can condemn.
const SHORT: usize = 160;
/// Longest disclosure, in letters.
const LONG: usize = 450;

/// Beginnings of lines that invite, offer, warn or credit. Lower case.
const FURNITURE: &[&str] = &[
    "read more",
    "read also",
    "read next",
    "read:",
    "also read",
    "see also",
    "more on",
    "related:",
    "related stories",
    "related articles",
    "more:",
    "watch:",
    "watch more",
    "listen:",
    "listen to",
    "subscribe",
    "sign up",
    "sign in",
    "log in",
    "click here",
    "follow us",
    "share this",
    "share on",
    "advertisement",
    "sponsored",
    "photo:",
    "photos:",
    "image:",
    "picture:",
    "photo by",
    "image credit",
    "copyright ©",
    "©",
    "all rights reserved",
    "support us",
    "donate",
    "become a member",
    "join our",
    "download our app",
    "download the",
    "get the latest",
    "get our",
    "try our",
    "open image in",
    "view image",
    "enlarge image",
    "view comments",
    "no comments yet",
    "leave a comment",
    "comments",
    "your support helps",
    "recommended",
    "continue reading",
    "article continues",
    "story continues",
    "this article is more than",
    "skip to",
    "loading",
    "please enable javascript",
    "accept cookies",
    "we use cookies",
    "this content is hosted",
    "to view this",
    "related topics",
    "topics",
    "tags:",
    "filed under",
    "most read",
    "lesen sie auch",
    "lesen sie hier",
    "lesen sie mehr",
    "lesen sie dazu",
    "auch interessant",
    "mehr zum thema",
    "mehr dazu",
    "das könnte sie",
    "newsletter",
    "jetzt anmelden",
    "hier geht es",
    "anzeige",
    "werbung",
    "foto:",
    "bild:",
    "quelle:",
    "zum thema",
    "empfohlener",
    "externer inhalt",
    "artikel merken",
    "lire aussi",
    "à lire",
    "lire la suite",
    "abonnez-vous",
    "publicité",
    "voir aussi",
    "photo d'",
    "leggi anche",
    "leggi tutto",
    "iscriviti",
    "guarda anche",
    "lee también",
    "lea también",
    "lee más",
    "te puede interesar",
    "suscríbete",
    "puede interesarte",
    "leia também",
    "leia mais",
    "assine",
    "veja também",
    "läs mer",
    "läs också",
    "les også",
    "les mer",
    "læs også",
    "lees ook",
    "lees meer",
    "czytaj także",
    "czytaj też",
    "czytaj również",
    "zobacz też",
];

/// Parts of lines that sell, warn or disclaim, wherever in the line they stand.
const INSIDE: &[&str] = &[
    "already a subscriber",
    "subscribe now",
    "subscribe to read",
    "to view the full story",
    "for the full story",
    "to continue reading",
    "not responsible for the opinions",
    "alle angaben ohne gewähr",
    "bereits abonnent",
    "all rights reserved",
    "alle rechte vorbehalten",
    "tous droits réservés",
    "todos los derechos reservados",
    "todos os direitos reservados",
    "wszelkie prawa zastrzeżone",
    "все права защищены",
    "our standards:",
    "sign up for our",
    "sign up for the",
    "subscribe to our newsletter",
    "follow us on",
    "follow him on",
    "follow her on",
    "download the app",
    "don’t miss out on the latest",
    "enable javascript",
    "have a tip?",
    "send us a tip",
];

/// What a house discloses about its earnings, often in a long sentence.
const DISCLOSED: &[&str] = &[
    "we may earn a commission",
    "we may receive compensation",
    "may earn an affiliate commission",
    "affiliate commission",
];

/// The same in scripts where a whole phrase is short.
const FURNITURE_OTHER: &[&str] = &[
    "zobacz także",
    "zobacz również",
    "przeczytaj",
    "reklama",
    "читайте также",
    "читайте ещё",
    "читать далее",
    "подписывайтесь",
    "подпишитесь",
    "фото:",
    "реклама",
    "смотрите также",
    "διαβάστε",
    "δείτε",
    "ακολουθήστε",
    "相关阅读",
    "延伸阅读",
    "责任编辑",
    "更多",
    "关注我们",
    "あわせて読みたい",
    "関連記事",
    "続きを読む",
    "اقرأ أيضا",
    "اقرأ أيضًا",
    "شاهد أيضا",
    "קראו גם",
    "haberin devamı",
    "ayrıca bakınız",
    "devamını oku",
];

/// Labels of picture viewers that dumps print in front of a caption.
const PICTURE_LABELS: &[&str] = &[
    "open image in gallery",
    "open image in new tab",
    "view image in fullscreen",
    "view image in full screen",
    "view gallery",
    "enlarge this image",
    "enlarge image",
    "click to enlarge",
    "image caption,",
    "image caption:",
    "image source,",
    "bild vergrößern",
    "bild in neuem fenster öffnen",
    "bildunterschrift:",
    "agrandir l'image",
    "agrandir l’image",
    "ampliar imagen",
    "ampliar foto",
    "ingrandisci",
    "powiększ zdjęcie",
    "show image in gallery",
];

/// The caption after a picture viewer's label; `None` where a line begins with no such label.
pub fn after_picture_label(text: &str) -> Option<&str> {
    let lower = text.to_lowercase();
    let label = PICTURE_LABELS.iter().find(|label| lower.starts_with(**label))?;
    let chars = label.chars().count();
    text.char_indices().nth(chars).map_or(Some(""), |(at, _)| text.get(at..)).map(str::trim)
}

/// Words by which publishers ask for money or addresses.
const BEGGING: &[&str] = &[
    "your support",
    "support now",
    "support us",
    "your donation",
    "donate",
    "make a donation",
    "subscribe now",
    "subscribe today",
    "sign up",
    "newsletter",
    "paywall",
    "become a member",
    "become a supporter",
    "our journalism",
    "quality journalism",
    "independent journalism",
    "our reporting",
    "read more",
    "contribute",
    "cancel anytime",
    "free trial",
    "per month",
    "unterstützen sie",
    "ihre spende",
    "jetzt abonnieren",
    "probeabo",
    "monatlich kündbar",
    "unabhängigen journalismus",
    "soutenez",
    "faites un don",
    "abonnez-vous",
    "sans engagement",
    "suscríbete",
    "hazte socio",
    "periodismo independiente",
    "sostieni",
    "abbonati",
    "giornalismo indipendente",
    "wesprzyj",
    "поддержите",
    "подпишитесь",
    "our newsroom",
    "trusted by",
    "all cookies",
    "privacy policy",
    "we and our partners",
    "manage preferences",
    "your consent",
    "terms of service",
    "unsubscribe at any time",
];

/// True for a paragraph that asks for money, addresses or consent: it says so in several ways.
pub fn begs(text: &str) -> bool {
    const WAYS: usize = 3;
    /// A long text that discusses donations is a text.
    const MAX: usize = 1_500;
    if text.chars().count() > MAX {
        return false;
    }
    let lower = text.to_lowercase();
    let ways = BEGGING.iter().filter(|b| lower.contains(**b)).count();
    ways >= WAYS && ways * 250 >= lower.chars().count()
}

/// Headings that head what is not the article.
const HEADINGS: &[&str] = &[
    "related",
    "related stories",
    "related articles",
    "related content",
    "related news",
    "more stories",
    "read more",
    "most read",
    "most popular",
    "recommended",
    "recommended for you",
    "comments",
    "share",
    "share this",
    "tags",
    "newsletter",
    "advertisement",
    "more from",
    "you may also like",
    "about the author",
    "mehr zum thema",
    "das könnte sie auch interessieren",
    "kommentare",
    "meistgelesen",
    "weitere artikel",
    "à lire aussi",
    "sur le même sujet",
    "commentaires",
    "te puede interesar",
    "comentarios",
    "relacionadas",
    "leggi anche",
    "commenti",
    "czytaj także",
    "komentarze",
    "lees ook",
    "читайте также",
    "table of contents",
    "inhaltsverzeichnis",
    "follow us",
    "verwandte beiträge",
    "verwandte artikel",
    "ähnliche themen",
    "ähnliche beiträge",
    "ähnliche artikel",
    "auch interessant",
    "weiterlesen",
    "lesen sie auch",
    "das könnte dich auch interessieren",
    "das thema könnte dich auch interessieren",
    "das könnte sie interessieren",
    "schon gelesen",
    "articles similaires",
    "articles liés",
    "le puede interesar",
    "noticias relacionadas",
    "artículos relacionados",
    "más noticias",
    "notícias relacionadas",
    "articoli correlati",
    "potrebbe interessarti",
    "zobacz także",
    "zobacz też",
    "przeczytaj także",
    "похожие новости",
    "по теме",
    "материалы по теме",
    "σχετικά άρθρα",
    "διαβάστε επίσης",
    "hashtags",
    "related posts",
    "latest news",
    "top stories",
    "trending",
];

/// True for a short block that begins as furniture does.
pub fn is_furniture(text: &str, letters: usize) -> bool {
    if letters > LONG {
        return false;
    }
    let lower = text.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '©').to_lowercase();
    let begins = |phrase: &&str| {
        lower.strip_prefix(*phrase).is_some_and(|rest| {
            // The phrase ends where a word ends.
            !rest.starts_with(char::is_alphanumeric) || !phrase.ends_with(char::is_alphanumeric)
        })
    };
    if DISCLOSED.iter().any(|phrase| lower.contains(phrase)) {
        return true;
    }
    if letters > SHORT {
        return false;
    }
    if INSIDE.iter().any(|phrase| lower.contains(phrase)) {
        return true;
    }
    let Some(phrase) = FURNITURE.iter().chain(FURNITURE_OTHER).find(|p| begins(p)) else { return false };
    // "Topics that divide the town were debated." is a sentence; one word of invitation needs a label's form.
    let label = phrase.contains([' ', ':', '-', '©']) || !phrase.is_ascii();
    let rest = lower.strip_prefix(phrase).unwrap_or("");
    label
        || rest.trim().is_empty()
        || rest.trim_start().starts_with([':', '|', '»', '–', '-'])
        || letters < 25
}

/// True for a heading over related lists, comments, offers.
pub fn is_furniture_heading(text: &str) -> bool {
    let lower = text.trim().trim_end_matches([':', '.', '…', '!']).to_lowercase();
    HEADINGS.contains(&lower.as_str())
        || (lower.starts_with("more from ") || lower.starts_with("related ")) && lower.chars().count() < 40
}

/// Words that open a byline.
const BY: &[&str] = &[
    "by ",
    "von ",
    "par ",
    "por ",
    "di ",
    "av ",
    "af ",
    "door ",
    "od ",
    "autor:",
    "autor ",
    "author:",
    "text:",
    "written by ",
    "yazar:",
    "автор:",
];

/// True for a line that only names its writer.
pub fn is_byline(text: &str, authors: &[String]) -> bool {
    let lower = text.trim().to_lowercase();
    if BY.iter().any(|by| lower.starts_with(by)) && text.split_whitespace().count() <= 12 {
        return true;
    }
    let folded = fold(text);
    authors.iter().any(|author| {
        let name = fold(author);
        name.chars().count() >= 5
            && folded.contains(&name)
            && folded.chars().count() <= name.chars().count() + 30
    })
}

/// True for a line that is a date, a time, or a reading time, and little else.
pub fn is_date_line(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let lower = text.to_lowercase();
    let reading =
        ["min read", "minute read", "lesezeit", "min. lesezeit", "minutes de lecture", "min de lecture"];
    (digits >= 4 && letters <= 40 && !crate::blocks::ends_a_sentence(text.trim_end_matches('.')))
        || (letters <= 40 && reading.iter().any(|r| lower.contains(r)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_invitation_is_furniture_and_a_sentence_is_not() {
        assert!(is_furniture("Read more: Harbour reopens", 22));
        assert!(is_furniture("Advertisement", 13));
        assert!(!is_furniture("Comments by the mayor angered the fishermen of the northern harbour.", 56));
        assert!(!is_furniture("Readers of the paper asked for more.", 29));
    }

    #[test]
    fn a_line_with_a_date_alone_is_a_date_line() {
        assert!(is_date_line("Published 3 May 2024, 10:45"));
        assert!(!is_date_line("In 1996 the harbour closed and 400 workers lost their jobs."));
    }
}
