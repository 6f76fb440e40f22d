//! The language of a text: a BCP 47 primary subtag in lower case, or unknown.
//! It refuses regions and scripts ("en-GB" becomes "en"): rooms choose their rules by language alone.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Two or three lower-case letters, or [`Lang::UNKNOWN`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Lang([u8; 3]);

impl Lang {
    /// No language is known.
    pub const UNKNOWN: Self = Self([0; 3]);
    /// English.
    pub const EN: Self = Self(*b"en\0");

    /// Reads "en", "en-GB", "EN_us", "gsw"; anything else is unknown.
    pub fn parse(tag: &str) -> Self {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or("");
        let mut code = [0; 3];
        if !(2..=3).contains(&primary.len()) || !primary.bytes().all(|b| b.is_ascii_alphabetic()) {
            return Self::UNKNOWN;
        }
        for (to, from) in code.iter_mut().zip(primary.bytes()) {
            *to = from.to_ascii_lowercase();
        }
        Self(code)
    }

    /// The tag, or "und".
    pub fn as_str(&self) -> &str {
        let length = self.0.iter().position(|&b| b == 0).unwrap_or(3);
        match self.0.get(..length).and_then(|b| std::str::from_utf8(b).ok()) {
            Some(tag) if !tag.is_empty() => tag,
            _ => "und",
        }
    }

    /// True unless unknown.
    pub fn is_known(self) -> bool {
        self != Self::UNKNOWN
    }

    /// `None` where unknown, for columns and JSON.
    pub fn known(self) -> Option<Self> {
        self.is_known().then_some(self)
    }

    /// True for languages written from right to left.
    pub fn is_rtl(self) -> bool {
        matches!(self.as_str(), "ar" | "fa" | "he" | "ur" | "ps" | "yi" | "ckb" | "sd" | "ug" | "dv")
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Lang {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.known().map(|l| l.as_str().to_owned()).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Lang {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::<String>::deserialize(deserializer)?.map_or(Self::UNKNOWN, |tag| Self::parse(&tag)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_is_dropped_and_nonsense_is_unknown() {
        assert_eq!(Lang::parse("EN_us"), Lang::EN);
        assert_eq!(Lang::parse("en-GB").as_str(), "en");
        assert_eq!(Lang::parse("english"), Lang::UNKNOWN);
        assert_eq!(Lang::parse(""), Lang::UNKNOWN);
        assert_eq!(Lang::UNKNOWN.as_str(), "und");
    }

    #[test]
    fn unknown_is_null_in_json() {
        assert_eq!(serde_json::to_string(&Lang::UNKNOWN).unwrap(), "null");
        assert_eq!(serde_json::from_str::<Lang>("null").unwrap(), Lang::UNKNOWN);
    }
}
