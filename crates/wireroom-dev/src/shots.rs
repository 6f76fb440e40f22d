//! `cargo shots`: the pictures of the README, taken anew from the demo by a headless Chromium.
//! It builds the program, waits until the demo has read everything, and writes docs/pictures/.

use crate::root;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// The demo's address while pictures are taken; not the usual one, so that a running house is left alone.
const ADDRESS: &str = "127.0.0.1:18511";
/// How long the demo may take to read its press, in seconds.
const PATIENCE: u32 = 120;
/// Name, path of the page (`{story}` is the first story of the front page), width and height in pixels, dark or light.
const SHOTS: [(&str, &str, u32, u32, bool); 5] = [
    ("front", "/", 1280, 1500, false),
    ("front-dark", "/", 1280, 1500, true),
    ("front-phone", "/", 390, 1400, false),
    ("story", "{story}", 1280, 1900, false),
    ("feeds", "/feeds", 1280, 900, false),
];

/// Ends the demo with the tool.
struct Demo(Child);

impl Drop for Demo {
    fn drop(&mut self) {
        // The demo removes its folder on an interrupt; a plain kill would leave it behind.
        let _ = Command::new("kill").args(["-INT", &self.0.id().to_string()]).status();
        let _ = self.0.wait();
    }
}

/// `cargo shots`.
pub fn run() -> Result<(), String> {
    let build = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--release", "-p", "wireroom"])
        .current_dir(root())
        .status();
    if !build.map_err(|e| e.to_string())?.success() {
        return Err("wireroom does not build".to_owned());
    }
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), Into::into);
    let demo = Command::new(target.join("release/wireroom"))
        .args(["demo", "--listen", ADDRESS])
        .stderr(Stdio::null())
        .spawn();
    let _demo = Demo(demo.map_err(|e| format!("the demo does not start: {e}"))?);
    wait()?;
    let front = fetch("/")?;
    let story = front
        .split("href=\"")
        .filter_map(|part| part.split('"').next())
        .find(|link| link.starts_with("/story/"));
    let story = story.ok_or("the front page has no story")?;
    let folder = root().join("docs/pictures");
    std::fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    for (name, path, width, height, dark) in SHOTS {
        shoot(&folder.join(format!("{name}.png")), &path.replace("{story}", story), width, height, dark)?;
        println!("docs/pictures/{name}.png");
    }
    Ok(())
}

fn wait() -> Result<(), String> {
    let mut quiet = 0;
    for _ in 0..PATIENCE {
        std::thread::sleep(Duration::from_secs(1));
        let idle = fetch("/healthz").is_ok_and(|health| health.contains("\"jobs_waiting\":0"));
        quiet = if idle { quiet + 1 } else { 0 };
        // The press publishes in waves; the first two are out after half a minute.
        if quiet >= 40 {
            return Ok(());
        }
    }
    Err("the demo did not come to rest".to_owned())
}

fn fetch(path: &str) -> Result<String, String> {
    let out = Command::new("curl")
        .args(["-sf", &format!("http://{ADDRESS}{path}")])
        .output()
        .map_err(|e| format!("curl: {e}"))?;
    if out.status.success() {
        Ok(String::from_utf8_lossy(&out.stdout).into_owned())
    } else {
        Err(format!("{path} gives no answer"))
    }
}

fn shoot(file: &Path, path: &str, width: u32, height: u32, dark: bool) -> Result<(), String> {
    let profile = std::env::temp_dir().join(format!("wireroom-shots-{}", std::process::id()));
    let mut chromium = Command::new("chromium");
    chromium.args([
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--hide-scrollbars",
        "--disable-background-networking",
    ]);
    if dark {
        chromium.args(["--blink-settings=preferredColorScheme=0"]);
    }
    let status = chromium
        .arg(format!("--user-data-dir={}", profile.display()))
        .arg(format!("--window-size={width},{height}"))
        .arg(format!("--screenshot={}", file.display()))
        .arg(format!("http://{ADDRESS}{path}"))
        .stderr(Stdio::null())
        .status()
        .map_err(|e| format!("chromium: {e}"))?;
    let _ = std::fs::remove_dir_all(profile);
    if status.success() && file.exists() {
        Ok(())
    } else {
        Err(format!("chromium took no picture of {path}"))
    }
}
