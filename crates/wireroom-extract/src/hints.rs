//! Tables of what class names, ids and roles say about an element, word by word, in the languages that developers write.
//! A hint is evidence, never a verdict: whoever prunes also asks how much text would go.
//! Start at [`Hints::of`].

/// Evidence about one element, as a small set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Hints(u32);

impl Hints {
    /// Related lists, teasers, newsletters, adverts, consent, navigation.
    pub const JUNK: Self = Self(1);
    /// Readers' comments.
    pub const COMMENTS: Self = Self(2);
    /// Byline, date line, share bar, tags: about the article, not of it.
    pub const META: Self = Self(4);
    /// Picture captions and credits.
    pub const CAPTION: Self = Self(8);
    /// The article's text.
    pub const BODY: Self = Self(16);
    /// Standfirst.
    pub const LEAD: Self = Self(32);
    /// Not shown, or shown to machines alone.
    pub const HIDDEN: Self = Self(64);
    /// Names of authors.
    pub const AUTHOR: Self = Self(128);
    /// Time of publication.
    pub const DATE: Self = Self(256);
    /// A sentence of the text, set large.
    pub const PULLQUOTE: Self = Self(512);
    /// Text behind a subscription.
    pub const PAYWALL: Self = Self(1024);
    /// Entries of a live page.
    pub const LIVE: Self = Self(2048);
    /// The masthead that a text comes from.
    pub const OUTLET: Self = Self(4096);
    /// Pictures in a row.
    pub const GALLERY: Self = Self(8192);
    /// Around a picture.
    pub const PICTURE: Self = Self(8192);
    /// A post of another service, shown with its words.
    pub const POST: Self = Self(1 << 20);
    /// Notes to the text, at its end.
    pub const NOTES: Self = Self(1 << 21);
    /// Who made a picture.
    pub const CREDIT: Self = Self(1 << 22);

    /// Set larger than its neighbours, as words are that somebody said.
    pub const LARGE: Self = Self(1 << 23);

    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub const fn only(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Reads the names of one element ("c-teaser__title js-x", "relatedArticles").
    pub fn of(names: &str) -> Self {
        let mut hints = Self::default();
        for name in names.split_ascii_whitespace().take(MAX_NAMES) {
            hints = hints.with(of_name(name));
        }
        hints
    }
}

/// Most class names of one element that are read; utility-class styling brings dozens.
const MAX_NAMES: usize = 24;
/// Longest class name that is read: longer ones are generated.
const MAX_NAME_CHARS: usize = 80;

fn of_name(name: &str) -> Hints {
    let mut hints = Hints::default();
    if name.len() > MAX_NAME_CHARS || name.contains([':', '[', '@']) {
        return hints;
    }
    let mut before = String::new();
    let words = words(name);
    if words.len() > 1
        && words.last().is_some_and(|w| {
            matches!(
                w.as_str(),
                "enabled"
                    | "disabled"
                    | "open"
                    | "closed"
                    | "on"
                    | "off"
                    | "left"
                    | "right"
                    | "active"
                    | "layout"
                    | "default"
            )
        })
    {
        // "sidebar-right", "comments-open": a switch on an ancestor.
        return hints;
    }
    for (place, word) in words.into_iter().enumerate() {
        if place == 0 && matches!(word.as_str(), "has" | "with" | "no" | "without" | "is" | "hide" | "not") {
            // "has-sidebar", "no-comments": about what an element holds or lacks, not about what it is.
            return hints;
        }
        hints = hints.with(of_word(&word)).with(of_pictures(&word)).with(of_quotes(&word));
        if !before.is_empty() {
            before.push_str(&word);
            hints = hints.with(of_word(&before));
        }
        before = word;
    }
    hints
}

/// Lower-case words of a name, split at punctuation, digits and inner capitals.
fn words(name: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut lower = false;
    for c in name.chars() {
        let turn = c.is_ascii_uppercase() && lower;
        if (turn || !c.is_ascii_alphabetic()) && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if c.is_ascii_alphabetic() {
            word.push(c.to_ascii_lowercase());
        }
        lower = c.is_ascii_lowercase();
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

fn of_word(word: &str) -> Hints {
    if is_junk(word) || JUNK_STEMS.iter().any(|stem| word.len() > stem.len() && word.starts_with(stem)) {
        return Hints::JUNK;
    }
    match word {
        "comments" | "comment" | "commentlist" | "disqus" | "kommentare" | "kommentar" | "comentarios"
        | "commentaires" | "commenti" | "komentarze" | "reacties" | "viafoura" | "openweb" | "coral"
        | "usercomments" | "livefyre" | "respond" => Hints::COMMENTS,
        "caption" | "captions" | "figcaption" | "bildunterschrift" | "bildtext" | "legende"
        | "imagecaption" | "piefoto" | "didascalia" | "wpcaption" | "captiontext" | "mediacaption" => {
            Hints::CAPTION
        }
        "credit" | "credits" | "copyright" | "photocredit" | "imagecredit" | "bildnachweis" | "fotograf" => {
            Hints::CAPTION.with(Hints::CREDIT)
        }
        "photographer" | "imagesource" | "photosource" | "fotocredit" | "bildquelle" | "attribution" => {
            Hints::CREDIT
        }
        "twittertweet" | "instagrammedia" | "tiktokembed" | "fbpost" | "fbvideo" | "blueskyembed"
        | "mastodonembed" | "redditembed" | "redditcard" | "twittervideo" | "threadsembed" => Hints::POST,
        "footnotes" | "endnotes" | "fussnoten" | "fusnoten" | "footnotelist" | "docendnotes"
        | "notasalpie" | "przypisy" => Hints::NOTES,
        "articlebody" | "storybody" | "articletext" | "entrycontent" | "postcontent" | "articlecontent"
        | "storycontent" | "bodytext" | "bodycontent" | "contentbody" | "postbody" | "entrytext"
        | "newsbody" | "newstext" | "storytext" | "articlebodytext" | "fulltext" | "bodycopy"
        | "richtext" | "posttext" | "textbody" | "articulo" | "cuerpo" | "corps" | "corpo" | "tresc"
        | "brodtext" | "newscontent" | "articlebodycontent" | "texto" | "artikeltext" | "artikelbody"
        | "artikelinhalt" => Hints::BODY,
        "lead" | "lede" | "standfirst" | "dek" | "subheadline" | "subtitle" | "chapo" | "vorspann"
        | "summary" | "intro" | "introtext" | "articlesummary" | "excerpt" | "bajada" | "entradilla"
        | "occhiello" | "sommario" | "ingress" | "manchet" | "subhead" | "teasertext" | "abstract"
        | "kicker" | "deck" | "articlelead" | "perex" | "leadtext" | "articleintro" | "subtitulo"
        | "copete" | "sottotitolo" | "anreisser" | "unterzeile" | "subline" => Hints::LEAD,
        "hidden" | "visuallyhidden" | "screenreader" | "screenreadertext" | "sronly" | "offscreen"
        | "invisible" | "assistive" | "printonly" | "onlyprint" | "dnone" | "srtext" => Hints::HIDDEN,
        "author" | "authors" | "byline" | "bylines" | "autor" | "autoren" | "auteur" | "autore"
        | "writer" | "verfasser" | "authorname" | "contributor" | "contributors" | "creator" | "reporter"
        | "avtor" | "skribent" | "forfatter" | "authorbox" | "authorinfo" | "redakteur" => {
            Hints::META.with(Hints::AUTHOR)
        }
        "date" | "dates" | "datetime" | "timestamp" | "pubdate" | "published" | "publishdate"
        | "postdate" | "datepublished" | "publicationdate" | "datum" | "fecha" | "pubtime"
        | "articledate" | "dateline" | "lastupdated" | "lastmodified" | "updated" | "dateinfo"
        | "publishtime" | "data" => Hints::DATE,
        "postmeta" | "entrymeta" | "articlemeta" | "storymeta" | "metadata" | "metainfo" | "articleinfo"
        | "readingtime" | "readtime" | "timetoread" | "lesezeit" | "lecture" | "articletools"
        | "postinfo" | "newsmeta" | "articledata" | "toolbar" | "tools" | "actions" | "articleactions"
        | "articlehead" | "viewcount" | "views" | "rating" | "ratings" | "likes" | "reactions" => Hints::META,
        "source" | "sources" | "outlet" | "publisher" | "provider" | "newssource" | "quelle" | "fuente"
        | "fonte" | "medium" | "masthead" | "sitename" | "sourcename" | "publication" => Hints::OUTLET,
        "image" | "images" | "img" | "imgs" | "photo" | "photos" | "picture" | "pictures" | "pic"
        | "pics" | "foto" | "fotos" | "bild" | "bilder" | "imagen" | "imagenes" | "immagine" | "immagini"
        | "zdjecie" | "zdjecia" | "imagem" | "afbeelding" | "illustration" | "figure" | "imagewrapper"
        | "imagecontainer" | "mediainfo" | "hasmedia" | "photobox" | "imagebox" => Hints::PICTURE,
        "pullquote" | "pulledquote" | "quotepull" | "articlepullquote" => Hints::PULLQUOTE,
        "paywall" | "regwall" | "piano" | "metered" | "subscriberonly" | "premiumwall" | "gatedcontent"
        | "paywalled" | "registrationwall" | "subscribewall" => Hints::PAYWALL,
        "liveblog" | "liveticker" | "liveupdates" | "livefeed" | "liveevent" | "livepost" => Hints::LIVE,
        _ => Hints::default(),
    }
}

/// Beginnings of words made up by developers ("relatedbroadcast", "newsletterbox"); the bare words stand below.
const JUNK_STEMS: &[&str] = &[
    "related",
    "recommend",
    "recomend",
    "newsletter",
    "advertis",
    "sponsor",
    "empfehl",
    "pagepromo",
    "teaserbox",
    "teaserlist",
];

/// Beside whatever else a word says: many galleries stand in what is named a slider.
fn of_pictures(word: &str) -> Hints {
    match word {
        "gallery" | "galleria" | "galerie" | "galeria" | "fotostrecke" | "fotogalerie" | "bildergalerie"
        | "photogallery" | "imagegallery" | "slideshow" | "diaporama" => Hints::GALLERY,
        _ => Hints::default(),
    }
}

/// Beside whatever else a word says: a quotation, too, may be of the text.
fn of_quotes(word: &str) -> Hints {
    match word {
        "quote" | "quotes" | "quotation" | "zitat" | "citat" | "cita" | "citas" | "citata" | "citation"
        | "citations" | "citazione" | "citacao" | "sitat" | "cytat" | "idezet" | "lainaus" | "quoted"
        | "destacado" | "destacada" | "destaque" | "exergue" | "virgolettato" | "highlight"
        | "highlighted" | "tsitata" | "alinti" | "streamer" | "kader" | "callout" | "enlarged"
        | "bigquote" | "largequote" => Hints::LARGE,
        _ => Hints::default(),
    }
}

fn is_junk(word: &str) -> bool {
    matches!(
        word,
        "related"
            | "relatedarticles"
            | "relatedcontent"
            | "relatedposts"
            | "relatednews"
            | "relatedstories"
            | "recommended"
            | "recommendation"
            | "recommendations"
            | "recommend"
            | "recommends"
            | "recirc"
            | "recirculation"
            | "newsletter"
            | "newsletters"
            | "subscribe"
            | "subscription"
            | "subscriptions"
            | "signup"
            | "advert"
            | "adverts"
            | "advertisement"
            | "advertising"
            | "advertorial"
            | "ad"
            | "ads"
            | "adbox"
            | "adslot"
            | "adunit"
            | "adcontainer"
            | "adwrapper"
            | "sponsor"
            | "sponsored"
            | "sponsors"
            | "promo"
            | "promos"
            | "promotion"
            | "promoted"
            | "promobox"
            | "banner"
            | "banners"
            | "cookie"
            | "cookies"
            | "consent"
            | "gdpr"
            | "cmp"
            | "onetrust"
            | "didomi"
            | "popup"
            | "modal"
            | "lightbox"
            | "breadcrumb"
            | "breadcrumbs"
            | "nav"
            | "navbar"
            | "navigation"
            | "menu"
            | "submenu"
            | "megamenu"
            | "footer"
            | "sitefooter"
            | "siteheader"
            | "sidebar"
            | "rightrail"
            | "share"
            | "sharing"
            | "sharebar"
            | "sharebuttons"
            | "sharetools"
            | "social"
            | "socials"
            | "socialmedia"
            | "sociallinks"
            | "socialshare"
            | "addthis"
            | "addtoany"
            | "sharedaddy"
            | "jppost"
            | "followus"
            | "follow"
            | "tags"
            | "taglist"
            | "tagcloud"
            | "tagscloud"
            | "articletags"
            | "posttags"
            | "entrytags"
            | "topics"
            | "topiclist"
            | "keywords"
            | "hashtags"
            | "outbrain"
            | "taboola"
            | "teaser"
            | "teasers"
            | "teaserlist"
            | "mostread"
            | "mostpopular"
            | "mostviewed"
            | "meistgelesen"
            | "trending"
            | "trendings"
            | "popular"
            | "popularposts"
            | "morefrom"
            | "moreon"
            | "morestories"
            | "morenews"
            | "readmore"
            | "readnext"
            | "readalso"
            | "alsoread"
            | "seealso"
            | "nextarticle"
            | "upnext"
            | "youmayalsolike"
            | "alsolike"
            | "mightlike"
            | "toc"
            | "tableofcontents"
            | "tableofcontent"
            | "contentstable"
            | "skip"
            | "skiplink"
            | "skipto"
            | "player"
            | "videoplayer"
            | "audioplayer"
            | "jwplayer"
            | "carousel"
            | "slider"
            | "swiper"
            | "slideshow"
            | "donate"
            | "donation"
            | "donations"
            | "supportus"
            | "membership"
            | "contribute"
            | "shop"
            | "shopping"
            | "affiliate"
            | "pagination"
            | "pager"
            | "paginator"
            | "prevnext"
            | "postnavigation"
            | "navlinks"
            | "relatedlinks"
            | "linklist"
            | "linkbox"
            | "crosspromo"
            | "inarticle"
            | "interstitial"
            | "tooltip"
            | "toast"
            | "login"
            | "signin"
            | "register"
            | "search"
            | "searchform"
            | "authorbio"
            | "aboutauthor"
            | "abouttheauthor"
            | "biography"
            | "bio"
            | "disclaimer"
            | "poll"
            | "quiz"
            | "survey"
            | "weather"
            | "stocks"
            | "ticker"
            | "widget"
            | "widgets"
            | "infobox"
            | "factbox"
            | "disclosure"
            | "correlati"
            | "correlate"
            | "leggianche"
            | "relacionadas"
            | "relacionados"
            | "relacionado"
            | "noticiasrelacionadas"
            | "compartir"
            | "compartilhar"
            | "etiquetas"
            | "lesenswert"
            | "mehrzumthema"
            | "weitere"
            | "leseempfehlung"
            | "merken"
            | "teilen"
            | "werbung"
            | "anzeige"
            | "reklama"
            | "reklame"
            | "annons"
            | "publicite"
            | "pub"
            | "partage"
            | "alire"
            | "lireaussi"
            | "abonnement"
            | "abo"
            | "recomendados"
            | "sugeridos"
            | "podobne"
            | "powiazane"
            | "polecane"
            | "udostepnij"
            | "embed"
            | "feedback"
            | "reportthis"
            | "errorreport"
            | "printbutton"
            | "bookmark"
            | "bookmarks"
            | "listen"
            | "texttospeech"
            | "readaloud"
            | "trinity"
            | "audiobutton"
            | "googlenews"
            | "whatsapp"
            | "telegram"
            | "apps"
            | "appstore"
            | "getapp"
            | "languageswitcher"
            | "translations"
            | "notice"
            | "aside"
            | "complementary"
            | "contentinfo"
            | "dialog"
            | "onward"
            | "thumbnails"
            | "callout"
            | "cta"
            | "callaction"
            | "subscribebox"
            | "tagged"
            | "categories"
            | "postcategories"
            | "nextpost"
            | "previouspost"
            | "prevpost"
            | "adjacentposts"
            | "articlecopyright"
            | "copyrightbox"
            | "copyrighttext"
            | "copyrightnotice"
            | "articlesources"
            | "sourceguidelines"
            | "citationsources"
            | "boilerplate"
            | "speedbump"
            | "displaycard"
            | "articlecard"
            | "storycard"
            | "newscard"
            | "teasercard"
            | "jumplabel"
            | "jumplist"
            | "jumplinks"
            | "jumpto"
            | "anchorlist"
            | "onthispage"
            | "inthisarticle"
            | "videofallback"
            | "dropdown"
            | "adv"
            | "advt"
            | "adsense"
            | "dfp"
            | "encart"
            | "citewrapper"
            | "paywallheadline"
            | "paywalltext"
            | "paywallinfo"
            | "paywallmessage"
            | "mostrecent"
            | "sumome"
            | "zergnet"
            | "mgid"
            | "revcontent"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_class_name_are_read_one_by_one_and_in_pairs() {
        assert!(Hints::of("c-relatedArticles__item").has(Hints::JUNK));
        assert!(Hints::of("most-read").has(Hints::JUNK));
        assert!(Hints::of("article__body").has(Hints::BODY));
        assert!(Hints::of("fig_caption").has(Hints::CAPTION));
        assert_eq!(Hints::of("article-wrapper main"), Hints::default());
    }

    #[test]
    fn what_an_element_holds_or_lacks_is_no_hint_of_what_it_is() {
        assert_eq!(Hints::of("has-sidebar no-comments"), Hints::default());
        assert_eq!(Hints::of("md:hidden"), Hints::default());
    }
}
