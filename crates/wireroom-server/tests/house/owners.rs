//! Answers of a pipeline to the page of publishers.

use super::Deeds;
use wireroom_server::{Answer, PublisherActions, PublisherFile, PublishersTold, Refusal};

impl PublisherActions for Deeds {
    fn bring_publishers(&self, list: PublisherFile) -> Answer<'_, PublishersTold> {
        Box::pin(async move {
            let text = String::from_utf8_lossy(&list.bytes).into_owned();
            if !text.contains("publisher") {
                return Err(Refusal("line 1 must name the columns <b>".to_owned()));
            }
            let rows = text.lines().count() as u64 - 1;
            let changed = vec![("Quayside <b>Echo".to_owned(), None, Some("Quay Media".to_owned()))];
            let faults = vec!["line 9: no publisher is named".to_owned()];
            let told = PublishersTold { rows, publishers: 1, changed, owned: 1, ..Default::default() };
            Ok(PublishersTold { outlets: 9, stories: u64::from(!list.dry), faults, left_out: 1, ..told })
        })
    }

    fn remove_publishers(&self, list: i64) -> Answer<'_, PublishersTold> {
        Box::pin(async move {
            match list {
                1 => Ok(PublishersTold::default()),
                _ => Err(Refusal(format!("there is no list of publishers with the number {list}"))),
            }
        })
    }
}
