//! Wrong passwords lately, by name and by address, so that neither one account nor many are guessed at leisure.
//! It refuses to remember for long, or more than a named number of each. Start at [`Tries::may`].

use crate::client::Client;
use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::Mutex;

/// Wrong passwords a name may have in one window.
const MAX_OF_NAME: u32 = 10;
/// Wrong passwords an address may have in one window, whatever the names: several people share one.
const MAX_OF_ADDRESS: u32 = 40;
/// The window (seconds).
const WINDOW: i64 = 300;
/// Names and addresses remembered at once; when full, those of past windows go, and where none is past, all do.
const MAX_KNOWN: usize = 10_000;

/// Under what a try is counted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Name(String),
    Address(IpAddr),
}

/// Wrong passwords lately.
#[derive(Debug, Default)]
pub struct Tries(Mutex<BTreeMap<Key, (i64, u32)>>);

impl Tries {
    /// True where one more try may be made for this name from there; the try is counted.
    pub fn may(&self, name: &str, client: Client, now: i64) -> bool {
        let Ok(mut known) = self.0.lock() else { return false };
        if known.len() >= MAX_KNOWN {
            known.retain(|_, (from, _)| now - *from < WINDOW);
            if known.len() >= MAX_KNOWN {
                known.clear();
            }
        }
        let mut count = |key: Key, most: u32| {
            let entry = known.entry(key).or_insert((now, 0));
            if now - entry.0 >= WINDOW {
                *entry = (now, 0);
            }
            entry.1 = entry.1.saturating_add(1);
            entry.1 <= most
        };
        let of_name = count(Key::Name(name.to_lowercase()), MAX_OF_NAME);
        let of_address = client.counted().is_none_or(|from| count(Key::Address(from), MAX_OF_ADDRESS));
        of_name && of_address
    }

    /// A right password forgives the wrong ones of the name, and itself to the address: one account of one's own does
    /// not buy tries at others.
    pub fn forgive(&self, name: &str, client: Client) {
        if let Ok(mut known) = self.0.lock() {
            known.remove(&Key::Name(name.to_lowercase()));
            if let Some((_, count)) = client.counted().and_then(|from| known.get_mut(&Key::Address(from))) {
                *count = count.saturating_sub(1);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(address: &str) -> Client {
        Client { address: address.parse().ok(), is_https: false }
    }

    #[test]
    fn the_eleventh_wrong_password_waits_and_another_name_does_not() {
        let (tries, here) = (Tries::default(), Client::default());
        assert!((0..10).all(|_| tries.may("Ada", here, 0)));
        assert!(!tries.may("ada", here, 1));
        assert!(tries.may("Ben", here, 1));
        assert!(tries.may("ada", here, WINDOW));
    }

    #[test]
    fn an_address_that_tries_many_names_waits_and_another_does_not() {
        let tries = Tries::default();
        assert!((0..40).all(|n| tries.may(&format!("name {n}"), from("203.0.113.9"), 0)));
        assert!(!tries.may("Ada", from("203.0.113.9"), 1));
        assert!(tries.may("Ada", from("198.51.100.7"), 1));
        assert!(tries.may("Ada", from("203.0.113.9"), WINDOW));
    }

    #[test]
    fn a_right_password_forgives() {
        let (tries, here) = (Tries::default(), Client::default());
        assert!((0..10).all(|_| tries.may("Ada", here, 0)));
        tries.forgive("ADA", here);
        assert!(tries.may("Ada", here, 1));
    }

    #[test]
    fn an_account_of_ones_own_buys_no_tries_at_others() {
        let (tries, here) = (Tries::default(), from("203.0.113.9"));
        let guessed = (0..100)
            .filter(|n| {
                let may = tries.may(&format!("name {n}"), here, 0);
                if tries.may("Mallory", here, 0) {
                    tries.forgive("Mallory", here);
                }
                may
            })
            .count();
        assert_eq!(guessed, 40);
    }
}
