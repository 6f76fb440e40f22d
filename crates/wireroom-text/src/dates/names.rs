//! Names of months, time zones and halves of the day as feeds and pages write them, folded to lower case.
//! Tables only. A name that means different months in two languages has the meaning of the larger press.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Month names and abbreviations: English, German, French, Spanish, Portuguese, Italian, Dutch, Danish, Norwegian,
/// Swedish, Finnish, Polish, Czech, Slovak, Croatian, Slovene, Romanian, Hungarian, Turkish, Russian, Ukrainian,
/// Bulgarian, Greek, Arabic, Persian spelling, Hebrew, Indonesian, Malay, Hindi, Bengali, Urdu, Thai,
/// Catalan, Baltic, Serbian, Macedonian, Belarusian, Icelandic, Albanian; Chinese, Japanese, Korean, Vietnamese by number.
const MONTHS: [&str; 12] = [
    "january jan janv janvier januar jänner januari januarie jän enero ene janeiro gennaio gen tammikuu tammikuuta \
     stycznia styczeń sty ledna leden január januára siječnja siječanj ianuarie ian janár ocak oca января январь янв \
     січня січень січ януари ιανουαρίου ιανουάριος ιαν يناير ינואר जनवरी มกราคม ม.ค gener sausio janvāris jaanuar januara \
     sausio januāris janvārī janúar јануар јануари студзеня студзень ژانویه جنوری জানুয়ারি janari",
    "february feb fév févr février fevrier fevereiro fev februar feber februari febr febrero febbraio helmikuu \
     helmikuuta lutego luty lut února únor február februára veljače veljača februarie şubat şub февраля февраль фев \
     февр лютого лютий лют февруари φεβρουαρίου φεβρουάριος φεβ فبراير شباط פברואר फरवरी กุมภาพันธ์ ก.พ febrer vasario februāris veebruar februara \
     vasaris februārī febrúar фебруар фебруари лютага فوریه فروری ফেব্রুয়ারি shkurt",
    "march mar mars märz maerz mrz mär marzo março marco maart mrt marts maaliskuu maaliskuuta marca marzec března \
     březen marec ožujka ožujak martie március márc mart марта март мар березня березень бер μαρτίου μάρτιος \
     μαρ مارس آذار מרץ מרס मार्च มีนาคม มี.ค maret mac març märts \
     kovo kovas martā març март марта сакавіка сакавік مارچ মার্চ mars",
    "april apr avril avr abril abr aprile aprilie huhtikuu huhtikuuta kwietnia kwiecień kwi dubna duben \
     apríl apríla travnja travanj április ápr nisan nis апреля апрель апр квітня квітень квіт април απριλίου \
     απρίλιος απρ أبريل ابريل إبريل نيسان אפריל अप्रैल เมษายน เม.ย aprila aprill \
     balandžio balandis aprīlis aprīlī apríl април красавіка красавік آوریل اپریل এপ্রিল prill",
    "may mai maio mayo maggio mag mei maj toukokuu toukokuuta maja května květen máj mája svibnja svibanj május \
     mayıs мая май травня травень трав μαΐου μάιος μαϊ μάι مايو أيار מאי मई พฤษภาคม พ.ค maig \
     gegužės gegužė maijs maijā maí мај مه مئی মে",
    "june jun juin juni junio junho giugno giu kesäkuu kesäkuuta czerwca czerwiec cze června červen jún júna lipnja \
     lipanj iunie iun június jún haziran haz июня июнь июн червня червень черв юни ιουνίου ιούνιος ιουν ιούν يونيو يونيه \
     حزيران יוני जून มิถุนายน มิ.ย juny juuni \
     birželio birželis jūnijs jūnijā júní јун јуни чэрвеня чэрвень ژوئن جون জুন qershor",
    "july jul juil juillet juli julio julho luglio lug heinäkuu heinäkuuta lipca lipiec lip července červenec júl \
     júla srpnja srpanj iulie iul július júl temmuz tem июля июль июл липня липень лип юли ιουλίου ιούλιος ιουλ ιούλ يوليو \
     يوليه تموز יולי जुलाई กรกฎาคม ก.ค juliol juuli \
     liepos liepa jūlijs jūlijā júlí јул јули ліпеня ліпень ژوئیه جولائی জুলাই korrik",
    "august aug août aout agosto ago augustus augusti elokuu elokuuta sierpnia sierpień sie srpna srpen augusta \
     kolovoza kolovoz augusztus ağustos ağu августа август авг серпня серпень серп αυγούστου αύγουστος αυγ αύγ أغسطس \
     اغسطس آب אוגוסט अगस्त สิงหาคม ส.ค agustus ogos agost augustā avgust avgusta \
     rugpjūčio rugpjūtis augusts ágúst жніўня жнівень اوت اگست আগস্ট gusht",
    "september sep sept septembre setembro settembre septiembre setiembre set syyskuu syyskuuta września wrzesień \
     wrz září zář septembra rujna rujan septembrie szeptember szept eylül eyl сентября сентябрь сен сент вересня \
     вересень вер септември σεπτεμβρίου σεπτέμβριος σεπ σεπτ سبتمبر أيلول ספטמבר सितंबर กันยายน ก.ย setembre \
     rugsėjo rugsėjis septembris septembrī септембар верасня верасень سپتامبر ستمبر সেপ্টেম্বর shtator",
    "october oct octobre oktober okt octubre outubro out ottobre ott lokakuu lokakuuta października \
     październik paź října říjen október októbra octombrie ekim eki октября октябрь окт жовтня жовтень \
     жовт октомври οκτωβρίου οκτώβριος οκτ أكتوبر اكتوبر אוקטובר अक्टूबर ตุลาคม ต.ค oktobra oktobar oktoober \
     spalio spalis oktobris oktobrī октобар октобри октомври кастрычніка кастрычнік اکتبر اکتوبر অক্টোবর tetor",
    "november nov novembre noviembre novembro marraskuu marraskuuta listopad lis novembra studenoga studenog \
     studeni noiembrie noi kasım kas ноября ноябрь ноя нояб листопада листопад лист ноември νοεμβρίου νοέμβριος νοε \
     نوفمبر נובמבר नवंबर พฤศจิกายน พ.ย nopember novembar \
     lapkričio lapkritis novembris novembrī nóvember новембар ноември лістапада نوامبر نومبر নভেম্বর nëntor",
    "december dec déc décembre dezember dez diciembre dic dezembro dicembre joulukuu joulukuuta grudnia grudzień \
     gru prosince prosinec decembra prosinca prosinac decembrie aralık ara декабря декабрь дек грудня \
     грудень груд декември δεκεμβρίου δεκέμβριος δεκ ديسمبر דצמבר दिसंबर ธันวาคม ธ.ค desember desembre detsember decembar \
     gruodžio gruodis decembris decembrī desember децембар декември снежня снежань دسامبر دسمبر ডিসেম্বর dhjetor",
];

/// The month that a folded word names, alone of its meanings. Polish and Czech "listopada" is November here:
/// the Croatian October is too rare in feeds to doubt every Polish one.
pub fn month(word: &str) -> Option<i8> {
    NUMBERS.get(word).copied()
}

static NUMBERS: LazyLock<BTreeMap<&str, i8>> = LazyLock::new(|| {
    let mut numbers = BTreeMap::new();
    for (names, month) in MONTHS.iter().zip(1i8..) {
        for name in names.split_ascii_whitespace() {
            numbers.entry(name).or_insert(month);
        }
    }
    numbers
});

/// Seconds east of UTC of a zone's name. Names shared by several zones ("IST", "CST") have their most common
/// meaning in RFC 822 or in news feeds.
pub fn zone(word: &str) -> Option<i32> {
    let minutes = match word {
        "z" | "ut" | "utc" | "gmt" | "wet" | "uct" | "zulu" => 0,
        "bst" | "cet" | "mez" | "west" | "wat" | "met" | "hnec" => 60,
        "cest" | "mesz" | "eet" | "cat" | "sast" | "mest" | "wast" | "hec" => 120,
        "eest" | "msk" | "мск" | "eat" | "trt" | "idt" => 180,
        "msd" | "gst" | "samt" | "azt" => 240,
        "aft" => 270,
        "irst" => 210,
        "pkt" | "uzt" | "yekt" | "tmt" => 300,
        "ist" => 330,
        "npt" => 345,
        "bdt" | "omst" | "kgt" => 360,
        "mmt" => 390,
        "ict" | "wib" | "krat" => 420,
        "hkt" | "sgt" | "pht" | "awst" | "myt" | "wita" | "irkt" | "ulat" => 480,
        "jst" | "kst" | "wit" | "yakt" => 540,
        "acst" => 570,
        "aest" | "vlat" | "chst" => 600,
        "acdt" => 630,
        "aedt" | "magt" | "sbt" => 660,
        "nzst" | "fjt" | "pett" => 720,
        "nzdt" => 780,
        "nst" => -210,
        "ndt" => -150,
        "ast" | "clt" => -240,
        "egt" => -60,
        "brst" => -120,
        "brt" | "art" | "adt" | "clst" | "uyt" | "gft" => -180,
        "est" | "pet" | "cot" | "ect" => -300,
        "edt" | "vet" | "bot" => -240,
        "cst" => -360,
        "cdt" => -300,
        "mst" => -420,
        "mdt" => -360,
        "pst" => -480,
        "pdt" => -420,
        "akst" | "hdt" => -540,
        "akdt" => -480,
        "hst" => -600,
        _ => return None,
    };
    Some(minutes * 60)
}

/// Words for the half of the day, folded: `false` before noon, `true` after.
pub fn half_of_day(word: &str) -> Option<bool> {
    match word {
        "am" | "a.m" | "上午" | "凌晨" | "早上" | "오전" | "午前" | "sáng" | "ص" | "صباحا" | "صباحًا"
        | "πμ" | "öö" => Some(false),
        "pm" | "p.m" | "下午" | "傍晚" | "오후" | "午後" | "chiều" | "م" | "مساء" | "مساءً" | "晚上"
        | "μμ" | "ös" => Some(true),
        _ => None,
    }
}
