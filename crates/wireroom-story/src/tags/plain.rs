//! Words that make no topic by themselves: grammar, ranks and titles, days and months, words of every report, and the
//! adjectives of countries where those are capitalised. Closed classes of a language, written for this program.
//! It refuses to know names. A language without a list gives names alone, where it has capitals, and else nothing.
//! Start at [`Words`].

use std::sync::LazyLock;
use wireroom_model::Lang;
use wireroom_text::hash::{self, ByWord, listed};

/// The lists of one language, words in the form in which words compare.
#[derive(Debug)]
struct Words {
    lang: &'static str,
    /// Articles and words that stand as one.
    articles: &'static str,
    /// Prepositions and other words after which a thing is named.
    before: &'static str,
    /// All other grammar: auxiliaries, pronouns, conjunctions, adverbs, words of saying and of time.
    other: &'static str,
    /// Ranks, titles, forms of address, days, months: they cut a name and begin none.
    ranks: &'static str,
    /// What half of all reports are about; no topic when it stands alone.
    general: &'static str,
}

#[derive(Debug, Default)]
struct Sets {
    articles: hash::Words,
    openers: hash::Words,
    function: hash::Words,
    ranks: hash::Words,
    general: hash::Words,
}

static SETS: LazyLock<ByWord<&'static str, Sets>> = LazyLock::new(|| {
    let sets = |words: &Words| {
        let set =
            |lists: &[&'static str]| lists.iter().flat_map(|list| list.split_ascii_whitespace()).collect();
        Sets {
            articles: set(&[words.articles]),
            openers: set(&[words.articles, words.before]),
            function: set(&[words.articles, words.before, words.other]),
            ranks: set(&[words.ranks]),
            general: set(&[words.general, words.ranks]),
        }
    };
    WORDS.iter().map(|words| (words.lang, sets(words))).collect()
});

fn sets(lang: Lang) -> Option<&'static Sets> {
    SETS.get(lang.as_str())
}

/// True where there is a list for the language.
pub(super) fn is_known(lang: Lang) -> bool {
    sets(lang).is_some()
}

pub(super) fn is_article(word: &str, lang: Lang) -> bool {
    sets(lang).is_some_and(|sets| sets.articles.contains(word))
}

/// After it stands a thing.
pub(super) fn is_opener(word: &str, lang: Lang) -> bool {
    sets(lang).is_some_and(|sets| sets.openers.contains(word))
}

pub(super) fn is_function(word: &str, lang: Lang) -> bool {
    sets(lang).is_some_and(|sets| sets.function.contains(word))
}

/// It cuts a run of capitals.
pub(super) fn is_rank(word: &str, lang: Lang) -> bool {
    sets(lang).is_some_and(|sets| sets.ranks.contains(word) || sets.function.contains(word) && !is_link(word))
}

/// No topic when it stands alone.
pub(super) fn is_general(word: &str, lang: Lang) -> bool {
    sets(lang).is_some_and(|sets| sets.general.contains(word) || sets.function.contains(word))
}

/// No topic in any story: general words alone, a people's adjective, an agency, a power by its letters or in full.
pub(super) fn is_nothing(words: &[String], lang: Lang) -> bool {
    let known = |list: &str, word: &str| list.split_ascii_whitespace().any(|known| known == word);
    let initials: String = words.iter().filter_map(|word| word.chars().next()).collect();
    let short = match words {
        [only] => only.as_str(),
        _ => initials.as_str(),
    };
    let is_people = |word: &String| lang == Lang::EN && known(PEOPLES, word);
    let is_plain = |word: &String| is_general(word, lang);
    words.iter().all(is_plain)
        || words.last().is_some_and(is_people)
        || words.iter().any(is_people) && words.last().is_some_and(|last| known(ANYBODY, last))
        || known(NOWHERE, short) && (words.len() == 1 || known(POWERS, &words.join("-")))
}

/// Small words within names: "Bank of England", "Rio de Janeiro", "Ursula von der Leyen".
pub(super) fn is_link(word: &str) -> bool {
    const LINKS: &str = "of de da do dos das du del della di la le van von der den ten ter bin ibn al el";
    static TABLE: LazyLock<hash::Words> = LazyLock::new(|| listed(LINKS));
    TABLE.contains(word)
}

/// An apostrophe after a short word is an article's: "l'Ukraine".
pub(super) fn has_elision(lang: Lang) -> bool {
    matches!(lang.as_str(), "fr" | "it" | "ca" | "pt")
}

/// Every noun begins with a capital.
pub(super) fn has_big_nouns(lang: Lang) -> bool {
    matches!(lang.as_str(), "de" | "lb")
}

/// English makes a thing of what somebody does by "-ing".
pub(super) fn is_doing(word: &str, lang: Lang) -> bool {
    lang == Lang::EN && word.len() > 5 && word.ends_with("ing")
}

/// English words that end no phrase: "immigrant wanted", "prices sharply".
pub(super) fn is_done(word: &str, lang: Lang) -> bool {
    lang == Lang::EN && word.len() > 4 && (word.ends_with("ed") || word.ends_with("ly"))
}

/// A stop after it ends no sentence.
pub(super) fn is_abbreviation(word: &str, lang: Lang) -> bool {
    const EN: &str =
        "mr mrs ms dr st gov sen rep lt gen col sgt prof jr sr rev hon maj capt adm no vs inc corp co ltd";
    const OTHERS: &str = "dr prof st hr fr mr mme sr sra dra lic ing";
    let list = if lang == Lang::EN { EN } else { OTHERS };
    list.split(' ').any(|known| known == word)
}

/// Agencies, and powers that stand in every second report: alone they say nothing of a story.
const NOWHERE: &str = "reuters ap afp dpa epa efe ansa tass interfax xinhua bloomberg getty upi pti ani bbc cnn nbc cbs abc \
     usa us uk eu un ue onu uno eeuu dc gop twitter facebook instagram youtube tiktok x ceo cfo";

/// Whose people's adjective beside it says no more than the adjective: "Japanese city".
const ANYBODY: &str =
    "city town county government official officials man men woman women people person company firm";

/// The same powers in full.
const POWERS: &str = "united-states united-kingdom united-nations european-union";

/// The peoples' adjectives of English, which look like names.
const PEOPLES: &str = "american americans british english scottish irish welsh european europeans african africans asian asians arab arabs \
     french german germans italian italians spanish portuguese dutch belgian swiss austrian danish swedish norwegian finnish \
     polish czech slovak hungarian romanian bulgarian greek greeks turkish turks russian russians ukrainian ukrainians \
     belarusian georgian armenian serbian croatian israeli israelis palestinian palestinians jewish jews muslim muslims \
     christian christians catholic hindu islamic syrian syrians lebanese jordanian egyptian egyptians saudi iranian \
     iranians iraqi iraqis afghan afghans pakistani pakistanis indian indians chinese japanese korean koreans \
     vietnamese thai indonesian malaysian filipino australian australians canadian canadians mexican mexicans brazilian \
     brazilians argentine colombian venezuelan venezuelans cuban nigerian kenyan ethiopian sudanese somali western \
     democratic democrat democrats republican republicans gop conservative conservatives labour liberal hispanic latino black white north south east west northern southern eastern central";

const WORDS: [Words; 9] = [
    Words {
        lang: "en",
        articles: "the a an this these those its their his her our your my no any some each every",
        before: "of in on at for from to with by about against into over under after before between through during \
             amid despite without within toward towards including upon via across around behind",
        other: "that as than like and or is are was were be been being am has have had do does did will would can could shall should may might \
             must not nor but if when while where which who whom whose what why how that there here it he she they we \
             you i him them us me all both more most much many less least few several other others another such only \
             just also even still yet already now then today tomorrow yesterday ever never again too very so up down \
             out off back away because since until although though whether one two three four five six seven eight \
             nine ten first second third last next new old early late later earlier recent recently former current \
             currently ago said says say saying told tells tell asked asks added adds called calls according reported \
             reports reportedly announced announces claims claimed accused accuses warns warned wants want get gets got \
             getting go goes going gone come comes came coming make makes made making take takes took taken taking \
             give gives gave given keep keeps set sets put puts face faces faced facing see sees seen show shows shown \
             used uses using find finds found know known need needs let lets begin begins began start starts \
             started end ends ended hold holds held plan plans planned hit hits sent send sends move moves moved near drawn set \
             cut cuts face left leaves leave amp per cent percent s t re ve ll d m mr mrs dr year years month months \
             week weeks day days hour hours time times daily weekly big top major key high low best worst good bad \
             vs nearly almost well long far own same part full half dozens hundreds thousands million millions billion \
             billions trillion dead killed dies died kill kills killing injured hurt likely could passed passes pass \
             block blocks blocked blocking win wins won lose loses lost join joins joined meet meets met meeting \
             meetings speak speaks spoke urge urges urged slam slams slammed approve approves approved reject rejects \
             rejected declare declares declared declaring say rise rises rising rose fall falls falling fell suspend \
             suspends suspended pause pauses halt halts halted step steps",
        ranks: "president presidents vice prime minister ministers secretary chancellor premier governor gov senator \
             sen senators rep representative congressman congresswoman mayor judge justice attorney general chief director \
             chairman chairwoman chair chairperson speaker leader king queen prince princess pope sir lord lady mr mrs ms miss dr \
             professor prof captain colonel col lieutenant lt sergeant sgt officer sheriff deputy commissioner ambassador \
             spokesperson spokesman spokeswoman mp mps md monday tuesday wednesday thursday friday saturday sunday mon tue \
             tues wed thu thurs fri sat sun january february march april may june july august september october november december jan \
             feb mar apr jun jul aug sept sep oct nov dec dear hello yes ok photo photos image images video watch read \
             file credit editor editors copyright",
        general: "government governments state states country countries nation nations city cities town county region world \
             people person man men woman women child children family families official officials authorities police \
             court courts law laws bill bills act rule rules order orders deal deals agreement case cases report reports \
             statement news media group groups company companies business businesses industry market markets economy party parties house senate congress parliament \
             council committee commission department ministry agency office administration board union force forces \
             military army troops attack attacks strike strikes war conflict peace security crisis issue issues problem problems move change changes effort efforts \
             plan plans policy policies program programme project projects work workers worker job jobs money cost costs price prices \
             million billion number numbers data study research experts expert analysts source sources leader leaders member members \
             lawmakers politicians voters election elections vote votes campaign power health education school schools university \
             students home house life death deaths food water area site line system systems service services public private \
             national international local global federal foreign political social economic legal human rights right \
             story article post press conference interview decision action actions call response support fight figure \
             figures level levels limit limits moment night morning question questions thing things way ways week weekend \
             year years internet online website video photo image street road building company's american side result results \
             role team game games season place point visit trip talks meeting summit event events warning threat risk risks \
             impact future history record president minister judge mayor senior increase use usage entry monitor allegations investigation strait joint rollback upgrade hospital immigrant immigrants veteran civilians civilian side video measure measures proposal pushback \
             shares goods customers consumers patients victims protest protests lawsuit ruling charges suspect suspects injury injuries \
             ocean sea river island north south east west northern southern eastern western central district capital province",
    },
    Words {
        lang: "de",
        articles: "der die das den dem des ein eine einen einem einer eines dieser diese dieses diesem diesen kein keine \
             keinen seine seinen seiner seinem ihre ihren ihrer ihrem sein ihr unser unsere jede jeder jedes alle im am zum zur vom beim ins ans",
        before: "in an auf aus bei mit nach von zu für gegen um durch über unter vor zwischen während wegen trotz ohne seit ab bis und oder als",
        other: "ist sind war waren wird werden wurde wurden hat haben hatte hatten sich nicht wie auch noch nur aber dass \
             weil wenn man sie er es ich wir uns ihm ihn ihnen kann können soll sollen muss müssen will wollen darf mehr sehr \
             schon wieder hier dort dann denn so da doch was wer wo warum sagte sagt sagen teilte laut hieß gibt gab geht \
             kommt macht steht heute gestern morgen neue neuen neuer neues erste ersten zwei drei vier fünf zehn uhr prozent \
             millionen milliarden euro dollar jahr jahre jahren monat monate monaten woche wochen tag tage tagen stunden",
        ranks: "präsident präsidentin bundespräsident kanzler kanzlerin bundeskanzler minister ministerin ministerpräsident \
             ministerpräsidentin außenminister außenministerin innenminister finanzminister verteidigungsminister bürgermeister \
             oberbürgermeister senator chef chefin vorsitzender sprecher sprecherin herr frau dr professor prof könig königin papst \
             montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august \
             september oktober november dezember montagabend foto bild video quelle",
        general: "regierung bundesregierung land länder staat staaten stadt städte welt menschen mensch leute mann männer frauen \
             kind kinder familie behörden polizei gericht gesetz fall bericht medien gruppe unternehmen partei parteien parlament \
             bundestag opposition armee soldaten angriff angriffe krieg sicherheit krise frage thema problem probleme plan pläne \
             politik arbeit kosten preis preise zahl zahlen studie experten angaben ende anfang seite teil weg zeit stelle \
             ort raum gebiet region rolle ziel maßnahmen entscheidung treffen gespräch gespräche besuch folgen möglichkeit \
             leben grund gründe beginn hilfe abend nacht deutschen deutsche deutscher bürger mitarbeiter nachrichtenagentur angabe",
    },
    Words {
        lang: "fr",
        articles: "le la les l un une des du au aux ce cet cette ces son sa ses leur leurs notre nos votre mon ma mes chaque",
        before: "de d à en dans pour par sur avec sans sous contre entre vers chez depuis pendant après avant selon et ou comme",
        other: "est sont était étaient a ont avait avaient être avoir été sera seront qui que quoi dont où il elle ils elles \
             on nous vous je se s y ne n pas plus moins très aussi mais donc car si lors alors ainsi encore déjà même tout \
             tous toute toutes deux trois quatre cinq dix premier première nouveau nouvelle dit déclaré annoncé affirmé fait \
             faire peut doit va ans année années mois semaine semaines jour jours heures hier euros millions milliards",
        ranks: "président présidente premier ministre ministres chancelier maire sénateur député députée gouverneur roi reine \
             prince pape monsieur madame m mme docteur professeur général lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars \
             avril mai juin juillet août septembre octobre novembre décembre photo vidéo",
        general: "gouvernement pays état états ville monde gens personnes homme hommes femme femmes enfants enfant famille police \
             justice loi projet rapport groupe entreprise entreprises parti assemblée armée guerre attaque sécurité crise \
             question problème politique travail prix chiffres étude experts fin part fois temps lieu région décision mesures \
             vie mort mesure réunion visite accord français française européenne européen",
    },
    Words {
        lang: "es",
        articles: "el la los las un una unos unas este esta estos estas ese esa su sus nuestro nuestra cada del al lo",
        before: "de a en por para con sin sobre contra entre hacia desde hasta durante tras según y e o u como",
        other: "es son era eran fue fueron ser ha han había habían haber está están estar que quien cual donde cuando se no más \
             menos muy también pero si ya así aún le les nos yo él ella ellos dos tres cuatro cinco diez primer primera primero \
             nuevo nueva dijo afirmó anunció señaló informó aseguró puede debe va año años mes meses semana semanas día días \
             horas ayer hoy euros dólares millones todo todos toda todas otro otra otros mismo hace",
        ranks: "presidente presidenta primer ministro ministra ministros canciller alcalde alcaldesa senador diputado gobernador \
             rey reina príncipe papa señor señora don doña general lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril \
             mayo junio julio agosto septiembre octubre noviembre diciembre foto vídeo",
        general: "gobierno país países estado estados ciudad mundo gente personas persona hombre hombres mujer mujeres niños niño familia policía \
             justicia ley proyecto informe grupo empresa empresas partido congreso senado ejército guerra ataque seguridad crisis \
             tema problema política trabajo precio precios cifras estudio expertos fin parte vez tiempo lugar región decisión \
             medidas vida muerte medida reunión visita acuerdo caso autoridades",
    },
    Words {
        lang: "it",
        articles: "il lo la i gli le l un uno una questo questa questi queste suo sua suoi sue loro ogni del dello della dei degli \
             delle al allo alla ai agli alle dal dalla dai dalle nel nella nei nelle sul sulla sui sulle",
        before: "di a da in con su per tra fra contro verso dopo prima durante secondo senza e o come",
        other: "è sono era erano ha hanno aveva essere stato stata stati che chi cui dove quando si non più meno molto anche ma se già così \
             ancora due tre quattro cinque dieci primo nuova nuovo ha detto può deve va anno anni mese mesi settimana giorno \
             giorni ore ieri oggi euro milioni miliardi tutto tutti tutta altre altri altro",
        ranks: "presidente premier ministro ministra cancelliere sindaco senatore deputato governatore re regina papa signor signora \
             lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio marzo aprile maggio giugno luglio agosto \
             settembre ottobre novembre dicembre foto video",
        general: "governo paese paesi stato stati città mondo gente persone uomo uomini donna donne bambini famiglia polizia giustizia legge \
             progetto rapporto gruppo azienda aziende partito parlamento esercito guerra attacco sicurezza crisi tema problema \
             politica lavoro prezzo prezzi studio esperti fine parte volta tempo luogo regione decisione misure vita morte accordo caso",
    },
    Words {
        lang: "pt",
        articles: "o a os as um uma este esta estes estas esse essa seu sua seus suas do da dos das no na nos nas ao à aos pelo pela",
        before: "de em por para com sem sobre contra entre desde até durante após segundo e ou como",
        other: "é são era eram foi foram ser tem têm tinha está estão estar que quem qual onde quando se não mais menos muito também mas \
             já assim ainda ele ela eles dois três quatro cinco dez primeiro nova novo disse afirmou anunciou pode deve vai ano \
             anos mês semana dia dias horas ontem hoje milhões todos todo toda outro outra",
        ranks: "presidente ministro ministra chanceler prefeito senador deputado governador rei rainha papa senhor senhora general \
             segunda terça quarta quinta sexta sábado domingo janeiro fevereiro março abril maio junho julho agosto setembro \
             outubro novembro dezembro foto vídeo",
        general: "governo país países estado estados cidade mundo pessoas pessoa homem homens mulher mulheres crianças família polícia justiça lei \
             projeto relatório grupo empresa empresas partido congresso senado exército guerra ataque segurança crise tema \
             problema política trabalho preço preços estudo especialistas fim parte vez tempo lugar região decisão medidas vida morte acordo caso",
    },
    Words {
        lang: "nl",
        articles: "de het een deze dit die dat zijn haar hun ons onze elke",
        before: "van in op aan bij met naar voor over door tegen onder uit tot sinds tussen tijdens na zonder en of als",
        other: "is was waren wordt worden werd heeft hebben had niet ook maar dan wel kan kunnen moet zal zou hij zij ze wij we \
             het er nog meer veel al zeer twee drie vier vijf tien eerste nieuwe zei zegt volgens jaar jaren maand week dag \
             dagen uur gisteren vandaag euro miljoen miljard alle geen wie wat waar wanneer",
        ranks: "president premier minister kanselier burgemeester senator koning koningin paus meneer mevrouw maandag dinsdag \
             woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september oktober november december foto video",
        general: "regering kabinet land landen staat stad wereld mensen man mannen vrouw vrouwen kinderen familie politie rechter wet \
             plan rapport groep bedrijf bedrijven partij kamer leger oorlog aanval veiligheid crisis vraag probleem politiek werk \
             prijs prijzen onderzoek deskundigen einde deel keer tijd plaats regio besluit maatregelen leven dood akkoord zaak",
    },
    Words {
        lang: "ru",
        articles: "этот эта это эти этого этой этих свой своей своего своих его ее её их наш",
        before: "в во на с со из от до по к ко у о об за при про без для между перед через после против и или как",
        other: "не ни но а же бы ли что чтобы который которая которые где когда если то так также уже еще ещё все всё был была были \
             было есть будет будут он она они мы вы я себя себе ему им нет только более очень один два три первый новый \
             сказал заявил сообщил заявила сообщили может год года году лет месяц неделя день дня часов тысяч миллионов рублей долларов вчера сегодня",
        ranks: "президент президента премьер министр министра канцлер мэр сенатор депутат губернатор король королева папа господин \
             понедельник вторник среда четверг пятница суббота воскресенье январь января февраль февраля март марта апрель апреля май мая \
             июнь июня июль июля август августа сентябрь сентября октябрь октября ноябрь ноября декабрь декабря фото видео рф сша ес оон",
        general: "правительство страна страны стране государство город мир люди человек мужчина женщина дети полиция суд закон дело \
             доклад группа компания партия парламент армия война атака безопасность кризис вопрос проблема политика работа цена цены число данные \
             исследование эксперты конец часть раз время место регион решение меры жизнь смерть встреча переговоры соглашение власти",
    },
    Words {
        lang: "ar",
        articles: "هذا هذه ذلك تلك كل",
        before: "في من إلى على عن مع بين بعد قبل خلال منذ حتى عند ضد حول",
        other: "التي الذي الذين كان كانت وكان أن إن أنه أنها لا لم لن ليس ما قد وقد لقد قال قالت وقال وقالت وأضاف هو هي وهو وهي هم \
             كما أو ثم غير بعض أكثر عام سنة يوم أيام اليوم أمس أول حيث فيها فيه منها عليه عليها جديد جديدة مليون مليار يكون",
        ranks: "الرئيس رئيس وزير الوزير الملك الأمير السيد الدكتور الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت يناير فبراير مارس \
             أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
        general: "الحكومة حكومة الدولة دولة الدول البلاد المدينة مدينة العالم الناس رجل امرأة أطفال الشرطة المحكمة القانون تقرير مجموعة شركة \
             حزب الجيش الحرب حرب هجوم الأمن أزمة قضية مشكلة سياسة عمل أسعار دراسة خبراء نهاية وقت مكان منطقة قرار حياة اتفاق الأمم المتحدة",
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use wireroom_text::words::fold;

    #[test]
    fn every_word_stands_as_words_compare() {
        for words in &WORDS {
            let lists = [words.articles, words.before, words.other, words.ranks, words.general];
            for word in lists.iter().flat_map(|list| list.split_ascii_whitespace()) {
                assert_eq!(fold(word), word.to_owned());
            }
        }
    }
}
