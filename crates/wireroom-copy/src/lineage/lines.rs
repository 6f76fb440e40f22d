//! Lines in which a text says where it stood first: "This article first appeared in ...", "Zuerst erschienen in ...".
//! It refuses a book or a study that a sentence of the text speaks of: before the phrase only words for the text
//! itself may stand. Start at [`first_published`].

use wireroom_model::Span;
use wireroom_text::words::{Word, fold, words};

/// Paragraphs at the beginning and at the end that are looked at: such lines stand nowhere else.
const FIRST: usize = 3;
const LAST: usize = 5;

/// Longest paragraph that may hold such a line, in bytes.
const MAX_LINE: usize = 600;

/// Words before the phrase ("A longer version of this story was ...").
const MAX_BEFORE: usize = 9;

/// Words of an outlet's name.
const MAX_NAME: usize = 8;

/// A line with the name it gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line<'t> {
    /// From the name on; it may run on past the name.
    pub name: &'t str,
    /// The sentence.
    pub span: Span,
    /// False for a bare "From ..." or "Source: ...", which tells only where the name is that of a member.
    pub says_so: bool,
}

/// Every such line of a text, in its order.
pub(super) fn first_published(body: &str) -> Vec<Line<'_>> {
    let paragraphs: Vec<&str> = body.split("\n\n").collect();
    let count = paragraphs.len();
    let near_an_end = |at: usize| at < FIRST || at + LAST >= count;
    let shown = paragraphs.iter().enumerate().filter(|&(at, p)| near_an_end(at) && p.len() <= MAX_LINE);
    shown.flat_map(|(_, paragraph)| sentences(paragraph)).filter_map(|text| line(body, text)).collect()
}

/// Sentences, roughly: a stop before a space and a capital ends one ("St. Ives" is cut, and then tells nothing).
fn sentences(paragraph: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut from = 0;
    let mut before = [' '; 2];
    for (at, c) in paragraph.char_indices() {
        let ends = before[1] == ' ' && matches!(before[0], '.' | '!' | '?' | '。') || c == '\n';
        if ends && !c.is_lowercase() {
            out.extend(paragraph.get(from..at));
            from = at;
        }
        before = [before[1], c];
    }
    out.extend(paragraph.get(from..));
    out
}

fn line<'t>(body: &'t str, sentence: &'t str) -> Option<Line<'t>> {
    let shown = sentence.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '*' | '(' | ')' | '[' | ']' | '—' | '–' | '|')
    });
    let all: Vec<Word<'_>> = words(shown).take(MAX_BEFORE + MAX_NAME + 8).collect();
    let folded: Vec<String> = all.iter().map(|word| fold(word.text)).collect();
    let span = Span::within(body, shown)?;
    let after = |place: usize| {
        let rest = shown.get(all.get(place)?.start..)?;
        Some(rest.trim_start_matches(['"', '“', '„', '«', '\'', '‘']))
    };
    for (at, _) in all.iter().enumerate().take(MAX_BEFORE + 1) {
        if let Some(length) = phrase(PHRASES, folded.get(at..)?) {
            let name = after(at + length)?;
            // "The report was first published by the board" may speak of another report.
            let says_so = at == 0 || folded.iter().take(at).any(|word| is_this(word));
            return Some(Line { name, span, says_so });
        }
        if !is_of_the_text(folded.get(at)?) {
            break;
        }
    }
    let length = phrase(BARE, &folded)?;
    let short = words(shown).nth(length + MAX_NAME).is_none();
    short.then(|| Some(Line { name: after(length)?, span, says_so: false }))?
}

/// How many words the longest phrase takes that stands here.
fn phrase(list: &[&str], here: &[String]) -> Option<usize> {
    let takes = |phrase: &&str| {
        let mut place = here.iter();
        let mut length = 0;
        let all = phrase.split(' ').all(|word| {
            length += 1;
            place.next().is_some_and(|here| here == word)
        });
        (all && length < here.len()).then_some(length)
    };
    list.iter().filter_map(takes).max()
}

/// A word that may stand before the phrase: an article, the text's own name, an auxiliary.
fn is_of_the_text(word: &str) -> bool {
    OF_THE_TEXT.split_whitespace().any(|known| known == word)
}

fn is_this(word: &str) -> bool {
    const THIS: &str =
        "this here dieser diese dieses cet cette ce este esta esto questo questa quest هذا هذه";
    THIS.split(' ').any(|known| known == word)
}

const OF_THE_TEXT: &str = "a an the this that it which is was were has been of and on our by with version longer shorter edited \
    extended article articles story report piece post column essay interview feature analysis commentary opinion text \
    editorial item content page dispatch blog excerpt note here note: update \
    der die das dieser diese dieses dem ein eine er sie es ist sind wurde wurden war hat artikel text beitrag bericht \
    interview kommentar gastbeitrag essay kolumne reportage version fassung hinweis \
    le la les l un une cet cette ce ces il elle est a été ete fut article texte reportage entretien tribune billet \
    version analyse chronique note \
    el los las este esta esto un una se fue ha sido es artículo articulo texto reportaje entrevista crónica cronica \
    noticia nota columna contenido versión version \
    il lo gli questo questa quest un una è e stato stata fu articolo testo intervista pezzo contenuto post versione \
    o os as este esta foi é texto artigo reportagem entrevista matéria materia coluna conteúdo versão \
    هذا هذه المقال التقرير نص كان";

/// Phrases before the name, folded, words parted by one space. Each says that the text stood there first.
const PHRASES: &[&str] = &[
    // English
    "first published in",
    "first published by",
    "first published on",
    "first published at",
    "originally published in",
    "originally published by",
    "originally published on",
    "originally published at",
    "first appeared in",
    "first appeared on",
    "first appeared at",
    "appeared first in",
    "appeared first on",
    "published first by",
    "published first in",
    "originally appeared in",
    "originally appeared on",
    "originally appeared at",
    "republished from",
    "republished with permission from",
    "republished with the permission of",
    "republished with permission of",
    "republished by permission of",
    "republished courtesy of",
    "republished here with permission from",
    "reprinted from",
    "reprinted with permission from",
    "reprinted with permission of",
    "reprinted with the permission of",
    "reproduced with permission from",
    "reposted from",
    "produced by",
    "originally produced by",
    // German
    "zuerst erschienen in",
    "zuerst erschienen im",
    "zuerst erschienen bei",
    "zuerst erschienen beim",
    "zuerst erschienen auf",
    "zuerst veröffentlicht in",
    "zuerst veröffentlicht im",
    "zuerst veröffentlicht bei",
    "zuerst veröffentlicht beim",
    "zuerst veröffentlicht auf",
    "zuerst veröffentlicht von",
    "zuerst in",
    "zuerst im",
    "zuerst bei",
    "zuerst beim",
    "zuerst auf",
    "ursprünglich erschienen in",
    "ursprünglich erschienen im",
    "ursprünglich veröffentlicht in",
    "ursprünglich veröffentlicht im",
    "erstmals erschienen in",
    "erstmals erschienen im",
    "erschien zuerst in",
    "erschien zuerst im",
    "erschien zuerst bei",
    "erschien zuerst beim",
    "erschien zuerst auf",
    "erschien ursprünglich in",
    "erschien ursprünglich im",
    "erschien ursprünglich auf",
    "übernommen von",
    "übernommen vom",
    "übernommen aus",
    // French
    "publié initialement par",
    "publié initialement dans",
    "publié initialement sur",
    "initialement publié par",
    "initialement publié dans",
    "initialement publié sur",
    "initialement paru dans",
    "initialement paru sur",
    "d abord publié par",
    "d abord publié dans",
    "d abord publié sur",
    "d abord paru dans",
    "d abord paru sur",
    "paru d abord dans",
    "publié d abord par",
    "publié d abord dans",
    "publié à l origine par",
    "publié à l origine dans",
    "publié à l origine sur",
    "publié pour la première fois par",
    "publié pour la première fois dans",
    "republié à partir de",
    "republié depuis",
    "repris de",
    "paru initialement dans",
    "paru initialement sur",
    "publiée initialement par",
    "initialement publiée par",
    "initialement publiée dans",
    // Spanish
    "publicado originalmente en",
    "publicado originalmente por",
    "publicada originalmente en",
    "publicada originalmente por",
    "originalmente publicado en",
    "originalmente publicado por",
    "originalmente publicada en",
    "publicado por primera vez en",
    "publicada por primera vez en",
    "publicó originalmente en",
    "publicó por primera vez en",
    "apareció por primera vez en",
    "apareció originalmente en",
    "apareció primero en",
    "publicado primero en",
    "reproducido de",
    "tomado de",
    "reproducido con permiso de",
    "republicado de",
    // Italian
    "pubblicato originariamente su",
    "pubblicato originariamente da",
    "pubblicato originariamente in",
    "originariamente pubblicato su",
    "originariamente pubblicato da",
    "originariamente pubblicato in",
    "pubblicato originalmente su",
    "pubblicato originalmente da",
    "pubblicato per la prima volta su",
    "pubblicato per la prima volta da",
    "pubblicato per la prima volta in",
    "uscito originariamente su",
    "uscito per la prima volta su",
    "apparso originariamente su",
    "apparso per la prima volta su",
    "apparso per la prima volta in",
    "pubblicato in origine su",
    "pubblicato in origine da",
    "ripubblicato da",
    "tratto da",
    "pubblicata originariamente su",
    "pubblicato inizialmente su",
    "pubblicato inizialmente da",
    // Portuguese
    "publicado originalmente em",
    "publicado originalmente no",
    "publicado originalmente na",
    "publicado originalmente pelo",
    "publicado originalmente pela",
    "publicada originalmente em",
    "publicada originalmente no",
    "publicada originalmente na",
    "originalmente publicado em",
    "originalmente publicado no",
    "originalmente publicado na",
    "originalmente publicado pelo",
    "originalmente publicado pela",
    "originalmente publicada em",
    "originalmente publicada no",
    "originalmente publicada na",
    "publicado pela primeira vez em",
    "publicado pela primeira vez no",
    "publicado pela primeira vez na",
    "apareceu originalmente em",
    "apareceu originalmente no",
    "apareceu originalmente na",
    "apareceu pela primeira vez em",
    "republicado de",
    "republicado do",
    "republicado da",
    "reproduzido de",
    "reproduzido do",
    "reproduzido da",
    // Arabic
    "نشر لأول مرة في",
    "نشر أولا في",
    "نشر للمرة الأولى في",
    "نقلا عن",
];

/// The same where they are all that stands before a name in a line of its own.
const BARE: &[&str] = &[
    "from",
    "source",
    "text",
    "via",
    "courtesy of",
    "story by",
    "story from",
    "aus",
    "aus dem",
    "aus der",
    "quelle",
    "text",
    "source",
    "extrait de",
    "fuente",
    "de",
    "fonte",
    "da",
    "dal",
    "dalla",
    "do",
    "المصدر",
    "عن",
];

/// Words before a name that are no part of it.
const ARTICLES: &str =
    "the der die das dem den des le la les l el los las lo il i gli un una o os as de del du da do di";

/// True where the name at the beginning of `text` is this outlet's, articles and endings of case aside.
pub(super) fn names(text: &str, outlet: &str) -> bool {
    let outlet = bare(outlet);
    let text: Vec<String> = words(text).take(outlet.len() + 3).map(|word| fold(word.text)).collect();
    let skipped = text.iter().take_while(|word| is_article(word)).count();
    let starts = |from: usize| {
        let here = text.get(from..from + outlet.len());
        here.is_some_and(|here| here.iter().zip(&outlet).all(|(a, b)| same(a, b)))
    };
    !outlet.is_empty() && (0..=skipped).any(starts)
}

/// An outlet's name without the articles before it, folded.
pub(super) fn bare(name: &str) -> Vec<String> {
    let all: Vec<String> = words(name).map(|word| fold(word.text)).collect();
    let skipped = all.iter().take_while(|word| is_article(word)).count();
    all.get(skipped..).filter(|rest| !rest.is_empty()).map_or(all.clone(), <[String]>::to_vec)
}

fn is_article(word: &str) -> bool {
    ARTICLES.split(' ').any(|article| article == word)
}

/// "Neuen" is "Neue", "Kuriers" is "Kurier": one letter at the end of a longer word.
fn same(a: &str, b: &str) -> bool {
    /// Letters of which the last may differ.
    const LONG: usize = 4;
    let less = |word: &str| word.char_indices().next_back().map_or(0, |(at, _)| at);
    let stem = |word: &str| word.get(..less(word)).unwrap_or_default().to_owned();
    let long = a.chars().count() >= LONG && b.chars().count() >= LONG;
    a == b || long && (stem(a) == b || stem(b) == a)
}

/// The name that a line gives, cut where the sentence goes on; `None` where it is no name (a day, a year, "here").
pub(super) fn given(text: &str) -> Option<&str> {
    let stop = |c: char| {
        matches!(c, ',' | ';' | ':' | '(' | ')' | '"' | '”' | '“' | '»' | '|' | '\n' | '—' | '–' | '。')
    };
    let text = text.split(stop).next()?;
    let text = text.split(". ").next()?.trim_end_matches(['.', '!', ' ']);
    let mut end = 0;
    let mut count = 0;
    for word in words(text) {
        let folded = fold(word.text);
        let lower = word.text.chars().next().is_some_and(char::is_lowercase);
        // A name goes on over a small word ("Le Monde de la mer"), not over the sentence's next clause.
        let goes_on = count > 0 && GOES_ON.split_whitespace().any(|stop| stop == folded);
        if goes_on || word.text.chars().any(|c| c.is_ascii_digit()) {
            break;
        }
        if lower
            && !is_article(&folded)
            && !PARTICLES.split(' ').any(|particle| particle == folded)
            && count > 0
            && !text.get(..word.start).is_some_and(|t| t.ends_with(['.', '-', '\'', '’']))
        {
            break;
        }
        count += 1;
        end = word.end();
        if count > MAX_NAME {
            return None;
        }
    }
    let name = text.get(..end)?.trim();
    let first = words(name).find(|word| !is_article(&fold(word.text)))?;
    let fine = !first.text.starts_with(char::is_lowercase) || name.contains('.');
    let told = words(name).map(|word| fold(word.text)).any(|word| !is_article(&word) && !is_time(&word));
    (fine && told).then_some(name)
}

/// Small words inside a name, beside the articles.
const PARTICLES: &str = "of for von van zu dos das du della dello delle dei y et und e";

const GOES_ON: &str = "on under and by and at in under with here by permission license licence am vom unter und hier mit \
    le sous et ici avec el bajo y aquí con il sotto e qui em sob aqui com";

/// Names of days and months, which follow the same phrases.
fn is_time(word: &str) -> bool {
    const TIMES: &str = "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august \
        september october november december montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag \
        januar februar märz mai juni juli oktober dezember lundi mardi mercredi jeudi vendredi samedi dimanche janvier \
        février mars avril juin juillet août septembre octobre novembre décembre lunes martes miércoles jueves viernes \
        sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunedì \
        martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio aprile maggio giugno luglio settembre \
        ottobre novembre dicembre segunda terça quarta quinta sexta janeiro fevereiro março maio junho julho setembro \
        outubro dezembro today yesterday heute gestern hier ayer oggi ieri hoje ontem";
    TIMES.split_whitespace().any(|known| known == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Option<(String, bool)> {
        let body = format!("The harbour was closed.\n\nBoats waited outside.\n\n{text}");
        let found = first_published(&body);
        let line = found.first()?;
        assert!(line.span.of(&body).is_some_and(|shown| shown.contains(line.name)));
        Some((given(line.name).unwrap_or("").to_owned(), line.says_so))
    }

    #[test]
    fn a_line_that_says_where_a_text_stood_first_gives_the_name_in_many_languages() {
        for (text, name) in [
            ("First published in The Harbour Herald", "The Harbour Herald"),
            ("This report first appeared in the Carrow Evening Times on 3 May.", "the Carrow Evening Times"),
            ("(This story was originally published by Tern Review and is republished here.)", "Tern Review"),
            ("This article is republished from Lorn Ledger under a Creative Commons licence.", "Lorn Ledger"),
            ("A longer version of this article was first published on ledger.example.", "ledger.example"),
            ("Zuerst erschienen im Steinhafener Tagblatt", "Steinhafener Tagblatt"),
            ("Dieser Text erschien zuerst in der Neuen Lindfurter Zeitung.", "der Neuen Lindfurter Zeitung"),
            ("Cet article a été initialement publié par Le Courrier du Cap.", "Le Courrier du Cap"),
            ("Publicado originalmente en La Gaceta de Alisio", "La Gaceta de Alisio"),
            ("Este artículo se publicó originalmente en El Faro, el 3 de mayo.", "El Faro"),
            ("Questo articolo è stato pubblicato originariamente su Il Molo", "Il Molo"),
            ("Esta reportagem foi publicada originalmente no Diário do Cais.", "Diário do Cais"),
        ] {
            let (found, says_so) = told(text).unwrap_or_default();
            assert!(says_so, "{text}");
            assert!(names(&found, name), "{text}: {found}");
            assert_eq!(
                found.trim_start_matches("the ").trim_start_matches("der "),
                name.trim_start_matches("the ").trim_start_matches("der ")
            );
        }
    }

    #[test]
    fn a_bare_credit_of_a_source_says_less() {
        for text in [
            "From the Carrow Evening Times",
            "Aus dem Kehltal-Kurier",
            "Text: Coastline Radio",
            "Source: Tern Review",
        ] {
            assert_eq!(told(text).map(|(_, says_so)| says_so), Some(false), "{text}");
        }
        assert_eq!(
            told("From the quay one could see that the boats had all gone out before the storm came in."),
            None
        );
    }

    #[test]
    fn a_book_of_which_the_text_speaks_is_no_printing_of_it() {
        for text in [
            "Her novel was first published in The Strand.",
            "The survey, first published by the Institute, counts herons.",
            "The theory first appeared in Lorne's notebooks.",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_is_no_outlet() {
        for text in [
            "This article was first published on Monday.",
            "First published on 3 May 2024",
            "First published in 2019",
        ] {
            assert_eq!(told(text).map(|(name, _)| name), Some(String::new()), "{text}");
        }
    }

    #[test]
    fn an_outlet_is_known_by_its_words_articles_and_endings_aside() {
        assert!(names("the Harbour Herald on Monday", "The Harbour Herald"));
        assert!(names("der Neuen Lindfurter Zeitung", "Neue Lindfurter Zeitung"));
        assert!(!names("the Harbour", "The Harbour Herald"));
        assert!(!names("the Old Harbour Herald", "Harbour Herald"));
    }
}
