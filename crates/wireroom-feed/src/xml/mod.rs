//! XML as feeds really write it: decoded, tokenised, repaired and laid out flat, without recursion anywhere.
//! It refuses external entities and DTDs, and caps what internal ones may grow to.
//! Start at [`tape::Tape::read`].

pub mod decode;
pub mod entity;
pub mod names;
pub mod tape;
pub mod token;
pub mod write;
