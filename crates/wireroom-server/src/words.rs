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
#[allow(dead_code, reason = "see say_round")]
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
        FluentValue::Number(number) if number.value >= 0.0 && number.value.fract() == 0.0 => {
            Some(crate::wording::grouped(number.value as u64))
        }
        _ => None,
    }));
    bundle.add_resource_overriding(resource);
    // Names in Latin letters stand apart from the Arabic round them; elsewhere the marks would only be in the way.
    let is_rtl = bundle
        .get_message("tongue-dir")
        .and_then(|message| message.value())
        .is_some_and(|value| bundle.format_pattern(value, None, &mut Vec::new()) == "rtl");
    bundle.set_use_isolating(is_rtl);
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
    #[allow(dead_code, reason = "for the reader's choice in the settings")]
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
    tongue().tell(key, &values.into_iter().collect())
}

/// What [`say_round!`] calls: a sentence with something in it that is no text, at `{ $here }`: what stands before it and what after.
#[allow(dead_code, reason = "see say_round")]
pub fn round(key: &'static str, mut values: Vec<(&'static str, FluentValue<'_>)>) -> (String, String) {
    values.push(("here", FluentValue::String(Cow::Owned(HERE.to_string()))));
    let told = tongue().tell(key, &values.into_iter().collect());
    let plain = |part: &str| part.trim_end_matches('\u{2068}').trim_start_matches('\u{2069}').to_owned();
    told.split_once(HERE)
        .map_or_else(|| (told.clone(), String::new()), |(before, after)| (plain(before), plain(after)))
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
#[allow(unused_macros, reason = "pages take it up as they are written anew")]
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
