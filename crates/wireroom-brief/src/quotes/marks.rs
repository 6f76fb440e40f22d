//! Where quoted passages stand: pairs of marks within a paragraph, mixed and mismatched ones too, and
//! passages that run on over paragraphs. It reads marks alone; who speaks is settled in `speaker`.
//! Start at [`passages`].

use wireroom_model::Span;

/// A passage between marks, within one paragraph.
#[derive(Debug, Clone, Copy)]
pub(super) struct Passage {
    /// The inside, without surrounding white space.
    pub(super) inside: Span,
    /// With the marks, as far as they are there.
    pub(super) outer: Span,
    /// It continues the unclosed passage of the paragraph before.
    pub(super) carried: bool,
}

/// Longest name of a mark pair: the closing marks that an opening one admits.
fn closers(open: char) -> &'static [char] {
    match open {
        '“' | '‟' => &['”', '"', '‟'],
        '„' => &['“', '”', '"', '‟'],
        '"' | '”' => &['"', '”'],
        '«' => &['»'],
        '»' => &['«', '»'],
        '‹' => &['›'],
        '›' => &['‹', '›'],
        '「' => &['」'],
        '『' => &['』'],
        '〝' => &['〞', '〟'],
        '＂' => &['＂'],
        '‘' => &['’', '\''],
        '‚' => &['‘', '’', '\''],
        '\'' => &['\'', '’'],
        _ => &[],
    }
}

const fn is_double(c: char) -> bool {
    matches!(c, '“' | '”' | '„' | '‟' | '"' | '«' | '»' | '‹' | '›' | '「' | '『' | '〝' | '＂')
}

const fn is_single(c: char) -> bool {
    matches!(c, '‘' | '\'' | '‚')
}

/// Marks whose shape alone says which side they stand on.
const fn is_sided(c: char) -> bool {
    matches!(c, '“' | '„' | '«' | '‹' | '「' | '『' | '〝')
}

fn is_gap(c: Option<char>) -> bool {
    c.is_none_or(|c| c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{feff}' | '(' | '[' | '―' | '—' | '–' | '-' | '/' | '…'))
}

fn ends_word(c: Option<char>) -> bool {
    c.is_none_or(|c| !c.is_alphanumeric())
}

/// One character of a paragraph with its neighbours.
#[derive(Debug, Clone, Copy)]
struct Spot {
    at: usize,
    c: char,
    before: Option<char>,
    after: Option<char>,
}

impl Spot {
    const fn end(self) -> usize {
        self.at + self.c.len_utf8()
    }

    fn opens(self) -> bool {
        let leads =
            is_gap(self.before) || self.before.is_some_and(|c| matches!(c, ':' | ',') || is_double(c));
        match self.c {
            '「' | '『' | '〝' | '«' | '‹' => true,
            '“' | '„' => self.after.is_some(),
            // A digit before a straight mark is a length in inches.
            '"' | '”' | '»' | '›' | '＂' | '‟' => {
                leads
                    && self.after.is_some_and(|c| !c.is_whitespace())
                    && !matches!(self.after, Some('.' | ','))
            }
            _ => false,
        }
    }

    fn opens_single(self) -> bool {
        is_single(self.c) && is_gap(self.before) && self.after.is_some_and(char::is_alphabetic)
    }

    fn closes(self, open: char) -> bool {
        closers(open).contains(&self.c) && !(self.c == '"' && self.is_inches())
            // "“Yes“": an opening mark typed where the closing one belongs.
            || self.c == open && self.before.is_some_and(|c| !c.is_whitespace()) && ends_word(self.after)
                && !is_gap(self.before)
    }

    fn is_inches(self) -> bool {
        self.before.is_some_and(|c| c.is_ascii_digit()) && self.after.is_some_and(|c| c == '"' || c == '”')
    }
}

fn spots(text: &str, from: usize, to: usize) -> Vec<Spot> {
    let part = text.get(from..to).unwrap_or("");
    let mut spots = Vec::new();
    let mut before = None;
    let mut rest = part.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        if is_double(c) || is_single(c) || matches!(c, '’' | '」' | '』' | '〞' | '〟') {
            spots.push(Spot { at: from + at, c, before, after: rest.peek().map(|&(_, c)| c) });
        }
        before = Some(c);
    }
    spots
}

/// The passages of `text`, in order. `paragraphs` are byte ranges of it.
pub(super) fn passages(text: &str, paragraphs: &[(usize, usize)]) -> Vec<Passage> {
    let mut found = Vec::new();
    let mut unclosed: Option<char> = None;
    for &(from, to) in paragraphs {
        unclosed = in_paragraph(text, from, to, unclosed, &mut found);
    }
    found
}

/// Scans one paragraph; returns the mark left open at its end.
fn in_paragraph(
    text: &str,
    from: usize,
    to: usize,
    carry: Option<char>,
    found: &mut Vec<Passage>,
) -> Option<char> {
    let spots = spots(text, from, to);
    let mut rest = spots.as_slice();
    let mut carried = carry.is_some() && rest.first().is_some_and(|s| s.at == from && is_double(s.c));
    if let (Some(open), Some((first, others))) = (carry, rest.split_first())
        && !carried
        && is_sided(open)
        && let Some(close) = std::iter::once(first).chain(others).find(|s| is_double(s.c) || s.closes(open))
        && close.closes(open)
    {
        // The text ran on without a new opening mark.
        push(text, from, close.at, (from, close.end()), true, found);
        rest = after(rest, close.at);
    }
    while let Some((spot, others)) = rest.split_first() {
        rest = others;
        if spot.opens() {
            match close_of(*spot, others) {
                Close::At(close) => {
                    push(text, spot.end(), close.at, (spot.at, close.end()), carried, found);
                    rest = after(others, close.at);
                }
                Close::Reopened => {}
                Close::Never => {
                    push(text, spot.end(), to, (spot.at, to), carried, found);
                    return Some(spot.c);
                }
            }
            carried = false;
        } else if spot.opens_single()
            && let Some(close) = close_single(*spot, others, text)
        {
            push(text, spot.end(), close.at, (spot.at, close.end()), false, found);
            rest = after(others, close.at);
        }
    }
    None
}

fn after(spots: &[Spot], at: usize) -> &[Spot] {
    let past = spots.partition_point(|s| s.at <= at);
    spots.get(past..).unwrap_or(&[])
}

enum Close {
    At(Spot),
    /// The mark was a stray: another passage opens before it closes.
    Reopened,
    Never,
}

fn close_of(open: Spot, rest: &[Spot]) -> Close {
    let mut depth = 0_u32;
    for (index, spot) in rest.iter().enumerate() {
        let later = rest.get(index + 1..).unwrap_or(&[]);
        let reopens =
            spot.c == open.c && is_gap(spot.before) && spot.after.is_some_and(char::is_alphanumeric);
        if reopens {
            let closing = later.iter().filter(|s| s.closes(open.c)).count();
            let opening = later.iter().filter(|s| s.c == open.c && s.opens()).count();
            if is_sided(open.c) {
                if closing > opening + 1 {
                    depth += 1;
                } else {
                    return Close::Reopened;
                }
            } else if closing % 2 == 1 && opening == 0
                || later.iter().filter(|s| s.c == open.c).count() % 2 == 1
            {
                return Close::Reopened;
            }
            continue;
        }
        if spot.closes(open.c) {
            if depth == 0 {
                return Close::At(*spot);
            }
            depth -= 1;
        }
    }
    Close::Never
}

/// A single mark closes where a word ends; "workers' rights" is passed over while a surer place follows.
fn close_single(open: Spot, rest: &[Spot], text: &str) -> Option<Spot> {
    let mut doubtful = None;
    for spot in rest {
        if is_double(spot.c) {
            break;
        }
        if !closers(open.c).contains(&spot.c) || is_gap(spot.before) || !ends_word(spot.after) {
            continue;
        }
        let sure = spot.before.is_some_and(|c| !c.is_alphanumeric())
            || spot.after.is_none_or(|c| !c.is_whitespace())
            || spot.before != Some('s');
        if sure {
            return Some(*spot);
        }
        doubtful = doubtful.or(Some(*spot));
    }
    doubtful.filter(|close| text.get(open.end()..close.at).is_some_and(|inside| inside.len() > 2))
}

fn push(text: &str, from: usize, to: usize, outer: (usize, usize), carried: bool, found: &mut Vec<Passage>) {
    let Some(inside) = text.get(from..to) else { return };
    let Some(inside) = Span::within(text, inside.trim()) else { return };
    let Some(outer) = Span::new(text, outer.0, outer.1) else { return };
    if !inside.is_empty() {
        found.push(Passage { inside, outer, carried });
    }
}
