//! Stories beside each other: threads, related stories, and the same event in six languages.

use crate::fixtures;
use crate::fixtures::story;
use std::collections::BTreeSet;
use wireroom_model::{Article, Lang, StoryId, Time, When};
use wireroom_story::{Affairs, Bond, Changed, Item, MAX_RELATED, Profile};

fn article(lang: &str, day: i64, title: &str, body: &str) -> Article {
    Article {
        lang: Lang::parse(lang),
        published: Time::At(When::from_unix(1_773_000_000 + day * 86_400).unwrap()),
        ..fixtures::article(1, title, body)
    }
}

fn profile(article: &Article) -> Profile {
    Profile::of(&[Item { article, family: None }], article.published.sort_key().unwrap())
}

/// Two events, each in six languages: a dam that gave way, and a month later the trial of its keeper.
const DAM: [(&str, &str, &str); 6] = [
    (
        "en",
        "Dam bursts above Velmora, 1,340 people leave their homes",
        "The Karsk dam gave way on Tuesday night above the town of Velmora, and 1,340 people had to leave their homes. \
         The engineer Pavel Drozdov said that 27 million cubic metres of water ran down the valley within 95 minutes. \
         Interior minister Lena Hartwig came to Velmora with 460 soldiers. Ukraine and Poland sent pumps. Drozdov had \
         warned of cracks in the Karsk dam.",
    ),
    (
        "de",
        "Damm über Velmora gebrochen: 1.340 Menschen verlassen ihre Häuser",
        "Der Damm von Karsk oberhalb der Stadt Velmora ist in der Nacht gebrochen. 1.340 Menschen mussten ihre Häuser \
         verlassen. Der Ingenieur Pawel Drosdow sagte, 27 Millionen Kubikmeter Wasser seien in 95 Minuten durch das Tal \
         gelaufen. Die Innenministerin Lena Hartwig kam mit 460 Soldaten nach Velmora. Die Ukraine und Polen schickten \
         Pumpen.",
    ),
    (
        "fr",
        "Un barrage cède au-dessus de Velmora, 1 340 habitants évacués",
        "Le barrage de Karsk a cédé dans la nuit au-dessus de Velmora. Quelque 1 340 habitants ont dû partir. Selon \
         l'ingénieur Pavel Drozdov, 27 millions de mètres cubes sont descendus dans la vallée en 95 minutes. La ministre \
         Lena Hartwig est venue à Velmora avec 460 soldats. L'Ukraine et la Pologne ont envoyé des pompes.",
    ),
    (
        "ru",
        "Над Велморой прорвало плотину, 1340 человек покинули дома",
        "Ночью прорвало плотину Карск над городом Велмора. Свои дома покинули 1340 человек. Инженер Павел Дроздов \
         сообщил, что за 95 минут по долине прошло 27 млн кубометров воды. Министр Лена Хартвиг приехала в город \
         с 460 солдатами. Украина и Польша прислали насосы. По словам Павла Дроздова, трещины видели давно.",
    ),
    (
        "zh",
        "大坝决口 1340人撤离家园",
        "星期二夜间，城市上游的大坝决口，1340人被迫离开家园。工程师Pavel Drozdov说，95分钟内有2700万立方米的水涌入山谷。\
         内政部长Lena Hartwig带领460名士兵赶到Velmora。乌克兰和波兰送来了水泵。",
    ),
    (
        "ar",
        "انهيار سد فوق فيلمورا وإجلاء ١٣٤٠ شخصا",
        "انهار سد كارسك ليلة الثلاثاء فوق بلدة فيلمورا، واضطر ١٣٤٠ شخصا إلى ترك منازلهم. وقال المهندس بافيل دروزدوف إن ٢٧ \
         مليون متر مكعب من المياه جرفت الوادي في ٩٥ دقيقة. ووصلت وزيرة الداخلية لينا هارتفيغ إلى فيلمورا مع ٤٦٠ جنديا. وأرسلت \
         أوكرانيا وبولندا مضخات. وكان بافيل دروزدوف قد حذر من تشققات.",
    ),
];

const TRIAL: [(&str, &str, &str); 6] = [
    (
        "en",
        "Keeper of the Karsk dam goes on trial in Velmora",
        "The trial of Anton Reznik, keeper of the Karsk dam, opened in Velmora on Monday. The court heard 18 witnesses, \
         and prosecutor Ida Salonen asked for 14 years. Reznik, 58, is to have ignored 212 messages about cracks. The \
         engineer Pavel Drozdov told the court that damage came to 3.6 billion crowns. Judges from Poland watched.",
    ),
    (
        "de",
        "Prozess gegen den Wärter des Damms von Karsk beginnt",
        "In Velmora hat der Prozess gegen Anton Resnik begonnen, den Wärter des Damms von Karsk. Das Gericht hörte 18 \
         Zeugen, die Staatsanwältin Ida Salonen forderte 14 Jahre. Der 58 Jahre alte Resnik soll 212 Meldungen über Risse \
         übergangen haben. Der Ingenieur Pawel Drosdow bezifferte den Schaden auf 3,6 Milliarden Kronen. Auch aus Polen \
         kamen Richter.",
    ),
    (
        "fr",
        "Le gardien du barrage de Karsk devant ses juges",
        "Le procès d'Anton Reznik, gardien du barrage de Karsk, s'est ouvert à Velmora. Le tribunal a entendu 18 témoins et \
         la procureure Ida Salonen a requis 14 ans. Anton Reznik, 58 ans, aurait ignoré 212 messages. L'ingénieur Pavel \
         Drozdov a chiffré les dégâts à 3,6 milliards de couronnes. Des juges de Pologne étaient présents.",
    ),
    (
        "ru",
        "Начался суд над смотрителем плотины Карск",
        "В городе Велмора начался суд над смотрителем плотины Карск, его зовут Антон Резник. Суд выслушал 18 свидетелей, \
         прокурор Ида Салонен попросила 14 лет. Говорят, 58-летний Антон Резник оставил без ответа 212 сообщений. Инженер \
         Павел Дроздов оценил ущерб в 3,6 млрд крон. Из Польши приехали судьи.",
    ),
    (
        "zh",
        "大坝管理员受审",
        "大坝管理员Anton Reznik的审判在Velmora开庭。法庭听取了18名证人的陈述，检察官Ida Salonen要求判处14年徒刑。\
         58岁的Reznik据称无视了212条消息。工程师Pavel Drozdov说，损失达36亿克朗。波兰的法官旁听了审判。",
    ),
    (
        "ar",
        "محاكمة حارس السد في فيلمورا",
        "بدأت في فيلمورا محاكمة أنطون ريزنيك حارس السد. واستمعت المحكمة إلى 18 شاهدا، وطلبت المدعية إيدا سالونين السجن 14 عاما. \
         ويتهم أنطون ريزنيك، وعمره 58 عاما، بأنه تجاهل 212 رسالة. وقدر المهندس بافيل دروزدوف الأضرار بنحو 3.6 مليار كرونة. وحضر \
         قضاة من بولندا.",
    ),
];

/// What has nothing to do with either and stands there at the same time, with some of the same figures.
const OTHERS: [(&str, &str, &str); 6] = [
    (
        "en",
        "Cheese market of Oldbridge sells out",
        "Oldbridge sold 460 wheels of cheese within 95 minutes on Tuesday. Mayor Nora Blythe thanked the 27 farms of Tarn \
         Valley, and Blythe promised another market in May.",
    ),
    (
        "de",
        "Lena Brandauer gewinnt den Lauf um den See",
        "Lena Brandauer aus Graz hat den Lauf um den Attersee gewonnen. 1.340 Läufer standen am Start, das Ziel sahen 1.212. \
         Brandauer brauchte 95 Minuten. Die Polin Ewa Nowak wurde Zweite.",
    ),
    (
        "fr",
        "À Lorval, le théâtre rouvre ses portes",
        "Le théâtre de Lorval a rouvert après 14 ans. Anton Delmas, son directeur, attend 460 spectateurs. La mairie a payé \
         18 millions d'euros, selon Ida Morel.",
    ),
    (
        "ru",
        "В зоопарке родились два снежных барса",
        "В зоопарке города Лесной родились два снежных барса. Директор Павел Котов сообщил, что за ними смотрят 18 человек. \
         Посетителей пустят через 95 дней, когда барсы подрастут.",
    ),
    (
        "zh",
        "动物园两只雪豹出生",
        "动物园有两只雪豹出生。园长说，有18人照顾它们，95天后开放参观。去年有460万人参观了动物园。",
    ),
    (
        "ar",
        "سوق الكتب القديمة تفتح أبوابها في المدينة",
        "افتتح رئيس البلدية سوق الكتب القديمة وحضر 460 زائرا في اليوم الأول. وقال بائع يدعى سامي الطحان إن 27 مكتبة تشارك فيها \
         وإن السوق تستمر 95 يوما. وجاء ضيوف من بولندا، وبيعت 1340 نسخة من ديوان واحد.",
    ),
];

fn all() -> Vec<Article> {
    let of = |day: i64| move |&(lang, title, body): &(&str, &str, &str)| article(lang, day, title, body);
    DAM.iter().map(of(0)).chain(TRIAL.iter().map(of(30))).chain(OTHERS.iter().map(of(0))).collect()
}

/// Stories 1 to 6 are the dam, 7 to 12 the trial, 13 to 18 the others.
fn house() -> (Affairs, Vec<Changed>) {
    let mut affairs = Affairs::default();
    let all = all();
    for (number, article) in (1..).zip(&all) {
        affairs.put(story(number), profile(article));
    }
    let said =
        (1..).zip(&all).map(|(number, article)| affairs.put(story(number), profile(article))).collect();
    (affairs, said)
}

fn told(changed: &Changed, of: u64, bond: Bond) -> BTreeSet<u64> {
    let ties = changed.ties.iter().filter(|(from, tie)| *from == story(of) && tie.bond == bond);
    ties.map(|(_, tie)| tie.other.get()).collect()
}

#[test]
fn one_event_is_linked_over_six_languages_and_no_other_event_with_it() {
    let (_, said) = house();
    let mut missing = Vec::new();
    for number in 1..=18_u64 {
        let found = told(&said[number as usize - 1], number, Bond::Tongue);
        let same: BTreeSet<u64> = match number {
            1..=6 => (1..=6).filter(|&other| other != number).collect(),
            7..=12 => (7..=12).filter(|&other| other != number).collect(),
            _ => BTreeSet::new(),
        };
        assert!(found.is_subset(&same), "{number}: {found:?}");
        missing.extend(same.difference(&found).map(|&other| (number, other)));
    }
    assert_eq!(missing, [], "an event is not known again in another language");
}

#[test]
fn two_events_of_one_affair_are_a_thread_in_order_of_time_named_by_what_they_share() {
    let (_, said) = house();
    assert_eq!(told(&said[0], 1, Bond::Thread), BTreeSet::from([7]));
    let thread = &said[0].threads[0];
    assert_eq!((thread.id, &thread.stories), (story(1), &vec![story(1), story(7)]));
    for name in &thread.names {
        assert!(DAM[0].2.contains(name) && TRIAL[0].2.contains(name), "{:?}", thread.names);
    }
    assert!(thread.names.iter().any(|name| name == "Pavel Drozdov"), "{:?}", thread.names);
    let (_, tie) =
        said[0].ties.iter().find(|(from, tie)| *from == story(1) && tie.other == story(7)).unwrap();
    assert!(tie.why.iter().any(|why| why == "Karsk"), "{tie:?}");
}

#[test]
fn a_story_about_something_else_is_tied_to_none() {
    let (_, said) = house();
    for number in 13..=18_u64 {
        let changed = &said[number as usize - 1];
        assert_eq!(changed.ties, [], "{number}");
        assert_eq!(changed.alone, [story(number)]);
    }
}

#[test]
fn a_story_that_is_gone_leaves_its_thread_and_its_ties() {
    let (mut affairs, _) = house();
    let changed = affairs.remove(story(7));
    assert!(changed.ties.is_empty() && changed.threads.is_empty(), "{changed:?}");
    assert!(changed.alone.contains(&story(1)), "{changed:?}");
    let again = affairs.put(story(1), profile(&all()[0]));
    assert_eq!(told(&again, 1, Bond::Thread), BTreeSet::new());
}

#[test]
fn profiles_that_were_stored_give_the_same_answers() {
    let (mut affairs, said) = house();
    let mut learnt = Affairs::default();
    for (number, article) in (1..).zip(&all()) {
        let stored = serde_json::to_string(&profile(article)).unwrap();
        let ties = &said[number as usize - 1].ties;
        let tied: Vec<(StoryId, f64)> = ties
            .iter()
            .filter(|(from, tie)| *from == story(number) && tie.bond == Bond::Thread)
            .map(|(_, tie)| (tie.other, tie.score))
            .collect();
        learnt.restore(story(number), serde_json::from_str(&stored).unwrap(), &tied);
    }
    for number in [1, 3, 6, 11] {
        let article = &all()[number - 1];
        let number = story(number as u64);
        assert_eq!(learnt.put(number, profile(article)), affairs.put(number, profile(article)));
    }
}

#[test]
fn an_affair_that_drifts_is_not_one_thread() {
    // Each story shares its names with the next one alone.
    let names = [
        "Ada Brill",
        "Bo Crane",
        "Cy Dorn",
        "Di Esk",
        "Ed Fane",
        "Flo Gant",
        "Gil Hirst",
        "Hal Ince",
        "Ivy Joll",
        "Jo Kern",
        "Kit Lund",
        "Lou Marl",
        "Mo Nash",
    ];
    let mut affairs = Affairs::default();
    let mut said = Changed::default();
    for number in 0..5_usize {
        let [a, b, c, d, e] = [0, 1, 2, 3, 4].map(|more| names[number * 2 + more]);
        let body = format!(
            "The council heard {a}, then {b} spoke, and {c} objected while {d} left with {e}. Afterwards {a} and {b} voted, \
             {c} and {d} abstained and {e} counted the ballots of the council about the harbour budget."
        );
        let article = article("en", number as i64, "Council votes about its harbour budget", &body);
        said = affairs.put(story(number as u64 + 1), profile(&article));
    }
    assert!(said.threads.iter().all(|thread| thread.stories.len() < 5), "{:?}", said.threads);
}

#[test]
fn no_story_has_more_related_ones_than_a_page_shows() {
    let mut affairs = Affairs::default();
    let mut said = Changed::default();
    for number in 1..=20_u64 {
        let body = format!(
            "Orla Quist of Sundholm spoke about the ferry in the matter of pier {number}. Quist praised Sundholm. In Sundholm \
             Petra Vane{number} asked Quist for another ferry, and Tom Hale{number} for timber, barley and slate{number}."
        );
        said = affairs.put(story(number), profile(&article("en", 0, "", &body)));
    }
    let of_last = said.ties.iter().filter(|(from, tie)| *from == story(20) && tie.bond == Bond::Related);
    assert!(of_last.count() <= MAX_RELATED);
}

/// A strike and its end, told by other people but for its leader: whole names that nobody else has make them related.
const STRIKE: (&str, &str) = (
    "Ferrymen walk out over night crossings",
    "Ferrymen of Tarn Sound stopped work at midnight over night crossings without a mate, and the ferries stayed at the \
     pier. Union leader Orla Quist said the crossings were unsafe. Harbour director Amos Fell said that the ferries had \
     been inspected. Deckhand Tess Marl burned pallets at the pier of Tarn Sound. Quist and Fell did not speak.",
);
const END: (&str, &str) = (
    "Quist and Brandt sign ferry peace",
    "Orla Quist and Ida Brandt, who owns the ferries, signed a peace before dawn. Quist wants mates on night crossings, \
     and Brandt pays for the crossings. Brandt thanked the mediator, Cornel Ashby, and Ashby thanked Quist. Deckhand Tess \
     Marl went back to the pier, and the first ferries left Tarn Sound at six. Brandt praised Quist.",
);
/// Its other reports, in which of the strike's people the leader alone speaks.
const OF_END: [(&str, &str); 2] = [
    (
        "How Brandt and Quist made ferry peace",
        "Cornel Ashby let both sides of the ferries dispute swap chairs at midnight. Ida Brandt gave way on mates for the \
         crossings, Orla Quist on the pay. Ashby told how Brandt ordered tea, and the ferries blew their horns at dawn.",
    ),
    (
        "Brandt: peace is cheaper than silent ferries",
        "Ida Brandt says that peace costs less than ferries at a pier. Union leader Orla Quist called the peace fair on night \
         crossings. Cornel Ashby goes home, and Brandt owes Ashby a dinner.",
    ),
];
/// The same place and the same trade, and another matter.
const TRADE: (&str, &str) = (
    "Ferry museum of Tarn Sound opens its pier",
    "The ferry museum of Tarn Sound opened its old pier to visitors. Curator Nora Blythe shows three ferries built for \
     night crossings, and Blythe sells tickets at the pier. Children may ring the bell.",
);

#[test]
fn an_affair_that_goes_on_with_other_people_is_related_and_its_trade_alone_is_not() {
    let mut affairs = Affairs::default();
    let read = |(title, body): &(&str, &str)| article("en", 0, title, body);
    let stories = [vec![STRIKE], [&[END], &OF_END[..]].concat(), vec![TRADE]];
    let profiles = stories.map(|texts| {
        let articles: Vec<Article> = texts.iter().map(read).collect();
        let items: Vec<Item<'_>> = articles.iter().map(|article| Item { article, family: None }).collect();
        Profile::of(&items, 0)
    });
    let mut said = Vec::new();
    for _ in 0..2 {
        said = (1..)
            .zip(&profiles)
            .map(|(number, profile)| affairs.put(story(number), profile.clone()))
            .collect();
    }
    let tied = |number: u64| -> BTreeSet<u64> {
        said[number as usize - 1]
            .ties
            .iter()
            .filter(|(of, _)| *of == story(number))
            .map(|(_, tie)| tie.other.get())
            .collect()
    };
    assert_eq!((tied(1), tied(2), tied(3)), (BTreeSet::from([2]), BTreeSet::from([1]), BTreeSet::new()));
}

#[test]
fn boxes_between_paragraphs_make_no_two_stories_related() {
    let box_of = "Please Verify Sign Up You must subscribe to our newsletter. Advertisement Continue reading the main story. \
                  Sign Up Continue to the newsletter. Please subscribe. Sign Up You agree to the newsletter and subscribe.";
    let one = article(
        "en",
        0,
        "",
        &format!("Ada Brill won the race of Tarn by two lengths. {box_of} Brill was cheered."),
    );
    let two =
        article("en", 0, "", &format!("Bo Crane opened a bakery in Oldbridge. {box_of} Crane bakes rye."));
    let mut affairs = Affairs::default();
    affairs.put(story(1), profile(&one));
    assert_eq!(affairs.put(story(2), profile(&two)).ties, []);
}

/// The next day of the same affair, in the other language alone: it shares the names and the place, not the figures.
#[test]
fn the_next_day_of_an_affair_is_no_telling_of_the_first() {
    let sequel = article(
        "ar",
        1,
        "هارتفيغ تزور فيلمورا مرة أخرى",
        "زارت وزيرة الداخلية لينا هارتفيغ بلدة فيلمورا مرة أخرى والتقت المهندس بافيل دروزدوف قرب سد كارسك. ووعدت لينا هارتفيغ \
         بمنح كل أسرة 800 كرونة، وقال بافيل دروزدوف إن إصلاح السد يستغرق 16 شهرا. وأرسلت بولندا 33 مهندسا.",
    );
    let mut affairs = Affairs::default();
    for (number, text) in (1..).zip(&DAM[..5]) {
        let (lang, title, body) = text;
        affairs.put(story(number), profile(&article(lang, 0, title, body)));
    }
    assert_eq!(affairs.put(story(6), profile(&sequel)).ties, []);
}
