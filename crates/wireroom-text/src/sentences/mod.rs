//! Sentences by rule: where one ends, by the language's own marks and abbreviations.
//! A sentence never crosses a paragraph, a short quotation or a bracket is never cut, and the spans in order
//! hold everything but white space. It refuses to rewrite: a span is the writer's own characters.

mod lists;
mod rules;
#[cfg(test)]
mod tests;

use rules::{Rules, holds};
use wireroom_model::{Lang, Span};

/// A quotation or a bracket longer than this many characters may be cut between its sentences: about four of them.
/// Not tuned by a measure: what is kept whole is what a brief can still cite as one sentence.
const MAX_WHOLE_QUOTE: usize = 400;

/// Characters looked at for the next word, and for how many words a sentence has so far.
const MAX_AHEAD: usize = 80;

/// Words before "a.m." that make it the end of a sentence when a name follows: "At 5 a.m. Mr Smith went" is none.
const CLOCK_WORDS: usize = 4;

/// The sentences of a text, in order; none is empty, none touches another, none begins or ends with white space.
pub fn sentences(text: &str, lang: Lang) -> Vec<Span> {
    let rules = Rules::of(lang);
    let mut found = Vec::new();
    for (start, paragraph) in paragraphs(text) {
        let letters: Vec<(usize, char)> = paragraph.char_indices().collect();
        let cutter = Cutter { text: paragraph, letters: &letters, rules };
        let mut from = 0;
        for cut in cutter.cuts().into_iter().chain([paragraph.len()]) {
            let Some(piece) = paragraph.get(from..cut) else { continue };
            let trimmed = piece.trim();
            let lead = piece.len() - piece.trim_start().len();
            if !trimmed.is_empty() {
                found.extend(Span::new(text, start + from + lead, start + from + lead + trimmed.len()));
            }
            from = cut;
        }
    }
    found
}

/// Stretches between empty lines, each with where it starts. Text that is not normalised is welcome too.
fn paragraphs(text: &str) -> Vec<(usize, &str)> {
    let (mut out, mut start, mut breaks, mut after) = (Vec::new(), 0, 0, 0);
    let mut line_at = 0;
    for line in text.split_inclusive('\n') {
        let held = line.trim();
        if !held.is_empty() {
            let at = line_at + (line.len() - line.trim_start().len());
            if breaks > 1 {
                out.extend(text.get(start..after).map(|part| (start, part)));
                start = at;
            }
            (breaks, after) = (0, at + held.len());
        }
        breaks += usize::from(line.ends_with('\n'));
        line_at += line.len();
    }
    out.extend(text.get(start..).map(|part| (start, part)));
    out
}

struct Cutter<'t> {
    text: &'t str,
    letters: &'t [(usize, char)],
    rules: &'static Rules,
}

impl Cutter<'_> {
    /// The bytes at which a new sentence begins, ascending.
    fn cuts(&self) -> Vec<usize> {
        let items = lists::items(self.text);
        let mut cuts = items.clone();
        let mut begin = 0;
        // The quotation or bracket that was opened last.
        let (mut whole_from, mut whole_until) = (0, 0);
        let mut at = 0;
        while let Some(c) = self.char(at) {
            // Nine characters in ten neither open nor end anything.
            if items.is_empty() && (c.is_ascii_alphanumeric() || c == ' ') {
                at += 1;
                continue;
            }
            if at >= whole_until
                && let Some(end) = self.closing(at)
            {
                (whole_from, whole_until) = (at, end);
            }
            if self.letters.get(at).is_some_and(|(byte, _)| items.binary_search(byte).is_ok()) {
                begin = at;
            }
            if !is_end_mark(c) {
                at += 1;
                continue;
            }
            let mut past = self.past_end(at, whole_until);
            // French puts a space before the mark that closes.
            if past < whole_until && (past..whole_until - 1).all(|gap| self.is_gap(gap)) {
                past = whole_until;
            }
            // Inside a quotation only its own last mark can end a sentence.
            let inside = past < whole_until || past == whole_until && self.is_aside(begin, whole_from, past);
            if !inside && self.ends(at, past, begin) {
                begin = past;
                cuts.extend(self.letters.get(past).map(|(byte, _)| *byte));
                whole_until = whole_until.min(past);
            }
            at = past.max(at + 1);
        }
        cuts.sort_unstable();
        cuts.dedup();
        cuts
    }

    fn char(&self, at: usize) -> Option<char> {
        self.letters.get(at).map(|(_, c)| *c)
    }

    fn is_gap(&self, at: usize) -> bool {
        self.char(at).is_none_or(char::is_whitespace)
    }

    /// Where the quotation or bracket that opens at `at` has closed; `None` where it opens none, or a long one.
    fn closing(&self, at: usize) -> Option<usize> {
        let closers: &[char] = match self.char(at)? {
            '“' => &['”'],
            '„' => &['“', '”'],
            '«' => &['»'],
            '»' => &['«'],
            '「' => &['」'],
            '『' => &['』'],
            '《' => &['》'],
            '(' => &[')'],
            '（' => &['）'],
            '[' => &[']'],
            '"' if at == 0 || self.char(at - 1).is_some_and(|c| c.is_whitespace() || is_opening(c)) => &['"'],
            _ => return None,
        };
        let inside = self.letters.iter().skip(at + 1).take(MAX_WHOLE_QUOTE);
        inside.zip(at + 1..).find(|((_, c), _)| closers.contains(c)).map(|(_, place)| place + 1)
    }

    /// Past the mark, its like, an ellipsis written with spaces, and what closes after it.
    fn past_end(&self, at: usize, whole_until: usize) -> usize {
        let mut past = at + 1;
        loop {
            match self.char(past) {
                Some(c) if is_end_mark(c) || is_closing(c) => past += 1,
                // The German closing mark opens in other languages.
                Some('“') if past + 1 == whole_until => past += 1,
                // A straight mark after the full stop closes if a gap follows it.
                Some('"' | '\'') if self.is_gap(past + 1) || self.char(past + 1).is_some_and(is_closing) => {
                    past += 1
                }
                Some('[') => match self.note(past) {
                    Some(end) => past = end,
                    None => return past,
                },
                Some(' ' | '\u{a0}')
                    if self.char(at) == Some('.')
                        && self.char(past + 1) == Some('.')
                        && self.char(past + 2).is_none_or(|c| !c.is_alphanumeric()) =>
                {
                    past += 2;
                }
                _ => return past,
            }
        }
    }

    /// True where `past` stands behind a bracket within a sentence, in a script without capitals: there the full stop
    /// before the bracket ends what stands in it and nothing else.
    fn is_aside(&self, begin: usize, from: usize, past: usize) -> bool {
        let bracket = past.checked_sub(1).is_some_and(|last| matches!(self.char(last), Some(')' | '）')));
        let next = self.letters.iter().skip(past).map(|(_, c)| *c).find(|c| !c.is_whitespace());
        bracket
            && self.words_between(begin, from) > 0
            && next.is_some_and(|c| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase())
    }

    /// "[12]" right after a full stop belongs to its sentence.
    fn note(&self, at: usize) -> Option<usize> {
        let digits = self.letters.iter().skip(at + 1).take(3).take_while(|(_, c)| c.is_ascii_digit()).count();
        (digits > 0 && self.char(at + 1 + digits) == Some(']')).then_some(at + digits + 2)
    }

    /// True where the marks `at..past` end the sentence that began at `begin`.
    fn ends(&self, at: usize, past: usize, begin: usize) -> bool {
        let Some(mark) = self.char(at) else { return false };
        if self.letters.iter().take(past).skip(at).any(|(_, c)| is_wide_mark(*c)) {
            return !self.is_reported(at, past);
        }
        if !self.is_gap(past) {
            return self.is_glued(at, past);
        }
        let Some(next) = self.next_word(past) else { return true };
        if next.small || next.dash_then_small {
            return false;
        }
        // "[...]", "1.)" and an ellipsis of three dots with a space before it end nothing.
        let opened = at.checked_sub(1).and_then(|before| self.char(before));
        let spaced = past == at + 5 && self.char(at + 1).is_some_and(char::is_whitespace);
        if matches!(opened, Some('[' | '('))
            || self.is_label(begin, at)
            || spaced && opened.is_some_and(char::is_whitespace)
        {
            return false;
        }
        if mark != '.' || past > at + 1 && self.char(at + 1) == Some('.') {
            return true;
        }
        !self.dot_of_word(at, past, begin, &next)
    }

    /// True where only the gap was lost ("at noon.She came"), and no address or name is meant ("example.Com").
    fn is_glued(&self, at: usize, past: usize) -> bool {
        let small =
            |place: Option<usize>| place.and_then(|place| self.char(place)).is_some_and(char::is_lowercase);
        let of_address = |c: char| matches!(c, '/' | '@' | '_' | '=');
        let solid = |c: &char| !c.is_whitespace();
        let mut before =
            self.letters.iter().take(at).rev().map(|(_, c)| *c).take_while(solid).take(MAX_AHEAD);
        let mut after = self.letters.iter().skip(past).map(|(_, c)| *c).take_while(solid).take(MAX_AHEAD);
        (1..=3).all(|back| small(at.checked_sub(back)))
            && self.char(past).is_some_and(char::is_uppercase)
            && (1..=2).all(|on| small(Some(past + on)) || self.is_gap(past + on))
            && !before.any(|c| of_address(c) || c == '.')
            && !after.any(of_address)
    }

    /// After a wide mark and a closing quotation mark: the sentence goes on to say who spoke.
    fn is_reported(&self, at: usize, past: usize) -> bool {
        if past == at + 1 || !self.char(past - 1).is_some_and(is_closing) {
            return false;
        }
        let ahead: Vec<char> = self.letters.iter().skip(past).take(10).map(|(_, c)| *c).collect();
        let hiragana = ahead.first().is_some_and(|c| matches!(c, '\u{3041}'..='\u{309f}' | '、' | '，'));
        let clause = ahead.split(|c| matches!(c, '。' | '“' | '「' | '！' | '？')).next().unwrap_or_default();
        hiragana || clause.iter().any(|c| matches!(c, '说' | '說' | '称' | '稱' | '道' | '问' | '問'))
    }

    fn next_word(&self, past: usize) -> Option<Next> {
        let mut dash = false;
        let mut marks = false;
        for (place, (_, c)) in self.letters.iter().enumerate().skip(past).take(MAX_AHEAD) {
            if c.is_alphanumeric() {
                let word: String = self
                    .letters
                    .iter()
                    .skip(place)
                    .map(|(_, c)| *c)
                    .take_while(|c| c.is_alphanumeric() || *c == '\'')
                    .take(MAX_AHEAD)
                    .flat_map(char::to_lowercase)
                    .collect();
                let small = c.is_lowercase();
                return Some(Next {
                    small: small && !dash && !marks,
                    dash_then_small: small,
                    number: c.is_numeric(),
                    word,
                });
            }
            dash |= matches!(c, '-' | '–' | '—' | '_');
            marks |= matches!(c, '•' | '·' | '*' | '▪');
        }
        None
    }

    /// True where the dot at `at` belongs to the word before it: an abbreviation, an initial, an ordinal.
    fn dot_of_word(&self, at: usize, past: usize, begin: usize, next: &Next) -> bool {
        if past > at + 1 {
            return false;
        }
        let word = self.word_before(at);
        let Some(first) = word.chars().next() else { return false };
        let folded = word.to_lowercase();
        let starts = holds(self.rules.first_words, &next.word);
        let before = self.words_between(begin, at);
        if first.is_ascii_digit() {
            let ordinal = self.rules.ordinals && word.len() <= 2 && word.chars().all(|c| c.is_ascii_digit());
            return ordinal && !next.number && !starts;
        }
        if holds(self.rules.before_name, &folded) && (first.is_uppercase() || !starts) {
            return true;
        }
        if next.number
            && (holds(self.rules.before_number, &folded) || self.rules.ordinals && folded.ends_with("str"))
        {
            return true;
        }
        if word.chars().count() == 1 {
            // "you and I. Did you": the pronoun ends it, the initial of a name does not.
            let pronoun = word == "I" && starts && !self.capital_before(at - 1);
            return (first.is_uppercase() || !starts) && !pronoun;
        }
        if matches!(folded.as_str(), "a.m" | "p.m") {
            return !starts && before < CLOCK_WORDS + 2;
        }
        let dotted = word.contains('.') && word.split('.').all(|part| part.chars().count() <= 2);
        (dotted || holds(self.rules.may_end, &folded)) && !starts
    }

    /// "1." or "a." alone is no sentence but the label of an item.
    fn is_label(&self, begin: usize, at: usize) -> bool {
        let mut name =
            self.letters.iter().take(at).skip(begin).map(|(_, c)| *c).filter(|c| c.is_alphanumeric());
        match (name.next(), name.next(), name.next()) {
            (Some(c), None, _) => {
                self.words_between(begin, at) <= 2 && (c.is_ascii_digit() || c.is_alphabetic())
            }
            (Some(a), Some(b), None) => a.is_ascii_digit() && b.is_ascii_digit(),
            _ => false,
        }
    }

    /// The word that ends at `at`, with dots inside it ("U.S").
    fn word_before(&self, at: usize) -> String {
        let from = self
            .letters
            .iter()
            .take(at)
            .rposition(|(_, c)| !(c.is_alphanumeric() || matches!(c, '.' | '°' | '№' | 'º') || is_mark(*c)))
            .map_or(0, |gap| gap + 1);
        self.letters.iter().take(at).skip(from).map(|(_, c)| *c).collect()
    }

    /// True where the word before the one at `last` begins with a capital.
    fn capital_before(&self, last: usize) -> bool {
        let before = self.letters.iter().take(last);
        let word: Vec<char> = before
            .rev()
            .map(|(_, c)| *c)
            .skip_while(|c| c.is_whitespace())
            .take_while(|c| !c.is_whitespace())
            .collect();
        word.last().is_some_and(|c| c.is_uppercase())
    }

    fn words_between(&self, begin: usize, end: usize) -> usize {
        let mut words = 0;
        let mut in_word = false;
        for (_, c) in self.letters.iter().take(end).skip(begin).take(MAX_AHEAD) {
            let letter = !c.is_whitespace();
            words += usize::from(letter && !in_word);
            in_word = letter;
        }
        words
    }
}

/// The first word after a mark.
struct Next {
    /// It begins with a small letter.
    small: bool,
    dash_then_small: bool,
    number: bool,
    word: String,
}

fn is_end_mark(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '؟' | '۔' | '।' | '॥' | '‼' | '⁇' | '⁈' | '⁉' | '։' | '።')
        || is_wide_mark(c)
}

/// Marks that need no gap after them.
const fn is_wide_mark(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '．' | '｡')
}

const fn is_closing(c: char) -> bool {
    matches!(c, '”' | '’' | '»' | '›' | ')' | ']' | '」' | '』' | '》' | '）' | '】' | '‹')
}

const fn is_opening(c: char) -> bool {
    matches!(c, '(' | '[' | '“' | '«' | '‘' | '—' | '-' | '–' | ':')
}

const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}
