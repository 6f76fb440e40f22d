//! What a sentence says of its figures that makes them others than they seem: a part, a plan, another account, a count
//! that goes on. A word that no row has marks nothing. Start at [`Marks::of`].

use super::tokens::{Sentence, Token};
use std::sync::LazyLock;
use wireroom_model::Lang;
use wireroom_text::hash::ByWord;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// A part of what the other may count whole.
    Part,
    /// The whole of which the other may count a part.
    Whole,
    /// Another of its kind.
    Another,
    /// So many a day, on average, at most.
    Rate,
    /// What was so earlier.
    Before,
    /// What is to be, and may not.
    Plan,
    /// Of more days than one, in a word that no date tells.
    Days,
    Tax,
    Operating,
    /// Without what the accountant leaves out.
    Core,
    /// The count goes on.
    Goes,
}

/// The marks of one sentence, one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Marks(u16);

/// Stems of each mark in English, German, French and Spanish; a full stop ends a whole word, or words in a row.
type Row = (Mark, [&'static str; 4]);

const MARKS: &[Row] = &[
    (
        Mark::Part,
        [
            "alone. part_of. partly. among. amongst. including. inclusive. initial. additional. further. extra. insured \
             towards. toward. contribut share_of. half_of. behind.",
            "allein. darunter. weitere. zusätzlich teilweise. beitrag anteil.",
            "seul. seule. seulement. dont. parmi. supplémentair contribu",
            "solo. sólo. adicional otros. otras. incluid contribu",
        ],
    ),
    (
        Mark::Whole,
        [
            "nationwide countrywide nationally. across_the_country. worldwide globally. combined. altogether. cumulative. whole. entire.",
            "landesweit bundesweit weltweit ganzen_land. gesamt sämtlich insgesamt.",
            "mondial cumul tout_le_pays. ensemble. toute_la. tous_les.",
            "mundial acumulado. acumulada. todo_el_país. todo_el. toda_la. todos_los.",
        ],
    ),
    (
        Mark::Another,
        [
            "second. third. fourth. fifth. another. separate. similar. rival neighbouring neighboring sister. voted_against. votes_against. opposed. abstained. employs. owns. keeps. holds. operates. flies.",
            "zweite dritte vierte weiterer. rival benachbart dagegen. gegenstimmen enthalt beschäftigt. besitzt.",
            "deuxième second. seconde. troisième autre. autres. rival voisin voté_contre. voix_contre. abstention emploie. possède.",
            "segundo. segunda. tercer rival vecin en_contra. abstenc emplea. posee.",
        ],
    ),
    (
        Mark::Rate,
        [
            "daily. each. average averaged hourly. weekly. monthly. apiece. median. per_day. per_week. per_month. per_year. per_person. per_head. a_day. an_hour. normally. typically. ordinarily.",
            "täglich jeweils. durchschnitt monatlich. wöchentlich am_tag. pro_tag. pro_woche. pro_monat. im_monat. pro_jahr. im_jahr. pro_kopf. normalerweise. gewöhnlich. üblicherweise.",
            "chaque. moyenn quotidien mensuel médian par_jour. par_semaine. par_mois. par_an. par_habitant. par_personne. normalement. habituellement. ordinaire.",
            "cada. media. promedio. diari mensual mediana. al_día. por_día. al_mes. al_año. por_persona. normalmente. habitualmente.",
        ],
    ),
    (
        Mark::Before,
        [
            "previously. formerly. originally. initially. compared. first_put. first_estimated. earlier. former_record. last_year. year_earlier.",
            "zuvor. vorher. ursprünglich zunächst. anfangs. vorjahr früher.",
            "auparavant. initialement. précédent antérieur.",
            "anterior inicialmente.",
        ],
    ),
    (
        Mark::Plan,
        [
            "forecast expects. expect. expected. hopes. hoped. aims. target. may. might. predict analysts. wants. want. plans. planned. intend propos demand sought. seeks. hoping. called_for. calls_for. asked_for. asks_for. appeal exit_poll. exit_polls.",
            "prognos erwart könnte. analysten. will. wollen. plant. planen. geplant forder gefordert. beantrag verlang hochrechnung.",
            "prévoi prévu. espère. pourrai vise. analystes. veut. veulent. attend. attendent. réclam exig requis. requérait. demand estimation.",
            "prevé. prevén. espera. esperan. podría analistas. quiere. quieren. exige. reclama. pide. pidió. solicit sondeo.",
        ],
    ),
    (Mark::Days, ["weekend", "wochenende", "week-end fin_de_semaine.", "fin_de_semana."]),
    (Mark::Tax, ["pretax. tax. taxes.", "steuern. vorsteuer", "impôt", "impuesto"]),
    (
        Mark::Operating,
        ["operating.", "operativ betriebs", "exploitation. opérationnel", "operativo. explotación."],
    ),
    (
        Mark::Core,
        ["core. underlying. adjusted.", "kern bereinigt", "sous-jacent ajusté", "subyacente. ajustad"],
    ),
    (
        Mark::Goes,
        [
            "now. still. grown. climbed. climbs. climbing. reached. already. risen. rises. rose. rising. remain swollen. more. doubled.",
            "jetzt. inzwischen. bisher. gestiegen. noch. mittlerweile.",
            "désormais. encore. déjà. toujours.",
            "ahora. todavía. primeros. asciende. ya. aún.",
        ],
    ),
];

/// Stretches of time that are counted or follow one another.
const STRETCHES: [&str; 30] = [
    "quarter",
    "half",
    "year",
    "month",
    "week",
    "day",
    "night",
    "morning",
    "evening",
    "season",
    "time",
    "quartal",
    "halbjahr",
    "jahr",
    "monat",
    "woche",
    "tag",
    "nacht",
    "mal",
    "trimestre",
    "semestre",
    "année",
    "mois",
    "semaine",
    "jour",
    "nuit",
    "fois",
    "mes",
    "noche",
    "vez",
];

/// Stems that begin alike with the mark of each, and whole words with the words that must follow.
#[derive(Debug, Default)]
struct Table {
    stems: ByWord<&'static [u8], Vec<(&'static str, Mark)>>,
    whole: ByWord<&'static str, Vec<(&'static str, Mark)>>,
}

/// Bytes by which stems are found: most words of a text have none.
const KEY: usize = 3;

static TABLES: LazyLock<[Table; 4]> = LazyLock::new(|| {
    let mut all: [Table; 4] = std::array::from_fn(|_| Table::default());
    for (mark, languages) in MARKS {
        for (table, stems) in all.iter_mut().zip(languages) {
            for stem in stems.split_whitespace() {
                let Some(words) = stem.strip_suffix('.') else {
                    let Some(key) = stem.as_bytes().get(..KEY) else { continue };
                    table.stems.entry(key).or_default().push((stem, *mark));
                    continue;
                };
                let (first, rest) = words.split_once('_').unwrap_or((words, ""));
                table.whole.entry(first).or_default().push((rest, *mark));
            }
        }
    }
    all
});

impl Marks {
    pub(super) fn of(s: &Sentence<'_>, lang: Lang) -> Self {
        let [en, de, fr, es] = &*TABLES;
        let table = match lang.as_str() {
            "de" => de,
            "fr" => fr,
            "es" => es,
            "en" | "und" => en,
            _ => return Self::default(),
        };
        let mut found = Self::default();
        // The month of May is no doubt.
        let may = |t: &Token<'_>| t.capital && t.is("may");
        // Nor is the second quarter another one's, or another night.
        let stretch = |at: usize| {
            let mut next = s.tokens.iter().skip(at + 1).filter(|t| t.is_word());
            next.next().is_some_and(|t| t.dated || t.one_of(&STRETCHES))
        };
        for (at, token) in s.tokens.iter().enumerate().filter(|(_, t)| t.is_word() && !t.dated && !may(t)) {
            let word = token.word.as_ref();
            let stems = word.as_bytes().get(..KEY).and_then(|key| table.stems.get(key));
            for (stem, mark) in stems.into_iter().flatten() {
                if word.starts_with(stem) && !(*mark == Mark::Another && stretch(at)) {
                    found.0 |= mark.bit();
                }
            }
            for (rest, mark) in table.whole.get(word).into_iter().flatten() {
                let mut after = s.tokens.iter().skip(at + 1);
                let follows = |word: &str| after.next().is_some_and(|t| t.is(word));
                if *mark == Mark::Another && stretch(at) {
                    continue;
                }
                if rest.is_empty() || rest.split('_').all(follows) {
                    found.0 |= mark.bit();
                }
            }
        }
        found
    }

    pub(super) const fn has(self, mark: Mark) -> bool {
        self.0 & mark.bit() != 0
    }
}

impl Mark {
    const fn bit(self) -> u16 {
        1 << self as u16
    }
}
