//! One target: inputs from a tape of choices, a property, and on failure the smallest input that still fails,
//! printed as a line that can be pasted into `kept.rs`. Start at [`target`].

use crate::choices::Choices;
use bolero::ValueGenerator;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// Inputs of a target in a plain `cargo test`.
const CASES: usize = 200;
/// Choices of one input; measured: longer tapes make larger inputs, fewer of them, and found nothing more.
const TAPE: std::ops::RangeInclusive<usize> = 4..=480;
/// Runs spent on making a failing input smaller.
const SHRINK_LIMIT: usize = 4_000;

/// Bytes that a failure prints only once they are small.
struct Input(Vec<u8>);

impl std::fmt::Debug for Input {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} bytes, made smaller below", self.0.len())
    }
}

/// What is wrong with the answers to an input; `Ok` if nothing is.
pub type Verdict = Result<(), String>;

/// Tries inputs until the budget is spent: [`CASES`], or the seconds of WIREROOM_FUZZ_SECONDS.
pub fn target(name: &str, input: fn(&mut Choices<'_>) -> Vec<u8>, holds: fn(&[u8]) -> Verdict) {
    let seconds = std::env::var("WIREROOM_FUZZ_SECONDS").ok().map(|s| {
        s.parse::<u64>().unwrap_or_else(|_| panic!("WIREROOM_FUZZ_SECONDS is \"{s}\": write whole seconds"))
    });
    let last = std::env::var_os("WIREROOM_FUZZ_LAST");
    let tried = AtomicU64::new(0);
    let check = bolero::check!().with_shrink_time(Duration::ZERO);
    let check = match seconds {
        Some(seconds) => check.with_iterations(usize::MAX).with_test_time(Duration::from_secs(seconds)),
        None => check.with_iterations(CASES).with_test_time(Duration::MAX),
    };
    let tapes = bolero::produce::<Vec<u8>>().with().len(TAPE);
    let inputs = tapes.map_gen(|tape: Vec<u8>| Input(input(&mut Choices::new(&tape))));
    check.with_generator(inputs).for_each(|Input(bytes)| {
        tried.fetch_add(1, Ordering::Relaxed);
        if let Some(last) = &last {
            std::fs::write(last, bytes).expect("the file that WIREROOM_FUZZ_LAST names can be written");
        }
        let Err(told) = judged(holds, bytes) else { return Ok(()) };
        let (bytes, told) = smallest(holds, bytes.clone(), told);
        Err(std::io::Error::other(format!("{told}\nkeep it: (\"{name}\", b\"{}\"),\n", bytes.escape_ascii())))
    });
    if seconds.is_some() {
        eprintln!("{name}: {} inputs, nothing found", tried.load(Ordering::Relaxed));
    }
}

/// The verdict, a panic among them.
pub fn judged(holds: fn(&[u8]) -> Verdict, bytes: &[u8]) -> Verdict {
    catch_unwind(AssertUnwindSafe(|| holds(bytes))).unwrap_or_else(|panic| {
        let text = panic.downcast_ref::<String>().map(String::as_str);
        let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
        Err(format!("panicked: {}", text.unwrap_or("?")))
    })
}

/// Cuts pieces out, halves first, as long as something still fails.
fn smallest(holds: fn(&[u8]) -> Verdict, mut bytes: Vec<u8>, mut told: String) -> (Vec<u8>, String) {
    let mut runs = 0;
    let mut size = bytes.len().div_ceil(2);
    while size > 0 && runs < SHRINK_LIMIT {
        let mut at = 0;
        while at < bytes.len() && runs < SHRINK_LIMIT {
            let mut less = bytes.clone();
            less.drain(at..(at + size).min(bytes.len()));
            runs += 1;
            match judged(holds, &less) {
                Err(still) => (bytes, told) = (less, still),
                Ok(()) => at += size,
            }
        }
        size /= 2;
    }
    (bytes, told)
}
