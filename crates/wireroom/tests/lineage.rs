//! The demo's manifest, line by line: whose printing each outlet took and what it kept, cut, added and reworded.
//! Room by room here; through fetcher and store in `path.rs`. The press as shipped, and presses of other seeds.

use crate::manifest;
use crate::manifest::{edits_differ, presses};
use std::collections::BTreeMap;
use url::Url;
use wireroom::press::{ArticleTruth, Press};
use wireroom_copy::{Earlier, Origin, Printing, lineage};
use wireroom_extract::{Page, decode, extract};
use wireroom_model::{Article, ArticleId, Extracted, Relation};

const BASE: &str = manifest::BASE;

/// One article with every version that was printed, as extraction gives them.
struct Member {
    truth: ArticleTruth,
    article: Article,
    found: Extracted,
    earlier: Vec<Earlier>,
}

fn read(press: &Press, path: &str, phase: u32) -> Vec<Extracted> {
    let answer = press.answer(path, phase).unwrap();
    let url = Url::parse(&format!("{BASE}{path}")).unwrap();
    extract(&Page::new(&decode(&answer.body, Some(answer.content_type))).at(Some(&url)))
}

fn member(press: &Press, number: usize, truth: &ArticleTruth) -> Member {
    let printed = |phase| read(press, &truth.path, phase).remove(truth.part as usize);
    let found = printed(press.phases() - 1);
    let versions = truth.versions.iter().take(truth.versions.len() - 1);
    let earlier = versions.map(|version| {
        let found = printed(version.phase.max(truth.phase));
        Earlier { title: found.title.unwrap_or_default(), body: found.body }
    });
    let article = Article {
        id: ArticleId::new(number as u64 + 1).unwrap(),
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
    Member { truth: truth.clone(), article, earlier: earlier.collect(), found }
}

/// Families of two and more, by the root's name.
fn families(press: &Press) -> BTreeMap<String, Vec<Member>> {
    let mut families: BTreeMap<String, Vec<Member>> = BTreeMap::new();
    for (number, truth) in press.truth().articles.iter().enumerate() {
        families.entry(truth.family.clone()).or_default().push(member(press, number, truth));
    }
    families.retain(|_, members| members.len() > 1);
    families
}

fn printing(member: &Member) -> Printing<'_> {
    Printing {
        credits: &member.found.particulars.agencies,
        sources: &member.found.particulars.sources,
        carried: member.truth.part > 0,
        earlier: &member.earlier,
        ..Printing::new(&member.article, Relation::Edited)
    }
}

#[test]
fn every_parent_is_the_manifests() {
    let mut told = Vec::new();
    for (name, press) in presses() {
        for (family, members) in families(&press) {
            let printings: Vec<_> = members.iter().map(printing).collect();
            let found = lineage(&printings, None);
            let named = |id: ArticleId| members.iter().find(|m| m.article.id == id).unwrap().truth.id.clone();
            let root = members.iter().find(|m| m.truth.parent.is_none()).unwrap();
            let agency = press.truth().outlets.iter().any(|o| o.id == root.truth.outlet && o.agency);
            let right = match &found.origin {
                Origin::Agency(_) => agency,
                Origin::Article(first) => !agency && *first == root.article.id,
                Origin::Outlet(_) | Origin::Unknown => false,
            };
            if !right || found.first != Some(root.article.id) {
                told.push(format!("{name} {family}: origin {:?}, {:?}", found.origin, found.reason));
            }
            for (edge, member) in found.edges.iter().zip(&members) {
                let parent = edge.parent.map(named);
                if parent != member.truth.parent {
                    told.push(format!(
                        "{name} {}: from {parent:?} by {:?}, printed from {:?}\n  {:?}",
                        member.truth.id, edge.reason, member.truth.parent, edge.clues
                    ));
                }
            }
        }
    }
    assert!(told.is_empty(), "{} faults:\n{}", told.len(), told.join("\n"));
}

#[test]
fn every_edit_is_shown_as_the_manifest_lists_it_and_no_other() {
    let mut told = Vec::new();
    for (name, press) in presses() {
        for member in families(&press).into_values().flatten().filter(|member| member.truth.parent.is_some())
        {
            let (truth, press) = (&member.truth, press.truth());
            let parent = press.articles.iter().find(|a| Some(&a.id) == truth.parent.as_ref()).unwrap();
            let first = member.earlier.first();
            let (title, body) =
                first.map_or((&member.article.title, &member.article.body), |e| (&e.title, &e.body));
            let of = &parent.versions[0];
            told.extend(
                edits_differ(&of.title, &of.body, title, body, &truth.edits)
                    .into_iter()
                    .map(|fault| format!("{name} {}: {fault}", truth.id)),
            );
        }
    }
    assert!(told.is_empty(), "{} faults:\n{}", told.len(), told.join("\n"));
}
