//! Churn: how often an article ends in another story than the one it was put into, over a replay day by day.
//! It reads what `wireroom stories` prints as rows come, and refuses a change that no row explains.
//! Start at [`replay`] for the order, [`told`] for the figures.

use serde_json::Value;
use std::collections::BTreeMap;

/// Redirects that an address passes through, at most.
const MAX_REDIRECTS: usize = 1_000;

/// The corpus in the order of its days, without its stories: what the filter is fed.
pub fn replay(rows: &[Value]) -> Vec<u8> {
    let mut rows: Vec<Value> = rows.to_vec();
    rows.sort_by_key(|row| text(row, "published").chars().take(10).collect::<String>());
    let mut fed = Vec::new();
    for row in &mut rows {
        if let Some(fields) = row.as_object_mut() {
            fields.remove("story");
        }
        fed.extend_from_slice(row.to_string().as_bytes());
        fed.push(b'\n');
    }
    fed
}

fn text<'r>(row: &'r Value, name: &str) -> &'r str {
    row.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// A reason that a person can check: words that decided, or that somebody said so, or that it is a copy.
fn is_explained(row: &Value) -> bool {
    let Some(because) = row.get("because") else { return false };
    let words = because.get("words").and_then(Value::as_array).is_some_and(|words| !words.is_empty());
    words || matches!(text(because, "cause"), "reader" | "copy")
}

/// `stay`: share of articles that end in the story they were first put into, after following merges. `own`: share
/// that do not stand in a story that theirs was merged into. `explained`: share of changes with a reason. `agree`:
/// share of articles whose last row, after merges, is what `--final` prints.
pub fn told(printed: &[Value], last: &[Value]) -> Result<String, String> {
    let mut first: BTreeMap<&str, &str> = BTreeMap::new();
    let mut now: BTreeMap<&str, &str> = BTreeMap::new();
    let mut leads: BTreeMap<&str, &str> = BTreeMap::new();
    let (mut merges, mut moves, mut explained) = (0_u64, 0_u64, 0_u64);
    for row in printed {
        if let Some(merge) = row.get("merge").and_then(Value::as_array) {
            let [Some(from), Some(into)] = [0, 1].map(|at| merge.get(at).and_then(Value::as_str)) else {
                return Err(format!("a row of a merge names no two stories: {row}"));
            };
            leads.insert(from, into);
            merges += 1;
            explained += u64::from(is_explained(row));
            continue;
        }
        let (id, story) = (text(row, "id"), text(row, "story"));
        if now.insert(id, story).is_some() {
            moves += 1;
            explained += u64::from(is_explained(row));
        }
        first.entry(id).or_insert(story);
        // A number that is given out again leads nowhere else.
        leads.remove(story);
    }
    let here = |story: &str| {
        let mut here = story;
        for _ in 0..MAX_REDIRECTS {
            let Some(next) = leads.get(here) else { break };
            here = next;
        }
        here.to_owned()
    };
    let count =
        |wanted: &dyn Fn(&str, &str) -> bool| now.iter().filter(|(id, story)| wanted(id, story)).count();
    let from = |id: &str| first.get(id).copied().unwrap_or_default();
    let changed = count(&|id, story| here(from(id)) != here(story));
    let merged = count(&|id, story| here(from(id)) == here(story) && here(from(id)) != from(id));
    let finals: BTreeMap<&str, &str> = last.iter().map(|row| (text(row, "id"), text(row, "story"))).collect();
    let agree = count(&|id, story| finals.get(id).is_some_and(|&stands| here(story) == stands));
    let share = |some: usize| some as f64 / now.len().max(1) as f64;
    let all = merges + moves;
    let reasons = if all == 0 { 1.0 } else { explained as f64 / all as f64 };
    Ok(format!(
        "articles={} merges={merges} moves={moves} changed={changed} merged={merged}\n\
         stay={:.4} own={:.4} explained={reasons:.4} agree={:.4}\n",
        now.len(),
        1.0 - share(changed),
        1.0 - share(merged),
        share(agree),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_move_and_a_merge_are_told_apart_and_one_without_a_reason_is_found() {
        let because = json!({"cause": "likeness", "score": 0.3, "needed": 0.2, "words": ["ferry"]});
        let printed = [
            json!({"id": "a", "story": "a"}),
            json!({"id": "b", "story": "b"}),
            json!({"id": "c", "story": "c"}),
            json!({"id": "d", "story": "b"}),
            json!({"merge": ["b", "a"], "because": because}),
            json!({"id": "d", "story": "e", "from": "a"}),
        ];
        let last = [("a", "a"), ("b", "a"), ("c", "c"), ("d", "a")]
            .map(|(id, story)| json!({"id": id, "story": story}));
        let said = told(&printed, &last).unwrap();
        let figures = crate::scorers::figures(&said);
        assert_eq!((figures["changed"], figures["merged"]), (1.0, 1.0), "{said}");
        assert_eq!((figures["stay"], figures["own"]), (0.75, 0.75), "{said}");
        assert_eq!((figures["explained"], figures["agree"]), (0.5, 0.75), "{said}");
    }

    #[test]
    fn the_replay_goes_by_days_and_gives_no_story_away() {
        let rows = [
            json!({"id": "late", "published": "2025-08-03", "story": "x"}),
            json!({"id": "early", "published": "2025-08-02T10:00:00Z", "story": "y"}),
        ];
        let fed = String::from_utf8(replay(&rows)).unwrap();
        assert!(fed.find("early").unwrap() < fed.find("late").unwrap() && !fed.contains("story"), "{fed}");
    }
}
