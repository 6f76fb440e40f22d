//! What the rules know of a language: verbs of saying, and the small words that bound a subject.
//! It knows English, German, French and Spanish; of any other language it says nothing, so nobody is named.
//! Start at [`Grammar::of`].

use wireroom_model::Lang;

/// How surely a verb presents someone's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Strength {
    /// "said": may stand on either side and before its subject.
    Say,
    /// "told": takes the hearer as its object, so what follows it is no subject.
    Tell,
    /// "called", "accused": introduces words that stand after it.
    Weak,
}

/// A word that is a form of a verb of saying.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) strength: Strength,
    pub(super) form: Form,
}

/// What an ending tells about a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// "saying": its subject is the main clause's.
    Participle,
    /// "call", "press": a noun too, unless its subject is plural or an auxiliary stands before.
    Bare,
    /// "calls", "states": a plural noun too.
    Third,
    /// "called", "said".
    Past,
}

/// The tables of one language. All words are in lower case.
#[derive(Debug)]
pub(super) struct Grammar {
    pub(super) say: &'static [&'static str],
    pub(super) tell: &'static [&'static str],
    pub(super) weak: &'static [&'static str],
    /// Forms that the endings below do not give.
    pub(super) irregular: &'static [(&'static str, &'static str)],
    /// True where `say`, `tell` and `weak` list infinitives to inflect the English way.
    pub(super) inflects: bool,
    pub(super) participle_ending: &'static str,
    pub(super) auxiliaries: &'static [&'static str],
    /// With a past form these make a passive ("was told").
    pub(super) passives: &'static [&'static str],
    pub(super) adverbs: &'static [&'static str],
    pub(super) adverb_ending: Option<&'static str>,
    pub(super) pronouns: &'static [&'static str],
    pub(super) determiners: &'static [&'static str],
    /// Prepositions that a name may hold ("the head of the union").
    pub(super) linking: &'static [&'static str],
    pub(super) relatives: &'static [&'static str],
    /// Other words that end a subject.
    pub(super) stops: &'static [&'static str],
    /// "according to", word by word.
    pub(super) according: &'static [&'static [&'static str]],
    pub(super) abbreviations: &'static [&'static str],
}

impl Grammar {
    /// The tables for a language; English for an unknown one, `None` where we have none.
    pub(super) fn of(lang: Lang) -> Option<&'static Self> {
        match lang.as_str() {
            "en" | "und" => Some(&ENGLISH),
            "de" => Some(&super::languages::GERMAN),
            "fr" => Some(&super::languages::FRENCH),
            "es" => Some(&super::languages::SPANISH),
            _ => None,
        }
    }

    /// Whether the word is a form of a verb of saying.
    pub(super) fn said(&self, word: &str) -> Option<Said> {
        if word.len() < 3 || !word.chars().all(char::is_alphabetic) {
            return None;
        }
        let lower = word.to_lowercase();
        let irregular = self.irregular.iter().find(|(form, _)| *form == lower).map(|(_, base)| *base);
        if let Some(base) = irregular {
            let form = if lower == "goes" { Form::Third } else { Form::Past };
            return self.strength(base).map(|strength| Said { strength, form });
        }
        if !self.inflects {
            let form = if lower.ends_with(self.participle_ending) { Form::Participle } else { Form::Past };
            return self.strength(&lower).map(|strength| Said { strength, form });
        }
        // "hoped" is "hop" or "hope", "planned" is "plan": the table settles which base exists.
        let ending = ["ing", "ied", "ies", "ed", "es", "d", "s", ""];
        ending.iter().find_map(|ending| {
            let stem = lower.strip_suffix(ending)?;
            let undoubled = stem.char_indices().last().and_then(|(at, last)| {
                let shorter = stem.get(..at)?;
                shorter.ends_with(last).then(|| shorter.to_owned())
            });
            let bases = match *ending {
                "ing" => vec![Some(stem.to_owned()), Some(format!("{stem}e")), undoubled],
                "ied" | "ies" => vec![Some(format!("{stem}y"))],
                "ed" => vec![Some(stem.to_owned()), undoubled],
                _ => vec![Some(stem.to_owned())],
            };
            let strength = bases.into_iter().flatten().find_map(|base| self.strength(&base))?;
            let form = match *ending {
                "ing" => Form::Participle,
                "" => Form::Bare,
                "s" | "es" | "ies" => Form::Third,
                _ => Form::Past,
            };
            Some(Said { strength, form })
        })
    }

    fn strength(&self, base: &str) -> Option<Strength> {
        if self.say.contains(&base) {
            Some(Strength::Say)
        } else if self.tell.contains(&base) {
            Some(Strength::Tell)
        } else if self.weak.contains(&base) {
            Some(Strength::Weak)
        } else {
            None
        }
    }

    /// Whether a stop after the word belongs to it ("Sen.", "J.").
    pub(super) fn keeps_stop(&self, word: &str) -> bool {
        let mut chars = word.chars();
        let initial = matches!((chars.next(), chars.next()), (Some(c), None) if c.is_uppercase());
        initial || word.contains('.') || self.abbreviations.iter().any(|a| a.eq_ignore_ascii_case(word))
    }

    /// Words that modify a verb and stand between it and its subject.
    pub(super) fn is_adverb(&self, word: &str) -> bool {
        self.adverb_ending.is_some_and(|ending| word.len() > ending.len() + 1 && word.ends_with(ending))
            || self.adverbs.iter().any(|a| a.eq_ignore_ascii_case(word))
    }
}

static ENGLISH: Grammar = Grammar {
    say: &[
        "acknowledge",
        "add",
        "admit",
        "affirm",
        "agree",
        "allege",
        "announce",
        "answer",
        "argue",
        "ask",
        "assert",
        "bark",
        "beg",
        "bellow",
        "blog",
        "blurt",
        "boast",
        "bristle",
        "caution",
        "chant",
        "chide",
        "chime",
        "claim",
        "clarify",
        "comment",
        "complain",
        "concede",
        "conclude",
        "confess",
        "confirm",
        "contend",
        "continue",
        "counter",
        "cry",
        "deadpan",
        "declare",
        "demand",
        "demur",
        "deny",
        "drawl",
        "elaborate",
        "email",
        "emphasize",
        "emphasise",
        "enthuse",
        "estimate",
        "exclaim",
        "exhort",
        "explain",
        "fume",
        "gripe",
        "groan",
        "growl",
        "grumble",
        "guess",
        "gush",
        "hint",
        "imply",
        "insist",
        "interject",
        "intone",
        "joke",
        "lament",
        "laugh",
        "maintain",
        "marvel",
        "mention",
        "mumble",
        "murmur",
        "muse",
        "mutter",
        "note",
        "object",
        "observe",
        "offer",
        "opine",
        "plead",
        "pledge",
        "ponder",
        "post",
        "predict",
        "press",
        "proclaim",
        "promise",
        "pronounce",
        "propose",
        "protest",
        "question",
        "quip",
        "rant",
        "react",
        "read",
        "reason",
        "recall",
        "recount",
        "reflect",
        "reiterate",
        "rejoin",
        "relate",
        "remark",
        "remember",
        "repeat",
        "reply",
        "report",
        "respond",
        "retaliate",
        "retort",
        "reveal",
        "riff",
        "say",
        "scoff",
        "scream",
        "shout",
        "sigh",
        "snap",
        "snarl",
        "speculate",
        "state",
        "stress",
        "suggest",
        "summarize",
        "summarise",
        "surmise",
        "swear",
        "tease",
        "testify",
        "theorize",
        "think",
        "threaten",
        "thunder",
        "tweet",
        "urge",
        "utter",
        "venture",
        "volunteer",
        "vow",
        "wail",
        "warn",
        "whisper",
        "wonder",
        "write",
        "yell",
    ],
    tell: &[
        "assure", "advise", "brief", "inform", "instruct", "notify", "persuade", "remind", "reassure",
        "tell", "text", "thank",
    ],
    weak: &[
        "accuse",
        "advocate",
        "applaud",
        "assail",
        "attack",
        "begin",
        "bemoan",
        "believe",
        "berate",
        "blame",
        "blast",
        "brand",
        "call",
        "cast",
        "celebrate",
        "characterize",
        "characterise",
        "charge",
        "cite",
        "commend",
        "compare",
        "complete",
        "condemn",
        "congratulate",
        "consider",
        "criticize",
        "criticise",
        "declare",
        "decry",
        "deem",
        "defend",
        "denounce",
        "deride",
        "describe",
        "dismiss",
        "dub",
        "encourage",
        "end",
        "express",
        "feel",
        "find",
        "finish",
        "fire",
        "get",
        "give",
        "go",
        "hail",
        "hear",
        "hold",
        "imagine",
        "invoke",
        "issue",
        "label",
        "lambast",
        "like",
        "list",
        "make",
        "mean",
        "mock",
        "open",
        "order",
        "paint",
        "point",
        "portray",
        "praise",
        "preach",
        "pronounce",
        "push",
        "put",
        "quote",
        "rail",
        "reaffirm",
        "rebuke",
        "recite",
        "refer",
        "reference",
        "release",
        "request",
        "rip",
        "rule",
        "send",
        "shoot",
        "sing",
        "slam",
        "speak",
        "start",
        "talk",
        "term",
        "tout",
        "trumpet",
        "use",
        "view",
        "voice",
        "want",
        "welcome",
    ],
    irregular: &[
        ("said", "say"),
        ("told", "tell"),
        ("wrote", "write"),
        ("written", "write"),
        ("thought", "think"),
        ("swore", "swear"),
        ("began", "begin"),
        ("felt", "feel"),
        ("found", "find"),
        ("got", "get"),
        ("gave", "give"),
        ("went", "go"),
        ("goes", "go"),
        ("heard", "hear"),
        ("held", "hold"),
        ("made", "make"),
        ("meant", "mean"),
        ("sent", "send"),
        ("shot", "shoot"),
        ("sang", "sing"),
        ("spoke", "speak"),
        ("cried", "cry"),
        ("put", "put"),
        ("read", "read"),
        ("used", "use"),
    ],
    inflects: true,
    participle_ending: "ing",
    auxiliaries: &[
        "has",
        "have",
        "had",
        "is",
        "was",
        "were",
        "are",
        "be",
        "been",
        "being",
        "will",
        "would",
        "could",
        "should",
        "may",
        "might",
        "must",
        "can",
        "did",
        "does",
        "do",
        "not",
        "to",
        "didn't",
        "doesn't",
        "wouldn't",
        "didn’t",
        "doesn’t",
    ],
    passives: &["is", "was", "were", "are", "be", "been", "being"],
    adverbs: &[
        "also",
        "then",
        "later",
        "once",
        "again",
        "often",
        "even",
        "just",
        "still",
        "now",
        "further",
        "always",
        "never",
        "soon",
        "too",
        "sometimes",
        "instead",
        "however",
        "today",
        "yesterday",
        "earlier",
        "long",
        "ever",
        "already",
        "out",
        "back",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "tonight",
    ],
    adverb_ending: Some("ly"),
    pronouns: &["he", "she", "they", "it", "i", "we", "you", "who", "others", "some", "many", "one"],
    determiners: &[
        "the", "a", "an", "his", "her", "their", "its", "my", "our", "your", "this", "that", "these",
        "those", "one", "another", "some", "several", "many", "both", "two", "three", "four", "no", "every",
    ],
    linking: &["of", "for", "from", "at", "in", "with", "on", "to", "near", "against"],
    relatives: &["who", "which", "that", "whose"],
    stops: &[
        "about",
        "above",
        "across",
        "after",
        "although",
        "amid",
        "among",
        "and",
        "as",
        "because",
        "before",
        "behind",
        "below",
        "but",
        "by",
        "despite",
        "during",
        "except",
        "if",
        "into",
        "like",
        "nor",
        "off",
        "onto",
        "or",
        "over",
        "since",
        "so",
        "than",
        "though",
        "through",
        "toward",
        "towards",
        "under",
        "unless",
        "until",
        "upon",
        "via",
        "what",
        "when",
        "where",
        "whether",
        "while",
        "why",
        "within",
        "without",
        "yet",
        "how",
        "there",
        "here",
        "meanwhile",
        "rather",
        "moreover",
        "plus",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "today",
        "yesterday",
        "tonight",
        "not",
    ],
    according: &[&["according", "to"]],
    abbreviations: &[
        "Mr", "Mrs", "Ms", "Dr", "Sen", "Rep", "Gov", "Gen", "Col", "Lt", "Sgt", "Capt", "Maj", "Prof",
        "Rev", "Hon", "St", "Jr", "Sr", "No", "Inc", "Co", "Corp", "Ltd", "vs", "Jan", "Feb", "Mar", "Apr",
        "Aug", "Sept", "Oct", "Nov", "Dec", "Mass", "Calif", "Fla", "Conn", "Mich", "Minn", "Wis", "Ariz",
        "Pa", "Va", "Sens", "Reps", "Messrs", "Adm", "Cmdr", "Pres", "Supt", "Atty",
    ],
};
