//! Progress of long work: a bar where somebody watches, a plain line for each tenth where nobody does.
//! It prints to standard error alone, so that what a command says can be piped.

use crate::house::{House, say};
use indicatif::{ProgressBar, ProgressStyle};
use std::time::Duration;

/// How often a bar over the house's jobs is drawn.
const TICK: Duration = Duration::from_millis(250);

/// One piece of work that is under way.
#[derive(Debug)]
pub struct Steps {
    bar: ProgressBar,
    what: String,
    total: u64,
    /// Tenths that were told.
    told: u64,
}

impl Steps {
    /// Begins; `total` is what `at` counts up to, 0 where nobody knows.
    pub fn new(what: impl Into<String>, total: u64) -> Self {
        let what = what.into();
        let bar = ProgressBar::new(total);
        let template =
            if total == 0 { "{spinner} {msg} {elapsed}" } else { "{bar:40} {percent}% {msg} {eta}" };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        bar.set_message(what.clone());
        bar.enable_steady_tick(TICK);
        if bar.is_hidden() {
            eprintln!("{what}");
        }
        Self { bar, what, total, told: 0 }
    }

    /// So far.
    pub fn at(&mut self, done: u64) {
        self.bar.set_position(done.min(self.total));
        let tenth = (done.min(self.total) * 10).checked_div(self.total).unwrap_or(0);
        if self.bar.is_hidden() && tenth > self.told {
            self.told = tenth;
            eprintln!("{}: {}%", self.what, tenth * 10);
        }
    }
}

impl Drop for Steps {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

/// Does `work` on the house's jobs and shows how many of those that wait are done.
pub async fn jobs<T, E: std::fmt::Display>(
    house: &House,
    what: &str,
    work: impl Future<Output = Result<T, E>>,
) -> Result<T, String> {
    let mut work = Box::pin(work);
    let mut steps: Option<Steps> = None;
    let mut most = 0;
    loop {
        tokio::select! {
            done = &mut work => return done.map_err(say),
            () = tokio::time::sleep(TICK) => {
                let Ok(now) = house.pipeline.progress().await else { continue };
                if now.waiting() > most {
                    most = now.waiting();
                    steps = None;
                }
                let steps = steps.get_or_insert_with(|| Steps::new(what, most));
                steps.at(most - now.waiting());
            }
        }
    }
}
