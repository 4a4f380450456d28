//! The keys under which the rows of the authority are found. `build.rs` makes the index of them, the program reads it.

/// The last word of a name.
pub(crate) fn surname(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
}

/// The first and the last word of a name.
pub(crate) fn outer(name: &str) -> String {
    match name.split_once(' ') {
        Some((first, rest)) => format!("{first} {}", surname(rest)),
        None => name.to_owned(),
    }
}

/// A hash that is the same on every machine (FNV-1a of 64 bits; Fowler, Noll and Vo).
pub(crate) fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
