//! What publishers reserve and close off, kept with the article: no archive, no text and data mining, subscribers only.
//! Whatever lets the full text of an article leave the house asks [`Store::may_export`] first.

use crate::{Result, Store, Tx};
use wireroom_model::ArticleId;

/// What a page said about the use and the reach of its text, in the words that were found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reserved {
    /// "noarchive (robots meta)", "tdm-reservation: 1 (header)"; `None` where nothing is reserved.
    pub reservation: Option<String>,
    /// What told that the page is for subscribers; `None` where nothing did.
    pub paywall: Option<String>,
}

impl Store {
    /// What is reserved of an article.
    pub async fn reserved(&self, id: ArticleId) -> Result<Reserved> {
        let row: Option<(Option<String>, Option<String>)> =
            sqlx::query_as("SELECT reservation, paywall FROM articles WHERE id = $1")
                .bind(id.as_i64())
                .fetch_optional(&self.read)
                .await?;
        let (reservation, paywall) = row.unwrap_or_default();
        Ok(Reserved { reservation, paywall })
    }

    /// Whether an article's full text may be part of an export, a row or an answer to a program. A reader's own page
    /// is none of these. An article that is not there may not.
    pub async fn may_export(&self, id: ArticleId) -> Result<bool> {
        let may: Option<bool> = sqlx::query_scalar("SELECT may_archive FROM articles WHERE id = $1")
            .bind(id.as_i64())
            .fetch_optional(&self.read)
            .await?;
        Ok(may.unwrap_or(false))
    }
}

impl Tx {
    /// Keeps what a page said; what is reserved may not leave the house.
    pub async fn set_reserved(&mut self, id: ArticleId, said: &Reserved) -> Result<()> {
        sqlx::query(
            "UPDATE articles SET reservation = $2, paywall = $3, may_archive = ($2 IS NULL) \
             WHERE id = $1 AND (reservation IS DISTINCT FROM $2 OR paywall IS DISTINCT FROM $3)",
        )
        .bind(id.as_i64())
        .bind(said.reservation.as_deref())
        .bind(said.paywall.as_deref())
        .execute(self.conn())
        .await?;
        Ok(())
    }
}
