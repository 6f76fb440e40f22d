//! What names told of an element, kept while a tree is built: a page calls most of its elements by a few names.
//! It refuses to keep long names, or many. Start at [`Recalled::hints`].

use crate::hints::Hints;
use std::collections::HashMap;

/// Different names of one page that are kept, and the bytes of the longest.
const MOST: usize = 4_096;
const LONGEST: usize = 256;

/// Names met so far.
#[derive(Debug, Default)]
pub struct Recalled(HashMap<String, Hints>);

impl Recalled {
    /// What [`Hints::of`] says of these names.
    pub fn hints(&mut self, names: String) -> Hints {
        if names.is_empty() {
            return Hints::default();
        }
        if let Some(told) = self.0.get(&names) {
            return *told;
        }
        let hints = Hints::of(&names);
        if self.0.len() < MOST && names.len() <= LONGEST {
            self.0.insert(names, hints);
        }
        hints
    }
}
