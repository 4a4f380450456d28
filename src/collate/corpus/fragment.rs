//! Claims and phrases of an article, such as `role=12,27`, as three numbers.

use super::Id;
use super::interner::Interner;

/// A claim or phrase of an article, without the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::collate) struct Fragment {
    /// What stands before the offsets; all of a fragment that has none.
    kind: Id,
    begin: u32,
    end: u32,
}

/// The offsets of a fragment that has none: no span ends before it begins.
const NONE: (u32, u32) = (1, 0);

impl Interner {
    /// A fragment as numbers.
    pub(super) fn fragment(&mut self, fragment: &str) -> Fragment {
        let (kind, (begin, end)) = parts(fragment).unwrap_or((fragment, NONE));
        Fragment { kind: self.number(kind), begin, end }
    }

    /// A fragment in words again.
    pub(super) fn fragment_words(&self, Fragment { kind, begin, end }: Fragment) -> String {
        let kind = self.word(kind);
        if (begin, end) == NONE { kind.to_owned() } else { format!("{kind}={begin},{end}") }
    }
}

/// The kind and the offsets of a fragment that the two make up again.
fn parts(fragment: &str) -> Option<(&str, (u32, u32))> {
    let (kind, offsets) = fragment.rsplit_once('=')?;
    let (begin, end) = offsets.split_once(',')?;
    let number = |digits: &str| digits.parse().ok().filter(|number: &u32| number.to_string() == digits);
    Some((kind, (number(begin)?, number(end)?))).filter(|(_, (begin, end))| begin <= end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fragment_comes_back_as_it_was() {
        let mut interner = Interner::default();
        for text in ["role=12,27", "char=0,0", "event=12,27-2", "quote=007,9", "quote=9,1", "a=b=1,2", "mayor", "", "role=1,99999999999"] {
            let fragment = interner.fragment(text);
            assert_eq!(interner.fragment_words(fragment), text);
            assert_eq!(interner.fragment(text), fragment);
        }
        assert_ne!(interner.fragment("role=1,2"), interner.fragment("role=1,3"));
    }
}
