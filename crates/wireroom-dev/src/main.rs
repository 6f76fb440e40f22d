//! Our own tools: `cargo tidy` (the house rules that a glance at the tree can show), `cargo eval`
//! (the figures and their floors), `cargo shots` (the README's pictures), `cargo ci` (everything). Nothing of the product depends on this.
//! Start at [`tidy`] and [`eval`].

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done =
        match arguments.split_first() {
            Some((&"tidy", [])) => wireroom_dev::tidy::run(),
            Some((&"eval", rest)) => wireroom_dev::eval::run(rest),
            Some((&"shots", [])) => wireroom_dev::shots::run(None),
            Some((&"shots", [house])) => wireroom_dev::shots::run(Some(house)),
            Some((&"ci", [])) => wireroom_dev::ci(),
            _ => Err("usage: cargo tidy | cargo eval [GATE ... | own --sealed --table --why | ask figures news pairs --sealed --why | feeds --peers | extract --peers | copies --peers | copies-growth --whole | stories-growth --whole] | cargo shots [HOUSE] | cargo ci"
                .to_owned()),
        };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}
