//! How each reader wants the edition: how many stories, and of what span. Which stories stand in it is decided when it
//! is asked for; the store keeps no edition and no trace of what was opened.

use crate::columns::Reader;
use crate::{Result, Store, Tx};
use wireroom_model::UserId;

/// What an edition tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Span {
    /// The last 24 hours.
    #[default]
    Day,
    /// Everything since the reader's last visit.
    Visit,
}

impl Span {
    /// The store's word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Visit => "visit",
        }
    }

    /// Reads [`Span::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Day, Self::Visit].into_iter().find(|span| span.as_str() == word)
    }
}

/// A reader's choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EditionChoice {
    pub stories: u32,
    pub span: Span,
}

impl Store {
    /// What the user chose, if anything.
    pub async fn edition_choice(&self, user: UserId) -> Result<Option<EditionChoice>> {
        let row = sqlx::query("SELECT * FROM edition_choices WHERE user_id = $1")
            .bind(user.as_i64())
            .fetch_optional(&self.read)
            .await?;
        row.map(|row| {
            let read = Reader::new(&row, "edition_choices", "user_id")?;
            let stories = u32::try_from(read.count("stories")?).map_err(|_| read.broken("stories"))?;
            Ok(EditionChoice { stories, span: read.word("span", Span::parse)? })
        })
        .transpose()
    }
}

impl Tx {
    /// Keeps what the user chose.
    pub async fn choose_edition(&mut self, user: UserId, choice: EditionChoice) -> Result<()> {
        sqlx::query(
            "INSERT INTO edition_choices (user_id, stories, span) VALUES ($1, $2, $3) \
             ON CONFLICT (user_id) DO UPDATE SET stories = excluded.stories, span = excluded.span",
        )
        .bind(user.as_i64())
        .bind(choice.stories)
        .bind(choice.span.as_str())
        .execute(self.conn())
        .await?;
        Ok(())
    }
}
