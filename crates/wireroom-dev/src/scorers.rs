//! Reading what the scorers of the bench print: lines of `name=number`, with a section in front of some.
//! Names are kept as printed; a line's leading words (up to the first figure) go in front, joined by a dot.

use std::collections::BTreeMap;

/// Every `name=number` of a scorer's output. "value P=0.8" gives "value.P"; "a | b P=1" starts anew at the bar.
pub fn figures(printed: &str) -> BTreeMap<String, f64> {
    let mut figures = BTreeMap::new();
    for part in printed.lines().flat_map(|line| line.split('|')) {
        let mut section: Vec<&str> = Vec::new();
        let mut fresh = true;
        for word in part.split_whitespace() {
            match word.split_once('=') {
                Some((name, number)) => {
                    if let Ok(number) = number.parse::<f64>() {
                        let prefix: String = section.iter().flat_map(|s| [*s, "."]).collect();
                        figures.insert(format!("{prefix}{name}"), number);
                    }
                    fresh = false;
                }
                None => {
                    if !fresh {
                        section.clear();
                        fresh = true;
                    }
                    section.push(word);
                }
            }
        }
    }
    figures
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_named_as_printed() {
        let read = figures(
            "gold=3 found=4 detect P=0.1 R=0.2 | value P=0.7 F1=0.75\n5+ words  strict   gold=9 F1=0.8",
        );
        assert_eq!(read["gold"], 3.0);
        assert_eq!(read["detect.P"], 0.1);
        assert_eq!(read["value.F1"], 0.75);
        assert_eq!(read["5+.words.strict.F1"], 0.8);
    }
}
