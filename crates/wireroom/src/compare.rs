//! Texts compared for the web's pages: the copy room's answer, off the threads that serve.

use tokio::task::spawn_blocking;
use wireroom_copy::{Draft, changes, changes_of, common_text, diff, diff_common};
use wireroom_server::{Compared, InCommon, Refusal, Sheet};

fn draft(sheet: &Sheet) -> Draft<'_> {
    Draft { title: &sheet.title, body: &sheet.body, lang: sheet.lang }
}

/// What the second sheet made of the first.
pub(crate) async fn compare(old: Sheet, new: Sheet) -> Result<Compared, Refusal> {
    let compared = spawn_blocking(move || Compared {
        headline: diff(&old.title, &new.title),
        body: diff(&old.body, &new.body),
        changes: changes(&draft(&old), &draft(&new)),
    });
    compared.await.map_err(|error| Refusal(format!("the comparison broke off: {error}")))
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
        },
    })
}
