//! Users, what each chose for the pages, and the one-time tokens that set the house up. Passwords and tokens arrive
//! hashed: this file never sees a secret in the clear. It refuses to leave a house without an owner.

use crate::columns::Reader;
use crate::{Result, Store, Tx};
use sqlx::sqlite::SqliteRow;
use wireroom_model::UserId;
use wireroom_model::why::NotThere;

/// What a user may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    Reader,
    /// Corrections hold for all.
    Editor,
    /// Feeds of the house, users, settings.
    Owner,
}

impl Role {
    /// The store's word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Reader => "reader",
            Self::Editor => "editor",
            Self::Owner => "owner",
        }
    }

    /// Reads [`Role::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Reader, Self::Editor, Self::Owner].into_iter().find(|role| role.as_str() == word)
    }
}

/// How large the text is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TextSize {
    Small,
    #[default]
    Usual,
    Large,
    VeryLarge,
}

impl TextSize {
    /// Every size, the smallest first.
    pub const ALL: [Self; 4] = [Self::Small, Self::Usual, Self::Large, Self::VeryLarge];

    /// The store's word, and the pages'.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Usual => "usual",
            Self::Large => "large",
            Self::VeryLarge => "larger",
        }
    }

    /// Reads [`TextSize::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|size| size.as_str() == word)
    }
}

/// Dark letters on light, or the other way round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Look {
    /// As the reader's system says.
    #[default]
    System,
    Light,
    Dark,
}

impl Look {
    /// Every look.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The store's word, and the pages'.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// Reads [`Look::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|look| look.as_str() == word)
    }
}

/// Whether pages show pictures of articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Pictures {
    #[default]
    Shown,
    /// No page has one, so that no browser asks for any.
    Hidden,
}

impl Pictures {
    /// The store's word, and the pages'.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Shown => "shown",
            Self::Hidden => "hidden",
        }
    }

    /// Reads [`Pictures::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Shown, Self::Hidden].into_iter().find(|pictures| pictures.as_str() == word)
    }
}

/// What a user chose for the pages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choices {
    /// An IANA zone name; without one days are counted in UTC.
    pub time_zone: Option<String>,
    /// The code of an interface language; without one the browser says it.
    pub language: Option<String>,
    pub text_size: TextSize,
    pub look: Look,
    pub pictures: Pictures,
}

/// A user as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    pub id: UserId,
    pub name: String,
    /// A password hash in its own string form (argon2id).
    pub password_hash: String,
    pub role: Role,
    pub choices: Choices,
    pub created_at: i64,
    pub last_visit_at: Option<i64>,
    /// The visit before the present one: "new since" compares with it.
    pub previous_visit_at: Option<i64>,
}

impl User {
    /// The end of the visit before this one: what came later is new. `None` on the first visit. A visit that nothing
    /// was noted of yet counts from its first page.
    pub fn away_since(&self, now: i64) -> Option<i64> {
        match self.last_visit_at {
            Some(last) if last < now - VISIT_GAP => Some(last),
            _ => self.previous_visit_at,
        }
    }
}

/// A user to be added.
#[derive(Debug, Clone)]
pub struct NewUser<'a> {
    pub name: &'a str,
    pub password_hash: &'a str,
    pub role: Role,
    pub time_zone: Option<&'a str>,
}

/// A visit that starts this long after the last sign of life is a new one (seconds).
pub const VISIT_GAP: i64 = 30 * 60;

pub(crate) fn user(row: &SqliteRow) -> Result<User> {
    let read = Reader::new(row, "users", "id")?;
    Ok(User {
        id: read.id("id")?,
        name: read.get("name")?,
        password_hash: read.get("password_hash")?,
        role: read.word("role", Role::parse)?,
        choices: Choices {
            time_zone: read.get("time_zone")?,
            language: read.get("language")?,
            text_size: chosen(&read, "text_size", TextSize::parse)?,
            look: chosen(&read, "look", Look::parse)?,
            pictures: chosen(&read, "pictures", Pictures::parse)?,
        },
        created_at: read.get("created_at")?,
        last_visit_at: read.get("last_visit_at")?,
        previous_visit_at: read.get("previous_visit_at")?,
    })
}

/// A choice that may not have been made.
fn chosen<T: Default>(
    read: &Reader<'_>,
    column: &'static str,
    parse: impl Fn(&str) -> Option<T>,
) -> Result<T> {
    match read.get::<Option<String>>(column)? {
        Some(word) => parse(&word).ok_or_else(|| read.broken(column)),
        None => Ok(T::default()),
    }
}

/// Names compare without case, so that `Ada` and `ada` are one account.
fn name_key(name: &str) -> String {
    name.trim().to_lowercase()
}

impl Store {
    /// All users, by number.
    pub async fn users(&self) -> Result<Vec<User>> {
        sqlx::query("SELECT * FROM users ORDER BY id").fetch_all(&self.read).await?.iter().map(user).collect()
    }

    /// One user.
    pub async fn user(&self, id: UserId) -> Result<Option<User>> {
        let row = sqlx::query("SELECT * FROM users WHERE id = $1")
            .bind(id.as_i64())
            .fetch_optional(&self.read)
            .await?;
        row.as_ref().map(user).transpose()
    }

    /// One user by name, without case.
    pub async fn user_by_name(&self, name: &str) -> Result<Option<User>> {
        let row = sqlx::query("SELECT * FROM users WHERE name_key = $1")
            .bind(name_key(name))
            .fetch_optional(&self.read)
            .await?;
        row.as_ref().map(user).transpose()
    }

    /// True once the house is set up.
    pub async fn has_owner(&self) -> Result<bool> {
        let owner: Option<i64> = sqlx::query_scalar("SELECT id FROM users WHERE role = 'owner' LIMIT 1")
            .fetch_optional(&self.read)
            .await?;
        Ok(owner.is_some())
    }
}

impl Tx {
    /// Adds a user.
    ///
    /// # Errors
    /// [`crate::StoreError::Refused`] where the name is taken.
    pub async fn add_user(&mut self, new: &NewUser<'_>, now: i64) -> Result<UserId> {
        let id = self.next("users").await?;
        let added = sqlx::query(
            "INSERT INTO users (id, name, name_key, password_hash, role, time_zone, created_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (name_key) DO NOTHING",
        )
        .bind(id)
        .bind(new.name.trim())
        .bind(name_key(new.name))
        .bind(new.password_hash)
        .bind(new.role.as_str())
        .bind(new.time_zone)
        .bind(now)
        .execute(self.conn())
        .await?;
        if added.rows_affected() == 0 {
            let taken = format!("the name {} is taken; choose another", new.name.trim());
            return Err(crate::StoreError::Refused(taken.into()));
        }
        let id = UserId::try_from(id).map_err(|_| crate::StoreError::SequenceSpent("users"))?;
        if new.role == Role::Owner {
            self.hand_over_waiting(id).await?;
        }
        Ok(id)
    }

    /// Replaces a password; the caller ends the sessions it wants ended.
    pub async fn set_password(&mut self, id: UserId, password_hash: &str) -> Result<()> {
        sqlx::query("UPDATE users SET password_hash = $2 WHERE id = $1")
            .bind(id.as_i64())
            .bind(password_hash)
            .execute(self.conn())
            .await?;
        Ok(())
    }

    /// Keeps what a user chose for the pages.
    pub async fn set_choices(&mut self, id: UserId, choices: &Choices) -> Result<()> {
        sqlx::query(
            "UPDATE users SET time_zone = $2, language = $3, text_size = $4, look = $5, pictures = $6 WHERE id = $1",
        )
        .bind(id.as_i64())
        .bind(choices.time_zone.as_deref())
        .bind(choices.language.as_deref())
        .bind(choices.text_size.as_str())
        .bind(choices.look.as_str())
        .bind(choices.pictures.as_str())
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// Gives a user another role. Who stops being an owner takes the open invitations along.
    ///
    /// # Errors
    /// [`crate::StoreError::Refused`] where the house would be left without an owner, or there is no such user.
    pub async fn set_role(&mut self, id: UserId, role: Role) -> Result<()> {
        if role != Role::Owner {
            self.keep_an_owner(id).await?;
            self.withdraw_invitations_of(id).await?;
        }
        let set = sqlx::query("UPDATE users SET role = $2 WHERE id = $1")
            .bind(id.as_i64())
            .bind(role.as_str())
            .execute(self.conn())
            .await?;
        if set.rows_affected() == 0 {
            return Err(crate::StoreError::Refused(NotThere::User(id.get()).into()));
        }
        Ok(())
    }

    /// Refuses where nobody but this user owns the house.
    pub(crate) async fn keep_an_owner(&mut self, id: UserId) -> Result<()> {
        let alone: Option<String> = sqlx::query_scalar(
            "SELECT name FROM users WHERE id = $1 AND role = 'owner' \
             AND NOT EXISTS (SELECT 1 FROM users WHERE role = 'owner' AND id <> $1)",
        )
        .bind(id.as_i64())
        .fetch_optional(self.conn())
        .await?;
        match alone {
            Some(name) => Err(crate::StoreError::Refused(NotThere::LastOwner(name).into())),
            None => Ok(()),
        }
    }

    /// Notes a sign of life; after a gap of half an hour a new visit begins.
    pub async fn touch_visit(&mut self, id: UserId, now: i64) -> Result<()> {
        sqlx::query(
            "UPDATE users SET previous_visit_at = CASE WHEN last_visit_at IS NULL OR last_visit_at < $2 - $3 \
             THEN last_visit_at ELSE previous_visit_at END, last_visit_at = $2 WHERE id = $1",
        )
        .bind(id.as_i64())
        .bind(now)
        .bind(VISIT_GAP)
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// Drops what has expired: sessions, invitations and unused set-up tokens.
    pub async fn drop_expired(&mut self, now: i64) -> Result<()> {
        sqlx::query("DELETE FROM invitations WHERE expires_at <= $1").bind(now).execute(self.conn()).await?;
        sqlx::query("DELETE FROM sessions WHERE expires_at <= $1").bind(now).execute(self.conn()).await?;
        sqlx::query("DELETE FROM setup_tokens WHERE expires_at <= $1").bind(now).execute(self.conn()).await?;
        Ok(())
    }

    /// Stores a one-time token by its hash; `purpose` is "owner" for the first start.
    pub async fn add_setup_token(
        &mut self,
        token_hash: &str,
        purpose: &str,
        now: i64,
        expires_at: i64,
    ) -> Result<()> {
        sqlx::query(
            "INSERT INTO setup_tokens (token_hash, purpose, created_at, expires_at) VALUES ($1, $2, $3, $4)",
        )
        .bind(token_hash)
        .bind(purpose)
        .bind(now)
        .bind(expires_at)
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// True where the token is good, still unused, and meant for this purpose; it is used by asking.
    pub async fn use_setup_token(&mut self, token_hash: &str, purpose: &str, now: i64) -> Result<bool> {
        let used = sqlx::query(
            "UPDATE setup_tokens SET used_at = $3 \
             WHERE token_hash = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3",
        )
        .bind(token_hash)
        .bind(purpose)
        .bind(now)
        .execute(self.conn())
        .await?;
        Ok(used.rows_affected() == 1)
    }
}
