//! Closed sets of values with the words by which files name them.

/// Defines an enum whose values have words, and the table that reads and writes them.
#[macro_export]
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$value_doc:meta])* $value:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$value_doc])* $value,)+
        }

        impl $name {
            /// Every value with its word.
            pub const WORDS: &'static [(&'static str, $name)] = &[$(($word, $name::$value),)+];

            /// The word that files use.
            pub const fn word(self) -> &'static str {
                match self {
                    $($name::$value => $word,)+
                }
            }

            /// The value that a word names.
            pub fn from_word(word: &str) -> Option<$name> {
                Self::WORDS.iter().find(|(known, _)| *known == word).map(|(_, value)| *value)
            }
        }
    };
}

/// Pairs closed sets with the same ones of the plugin interface, both ways: a value of the one is
/// the value of the same name of the other, and the compiler finds one that is missing on a side.
#[macro_export]
macro_rules! paired {
    ($($own:path = $interface:path { $($value:ident)+ })+) => {$(
        impl From<$interface> for $own {
            fn from(value: $interface) -> $own {
                use $interface as Interface;
                use $own as Own;
                match value {
                    $(Interface::$value => Own::$value,)+
                }
            }
        }

        impl From<$own> for $interface {
            fn from(value: $own) -> $interface {
                use $interface as Interface;
                use $own as Own;
                match value {
                    $(Own::$value => Interface::$value,)+
                }
            }
        }
    )+};
}
