//! The editors' page: what waits or was reported, what was decided lately, and the owner's setting for the first comments
//! of a new account. Hiding needs a reason, which its author reads too. It refuses everybody who is no editor.

use super::one::{MAX_REASON, RulingRow};
use super::view::Row;
use super::{comment, eye, notice, rows};
use crate::fields::Fields;
use crate::frame::Frame;
use crate::pages::{Done, Page, page};
use crate::session::Asker;
use crate::state::ServerState;
use crate::{Problem, wording};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Redirect;
use wireroom_store::comments::{Comment, CommentState};
use wireroom_store::moderation::{Report, Verdict};
use wireroom_store::users::Role;

/// Decisions shown.
const MAX_RULINGS: u32 = 30;

#[derive(Debug, Template)]
#[template(path = "pages/talk/moderation.html")]
struct QueuePage {
    frame: Frame,
    waiting: Vec<Waiting>,
    rulings: Vec<(u64, RulingRow)>,
    notice: Option<String>,
    /// For the owner: whether first comments wait.
    setting: Option<bool>,
    most_reason: usize,
}

/// One comment of the queue, and why it is there.
#[derive(Debug)]
struct Waiting {
    /// The headline of the story that it is about.
    story: String,
    row: Row,
    is_first: bool,
    reports: Vec<(String, String)>,
}

/// `?did=ruled`.
#[derive(Debug, serde::Deserialize)]
pub struct After {
    did: Option<String>,
}

fn editor(asker: &Asker) -> Result<(), Problem> {
    if eye(asker).is_editor { Ok(()) } else { Err(Problem::editors_only()) }
}

/// The queue.
pub async fn queue(State(state): State<ServerState>, asker: Asker, Query(after): Query<After>) -> Page {
    editor(&asker)?;
    let found = state.store.comment_queue(asker.viewer()).await?;
    let set = rows(&state, &asker, &found.iter().collect::<Vec<&Comment>>()).await?;
    let mut waiting = Vec::new();
    for (row, comment) in set.into_iter().zip(&found) {
        let reports = state.store.comment_reports(comment.id).await?;
        let said = |report: Report| (report.by, report.reason);
        let is_first = comment.state == CommentState::Waiting;
        let brief = state.store.brief(comment.story, asker.viewer()).await?;
        let story = brief.map(|brief| brief.card.title).unwrap_or_default();
        waiting.push(Waiting { story, row, is_first, reports: reports.into_iter().map(said).collect() });
    }
    let now = state.clock.now();
    let mut rulings = Vec::new();
    for ruling in state.store.latest_rulings(MAX_RULINGS).await? {
        // A decision on what this editor may not see is another editor's.
        if state.store.comment(ruling.comment, asker.viewer()).await?.is_some() {
            rulings.push((ruling.comment.get(), RulingRow::new(ruling, now)));
        }
    }
    let setting = match asker.user.role {
        Role::Owner => Some(state.store.first_comments_wait().await?),
        _ => None,
    };
    page(&QueuePage {
        frame: Frame::new(&state, Some(&asker), say!("talk-moderation"), "/moderation"),
        waiting,
        rulings,
        notice: notice(after.did.as_deref()),
        setting,
        most_reason: MAX_REASON,
    })
}

/// Hides a comment or lets it stand.
pub async fn rule(State(state): State<ServerState>, Path(number): Path<String>, fields: Fields) -> Done {
    editor(&fields.asker)?;
    let comment = comment(&state, &fields.asker, &number).await?;
    let verdict = Verdict::parse(fields.text("verdict")).ok_or_else(Problem::no_page)?;
    let reason = wording::cut(fields.text("reason"), MAX_REASON);
    if verdict == Verdict::Hidden && reason.is_empty() {
        return Err(Problem::refused(say!("talk-fault-reason")));
    }
    let mut tx = state.store.begin().await?;
    let now = state.clock.now().unix();
    if !tx.rule_comment(comment.id, fields.asker.id(), verdict, &reason, now).await? {
        return Err(Problem::refused(say!("talk-fault-nothing")));
    }
    tx.commit().await?;
    Ok(Redirect::to(&format!("{}/moderation?did=ruled", state.base())))
}

/// The owner's setting.
pub async fn set(State(state): State<ServerState>, fields: Fields) -> Done {
    if fields.asker.user.role != Role::Owner {
        return Err(Problem::owner_only());
    }
    let mut tx = state.store.begin().await?;
    tx.let_first_comments_wait(fields.text("first") == "on").await?;
    tx.commit().await?;
    Ok(Redirect::to(&format!("{}/moderation?did=set", state.base())))
}
