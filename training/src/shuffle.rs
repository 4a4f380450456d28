//! A fixed order that looks like chance.

/// Shuffles (Fisher–Yates) by a linear congruential generator (Knuth's MMIX constants): the same seed gives the same order.
pub fn shuffle<T>(items: &mut [T], seed: u64) {
    let mut chance = Chance::new(seed);
    for at in (1..items.len()).rev() {
        items.swap(at, chance.below(at + 1));
    }
}

/// The generator.
#[derive(Debug, Clone)]
pub struct Chance(u64);

impl Chance {
    /// Starts from a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(1))
    }

    /// The next number below a limit.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % limit.max(1) as u64) as usize
    }
}
