//! The title in all the wordings that a page has for it, told where it stands once more above the text: with a kicker,
//! cut, or in other words. It chooses no title. Start at [`Titles::of`].

use crate::blocks::{Block, Role, weigh};
use crate::choose::fold;
use crate::clean::Known;
use crate::tree::{Name, Tag, Tree};

/// The title in all the wordings that the page has for it, folded.
#[derive(Debug)]
pub struct Titles {
    folded: Vec<String>,
    heading: Option<usize>,
}

impl Titles {
    /// Shortest wording that is looked for inside others, in letters.
    const LEAST: usize = 20;
    /// Most characters of a kicker before it.
    const KICKER: usize = 60;

    /// Whether most words of a heading stand in one wording of the title.
    fn shares_words(&self, text: &str) -> bool {
        /// Fewest words that can be compared.
        const WORDS: usize = 4;
        let words: Vec<String> = text.split_whitespace().map(fold).filter(|w| weigh(w) >= 3).collect();
        let shared = |title: &String| words.iter().filter(|w| title.contains(w.as_str())).count();
        words.len() >= WORDS && self.folded.iter().any(|title| shared(title) * 10 >= words.len() * 7)
    }

    /// Reads a page.
    pub fn of(tree: &Tree, known: &Known<'_>) -> Self {
        let metas = tree
            .all(Tag::Meta)
            .filter(|at| tree.attribute(*at, Name::Property).is_some_and(|p| p == "og:title"))
            .filter_map(|at| tree.attribute(at, Name::Content));
        let mut folded: Vec<String> = metas.chain([known.title]).map(fold).collect();
        folded.extend(tree.all(Tag::Title).take(1).map(|at| fold(&tree.line(at, 400))));
        folded.retain(|t| weigh(t) >= Self::LEAST);
        folded.dedup();
        Self { folded, heading: known.heading }
    }

    /// Whether a block above the text is the title once more: a wording of it, with a kicker, or cut.
    pub fn has(&self, tree: &Tree, block: &Block) -> bool {
        const MOST: usize = 200;
        let role = matches!(block.role, Role::Heading(_) | Role::Loose | Role::Paragraph);
        if !role || block.letters > MOST {
            return false;
        }
        if self.heading.is_some_and(|h| tree.subtree(h).contains(&block.node)) {
            return true;
        }
        let text = fold(&block.text);
        let letters = weigh(&text);
        self.folded.iter().any(|title| {
            let whole = weigh(title);
            let kicked = letters >= whole && letters <= whole + Self::KICKER && text.contains(title.as_str());
            let cut = (block.is_heading() || block.in_header)
                && (Self::LEAST..whole).contains(&letters)
                && letters * 2 >= whole
                && title.contains(text.as_str());
            kicked || cut
        }) || (block.is_heading() && !block.ends_a_sentence() && self.shares_words(&block.text))
    }
}
