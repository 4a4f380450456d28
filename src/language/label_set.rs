//! Closed sets of labels: each value with the label that the treebanks write for it, once.

/// A label that is not in the closed set it should come from.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown label {0:?}")]
pub struct UnknownLabel(pub String);

/// Declares an enumeration of labels, numbered in the order in which they stand, which models rely on.
macro_rules! label_set {
    ($(#[$about:meta])* pub enum $set:ident { $($(#[$meaning:meta])* $value:ident = $label:literal,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum $set {
            $(#[doc = concat!("`", $label, "`:")] $(#[$meaning])* $value,)+
        }

        impl $set {
            /// All values, in the order of their numbers.
            pub const ALL: &[Self] = &[$(Self::$value),+];

            /// The label as the treebanks write it.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$value => $label,)+
                }
            }
        }

        impl std::str::FromStr for $set {
            type Err = $crate::language::UnknownLabel;

            fn from_str(label: &str) -> Result<Self, Self::Err> {
                let known = Self::ALL.iter().copied().find(|value| value.as_str() == label);
                known.ok_or_else(|| $crate::language::UnknownLabel(label.to_owned()))
            }
        }
    };
}

pub(super) use label_set;
