//! The words of the interface in the reader's language: one Fluent file a language under `words/`, one message a key.
//! It refuses to translate news: what outlets wrote stays in their language. It knows no language by name: a new file
//! in `words/` is a new language. Start at [`say!`], which every page uses; who listens is set once, at the door, with
//! [`heard`], and holds for the request's whole task.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::borrow::Cow;
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

/// Each language's code and file, by code.
const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/words.rs"));
/// The language of who names none that the house speaks; the one that every key is written in first.
const FIRST: &str = "en";
/// Languages read of one `Accept-Language` line.
const MAX_ASKED: usize = 16;
/// Stands in a sentence where a page puts a link or a form; see [`round`].
const HERE: char = '\u{fffc}';

/// A language that the interface speaks.
#[derive(Clone, Copy)]
pub struct Tongue(&'static Spoken);

struct Spoken {
    code: &'static str,
    bundle: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Tongue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Tongue").field(&self.0.code).finish()
    }
}

impl PartialEq for Tongue {
    fn eq(&self, other: &Self) -> bool {
        self.0.code == other.0.code
    }
}

impl Eq for Tongue {}

static SPOKEN: LazyLock<Vec<Spoken>> =
    LazyLock::new(|| FILES.iter().map(|(code, text)| spoken(code, text)).collect());

tokio::task_local! {
    static HEARD: Tongue;
}

/// Reads a file. What Fluent cannot read of it is left out and logged; a test holds that there is none.
fn spoken(code: &'static str, text: &'static str) -> Spoken {
    let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(saved, errors)| {
        tracing::error!(?errors, code, "a file of words could not be read whole");
        saved
    });
    let lang: LanguageIdentifier = code.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![lang]);
    bundle.set_formatter(Some(|value, _| match value {
        FluentValue::Number(number) if number.value.is_finite() => Some(crate::numbers::plain(number.value)),
        _ => None,
    }));
    bundle.add_resource_overriding(resource);
    // The bundle would set every value apart, a date's parts too, which then have no direction of their own left.
    bundle.set_use_isolating(false);
    Spoken { code, bundle }
}

impl Tongue {
    /// Every language there is, by code.
    pub fn all() -> impl Iterator<Item = Self> {
        SPOKEN.iter().map(Self)
    }

    /// The language with this code: "de".
    pub fn named(code: &str) -> Option<Self> {
        Self::all().find(|tongue| tongue.0.code.eq_ignore_ascii_case(code))
    }

    /// The code, for `lang`.
    pub fn code(self) -> &'static str {
        self.0.code
    }

    /// The language's name in itself: "Deutsch".
    pub fn name(self) -> String {
        self.tell("tongue-name", &FluentArgs::new())
    }

    /// `rtl` or `ltr`.
    pub fn dir(self) -> &'static str {
        if self.tell("tongue-dir", &FluentArgs::new()) == "rtl" { "rtl" } else { "ltr" }
    }

    /// The best of what a browser asks for (`de-AT,de;q=0.9,en;q=0.5`); the first language where it asks for none of ours.
    pub fn asked(line: &str) -> Self {
        let mut wishes: Vec<(f32, &str)> = line
            .split(',')
            .take(MAX_ASKED)
            .filter_map(|part| {
                let (range, weight) = part.split_once(';').unwrap_or((part, "q=1"));
                let weight: f32 = weight.trim().strip_prefix("q=")?.parse().ok()?;
                let code = range.trim().split('-').next()?;
                (weight > 0.0).then_some((weight, code))
            })
            .collect();
        // A stable order: of equal wishes the earlier.
        wishes.sort_by(|a, b| b.0.total_cmp(&a.0));
        wishes.iter().find_map(|(_, code)| Self::named(code)).unwrap_or_default()
    }

    fn tell(self, key: &str, args: &FluentArgs<'_>) -> String {
        let first = Self::default();
        let Some((bundle, pattern)) = [self, first]
            .into_iter()
            .find_map(|tongue| Some((&tongue.0.bundle, tongue.0.bundle.get_message(key)?.value()?)))
        else {
            tracing::error!(key, "no file has these words");
            return key.to_owned();
        };
        let mut errors = Vec::new();
        let told = bundle.format_pattern(pattern, Some(args), &mut errors);
        if !errors.is_empty() {
            tracing::error!(key, ?errors, "words lack something that they name");
        }
        told.into_owned()
    }
}

impl Default for Tongue {
    fn default() -> Self {
        #[allow(clippy::expect_used, reason = "the file is part of the program; a test reads it")]
        Self(SPOKEN.iter().find(|spoken| spoken.code == FIRST).expect("words/en.ftl is there"))
    }
}

/// Runs a request for somebody who reads this language: every [`say!`] inside speaks it.
pub async fn heard<F: Future>(tongue: Tongue, request: F) -> F::Output {
    HEARD.scope(tongue, request).await
}

/// The same for a piece of work that awaits nothing.
#[cfg(test)]
pub fn heard_now<T>(tongue: Tongue, work: impl FnOnce() -> T) -> T {
    HEARD.sync_scope(tongue, work)
}

/// The language of who is being answered; the first one outside of a request.
pub fn tongue() -> Tongue {
    HEARD.try_with(|tongue| *tongue).unwrap_or_default()
}

/// What [`say!`] calls.
pub fn told(key: &'static str, values: Vec<(&'static str, FluentValue<'_>)>) -> String {
    let tongue = tongue();
    tongue.tell(key, &set_apart(values, tongue.dir() == "rtl"))
}

fn set_apart<'v>(values: Vec<(&'static str, FluentValue<'v>)>, to_left: bool) -> FluentArgs<'v> {
    let mut args = FluentArgs::with_capacity(values.len() + 1);
    for (name, value) in values {
        let value = match value {
            FluentValue::String(text) if is_foreign(&text, to_left) => {
                FluentValue::String(Cow::Owned(format!("\u{2068}{text}\u{2069}")))
            }
            other => other,
        };
        args.set(name, value);
    }
    args
}

/// Whether a text runs another way than the sentence that it stands in, and would disturb it. Words of the house's own
/// never do, whoever is named in them: they were set apart there.
fn is_foreign(text: &str, to_left: bool) -> bool {
    let is_told = text.contains('\u{2068}');
    let first = text.chars().find(|character| character.is_alphabetic());
    !is_told
        && match first {
            Some(_) if !to_left => text.chars().any(runs_from_the_right),
            Some(first) => !runs_from_the_right(first),
            // "+03:00" begins with its sign wherever it stands.
            None => to_left && text.starts_with(['+', '−', '-', '#', '/']),
        }
}

/// The blocks of Hebrew, Arabic, Syriac, Thaana and N'Ko, and of the presentation forms.
const fn runs_from_the_right(character: char) -> bool {
    matches!(character, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
}

/// What [`say_round!`] calls: a sentence with something in it that is no text, at `{ $here }`: what stands before it and what after.
pub fn round(key: &'static str, values: Vec<(&'static str, FluentValue<'_>)>) -> (String, String) {
    let tongue = tongue();
    let mut args = set_apart(values, tongue.dir() == "rtl");
    args.set("here", FluentValue::String(Cow::Owned(HERE.to_string())));
    let told = tongue.tell(key, &args);
    told.split_once(HERE).map_or_else(
        || (told.clone(), String::new()),
        |(before, after)| (before.to_owned(), after.to_owned()),
    )
}

/// Words in the reader's language: `say!("time-now")`, `say!("count-outlets", n = 14)`. A number chooses the plural
/// and is grouped; a text stands as it is. The key is a literal, so that a test can hold code and files together.
macro_rules! say {
    ($key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::words::told($key, vec![$((stringify!($name), ($value).into())),*])
    };
}

/// Words round something that is no text (a link): `say_round!(KEY, n = 3)` gives what stands before and after
/// `{ $here }`.
macro_rules! say_round {
    ($key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::words::round($key, vec![$((stringify!($name), ($value).into())),*])
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_gets_the_best_language_it_asks_for() {
        assert_eq!(Tongue::asked("de-AT,de;q=0.9,en;q=0.5").code(), "de");
        assert_eq!(Tongue::asked("fr,en;q=0.3,ar;q=0.8").code(), "ar");
        assert_eq!(Tongue::asked("de;q=0,*").code(), "en");
        assert_eq!(Tongue::asked("").code(), "en");
        assert_eq!(Tongue::asked(&"x;q=,".repeat(1000)).code(), "en");
    }

    #[test]
    fn plurals_are_each_languages_own() {
        let outlets =
            |code: &str, n: u64| heard_now(Tongue::named(code).unwrap(), || say!("count-outlets", n = n));
        assert_eq!(outlets("en", 1), "1 outlet");
        assert_eq!(outlets("en", 12_345), "12\u{202f}345 outlets");
        assert_eq!(outlets("de", 2), "2 Medien");
        let arabic: std::collections::BTreeSet<String> =
            [1, 2, 3, 11].into_iter().map(|n| outlets("ar", n).replace(char::is_numeric, "")).collect();
        assert_eq!(arabic.len(), 4);
    }

    #[test]
    fn a_name_that_runs_the_other_way_stands_apart() {
        let printed = |code: &str, name: &str| {
            heard_now(Tongue::named(code).unwrap(), || say!("article-credits", agency = name))
        };
        assert_eq!(printed("en", "Tern"), "credits Tern");
        assert_eq!(printed("en", "وكالة"), "credits \u{2068}وكالة\u{2069}");
        assert!(printed("ar", "Tern").ends_with(" \u{2068}Tern\u{2069}"));
        assert!(printed("ar", "وكالة").ends_with(" وكالة"));
    }

    #[test]
    fn a_date_within_a_sentence_runs_with_it() {
        let time = |code: &str, offset: &str| {
            heard_now(Tongue::named(code).unwrap(), || {
                let date = say!("time-date", day = 3, month = say!("month", n = 11));
                say!("time-full", date = date, clock = "10:20", offset = offset)
            })
        };
        assert!(!time("ar", "").contains('\u{2068}'), "{}", time("ar", ""));
        assert!(time("ar", "+03:00").contains("\u{2068}+03:00\u{2069}"));
        assert!(!time("en", "+03:00").contains('\u{2068}'));
        let nested = heard_now(Tongue::named("ar").unwrap(), || {
            say!("list-comma", first = say!("article-credits", agency = "Tern"), next = "وكالة")
        });
        assert_eq!(nested.matches('\u{2068}').count(), 1, "{nested}");
    }

    #[test]
    fn a_link_stands_where_its_language_puts_it() {
        let parts =
            |tongue| heard_now(tongue, || say_round!("time-at", date = "x", clock = HERE.to_string()));
        for tongue in Tongue::all() {
            let (before, after) = parts(tongue);
            assert!(
                before.contains('x') && after.is_empty() && !before.contains(HERE),
                "{tongue:?}: {before}|{after}"
            );
        }
    }
}
