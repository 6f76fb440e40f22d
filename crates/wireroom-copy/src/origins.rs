//! Origins of one story: its texts counted as outlets, publishers and origins, apart from each other.
//! It refuses to call an unknown origin an independent one, and to count a text for every outlet that prints it:
//! ten feeds carrying one wire are one origin. docs/copies.md has the rules. Start at [`count`].

use crate::Origin;
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::{
    AgencyCredit, AgencyPart, ArticleId, Counted, Coverage, FamilyId, Ground, Kind, Printings, Reason, Whose,
};
use wireroom_text::agencies::is_its_own;
use wireroom_text::words::{fold, words};

/// Texts of fewer words are not told apart from what others wrote: passages that make a family have as many.
const TELLING_WORDS: usize = 40;

/// Words in an agency's masthead beside its name ("Tern News Agency").
const MASTHEAD_WORDS: [&str; 9] =
    ["the", "news", "agency", "wire", "newswire", "service", "services", "agence", "agentur"];

/// One article of a story, as the count needs it.
#[derive(Debug, Clone, Copy)]
pub struct Carried<'a> {
    pub article: ArticleId,
    pub outlet: Option<&'a str>,
    /// Where its page stands, without `www.`: it names an outlet that nobody else names.
    pub host: Option<&'a str>,
    /// The outlet's owner by the reader's lists.
    pub publisher: Option<&'a str>,
    pub family: Option<FamilyId>,
    pub agency: Option<&'a str>,
    /// Credits with the part that each agency has in the text; where there are none, `agency` wrote it.
    pub credits: &'a [AgencyCredit],
    pub kind: Kind,
    /// The page gave no text of its own: the feed's words stand in for it.
    pub stump: bool,
    pub body: &'a str,
}

/// What the lineage of a family says of its origin.
#[derive(Debug, Clone)]
pub struct Traced {
    pub origin: Origin,
    pub reason: Reason,
    /// The words that show it.
    pub words: String,
    /// The outlet of the first printing and its publisher, where that is no article of the story, or the outlet that
    /// the origin names and its publisher.
    pub outlet: Option<String>,
    pub publisher: Option<String>,
    /// Printings of the whole family, in this story or not.
    pub members: usize,
}

/// Whose a text is before texts are held against each other.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Source {
    /// One or several, by folded name with the name as printed.
    Agencies(BTreeMap<String, String>),
    House {
        outlet: String,
        publisher: Option<String>,
    },
    Unknown,
}

/// A text of the story with its source.
#[derive(Debug)]
struct Unit {
    source: Source,
    printings: Printings,
}

/// Two texts with one key are one origin.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    /// The agencies of the text that made the origin: one, unless it credits several.
    Agencies(BTreeSet<String>),
    Publisher(String),
    Outlet(String),
}

/// Counts a story's articles, in any order. `traced` has the lineage of its families; one without is counted by what
/// its printings credit, else as unknown. `listed` says whether any list of publishers was brought in.
pub fn count(articles: &[Carried<'_>], traced: &BTreeMap<FamilyId, Traced>, listed: bool) -> Coverage {
    let mut articles: Vec<&Carried<'_>> = articles.iter().collect();
    articles.sort_by_key(|one| one.article);
    articles.dedup_by_key(|one| one.article);
    let agencies = agencies_named(&articles, traced);
    let mut units: Vec<Unit> = texts(&articles)
        .into_iter()
        .map(|(family, printings)| unit(family, &printings, family.and_then(|f| traced.get(&f)), &agencies))
        .collect();
    // Those of one agency first: a text of several adds none where one of them stands already.
    units.sort_by_key(|unit| (several(&unit.source), unit.printings.articles.first().copied()));
    let (origins, unknown) = gather(units);
    let outlets = outlets(&articles);
    let publishers: BTreeSet<(&str, &str)> = outlets
        .iter()
        .map(|(outlet, publisher)| match publisher {
            Some(publisher) => ("publisher", publisher.as_str()),
            None => ("outlet", outlet.as_str()),
        })
        .collect();
    let unlisted = outlets.iter().filter(|(outlet, owner)| !outlet.is_empty() && owner.is_none()).count();
    Coverage {
        articles: fit(articles.len()),
        outlets: fit(outlets.len()),
        publishers: listed.then(|| fit(publishers.len())),
        unlisted: if listed { fit(unlisted) } else { 0 },
        origins,
        unknown,
    }
}

/// Texts under their origins, the most carried first, and those of none.
fn gather(units: Vec<Unit>) -> (Vec<Counted>, Vec<Printings>) {
    let mut origins: BTreeMap<Key, (Whose, Vec<Printings>)> = BTreeMap::new();
    let mut unknown = Vec::new();
    for unit in units {
        match unit.source {
            Source::Unknown => unknown.push(unit.printings),
            Source::House { outlet, publisher } => {
                let (key, whose) = match publisher {
                    Some(name) => (Key::Publisher(name_key(&name)), Whose::Publisher(name)),
                    None => (Key::Outlet(name_key(&outlet)), Whose::Outlet(outlet)),
                };
                origins.entry(key).or_insert_with(|| (whose, Vec::new())).1.push(unit.printings);
            }
            Source::Agencies(names) => {
                let shares = |key: &Key| match key {
                    Key::Agencies(keys) => names.keys().any(|name| keys.contains(name)),
                    Key::Publisher(_) | Key::Outlet(_) => false,
                };
                let known = origins.keys().find(|key| shares(key)).cloned();
                let key = known.unwrap_or_else(|| Key::Agencies(names.keys().cloned().collect()));
                let all: Vec<String> = names.into_values().collect();
                let whose = Whose::Agency(all.join(" and "));
                origins.entry(key).or_insert_with(|| (whose, Vec::new())).1.push(unit.printings);
            }
        }
    }
    let mut origins: Vec<Counted> =
        origins.into_values().map(|(whose, texts)| counted(whose, texts)).collect();
    origins.sort_by_key(|origin| {
        let first = origin.texts.iter().filter_map(|text| text.articles.first()).min().copied();
        (std::cmp::Reverse(origin.texts.iter().map(|text| text.articles.len()).sum::<usize>()), first)
    });
    (origins, unknown)
}

fn fit(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn folded(name: &str) -> Vec<String> {
    words(name).map(|word| fold(word.text)).collect()
}

fn name_key(name: &str) -> String {
    folded(name).join(" ")
}

/// What an article's outlet is called: its masthead, else the host of its page.
fn masthead<'a>(article: &Carried<'a>) -> Option<&'a str> {
    let named = |name: &&str| !name.trim().is_empty();
    article.outlet.filter(named).or(article.host.filter(named)).map(str::trim)
}

/// Outlets by key, with the key of their owner. All that nobody names are one, under the empty key: they may be of one.
fn outlets(articles: &[&Carried<'_>]) -> BTreeMap<String, Option<String>> {
    let mut outlets: BTreeMap<String, Option<String>> = BTreeMap::new();
    for article in articles {
        let owner = outlets.entry(masthead(article).map(name_key).unwrap_or_default()).or_default();
        if owner.is_none() {
            *owner = article.publisher.map(name_key);
        }
    }
    outlets
}

/// The story's texts: families in order of their first article, and each article of none.
fn texts<'s, 'a>(articles: &'s [&'a Carried<'a>]) -> Vec<(Option<FamilyId>, Vec<&'s Carried<'a>>)> {
    let mut texts: Vec<(Option<FamilyId>, Vec<&Carried<'_>>)> = Vec::new();
    let mut at: BTreeMap<FamilyId, usize> = BTreeMap::new();
    for article in articles {
        let place = article.family.map(|family| *at.entry(family).or_insert(texts.len()));
        match place.and_then(|place| texts.get_mut(place)) {
            Some((_, printings)) => printings.push(article),
            None => texts.push((article.family, vec![article])),
        }
    }
    texts
}

/// The agencies that wrote an article, by folded name, with the first words that credit one.
fn wrote(article: &Carried<'_>) -> (BTreeMap<String, String>, String) {
    let mut names = BTreeMap::new();
    let mut told = String::new();
    for credit in article.credits.iter().filter(|credit| credit.part == AgencyPart::Wrote) {
        if told.is_empty() {
            told.clone_from(&credit.words);
        }
        names.entry(name_key(&credit.agency)).or_insert_with(|| credit.agency.trim().to_owned());
    }
    if let Some(agency) = article.agency.filter(|_| article.credits.is_empty()) {
        names.entry(name_key(agency)).or_insert_with(|| agency.trim().to_owned());
    }
    names.remove("");
    (names, told)
}

/// Every agency that a text of the story credits, or a family is traced to.
fn agencies_named(
    articles: &[&Carried<'_>],
    traced: &BTreeMap<FamilyId, Traced>,
) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    for article in articles {
        let credited = article.credits.iter().map(|credit| credit.agency.as_str()).chain(article.agency);
        let family = article.family.and_then(|family| traced.get(&family));
        let origin = family.and_then(|traced| match &traced.origin {
            Origin::Agency(name) => Some(name.as_str()),
            Origin::Outlet(_) | Origin::Article(_) | Origin::Unknown => None,
        });
        for name in credited.chain(origin) {
            names.entry(name_key(name)).or_insert_with(|| name.trim().to_owned());
        }
    }
    names.remove("");
    names
}

/// The agency whose own masthead this is. Its name among words of no agency ("Tern Island Gazette") is a paper's:
/// to call it the agency's would count too few.
fn agency_of(outlet: &str, agencies: &BTreeMap<String, String>) -> Option<(String, String)> {
    let words = folded(outlet);
    let is_its = |(key, name): &(&String, &String)| {
        let own: Vec<&str> = key.split(' ').collect();
        let place =
            words.windows(own.len()).position(|run| run.iter().map(String::as_str).eq(own.iter().copied()));
        let beside = |place: usize| {
            let mut around = words.iter().take(place).chain(words.iter().skip(place + own.len()));
            around.all(|word| MASTHEAD_WORDS.contains(&word.as_str()))
        };
        place.map_or_else(|| is_its_own(outlet, name), beside)
    };
    agencies.iter().find(is_its).map(|(key, name)| (key.clone(), name.clone()))
}

fn unit(
    family: Option<FamilyId>,
    articles: &[&Carried<'_>],
    traced: Option<&Traced>,
    agencies: &BTreeMap<String, String>,
) -> Unit {
    let (source, ground, words) = match traced.filter(|traced| traced.reason != Reason::Alone) {
        Some(traced) => by_lineage(articles, traced),
        None => by_text(articles, agencies),
    };
    let (source, ground, words) = match (source, ground) {
        (Source::Unknown, Ground::OrderUnknown) if traced.is_none_or(|t| t.members <= articles.len()) => {
            one_house(articles)
                .map_or((Source::Unknown, ground, words), |house| (house, Ground::OneHouse, String::new()))
        }
        (source, ground) => (source, ground, words),
    };
    let outlet = match &source {
        Source::House { outlet, .. } => Some(outlet.clone()),
        Source::Agencies(_) | Source::Unknown => None,
    };
    let own = outlet.as_deref().and_then(|outlet| agency_of(outlet, agencies));
    let (source, ground) = match own {
        Some(own) => (Source::Agencies(BTreeMap::from([own])), Ground::AgencyOwn),
        None => (source, ground),
    };
    let family = family.filter(|_| articles.len() > 1 || traced.is_some());
    let articles = articles.iter().map(|article| article.article).collect();
    Unit { source, printings: Printings { family, articles, outlet, ground, words } }
}

/// The source of a family by what its lineage found.
fn by_lineage(articles: &[&Carried<'_>], traced: &Traced) -> (Source, Ground, String) {
    let named = |outlet: Option<&str>, publisher: Option<&str>| match outlet {
        Some(outlet) => (
            Source::House { outlet: outlet.to_owned(), publisher: publisher.map(str::to_owned) },
            Ground::from(traced.reason),
            traced.words.clone(),
        ),
        None => (Source::Unknown, Ground::Unseen, String::new()),
    };
    match &traced.origin {
        Origin::Agency(agency) => {
            let mut agencies = credited(articles);
            agencies.entry(name_key(agency)).or_insert_with(|| agency.trim().to_owned());
            (Source::Agencies(agencies), Ground::AgencyCredit, traced.words.clone())
        }
        Origin::Outlet(outlet) => {
            named(Some(traced.outlet.as_deref().unwrap_or(outlet)), traced.publisher.as_deref())
        }
        Origin::Article(first) => match articles.iter().find(|article| article.article == *first) {
            Some(first) if masthead(first).is_none() => (Source::Unknown, Ground::NoOutlet, String::new()),
            Some(first) => named(masthead(first), first.publisher),
            None => named(traced.outlet.as_deref(), traced.publisher.as_deref()),
        },
        Origin::Unknown => (Source::Unknown, Ground::OrderUnknown, String::new()),
    }
}

/// Where every printing of a text is one outlet's, or one publisher's, it is theirs, whichever came first.
fn one_house(articles: &[&Carried<'_>]) -> Option<Source> {
    let (first, others) = articles.split_first()?;
    let outlet = masthead(first)?;
    let key = |article: &Carried<'_>| match article.publisher {
        Some(publisher) => Some((true, name_key(publisher))),
        None => masthead(article).map(|outlet| (false, name_key(outlet))),
    };
    let house = || Source::House { outlet: outlet.to_owned(), publisher: first.publisher.map(str::to_owned) };
    others.iter().all(|other| key(other) == key(first)).then(house)
}

/// The source of a text of which no lineage is known: what it credits, else the outlet of one that stands alone.
fn by_text(articles: &[&Carried<'_>], agencies: &BTreeMap<String, String>) -> (Source, Ground, String) {
    let wrote_it = credited(articles);
    if !wrote_it.is_empty() {
        let words = articles.iter().map(|article| wrote(article).1).find(|words| !words.is_empty());
        return (Source::Agencies(wrote_it), Ground::AgencyCredit, words.unwrap_or_default());
    }
    let unknown = |ground| (Source::Unknown, ground, String::new());
    let [article] = articles else { return unknown(Ground::OrderUnknown) };
    if let Some(own) = masthead(article).and_then(|outlet| agency_of(outlet, agencies)) {
        return (Source::Agencies(BTreeMap::from([own])), Ground::AgencyOwn, String::new());
    }
    if article.stump || matches!(article.kind, Kind::Paywall | Kind::Empty) {
        return unknown(Ground::Stump);
    }
    if article.kind == Kind::Listing {
        return unknown(Ground::Gathers);
    }
    if words(article.body).take(TELLING_WORDS).count() < TELLING_WORDS {
        return unknown(Ground::Short);
    }
    match masthead(article) {
        Some(outlet) => {
            let publisher = article.publisher.map(str::to_owned);
            (Source::House { outlet: outlet.to_owned(), publisher }, Ground::Alone, String::new())
        }
        None => unknown(Ground::NoOutlet),
    }
}

/// The agencies that wrote a text: those that at least half of its crediting printings credit, and always the most
/// credited one.
fn credited(articles: &[&Carried<'_>]) -> BTreeMap<String, String> {
    let mut counts: BTreeMap<String, (usize, String)> = BTreeMap::new();
    let mut crediting = 0_usize;
    for article in articles {
        let (names, _) = wrote(article);
        crediting += usize::from(!names.is_empty());
        for (key, name) in names {
            counts.entry(key).or_insert((0, name)).0 += 1;
        }
    }
    let most = counts.values().map(|(count, _)| *count).max().unwrap_or(0);
    let stays = |count: usize| count == most || count * 2 >= crediting;
    counts.into_iter().filter(|(_, (count, _))| stays(*count)).map(|(key, (_, name))| (key, name)).collect()
}

fn several(source: &Source) -> usize {
    match source {
        Source::Agencies(names) => names.len(),
        Source::House { .. } | Source::Unknown => 0,
    }
}

/// An origin of one outlet is called by the outlet's name, whoever owns it.
fn counted(whose: Whose, mut texts: Vec<Printings>) -> Counted {
    texts.sort_by_key(|text| text.articles.first().copied());
    let mut outlets = texts.iter().filter_map(|text| text.outlet.as_deref());
    let whose = match (whose, outlets.next()) {
        (Whose::Publisher(_), Some(first)) if outlets.all(|other| name_key(other) == name_key(first)) => {
            Whose::Outlet(first.to_owned())
        }
        (whose, _) => whose,
    };
    Counted { whose, texts }
}
