# كلمات الواجهة بالعربية. `{ $n }` عدد يختار الصيغة، و`{ $here }` موضع الرابط.

tongue-name = العربية
tongue-dir = rtl

## إطار كل صفحة

layout-skip = انتقل إلى الأخبار
layout-plate = Wireroom، الصفحة الأولى
layout-edition = طبعة اليوم
layout-main = القائمة الرئيسية
layout-about = محرّك أخبار على جهاز هذا البيت نفسه.
layout-signed-in = سجّلت الدخول باسم { $name }.
layout-sign-out = تسجيل الخروج
layout-foot = Wireroom { $version }، على جهاز هذا البيت نفسه.
layout-low-disk = القرص شبه ممتلئ (المتاح { $free }): لن يُجلب جديد حتى يتوفر مكان. لم يضع شيء.

menu-edition = الطبعة
menu-latest = الأحدث
menu-topics = المواضيع
menu-outlets = وسائل الإعلام
menu-feeds = الخلاصات
menu-search = بحث
menu-ask = اسأل

## الأوقات

month = { $n ->
    [1] يناير
    [2] فبراير
    [3] مارس
    [4] أبريل
    [5] مايو
    [6] يونيو
    [7] يوليو
    [8] أغسطس
    [9] سبتمبر
    [10] أكتوبر
    [11] نوفمبر
   *[12] ديسمبر
}
month-brief = { $n ->
    [1] يناير
    [2] فبراير
    [3] مارس
    [4] أبريل
    [5] مايو
    [6] يونيو
    [7] يوليو
    [8] أغسطس
    [9] سبتمبر
    [10] أكتوبر
    [11] نوفمبر
   *[12] ديسمبر
}
weekday = { $n ->
    [1] الاثنين
    [2] الثلاثاء
    [3] الأربعاء
    [4] الخميس
    [5] الجمعة
    [6] السبت
   *[7] الأحد
}
time-day = { $weekday } { $day } { $month } { $year }
time-month = { $month } { $year }
time-date = { $day } { $month }
time-date-year = { $day } { $month } { $year }
time-at = { $date }، { $clock }
time-full = { $date }، { $clock } ({ $offset })
time-unknown = بلا تاريخ
time-now = الآن
time-soon = خلال دقيقة
time-minutes-ago = { $n ->
    [one] قبل دقيقة
    [two] قبل دقيقتين
    [few] قبل { $n } دقائق
    [many] قبل { $n } دقيقة
   *[other] قبل { $n } دقيقة
}
time-hours-ago = { $n ->
    [one] قبل ساعة
    [two] قبل ساعتين
    [few] قبل { $n } ساعات
    [many] قبل { $n } ساعة
   *[other] قبل { $n } ساعة
}
time-days-ago = { $n ->
    [one] قبل يوم
    [two] قبل يومين
    [few] قبل { $n } أيام
    [many] قبل { $n } يومًا
   *[other] قبل { $n } يوم
}
time-in-minutes = { $n ->
    [one] بعد دقيقة
    [two] بعد دقيقتين
    [few] بعد { $n } دقائق
    [many] بعد { $n } دقيقة
   *[other] بعد { $n } دقيقة
}
time-in-hours = { $n ->
    [one] بعد ساعة
    [two] بعد ساعتين
    [few] بعد { $n } ساعات
    [many] بعد { $n } ساعة
   *[other] بعد { $n } ساعة
}
time-in-days = { $n ->
    [one] بعد يوم
    [two] بعد يومين
    [few] بعد { $n } أيام
    [many] بعد { $n } يومًا
   *[other] بعد { $n } يوم
}

## أعداد وكلمات صغيرة

count-outlets = { $n ->
    [zero] لا وسيلة إعلام
    [one] وسيلة إعلام واحدة
    [two] وسيلتا إعلام
    [few] { $n } وسائل إعلام
    [many] { $n } وسيلة إعلام
   *[other] { $n } وسيلة إعلام
}
count-origins = { $n ->
    [zero] لا مصدر أصلي
    [one] مصدر أصلي واحد
    [two] مصدران أصليان
    [few] { $n } مصادر أصلية
    [many] { $n } مصدرًا أصليًا
   *[other] { $n } مصدر أصلي
}
count-independent-origins = { $n ->
    [zero] لا مصدر مستقلًا
    [one] مصدر مستقل واحد
    [two] مصدران مستقلان
    [few] { $n } مصادر مستقلة
    [many] { $n } مصدرًا مستقلًا
   *[other] { $n } مصدر مستقل
}
count-articles = { $n ->
    [zero] لا مقال
    [one] مقال واحد
    [two] مقالان
    [few] { $n } مقالات
    [many] { $n } مقالًا
   *[other] { $n } مقال
}
count-stories = { $n ->
    [zero] لا قصة
    [one] قصة واحدة
    [two] قصتان
    [few] { $n } قصص
    [many] { $n } قصة
   *[other] { $n } قصة
}
count-feeds = { $n ->
    [zero] لا خلاصة
    [one] خلاصة واحدة
    [two] خلاصتان
    [few] { $n } خلاصات
    [many] { $n } خلاصة
   *[other] { $n } خلاصة
}
tag-over = { $n ->
    [zero] أكثر من { $n } قصة
    [one] أكثر من قصة واحدة
    [two] أكثر من قصتين
    [few] أكثر من { $n } قصص
    [many] أكثر من { $n } قصة
   *[other] أكثر من { $n } قصة
}
count-entries = { $n ->
    [zero] لا مدخل
    [one] مدخل واحد
    [two] مدخلان
    [few] { $n } مدخلات
    [many] { $n } مدخلًا
   *[other] { $n } مدخل
}
count-copies = { $n ->
    [zero] لا نسخة
    [one] نسخة واحدة
    [two] نسختان
    [few] { $n } نسخ
    [many] { $n } نسخة
   *[other] { $n } نسخة
}
count-texts = { $n ->
    [zero] لا نص
    [one] نص واحد
    [two] نصان
    [few] { $n } نصوص
    [many] { $n } نصًا
   *[other] { $n } نص
}
count-versions = { $n ->
    [zero] لا صيغة
    [one] صيغة واحدة
    [two] صيغتان
    [few] { $n } صيغ
    [many] { $n } صيغة
   *[other] { $n } صيغة
}
count-words = { $n ->
    [zero] لا كلمة
    [one] كلمة واحدة
    [two] كلمتان
    [few] { $n } كلمات
    [many] { $n } كلمة
   *[other] { $n } كلمة
}
count-paragraphs = { $n ->
    [zero] لا فقرة
    [one] فقرة واحدة
    [two] فقرتان
    [few] { $n } فقرات
    [many] { $n } فقرة
   *[other] { $n } فقرة
}
count-days = { $n ->
    [zero] لا يوم
    [one] يوم واحد
    [two] يومان
    [few] { $n } أيام
    [many] { $n } يومًا
   *[other] { $n } يوم
}
count-hours = { $n ->
    [zero] لا ساعة
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $n } ساعات
    [many] { $n } ساعة
   *[other] { $n } ساعة
}
count-minutes = { $n ->
    [zero] لا دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $n } دقائق
    [many] { $n } دقيقة
   *[other] { $n } دقيقة
}
list-two = { $first } و{ $last }
list-comma = { $first }، { $next }
list-more = { $names } و{ $n } غيرها
number-decimal = .
percent = { $n }%
bytes-b = { $n } بايت
bytes-kb = { $n } ك.ب
bytes-mb = { $n } م.ب
bytes-gb = { $n } ج.ب
bytes-tb = { $n } ت.ب

## الأبواب والقوائم والمواضيع ووسائل الإعلام

page-newer = الأحدث
page-older = الأقدم
latest-say = كل القصص مرتبة بوقت أحدث مقال في كل منها.
latest-none = لا قصة بعد. تظهر القصص مع وصول المقالات.
latest-end = هذا كل ما في هذا البيت.
login-title = الدخول
login-no-owner = ليس لهذا البيت مالك بعد. رابط الإعداد مذكور في سجل wireroom؛ افتحه لاختيار اسم وكلمة مرور.
login-wrong = الاسم وكلمة المرور لا يتوافقان. حاول مرة أخرى.
setup-title = إعداد هذا البيت
setup-say = أنت أول قرائه ومالكه. اختر اسمًا وكلمة مرور؛ ولا يُطلب غير ذلك.
setup-do = افتح البيت
follow-no-more = ألغِ المتابعة
tags-none = لا تتابع موضوعًا بعد. افتح واحدًا أدناه أو من قصة ثم اضغط «تابع».
tags-say = ما تتابعه، بكل صيغ كتابته.
tags-no-story = لا قصة بعد
tags-newest = { $stories }، أحدثها { $here }
tags-find = ابحث عن موضوع
tags-find-help = كل صيغ كتابة الاسم تقود إلى الموضوع نفسه.
tags-open = افتح
tags-offered = في أحدث القصص
tag-none = لا قصة في هذا البيت فيها هذا الموضوع بعد.
tag-stories = { $stories }، الأحدث أولًا.
tag-spelt = يُطبع بصيغ { $names }؛ وكلها تقود إلى هنا
tag-yours = مواضيع تتابعها
tag-blank-followed = أنت تتابعه: تظهر قصصه هنا حالما توجد واحدة.
tag-blank = تابعه، فتظهر قصصه هنا حالما توجد واحدة.
tag-end = هذا كل ما في البيت عنه.
tag-many = تتابع { $n } موضوعًا، وهو أقصى ما يُسمح به. ألغِ متابعة واحد في صفحة مواضيعك أولًا.
tag-list = المواضيع
tag-followed = تتابعه
outlets-none = لا وسيلة إعلام بعد. تظهر مع أولى المقالات.
outlets-say = { $outlets }، { $articles }. المملوء نص خاص بها على حد علم البيت، والمفرّغ منقول عن غيرها.
outlets-by-publisher = حسب الناشر
outlets-outlet = وسيلة الإعلام
outlets-both = الخاص والمنقول
outlets-own = خاص
outlets-carried = منقول
outlets-last = آخر مقال
outlet-say = { $articles }: منها { $own } خاص بها و{ $carried } منقول عن غيرها.
outlet-publisher = تتبع { $here } بحسب قائمة أُدخلت
outlet-read = قُرئ آخر مقال { $here }
outlet-followed = أنت تتابعها: تعلو قصصها في طبعتك وتقول ذلك.
outlet-follow-help = عندئذ تعلو قصصها في طبعتك وتقول ذلك.
outlet-story = قصته
line-word-for-word = ينقل نص غيره حرفيًا
line-edited = ينقل نص غيره محرَّرًا
line-part = ينقل جزءًا من نص غيره
line-most = ينقل نص غيره، وأكثر منه مما تنقل أي وسيلة أخرى
line-passages = يشترك مع غيره في فقرات
line-order-unknown = لا يُعرف أي نشر كان الأول
line-no-earlier = لا نشر أسبق منه في هذا البيت
line-own = نص خاص، على حد علم البيت

## الخلاصات

feeds-none = لا خلاصة بعد. أضف واحدة بعنوانها، أو أحضر ملف OPML من قارئ آخر.
feeds-all-well = { $feeds }، وكلها بخير.
feeds-some-well = { $n ->
    [0] { $feeds }، السليم منها { $well }؛ ولا شيء يحتاج إليك.
    [one] { $feeds }، السليم منها { $well }؛ وواحدة تحتاج إليك.
    [two] { $feeds }، السليم منها { $well }؛ واثنتان تحتاجان إليك.
    [few] { $feeds }، السليم منها { $well }؛ و{ $n } تحتاج إليك.
    [many] { $feeds }، السليم منها { $well }؛ و{ $n } تحتاج إليك.
   *[other] { $feeds }، السليم منها { $well }؛ و{ $n } تحتاج إليك.
}
feeds-needy = { $n ->
    [one] خلاصة واحدة تحتاج إليك
    [two] خلاصتان تحتاجان إليك
    [few] { $n } خلاصات تحتاج إليك
    [many] { $n } خلاصة تحتاج إليك
   *[other] { $n } خلاصة تحتاج إليك
}
feeds-rest = البقية
feeds-feed = الخلاصة
feeds-health = الحال
feeds-happened = ما جرى
feeds-articles = المقالات
feeds-last = آخر قراءة
feeds-never = لم تُقرأ
feeds-change = تغيير
feeds-private = خاصة
feeds-next = تُقرأ ثانية { $here }
feeds-now = اقرأها الآن
feeds-choices = الخيارات
feeds-word-failing = متعطلة
feeds-word-gone = زالت
feeds-word-silent = صامتة
feeds-word-twice = أخفقت مرتين
feeds-word-once = أخفقت مرة
feeds-word-waiting = تنتظر
feeds-word-resting = متوقفة
feeds-word-well = سليمة
feeds-told-failing = { $n ->
    [one] أخفقت { $n } مرة متتالية؛ وآخر قراءة { $ago }.
    [two] أخفقت { $n } مرة متتالية؛ وآخر قراءة { $ago }.
    [few] أخفقت { $n } مرات متتالية؛ وآخر قراءة { $ago }.
    [many] أخفقت { $n } مرة متتالية؛ وآخر قراءة { $ago }.
   *[other] أخفقت { $n } مرة متتالية؛ وآخر قراءة { $ago }.
}
feeds-told-never = { $n ->
    [one] أخفقت { $n } مرة متتالية؛ ولم تُقرأ قط.
    [two] أخفقت { $n } مرة متتالية؛ ولم تُقرأ قط.
    [few] أخفقت { $n } مرات متتالية؛ ولم تُقرأ قط.
    [many] أخفقت { $n } مرة متتالية؛ ولم تُقرأ قط.
   *[other] أخفقت { $n } مرة متتالية؛ ولم تُقرأ قط.
}
feeds-told-gone = أزالها الناشر نهائيًا: احذفها أو ابحث عن خلاصة الموقع الجديدة.
feeds-told-silent-daily = كانت تأتي بجديد كل يوم؛ ولا شيء منذ { $span }. وهي تجيب ما زالت: لعل الناشر انتقل إلى غيرها.
feeds-told-silent = { $n ->
    [one] كانت تأتي بجديد كل { $n } يومًا؛ ولا شيء منذ { $span }. وهي تجيب ما زالت: لعل الناشر انتقل إلى غيرها.
    [two] كانت تأتي بجديد كل يومين؛ ولا شيء منذ { $span }. وهي تجيب ما زالت: لعل الناشر انتقل إلى غيرها.
    [few] كانت تأتي بجديد كل { $n } أيام؛ ولا شيء منذ { $span }. وهي تجيب ما زالت: لعل الناشر انتقل إلى غيرها.
    [many] كانت تأتي بجديد كل { $n } يومًا؛ ولا شيء منذ { $span }. وهي تجيب ما زالت: لعل الناشر انتقل إلى غيرها.
   *[other] كانت تأتي بجديد كل { $n } يومًا؛ ولا شيء منذ { $span }. وهي تجيب ما زالت: لعل الناشر انتقل إلى غيرها.
}
feeds-told-waiting = تُعاد المحاولة من تلقاء نفسها.
feeds-told-unread = لم تُقرأ بعد.
feeds-told-paused = أُوقفت بطلب.
span-days = { $n ->
    [one] يوم واحد
    [two] يومين
    [few] { $n } أيام
    [many] { $n } يومًا
   *[other] { $n } يوم
}
feeds-read-minutes = { $n ->
    [one] تُقرأ كل دقيقة
    [two] تُقرأ كل دقيقتين
    [few] تُقرأ كل { $n } دقائق
    [many] تُقرأ كل { $n } دقيقة
   *[other] تُقرأ كل { $n } دقيقة
}
feeds-read-hours = { $n ->
    [one] تُقرأ كل ساعة
    [two] تُقرأ كل ساعتين
    [few] تُقرأ كل { $n } ساعات
    [many] تُقرأ كل { $n } ساعة
   *[other] تُقرأ كل { $n } ساعة
}
feeds-speaks-day = { $n ->
    [one] تأتي بجديد مرة في اليوم تقريبًا.
    [two] تأتي بجديد مرتين في اليوم تقريبًا.
    [few] تأتي بجديد { $n } مرات في اليوم تقريبًا.
    [many] تأتي بجديد { $n } مرة في اليوم تقريبًا.
   *[other] تأتي بجديد { $n } مرة في اليوم تقريبًا.
}
feeds-speaks-week = تأتي بجديد مرة في الأسبوع تقريبًا.
feeds-speaks-month = تأتي بجديد مرة في الشهر تقريبًا.
feeds-speaks-days = { $n ->
    [one] تأتي بجديد كل يوم تقريبًا.
    [two] تأتي بجديد كل يومين تقريبًا.
    [few] تأتي بجديد كل { $n } أيام تقريبًا.
    [many] تأتي بجديد كل { $n } يومًا تقريبًا.
   *[other] تأتي بجديد كل { $n } يوم تقريبًا.
}
feeds-texts-all = { $n ->
    [one] نصها الوحيد كامل.
    [two] آخر نصين كاملان.
    [few] آخر { $n } نصوص كاملة كلها.
    [many] آخر { $n } نصًا كاملة كلها.
   *[other] آخر { $n } نص كاملة كلها.
}
feeds-texts-some = الكامل { $whole } من آخر { $all }؛ { $lacks }.
feeds-texts = { $n ->
    [one] نص واحد
    [two] نصين
    [few] { $n } نصوص
    [many] { $n } نصًا
   *[other] { $n } نص
}
feeds-stumps = { $n ->
    [one] واحد بكلمات الخلاصة وحدها
    [two] اثنان بكلمات الخلاصة وحدها
    [few] { $n } بكلمات الخلاصة وحدها
    [many] { $n } بكلمات الخلاصة وحدها
   *[other] { $n } بكلمات الخلاصة وحدها
}
feeds-empty = { $n ->
    [one] واحد فارغ
    [two] اثنان فارغان
    [few] { $n } فارغة
    [many] { $n } فارغًا
   *[other] { $n } فارغ
}
feeds-add = أضف خلاصة
feeds-address = العنوان
feeds-address-help = يكفي عنوان موقع؛ يبحث Wireroom عن خلاصته. وتصلح قناة أو حساب أو مستودع. يُعرض أولًا ما هناك، ولا يُضاف شيء قبل أن تقول ذلك.
feeds-look = انظر
feeds-lists = أحضر قائمة أو خذها
feeds-file = ملف من قارئ آخر
feeds-or-list = أو عنوان قائمة
feeds-list = عنوان قائمة OPML
feeds-or-paste = أو ألصق نصها
feeds-opml = نص OPML
feeds-bring = أحضرها
feeds-take = أو { $here }، بمجلداتها وعناوينها وخياراتها. تبقى كلمات المرور وملفات الارتباط والترويسات هنا.
feeds-take-link = خذ خلاصاتك معك بصيغة OPML
feeds-watch = الحال في خلاصة
feeds-watch-help = يستطيع أي قارئ خلاصات أن يخبرك حين تتعطل خلاصة أو تزول أو تصمت: مدخل لكل تغيّر. العنوان سري ولك وحدك؛ والجديد ينهي ما قبله.
feeds-watch-make = أنشئ عنوانًا
feeds-watch-once = أعطِ قارئك هذا العنوان الآن، فلن يُعرض ثانية: { $address }
feeds-watch-path = أعطِ قارئك هذا المسار الآن بعد عنوان هذا الموقع، فلن يُعرض ثانية: { $path }
feeds-watch-title = حال الخلاصات
feeds-watch-failing = { $name }: متعطلة
feeds-watch-gone = { $name }: زالت
feeds-watch-silent = { $name }: صمتت
feeds-watch-well = { $name }: عادت سليمة
feeds-sites = مواقعها
feeds-sites-help = ما يكرره الموقع صفحة بعد صفحة يُتعلم ويُترك من نصوصه. { $here }.
feeds-sites-link = انظر ما هو، أو تراجع عنه، أو قل كيف يُقرأ موقع
feeds-kept = ما يحتفظ به البيت
feeds-kept-help = يُحفظ كل شيء إلى الأبد ما لم تقل الإعدادات غير ذلك.
kept-pages = الصفحات الخام
kept-texts = النصوص
kept-rest = بقية قاعدة البيانات
kept-other = فهرس البحث والنسخ
kept-all = المجموع
kept-free = المتاح على القرص
feeds-no-address = يلزم عنوان، مثل https://example.org/feed.
feeds-choose = { $n ->
    [one] لهذا الموقع خلاصة واحدة
    [two] لهذا الموقع خلاصتان
    [few] لهذا الموقع { $n } خلاصات
    [many] لهذا الموقع { $n } خلاصة
   *[other] لهذا الموقع { $n } خلاصة
}
feeds-choose-say = اختر ما تريد قراءته. لم يُضف شيء بعد.
feeds-choose-do = أضف ما اخترته
feeds-found-none = { $n ->
    [one] لم توجد هناك خلاصة؛ جُرّب عنوان واحد
    [two] لم توجد هناك خلاصة؛ جُرّب عنوانان
    [few] لم توجد هناك خلاصة؛ جُرّبت { $n } عناوين
    [many] لم توجد هناك خلاصة؛ جُرّب { $n } عنوانًا
   *[other] لم توجد هناك خلاصة؛ جُرّب { $n } عنوان
}
feeds-found-none-say = ابحث في الموقع عن رابط اسمه RSS أو Atom. أو أضف العنوان كما هو: يُنظر فيه من جديد في كل دور.
feeds-as-is = أضف { $address } كما هو
feeds-no-list = اختر ملف OPML أو ألصق نصه أو اكتب عنوانه.
feeds-brought = أُضيف: { $feeds }؛ وكان هنا من قبل: { $known }.
feeds-left-out = { $n ->
    [one] تُرك سطر واحد:
    [two] تُرك سطران:
    [few] تُركت { $n } أسطر:
    [many] تُرك { $n } سطرًا:
   *[other] تُرك { $n } سطر:
}
and-more = { $n ->
    [one] وواحد غيرها
    [two] واثنان غيرها
    [few] و{ $n } غيرها
    [many] و{ $n } غيرها
   *[other] و{ $n } غيرها
}
feed-site = موقعها
feed-yours = لك
feed-title = عنوانها عندك
feed-folders = مجلداتك
feed-folders-help = مجلد في كل سطر؛ أخبار/العالم هو مجلد العالم داخل مجلد أخبار.
feed-read = كيف تُقرأ
feed-text-from = تؤخذ النصوص
feed-text-auto = من الصفحة، إلا إذا حملت الخلاصة النص كاملًا
feed-text-feed = من الخلاصة دائمًا
feed-text-page = من الصفحة دائمًا
feed-copies = النسخ التي تجلبها
feed-folded = تُطوى تحت مصدرها الأصلي
feed-unfolded = تقف وحدها، وكل منها مع من ينشرها غيره
feed-asked = تُسأل
feed-interval-auto = بحسب إيقاعها هي
feed-interval-minutes = { $n ->
    [one] كل دقيقة
    [two] كل دقيقتين
    [few] كل { $n } دقائق
    [many] كل { $n } دقيقة
   *[other] كل { $n } دقيقة
}
feed-interval-hours = { $n ->
    [one] كل ساعة
    [two] كل ساعتين
    [few] كل { $n } ساعات
    [many] كل { $n } ساعة
   *[other] كل { $n } ساعة
}
feed-interval-seconds = { $n ->
    [one] كل ثانية
    [two] كل ثانيتين
    [few] كل { $n } ثوانٍ
    [many] كل { $n } ثانية
   *[other] كل { $n } ثانية
}
feed-interval-twice = مرتين في اليوم
feed-interval-day = مرة في اليوم
feed-interval-week = مرة في الأسبوع
feed-access = بماذا تُسأل
feed-access-none = بعنوانها فقط. لخلاصة خلف تسجيل دخول اكتب ما أعطاك الناشر؛ يُرسل إلى خادم هذه الخلاصة وحده ولا يُعرض ثانية.
feed-access-some = يُرسل معها: { $names }. ولا تُظهر صفحة ولا سجل أكثر من ذلك.
feed-access-header = الترويسة { $name }
feed-access-cookie = ملف ارتباط
feed-access-basic = اسم وكلمة مرور
feed-access-other = ملف ارتباط أو ترويسة بدلًا من ذلك
feed-cookie = ملف الارتباط
feed-header = الترويسة
feed-header-value = قيمتها
feed-access-drop = أزل كل ذلك
feed-writer = كلمات آلة
feed-writer-help = إن كان للبيت كاتب آلي فقد تُرسل إليه جمل من هذه الخلاصة ليختصرها ويصلها.
feed-writer-sent = تُرسل نصوصها
feed-writer-auto = إذا كانت عامة وتُسأل بلا سر فقط
feed-writer-yes = نعم، يجوز إرسالها
feed-writer-no = أبدًا
feed-rests = متوقفة
feed-stop = إيقاف أو إنهاء
feed-rests-help = لا تُسأل. ما جلبته باقٍ هنا.
feed-resume = اقرأها من جديد
feed-stop-help = ما دامت متوقفة لا تُسأل، ويبقى ما جلبته.
feed-pause = أوقفها
feed-remove = أزل هذه الخلاصة
feed-remove-help = لا تُسأل بعد ذلك، وتذهب مداخلها وخياراتها وكلمات مرورها. وتبقى المقالات التي جلبتها في قصصها وفي البحث.
feed-remove-sure = نعم، أزل { $name }
feed-remove-do = أزلها
feed-nothing = لم يُملأ شيء، فلم يتغير شيء.
feed-not-sure = أكّد باختيار المربع أنك تقصد ذلك؛ لم يُزل شيء.
hub-active = المركز { $hub } يدفع الجديد إلى هذا البيت، { $last }، ويستمر { $until } أخرى.
hub-last = آخرها { $ago }
hub-nothing = لا شيء بعد
hub-failed = تعذر أن يُطلب من المركز { $hub } دفع الجديد.
hub-wanted = سيُطلب من المركز { $hub } دفع الجديد.
hub-asked = طُلب من المركز { $hub } دفع الجديد ولم يجب بعد.
hub-denied = المركز { $hub } لا يدفع الجديد.
hub-leaving = يجري ترك المركز { $hub }.
hub-unnamed = الذي تسميه الخلاصة

## خلاصة قبل إضافتها

feeds-choose-one = لم يُضف شيء بعد.
feeds-choose-this = أضف هذه الخلاصة
feeds-choose-not = ليس الآن
feeds-offer-known = هي في هذا البيت من قبل؛ وإضافتها تشركك فيها.
feeds-offer-latest = ما تبدأ به
feeds-spot-named = تسميها الصفحة
feeds-spot-linked = مرتبطة في الصفحة
feeds-spot-kind = حيث تضعها مواقع كهذه
feeds-spot-usual = في مكان معتاد
feeds-spot-part = جزء من الموقع
feeds-spot-comments = تعليقات القراء
feeds-silent = تعذرت قراءة { $address }
feeds-silent-say = لم يُضف شيء. تأكد من العنوان وحاول ثانية؛ أو أضفه كما هو: يُسأل من جديد في كل دور.

## الناشرون والمواقع

publishers-title = الناشرون
publishers-none = وسائل الإعلام التي يملكها مالك واحد صوت واحد. لا تأتي مع Wireroom قائمة بالملّاك: أحضر قائمتك، فتعدّ القصص الناشرين أيضًا.
publishers-say = عدد من يملك وسائل هذا البيت: { $publishers }، بحسب { $lists }. ووسيلة ليست في أي قائمة تُعدّ وحدها.
publishers-lists-count = { $n ->
    [one] قائمة واحدة
    [two] قائمتين
    [few] { $n } قوائم
    [many] { $n } قائمة
   *[other] { $n } قائمة
}
publishers-unlisted = ليست في أي قائمة
publishers-keep = احفظ هذه القائمة
publishers-bring = أحضر قائمة
publishers-name = اسمها
publishers-list = القائمة
publishers-replace = بدلًا من كل القوائم الأخرى
publishers-keep-do = احفظها
publishers-again = جرّبها ثانية
publishers-help = ملف CSV سطره الأول مثل { $here }؛ أو الشيء نفسه بصيغة TOML أو JSON.
publishers-file = ملف
publishers-paste = أو ألصقها
publishers-see = انظر ما تغيّره
publishers-lists = القوائم
publishers-lists-help = أحدث قائمة فيها الوسيلة تقول لمن هي.
publishers-replaced = مستبدلة
publishers-remove = أزل
publishers-owned = وسائل الإعلام حسب الناشر
publishers-no-file = اختر ملفًا أو ألصق القائمة.
publishers-unnamed = قائمة من الصفحة
publishers-read = قُرئ: { $outlets }، { $publishers }.
publishers-known = هذه القائمة في البيت من قبل؛ لم يتغير شيء.
publishers-dry = لم يُحفظ شيء بعد.
publishers-in = صارت القائمة سارية.
publishers-gone = أُزيلت القائمة.
publishers-after = { $n ->
    [zero] التي لها ناشر { $owned } من { $outlets }؛ ولا تُعدّ قصة من جديد.
    [one] التي لها ناشر { $owned } من { $outlets }؛ وتُعدّ قصة واحدة من جديد.
    [two] التي لها ناشر { $owned } من { $outlets }؛ وتُعدّ قصتان من جديد.
    [few] التي لها ناشر { $owned } من { $outlets }؛ وتُعدّ { $n } قصص من جديد.
    [many] التي لها ناشر { $owned } من { $outlets }؛ وتُعدّ { $n } قصة من جديد.
   *[other] التي لها ناشر { $owned } من { $outlets }؛ وتُعدّ { $n } قصة من جديد.
}
publishers-would = { $n ->
    [zero] بها يكون لـ { $owned } من { $outlets } ناشر؛ ولا تُعدّ قصة من جديد.
    [one] بها يكون لـ { $owned } من { $outlets } ناشر؛ وتُعدّ قصة واحدة من جديد.
    [two] بها يكون لـ { $owned } من { $outlets } ناشر؛ وتُعدّ قصتان من جديد.
    [few] بها يكون لـ { $owned } من { $outlets } ناشر؛ وتُعدّ { $n } قصص من جديد.
    [many] بها يكون لـ { $owned } من { $outlets } ناشر؛ وتُعدّ { $n } قصة من جديد.
   *[other] بها يكون لـ { $owned } من { $outlets } ناشر؛ وتُعدّ { $n } قصة من جديد.
}
publishers-left-out = { $n ->
    [one] تُرك سطر واحد في المجموع
    [two] تُرك سطران في المجموع
    [few] تُركت { $n } أسطر في المجموع
    [many] تُرك { $n } سطرًا في المجموع
   *[other] تُرك { $n } سطر في المجموع
}
publishers-now = { $outlet }: { $after }
publishers-moved = { $outlet }: { $after }، ولم تعد { $before }
publishers-lost = { $outlet }: ليست في أي قائمة، ولم تعد { $before }
sites-title = المواقع
sites-nothing = لا يُترك شيء بعد: تُتعلم الفقرة حين ترد في عدة صفحات من موقع.
sites-learnt = تُترك من النصوص { $paragraphs } تتكرر صفحة بعد صفحة، في { $sites }.
sites-with = { $n ->
    [one] موقع واحد
    [two] موقعين
    [few] { $n } مواقع
    [many] { $n } موقعًا
   *[other] { $n } موقع
}
sites-kept = { $n ->
    [one] تبقى واحدة لأنك قلت ذلك.
    [two] تبقى اثنتان لأنك قلت ذلك.
    [few] تبقى { $n } لأنك قلت ذلك.
    [many] تبقى { $n } لأنك قلت ذلك.
   *[other] تبقى { $n } لأنك قلت ذلك.
}
sites-ready = { $n ->
    [one] قاعدة خاصة واحدة جاهزة.
    [two] قاعدتان خاصتان جاهزتان.
    [few] { $n } قواعد خاصة جاهزة.
    [many] { $n } قاعدة خاصة جاهزة.
   *[other] { $n } قاعدة خاصة جاهزة.
}
sites-unknown = لا مقال في هذا البيت يُقرأ من صفحة بهذا العنوان. انسخ العنوان من رابط المقال إلى أصله.
sites-outgrown = لا تطابق شيئًا في آخر { $n } صفحات: لعل موقعها تغيّر
sites-missed = محدِّد لم يطابق شيئًا في { $missed } من { $pages }
count-pages = { $n ->
    [zero] لا صفحة
    [one] صفحة واحدة
    [two] صفحتان
    [few] { $n } صفحات
    [many] { $n } صفحة
   *[other] { $n } صفحة
}
sites-faults = قواعد خاصة فيها خطأ
sites-faults-help = لا تسري حتى تُصلح؛ وتُقرأ مواقعها بالقواعد المعتادة.
sites-all = كل المواقع
sites-site = الموقع
sites-override = القاعدة الخاصة
sites-pages = صفحات قُرئت
sites-out = متروك
sites-you-keep = أبقيته
sites-you-drop = تركته
sites-look = انظر في صفحة
sites-address = عنوان أصل مقال
sites-address-help = يُعرض النص مع ما يُعرف عن موقعه وبدونه، وما تُرك منه وبأي قاعدة.
sites-how = كيف يُتعلم
sites-how-say = الفقرة التي وردت في خمس صفحات أخرى من موقع، وفي صفحة من كل ثمانٍ، هي للموقع لا لمقال. لا يُحفظ إلا بصمات وأعداد وعينة قصيرة من كل منها. ولا تعلّم صفحات الخلاصات الخاصة شيئًا.
sites-folder = القواعد الخاصة ملفات في { $here }
site-you-keep = أبقيتها
site-you-drop = تركتها
site-out = متروكة
site-forgotten = (نُسي نصها)
site-on = في { $pages }.
site-named = سميتها بنفسك في صفحة.
site-lack = { $n ->
    [one] نص واحد خلا منها.
    [two] نصان خلوا منها.
    [few] { $n } نصوص خلت منها.
    [many] { $n } نصًا خلا منها.
   *[other] { $n } نص خلا منها.
}
site-lack-gone = { $n ->
    [one] إحدى صفحاتها لم تعد محفوظة، فيبقى نصها كما هو.
    [two] اثنتان من صفحاتها لم تعودا محفوظتين، فيبقى نصاهما كما هما.
    [few] { $n } من صفحاتها لم تعد محفوظة، فتبقى نصوصها كما هي.
    [many] { $n } من صفحاتها لم تعد محفوظة، فتبقى نصوصها كما هي.
   *[other] { $n } من صفحاتها لم تعد محفوظة، فتبقى نصوصها كما هي.
}
site-unread = لم تُقرأ صفحة من هذا الموقع بعد.
site-latest = أحدث { $n } مقالًا أدناه.
site-read = { $n ->
    [one] قُرئ هنا مقال واحد.
    [two] قُرئ هنا مقالان.
    [few] قُرئت هنا { $n } مقالات.
    [many] قُرئ هنا { $n } مقالًا.
   *[other] قُرئ هنا { $n } مقال.
}
site-none-out = لا يُترك من نصوصها شيء بوصفه للموقع نفسه.
site-are-out = { $n ->
    [one] تُترك فقرة واحدة من النصوص بوصفها للموقع نفسه.
    [two] تُترك فقرتان من النصوص بوصفهما للموقع نفسه.
    [few] تُترك { $n } فقرات من النصوص بوصفها للموقع نفسه.
    [many] تُترك { $n } فقرة من النصوص بوصفها للموقع نفسه.
   *[other] تُترك { $n } فقرة من النصوص بوصفها للموقع نفسه.
}
site-others-stay = { $n ->
    [one] تبقى واحدة لأنك قلت ذلك.
    [two] تبقى اثنتان لأنك قلت ذلك.
    [few] تبقى غيرها لأنك قلت ذلك.
    [many] تبقى غيرها لأنك قلت ذلك.
   *[other] تبقى غيرها لأنك قلت ذلك.
}
site-did-keep = تبقى في النصوص من الآن.
site-did-keep-back = تبقى في النصوص من الآن، وتعود خلال دقيقة تقريبًا إلى { $articles }.
site-did-drop = تذهب من كل نصوص هذا الموقع؛ { $pages }.
site-did-saved = حُفظت. تسري من الصفحة التالية؛ ويمكن إعادة قراءة الصفحات المحفوظة أدناه.
site-did-removed = أُزيلت القاعدة الخاصة. يُقرأ الموقع بالقواعد المعتادة من الصفحة التالية.
site-did-again = { $pages }.
site-rereads = { $n ->
    [0] لا صفحة محفوظة لتُقرأ من جديد
    [one] تُقرأ صفحة واحدة من جديد
    [two] تُقرأ صفحتان من جديد
    [few] تُقرأ { $n } صفحات من جديد
    [many] تُقرأ { $n } صفحة من جديد
   *[other] تُقرأ { $n } صفحة من جديد
}
site-did-gone = { $n ->
    [one] صفحة لم تعد محفوظة: يبقى مقالها كما هو.
    [two] صفحتان لم تعودا محفوظتين: يبقى مقالاهما كما هما.
    [few] { $n } صفحات لم تعد محفوظة: تبقى مقالاتها كما هي.
    [many] { $n } صفحة لم تعد محفوظة: تبقى مقالاتها كما هي.
   *[other] { $n } صفحة لم تعد محفوظة: تبقى مقالاتها كما هي.
}
site-did-more = { $n ->
    [one] صفحة أخرى محفوظة؛ wireroom reprocess يقرؤها كلها.
    [two] صفحتان أخريان محفوظتان؛ wireroom reprocess يقرؤها كلها.
    [few] { $n } صفحات أخرى محفوظة؛ wireroom reprocess يقرؤها كلها.
    [many] { $n } صفحة أخرى محفوظة؛ wireroom reprocess يقرؤها كلها.
   *[other] { $n } صفحة أخرى محفوظة؛ wireroom reprocess يقرؤها كلها.
}
site-matched-none = لم يطابق شيئًا
site-matched = { $n ->
    [one] طابق عنصرًا واحدًا
    [two] طابق عنصرين
    [few] طابق { $n } عناصر
    [many] طابق { $n } عنصرًا
   *[other] طابق { $n } عنصر
}
site-same = النص نفسه بالطريقتين.
site-less = { $n ->
    [one] أقل بفقرة واحدة.
    [two] أقل بفقرتين.
    [few] أقل بـ { $n } فقرات.
    [many] أقل بـ { $n } فقرة.
   *[other] أقل بـ { $n } فقرة.
}
site-more = { $n ->
    [one] أكثر بفقرة واحدة.
    [two] أكثر بفقرتين.
    [few] أكثر بـ { $n } فقرات.
    [many] أكثر بـ { $n } فقرة.
   *[other] أكثر بـ { $n } فقرة.
}
site-less-more = { $n ->
    [one] أقل بفقرة واحدة وأكثر بـ { $more }.
    [two] أقل بفقرتين وأكثر بـ { $more }.
    [few] أقل بـ { $n } فقرات وأكثر بـ { $more }.
    [many] أقل بـ { $n } فقرة وأكثر بـ { $more }.
   *[other] أقل بـ { $n } فقرة وأكثر بـ { $more }.
}
site-facts-differ = ما يقال عنه (العنوان أو المؤلفون أو التاريخ) مختلف.
site-no-text = لا نص.
site-repeats = ما يكرره
site-said = قلت ذلك { $here }.
site-keep = أبقها في النصوص
site-drop = اتركها
site-above = { $file } يسري على هذا الموقع أيضًا؛ وما يُحفظ هنا يصير ملفًا قائمًا بذاته.
site-usual = يُقرأ الموقع بالقواعد المعتادة. والقاعدة الخاصة ملف يقول غير ذلك.
site-text = ما تقوله
site-try-on = جرّبها على
site-or-address = أو على صفحة بعنوانها
site-address = عنوان صفحة يُقرأ منها مقال
site-try = جرّبها
site-save = احفظها
site-key-body = موضع النص؛ وتوصل المواضع المتعددة بترتيب الصفحة
site-key-drop = ما ليس منه
site-key-facts = مواضع قراءة هذه
site-key-learn = لا تتعلم شيئًا من هذا الموقع ولا تترك شيئًا تُعلِّم
site-key-hosts = مواقع أخرى تُقرأ مثله؛ والموقع يشمل ما تحته
site-key-notes = السبب، لمن يأتي بعدك
site-selectors = المحدِّدات بصيغة CSS، واحد بين علامتي اقتباس أو عدة بين قوسين مربعين. التجربة لا تغيّر شيئًا؛ وحفظ نص فارغ يزيل الملف.
site-again = اقرأ صفحاته المحفوظة من جديد
site-both = صفحة واحدة بالطريقتين
site-plain = بالقواعد المعتادة وحدها
site-with = مع ما يُعرف عن الموقع
site-mark-gone = متروك
site-mark-new = هنا فقط
site-name = فيه ما ليس من المقال
site-name-say = سمِّ الفقرة؛ فتذهب من كل نصوص { $host }
site-rules = ما ليس في النص، ولماذا
site-rule = القاعدة
site-blocks = الكتل
site-texts = النصوص
site-show = اعرض
site-no-page = اختر صفحة لتجربتها عليها، أو اكتب عنوان صفحة يُقرأ منها مقال هنا.
site-form-block = الاستمارة لا تسمي فقرة.
site-form-page = الاستمارة لا تسمي صفحة.

## لماذا ليست كتلة في النص

cut-element = في عنصر لا يضم مقالًا أبدًا: nav أو footer أو aside أو form أو button أو menu.
cut-named = في عنصر تدل أسماؤه على أنه من لوازم الصفحة.
cut-comments = تعليقات القراء.
cut-hidden = غير معروض للقراء.
cut-tag-link = رابط إلى صفحة وسم.
cut-card = واحدة من بطاقات متشابهة عنوانها يقود إلى مكان آخر.
cut-offer = في إطار يطلب عنوانًا، أو مع رابط للاشتراك أو التسجيل أو التبرع.
cut-other-article = من مقال آخر في الصفحة.
cut-caption = شرح صورة أو مصدرها، وُضع مع شروح الصور.
cut-post = منشور مضمَّن، محفوظ في HTML مع مصدره.
cut-title = العنوان مرة أخرى.
cut-other-title = عنوان من المستوى الأول داخل النص.
cut-linked-heading = عنوان هو رابط.
cut-furniture-heading = عنوان فوق ما ليس المقال.
cut-under-furniture-heading = تحت عنوان ما ليس المقال.
cut-about-article = في عنصر لما يقال عن المقال: اسم الكاتب والأدوات والأعداد.
cut-date-line = تاريخ أو وقت قائم بذاته.
cut-links = معظمه روابط.
cut-link-list = في قائمة معظمها روابط.
cut-phrase = يبدأ أو يُقرأ كلوازم الصفحة.
cut-begging = يطلب مالًا أو عناوين أو موافقة بعدة طرق.
cut-repeated = ورد في الصفحة من قبل.
cut-pull-quote = جملة من النص مكبّرة.
cut-outside-statement = خارج النص الذي تصرح به الصفحة كبيانات.
cut-byline = يسمي الكاتب ولا يكاد يزيد.
cut-head-label = وسم قبل الجملة الأولى.
cut-biography = عن الكاتب.
cut-sign-off = توقيع أصحاب النص تحته؛ وهم مذكورون.
cut-tail-label = وسم بعد الجملة الأخيرة.
cut-bare-heading = عنوان لا شيء تحته.
cut-learnt-of-site = يطبعه الموقع في كثير من صفحاته.
cut-override = القاعدة الخاصة بالموقع تتركه.
cut-outside = خارج الجزء المختار.

## بقية القائمة

menu-more = المزيد

## المجلدات والصور والتصحيحات

folders-title = مجلداتك
folders-help = هي لك وحدك. ويمكن أن تكون الخلاصة في أكثر من مجلد.
folders-move = ضع خلاصات في مجلد
folders-which = المجلد
folders-put = ضعها فيه
folders-take = أخرجها منه
folders-none = لم تُحدَّد أي خلاصة. لم يتغير شيء.
folders-at-once = العدد الأقصى في المرة الواحدة { $n } خلاصة. لم يتغير شيء.
folders-make = مجلد جديد
folders-make-do = أنشئه
folders-new-name = اسمه
folders-rename = غيّر الاسم
folders-end = احذف المجلد
folders-end-help = تبقى الخلاصات التي فيه وتُقرأ كما كانت. وتذهب معه المجلدات داخله.
folders-name = يلزم المجلد اسم من سطر واحد لا يزيد على { $n } حرفًا.
folders-many = عدد المجلدات { $n }، وهو أقصى ما يُسمح به. احذف واحدًا أولًا.
folders-unknown = لم يعد هذا المجلد موجودًا. لم يتغير شيء.
done-folder-made = أُنشئ المجلد. يمكنك الآن وضع الخلاصات فيه أدناه.
done-folder-moved = صار المجلد كما اخترت.
done-folder-renamed = صار للمجلد اسمه الجديد.
done-folder-ended = حُذف المجلد؛ وبقيت خلاصاته.
settings-no-pictures = بلا صور
settings-no-pictures-help = فلا تحمّل الصفحات صورة.
story-corrected = مصحَّح
story-coverage-corrected = { $n ->
    [one] صُحّح مقال واحد لاحقًا: داخل حلقة.
    [two] صُحّح مقالان لاحقًا: داخل حلقة.
    [few] صُحّحت { $n } مقالات لاحقًا: داخل حلقة.
    [many] صُحّح { $n } مقالًا لاحقًا: داخل حلقة.
   *[other] صُحّح { $n } مقال لاحقًا: داخل حلقة.
}

## استمارات لا تُقرأ

form-pieces = وصلت الاستمارة أجزاء لا تتوافق. أرسلها ثانية.
form-line = وصلت الاستمارة بلا السطر الذي يفصل حقولها. أرسلها ثانية.
form-fields = في الاستمارة حقول أكثر من أي صفحة في هذا البيت.
feeds-bad-address = «{ $address }» ليس عنوانًا على الويب. العنوان مثل example.org أو https://example.org/feed: لعل حرفًا أو نقطة ناقص.

## السبب بكلمات غيرنا

feeds-told-because = { $reason } { $said }

## التعليقات

talk-title = التعليقات
talk-title-of = تعليقات على: { $story }
talk-title-one = تعليق من { $name }
talk-none-yet = لم يقل أحد شيئًا بعد.
talk-nothing-yet = لم يقل أحد شيئًا في هذا البيت بعد. تبدأ التعليقات من صفحة القصة.
talk-be-first = قل شيئًا
talk-all = { $n ->
    [zero] لا تعليقات
    [one] تعليق واحد
    [two] تعليقان
    [few] { $n } تعليقات
    [many] { $n } تعليقًا
   *[other] { $n } تعليق
}
talk-feed = على هيئة تغذية
talk-everywhere = التعليقات على كل القصص
talk-everybodys = تعليقات الجميع
talk-mine = تعليقاتك
talk-about = عن
talk-about-story = القصة كلها
talk-say = تعليقك
talk-say-help = بصيغة Markdown: ‏*تشديد*، ‏> اقتباس، ‏- قوائم، ‏[روابط](https://…). بلا HTML وبلا صور؛ الحد الأقصى للحروف: { $n }.
talk-send = علّق
talk-on-sentence = على الجملة
talk-on-figure = على الرقم
talk-words-gone = الكلمات التي عليها التعليق لم تعد محفوظة، أو ليست متاحة لك.
talk-edited = عُدّل
talk-answers = ردًّا على
talk-more-of-one = الرد والمزيد
talk-newer = الأحدث
talk-older = الأقدم
talk-back = العودة إلى التعليقات
talk-answer = ردّك
talk-edit = تعديل
talk-edit-text = تعليقك
talk-keep = احفظ التعديل
talk-delete = حذف
talk-delete-help = تُزال كلماته وتبقى الردود. ويبقى بإمكان المحررين قراءة ما كان فيه.
talk-report = إبلاغ
talk-report-why = ما الخطأ فيه؟
talk-mute = اكتم هذا القارئ
talk-unmute = ألغِ كتم هذا القارئ
talk-mute-help = أنت وحدك لن ترى ما يقوله القارئ المكتوم، ولن يعلم هو بذلك.
talk-rule = قرارك
talk-reason = السبب، ويقرؤه صاحب التعليق
talk-stands = أبقه
talk-hide = أخفه
talk-ruled = القرارات
talk-ruled-hidden = أخفاه { $by }
talk-ruled-stands = أبقاه { $by }
talk-history = ما كان فيه من قبل
talk-history-help = يراه صاحبه والمحررون.
talk-was-edited = قبل تعديل
talk-was-deleted = قبل حذفه
talk-nobody = حساب لم يعد موجودًا
talk-waits = ينتظر محررًا؛ لا يراه إلا صاحبه والمحررون.
talk-waits-others = هذا التعليق ينتظر محررًا.
talk-hidden-seen = أخفاه محرر؛ لا يراه إلا صاحبه والمحررون.
talk-hidden = أخفى محرر هذا التعليق.
talk-deleted = حُذف هذا التعليق.
talk-muted = من قارئ كتمته.
talk-moderation = الإشراف
talk-moderation-help = ما أبلغ عنه القراء وما ينتظر. كل قرار يحتفظ بسببه.
talk-queue = بانتظار القرار
talk-queue-empty = لا شيء ينتظرك.
talk-first-comment = أول تعليقات حساب جديد
talk-reported-by = أبلغ عنه
talk-setting = التعليقات الأولى
talk-setting-on = تنتظر أولى تعليقات الحساب الجديد هنا حتى يبقيها محرر.
talk-setting-off = تظهر تعليقات الحسابات الجديدة فورًا.
talk-setting-begin = لتنتظر التعليقات الأولى
talk-setting-end = أظهرها فورًا
talk-secret = أعطِ هذا العنوان لقارئ التغذيات الآن؛ فلن يظهر مرة أخرى. ومع رقم قصة بعده (/17) يكون تغذية تلك القصة.
talk-secret-help = العنوان السري يعطي قارئ التغذيات ما يمكنك رؤيته هنا. والجديد يُنهي ما قبله.
talk-secret-make = أنشئ عنوانًا سريًا
talk-did-said = نُشر تعليقك.
talk-did-waits = حُفظ تعليقك. أولى تعليقات الحساب تنتظر محررًا؛ وأنت تراه هنا.
talk-did-edited = عُدّل. ويبقى ما كان فيه لك وللمحررين.
talk-did-deleted = حُذف. وتبقى الردود عليه.
talk-did-reported = أُبلغ عنه. سينظر فيه محرر.
talk-did-muted = كُتم. لن تظهر لك تعليقات صاحبه.
talk-did-unmuted = ستظهر لك تعليقات هذا القارئ من جديد.
talk-did-ruled = تقرّر، وحُفظ السبب.
talk-did-set = تم الضبط.
talk-fault-empty = التعليق يحتاج إلى كلمات.
talk-fault-long = طوله بالحروف: { $n }؛ والحد الأقصى: { $most }. اختصره أو قله في تعليقين.
talk-fault-soon = هذا أسرع مما يقبله هذا البيت من حساب واحد. حاول مجددًا: { $again }. وما كتبته باقٍ أدناه.
talk-fault-full = في هذا النقاش أكثر ما يُسمح به من ردود. ابدأ نقاشًا جديدًا على القصة.
talk-fault-nothing = لم يعد ذلك ممكنًا: حُذف التعليق أو أُخفي، أو ليس لك أن تغيّره.
talk-fault-reason = اذكر سبب الإخفاء، فصاحب التعليق يقرؤه. عُد وأضف سببًا.
talk-no-words = يذكر النموذج كلمات لم تعد في هذه القصة. افتح تعليقات القصة من جديد واختر من القائمة.

## المتابعة والكتم

following-title = المتابعة والكتم
following-help = ما يعلو في طبعتك، وما يبقى خارجها. لا يراه أحد سواك.
following-followed = تتابع
following-followed-help = القصة التي فيها ما تتابعه تنال نقاطًا أكثر في طبعتك، وتقول ذلك.
following-none = لا شيء بعد. للمواضيع ووسائل الإعلام وعمليات البحث زر لذلك.
following-since = منذ
following-ends = ينتهي
following-end = ألغِ المتابعة
following-more = تابع شيئًا باسمه
following-name = الاسم
following-kind = ما هو
following-kind-topic = موضوع
following-kind-person = شخص
following-kind-place = مكان
following-kind-outlet = وسيلة إعلام
following-kind-word = كلمات في العنوان
following-kind-search = بحث محفوظ
following-follow = تابع
following-muted = تكتم
following-muted-help = تبقى القصص التي فيها ذلك خارج طبعتك، وتقول الطبعة في نهايتها كم هي. لا يضيع شيء: يظهرها البحث والمواضيع وصفحة الأحدث. ومن وسيلة الإعلام يبقى خارجًا ما ترويه وحدها.
following-mute-more = اكتم شيئًا
following-mute = اكتم
following-unmute = ألغِ الكتم
following-span = إلى متى
following-span-day = يومًا
following-span-week = أسبوعًا
following-span-month = شهرًا
following-span-good = على الدوام
following-reason = السبب، لك وحدك (يجوز تركه فارغًا)
following-readers = قراء كتمتهم
following-readers-help = لا تظهر لك تعليقاتهم.
following-left = ما استبعده الكتم
following-left-show = اعرضها
following-left-help = قصص كانت طبعتك الحالية ستختار منها لولا ما كتمته.
following-left-none = لا يستبعد ما كتمته شيئًا من الطبعة الحالية.
following-left-for = استُبعدت بسبب
following-left-count = { $n ->
    [zero] لم يستبعد الكتم أي قصة.
    [one] استُبعدت قصة واحدة بسبب ما كتمته.
    [two] استُبعدت قصتان بسبب ما كتمته.
    [few] استُبعدت { $n } قصص بسبب ما كتمته.
    [many] استُبعدت { $n } قصة بسبب ما كتمته.
   *[other] استُبعدت { $n } قصة بسبب ما كتمته.
}
following-fault-name = يلزم اسم فيه حروف أو أرقام. يمكن كتم كلمة لا متابعتها: احفظ بحثًا عنها بدل ذلك.
following-fault-outlet = لا وسيلة إعلام في هذا البيت اسمها «{ $name }». صفحة وسائل الإعلام فيها الأسماء بدقة.
following-fault-many = تتابع أكثر ما يُسمح به. ألغِ متابعة شيء في هذه الصفحة أولًا.
following-fault-mutes = عدد ما تكتمه { $n }، وهو أقصى ما يُسمح به. ألغِ واحدًا أولًا.

## عمليات البحث المحفوظة

kept-search = بحث محفوظ
kept-keep = احفظ هذا البحث
kept-secret = أعطِ هذا العنوان لقارئ التغذيات الآن؛ فلن يظهر مرة أخرى.
kept-nothing = لا يجد شيئًا بعد. ما يأتي سيظهر هنا.
kept-feed = أنشئ عنوانًا سريًا لتغذيته
kept-feed-anew = أنشئ عنوانًا سريًا جديدًا
kept-feed-end = أنهِ العنوان
kept-drop = ألغِ حفظه
kept-fault = لا يمكن حفظ هذا البحث كما هو. ابحث عنه أولًا: تقول الصفحة ما الخطأ.
kept-many = عدد ما تحفظه من عمليات بحث { $n }، وهو أقصى ما يُسمح به. ألغِ واحدًا أولًا.

## البحث

search-title = بحث
search-title-of = بحث: { $question }
search-field = كلمات في العناوين والنصوص
search-help = «علامتا الاقتباس» تطلبان عبارة متصلة؛ وعلامة الطرح قبل كلمة تستبعدها.
search-language = كل ما يمكن للبحث أن يقوله
search-language-all = الكلمتان معًا بأي ترتيب؛ والكلمات الطويلة يُعثر عليها من أولها أيضًا.
search-language-phrase = هذه الكلمات متجاورة.
search-language-or = إحدى كلمتين دون ثالثة. تُكتب OR وAND وNOT بحروف كبيرة.
search-language-filters = ما نشرته وسيلة بعينها، أو بلغة، أو لكاتب، أو ما في عنوانه الكلمة.
search-language-dates = ابتداءً من يوم أو شهر أو سنة؛ وما قبل ذلك. الأيام بالتوقيت العالمي.
search-nothing = لم يُعثر على شيء. كلمات أقل أو أقصر تجد أكثر؛ و«علامتا الاقتباس» تطلبان عبارة متصلة.
search-found = { $n ->
    [zero] لا مقالات.
    [one] عُثر على مقال واحد.
    [two] عُثر على مقالين.
    [few] عُثر على { $n } مقالات.
    [many] عُثر على { $n } مقالًا.
   *[other] عُثر على { $n } مقال.
}
search-stories-found = { $n ->
    [zero] لا قصص.
    [one] قصة واحدة، جُمعت من أفضل المقالات التي عُثر عليها.
    [two] قصتان، جُمعتا من أفضل المقالات التي عُثر عليها.
    [few] { $n } قصص، جُمعت من أفضل المقالات التي عُثر عليها.
    [many] { $n } قصة، جُمعت من أفضل المقالات التي عُثر عليها.
   *[other] { $n } قصة، جُمعت من أفضل المقالات التي عُثر عليها.
}
search-of-story = { $n ->
    [zero] لم يُعثر على شيء من مقالاتها وعددها { $all }
    [one] عُثر على مقال واحد من مقالاتها وعددها { $all }
    [two] عُثر على مقالين من مقالاتها وعددها { $all }
    [few] عُثر على { $n } مقالات من مقالاتها وعددها { $all }
    [many] عُثر على { $n } مقالًا من مقالاتها وعددها { $all }
   *[other] عُثر على { $n } مقال من مقالاتها وعددها { $all }
}
search-best-first = الأفضل أولًا.
search-newest-first = الأحدث أولًا.
search-to-best = الأفضل أولًا
search-to-newest = الأحدث أولًا
search-by-story = بحسب القصة
search-by-article = بحسب المقال
search-best-article = أفضل مقالاتها
search-its-story = قصته
search-before = السابق
search-more = المزيد
search-end = هذا كل شيء.
search-fault-quote = علامة الاقتباس قبل «{ $text }» لم تُغلق. أضف علامة بعد العبارة أو احذفها.
search-fault-bracket = قوس فُتح ولم يُغلق. أضف قوس الإغلاق أو احذفه.
search-fault-stray = قوس إغلاق في موضع لم يُفتح فيه قوس. احذفه.
search-fault-deep = الأقواس متداخلة أكثر مما ينبغي. اطلب ذلك في بحثين.
search-fault-alone = تحتاج { $sign } إلى ما يُبحث عنه على جانبيها أو بعدها. أضف كلمة، أو اكتبها بحروف صغيرة للبحث عنها نفسها.
search-fault-empty = تحتاج { $name }: إلى قيمة بعد النقطتين مباشرة بلا مسافة.
search-fault-filter = لا يوجد مرشّح «{ $name }». الموجود: outlet: وlang: وauthor: وtitle: وbefore: وafter:. ضع الكلمات بين علامتي اقتباس للبحث عنها.
search-fault-date = { $name }:{ $value } ليس تاريخًا. اكتب سنة أو شهرًا أو يومًا: 2026، 2026-11، 2026-11-22.
search-fault-lang = lang:{ $value } ليست لغة. اكتب رمزها، مثل lang:de.
search-fault-refused = كل ما هنا مستبعد. أضف كلمة يجب أن ترد.
search-fault-long = هذا أكثر من 24 كلمة وعبارة دفعة واحدة. احذف بعضها.
search-fault-outlet = لا وسيلة إعلام في هذا البيت في اسمها أو عنوانها «{ $name }». صفحة وسائل الإعلام تسردها كلها.
outlet-unknown = وسيلة إعلام غير معروفة
headline-none = (بلا عنوان)
comma = { "، " }
list-semicolon = { $first }؛ { $next }

# اسم اللغة؛ و`$name` رمزها إن لم يكن لها اسم هنا.
language = { $code ->
    [ar] العربية
    [bg] البلغارية
    [cs] التشيكية
    [da] الدنماركية
    [de] الألمانية
    [el] اليونانية
    [en] الإنجليزية
    [es] الإسبانية
    [fa] الفارسية
    [fi] الفنلندية
    [fr] الفرنسية
    [he] العبرية
    [hi] الهندية
    [hu] المجرية
    [it] الإيطالية
    [ja] اليابانية
    [ko] الكورية
    [nl] الهولندية
    [no] النرويجية
    [pl] البولندية
    [pt] البرتغالية
    [ru] الروسية
    [sv] السويدية
    [th] التايلاندية
    [tr] التركية
    [uk] الأوكرانية
    [zh] الصينية
   *[unnamed] { $name }
}
relation-verbatim = حرفيًا
relation-edited = محرَّر
relation-excerpt = مقتطف
class-correction = إشعار تصحيح
class-headline = العنوان
class-figure = رقم
class-quote = اقتباس
class-withdrawn = سُحب
class-added = أُضيف
class-wording = الصياغة
class-moved = الترتيب
class-typo = خطأ مطبعي
class-setting = لا كلمة: ترقيم أو حالة أحرف أو مسافات

## مقال

kind-article = مقال
kind-explainer = مقال شارح
kind-interview = مقابلة
kind-transcript = نص مفرَّغ
kind-live = تغطية مباشرة
kind-gallery = معرض صور
kind-video = فيديو
kind-listing = قائمة روابط
kind-release = بيان صحفي
kind-paywall = للمشتركين فقط
kind-empty = لم يُعثر على نص
article-credits = ينسب إلى { $agency }
article-credits-with = مع { $agencies }
article-subscribers = للمشتركين
article-desk = قسم تحرير
article-organisation = مؤسسة
article-old = هذه الصيغة { $n }، وهي نص أقدم.
article-present = اقرأ النص الحالي
article-more-authors = و{ $n } غيرهم
article-date-address = التاريخ مأخوذ من عنوان الصفحة
article-date-feed = التاريخ كما ورد في الخلاصة
article-date-relative = محسوب من وقت نسبي على الصفحة
article-updated = حُدّث { $here }
article-minutes = { $n ->
    [zero] أقل من دقيقة للقراءة
    [one] دقيقة واحدة للقراءة
    [two] دقيقتان للقراءة
    [few] { $n } دقائق للقراءة
    [many] { $n } دقيقة للقراءة
   *[other] { $n } دقيقة للقراءة
}
article-original = الأصل في { $host }
article-cited-as = مستشهد به في القصة بوصفه المصدر { $n }
article-captions = تعليقات الصور
article-stump = هذا ما يظهر بلا اشتراك، وربما ليس النص كاملًا.
article-stump-told = هذا ما يظهر بلا اشتراك، وربما ليس النص كاملًا: { $told }.
article-empty-paywall = لا تعرض وسيلة الإعلام هذا النص إلا لمشتركيها. هو في الأصل.
article-empty-error = أجابت صفحة وسيلة الإعلام بخطأ. قد يعود الأصل لاحقًا.
article-empty-consent = تطلب صفحة وسيلة الإعلام الموافقة على ملفات الارتباط قبل عرض النص. هو في الأصل.
article-empty-robot = تطلب صفحة وسيلة الإعلام إثبات أن القارئ إنسان. لا يقدّم Wireroom إثباتًا كهذا؛ والنص في الأصل.
article-empty-script = صفحة وسيلة الإعلام تكتبها برامج نصية لا يشغّلها Wireroom. النص في الأصل.
article-empty-listing = هذه الصفحة قائمة روابط بلا نص خاص بها. الروابط في الأصل.
article-empty-none = لم يُعثر على نص في هذه الصفحة. ربما كان في الأصل.
article-feed-error = هذا ما تقوله الخلاصة: أجابت صفحة وسيلة الإعلام بخطأ.
article-feed-consent = هذا ما تقوله الخلاصة: تطلب صفحة وسيلة الإعلام الموافقة على ملفات الارتباط قبل عرض نصها.
article-feed-robot = هذا ما تقوله الخلاصة: تطلب صفحة وسيلة الإعلام إثبات أن القارئ إنسان.
article-feed-script = هذا ما تقوله الخلاصة: صفحة وسيلة الإعلام تكتبها برامج نصية لا يشغّلها Wireroom.
article-feed-none = هذا ما تقوله الخلاصة: لم يُعثر على نص في صفحة وسيلة الإعلام.
mark-read = علّمه مقروءًا
mark-unread = علّمه غير مقروء
mark-star = ضع نجمة
mark-unstar = أزل النجمة

stands = موضعه
stands-story = القصة
stands-speakers = المتحدثون
stands-carries = ينشر نص
stands-share = بقي منه { $share }
stands-share-all = بقي كله
stands-agency-unread = كلاهما من { $agency }، وهذا البيت لا يقرأها
stands-outlet-unread = كلاهما من { $outlet }، وليست طبعتها في هذا البيت
stands-order-unknown = لا يُعرف أيهما كان أولًا
stands-changed-it = ما الذي غيّره
stands-carried-by = نشره أيضًا
stands-printings = كل طبعاته
stands-lineage = من أخذه عمّن
stands-text = النص
stands-alone = لا تنشره وسيلة إعلام أخرى
stands-helpers = شارك فيه أيضًا
stands-dateline = المكان والتاريخ
stands-section = القسم
stands-tags = الوسوم
stands-cited = ما استُشهد به في القصة
stands-not-cited = لم يُستشهد به
stands-passages = { $n ->
    [zero] لا مقطع
    [one] مقطع واحد تحته خط
    [two] مقطعان تحتهما خط
    [few] { $n } مقاطع تحتها خط
    [many] { $n } مقطعًا تحتها خط
   *[other] { $n } مقطع تحتها خط
}
stands-since = هل تغيّر منذ قراءته أول مرة
stands-unchanged = لا
stands-version = الصيغة { $n }
stands-first-read = قُرئت أول مرة { $here }
stands-reserved = حقوق محفوظة للناشر
stands-reserved-so = { $reservation }: لا تُحفظ صفحته ولا يخرج نصه في أي تصدير
stands-seen-by = من يراه
stands-private = مشتركو خلاصة خاصة فقط
stands-amiss = فيه ما ليس من المقال، أو ينقصه شيء
stands-page-read = انظر كيف قُرئت صفحته

## يد القارئ

hand = هل هذا صحيح؟
hand-apart = ليس النص نفسه الذي في { $outlet }
hand-first = { $outlet } نشرته أولًا
hand-same = هو نص مقال آخر نفسه
hand-near = مقال قريب منه
hand-choose = اختر
hand-address = عنوانه، هنا أو لدى وسيلة الإعلام
hand-or-address = أو عنوانه، هنا أو لدى وسيلة الإعلام
hand-same-at = هو نص المقال نفسه الذي عنوانه
hand-number = رقمه أو عنوانه
hand-say-same = النص نفسه
hand-holds-all = ما تقوله يسري على كل من يقرأ هنا.
hand-holds-you = ما تقوله يسري عليك وحدك؛ ويواصل الآخرون القراءة كما كانت.
hand-kept = يُحفظ ما تقوله ولا يُحذف شيء.
hand-all = كل التصحيحات
hand-undo = تراجع عنه
hand-for-all = للجميع
hand-for-you = لك وحدك
hand-overruled = { $scope }؛ قول لاحق يخالفه وهو الذي يسري
hand-is-apart = نصه غير نص
hand-is-same = نصه هو نفسه نص
hand-is-first = كان نصه الأول
hand-is-never = لا يجتمع أبدًا في قصة واحدة مع
hand-is-here = ينتمي إلى القصة التي وُضع فيها
hand-is-split = هو في قصة غير قصة
hand-is-one = هو من قصة واحدة مع
hand-no-article = لا تذكر الاستمارة أي مقال.
hand-no-kind = لا تقول الاستمارة ما الخطأ.
hand-is-alone = هو وحده أصلًا: ليس في عائلته نص آخر.
hand-choose-other = اختر النص الآخر من القائمة، أو أعطِ عنوان صفحته هنا أو لدى وسيلة الإعلام.
hand-unknown-address = لا مقال هنا مأخوذ من { $address }. ابحث عنه وأعطِ عنوان صفحته في هذا البيت.
corrections = التصحيحات
corrections-say = ما قاله القراء خلافًا للآلة. يُعمل به قبل أي تشابه، وعلى النصوص اللاحقة أيضًا، إلى أن يُتراجع عنه.
corrections-hold = ما يسري
corrections-none = لا شيء بعد. الاستمارات في صفحة كل مقال تحت «هل هذا صحيح؟».
corrections-older = الأقدم منها يسري أيضًا؛ وكل منها في صفحة مقاله.

## ما تم

done-apart = حُفظ. صار منفصلًا عن ذلك النص، ويبقى كذلك حين يُقرآن من جديد.
done-same = حُفظ. صار النصان في عائلة واحدة.
done-first = حُفظ. ستُطوى العائلة تحته حين تُروى قصتها من جديد، بعد ثوانٍ.
done-split = حُفظ. صارت قصة قائمة بذاتها؛ وتظهر صفحتها بعد ثوانٍ.
done-merged = حُفظ. صارت القصتان واحدة، وعنوان الأخرى يقود إلى هنا.
done-belongs = حُفظ. انتقل المقال، وتذهب نسخه اللاحقة إلى هناك أيضًا.
done-never = حُفظ. هما في قصتين مختلفتين، الآن ولاحقًا.
done-undone = تم التراجع. يسري من جديد ما تقوله الآلة.
done-added = أُضيفت الخلاصة. تصل أولى مقالاتها خلال دقيقة تقريبًا.
done-waits = أُضيف العنوان. لم يمكن النظر فيه بعد؛ وسيتم ذلك في دوره الأول.
done-known = هذه الخلاصة موجودة في البيت؛ وأنت مشترك فيها.
done-paused = الخلاصة متوقفة. لم يُحذف شيء مما جلبته.
done-resumed = عادت قراءة الخلاصة.
done-removed = أُزيلت الخلاصة. المقالات التي جلبتها باقية.
done-asked = تُسأل الخلاصة الآن.
done-set = تم الاختيار. يسري من دور الخلاصة التالي.

## نصان جنبًا إلى جنب

diff-two-of-one = نصان من { $outlet }
diff-made-of = ما صنعته { $two } بنص { $one }
diff-made-of-most = ما صنعته { $name } بالنص الذي تشترك فيه معظم الطبعات
diff-made-of-both = ما صنعته { $name } بالنص الذي تشترك فيه الطبعتان
diff-changed = ما غيّرته { $outlet }
diff-is-one = هذا مقال واحد: لا يمكن أن يختلف شيء.
diff-strangers = ليس هذان من عائلة واحدة: ما يرد في كليهما قد يكون مصادفة، أو لأن كليهما يقتبس مصدرًا واحدًا.
diff-by-house = قُرئ كلاهما من صفحة واحدة: يقرؤها هذا البيت الآن على نحو آخر، ولم تغيّر وسيلة الإعلام شيئًا.
diff-all-versions = كل صيغه
diff-classes = ما الذي تغيّر
diff-against = المقارنة مع
diff-share-both = ما يشترك فيه النصان
diff-share-most = ما تشترك فيه معظم الطبعات
diff-first = الأول
diff-two-only = تمكن هنا قراءة طبعتين، فالنص المشترك هو ما فيهما معًا. ولا يمكن التمييز بين ما حذفته إحداهما وما أضافته الأخرى.
diff-stands-in = يرد النص المشترك في { $needed } أو أكثر من { $printings } طبعات: { $words }.
diff-stumps = { $n ->
    [zero] كل الطبعات محسوبة.
    [one] لم تُحسب طبعة واحدة لا يُقرأ منها إلا أولها.
    [two] لم تُحسب طبعتان لا يُقرأ منهما إلا أولهما.
    [few] لم تُحسب { $n } طبعات لا يُقرأ منها إلا أولها.
    [many] لم تُحسب { $n } طبعة لا يُقرأ منها إلا أولها.
   *[other] لم تُحسب { $n } طبعة لا يُقرأ منها إلا أولها.
}
diff-large = { $n ->
    [zero] العائلة كبيرة: شاركت كل الطبعات.
    [one] العائلة كبيرة: لم تشارك طبعة واحدة.
    [two] العائلة كبيرة: لم تشارك طبعتان.
    [few] العائلة كبيرة: لم تشارك { $n } طبعات.
    [many] العائلة كبيرة: لم تشارك { $n } طبعة.
   *[other] العائلة كبيرة: لم تشارك { $n } طبعة.
}
diff-long = النص طويل جدًا: لم يُقارن آخره في { $name }، وهو { $words }.
diff-neither = ليس لأي منهما نص.
diff-no-common = لا مقطع يرد في معظم الطبعات.
diff-no-text = ليس لـ{ $name } نص.
diff-nothing-left = لم يبق شيء من نص { $name }.
diff-nothing-common = لم يبق شيء من النص المشترك.
diff-same = لا كلمة مختلفة.
diff-survives = { $share } من كلمات { $name } باقية هنا كما كانت.
diff-survives-common = { $share } من كلمات النص المشترك باقية هنا كما كانت.
diff-word-for-word = حرفيًا
diff-reworded = بصياغة أخرى
diff-cut = محذوف
diff-added = مضاف
diff-moved = منقول
row-kept = باقٍ
row-moved = منقول
row-reworded = بصياغة أخرى
row-moved-reworded = منقول وبصياغة أخرى
row-cut = محذوف
row-added = مضاف
row-stood = كان الفقرة رقم { $n }.
row-broken = قُسمت الفقرة هنا.
row-joined = ضُمّ إلى الفقرة السابقة.
diff-news = ما يقوله الآن ولم يكن يقوله
diff-news-figure = رقم تغيّر: كان { $before } وصار { $value }
diff-news-quote = اقتباس جديد
diff-news-fact = جديد
diff-news-withdrawn = سُحب
diff-news-reworded = بصياغة أخرى
diff-news-as = صار
diff-texts = النصان
diff-headline-of = عنوان { $name }
diff-headline-same = عنوان { $name }، وهو نفسه
diff-headline-held = عنوان { $held } من { $all } طبعات
diff-in-words-of = ما تشترك فيه معظم الطبعات، بكلمات { $here }
diff-set = كيف يُعرض النصان
diff-side = جنبًا إلى جنب
diff-inline = في نص واحد
diff-turned = بالعكس
diff-read = اقرأ نص { $name }
json-same = الشيء نفسه بصيغة JSON

versions-of = صيغ { $title }
versions-article = المقال
versions-changed = { $n ->
    [zero] لم تغيّره { $outlet } منذ قُرئ أول مرة.
    [one] غيّرته { $outlet } مرة واحدة.
    [two] غيّرته { $outlet } مرتين.
    [few] غيّرته { $outlet } { $n } مرات.
    [many] غيّرته { $outlet } { $n } مرة.
   *[other] غيّرته { $outlet } { $n } مرة.
}
versions-older = { $n ->
    [zero] لا صيغ أقدم محفوظة.
    [one] وصيغة أقدم محفوظة أيضًا.
    [two] وصيغتان أقدم محفوظتان أيضًا.
    [few] و{ $n } صيغ أقدم محفوظة أيضًا.
    [many] و{ $n } صيغة أقدم محفوظة أيضًا.
   *[other] و{ $n } صيغة أقدم محفوظة أيضًا.
}
versions-cite = ما يستشهد بصيغة أقدم يبقى يشير إليها.
versions-first = أول نص قُرئ.
versions-gone = النص الذي قبله لم يعد محفوظًا.
versions-house = الصفحة نفسها قرأها هذا البيت على نحو آخر: لم تغيّر وسيلة الإعلام شيئًا.
versions-unclassed = لم يُصنَّف ما تغيّر؛ والمقارنة تبيّنه.
versions-unseen = لا تغيير ظاهر.
versions-compare = قارنها بالسابقة
versions-more = { $n ->
    [zero] لا تغييرات أخرى
    [one] وتغيير آخر
    [two] وتغييران آخران
    [few] و{ $n } تغييرات أخرى
    [many] و{ $n } تغييرًا آخر
   *[other] و{ $n } تغيير آخر
}

## السؤال

ask = اسأل
ask-story = اسأل هذه القصة
ask-titled = سؤال: { $question }
ask-say = تجيب جمل من مصادرك كلمة بكلمة، أو لا جواب.
ask-question = سؤالك
ask-help = لا بد أن ترد في الجواب أسماء السؤال وأرقامه.
ask-answer = الجواب
ask-nothing = لا شيء في مصادرك يجيب عن هذا.
ask-nothing-story = لا شيء في مصادر هذه القصة يجيب عن هذا.
ask-read = { $n ->
    [zero] لم يُقرأ لأجله مقال.
    [one] قُرئ لأجله مقال واحد.
    [two] قُرئ لأجله مقالان.
    [few] قُرئت لأجله { $n } مقالات.
    [many] قُرئ لأجله { $n } مقالًا.
   *[other] قُرئ لأجله { $n } مقال.
}
ask-other-words = قد تجد كلمات أخرى أكثر: لا بد أن ترد كلمات السؤال نفسها في الجواب.
ask-everything = اسأل كل المصادر
ask-search = ابحث عن كلماته
ask-sources-say = ما تقوله مصادرك
ask-leads = كل مقطع يقود إلى موضعه.
ask-also = وفي أيضًا:
outlet-unnamed = وسيلة إعلام بلا اسم
ask-failed = تعذرت الإجابة عن السؤال: { $why }. مصادرك باقية كما هي؛ أعد السؤال بعد قليل أو ابحث.
written = بكلمات آلة
written-by = جملة من آلة
written-of = بكلمات المصادر نفسها
written-held = قورنت كل جملة بالكلمات التي تستشهد بها؛ ولم ينظر أحد هل أغفلت ما يهم. المقاطع أدناه.
writer-wish = دع الكاتب الآلي يصوغها
writer-wished = سُئل الكاتب الآلي.
writer-look = انظر من جديد
writer-not = لا يُسأل الكاتب الآلي الآن عن هذه المقاطع؛ فهي قائمة بذاتها.
writer-off = لا آلة تكتب في هذا البيت.
writer-not-sent = لا تُرسل هذه المقاطع إلى الكاتب الآلي: أحدها من خلاصة خاصة، أو طويل جدًا، أو بلغة لا يعرفها فحصه.
writer-waits = { $n ->
    [zero] ليس أمام الكاتب الآلي أي مقطع.
    [one] أمام الكاتب الآلي مقطع واحد. يظهر هنا ما يصمد من جوابه حين يصل.
    [two] أمام الكاتب الآلي مقطعان. يظهر هنا ما يصمد من جوابه حين يصل.
    [few] أمام الكاتب الآلي { $n } مقاطع. يظهر هنا ما يصمد من جوابه حين يصل.
    [many] أمام الكاتب الآلي { $n } مقطعًا. يظهر هنا ما يصمد من جوابه حين يصل.
   *[other] أمام الكاتب الآلي { $n } مقطع. يظهر هنا ما يصمد من جوابه حين يصل.
}
writer-tomorrow = نفدت ميزانية الكاتب الآلي لهذا اليوم. سيُسأل بعد منتصف الليل (UTC)؛ وحتى ذلك الحين تقوم المقاطع بذاتها.
writer-late = لم يجب الكاتب الآلي في الوقت المحدد. سيُسأل مجددًا بعد دقائق؛ والمقاطع قائمة بذاتها.
writer-failed = تعطل الكاتب الآلي. سيُسأل مجددًا بعد دقائق؛ والمقاطع قائمة بذاتها.
writer-refused = أجاب الكاتب الآلي، ولم يصمد شيء من جوابه أمام هذه المقاطع: لا يُعرض منه شيء.
writer-audit = ما رُفض، ولماذا

## تدقيق الكاتب الآلي

audit = تدقيق الكاتب الآلي
audit-none = لم تُرفض هنا جملة من آلة. ليس للبيت كاتب آلي ما لم تسمّه إعداداته.
audit-kept = { $n ->
    [zero] لم تُحجب جملة من آلة عن القراء.
    [one] حُجبت جملة واحدة من آلة عن القراء.
    [two] حُجبت جملتان من آلة عن القراء.
    [few] حُجبت { $n } جمل من آلة عن القراء.
    [many] حُجبت { $n } جملة من آلة عن القراء.
   *[other] حُجبت { $n } جملة من آلة عن القراء.
}
audit-today = اليوم: { $requests }، و{ $characters } من الأجوبة، و{ $failures } بلا جواب.
count-requests = { $n ->
    [zero] لا طلب
    [one] طلب واحد
    [two] طلبان
    [few] { $n } طلبات
    [many] { $n } طلبًا
   *[other] { $n } طلب
}
count-characters = { $n ->
    [zero] لا محرف
    [one] محرف واحد
    [two] محرفان
    [few] { $n } محارف
    [many] { $n } محرفًا
   *[other] { $n } محرف
}
audit-say = لا تُعرض جملة من آلة إلا إذا صيغت من الجمل التي تستشهد بها؛ وإلا قامت تلك الجمل مقامها. وقد يُغفل ما يُعرض ما يهم: فالفحص يقارن الكلمات ولا يعرف شيئًا عن العالم.
audit-rates = ما يكشفه الفحص
audit-rates-say = أكاذيب زُرعت في نصوص لنا، وجمل صادقة، بالإنجليزية والألمانية والإسبانية والفرنسية، قبل القواعد التي لا تنطبق إلا على جمل الكاتب الآلي. وقد تختلف النتيجة مع نصوص غيرنا.
audit-planted = ما زُرع
audit-sentences = الجمل
audit-caught = المكشوف
audit-rate = النسبة
audit-held-to = المطلوب
audit-at-least = { $share } على الأقل
audit-at-most = { $share } على الأكثر
planted-number = رقم آخر
planted-name = اسم آخر
planted-date = تاريخ آخر
planted-quotation = كلمة أخرى في اقتباس
planted-speaker = متحدث آخر
planted-negation = نفي أُضيف أو أُزيل
planted-true = جمل صادقة رُفضت
audit-reasons = الأسباب
audit-reasons-say = قد تكون للجملة عدة أسباب.
audit-refused = الجمل المرفوضة
audit-refused-say = الأحدث أولًا؛ تُحفظ { $n } يومًا.
audit-question = جوابًا عن سؤال قارئ
audit-a-story = قصة من هذا البيت
audit-refused-mark = مرفوضة:
audit-twin = مكانها: { $twin }
audit-older = الأقدم
fault-endless = جواب أطول مما يُقرأ
fault-lines = أسطر أكثر مما يُقرأ
fault-row = ليس بالشكل المطلوب
fault-uncited = بلا استشهاد
fault-no-such = استشهاد بجملة غير موجودة
fault-many = استشهاد بجمل كثيرة
fault-withheld = استشهاد بجملة لم تُعطَ
fault-twice = قيل من قبل
fault-long = طويلة جدًا
fault-not-one = ليست جملة واحدة
fault-markup = ترميز أو عنوان أو علامات لا تُرى
fault-own-word = كلمة من عندها
fault-own-quotation = اقتباس من عندها
fault-unmarked = كلام مقتبس بلا علامات اقتباس
fault-dropped = سقطت كلمة نقل أو نفي أو تحفظ
fault-moved = كلمة أو رقم في غير موضعه
fault-number = رقم آخر
fault-name = اسم آخر
fault-date = تاريخ آخر
fault-quoted = كلمات مقتبسة أخرى
fault-speaker = متحدث آخر
fault-negated = نفي أُضيف أو أُزيل
fault-hedge = تحفظ أُزيل
fault-few = القليل منها في الكلمات المستشهد بها
fault-other = سبب آخر

## ما الخطأ

problem-front = إلى الصفحة الأولى
problem-search = ابحث في الأرشيف
problem-outlets = كل وسائل الإعلام
problem-feeds = كل الخلاصات
problem-again = حاول لاحقًا
problem-sign-in = إلى صفحة الدخول
problem-no-page = لا توجد صفحة كهذه
problem-no-page-say = لا شيء في هذا البيت بهذا العنوان.
problem-missing-article = لا يوجد مقال برقم { $id }
problem-missing-story = لا توجد قصة برقم { $id }
problem-missing-feed = لا توجد خلاصة برقم { $id }
problem-missing-outlet = لا توجد وسيلة إعلام برقم { $id }
problem-missing-family = لا توجد عائلة برقم { $id }
problem-missing-comment = لا يوجد تعليق { $id }
problem-missing-correction = لا يوجد تصحيح برقم { $id }
problem-missing-other = لا يوجد شيء برقم { $id }
problem-missing-say = إما أن هذا الرقم لم يُعطَ قط لشيء من هذا النوع، أو أنه حُذف، أو أنه جاء من خلاصة خاصة بشخص آخر.
problem-no-version = ليست للمقال { $id } صيغة { $n }
problem-no-version-say = تُعدّ الصيغ من 1. قد تغيب إحداها لأن مدتها انقضت ولم يستشهد بها شيء؛ والمحفوظ منها مذكور في صفحة المقال.
problem-first-version = لا شيء قبل الصيغة { $n } من المقال { $id }
problem-first-version-say = هذا أول نص منه يحتفظ به هذا البيت، فليس هناك ما يقارن به. صفحة المقال تسرد صيغه.
problem-alone = لا تمكن هنا قراءة طبعة أخرى من المقال { $id }
problem-alone-say = يحتاج النص المشترك إلى طبعتين فيهما كلمات. المقال باقٍ كما هو، ويمكن مقارنة أي مقالين عبر /diff/FIRST/SECOND.
problem-not-ours = لم تُرسل هذه الاستمارة من صفحة في هذا البيت
problem-not-ours-say = لم يتغير شيء. ربما كانت الصفحة مفتوحة منذ ما قبل دخولك الأخير: افتحها من جديد وأرسل الاستمارة منها.
problem-owner-only = لا يستطيع ذلك إلا مالك البيت
problem-owner-only-say = لم يتغير شيء. خلاصات البيت يرعاها مالكه؛ اسأله أو تابع القراءة.
problem-editors-only = هذا للمحررين فقط
problem-editors-only-say = لم يتغير شيء. يعتني بالتعليقات محررو البيت ومالكه؛ أبلغ عن الخطأ فيرونه.
problem-form = تعذرت قراءة ذلك
problem-refused = لم يُنفَّذ ذلك
problem-large = هذا أكبر من الحد
problem-large-say = لا تتسع الاستمارة لأكثر من { $n } ميغابايت. قسّم الملف وأرسل الأجزاء واحدًا بعد آخر.
problem-tries = كلمات مرور خاطئة كثيرة
problem-tries-say = لمنع التخمين يتوقف الدخول بهذا الاسم أو من هذا العنوان بضع دقائق. حسابك وكل جلساتك باقية.
problem-spent = لم يعد رابط الإعداد هذا يفتح شيئًا
problem-spent-say = يعمل رابط الإعداد مرة واحدة ولمدة محدودة. إن لم يكن لهذا البيت مالك بعد فأعد تشغيل wireroom: سيطبع رابطًا جديدًا.
problem-house = تعذر إنشاء هذه الصفحة
problem-house-say = ما كان محفوظًا باقٍ. السجل يذكر ما فشل؛ والأمر `wireroom verify` يفحص قاعدة البيانات.

## الصفحة الأولى لبيت بلا خلاصات

welcome-title = ماذا تريد أن تقرأ في صحيفتك؟
welcome-say = اختر من الخلاصات أدناه، أو أحضر قائمتك من قارئ آخر، أو اكتب عنوانًا واحدًا. تظهر أولى القصص خلال دقيقة، ويمكن تغيير كل شيء لاحقًا.
welcome-starter = قائمة للبداية
welcome-starter-say = وسائل إعلام عامة كبيرة، لا نوصي بأي منها. لا يُضاف إلا ما تختاره.
welcome-start = ابدأ القراءة
welcome-none = لم تختر شيئًا. اختر خلاصة واحدة على الأقل أو أحضر قائمة أدناه.
welcome-refused = تعذرت إضافة { $name }: { $why } أُضيف ما قبلها.
welcome-bring = أو قائمتك من قارئ آخر
welcome-bring-say = ملف OPML: كل قارئ تقريبًا يستطيع تصديره. تأتي معه المجلدات والعناوين.
welcome-file = ملف OPML
welcome-bring-in = أحضر القائمة
welcome-one = أو عنوان واحد
welcome-address = عنوان خلاصة أو موقع
welcome-address-say = يكفي عنوان الموقع؛ يبحث Wireroom عن خلاصته.
welcome-add = أضف
## الإعدادات والمستخدمون والدعوات

settings-title = الإعدادات
settings-lead = كيف تبدو الصفحات وبأي لغة تخاطب { $name }، وما الذي يحفظه هذا البيت عنك.
settings-keep = احفظ
settings-pages = الصفحات
settings-language = لغة الصفحات
settings-language-help = ما كتبته وسائل الإعلام يبقى بلغته.
settings-language-browser = كما يطلب متصفحي
settings-size = حجم النص
settings-size-small = صغير
settings-size-usual = معتاد
settings-size-large = كبير
settings-size-very-large = كبير جدًا
settings-look = فاتح أم داكن
settings-look-system = كما يحدد نظامي
settings-look-light = حروف داكنة على خلفية فاتحة
settings-look-dark = حروف فاتحة على خلفية داكنة
settings-zone = توقيتك
settings-zone-help = يحدد متى يبدأ اليوم وفي أي ساعة وصل شيء إلى هنا. أما الأوقات التي تذكرها وسيلة إعلام فتبقى بتوقيتها.
settings-zone-none = لم يُختر (UTC)
settings-sessions = أين سجّلت الدخول
settings-sessions-help = المتصفح الذي لا تعرفه لشخص آخر: أنهِ جلسته وغيّر كلمة المرور.
settings-sessions-none = لا يحتاج أحد إلى تسجيل الدخول في هذا البيت.
settings-browser = المتصفح
settings-browser-on = { $browser }، { $system }
settings-browser-unknown = متصفح لا يعرّف نفسه
settings-since = منذ
settings-seen = آخر ظهور
settings-this = (هذا)
settings-end = أنهِ الجلسة
settings-end-of = أنهِ جلسة { $browser }
settings-end-others = سجّل الخروج من كل مكان آخر
settings-password = كلمة المرور
settings-password-help = كلمة المرور الجديدة تُخرج كل متصفح آخر. أما الرموز فتبقى؛ اسحب أدناه ما لا تثق به منها.
settings-password-old = كلمة المرور الحالية
settings-password-new = كلمة المرور الجديدة
settings-password-set = غيّر كلمة المرور
settings-tokens = رموز للبرامج
settings-tokens-help = تطبيق القراءة على هاتفك مثلًا يدخل برمز لا بكلمة مرورك. ويمكن سحب كل رمز وحده.
settings-token-name = الاسم
settings-token-for = لماذا هو؟
settings-token-scope = يُسمح له
settings-token-read = بالقراءة
settings-token-write = بالقراءة والتغيير
settings-token-used = آخر استعمال
settings-token-unused = لم يُستعمل
settings-token-make = أنشئ رمزًا
settings-token-once = رمز { $name }. لا يُعرض إلا هذه المرة؛ فالبيت لا يحفظ إلا بصمته.
settings-withdraw = اسحب
settings-withdraw-of = اسحب { $name }
settings-house = البيت
settings-guests-help = ليس للضيوف حساب. يرون العناوين والمصادر وأول 40 كلمة من المقال على الأكثر ورابطه، ولا يرون نصًا كاملًا أبدًا ولا يغيّرون شيئًا. ويُطلب من محركات البحث أن تبقى خارجًا.
settings-guests-are-on = يمكن للضيوف الاطلاع.
settings-guests-are-off = كل صفحة تطلب تسجيل الدخول.
settings-guests-let = اسمح للضيوف بالاطلاع
settings-guests-stop = لا ضيوف بعد الآن
settings-users = المستخدمون والدعوات
settings-data = بياناتك
settings-export-help = ملف واحد فيه كل ما يحفظه هذا البيت عنك: الإعدادات والاشتراكات وما تتابعه وما علّمته بنجمة وما قرأته وتصحيحاتك وجلساتك.
settings-export = خذ بياناتك معك
settings-leave = أنهِ حسابي
settings-leave-help = يذهب كل ما هو لك: الجلسات والرموز والاشتراكات وما تتابعه وما علّمته وما قرأته وتصحيحاتك الخاصة والخلاصات الخاصة التي لا يقرؤها غيرك. أما ما قلته للجميع محررًا فيبقى بلا اسمك. ولا رجعة في ذلك.
settings-leave-sure = نعم، أنهِ حسابي
settings-leave-do = أنهِه
settings-did-pages = حُفظ. تبدو الصفحات الآن كما اخترت.
settings-did-password = تغيّرت كلمة المرور. وأُخرج كل متصفح آخر.
settings-did-ended = أُنهيت جلسة ذلك المتصفح.
settings-did-others = أُنهيت جلسات كل المتصفحات الأخرى.
settings-did-withdrawn = سُحب الرمز؛ وما كان يستعمله صار خارجًا.
settings-did-token = أُنشئ الرمز.
settings-did-guests-on = يمكن للضيوف الاطلاع الآن.
settings-did-guests-off = عادت كل صفحة تطلب تسجيل الدخول.
settings-fault-choice = أحد الاختيارات ليس مما تعرضه هذه الصفحة. لم يتغير شيء.
settings-fault-password = ليست هذه كلمة مرورك الحالية. لم يتغير شيء.
settings-fault-token = يحتاج الرمز إلى اسم من سطر واحد لا يزيد على { $n } حرفًا. لم يُنشأ شيء.
settings-fault-tokens = بلغت الرموز أقصى عددها للقارئ الواحد. اسحب رمزًا لا يُستعمل.
settings-fault-sure = ضع علامة تؤكد قصدك؛ لم يتغير شيء.
settings-fault-last-owner = أنت المالك الوحيد للبيت. عيّن مالكًا آخر أولًا في صفحة المستخدمين.
role-reader = قارئ
role-editor = محرر
role-owner = مالك
users-title = المستخدمون
users-lead = من يقرأ هنا وما يُسمح لكل واحد.
users-accounts = الحسابات
users-roles-help = تصحيحات القارئ تسري عليه وحده، وتصحيحات المحرر على الجميع. والمالك يرعى أيضًا الخلاصات والمستخدمين وإعدادات البيت.
users-name = الاسم
users-role = الدور
users-role-of = دور { $name }
users-visit = آخر زيارة
users-never = لم يزر
users-you = (أنت)
users-password = رابط كلمة مرور جديدة
users-password-of = رابط كلمة مرور جديدة لـ { $name }
users-remove = احذف
users-remove-help = يذهب كل ما يخص هذا الحساب مع الخلاصات الخاصة التي لا يقرؤها غيره. وما قيل للجميع تحريرًا يبقى بلا توقيع.
users-remove-sure = نعم، احذف { $name }
users-remove-do = احذف
users-invite = ادعُ شخصًا
users-invite-help = ينتج رابط يعمل مرة واحدة خلال أسبوع. ومن يفتحه يختار الاسم وكلمة المرور.
users-invite-name = لمن؟
users-invite-do = أنشئ الرابط
users-link-once = رابط { $name }. لا يُعرض إلا هذه المرة: أرسله بطريق لا يقرؤه سواه.
users-open = روابط مفتوحة
users-for = الغرض
users-for-password = كلمة مرور جديدة
users-ends = ينتهي
users-did-role = تغيّر الدور؛ ويسري من النقرة التالية.
users-did-removed = حُذف الحساب.
users-did-withdrawn = سُحب الرابط.
users-did-invite = أُنشئ الرابط.
users-fault-invite = اذكر لمن الرابط في سطر واحد لا يزيد على { $n } حرفًا، واذكر الدور. لم يُنشأ شيء.
users-fault-many = الروابط المفتوحة كثيرة. اسحب واحدًا منها أولًا.
users-fault-last = { $name } هو المالك الوحيد للبيت. عيّن مالكًا آخر أولًا.
users-fault-sure = ضع علامة تؤكد قصدك؛ لم يُحذف أحد.
users-fault-self = حسابك أنت يُنهى من إعداداتك وبكلمة مرورك.
invite-title = أهلًا
invite-account = أنت مدعو إلى القراءة هنا (الدور: { $role }). اختر اسمًا وكلمة مرور؛ ولا يُطلب غير ذلك.
invite-password = كلمة مرور جديدة لـ { $name }. وهي تُخرج كل متصفح كان داخلًا.
invite-do = ادخل
name-empty = لا بد من اسم للدخول لاحقًا.
name-long = { $n } حرفًا على الأكثر من فضلك.
name-line = الاسم سطر واحد من الحروف.
name-taken = الاسم { $name } مستعمل؛ اختر غيره.
password-short = { $n } حرفًا على الأقل من فضلك. ثلاث كلمات أو أربع تصنع كلمة مرور جيدة.
password-long = { $n } حرفًا على الأكثر من فضلك.
password-differ = كلمتا المرور مختلفتان. اكتب الكلمة نفسها مرتين.
password-advice = { $n } حرفًا على الأقل. ثلاث كلمات أو أربع تصنع كلمة جيدة.
password-again = كلمة المرور نفسها مرة أخرى
problem-invitation = لم يعد هذا الرابط يفتح شيئًا
problem-invitation-say = تعمل الدعوة مرة واحدة خلال أسبوع. استُعملت أو سُحبت أو انتهى وقتها: اطلب من مالك البيت غيرها.

## الضيوف

guest-front = الصفحة الأولى
guest-lead = أنت تطّلع ضيفًا: العناوين والمصادر وبدايات المقالات. أما النص الكامل فحيث نُشر.
guest-nothing = لا شيء هنا مما يمكن للضيوف رؤيته.
guest-read-on = تابع القراءة حيث نُشر
guest-newer = الأحدث
guest-older = الأقدم
guest-sign-in = سجّل الدخول
## الطبعة

front-title = الطبعة
front-heading = طبعة { $date }
front-squares = هذه الطبعة
front-read = قُرئ { $read } من { $n }
front-square = القصة { $place }: { $title }
front-square-read = القصة { $place }: { $title }، مقروءة
front-square-fresh = القصة { $place }: { $title }، فيها جديد
front-filling = البيت يمتلئ.
front-filling-so-far = قُرئ حتى الآن: { $articles } من { $feeds }، في { $stories }؛ { $n ->
    [zero] لم تبق مهمة.
    [one] بقيت مهمة واحدة.
    [two] بقيت مهمتان.
    [few] بقيت { $n } مهام.
    [many] بقيت { $n } مهمة.
   *[other] بقيت { $n } مهمة.
}
front-still = ثبّت هذه الصفحة
front-renew = دعها تتجدد وحدها
front-look-again = انظر من جديد
front-troubled = { $n ->
    [zero] لا خلاصة تحتاج إليك: { $names }.
    [one] خلاصة واحدة تحتاج إليك: { $names }.
    [two] خلاصتان تحتاجان إليك: { $names }.
    [few] { $n } خلاصات تحتاج إليك: { $names }.
    [many] { $n } خلاصة تحتاج إليك: { $names }.
   *[other] { $n } خلاصة تحتاج إليك: { $names }.
}
front-troubled-see = انظر ما حدث
front-made-day = { $stories } من آخر 24 ساعة، جُمعت من { $articles }.
front-made-week = { $stories } من الأسبوع الأخير؛ لم يأت شيء في آخر 24 ساعة. جُمعت من { $articles }.
front-made-both = { $stories }: { $today } من آخر 24 ساعة و{ $earlier } من الأيام السابقة، جُمعت من { $articles }.
front-made-last = { $stories } من الساعات الأربع والعشرين حتى { $until }؛ لم يأت شيء بعدها. جُمعت من { $articles }.
front-made-visit = { $stories } منذ زيارتك الأخيرة، جُمعت من { $articles }.
front-fresh = { $n ->
    [zero] لا جديد منذ زيارتك الأخيرة.
    [one] منذ زيارتك الأخيرة في قصة واحدة جديد: المربع العريض.
    [two] منذ زيارتك الأخيرة في قصتين جديد: المربعان العريضان.
    [few] منذ زيارتك الأخيرة في { $n } قصص جديد: المربعات العريضة.
    [many] منذ زيارتك الأخيرة في { $n } قصة جديد: المربعات العريضة.
   *[other] منذ زيارتك الأخيرة في { $n } قصة جديد: المربعات العريضة.
}
front-by-time = حسب الوقت
front-ranked = كيف تُرتَّب
front-top = الأولى ترتيبًا
front-several = ترويها غرف أخبار عدة
front-several-note = نصوص مستقلة عن حدث واحد
front-carried = مصدر واحد وصحف كثيرة
front-carried-note = مصدر واحد ومن نقل عنه
front-alone = وسيلة واحدة حتى الآن
front-alone-note = لا يرويها غيرها بعد
front-earlier = من الأيام السابقة
front-earlier-note = من الأسبوع الأخير ولم تُعلَّم مقروءة
front-new = جديد منذ زيارتك الأخيرة
front-new-story = قصة جديدة منذ زيارتك الأخيرة
front-new-is = { $what }:
front-also = تُروى أيضًا بـ
front-texts = نصوص مَن ترويها
front-why = لماذا هنا:
front-sum = مجموعها
front-corrected = صُحّح بعد أن قرأته
front-corrected-notice = تنبيه بتصحيح
front-corrected-figure = رقم آخر
front-end = هذه هي الطبعة. لقد انتهيت.
front-left-day = { $n ->
    [0] لم تُترك أي قصة أخرى من آخر 24 ساعة؛ والأقدم في { $here }، حسب الوقت.
    [zero] لم تُترك أي قصة أخرى من آخر 24 ساعة؛ والأقدم في { $here }، حسب الوقت.
    [one] تُركت قصة واحدة أخرى من آخر 24 ساعة؛ تجدها في { $here }، حسب الوقت.
    [two] تُركت قصتان أخريان من آخر 24 ساعة؛ تجدهما في { $here }، حسب الوقت.
    [few] تُركت { $n } قصص أخرى من آخر 24 ساعة؛ تجدها في { $here }، حسب الوقت.
    [many] تُركت { $n } قصة أخرى من آخر 24 ساعة؛ تجدها في { $here }، حسب الوقت.
   *[other] تُركت { $n } قصة أخرى من آخر 24 ساعة؛ تجدها في { $here }، حسب الوقت.
}
front-left-that-day = { $n ->
    [0] لم تُترك أي قصة أخرى من ذلك اليوم؛ والأقدم في { $here }، حسب الوقت.
    [zero] لم تُترك أي قصة أخرى من ذلك اليوم؛ والأقدم في { $here }، حسب الوقت.
    [one] تُركت قصة واحدة أخرى من ذلك اليوم؛ تجدها في { $here }، حسب الوقت.
    [two] تُركت قصتان أخريان من ذلك اليوم؛ تجدهما في { $here }، حسب الوقت.
    [few] تُركت { $n } قصص أخرى من ذلك اليوم؛ تجدها في { $here }، حسب الوقت.
    [many] تُركت { $n } قصة أخرى من ذلك اليوم؛ تجدها في { $here }، حسب الوقت.
   *[other] تُركت { $n } قصة أخرى من ذلك اليوم؛ تجدها في { $here }، حسب الوقت.
}
front-left-visit = { $n ->
    [0] لم تُترك أي قصة أخرى منذ زيارتك الأخيرة؛ والأقدم في { $here }، حسب الوقت.
    [zero] لم تُترك أي قصة أخرى منذ زيارتك الأخيرة؛ والأقدم في { $here }، حسب الوقت.
    [one] تُركت قصة واحدة أخرى منذ زيارتك الأخيرة؛ تجدها في { $here }، حسب الوقت.
    [two] تُركت قصتان أخريان منذ زيارتك الأخيرة؛ تجدهما في { $here }، حسب الوقت.
    [few] تُركت { $n } قصص أخرى منذ زيارتك الأخيرة؛ تجدها في { $here }، حسب الوقت.
    [many] تُركت { $n } قصة أخرى منذ زيارتك الأخيرة؛ تجدها في { $here }، حسب الوقت.
   *[other] تُركت { $n } قصة أخرى منذ زيارتك الأخيرة؛ تجدها في { $here }، حسب الوقت.
}
front-come = { $n ->
    [zero] لا جديد فيها بعد إعداد هذه الطبعة.
    [one] في واحدة منها جديد جاء بعد إعداد هذه الطبعة.
    [two] في اثنتين منها جديد جاء بعد إعداد هذه الطبعة.
    [few] في { $n } منها جديد جاء بعد إعداد هذه الطبعة.
    [many] في { $n } منها جديد جاء بعد إعداد هذه الطبعة.
   *[other] في { $n } منها جديد جاء بعد إعداد هذه الطبعة.
}
front-all-read = علّمها كلها مقروءة
front-anew = أعدّ طبعة جديدة
front-made-at = أُعدّت
front-held = ما دمت تقرأ تبقى القصص في أماكنها؛ وتُعدّ الطبعة التالية بعد نصف ساعة من غيابك أو متى طلبتها.
front-rule = لكل قصة مجموع من أربعة حدود، وأكبر المجاميع تؤلف الطبعة: الثلاث الأولى في الأعلى، والبقية بترتيبها داخل أقسامها. «لماذا هنا» تحت القصة تفتح مجموعها. والحدث الذي يُروى بلغات عدة يأخذ مكانًا واحدًا، والروايات الأخرى مرتبطة تحت الأولى. ولا يُستنتج شيء مما تفتحه.
front-rule-equal = عند تساوي المجموعين تتقدم صاحبة النص الأحدث.
front-rule-rest = { $here } لا تعرف مجموعًا: ترتيبها بالوقت وحده.
front-yours = طبعتك: { $now }
front-now-day = { $stories } من آخر 24 ساعة
front-now-visit = { $stories } منذ زيارتك الأخيرة
front-choose-stories = القصص
front-choose-span = تُختار مما
front-span-day = جاء في آخر 24 ساعة
front-span-visit = جاء منذ زيارتي الأخيرة
front-choose = احفظ
front-quiet-visit = لم يأت شيء منذ زيارتك الأخيرة، { $ago }. لا يفوتك شيء.
front-quiet-day = لم يأت شيء في آخر 24 ساعة، وما جاء في الأسبوع السابق علّمته مقروءًا. لا يفوتك شيء.
front-the-day = آخر 24 ساعة
front-latest = الأحدث، حسب الوقت
front-coming = القصة الأولى في الطريق. لا شيء عليك فعله.
front-empty = لا طبعة بعد. أضف خلاصة، وتُعدّ الأولى حين تصل مقالاتها.
front-add = أضف خلاصة
front-bad-act = لا تقول هذه الاستمارة شيئًا يمكن فعله بطبعة.
front-bad-choice = في الطبعة من { $least } إلى { $most } قصة، من اليوم أو منذ زيارتك الأخيرة.
new-fact = جديد
new-figure = رقم تغيّر
new-quote = اقتباس جديد
new-withdrawn = سُحب

## المصادر والسلك

cite-label = المصدر { $number }: { $outlet }
count-publishers = { $n ->
    [zero] لا ناشر
    [one] ناشر واحد
    [two] ناشران
    [few] { $n } ناشرين
    [many] { $n } ناشرًا
   *[other] { $n } ناشر
}
origins-most = على الأكثر { $origins }
origins-unknown = المصدر الأصلي مجهول
origins-unknown-texts = { $n ->
    [zero] لا نص مجهول المصدر
    [one] نص واحد مجهول المصدر
    [two] نصان مجهولا المصدر
    [few] { $n } نصوص مجهولة المصدر
    [many] { $n } نصًا مجهول المصدر
   *[other] { $n } نص مجهول المصدر
}
## قصة

story-place = القصة { $at } من { $total }
story-next = التالية:
story-on-page = في هذه الصفحة
story-headline-by = العنوان من
story-how-counted = كيف جرى هذا العدّ
story-first-printed = أول نشر
story-newest = وآخره
story-no-date = لا تذكر أي وسيلة تاريخًا
story-no-outlet = وسيلة غير معروفة
story-no-headline = (بلا عنوان)
story-told-in = مروية أيضًا بلغة أخرى ({ $language }):
story-both-have = في كلتيهما: { $words }
story-why-here = لماذا هي هنا
story-why-in = مكانها { $at } من { $total } في عددك: { $origins }؛ أحدث نص { $newest }.
story-why-out = ليست في عددك: { $origins }؛ أحدث نص { $newest }.
story-why-sum = الحساب مذكور إلى جانبها هناك
story-fresh = الجديد منذ زيارتك الأخيرة
story-was = قبل ذلك: { $was }
story-brief = الموجز
story-thin = لا يكفي المتاح لموجز: المصادر أدناه.
story-machine = (جملة كتبتها آلة)
story-own-words = بكلمات المصادر نفسها
story-machine-say = ما وُسم كتبته آلة ({ $model }) من الجمل التي تستشهد بها. كلماتها كلمات تلك الجمل؛ ولم يتحقق أحد هل أسقطت ما يهم.
story-refused = ما رُفض منها
story-source-mark = المصدر { $n }: { $outlet }
story-points = أهم النقاط
story-differ = أين تختلف المصادر
story-differ-figure = في رقم
story-differ-day = في اليوم
story-differ-denied = في صحة الأمر
story-differ-other = في نقطة
story-sides = ماذا يقول كل طرف
story-sides-say = تحت الكلمات التي يسمّي بها النص المتكلم.
story-voices = من قال ماذا
story-voice-in = في { $outlet }
story-voice-nameless = لا يسمّي النص المتكلم
story-voice-alike = { $n ->
    [one] وسيلة إعلام واحدة
    [two] وسيلتا إعلام
    [few] { $n } وسائل إعلام
    [many] { $n } وسيلة إعلام
   *[other] { $n } وسيلة إعلام
}
story-voice-above = كما أعلاه
story-voice-shorter = مختصر
story-voice-longer = أطول
story-voice-reworded = بصياغة أخرى
story-voice-translated = بلغة أخرى
story-figures = الأرقام
story-figures-say = يُعدّ المصدر الأصلي مرة واحدة مهما كثر ناقلوه.
story-figures-more = { $n ->
    [one] رقم آخر من مصدر واحد
    [two] رقمان آخران، كل منهما من مصدر واحد
    [few] { $n } أرقام أخرى، كل منها من مصدر واحد
    [many] { $n } رقمًا آخر، كل منها من مصدر واحد
   *[other] { $n } رقم آخر، كل منها من مصدر واحد
}
figure-what = الرقم
figure-printed = كما نُشر
figure-verdict = الحكم
figure-origins = مصادر مستقلة
figure-outlets = نشرته
figure-unknown = { $n ->
    [one] واحد مجهول
    [two] اثنان مجهولان
    [few] { $n } مجهولة
    [many] { $n } مجهولًا
   *[other] { $n } مجهول
}
figure-known-and = { $known } و{ $unknown }
verdict-one = مصدر واحد
verdict-agree = متفقة
verdict-rounded = مقرّب
verdict-updated = محدَّث
verdict-conflict = متعارضة
verdict-scope = نطاق مختلف
verdict-beside = جنبًا إلى جنب
story-timeline = التسلسل الزمني
story-timeline-say = متى حدثت الأمور، كما تؤرّخها النصوص.
story-updates = المستجدات
story-updates-say = ما جاء به كل نص عند وصوله، والأحدث أولًا
story-coverage = التغطية عبر الزمن
story-coverage-say = كل نقطة مقال: ممتلئة حيث نُشر نصه أول مرة، ومفرغة حيث هو نسخة.
story-coverage-most-hour = الأكثر في ساعة واحدة: { $articles } ({ $when }).
story-coverage-most-day = الأكثر في يوم واحد: { $articles } ({ $when }).
story-coverage-most-days = الأكثر في مدة متصلة من الأيام: { $articles } (من { $when }).
story-coverage-no-hour = { $n ->
    [one] لم يُرسم مقال واحد بلا ساعة.
    [two] لم يُرسم مقالان بلا ساعة.
    [few] لم تُرسم { $n } مقالات بلا ساعة.
    [many] لم يُرسم { $n } مقالًا بلا ساعة.
   *[other] لم يُرسم { $n } مقال بلا ساعة.
}
story-coverage-no-date = { $n ->
    [one] لم يُرسم مقال واحد بلا تاريخ.
    [two] لم يُرسم مقالان بلا تاريخ.
    [few] لم تُرسم { $n } مقالات بلا تاريخ.
    [many] لم يُرسم { $n } مقالًا بلا تاريخ.
   *[other] لم يُرسم { $n } مقال بلا تاريخ.
}
story-coverage-reading = { $own } و{ $copies } من { $first } إلى { $last }.
count-first-printings = { $n ->
    [zero] لا نشر أول
    [one] نشر أول واحد
    [two] نشران أولان
    [few] { $n } مرات نشر أول
    [many] { $n } مرة نشر أول
   *[other] { $n } مرة نشر أول
}
story-as-table = في جدول
story-hour = الساعة
story-day = اليوم
story-first-printings = أول نشر
story-copies = نسخ
story-articles = المقالات
story-folded = { $articles }، مرتّبة تحت { $texts }
count-texts-under = { $n ->
    [zero] لا نص
    [one] نص واحد
    [two] نصين
    [few] { $n } نصوص
    [many] { $n } نصًا
   *[other] { $n } نص
}
story-own-say = كما قلت، في { $here }؛ أما الموجز والمصادر الأصلية فمعدودة كما هي للجميع.
story-own-corrections = تصحيحاتك
story-carried-by = { $n ->
    [one] نقلته وسيلة إعلام أخرى
    [two] نقلته وسيلتا إعلام أخريان
    [few] نقلته { $n } وسائل إعلام أخرى
    [many] نقلته { $n } وسيلة إعلام أخرى
   *[other] نقلته { $n } وسيلة إعلام أخرى
}
story-also-by = نشرته أيضًا { $names }
story-carried-whole = منقول حرفيًا
story-carried-edited = منقول مع تحرير
story-carried-part = منقول جزئيًا
story-fullest = أكمل النصوص
story-own-text = نص خاص بها
story-credits = ينسب إلى { $agency }
story-agencys-own = نص الوكالة نفسها
story-agency-unread = من { $agency }، وهي لا تُقرأ هنا
story-outlet-unread = أولًا في { $outlet }، ونصها ليس هنا
story-earliest = أقدم نشر
story-first-reader = أول نشر، كما قال قارئ
story-first-copies = أول نشر، كما تقول نسخه
story-order-unknown = لا يُعرف أيها كان الأول
story-measured = النص الذي تُقاس به البقية
story-relation-whole = حرفيًا
story-relation-edited = محرّر
story-relation-part = جزئيًا
story-via-edits = بتعديلات { $outlet }
story-via-names = يسمّي { $outlet } مصدرًا له
story-via-after = بعد { $outlet }
story-via-unknown = الترتيب مجهول
story-what-changed = ما الذي غيّرته
story-share-kept = من النص أُبقي: ما الذي تغيّر
story-more-copies = { $n ->
    [one] نسخة أخرى
    [two] نسختان أخريان
    [few] { $n } نسخ أخرى
    [many] { $n } نسخة أخرى
   *[other] { $n } نسخة أخرى
}
story-more-texts = { $n ->
    [one] نص آخر
    [two] نصان آخران
    [few] { $n } نصوص أخرى
    [many] { $n } نصًا آخر
   *[other] { $n } نص آخر
}
story-sources = الجمل المستشهد بها
story-sources-show = { $n ->
    [one] مصدر واحد بكلماته
    [two] مصدران بكلماتهما
    [few] { $n } مصادر بكلماتها
    [many] { $n } مصدرًا بكلماتها
   *[other] { $n } مصدر بكلماتها
}
story-sources-none = لا استشهاد، إذ لا موجز.
story-affair = القضية الممتدة
story-affair-say = قصص قضية واحدة ممتدة، بالترتيب.
story-related = قصص ذات صلة
story-this = هذه القصة
story-both-speak = كلتاهما تذكر { $words }
story-ask = اسأل هذه القصة
story-ask-say = الجواب بجمل مصادرها نفسها، أو لا جواب.
story-ask-button = اسأل
story-end-read = قرأت هذه القصة.
story-end = هذه هي القصة حتى الآن.
story-unread = علّمها غير مقروءة
story-done = تمّت، العودة إلى العدد
story-star = ضع نجمة
story-unstar = أزل النجمة
story-next-in-edition = التالية في هذا العدد
story-json = نفسه بصيغة JSON

why = لماذا هو هنا
why-nearest = أقرب قصة أخرى:
why-split = جاء إلى هنا حين انقسمت قصته اثنتين؛ والكلمات التي تميّز هذا الجزء من الآخر:
why-like = يشبه القصة بنسبة { $score }؛ وكان المطلوب حينها { $needed }. وما حسم الأمر:
why-opened-near = به بدأت القصة: لم يشبهه شيء هنا بما يكفي ({ $score }؛ وكان المطلوب حينها { $needed }).
why-opened = به بدأت القصة: لم يشبهه شيء هنا.
why-copy = هو نسخة من نص في القصة.
why-reader = قال قارئ إن مكانه هنا.
why-kind = ليس مقالًا قائمًا بذاته ولا ينضم إلى شيء.
log = ما جرى لهذه القصة
log-merged = صارت قصة أخرى جزءًا من هذه
log-merged-reader = قال قارئ إنهما قصة واحدة
log-merged-like = أشبه مقال كلتيهما، وتتشابهان بنسبة { $score }؛ وكان المطلوب { $needed }
log-left = خرجت مقالات إلى قصة خاصة بها
log-reader = قال ذلك قارئ
log-unlike = لا يتشابه الجزآن إلا بنسبة { $score }؛ والمسموح { $needed }
log-was-part = كانت هذه القصة جزءًا من أخرى
log-own-reader = قال قارئ إنها قصة قائمة بذاتها
log-moved = نُقل مقال
log-moved-reader = قال قارئ أين مكانه

sort = هل هذا صحيح؟
sort-undo = تراجَع عنه
sort-choose = اختر
sort-text = { $outlet }: { $headline }
sort-near = قصة قريبة منها
sort-address = عنوان صفحتها هنا
sort-or-address = أو عنوان صفحتها هنا
sort-split = بعض هذه قصة قائمة بذاتها
sort-split-which = أيها؟ تذهب نسخها معها، وتذهب المقالات اللاحقة إلى الأقرب منهما.
sort-first = لا يُعرض سوى أول { $n }.
sort-split-do = افصل هنا
sort-merge = هي وقصة أخرى قصة واحدة
sort-merge-do = ادمجهما
sort-belongs = مقال ينتمي إلى قصة أخرى
sort-which = أي مقال
sort-belongs-do = مكانه هناك
sort-never = اثنان من هذه لا يجتمعان أبدًا
sort-goes = الذي يذهب
sort-stays = الذي يبقى
sort-never-do = لا يجتمعان
sort-holds = ما تقوله يسري على كل من يقرأ هنا. يُحفظ، ولا يُحذف شيء.
sort-all = كل التصحيحات
sort-may-not = تُرتَّب القصص للجميع معًا: يستطيع مالك هذه الدار أو محررها تغيير موضع مقال.
sort-no-kind = لا تذكر الاستمارة ما الخطأ.
sort-choose-article = اختر المقال.
sort-choose-story = اختر القصة الأخرى أو اذكر عنوان صفحتها هنا.

## المصادر الأصلية

origins-uncounted = لم تُعدّ بعد
origins-none-known = { $n ->
    [one] نص واحد مجهول المصدر
    [two] نصان مجهولا المصدر
    [few] { $n } نصوص مجهولة المصدر
    [many] { $n } نصًا مجهول المصدر
   *[other] { $n } نص مجهول المصدر
}
origins-and-unknown = { $n } مجهول
wire-reading = { $articles }، كل في ساعته
wire-legend = كل مقال في وقته، من الأول إلى الأحدث. الممتلئ نشر نصه أولًا، والفارغ نقله.
wire-span = خلال { $span }
text-carried = { $n ->
    [zero] لم يُنقل
    [one] نُقل مرة واحدة
    [two] نُقل مرتين
    [few] نُقل { $n } مرات
    [many] نُقل { $n } مرة
   *[other] نُقل { $n } مرة
}
text-agency = نص الوكالة نفسها
text-from = من { $agency }
text-earliest = الأسبق
text-order-unknown = الترتيب مجهول
text-also = نشرته أيضًا { $names }

## لماذا تقف القصة حيث تقف

why-origins = { $n ->
    [zero] بلا مصدر أصلي
    [one] مصدر أصلي واحد
    [two] حتى مصدرين أصليين
    [few] حتى { $n } مصادر أصلية
    [many] حتى { $n } مصدرًا أصليًا
   *[other] حتى { $n } مصدر أصلي
}
why-old = عمرها { $age }
why-under-an-hour = أقل من ساعة
why-seen = عمر أحدث نصوصها منذ رؤيته أول مرة: { $age }
why-grown = +{ $n } في { $hours } ساعات
why-further = { $n ->
    [zero] لا مصدر آخر في آخر { $hours } ساعات
    [one] مصدر آخر واحد في آخر { $hours } ساعات
    [two] مصدران آخران في آخر { $hours } ساعات
    [few] { $n } مصادر أخرى في آخر { $hours } ساعات
    [many] { $n } مصدرًا آخر في آخر { $hours } ساعات
   *[other] { $n } مصدر آخر في آخر { $hours } ساعات
}
why-counted = { $came }، حُسب منها { $most }
why-you-follow = تتابع { $names }
why-follow = تتابع { $names }
why-no-origin = لا مصدر أصليًا معروفًا، حُسب واحدًا
why-most = على الأكثر { $origins }
why-most-and-unknown = على الأكثر { $origins }، ونصف للنصوص مجهولة المصدر
rule-origins = المصادر الأصلية
rule-origins-say = { $points } نقطة لكل تضاعف في المصادر المستقلة ({ $examples }). والنسخ لا تُحسب مهما كثرت الصحف التي تنقلها. والنصوص المجهولة المصدر كلها معًا نصف مصدر.
rule-fresh = الحداثة
rule-fresh-say = { $points } نقطة لنص هذه اللحظة، تذوب بانتظام حتى تنعدم في { $hours } ساعة: و{ $half } ساعات تعادل نصف المصادر. ويُحسب النص من أول نشره؛ فالنسخة اللاحقة لا تجدد شيئًا.
rule-growth = النمو
rule-growth-say = { $points } نقطة لكل مصدر آخر جاء في آخر { $hours } ساعات، لـ{ $most } منها على الأكثر.
rule-follow = ما تتابعه
rule-follow-say = { $points } نقطة لكل ما في القصة مما قلت إنك تتابعه، لـ{ $most } على الأكثر.

## المفاتيح والبرنامج

keys-title = المفاتيح
keys-say = تعمل كل صفحة بدونها. وهي تحتاج إلى تشغيل البرامج، وتصمت أثناء الكتابة.
keys-next = القصة أو المقال التالي
keys-before = ما قبله
keys-open = افتحه
keys-original = افتح الأصل
keys-read = علّمه مقروءًا أو غير مقروء
keys-star = ضع نجمة أو ارفعها
keys-pages = صفحة القائمة السابقة والتالية
keys-back = رجوع
keys-search = ابحث
keys-help = هذه المفاتيح
keys-close = أغلق ما فوق الصفحة
script-close = إغلاق
script-copy = انسخ بصيغة Markdown
script-copied = نُسخ
script-read = عُلّم مقروءًا
script-unread = عُلّم غير مقروء
script-starred = وُضعت النجمة
script-unstarred = رُفعت النجمة
script-failed = لم يتم ذلك. افتح الصفحة من جديد وحاول هناك.
live-page = { $n ->
    [zero] لا مقال جديدًا منذ فتحت هذه الصفحة
    [one] مقال جديد واحد منذ فتحت هذه الصفحة
    [two] مقالان جديدان منذ فتحت هذه الصفحة
    [few] { $n } مقالات جديدة منذ فتحت هذه الصفحة
    [many] { $n } مقالًا جديدًا منذ فتحت هذه الصفحة
   *[other] { $n } مقال جديد منذ فتحت هذه الصفحة
}
live-story = { $n ->
    [zero] لا جديد في هذه القصة
    [one] مقال جديد واحد في هذه القصة
    [two] مقالان جديدان في هذه القصة
    [few] { $n } مقالات جديدة في هذه القصة
    [many] { $n } مقالًا جديدًا في هذه القصة
   *[other] { $n } مقال جديد في هذه القصة
}
origins-at-most = على الأكثر { $origins }
origins-summary = عدد المقالات: { $articles }؛ الوسائل: { $outlets }.
origins-publishers = { $n ->
    [one] تعود إلى ناشر واحد.
    [two] تعود إلى ناشرين.
    [few] تعود إلى { $n } ناشرين.
    [many] تعود إلى { $n } ناشرًا.
   *[other] تعود إلى { $n } ناشر.
}
origins-publishers-most = { $n ->
    [one] تعود إلى ناشر واحد على الأكثر؛
    [two] تعود إلى ناشرين على الأكثر؛
    [few] تعود إلى { $n } ناشرين على الأكثر؛
    [many] تعود إلى { $n } ناشرًا على الأكثر؛
   *[other] تعود إلى { $n } ناشر على الأكثر؛
}
origins-unlisted = { $n ->
    [one] وسيلة واحدة ليست في أي قائمة وتُعدّ قائمة بذاتها.
    [two] وسيلتان ليستا في أي قائمة وتُعدّ كل منهما قائمة بذاتها.
    [few] { $n } وسائل ليست في أي قائمة وتُعدّ كل منها قائمة بذاتها.
    [many] { $n } وسيلة ليست في أي قائمة وتُعدّ كل منها قائمة بذاتها.
   *[other] { $n } وسيلة ليست في أي قائمة وتُعدّ كل منها قائمة بذاتها.
}
origins-since = { $n ->
    [one] جاء مقال منذ ذلك الحين وسيُعدّ مع الموجز التالي.
    [two] جاء مقالان منذ ذلك الحين وسيُعدّان مع الموجز التالي.
    [few] جاءت { $n } مقالات منذ ذلك الحين وستُعدّ مع الموجز التالي.
    [many] جاء { $n } مقالًا منذ ذلك الحين وستُعدّ مع الموجز التالي.
   *[other] جاء { $n } مقال منذ ذلك الحين وستُعدّ مع الموجز التالي.
}
origins-agency = { $name }، بصفتها وكالة
origins-publisher = { $name }، مالك عدة وسائل
origins-unknown-head = المصدر الأصلي مجهول
origins-unknown-say = { $carried }. قد يأتي أي منها من مصدر أعلاه: لا يُعدّ شيء منها مستقلًا.
origins-carried = { $articles }، { $texts }
origins-another = وسيلة أخرى
origins-more = و{ $n } غيرها
origins-own-say = هذا عدّ للجميع: { $here } يغيّر ترتيب النسخ لك، لا ما يُعدّ.
origins-own-corrections = ما قلته لنفسك
origins-wait = تُعدّ المصادر الأصلية لهذه القصة حين يُكتب موجزها المقبل.
origins-lineage = من أخذ عمّن
origins-how = كيف جرى هذا العدّ
origins-how-say = كل مرات نشر النص الواحد نص واحد؛ وكل نصوص وكالة واحدة، أو وسيلة واحدة، أو وسائل تنسبها قائمة إلى ناشر واحد، مصدر أصلي واحد. والعدد حدّ أعلى: فقد يكون لنصين لا يظهر لهما أصل مشترك أصل مشترك مع ذلك.
origins-lists = قوائم الناشرين
ground-reader = قال قارئ إن { $outlet } نشرته أولًا.
ground-first = سطر في النص يقول إنه ظهر أولًا في { $outlet }.
ground-link = ما تُظهره مرات النشر يقود إلى { $outlet }.
ground-credit-all = مرات نشره تنسبه إلى الوكالة.
ground-credit = ينسب إلى الوكالة.
ground-agency = نشرته الوكالة نفسها.
ground-earliest = نشرته { $outlet } قبل كل وسيلة أخرى تُقرأ هنا.
ground-alone = لا نص آخر هنا فيه كلماته، ولا ينسب إلى أحد.
ground-house = لا يُعرف أي نشر كان الأول، لكنها كلها من دار واحدة.
ground-order = نشره عدة، ولا شيء يُظهر من سبق.
ground-unseen = أول نشر له ليس مما يمكنك رؤيته.
ground-stump = لا يُقرأ منه سوى أوله: لا شيء للمقارنة.
ground-short = كلماته أقل من أن تدل على صاحبها.
ground-gathers = صفحة تجمع ما كتبه آخرون.
ground-no-outlet = لا يسمّي أحد وسيلته.

## عائلة نص

family-story = قصته
family-outlets = { $n ->
    [one] وسيلة إعلام واحدة
    [two] وسيلتي إعلام
    [few] { $n } وسائل إعلام
    [many] { $n } وسيلة إعلام
   *[other] { $n } وسيلة إعلام
}
family-heading-agency = كيف بلغ نص واحد من { $agency } { $outlets }
family-heading = كيف بلغ نص واحد { $outlets }
family-alone = نص واحد لوسيلة واحدة
family-n-whole = { $n ->
    [one] مرة حرفيًا
    [two] مرتين حرفيًا
    [few] { $n } مرات حرفيًا
    [many] { $n } مرة حرفيًا
   *[other] { $n } مرة حرفيًا
}
family-n-edited = { $n ->
    [one] مرة مع تحرير
    [two] مرتين مع تحرير
    [few] { $n } مرات مع تحرير
    [many] { $n } مرة مع تحرير
   *[other] { $n } مرة مع تحرير
}
family-n-part = { $n ->
    [one] مرة جزئيًا
    [two] مرتين جزئيًا
    [few] { $n } مرات جزئيًا
    [many] { $n } مرة جزئيًا
   *[other] { $n } مرة جزئيًا
}
family-carried = نُقل { $parts }.
family-agencys-own = نشرته { $agency } نفسها.
family-agency-unread = هو من { $agency }، وهي لا تُقرأ هنا.
family-outlet-unread = كان عند { $outlet } أولًا؛ ونشرها ليس هنا.
family-first-reader = كان عند { $outlet } أولًا، كما قال قارئ.
family-order-unknown = لا يُعرف من نشره منها أولًا.
family-no-other = لا تنقله وسيلة أخرى.
family-first = نشرته { $outlet } أولًا.
family-measured = تُقاس البقية بالنص في { $outlet }.
family-own-text = نص خاص بها
family-fullest = أكمل النصوص
family-against-common = ما تشترك فيه أكثر مرات النشر
family-against-first = أول نشر
family-an-agency = وكالة
family-took-why = { $outlet }: { $why }
family-others-show = تُظهر مرات النشر الأخرى أنه كان عندها أولًا
family-not-shown = نشر لا يُعرض هنا
family-dateline = { $agency } في سطر المكان
family-order-untold = مجهول: الأوقات لا تدل على الترتيب
family-unread = لم يُقرأ بعد
clue-reader = قال ذلك قارئ
clue-edits = يكرر تعديلات لا توجد إلا هناك
clue-line = سطر فيه يقول أين ظهر أولًا
clue-link = صفحته تسمّي ذلك النشر مصدرًا لها
clue-carried = الصفحة التي تحمله تسمّي مصدره
clue-credit = ينسب إلى الوكالة
clue-dateline = الوكالة في سطر مكانه
family-same-minute = في الدقيقة نفسها
family-later-minutes = بعد { $minutes } د
family-later-hours = بعد { $hours } س
family-later-both = بعد { $hours } س { $minutes } د
family-later-days = { $n ->
    [one] بعد يوم
    [two] بعد يومين
    [few] بعد { $n } أيام
    [many] بعد { $n } يومًا
   *[other] بعد { $n } يوم
}
family-printings = من نشره
family-printings-say = كل نشر تحت الذي أُخذ عنه. والمُبقى هو نصيب كلمات أول نشر الموجودة في هذا أيضًا؛ و«قارن» يقود إلى ما تغيّر.
family-outlet = الوسيلة
family-headline = العنوان
family-printed = النشر
family-took = أُخذ عن
family-kept = المُبقى
family-compare = قارن
family-compare-with = قارن { $outlet } مع { $measure }
family-shows = ما يدل عليه
family-remembered = يُحفظ، ولا يُحذف شيء.
doubt-another = نشر آخر
doubt-edits = يشترك في تعديلات مع { $outlet }
doubt-says = يقول
doubt-names = صفحته تسمّي مصدرًا لها
doubt-carried = هو في صفحة تسمّي
doubt-credit = نص نسبته
doubt-dateline = سطر مكانه
doubt-but = لكن { $why }.
doubt-earlier = نشر آخر يذكر وقتًا أسبق
doubt-clock = { $n ->
    [one] ساعته تسبق بساعة النص الذي ينسب إليه، نص { $outlet }
    [two] ساعته تسبق بساعتين النص الذي ينسب إليه، نص { $outlet }
    [few] ساعته تسبق بـ{ $n } ساعات النص الذي ينسب إليه، نص { $outlet }
    [many] ساعته تسبق بـ{ $n } ساعة النص الذي ينسب إليه، نص { $outlet }
   *[other] ساعته تسبق بـ{ $n } ساعة النص الذي ينسب إليه، نص { $outlet }
}
doubt-time = الوقت الذي يذكره يسبق وقت { $outlet }
but-later = { $outlet } نشرته لاحقًا
but-undirected = لا شيء يُظهر أيهما سبق: لا يمكن معرفة ترتيبهما
but-reader-first = قال قارئ إنه كان الأول
but-others-point = تشير إليه مرات النشر الأخرى
but-nothing = لا شيء آخر يؤيد ذلك
but-own-credit = نسبته نفسها تسمّي مصدرًا آخر
but-others-name = غيره يسمّي ذاك أولًا: لا يمكن معرفة الترتيب
but-order = لا شيء يُظهر أي نشر كان الأول: لا يمكن معرفة الترتيب
but-reader = قال قارئ إنه كان عند { $outlet } أولًا
but-edits = يكرر تعديلات لا توجد إلا في { $outlet }
but-zone = الساعات الكاملة هي ما تُظهره ساعة في منطقة أخرى، والنسبة أرجح
but-clock = ما يقوله عن مصدره أرجح من ساعة
but-line = سطر فيه يسمّي { $outlet } أولًا
but-link = صفحته تسمّي { $outlet } مصدرًا لها
but-carried = الصفحة التي تحمله تسمّي { $outlet }
but-credit = ينسب إلى { $outlet }
but-others = تُظهر مرات النشر الأخرى أنه كان عند { $outlet } أولًا
but-before = { $outlet } نشرته قبله
but-held = تُعدّ { $outlet } مصدره

## صورة العائلة

lineage = كيف انتشر
lineage-say = يجري الزمن في اتجاه القراءة. ينزل خط من الصيغة القائمة حينها ويمتد إلى وقت النشر، فطوله هو التأخر. الحلقة هي النص كله، والقرص فيها هو النصيب المُبقى. المنقّط: بلا نسبة، عُرف من صياغته.
lineage-reading = { $first } و{ $n ->
    [one] نشر آخر واحد
    [two] نشران آخران
    [few] { $n } مرات نشر أخرى
    [many] { $n } مرة نشر أخرى
   *[other] { $n } مرة نشر أخرى
} عبر الزمن، كل على خط ما أُخذ عنه؛ والجدول أدناه يقول الشيء نفسه.
lineage-not-read = لا تُقرأ هنا
lineage-no-credit = بلا نسبة
lineage-no-time = بلا وقت
lineage-version = الصيغة { $n } من { $outlet }، { $time }
lineage-node = { $outlet }، { $time }: أُبقي { $share }
lineage-folded = { $n ->
    [one] +{ $n } خلال { $minutes } د
    [two] +{ $n } خلال { $minutes } د
    [few] +{ $n } خلال { $minutes } د
    [many] +{ $n } خلال { $minutes } د
   *[other] +{ $n } خلال { $minutes } د
}
lineage-more = { $n ->
    [one] نشر آخر مذكور في الجدول وحده.
    [two] نشران آخران مذكوران في الجدول وحده.
    [few] { $n } مرات نشر أخرى مذكورة في الجدول وحده.
    [many] { $n } مرة نشر أخرى مذكورة في الجدول وحده.
   *[other] { $n } مرة نشر أخرى مذكورة في الجدول وحده.
}

# ما يُعرض كخلاصة (‎/out/...‎، وسطر في كل صفحة من هذا النوع)
out-title = { $title } ({ $counts })
out-page = خلاصة هذه الصفحة
out-once = أعطِ أحد هذه العناوين لقارئ خلاصاتك الآن؛ فلن تُعرض مرة أخرى.
out-say = من يملك العنوان يقرأ كل ما يحق لك قراءته، ومنه النصوص الكاملة. والعنوان الجديد يُنهي ما قبله.
out-all = كل العناوين السرية
out-many = { $n ->
    [one] يوجد عنوان سري واحد بالفعل. أنهِه أولًا في الإعدادات.
    [two] يوجد عنوانان سريان بالفعل. أنهِ أحدهما أولًا في الإعدادات.
    [few] توجد { $n } عناوين سرية بالفعل. أنهِ أحدها أولًا في الإعدادات.
    [many] يوجد { $n } عنوانًا سريًا بالفعل. أنهِ أحدها أولًا في الإعدادات.
   *[other] يوجد { $n } عنوان سري بالفعل. أنهِ أحدها أولًا في الإعدادات.
}
out-did-end = لم يعد العنوان يفتح شيئًا.
out-addresses = العناوين السرية للخلاصات
out-addresses-help = من يملك عنوانًا كهذا يقرأ كل ما يحق لك قراءته. أما عناوين عمليات البحث المحفوظة فتجدها معها.
out-addresses-none = لا عناوين بعد. كل صفحة هي خلاصة أيضًا تعرض عنوانًا في أسفلها.
out-end-of = أنهِ عنوان { $name }
## لماذا لم يُفعل شيء أو لم يُقرأ

why-because = { $what }: { $why }
why-more = { $what } (و{ $n } غير ذلك)
why-stage-name = لم يُعرف عنوان اسمه
why-stage-connection = لم يتم الاتصال
why-stage-answer = لم يُجب
why-stage-end = لم تنتهِ إجابته
why-inward-loopback = أنه هذا الجهاز نفسه (loopback)
why-inward-this-net = أنه هذا الجهاز نفسه (0.0.0.0/8)
why-inward-private = أنه عنوان خاص
why-inward-carrier = أنه عنوان خاص لدى مزوّد الشبكة
why-inward-link-local = أنه عنوان محلي للوصلة
why-inward-many = أنه ليس عنوان جهاز واحد
why-inward-cloud = أن فيه بيانات جهاز سحابي
why-inward-reserved = أنه عنوان محجوز
why-inward-test-net = أنه عنوان شبكة اختبار
why-inward-documentation = أنه عنوان مخصص للأمثلة
why-inward-not-public = أنه ليس عنوانًا عامًا
why-inward-too-many = أن لاسمه عناوين أكثر مما يمكن فحصه
why-cause-nothing-listens = لا أحد يستقبل الاتصال هناك (connection refused)
why-cause-reset = أُعيد ضبط الاتصال من هناك
why-cause-aborted = قُطع الاتصال من هناك
why-cause-no-way = لا طريق إليه من هنا
why-cause-closed = أُغلق الاتصال من هناك
why-cause-closed-in-tls = أُغلق الاتصال من هناك أثناء الاتفاق على TLS
why-cause-expired = انتهت صلاحية شهادته
why-cause-not-yet-valid = لم يبدأ سريان شهادته بعد
why-cause-other-name = شهادته لاسم آخر
why-cause-unknown-issuer = أصدر شهادته من لا يثق به هذا الجهاز
why-cause-bad-signature = لم يوقّع شهادته المُصدر الذي تذكره
why-cause-revoked = أُلغيت شهادته
why-cause-bad-certificate = شهادته غير صالحة ({ $why })
why-cause-no-tls = ما يجيب هناك لا يستعمل TLS
why-cause-tls = تعذّر الاتفاق على TLS ({ $why })
why-bad-address = «{ $address }» ليس عنوانًا يمكن جلبه: يُكتب http:// أو https:// ثم المضيف
why-inward = لم يُطلب { $host }، والسبب { $why }؛ إن كان من أجهزة البيت فليُضف إلى قائمة المسموح (--allow { $host })
why-dns = تعذّرت معرفة عنوان الاسم { $host }
why-connect = تعذّر الوصول إلى { $host }: { $why }
why-tls = تعذّر الاتصال الآمن بـ { $host }: { $why }
why-slow = { $host }: { $why } خلال { $n } ث
why-no-answer = انقطع { $host } قبل أن يجيب: { $why }
why-not-http = ما يجيب به { $host } ليس HTTP
why-head-too-large = رأس إجابة { $host } أطول من { $n } بايت أو أسطره أكثر من { $lines }
why-too-large = الإجابة أكبر من { $n } بايت
why-ratio = تكبر الإجابة عند فكّها أكثر من { $n } مرة، ولا يفعل ذلك إلا فخ
why-layers = الإجابة مضغوطة أكثر من { $n } مرة، ولا يكون ذلك إلا في فخ
why-redirects = عدد الإحالات أكثر من { $n }
why-bad-redirect = يُحيل { $host } من غير أن يذكر إلى أين
why-redirect-away = يُحيل { $host } إلى { $to }، وهو عنوان لا يمكن جلبه
why-status = أجاب { $host } بالرمز { $status }
why-status-401 = يطلب اسمًا وكلمة مرور؛ تُحدَّد لهذه الخلاصة
why-status-403 = لا يسمح لهذا البرنامج إلا بشيء آخر؛ يُحدَّد الكوكي أو الترويسة التي منحها
why-status-404 = لا شيء هناك (أو لم يعد)؛ قد يذكر الموقع العنوان الجديد
why-status-407 = يطلب وكيل في الطريق كلمة مرور، وهذا البرنامج لا يستعمل واحدة
why-status-410 = أُزيل نهائيًا
why-status-429 = سُئل أكثر مما ينبغي؛ سيُترك الآن مدة أطول
why-status-451 = لا يُسمح بعرضه لأسباب قانونية
why-status-5xx = خلل من جهته
why-withheld = أجاب { $host } بالرمز { $status } بعد إحالة من { $from }: ترويسات الخلاصة والكوكي وكلمة المرور لا تُرسل إلا إلى عنوانها، فليُكتب العنوان الجديد ({ $to })
why-empty = أجاب { $host } بالرمز { $status } من غير محتوى
why-body = انقطعت الإجابة أو تعذّر فك ترميزها: { $why }
why-cut-short = الإجابة ناقصة: { $why }
why-encoding = الترميز «{ $name }» لا يُقرأ هنا (يُقرأ gzip وdeflate وbr وzstd)
why-later-asked = يُسأل { $host } ثانية بعد { $n } ث: طلب الصبر
why-later-busy = يُسأل { $host } ثانية بعد { $n } ث: تسبقه طلبات أخرى إليه
why-setup = تعذّر فتح الطريق إلى الخارج: { $why }
why-long = يتأخر { $address } في الإجابة
why-crashed = انقطعت قراءته داخل البرنامج: { $why }
why-feed-empty = الإجابة فارغة؛ ليُفحص العنوان في متصفح، فقد يتطلب تسجيل دخول أو يكون قد انتقل
why-feed-web-page = هذه صفحة ويب وليست خلاصة؛ يُكتب عنوان الخلاصة نفسها، أو تُضاف الصفحة ليُبحث عن خلاصاتها
why-feed-opml = هذه قائمة اشتراكات OPML وليست خلاصة؛ تُستورد ولا تُضاف
why-feed-sitemap-index = هذا فهرس خرائط موقع وليس خلاصة؛ تُكتب إحدى الخرائط التي يذكرها
why-feed-json = هذا JSON لكنه ليس JSON Feed؛ ليس فيه «items»
why-feed-broken-json = هذا JSON منقطع أو معيب ({ $why })؛ على الناشر أن يصلحه
why-feed-none = هذه ليست خلاصة: لا RSS ولا Atom ولا RDF ولا CDF ولا JSON Feed ولا خريطة أخبار؛ ليُفحص العنوان في متصفح
why-feed-too-large = حجم الخلاصة { $n } بايت، وأقصى ما يُقرأ { $limit }؛ يُطلب من الناشر أقصر منها
why-feed-address = «{ $address }» ليس عنوان خلاصة؛ يجب أن يبدأ بـ http:// أو https://
why-feed-private = هذا العنوان خلاصة خاصة لقارئ آخر؛ يُطلب من المالك أن يجعلها عامة
why-list-empty = الملف فارغ
why-list-not-opml = هذه ليست قائمة اشتراكات؛ تُصدَّر بصيغة OPML من القارئ الحالي
why-list-web-page = هذه صفحة ويب وليست قائمة اشتراكات؛ يُبحث فيها عن رابط ملف OPML
why-list-feed = هذه خلاصة وليست قائمة اشتراكات؛ يُضاف عنوانها بدلًا من ذلك
why-list-too-large = حجم الملف { $n } بايت، وأقصى ما يُقرأ { $limit }؛ يُقسَم
why-partly-cut = لم يُقرأ إلا ما سبق الانقطاع: { $why }
why-partly-over = تُركت { $n } من مداخلها، وقُرئ أحدث { $most }
why-moved-found = عُثر عليها في { $address }، وهو العنوان المعطى.
why-moved-for-good = انتقلت إلى هنا نهائيًا من { $address }.
why-header-hop = تتحكم في الاتصال، وهذا عمل البرنامج
why-header-frame = يضعها البرنامج بنفسه في كل طلب
why-header-speaks-for = تذكر مُرسلًا آخر
why-header-rewrites = تطلب عنوانًا أو طريقة غير ما فُحص
why-header-metadata = تفتح بيانات جهاز سحابي
why-header-who-asks = تقول من يسأل، وهذا جواب واحد للبيت كله (الإعداد contact)
why-header-browser = لا يضعها إلا متصفح
why-header-login = يُحدَّد الاسم وكلمة المرور بصفتهما هذه (basic auth) ليُحفظا سرًا
why-header-cookie = يُحدَّد الكوكي بصفته هذه ليُحفظ سرًا
why-sent-forbidden = لا يمكن وضع الترويسة { $name } لخلاصة: { $why }
why-sent-bad-name = «{ $name }» ليس اسم ترويسة: المسموح حروف لاتينية وأرقام و-
why-sent-bad-value = لا يمكن إرسال قيمة { $name }: المسموح حروف ASCII المطبوعة وحدها في سطر لا يزيد على { $n } بايت
why-sent-bad-login = لا يجوز أن يحوي اسم basic auth نقطتين رأسيتين، ولا الاسم وكلمة المرور فاصل أسطر
why-sent-too-many = للخلاصة { $n } ترويسة على الأكثر
why-choice-too-long = { $name } أطول من { $n } بايت
why-choice-text-from = قيمة text-from هي auto أو feed أو page، لا «{ $value }»
why-choice-yes-or-no = قيمة { $name } هي yes أو no، لا «{ $value }»
why-choice-to-writer = قيمة to-writer هي yes أو no أو auto، لا «{ $value }»
why-choice-header = تُكتب الترويسة هكذا NAME: VALUE؛ ومن غير قيمة تُزال
why-choice-login = يُكتب basic-auth هكذا NAME:PASSWORD
why-choice-access = لا يمكن إلا إزالة access (access=none)؛ تُحدَّد header أو cookie أو basic-auth
why-choice-unknown = لا خيار اسمه «{ $name }»؛ الخيارات { $there }
why-choice-interval = قيمة interval هي auto أو مدة مثل 30m أو 2h أو 1d، لا «{ $value }»
why-choice-too-seldom = أقصى interval هو 30d؛ ولترك قراءة خلاصة تُوقف مؤقتًا (طُلب { $value })
why-choice-too-often = أدنى interval في هذا البيت { $value } (الإعداد poll-minutes) ليُترك الناشرون في راحة
why-choice-no-reader = المجلد ملك لقارئ، ولا قارئ في هذا البيت بعد
why-choice-others-private = هذه خلاصة خاصة لقارئ آخر: هو وحده من يسمح بإرسال نصوصها إلى الكاتب الآلي
why-owners-too-large = حجم القائمة { $n } بايت، وأقصى ما يُقرأ { $most }؛ تُدخل في عدة قوائم
why-owners-utf16 = القائمة بترميز UTF-16؛ تُحفظ بترميز UTF-8 («CSV UTF-8» في برنامج الجداول)
why-owners-no-utf8 = السطر { $n } ليس بترميز UTF-8؛ تُحفظ القائمة بترميز UTF-8
why-owners-empty = القائمة فارغة؛ يذكر سطرها الأول الأعمدة: outlet,publisher
why-owners-no-outlet = لا تذكر القائمة وسيلة إعلام مع ناشرها
why-owners-broken = تتعذّر قراءة القائمة: { $why }
why-owners-no-columns = يجب أن يذكر السطر 1 الأعمدة: publisher ومعه outlet أو domain (أو كلاهما)، مثل outlet,publisher
why-owners-no-json = ليس JSON على الصورة { $form }: { $why }
why-owners-no-toml = ليس TOML على الصورة { $form }: { $why }
why-owners-too-many = { $at }: في القائمة { $n } وسيلة على الأكثر؛ تُدخل في عدة قوائم
why-owners-many-lists = في البيت { $n } قائمة للناشرين؛ يُزال بعضها أو تُدخل هذه مكانها
why-owners-no-such = لا قائمة للناشرين برقم { $number }؛ يعرضها الأمر `wireroom publishers list`
why-wrong-key = { $file }، «{ $key }»
why-wrong-too-large = أكبر من { $n } بايت؛ أهو الملف الصحيح؟
why-wrong-toml = ليس TOML: { $why }؛ يُكتب { $form }
why-wrong-toml-line = السطر { $line } ليس TOML: { $why }؛ يُكتب { $form }
why-wrong-no-key = لا مفتاح بهذا الاسم؛ المفاتيح { $there }
why-wrong-not-quoted = توضع كل قيمة في القائمة بين علامتي اقتباس
why-wrong-no-text = تُكتب قيمة واحدة بين علامتي اقتباس، أو قائمة منها بين قوسين مربعين
why-wrong-many-hosts = { $n } على الأكثر؛ توضع البقية في ملف ثانٍ
why-wrong-name-no-host = «{ $name }» ليس مضيفًا؛ يُسمّى الملف press.example.toml أو يُكتب { $form }
why-wrong-no-host = «{ $name }» ليس مضيفًا؛ يُكتب من غير https:// أو مسار أو *، مثل «press.example» (ويشمل ما تحته من مضيفين)
why-wrong-many-selectors = { $n } محدِّدًا على الأكثر؛ يُجمع بعضها بفواصل
why-wrong-long-selector = للمحدِّد { $n } حرف على الأكثر
why-wrong-no-selector = «{ $name }» ليس محدِّد CSS؛ يُكتب كما في ورقة الأنماط، مثل «div.story-text» أو «#content p»
why-wrong-on-off = يُكتب «off» أو «on»
why-wrong-twice = يُذكر { $host } في { $other } أيضًا، وهو المعمول به؛ يُحذف من أحدهما
why-wrong-folder = تتعذّر قراءة المجلد: { $why }
why-wrong-many-files = يُقرأ { $n } ملف على الأكثر؛ ويُترك الباقي
why-wrong-unread = تتعذّر قراءته: { $why }
why-sorted-none-chosen = تُختار مقالات من هذه القصة: تلك التي هي قصة قائمة بذاتها.
why-sorted-nothing-stays = هذه مع نسخها كل مقالات القصة: لن يبقى فيها شيء.
why-sorted-closing = البيت يُغلق الآن
why-sorted-no-split = لم يُفصل شيء
why-sorted-one-already = هاتان قصة واحدة أصلًا.
why-sorted-no-article = إحدى القصتين لا مقال فيها.
why-sorted-forbidden = قال قارئ إن هاتين ليستا قصة واحدة، أو إن مقالات منهما لا تجتمع أبدًا. يُسحب ذلك أولًا في صفحة التصحيحات.
why-sorted-not-one = تعذّر جعل القصتين قصة واحدة.
why-sorted-no-story = لا قصة برقم { $id } في هذا البيت.
why-sorted-too-many = عدد التصحيحات السارية { $n }؛ يُسحب منها ما لم يعد مهمًا
why-sorted-same = القول في نصين يحتاج إلى مقالين مختلفين
why-sorted-unknown = لا مقال برقم { $id } في هذا البيت
why-there-feed = لا خلاصة برقم { $id }
why-there-last-owner = { $name } هو مالك البيت الوحيد؛ يُعيَّن مالك آخر قبل ذلك، أو يُحذف مجلد البيانات لإنهاء البيت
why-there-block = «{ $name }» ليس كتلة؛ تُفتح صفحة الموقع من جديد
why-there-page-gone = لم تعد { $address } محفوظة؛ تُختار صفحة أحدث أو يُزاد raw-mb وraw-days
why-there-no-site = لم تُقرأ { $address } على أنها صفحة موقع
why-there-page = لا صفحة كهذه
why-there-private-page = جاءت هذه الصفحة من خلاصة خاصة، ولا يُحفظ كلامها حيث يراه غير صاحبها؛ يُحذف العنصر في قاعدة خاصة بدلًا من ذلك
why-there-paragraph = لم تعد هذه الفقرة في الصفحة؛ تُفتح من جديد
why-there-no-folder = لا مجلد لالقواعد الخاصة في هذا البيت
why-there-no-host = «{ $host }» ليس مضيفًا
why-there-not-written = تتعذّر الكتابة في { $path }: { $why }
why-there-user = لا حساب برقم { $id }
why-there-block-of = لا كتلة كهذه معروفة في { $host }؛ تُفتح صفحته من جديد
why-there-correction = لا تصحيح ساريًا برقم { $number }
why-there-endless = العمل لا ينتهي؛ يُظهر `wireroom doctor` المهام التي تطلب نفسها
