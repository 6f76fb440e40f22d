//! What of a feed's answer could not be read: which part of a broken answer still holds whole entries, and the one
//! sentence that the feeds page shows. It refuses to guess the rest of an entry that was cut in half.
//! Start at [`whole_entries`] and [`warning`].

use wireroom_feed::{SafeEntry, SafeFeed};
use wireroom_model::Why;
use wireroom_model::why::Partly;

/// Entries read of one poll, the newest; a longer feed gives the rest when it moves on.
pub(crate) const MAX_ENTRIES: usize = 2_000;

/// Elements that hold one entry in the XML dialects.
const ENTRY_NAMES: &[&str] = &["item", "entry", "url"];

/// End tags looked at from the end of a broken answer: a story with that many tags after its last whole entry is
/// no feed worth saving.
const MAX_TAGS: usize = 10_000;

/// The part of an answer that broke off which ends with a whole entry. Half an entry has half a title and no id:
/// stored, it would come back as another one. JSON is left whole: its reader stops at the last whole item itself.
pub(crate) fn whole_entries(body: &[u8]) -> &[u8] {
    if body.trim_ascii_start().starts_with(b"{") {
        return body;
    }
    let mut end = body.len();
    for _ in 0..MAX_TAGS {
        let before = body.get(..end).unwrap_or_default();
        let Some(start) = before.windows(2).rposition(|pair| pair == b"</") else { break };
        let tag = body.get(start + 2..).unwrap_or_default();
        if let Some(length) = tag.iter().take(64).position(|&byte| byte == b'>') {
            let name = String::from_utf8_lossy(tag.get(..length).unwrap_or_default());
            let local = name.rsplit(':').next().unwrap_or_default().trim();
            if ENTRY_NAMES.iter().any(|entry| local.eq_ignore_ascii_case(entry)) {
                return body.get(..start + 2 + length + 1).unwrap_or(body);
            }
        }
        end = start;
    }
    &[]
}

/// Keeps the newest of too many entries, in the feed's order. One without a date counts as new as its neighbour
/// above, for a feed tells the newest first. Returns how many were left out.
pub(crate) fn newest_only(entries: &mut Vec<SafeEntry>, most: usize) -> usize {
    let over = entries.len().saturating_sub(most);
    if over == 0 {
        return 0;
    }
    let mut last = i64::MAX;
    let mut ages: Vec<(i64, usize)> = entries
        .iter()
        .enumerate()
        .map(|(place, entry)| {
            last = entry.published.sort_key().or(entry.updated.sort_key()).unwrap_or(last);
            (last, place)
        })
        .collect();
    ages.sort_by_key(|&(age, place)| (std::cmp::Reverse(age), place));
    let mut kept = vec![false; entries.len()];
    for &(_, place) in ages.iter().take(most) {
        if let Some(kept) = kept.get_mut(place) {
            *kept = true;
        }
    }
    let mut kept = kept.into_iter();
    entries.retain(|_| kept.next().unwrap_or(false));
    over
}

/// What the feeds page says of an answer that was read, but not all of it; `None` where nothing was left out.
pub(crate) fn warning(feed: &SafeFeed, over: usize, cut: Option<&str>) -> Option<Why> {
    let mut told: Vec<Partly> = Vec::new();
    if let Some(cut) = cut {
        told.push(Partly::Cut(cut.to_owned()));
    }
    if over > 0 {
        told.push(Partly::Over { over, most: MAX_ENTRIES });
    }
    // A broken answer breaks its markup too, and that is said already.
    told.extend(
        feed.warnings.iter().filter(|_| cut.is_none()).map(|warning| Partly::Said(warning.0.clone())),
    );
    let first = told.first()?.clone();
    Some(Why::Partly(match told.len() - 1 {
        0 => first,
        more => Partly::More { first: Box::new(first), more },
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dated(id: &str, day: Option<&str>) -> SafeEntry {
        let published = day.map_or(wireroom_model::Time::Unknown, |day| {
            wireroom_model::Time::from(day.parse::<wireroom_model::When>().unwrap())
        });
        SafeEntry { id: Some(id.into()), published, ..SafeEntry::default() }
    }

    #[test]
    fn an_answer_is_read_to_the_end_of_its_last_whole_entry() {
        let half = b"<rss><item><title>A</title></item><a:entry></a:entry ><item><title>B</ti";
        assert!(whole_entries(half).ends_with(b"</a:entry >"));
        assert_eq!(whole_entries(b"<rss><item><title>B</title>"), b"");
        assert_eq!(whole_entries(b"{\"items\": ["), b"{\"items\": [");
    }

    #[test]
    fn the_newest_are_kept_in_the_order_in_which_they_came() {
        let mut entries = vec![
            dated("old", Some("2020-01-01T00:00:00Z")),
            dated("undated", None),
            dated("new", Some("2026-01-02T00:00:00Z")),
            dated("newer", Some("2026-01-03T00:00:00Z")),
        ];
        assert_eq!(newest_only(&mut entries, 2), 2);
        let ids: Vec<_> = entries.iter().filter_map(|entry| entry.id.as_deref()).collect();
        assert_eq!(ids, ["new", "newer"]);
        assert_eq!(newest_only(&mut entries, 2), 0);
    }

    #[test]
    fn what_was_left_out_is_one_sentence() {
        let feed = SafeFeed::default();
        assert_eq!(warning(&feed, 0, None), None);
        let told = warning(&feed, 3, Some("it broke off")).unwrap().to_string();
        assert!(told.contains("it broke off") && told.contains("and 1 more"), "{told}");
    }
}
