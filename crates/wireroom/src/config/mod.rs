//! Every setting of the program, from flag, environment, file and default, in that order of strength.
//! It refuses a name it does not know and a value it cannot read, and says which of the four it came from.
//! Start at [`table::SETTINGS`], the one declaration of each; docs/configuration.md is printed from it.

mod table;

pub use table::{Config, LogFormat, SETTINGS, SITES_FOLDER, Setting};

use clap::{Arg, ArgMatches};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The file read from the data folder when no other is named.
const FILE_NAME: &str = "wireroom.toml";
/// Largest settings file that is read, in bytes.
const MAX_FILE_BYTES: u64 = 1 << 20;

/// The flags, for the command line.
pub fn flags() -> Vec<Arg> {
    let file = Arg::new("config")
        .long("config")
        .value_name("FILE")
        .global(true)
        .help("Settings file [default: wireroom.toml in the data folder]");
    let settings = SETTINGS.iter().map(|s| {
        Arg::new(s.key)
            .long(s.key)
            .value_name(s.value)
            .global(true)
            .help(s.flag_help())
            .help_heading("Settings")
    });
    std::iter::once(file).chain(settings).collect()
}

/// A variable of the environment by its name (handed in, so that tests need not change the process).
pub type Environment<'e> = &'e dyn Fn(&str) -> Option<String>;

/// Reads all four places.
pub fn load(matches: &ArgMatches, environment: Environment<'_>) -> Result<Config, String> {
    let mut config = Config::default();
    for (setting, value, place) in found(matches, environment)? {
        (setting.set)(&mut config, &value).map_err(|why| format!("{place}: {why}"))?;
    }
    Ok(config)
}

/// Which settings are set, and where: never their values, which may be secret.
pub fn places(matches: &ArgMatches, environment: Environment<'_>) -> Result<Vec<String>, String> {
    let found = found(matches, environment)?;
    Ok(found.into_iter().map(|(setting, _, place)| format!("{} by {place}", setting.key)).collect())
}

fn found(
    matches: &ArgMatches,
    environment: Environment<'_>,
) -> Result<Vec<(&'static Setting, String, String)>, String> {
    let flag = |key: &str| matches.get_one::<String>(key).cloned();
    let data = flag("data").or_else(|| environment("WIREROOM_DATA"));
    let folder = data.map_or_else(|| Config::default().data, PathBuf::from);
    let file = read_file(flag("config").map(PathBuf::from), &folder)?;
    let mut all = Vec::new();
    for setting in SETTINGS {
        let variable = setting.variable();
        let found = flag(setting.key)
            .map(|v| (v, format!("--{}", setting.key)))
            .or_else(|| environment(&variable).map(|v| (v, variable)))
            .or_else(|| {
                file.values
                    .get(setting.key)
                    .map(|v| (v.clone(), format!("\"{}\" in {}", setting.key, file.name)))
            });
        all.extend(found.map(|(value, place)| (setting, value, place)));
    }
    Ok(all)
}

#[derive(Default)]
struct SettingsFile {
    name: String,
    values: BTreeMap<String, String>,
}

fn read_file(named: Option<PathBuf>, folder: &Path) -> Result<SettingsFile, String> {
    let path = named.clone().unwrap_or_else(|| folder.join(FILE_NAME));
    let name = path.display().to_string();
    match std::fs::metadata(&path) {
        Err(_) if named.is_none() => return Ok(SettingsFile::default()),
        Err(error) => return Err(format!("the settings file {name} cannot be read: {error}")),
        Ok(meta) if meta.len() > MAX_FILE_BYTES => {
            return Err(format!(
                "the settings file {name} is larger than {MAX_FILE_BYTES} bytes; is it the right file?"
            ));
        }
        Ok(_) => {}
    }
    let text = std::fs::read_to_string(&path)
        .map_err(|e| format!("the settings file {name} cannot be read: {e}"))?;
    parse_file(&text, &name)
}

fn parse_file(text: &str, name: &str) -> Result<SettingsFile, String> {
    let table: toml::Table =
        text.parse().map_err(|e| format!("the settings file {name} is not TOML: {e}"))?;
    let mut values = BTreeMap::new();
    for (key, value) in table {
        if !SETTINGS.iter().any(|s| s.key == key) {
            return Err(format!("\"{key}\" in {name} is no setting; docs/configuration.md lists them"));
        }
        let value = match value {
            toml::Value::String(text) => text,
            toml::Value::Array(items) => {
                let words = items.iter().map(|i| i.as_str().map_or_else(|| i.to_string(), str::to_owned));
                words.collect::<Vec<_>>().join(",")
            }
            other => other.to_string(),
        };
        values.insert(key, value);
    }
    Ok(SettingsFile { name: name.to_owned(), values })
}

/// docs/configuration.md, from the table.
pub fn documentation() -> String {
    let mut page = String::from(
        "# Configuration\n\nEvery setting has a flag, an environment variable and a key in `wireroom.toml` (in the data \
         folder, or named by `--config`). A flag is stronger than the environment, the environment than the file.\n\n\
         | flag | environment | file key | default | what it does |\n|---|---|---|---|---|\n",
    );
    for s in SETTINGS {
        page.push_str(&format!(
            "| `--{} {}` | `{}` | `{}` | {} | {} |\n",
            s.key,
            s.value,
            s.variable(),
            s.key,
            if s.default.is_empty() { "none".to_owned() } else { format!("`{}`", s.default) },
            s.doc
        ));
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load_with(arguments: &[&str], variables: &[(&str, &str)]) -> Result<Config, String> {
        let command = clap::Command::new("t").args(flags());
        let matches =
            command.try_get_matches_from(std::iter::once("t").chain(arguments.iter().copied())).unwrap();
        let lookup = |name: &str| variables.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned());
        load(&matches, &lookup)
    }

    #[test]
    fn a_flag_is_stronger_than_the_environment_and_that_than_the_file() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(
            folder.path().join(FILE_NAME),
            "listen = \"127.0.0.1:1\"\nworkers = 3\nallow = [\"nas.local\"]\n",
        )
        .unwrap();
        let data = folder.path().to_str().unwrap();
        let read = |a: &[&str], v| load_with(&[&["--data", data], a].concat(), v).unwrap();
        assert_eq!(read(&[], &[]).listen.port(), 1);
        assert_eq!(read(&[], &[("WIREROOM_LISTEN", "127.0.0.1:2")]).listen.port(), 2);
        assert_eq!(
            read(&["--listen", "127.0.0.1:3"], &[("WIREROOM_LISTEN", "127.0.0.1:2")]).listen.port(),
            3
        );
        assert_eq!(read(&[], &[]).workers, 3);
        assert_eq!(read(&[], &[]).allow.len(), 1);
    }

    #[test]
    fn a_value_that_cannot_be_read_names_its_place() {
        let told = load_with(&[], &[("WIREROOM_LISTEN", "nowhere")]).unwrap_err();
        assert!(told.contains("WIREROOM_LISTEN") && told.contains("nowhere"), "{told}");
        let told = parse_file("lisen = 1", "x.toml").err().unwrap();
        assert!(told.contains("lisen") && told.contains("x.toml"), "{told}");
    }

    #[test]
    fn every_default_in_the_table_is_the_one_in_force() {
        let mut read = Config::default();
        for s in SETTINGS.iter().filter(|s| !s.default.is_empty()) {
            (s.set)(&mut read, s.default).unwrap();
        }
        assert_eq!(read, Config::default());
    }

    #[test]
    fn docs_configuration_md_says_what_the_table_says() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/configuration.md");
        let written = std::fs::read_to_string(path).unwrap_or_default();
        if written != documentation() && std::env::var_os("WIREROOM_BLESS").is_some() {
            std::fs::write(path, documentation()).unwrap();
            return;
        }
        assert_eq!(
            written,
            documentation(),
            "docs/configuration.md drifted: run the tests once with WIREROOM_BLESS=1"
        );
    }
}
