//! The binary: cli, config, wiring.
fn main() {}
