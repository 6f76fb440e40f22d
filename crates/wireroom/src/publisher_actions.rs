//! What the page of publishers may ask of the pipeline, in the server's own words.

use crate::actions::{Desk, refusal};
use wireroom_pipeline::publishers::{How, Owned};
use wireroom_server::{Answer, PublisherActions, PublisherFile, PublishersTold};

fn told(owned: Owned) -> PublishersTold {
    PublishersTold {
        known: owned.known,
        rows: owned.rows,
        publishers: owned.publishers,
        changed: owned.changed,
        owned: owned.owned,
        outlets: owned.outlets,
        stories: owned.stories,
        faults: owned.faults,
        left_out: owned.left_out,
    }
}

impl PublisherActions for Desk {
    fn bring_publishers(&self, list: PublisherFile) -> Answer<'_, PublishersTold> {
        Box::pin(async move {
            let how = How { replaces: list.replaces, dry: list.dry };
            self.0.bring_publishers(&list.name, &list.bytes, how).await.map(told).map_err(refusal)
        })
    }

    fn remove_publishers(&self, list: i64) -> Answer<'_, PublishersTold> {
        Box::pin(async move { self.0.remove_publishers(list).await.map(told).map_err(refusal) })
    }
}
