//! One furnished page in ten scripts: the same furniture, under names that say nothing, goes in each of them.
//! What is a label, a headline, a sentence, an invitation is measured by letters and marks of the script at hand.

use wireroom_extract::{Page, extract};
use wireroom_model::Kind;

/// A page's words in one language.
struct Told {
    lang: &'static str,
    title: &'static str,
    author: &'static str,
    date: &'static str,
    caption: &'static str,
    paragraphs: [&'static str; 4],
    section: &'static str,
    /// Before a linked headline between the paragraphs.
    label: &'static str,
    headlines: [&'static str; 3],
    newsletter: &'static str,
    /// Over the list of headlines.
    related: &'static str,
    rights: &'static str,
}

fn page(told: &Told) -> String {
    let [first, second, third, fourth] = told.paragraphs;
    let list: String =
        told.headlines.iter().enumerate().map(|(n, h)| format!("<li><a href=/s/{n}>{h}</a></li>")).collect();
    format!(
        "<html lang={lang}><head><title>{title} | Aske</title><meta name=author content='{author}'></head><body>\
         <div class=k0><a href=/1>{h0}</a> <a href=/2>{h1}</a></div>\
         <main><h1>{title}</h1><p class=k1>{author}</p><p class=k1>{date}</p>\
         <div class=k2><img src=/p.jpg><span>{caption}</span></div>\
         <div class=k3><p>{first}</p><p>{second}</p><p>{label} <a href=/s/9>{h2}</a></p><p>{third}</p>\
         <h2>{section}</h2><p>{fourth}</p>\
         <div class=k4><p>{newsletter}</p><input type=email><button>OK</button></div>\
         <h3>{related}</h3><ul>{list}</ul><p>{rights}</p></div></main></body></html>",
        lang = told.lang,
        title = told.title,
        author = told.author,
        date = told.date,
        caption = told.caption,
        label = told.label,
        h0 = told.headlines[0],
        h1 = told.headlines[1],
        h2 = told.headlines[2],
        section = told.section,
        newsletter = told.newsletter,
        related = told.related,
        rights = told.rights,
    )
}

fn holds(told: &Told) {
    let row = extract(&Page::new(&page(told))).remove(0);
    let [first, second, third, fourth] = told.paragraphs;
    assert_eq!(row.body, [first, second, third, told.section, fourth].join("\n\n"));
    assert_eq!(row.title.as_deref(), Some(told.title));
    assert_eq!(row.kind, Kind::Article);
    assert_eq!(row.captions.iter().map(|c| c.text.as_str()).collect::<Vec<_>>(), [told.caption]);
}

#[test]
fn a_furnished_page_in_latin_script_gives_its_text_and_nothing_else() {
    holds(&Told {
        lang: "en",
        title: "The old harbour opens again",
        author: "Ada Fenn",
        date: "2 March 2026, 10:30",
        caption: "The first ferry leaves the quay",
        paragraphs: [
            "The old harbour of Aske opened again on Monday after two years of repairs. Hundreds of people came to watch the first ferry leave.",
            "The mayor said that the quay had cost less than planned. \"We worked through two winters,\" she said.",
            "Fishermen will pay no fees until the summer. After that, the council wants to decide what a berth will cost.",
            "A market is to stand on the quay in spring. Whoever wants a stall can apply at the town hall until the end of March.",
        ],
        section: "What comes next",
        label: "Read also:",
        headlines: [
            "Why the lighthouse went dark in winter",
            "Trains in the north are three hours late",
            "The council talks about a new school",
        ],
        newsletter: "The news every morning in your mail.",
        related: "Related articles",
        rights: "All rights reserved",
    });
}

#[test]
fn a_furnished_page_in_chinese_gives_its_text_and_nothing_else() {
    holds(&Told {
        lang: "zh",
        title: "旧港口重新开放",
        author: "李文",
        date: "2026年3月2日 10:30",
        caption: "第一班渡轮离开码头",
        paragraphs: [
            "阿斯克的旧港口在两年维修之后于星期一重新开放。数百人前来观看第一班渡轮离港。",
            "市长说，码头的花费低于预算。她表示：“我们连续工作了两个冬天。”",
            "渔民在夏天以前不必缴纳费用。此后市议会将决定一个泊位的价格。",
            "明年春天码头上将设立市场。想要摊位的人可以在三月底以前到市政厅申请。",
        ],
        section: "接下来的计划",
        label: "相关阅读：",
        headlines: ["冬天的灯塔为什么熄灭了", "北方铁路延误三个小时", "市议会讨论新的学校"],
        newsletter: "每天早晨把新闻送到您的邮箱。",
        related: "相关阅读",
        rights: "版权所有 未经授权不得转载",
    });
}

#[test]
fn a_furnished_page_in_japanese_gives_its_text_and_nothing_else() {
    holds(&Told {
        lang: "ja",
        title: "古い港が再び開く",
        author: "佐藤花子",
        date: "2026年3月2日 10時30分",
        caption: "岸壁を離れる最初の渡し船",
        paragraphs: [
            "二年にわたる修理を終えて、アスケの古い港が月曜日に再び開いた。最初の渡し船を見送ろうと数百人が集まった。",
            "市長は、岸壁の費用が予算を下回ったと述べた。「二度の冬を通して働き続けました」と市長は語った。",
            "漁師は夏まで使用料を払わなくてよい。その後の料金は市議会が決めることになっている。",
            "春には岸壁に市場が立つ。店を出したい人は三月末までに市役所で申し込むことができる。",
        ],
        section: "今後の予定",
        label: "あわせて読みたい：",
        headlines: ["冬の灯台はなぜ消えたのか", "北の鉄道が三時間遅れる", "市議会が新しい学校を話し合う"],
        newsletter: "毎朝のニュースをメールでお届けします。",
        related: "関連記事",
        rights: "無断転載を禁じます",
    });
}

#[test]
fn a_furnished_page_in_korean_gives_its_text_and_nothing_else() {
    holds(&Told {
        lang: "ko",
        title: "옛 항구가 다시 열리다",
        author: "김하나",
        date: "2026년 3월 2일 10:30",
        caption: "부두를 떠나는 첫 나룻배",
        paragraphs: [
            "아스케의 옛 항구가 2년간의 수리를 마치고 월요일에 다시 문을 열었다. 첫 나룻배가 떠나는 모습을 보려고 수백 명이 모였다.",
            "시장은 부두에 든 비용이 예산보다 적었다고 말했다. \"두 번의 겨울 동안 쉬지 않고 일했습니다.\" 하고 그는 덧붙였다.",
            "어민들은 여름까지 사용료를 내지 않는다. 그 뒤의 요금은 시의회가 정할 예정이다.",
            "봄에는 부두에 시장이 열린다. 자리를 원하는 사람은 3월 말까지 시청에 신청할 수 있다.",
        ],
        section: "앞으로의 계획",
        label: "관련 기사:",
        headlines: ["겨울에 등대가 꺼진 까닭", "북부 열차 세 시간 지연", "시의회 새 학교 논의"],
        newsletter: "매일 아침 소식을 메일로 보내 드립니다.",
        related: "관련 기사",
        rights: "무단 전재 및 재배포 금지",
    });
}

#[test]
fn a_furnished_page_in_thai_gives_its_text_and_nothing_else() {
    holds(&Told {
        lang: "th",
        title: "ท่าเรือเก่าเปิดอีกครั้ง",
        author: "มาลี ใจดี",
        date: "2 มีนาคม 2569 10:30",
        caption: "เรือลำแรกออกจากท่า",
        paragraphs: [
            "ท่าเรือเก่าของเมืองอัสเกเปิดอีกครั้งเมื่อวันจันทร์หลังจากซ่อมแซมนานสองปี ผู้คนหลายร้อยคนมาดูเรือข้ามฟากลำแรกออกจากท่า",
            "นายกเทศมนตรีกล่าวว่าค่าใช้จ่ายของท่าเรือต่ำกว่างบประมาณที่ตั้งไว้ เธอบอกว่าคนงานทำงานต่อเนื่องตลอดสองฤดูหนาว",
            "ชาวประมงไม่ต้องจ่ายค่าธรรมเนียมจนถึงฤดูร้อน หลังจากนั้นสภาเมืองจะตัดสินใจว่าค่าจอดเรือควรเป็นเท่าไร",
            "ตลาดแห่งใหม่จะตั้งอยู่บนท่าเรือในฤดูใบไม้ผลิ ผู้ที่ต้องการแผงขายของสามารถสมัครได้ที่ศาลากลางจนถึงสิ้นเดือนมีนาคม",
        ],
        section: "แผนต่อไป",
        label: "อ่านเพิ่มเติม:",
        headlines: ["ทำไมประภาคารจึงดับในฤดูหนาว", "รถไฟสายเหนือล่าช้าสามชั่วโมง", "สภาเมืองหารือเรื่องโรงเรียนใหม่"],
        newsletter: "รับข่าวทุกเช้าทางอีเมลของคุณ",
        related: "ข่าวที่เกี่ยวข้อง",
        rights: "สงวนลิขสิทธิ์",
    });
}

#[test]
fn a_furnished_page_in_greek_gives_its_text_and_nothing_else() {
    holds(&Told {
        lang: "el",
        title: "Το παλιό λιμάνι ανοίγει ξανά",
        author: "Ελένη Παππά",
        date: "2 Μαρτίου 2026, 10:30",
        caption: "Το πρώτο πλοίο φεύγει από την αποβάθρα",
        paragraphs: [
            "Το παλιό λιμάνι της Άσκης άνοιξε ξανά τη Δευτέρα μετά από δύο χρόνια επισκευών. Εκατοντάδες άνθρωποι ήρθαν να δουν το πρώτο πλοίο να φεύγει.",
            "Η δήμαρχος είπε ότι η αποβάθρα κόστισε λιγότερο από το προβλεπόμενο. «Δουλέψαμε δύο χειμώνες χωρίς διακοπή», πρόσθεσε.",
            "Οι ψαράδες δεν θα πληρώνουν τέλη μέχρι το καλοκαίρι. Ποιος θα αποφασίσει μετά για τις τιμές;",
            "Την άνοιξη θα στηθεί αγορά στην αποβάθρα. Όσοι θέλουν πάγκο μπορούν να κάνουν αίτηση στο δημαρχείο μέχρι το τέλος Μαρτίου.",
        ],
        section: "Τι ακολουθεί",
        label: "Διαβάστε επίσης:",
        headlines: [
            "Ο φάρος που έσβησε τον χειμώνα",
            "Τρεις ώρες καθυστέρηση στα τρένα του βορρά",
            "Το συμβούλιο συζητά για νέο σχολείο",
        ],
        newsletter: "Οι ειδήσεις κάθε πρωί στο ταχυδρομείο σας.",
        related: "Σχετικά άρθρα",
        rights: "Με επιφύλαξη παντός δικαιώματος",
    });
}

#[test]
fn a_furnished_page_in_cyrillic_gives_its_text_and_nothing_else() {
    holds(&Told {
        lang: "ru",
        title: "Старая гавань снова открыта",
        author: "Анна Лебедева",
        date: "2 марта 2026, 10:30",
        caption: "Первый паром отходит от причала",
        paragraphs: [
            "Старая гавань Аске снова открылась в понедельник после двух лет ремонта. Сотни людей пришли посмотреть, как уходит первый паром.",
            "Мэр сказала, что причал обошёлся дешевле, чем планировали. «Мы работали две зимы подряд», — добавила она.",
            "До лета рыбаки не будут платить сборов. Потом совет решит, сколько будет стоить место у причала.",
            "Весной на причале появится рынок. Желающие получить место могут подать заявку в ратушу до конца марта.",
        ],
        section: "Что будет дальше",
        label: "Читайте также:",
        headlines: [
            "Почему зимой погас маяк",
            "Поезда на севере опоздали на три часа",
            "Совет обсуждает новую школу",
        ],
        newsletter: "Новости каждое утро на вашу почту.",
        related: "Материалы по теме",
        rights: "Все права защищены",
    });
}

#[test]
fn a_furnished_page_in_arabic_gives_its_text_and_nothing_else() {
    holds(&Told {
        lang: "ar",
        title: "الميناء القديم يفتح أبوابه من جديد",
        author: "ليلى حداد",
        date: "٢ مارس ٢٠٢٦ ١٠:٣٠",
        caption: "العبارة الأولى تغادر الرصيف",
        paragraphs: [
            "فتح الميناء القديم في أسكه أبوابه يوم الاثنين بعد عامين من أعمال الإصلاح. وجاء مئات الناس لمشاهدة العبارة الأولى وهي تغادر الرصيف.",
            "وقالت رئيسة البلدية إن تكلفة الرصيف كانت أقل مما كان متوقعا. وأضافت: «عملنا طوال شتاءين دون توقف».",
            "ولن يدفع الصيادون أي رسوم حتى الصيف. فمن سيقرر الأسعار بعد ذلك؟",
            "ستقام سوق على الرصيف في الربيع. ويمكن لمن يريد مكانا فيها أن يقدم طلبا في دار البلدية حتى نهاية مارس.",
        ],
        section: "ماذا بعد",
        label: "اقرأ أيضا:",
        headlines: [
            "لماذا انطفأت المنارة في الشتاء",
            "القطارات تتأخر ثلاث ساعات في الشمال",
            "المجلس يناقش بناء مدرسة جديدة",
        ],
        newsletter: "أخبار كل صباح في بريدك.",
        related: "مواضيع ذات صلة",
        rights: "جميع الحقوق محفوظة",
    });
}

#[test]
fn a_furnished_page_in_hebrew_gives_its_text_and_nothing_else() {
    holds(&Told {
        lang: "he",
        title: "הנמל הישן נפתח מחדש",
        author: "נועה ברק",
        date: "2 במרץ 2026, 10:30",
        caption: "המעבורת הראשונה עוזבת את הרציף",
        paragraphs: [
            "הנמל הישן של אסקה נפתח מחדש ביום שני לאחר שנתיים של תיקונים. מאות אנשים באו לראות את המעבורת הראשונה יוצאת לדרך.",
            "ראשת העיר אמרה שהרציף עלה פחות מהמתוכנן. \"עבדנו שני חורפים בלי הפסקה\", הוסיפה.",
            "הדייגים לא ישלמו אגרות עד הקיץ. לאחר מכן תחליט המועצה כמה יעלה מקום עגינה.",
            "באביב יקום שוק על הרציף. מי שרוצה דוכן יכול להגיש בקשה בבית העירייה עד סוף מרץ.",
        ],
        section: "מה הלאה",
        label: "קראו גם:",
        headlines: ["למה כבה המגדלור בחורף", "הרכבות בצפון איחרו בשלוש שעות", "המועצה דנה בבית ספר חדש"],
        newsletter: "חדשות בכל בוקר ישר לתיבה.",
        related: "כתבות נוספות",
        rights: "כל הזכויות שמורות",
    });
}

#[test]
fn a_furnished_page_in_devanagari_gives_its_text_and_nothing_else() {
    holds(&Told {
        lang: "hi",
        title: "पुराना बंदरगाह फिर खुला",
        author: "मीरा जोशी",
        date: "2 मार्च 2026, 10:30",
        caption: "घाट से निकलती पहली नौका",
        paragraphs: [
            "आस्के का पुराना बंदरगाह दो साल की मरम्मत के बाद सोमवार को फिर खुल गया। पहली नौका को जाते देखने के लिए सैकड़ों लोग आए।",
            "महापौर ने कहा कि घाट पर अनुमान से कम खर्च हुआ। उन्होंने बताया कि मज़दूरों ने लगातार दो सर्दियों तक काम किया।",
            "मछुआरों को गर्मियों तक कोई शुल्क नहीं देना होगा। उसके बाद परिषद तय करेगी कि एक जगह का किराया कितना होगा।",
            "वसंत में घाट पर एक बाज़ार लगेगा। जो लोग दुकान चाहते हैं वे मार्च के अंत तक नगर भवन में आवेदन कर सकते हैं।",
        ],
        section: "आगे क्या होगा",
        label: "यह भी पढ़ें:",
        headlines: ["सर्दियों में दीपघर क्यों बुझ गया", "उत्तर में रेलगाड़ियाँ तीन घंटे देर से", "परिषद में नए स्कूल पर चर्चा"],
        newsletter: "हर सुबह की खबरें आपके ईमेल पर।",
        related: "संबंधित खबरें",
        rights: "सर्वाधिकार सुरक्षित",
    });
}
