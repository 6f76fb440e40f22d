//! What is new in a story: since the reader was last here, and text by text. All of it was found when the brief was
//! made; here it is only picked by time and set. Start at [`said`] and [`since`].

use crate::stamp::{self, Stamp};
use crate::told::{Change, Cited, Numbers, Sentence, Told, Turn};
use wireroom_model::{Time, When};

/// Things shown as new since the last visit.
const MAX_NEW: usize = 6;
/// Texts listed that brought something.
const MAX_UPDATES: usize = 20;

/// One thing that is new.
#[derive(Debug, Clone)]
pub struct Item {
    pub label: String,
    /// Style: `gone` for what was withdrawn.
    pub class: &'static str,
    /// A value as it was.
    pub was: Option<String>,
    pub sentence: Sentence,
    pub outlet: String,
    published: Time,
}

/// What one text brought.
#[derive(Debug, Clone)]
pub struct Came {
    pub at: i64,
    pub items: Vec<Item>,
}

/// An item with its outlet's time, and a list under when the house saw it.
#[derive(Debug)]
pub struct Row {
    pub item: Item,
    pub time: Stamp,
}

/// Items under a time.
#[derive(Debug)]
pub struct Under {
    pub when: Stamp,
    pub rows: Vec<Row>,
}

/// What the story's texts brought, newest first, with the marks of their sources.
pub fn said(told: &Told, numbers: &mut Numbers<'_>) -> Vec<Came> {
    let came = told.updates.iter().take(MAX_UPDATES).map(|update| Came {
        at: update.at,
        items: update.changes.iter().filter_map(|change| item(change, told, numbers)).collect(),
    });
    came.filter(|came| !came.items.is_empty()).collect()
}

fn item(change: &Change, told: &Told, numbers: &mut Numbers<'_>) -> Option<Item> {
    let (label, class, was, cited): (_, _, Option<String>, &Cited) = match &change.what {
        Turn::Figure { before, after } => {
            (say!("new-figure"), "", Some(before.value.text.clone()), &after.sentence)
        }
        Turn::Quote { after, sentence } => (say!("new-quote"), "", None, sentence.as_ref().unwrap_or(after)),
        Turn::Fact { after } => (say!("new-fact"), "", None, after),
        Turn::Withdrawn { before } => (say!("new-withdrawn"), "gone", None, before),
        Turn::Other => return None,
    };
    let source = told.source(cited.article);
    let sentence = numbers.sentence(cited, &change.others);
    Some(Item {
        label,
        class,
        was,
        outlet: numbers.mark(cited).outlet,
        published: source.map(|row| row.published).unwrap_or_default(),
        sentence,
    })
}

/// The list of updates as it is printed.
pub fn listed(came: &[Came], now: When) -> Vec<Under> {
    let rows = |came: &Came| came.items.iter().map(|item| row(item, now)).collect();
    came.iter().map(|came| Under { when: stamp::ago(came.at, now), rows: rows(came) }).collect()
}

/// What came since a moment, newest first; `None` where nothing did, or where the whole story is younger than that.
pub fn since(came: &[Came], moment: Option<i64>, opened: i64, now: When) -> Option<Under> {
    let moment = moment.filter(|moment| opened <= *moment)?;
    let items = came.iter().filter(|came| came.at > moment).flat_map(|came| &came.items);
    let rows: Vec<Row> = items.take(MAX_NEW).map(|item| row(item, now)).collect();
    (!rows.is_empty()).then(|| Under { when: stamp::ago(moment, now), rows })
}

/// The newest thing of those, for a card.
pub fn newest(came: &[Came], moment: Option<i64>, opened: i64) -> Option<Item> {
    let moment = moment.filter(|moment| opened <= *moment)?;
    came.iter().filter(|came| came.at > moment).flat_map(|came| &came.items).next().cloned()
}

fn row(item: &Item, now: When) -> Row {
    Row { item: item.clone(), time: stamp::short(item.published, now) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told() -> Told {
        let cited =
            |text: &str| format!("{{\"article\":1,\"version\":2,\"start\":0,\"end\":5,\"text\":\"{text}\"}}");
        Told::read(&format!(
            "{{\"sources\":[{{\"article\":1,\"outlet\":\"Tern\"}}],\"updates\":[\
             {{\"at\":300,\"changes\":[{{\"kind\":\"figure\",\"before\":{{\"sentence\":{0},\"value\":{1}}},\"after\":{{\"sentence\":{2},\"value\":{3}}},\"others\":[]}},\
             {{\"kind\":\"of_a_later_program\"}}]}},\
             {{\"at\":200,\"changes\":[{{\"kind\":\"withdrawn\",\"before\":{0}}}]}}]}}",
            cited("Four ships wait."),
            cited("Four"),
            cited("Nine ships wait."),
            cited("Nine"),
        ))
    }

    #[test]
    fn only_what_came_since_the_visit_is_new_and_a_kind_that_is_not_known_is_passed_over() {
        let told = told();
        let came = said(&told, &mut Numbers::new(&told));
        let now = When::from_unix(1_000).unwrap();
        let new = since(&came, Some(250), 100, now).unwrap();
        assert_eq!(new.rows.len(), 1);
        let item = &new.rows[0].item;
        assert_eq!(
            (item.label.as_str(), item.was.as_deref(), item.outlet.as_str()),
            ("Changed figure", Some("Four"), "Tern")
        );
        assert_eq!(since(&came, Some(150), 100, now).unwrap().rows.len(), 2);
        assert_eq!(listed(&came, now).len(), 2);
    }

    #[test]
    fn who_was_here_after_the_last_news_or_before_the_story_sees_no_box() {
        let told = told();
        let came = said(&told, &mut Numbers::new(&told));
        let now = When::from_unix(1_000).unwrap();
        assert!(since(&came, Some(300), 100, now).is_none());
        assert!(since(&came, Some(50), 100, now).is_none());
        assert!(since(&came, None, 100, now).is_none());
    }
}
