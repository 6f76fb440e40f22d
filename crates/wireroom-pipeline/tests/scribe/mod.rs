//! A writer on loopback that answers whatever it is told to, in the form of chat completions or in none.
#![allow(dead_code, reason = "each test file uses its part")]

use serde_json::{Value, json};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use wireroom_fetch::{Config, Writer, WriterAddress};
use wireroom_pipeline::WriterSettings;

/// One request as it came.
#[derive(Debug, Clone)]
pub struct Asked {
    pub prompt: String,
    /// Number and text of each sentence given.
    pub sentences: Vec<(u64, String)>,
    /// A reader's question.
    pub question: Option<String>,
}

pub enum Reply {
    /// The words of a well-formed answer.
    Words(String),
    /// Status line and body as they are.
    Raw(&'static str, String),
    /// Bytes without end.
    Endless,
    /// The connection ends at once.
    Reset,
    /// No byte for as long as the client waits.
    Hang,
    /// Words, once it is let go.
    Held(Arc<Notify>, String),
}

/// The server.
#[derive(Clone)]
pub struct Scribe {
    port: u16,
    pub asked: Arc<Mutex<Vec<Asked>>>,
    /// Rung when a request has come.
    pub came: Arc<Notify>,
}

impl Scribe {
    pub async fn open(answer: impl Fn(&Asked) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let scribe =
            Self { port: listener.local_addr().unwrap().port(), asked: Arc::default(), came: Arc::default() };
        let (serving, answer) = (scribe.clone(), Arc::new(answer));
        tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                let (scribe, answer) = (serving.clone(), Arc::clone(&answer));
                tokio::spawn(async move { scribe.serve(socket, &*answer).await });
            }
        });
        scribe
    }

    /// The settings of a house that asks this writer.
    pub fn settings(&self, prompt: &str) -> WriterSettings {
        self.waiting(prompt, Duration::from_secs(2))
    }

    /// The same, of one that waits as long as a test may need.
    pub fn patient_settings(&self, prompt: &str) -> WriterSettings {
        self.waiting(prompt, Duration::from_secs(300))
    }

    fn waiting(&self, prompt: &str, timeout: Duration) -> WriterSettings {
        let address = WriterAddress {
            base: format!("http://127.0.0.1:{}/v1", self.port),
            model: "scribe-1".to_owned(),
            key: None,
            timeout,
        };
        let allow = [format!("127.0.0.1:{}", self.port).parse().unwrap()].into_iter().collect();
        WriterSettings {
            writer: Writer::new(&Config { allow, ..Config::default() }, &address).unwrap(),
            prompt: prompt.to_owned(),
            answer_prompt: "answer".to_owned(),
            requests: 1_000,
            characters: 1_000_000,
        }
    }

    pub fn times(&self) -> usize {
        self.asked.lock().unwrap().len()
    }

    async fn serve(&self, mut socket: TcpStream, answer: &(impl Fn(&Asked) -> Reply + Sync)) {
        let Some(asked) = read(&mut socket).await else { return };
        self.asked.lock().unwrap().push(asked.clone());
        self.came.notify_one();
        match answer(&asked) {
            Reply::Words(words) => send(&mut socket, "200 OK", &form(&words)).await,
            Reply::Raw(status, body) => send(&mut socket, status, &body).await,
            Reply::Reset => {}
            Reply::Hang => tokio::time::sleep(Duration::from_secs(600)).await,
            Reply::Held(until, words) => {
                until.notified().await;
                send(&mut socket, "200 OK", &form(&words)).await;
            }
            Reply::Endless => {
                let head = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n";
                let mut written = socket.write_all(head).await;
                let chunk = format!("1000\r\n{}\r\n", "x".repeat(4_096));
                while written.is_ok() {
                    written = socket.write_all(chunk.as_bytes()).await;
                }
            }
        }
    }
}

/// An answer in the form of chat completions.
pub fn form(words: &str) -> String {
    json!({"choices": [{"message": {"role": "assistant", "content": words}}]}).to_string()
}

/// One row of an answer.
pub fn row(text: &str, cites: &[u64]) -> String {
    json!({ "text": text, "cites": cites }).to_string()
}

async fn send(socket: &mut TcpStream, status: &str, body: &str) {
    let answer = format!(
        "HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
        body.len()
    );
    let _ = socket.write_all(answer.as_bytes()).await;
}

async fn read(socket: &mut TcpStream) -> Option<Asked> {
    let mut bytes = Vec::new();
    let mut some = [0_u8; 4_096];
    loop {
        let head = bytes.windows(4).position(|w| w == b"\r\n\r\n");
        if let Some(at) = head {
            let head = String::from_utf8_lossy(&bytes[..at]).to_lowercase();
            let length = head.lines().find_map(|line| line.strip_prefix("content-length: "))?;
            if bytes.len() >= at + 4 + length.trim().parse::<usize>().ok()? {
                let body: Value = serde_json::from_slice(&bytes[at + 4..]).ok()?;
                return Some(asked(&body));
            }
        }
        match socket.read(&mut some).await {
            Ok(0) | Err(_) => return None,
            Ok(n) => bytes.extend_from_slice(&some[..n]),
        }
    }
}

fn asked(body: &Value) -> Asked {
    let rows = body["messages"][1]["content"].as_str().unwrap_or("");
    let rows: Vec<Value> = rows.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let sentence = |row: &Value| Some((row["n"].as_u64()?, row["text"].as_str()?.to_owned()));
    Asked {
        prompt: body["messages"][0]["content"].as_str().unwrap_or("").to_owned(),
        sentences: rows.iter().filter_map(sentence).collect(),
        question: rows.iter().find_map(|row| Some(row["question"].as_str()?.to_owned())),
    }
}
