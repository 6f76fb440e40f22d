//! Forgetting, as the pipeline does it: what is to go is written down with its tombstones, then goes in batches of one
//! transaction each; stories are briefed anew without it, the index drops it, and both files are swept of its words.
//! Killed at any moment, [`Pipeline::forget_on`] goes on where it was. It refuses to begin before an earlier one ended.

use crate::ages::Because;
use crate::{Pipeline, Reach, Result};
use wireroom_model::UserId;
use wireroom_model::why::NotThere;
use wireroom_store::forget::What;
use wireroom_store::users::Role;
use wireroom_text::words;

/// Articles of one transaction.
const BATCH: u32 = 64;

/// How far a forgetting is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Forgetting {
    /// Articles still to go.
    Left(u64),
    /// All articles are gone; briefs, index and files follow ([`Pipeline::forget_end`]).
    Gone,
}

impl Pipeline {
    /// The key by which the house knows an outlet's name.
    pub fn outlet_key(name: &str) -> String {
        let key: Vec<String> = words::words(name).map(|word| words::fold(word.text)).collect();
        if key.is_empty() { name.trim().to_owned() } else { key.join(" ") }
    }

    /// Writes down what is to go. From here on it is buried and does not come back. Returns how many articles.
    ///
    /// # Errors
    /// [`crate::PipelineError::Refused`] for the last owner, whom the house cannot do without.
    pub async fn forget_begin(&self, what: &What) -> Result<u64> {
        if let What::User(user) = what {
            self.may_dismiss(*user).await?;
        }
        let mut tx = self.store.begin().await?;
        let doomed = tx.doom(what, self.now()).await?;
        tx.commit().await?;
        Ok(doomed)
    }

    async fn may_dismiss(&self, user: UserId) -> Result<()> {
        let users = self.store.users().await?;
        let owners = users.iter().filter(|user| user.role == Role::Owner).count();
        match users.iter().find(|one| one.id == user) {
            Some(one) if one.role == Role::Owner && owners == 1 => {
                Err(NotThere::LastOwner(one.name.clone()).into())
            }
            _ => Ok(()),
        }
    }

    /// Takes the next batch away.
    pub async fn forget_on(&self) -> Result<Forgetting> {
        let due = self.store.doomed(BATCH).await?;
        if due.is_empty() {
            return Ok(Forgetting::Gone);
        }
        self.let_articles_go(&due, Because::Forgotten).await?;
        Ok(Forgetting::Left(self.store.doomed_count().await?))
    }

    /// Goes on with a forgetting that was interrupted, to its end.
    pub(crate) async fn end_forgetting(&self) -> Result<()> {
        if !self.store.is_forgetting().await? {
            return Ok(());
        }
        tracing::info!("a forgetting that was interrupted is ended");
        while self.forget_on().await? != Forgetting::Gone {}
        self.forget_end().await
    }

    /// Briefs written anew, the index and the database swept of what is gone.
    pub async fn forget_end(&self) -> Result<()> {
        let mut tx = self.store.begin().await?;
        tx.drop_husks().await?;
        tx.commit().await?;
        self.drain(Reach::Local).await?;
        let search = self.search.clone();
        tokio::task::spawn_blocking(move || search.purge()).await??;
        Ok(self.store.sweep().await?)
    }
}
