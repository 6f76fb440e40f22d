//! Where pieces of a long text stand, so that many searches of it cost little each.
//! It refuses keys shorter than [`MIN_KEY`] bytes; among very many equal beginnings it looks at the first few only.
//! Start at [`Places::of`].

/// Bytes of an indexed piece, and the step between two of them.
const PIECE: usize = 8;
const STEP: usize = 4;
/// Shortest key that holds a whole piece however it lies.
pub const MIN_KEY: usize = PIECE + STEP - 1;
/// Pieces of a key that are looked up for each way it can lie; the rarest one is followed.
const PROBES: usize = 4;
/// Most places of one piece that are compared.
const MAX_PLACES: usize = 64;

/// Every [`STEP`]th piece of a text with its place, in the order of the pieces.
#[derive(Debug, Default)]
pub struct Places {
    sorted: Vec<(u64, u32)>,
}

impl Places {
    pub fn of(text: &str) -> Self {
        let pieces = text.as_bytes().windows(PIECE).zip(0_u32..).step_by(STEP);
        let mut sorted: Vec<(u64, u32)> = pieces.map(|(piece, at)| (number(piece), at)).collect();
        sorted.sort_unstable();
        Self { sorted }
    }

    /// Whether the text, which must be the one that was read, holds the key.
    pub fn hold(&self, text: &str, key: &str) -> bool {
        let (text, key) = (text.as_bytes(), key.as_bytes());
        (0..STEP).any(|lie| {
            let last = key.len().saturating_sub(PIECE);
            let step = ((last.saturating_sub(lie)) / STEP / PROBES).max(1) * STEP;
            let probes = (lie..=last).step_by(step).take(PROBES);
            let rarest = probes
                .filter_map(|at| Some((at, self.places(number(key.get(at..at + PIECE)?)))))
                .min_by_key(|(_, places)| places.len());
            rarest.is_some_and(|(at, places)| {
                places.iter().take(MAX_PLACES).any(|(_, place)| {
                    let start = (*place as usize).checked_sub(at);
                    start.and_then(|s| text.get(s..s + key.len())).is_some_and(|found| found == key)
                })
            })
        })
    }

    fn places(&self, piece: u64) -> &[(u64, u32)] {
        let from = self.sorted.partition_point(|(other, _)| *other < piece);
        let rest = self.sorted.get(from..).unwrap_or_default();
        rest.get(..rest.partition_point(|(other, _)| *other == piece)).unwrap_or_default()
    }
}

fn number(piece: &[u8]) -> u64 {
    piece.iter().fold(0, |number, byte| number << 8 | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_key_is_found_exactly_where_a_plain_search_finds_it(
            text in "[abc]{0,60}",
            key in "[abc]{11,14}",
            from in 0_usize..40,
        ) {
            let places = Places::of(&text);
            prop_assert_eq!(places.hold(&text, &key), text.contains(&key));
            if let Some(part) = text.get(from..).filter(|part| part.len() >= MIN_KEY) {
                prop_assert!(places.hold(&text, part));
            }
        }
    }
}
