//! The writer's settings put together: address, model, key, prompts, budget. Without an address there is none.
//! Every error names its setting. Start at [`writer`].

use crate::config::Config;
use std::io::Read;
use std::net::IpAddr;
use std::path::Path;
use std::time::Duration;
use url::{Host, Url};
use wireroom_brief::written;
use wireroom_fetch::{Writer, WriterAddress};
use wireroom_pipeline::WriterSettings;

/// Largest key file, in bytes.
const MAX_KEY: u64 = 4 << 10;
/// Largest prompt, in bytes: it goes out with every question.
const MAX_PROMPT: u64 = 16 << 10;

/// The writer of the settings; `None` where there is none.
pub fn writer(config: &Config, way_out: &wireroom_fetch::Config) -> Result<Option<WriterSettings>, String> {
    let Some(base) = &config.writer else {
        let orphan =
            [("model", config.writer_model.is_some()), ("key-file", config.writer_key_file.is_some())];
        return match orphan.iter().find(|(_, set)| *set) {
            Some((name, _)) => Err(format!(
                "writer-{name} is set and writer is not: set writer to the address, or take writer-{name} away"
            )),
            None => Ok(None),
        };
    };
    let Some(model) = &config.writer_model else {
        return Err("writer is set and writer-model is not: name the model that is asked for".to_owned());
    };
    let key =
        config.writer_key_file.as_deref().map(|file| read(file, "writer-key-file", MAX_KEY)).transpose()?;
    let address = WriterAddress {
        base: base.clone(),
        model: model.clone(),
        key: key.map(|key| key.trim().to_owned()),
        timeout: Duration::from_secs(config.writer_seconds),
    };
    let writer = Writer::new(way_out, &address).map_err(|why| format!("writer: {why}"))?;
    inward(base, way_out)?;
    let prompt = |file: &Option<std::path::PathBuf>, name, own: &str| match file {
        Some(file) => read(file, name, MAX_PROMPT),
        None => Ok(own.to_owned()),
    };
    Ok(Some(WriterSettings {
        writer,
        prompt: prompt(&config.writer_prompt, "writer-prompt", written::PROMPT)?,
        answer_prompt: prompt(&config.writer_answer_prompt, "writer-answer-prompt", written::ANSWER_PROMPT)?,
        requests: config.writer_requests,
        characters: config.writer_characters,
    }))
}

/// An address that is plainly inside needs its entry now, not an error with the first story.
fn inward(base: &str, way_out: &wireroom_fetch::Config) -> Result<(), String> {
    let Ok(url) = Url::parse(base) else { return Ok(()) };
    let ip = match url.host() {
        Some(Host::Ipv4(ip)) => IpAddr::V4(ip),
        Some(Host::Ipv6(ip)) => IpAddr::V6(ip),
        Some(Host::Domain("localhost")) => IpAddr::V4(std::net::Ipv4Addr::LOCALHOST),
        // A name is judged by what it resolves to, each time.
        _ => return Ok(()),
    };
    let (host, port) = (url.host_str().unwrap_or_default(), url.port_or_known_default().unwrap_or(443));
    way_out.allow.judge(host, port, ip).map_err(|why| {
        format!("writer: {host}:{port} is refused, for {why}; if it is yours, add {host}:{port} to allow")
    })
}

fn read(file: &Path, setting: &str, most: u64) -> Result<String, String> {
    let told = |why: &dyn std::fmt::Display| format!("{setting}: {} cannot be read: {why}", file.display());
    let mut text = String::new();
    let opened = std::fs::File::open(file).map_err(|error| told(&error))?;
    opened.take(most + 1).read_to_string(&mut text).map_err(|error| told(&error))?;
    if text.len() as u64 > most {
        return Err(format!(
            "{setting}: {} is longer than {most} bytes; is it the right file?",
            file.display()
        ));
    }
    if text.trim().is_empty() {
        return Err(format!("{setting}: {} is empty", file.display()));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(change: impl FnOnce(&mut Config)) -> Result<Option<WriterSettings>, String> {
        let mut config = Config::default();
        change(&mut config);
        let allow = config.allow.iter().cloned().collect();
        writer(&config, &wireroom_fetch::Config { allow, ..wireroom_fetch::Config::default() })
    }

    fn local(config: &mut Config) {
        config.writer = Some("http://127.0.0.1:11434/v1".to_owned());
        config.writer_model = Some("small".to_owned());
        config.allow = vec!["127.0.0.1:11434".parse().unwrap()];
    }

    #[test]
    fn a_house_has_no_writer_unless_it_is_told() {
        assert!(told(|_| {}).unwrap().is_none());
        let settings = told(local).unwrap().unwrap();
        assert_eq!(
            (settings.prompt.as_str(), settings.answer_prompt.as_str()),
            (written::PROMPT, written::ANSWER_PROMPT)
        );
        assert_eq!((settings.requests, settings.characters), (200, 200_000));
    }

    #[test]
    fn a_wrong_setting_is_named_with_the_way_out() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str, text: &str| {
            let path = folder.path().join(name);
            std::fs::write(&path, text).unwrap();
            path
        };
        let (empty, long) = (file("empty", " \n"), file("long", &"x".repeat(20_000)));
        type Change<'c> = &'c dyn Fn(&mut Config);
        let cases: [(Change<'_>, &str); 8] = [
            (&|c| c.writer_model = Some("small".to_owned()), "writer-model is set and writer is not"),
            (&|c| c.writer_key_file = Some("k".into()), "writer-key-file is set and writer is not"),
            (&|c| c.writer = Some("http://127.0.0.1:1/v1".to_owned()), "writer-model is not"),
            (&|c| (local(c), c.allow.clear()).1, "add 127.0.0.1:11434 to allow"),
            (
                &|c| (local(c), c.writer_key_file = Some("nowhere".into())).1,
                "writer-key-file: nowhere cannot be read",
            ),
            (&|c| (local(c), c.writer_prompt = Some(empty.clone())).1, "writer-prompt:"),
            (&|c| (local(c), c.writer_answer_prompt = Some(long.clone())).1, "longer than 16384 bytes"),
            (&|c| (local(c), c.writer = Some("ftp://x".to_owned())).1, "writer:"),
        ];
        for (change, part) in cases {
            let why = told(change).unwrap_err();
            assert!(why.contains(part), "{why}");
        }
    }

    #[test]
    fn a_key_and_prompts_are_files() {
        let folder = tempfile::tempdir().unwrap();
        let (key, prompt) = (folder.path().join("key"), folder.path().join("prompt"));
        std::fs::write(&key, "s3cret\n").unwrap();
        std::fs::write(&prompt, "Be brief.").unwrap();
        let settings = told(|config| {
            local(config);
            config.writer_key_file = Some(key);
            config.writer_prompt = Some(prompt);
        });
        let settings = settings.unwrap().unwrap();
        assert_eq!(settings.prompt, "Be brief.");
        assert!(!format!("{settings:?}").contains("s3cret"));
    }
}
