//! The program `wireroom`: hands the command line to the library and turns its answer into an exit status.

use std::process::ExitCode;

fn main() -> ExitCode {
    wireroom::run(std::env::args_os())
}
