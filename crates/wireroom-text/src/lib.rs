//! What every room needs to know about text: one normal form, words, sentences, language, dates, markup, hashes.
//! It never guesses a language rule: each tool takes the language as an argument. It reads no clock.
//! Start at [`normal::normalise`]; [`hash`] names every hash that anything stored depends on.

pub mod agencies;
pub mod dates;
pub mod hash;
pub mod language;
pub mod letters;
pub mod markup;
pub mod normal;
pub mod segments;
pub mod sentences;
pub mod spelling;
pub mod stems;
pub mod words;
