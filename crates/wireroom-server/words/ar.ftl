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
number-decimal = ٫
percent = { $n }٪
bytes-b = { $n } بايت
bytes-kb = { $n } ك.ب
bytes-mb = { $n } م.ب
bytes-gb = { $n } ج.ب
bytes-tb = { $n } ت.ب

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
problem-tries-say = لمنع التخمين يتوقف الدخول بهذا الاسم بضع دقائق. حسابك وكل جلساتك باقية.
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
