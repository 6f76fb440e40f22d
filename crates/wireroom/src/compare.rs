//! Two texts compared for the web's pages: the copy room's answer, off the threads that serve.

use tokio::task::spawn_blocking;
use wireroom_copy::{Draft, changes, diff};
use wireroom_server::{Compared, Refusal, Sheet};

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
