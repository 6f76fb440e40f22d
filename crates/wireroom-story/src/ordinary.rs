//! Ordinary words: what a reader of a language knows to be common before the first article has come.
//! It refuses to be a stop list: these words still count, only as little as after some days of reading.
//! Start at [`ordinary`].

use std::sync::LazyLock;
use wireroom_text::hash::{Words, listed};

/// The words of one language in the form in which words compare; none for a language that nobody wrote a list for.
pub(crate) fn ordinary(lang: &str) -> impl Iterator<Item = &'static str> {
    let list = LISTS.iter().find(|(of, _)| *of == lang).map_or("", |(_, list)| *list);
    list.split_ascii_whitespace()
}

/// The same as a table, for whoever asks of every word of a text.
pub(crate) fn ordinary_words(lang: &str) -> &'static Words {
    TABLES.iter().find(|(of, _)| *of == lang).map_or(&NONE, |(_, words)| words)
}

static TABLES: LazyLock<Vec<(&str, Words)>> =
    LazyLock::new(|| LISTS.iter().map(|(lang, list)| (*lang, listed(list))).collect());
static NONE: LazyLock<Words> = LazyLock::new(Words::default);

const LISTS: [(&str, &str); 11] = [
    (
        "en",
        "the and for that with was were has have had are not but this from they his her its their which who when \
         will would could should been after before into over about than then there here what where while also more \
         most some any all one two three first last new year years day days week month time said says say told \
         people according since between during against under because through other only just still made make \
         can may you our out off now she him them how many much such both each very per cent down being",
    ),
    (
        "de",
        "der die das und den dem des ein eine einen einem einer eines ist sind war waren wird werden wurde wurden \
         hat haben hatte hatten sich nicht mit von für auf aus bei nach vor über unter zum zur als wie auch noch \
         nur aber oder dass weil wenn man sie ihr ihre ihren seine seiner sein kann können soll sollen muss mehr \
         zwei drei ersten neue neuen jahr jahre jahren tag tage woche uhr sagte sagt habe sei seit bis durch gegen \
         zwischen diese dieser dieses dort hier schon sehr wieder alle keine kein was wer ich wir uns worden",
    ),
    (
        "fr",
        "les des une que qui dans pour par sur pas plus avec est sont été était être ont avait avoir aux son ses \
         leur leurs cette ces mais comme tout tous toute deux trois premier première nouveau nouvelle ans année \
         jour jours semaine après avant depuis entre sous selon dit déclaré aussi encore très fait faire peut \
         doit elle ils elles nous vous dont lors ainsi contre sans même moins alors",
    ),
    (
        "es",
        "los las del una que por con para como más pero sus este esta estos estas fue fueron ser son era han había \
         hay sobre entre desde hasta cuando donde también según dijo dos tres primer primera nuevo nueva año años \
         día días semana después antes durante contra sin muy todo todos toda todas otro otra otros puede sido \
         está están tiene tienen así aún solo mismo quien cual porque",
    ),
    (
        "it",
        "che del della dei delle dal dalla nel nella con per una uno gli sono stato stata stati era anche più non \
         come alla alle sul sulla suo sua suoi loro questo questa hanno aveva essere dopo prima tra fra due tre \
         primo nuovo nuova anno anni giorno giorni secondo detto ancora tutti tutto quando dove contro senza molto",
    ),
    (
        "pt",
        "que dos das uma com para por mais como mas foi foram ser são era tem têm havia nos nas pelo pela pelos aos \
         sobre entre desde até quando onde também segundo disse dois três primeiro primeira novo nova ano anos dia \
         dias semana depois antes durante contra sem muito todo todos outro outra pode está estão ele ela eles seu \
         sua seus não",
    ),
    (
        "nl",
        "het een van voor met zijn was waren wordt werd worden heeft hebben had niet ook maar als dat die deze dit \
         aan bij uit over naar door tot nog meer dan wel kan moet zal zou hun haar hij zij wij twee drie eerste \
         nieuwe jaar jaren dag dagen week zegt zei volgens sinds tussen tegen tijdens omdat veel alle geen wie wat",
    ),
    (
        "ar",
        "على إلى عن مع هذا هذه ذلك التي الذي الذين كان كانت كما بعد قبل بين خلال منذ حتى عند وقد لقد قال قالت وقال وقالت \
         وأضاف أنه أنها وهو وهي هو هي لم لن ليس غير كل بعض عام سنة يوم أيام أسبوع اليوم أول ثلاثة حيث ولا فيها فيه منها \
         عليه عليها وكان وكانت أكثر جديد جديدة",
    ),
    (
        "zh",
        "的 了 在 是 和 与 及 或 为 对 将 被 就 也 都 而 但 从 到 向 于 以 等 中 上 下 这 那 其 之 者 个 们 有 不 已 并 \
         他 她 它 我 我们 他们 要 会 可 可以 能 把 让 给 由 因 因为 所以 后 前 以后 以前 内 外 时 日 月 年 点 多 大 小 新 \
         再 又 更 最 很 该 某 每 各 还 只 一 二 三 两 四 五 六 七 八 九 十 百 千 万 亿 元 人 名 今天 昨天 昨晚 今年 去年 明年 \
         星期 上午 下午 说 表示 称 没有 进行 已经 目前 其中 如果 虽然 由于 根据 记者 公司 認為 認 說 們 這 為 與 對 將 個 來 来 去 \
         得 着 过 地 里 所 此 次 位 家 成 出 起",
    ),
    (
        "ja",
        "の に は を が と で も へ や から まで より など した する して され さ れ た て だ な い る り し こと もの ため よう \
         という と い う いう ある いる なる なっ なり ない なかっ ん です ます まし この その あの これ それ 年 月 日 時 分 人 者 \
         円 回 第 約 一 二 三 四 五 六 七 八 九 十 百 千 万 億 同 前 後 中 上 下 的 さん 氏 という 話し 話す 述べ よる よ ら また \
         について として による よると とみ みられる 明らか にし 発表 今 昨 来 新しい 方針 予定 見通し",
    ),
    (
        "th",
        "ที่ และ ใน ของ เป็น มี ได้ ให้ ว่า จะ ไม่ การ ความ กับ จาก โดย แต่ หรือ เพื่อ เมื่อ แล้ว อยู่ ไป มา ก็ ยัง ต้อง \
         ถูก นี้ นั้น ซึ่ง คน วัน เดือน ปี กล่าว หลัง ก่อน ทั้ง ขึ้น ลง ออก เข้า ต่อ ตาม ถึง ผู้ เขา เธอ ราย แห่ง สอง สาม \
         สี่ ห้า หก เจ็ด แปด เก้า สิบ ร้อย พัน หมื่น แสน ล้าน บาท จันทร์ อังคาร พุธ ศุกร์ เสาร์ อาทิตย์ นาย นาง นางสาว \
         ด้วย กว่า เพราะ หาก อีก เคย ทำ ใช้ นำ รับ ภายใน ครั้ง แรก",
    ),
];
