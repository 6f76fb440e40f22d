//! The tables of French: ordinary verbs of saying in the forms that news text uses, and the small words around a subject.
//! Tables only; [`super::verbs`] says what each list is for.

use super::verbs::{Forms, Grammar, forms};
use std::sync::LazyLock;

static FORMS: Forms = LazyLock::new(|| forms(&FRENCH));

pub(super) static FRENCH: Grammar = Grammar {
    forms: &FORMS,
    say: "dit disait disent déclare déclaré déclarait affirme affirmé affirmait explique expliqué expliquait \
        ajoute ajouté ajoutait estime estimé estimait assure assuré assurait souligne souligné soulignait \
        indique indiqué précise précisé annonce annoncé répond répondu écrit lance lancé lançait regrette \
        regretté raconte raconté confie confié poursuit poursuivi conclut conclu insiste insisté martèle \
        martelé rappelle rappelé résume résumé reconnaît reconnu demande demandé prévient prévenu témoigne \
        témoigné commente commenté réagit réagi dénonce dénoncé tonne soutient soutenu juge jugé glisse \
        glissé plaide plaidé fait tweeté s'exclame répliqué réplique rétorque rétorqué rétorquait promet \
        promis interroge interrogé interrogée souvient souvenait déplore déploré détaille détaillé relève \
        relevé note noté constate constaté observe observé analyse analysé argue argué avance avancé avertit \
        averti certifie certifié clame clamé concède concédé considère considéré défend défendu déclarent \
        ajoutent expliquent affirment estiment soulignent précisent dénoncent assurent indiquent espère \
        espéré ironise ironisé insistait jure juré justifie justifié lâche lâché murmure murmuré objecte \
        objecté ordonne ordonné proclame proclamé prédit promettent relate relaté renchérit renchéri répète \
        répété rétorquent révèle révélé rit sourit soupire soupiré suggère suggéré tranche tranché vante \
        vanté admet admis avoue avoué affirmant exige exigé réclame réclamé félicite félicité réjouit réjoui \
        inquiète inquiété alerte alerté exhorte exhorté écrivait tweete savoir pense pensait pensent croit \
        martelait résumait concluait poursuivait rappelait racontait confiait répondait répondent",
    tell: "",
    weak: "qualifie qualifié évoque évoqué parle parlé appelle appelé accuse accusé salue salué",
    irregular: &[],
    inflects: false,
    participle_ending: "ant",
    verb_endings: &["e", "t", "ent"],
    helped_endings: &["é", "i", "u", "is", "it"],
    auxiliaries: &[
        "a", "ont", "avait", "avaient", "est", "se", "s", "n", "l", "s'est", "s’est", "ai", "ne", "n'a",
        "n’a", "l'a", "l’a",
    ],
    passives: &["été"],
    adverbs: &[
        "aussi",
        "ainsi",
        "encore",
        "également",
        "ensuite",
        "puis",
        "alors",
        "enfin",
        "toutefois",
        "déjà",
        "en",
        "y",
        "lui",
        "leur",
        "nous",
        "se",
    ],
    adverb_ending: Some("ment"),
    pronouns: &["il", "elle", "ils", "elles", "je", "nous"],
    determiners: &[
        "le", "la", "les", "un", "une", "des", "son", "sa", "ses", "leur", "leurs", "ce", "cette", "ces",
        "l", "du",
    ],
    linking: &["de", "du", "des", "d", "pour", "chez"],
    relatives: &["qui"],
    stops: &[
        "et", "ou", "mais", "que", "qu", "si", "à", "au", "aux", "dans", "en", "par", "sur", "sous", "avec",
        "sans", "lors", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "comme",
        "car", "donc", "pas", "devant", "après", "avant", "depuis", "vers", "quand", "lorsque", "selon",
    ],
    days: &["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "hier", "soir", "matin"],
    between: &["devant", "dans", "à", "lors", "sur", "auprès", "par", "pour", "au"],
    opening: &["pour"],
    following: &[],
    elides: true,
    within: true,
    second: &[],
    apposed: true,
    according: &[&["selon"], &["d", "après"]],
    abbreviations: &["M", "MM", "Mme", "Mlle", "Dr", "Pr", "Me", "St"],
};
