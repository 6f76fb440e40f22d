//! `cargo shots`: the pictures of the README and docs/design.md, taken anew from the demo by a headless Chromium.
//! It builds the program, waits until the demo has read everything, and writes docs/pictures/, each picture thinned to
//! so many colours as fit `MAX_BYTES`. `cargo shots http://127.0.0.1:8420` takes them of a demo that already runs.

use crate::root;
use color_quant::NeuQuant;
use std::fs::File;
use std::io::BufWriter;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// The demo's address while pictures are taken; not the usual one, so that a running house is left alone.
const ADDRESS: &str = "127.0.0.1:18511";
/// What one picture may weigh: a clone carries them all for ever.
const MAX_BYTES: u64 = 200_000;
/// Colours of a picture, the most first.
const COLOURS: [usize; 4] = [256, 128, 64, 32];
/// Of how many points the choice of colours looks at one: 1 looks at all, 30 at the fewest.
const EVERY: i32 = 5;
/// How long the demo may take to read its press, in seconds.
const PATIENCE: u32 = 120;
/// Name, path of the page (`{story}` is the first story of the front page), width and height in pixels, dark or light.
const SHOTS: [(&str, &str, u32, u32, bool); 6] = [
    ("front", "/", 1280, 1150, false),
    ("front-dark", "/", 1280, 1150, true),
    ("front-phone", "/", 390, 1200, false),
    ("story", "{story}", 1280, 1500, false),
    ("story-phone", "{story}", 390, 1200, true),
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

/// `cargo shots [HOUSE]`.
pub fn run(house: Option<&str>) -> Result<(), String> {
    let started = if house.is_none() { Some(demo()?) } else { None };
    let own = format!("http://{ADDRESS}");
    let house = house.map_or(own.as_str(), |house| house.trim_end_matches('/'));
    if started.is_some() {
        wait(house)?;
    }
    let front = fetch(house, "/")?;
    let story = front
        .split("href=\"")
        .filter_map(|part| part.split(['"', '#', '?']).next())
        .find(|link| link.starts_with("/story/"));
    let story = story.ok_or("the front page has no story")?;
    let folder = root().join("docs/pictures");
    std::fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    for (name, path, width, height, dark) in SHOTS {
        let file = folder.join(format!("{name}.png"));
        shoot(&file, &format!("{house}{}", path.replace("{story}", story)), width, height, dark)?;
        let bytes = thin(&file)?;
        println!("docs/pictures/{name}.png, {bytes} bytes");
    }
    Ok(())
}

/// The demo of this tree, built and begun.
fn demo() -> Result<Demo, String> {
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
    Ok(Demo(demo.map_err(|e| format!("the demo does not start: {e}"))?))
}

fn wait(house: &str) -> Result<(), String> {
    let mut quiet = 0;
    for _ in 0..PATIENCE {
        std::thread::sleep(Duration::from_secs(1));
        let idle = fetch(house, "/healthz").is_ok_and(|health| health.contains("\"jobs_waiting\":0"));
        quiet = if idle { quiet + 1 } else { 0 };
        // The press publishes in waves; the first two are out after half a minute.
        if quiet >= 40 {
            return Ok(());
        }
    }
    Err("the demo did not come to rest".to_owned())
}

fn fetch(house: &str, path: &str) -> Result<String, String> {
    let out = Command::new("curl")
        .args(["-sf", &format!("{house}{path}")])
        .output()
        .map_err(|e| format!("curl: {e}"))?;
    if out.status.success() {
        Ok(String::from_utf8_lossy(&out.stdout).into_owned())
    } else {
        Err(format!("{path} gives no answer"))
    }
}

fn shoot(file: &Path, url: &str, width: u32, height: u32, dark: bool) -> Result<(), String> {
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
        .arg(url)
        .stderr(Stdio::null())
        .status()
        .map_err(|e| format!("chromium: {e}"))?;
    let _ = std::fs::remove_dir_all(profile);
    if status.success() && file.exists() { Ok(()) } else { Err(format!("chromium took no picture of {url}")) }
}

/// Writes a picture anew with no more colours than fit what it may weigh, and says what it weighs.
fn thin(file: &Path) -> Result<u64, String> {
    let fault = |e: &dyn std::fmt::Display| format!("{}: {e}", file.display());
    let picture = image::open(file).map_err(|e| fault(&e))?.to_rgba8();
    for colours in COLOURS {
        let chosen = NeuQuant::new(EVERY, colours, picture.as_raw());
        let points: Vec<u8> =
            picture.pixels().map(|point| u8::try_from(chosen.index_of(&point.0)).unwrap_or(0)).collect();
        let out = BufWriter::new(File::create(file).map_err(|e| fault(&e))?);
        let mut encoder = png::Encoder::new(out, picture.width(), picture.height());
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_palette(chosen.color_map_rgb());
        encoder.set_compression(png::Compression::High);
        encoder.set_filter(png::Filter::NoFilter);
        let mut writer = encoder.write_header().map_err(|e| fault(&e))?;
        writer.write_image_data(&points).map_err(|e| fault(&e))?;
        writer.finish().map_err(|e| fault(&e))?;
        let bytes = std::fs::metadata(file).map_err(|e| fault(&e))?.len();
        if bytes <= MAX_BYTES {
            return Ok(bytes);
        }
    }
    Err(format!("{}: over {MAX_BYTES} bytes with the fewest colours: make it shorter", file.display()))
}
