//! Terms: a text word by word as numbers, each word in small letters and cut to its stem.
//! It refuses to know words: a term is a hash, and the words themselves are looked up in the article when asked why.
//! Start at [`Terms::read`].

use wireroom_model::Lang;
use wireroom_text::hash::{ByHash, mix_v1, word_v1};
use wireroom_text::segments::segments;
use wireroom_text::stems::Stems;
use wireroom_text::words::{fold_into, is_spaceless};

/// One- and two-letter words of spaced scripts are grammar or initials; two capitals are a name (UN, EU).
const MIN_LETTERS: usize = 3;

/// Words whose terms are remembered; past that all are forgotten and found anew.
pub(crate) const MAX_KNOWN: usize = 1 << 18;

/// The terms of words seen before, by the word as written: stems cost more than looking them up.
#[derive(Debug, Clone, Default)]
pub(crate) struct Terms {
    known: ByHash<u64, u32>,
    /// Room for the word that is being read.
    folded: String,
}

impl Terms {
    /// Words that are remembered.
    pub(crate) fn len(&self) -> usize {
        self.known.len()
    }

    /// The first `limit` terms of a text in order, each with the word it stands for.
    pub(crate) fn read<'t>(&mut self, text: &'t str, lang: Lang, limit: usize) -> Vec<(u32, &'t str)> {
        // A word and its gap take six bytes on the average.
        let mut found = Vec::with_capacity(limit.min(text.len() / 6 + 1));
        found.extend(self.walk(text, lang).take(limit));
        found
    }

    /// The terms of a text one by one: what is not asked for is not read.
    pub(crate) fn walk<'t>(&mut self, text: &'t str, lang: Lang) -> impl Iterator<Item = (u32, &'t str)> {
        let (tongue, stems) = (word_v1(lang.as_str()), Stems::of(lang));
        segments(text).filter_map(move |word| {
            if word.text.starts_with(is_spaceless) {
                // A word of a script without spaces tells something even where it is one character, and has no stem.
                fold_into(&mut self.folded, word.text);
                return Some((short(word_v1(&self.folded)), word.text));
            }
            is_telling(word.text).then(|| (self.term(word.text, stems, tongue), word.text))
        })
    }

    fn term(&mut self, word: &str, stems: Stems, tongue: u64) -> u32 {
        let key = mix_v1(word_v1(word), tongue);
        if let Some(&term) = self.known.get(&key) {
            return term;
        }
        if self.known.len() >= MAX_KNOWN {
            self.known.clear();
        }
        fold_into(&mut self.folded, word);
        let term = short(word_v1(&stems.stem(&self.folded)));
        self.known.insert(key, term);
        term
    }
}

fn is_telling(word: &str) -> bool {
    if word.len() >= MIN_LETTERS && word.is_ascii() {
        return true;
    }
    let letters = word.chars().take(MIN_LETTERS).count();
    let all = |test: fn(&u8) -> bool| word.bytes().all(|byte| test(&byte));
    letters >= MIN_LETTERS || letters == 2 && (all(u8::is_ascii_digit) || all(u8::is_ascii_uppercase))
}

fn short(hash: u64) -> u32 {
    (hash >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use wireroom_text::stems::stem;
    use wireroom_text::words::fold;

    #[test]
    fn forms_of_one_word_are_one_term() {
        let mut terms = Terms::default();
        let found = terms.read("Strikes struck: the UN strike, a 12 of us.", Lang::EN, 100);
        let words: Vec<&str> = found.iter().map(|(_, word)| *word).collect();
        assert_eq!(words, ["Strikes", "struck", "the", "UN", "strike", "12"]);
        assert_eq!(found[0].0, found[4].0);
    }

    #[test]
    fn a_word_is_the_same_term_whether_it_was_seen_before_or_not() {
        let mut seen = Terms::default();
        seen.read("harbours harbour", Lang::EN, 100);
        let text = "The harbour and the harbours";
        assert_eq!(seen.read(text, Lang::EN, 100), Terms::default().read(text, Lang::EN, 100));
    }

    #[test]
    fn scripts_without_spaces_count_words() {
        let read = |text, lang| Terms::default().read(text, Lang::parse(lang), 100);
        let words =
            |found: Vec<(u32, &'static str)>| found.into_iter().map(|(_, word)| word).collect::<Vec<_>>();
        assert_eq!(
            words(read("市長は12日、図書館を建てる", "ja")),
            ["市長", "は", "12", "日", "図書館", "を", "建てる"]
        );
        assert_eq!(words(read("สร้างสะพานข้ามแม่น้ำ", "th")), ["สร้าง", "สะพาน", "ข้าม", "แม่น้ำ"]);
        assert_eq!(read("市长宣布", "zh")[0].0, read("四名市长", "zh").last().unwrap().0);
    }

    #[test]
    fn terms_of_scripts_with_spaces_are_those_of_their_words() {
        let texts = [
            ("en", "Don’t stop: 3.5 km, 12 of the UN’s ferries — naïve harbours"),
            ("de", "Die Verhandlungen über das Fährverbot dauern an."),
            ("ru", "Переговоры о пароме продолжаются, сказал мэр."),
            ("ar", "إغلاق جسر السنديان بعد اكتشاف شقوق"),
            ("hi", "नई बिजली बसों में पहले दिन भीड़"),
            ("ko", "나루시는 야간 진료를 중단한다"),
        ];
        for (lang, text) in texts {
            let lang = Lang::parse(lang);
            let telling = wireroom_text::words::words(text).filter(|word| is_telling(word.text));
            let plain = telling.map(|word| (short(word_v1(&stem(&fold(word.text), lang))), word.text));
            assert_eq!(Terms::default().read(text, lang, 100), plain.collect::<Vec<_>>(), "{lang:?}");
        }
    }
}
