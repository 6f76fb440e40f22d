//! Words of one matter: a question about the dead is answered by who was killed. A short list of what news is asked
//! about most, four languages, and no thesaurus: where two words are not surely one matter, none is listed.

/// Words (folded, before stemming) that count as the first of their row.
const KIN: [(&str, &[&str]); 16] = [
    (
        "en",
        &["die", "died", "dies", "dying", "dead", "death", "deaths", "killed", "killing", "kills", "kill"],
    ),
    ("en", &["hurt", "injured", "injures", "injuries", "wounded", "wounding"]),
    ("en", &["ask", "asked", "asks", "asking", "demand", "demands", "demanded", "demanding"]),
    ("en", &["lead", "leads", "led", "leader", "leaders", "leading"]),
    ("en", &["arrest", "arrests", "arrested", "detained", "detain", "detains"]),
    ("en", &["cost", "costs", "costing", "price", "prices"]),
    ("de", &["tot", "tote", "toten", "toter", "starb", "starben", "gestorben", "getötet", "todesopfer"]),
    ("de", &["verletzt", "verletzte", "verletzten", "verletzter", "verwundet"]),
    ("de", &["fehlt", "fehlen", "fehlte", "fehlten"]),
    ("de", &["kostet", "kosten", "kostete", "preis", "preise"]),
    (
        "es",
        &[
            "muerto",
            "muertos",
            "muerta",
            "muertas",
            "murió",
            "murieron",
            "fallecido",
            "fallecidos",
            "muertes",
        ],
    ),
    ("es", &["detenido", "detenidos", "detenida", "detenidas", "detuvo", "detuvieron", "detener"]),
    ("es", &["herido", "heridos", "herida", "heridas", "lesionados"]),
    (
        "fr",
        &["mort", "morts", "morte", "mortes", "tué", "tués", "tuée", "tuées", "décès", "décédé", "décédés"],
    ),
    ("fr", &["blessé", "blessés", "blessée", "blessées"]),
    ("fr", &["coûter", "coûte", "coûtera", "coût", "coûts", "coûterait", "prix"]),
];

/// The word that stands for all of its kin; itself where it has none.
pub(super) fn head<'w>(folded: &'w str, lang: &str) -> &'w str {
    let row = KIN.iter().find(|(of, row)| *of == lang && row.contains(&folded));
    row.and_then(|(_, row)| row.first().copied()).unwrap_or(folded)
}

/// Every word of a word's matter, itself too where it is listed.
pub(super) fn all(folded: &str, lang: &str) -> &'static [&'static str] {
    KIN.iter().find(|(of, row)| *of == lang && row.contains(&folded)).map_or(&[], |(_, row)| row)
}
