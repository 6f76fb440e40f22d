//! One comment with everything that can be done to it: answering, editing and deleting one's own, reporting, muting its
//! author; what it said before, for its author and for editors; an editor's decision. Every act is looked at against who
//! asks, in the store too. Start at [`one`] and [`act`].

use super::view::{Row, Sight, sight};
use super::{MAX_COMMENT, comment, did, eye, notice, refused, rows, text};
use crate::fields::Fields;
use crate::frame::Frame;
use crate::pages::page;
use crate::session::Asker;
use crate::stamp::{self, Stamp};
use crate::state::ServerState;
use crate::{Problem, wording};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use wireroom_store::commenting::{NewComment, Spoken};
use wireroom_store::comments::{Aim, Comment, CommentState};
use wireroom_store::moderation::{Ruling, Verdict};

/// The longest reason of a report or a decision (characters).
pub const MAX_REASON: usize = 500;

#[derive(Debug, Template)]
#[template(path = "pages/talk/one.html")]
struct OnePage {
    frame: Frame,
    row: Row,
    notice: Option<String>,
    fault: Option<String>,
    /// What was typed and not taken, with the act.
    typed: Option<(String, String)>,
    may_answer: bool,
    /// The text as typed, for its author.
    own: Option<String>,
    may_delete: bool,
    may_report: bool,
    /// The author may be muted, or is.
    mute: Option<bool>,
    history: Vec<(String, Stamp, String)>,
    rulings: Vec<RulingRow>,
    reports: Vec<(String, Stamp, String)>,
    /// For an editor: whether it is hidden now.
    rule: Option<bool>,
    help: String,
    most: usize,
    most_reason: usize,
}

/// A decision as pages show it.
#[derive(Debug)]
pub struct RulingRow {
    pub words: String,
    pub at: Stamp,
    pub reason: String,
}

impl RulingRow {
    pub fn new(ruling: Ruling, now: wireroom_model::When) -> Self {
        let by = ruling.by.unwrap_or_else(|| say!("talk-nobody"));
        Self {
            words: match ruling.verdict {
                Verdict::Hidden => say!("talk-ruled-hidden", by = by),
                Verdict::Stands => say!("talk-ruled-stands", by = by),
            },
            at: stamp::ago(ruling.at, now),
            reason: ruling.reason,
        }
    }
}

/// `?did=edited`.
#[derive(Debug, serde::Deserialize)]
pub struct After {
    did: Option<String>,
}

/// The page of a comment.
pub async fn one(
    State(state): State<ServerState>,
    asker: Asker,
    Path(number): Path<String>,
    Query(after): Query<After>,
) -> Result<Response, Problem> {
    let comment = comment(&state, &asker, &number).await?;
    model(&state, &asker, &comment, notice(after.did.as_deref()), None).await
}

/// What was typed for which act, and why it was not taken.
type Refused = (String, String, String);

async fn model(
    state: &ServerState,
    asker: &Asker,
    comment: &Comment,
    notice: Option<String>,
    refused: Option<Refused>,
) -> Result<Response, Problem> {
    let (eye, now) = (eye(asker), state.clock.now());
    let own = comment.by == Some(eye.user);
    let sees = sight(comment, eye);
    // What stands only as a line for this reader is no page; a muted one is, so that it can be unmuted.
    if matches!(sees, Sight::Gone(_)) && !comment.muted && !eye.is_editor {
        return Err(Problem::missing("comment", comment.id.get()));
    }
    let shown = comment.state == CommentState::Shown;
    let insider = own || eye.is_editor;
    let history = if insider { state.store.comment_history(comment.id).await? } else { Vec::new() };
    let act = |act: &str| if act == "deleted" { say!("talk-was-deleted") } else { say!("talk-was-edited") };
    let rulings = if insider { state.store.rulings_on(comment.id).await? } else { Vec::new() };
    let reports = if eye.is_editor { state.store.comment_reports(comment.id).await? } else { Vec::new() };
    let row = rows(state, asker, &[comment]).await?.pop().ok_or_else(Problem::no_page)?;
    let (typed, fault) = match refused {
        Some((act, text, fault)) => (Some((act, text)), Some(fault)),
        None => (None, None),
    };
    let status = if fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let model = OnePage {
        frame: Frame::new(state, Some(asker), say!("talk-title-one", name = row.name.as_str()), ""),
        notice,
        fault,
        typed,
        may_answer: shown && !comment.muted,
        own: (own && matches!(comment.state, CommentState::Shown | CommentState::Waiting))
            .then(|| comment.body.clone()),
        may_delete: own && comment.state != CommentState::Deleted,
        may_report: shown && !own && !comment.muted,
        mute: comment.by.filter(|_| !own).map(|_| comment.muted),
        history: history
            .into_iter()
            .map(|earlier| (act(&earlier.act), stamp::ago(earlier.at, now), earlier.body))
            .collect(),
        rulings: rulings.into_iter().map(|ruling| RulingRow::new(ruling, now)).collect(),
        reports: reports
            .into_iter()
            .map(|report| (report.by, stamp::ago(report.at, now), report.reason))
            .collect(),
        rule: (eye.is_editor && comment.state != CommentState::Deleted)
            .then_some(comment.state == CommentState::Hidden),
        help: say!("talk-say-help", n = MAX_COMMENT),
        most: MAX_COMMENT,
        most_reason: MAX_REASON,
        row,
    };
    Ok((status, page(&model)?).into_response())
}

/// Does one thing to a comment: answer, edit, delete, report, mute, unmute.
pub async fn act(
    State(state): State<ServerState>,
    Path((number, act)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Problem> {
    let asker = &fields.asker;
    let comment = comment(&state, asker, &number).await?;
    let (id, now) = (comment.id, state.clock.now().unix());
    let insider = comment.by == Some(asker.id()) || eye(asker).is_editor;
    if matches!(sight(&comment, eye(asker)), Sight::Gone(_)) && !comment.muted && !insider {
        return Err(Problem::missing("comment", id.get()));
    }
    let body = match act.as_str() {
        "answer" | "edit" => match text(&fields) {
            Ok(text) => text,
            Err(fault) => {
                let refused = (act, fields.text("text").to_owned(), fault);
                return model(&state, asker, &comment, None, Some(refused)).await;
            }
        },
        _ => wording::cut(fields.text("reason"), MAX_REASON),
    };
    let mut tx = state.store.begin().await?;
    let (spoken, word) = match act.as_str() {
        "answer" => {
            let new = NewComment {
                by: asker.id(),
                role: asker.user.role,
                story: comment.story,
                answers: Some(id),
                aim: &Aim::Story,
                body: &body,
            };
            (tx.say(&new, now).await?, "said")
        }
        "edit" => (tx.edit_comment(id, asker.id(), asker.user.role, &body, now).await?, "edited"),
        "delete" => (tx.delete_comment(id, asker.id(), now).await?, "deleted"),
        "report" => (tx.report_comment(id, asker.id(), &body, now).await?, "reported"),
        "mute" | "unmute" => {
            let author = comment.by.ok_or_else(Problem::no_page)?;
            tx.mute_reader(asker.id(), author, (act == "mute").then_some(now)).await?;
            (Spoken::Done(id), if act == "mute" { "muted" } else { "unmuted" })
        }
        _ => return Err(Problem::no_page()),
    };
    tx.commit().await?;
    if let Some(fault) = refused(&state, spoken) {
        return model(&state, asker, &comment, None, Some((act, body, fault))).await;
    }
    let story = format!("{}/story/{}/comments?did=", state.base(), comment.story);
    let to = match (word, spoken) {
        ("said", _) | (_, Spoken::Waits(_)) => format!("{story}{}", did(spoken)),
        ("edited" | "reported", _) => format!("{}/comment/{id}?did={word}", state.base()),
        _ => format!("{story}{word}"),
    };
    Ok(Redirect::to(&to).into_response())
}
