//! The declaration of records.

/// Declares records: structs with public fields, and the table of their fields. Behind a field's
/// type stands what it may hold, and how it is merged where that does not follow from it; a record
/// of which one text at least has to say something names these texts ahead of its fields, one of
/// which a day is not before another names the two, and one of which some fields are one value names
/// these.
macro_rules! record {
    ($(
        $(#[doc = $meaning:literal])+
        pub struct $name:ident
            $(with one of $($one_of:literal)+)? $(in order $($first:literal $second:literal),+)?
            $(with together $($together:literal)+)? {
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
                together: &[$($($together),+)?],
                fields: &[$($crate::record::Field {
                    name: stringify!($field),
                    meaning: $crate::record::meaning(&[$($field_meaning),+]),
                    ..$kind
                }),+],
            };
        }

        const _: () = $name::SHAPE.must_say_how_it_merges();

        impl $crate::record::Record for $name {
            fn shape(&self) -> &'static $crate::record::Shape {
                &Self::SHAPE
            }

            // A comparison for each field, which the compiler makes a table of places of: what is read
            // or written there is up to the field's type, of which there are far fewer than fields.
            fn field(&self, place: usize) -> Option<&dyn $crate::record::FieldType> {
                let mut left = place;
                $(
                    if left == 0 {
                        return Some(&self.$field);
                    }
                    left = left.wrapping_sub(1);
                )+
                _ = left;
                None
            }

            fn field_mut(&mut self, place: usize) -> Option<&mut dyn $crate::record::FieldType> {
                let mut left = place;
                $(
                    if left == 0 {
                        return Some(&mut self.$field);
                    }
                    left = left.wrapping_sub(1);
                )+
                _ = left;
                None
            }

            fn blank() -> $name {
                $name { $($field: $crate::record::FieldType::blank()),+ }
            }
        }
    )+};
}
pub(crate) use record;
