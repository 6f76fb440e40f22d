//! A reason that the pipeline, the way out or a row of the store gives, said in the reader's language. Every reason has
//! its words: a new one does not compile without them. It refuses to translate what a system or a publisher said in
//! words of its own. Start at [`said`].

mod asked;
mod fetched;

use wireroom_model::Why;

/// The words of a reason, without a stop at the end where it is no whole sentence.
pub fn said(why: &Why) -> String {
    match why {
        Why::Said(words) => words.clone(),
        Why::Fetch(trouble) => fetched::trouble(trouble),
        Why::Feed(why) => fetched::no_feed(why),
        Why::List(why) => fetched::no_list(why),
        Why::Partly(why) => fetched::partly(why),
        Why::Moved(how) => fetched::moved(how),
        Why::NotSent(why) => fetched::not_sent(why),
        Why::Choice(why) => asked::choice(why),
        Why::Owners(why) => asked::owners(why),
        Why::Override(faults) => faults.iter().map(asked::fault).collect::<Vec<_>>().join("; "),
        Why::Sorted(why) => asked::sorted(why),
        Why::There(why) => asked::there(why),
        Why::At { address, why } => {
            say!("why-because", what = address.as_str(), why = said(why))
        }
    }
}

/// A fault of an override's file.
pub fn fault(fault: &wireroom_model::why::OverrideFault) -> String {
    asked::fault(fault)
}

#[cfg(test)]
mod tests;
