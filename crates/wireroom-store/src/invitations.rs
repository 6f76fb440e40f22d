//! Invitations: links that an owner gives out, each good once, for a new account or for a new password of one that is
//! there. Only the hash is kept. It refuses what its giver may not give any more: who stops being an owner takes the
//! open links along. Start at [`Store::invitation`].

use crate::columns::Reader;
use crate::users::Role;
use crate::{Result, Store, StoreError, Tx};
use sqlx::sqlite::SqliteRow;
use wireroom_model::{InvitationId, UserId};

/// Open links at a time.
pub const MAX_INVITATIONS: i64 = 200;

/// What a link is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// A new account of this role.
    Account(Role),
    /// A new password for somebody who has an account.
    Password(UserId),
}

/// An open link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    pub id: InvitationId,
    /// Whom it is meant for, in the giver's words.
    pub name: String,
    pub purpose: Purpose,
    pub by: UserId,
    pub created_at: i64,
    pub expires_at: i64,
}

/// A link to be kept.
#[derive(Debug, Clone)]
pub struct NewInvitation<'a> {
    pub token_hash: &'a str,
    pub name: &'a str,
    pub purpose: Purpose,
    pub by: UserId,
    pub expires_at: i64,
}

fn invitation(row: &SqliteRow) -> Result<Invitation> {
    let read = Reader::new(row, "invitations", "id")?;
    let purpose = match read.maybe_id("for_id")? {
        Some(user) => Purpose::Password(user),
        None => Purpose::Account(read.word("role", Role::parse)?),
    };
    Ok(Invitation {
        id: read.id("id")?,
        name: read.get("name")?,
        purpose,
        by: read.id("by_id")?,
        created_at: read.get("created_at")?,
        expires_at: read.get("expires_at")?,
    })
}

impl Store {
    /// The open links, the newest first.
    pub async fn invitations(&self, now: i64) -> Result<Vec<Invitation>> {
        let rows = sqlx::query("SELECT * FROM invitations WHERE expires_at > $1 ORDER BY id DESC")
            .bind(now)
            .fetch_all(&self.read)
            .await?;
        rows.iter().map(invitation).collect()
    }

    /// The open link of a secret.
    pub async fn invitation(&self, token_hash: &str, now: i64) -> Result<Option<Invitation>> {
        let row = sqlx::query("SELECT * FROM invitations WHERE token_hash = $1 AND expires_at > $2")
            .bind(token_hash)
            .bind(now)
            .fetch_optional(&self.read)
            .await?;
        row.as_ref().map(invitation).transpose()
    }
}

impl Tx {
    /// Keeps a link under its hash.
    ///
    /// # Errors
    /// [`StoreError::Refused`] where [`MAX_INVITATIONS`] are open, or the giver is no owner.
    pub async fn invite(&mut self, new: &NewInvitation<'_>, now: i64) -> Result<InvitationId> {
        let id = self.next("invitations").await?;
        let (role, account) = match new.purpose {
            Purpose::Account(role) => (role, None),
            Purpose::Password(user) => (Role::Reader, Some(user.as_i64())),
        };
        let added = sqlx::query(
            "INSERT INTO invitations (id, token_hash, name, role, for_id, by_id, created_at, expires_at) \
             SELECT $1, $2, $3, $4, $5, $6, $7, $8 WHERE (SELECT COUNT(*) FROM invitations) < $9 \
             AND EXISTS (SELECT 1 FROM users WHERE id = $6 AND role = 'owner')",
        )
        .bind(id)
        .bind(new.token_hash)
        .bind(new.name)
        .bind(role.as_str())
        .bind(account)
        .bind(new.by.as_i64())
        .bind(now)
        .bind(new.expires_at)
        .bind(MAX_INVITATIONS)
        .execute(self.conn())
        .await?;
        if added.rows_affected() == 0 {
            return Err(StoreError::Refused(
                format!("an owner may give out links, and {MAX_INVITATIONS} may be open at a time").into(),
            ));
        }
        InvitationId::try_from(id).map_err(|_| StoreError::SequenceSpent("invitations"))
    }

    /// Spends a link: what it was for, where it was still good. Of two who hold the same one is too late.
    pub async fn accept_invitation(&mut self, token_hash: &str, now: i64) -> Result<Option<Invitation>> {
        let row =
            sqlx::query("DELETE FROM invitations WHERE token_hash = $1 AND expires_at > $2 RETURNING *")
                .bind(token_hash)
                .bind(now)
                .fetch_optional(self.conn())
                .await?;
        row.as_ref().map(invitation).transpose()
    }

    /// Withdraws a link; false where none of that number is open.
    pub async fn withdraw_invitation(&mut self, id: InvitationId) -> Result<bool> {
        let gone = sqlx::query("DELETE FROM invitations WHERE id = $1")
            .bind(id.as_i64())
            .execute(self.conn())
            .await?;
        Ok(gone.rows_affected() == 1)
    }

    /// Withdraws the open links of whoever is no owner any more.
    pub(crate) async fn withdraw_invitations_of(&mut self, giver: UserId) -> Result<()> {
        sqlx::query("DELETE FROM invitations WHERE by_id = $1")
            .bind(giver.as_i64())
            .execute(self.conn())
            .await?;
        Ok(())
    }
}
