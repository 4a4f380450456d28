//! Random changes to inputs, the same in each run with the same seed.

/// The largest input (bytes); faults hide in small ones.
const LARGEST: usize = 8 << 10;

/// Bytes and characters that mean something to some reader.
const PIECES: [&str; 32] = [
    "\0",
    "\t",
    "\n",
    "\r\n",
    "\r",
    "\u{b}",
    "\u{85}",
    "\u{a0}",
    "\u{2028}",
    "\u{feff}",
    "\u{200d}",
    "\u{301}",
    "\u{202e}",
    "\u{1f1fa}",
    "é",
    "ß",
    "İ",
    "中",
    "“",
    "”",
    "‘",
    "’",
    "\"",
    "'",
    "(",
    ")",
    "[",
    "]",
    "—",
    "-",
    "99999999999999999999",
    "$",
];

/// Makes inputs out of others.
pub(crate) struct Mutator<'c> {
    state: u64,
    corpus: &'c [Vec<u8>],
    words: &'static [&'static str],
}

impl<'c> Mutator<'c> {
    pub(crate) fn new(seed: u64, corpus: &'c [Vec<u8>], words: &'static [&'static str]) -> Self {
        Self { state: seed, corpus, words }
    }

    /// A number below `end`, by Vigna's `SplitMix64`.
    fn below(&mut self, end: usize) -> usize {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) % (end.max(1) as u64)).unwrap_or_default()
    }

    /// The next input.
    pub(crate) fn input(&mut self) -> Vec<u8> {
        let chosen = self.below(self.corpus.len());
        let mut input = self.corpus[chosen].clone();
        for _ in 0..=self.below(8) {
            self.change(&mut input);
        }
        input.truncate(LARGEST);
        input
    }

    fn change(&mut self, input: &mut Vec<u8>) {
        let at = self.below(input.len() + 1);
        let end = at + self.below((input.len() - at).min(64) + 1);
        match self.below(9) {
            0 => drop(input.splice(at..end, [])),
            1 => {
                let copy = input[at..end].to_vec();
                let to = self.below(input.len() + 1);
                drop(input.splice(to..to, copy));
            }
            2 => {
                let copy = input[at..end].repeat(self.below(40));
                drop(input.splice(at..end, copy));
            }
            3 => {
                if let Some(byte) = input.get_mut(at) {
                    *byte ^= 1 << (at % 8);
                }
            }
            4 => input.truncate(at.max(1)),
            5 | 6 => {
                let piece = PIECES[self.below(PIECES.len())];
                drop(input.splice(at..at, piece.bytes()));
            }
            7 => {
                let word = self.words.get(self.below(self.words.len())).copied().unwrap_or_default();
                drop(input.splice(at..end, word.bytes()));
            }
            _ => {
                let other = self.below(self.corpus.len());
                let other = &self.corpus[other];
                let from = at.min(other.len());
                let to = end.min(other.len()).max(from);
                drop(input.splice(at..end, other[from..to].to_vec()));
            }
        }
    }
}
