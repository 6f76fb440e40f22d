//! Abbreviations and first words by language. Tables only.
//! What is followed by a small letter never ends a sentence, so only what stands before capitals is listed.

use wireroom_model::Lang;

#[derive(Debug)]
pub struct Rules {
    /// Never end a sentence: titles and what else stands before a name.
    pub before_name: &'static str,
    /// End none when a number follows.
    pub before_number: &'static str,
    /// End one only when a first word follows.
    pub may_end: &'static str,
    /// Words that begin a sentence and no name.
    pub first_words: &'static str,
    /// A number with a dot is an ordinal ("am 3. Mai").
    pub ordinals: bool,
}

impl Rules {
    pub fn of(lang: Lang) -> &'static Self {
        match lang.as_str() {
            "de" | "lb" => &GERMAN,
            "fr" => &FRENCH,
            "es" | "ca" | "gl" => &SPANISH,
            "pt" => &PORTUGUESE,
            "it" => &ITALIAN,
            "nl" | "af" => &DUTCH,
            "ru" | "uk" | "bg" | "be" | "sr" | "mk" => &CYRILLIC,
            "pl" => &POLISH,
            "el" => &GREEK,
            "da" | "no" | "nb" | "nn" | "cs" | "sk" | "sl" | "hr" | "bs" | "fi" | "et" | "lv" | "hu"
            | "tr" | "is" => &ORDINAL,
            "sv" => &SWEDISH,
            _ => &ENGLISH,
        }
    }
}

/// True where `word` is in a list parted by spaces.
pub fn holds(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|item| item == word)
}

static ENGLISH: Rules = Rules {
    before_name: "mr mrs ms mx dr prof gen sen rep gov lt col sgt capt cmdr maj adm st mt rev hon pres sens reps messrs \
                  fr sr supt insp det ave ft vs v cf viz esq",
    before_number: "no nos p pp fig figs vol ch sec art para n° nr ca c approx jan feb mar apr jun jul aug sep sept oct nov dec est",
    may_end: "inc co corp ltd jr llc plc bros etc al dept univ assn ph.d e.g i.e jan feb mar apr jun jul aug sep sept oct \
              nov dec mon tue wed thu fri sat sun ariz calif colo conn del fla ga ill ind kan ky la md mass mich minn \
              miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo st ave blvd rd approx min max lb oz ft",
    first_words: "the a an it its he she they we i you this that these those there here his her their our my your but \
                  and or so yet if when while after before since as at in on by for from with to how what who why where \
                  which did does do is are was were has have had can could will would should not no nor however \
                  meanwhile also then although though because once during under over between among according some many \
                  most all both each every one another other until despite instead still now today last next earlier later",
    ordinals: false,
};

static GERMAN: Rules = Rules {
    before_name: "dr prof hr fr frl st dipl ing med jur phil hl gebr bgm abg vgl bzw z.b d.h sog ggf evtl inkl exkl zzgl z d u v i",
    before_number: "nr nrn str s abs art bd kap ca tel jan feb mär apr jun jul aug sep sept okt nov dez ziff rn max min bis",
    may_end: "usw etc u.a u.ä o.ä mio mrd tsd str jh geb gest co ltd inc a.d e.v i.v jan feb mär apr jun jul aug sep sept okt nov dez uvm s.o s.u a.m p.m",
    first_words: "der die das den dem des ein eine einen einem einer er sie es wir ich ihr und aber oder doch denn wenn \
                  weil als nach vor seit bei mit von zu in im am an auf aus für über unter zwischen so auch nur noch \
                  schon dann danach damit dabei dazu daher deshalb dort hier heute gestern morgen was wer wie wo warum \
                  nun jetzt man alle viele diese dieser dieses sein seine ihre laut trotz während bis nicht kein keine zudem",
    ordinals: true,
};

static FRENCH: Rules = Rules {
    before_name: "m mm mme mmes mlle mlles dr pr me mgr st ste gal col cap cie av bd cf p.ex",
    before_number: "n° no art p pp vol chap fig env tél janv févr avr juill sept oct nov déc al",
    may_end: "etc j.-c ex inc ltd janv févr avr juill sept oct nov déc apr s.a",
    first_words: "le la les l un une des il elle ils elles on nous vous je j ce cet cette ces c mais et ou donc or ni \
                  car si quand lorsque après avant depuis dans en à au aux pour par sur sous avec sans selon comme que \
                  qui quoi où comment pourquoi son sa ses leur leurs notre votre mon ma mes plus pas ainsi enfin puis \
                  alors d'après malgré pendant tout tous toutes certains plusieurs aujourd'hui hier",
    ordinals: false,
};

static SPANISH: Rules = Rules {
    before_name: "sr sra sres sras srta dr dra drs prof profa d dª dña ing lic arq gral cnel cap mons fr sto sta ud uds av avda c ee ff jj rr cc",
    before_number: "n.º nº núm núms pág págs art arts vol cap fig tel aprox ene feb mar abr may jun jul ago sept oct nov dic p",
    may_end: "etc ee.uu uu aa oo hh s.a s.l inc ltd a.c d.c a.m p.m cía jr",
    first_words: "el la los las lo un una unos unas él ella ellos ellas yo tú nosotros usted ustedes este esta estos \
                  estas ese esa eso aquel y o pero sino porque si cuando mientras después antes desde en a al de del por \
                  para con sin sobre entre según como que qué quién cómo dónde cuándo por su sus mi tu nuestro no sí \
                  también además así aunque hoy ayer mañana todo todos cada muchos algunos tras durante hasta se",
    ordinals: false,
};

static PORTUGUESE: Rules = Rules {
    before_name: "sr sra srs sras dr dra prof profa eng d exmo exma gen cel cap pe av r",
    before_number: "n.º nº núm pág págs art arts vol cap fig tel aprox p jan fev mar abr mai jun jul ago set out nov dez",
    may_end: "etc s.a ltda inc a.c d.c eua cia jr",
    first_words: "o a os as um uma uns umas ele ela eles elas eu nós você vocês este esta estes estas esse essa isso \
                  isto aquele e ou mas porém porque se quando enquanto depois antes desde em no na nos nas de do da dos \
                  das ao à por pelo pela para com sem sobre entre segundo como que quem onde seu sua seus suas não sim \
                  também além assim embora hoje ontem todo todos cada muitos alguns após durante até já",
    ordinals: false,
};

static ITALIAN: Rules = Rules {
    before_name: "sig sigg sig.ra dott dott.ssa dr prof prof.ssa on sen ing avv arch geom gen col cap mons s don cav p.es v.le c.so",
    before_number: "n nr pag pagg art artt vol cap fig tel ca gen feb mar apr mag giu lug ago set ott nov dic",
    may_end: "ecc etc s.p.a s.r.l inc ltd a.c d.c jr",
    first_words: "il lo la i gli le l un uno una egli lui lei loro essi io noi voi questo questa questi queste quello \
                  quella e ed o ma però perché se quando mentre dopo prima da dal dalla in nel nella a al alla di del \
                  della per con senza su sul tra fra secondo come che chi dove cosa suo sua suoi non sì anche inoltre \
                  così oggi ieri tutti ogni molti alcuni è ci si",
    ordinals: false,
};

static DUTCH: Rules = Rules {
    before_name: "dhr mevr mw dr drs prof ir ing mr st gen kol burg bijv d.w.z m.n",
    before_number: "nr nrs blz p art vol hfst ca tel jan feb mrt apr jun jul aug sep sept okt nov dec",
    may_end: "enz etc o.a e.d n.v b.v a.u.b inc ltd co",
    first_words: "de het een hij zij ze wij we ik jij je u dit dat deze die er en of maar want als toen terwijl na voor \
                  sinds in op aan bij met van uit door over onder tussen volgens zo ook nog dan daarna daarom daar hier \
                  vandaag gisteren wat wie hoe waar waarom niet geen alle veel zijn haar hun om tot",
    ordinals: false,
};

static CYRILLIC: Rules = Rules {
    before_name: "г гр ул пл пр просп им проф акад доц ген полк м мр св тов т.е т.н т.зв напр ім вул м бул см ред о",
    before_number: "№ д буд корп кв оф ст п пп стр с рис табл т гл ок тел прибл",
    may_end: "т.д т.п т.к др пр гг рр в вв г р руб грн коп тыс тис млн млрд н.э ін т.ін і.т.д",
    first_words: "в во на по при с со из от до для за под над о об к ко у и а но или же он она оно они мы вы я это этот \
                  эта эти тот та те как что кто где когда если после также однако так его ее её их наш все всё каждый \
                  по согласно ранее теперь сейчас вчера сегодня не ни він вона воно вони ми ви це цей ця ці та але або \
                  чи якщо коли після також проте він його її їх усі під час про за з із зі до від у той ще як що хто",
    ordinals: false,
};

static POLISH: Rules = Rules {
    before_name: "prof dr mgr inż gen płk kpt ks św ul al pl os im np tj tzw m.in hab red p",
    before_number: "nr art ust pkt s str poz godz tel ok t rys tab",
    may_end: "itp itd r w tys mln mld zł gr wg in ww",
    first_words: "w we na po przy z ze od do dla za pod nad o u i a ale lub oraz on ona ono oni one my wy ja to ten ta \
                  te tam jak co kto gdzie kiedy jeśli jeżeli gdy także jednak tak jego jej ich nasz wszyscy każdy \
                  według wcześniej teraz wczoraj dziś nie jest są był była było podczas przed",
    ordinals: false,
};

static GREEK: Rules = Rules {
    before_name: "κ κκ κα δρ καθ αγ αγ στρ π.χ λ.χ οδ λεωφ βλ",
    before_number: "αρ άρθ σελ τηλ αριθ παρ ν",
    may_end: "κ.ά κ.λπ κλπ κτλ π.μ μ.μ εκατ δισ χλμ α.ε",
    first_words: "ο η το οι τα τον την του της των ένας μια μία ένα αυτός αυτή αυτό και αλλά ή όμως αν όταν αφού πριν \
                  μετά στο στη στην στον στα στις στους από για με χωρίς κατά σύμφωνα όπως πως ποιος τι πού γιατί δεν \
                  επίσης ωστόσο σήμερα χθες όλα όλοι κάθε σε ενώ",
    ordinals: false,
};

static SWEDISH: Rules = Rules {
    before_name: "dr prof hr fr st t.ex bl.a s.k",
    before_number: "nr s kap ca tel kl jan feb mar apr jun jul aug sep sept okt nov dec",
    may_end: "etc osv m.m m.fl o.s.v f.d mkt inc ltd",
    first_words: "den det de en ett han hon vi jag du ni man och men eller när om efter före sedan i på av till från \
                  med för under över enligt så också här där nu vad vem hur varför inte alla många",
    ordinals: false,
};

/// Languages that write ordinals with a dot and share few abbreviations.
static ORDINAL: Rules = Rules {
    before_name: "dr prof hr fr mgr ing doc mudr judr phdr sv st gen npr např t.zv tzv prim akad f.eks bl.a s.k op ord",
    before_number: "nr č s str čl kl tel ca jan feb mar apr jun jul aug sep okt nov dec sz",
    may_end: "etc osv mm m.m mfl m.fl atd apod itd a.s s.r.o kč tis mil mld stb vb inc ltd",
    first_words: "",
    ordinals: true,
};
