//! What of a question cannot be meant, in the reader's language: the thing by its name, and the way out.

use wireroom_search::Fault;

/// The sentence under the field.
pub fn said(fault: &Fault) -> String {
    match fault {
        Fault::OpenQuote(text) => say!("search-fault-quote", text = text.as_str()),
        Fault::OpenBracket => say!("search-fault-bracket"),
        Fault::StrayBracket => say!("search-fault-stray"),
        Fault::TooDeep => say!("search-fault-deep"),
        Fault::Alone(sign) => say!("search-fault-alone", sign = *sign),
        Fault::EmptyFilter(name) => say!("search-fault-empty", name = *name),
        Fault::UnknownFilter(name) => say!("search-fault-filter", name = name.as_str()),
        Fault::BadDate { name, value } => say!("search-fault-date", name = *name, value = value.as_str()),
        Fault::BadLang(value) => say!("search-fault-lang", value = value.as_str()),
        Fault::OnlyRefused => say!("search-fault-refused"),
        Fault::TooLong => say!("search-fault-long"),
    }
}
