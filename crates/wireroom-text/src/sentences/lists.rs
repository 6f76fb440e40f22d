//! Items of a list that lost its lines: "1) First 2) Second", "• one • two". They part sentences like paragraphs do.

/// The numbers or letters of one list.
const MAX_ITEMS: usize = 500;

/// The bytes at which the second and later items of a list begin; empty where the text does not begin with an item.
pub fn items(text: &str) -> Vec<usize> {
    let head = text.trim_start();
    if let Some(bullet) = head.chars().next().filter(|c| matches!(c, '•' | '⁃' | '▪' | '◦' | '‣' | '●'))
    {
        return text
            .char_indices()
            .filter(|(at, c)| *c == bullet && before_is_gap(text, *at) && *at > 0)
            .map(|(at, _)| at)
            .filter(|at| text.get(..*at).is_some_and(|before| !before.trim().is_empty()))
            .take(MAX_ITEMS)
            .collect();
    }
    let Some(first) = Label::read(head) else { return Vec::new() };
    let mut found = Vec::new();
    let mut wanted = first;
    let mut from = text.len() - head.len() + 1;
    while found.len() < MAX_ITEMS {
        let Some(next) = wanted.next() else { break };
        let label = next.written();
        let place = text.get(from..).and_then(|rest| {
            rest.match_indices(&label).map(|(at, _)| from + at).find(|at| {
                before_is_gap(text, *at)
                    && text.get(at + label.len()..).is_some_and(|after| after.starts_with(' '))
            })
        });
        let Some(place) = place else { break };
        found.push(place);
        from = place + label.len();
        wanted = next;
    }
    found
}

fn before_is_gap(text: &str, at: usize) -> bool {
    text.get(..at).and_then(|before| before.chars().next_back()).is_none_or(char::is_whitespace)
}

/// What stands before an item: a number or a letter, and its marks.
#[derive(Debug, Clone, Copy)]
struct Label {
    number: u32,
    letter: bool,
    marks: &'static str,
}

impl Label {
    fn read(text: &str) -> Option<Self> {
        let name = text.split(['.', ')']).next()?;
        let rest = text.get(name.len()..)?;
        let marks = [".)", ")", "."]
            .into_iter()
            .find(|marks| rest.strip_prefix(marks).is_some_and(|r| r.starts_with(' ')))?;
        match name.as_bytes() {
            [letter @ b'a'..=b'y'] => Some(Self { number: u32::from(letter - b'a'), letter: true, marks }),
            [b'0'..=b'9'] | [b'1'..=b'9', b'0'..=b'9'] => {
                Some(Self { number: name.parse().ok()?, letter: false, marks })
            }
            _ => None,
        }
    }

    fn next(self) -> Option<Self> {
        (self.number < if self.letter { 25 } else { 999 }).then_some(Self { number: self.number + 1, ..self })
    }

    fn written(self) -> String {
        let letter = u8::try_from(self.number)
            .ok()
            .filter(|_| self.letter)
            .map(|n| char::from(b'a'.saturating_add(n)));
        letter.map_or_else(
            || format!("{}{}", self.number, self.marks),
            |letter| format!("{letter}{}", self.marks),
        )
    }
}
