//! What two figures of two texts are to each other. Rules over the two sentences speak first; where they find too little
//! to tell, what both texts share is weighed. A conflict needs two known origins and one time; whatever is missing makes
//! it `unclear`. Start at [`compare`].

use super::Figure;
use super::concepts::Class;
use super::marks::Mark;
use super::shared_names::{Names, common_names, other_place};
use super::telling::Telling;
use super::thing::{alike, other_head, other_thing, rare_value, same_field, same_head, verbatim};
use super::times::{
    DISAGREES, GROWS, LATER, ONE_TIME, Times, grown, grows, moves, printed_apart, rising, times,
};
use super::units::Measure;
use super::values::{Values, measure, one_measure, values};
use super::view::{Around, View};
use super::weigh::{doubtful, other_account, other_scope, weighed};
use serde::Serialize;
use std::sync::{Arc, OnceLock};
use wireroom_model::{Lang, Time, When};
use wireroom_text::dates::DateMention;
use wireroom_text::words::{fold, words};

/// What two figures are to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// One origin alone gives it, in however many texts: of a group of figures, never of a pair.
    Single,
    /// One thing, place, time and value.
    Same,
    /// The same, but one is the other rounded, hedged or bounded.
    Rounded,
    /// Another place, group, period or measure: both can be true.
    Scope,
    /// A count that moves: the later report has the later value.
    Updated,
    /// The texts do not say enough to tell.
    Unclear,
    /// One thing, place and time, values that cannot both be true, two independent origins.
    Conflict,
}

/// A figure as its source states it, ready to be compared.
#[derive(Debug, Clone)]
pub struct Stated<'t> {
    pub figure: Figure,
    /// Whose text it is: sources of one number are one witness, `None` is unknown.
    pub origin: Option<u64>,
    pub(super) lang: Lang,
    pub(super) published: Option<When>,
    pub(super) around: Arc<Around<'t>>,
    /// Drawn when it is first compared with one of its kind: most figures never are.
    view: OnceLock<Box<View>>,
    /// What its text tells as a whole.
    pub(super) telling: Arc<Telling>,
    /// The words of who says so, folded; none where nobody is named.
    pub(super) sayer: Vec<String>,
    /// No other figure of its unit and class stands in the sentence.
    pub(super) alone: bool,
    /// The first count of its fate that its text gives, near the head.
    pub(super) toll: bool,
}

impl<'t> Stated<'t> {
    /// `dates` are the mentions of the whole body or of the sentence.
    pub fn new(
        body: &'t str,
        lang: Lang,
        published: Time,
        origin: Option<u64>,
        figure: Figure,
        dates: &'t [DateMention],
    ) -> Self {
        let telling = Arc::new(Telling::new(body, lang, dates));
        let around = Arc::new(Around::new(body, lang, figure.sentence, dates));
        Self::within(&around, &telling, published, origin, figure)
    }

    /// The same for a figure of a sentence that was read: several may stand in one.
    pub(super) fn within(
        around: &Arc<Around<'t>>,
        telling: &Arc<Telling>,
        published: Time,
        origin: Option<u64>,
        figure: Figure,
    ) -> Self {
        let (lang, sayer) = (around.lang, sayer(around.body(), &figure));
        let (around, telling) = (Arc::clone(around), Arc::clone(telling));
        let (view, published) = (OnceLock::new(), published.known());
        Self { around, view, telling, origin, lang, published, figure, sayer, alone: true, toll: false }
    }

    pub(super) fn view(&self) -> &View {
        self.view.get_or_init(|| Box::new(View::new(&self.around, &self.figure)))
    }

    /// Hashes of the stems of its sentence's words that carry matter, names and numbers aside; sorted, each once.
    pub(super) fn stems(&self) -> &[u64] {
        self.around.stems()
    }

    /// Those of the words around the value, sorted, each once.
    pub(super) fn near(&self) -> Vec<u64> {
        self.around.stems_near(&self.figure)
    }

    /// What the sentence says that makes its figures others than they seem.
    pub(super) fn has(&self, mark: Mark) -> bool {
        self.around.marks().has(mark)
    }

    /// What befell those counted; `None` where the words around say nothing of it.
    pub(super) fn fate(&self) -> Option<&'static str> {
        if self.figure.unit.is_some() {
            return None;
        }
        let fates = self.view().of(Class::Fate);
        ["dead", "injured", "missing", "displaced", "arrested"].into_iter().find(|f| fates.contains(f))
    }

    /// Counts people as such, not one group of them.
    pub(super) fn counts_all(&self) -> bool {
        let things = self.view().of(Class::Thing);
        self.view().of(Class::Group).is_empty() && (things.is_empty() || things.contains(&"people"))
    }

    /// Nothing around the two values says that they are of two things or places.
    pub(super) fn may_be_one(&self, other: &Self) -> bool {
        !other_thing(self, other) && !other_place(self.view(), other.view())
    }

    /// Sentences that tell of one thing, whatever their values: worth showing beside each other.
    pub(super) fn side_by_side(&self, other: &Self) -> bool {
        alike(self, other) && !other_thing(self, other) && !other_place(self.view(), other.view())
    }
}

/// The words of who says so, folded.
fn sayer(body: &str, figure: &Figure) -> Vec<String> {
    let name = figure.speaker.and_then(|span| span.of(body));
    name.map(|name| words(name).map(|word| fold(word.text)).collect()).unwrap_or_default()
}

/// The verdict on two figures, whatever their order.
pub fn compare(a: &Stated<'_>, b: &Stated<'_>) -> Verdict {
    match ruled(a, b) {
        Verdict::Unclear => weighed(a, b),
        Verdict::Conflict if other_account(a, b) || other_scope(a, b) => Verdict::Scope,
        Verdict::Conflict if doubtful(a, b) => Verdict::Unclear,
        verdict => verdict,
    }
}

/// The verdict where rules alone can tell.
fn ruled(a: &Stated<'_>, b: &Stated<'_>) -> Verdict {
    let values = values(&a.figure, &b.figure);
    match values {
        Values::Other => {
            return if one_measure(&a.figure, &b.figure) { Verdict::Unclear } else { Verdict::Scope };
        }
        Values::Equal | Values::Near | Values::Loose | Values::Apart => {}
    }
    if other_thing(a, b) || other_place(a.view(), b.view()) {
        return Verdict::Scope;
    }
    let times = times(a, b);
    let names = common_names(a.view(), b.view());
    // The first tolls of one story's texts are of one thing though their sentences share no name.
    let tolls = a.toll && b.toll;
    if names == Names::None && !alike(a, b) && !tolls {
        return Verdict::Unclear;
    }
    match values {
        Values::Equal | Values::Near => {
            let common = a.view().dates.iter().any(|d| b.view().dates.contains(d));
            let apart = matches!(times, Times::Later | Times::Earlier) && !moves(a, b) && !common;
            // One number beside one name is not yet one thing.
            let dated = times == Times::Same && names == Names::Nested;
            let thing = dated
                || same_field(a, b)
                || same_head(a, b)
                || values == Values::Equal && !a.figure.vague && !b.figure.vague && rare_value(a, b);
            match (apart, values) {
                (true, _) => Verdict::Scope,
                _ if !thing && !tolls => Verdict::Unclear,
                (false, Values::Equal) => Verdict::Same,
                (false, _) => Verdict::Rounded,
            }
        }
        Values::Loose => match differing(a, b, times, names) {
            Verdict::Conflict => Verdict::Unclear,
            verdict => verdict,
        },
        // Two counters count apart: the later one's value is no update of the other's.
        _ => match differing(a, b, times, names) {
            Verdict::Updated if other_sayer(a, b) => Verdict::Unclear,
            verdict => verdict,
        },
    }
}

/// Two texts that are known to be two newsrooms' own.
pub(super) fn independent(a: &Stated<'_>, b: &Stated<'_>) -> bool {
    a.origin.is_some() && b.origin.is_some() && a.origin != b.origin
}

/// Both say who counted, and neither name holds the other.
pub(super) fn other_sayer(a: &Stated<'_>, b: &Stated<'_>) -> bool {
    let nested = |x: &[String], y: &[String]| x.iter().all(|word| y.contains(word));
    !a.sayer.is_empty() && !b.sayer.is_empty() && !nested(&a.sayer, &b.sayer) && !nested(&b.sayer, &a.sayer)
}

/// Values that cannot both hold of one thing and time.
fn differing(a: &Stated<'_>, b: &Stated<'_>, times: Times, names: Names) -> Verdict {
    let printed = printed_apart(a, b);
    let independent = independent(a, b);
    match times {
        Times::Later | Times::Earlier if moves(a, b) => {
            // The later time must not stand in a text that was printed much earlier.
            let hours = a.view().hour != b.view().hour;
            let order = printed
                .is_none_or(|p| p.abs() < LATER && hours || (p > 0) == (times == Times::Later) && p != 0);
            return if order && same_field(a, b) && grows(a, b, GROWS) {
                Verdict::Updated
            } else {
                Verdict::Unclear
            };
        }
        Times::Later | Times::Earlier | Times::Within => return Verdict::Scope,
        Times::Same | Times::Untold => {}
    }
    let (x, y) = (a.view(), b.view());
    let told = !x.dates.is_empty() || !y.dates.is_empty() || x.undated || y.undated;
    let share =
        |s: &Stated<'_>| matches!(measure(&s.figure), None | Some((Measure::Share | Measure::Points, _)));
    let sums = !share(a) && !moves(a, b);
    if times == Times::Untold && !told && independent && sums && verbatim(a, b) && a.alone && b.alone {
        // Nothing moves and nobody names a day: two sentences that are one but for the number.
        let near = printed.is_none_or(|gap| gap.abs() <= 86_400);
        return if near && names == Names::Nested && same_field(a, b) && same_head(a, b) {
            Verdict::Conflict
        } else {
            Verdict::Unclear
        };
    }
    if times == Times::Untold {
        let thing = !other_head(a, b) && (names == Names::Nested || alike(a, b)) || a.toll && b.toll;
        return if thing && independent && grown(a, b, printed) {
            Verdict::Updated
        } else {
            Verdict::Unclear
        };
    }
    if !independent {
        return Verdict::Unclear;
    }
    let ended = a.around.ends() || b.around.ends();
    if moves(a, b) && !ended {
        match printed {
            Some(gap) if gap.abs() > ONE_TIME => {
                let thing = !other_head(a, b) || names == Names::Nested;
                return if thing && same_field(a, b) && rising(a, b, gap) && grows(a, b, GROWS) {
                    Verdict::Updated
                } else {
                    Verdict::Unclear
                };
            }
            Some(_) => {}
            None => return Verdict::Unclear,
        }
    }
    // Words for what is counted may differ where the texts are another's; sentences that are alike say it alike.
    let heads = !other_head(a, b) || !alike(a, b);
    let sure =
        heads && names == Names::Nested && same_field(a, b) && a.alone && b.alone && !x.undated && !y.undated;
    let exact = !a.figure.vague && !b.figure.vague && grows(a, b, DISAGREES) && x.change == y.change;
    if sure && exact { Verdict::Conflict } else { Verdict::Unclear }
}
