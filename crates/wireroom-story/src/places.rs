//! Countries and some cities as eight languages write them, by the beginning of the word: "Ukrain" opens the country,
//! its people and its adjective alike. It refuses to be a gazetteer: a place that is not here counts as a name.
//! Start at [`place`] for a word, [`arabic_place`] for one in Arabic, [`places_in`] for a text without spaces.

use crate::heard::{with_and_without_clitic, without_article};
use std::sync::LazyLock;
use wireroom_text::hash::{ByHash, ByWord};

/// The letters by which a word is looked up first.
const KEY: usize = 3;

/// Below it stands no character of a script without spaces that a place is written in.
const FIRST_SPACELESS: char = '\u{3000}';

/// Code, beginnings in small Latin letters without marks (as `letters::plain` writes them; `$` ends one that is a whole
/// word), and Chinese and Japanese names.
const PLACES: [(&str, &str, &str); 74] = [
    ("ae", "emirat emirati oae", "阿联酋 阿聯酋"),
    ("af", "afghan afgan", "阿富汗 アフガニスタン"),
    ("am", "armeni armenien", "亚美尼亚"),
    ("ar", "argentin", "阿根廷 アルゼンチン"),
    ("at", "oesterreich austria autriche avstri", "奥地利 オーストリア"),
    ("au", "australi avstrali", "澳大利亚 オーストラリア"),
    ("az", "azerba aserba azerbaidjan", "阿塞拜疆"),
    ("bd", "banglades", "孟加拉国"),
    ("be", "belgi bruessel brussel bruxelles brjussel bryussel belgique", "比利时 布鲁塞尔 ベルギー"),
    ("bg", "bulgari bolgari", "保加利亚"),
    ("br", "brazil brasil bresil", "巴西 ブラジル"),
    ("by", "belarus bielorus belorus", "白俄罗斯"),
    ("ca", "canad kanad", "加拿大 カナダ"),
    (
        "ch",
        "schweiz switzerland swiss suisse suiza svizzera shveitsar geneva genf geneve genev",
        "瑞士 日内瓦 スイス",
    ),
    ("cl", "chile$ chilen", "智利"),
    (
        "cn",
        "china$ chinas$ chinese chinois chine$ chinesisch kitai kitay beijing peking pekin",
        "中国 中國 北京",
    ),
    ("co", "colombia kolumbi colombie", "哥伦比亚"),
    ("cu", "cuba$ cuban kuba$", "古巴"),
    ("cz", "czech tschech tcheque chekh", "捷克"),
    (
        "de",
        "german deutsch deutschland allemagne allemand alemania aleman german berlin",
        "德国 德國 柏林 ドイツ",
    ),
    ("dk", "danish denmark daenemark danemark kopenhagen copenhag", "丹麦 デンマーク"),
    ("dz", "algeri algerien", "阿尔及利亚"),
    ("ee", "estoni estland", "爱沙尼亚"),
    ("eg", "egypt aegypt egipet egipt egitto kairo cairo", "埃及 エジプト"),
    ("es", "spain spanisch spanish spanien espagn espana espanol ispani madrid", "西班牙 スペイン"),
    ("et", "ethiopi aethiopi efiopi", "埃塞俄比亚"),
    ("eu", "europ evrop", "欧洲 欧盟 歐盟 ヨーロッパ"),
    ("fi", "finland finnish finnisch finnland finlyand finlande", "芬兰 フィンランド"),
    (
        "fr",
        "france french frankreich franzoes francais francia frants paris$ pariser$ parizh",
        "法国 法國 巴黎 フランス",
    ),
    (
        "gb",
        "britain british britisch britann grossbrit britanni velikobritani london londres",
        "英国 英國 伦敦 イギリス",
    ),
    ("ge", "georgia$ georgian georgien georgier grusi gruzi", "格鲁吉亚"),
    ("gr", "greece greek griech grece grecia gretsi greci athen", "希腊 ギリシャ"),
    ("hk", "hongkong gonkong", "香港"),
    ("hr", "croat kroat khorvat", "克罗地亚"),
    ("hu", "hungar ungar hongr hongri vengri budapest", "匈牙利"),
    ("id", "indones", "印度尼西亚 印尼"),
    ("ie", "ireland irish irland irlande irlandi dublin", "爱尔兰"),
    ("il", "israel izrail", "以色列 イスラエル"),
    ("in", "india$ indien indisch indian$ indians$ inde$ indiya indii delhi", "印度 インド"),
    ("iq", "iraq irak bagdad", "伊拉克"),
    ("ir", "iran teheran tehran", "伊朗 イラン"),
    ("it", "italy italien italia itali rome$ roma$ rom$", "意大利 義大利 罗马 イタリア"),
    ("jp", "japan japon yaponi tokyo tokio", "日本 东京 東京"),
    ("ke", "kenya kenia$ keniy nairobi", "肯尼亚"),
    ("kp", "nordkorea", "朝鲜 北朝鮮"),
    ("kr", "korea coree seoul seul", "韩国 韓國 韓国"),
    ("kz", "kazakh kasach", "哈萨克斯坦"),
    ("lb", "leban liban beirut beyrouth", "黎巴嫩"),
    ("lt", "lithuan litau litv lituan", "立陶宛"),
    ("lv", "latvi lettland lettonie", "拉脱维亚"),
    ("ly", "libya libye libyen livi", "利比亚"),
    ("ma", "moroc marokk maroc", "摩洛哥"),
    ("mx", "mexic mexik mexiq meksik", "墨西哥 メキシコ"),
    ("ng", "nigeri", "尼日利亚"),
    ("nl", "netherland niederlaend niederland dutch niderland hollaend holland", "荷兰 オランダ"),
    ("no", "norw norweg norveg oslo", "挪威 ノルウェー"),
    ("nz", "neuseeland zealand", "新西兰"),
    ("pe", "peru$ peruan peruv perou", "秘鲁"),
    ("ph", "philippin filippin", "菲律宾"),
    ("pk", "pakistan", "巴基斯坦"),
    (
        "pl",
        "poland polish polen polnisch pologne polonais polsh warsaw warschau varsov varshav",
        "波兰 华沙 ポーランド",
    ),
    ("ps", "palestin palaestin gaza ghaza gazastreifen", "巴勒斯坦 加沙"),
    ("pt", "portug lissabon lisbon lisboa", "葡萄牙 ポルトガル"),
    ("ro", "romania rumaen roumani rumyn rumuni", "罗马尼亚"),
    ("rs", "serbi belgrad", "塞尔维亚"),
    (
        "ru",
        "russia russie russisch russland russe rusia rossi moscow moskau moscou moskv kreml kremlin",
        "俄罗斯 俄羅斯 莫斯科 ロシア",
    ),
    ("sa", "saudi", "沙特"),
    ("se", "sweden swedish schwed suede shvetsi shved stockholm stokgolm", "瑞典 スウェーデン"),
    ("sy", "syria syrien syrie damascus damask", "叙利亚"),
    ("th", "thailand thai$ bangkok", "泰国"),
    (
        "tr",
        "turkey turkish tuerk turqui turquie turtsi turet turkiye ankara istanbul stambul",
        "土耳其 トルコ",
    ),
    ("ua", "ukrain kyiv kiew kiev", "乌克兰 烏克蘭 基辅 ウクライナ"),
    ("us", "america amerik ameriqu americ usa$ ssha$ washington vashington", "美国 美國 华盛顿 アメリカ"),
    ("vn", "vietnam vetnam", "越南"),
];

/// The same in Arabic letters, without the article.
const ARABIC: [(&str, &str); 70] = [
    ("ae", "إمارات"),
    ("af", "أفغان"),
    ("am", "أرمين"),
    ("ar", "أرجنتين"),
    ("at", "نمسا"),
    ("au", "أسترالي"),
    ("az", "أذربيجان"),
    ("bd", "بنغلاد"),
    ("be", "بلجيك بروكسل"),
    ("bg", "بلغاري"),
    ("br", "برازيل"),
    ("by", "بيلاروس"),
    ("ca", "كندا$ كندي$ كندية$"),
    ("ch", "سويسر جنيف$"),
    ("cl", "تشيلي"),
    ("cn", "صين$ صيني$ صينية$ صينيون$ بكين$"),
    ("co", "كولومبي"),
    ("cu", "كوبا$ كوبي$ كوبية$"),
    ("cz", "تشيك"),
    ("de", "ألمان برلين"),
    ("dk", "دنمارك دانمارك كوبنهاغن"),
    ("dz", "جزائري"),
    ("ee", "إستوني"),
    ("eg", "مصر$ مصري$ مصرية$ مصريين$ مصريون$ قاهرة$"),
    ("es", "إسبان"),
    ("et", "إثيوبي"),
    ("eu", "أوروب"),
    ("fi", "فنلند"),
    ("fr", "فرنس باريس$"),
    ("gb", "بريطاني لندن$"),
    ("gr", "يونان أثينا$"),
    ("hr", "كروات"),
    ("hu", "هنغاري"),
    ("id", "إندونيسي"),
    ("ie", "أيرلند إيرلند"),
    ("il", "إسرائيل"),
    ("in", "هند$ هندي$ هندية$ نيودلهي$"),
    ("iq", "عراق بغداد$"),
    ("ir", "إيران طهران$"),
    ("it", "إيطالي"),
    ("jp", "يابان طوكيو$"),
    ("ke", "كينيا$ كيني$ كينية$"),
    ("kr", "كوريا$ كوري$ كورية$"),
    ("kz", "كازاخ"),
    ("lb", "لبنان بيروت$"),
    ("lt", "ليتواني"),
    ("lv", "لاتفي"),
    ("ly", "ليبيا$ ليبي$ ليبية$"),
    ("ma", "مغرب$ مغربي$ مغربية$"),
    ("mx", "مكسيك"),
    ("ng", "نيجيري"),
    ("nl", "هولند"),
    ("no", "نرويج"),
    ("nz", "نيوزيلند"),
    ("ph", "فلبين فيليبين"),
    ("pk", "باكستان"),
    ("pl", "بولندا$ بولندي بولندية وارسو$"),
    ("ps", "فلسطين غزة$"),
    ("pt", "برتغال لشبونة$"),
    ("ro", "رومانيا$ روماني$ رومانية$"),
    ("rs", "صربيا$ صربي$ صربية$"),
    ("ru", "روسيا$ روسي$ روسية$ روس$ موسكو$ كرملين"),
    ("sa", "سعودي"),
    ("se", "سويد$ سويدي ستوكهولم$"),
    ("sy", "سوريا$ سورية$ سوري$ سوريين$ سوريون$ دمشق$"),
    ("th", "تايلاند تايلند"),
    ("tr", "تركيا$ تركي$ تركية$ أنقرة$ إسطنبول$"),
    ("ua", "أوكراني كييف$"),
    ("us", "أميرك أمريك واشنطن$"),
    ("vn", "فيتنام"),
];

/// A beginning and the place that it opens.
type Openings = ByWord<&'static str, Vec<(&'static str, &'static str)>>;

static BY_START: LazyLock<Openings> = LazyLock::new(|| {
    let mut found = Openings::default();
    for (code, openings, _) in PLACES {
        for opening in openings.split(' ') {
            let Some(key) = opening.get(..KEY) else { continue };
            found.entry(key).or_default().push((opening, code));
        }
    }
    found
});

static SPACELESS: LazyLock<ByHash<char, Vec<(&'static str, &'static str)>>> = LazyLock::new(|| {
    let mut found: ByHash<char, Vec<_>> = ByHash::default();
    for (code, _, names) in PLACES {
        for name in names.split(' ') {
            let Some(first) = name.chars().next() else { continue };
            found.entry(first).or_default().push((name, code));
        }
    }
    found
});

/// The place that a word names, its people or its adjective: the word as `letters::plain` writes it.
pub(crate) fn place(plain: &str) -> Option<&'static str> {
    let known = BY_START.get(plain.get(..KEY)?)?;
    let fits = known.iter().filter(|(opening, _)| match opening.strip_suffix('$') {
        Some(whole) => plain == whole,
        None => plain.starts_with(opening),
    });
    fits.max_by_key(|(opening, _)| opening.len()).map(|(_, code)| *code)
}

/// The place that a word in Arabic letters names, with or without its article and "and", "in", "for" before it.
pub(crate) fn arabic_place(word: &str) -> Option<&'static str> {
    let (rest, has_article) = without_article(word);
    let forms = std::iter::once(rest).chain(with_and_without_clitic(word).filter(|_| !has_article));
    let fits = |form: &str, opening: &str| match opening.strip_suffix('$') {
        Some(whole) => form == whole,
        None => form.starts_with(opening),
    };
    let opens = |form: &str| ARABIC.iter().find(|(_, all)| all.split(' ').any(|opening| fits(form, opening)));
    forms.filter_map(opens).map(|(code, _)| *code).next()
}

/// The places that stand in a text of a script without spaces, each time.
pub(crate) fn places_in(text: &str) -> impl Iterator<Item = (&'static str, &str)> {
    text.char_indices().filter_map(|(at, c)| {
        if c < FIRST_SPACELESS {
            return None;
        }
        let rest = text.get(at..)?;
        let (name, code) = SPACELESS.get(&c)?.iter().find(|(name, _)| rest.starts_with(name))?;
        Some((*code, rest.get(..name.len())?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letters::plain;

    #[test]
    fn a_country_its_people_and_its_adjective_are_one_place_in_every_language() {
        for word in ["Ukraine", "Ukrainian", "ukrainisch", "ukrainien", "Украины", "украинский"]
        {
            assert_eq!(place(&plain(word)), Some("ua"), "{word}");
        }
        for word in ["Germany", "Deutschland", "Allemagne", "германии"] {
            assert_eq!(place(&plain(word)), Some("de"), "{word}");
        }
        assert_eq!(places_in("乌克兰总统在柏林").map(|(code, _)| code).collect::<Vec<_>>(), ["ua", "de"]);
    }

    #[test]
    fn a_word_that_only_begins_alike_is_no_place() {
        for word in ["parish", "romance", "romantic", "indicate", "peruse", "indem", "Indiana", "usage"] {
            assert_eq!(place(&plain(word)), None, "{word}");
        }
    }

    #[test]
    fn a_place_is_known_in_arabic_behind_its_article_and_little_words() {
        for word in ["أوكرانيا", "الأوكراني", "والأوكرانية", "لأوكرانيا", "وأوكرانيا", "بأوكرانيا"]
        {
            assert_eq!(arabic_place(word), Some("ua"), "{word}");
        }
        for word in ["مصرع", "هندسة", "تركيز", "روسو", "والد"] {
            assert_eq!(arabic_place(word), None, "{word}");
        }
    }

    #[test]
    fn each_place_stands_once_and_in_order() {
        assert!(ARABIC.windows(2).all(|two| two[0].0 < two[1].0));
        assert!(PLACES.windows(2).all(|two| two[0].0 < two[1].0));
    }
}
