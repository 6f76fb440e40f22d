//! The demo's manifest counted: the outlets and origins of each story are the manifest's, no more and no fewer, for the
//! press as shipped and for presses of other seeds.

use crate::manifest::{BASE, presses};
use std::collections::{BTreeMap, BTreeSet};
use url::Url;
use wireroom::press::{ArticleTruth, Press, Truth};
use wireroom_copy::{Carried, Origin, Printing, Traced, count, lineage};
use wireroom_extract::{Page, decode, extract};
use wireroom_model::{Article, ArticleId, Extracted, FamilyId, Kind, Relation, Whose};

struct Member {
    truth: ArticleTruth,
    article: Article,
    family: FamilyId,
    found: Extracted,
}

/// Every article as its page gives it when the press has printed all; families by their roots.
fn members(press: &Press) -> Vec<Member> {
    let mut families: BTreeMap<&str, u64> = BTreeMap::new();
    let mut members = Vec::new();
    for (truth, number) in press.truth().articles.iter().zip(1_u64..) {
        let family = *families.entry(&truth.family).or_insert(number);
        let answer = press.answer(&truth.path, press.phases() - 1).unwrap();
        let url = Url::parse(&format!("{BASE}{}", truth.path)).unwrap();
        let found = extract(&Page::new(&decode(&answer.body, Some(answer.content_type))).at(Some(&url)))
            .remove(truth.part as usize);
        let article = Article {
            id: ArticleId::new(number).unwrap(),
            url: found.url.clone(),
            outlet: found.outlet.clone().or_else(|| Some(truth.outlet_name.clone())),
            lang: found.lang,
            published: found.published.or(truth.published),
            updated: found.updated,
            title: found.title.clone().unwrap_or_default(),
            authors: found.authors.clone(),
            agency: found.agency.clone(),
            dateline: found.dateline.clone(),
            body: found.body.clone(),
            kind: found.kind,
        };
        members.push(Member { truth: truth.clone(), article, family: FamilyId::new(family).unwrap(), found });
    }
    members
}

fn traced(members: &[Member]) -> BTreeMap<FamilyId, Traced> {
    let mut families: BTreeMap<FamilyId, Vec<&Member>> = BTreeMap::new();
    for member in members {
        families.entry(member.family).or_default().push(member);
    }
    families.retain(|_, members| members.len() > 1);
    let trace = |members: &Vec<&Member>| {
        let printings: Vec<Printing<'_>> = members
            .iter()
            .map(|member| Printing {
                credits: &member.found.particulars.agencies,
                sources: &member.found.particulars.sources,
                carried: member.truth.part > 0,
                ..Printing::new(&member.article, Relation::Edited)
            })
            .collect();
        let found = lineage(&printings, None);
        let first = members.iter().find(|m| found.origin == Origin::Article(m.article.id));
        Traced {
            outlet: first.and_then(|m| m.article.outlet.clone()),
            publisher: None,
            reason: found.reason,
            words: String::new(),
            origin: found.origin,
            members: members.len(),
        }
    };
    families.iter().map(|(family, members)| (*family, trace(members))).collect()
}

/// The outlet that the press has for an origin: an agency's is the root of what credits it.
fn outlet(truth: &Truth, whose: &Whose) -> String {
    let found = match whose {
        Whose::Agency(name) => {
            let credits = truth.articles.iter().find(|article| article.agency.as_ref() == Some(name));
            let root = credits.and_then(|credits| truth.articles.iter().find(|a| a.id == credits.family));
            root.map(|root| root.outlet.clone())
        }
        Whose::Publisher(name) | Whose::Outlet(name) => {
            truth.outlets.iter().find(|outlet| outlet.name == *name).map(|outlet| outlet.id.clone())
        }
    };
    found.unwrap_or_else(|| format!("{whose:?}"))
}

/// Whose texts the story is told in, by the manifest: the outlets of its roots.
fn expected(press: &Press, members: &[&Member]) -> (BTreeSet<String>, usize) {
    let roots = &press.truth().articles;
    let root = |member: &&Member| roots.iter().find(|a| a.id == member.truth.family).unwrap();
    let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
    for member in members {
        *sizes.entry(&member.truth.family).or_default() += 1;
    }
    // What stands alone and is a stump or too short to be told apart has no known origin.
    let unknown = |member: &&Member| {
        let few = member.truth.versions.last().unwrap().body.split_whitespace().count() < 40;
        sizes[member.truth.family.as_str()] == 1
            && member.truth.agency.is_none()
            && (few || matches!(member.truth.kind, Kind::Paywall | Kind::Empty | Kind::Listing))
    };
    let known = members.iter().filter(|member| !unknown(member)).map(|member| root(member).outlet.clone());
    (known.collect(), members.iter().filter(|member| unknown(member)).count())
}

#[test]
fn the_origins_of_every_story_are_the_manifests() {
    let (mut told, mut several) = (Vec::new(), 0);
    for (name, press) in presses() {
        let members = members(&press);
        let traced = traced(&members);
        let mut stories: BTreeMap<&str, Vec<&Member>> = BTreeMap::new();
        for member in &members {
            stories.entry(&member.truth.story).or_default().push(member);
        }
        for (story, members) in stories {
            let carried: Vec<Carried<'_>> = members
                .iter()
                .map(|member| Carried {
                    article: member.article.id,
                    outlet: member.article.outlet.as_deref(),
                    host: None,
                    publisher: None,
                    family: Some(member.family),
                    agency: member.article.agency.as_deref(),
                    credits: &member.found.particulars.agencies,
                    kind: member.article.kind,
                    stump: false,
                    body: &member.article.body,
                })
                .collect();
            let coverage = count(&carried, &traced, false);
            let (known, unknown) = expected(&press, &members);
            let found: BTreeSet<String> =
                coverage.origins.iter().map(|origin| outlet(press.truth(), &origin.whose)).collect();
            let outlets: BTreeSet<&str> = members.iter().map(|m| m.truth.outlet_name.as_str()).collect();
            let right = found == known
                && coverage.origins.len() == known.len()
                && coverage.unknown.len() == unknown
                && coverage.outlets as usize == outlets.len();
            several += usize::from(known.len() > 1 && outlets.len() > known.len());
            if !right {
                told.push(format!(
                    "{name} {story}: {} outlets, {found:?} and {} unknown; printed: {} outlets, {known:?} and {unknown}",
                    coverage.outlets,
                    coverage.unknown.len(),
                    outlets.len()
                ));
            }
        }
    }
    assert!(told.is_empty(), "{} faults:\n{}", told.len(), told.join("\n"));
    assert!(several > 2, "stories of several origins and more outlets must be among them");
}
