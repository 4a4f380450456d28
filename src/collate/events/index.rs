//! Clusters of events found by kind, key and day.

use rustc_hash::FxHashMap;

/// So many clusters are compared under one key.
const MOST: usize = 48;
/// The end of a chain.
const END: u32 = u32::MAX;

/// What events are found by: kind and key in one number, and the day.
pub(super) type Key = (u64, i32);

/// For each key a chain of clusters, all chains in one vector: most are of one link.
#[derive(Default)]
pub(super) struct Index {
    last: FxHashMap<Key, u32>,
    /// A cluster, and where the link before it is.
    links: Vec<(u32, u32)>,
}

impl Index {
    /// The clusters under a key.
    pub(super) fn get(&self, key: Key) -> impl Iterator<Item = u32> {
        let mut next = self.last.get(&key).copied().unwrap_or(END);
        std::iter::from_fn(move || {
            let &(cluster, before) = self.links.get(next as usize)?;
            next = before;
            Some(cluster)
        })
    }

    /// Puts a cluster under a key, unless it stands there or there are enough.
    pub(super) fn add(&mut self, key: Key, cluster: u32) {
        let mut count = 0;
        for known in self.get(key) {
            count += 1;
            if known == cluster || count == MOST {
                return;
            }
        }
        let Ok(link) = u32::try_from(self.links.len()) else { return };
        let before = self.last.insert(key, link).unwrap_or(END);
        self.links.push((cluster, before));
    }
}
