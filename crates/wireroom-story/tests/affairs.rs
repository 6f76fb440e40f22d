//! Stories beside each other: threads, related stories, and the same event in five languages.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice)]

use std::collections::BTreeSet;
use wireroom_model::{Article, ArticleId, Kind, Lang, StoryId, Time, When};
use wireroom_story::{Affairs, Bond, Changed, Item, MAX_RELATED, Profile};

fn story(number: u64) -> StoryId {
    StoryId::new(number).unwrap()
}

fn article(lang: &str, day: i64, title: &str, body: &str) -> Article {
    Article {
        id: ArticleId::new(1).unwrap(),
        url: None,
        outlet: None,
        lang: Lang::parse(lang),
        published: Time::At(When::from_unix(1_773_000_000 + day * 86_400).unwrap()),
        updated: Time::Unknown,
        title: title.to_owned(),
        authors: Vec::new(),
        agency: None,
        dateline: None,
        body: body.to_owned(),
        kind: Kind::Article,
    }
}

fn profile(article: &Article) -> Profile {
    Profile::of(&[Item { article, family: None }], article.published.sort_key().unwrap())
}

/// Two events, each in five languages: a dam that gave way, and a month later the trial of its keeper.
const DAM: [(&str, &str, &str); 5] = [
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
];

const TRIAL: [(&str, &str, &str); 5] = [
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
];

/// What has nothing to do with either and stands there at the same time, with some of the same figures.
const OTHERS: [(&str, &str, &str); 5] = [
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
];

fn all() -> Vec<Article> {
    let of = |day: i64| move |&(lang, title, body): &(&str, &str, &str)| article(lang, day, title, body);
    DAM.iter().map(of(0)).chain(TRIAL.iter().map(of(30))).chain(OTHERS.iter().map(of(0))).collect()
}

/// Stories 1 to 5 are the dam, 6 to 10 the trial, 11 to 15 the others.
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
fn one_event_is_linked_over_five_languages_and_no_other_event_with_it() {
    let (_, said) = house();
    let mut missing = Vec::new();
    for number in 1..=15_u64 {
        let found = told(&said[number as usize - 1], number, Bond::Tongue);
        let same: BTreeSet<u64> = match number {
            1..=5 => (1..=5).filter(|&other| other != number).collect(),
            6..=10 => (6..=10).filter(|&other| other != number).collect(),
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
    assert_eq!(told(&said[0], 1, Bond::Thread), BTreeSet::from([6]));
    let thread = &said[0].threads[0];
    assert_eq!((thread.id, &thread.stories), (story(1), &vec![story(1), story(6)]));
    for name in &thread.names {
        assert!(DAM[0].2.contains(name) && TRIAL[0].2.contains(name), "{:?}", thread.names);
    }
    assert!(thread.names.iter().any(|name| name == "Pavel Drozdov"), "{:?}", thread.names);
    let (_, tie) =
        said[0].ties.iter().find(|(from, tie)| *from == story(1) && tie.other == story(6)).unwrap();
    assert!(tie.why.iter().any(|why| why == "Karsk"), "{tie:?}");
}

#[test]
fn a_story_about_something_else_is_tied_to_none() {
    let (_, said) = house();
    for number in 11..=15_u64 {
        let changed = &said[number as usize - 1];
        assert_eq!(changed.ties, [], "{number}");
        assert_eq!(changed.alone, [story(number)]);
    }
}

#[test]
fn a_story_that_is_gone_leaves_its_thread_and_its_ties() {
    let (mut affairs, _) = house();
    let changed = affairs.remove(story(6));
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
    for number in [1, 3, 9] {
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
