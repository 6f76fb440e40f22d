use super::*;

const TALK: &str = "Mara Holt: Welcome to the evening programme. Tonight we ask about the ferry. \
    News report: The ferry sank before dawn. Mara Holt: Professor, what happened? \
    Ivo Brandt, shipping historian: Nobody knows yet. But there is one thing: the weather was calm. \
    Mara Holt: Was the ship too old? Ivo Brandt: It was built in 1971. News report: Divers went down at noon. \
    Mara Holt: Thank you.";

fn read(text: &str) -> Talk {
    let paragraphs: Vec<Paragraph> =
        text.split("\n\n").map(|t| Paragraph::plain(Role::Paragraph, t)).collect();
    talk(&paragraphs.iter().collect::<Vec<_>>(), "")
}

fn speakers(talk: &Talk) -> Vec<&str> {
    talk.turns.iter().map(|(_, t)| t.speaker.as_str()).collect()
}

#[test]
fn turns_run_together_in_one_paragraph_are_told_apart() {
    let talk = read(TALK);
    assert_eq!(
        speakers(&talk),
        [
            "Mara Holt",
            "News report",
            "Mara Holt",
            "Ivo Brandt",
            "Mara Holt",
            "Ivo Brandt",
            "News report",
            "Mara Holt"
        ]
    );
    assert_eq!(talk.turns[3].1.role.as_deref(), Some("shipping historian"));
    assert!(talk.turns[3].1.text.ends_with("the weather was calm."));
    assert_eq!(talk.kind, Some(Kind::Transcript));
}

#[test]
fn a_list_of_labels_is_no_transcript() {
    let list: String = ('A'..='P').map(|c| format!("Item {c}: A value of its own.\n\n")).collect();
    assert!(read(&list).turns.is_empty());
    assert!(read("She said: \"No.\" He said: \"Yes.\" They agreed: it was late.").turns.is_empty());
}

#[test]
fn notes_and_updates_of_editors_are_no_speakers() {
    let text = TALK.replace("News report:", "Update:");
    assert!(!speakers(&read(&text)).contains(&"Update"));
    let lines: String =
        (0..8).map(|n| format!("Note: The ferry leaves at {n}.\n\nPrice: Nine crowns.\n\n")).collect();
    assert_eq!(read(&lines).kind, None);
}

#[test]
fn questions_and_answers_by_their_initials_are_an_interview() {
    for (q, a) in [("Q: ", "A: "), ("Q. ", "A. "), ("Frage: ", "Antwort: "), ("问：", "答："), ("س: ", "ج: ")]
    {
        let text: String = (0..3)
            .map(|n| format!("{q}Where was ship {n}?\n\n{a}At sea, as on every night of the year.\n\n"))
            .collect();
        let talk = read(text.trim());
        assert_eq!((talk.turns.len(), talk.kind), (6, Some(Kind::Interview)), "{q}");
        assert_eq!(talk.turns[1].1.text, "At sea, as on every night of the year.");
    }
}

#[test]
fn one_who_asks_and_one_who_answers_are_an_interview_and_an_introduction_may_stand_before() {
    let introduction = "The harbour of Lorn has had a new master since spring. We met her on the pier.";
    let asked: String = (0..4)
        .map(|n| format!("Harbour Post: What happened on night {n}?\n\nJana Weil: The same as on every other night, I think.\n\n"))
        .collect();
    let talk = read(&format!("{introduction}\n\n{}", asked.trim()));
    assert_eq!((talk.turns.len(), talk.kind), (8, Some(Kind::Interview)));
}

#[test]
fn a_continued_turn_keeps_its_paragraphs() {
    let text = "Mara Holt: Welcome.\n\nTonight we speak of ferries.\n\nIvo Brandt: Gladly.\n\nMara Holt: Go on.\n\n\
        Ivo Brandt: The Marten was old.\n\nShe was also slow.\n\nMara Holt: How slow?\n\nIvo Brandt: Very.";
    let talk = read(text);
    assert_eq!(talk.turns.len(), 6);
    assert_eq!(talk.turns[0].1.text, "Welcome.\n\nTonight we speak of ferries.");
    assert_eq!(talk.turns[3].1.text, "The Marten was old.\n\nShe was also slow.");
}

#[test]
fn names_over_what_is_said_and_bold_names_before_it_are_labels() {
    let heading = |name: &str| Paragraph::plain(Role::Heading(3), name);
    let said =
        |n: usize| Paragraph::plain(Role::Paragraph, &format!("What I said in turn {n} was heard by all."));
    let names = ["Mara Holt", "Ivo Brandt, historian", "Mara Holt", "Ivo Brandt"];
    let paragraphs: Vec<Paragraph> =
        (0..).zip(names).flat_map(|(n, name)| [heading(name), said(n)]).collect();
    let over = talk(&paragraphs.iter().collect::<Vec<_>>(), "");
    assert_eq!(speakers(&over), ["Mara Holt", "Ivo Brandt", "Mara Holt", "Ivo Brandt"]);
    assert_eq!(over.turns[1].1.role.as_deref(), Some("historian"));
    assert_eq!(over.turns[1].1.text, "What I said in turn 1 was heard by all.");
    let bold = |name: &str, n: usize| {
        let mut paragraph = Paragraph::plain(Role::Paragraph, &format!("{name} What I said in turn {n}."));
        paragraph.bold = weigh(name);
        paragraph
    };
    let paragraphs: Vec<Paragraph> = (0..6).map(|n| bold(if n % 2 == 0 { "MH" } else { "IB" }, n)).collect();
    let before = talk(&paragraphs.iter().collect::<Vec<_>>(), "");
    assert_eq!(speakers(&before), ["MH", "IB", "MH", "IB", "MH", "IB"]);
    assert_eq!(before.turns[0].1.text, "What I said in turn 0.");
}

#[test]
fn headings_over_sections_are_no_speakers() {
    let heading = |text: &str| Paragraph::plain(Role::Heading(2), text);
    let text =
        |n: usize| Paragraph::plain(Role::Paragraph, &format!("The part {n} tells of the ferry at length."));
    let names = ["Where The Ferry Went", "Who Paid", "Lorn", "What Now", "Aske", "The Marten"];
    let paragraphs: Vec<Paragraph> =
        (0..).zip(names).flat_map(|(n, name)| [heading(name), text(n)]).collect();
    assert_eq!(talk(&paragraphs.iter().collect::<Vec<_>>(), "").kind, None);
}

#[test]
fn bold_questions_are_an_interview_where_the_answers_are_somebodys() {
    let page = |answer: &str| -> Vec<Paragraph> {
        (0..4)
            .flat_map(|n| {
                let mut question = Paragraph::plain(Role::Paragraph, &format!("Why did ship {n} not sail?"));
                question.bold = weigh(&question.text);
                [question, Paragraph::plain(Role::Paragraph, answer)]
            })
            .collect()
    };
    let of = |page: &[Paragraph], title: &str| talk(&page.iter().collect::<Vec<_>>(), title).kind;
    let own = page("I told my crew to wait, and they waited until the wind had turned.");
    let told = page("The crew waited until the wind had turned, as the rules of the port demand.");
    assert_eq!(of(&own, ""), Some(Kind::Interview));
    assert_eq!(of(&told, ""), None);
    assert_eq!(of(&told, "Interview with the harbour master"), Some(Kind::Interview));
}

#[test]
fn a_role_ends_before_its_colon_and_a_question_set_bold_keeps_its_label() {
    assert_eq!(
        name_and_role("Ivo Brandt, President of Aske:"),
        Some(("Ivo Brandt", Some("President of Aske")))
    );
    let bold = |text: &str| Paragraph { bold: weigh(text), ..Paragraph::plain(Role::Paragraph, text) };
    let label =
        |text: &str, label: &str| Paragraph { bold: weigh(label), ..Paragraph::plain(Role::Paragraph, text) };
    let talk_of = [
        bold("Review: When did you last weigh something wrong?"),
        label("Edda Holt: On Tuesday, by four grams. I wrote it down.", "Edda Holt:"),
        bold("Review: And who will be the next?"),
        label("Holt: Somebody with a bad back, I hope. It keeps you from leaning on things.", "Holt:"),
    ];
    let talk = talk(&talk_of.iter().collect::<Vec<_>>(), "");
    assert_eq!(
        talk.turns.iter().map(|(_, t)| t.speaker.as_str()).collect::<Vec<_>>(),
        ["Review", "Edda Holt", "Review", "Holt"]
    );
}
