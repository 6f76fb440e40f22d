//! A tape of random bytes read as choices, and the mutations that every kind of text goes through.
//! A tape that is spent chooses the first of everything, so each input ends. Start at [`Choices`].

/// Bytes of an input beyond which nothing is added to it.
pub const INPUT_LIMIT: usize = 96 << 10;
/// Times that a swollen piece is repeated.
const SWELL: usize = 4_000;

/// The choices that are left.
pub struct Choices<'t> {
    tape: &'t [u8],
}

impl<'t> Choices<'t> {
    pub fn new(tape: &'t [u8]) -> Self {
        Self { tape }
    }

    pub fn spent(&self) -> bool {
        self.tape.is_empty()
    }

    fn byte(&mut self) -> usize {
        let Some((first, rest)) = self.tape.split_first() else { return 0 };
        self.tape = rest;
        usize::from(*first)
    }

    /// A number below `most`; 0 where `most` is 0.
    pub fn below(&mut self, most: usize) -> usize {
        match most {
            0 | 1 => 0,
            2..=256 => self.byte() * most / 256,
            257..=65_536 => (self.byte() << 8 | self.byte()) * most / 65_536,
            _ => (self.byte() << 16 | self.byte() << 8 | self.byte()) % most,
        }
    }

    /// Takes up to so many bytes off the tape, for a text inside the text.
    pub fn rest(&mut self, most: usize) -> Vec<u8> {
        let (taken, rest) = self.tape.split_at(most.min(self.tape.len() / 2));
        self.tape = rest;
        taken.to_vec()
    }

    /// True once in `times`; never on a spent tape.
    pub fn once_in(&mut self, times: usize) -> bool {
        !self.spent() && self.below(times) == 0
    }

    pub fn pick<'l, T: ?Sized>(&mut self, list: &[&'l T]) -> &'l T {
        list[self.below(list.len())]
    }

    /// A run of places in `0..length`, short ones more often.
    fn run(&mut self, length: usize) -> std::ops::Range<usize> {
        let from = self.below(length);
        let most = if self.once_in(4) { length } else { 8 };
        from..(from + 1 + self.below(most)).min(length)
    }
}

/// Cuts text where markup does: before "<" and "&", after ">" and ";", around quotes, "=" and spaces.
pub fn pieces(text: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    for c in text.chars() {
        if matches!(c, '<' | '&' | '"' | '\'' | '=' | ' ' | '\n' | '{' | '[' | ',') {
            out.push(String::new());
        }
        out.last_mut().unwrap().push(c);
        if matches!(c, '>' | ';' | '"' | '\'' | '=' | ' ' | '\n' | '{' | '}' | '[' | ']' | ',') {
            out.push(String::new());
        }
    }
    out.retain(|piece| !piece.is_empty());
    out
}

/// Changes a text a few times: what a careless program, a cut line or an enemy does to markup.
/// `others` are texts to splice from, `words` what to put in between.
pub fn mutated(text: &str, others: &[&str], words: &[&str], choices: &mut Choices<'_>) -> String {
    let mut all = pieces(text);
    for _ in 0..choices.below(9) {
        if choices.spent() || all.is_empty() {
            break;
        }
        let run = choices.run(all.len());
        let taken: Vec<String> = all[run.clone()].to_vec();
        let length: usize = all.iter().map(String::len).sum();
        let put: Vec<String> = match choices.below(13) {
            0 => Vec::new(),
            1 => [taken.clone(), taken].concat(),
            2 => vec![choices.pick(words).to_owned()],
            3 => [vec![choices.pick(words).to_owned()], taken].concat(),
            4 => taken.into_iter().rev().collect(),
            5 => {
                let other = pieces(choices.pick(others));
                let run = choices.run(other.len());
                other[run].to_vec()
            }
            6 => {
                let times = 1 + choices.below(SWELL.min((INPUT_LIMIT.saturating_sub(length)) / 64 + 1));
                vec![taken.concat().chars().take(64).collect::<String>().repeat(times)]
            }
            7 => nested(&taken.concat(), choices),
            8 => vec![escaped(&taken.concat())],
            9 => vec![as_entities(&taken.concat(), choices)],
            10 => vec![format!("<![CDATA[{}]]>", taken.concat())],
            11 => {
                // The file breaks off.
                all.truncate(run.end);
                continue;
            }
            _ => {
                let mut text: Vec<char> = taken.concat().chars().collect();
                let at = choices.below(text.len());
                if let Some(c) = text.get_mut(at) {
                    *c = char::from(choices.below(128) as u8);
                }
                vec![text.into_iter().collect()]
            }
        };
        all.splice(run, put);
    }
    all.concat()
}

/// Inside one more element, some number of times.
fn nested(text: &str, choices: &mut Choices<'_>) -> Vec<String> {
    let name = choices.pick(&["div", "item", "b", "outline", "x:y", "channel", "entry", "table", "zz"]);
    let times = if choices.once_in(3) { 1 + choices.below(400) } else { 1 };
    let end = if choices.once_in(4) { String::new() } else { format!("</{name}>").repeat(times) };
    vec![format!("<{name}>").repeat(times), text.to_owned(), end]
}

pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn as_entities(text: &str, choices: &mut Choices<'_>) -> String {
    let form = choices.below(4);
    let entity = |c: char| match form {
        0 => format!("&#{};", c as u32),
        1 => format!("&#x{:X};", c as u32),
        2 => format!("&#0000{}", c as u32),
        _ => format!("&amp;#{};", c as u32),
    };
    text.chars().take(200).map(entity).collect()
}

/// How a text goes over the line.
enum Encoding {
    Utf8,
    Utf8Bom,
    Utf16 { big: bool, bom: bool },
    Latin,
}

/// The bytes of a text: mostly UTF-8, sometimes what old programs send, sometimes with stray bytes.
pub fn bytes(text: &str, choices: &mut Choices<'_>) -> Vec<u8> {
    let encoding = match choices.below(16) {
        0..=10 => Encoding::Utf8,
        11 => Encoding::Utf8Bom,
        12 | 13 => Encoding::Utf16 { big: choices.once_in(2), bom: !choices.once_in(3) },
        _ => Encoding::Latin,
    };
    let mut out = match encoding {
        Encoding::Utf8 => text.as_bytes().to_vec(),
        Encoding::Utf8Bom => ["\u{feff}".as_bytes(), text.as_bytes()].concat(),
        Encoding::Utf16 { big, bom } => {
            let bom = bom.then_some(0xfeff);
            let units = bom.into_iter().chain(text.encode_utf16());
            units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
        }
        Encoding::Latin => text.chars().map(|c| u8::try_from(c as u32).unwrap_or(b'?')).collect(),
    };
    while choices.once_in(6) && !out.is_empty() {
        let at = choices.below(out.len());
        out[at] = choices.below(256) as u8;
    }
    out
}
