//! A few articles of outlets that do not exist, about places that do not either.

#![allow(dead_code, reason = "each test file uses its part")]

use wireroom_brief::Source;
use wireroom_model::{ArticleId, FamilyId, Kind, Lang, Time, VersionId};

/// An article that owns its words; [`Text::source`] lends them.
#[derive(Debug, Clone)]
pub struct Text {
    pub id: u64,
    pub outlet: String,
    pub title: String,
    pub published: Time,
    pub lang: Lang,
    pub family: Option<u64>,
    pub origin: Option<u64>,
    pub body: String,
    pub hash: String,
}

pub fn text(id: u64, outlet: &str, published: &str, title: &str, paragraphs: &[&str]) -> Text {
    let body = paragraphs.join("\n\n");
    Text {
        id,
        outlet: outlet.to_owned(),
        title: title.to_owned(),
        published: published.parse().map_or(Time::Unknown, Time::At),
        lang: Lang::EN,
        family: None,
        origin: Some(id),
        hash: wireroom_text::hash::text_v1(&body),
        body,
    }
}

impl Text {
    pub fn of_family(mut self, family: u64) -> Self {
        self.family = Some(family);
        self.origin = Some(family);
        self
    }

    pub fn of_origin(mut self, origin: Option<u64>) -> Self {
        self.origin = origin;
        self
    }

    pub fn source(&self) -> Source<'_> {
        Source {
            article: ArticleId::new(self.id).unwrap(),
            version: VersionId::new(self.id + 1000).unwrap(),
            text_hash: &self.hash,
            url: None,
            outlet: Some(&self.outlet),
            agency: None,
            title: &self.title,
            published: self.published,
            lang: self.lang,
            family: self.family.map(|f| FamilyId::new(f).unwrap()),
            origin: self.origin,
            kind: Kind::Article,
            body: &self.body,
        }
    }
}

pub fn sources(texts: &[Text]) -> Vec<Source<'_>> {
    texts.iter().map(Text::source).collect()
}

/// A ferry runs aground: three outlets that write for themselves, and one that prints a copy.
pub fn ferry() -> Vec<Text> {
    let gazette = [
        "A ferry with 212 passengers ran aground on the Skerry rocks near Port Brandt early on Tuesday.",
        "At least 12 people were injured when the ferry Halcyon struck the rocks in thick fog, the coast guard said.",
        "“We heard a long scrape and then the lights went out in every cabin,” said Odo Brandt, the ferry's cook.",
        "Rescue boats from three villages brought the passengers to the harbour of Port Brandt before noon.",
        "The Halcyon was built in 1998 and last inspected on 3 March 2031.",
    ];
    vec![
        text(
            1,
            "Brandt Gazette",
            "2031-05-06T09:00:00Z",
            "Ferry with 212 aboard runs aground off Port Brandt",
            &gazette,
        ),
        text(
            2,
            "Northern Courier",
            "2031-05-06T15:00:00Z",
            "Nineteen hurt as Halcyon ferry hits Skerry rocks",
            &[
                "The ferry Halcyon ran aground on the Skerry rocks near Port Brandt on Tuesday with 212 passengers on board.",
                "Hospitals in Port Brandt said 19 people were injured, three of them badly.",
                "Harbour director Mara Voss said: “The fog signal at the Skerry rocks was switched off for repairs.”",
                "Rescue boats from three villages brought all passengers to the harbour of Port Brandt before noon.",
                "The ferry company said it would pay for every night in a hotel.",
            ],
        ),
        text(
            3,
            "Isle Radio",
            "2031-05-06T17:30:00Z",
            "Fog signal was off when ferry ran aground",
            &[
                "The fog signal at the Skerry rocks was switched off for repairs when the ferry Halcyon ran aground on Tuesday.",
                "“The fog signal at the Skerry rocks was switched off for repairs,” harbour director Mara Voss told Isle Radio.",
                "The repairs began on 28 April 2031 and were to take ten days, according to the harbour.",
                "Nobody had told the captains of the ferry company about the repairs, the union of seamen said.",
            ],
        ),
        text(4, "Daily Anchor", "2031-05-06T10:00:00Z", "Ferry aground", &gazette).of_family(1),
    ]
}
