//! Texts compared for the web's pages: the copy room's answer and the brief room's, off the threads that serve.

use tokio::task::spawn_blocking;
use wireroom_brief::Source;
use wireroom_brief::news::{self, New};
use wireroom_copy::{Draft, changes, changes_of, common_text, diff, diff_common};
use wireroom_model::{ArticleId, Kind, Time, VersionId};
use wireroom_server::{Compared, InCommon, News, Refusal, Sheet};

fn draft(sheet: &Sheet) -> Draft<'_> {
    Draft { title: &sheet.title, body: &sheet.body, lang: sheet.lang }
}

/// What the second sheet made of the first.
pub(crate) async fn compare(old: Sheet, new: Sheet) -> Result<Compared, Refusal> {
    let compared = spawn_blocking(move || Compared {
        headline: diff(&old.title, &new.title),
        body: diff(&old.body, &new.body),
        changes: changes(&draft(&old), &draft(&new)),
        news: told(&old, &new).unwrap_or_default(),
    });
    compared.await.map_err(|error| Refusal(format!("the comparison broke off: {error}")))
}

/// What the second sheet tells as a later version of the first.
fn told(old: &Sheet, new: &Sheet) -> Option<Vec<News>> {
    let before = source(old, VersionId::new(1).ok()?)?;
    let after = source(new, VersionId::new(2).ok()?)?;
    let line = |change: &news::Change| match &change.what {
        New::Figure { before, after } => News::Figure {
            before: before.value.text().to_owned(),
            value: after.value.text().to_owned(),
            after: after.sentence.text().to_owned(),
        },
        New::Quote { after, .. } => News::Quote(after.text().to_owned()),
        New::Fact { after } => News::Fact(after.text().to_owned()),
        New::Withdrawn { before } => News::Withdrawn(before.text().to_owned()),
        New::Reworded { before, after } => {
            News::Reworded { before: before.text().to_owned(), after: after.text().to_owned() }
        }
    };
    Some(news::changes(&[before], &[after]).iter().map(line).collect())
}

/// A sheet as a version of one article: nothing but its words is asked.
fn source(sheet: &Sheet, version: VersionId) -> Option<Source<'_>> {
    Some(Source {
        article: ArticleId::new(1).ok()?,
        version,
        text_hash: "",
        url: None,
        outlet: None,
        agency: None,
        title: &sheet.title,
        published: Time::Unknown,
        lang: sheet.lang,
        family: None,
        origin: None,
        kind: Kind::Article,
        body: &sheet.body,
    })
}

/// What a sheet made of what most of some printings share.
pub(crate) async fn in_common(printings: Vec<Sheet>, new: Sheet) -> Result<Option<InCommon>, Refusal> {
    let told = spawn_blocking(move || shared(&printings, &new));
    told.await.map_err(|error| Refusal(format!("the comparison broke off: {error}")))
}

fn shared(printings: &[Sheet], new: &Sheet) -> Option<InCommon> {
    let drafts: Vec<Draft<'_>> = printings.iter().map(draft).collect();
    let found = common_text(&drafts)?;
    let base = printings.get(found.base)?;
    let headline = printings.get(found.headline)?;
    let body = diff_common(&base.body, &found, &new.body);
    let old = Draft { title: &headline.title, ..draft(base) };
    Some(InCommon {
        base: found.base,
        headline: found.headline,
        headline_held: found.headline_held,
        stretches: found.stretches.iter().map(|stretch| (stretch.span, stretch.held)).collect(),
        words: found.words,
        printings: found.printings,
        needed: found.needed(),
        left_out: found.left_out,
        made: Compared {
            headline: diff(&headline.title, &new.title),
            changes: changes_of(&body, &old, &draft(new)),
            body,
            news: Vec::new(),
        },
    })
}
