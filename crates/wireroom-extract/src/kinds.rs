//! What a page is beside an article: a video with a few words, a press release, a gallery, a list of links, the stump of
//! a text for subscribers. Told by what the page states of itself and by the forms that such pages share.
//! It refuses to call a page so for one word of its text. Start at [`Form::kind`].

use crate::article::{self, Paragraph};
use crate::blocks::{Blocks, Role, weigh};
use crate::empty::spaced;
use crate::facts::Facts;
use crate::hints::Hints;
use crate::notices::{self, Notices, Paywall};
use crate::structured::Stated;
use crate::tree::{Tag, Tree};
use wireroom_model::{Caption, Extracted, Kind, Rule};

/// A text said to cost money that is shorter than this is its stump. Stumps run to three paragraphs.
const PAYWALL_LETTERS: usize = 900;
/// Longest text under a video that is only a word about it.
const VIDEO_LETTERS: usize = 1_800;
/// Fewest pictures of a gallery: with the word for one, and without.
const PICTURES_SAID: usize = 3;
const PICTURES: usize = 5;
/// Longest text of a gallery that is told by its elements' names.
const GALLERY_LETTERS: usize = 1_200;
/// Fewest headlines of a list without any text, of one with teasers, and the longest text of its own.
const HEADLINES: usize = 8;
const TEASERS: usize = 5;
const MOTTO_LETTERS: usize = 120;
/// Blocks of a page that are looked at.
const MAX_BLOCKS: usize = 3_000;

/// Words of an address or title that announce pictures.
const GALLERY: &[&str] = &[
    "gallery",
    "galleries",
    "photos",
    "photogallery",
    "slideshow",
    "pictures",
    "in pictures",
    "in photos",
    "photo essay",
    "galerie",
    "bildergalerie",
    "fotogalerie",
    "fotostrecke",
    "bilder",
    "in bildern",
    "diaporama",
    "en images",
    "en photos",
    "galeria",
    "galería",
    "fotogaleria",
    "fotogalería",
    "en imágenes",
    "en fotos",
    "in immagini",
    "fotogallery",
    "em imagens",
    "em fotos",
    "fotoserie",
    "in beeld",
    "bildspel",
    "i bilder",
    "billedserie",
    "kuvagalleria",
    "zdjęcia",
    "fotky",
    "фото",
    "фотогалерея",
    "в фотографиях",
    "写真",
    "图集",
    "组图",
    "圖輯",
    "화보",
];

/// Labels of press releases: whole lines.
const LABELS: &[&str] = &[
    "press release",
    "news release",
    "media release",
    "for immediate release",
    "pressemitteilung",
    "presseinformation",
    "medienmitteilung",
    "presseaussendung",
    "communiqué de presse",
    "communiqué",
    "comunicado de prensa",
    "nota de prensa",
    "comunicato stampa",
    "comunicado de imprensa",
    "nota à imprensa",
    "press statement",
    "persbericht",
    "pressmeddelande",
    "pressemeddelelse",
    "pressemelding",
    "lehdistötiedote",
    "tiedote",
    "informacja prasowa",
    "komunikat prasowy",
    "tisková zpráva",
    "tlačová správa",
    "sajtóközlemény",
    "comunicat de presă",
    "priopćenje za medije",
    "пресс релиз",
    "прес реліз",
    "прессъобщение",
    "δελτίο τύπου",
    "basın bülteni",
    "siaran pers",
    "thông cáo báo chí",
    "بيان صحفي",
    "הודעה לעיתונות",
    "プレスリリース",
    "新闻稿",
    "新聞稿",
    "보도자료",
];

/// Marks of the wires that carry releases: parts of a first paragraph or last line, as they print them.
const WIRES: &[&str] = &[
    "/PRNewswire",
    "PRNewswire/",
    "PRNewswire --",
    "(BUSINESS WIRE)",
    "BUSINESS WIRE)--",
    "(GLOBE NEWSWIRE)",
    "GlobeNewswire",
    "/CNW/",
    "/CNW Telbec/",
    "ACCESSWIRE /",
    "/EINPresswire",
    "(ots)",
    "(EQS",
    "/PRNewsfoto",
    "(PresseBox)",
    "Newswire.ca",
    "NEWSWIRE --",
    "(NewMediaWire)",
    "/PR Newswire/",
    "(Marketwired",
    "/Newsfile Corp",
];

/// Headings or lines over those whom the press may ask.
const CONTACTS: &[&str] = &[
    "media contact",
    "media contacts",
    "press contact",
    "press contacts",
    "contact for media",
    "contacts for the media",
    "media inquiries",
    "media enquiries",
    "press office",
    "investor contact",
    "notes to editors",
    "pressekontakt",
    "ansprechpartner für die presse",
    "medienkontakt",
    "rückfragehinweis",
    "contact presse",
    "contacts presse",
    "contacto de prensa",
    "contacto para la prensa",
    "contatti stampa",
    "ufficio stampa",
    "contato de imprensa",
    "contacto de imprensa",
    "perscontact",
    "presskontakt",
    "pressekontakter",
    "kontakt dla mediów",
    "kontakt pro média",
    "контакты для прессы",
    "контакты для сми",
    "basın iletişim",
    "報道関係者お問い合わせ先",
    "媒体联系人",
];

/// Beginnings of the paragraph in which an organisation describes itself.
const ABOUT: &[&str] = &[
    "about ",
    "über ",
    "à propos de ",
    "à propos d ",
    "acerca de ",
    "sobre ",
    "informazioni su ",
    "chi è ",
    "over ",
    "om ",
    "o firmie ",
    "o společnosti ",
    "о компании ",
    "hakkında ",
];

/// A page and its part 0, read and cleaned.
#[derive(Debug, Clone, Copy)]
pub struct Form<'p> {
    pub tree: &'p Tree,
    pub blocks: &'p Blocks,
    pub facts: &'p Facts,
    pub stated: &'p Stated,
    pub notices: &'p Notices,
    /// The page's path, lower case.
    pub path: &'p str,
    /// The text was cut at a line that asks for a subscription.
    pub gated: bool,
    /// The page carries other articles.
    pub carries: bool,
}

impl Form<'_> {
    /// The kind of a finished row; what its text alone said stands where the page says nothing else.
    pub fn kind(&self, row: &Extracted) -> Kind {
        let letters = weigh(&row.body);
        let text = matches!(row.kind, Kind::Article | Kind::Explainer | Kind::Empty);
        if !text {
            return row.kind;
        }
        let stated = matches!(self.notices.paywall, Some(Paywall::Stated(_)));
        if row.kind != Kind::Empty && letters < PAYWALL_LETTERS && (stated || self.gated) {
            return Kind::Paywall;
        }
        if self.is_video(letters) {
            return Kind::Video;
        }
        if self.is_release(row) {
            return Kind::Release;
        }
        if self.is_gallery(row, letters) {
            return Kind::Gallery;
        }
        if !self.carries && self.is_listing(row, letters) {
            return Kind::Listing;
        }
        row.kind
    }

    /// The page calls itself a video, or states one and no article, and has little text.
    fn is_video(&self, letters: usize) -> bool {
        let kind = self.stated.meta(&["og:type"]).unwrap_or("").to_ascii_lowercase();
        let said = kind.starts_with("video") || self.facts.item.kind.contains("VideoObject");
        let path =
            self.path.split('/').any(|part| matches!(part, "video" | "videos" | "watch" | "mediathek"));
        let player = self.stated.meta(&["og:video", "og:video:url", "twitter:player"]).is_some();
        letters < VIDEO_LETTERS && (said || (path && player))
    }

    /// Two marks of a release, or one that only the wires of releases print.
    fn is_release(&self, row: &Extracted) -> bool {
        let ends = || row.body.split("\n\n").take(2).chain(row.body.rsplit("\n\n").take(3));
        let mut marks = 0;
        if ends().any(|p| WIRES.iter().any(|wire| p.contains(wire))) {
            marks += 2;
        }
        let lines = self.blocks.list.iter().take(MAX_BLOCKS).filter(|b| b.letters < 60);
        let mut label = false;
        let mut contact = false;
        for block in lines.filter(|b| b.linked == 0) {
            let line = spaced(&block.text);
            label |= LABELS.contains(&line.as_str());
            contact |= CONTACTS.iter().any(|c| line.starts_with(c));
        }
        let about = row.body.split("\n\n").skip(2).any(|p| {
            let line = spaced(p);
            let short = weigh(p) < 60 && !p.contains(['?', '!']);
            short && ABOUT.iter().any(|a| line.starts_with(a)) && self.is_namesake(&line)
        });
        let path = self.path.split(['/', '-', '_', '.']).collect::<Vec<_>>();
        let place =
            path.windows(2).any(|w| matches!(w, ["press" | "news" | "media", "release" | "releases"]))
                || path.iter().any(|p| {
                    matches!(
                        *p,
                        "pressemitteilung"
                            | "pressemitteilungen"
                            | "pressreleases"
                            | "pressrelease"
                            | "presse"
                            | "newsroom"
                            | "communiques"
                    )
                });
        marks += [label, contact, about, place].into_iter().filter(|m| *m).count();
        marks >= 2
    }

    /// "About X", where X is whose page it is.
    fn is_namesake(&self, line: &str) -> bool {
        let name = self.facts.outlet.as_deref().map(spaced).unwrap_or_default();
        let title = self.facts.title.as_deref().map(spaced).unwrap_or_default();
        line.split(' ')
            .skip(1)
            .filter(|w| w.chars().count() >= 4)
            .any(|w| name.contains(w) || title.contains(w))
    }

    /// The captions of a page that calls itself a gallery: its pictures stand beside the text, in rows of their own.
    pub fn captions(&self) -> Option<Vec<Caption>> {
        if !self.says_gallery() {
            return None;
        }
        let shown = self.blocks.list.iter().take(MAX_BLOCKS).filter(|b| {
            let caption = b.role == Role::Caption || b.in_figure || b.hints.has(Hints::CAPTION);
            caption && b.letters >= 8 && matches!(b.pruned, None | Some(Rule::Named))
        });
        let mut captions: Vec<Caption> = Vec::new();
        for block in shown {
            let credit = self.tree.hints(block.node).has(Hints::CREDIT);
            match captions.last_mut().filter(|last| credit && last.credit.is_none()) {
                Some(last) => {
                    let whole = article::with_credit(&last.text, &block.text);
                    *last = whole.unwrap_or_else(|| last.clone());
                }
                None => captions.extend(article::caption(&block.text)),
            }
        }
        (captions.len() >= PICTURES_SAID).then_some(captions)
    }

    /// By structured data, or a word of its title or address.
    fn says_gallery(&self) -> bool {
        let title = spaced(self.facts.title.as_deref().unwrap_or(""));
        let path = spaced(self.path);
        let has = |text: &str, word: &&str| {
            let spaceless = word.chars().any(wireroom_text::words::is_spaceless);
            format!(" {text} ").contains(&format!(" {word} ")) || (spaceless && text.contains(*word))
        };
        self.facts.item.kind.contains("Gallery")
            || GALLERY.iter().any(|word| has(&title, word) || has(&path, word))
    }

    fn is_gallery(&self, row: &Extracted, letters: usize) -> bool {
        let captions: usize = row.captions.iter().map(|c| weigh(&c.text)).sum();
        if row.captions.len() >= PICTURES && captions > letters {
            return true;
        }
        // An element's name may be that of a small row of pictures under a long text.
        let named =
            || letters < GALLERY_LETTERS && self.tree.nodes.iter().any(|n| n.hints.has(Hints::GALLERY));
        row.captions.len() >= PICTURES_SAID && captions * 3 > letters && (self.says_gallery() || named())
    }

    /// Headlines that lead elsewhere, and little else: nothing beside them, or teasers that are nearly all of the text.
    fn is_listing(&self, row: &Extracted, letters: usize) -> bool {
        let linked = |at: &usize| {
            self.tree.subtree(*at).any(|n| self.tree.tag(n) == Tag::A)
                || self.tree.tag(self.tree.parent(*at)) == Tag::A
        };
        let item = &self.facts.item;
        let is_article = !item.published.is_empty()
            || self.stated.meta(&["article:published_time"]).is_some()
            || self.stated.meta(&["og:type"]).is_some_and(|t| t.eq_ignore_ascii_case("article"));
        if is_article {
            return false;
        }
        let headings: Vec<usize> =
            [2, 3, 4].into_iter().flat_map(|l| self.tree.all(Tag::Heading(l))).filter(linked).collect();
        if letters == 0 && headings.len() >= HEADLINES {
            return true;
        }
        // The page's own headline is no teaser's.
        if headings.len() < TEASERS || self.facts.heading.is_some_and(|own| linked(&own)) {
            return false;
        }
        let teased = self.teased(&headings);
        let all: usize = teased.iter().flatten().map(|t| weigh(t)).sum();
        // Cards are left out of a body: what little stands over many of them is a section's motto.
        if letters < MOTTO_LETTERS && all > 3 * letters {
            return teased.len() >= TEASERS;
        }
        let holds = |texts: &Vec<String>| -> usize {
            row.body.split("\n\n").filter(|p| texts.iter().any(|t| t == p)).map(weigh).sum()
        };
        let held: Vec<usize> = teased.iter().map(holds).filter(|held| *held > 0).collect();
        held.len() >= TEASERS && held.iter().sum::<usize>() * 10 >= letters * 7
    }

    /// The texts of each box with one linked headline and a line or two.
    fn teased(&self, headings: &[usize]) -> Vec<Vec<String>> {
        /// Most text of a teaser, in letters.
        const MAX_TEASER: usize = 400;
        const LEVELS: usize = 4;
        let mut boxes = Vec::new();
        for &heading in headings.iter().filter(|h| Some(**h) != self.facts.heading) {
            let above =
                std::iter::successors(Some(heading), |&n| (n > 0).then(|| self.tree.parent(n))).take(LEVELS);
            let texts = |n: usize| {
                let range = self.blocks.range(self.tree, n);
                range.filter_map(|at| self.blocks.list.get(at)).filter(|b| !b.is_heading())
            };
            let holder = above
                .take_while(|&n| headings.iter().filter(|h| self.tree.subtree(n).contains(h)).count() == 1)
                .take_while(|&n| texts(n).map(|b| b.letters).sum::<usize>() <= MAX_TEASER)
                .last();
            let Some(holder) = holder else { continue };
            let own: Vec<String> = texts(holder)
                .map(|b| wireroom_text::normal::normalise(&b.text).replace("\n\n", " "))
                .collect();
            if !own.is_empty() {
                boxes.push(own);
            }
        }
        boxes
    }
}

/// A list of links: its teasers are other pages' beginnings, and no text of its own.
pub fn without_text(row: Extracted) -> Extracted {
    Extracted {
        body: String::new(),
        html: String::new(),
        turns: Vec::new(),
        sections: Vec::new(),
        captions: Vec::new(),
        agency: None,
        dateline: None,
        ..row
    }
}

/// Ends a text where it asks for a subscription in order to go on, if next to nothing but the offer follows.
/// Returns whether it did.
pub fn stop_at_gate(paragraphs: &mut Vec<Paragraph>, notices: &Notices) -> bool {
    /// Letters after the line that are no offer: more of them, and the text goes on behind it.
    const GOES_ON: usize = 300;
    if notices.paywall.is_none() {
        return false;
    }
    let Some(gate) = paragraphs.iter().position(|p| p.role != Role::Quote && notices::asks(&p.text)) else {
        return false;
    };
    let after: usize =
        paragraphs.iter().skip(gate + 1).filter(|p| !notices::offers(&p.text)).map(|p| weigh(&p.text)).sum();
    if after > GOES_ON {
        return false;
    }
    paragraphs.truncate(gate);
    true
}
