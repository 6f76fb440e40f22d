//! Languages told by their script, or by letters that only they use.

use std::collections::BTreeMap;

/// The scripts of the press, by their main block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Script {
    Latin,
    Cyrillic,
    Arabic,
    Han,
    Kana,
    Hangul,
    Devanagari,
    /// A script with one language of news.
    Own(&'static str),
}

/// The script of a letter; `None` for digits, marks and letters that no news is written in.
pub fn script(c: char) -> Option<Script> {
    Some(match c {
        'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => Script::Latin,
        '\u{400}'..='\u{52f}' => Script::Cyrillic,
        '\u{620}'..='\u{64a}' | '\u{66e}'..='\u{6d3}' | '\u{6fa}'..='\u{6ff}' => Script::Arabic,
        '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{2fa1f}' => Script::Han,
        '\u{3041}'..='\u{30ff}' => Script::Kana,
        '\u{ac00}'..='\u{d7a3}' | '\u{1100}'..='\u{11ff}' => Script::Hangul,
        '\u{904}'..='\u{939}' | '\u{958}'..='\u{961}' => Script::Devanagari,
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Script::Own("el"),
        '\u{5d0}'..='\u{5ea}' => Script::Own("he"),
        '\u{531}'..='\u{587}' => Script::Own("hy"),
        '\u{10a0}'..='\u{10ff}' => Script::Own("ka"),
        '\u{e01}'..='\u{e2e}' => Script::Own("th"),
        '\u{e81}'..='\u{eae}' => Script::Own("lo"),
        '\u{1000}'..='\u{103f}' => Script::Own("my"),
        '\u{1780}'..='\u{17b3}' => Script::Own("km"),
        '\u{985}'..='\u{9b9}' => Script::Own("bn"),
        '\u{a05}'..='\u{a39}' => Script::Own("pa"),
        '\u{a85}'..='\u{ab9}' => Script::Own("gu"),
        '\u{b05}'..='\u{b39}' => Script::Own("or"),
        '\u{b85}'..='\u{bb9}' => Script::Own("ta"),
        '\u{c05}'..='\u{c39}' => Script::Own("te"),
        '\u{c85}'..='\u{cb9}' => Script::Own("kn"),
        '\u{d05}'..='\u{d39}' => Script::Own("ml"),
        '\u{d85}'..='\u{dc6}' => Script::Own("si"),
        '\u{1200}'..='\u{135a}' => Script::Own("am"),
        '\u{f40}'..='\u{f6c}' => Script::Own("bo"),
        _ => return None,
    })
}

/// Letters of Cyrillic and Arabic stand below this one.
const TOLD: u32 = 0x700;

/// How many letters of each script, and each letter's count in small form for the scripts told by letters.
#[derive(Debug, Default)]
pub struct Letters {
    pub scripts: BTreeMap<Script, usize>,
    pub counts: BTreeMap<char, usize>,
}

impl Letters {
    pub fn of(text: &str) -> Self {
        let mut letters = Self::default();
        // Counted as they are written: most letters stand beside others of their script, and come again.
        let mut run = (Script::Latin, 0);
        let mut written = [0_usize; TOLD as usize];
        for c in text.chars() {
            let Some(script) = script(c) else { continue };
            if script != run.0 {
                letters.add(run);
                run = (script, 0);
            }
            run.1 += 1;
            if matches!(script, Script::Cyrillic | Script::Arabic)
                && let Some(count) = written.get_mut(u32::from(c) as usize)
            {
                *count += 1;
            }
        }
        letters.add(run);
        for (c, count) in ('\0'..).zip(written).filter(|(_, count)| *count > 0) {
            for small in c.to_lowercase() {
                *letters.counts.entry(small).or_default() += count;
            }
        }
        letters
    }

    fn add(&mut self, (script, count): (Script, usize)) {
        if count > 0 {
            *self.scripts.entry(script).or_default() += count;
        }
    }

    /// The script that most letters are of. Japanese is mostly Chinese characters: a tenth of kana makes it Japanese.
    pub fn main(&self) -> Option<(Script, usize)> {
        let count = |script| self.scripts.get(&script).copied().unwrap_or(0);
        let (kana, han) = (count(Script::Kana), count(Script::Han));
        if kana * 10 > kana + han && kana + han > self.scripts.values().sum::<usize>() / 2 {
            return Some((Script::Kana, kana + han));
        }
        self.scripts.iter().max_by_key(|(_, count)| **count).map(|(script, count)| (*script, *count))
    }

    fn share(&self, of: &str) -> f64 {
        let total: usize = self.counts.values().sum();
        let some: usize = of.chars().filter_map(|c| self.counts.get(&c)).sum();
        some as f64 / total.max(1) as f64
    }

    /// A language in Cyrillic letters, by those that its neighbours lack.
    pub fn cyrillic(&self) -> Option<&'static str> {
        // A text has the odd foreign name: a letter tells from one in five hundred on.
        let has = |letters: &str| self.share(letters) > 0.002;
        Some(if has("әғқұһ") {
            "kk"
        } else if has("ҷӣӯ") {
            "tg"
        } else if has("ө") && has("ү") {
            if has("ң") { "ky" } else { "mn" }
        } else if has("ў") {
            "be"
        } else if has("їє") || (has("і") && !has("ы")) {
            "uk"
        } else if has("ѓќѕ") {
            "mk"
        } else if has("ћђ") || (has("ј") && has("љњ")) {
            if has("ћђ") { "sr" } else { "mk" }
        } else if has("ыэё") {
            "ru"
        } else if has("ъ") {
            "bg"
        } else {
            return None;
        })
    }

    /// A language in Arabic letters.
    pub fn arabic(&self) -> &'static str {
        let has = |letters: &str| self.share(letters) > 0.004;
        if has("ۆێەڕڵ") {
            "ckb"
        } else if has("ټډړښځڅڼ") {
            "ps"
        } else if has("ٹڈڑےںہ") {
            "ur"
        } else if has("پچگژ") && has("یک") {
            "fa"
        } else {
            "ar"
        }
    }
}
