//! Settings that live with the data (not the program's configuration): named values.

use crate::{Result, Store, Tx};

/// `on` where people without an account see headlines and the beginnings of articles.
const GUESTS: &str = "guests";

impl Store {
    /// True where people without an account may look in; off until an owner says so.
    pub async fn has_guests(&self) -> Result<bool> {
        Ok(self.setting(GUESTS).await?.as_deref() == Some("on"))
    }

    /// A setting's value, if it was ever set.
    pub async fn setting(&self, name: &str) -> Result<Option<String>> {
        Ok(sqlx::query_scalar("SELECT value FROM settings WHERE name = $1")
            .bind(name)
            .fetch_optional(&self.read)
            .await?)
    }
}

impl Tx {
    /// Lets people without an account look in, or no more.
    pub async fn set_guests(&mut self, on: bool) -> Result<()> {
        self.set_setting(GUESTS, if on { "on" } else { "off" }).await
    }

    /// Sets a setting.
    pub async fn set_setting(&mut self, name: &str, value: &str) -> Result<()> {
        sqlx::query(
            "INSERT INTO settings (name, value) VALUES ($1, $2) \
             ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        )
        .bind(name)
        .bind(value)
        .execute(self.conn())
        .await?;
        Ok(())
    }
}
