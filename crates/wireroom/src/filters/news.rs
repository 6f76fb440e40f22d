//! `wireroom news`: rows of two versions to rows of what the later one tells that the earlier one did not.
//! Offsets count characters of the version's body in its normal form (docs/formats/README.md).

use super::article::article;
use super::files_argument;
use super::rows::{Input, Output, Refused, Stop};
use clap::{ArgMatches, Command};
use serde::Deserialize;
use serde_json::{Value, json};
use wireroom_brief::Source;
use wireroom_brief::news::changes;
use wireroom_model::{Article, ArticleId, ArticleRow, VersionId};
use wireroom_text::hash::text_v1;

/// Two versions of one article; the row's id is its own, else the later version's.
#[derive(Deserialize)]
struct PairRow {
    #[serde(default)]
    id: String,
    before: ArticleRow,
    after: ArticleRow,
}

pub fn command() -> Command {
    Command::new("news")
        .about("Rows {\"id\",\"before\",\"after\"} of two article rows to what is new in the second, every sentence cited")
        .arg(files_argument("JSONL files; standard input where none is named"))
}

pub fn run(_: &ArgMatches, input: &mut Input, output: &mut Output) -> Result<(), Stop> {
    input.each(|row: PairRow| {
        let named = [&row.id, &row.after.id, &row.before.id].into_iter().find(|id| !id.is_empty());
        let id = named.ok_or_else(|| Refused::Row("the row has no \"id\"".to_owned()))?.clone();
        let number = ArticleId::new(1).map_err(|e| Refused::Row(e.to_string()))?;
        let (before, after) = (article(row.before, number), article(row.after, number));
        let hashes = (text_v1(&before.body), text_v1(&after.body));
        let found = changes(&[source(&before, 1, &hashes.0)?], &[source(&after, 2, &hashes.1)?]);
        let mut told: Vec<Value> = Vec::new();
        for change in &found {
            let mut value = serde_json::to_value(change).map_err(|e| Refused::Row(e.to_string()))?;
            name(&mut value);
            told.push(value);
        }
        output.row(&json!({ "id": id, "changes": told })).map_err(Refused::from)
    })
}

fn source<'a>(article: &'a Article, version: u64, hash: &'a str) -> Result<Source<'a>, Refused> {
    Ok(Source {
        article: article.id,
        version: VersionId::new(version).map_err(|e| Refused::Row(e.to_string()))?,
        text_hash: hash,
        url: article.url.as_deref(),
        outlet: article.outlet.as_deref(),
        agency: article.agency.as_deref(),
        title: &article.title,
        published: article.published,
        lang: article.lang,
        family: None,
        origin: None,
        kind: article.kind,
        body: &article.body,
    })
}

/// A cited sentence is of the version that stands under `before` or `after`: rows have no numbers for them. Nobody
/// else tells a version's news, so nobody is counted.
fn name(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(name),
        Value::Object(map) => {
            for key in ["article", "version", "others", "witnesses"] {
                map.remove(key);
            }
            map.values_mut().for_each(name);
        }
        _ => {}
    }
}
