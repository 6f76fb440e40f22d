//! The page that says what went wrong and where to go on.

use crate::Problem;
use crate::frame::Frame;
use askama::Template;
use axum::response::Html;

#[derive(Debug, Template)]
#[template(path = "pages/problem/problem.html")]
struct ProblemPage<'a> {
    frame: Frame,
    problem: &'a Problem,
}

/// The page of a problem.
pub fn render(frame: Frame, problem: &Problem) -> Result<Html<String>, askama::Error> {
    ProblemPage { frame, problem }.render().map(Html)
}
