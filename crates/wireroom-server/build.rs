//! Lists the files of `words/` for `src/words.rs`, so that a new language of the interface is one new file.

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=words");
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?).join("words");
    let mut names = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|kind| kind == "ftl") {
            names.push(path);
        }
    }
    names.sort();
    let rows = names.iter().map(|path| {
        let code = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        format!("({code:?}, include_str!({:?})), ", path.display().to_string())
    });
    let list = format!("&[{}]", rows.collect::<String>());
    fs::write(Path::new(&env::var("OUT_DIR").map_err(io::Error::other)?).join("words.rs"), list)
}
