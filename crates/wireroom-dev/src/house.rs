//! Who may import whom: ARCHITECTURE.md prints the list, `cargo metadata` says what is so.
//! It refuses an edge that the picture does not show, and a picture that shows an edge nobody uses.

use crate::root;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

/// Room to the rooms it imports, names without the prefix; the binary is "wireroom".
pub type Edges = BTreeMap<String, BTreeSet<String>>;

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    name: String,
    kind: Option<String>,
}

fn room(name: &str) -> Option<&str> {
    if name == "wireroom" { Some(name) } else { name.strip_prefix("wireroom-") }
}

/// The edges that cargo sees (normal and build dependencies; what only tests import is not an edge).
pub fn built() -> Result<Edges, String> {
    let out = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--no-deps", "--offline"])
        .current_dir(root())
        .output()
        .map_err(|e| format!("cargo metadata could not be started: {e}"))?;
    if !out.status.success() {
        return Err(format!("cargo metadata failed: {}", String::from_utf8_lossy(&out.stderr)));
    }
    let metadata: Metadata =
        serde_json::from_slice(&out.stdout).map_err(|e| format!("cargo metadata: {e}"))?;
    Ok(metadata.packages.iter().filter_map(|p| Some((room(&p.name)?.to_owned(), imports(p)))).collect())
}

fn imports(package: &Package) -> BTreeSet<String> {
    let lasting = package.dependencies.iter().filter(|d| d.kind.as_deref() != Some("dev"));
    lasting.filter_map(|d| room(&d.name)).map(str::to_owned).collect()
}

/// The edges that ARCHITECTURE.md prints, in its fenced block that begins with "```edges".
pub fn drawn(architecture: &str) -> Result<Edges, String> {
    let block = architecture.split("```edges\n").nth(1).and_then(|rest| rest.split("```").next());
    let block = block.ok_or("ARCHITECTURE.md has no block that begins with ```edges")?;
    let line = |line: &str| {
        let (room, imports) =
            line.split_once(':').ok_or_else(|| format!("no colon in the edge line \"{line}\""))?;
        Ok((room.trim().to_owned(), imports.split_whitespace().map(str::to_owned).collect()))
    };
    block.lines().filter(|l| !l.trim().is_empty()).map(line).collect()
}

/// Every difference between the picture and the house, a sentence each.
pub fn differences(drawn: &Edges, built: &Edges) -> Vec<String> {
    let rooms: BTreeSet<&String> = drawn.keys().chain(built.keys()).collect();
    let mut found = Vec::new();
    for room in rooms {
        match (drawn.get(room), built.get(room)) {
            (Some(drawn), Some(built)) => {
                found.extend(
                    built
                        .difference(drawn)
                        .map(|to| format!("{room} imports {to}, which ARCHITECTURE.md does not allow")),
                );
                found.extend(
                    drawn
                        .difference(built)
                        .map(|to| format!("ARCHITECTURE.md says {room} imports {to}, but it does not")),
                );
            }
            (None, _) => found.push(format!("ARCHITECTURE.md does not know the room {room}")),
            (_, None) => found.push(format!("ARCHITECTURE.md lists the room {room}, which does not exist")),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edge_that_is_not_drawn_is_told() {
        let drawn = drawn("x\n```edges\nmodel:\ntext: model\n```\n").unwrap();
        let built = super::drawn("```edges\nmodel: text\ntext: model\nextra:\n```").unwrap();
        let told = differences(&drawn, &built);
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told[0].contains("extra") && told[1].contains("model imports text"), "{told:?}");
    }

    #[test]
    fn an_edge_that_nobody_uses_is_told() {
        let drawn = drawn("```edges\nmodel:\ntext: model\n```").unwrap();
        let built = super::drawn("```edges\nmodel:\ntext:\n```").unwrap();
        assert_eq!(differences(&drawn, &built).len(), 1);
    }
}
