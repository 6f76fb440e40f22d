//! The press's own files, embedded: one table of texts, one of stories, and the tables beside them.
//! It refuses nothing and parses nothing. The files lie in `press/` beside `src/`.

macro_rules! files {
    ($folder:literal, $ending:literal, $($name:literal)*) => {
        &[$(($name, include_str!(concat!("../../press/", $folder, "/", $name, $ending)))),*]
    };
}

/// Each written text by its name.
pub(super) const TEXTS: &[(&str, &str)] = files!("texts", ".md",
    "abbara-marfa" "abbara-wikala" "apagon-agencia" "apagon-diario" "cup-echo" "cup-wire" "deal-interview"
    "deal-times" "deal-wire" "embalse-agencia" "embalse-gaceta" "faehre-agentur" "faehre-tagblatt"
    "ferry-herald" "ferry-live" "ferry-toll" "ferry-wire" "finch-observer" "finch-radio" "finch-wire"
    "hack-explainer" "hack-herald" "hack-wire" "jingle-herald" "makhtuta-mizan" "makhtuta-wikala"
    "misstrauen-agentur" "misstrauen-anzeiger" "neuwahl-agentur" "neuwahl-kurier" "retablo-agencia"
    "retablo-hallado" "retablo-tribuna" "seawall-gazette" "seawall-herald" "seawall-post" "strike-observer"
    "strike-times" "strike-wire" "tahliya-sindyan" "tahliya-wikala" "toll-echo" "toll-wire"
    "tunnel-agentur" "tunnel-anzeiger");

/// Stories with who printed which text when, and with which edits.
pub(super) const STORIES: &[(&str, &str)] =
    files!("stories", ".toml", "english-sea" "english-town" "german" "spanish" "arabic" "digest");

pub(super) const OUTLETS: &str = include_str!("../../press/outlets.toml");
pub(super) const FURNITURE: &str = include_str!("../../press/furniture.toml");
pub(super) const NAMES: &str = include_str!("../../press/names.toml");
