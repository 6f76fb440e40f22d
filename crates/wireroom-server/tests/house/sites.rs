//! A site with blocks, pages and an override, for the pages of sites; the answers that a pipeline would give.

use super::{Deeds, Fallible};
use serde_json::json;
use wireroom_model::{ArticleId, Dropped, Extracted, Kind, Rule, Time, UserId};
use wireroom_server::{Answer, OverrideFile, OverrideFolder, Refusal, Reread, Side, SiteActions, Trial};
use wireroom_store::Tx;
use wireroom_store::articles::NewArticle;
use wireroom_store::pages::{Form, NewPage};
use wireroom_store::sites::{Said, SitePage, block_name};
use wireroom_store::versions::NewVersion;

pub const HOST: &str = "ostrel-lamp.example";
pub const LETTER: u64 = 0x1234_5678_9abc_def0;

pub const LETTER_TEXT: &str =
    "Every morning before seven the editor writes a letter to all who ask for one. Ask <b>here</b>.";

/// Three pages with articles, two learnt blocks, one that the owner keeps, one that the owner named.
pub async fn seed(tx: &mut Tx, owner: UserId, now: i64) -> Fallible<()> {
    for (number, title) in
        [(1, "The barrier holds <i>again</i>"), (2, "Ferries sail from Monday"), (3, "A quiet election")]
    {
        let address = format!("https://{HOST}/page/{number}");
        let page = NewPage {
            address: &address,
            hash: "x",
            form: Form::Html,
            content_type: None,
            crawled_known: true,
            reservation: None,
            body: b"<p>A page",
        };
        let (page, _) = tx.save_page(&page, now - 900).await?;
        tx.set_site_page(page, HOST).await?;
        let new =
            NewArticle { address: &address, part: 0, url: Some(&address), outlet: None, is_private: false };
        let (id, _): (ArticleId, bool) = tx.save_article(&new, now - 900).await?;
        let published: Time = serde_json::from_value(json!("2026-11-22T09:00:00Z"))?;
        let extracted =
            Extracted { body: format!("{title}."), kind: Kind::Article, published, ..Extracted::default() };
        let hash = wireroom_text::hash::text_v1(&extracted.body);
        let new = NewVersion {
            extracted: &extracted,
            title,
            text_hash: &hash,
            extractor: 1,
            normal: 1,
            page: Some(page),
        };
        tx.save_version(id, &new, now - 900).await?;
        tx.set_cuts(page, HOST, &[LETTER]).await?;
        if number == 3 {
            tx.drop_page_body(page).await?;
        }
    }
    let blocks = [
        (LETTER, LETTER_TEXT, 217),
        (2, "The Ostrel Lamp is printed on paper that the harbour's own mill makes of old nets.", 41),
        (3, "Our correspondent on the island is one of four people who live there in winter.", 9),
    ];
    for (block, sample, pages) in blocks {
        tx.count_block(HOST, block, sample, pages, now - 80_000).await?;
    }
    tx.say_of_block(HOST, 3, None, Said::Keep, Some(owner), now - 7_200).await?;
    tx.say_of_block(
        HOST,
        4,
        Some("Recipes of the week: eel, leek and barley."),
        Said::Drop,
        Some(owner),
        now - 90,
    )
    .await?;
    for missed in [None, Some(None), None] {
        tx.count_override("ostrel-lamp.example.toml", "h", missed, now - 60).await?;
    }
    Ok(())
}

fn side(paragraphs: &[(&str, Option<u64>)]) -> Side {
    Side {
        title: Some("The barrier holds <i>again</i>".to_owned()),
        authors: vec!["Ada Fenn".to_owned()],
        published: Time::Unknown,
        paragraphs: paragraphs.iter().map(|(text, name)| ((*text).to_owned(), *name)).collect(),
    }
}

const TOLD: [&str; 3] = [
    "The barrier across the Ostrel held for the third time this month, the water office said, although the gauge at the old pier stood a hand higher than in spring.",
    "Readers who took the first ferry saw nothing of it. The night watch had closed the gates at two, when the wind turned, and opened them at six.",
    "What it cost, the council will hear on Thursday.",
];

impl SiteActions for Deeds {
    fn overrides(&self) -> Answer<'_, OverrideFolder> {
        Box::pin(async {
            let file = OverrideFile {
                name: format!("{HOST}.toml"),
                hosts: vec![HOST.to_owned()],
                text: "drop = [\".letter\"]\nnotes = \"</textarea><b>\"\n".to_owned(),
                notes: "</textarea><b>".to_owned(),
                learns: true,
            };
            let other = OverrideFile {
                name: "far-post.example.toml".to_owned(),
                hosts: vec!["far-post.example".to_owned()],
                ..file.clone()
            };
            Ok(OverrideFolder {
                path: Some("/srv/news/sites".to_owned()),
                files: vec![file, other],
                faults: vec![
                    "tide.example.toml, \"drp\": there is no such key; there are hosts, body, drop, title, author, date, learn and notes".to_owned(),
                ],
            })
        })
    }

    fn try_page(&self, _: SitePage, text: Option<String>) -> Answer<'_, Trial> {
        Box::pin(async move {
            let text = text.unwrap_or_default();
            let faults = match text.contains("drp") {
                true => vec![format!("{HOST}.toml, \"drp\": there is no such key")],
                false => Vec::new(),
            };
            let dropped =
                |rule, path: &str, text: &str| Dropped { rule, path: path.to_owned(), text: text.to_owned() };
            let [first, second, third] = TOLD;
            Ok(Trial {
                host: HOST.to_owned(),
                plain: side(&[(first, Some(11)), (LETTER_TEXT, Some(LETTER)), (second, Some(12)), (third, Some(13))]),
                with: side(&[(first, Some(11)), (second, Some(12)), (third, Some(13))]),
                faults,
                notices: vec!["no selector of title in ostrel-lamp.example.toml matched anything on this page: the title is the page's own".to_owned()],
                selectors: vec![("drop".to_owned(), ".letter".to_owned(), 1), ("title".to_owned(), "h1.none".to_owned(), 0)],
                dropped: vec![
                    dropped(Rule::Element, "body > nav", "Front page Harbour Council Sport"),
                    dropped(Rule::LearntOfSite, "", LETTER_TEXT),
                    dropped(Rule::Caption, "figure > figcaption", "The gauge at the old pier. Photo: J. Reed"),
                ],
            })
        })
    }

    fn say_of_block(&self, _: UserId, host: String, block: u64, _: Said) -> Answer<'_, Reread> {
        Box::pin(async move {
            match block == LETTER {
                true => Ok(Reread { pages: 2, gone: 1, more: 0 }),
                false => Err(Refusal(format!("no such block is known of {host}: {}", block_name(block)))),
            }
        })
    }

    fn drop_paragraph(&self, _: UserId, _: i64, _: String) -> Answer<'_, Reread> {
        Box::pin(async { Ok(Reread { pages: 3, gone: 0, more: 0 }) })
    }

    fn save_override(&self, host: String, text: String) -> Answer<'_, ()> {
        Box::pin(async move {
            match text.contains("drp") {
                true => Err(Refusal(format!("{host}.toml, \"drp\": there is no such key"))),
                false => Ok(()),
            }
        })
    }

    fn reread_site(&self, _: String) -> Answer<'_, Reread> {
        Box::pin(async { Ok(Reread { pages: 500, gone: 2, more: 40 }) })
    }
}
