//! Ranges: two dates that share what one of them writes ("12-14 August 2024", "vom 3. bis 5. Mai", "August 12-14",
//! "from March to May 2024"). It refuses what runs backwards: then the two are no range. Start at [`Reader::range`].

use super::read::Reader;
use super::resolve::Meaning;

/// First token, one past the last, and what it says.
pub type Read = (usize, usize, Meaning);

/// Words between the ends of a range; the longest are tried first.
const BETWEEN: [&str; 15] = [
    "bis zum", "fino al", "to", "through", "until", "till", "bis", "au", "à", "al", "a", "até", "ao", "по",
    "t/m",
];

impl Reader<'_> {
    /// The two ends of a range whose first end begins at this token, where `one` is what stands there alone.
    pub fn range(&self, at: usize, one: Option<(usize, Meaning)>) -> Option<(Read, Read)> {
        self.shared_month(at).or_else(|| self.shared_year(at, one?))
    }

    /// "12 to 14 August", "3. bis 5. Mai": the first end is a day alone.
    fn shared_month(&self, at: usize) -> Option<(Read, Read)> {
        if at > 0 && self.joined(at) {
            return None;
        }
        let (past, first) = self.day_number(at)?;
        let dotted = self.dot(past);
        let from = self.past_between(dotted)?;
        let (_, last) = self.day_number(from)?;
        let (end, meaning) = self.at(from)?;
        let first = match meaning {
            Meaning::Stated { year, month: Some(month), day: Some(day) } if day == last && first < day => {
                Meaning::Stated { year, month: Some(month), day: Some(first) }
            }
            Meaning::Month { month, day: Some(day), shift } if day == last && first < day => {
                Meaning::Month { month, day: Some(first), shift }
            }
            _ => return None,
        };
        Some(((at, dotted, first), (from, end, meaning)))
    }

    /// "August 12-14, 2024", "3. Mai bis 5. Mai 2024", "March to May 2024": the year stands at the second end alone.
    fn shared_year(&self, at: usize, (past, meaning): (usize, Meaning)) -> Option<(Read, Read)> {
        let Meaning::Month { month, day, shift: None } = meaning else { return None };
        let from = self.past_between(past)?;
        if let (Some(first), Some((past_day, last))) = (day, self.day_number(from)) {
            // The month stood before its day, so the second day is of it too, unless it has a month of its own.
            let second = self.with_year(past_day, month, Some(last));
            let own = self.at(from).is_some();
            if let Some((end, second)) = second.filter(|_| !own && first < last && self.month(at).is_some()) {
                let first = match second {
                    Meaning::Stated { year, .. } => Meaning::Stated { year, month: Some(month), day },
                    _ => meaning,
                };
                return Some(((at, past, first), (from, end, second)));
            }
        }
        let (end, second) = self.at(from)?;
        let Meaning::Stated { year, month: Some(last), day: last_day } = second else { return None };
        let in_order = last_day.is_some() == day.is_some() && (month, day) < (last, last_day);
        let first = Meaning::Stated { year, month: Some(month), day };
        in_order.then_some(((at, past, first), (from, end, second)))
    }

    fn past_between(&self, at: usize) -> Option<usize> {
        let dash = ['-', '–', '—'].iter().any(|mark| self.is_mark(at, *mark));
        if dash {
            return Some(at + 1);
        }
        BETWEEN.iter().find_map(|words| self.phrase(at, words)).map(|length| at + length)
    }
}
