//! The pages as a browser shows them: a headless Chromium over the demo's press. Where there is no Chromium, no axe
//! (WIREROOM_AXE names axe.min.js) or no Nu checker (WIREROOM_VNU names vnu.jar), a test says so in a line and is
//! skipped; with CI=true that is a failure. `.ci/run` brings all three.
//! `chromium.rs` drives the browser, `houses.rs` has what it looks at, `pages.rs` which pages there are.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice)]

mod chromium;
mod every_page;
mod hostile;
mod houses;
mod keys;
mod markup;
mod pages;
mod refused;
mod weight;

use std::sync::{Mutex, MutexGuard};

/// Held by each test: one browser at a time, so that none takes the processor from another.
static ALONE: Mutex<()> = Mutex::new(());

fn alone() -> MutexGuard<'static, ()> {
    ALONE.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
}

/// Says what a test was skipped for.
fn skipped(why: &str) {
    let line = format!("skipped: {why}");
    assert_ne!(std::env::var("CI").as_deref(), Ok("true"), "{line}");
    println!("{line}");
}

/// A file that an environment variable names.
fn named(variable: &str) -> Option<String> {
    let file = std::env::var(variable).ok().filter(|file| std::path::Path::new(file).is_file());
    if file.is_none() {
        skipped(&format!("{variable} names no file"));
    }
    file
}
