//! Lines in which a text says where it stood first: "This article first appeared in ...", "Zuerst erschienen in ...".
//! It refuses a book or a study that a sentence of the text speaks of: before the phrase only words for the text
//! itself may stand. Start at [`first_published`].

use super::phrases::{is_of_the_text, is_this, of_a_credit, of_a_line};
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
        if let Some(length) = of_a_line(folded.get(at..)?) {
            let name = after(at + length)?;
            // "The report was first published by the board" may speak of another report.
            let says_so = at == 0 || folded.iter().take(at).any(|word| is_this(word));
            return Some(Line { name, span, says_so });
        }
        if !is_of_the_text(folded.get(at)?) {
            break;
        }
    }
    let length = of_a_credit(&folded)?;
    let short = words(shown).nth(length + MAX_NAME).is_none();
    short.then(|| Some(Line { name: after(length)?, span, says_so: false }))?
}

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
