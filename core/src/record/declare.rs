//! The declaration of records.

/// Declares records: structs with public fields, and the table of their fields. Behind a field's
/// type stands what it may hold; a record of which one text at least has to say something names
/// these texts ahead of its fields, and one of which a day is not before another names the two.
macro_rules! record {
    ($(
        $(#[doc = $meaning:literal])+
        pub struct $name:ident
            $(with one of $($one_of:literal)+)? $(in order $($first:literal $second:literal),+)? {
            $($(#[doc = $field_meaning:literal])+ $field:ident: $type:ty = $kind:expr,)+
        }
    )+) => {$(
        $(#[doc = $meaning])+
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name {
            $($(#[doc = $field_meaning])+ pub $field: $type,)+
        }

        impl $name {
            /// The record's fields.
            pub(crate) const SHAPE: $crate::record::Shape = $crate::record::Shape {
                name: stringify!($name),
                meaning: $crate::record::meaning(&[$($meaning),+]),
                one_of: &[$($($one_of),+)?],
                in_order: &[$($(($first, $second)),+)?],
                fields: &[$($crate::record::Field {
                    name: stringify!($field),
                    meaning: $crate::record::meaning(&[$($field_meaning),+]),
                    ..$kind
                }),+],
            };
        }

        impl $crate::record::Record for $name {
            fn shape(&self) -> &'static $crate::record::Shape {
                &Self::SHAPE
            }

            fn value(&self, place: usize) -> $crate::record::Value<'_> {
                const FIELDS: &[fn(&$name) -> $crate::record::Value<'_>] =
                    &[$(|record| $crate::record::FieldType::value(&record.$field)),+];
                FIELDS.get(place).map_or($crate::record::Value::Absent, |field| field(self))
            }

            fn place(&mut self, place: usize) -> $crate::record::Place<'_> {
                const FIELDS: &[fn(&mut $name) -> $crate::record::Place<'_>] =
                    &[$(|record| $crate::record::FieldType::place(&mut record.$field)),+];
                match FIELDS.get(place) {
                    Some(field) => field(self),
                    None => $crate::record::Place::None,
                }
            }

            fn clear(&mut self, place: usize) {
                const FIELDS: &[fn(&mut $name)] =
                    &[$(|record| record.$field = $crate::record::FieldType::blank()),+];
                if let Some(field) = FIELDS.get(place) {
                    field(self);
                }
            }

            fn blank() -> $name {
                $name { $($field: $crate::record::FieldType::blank()),+ }
            }
        }
    )+};
}
pub(crate) use record;
