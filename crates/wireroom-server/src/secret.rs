//! Secrets: random tokens, their hashes, passwords. A token is stored only as its SHA-256, a password only as argon2id.
//! It refuses short passwords and compares secrets in constant time.

use crate::Problem;
use crate::state::Refusal;
use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use sha2::{Digest, Sha256};
use tokio::sync::Semaphore;

/// The shortest password taken, in characters.
pub const MIN_PASSWORD: usize = 12;
/// Longer ones are refused before hashing, so that a login cannot be made to cost.
pub const MAX_PASSWORD: usize = 1_024;

/// One hash takes 19 MiB and some tens of milliseconds; more at once would let a guesser slow the readers.
static HASHING: Semaphore = Semaphore::const_new(2);

/// 32 random bytes, as 64 hexadecimal digits. Fails only where the system gives none.
pub fn token() -> Result<String, Refusal> {
    let mut bytes = [0_u8; 32];
    let fault =
        |error| Refusal(format!("the system gives no random bytes ({error}); mend that before going on"));
    getrandom::fill(&mut bytes).map_err(fault)?;
    Ok(hex(&bytes))
}

/// What the store keeps of a token (of sessions and set-up links): the hexadecimal SHA-256 of its text.
pub fn token_hash(token: &str) -> String {
    hex(&Sha256::digest(token.as_bytes()))
}

/// A session's mark for its forms, made from the session's own secret: a page of another site cannot know it.
pub fn form_mark(secret: &str) -> String {
    token_hash(&format!("wireroom form {secret}"))
}

/// Equal, without telling by the time taken where they differ.
pub fn same(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).fold(0, |differs, (a, b)| differs | (a ^ b)) == 0
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Hashes a password (argon2id), off the request threads.
pub async fn hash_password(password: String) -> Result<String, Problem> {
    let _turn = HASHING.acquire().await.map_err(|error| Problem::house(&error))?;
    tokio::task::spawn_blocking(move || {
        Argon2::default().hash_password(password.as_bytes()).map(|hash| hash.to_string())
    })
    .await
    .map_err(|error| Problem::house(&error))?
    .map_err(|error| Problem::house(&error))
}

/// True where the password is the hash's. Without a hash the same work is done, so that a name that exists
/// and one that does not take alike.
pub async fn check_password(password: String, hash: Option<String>) -> Result<bool, Problem> {
    let _turn = HASHING.acquire().await.map_err(|error| Problem::house(&error))?;
    tokio::task::spawn_blocking(move || {
        let argon = Argon2::default();
        match hash.as_deref().and_then(|hash| PasswordHash::new(hash).ok()) {
            Some(hash) => argon.verify_password(password.as_bytes(), &hash).is_ok(),
            None => {
                let _ = argon.hash_password(password.as_bytes());
                false
            }
        }
    })
    .await
    .map_err(|error| Problem::house(&error))
}

/// Why a new password will not do, in words for the field's side.
pub fn password_fault(password: &str) -> Option<String> {
    match password.chars().count() {
        0..MIN_PASSWORD => Some(say!("password-short", n = MIN_PASSWORD)),
        length if length > MAX_PASSWORD => Some(say!("password-long", n = MAX_PASSWORD)),
        _ => None,
    }
}

/// The same for one that is typed twice.
pub fn new_password_fault(password: &str, again: &str) -> Option<String> {
    password_fault(password).or_else(|| (password != again).then(|| say!("password-differ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_tokens_differ_and_hash_apart() {
        let (a, b) = (token().unwrap(), token().unwrap());
        assert_ne!(a, b);
        assert_eq!(a.len(), 64);
        assert_ne!(token_hash(&a), token_hash(&b));
        assert_ne!(form_mark(&a), token_hash(&a));
    }

    #[test]
    fn secrets_compare_by_every_byte() {
        assert!(same("abc", "abc"));
        assert!(!same("abc", "abd") && !same("abc", "ab") && !same("", "a"));
    }

    #[test]
    fn a_short_password_is_refused_with_advice() {
        assert!(password_fault("eleven char").is_some());
        assert!(password_fault("twelve chars").is_none());
        assert!(password_fault(&"x".repeat(2_000)).is_some());
    }

    #[tokio::test]
    async fn a_password_opens_its_own_hash_alone() {
        let hash = hash_password("a long enough one".to_owned()).await.unwrap();
        assert!(hash.starts_with("$argon2id$"));
        assert!(check_password("a long enough one".to_owned(), Some(hash.clone())).await.unwrap());
        assert!(!check_password("another long one".to_owned(), Some(hash)).await.unwrap());
        assert!(!check_password("a long enough one".to_owned(), None).await.unwrap());
    }
}
