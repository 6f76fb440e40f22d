//! Words of talks in many languages: what marks questions and answers, what opens lines that nobody speaks, how
//! people speak of themselves. Tables only.

/// A label that says "question", in the short and the long form.
pub fn is_question(label: &str) -> bool {
    matches!(
        label.to_lowercase().trim_end_matches('.'),
        "q" | "question"
            | "frage"
            | "pregunta"
            | "p"
            | "pergunta"
            | "domanda"
            | "d"
            | "вопрос"
            | "в"
            | "питання"
            | "pytanie"
            | "ερώτηση"
            | "vraag"
            | "soru"
            | "问"
            | "問"
            | "سؤال"
            | "س"
            | "שאלה"
            | "ש"
            | "प्रश्न"
    )
}

/// A label that says "answer".
pub fn is_answer(label: &str) -> bool {
    matches!(
        label.to_lowercase().trim_end_matches('.'),
        "a" | "answer"
            | "antwort"
            | "respuesta"
            | "r"
            | "resposta"
            | "réponse"
            | "risposta"
            | "ответ"
            | "о"
            | "відповідь"
            | "odpowiedź"
            | "απάντηση"
            | "antwoord"
            | "cevap"
            | "答"
            | "جواب"
            | "ج"
            | "תשובה"
            | "ת"
            | "उत्तर"
    )
}

/// Words before a colon that nobody speaks: notes of editors, lines of facts, ways to other pages. Lower case.
const NO_SPEAKERS: &[&str] = &[
    "advantages",
    "bad",
    "battery",
    "camera",
    "capacity",
    "color",
    "colors",
    "colour",
    "colours",
    "cons",
    "dimensions",
    "disadvantages",
    "display",
    "features",
    "fill",
    "good",
    "materials",
    "pro",
    "contra",
    "pros",
    "size",
    "specifications",
    "specs",
    "weight",
    "vorteile",
    "nachteile",
    "lage",
    "homepage",
    "öffnungszeiten",
    "address",
    "also read",
    "also",
    "analysis",
    "background",
    "bottom line",
    "breaking",
    "caption",
    "clarification",
    "conclusion",
    "contact",
    "copyright",
    "correction",
    "cost",
    "credit",
    "date",
    "details",
    "disclaimer",
    "disclosure",
    "duration",
    "e-mail",
    "editor's note",
    "editor’s note",
    "email",
    "exclusive",
    "fact check",
    "facts",
    "for example",
    "format",
    "further reading",
    "hint",
    "hours",
    "important",
    "in brief",
    "in short",
    "info",
    "ingredients",
    "key points",
    "last updated",
    "length",
    "listen",
    "live",
    "location",
    "more",
    "music",
    "note",
    "notes",
    "opening hours",
    "opinion",
    "phone",
    "photo",
    "photos",
    "picture",
    "place",
    "previously",
    "price",
    "published",
    "rating",
    "read also",
    "read more",
    "read",
    "recommendation",
    "related",
    "remember",
    "result",
    "running time",
    "see also",
    "see",
    "source",
    "sources",
    "summary",
    "tags",
    "tel",
    "telephone",
    "time",
    "tip",
    "tickets",
    "topic",
    "topics",
    "transcript",
    "update",
    "updated",
    "verdict",
    "video",
    "warning",
    "watch",
    "website",
    "when",
    "where",
    "who",
    "why",
    "what",
    "how",
    "step",
    "achtung",
    "adresse",
    "anmerkung",
    "dauer",
    "datum",
    "fazit",
    "foto",
    "hinweis",
    "hintergrund",
    "korrektur",
    "lesen sie auch",
    "ort",
    "preis",
    "quelle",
    "siehe auch",
    "tipp",
    "uhrzeit",
    "attention",
    "à lire",
    "à noter",
    "lire aussi",
    "note de la rédaction",
    "durée",
    "lieu",
    "prix",
    "actualización",
    "dirección",
    "duración",
    "fecha",
    "fuente",
    "lea también",
    "nota",
    "nota del editor",
    "precio",
    "atualização",
    "fonte",
    "leia também",
    "aggiornamento",
    "leggi anche",
    "nota della redazione",
    "aktualizacja",
    "czytaj też",
    "uwaga",
    "źródło",
    "внимание",
    "источник",
    "обновление",
    "примечание",
    "справка",
    "читайте также",
    "увага",
    "джерело",
    "πηγή",
    "σημείωση",
    "ενημέρωση",
    "ملاحظة",
    "المصدر",
    "تحديث",
    "اقرأ أيضا",
    "הערה",
    "עדכון",
    "מקור",
    "注",
    "注意",
    "来源",
    "來源",
    "更新",
    "出典",
    "関連記事",
    "相关阅读",
];

/// Whether nobody speaks under a label.
pub fn is_no_speaker(label: &str) -> bool {
    let label = label.to_lowercase();
    let label = label.trim_matches(|c: char| !c.is_alphanumeric());
    let first = label.split_whitespace().next().unwrap_or_default();
    NO_SPEAKERS.contains(&label)
        || matches!(first, "step" | "part")
        || label.split_whitespace().any(|w| w == "transcript")
}

/// How people speak of themselves, by language. Lower case.
const SELF: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "i", "i'm", "i’m", "i've", "i’ve", "i'd", "i’d", "i'll", "i’ll", "my", "me", "we", "we're",
            "we’re", "our",
        ],
    ),
    ("de", &["ich", "mir", "mich", "mein", "meine", "meinen", "meiner", "wir", "uns", "unsere"]),
    ("fr", &["je", "j'ai", "j’ai", "j'étais", "j’étais", "moi", "mon", "ma", "mes", "nous", "notre"]),
    (
        "es",
        &["yo", "mí", "mi", "mis", "me", "nosotros", "nuestra", "nuestro", "nos", "creo", "estoy", "tengo"],
    ),
    ("pt", &["eu", "meu", "minha", "me", "nós", "nosso", "nossa", "acho", "estou", "tenho"]),
    ("it", &["io", "mio", "mia", "mi", "noi", "nostro", "nostra", "ho", "sono", "credo", "abbiamo"]),
    (
        "pl",
        &["ja", "mnie", "mi", "mój", "moja", "moje", "nas", "my", "jestem", "mam", "myślę", "byłem", "byłam"],
    ),
    ("ru", &["я", "мне", "меня", "мой", "моя", "мы", "нас", "нам", "наш"]),
    ("uk", &["я", "мені", "мене", "мій", "моя", "ми", "нас", "нам", "наш"]),
    ("el", &["εγώ", "μου", "με", "εμείς", "μας", "έχω", "είμαι"]),
    ("nl", &["ik", "mijn", "mij", "wij", "we", "ons", "onze"]),
    ("sv", &["jag", "mig", "min", "mitt", "vi", "oss", "vår"]),
    ("da", &["jeg", "mig", "min", "mit", "vi", "os", "vores"]),
    ("no", &["jeg", "meg", "min", "mitt", "vi", "oss", "vår"]),
    ("fi", &["minä", "minun", "minua", "me", "meidän", "olen"]),
    ("cs", &["já", "mě", "mi", "můj", "moje", "my", "nás", "jsem", "jsme", "mám"]),
    ("tr", &["ben", "benim", "bana", "biz", "bizim", "bize"]),
    ("ro", &["eu", "mea", "meu", "mie", "noi", "noastră", "am", "sunt"]),
    ("hu", &["én", "nekem", "engem", "mi", "nekünk", "vagyok"]),
    ("ar", &["أنا", "نحن", "لي", "لدي", "كنت", "عندي"]),
    ("he", &["אני", "אנחנו", "שלי", "שלנו", "לי", "לנו", "הייתי"]),
    ("fa", &["من", "ما", "خودم"]),
    ("hi", &["मैं", "मैंने", "मेरी", "मेरा", "मुझे", "हम", "हमारे"]),
];

/// Whether an answer is somebody's who speaks of himself.
pub fn speaks_of_itself(text: &str, lang: &str) -> bool {
    if ["我", "我们", "私", "僕", "俺", "저는", "나는", "제가"].iter().any(|word| text.contains(word))
    {
        return true;
    }
    let Some((_, words)) = SELF.iter().find(|(of, _)| *of == lang) else { return false };
    text.split(|c: char| c.is_whitespace() || ",.;:!?\"“”()".contains(c))
        .any(|word| !word.is_empty() && words.contains(&word.to_lowercase().as_str()))
}

/// Words of a label that name what somebody does in a talk and not who he is. Lower case.
const PARTS: &[&str] = &[
    "announcer",
    "anchor",
    "archive",
    "attendee",
    "audience",
    "audio",
    "caller",
    "chair",
    "chairman",
    "chairwoman",
    "choir",
    "clip",
    "correspondent",
    "crowd",
    "excerpt",
    "guest",
    "host",
    "interpreter",
    "interviewer",
    "journalist",
    "judge",
    "listener",
    "man",
    "member",
    "moderator",
    "narration",
    "narrator",
    "newsreader",
    "officer",
    "operator",
    "participant",
    "presenter",
    "producer",
    "protester",
    "question",
    "questioner",
    "report",
    "reporter",
    "resident",
    "singer",
    "singing",
    "speaker",
    "student",
    "translator",
    "voice",
    "voiceover",
    "witness",
    "woman",
    "interprète",
    "journaliste",
    "moderatorin",
    "reporterin",
    "frage",
    "sprecher",
    "sprecherin",
    "zuhörer",
    "zuschauer",
    "locutor",
    "periodista",
    "presentador",
    "giornalista",
    "conduttore",
    "ведущий",
    "ведущая",
    "корреспондент",
    "журналист",
    "dziennikarz",
    "prowadzący",
    "presentator",
    "verslaggever",
];

/// Whether a lower-case word of a label is one that such labels hold.
pub fn is_part(word: &str) -> bool {
    PARTS.contains(&word.to_lowercase().as_str())
}

/// Whether a line calls the text an interview.
pub fn tells_of_an_interview(text: &str) -> bool {
    const CALLED: [&str; 26] = [
        "interview",
        "q&a",
        "in conversation",
        "we spoke to",
        "we spoke with",
        "edited for length",
        "im gespräch",
        "entretien avec",
        "entrevista",
        "intervista",
        "wywiad",
        "rozmowa z",
        "интервью",
        "інтерв",
        "συνέντευξη",
        "vraaggesprek",
        "röportaj",
        "söyleşi",
        "haastattelu",
        "インタビュー",
        "专访",
        "專訪",
        "인터뷰",
        "مقابلة",
        "ראיון",
        "گفت‌وگو",
    ];
    let text = text.to_lowercase();
    CALLED.iter().any(|word| text.contains(word))
}
