//! What an article says of itself, as its page shows it: who wrote it and what each is, who helped, agencies, dateline,
//! section and tags, whether reading costs. What the article does not say has no line. Start at [`Said::of`].

use crate::stamp;
use crate::wording::{joined, listed};
use wireroom_model::{Access, AgencyPart, Byline, Extracted, Who};

/// Authors and helpers named before "and N more", and tags shown.
const MAX_NAMES: usize = 8;
const MAX_TAGS: usize = 12;

/// The lines of the page.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// Each author with what stands quietly beside: the role as printed, else that it is no person.
    pub authors: Vec<(String, String)>,
    /// How many more authors there are.
    pub more: usize,
    /// "Bo Lind (Photographs by)".
    pub helpers: String,
    /// "Reuters, with AP and DPA".
    pub agencies: String,
    /// "KYIV, 22 November 2026".
    pub dateline: String,
    pub section: Option<String>,
    pub tags: Vec<String>,
    /// Set where the page states that its text is for subscribers.
    pub paid: bool,
}

impl Said {
    /// Reads it off an article.
    pub fn of(text: &Extracted) -> Self {
        let told = &text.particulars;
        let names: Vec<(String, String)> = if told.bylines.len() == text.authors.len() {
            told.bylines.iter().map(author).collect()
        } else {
            // Texts read before bylines were told apart.
            text.authors.iter().map(|name| (name.clone(), String::new())).collect()
        };
        let helpers: Vec<String> = told.credits.iter().map(|c| format!("{} ({})", c.name, c.part)).collect();
        Self {
            more: names.len().saturating_sub(MAX_NAMES),
            authors: names.into_iter().take(MAX_NAMES).collect(),
            helpers: listed(&helpers, MAX_NAMES),
            agencies: agencies(text),
            dateline: dateline(text),
            section: told.section.clone(),
            tags: told.tags.iter().take(MAX_TAGS).cloned().collect(),
            paid: told.access == Access::Paid,
        }
    }
}

fn author(byline: &Byline) -> (String, String) {
    let is = match byline.who {
        Who::Desk => say!("article-desk"),
        Who::Organisation => say!("article-organisation"),
        Who::Person | Who::Unknown => String::new(),
    };
    (byline.name.clone(), byline.role.clone().unwrap_or(is))
}

fn agencies(text: &Extracted) -> String {
    let named = |part: AgencyPart| -> Vec<String> {
        let of = text.particulars.agencies.iter().filter(|a| a.part == part);
        of.map(|a| a.agency.clone()).collect()
    };
    let (wrote, gave) = (named(AgencyPart::Wrote), named(AgencyPart::Contributed));
    match (wrote.is_empty(), gave.is_empty()) {
        (true, true) => text.agency.clone().unwrap_or_default(),
        (false, true) => listed(&wrote, MAX_NAMES),
        (true, false) => say!("article-credits-with", agencies = listed(&gave, MAX_NAMES)),
        (false, false) => {
            let with = say!("article-credits-with", agencies = listed(&gave, MAX_NAMES));
            joined(vec![listed(&wrote, MAX_NAMES), with])
        }
    }
}

fn dateline(text: &Extracted) -> String {
    let Some(dated) = &text.particulars.dated else { return String::new() };
    let day = dated.date.known().map(stamp::day);
    let place = dated.place.as_deref().map(|place| place.trim_end_matches([',', '،', ' ']).to_owned());
    joined([place, day].into_iter().flatten().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use wireroom_model::{AgencyCredit, Contribution, Dateline, Particulars, Time};

    fn byline(name: &str, who: Who, role: Option<&str>) -> Byline {
        Byline { name: name.to_owned(), who, role: role.map(str::to_owned) }
    }

    fn credit(agency: &str, part: AgencyPart) -> AgencyCredit {
        AgencyCredit { agency: agency.to_owned(), part, words: String::new() }
    }

    #[test]
    fn a_role_stands_beside_its_name_and_who_is_no_person_is_told() {
        let bylines = vec![
            byline("Ada Fenn", Who::Person, Some("Political editor")),
            byline("Sports desk", Who::Desk, None),
            byline("AFP", Who::Organisation, None),
            byline("Cooper", Who::Unknown, None),
        ];
        let authors = bylines.iter().map(|b| b.name.clone()).collect();
        let text = Extracted {
            authors,
            particulars: Particulars { bylines, ..Particulars::default() },
            ..Extracted::default()
        };
        let notes: Vec<String> = Said::of(&text).authors.into_iter().map(|(_, note)| note).collect();
        assert_eq!(notes, ["Political editor", "desk", "organisation", ""]);
    }

    #[test]
    fn helpers_agencies_and_dateline_are_told_in_words() {
        let mut text = Extracted::default();
        text.particulars.credits =
            vec![Contribution { name: "Bo Lind".to_owned(), part: "Photographs by".to_owned() }];
        text.particulars.agencies =
            vec![credit("Reuters", AgencyPart::Wrote), credit("AP", AgencyPart::Contributed)];
        text.particulars.dated = Some(Dateline {
            place: Some("KYIV".to_owned()),
            date: Time::At("2026-11-22".parse().unwrap()),
            agency: None,
        });
        let said = Said::of(&text);
        assert_eq!(said.helpers, "Bo Lind (Photographs by)");
        assert_eq!(said.agencies, "Reuters, with AP");
        assert!(said.dateline.starts_with("KYIV, ") && said.dateline.contains("2026"), "{}", said.dateline);
    }

    #[test]
    fn an_article_that_says_nothing_of_itself_shows_nothing() {
        assert_eq!(Said::of(&Extracted::default()), Said::default());
    }

    #[test]
    fn a_text_read_before_bylines_still_names_its_authors_and_its_agency() {
        let text = Extracted {
            authors: vec!["Ada Fenn".to_owned()],
            agency: Some("AP".to_owned()),
            ..Extracted::default()
        };
        let said = Said::of(&text);
        assert_eq!(said.authors, [("Ada Fenn".to_owned(), String::new())]);
        assert_eq!(said.agencies, "AP");
    }
}
