//! Agencies and their own mastheads: whether an outlet's name is that of the agency which texts credit.
//! It refuses two letters, which the names of too many papers give. Start at [`is_its_own`].

use crate::words::{fold, words};

/// "Tern News Agency" is Tern: the agency's words stand in the outlet's name, in a row. "TNA" is it too: its letters
/// stand in the name in order, those that begin the words among them.
pub fn is_its_own(outlet: &str, agency: &str) -> bool {
    /// Shorter ones fit by chance.
    const LETTERS: usize = 3;
    let (outlet, own) = (folded(outlet), folded(agency));
    let stands = !own.is_empty() && outlet.windows(own.len()).any(|run| run == own);
    let letters: Vec<char> = agency.chars().filter(|c| c.is_alphabetic()).collect();
    let short = own.len() == 1 && letters.len() >= LETTERS && letters.iter().all(|c| c.is_uppercase());
    stands || short && outlet.len() > 1 && abbreviates(&own.concat(), &outlet) || is_known(agency, &outlet)
}

fn folded(name: &str) -> Vec<String> {
    words(name).map(|word| fold(word.text)).collect()
}

/// Every letter in order, none left over, each word's first among them.
fn abbreviates(letters: &str, name: &[String]) -> bool {
    let Some((first, rest)) = name.split_first() else { return letters.is_empty() };
    let mut left = letters;
    for (at, letter) in first.chars().enumerate() {
        match left.strip_prefix(letter) {
            Some(after) => left = after,
            None if at == 0 => return false,
            None => {}
        }
        if abbreviates(left, rest) {
            return true;
        }
    }
    false
}

/// Agencies whose own pages bear a name that their short one does not tell.
fn is_known(agency: &str, outlet: &[String]) -> bool {
    const NAMES: [(&str, &str); 3] =
        [("AP", "associated press"), ("PA", "press association"), ("TASS", "russian news agency")];
    let name = outlet.join(" ");
    NAMES.iter().any(|(short, long)| *short == agency && name.contains(long))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_agencys_own_masthead_holds_its_name_or_its_letters() {
        for (outlet, agency) in [
            ("Tern News Agency", "Tern"),
            ("Tern", "Tern"),
            ("Tern News Agency", "TNA"),
            ("Nachrichtenb\u{fc}ro Felsm\u{fc}nde", "NBF"),
            ("The Associated Press", "AP"),
        ] {
            assert!(is_its_own(outlet, agency), "{outlet} {agency}");
        }
        for (outlet, agency) in [
            ("Aldermere Post", "AP"),
            ("Tern Review", "TNA"),
            ("Aske Free Post", "APF"),
            ("Dorn Daily", "Tern"),
            ("Dorn", ""),
        ] {
            assert!(!is_its_own(outlet, agency), "{outlet} {agency}");
        }
    }
}
