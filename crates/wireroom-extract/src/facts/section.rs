//! The outlet's section and the article's tags, as the page states them or its bread crumbs show them. It refuses the
//! site's own name, lists made for search engines, and words that sort nothing. Start at [`section`] and [`tags`].

use crate::choose::fold;
use crate::structured::{Item, Stated};
use crate::tree::{Name, Tag, Tree};
use wireroom_text::markup;

/// Longest section or tag in characters and in words.
const MAX_CHARS: usize = 60;
const MAX_WORDS: usize = 6;
/// Most tags of an article: more are written for search engines.
const MAX_TAGS: usize = 24;
/// Words looked at in one place.
const MAX_LOOKED_AT: usize = 200;
/// Most bread crumbs.
const MAX_CRUMBS: usize = 12;

const SECTION_METAS: &[&str] = &[
    "article:section",
    "og:article:section",
    "article:section:name",
    "parsely-section",
    "sailthru.verticals",
    "section",
    "sectionname",
    "cxenseparse:section",
    "dcterms.subject",
    "articlesection",
];

/// Words that sort nothing: the way home, the drawer for everything.
const NO_SECTION: &[&str] = &[
    "home",
    "homepage",
    "start",
    "startseite",
    "accueil",
    "inicio",
    "início",
    "hem",
    "forside",
    "hjem",
    "etusivu",
    "главная",
    "головна",
    "strona główna",
    "anasayfa",
    "ana sayfa",
    "uncategorized",
    "uncategorised",
    "allgemein",
    "sans catégorie",
    "non classé",
    "sin categoría",
    "sem categoria",
    "senza categoria",
    "bez kategorii",
    "без рубрики",
    "без категории",
    "geen categorie",
    "article",
    "articles",
    "artikel",
    "all",
    "index",
    "default",
    "none",
    "null",
    "undefined",
    "general",
    "tags",
    "amp",
    "首页",
    "首頁",
    "トップ",
    "ホーム",
    "홈",
    "الرئيسية",
    "other",
    "misc",
    "main",
    "www",
    "front page",
    "latest",
    "story",
    "stories",
    "post",
    "posts",
    "blog",
    "content",
];
/// First crumbs that hold all others.
const WIDE: &[&str] = &[
    "news",
    "nachrichten",
    "actualités",
    "actualité",
    "noticias",
    "notizie",
    "notícias",
    "nieuws",
    "nyheter",
    "nyheder",
    "wiadomości",
    "новости",
    "новини",
    "haberler",
    "uutiset",
    "新闻",
    "ニュース",
    "뉴스",
];

/// The section, by agreement of what the page states and its crumbs.
pub fn section(
    tree: &Tree,
    stated: &Stated,
    item: &Item,
    title: Option<&str>,
    sites: &[String],
) -> Option<String> {
    let title = fold(title.unwrap_or(""));
    let fine = |text: &str| {
        let folded = fold(text);
        is_word(text)
            && !sites.contains(&folded)
            && folded != title
            && !NO_SECTION.contains(&text.to_lowercase().as_str())
    };
    let crumbs: Vec<String> = crumbs(tree, stated).into_iter().filter(|c| fine(c)).collect();
    let metas = SECTION_METAS.iter().filter_map(|name| stated.metas.get(*name)).flatten().take(MAX_TAGS);
    let told: Vec<String> =
        item.facts.section.iter().chain(metas).map(|s| whole(s)).filter(|s| fine(s)).collect();
    let shown = |s: &String| crumbs.iter().any(|c| fold(c) == fold(s));
    let agreed = told.iter().find(|s| shown(s) && !WIDE.contains(&s.to_lowercase().as_str()));
    let twice = told.iter().find(|s| told.iter().filter(|o| fold(o) == fold(s)).count() > 1);
    let narrow = crumbs.iter().find(|c| !WIDE.contains(&c.to_lowercase().as_str()));
    agreed.or(twice).or(told.first()).or(narrow).or(crumbs.first()).cloned()
}

fn whole(text: &str) -> String {
    markup::line(text).trim().trim_matches(['/', '>', '|', ' ']).to_owned()
}

fn crumbs(tree: &Tree, stated: &Stated) -> Vec<String> {
    if !stated.crumbs.is_empty() {
        return stated.crumbs.iter().take(MAX_CRUMBS).map(|c| whole(c)).collect();
    }
    const NAMES: &[&str] =
        &["breadcrumb", "fil d'ariane", "fil d’ariane", "brotkrume", "migas", "kruimelpad", "okruszk"];
    let is_list = |at: &usize| {
        let typed = tree.attribute(*at, Name::Itemtype).is_some_and(|t| t.ends_with("BreadcrumbList"));
        let named = tree.attribute(*at, Name::AriaLabel).map(str::to_lowercase);
        typed || named.is_some_and(|n| NAMES.iter().any(|name| n.contains(name)))
    };
    let Some(list) = (0..tree.nodes.len()).find(is_list) else { return Vec::new() };
    let links = tree.subtree(list).filter(|at| tree.tag(*at) == Tag::A);
    links.take(MAX_CRUMBS).map(|at| tree.line(at, MAX_CHARS + 1)).map(|line| whole(&line)).collect()
}

/// A short word or two for people: no address, no code, no sentence.
fn is_word(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let spaceless = text.chars().any(wireroom_text::words::is_spaceless);
    text.chars().count() <= MAX_CHARS
        && (letters >= 2 || spaceless)
        && digits <= letters
        && text.split_whitespace().count() <= MAX_WORDS
        && !text.contains(['=', '_', '{', '}', '[', ']', '<', '>', '@', '|', '\\'])
        && !text.contains("://")
        && (!text.contains([':', '/']) || text.contains(' '))
        && !text.ends_with(['?', '!', '…'])
}

/// Tags, the best places first; keywords written for search engines count only where nothing else tags the text.
pub fn tags(
    tree: &Tree,
    stated: &Stated,
    item: &Item,
    section: Option<&str>,
    sites: &[String],
) -> Vec<String> {
    let meta = |names: &[&str]| -> Vec<String> {
        names
            .iter()
            .filter_map(|name| stated.metas.get(*name))
            .flatten()
            .take(MAX_LOOKED_AT)
            .cloned()
            .collect()
    };
    let linked = (0..tree.nodes.len())
        .filter(|at| tree.attribute(*at, Name::Rel).is_some_and(|r| r.split_whitespace().any(|r| r == "tag")))
        .filter(|at| tree.tag(*at) == Tag::A)
        .take(MAX_LOOKED_AT)
        .map(|at| tree.line(at, MAX_CHARS + 1));
    let mut out: Vec<String> = Vec::new();
    let own = section.map(fold).unwrap_or_default();
    let add = |values: &[String], out: &mut Vec<String>| {
        for value in values.iter().flat_map(|v| apart(v)).take(MAX_LOOKED_AT) {
            if out.len() >= MAX_TAGS {
                break;
            }
            let tag = whole(&value).trim_start_matches('#').trim().to_owned();
            let folded = fold(&tag);
            let fine = is_word(&tag) && !sites.contains(&folded) && folded != own;
            let known = out.iter().any(|t| fold(t) == folded);
            if fine && !known && !NO_SECTION.contains(&tag.to_lowercase().as_str()) && out.len() < MAX_TAGS {
                out.push(tag);
            }
        }
    };
    add(&meta(&["article:tag", "og:article:tag", "parsely-tags", "sailthru.tags"]), &mut out);
    add(&item.facts.keywords, &mut out);
    add(&linked.collect::<Vec<_>>(), &mut out);
    if out.is_empty() {
        add(&meta(&["news_keywords", "article:keywords"]), &mut out);
    }
    if out.is_empty() {
        let keywords = meta(&["keywords"]);
        let count: usize = keywords.iter().map(|k| apart(k).len()).sum();
        if count <= MAX_TAGS {
            add(&keywords, &mut out);
        }
    }
    out
}

/// "ferry, harbour; islands".
fn apart(value: &str) -> Vec<String> {
    let marks: &[char] = if value.contains(';') { &[';'] } else { &[',', '、', '，', '|'] };
    value.split(marks).map(|t| t.trim().to_owned()).filter(|t| !t.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_addresses_and_sentences_are_no_tags() {
        for junk in [
            "100312362",
            "post_id=7",
            "https://a.example",
            "isTeaser:true",
            "What did the mayor know about the ferry?",
            "a",
        ] {
            assert!(!is_word(junk), "{junk}");
        }
        for tag in ["Ferries", "Covid-19", "Climate change", "港", "Северный порт", "US elections 2028"]
        {
            assert!(is_word(tag), "{tag}");
        }
    }
}
