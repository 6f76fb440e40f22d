//! Lists written in RDF (FOAF): people and groups whose documents name their feeds. A group is a folder, a person's
//! name is the title of a feed that has none, and lists of acquaintances are told, not followed.

use crate::xml::tape::{El, Tape};
use std::collections::BTreeMap;

/// Names of people and groups, by where their element stands on the tape.
#[derive(Debug, Default)]
pub struct People(BTreeMap<usize, String>);

impl People {
    /// Reads every name once, so that a name after the feeds costs no second look.
    pub fn read(tape: &Tape<'_>) -> Self {
        let mut names = BTreeMap::new();
        for element in tape.elements().filter(|e| is_name(e.local())) {
            let Some(parent) = element.parent().filter(|p| is_person(*p) || is_group(*p)) else { continue };
            if let Some(name) = super::line(&element.text()) {
                names.entry(parent.at()).or_insert(name);
            }
        }
        Self(names)
    }

    /// The name of this person or group.
    pub fn name(&self, element: El<'_, '_>) -> Option<&str> {
        self.0.get(&element.at()).map(String::as_str)
    }

    /// The name of the nearest person around an element.
    pub fn person_around(&self, element: El<'_, '_>) -> Option<&str> {
        element.upwards().find(|e| is_person(*e)).and_then(|person| self.name(person))
    }
}

/// True for a group of people.
pub fn is_group(element: El<'_, '_>) -> bool {
    element.local().eq_ignore_ascii_case("group")
}

fn is_person(element: El<'_, '_>) -> bool {
    ["agent", "person", "organization"].iter().any(|name| element.local().eq_ignore_ascii_case(name))
}

fn is_name(local: &str) -> bool {
    ["name", "member_name"].iter().any(|name| local.eq_ignore_ascii_case(name))
}
