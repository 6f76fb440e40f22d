//! Where the text of a family came from: a reader's word, what most members name, or the earliest.
//! It refuses the earliest where one member's time is missing or too coarse. Start at [`origin`].

use super::claims::{self, Claim, Source};
use super::tree::{Order, order};
use super::{Origin, Printing};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use wireroom_model::{ArticleId, Reason};

/// Where the text came from, with the member that stands there.
pub(super) fn origin(
    members: &[&Printing<'_>],
    claims: &[Vec<Claim>],
    said: Option<ArticleId>,
) -> (Origin, Reason, Option<usize>) {
    let place = |id: ArticleId| members.iter().position(|member| member.article.id == id);
    if let Some((said, at)) = said.and_then(|said| Some((said, place(said)?))) {
        return (Origin::Article(said), Reason::ReaderSaid, Some(at));
    }
    if let Some(found) = claimed(members, claims) {
        return found;
    }
    let article = |at: usize| members.get(at).map(|member| member.article);
    let first = |at: &usize| {
        let others = (0..members.len()).filter(|other| other != at);
        others.into_iter().all(|other| match (article(*at), article(other)) {
            (Some(one), Some(other)) => order(one, other) == Order::Before,
            _ => false,
        })
    };
    match (0..members.len()).find(first).and_then(|at| Some((at, article(at)?.id))) {
        Some((at, id)) if members.len() == 1 => (Origin::Article(id), Reason::Alone, Some(at)),
        Some((at, id)) => (Origin::Article(id), Reason::Earliest, Some(at)),
        None => (Origin::Unknown, Reason::OrderUnknown, None),
    }
}

/// The source that most members name: an agency first where as many credit one, then the outlets.
fn claimed(members: &[&Printing<'_>], claims: &[Vec<Claim>]) -> Option<(Origin, Reason, Option<usize>)> {
    let own = claims::agencies_own(members);
    // Agencies by the name that most print, counting the agency's own article.
    let mut agencies: BTreeMap<Vec<String>, BTreeMap<String, usize>> = BTreeMap::new();
    for name in members.iter().flat_map(|member| claims::agencies(member)) {
        *agencies.entry(claims::key(&name)).or_default().entry(name).or_default() += 1;
    }
    let sum = |names: &BTreeMap<String, usize>| names.values().sum::<usize>();
    let agency = agencies.iter().max_by_key(|(key, names)| (sum(names), Reverse((*key).clone())));
    let mut outlets: BTreeMap<Result<usize, Vec<String>>, Vec<&Claim>> = BTreeMap::new();
    for claim in claims.iter().flatten().filter(|claim| claim.reason < Reason::AgencyCredit) {
        let source = match &claim.source {
            Source::Member(at) => Ok(*at),
            Source::Outlet(name) | Source::Agency(name) => Err(claims::key(name)),
        };
        outlets.entry(source).or_default().push(claim);
    }
    // A named source that names one itself is on the way, not the origin.
    let names_one = |at: &usize| {
        claims.get(*at).is_some_and(|own| own.iter().any(|claim| claim.reason < Reason::AgencyCredit))
    };
    let outlet = outlets
        .iter()
        .filter(|(source, _)| source.as_ref().map_or(true, |at| !names_one(at)))
        .max_by_key(|(source, claims)| (claims.len(), source.is_ok(), Reverse((*source).clone())));
    let most = |names: &BTreeMap<String, usize>| {
        names.iter().max_by_key(|(name, n)| (**n, Reverse((*name).clone()))).map(|(name, _)| name.clone())
    };
    if let Some((key, names)) = agency.filter(|(_, names)| outlet.is_none_or(|(_, c)| sum(names) >= c.len()))
    {
        return Some((Origin::Agency(most(names)?), Reason::AgencyCredit, own.get(key).copied()));
    }
    let (source, claims) = outlet?;
    let reason = claims.iter().map(|claim| claim.reason).min()?;
    match source {
        Ok(at) => Some((Origin::Article(members.get(*at)?.article.id), reason, Some(*at))),
        Err(_) => claims.first().and_then(|claim| match &claim.source {
            Source::Outlet(name) | Source::Agency(name) => Some((Origin::Outlet(name.clone()), reason, None)),
            Source::Member(_) => None,
        }),
    }
}
