//! Tells the truth of a set press: the manifest's claims, with every word as it was printed.

use super::manifest::Manifest;
use super::setting::{House, Print, Set};
use super::{
    ArticleTruth, CountStep, Disagreement, Edit, FeedTruth, MovingCount, OutletTruth, PressError, StoryTruth,
    Truth, VersionTruth,
};
use wireroom_model::{Kind, Lang, Precision, Time, When};

/// The truth of the press; `feeds` and `unrelated` are what its pages and feeds list.
pub(super) fn truth(
    set: &Set,
    manifest: &Manifest,
    feeds: Vec<FeedTruth>,
    unrelated: impl Fn(&Print) -> Vec<String>,
) -> Result<Truth, PressError> {
    let outlets = set.houses.iter().map(|house| OutletTruth {
        id: house.id.clone(),
        name: house.name.clone(),
        lang: house.lang,
        agency: house.mark.is_some(),
    });
    let stories = manifest.stories.iter().flat_map(|file| &file.story).map(|story| StoryTruth {
        id: story.id.clone(),
        event: story.event.clone(),
        thread: story.thread.clone(),
        lang: Lang::parse(&story.lang),
    });
    let articles = set.prints.iter().map(|print| article(set, print, unrelated(print)));
    Ok(Truth {
        outlets: outlets.collect(),
        stories: stories.collect(),
        articles: articles.collect(),
        feeds,
        disagreements: disagreements(set, manifest)?,
        counts: counts(set, manifest)?,
    })
}

fn article(set: &Set, print: &Print, unrelated: Vec<String>) -> ArticleTruth {
    let house = set.houses.iter().find(|house| house.id == print.outlet);
    let versions: Vec<VersionTruth> = print
        .versions
        .iter()
        .map(|issue| VersionTruth {
            phase: issue.phase,
            changed: issue.changed,
            title: issue.title.clone(),
            body: issue.body(),
            credit: credit(print, &issue.paragraphs),
            edits: issue.edits.clone(),
        })
        .collect();
    let first = versions.first();
    ArticleTruth {
        id: print.id.clone(),
        path: print.path.clone(),
        part: print.part,
        outlet: print.outlet.clone(),
        outlet_name: print.credited_to.clone(),
        lang: print.lang,
        kind: print.kind,
        story: print.story.clone(),
        family: print.family.clone(),
        parent: print.parent.clone(),
        relation: print.relation,
        edits: print.parent.iter().flat_map(|_| first.map(|v| v.edits.clone())).flatten().collect(),
        published: published(print, house),
        clock: print.clock,
        source: print.source.clone(),
        authors: print.authors.clone(),
        agency: first.and_then(|version| agency(set, print, &version.body)),
        repeats: print.repeats,
        phase: print.phase,
        unrelated,
        turns: turns(print),
        sections: print
            .versions
            .first()
            .map(|v| v.headings().map(str::to_owned).collect())
            .unwrap_or_default(),
        versions,
    }
}

/// The last paragraph, if an edit put it there as a credit.
fn credit(print: &Print, paragraphs: &[String]) -> Option<String> {
    let last = paragraphs.last()?;
    let credited = |edit: &Edit| matches!(edit, Edit::Credited(text) if text == last);
    print.versions.first()?.edits.iter().any(credited).then(|| last.clone())
}

/// The day alone where neither page nor feed gives the time of day.
fn published(print: &Print, house: Option<&House>) -> Time {
    if print.undated {
        return Time::Unknown;
    }
    if house.is_some_and(|house| house.manifest.undated) {
        let day = print.published.date();
        return When::from_date(day.year(), Some(day.month()), Some(day.day())).into();
    }
    debug_assert_eq!(print.published.precision(), Precision::Second);
    Time::At(print.published)
}

/// The mark of the agency that wrote the text, where the text shows it.
fn agency(set: &Set, print: &Print, body: &str) -> Option<String> {
    let root = set.prints.iter().find(|other| other.id == print.family)?;
    let house = set.houses.iter().find(|house| house.id == root.outlet)?;
    house.mark.clone().filter(|mark| body.contains(mark.as_str()))
}

fn turns(print: &Print) -> Vec<(String, Option<String>, String)> {
    let paragraphs = print.versions.first().map(|issue| issue.paragraphs.as_slice()).unwrap_or_default();
    let turn = |paragraph: &String| {
        let (label, words) = paragraph.split_once(": ")?;
        let (speaker, role) = match label.split_once(", ") {
            Some((speaker, role)) => (speaker, Some(role.to_owned())),
            None => (label, None),
        };
        Some((speaker.to_owned(), role, words.to_owned()))
    };
    paragraphs.iter().filter(|_| print.kind == Kind::Transcript).filter_map(turn).collect()
}

/// Raw words of the manifest as this article prints them.
fn printed(set: &Set, id: &str, raw: &str) -> Result<String, PressError> {
    let print = set.prints.iter().find(|print| print.id == id);
    let print =
        print.ok_or_else(|| PressError(format!("the truth speaks of \"{id}\", which nobody prints")))?;
    Ok(set.finish.text(raw, print.first(), print.lang))
}

fn disagreements(set: &Set, manifest: &Manifest) -> Result<Vec<Disagreement>, PressError> {
    let told = manifest.stories.iter().flat_map(|file| &file.disagreement).map(|claim| {
        let ([one, other], [a, b]) = (&claim.articles, &claim.words);
        let words = [printed(set, one, a)?, printed(set, other, b)?];
        Ok(Disagreement { articles: claim.articles.clone(), words, real: claim.real })
    });
    told.collect()
}

fn counts(set: &Set, manifest: &Manifest) -> Result<Vec<MovingCount>, PressError> {
    let told = manifest.stories.iter().flat_map(|file| &file.count).map(|count| {
        let steps = count.steps.iter().map(|(article, version, raw)| {
            let figure = printed(set, article, raw)?;
            Ok(CountStep { article: article.clone(), version: *version, figure })
        });
        let what = set.finish.named(&count.what, Lang::EN);
        Ok(MovingCount { what, steps: steps.collect::<Result<_, PressError>>()? })
    });
    told.collect()
}

/// When each feed lists which article, newest first.
pub(super) fn feed(path: &str, house: &House, prints: &[&Print]) -> FeedTruth {
    FeedTruth {
        path: path.to_owned(),
        outlet: house.id.clone(),
        dated: !house.manifest.undated,
        entries: prints.iter().map(|print| (print.id.clone(), print.phase)).collect(),
    }
}
