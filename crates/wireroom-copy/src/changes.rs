//! The class of each change between two versions of one article: correction, headline, figure, quote, withdrawn,
//! added, wording, moved, typo, or setting where no word changed.
//! It refuses to weigh a change: what a reader should think of it is not said. Start at [`changes`].

use crate::diff::diff;
use crate::notices::is_notice;
use crate::quoted::quoted;
use crate::tokens::{Numbers, Tokens};
use std::collections::BTreeSet;
use wireroom_model::{Alteration, Change, Class, Diff, DiffRow, Lang, Piece, Span, TextPart};
use wireroom_text::words::{fold, is_spaceless, words};

/// From this many words on, new or missing words that hold the end of a sentence are a sentence, not a turn of phrase.
const SENTENCE_WORDS: usize = 6;

/// In spaceless scripts, where every character is a word.
const SENTENCE_CHARACTERS: usize = 12;

/// Up to so many words that come or go with a figure among them are a changed figure ("some 310").
const FIGURE_WORDS: usize = 4;

/// Quoted words from which a whole paragraph that comes or goes brings or takes a quote.
const QUOTE_WORDS: usize = 3;

/// Words of one misprint.
const TYPO_WORDS: usize = 3;

/// One version's own words.
#[derive(Debug, Clone, Copy)]
pub struct Draft<'a> {
    pub title: &'a str,
    /// Normalised.
    pub body: &'a str,
    pub lang: Lang,
}

/// What changed from one version to the next, the headline first, then in the order of the new body; empty where the
/// two are the same to the byte. One place may have several classes: a figure inside a quote is both.
pub fn changes(old: &Draft<'_>, new: &Draft<'_>) -> Vec<Alteration> {
    if old.body == new.body {
        return headline(old.title, new.title).into_iter().collect();
    }
    let found = diff(old.body, new.body);
    let mut out = changes_of(&found, old, new);
    if out.iter().all(|change| change.part == TextPart::Headline) {
        push(&mut out, Class::Setting, None, None);
    }
    out
}

/// The same for bodies that were compared: `found` is what `new` made of `old`, or of parts of it. No word changed,
/// no class.
pub fn changes_of(found: &Diff, old: &Draft<'_>, new: &Draft<'_>) -> Vec<Alteration> {
    let mut out: Vec<Alteration> = headline(old.title, new.title).into_iter().collect();
    let reader = Reader { old: Side::of(old), new: Side::of(new), lang: new.lang };
    for row in &found.rows {
        if row.moved {
            push(&mut out, Class::Moved, row.old.map(|place| place.span), row.new.map(|place| place.span));
        }
        match row.change {
            Change::Kept => {}
            Change::Cut | Change::Added => reader.whole(row, &mut out),
            Change::Reworded => {
                row.pieces
                    .iter()
                    .filter(|p| p.change != Change::Kept)
                    .for_each(|p| reader.piece(p, &mut out));
            }
        }
    }
    out
}

/// The classes of some changes, each once, the weightiest first.
pub fn classes(changes: &[Alteration]) -> Vec<Class> {
    let found: BTreeSet<Class> = changes.iter().map(|change| change.class).collect();
    found.into_iter().collect()
}

fn push(out: &mut Vec<Alteration>, class: Class, old: Option<Span>, new: Option<Span>) {
    out.push(Alteration { class, part: TextPart::Body, old, new });
}

fn headline(old: &str, new: &str) -> Option<Alteration> {
    let class = match () {
        () if old == new => return None,
        () if folded(old) == folded(new) && figures(old, Lang::UNKNOWN) == figures(new, Lang::UNKNOWN) => {
            Class::Setting
        }
        () => Class::Headline,
    };
    let whole = |text: &str| Span::new(text, 0, text.len()).filter(|span| !span.is_empty());
    Some(Alteration { class, part: TextPart::Headline, old: whole(old), new: whole(new) })
}

fn folded(text: &str) -> Vec<String> {
    words(text).map(|word| fold(word.text)).collect()
}

/// A body with what stands between its quotation marks.
struct Side<'a> {
    body: &'a str,
    quotes: Vec<Span>,
}

impl<'a> Side<'a> {
    fn of(draft: &Draft<'a>) -> Self {
        Self { body: draft.body, quotes: quoted(draft.body) }
    }

    fn words(&self, span: Option<Span>) -> &'a str {
        span.and_then(|span| span.of(self.body)).unwrap_or_default()
    }

    /// Words of a span that stand between quotation marks, and the first quotation among them.
    fn said(&self, span: Option<Span>) -> (usize, Option<Span>) {
        let Some(span) = span else { return (0, None) };
        let inside = |at: usize| self.quotes.iter().find(|quote| quote.start() <= at && at < quote.end());
        let found: Vec<&Span> =
            words(self.words(Some(span))).filter_map(|word| inside(span.start() + word.start)).collect();
        (found.len(), found.first().map(|quote| **quote))
    }

    /// True where a piece begins a sentence.
    fn begins(&self, span: Option<Span>) -> bool {
        let before = span.and_then(|span| self.body.get(..span.start())).unwrap_or_default();
        before.trim_end().is_empty()
            || before.ends_with('\n')
            || before.trim_end().ends_with(['.', '!', '?', ':'])
    }
}

struct Reader<'a> {
    old: Side<'a>,
    new: Side<'a>,
    lang: Lang,
}

impl Reader<'_> {
    /// A paragraph that came or went.
    fn whole(&self, row: &DiffRow, out: &mut Vec<Alteration>) {
        let (old, new) = (row.old.map(|place| place.span), row.new.map(|place| place.span));
        let class = match row.change {
            Change::Added if is_notice(self.new.words(new), self.lang) => Class::Correction,
            Change::Added => Class::Added,
            _ => Class::Withdrawn,
        };
        push(out, class, old, new);
        if class != Class::Correction {
            let ((lost, old), (won, new)) = (self.old.said(old), self.new.said(new));
            if lost.max(won) >= QUOTE_WORDS {
                push(out, Class::Quote, old, new);
            }
        }
    }

    /// Words that changed inside a paragraph.
    fn piece(&self, piece: &Piece, out: &mut Vec<Alteration>) {
        let (old, new) = (self.old.words(piece.old), self.new.words(piece.new));
        let mut found: Vec<Class> = Vec::new();
        if is_notice(new, self.lang) && is_sentence(new) {
            found.push(Class::Correction);
        } else {
            let small = words(old).count().max(words(new).count()) <= FIGURE_WORDS;
            let swapped = piece.change == Change::Reworded;
            if (swapped || small) && figures_differ(old, new, self.lang) {
                found.push(Class::Figure);
            }
            if self.old.said(piece.old).0 + self.new.said(piece.new).0 > 0 {
                found.push(Class::Quote);
            }
            if !swapped && is_sentence(if piece.change == Change::Cut { old } else { new }) {
                found.push(if piece.change == Change::Cut { Class::Withdrawn } else { Class::Added });
            }
        }
        if found.is_empty() {
            found.push(if self.is_typo(piece, old, new) { Class::Typo } else { Class::Wording });
        }
        for class in found {
            push(out, class, piece.old, piece.new);
        }
    }

    /// A misprint set right (or made): few letters of a word that is neither a name nor a figure, a word that stood
    /// twice, a space more or less.
    fn is_typo(&self, piece: &Piece, old: &str, new: &str) -> bool {
        let (olds, news): (Vec<&str>, Vec<&str>) =
            (words(old).map(|w| w.text).collect(), words(new).map(|w| w.text).collect());
        let figure = |word: &&str| word.chars().any(char::is_numeric);
        let scripted = |word: &&str| word.chars().next().is_some_and(is_spaceless);
        if olds.iter().chain(&news).any(|word| figure(word) || scripted(word))
            || olds.len().max(news.len()) > TYPO_WORDS
        {
            return false;
        }
        match piece.change {
            Change::Cut => olds.len() == 1 && self.stands_twice(&self.old, piece.old, &olds),
            Change::Added => news.len() == 1 && self.stands_twice(&self.new, piece.new, &news),
            _ => {
                let head = self.old.begins(piece.old) && self.new.begins(piece.new);
                let later = usize::from(head);
                let named = |word: &&&str| word.chars().next().is_some_and(char::is_uppercase);
                if olds.iter().skip(later).any(|w| named(&w)) || news.iter().skip(later).any(|w| named(&w)) {
                    return false;
                }
                let whole = |all: &[&str]| fold(&all.concat());
                whole(&olds) == whole(&news)
                    || olds.len() == news.len()
                        && olds.iter().zip(&news).all(|(one, two)| is_near(&fold(one), &fold(two)))
            }
        }
    }

    /// True where the one word of a piece stands beside itself.
    fn stands_twice(&self, side: &Side<'_>, span: Option<Span>, word: &[&str]) -> bool {
        let (Some(span), Some(word)) = (span, word.first()) else { return false };
        let before = side.body.get(..span.start()).unwrap_or_default();
        let after = side.body.get(span.end()..).unwrap_or_default();
        let neighbour = |text: &str, last: bool| {
            let part: &str =
                if last { text.rsplit('\n').next() } else { text.split('\n').next() }.unwrap_or_default();
            let word =
                if last { part.split_whitespace().next_back() } else { part.split_whitespace().next() };
            word.map(fold)
        };
        neighbour(before, true) == Some(fold(word)) || neighbour(after, false) == Some(fold(word))
    }
}

/// True where words are long enough for a sentence and hold the end of one.
fn is_sentence(text: &str) -> bool {
    let count = words(text).count();
    let spaceless = words(text).next().is_some_and(|word| word.text.chars().next().is_some_and(is_spaceless));
    let enough = count >= if spaceless { SENTENCE_CHARACTERS } else { SENTENCE_WORDS };
    enough && text.contains(['.', '!', '?', '\u{2026}', '。', '！', '？', '؟', '।'])
}

/// Two words that differ by a slip: one letter more, less, other or two exchanged; two such in long words.
fn is_near(one: &str, two: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), two.chars().collect());
    let longer = a.len().max(b.len());
    let (mut left, mut right) = (a.clone(), b.clone());
    left.sort_unstable();
    right.sort_unstable();
    match longer {
        0..=2 => one == two,
        // Of short words many are a letter apart: only exchanged letters are a slip.
        3 => left == right,
        4..=7 => edits(&a, &b) <= 1,
        _ => edits(&a, &b) <= 2,
    }
}

/// Letters inserted, left out, replaced or exchanged with their neighbour, at most 3 told apart.
fn edits(a: &[char], b: &[char]) -> usize {
    if a.len().abs_diff(b.len()) > 2 {
        return 3;
    }
    let mut rows: Vec<Vec<usize>> = vec![(0..=b.len()).collect()];
    for (i, one) in a.iter().enumerate() {
        let at = |row: usize, column: usize| {
            rows.get(row).and_then(|row| row.get(column)).copied().unwrap_or(usize::MAX / 2)
        };
        let mut row = vec![i + 1];
        for (j, two) in b.iter().enumerate() {
            let left = row.last().copied().unwrap_or(0) + 1;
            let mut best = left.min(at(i, j + 1) + 1).min(at(i, j) + usize::from(one != two));
            let crossed = i > 0 && j > 0 && a.get(i - 1) == Some(two) && b.get(j - 1) == Some(one);
            if crossed {
                best = best.min(at(i - 1, j - 1) + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows.last().and_then(|row| row.last()).copied().unwrap_or(3)
}

/// What a text counts: numerals with their signs by value, number words as numerals where their language is known.
/// The second list holds words that are an article or a pronoun as often as a number.
fn figures(text: &str, lang: Lang) -> (Vec<String>, Vec<String>) {
    let tokens = Tokens::of(text, &mut Numbers::default());
    let (mut sure, mut maybe) = (Vec::new(), Vec::new());
    for token in &tokens.all {
        let word = text.get(token.start..token.end).unwrap_or_default();
        if token.figure {
            sure.push(value(word));
        } else if let Some(number) = crate::counts::number_word(&fold(word), lang) {
            if number == "1" { &mut maybe } else { &mut sure }.push(number.to_owned());
        }
    }
    sure.sort();
    (sure, maybe)
}

fn figures_differ(old: &str, new: &str, lang: Lang) -> bool {
    let (old, new) = (figures(old, lang), figures(new, lang));
    // "one" counts where a number stands against it.
    let all = |(sure, maybe): &(Vec<String>, Vec<String>), other: &Vec<String>| {
        let mut all = sure.clone();
        if !other.is_empty() {
            all.extend(maybe.iter().cloned());
        }
        all.sort();
        all
    };
    all(&old, &new.0) != all(&new, &old.0)
}

/// A numeral without the marks between thousands: "12,000", "12.000" and "12 000" are one value.
fn value(numeral: &str) -> String {
    let mut out = String::new();
    let mut rest = numeral.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        if c.is_alphanumeric() {
            out.extend(c.to_lowercase());
        } else if rest.peek().is_some_and(|(_, next)| next.is_numeric()) && !out.is_empty() {
            let digits = numeral.get(at + c.len_utf8()..).unwrap_or_default();
            let thousands = digits.chars().take_while(|c| c.is_numeric()).count() == 3;
            if !thousands || c == ':' {
                out.push(if c == ':' { ':' } else { '.' });
            }
        } else if !c.is_whitespace() {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_known_by_its_value() {
        assert!(!figures_differ("some 12,000", "some 12\u{202f}000", Lang::EN));
        assert!(!figures_differ("five gates", "5 gates", Lang::EN));
        assert!(!figures_differ("a gate", "one gate", Lang::EN));
        assert!(figures_differ("one gate", "two gates", Lang::EN));
        assert!(figures_differ("$5 more", "€5 more", Lang::EN));
        assert!(figures_differ("1.5 metres", "15 metres", Lang::EN));
        assert!(figures_differ("neun Tore", "zehn Tore", Lang::parse("de")));
        assert!(!figures_differ("once upon", "twice upon", Lang::EN));
        assert!(figures_differ("once barcos", "doce barcos", Lang::parse("es")));
    }

    #[test]
    fn slips_are_near_and_other_words_are_not() {
        for (one, two) in
            [("ferrry", "ferry"), ("recieved", "received"), ("hte", "the"), ("harbuor", "harbour")]
        {
            assert!(is_near(one, two), "{one} {two}");
        }
        for (one, two) in [("now", "not"), ("kept", "lost"), ("is", "as"), ("harbour", "airport")] {
            assert!(!is_near(one, two), "{one} {two}");
        }
    }
}
