//! The tables of Spanish: ordinary verbs of saying in the forms that news text uses, and the small words around a subject.
//! Tables only; [`super::verbs`] says what each list is for.

use super::verbs::{Forms, Grammar, forms};
use std::sync::LazyLock;

static FORMS: Forms = LazyLock::new(|| forms(&SPANISH));

pub(super) static SPANISH: Grammar = Grammar {
    forms: &FORMS,
    say: "dijo dice dijeron dicen dicho afirmó afirma afirmaron afirmado aseguró asegura asegurado declaró \
        declara declarado explicó explica explicado añadió añade añadido señaló señala señalado indicó \
        indica indicado agregó agrega sostuvo sostiene manifestó manifiesta manifestado escribió escribe \
        escrito respondió responde contestó preguntó pregunta insistió insiste subrayó subraya recordó \
        recuerda advirtió advierte anunció anuncia comentó comenta concluyó concluye reconoció reconoce \
        admitió admite apuntó apunta expresó expresa precisó precisa destacó destaca lamentó lamenta \
        denunció denuncia relató relata opinó opina criticó critica reiteró reitera contó cuenta aclaró \
        aclara defendió defiende alertó alerta exigió exige replicó replica replicado prometió promete \
        prometido confesó confiesa confesado detalló detalla detallado matizó matiza zanjó sentenció \
        sentencia puntualizó puntualiza remarcó remarca recalcó recalca recalcado resaltó resalta celebró \
        celebra valoró valora consideró considera considerado pronosticó ironizó bromeó bromea explicaron \
        señalaron aseguraron añadieron indicaron dijeran decía decían contaba contado recordado advertido \
        anunciado denunciado lamentado reconocido admitido respondido escribieron narró narra refirió \
        refiere relatado sugirió sugiere aventuró espetó soltó exclamó gritó susurró murmuró argumentó \
        argumenta argumentado alegó alega justificó justifica justificado juró saber piensa cree estimó \
        estima confirmó confirma confirmado informó informa informado ratificó ratifica adelantó adelanta \
        insistido apostilló rebatió rebate rechazó rechaza instó insta reclamó reclama exigido reflexionó \
        reflexiona resumió resume vaticinó proclamó proclama apuntado subrayado",
    tell: "",
    weak: "calificó califica llamó llama tildó describió describe acusó acusa habló habla pidió pide",
    irregular: &[],
    inflects: false,
    participle_ending: "ndo",
    verb_endings: &["ó", "aron", "ieron", "a", "e"],
    helped_endings: &["ado", "ido", "cho", "to"],
    auxiliaries: &["quiso", "ha", "han", "había", "habían", "he", "se", "le", "les", "lo", "no", "fue"],
    passives: &["fue", "sido"],
    adverbs: &["también", "además", "luego", "después", "así", "ya", "entonces", "aún", "todavía", "siempre"],
    adverb_ending: Some("mente"),
    pronouns: &["él", "ella", "ellos", "ellas", "yo", "nosotros", "usted"],
    determiners: &[
        "el", "la", "los", "las", "un", "una", "unos", "unas", "su", "sus", "este", "esta", "ese", "esa",
        "al",
    ],
    linking: &["de", "del", "para"],
    relatives: &["quien", "que"],
    stops: &[
        "y",
        "e",
        "o",
        "pero",
        "si",
        "a",
        "en",
        "por",
        "con",
        "sin",
        "sobre",
        "tras",
        "ante",
        "desde",
        "hasta",
        "durante",
        "según",
        "como",
        "cuando",
        "mientras",
        "porque",
        "lunes",
        "martes",
        "miércoles",
        "jueves",
        "viernes",
        "sábado",
        "domingo",
        "ayer",
        "hoy",
        "contra",
        "entre",
        "hacia",
        "aunque",
    ],
    days: &["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo", "ayer", "hoy"],
    between: &["ante", "en", "por", "durante", "tras", "a", "desde"],
    opening: &["para"],
    following: &[],
    elides: false,
    within: false,
    second: &[],
    apposed: true,
    according: &[&["según"], &["de", "acuerdo", "con"], &["en", "palabras", "de"], &["a", "juicio", "de"]],
    abbreviations: &["Sr", "Sra", "Dr", "Dra", "D", "Dña", "Ud", "EE", "UU"],
};
