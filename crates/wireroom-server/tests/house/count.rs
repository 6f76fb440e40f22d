//! The press's origins by hand: a family is its agency's, else its first printing's; one text is kept as unknown.

use super::Printed;
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::{Counted, Coverage, FamilyId, Ground, Printings, Whose};

pub fn coverage(printed: &[&Printed]) -> Coverage {
    let mut families: BTreeMap<FamilyId, Vec<&Printed>> = BTreeMap::new();
    for one in printed {
        families.entry(one.family).or_default().push(one);
    }
    let (mut origins, mut unknown) = (BTreeMap::<Whose, Vec<Printings>>::new(), Vec::new());
    for (family, members) in families {
        let agency = members.iter().find_map(|one| one.agency.clone());
        let ground = match (&agency, members.len()) {
            (Some(_), _) => Ground::AgencyCredit,
            (None, 1) if members[0].body.split_whitespace().count() < 10 => Ground::Short,
            (None, 1) => Ground::Alone,
            (None, _) => Ground::Earliest,
        };
        let words = agency.as_ref().map(|agency| format!("({agency})")).unwrap_or_default();
        let whose = agency.map_or_else(|| Whose::Outlet(members[0].outlet.clone()), Whose::Agency);
        let outlet = matches!(whose, Whose::Outlet(_)).then(|| members[0].outlet.clone());
        let articles = members.iter().map(|one| one.id).collect();
        let text = Printings { family: Some(family), articles, outlet, ground, words };
        match ground.is_known() {
            true => origins.entry(whose).or_default().push(text),
            false => unknown.push(text),
        }
    }
    let outlets: BTreeSet<&str> = printed.iter().map(|one| one.outlet.as_str()).collect();
    Coverage {
        articles: u32::try_from(printed.len()).unwrap_or(u32::MAX),
        outlets: u32::try_from(outlets.len()).unwrap_or(u32::MAX),
        publishers: None,
        unlisted: 0,
        origins: origins.into_iter().map(|(whose, texts)| Counted { whose, texts }).collect(),
        unknown,
    }
}
