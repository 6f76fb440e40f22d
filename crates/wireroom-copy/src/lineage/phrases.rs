//! The phrases of lines in which a text says where it stood first, by language, and the words that may stand before
//! one. It refuses to guess at others: a phrase that is not here tells nothing. Start at [`of_a_line`].

/// How many words the phrase takes that stands here and says that the text stood first where the name after it says.
pub(super) fn of_a_line(here: &[String]) -> Option<usize> {
    phrase(PHRASES, here)
}

/// The same for a bare credit ("From", "Source").
pub(super) fn of_a_credit(here: &[String]) -> Option<usize> {
    phrase(BARE, here)
}

/// How many words the longest phrase takes that stands here.
fn phrase(list: &[&str], here: &[String]) -> Option<usize> {
    let takes = |phrase: &&str| {
        let mut place = here.iter();
        let mut length = 0;
        let all = phrase.split(' ').all(|word| {
            length += 1;
            place.next().is_some_and(|here| here == word)
        });
        (all && length < here.len()).then_some(length)
    };
    list.iter().filter_map(takes).max()
}

/// A word that may stand before the phrase: an article, the text's own name, an auxiliary.
pub(super) fn is_of_the_text(word: &str) -> bool {
    OF_THE_TEXT.split_whitespace().any(|known| known == word)
}

pub(super) fn is_this(word: &str) -> bool {
    const THIS: &str =
        "this here dieser diese dieses cet cette ce este esta esto questo questa quest هذا هذه";
    THIS.split(' ').any(|known| known == word)
}

const OF_THE_TEXT: &str = "a an the this that it which is was were has been of and on our by with version longer shorter edited \
    extended article articles story report piece post column essay interview feature analysis commentary opinion text \
    editorial item content page dispatch blog excerpt note here note: update \
    der die das dieser diese dieses dem ein eine er sie es ist sind wurde wurden war hat artikel text beitrag bericht \
    interview kommentar gastbeitrag essay kolumne reportage version fassung hinweis \
    le la les l un une cet cette ce ces il elle est a été ete fut article texte reportage entretien tribune billet \
    version analyse chronique note \
    el los las este esta esto un una se fue ha sido es artículo articulo texto reportaje entrevista crónica cronica \
    noticia nota columna contenido versión version \
    il lo gli questo questa quest un una è e stato stata fu articolo testo intervista pezzo contenuto post versione \
    o os as este esta foi é texto artigo reportagem entrevista matéria materia coluna conteúdo versão \
    هذا هذه المقال التقرير نص كان";

/// Phrases before the name, folded, words parted by one space. Each says that the text stood there first.
const PHRASES: &[&str] = &[
    // English
    "first published in",
    "first published by",
    "first published on",
    "first published at",
    "originally published in",
    "originally published by",
    "originally published on",
    "originally published at",
    "first appeared in",
    "first appeared on",
    "first appeared at",
    "appeared first in",
    "appeared first on",
    "published first by",
    "published first in",
    "originally appeared in",
    "originally appeared on",
    "originally appeared at",
    "republished from",
    "republished with permission from",
    "republished with the permission of",
    "republished with permission of",
    "republished by permission of",
    "republished courtesy of",
    "republished here with permission from",
    "reprinted from",
    "reprinted with permission from",
    "reprinted with permission of",
    "reprinted with the permission of",
    "reproduced with permission from",
    "reposted from",
    "produced by",
    "originally produced by",
    // German
    "zuerst erschienen in",
    "zuerst erschienen im",
    "zuerst erschienen bei",
    "zuerst erschienen beim",
    "zuerst erschienen auf",
    "zuerst veröffentlicht in",
    "zuerst veröffentlicht im",
    "zuerst veröffentlicht bei",
    "zuerst veröffentlicht beim",
    "zuerst veröffentlicht auf",
    "zuerst veröffentlicht von",
    "zuerst in",
    "zuerst im",
    "zuerst bei",
    "zuerst beim",
    "zuerst auf",
    "ursprünglich erschienen in",
    "ursprünglich erschienen im",
    "ursprünglich veröffentlicht in",
    "ursprünglich veröffentlicht im",
    "erstmals erschienen in",
    "erstmals erschienen im",
    "erschien zuerst in",
    "erschien zuerst im",
    "erschien zuerst bei",
    "erschien zuerst beim",
    "erschien zuerst auf",
    "erschien ursprünglich in",
    "erschien ursprünglich im",
    "erschien ursprünglich auf",
    "übernommen von",
    "übernommen vom",
    "übernommen aus",
    // French
    "publié initialement par",
    "publié initialement dans",
    "publié initialement sur",
    "initialement publié par",
    "initialement publié dans",
    "initialement publié sur",
    "initialement paru dans",
    "initialement paru sur",
    "d abord publié par",
    "d abord publié dans",
    "d abord publié sur",
    "d abord paru dans",
    "d abord paru sur",
    "paru d abord dans",
    "publié d abord par",
    "publié d abord dans",
    "publié à l origine par",
    "publié à l origine dans",
    "publié à l origine sur",
    "publié pour la première fois par",
    "publié pour la première fois dans",
    "republié à partir de",
    "republié depuis",
    "repris de",
    "paru initialement dans",
    "paru initialement sur",
    "publiée initialement par",
    "initialement publiée par",
    "initialement publiée dans",
    // Spanish
    "publicado originalmente en",
    "publicado originalmente por",
    "publicada originalmente en",
    "publicada originalmente por",
    "originalmente publicado en",
    "originalmente publicado por",
    "originalmente publicada en",
    "publicado por primera vez en",
    "publicada por primera vez en",
    "publicó originalmente en",
    "publicó por primera vez en",
    "apareció por primera vez en",
    "apareció originalmente en",
    "apareció primero en",
    "publicado primero en",
    "reproducido de",
    "tomado de",
    "reproducido con permiso de",
    "republicado de",
    // Italian
    "pubblicato originariamente su",
    "pubblicato originariamente da",
    "pubblicato originariamente in",
    "originariamente pubblicato su",
    "originariamente pubblicato da",
    "originariamente pubblicato in",
    "pubblicato originalmente su",
    "pubblicato originalmente da",
    "pubblicato per la prima volta su",
    "pubblicato per la prima volta da",
    "pubblicato per la prima volta in",
    "uscito originariamente su",
    "uscito per la prima volta su",
    "apparso originariamente su",
    "apparso per la prima volta su",
    "apparso per la prima volta in",
    "pubblicato in origine su",
    "pubblicato in origine da",
    "ripubblicato da",
    "tratto da",
    "pubblicata originariamente su",
    "pubblicato inizialmente su",
    "pubblicato inizialmente da",
    // Portuguese
    "publicado originalmente em",
    "publicado originalmente no",
    "publicado originalmente na",
    "publicado originalmente pelo",
    "publicado originalmente pela",
    "publicada originalmente em",
    "publicada originalmente no",
    "publicada originalmente na",
    "originalmente publicado em",
    "originalmente publicado no",
    "originalmente publicado na",
    "originalmente publicado pelo",
    "originalmente publicado pela",
    "originalmente publicada em",
    "originalmente publicada no",
    "originalmente publicada na",
    "publicado pela primeira vez em",
    "publicado pela primeira vez no",
    "publicado pela primeira vez na",
    "apareceu originalmente em",
    "apareceu originalmente no",
    "apareceu originalmente na",
    "apareceu pela primeira vez em",
    "republicado de",
    "republicado do",
    "republicado da",
    "reproduzido de",
    "reproduzido do",
    "reproduzido da",
    // Arabic
    "نشر لأول مرة في",
    "نشر أولا في",
    "نشر للمرة الأولى في",
    "نقلا عن",
];

/// The same where they are all that stands before a name in a line of its own.
const BARE: &[&str] = &[
    "from",
    "source",
    "text",
    "via",
    "courtesy of",
    "story by",
    "story from",
    "aus",
    "aus dem",
    "aus der",
    "quelle",
    "text",
    "source",
    "extrait de",
    "fuente",
    "de",
    "fonte",
    "da",
    "dal",
    "dalla",
    "do",
    "المصدر",
    "عن",
];
