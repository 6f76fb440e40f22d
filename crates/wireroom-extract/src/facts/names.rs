//! What stands where a byline is expected: addresses of writers' pages, words that can be a name, and the words of
//! links and buttons beside names, which cannot. Start at [`looks_like_a_name`].

/// Addresses of writers' pages, in the languages that sites are written in.
pub fn leads_to_a_writer(href: &str) -> bool {
    const PATHS: &[&str] = &[
        "author",
        "authors",
        "autor",
        "autores",
        "autoren",
        "auteur",
        "auteurs",
        "autore",
        "autori",
        "by",
        "staff",
        "contributor",
        "contributors",
        "writer",
        "writers",
        "people",
        "profile",
        "profil",
        "profiles",
        "journalist",
        "journalists",
        "journaliste",
        "journalistes",
        "reporter",
        "reporters",
        "columnist",
        "columnists",
        "columnista",
        "columnistas",
        "redakteur",
        "creator",
        "creators",
        "signataires",
        "periodista",
        "periodistas",
        "firma",
        "firmas",
        "penulis",
        "yazar",
        "yazarlar",
        "skribent",
        "byline",
        "bylines",
        "avtor",
        "person",
        "personen",
        "opinion-authors",
        "redactie",
        "autorzy",
        "redactor",
    ];
    let path = href.split(['?', '#']).next().unwrap_or("");
    let path = path.split_once("://").map_or(path, |(_, rest)| rest);
    let parts: Vec<&str> = path.split('/').filter(|p| !p.is_empty()).collect();
    parts.windows(2).any(|w| matches!(w, [kind, _] if PATHS.contains(kind)))
}

/// Mail, and profiles at other houses.
pub fn leads_away(href: Option<&str>) -> bool {
    const ELSEWHERE: &[&str] = &[
        "twitter.com",
        "//x.com",
        "facebook.com",
        "instagram.com",
        "linkedin.com",
        "youtube.com",
        "xing.com",
        "t.me/",
        "mastodon",
        "bsky.app",
        "tiktok.com",
        "threads.net",
        "pinterest.",
        "reddit.com",
        "whatsapp",
        "share=",
        "javascript:",
        "/cdn-cgi/",
    ];
    href.is_some_and(|href| {
        let href = href.to_ascii_lowercase();
        ELSEWHERE.iter().any(|e| href.contains(e))
    })
}

/// What stands where a byline is expected may still be no name.
pub fn looks_like_a_name(name: &str) -> bool {
    let words = name.split_whitespace().count();
    let small = name.split_whitespace().filter(|w| w.chars().next().is_some_and(char::is_lowercase)).count();
    (1..=6).contains(&words)
        && small * 2 <= words
        && name.chars().count() >= 2
        && name.chars().filter(char::is_ascii_digit).count() == 0
        && name.chars().any(char::is_alphabetic)
        && !name.contains(['@', '?', '!'])
        && (words > 1 || !name.chars().next().is_some_and(char::is_lowercase))
        && !is_control(name)
}

/// The words of links and buttons beside a name.
fn is_control(name: &str) -> bool {
    const WORDS: &[&str] = &[
        "follow",
        "following",
        "folgen",
        "suivre",
        "s'abonner",
        "seguir",
        "segui",
        "volgen",
        "contact",
        "kontakt",
        "contacter",
        "contactar",
        "contatta",
        "contact author",
        "share",
        "teilen",
        "partager",
        "compartir",
        "condividi",
        "facebook",
        "twitter",
        "x",
        "instagram",
        "linkedin",
        "youtube",
        "xing",
        "rss",
        "email",
        "e-mail",
        "mail",
        "website",
        "webseite",
        "login",
        "log in",
        "sign in",
        "sign up",
        "register",
        "subscribe",
        "more",
        "mehr",
        "weiter",
        "weitere artikel",
        "alle artikel",
        "alle beiträge",
        "see all",
        "view all",
        "bio",
        "biography",
        "profile",
        "profil",
        "author",
        "authors",
        "autor",
        "autoren",
        "auteur",
        "comments",
        "kommentare",
        "comment",
        "print",
        "drucken",
        "imprimir",
        "read more",
        "updated",
        "published",
        "opens in new window",
        "tiktok",
        "mastodon",
        "bluesky",
        "threads",
        "whatsapp",
        "telegram",
        "pinterest",
        "tumblr",
        "reddit",
        "pocket",
        "save",
        "gift",
        "listen",
        "home",
        "startseite",
        "news",
        "nachrichten",
        "nachricht",
        "über den autor",
        "about the author",
        "view profile",
        "bookmark",
        "folge uns",
        "follow us",
        "advertisement",
        "anzeige",
        "impressum",
        "datenschutz",
        "zur person",
        "text",
        "read",
        "zapisz do",
        "mode",
        "reply",
        "antworten",
        "today",
        "heute",
        "unfollow",
        "alerts",
        "get alerts",
        "contributor",
        "staff",
    ];
    const STARTS: &[&str] = &[
        "view ", "see ", "more ", "all ", "alle ", "weitere ", "follow ", "mehr ", "zeige ", "show ",
        "read ", "about ", "über ", "sign ", "back to", "copy ", "share ",
    ];
    let lower = name.trim().to_lowercase();
    let lower = lower.trim_matches(|c: char| !c.is_alphanumeric());
    WORDS.contains(&lower) || STARTS.iter().any(|s| lower.starts_with(s))
}
