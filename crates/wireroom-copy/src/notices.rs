//! Notices of correction as outlets print them, in the languages that the house reads most.
//! It refuses a mere mention ("correction officers", "the corrected figures"): a label must open its paragraph and end
//! there or at a mark, a phrase must open a sentence. Start at [`is_notice`].

use wireroom_model::Lang;
use wireroom_text::sentences::sentences;

/// Characters between a label and its colon ("Correction, 12 May 2026:").
const LABEL_TAIL: usize = 40;

/// Labels, in lower case.
const LABELS: &[&str] = &[
    // English
    "correction",
    "corrections",
    "clarification",
    "editor's note",
    "editors' note",
    "corrections and clarifications",
    // German
    "korrektur",
    "berichtigung",
    "richtigstellung",
    "anmerkung der redaktion",
    "anm. d. red",
    "hinweis der redaktion",
    "korrekturhinweis",
    // French
    "rectificatif",
    "rectification",
    "erratum",
    "errata",
    "note de la rédaction",
    "mise au point",
    // Spanish
    "corrección",
    "fe de errores",
    "fe de erratas",
    "rectificación",
    "nota de la redacción",
    "nota del editor",
    "nota de redacción",
    // Italian
    "correzione",
    "rettifica",
    "errata corrige",
    "nota della redazione",
    "nota di redazione",
    "precisazione",
    // Portuguese
    "correção",
    "correcção",
    "retificação",
    "nota da redação",
    "nota do editor",
    "nota da direção",
    // Dutch, Swedish, Danish, Norwegian, Polish, Turkish
    "correctie",
    "rectificatie",
    "rättelse",
    "rettelse",
    "retting",
    "sprostowanie",
    "korekta",
    "düzeltme",
    // Russian, Ukrainian, Arabic
    "поправка",
    "исправление",
    "уточнение",
    "виправлення",
    "уточнення",
    "تصحيح",
    // Chinese, Japanese, Korean
    "更正",
    "訂正",
    "订正",
    "お詫びと訂正",
    "정정",
    "바로잡습니다",
];

/// How a sentence begins that tells of a change, in lower case.
const PHRASES: &[&str] = &[
    "an earlier version of this",
    "a previous version of this",
    "an earlier version of the",
    "a previous version of the",
    "earlier versions of this",
    "this article has been amended",
    "this article was amended",
    "this article has been corrected",
    "this article was corrected",
    "this article has been updated to correct",
    "this article was updated to correct",
    "this story has been corrected",
    "this story was corrected",
    "this story has been updated to correct",
    "this story was updated to correct",
    "this report has been corrected",
    "this post has been corrected",
    "in einer früheren version",
    "in einer früheren fassung",
    "in einer vorherigen version",
    "in einer ersten version",
    "eine frühere version dieses",
    "in der ursprünglichen version",
    "dieser artikel wurde korrigiert",
    "dieser text wurde korrigiert",
    "dieser artikel wurde nachträglich",
    "wir haben den fehler korrigiert",
    "wir haben die stelle korrigiert",
    "une version antérieure de",
    "une version précédente de",
    "une première version de",
    "dans une première version",
    "dans une version précédente",
    "cet article a été corrigé",
    "cet article a été modifié",
    "cet article a été rectifié",
    "una versión anterior de",
    "una primera versión de",
    "en una versión anterior",
    "en una primera versión",
    "este artículo ha sido corregido",
    "este artículo fue corregido",
    "este artículo ha sido modificado",
    "esta noticia ha sido corregida",
    "una versione precedente di",
    "una precedente versione di",
    "una prima versione di",
    "in una versione precedente",
    "in una prima versione",
    "questo articolo è stato corretto",
    "questo articolo è stato modificato",
    "uma versão anterior d",
    "uma primeira versão d",
    "em uma versão anterior",
    "numa versão anterior",
    "este artigo foi corrigido",
    "este texto foi corrigido",
    "esta reportagem foi corrigida",
    "esta notícia foi corrigida",
    "in een eerdere versie",
    "een eerdere versie van",
    "i en tidigare version",
    "en tidigare version av",
    "i en tidligere versjon",
    "i en tidligere version",
    "we wcześniejszej wersji",
    "w pierwotnej wersji",
    "в предыдущей версии",
    "в первоначальной версии",
    "у попередній версії",
];

/// True where a paragraph, or a sentence in it, is a notice that the text was corrected.
pub(crate) fn is_notice(text: &str, lang: Lang) -> bool {
    text.split("\n\n").any(|paragraph| {
        is_label(paragraph)
            || sentences(paragraph, lang)
                .into_iter()
                .any(|span| span.of(paragraph).is_some_and(begins_as_notice))
    })
}

/// Lower case, plain apostrophes, no bullet or bracket at the head.
fn plain(text: &str) -> String {
    let head = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let small = head.chars().take(160).flat_map(char::to_lowercase);
    small.map(|c| if matches!(c, '\u{2018}' | '\u{2019}') { '\'' } else { c }).collect()
}

fn begins_as_notice(sentence: &str) -> bool {
    let sentence = plain(sentence);
    PHRASES.iter().any(|phrase| sentence.starts_with(phrase))
}

fn is_label(paragraph: &str) -> bool {
    let head = plain(paragraph);
    LABELS.iter().any(|label| {
        let Some(rest) = head.strip_prefix(label) else { return false };
        let rest = rest.trim_start_matches('.').trim_start();
        if rest.is_empty() {
            return true;
        }
        let colon = rest.char_indices().find(|(_, c)| matches!(c, ':' | '：'));
        let colon = colon.is_some_and(|(at, _)| rest.get(..at).is_some_and(is_tail));
        colon || rest.starts_with(['\u{2014}', '\u{2013}', '-', '】', ']', '|', '\n'])
    })
}

/// What may stand between a label and its colon: nothing, a date, a place in brackets.
fn is_tail(text: &str) -> bool {
    let dated = text.trim_start().starts_with(['(', ',', '[', '（']) || text.chars().any(char::is_numeric);
    text.chars().count() <= LABEL_TAIL && (text.trim().is_empty() || dated)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notice(text: &str, lang: &str) -> bool {
        is_notice(text, Lang::parse(lang))
    }

    #[test]
    fn notices_of_many_languages_are_known() {
        for (lang, text) in [
            ("en", "Correction: the ferry carries 340 people, not 310."),
            ("en", "• This article was amended on 3 May. The board has nine members."),
            ("en", "Editor\u{2019}s note: the name of the ship was wrong."),
            ("en", "The pier is open again. An earlier version of this report gave another day."),
            ("en", "Correction (3 May 2026): the pier is older."),
            ("de", "Korrektur: Die Fähre fasst 340 Menschen."),
            ("de", "In einer früheren Version dieses Artikels stand eine andere Zahl."),
            ("de", "Anmerkung der Redaktion: Wir haben den Namen geändert."),
            ("fr", "Rectificatif : le bac transporte 340 personnes."),
            ("fr", "Une version antérieure de cet article donnait un autre chiffre."),
            ("es", "Fe de errores: el barco lleva 340 personas."),
            ("es", "Una versión anterior de este artículo daba otra cifra."),
            ("it", "Errata corrige: il traghetto porta 340 persone."),
            ("it", "Una versione precedente di questo articolo riportava un altro numero."),
            ("pt", "Correção: a balsa leva 340 pessoas."),
            ("pt", "Uma versão anterior deste texto dava outro número."),
            ("ja", "訂正：定員は340人です。"),
        ] {
            assert!(notice(text, lang), "{text}");
        }
    }

    #[test]
    fn a_mention_is_no_notice() {
        for (lang, text) in [
            ("en", "Correction officers walked out on Monday: they want more pay."),
            ("en", "The market correction that many had feared came early."),
            ("en", "This article of the treaty was amended in 1998."),
            ("de", "Die Korrektur der Zahlen kostet zwei Millionen."),
            ("fr", "Rectification des frontières ou traité, la question reste."),
            ("es", "La corrección política es un asunto de ayer."),
        ] {
            assert!(!notice(text, lang), "{text}");
        }
    }
}
