//! The reader's hand: what a person said of two texts is obeyed before any likeness, whatever the order in which
//! words and texts come. It refuses to forget: a text that a word names stays in the window while the word holds.
//! Where two words contradict each other the later one holds. Start at [`Copies::constrain`].

use crate::families::{self, Member};
use crate::window::Copies;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::{ArticleId, FamilyId};

/// A reader's word on two texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Word {
    /// The first is no printing of the second: it leaves the second's family for good, and so does what is word for
    /// word the same as it. An edited copy of it is judged by the machine as before.
    NotACopy(ArticleId, ArticleId),
    /// The two are printings of one text: their families are one.
    SameText(ArticleId, ArticleId),
}

impl Word {
    const fn names(self) -> [ArticleId; 2] {
        match self {
            Self::NotACopy(one, other) | Self::SameText(one, other) => [one, other],
        }
    }
}

/// The words, by the number under which each was said, and what follows from them.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(from = "BTreeMap<i64, Word>", into = "BTreeMap<i64, Word>")]
pub(crate) struct Said {
    words: BTreeMap<i64, Word>,
    /// The words that no later one contradicts.
    standing: BTreeSet<i64>,
    named: BTreeSet<ArticleId>,
    /// For each text that is joined to others: the smallest of them.
    unit: BTreeMap<ArticleId, ArticleId>,
    units: BTreeMap<ArticleId, BTreeSet<ArticleId>>,
    /// The first stays out of the second's family.
    apart: Vec<(ArticleId, ArticleId)>,
}

impl From<BTreeMap<i64, Word>> for Said {
    fn from(words: BTreeMap<i64, Word>) -> Self {
        let mut said = Self { words, ..Self::default() };
        said.weigh();
        said
    }
}

impl From<Said> for BTreeMap<i64, Word> {
    fn from(said: Said) -> Self {
        said.words
    }
}

impl Said {
    /// Reads the words anew, the latest first: one that contradicts those that were read does not stand.
    fn weigh(&mut self) {
        let words = std::mem::take(&mut self.words);
        *self = Self { named: words.values().flat_map(|word| word.names()).collect(), ..Self::default() };
        for (&number, &word) in words.iter().rev() {
            let [one, other] = word.names().map(|id| self.unit_of(id));
            let stands = match word {
                Word::NotACopy(article, from) if one != other => {
                    self.apart.push((article, from));
                    true
                }
                Word::NotACopy(..) => false,
                Word::SameText(..) if one == other => true,
                Word::SameText(..) => {
                    let free = !self.apart.iter().any(|&(a, b)| {
                        let units = [self.unit_of(a), self.unit_of(b)];
                        units == [one, other] || units == [other, one]
                    });
                    if free {
                        self.join(one, other);
                    }
                    free
                }
            };
            if stands {
                self.standing.insert(number);
            }
        }
        self.words = words;
    }

    fn unit_of(&self, id: ArticleId) -> ArticleId {
        self.unit.get(&id).copied().unwrap_or(id)
    }

    fn join(&mut self, one: ArticleId, other: ArticleId) {
        let mut all = BTreeSet::from([one, other]);
        all.extend([one, other].iter().filter_map(|root| self.units.remove(root)).flatten());
        let root = one.min(other);
        self.unit.extend(all.iter().map(|&id| (id, root)));
        self.units.insert(root, all);
    }

    pub(crate) fn names(&self, id: ArticleId) -> bool {
        self.named.contains(&id)
    }

    pub(crate) fn all_named(&self) -> impl Iterator<Item = ArticleId> + '_ {
        self.named.iter().copied()
    }

    /// True where readers' words make one text of the two.
    pub(crate) fn joins(&self, one: ArticleId, other: ArticleId) -> bool {
        self.unit_of(one) == self.unit_of(other)
    }

    /// The texts that words join to this one, itself among them.
    fn joined(&self, id: ArticleId) -> impl Iterator<Item = ArticleId> + '_ {
        self.units.get(&self.unit_of(id)).into_iter().flatten().copied()
    }
}

/// What hangs together with `from` by likeness and by readers' words.
pub(crate) fn reach<M: Member>(
    texts: &BTreeMap<ArticleId, M>,
    from: &BTreeSet<ArticleId>,
    hubs: &mut BTreeMap<ArticleId, bool>,
    limit: usize,
    said: &Said,
) -> BTreeSet<ArticleId> {
    let mut group = families::reach(texts, from, hubs, limit);
    loop {
        let mut more: BTreeSet<ArticleId> = group.iter().flat_map(|&id| said.joined(id)).collect();
        more.retain(|id| texts.contains_key(id) && !group.contains(id));
        if more.is_empty() || group.len() >= limit {
            return group;
        }
        // Those that hang together with what is joined, and what was found before.
        group.extend(families::reach(texts, &more, hubs, limit));
    }
}

/// The anchor of every text of `group`, as likeness has it and as readers' words change that.
pub(crate) fn cluster<M: Member>(
    texts: &BTreeMap<ArticleId, M>,
    group: &BTreeSet<ArticleId>,
    hubs: &BTreeMap<ArticleId, bool>,
    said: &Said,
) -> BTreeMap<ArticleId, ArticleId> {
    let machine = families::cluster(texts, group, hubs);
    if !group.iter().any(|&id| said.names(id)) {
        return machine;
    }
    let barred = barred(texts, group, &machine, said);
    let rest: BTreeSet<ArticleId> =
        group.iter().copied().filter(|&id| !barred.contains_key(&said.unit_of(id))).collect();
    let heads = if barred.is_empty() { machine } else { families::cluster(texts, &rest, hubs) };
    let mut table = Table::new(Room { texts, hubs, said, barred: &barred }, &heads);
    for &id in &rest {
        for other in said.joined(id).filter(|other| rest.contains(other)) {
            table.unite(id, other);
        }
    }
    let longest = |id: ArticleId| (Reverse(texts.get(&id).map_or(0, |text| text.numbers().len())), id);
    let mut units: Vec<Vec<ArticleId>> = barred.values().map(|bar| bar.members.clone()).collect();
    for unit in &mut units {
        unit.sort_by_key(|&id| longest(id));
    }
    units.sort_by_key(|unit| unit.first().map(|&id| longest(id)));
    for unit in &units {
        table.seat(unit);
    }
    table.anchors(longest)
}

/// Texts that words take out of families, one unit of joined texts together.
struct Bar {
    members: Vec<ArticleId>,
    /// Texts that they never stand with.
    from: BTreeSet<ArticleId>,
}

/// Who leaves, by unit. What is left is the family that likeness makes, less those who leave it for a reader's word:
/// of two that leave, one may still be a copy of the other.
fn barred<M: Member>(
    texts: &BTreeMap<ArticleId, M>,
    group: &BTreeSet<ArticleId>,
    machine: &BTreeMap<ArticleId, ArticleId>,
    said: &Said,
) -> BTreeMap<ArticleId, Bar> {
    let mut leaving: BTreeMap<ArticleId, BTreeSet<ArticleId>> = BTreeMap::new();
    for &(article, from) in said.apart.iter().filter(|(_, from)| group.contains(from)) {
        for id in same_words(texts, group, article, from, said) {
            leaving.entry(said.unit_of(id)).or_default().insert(from);
        }
    }
    let of_unit = |unit: ArticleId| group.iter().copied().filter(move |&id| said.unit_of(id) == unit);
    let leaves_for = |id: ArticleId, anchor: &ArticleId| {
        let from = leaving.get(&said.unit_of(id));
        from.is_some_and(|from| from.iter().any(|other| machine.get(other) == Some(anchor)))
    };
    let bar = |unit: ArticleId, others: &BTreeSet<ArticleId>| {
        let members: Vec<ArticleId> = of_unit(unit).collect();
        let mut from = BTreeSet::new();
        for &other in others {
            from.extend(of_unit(said.unit_of(other)));
            let Some(anchor) = machine.get(&other) else { continue };
            let family = machine.iter().filter(|(_, of)| *of == anchor).map(|(&id, _)| id);
            from.extend(family.filter(|&id| !leaves_for(id, anchor)));
        }
        from.retain(|id| !members.contains(id));
        Bar { members, from }
    };
    leaving.iter().map(|(&unit, others)| (unit, bar(unit, others))).collect()
}

/// The article, and what is word for word the same, unless the other is that too: then the word is for the one alone.
fn same_words<M: Member>(
    texts: &BTreeMap<ArticleId, M>,
    group: &BTreeSet<ArticleId>,
    article: ArticleId,
    from: ArticleId,
    said: &Said,
) -> Vec<ArticleId> {
    let words = |id: ArticleId| texts.get(&id).map(Member::numbers).filter(|words| !words.is_empty());
    let own = words(article).filter(|own| words(from) != Some(own));
    let twin = |id: ArticleId| own.is_some() && words(id) == own && !said.joins(id, from);
    group.iter().copied().filter(|&id| id == article || twin(id)).collect()
}

/// What seating a text asks of.
#[derive(Clone, Copy)]
struct Room<'a, M> {
    texts: &'a BTreeMap<ArticleId, M>,
    hubs: &'a BTreeMap<ArticleId, bool>,
    said: &'a Said,
    barred: &'a BTreeMap<ArticleId, Bar>,
}

/// Families while readers' words are obeyed: sets of texts, each with the heads that others attach to.
struct Table<'a, M> {
    room: Room<'a, M>,
    set: BTreeMap<ArticleId, usize>,
    sets: Vec<BTreeSet<ArticleId>>,
    heads: BTreeSet<ArticleId>,
}

impl<'a, M: Member> Table<'a, M> {
    fn new(room: Room<'a, M>, anchors: &BTreeMap<ArticleId, ArticleId>) -> Self {
        let mut table =
            Self { room, set: BTreeMap::new(), sets: Vec::new(), heads: anchors.values().copied().collect() };
        for head in table.heads.clone() {
            table.open(head);
        }
        for (&id, head) in anchors {
            if let Some(&place) = table.set.get(head) {
                table.put(id, place);
            }
        }
        table
    }

    fn open(&mut self, id: ArticleId) -> usize {
        self.sets.push(BTreeSet::new());
        let place = self.sets.len() - 1;
        self.put(id, place);
        place
    }

    fn put(&mut self, id: ArticleId, place: usize) {
        self.set.insert(id, place);
        if let Some(set) = self.sets.get_mut(place) {
            set.insert(id);
        }
    }

    fn unite(&mut self, one: ArticleId, other: ArticleId) {
        let (Some(&into), Some(&from)) = (self.set.get(&one), self.set.get(&other)) else { return };
        if into != from {
            for id in self.sets.get_mut(from).map(std::mem::take).unwrap_or_default() {
                self.put(id, into);
            }
        }
    }

    /// Seats texts that a word took out of a family: each with the best head that no word forbids, all together.
    fn seat(&mut self, unit: &[ArticleId]) {
        let mut home: Option<ArticleId> = None;
        for &id in unit {
            let best = self.best(id, unit, home);
            let seat = best.and_then(|head| self.set.get(&head).copied());
            let seat = seat.or_else(|| {
                // It stands for itself, at home or alone, and copies of it may attach to it.
                self.heads.insert(id);
                home.and_then(|home| self.set.get(&home).copied())
            });
            match seat {
                Some(place) => self.put(id, place),
                None => {
                    self.open(id);
                }
            }
            match home {
                Some(home) => self.unite(home, id),
                None => home = Some(id),
            }
        }
    }

    fn best(&self, id: ArticleId, unit: &[ArticleId], home: Option<ArticleId>) -> Option<ArticleId> {
        let hub = |id: ArticleId| self.room.hubs.get(&id).copied().unwrap_or(false);
        let home = home.and_then(|home| self.members(home));
        let may = |head: ArticleId| {
            self.members(head).is_some_and(|set| {
                !self.forbids(unit.iter(), set) && home.is_none_or(|home| !self.forbids(home.iter(), set))
            })
        };
        let pairs = self.room.texts.get(&id).filter(|_| !hub(id))?.pairs();
        let open = pairs.iter().filter(|(other, _)| self.heads.contains(other) && !hub(**other));
        open.filter(|(other, _)| may(**other))
            .max_by(|(a, one), (b, two)| one.mine.total_cmp(&two.mine).then_with(|| b.cmp(a)))
            .map(|(&other, _)| other)
    }

    fn members(&self, id: ArticleId) -> Option<&BTreeSet<ArticleId>> {
        self.sets.get(*self.set.get(&id)?)
    }

    /// True where a word keeps one of these from one of the set, from whichever side.
    fn forbids<'i>(&self, ids: impl Iterator<Item = &'i ArticleId>, set: &BTreeSet<ArticleId>) -> bool {
        let bar = |id: ArticleId| self.room.barred.get(&self.room.said.unit_of(id)).map(|bar| &bar.from);
        ids.into_iter().any(|&id| {
            bar(id).is_some_and(|from| !from.is_disjoint(set))
                || set.iter().any(|&other| bar(other).is_some_and(|from| from.contains(&id)))
        })
    }

    /// Each family's anchor: the longest of its heads, no hub where there is another.
    fn anchors<K: Ord>(&self, longest: impl Fn(ArticleId) -> K) -> BTreeMap<ArticleId, ArticleId> {
        let hub = |id: ArticleId| self.room.hubs.get(&id).copied().unwrap_or(false);
        let mut anchors = BTreeMap::new();
        for set in &self.sets {
            let heads = set.iter().copied().filter(|id| self.heads.contains(id));
            if let Some(anchor) = heads.min_by_key(|&id| (hub(id), longest(id))) {
                anchors.extend(set.iter().map(|&id| (id, anchor)));
            }
        }
        anchors
    }
}

impl Copies {
    /// Remembers a reader's word and obeys it at once; gives back whose family changed. `number` tells words apart and
    /// which of two is the later one. Texts that are not in the window yet are judged by it when they come; to move a
    /// family whose texts have left the window, restore them first.
    pub fn constrain(&mut self, number: i64, word: Word) -> Vec<(ArticleId, FamilyId)> {
        self.change(|said| said.words.insert(number, word))
    }

    /// Takes a word back: what it moved goes where the machine, and the words that still hold, put it.
    pub fn release(&mut self, number: i64) -> Vec<(ArticleId, FamilyId)> {
        self.change(|said| said.words.remove(&number))
    }

    /// Remembers many words at once, for a window that is still empty.
    pub fn constrain_all(&mut self, words: impl IntoIterator<Item = (i64, Word)>) {
        self.change(|said| {
            said.words.extend(words);
            None
        });
    }

    /// The words with their numbers, and whether each stands: a later one may contradict it.
    pub fn words(&self) -> impl Iterator<Item = (i64, Word, bool)> + '_ {
        let said = self.said();
        said.words.iter().map(|(&number, &word)| (number, word, said.standing.contains(&number)))
    }

    fn change(&mut self, change: impl FnOnce(&mut Said) -> Option<Word>) -> Vec<(ArticleId, FamilyId)> {
        let before = self.said().clone();
        let mut said = before.clone();
        change(&mut said);
        said.weigh();
        let differs = |number: &i64| {
            before.standing.contains(number) != said.standing.contains(number)
                || before.words.get(number) != said.words.get(number)
        };
        let changed = before.words.iter().chain(&said.words).filter(|(number, _)| differs(number));
        let named: BTreeSet<ArticleId> = changed.flat_map(|(_, word)| word.names()).collect();
        let joined = named.iter().flat_map(|&id| before.joined(id).chain(said.joined(id)));
        let touched = joined.chain(named.iter().copied()).collect();
        self.obey(said, &touched)
    }
}
