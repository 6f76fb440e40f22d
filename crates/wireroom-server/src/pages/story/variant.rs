//! A quote as another outlet prints it, word by word against the words that lead: what it left out, what it put in.
//! It refuses to judge: the brief room says how a variant stands; here its words are only set. Start at [`pieces`].

/// Longer quotes are set whole, without marks: two such quotes side by side are read, not compared word by word.
const MAX_WORDS: usize = 120;

/// What became of some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    Kept,
    Cut,
    Added,
}

/// Words that one thing became of, in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub words: String,
    pub fate: Fate,
}

impl Piece {
    pub const fn is_cut(&self) -> bool {
        matches!(self.fate, Fate::Cut)
    }

    pub const fn is_added(&self) -> bool {
        matches!(self.fate, Fate::Added)
    }
}

/// The other's words against the leading ones.
pub fn pieces(lead: &str, other: &str) -> Vec<Piece> {
    let (a, b): (Vec<&str>, Vec<&str>) =
        (lead.split_whitespace().collect(), other.split_whitespace().collect());
    if a.len() > MAX_WORDS || b.len() > MAX_WORDS {
        return vec![Piece { words: b.join(" "), fate: Fate::Kept }];
    }
    let table = lengths(&a, &b);
    let at = |i: usize, j: usize| table.get(i).and_then(|row| row.get(j)).copied().unwrap_or_default();
    let mut out: Vec<Piece> = Vec::new();
    let (mut i, mut j) = (0, 0);
    loop {
        match (a.get(i), b.get(j)) {
            (Some(one), Some(two)) if same(one, two) => {
                push(&mut out, two, Fate::Kept);
                (i, j) = (i + 1, j + 1);
            }
            // What was cut stands before what came in its place.
            (Some(one), two) if two.is_none() || at(i + 1, j) >= at(i, j + 1) => {
                push(&mut out, one, Fate::Cut);
                i += 1;
            }
            (_, Some(two)) => {
                push(&mut out, two, Fate::Added);
                j += 1;
            }
            (_, None) => return out,
        }
    }
}

/// The longest common words of every two ends.
fn lengths(a: &[&str], b: &[&str]) -> Vec<Vec<u16>> {
    let mut table = vec![vec![0; b.len() + 1]];
    for one in a.iter().rev() {
        let mut row = vec![0_u16];
        let below = table.last().map_or(&[][..], Vec::as_slice);
        for (j, two) in b.iter().enumerate().rev() {
            let cell = |at: usize| below.get(at).copied().unwrap_or_default();
            let beside = row.last().copied().unwrap_or_default();
            row.push(if same(one, two) { cell(j + 1) + 1 } else { cell(j).max(beside) });
        }
        row.reverse();
        table.push(row);
    }
    table.reverse();
    table
}

/// Case and marks at a word's ends change no word.
fn same(one: &str, two: &str) -> bool {
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    bare(one) == bare(two)
}

fn push(out: &mut Vec<Piece>, word: &str, fate: Fate) {
    match out.last_mut() {
        Some(last) if last.fate == fate => {
            last.words.push(' ');
            last.words.push_str(word);
        }
        _ => out.push(Piece { words: word.to_owned(), fate }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(lead: &str, other: &str) -> String {
        let mark = |piece: Piece| match piece.fate {
            Fate::Kept => piece.words,
            Fate::Cut => format!("[-{}-]", piece.words),
            Fate::Added => format!("[+{}+]", piece.words),
        };
        pieces(lead, other).into_iter().map(mark).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_a_variant_cut_and_what_it_put_in_stand_where_they_stood() {
        assert_eq!(
            told("We did not ask for more money.", "We didn’t want more money."),
            "We [-did not ask for-] [+didn’t want+] more money."
        );
        assert_eq!(
            told("Nothing was given away, on either side.", "nothing was given away"),
            "nothing was given away [-on either side.-]"
        );
        assert_eq!(told("Tugs wait.", "Tugs wait. All night."), "Tugs wait. [+All night.+]");
    }

    #[test]
    fn very_long_quotes_are_set_whole() {
        let long = "tide ".repeat(MAX_WORDS + 1);
        assert_eq!(pieces(&long, "tide").len(), 1);
        assert_eq!(pieces("", ""), Vec::new());
    }
}
