//! A headless Chromium, driven over its debugging pipe with nothing but the standard library: messages of JSON, each
//! ended by a zero byte, on the file descriptors 3 and 4. Waits only for what was asked; every wait has an end.
//! Start at [`Chromium::found`], then [`Tab::open`].

use serde_json::{Value, json};
use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// The longest silence before an answer: axe over the longest page on a slow machine.
const PATIENCE: Duration = Duration::from_secs(120);
/// Messages of the browser kept until somebody looks at them.
const MAX_EVENTS: usize = 20_000;
/// The descriptors that Chromium speaks on, bound to our pipes by a shell: std has no other safe way.
const WRAP: &str = r#"exec "$0" "$@" 3<&0 4>&1 0</dev/null 1>/dev/null 2>/dev/null"#;

/// A running browser; it ends with the value.
pub struct Chromium {
    child: Child,
    to: ChildStdin,
    from: Receiver<Value>,
    events: VecDeque<Value>,
    last: u64,
    _profile: tempfile::TempDir,
}

/// The program: WIREROOM_CHROMIUM, or what the system calls it.
fn program() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("WIREROOM_CHROMIUM") {
        return Some(named.into());
    }
    let path = std::env::var_os("PATH")?;
    ["chromium", "chromium-browser", "google-chrome"].iter().find_map(|name| {
        std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
    })
}

impl Chromium {
    /// A fresh browser, or none with a line that says so; with CI=true none is a failure.
    pub fn found() -> Option<Self> {
        let Some(program) = program() else {
            super::skipped("no Chromium (WIREROOM_CHROMIUM, or chromium on the path)");
            return None;
        };
        let profile = tempfile::tempdir().unwrap();
        let mut child = Command::new("sh")
            .args(["-c", WRAP])
            .arg(program)
            .args([
                "--headless",
                "--remote-debugging-pipe",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
            ])
            .args(["--hide-scrollbars", "--disable-background-networking", "--disable-component-update"])
            .args(["--disable-sync", "--disable-quic", "--mute-audio", "--force-color-profile=srgb"])
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (to, from) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        let (heard, hear) = channel();
        std::thread::spawn(move || {
            let mut from = BufReader::new(from);
            let mut line = Vec::new();
            while matches!(from.read_until(0, &mut line), Ok(read) if read > 0) {
                line.pop();
                let Ok(message) = serde_json::from_slice(&line) else { break };
                if heard.send(message).is_err() {
                    break;
                }
                line.clear();
            }
        });
        Some(Self { child, to, from: hear, events: VecDeque::new(), last: 0, _profile: profile })
    }

    fn call(&mut self, session: Option<&str>, method: &str, params: Value) -> Result<Value, String> {
        self.last += 1;
        let id = self.last;
        let mut message = json!({"id": id, "method": method, "params": params});
        if let Some(session) = session {
            message["sessionId"] = session.into();
        }
        let mut bytes = serde_json::to_vec(&message).unwrap();
        bytes.push(0);
        self.to.write_all(&bytes).map_err(|e| format!("{method}: the browser is gone ({e})"))?;
        loop {
            let mut answer = self.next().ok_or_else(|| format!("{method}: no answer"))?;
            if answer["id"] != id {
                self.keep(answer);
                continue;
            }
            return match answer.get("error") {
                Some(error) => Err(format!("{method}: {error}")),
                None => Ok(answer["result"].take()),
            };
        }
    }

    /// The next message. As no more than MAX_EVENTS are kept, no wait is without an end.
    fn next(&mut self) -> Option<Value> {
        self.from.recv_timeout(PATIENCE).ok()
    }

    fn keep(&mut self, event: Value) {
        assert!(self.events.len() < MAX_EVENTS, "the browser tells more than anybody listens to");
        self.events.push_back(event);
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        // Asked to close, it ends all its processes; the kill is for one that does not listen.
        let _ = self.call(None, "Browser.close", json!({}));
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// How a page is looked at.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    pub name: &'static str,
    pub width: u32,
    pub dark: bool,
    /// What the browser says in Accept-Language.
    pub tongue: &'static str,
    pub script: bool,
    /// True where axe looks too, which takes ten times what all else does.
    pub axe: bool,
}

impl Look {
    pub const LIGHT: Self =
        Self { name: "light", width: 1280, dark: false, tongue: "en", script: true, axe: true };
}

/// One tab, with cookies of its own, closed with the value.
pub struct Tab<'c> {
    chromium: &'c mut Chromium,
    session: String,
    context: String,
}

impl<'c> Tab<'c> {
    /// An empty tab that sees as `look` says.
    pub fn open(chromium: &'c mut Chromium, look: Look) -> Self {
        let new = chromium.call(None, "Target.createBrowserContext", json!({})).unwrap();
        let context = new["browserContextId"].as_str().unwrap().to_owned();
        let params = json!({"url": "about:blank", "browserContextId": context});
        let target = chromium.call(None, "Target.createTarget", params).unwrap();
        let params = json!({"targetId": target["targetId"], "flatten": true});
        let attached = chromium.call(None, "Target.attachToTarget", params).unwrap();
        let session = attached["sessionId"].as_str().unwrap().to_owned();
        let mut tab = Self { chromium, session, context };
        for domain in ["Page", "Network", "Runtime"] {
            tab.call(&format!("{domain}.enable"), json!({}));
        }
        tab.look(look);
        tab
    }

    /// Changes how the tab sees. The page is to be loaded anew.
    pub fn look(&mut self, look: Look) {
        self.resize(look.width);
        let scheme = if look.dark { "dark" } else { "light" };
        let features = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
        self.call("Emulation.setEmulatedMedia", features);
        self.call("Network.setExtraHTTPHeaders", json!({"headers": {"Accept-Language": look.tongue}}));
        self.call("Emulation.setScriptExecutionDisabled", json!({"value": !look.script}));
    }

    /// Makes the tab so many pixels wide, with the page as it stands.
    pub fn resize(&mut self, width: u32) {
        let size = json!({"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false});
        self.call("Emulation.setDeviceMetricsOverride", size);
    }

    /// One command of the protocol.
    pub fn call(&mut self, method: &str, params: Value) -> Value {
        let session = self.session.clone();
        self.chromium.call(Some(&session), method, params).unwrap_or_else(|why| panic!("{why}"))
    }

    /// Goes to an address and waits until it is loaded.
    pub fn go(&mut self, url: &str) {
        self.chromium.events.clear();
        let answer = self.call("Page.navigate", json!({"url": url}));
        assert!(answer.get("errorText").is_none(), "{url}: {}", answer["errorText"]);
        self.wait("Page.loadEventFired");
    }

    /// Forgets what the browser told, so that a wait is for what comes.
    pub fn forget(&mut self) {
        self.chromium.events.clear();
    }

    /// Waits for an event, which is taken; dialogs that open meanwhile are closed and kept.
    pub fn wait(&mut self, method: &str) -> Value {
        loop {
            if let Some(at) = self.chromium.events.iter().position(|event| event["method"] == method) {
                return self.chromium.events.remove(at).unwrap();
            }
            let event = self.chromium.next().unwrap_or_else(|| panic!("{method} did not come"));
            let dialog = event["method"] == "Page.javascriptDialogOpening";
            self.chromium.keep(event);
            if dialog {
                self.call("Page.handleJavaScriptDialog", json!({"accept": false}));
            }
        }
    }

    /// What the browser told since the last [`Tab::go`] under this name.
    pub fn told(&mut self, method: &str) -> Vec<Value> {
        // An answer comes after everything that happened before it was asked for.
        self.call("Runtime.evaluate", json!({"expression": "0"}));
        let events = self.chromium.events.iter().filter(|event| event["method"] == method);
        events.map(|event| event["params"].clone()).collect()
    }

    /// The value of an expression in the page; a promise is awaited.
    pub fn value(&mut self, expression: &str) -> Value {
        self.tried(expression).unwrap_or_else(|| panic!("the page left while it was asked: {expression}"))
    }

    /// The same; `None` where the page went elsewhere before it answered.
    pub fn tried(&mut self, expression: &str) -> Option<Value> {
        let params = json!({"expression": expression, "awaitPromise": true, "returnByValue": true});
        let session = self.session.clone();
        let mut answer = match self.chromium.call(Some(&session), "Runtime.evaluate", params) {
            Ok(answer) => answer,
            Err(why) if why.contains("navigated") => return None,
            Err(why) => panic!("{why}"),
        };
        assert!(answer.get("exceptionDetails").is_none(), "{}", answer["exceptionDetails"]);
        Some(answer["result"]["value"].take())
    }

    /// Presses a key as a person does: "Tab", "Enter", "a".
    pub fn press(&mut self, key: &str) {
        let (code, text) = match key {
            "Tab" => (9, ""),
            "Enter" => (13, "\r"),
            "Escape" => (27, ""),
            " " => (32, " "),
            other => (other.to_uppercase().bytes().next().map_or(0, i32::from), other),
        };
        let name = if key == " " { "Space" } else { key };
        let down = if text.is_empty() { "rawKeyDown" } else { "keyDown" };
        let event =
            json!({"type": down, "key": key, "code": name, "text": text, "windowsVirtualKeyCode": code});
        self.call("Input.dispatchKeyEvent", event);
        let event = json!({"type": "keyUp", "key": key, "code": name, "windowsVirtualKeyCode": code});
        self.call("Input.dispatchKeyEvent", event);
    }

    /// Types words where the focus is.
    pub fn write(&mut self, words: &str) {
        self.call("Input.insertText", json!({"text": words}));
    }
}

impl Drop for Tab<'_> {
    fn drop(&mut self) {
        let params = json!({"browserContextId": self.context});
        let _ = self.chromium.call(None, "Target.disposeBrowserContext", params);
    }
}
