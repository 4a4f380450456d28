//! Feeds what people have, damaged, to everything that reads it: `cargo test --release --test fuzz`.
//!
//! Each target takes the files of `fuzz/corpus/TARGET/`, changes them at random, and must not panic. In a test run it does so a fixed
//! number of times with a fixed seed; `DATELINE_FUZZ_SECONDS=600` goes on for that long, `DATELINE_FUZZ_SEED=7` elsewhere. The input that
//! is being read stands in `target/tmp/fuzz-TARGET`, so that it is there even if the whole program goes down; put it into the corpus
//! when the fault is mended.
#![expect(clippy::expect_used, reason = "a test may panic")]

mod mutate;
mod targets;

use mutate::Mutator;
use std::fs;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

/// What an input is given to.
type Reader = Box<dyn Fn(&[u8])>;

/// Something that reads bytes from outside.
struct Target {
    name: &'static str,
    /// How many inputs it reads in a test run.
    cases: u64,
    /// Pieces that mean something to it.
    words: &'static [&'static str],
    read: Reader,
}

impl Target {
    /// Reads the corpus as it is and then changed, as long as is wanted.
    fn run(&self) {
        let corpus = self.corpus();
        for input in &corpus {
            self.check(input);
        }
        let number = |name: &str| std::env::var(name).ok().and_then(|value| value.parse::<u64>().ok());
        let mut mutator = Mutator::new(number("DATELINE_FUZZ_SEED").unwrap_or(1), &corpus, self.words);
        let (start, time) = (Instant::now(), number("DATELINE_FUZZ_SECONDS").map(Duration::from_secs));
        let mut done = 0_u64;
        let mut slowest = Duration::ZERO;
        while time.map_or(done < self.cases, |time| start.elapsed() < time) {
            let input = mutator.input();
            let began = Instant::now();
            self.check(&input);
            slowest = slowest.max(began.elapsed());
            done += 1;
        }
        if time.is_some() {
            let _ = writeln!(std::io::stderr(), "{}: {done} inputs, the slowest took {slowest:.1?}", self.name);
        }
    }

    fn corpus(&self) -> Vec<Vec<u8>> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(self.name);
        let mut paths: Vec<_> = folder.read_dir().expect("a corpus").map(|entry| entry.expect("an entry").path()).collect();
        paths.sort();
        assert!(!paths.is_empty(), "{} is empty", folder.display());
        paths.iter().map(|path| fs::read(path).expect("readable")).collect()
    }

    fn check(&self, input: &[u8]) {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("fuzz-{}", self.name));
        fs::write(&path, input).expect("written");
        if let Err(panic) = catch_unwind(AssertUnwindSafe(|| (self.read)(input))) {
            let kept = path.with_extension("failed");
            fs::copy(&path, &kept).expect("copied");
            let _ = writeln!(std::io::stderr(), "{} fails on {}", self.name, kept.display());
            resume_unwind(panic);
        }
    }
}
