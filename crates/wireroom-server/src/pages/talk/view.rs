//! What a reader is shown of a thread: which comments whole, which as a line that says why they are not there, how they
//! are set in. Pure and tested; the words are finished here. A line stands only for what somebody answered.

use super::markdown::Prose;
use crate::stamp::{self, Stamp};
use std::collections::{BTreeMap, BTreeSet};
use wireroom_model::{CommentId, UserId, When};
use wireroom_store::comments::{Comment, CommentState};

/// Who looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Eye {
    pub user: UserId,
    pub is_editor: bool,
}

/// How much of a comment somebody sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    Whole,
    /// Whole, though not everybody sees it: it waits for an editor.
    Waiting,
    /// The same for one that an editor hid.
    Hidden,
    /// A line in its place.
    Gone(Why),
}

/// Why a comment is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    Deleted,
    Hidden,
    Waits,
    Muted,
}

/// What `eye` sees of a comment.
pub fn sight(comment: &Comment, eye: Eye) -> Sight {
    let own = comment.by == Some(eye.user);
    match comment.state {
        CommentState::Deleted => Sight::Gone(Why::Deleted),
        CommentState::Hidden if own || eye.is_editor => Sight::Hidden,
        CommentState::Hidden => Sight::Gone(Why::Hidden),
        CommentState::Waiting if own || eye.is_editor => Sight::Waiting,
        CommentState::Waiting => Sight::Gone(Why::Waits),
        CommentState::Shown if comment.muted => Sight::Gone(Why::Muted),
        CommentState::Shown => Sight::Whole,
    }
}

/// What a comment stands on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// What a figure counts, with its value.
    pub figure: Option<String>,
    /// The words, while their version is kept.
    pub quote: Option<String>,
    pub lang: String,
    pub dir: &'static str,
    /// Below the site's base.
    pub path: String,
}

/// A comment as a page shows it.
#[derive(Debug)]
pub struct Row {
    pub id: u64,
    pub story: u64,
    pub name: String,
    pub said: Stamp,
    pub edited: Option<Stamp>,
    /// None where only a line stands for it.
    pub body: Option<Prose>,
    /// Why it is not there, or why not everybody sees it.
    pub note: Option<String>,
    pub about: Option<About>,
    /// Whom it answers, where the place on the page does not say it.
    pub answers: Option<String>,
    /// A list of answers opens before it; it has none of its own; so many lists close after it.
    pub opens: bool,
    pub leaf: bool,
    pub closes: usize,
}

impl Row {
    /// Sets one comment on its own.
    pub fn new(comment: &Comment, eye: Eye, about: Option<About>, now: When) -> Self {
        let sight = sight(comment, eye);
        let note = match sight {
            Sight::Whole => None,
            Sight::Waiting => Some(say!("talk-waits")),
            Sight::Hidden => Some(say!("talk-hidden-seen")),
            Sight::Gone(Why::Deleted) => Some(say!("talk-deleted")),
            Sight::Gone(Why::Hidden) => Some(say!("talk-hidden")),
            Sight::Gone(Why::Waits) => Some(say!("talk-waits-others")),
            Sight::Gone(Why::Muted) => Some(say!("talk-muted")),
        };
        let whole = !matches!(sight, Sight::Gone(_));
        Self {
            id: comment.id.get(),
            story: comment.story.get(),
            name: match (&comment.name, sight) {
                (_, Sight::Gone(Why::Muted)) => String::new(),
                (Some(name), _) => name.clone(),
                (None, _) => say!("talk-nobody"),
            },
            said: stamp::ago(comment.said_at, now),
            edited: (whole && comment.edits > 0).then(|| stamp::ago(comment.changed_at, now)),
            body: whole.then(|| Prose::new(&comment.body)),
            note,
            about,
            answers: None,
            opens: false,
            leaf: true,
            closes: 0,
        }
    }
}

/// The comments in reading order, each thread as it was answered, without lines that stand for nothing.
pub fn in_order(comments: &[Comment], eye: Eye) -> Vec<&Comment> {
    let mut below: BTreeMap<CommentId, Vec<&Comment>> = BTreeMap::new();
    for comment in comments {
        if let Some(parent) = comment.parent {
            below.entry(parent).or_default().push(comment);
        }
    }
    // Numbers grow with time: an answer has a greater one than what it answers.
    let mut by_number: Vec<&Comment> = comments.iter().collect();
    by_number.sort_by_key(|comment| std::cmp::Reverse(comment.id));
    let mut stands = BTreeSet::new();
    for comment in by_number {
        let answered =
            below.get(&comment.id).is_some_and(|all| all.iter().any(|one| stands.contains(&one.id)));
        if answered || !matches!(sight(comment, eye), Sight::Gone(_)) {
            stands.insert(comment.id);
        }
    }
    let mut order = Vec::new();
    let mut waiting: Vec<&Comment> = Vec::new();
    for root in comments.iter().filter(|comment| comment.parent.is_none()) {
        waiting.push(root);
        while let Some(comment) = waiting.pop() {
            if stands.contains(&comment.id) {
                order.push(comment);
                let answers = below.get(&comment.id).into_iter().flatten().rev();
                waiting.extend(answers.copied());
            }
        }
    }
    order
}

/// Says of rows in reading order where lists of answers open and close; `depths` are theirs.
pub fn nest(rows: &mut [Row], depths: &[u64]) {
    let mut before = None;
    for (at, row) in rows.iter_mut().enumerate() {
        let depth = depths.get(at).copied().unwrap_or_default();
        let next = depths.get(at + 1).copied().unwrap_or_default();
        row.opens = before.is_some_and(|before| depth > before);
        row.leaf = next <= depth;
        row.closes = usize::try_from(depth.saturating_sub(next)).unwrap_or_default();
        before = Some(depth);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wireroom_model::StoryId;
    use wireroom_store::comments::Aim;

    fn id(number: u64) -> CommentId {
        CommentId::new(number).unwrap()
    }

    fn user(number: u64) -> UserId {
        UserId::new(number).unwrap()
    }

    fn comment(number: u64, parent: Option<u64>, depth: u64, state: CommentState) -> Comment {
        Comment {
            id: id(number),
            root: id(1),
            parent: parent.map(id),
            depth,
            story: StoryId::new(9).unwrap(),
            by: Some(user(1)),
            name: Some("Ada".to_owned()),
            aim: Aim::Story,
            body: "So.".to_owned(),
            state,
            edits: 0,
            said_at: 0,
            changed_at: 0,
            reports: 0,
            muted: false,
        }
    }

    const READER: fn() -> Eye = || Eye { user: user(2), is_editor: false };

    fn numbers(comments: &[Comment], eye: Eye) -> Vec<u64> {
        in_order(comments, eye).iter().map(|comment| comment.id.get()).collect()
    }

    #[test]
    fn a_deleted_comment_stands_as_a_line_while_somebody_answered_it() {
        use CommentState::{Deleted, Shown};
        let thread =
            [comment(1, None, 0, Deleted), comment(2, Some(1), 1, Shown), comment(3, Some(1), 1, Deleted)];
        assert_eq!(numbers(&thread, READER()), [1, 2]);
        assert_eq!(sight(&thread[0], READER()), Sight::Gone(Why::Deleted));
        assert!(Row::new(&thread[0], READER(), None, When::from_unix(9).unwrap()).body.is_none());
        assert_eq!(numbers(&thread[..1], READER()), [] as [u64; 0]);
    }

    #[test]
    fn what_is_hidden_or_waits_is_seen_by_its_author_and_by_editors() {
        let author = Eye { user: user(1), is_editor: false };
        let editor = Eye { user: user(3), is_editor: true };
        let hidden = comment(1, None, 0, CommentState::Hidden);
        let waiting = comment(1, None, 0, CommentState::Waiting);
        for eye in [author, editor] {
            assert_eq!(sight(&hidden, eye), Sight::Hidden);
            assert_eq!(sight(&waiting, eye), Sight::Waiting);
        }
        assert_eq!(sight(&hidden, READER()), Sight::Gone(Why::Hidden));
        assert_eq!(numbers(&[waiting], READER()), [] as [u64; 0]);
        let muted = Comment { muted: true, ..comment(1, None, 0, CommentState::Shown) };
        let row = Row::new(&muted, READER(), None, When::from_unix(9).unwrap());
        assert!(row.body.is_none() && row.name.is_empty());
    }

    #[test]
    fn answers_stand_below_what_they_answer_and_every_list_is_closed() {
        use CommentState::Shown;
        let thread = [
            comment(1, None, 0, Shown),
            comment(2, Some(1), 1, Shown),
            comment(3, Some(1), 1, Shown),
            comment(4, Some(2), 2, Shown),
        ];
        assert_eq!(numbers(&thread, READER()), [1, 2, 4, 3]);
        let order = in_order(&thread, READER());
        let now = When::from_unix(9).unwrap();
        let mut rows: Vec<Row> = order.iter().map(|one| Row::new(one, READER(), None, now)).collect();
        let depths: Vec<u64> = order.iter().map(|one| one.depth).collect();
        nest(&mut rows, &depths);
        let shape: Vec<_> = rows.iter().map(|row| (row.opens, row.leaf, row.closes)).collect();
        assert_eq!(shape, [(false, false, 0), (true, false, 0), (true, true, 1), (false, true, 1)]);
    }
}
