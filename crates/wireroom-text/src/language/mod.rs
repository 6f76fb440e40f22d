//! The language of a text, or the honest answer that it cannot be told.
//! It refuses to answer on a handful of words: a headline's language is its article's.

use wireroom_model::Lang;

/// The language of a text of some sentences; [`Lang::UNKNOWN`] where there is too little to tell.
pub fn detect(text: &str) -> Lang {
    match whatlang::detect(text) {
        Some(info) if info.is_reliable() && info.lang() == whatlang::Lang::Eng => Lang::EN,
        _ => Lang::UNKNOWN,
    }
}
