//! Sets the whole press: every text as each outlet printed it, with its versions, in order of the manifest.
//! A copy is made from its parent's raw text by the listed edits and only then finished; nothing is written twice.
//! Start at [`set`].

use super::edits::{self, Setting};
use super::finish::Finish;
use super::manifest::{Copy, Design, Digest, Manifest, Outlet, Part, Root, Story, Version};
use super::written::{self, HEADING, Written, pick};
use super::{Edit, PressError, almanac};
use std::collections::BTreeMap;
use wireroom_model::{Kind, Lang, Relation, When};
use wireroom_text::hash::{mix_v1, word_v1};
use wireroom_text::words::words;

/// A copy that keeps less than this share of its root's words is an excerpt. By definition, not measured.
const EXCERPT_SHARE: f64 = 0.5;

/// An outlet of this press.
#[derive(Debug, Clone)]
pub(super) struct House {
    pub id: String,
    /// First part of its addresses.
    pub slug: String,
    pub name: String,
    pub lang: Lang,
    pub mark: Option<String>,
    pub design: Design,
    pub manifest: Outlet,
}

/// One article as printed, finished.
#[derive(Debug, Clone)]
pub(super) struct Print {
    pub id: String,
    pub path: String,
    /// Stands in its address and its photo's.
    pub number: u64,
    pub part: u32,
    pub outlet: String,
    /// Whose article it is: the outlet's own, or an aggregator's source.
    pub credited_to: String,
    pub lang: Lang,
    pub kind: Kind,
    pub story: String,
    pub family: String,
    pub parent: Option<String>,
    pub relation: Relation,
    pub published: When,
    /// No page and no feed tells when.
    pub undated: bool,
    /// Minutes by which the stated times are wrong.
    pub clock: i64,
    /// The article whose page this one names as its source.
    pub source: Option<String>,
    pub phase: u32,
    pub repeats: u32,
    pub beside: Option<String>,
    pub authors: Vec<String>,
    pub photo: String,
    pub credit: String,
    pub versions: Vec<Issue>,
    raw: Setting,
    /// When the root was first printed: its days and dates count from there.
    first: When,
}

/// One version of a print.
#[derive(Debug, Clone)]
pub(super) struct Issue {
    pub phase: u32,
    pub changed: When,
    pub title: String,
    /// Sub-headings begin with "## ".
    pub paragraphs: Vec<String>,
    pub edits: Vec<Edit>,
}

/// The press before it is rendered.
#[derive(Debug, Clone)]
pub(super) struct Set {
    pub houses: Vec<House>,
    pub prints: Vec<Print>,
    pub finish: Finish,
}

/// What a copy and a part have in common.
struct Carried<'m> {
    of: &'m str,
    edits: &'m [super::manifest::Edit],
    versions: &'m [Version],
    at: When,
    clock: i64,
    linked: bool,
    phase: u32,
    repeats: u32,
}

struct Setter {
    epoch: When,
    seed: Option<u64>,
    finish: Finish,
    houses: Vec<House>,
    prints: Vec<Print>,
    places: BTreeMap<String, usize>,
}

/// Sets every text of the manifest.
pub(super) fn set(manifest: &Manifest, seed: Option<u64>, epoch: When) -> Result<Set, PressError> {
    let finish = Finish::new(&manifest.names, seed);
    let houses = manifest.outlets.iter().map(|outlet| house(outlet, seed, &finish)).collect();
    let mut setter = Setter { epoch, seed, finish, houses, prints: Vec::new(), places: BTreeMap::new() };
    for story in manifest.stories.iter().flat_map(|file| &file.story) {
        for root in &story.text {
            setter.root(story, root)?;
        }
        for copy in &story.copy {
            setter.copy(copy)?;
        }
    }
    for digest in manifest.stories.iter().flat_map(|file| &file.digest) {
        setter.digest(digest)?;
    }
    Ok(Set { houses: setter.houses, prints: setter.prints, finish: setter.finish })
}

/// The designs that trade places from seed to seed; the others have a part to play.
const TRADED: [Design; 4] = [Design::Ledger, Design::Graph, Design::Meta, Design::Micro];

fn house(outlet: &Outlet, seed: Option<u64>, finish: &Finish) -> House {
    let lang = Lang::parse(&outlet.lang);
    let name = finish.named(&outlet.name, lang);
    let slug = match seed {
        None => outlet.id.clone(),
        Some(seed) if lang.is_rtl() => format!("{}-{seed}", outlet.id),
        Some(_) => slugged(&name),
    };
    let place = TRADED.iter().position(|&design| design == outlet.design);
    let design = place.zip(seed).map_or(outlet.design, |(place, seed)| {
        let turned = place + pick(seed, TRADED.len());
        TRADED.get(turned % TRADED.len()).copied().unwrap_or(outlet.design)
    });
    let mark = outlet.mark.as_ref().map(|mark| finish.named(mark, lang));
    House { id: outlet.id.clone(), slug, name, lang, mark, design, manifest: outlet.clone() }
}

/// Lower-case ASCII words joined by hyphens; empty for other scripts.
fn slugged(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'a'..='z' | '0'..='9' => out.push(c),
            'ä' | 'á' => out.push('a'),
            'ö' | 'ó' => out.push('o'),
            'ü' | 'ú' => out.push('u'),
            'é' => out.push('e'),
            'í' => out.push('i'),
            'ñ' => out.push('n'),
            'ß' => out.push_str("ss"),
            '\'' | '’' => {}
            _ if out.is_empty() || out.ends_with('-') => {}
            _ => out.push('-'),
        }
    }
    out.trim_end_matches('-').to_owned()
}

impl Setter {
    fn house(&self, id: &str) -> Result<House, PressError> {
        let house = self.houses.iter().find(|house| house.id == id).cloned();
        house.ok_or_else(|| PressError(format!("no outlet is called \"{id}\"")))
    }

    fn print(&self, id: &str) -> Result<Print, PressError> {
        let print = self.places.get(id).and_then(|&at| self.prints.get(at)).cloned();
        print.ok_or_else(|| PressError(format!("\"{id}\" is printed after what is made from it, or nowhere")))
    }

    /// A generated press keeps other hours.
    fn moment(&self, at: &str, house: &House) -> Result<When, PressError> {
        let earlier = self.seed.map_or(0, |seed| i64::try_from(seed % 7).unwrap_or(0) * 11);
        let when = almanac::moment(at, self.epoch, earlier)?;
        Ok(almanac::at_offset(when, house.manifest.offset))
    }

    fn keep(&mut self, print: Print) -> Result<(), PressError> {
        let id = print.id.clone();
        if self.places.insert(id.clone(), self.prints.len()).is_some() {
            return Err(PressError(format!("\"{id}\" is printed twice")));
        }
        self.prints.push(print);
        Ok(())
    }

    fn root(&mut self, story: &Story, root: &Root) -> Result<(), PressError> {
        let house = self.house(&root.outlet)?;
        let Written { title, authors, kind, photo, credit, undated, paragraphs } =
            written::text(&root.text, self.seed)?;
        let at = self.moment(&root.at, &house)?;
        let mut print = Print {
            id: root.text.clone(),
            path: String::new(),
            number: 0,
            part: 0,
            outlet: house.id.clone(),
            credited_to: house.name.clone(),
            lang: Lang::parse(&story.lang),
            kind,
            story: story.id.clone(),
            family: root.text.clone(),
            parent: None,
            relation: Relation::Anchor,
            published: at,
            undated,
            clock: 0,
            source: None,
            phase: root.phase,
            repeats: root.repeats,
            beside: root.beside.clone(),
            authors: authors.iter().map(|name| self.finish.named(name, house.lang)).collect(),
            photo: self.finish.named(&photo, house.lang),
            credit: self.finish.named(&credit, house.lang),
            versions: Vec::new(),
            raw: Setting { title, paragraphs },
            first: at,
        };
        self.issue(&mut print, &root.versions, &house)?;
        place(&mut print, &house);
        self.keep(print)
    }

    fn copy(&mut self, copy: &Copy) -> Result<(), PressError> {
        let house = self.house(&copy.outlet)?;
        let carried = Carried {
            of: &copy.of,
            edits: &copy.edits,
            versions: &copy.versions,
            at: wrong(self.moment(&copy.at, &house)?, copy.clock)?,
            clock: copy.clock,
            linked: copy.linked,
            phase: copy.phase,
            repeats: copy.repeats,
        };
        let mut print = self.carried(&carried, &house)?;
        place(&mut print, &house);
        self.keep(print)
    }

    fn digest(&mut self, digest: &Digest) -> Result<(), PressError> {
        let house = self.house(&digest.outlet)?;
        let at = self.moment(&digest.at, &house)?;
        let mut path = String::new();
        for (number, Part { of, edits, undated }) in (0..).zip(&digest.parts) {
            let carried = Carried {
                of,
                edits,
                versions: &[],
                at,
                clock: 0,
                linked: false,
                phase: digest.phase,
                repeats: 0,
            };
            let mut print = self.carried(&carried, &house)?;
            let source = self.print(of)?;
            print.credited_to = source.credited_to;
            if number == 0 {
                place(&mut print, &house);
                path.clone_from(&print.path);
            } else {
                // The page prints its source's own time.
                print.published = source.published;
            }
            print.part = number;
            print.undated = *undated;
            // Such a page names the outlet, never the writer.
            print.authors.clear();
            print.path.clone_from(&path);
            self.keep(print)?;
        }
        Ok(())
    }

    fn carried(&self, carried: &Carried<'_>, house: &House) -> Result<Print, PressError> {
        let parent = self.print(carried.of)?;
        let root = self.print(&parent.family)?;
        let listed: Vec<Edit> = carried.edits.iter().map(edits::listed).collect();
        let raw = edits::apply(&parent.raw, &listed)?;
        let finish = |text: &str| self.finish.text(text, parent.first, parent.lang);
        let mut print = Print {
            id: format!("{}@{}", parent.family, house.id),
            part: 0,
            outlet: house.id.clone(),
            credited_to: house.name.clone(),
            relation: relation(&root.raw, &raw),
            parent: Some(parent.id.clone()),
            published: carried.at,
            clock: carried.clock,
            source: carried.linked.then(|| parent.id.clone()),
            phase: carried.phase,
            repeats: carried.repeats,
            beside: None,
            versions: Vec::new(),
            raw,
            ..parent
        };
        self.issue(&mut print, carried.versions, house)?;
        if let Some(first) = print.versions.first_mut() {
            first.edits = listed.iter().map(|edit| edits::finished(edit, finish)).collect();
        }
        Ok(print)
    }

    /// Finishes the first version and makes the later ones.
    fn issue(&self, print: &mut Print, later: &[Version], house: &House) -> Result<(), PressError> {
        let finish = |text: &str| self.finish.text(text, print.first, print.lang);
        let mut raw = print.raw.clone();
        let mut versions = vec![finished(&raw, print.phase, print.published, Vec::new(), finish)];
        for version in later {
            let listed: Vec<Edit> = version.edits.iter().map(edits::listed).collect();
            raw = edits::apply(&raw, &listed)?;
            let changed = wrong(self.moment(&version.at, house)?, print.clock)?;
            let edits = listed.iter().map(|edit| edits::finished(edit, finish)).collect();
            versions.push(finished(&raw, version.phase, changed, edits, finish));
        }
        print.versions = versions;
        Ok(())
    }
}

/// A time as a clock shows it that is so many minutes wrong.
fn wrong(when: When, minutes: i64) -> Result<When, PressError> {
    when.plus_seconds(minutes * 60)
        .ok_or_else(|| PressError(format!("{minutes} minutes from {when} is no time")))
}

fn finished(
    raw: &Setting,
    phase: u32,
    changed: When,
    edits: Vec<Edit>,
    finish: impl Fn(&str) -> String,
) -> Issue {
    let paragraphs = raw.paragraphs.iter().map(|paragraph| finish(paragraph)).collect();
    Issue { phase, changed, title: finish(&raw.title), paragraphs, edits }
}

/// Same words: verbatim (a new headline alone leaves it so). Most of the root's words: edited. Fewer: excerpt.
fn relation(root: &Setting, copy: &Setting) -> Relation {
    if root.paragraphs == copy.paragraphs {
        return Relation::Verbatim;
    }
    let count = |setting: &Setting| setting.paragraphs.iter().map(|p| words(p).count()).sum::<usize>() as f64;
    let kept: Vec<String> = copy.paragraphs.iter().filter(|p| kept(root, p)).cloned().collect();
    let kept = Setting { title: String::new(), paragraphs: kept };
    if count(&kept) < EXCERPT_SHARE * count(root) { Relation::Excerpt } else { Relation::Edited }
}

/// True for a paragraph of the root, whole or with some words replaced: their beginnings or ends are the same.
fn kept(root: &Setting, paragraph: &str) -> bool {
    const SAME: usize = 20;
    let same = |a: &mut dyn Iterator<Item = char>, b: &mut dyn Iterator<Item = char>| {
        a.zip(b).take_while(|(x, y)| x == y).count() >= SAME
    };
    root.paragraphs.iter().any(|whole| {
        same(&mut whole.chars(), &mut paragraph.chars())
            || same(&mut whole.chars().rev(), &mut paragraph.chars().rev())
    })
}

/// Gives the print its number and address.
fn place(print: &mut Print, house: &House) {
    print.number = mix_v1(word_v1(&print.id), word_v1(&house.slug)) % 900_000 + 100_000;
    print.path = address(print, house);
}

fn address(print: &Print, house: &House) -> String {
    let title = print.versions.first().map_or("", |issue| issue.title.as_str());
    let number = print.number;
    let slug: String = slugged(title).split('-').take(8).collect::<Vec<_>>().join("-");
    let tail = if slug.is_empty() { number.to_string() } else { format!("{slug}-{number}") };
    if house.manifest.dated_paths && !print.undated {
        let day = print.published.date();
        return format!("/{}/{:04}/{:02}/{:02}/{tail}", house.slug, day.year(), day.month(), day.day());
    }
    format!("/{}/{}{tail}", house.slug, if house.design == Design::Plain { "story/" } else { "a/" })
}

impl Issue {
    /// The body as it must be extracted.
    pub(super) fn body(&self) -> String {
        self.paragraphs.iter().map(|p| p.strip_prefix(HEADING).unwrap_or(p)).collect::<Vec<_>>().join("\n\n")
    }

    /// Sub-headings in order.
    pub(super) fn headings(&self) -> impl Iterator<Item = &str> {
        self.paragraphs.iter().filter_map(|p| p.strip_prefix(HEADING))
    }
}

impl Print {
    /// When the root of its family was first printed.
    pub(super) fn first(&self) -> When {
        self.first
    }

    /// The version that stands at the address at this phase; `None` before it is printed.
    pub(super) fn at(&self, phase: u32) -> Option<&Issue> {
        self.versions.iter().rev().find(|issue| issue.phase <= phase)
    }
}
