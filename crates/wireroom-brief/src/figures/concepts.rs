//! The field's nouns and verbs across four languages: what befalls people, who they are, what firms and states count.
//! A small table of stems; a word it does not hold says nothing, and two words of one class say two things.
//! Start at [`of`]; who and what is counted stands in `things`.

use super::things::THINGS;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use wireroom_model::Lang;
use wireroom_text::hash::ByWord;

/// What kind of thing a concept tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    /// What befell somebody or something ("killed", "launched").
    Fate,
    /// A group among people that is less than all of them ("children").
    Group,
    /// Who or what is counted ("people", "houses").
    Thing,
    /// What a firm or a state measures ("profit", "deficit").
    Account,
    /// What it is about otherwise ("strike", "wind").
    Matter,
}

/// One concept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Concept {
    pub(super) class: Class,
    pub(super) name: &'static str,
}

/// Name, then stems in English, German, French and Spanish; a stem with a full stop is a whole word.
pub(super) type Row = (&'static str, &'static str, &'static str, &'static str, &'static str);

const FATES: &[Row] = &[
    (
        "dead",
        "kill die. dies. died. dead. death fatal lives. toll. corpse bodies. body. drown perish cull slaughter",
        "getötet tote. toten. toter. tot. starb gestorben todes todesopfer ums opfer. ertrunken ertrank umgekommen tödlich verende",
        "mort morts. morte mortes. tué décès décédé victimes. corps. succomb noyé péri.",
        "muert murieron murió falleci víctimas. mortal cadáver ahogad perec",
    ),
    ("injured", "injur wound hurt.", "verletz verwundet", "blessé bless", "herid lesionad"),
    ("missing", "missing. unaccounted", "vermisst vermisste", "disparu", "desaparecid"),
    (
        "arrested",
        "arrest detain held. custody",
        "festgenommen verhaftet festnahme",
        "arrêté interpell arrestation",
        "detenid arrestad detenc",
    ),
    (
        "displaced",
        "evacuat displac homeless fled. flee",
        "evakuiert vertrieben flohen. obdachlos verlassen.",
        "évacu déplacé",
        "evacu desplazad",
    ),
    ("shot down", "down. intercepted", "abgeschossen abgefangen", "abattu intercepté", "derrib intercept"),
    ("launched", "launch fired. sent.", "abgefeuert gestartet griffen.", "lancé tiré", "lanz dispar"),
    ("charged", "charged. indicted", "angeklagt", "inculpé", "acusad imputad"),
    (
        "rescued",
        "rescue saved. survivor",
        "gerettet überlebende",
        "sauvé rescapé survivant",
        "rescatad supervivient",
    ),
    ("infected", "infect cases.", "infiziert fälle.", "infecté cas. contamin", "contagi casos. infectad"),
    (
        "burned",
        "burn black. blacken scorch destroy gutted flatten",
        "verbrannt zerstört",
        "brûlé parcour détruit",
        "quemad arrasad destru",
    ),
    (
        "planted",
        "planted sown. sowed",
        "gepflanzt pflanz gesät aussaat",
        "planté semé",
        "plantad plantó sembr",
    ),
    (
        "searched",
        "searched raided. inspected",
        "durchsucht",
        "perquisition fouillé",
        "registrar. registró cachead",
    ),
    (
        "aboard",
        "aboard carrying",
        "bord. beförder transportier",
        "bord. transportait transportaient",
        "bordo. llevaba transportaba viajaban",
    ),
    ("finished", "finish completed", "beendet vollendet", "achevé terminé", "terminaron acabaron"),
    ("built", "build. built erect", "gebaut errichtet", "construi bâti", "constru"),
    ("damaged", "damag", "beschädigt", "endommag", "dañad"),
    ("born", "born. birth", "geboren geburt", "naiss né. nés.", "naci"),
    ("grown", "grow. grown. cultivat", "angebaut anbau", "cultiv", "cultiv"),
    ("hired", "hire hires hired. recruit", "eingestellt", "embauch recrut", "contrat"),
    ("dismissed", "layoff laid. dismiss redundan", "entlassen", "licenci supprim", "despid"),
    ("raised", "raise raised. donat collected", "gesammelt spende", "récolt collect", "recaud"),
    ("stolen", "stolen stole. steal theft robb", "gestohlen erbeutet", "vol. volé dérob", "roba robo"),
    ("seized", "seize seiz confiscat", "beschlagnahmt", "saisi. saisie confisqu", "incaut decomis"),
    ("vaccinated", "vaccinat", "geimpft", "vaccin", "vacun"),
    (
        "hospitalised",
        "hospitalis hospitaliz treated intensive",
        "krankenhaus behandelt versorgt",
        "hospitalis",
        "hospitaliz ingresad atendi",
    ),
    ("registered", "register enrol signed", "angemeldet registriert", "inscri", "inscri"),
    ("stranded", "strand stuck ashore beached", "gestrandet", "bloqué échou", "varad atrapad"),
    ("trapped", "trap cut.", "eingeschlossen verschüttet", "piégé", "atrapad"),
    ("licensed", "licen licence permit", "zugelassen lizenz", "autoris", "autoriz licencia"),
    (
        "listed",
        "list listed. catalog recorded identified",
        "erfasst gezählt",
        "recens répertori",
        "catalog registrad",
    ),
    (
        "jailed",
        "jail sentenced. imprison",
        "verurteilt freiheitsstrafe gefängnis haft. haftstrafe",
        "condamn écop prison ferme.",
        "condenad prisión cárcel",
    ),
    (
        "escaped",
        "escap fugitive runaway",
        "entkommen geflohen ausgebrochen flüchtig",
        "évad fugitif",
        "fugad escap",
    ),
    ("buried", "buried burying caught. engulf", "verschüttet begraben", "enseveli emport", "sepultad"),
    ("contained", "contain", "eingedämmt", "maîtris", "contenid"),
    ("cancelled", "cancel", "gestrichen annulliert abgesagt", "annulé", "cancelad"),
    ("closed", "close closed. shut.", "schließ geschlossen gesperrt", "ferm", "cerr"),
    ("sold", "sold. sell. sales.", "verkauft", "vendu", "vendi"),
    ("delivered", "deliver", "ausgeliefert", "livr", "entreg"),
    (
        "paid",
        "pay. pays. paid. award handed bought buy. buying. buys. purchas acqui takeover",
        "zahl",
        "pay. payer. versé",
        "pag",
    ),
];

const GROUPS: &[Row] = &[
    ("children", "child children. kids. minors.", "kind. kinder kindern.", "enfant", "niño niña menores."),
    ("women", "women. woman.", "frau. frauen", "femme", "mujer"),
    ("civilians", "civilian", "zivilist", "civil. civils.", "civil. civiles."),
    ("soldiers", "soldier troops. servicem", "soldat", "soldat militaires.", "soldado militares."),
    ("officers", "officer policem", "polizist", "policiers. gendarmes.", "agentes. policías."),
    ("journalists", "journalist reporters.", "journalist", "journaliste", "periodista"),
    ("firefighters", "firefighter", "feuerwehrleute einsatzkräfte.", "pompier sapeurs.", "bombero"),
    ("doctors", "doctor medics. nurses.", "ärzt arzt", "médecin infirmi", "médico enfermer"),
];

const ACCOUNTS: &[Row] = &[
    (
        "profit",
        "profit earned. earn. earnings.",
        "gewinn überschuss verdien",
        "bénéfice résultat profit",
        "beneficio ganó. ganancia",
    ),
    ("loss", "losses. deficit", "verlust defizit", "perte déficit", "pérdida déficit"),
    (
        "revenue",
        "revenue sales. turnover took.",
        "umsatz erlös",
        "chiffre recettes vend",
        "ingreso ventas. facturac",
    ),
    (
        "collected",
        "raised. collected. donat fundrais",
        "gesammelt spende",
        "récolté collecte dons.",
        "recaud donacion donativ",
    ),
    ("price", "price", "preis", "prix", "precio"),
    ("rent", "rent. rents. renter tenant", "miete durchschnittsmiete", "loyer", "alquiler"),
    ("damage", "damage", "schaden schäden sachschaden", "dégâts dommage", "daños"),
    ("budget", "budget", "haushalt etat", "budget", "presupuesto"),
    ("debt", "debt borrow loan. loans.", "schulden kredit", "dette emprunt", "deuda préstamo"),
    ("turnout", "turnout entitled", "beteiligung", "participation", "participación"),
    ("inflation", "inflation", "inflation teuerung", "inflation", "inflación"),
    ("unemployment", "unemployment jobless", "arbeitslos", "chômage", "desempleo paro."),
    ("growth", "growth", "wachstum", "croissance", "crecimiento"),
    ("dividend", "dividend", "dividende", "dividende", "dividendo"),
    ("harvest", "harvest", "ernte", "récolte", "cosecha"),
    ("fraud", "fraud", "betrug", "fraude", "fraude"),
    ("spending", "spend spent expenditure outlay", "ausgabe ausgeben", "dépens", "gasto gastar gastó"),
    ("saving", "saving. savings. save.", "einspar sparen spart", "économiser économies.", "ahorr"),
    (
        "needs",
        "need. needs. needed. shortfall lack. lacks.",
        "benötigt braucht fehlen",
        "besoin manque. manquent.",
        "necesita falta. faltan.",
    ),
    (
        "insurance",
        "insured insurance insurer",
        "versicher",
        "assuré assurance assureur",
        "asegurad seguro. seguros.",
    ),
    ("investment", "invest", "invest", "invest", "inversi invert"),
    (
        "aid",
        "aid. relief subsid grant",
        "hilfe. hilfen zuschuss zuschüsse förder",
        "aide. aides. subvention",
        "ayuda subvenci",
    ),
    ("wages", "wage wages. salary salaries", "lohn löhne gehalt", "salaire", "salario sueldo"),
    ("tax", "tax. taxes. levy", "steuer", "impôt taxe", "impuesto"),
    ("exports", "export", "export ausfuhr", "export", "export"),
    ("imports", "import", "einfuhr", "import", "import"),
    (
        "production",
        "production. produced output. manufactur",
        "produktion produziert",
        "production",
        "producción produj",
    ),
    ("cost", "cost. costs. costing price", "kosten kostet koste", "coût coûte", "coste cuesta costo"),
    ("emissions", "emission carbon", "emission ausstoß", "émission", "emision"),
    ("support", "poll. survey approval", "umfrage", "sondage", "encuesta sondeo"),
    ("interest", "interest. rate. rates.", "zins", "taux. intérêt", "interés tipos."),
    ("value", "value. valued. worth", "wert. bewert", "valeur valor", "valor"),
    ("fee", "fee. fees. fare fares.", "gebühr", "frais. tarif", "tarifa tasa."),
    ("fine", "fine. fined. penalty", "bußgeld geldstrafe", "amende", "multa"),
    ("reserve", "reserve", "rücklage reserve", "réserve", "reserva"),
    ("bad loans", "loans. loan.", "faule", "", "morosidad"),
];

const MATTERS: &[Row] = &[
    ("strike", "strike walkout", "streik warnstreik ausstand", "grève", "huelga"),
    ("wind", "wind. turbine", "wind. windkraft", "éolien vent.", "eólic viento."),
    ("coal", "coal", "kohle", "charbon", "carbón"),
    ("solar", "solar", "solar", "solaire", "solar"),
    ("nuclear", "nuclear", "atom kern", "nucléaire", "nuclear"),
    ("electricity", "electric power.", "strom. stroms.", "électri", "electric"),
    (
        "temperature",
        "high. temperature mercury thermometer",
        "temperatur",
        "température",
        "temperatura máxima. máximo",
    ),
    ("rain", "rain", "regen niederschlag", "pluie", "lluvia"),
    ("maize", "maize corn.", "mais.", "maïs", "maíz"),
    ("olives", "olive", "olive", "olive", "aceituna oliv"),
    ("clocks", "clock", "uhr zeitumstellung", "heure.", "reloj"),
    ("flood", "flood", "flut hochwasser", "crue inondation", "inundacion crecida"),
    ("licence", "licen", "lizenz", "licen", "licencia"),
    ("cholera", "cholera", "cholera", "choléra", "cólera"),
    ("dengue", "dengue", "dengue", "dengue", "dengue"),
    ("queue", "queue", "stau.", "bouchon", "atasco"),
    ("march", "march. marched marchers", "demonstration marsch", "défil cortège", "marcha manifestación"),
    ("crest", "crest gauge", "scheitel pegel", "", ""),
    ("reef", "reef", "riff", "récif", "arrecife"),
    ("snow", "snow", "schnee", "neige", "nieve nevad"),
    ("quake", "quake magnitude tremor", "beben erdbeben", "séisme magnitude", "terremoto sismo"),
    ("depth", "depth deep.", "tiefe tief.", "profond", "profund"),
    ("height", "height tall. high.", "höhe hoch.", "hauteur haut.", "altura alto."),
    ("length", "length long. stretch runs.", "länge lang.", "longueur long.", "longitud largo."),
    ("speed", "speed gust", "tempo geschwindigkeit böen", "vitesse rafale", "velocidad ráfaga"),
    ("storm", "storm hurricane typhoon", "sturm orkan", "tempête ouragan", "tormenta huracán"),
    ("fire", "fire. blaze wildfire bushfire", "feuer brand. waldbrand", "incendie feu.", "incendio fuego"),
    ("water", "water. reservoir", "wasser", "eau. réservoir", "agua. embalse"),
    ("cocaine", "cocaine", "kokain", "cocaïne", "cocaína"),
    ("ivory", "ivory tusk", "elfenbein", "ivoire", "marfil"),
    ("tobacco", "tobacco cigarette", "tabak zigarette", "tabac cigarette", "tabaco cigarrillo"),
    ("river", "river stream.", "fluss flusses", "rivière fleuve", "río"),
    ("air", "air.", "luft. lufttemperatur", "", "aire."),
    (
        "cannabis",
        "cannabis hashish marijuana",
        "cannabis haschisch marihuana",
        "cannabis haschich résine",
        "cannabis hachís marihuana",
    ),
    ("heroin", "heroin", "heroin", "héroïne", "heroína"),
    ("oil", "oil. crude petroleum", "öl. rohöl erdöl", "pétrole brut.", "petróleo crudo"),
    ("gas", "gas. lng.", "gas. erdgas", "gaz", "gas."),
    ("gold", "gold.", "gold. goldes", "", "oro."),
    ("copper", "copper", "kupfer", "cuivre", "cobre"),
    ("wheat", "wheat", "weizen", "blé", "trigo"),
    ("rice", "rice.", "reis.", "riz", "arroz"),
    (
        "fish",
        "fish herring cod. mackerel tuna salmon",
        "fisch hering kabeljau lachs",
        "poisson hareng morue thon saumon",
        "pescado arenque bacalao atún salmón",
    ),
    ("meat", "meat beef. pork.", "fleisch rindfleisch", "viande", "carne"),
    ("milk", "milk", "milch", "lait.", "leche"),
    ("waste", "waste rubbish garbage", "müll abfall", "déchet ordures", "basura residuo"),
    ("landslide", "landslide slide. mudslide", "erdrutsch", "glissement", "deslizamiento"),
];

/// Bytes by which a word is looked up first; no stem is shorter.
const KEY: usize = 3;

/// Stems that begin alike, the longest first, and whole words apart.
#[derive(Debug, Default)]
struct Bucket {
    stems: Vec<(&'static str, Vec<Concept>)>,
    whole: ByWord<&'static str, Vec<Concept>>,
}

/// By the first bytes of the stems: most words of a text have none.
type Table = ByWord<&'static [u8], Bucket>;

static TABLES: LazyLock<[Table; 4]> = LazyLock::new(|| {
    let mut all: [BTreeMap<&'static str, Vec<Concept>>; 4] = std::array::from_fn(|_| BTreeMap::new());
    let classes = [
        (Class::Fate, FATES),
        (Class::Group, GROUPS),
        (Class::Thing, THINGS),
        (Class::Account, ACCOUNTS),
        (Class::Matter, MATTERS),
    ];
    for (class, rows) in classes {
        for (name, en, de, fr, es) in rows {
            for (table, stems) in all.iter_mut().zip([en, de, fr, es]) {
                for stem in stems.split_whitespace() {
                    table.entry(stem).or_default().push(Concept { class, name });
                }
            }
        }
    }
    all.map(table)
});

fn table(stems: BTreeMap<&'static str, Vec<Concept>>) -> Table {
    let mut table = Table::default();
    for (stem, concepts) in stems {
        let Some(key) = stem.as_bytes().get(..KEY) else { continue };
        let bucket = table.entry(key).or_default();
        match stem.strip_suffix('.') {
            Some(word) => {
                bucket.whole.insert(word, concepts);
            }
            None => bucket.stems.push((stem, concepts)),
        }
    }
    for bucket in table.values_mut() {
        bucket.stems.sort_by_key(|(stem, _)| std::cmp::Reverse(stem.len()));
    }
    table
}

/// What a folded word stands for; more than one where two things share a word.
pub(super) fn of(word: &str, lang: Lang) -> &'static [Concept] {
    let [en, de, fr, es] = &*TABLES;
    let table = match lang.as_str() {
        "de" => de,
        "fr" => fr,
        "es" => es,
        "en" | "und" => en,
        _ => return &[],
    };
    let Some(bucket) = word.as_bytes().get(..KEY).and_then(|key| table.get(key)) else { return &[] };
    if let Some(found) = bucket.whole.get(word) {
        return found;
    }
    bucket.stems.iter().find(|(stem, _)| word.starts_with(stem)).map_or(&[], |(_, found)| found)
}
