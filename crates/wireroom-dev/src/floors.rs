//! The pinned quality floors: `floors.toml` beside this crate's manifest. A floor only rises.
//! A gate is a name, what it runs and the least that each figure may be.

use crate::root;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Figure name to its floor, for one gate.
pub type Floors = BTreeMap<String, f64>;

#[derive(Debug, Deserialize)]
struct File {
    floor: BTreeMap<String, Floors>,
}

/// All floors, by gate.
pub fn read() -> Result<BTreeMap<String, Floors>, String> {
    let path = root().join("crates/wireroom-dev/floors.toml");
    let text = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let file: File = toml::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))?;
    Ok(file.floor)
}

/// A sentence for each figure below its floor or missing.
pub fn breaches(gate: &str, floors: &Floors, figures: &BTreeMap<String, f64>) -> Vec<String> {
    let judge = |(name, floor): (&String, &f64)| match figures.get(name) {
        None => Some(format!("{gate}: no figure named {name}")),
        Some(figure) if figure.is_nan() || figure < floor => {
            Some(format!("{gate}: {name} is {figure}, the floor is {floor}"))
        }
        Some(_) => None,
    };
    floors.iter().filter_map(judge).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_below_its_floor_and_a_missing_one_are_told() {
        let floors = [("a".to_owned(), 0.5), ("b".to_owned(), 0.5), ("c".to_owned(), 0.5)].into();
        let figures = [("a".to_owned(), 0.5), ("b".to_owned(), 0.4999)].into();
        let told = breaches("g", &floors, &figures);
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told[0].contains("b is 0.4999") && told[1].contains("no figure named c"), "{told:?}");
    }

    #[test]
    fn the_pinned_file_reads() {
        assert!(!read().unwrap().is_empty());
    }
}
