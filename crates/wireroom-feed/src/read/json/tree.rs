//! JSON values within limits: what is too deep or too much is passed over, never kept, so that a few bytes cannot grow
//! to a tree of many. Numbers and truth values are kept as they are written, because feeds mix them with strings.

use crate::read::LIST_LIMIT;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// Values of one item, or of the feed around the items.
const VALUE_LIMIT: usize = 4_096;
/// Objects and lists inside each other that a feed has a use for.
const DEPTH_LIMIT: u8 = 8;

/// A value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Json {
    /// Null, or something passed over.
    Nothing,
    Text(String),
    List(Vec<Json>),
    Object(Object),
}

/// Members in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Object(pub Vec<(String, Json)>);

impl Json {
    /// The text of a string, number or truth value, trimmed; `None` if it is empty.
    pub fn scalar(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text.trim()).filter(|text| !text.is_empty()),
            _ => None,
        }
    }

    /// The value itself, or the values of the list.
    pub fn each(&self) -> &[Self] {
        match self {
            Self::List(values) => values,
            Self::Nothing => &[],
            other => std::slice::from_ref(other),
        }
    }

    pub const fn object(&self) -> Option<&Object> {
        match self {
            Self::Object(object) => Some(object),
            _ => None,
        }
    }
}

impl Object {
    pub fn get(&self, name: &str) -> Option<&Json> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    pub fn string(&self, name: &str) -> Option<String> {
        self.get(name)?.scalar().map(str::to_owned)
    }

    /// Objects of a list, or the one object that stands where a list should.
    pub fn objects(&self, name: &str) -> impl Iterator<Item = &Self> {
        self.get(name).map(Json::each).unwrap_or_default().iter().filter_map(Json::object)
    }
}

/// Reads one value within the limits.
#[derive(Debug)]
pub struct Limited<'n> {
    left: &'n mut usize,
    depth: u8,
}

/// A fresh allowance of values.
pub const fn allowance() -> usize {
    VALUE_LIMIT
}

impl<'n> Limited<'n> {
    pub const fn new(left: &'n mut usize) -> Self {
        Self { left, depth: 0 }
    }

    const fn deeper(&mut self) -> Limited<'_> {
        Limited { left: self.left, depth: self.depth + 1 }
    }

    const fn is_full(&self) -> bool {
        *self.left == 0 || self.depth >= DEPTH_LIMIT
    }
}

impl<'de> DeserializeSeed<'de> for Limited<'_> {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        if self.is_full() {
            // Not recursive in serde_json, whatever the depth.
            return deserializer.deserialize_ignored_any(IgnoredAny).map(|_| Json::Nothing);
        }
        *self.left -= 1;
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Limited<'_> {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Text(value.to_string()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Text(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Text(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Json, E> {
        Ok(Json::Text(value.to_string()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::Text(value.to_owned()))
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Nothing)
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut seq: A) -> Result<Json, A::Error> {
        let mut values = Vec::new();
        while values.len() < LIST_LIMIT {
            match seq.next_element_seed(self.deeper())? {
                Some(value) => values.push(value),
                None => return Ok(Json::List(values)),
            }
        }
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Json::List(values))
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Json, A::Error> {
        let mut members = Vec::new();
        while members.len() < LIST_LIMIT {
            let Some(key) = map.next_key::<String>()? else { return Ok(Json::Object(Object(members))) };
            members.push((key, map.next_value_seed(self.deeper())?));
        }
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Json::Object(Object(members)))
    }
}
