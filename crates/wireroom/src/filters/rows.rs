//! JSONL in, JSONL out: one row a line, order kept, one row in memory at a time.
//! A broken row is told with its file and line on standard error and counted; it never stops the rest.
//! Start at [`Input`] and [`Output`].

use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Read, StdoutLock, Write};
use std::path::{Path, PathBuf};

/// Longest row that is read, in bytes; a page of 40 MB with its JSON escapes fits.
pub const MAX_ROW_BYTES: usize = 256 << 20;

/// Why a filter stopped before its input ended.
#[derive(Debug)]
pub enum Stop {
    /// The reader of our output went away: no fault.
    Closed,
    /// One sentence.
    Failed(String),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Closed,
            _ => Self::Failed(format!("standard output cannot be written: {error}")),
        }
    }
}

/// Where rows come from, and how many of them were broken.
#[derive(Debug)]
pub struct Input {
    files: Vec<PathBuf>,
    broken: u64,
}

impl Input {
    /// Standard input where no file is named.
    pub const fn new(files: Vec<PathBuf>) -> Self {
        Self { files, broken: 0 }
    }

    /// Reads these files instead of those named first.
    pub fn only(&mut self, files: Vec<PathBuf>) {
        self.files = files;
    }

    /// Rows that could not be used so far.
    pub const fn broken(&self) -> u64 {
        self.broken
    }

    /// Hands every row to `take`; what `take` refuses with a sentence is a broken row.
    pub fn each<R: DeserializeOwned>(
        &mut self,
        mut take: impl FnMut(R) -> Result<(), Refused>,
    ) -> Result<(), Stop> {
        self.lines(|line| {
            let row = serde_json::from_str(line).map_err(|e| Refused::Row(e.to_string()))?;
            take(row)
        })
    }

    /// Hands every line that is not empty to `take`, as text.
    pub fn lines(&mut self, mut take: impl FnMut(&str) -> Result<(), Refused>) -> Result<(), Stop> {
        let files = std::mem::take(&mut self.files);
        if files.is_empty() {
            return self.read("standard input", io::stdin().lock(), &mut take);
        }
        for path in files {
            match File::open(&path) {
                Ok(file) => self.read(&path.display().to_string(), BufReader::new(file), &mut take)?,
                Err(error) => {
                    self.report(&path.display().to_string(), None, &format!("it cannot be read: {error}"))
                }
            }
        }
        Ok(())
    }

    fn read(
        &mut self,
        name: &str,
        mut from: impl BufRead,
        take: &mut dyn FnMut(&str) -> Result<(), Refused>,
    ) -> Result<(), Stop> {
        let mut line = Vec::new();
        for number in 1_u64.. {
            line.clear();
            let read = from.by_ref().take(MAX_ROW_BYTES as u64 + 1).read_until(b'\n', &mut line);
            let read = read.map_err(|e| Stop::Failed(format!("{name} cannot be read: {e}")))?;
            if read == 0 {
                break;
            }
            if read > MAX_ROW_BYTES {
                self.report(name, Some(number), &format!("the row is longer than {MAX_ROW_BYTES} bytes"));
                skip_line(&mut from).map_err(|e| Stop::Failed(format!("{name} cannot be read: {e}")))?;
                continue;
            }
            let Ok(text) = std::str::from_utf8(&line) else {
                self.report(name, Some(number), "the row is not UTF-8");
                continue;
            };
            if text.trim().is_empty() {
                continue;
            }
            match take(text.trim_end_matches(['\n', '\r'])) {
                Ok(()) => {}
                Err(Refused::Row(why)) => self.report(name, Some(number), &why),
                Err(Refused::Stop(stop)) => return Err(stop),
            }
        }
        Ok(())
    }

    /// Tells of one broken row or file and counts it.
    pub fn report(&mut self, name: &str, line: Option<u64>, why: &str) {
        self.broken += 1;
        match line {
            Some(line) => eprintln!("{name}, line {line}: {why}"),
            None => eprintln!("{name}: {why}"),
        }
    }
}

fn skip_line(from: &mut impl BufRead) -> io::Result<()> {
    loop {
        let (used, done) = match from.fill_buf()? {
            [] => return Ok(()),
            bytes => match bytes.iter().position(|&b| b == b'\n') {
                Some(at) => (at + 1, true),
                None => (bytes.len(), false),
            },
        };
        from.consume(used);
        if done {
            return Ok(());
        }
    }
}

/// What a row's taker may answer instead of success.
#[derive(Debug)]
pub enum Refused {
    /// The row is broken; go on.
    Row(String),
    /// Nothing more can be done.
    Stop(Stop),
}

impl From<io::Error> for Refused {
    fn from(error: io::Error) -> Self {
        Self::Stop(error.into())
    }
}

/// Rows out.
#[derive(Debug)]
pub struct Output(BufWriter<StdoutLock<'static>>);

impl Default for Output {
    fn default() -> Self {
        Self(BufWriter::with_capacity(1 << 16, io::stdout().lock()))
    }
}

impl Output {
    /// One row, one line.
    pub fn row(&mut self, row: &impl Serialize) -> io::Result<()> {
        serde_json::to_writer(&mut self.0, row)?;
        self.0.write_all(b"\n")
    }

    /// Words for a person, and an empty line after them.
    pub fn text(&mut self, text: &str) -> io::Result<()> {
        self.0.write_all(text.as_bytes())?;
        self.0.write_all(b"\n")?;
        self.flush()
    }

    /// Everything written so far reaches the reader: a live pipe waits for no buffer.
    pub fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// The whole of a file, with a limit in bytes.
pub fn whole(path: &Path, limit: u64) -> Result<Vec<u8>, String> {
    let name = path.display();
    let file = File::open(path).map_err(|e| format!("{name}: it cannot be read: {e}"))?;
    let mut bytes = Vec::new();
    let read = file
        .take(limit + 1)
        .read_to_end(&mut bytes)
        .map_err(|e| format!("{name}: it cannot be read: {e}"))?;
    if read as u64 > limit { Err(format!("{name}: it is larger than {limit} bytes")) } else { Ok(bytes) }
}
