//! Enums of the core as JavaScript sees them: words in snake case.

/// Mirrors an enum of the core with its words, both ways.
#[macro_export]
macro_rules! mirror {
    ($($(#[$doc:meta])* $name:ident = $core:path { $($value:ident),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, tsify::Tsify)]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $(#[doc = stringify!($value)] $value,)+
        }

        impl From<$core> for $name {
            fn from(value: $core) -> $name {
                use $core as Core;
                match value {
                    $(Core::$value => $name::$value,)+
                }
            }
        }

        impl From<$name> for $core {
            fn from(value: $name) -> $core {
                use $core as Core;
                match value {
                    $($name::$value => Core::$value,)+
                }
            }
        }
    )+};
}
