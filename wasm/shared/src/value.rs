//! Values as JSON text: what a page parses is made by the engine's own writer.

use alloc::string::String;
use alloc::vec::Vec;

use annexa_core::json::Writer;

/// What crosses to JavaScript.
pub trait Wire {
    /// Writes the value.
    fn write(&self, w: &mut Writer);
    /// Whether there is nothing to write, so that a member is left out.
    fn is_absent(&self) -> bool {
        false
    }
}

/// What it is in TypeScript.
pub trait Typed {
    /// The name of the type.
    const NAME: &'static str;
    /// What stands behind it: `[]` for a list.
    const SUFFIX: &'static str = "";
    /// What stands behind the name of a member that may be left out: `?`.
    const OPTIONAL: &'static str = "";
    /// Its declaration, in pieces; none where the language has the type.
    const DECLARATION: &'static [&'static str] = &[];
}

/// Writes a member of an object, unless there is nothing to write.
pub fn member(w: &mut Writer, name: &str, value: &dyn Wire) {
    if !value.is_absent() {
        w.member(name);
        value.write(w);
    }
}

/// Says how values of plain types cross.
macro_rules! plain {
    ($($type:ty, $name:literal, $write:expr;)+) => {$(
        impl Wire for $type {
            fn write(&self, w: &mut Writer) {
                let write: fn(&$type, &mut Writer) = $write;
                write(self, w);
            }
        }

        impl Typed for $type {
            const NAME: &'static str = $name;
        }
    )+};
}

plain! {
    &str, "string", |value, w| w.value_text(value);
    String, "string", |value, w| w.value_text(value);
    bool, "boolean", |value, w| w.value_bool(*value);
    i32, "number", |value, w| w.value_int((*value).into());
    u8, "number", |value, w| w.value_int((*value).into());
    u16, "number", |value, w| w.value_int((*value).into());
    u32, "number", |value, w| w.value_int((*value).into());
    usize, "number", |value, w| w.value_int(i64::try_from(*value).unwrap_or(i64::MAX));
}

/// Nothing is `undefined`.
impl Wire for () {
    fn write(&self, _: &mut Writer) {}

    fn is_absent(&self) -> bool {
        true
    }
}

impl<T: Wire> Wire for Option<T> {
    fn write(&self, w: &mut Writer) {
        if let Some(value) = self {
            value.write(w);
        }
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T: Typed> Typed for Option<T> {
    const NAME: &'static str = T::NAME;
    const SUFFIX: &'static str = T::SUFFIX;
    const OPTIONAL: &'static str = "?";
}

impl<T: Wire> Wire for Vec<T> {
    fn write(&self, w: &mut Writer) {
        w.list(|w| {
            for value in self {
                w.entry();
                value.write(w);
            }
        });
    }
}

impl<T: Typed> Typed for Vec<T> {
    const NAME: &'static str = T::NAME;
    const SUFFIX: &'static str = "[]";
}

/// Defines records that cross: structs with their members, in camel case, and the declaration for
/// TypeScript.
#[macro_export]
macro_rules! wire {
    ($($(#[doc = $doc:literal])+ $name:ident $(<$life:lifetime>)? { $($field:ident: $type:ty,)* })+) => {$(
        $(#[doc = $doc])+
        #[derive(Debug)]
        pub(crate) struct $name $(<$life>)? {
            $(#[doc = stringify!($field)] pub(crate) $field: $type,)*
        }

        impl $(<$life>)? $crate::Wire for $name $(<$life>)? {
            fn write(&self, w: &mut $crate::Writer) {
                w.object(|w| {$(
                    $crate::member(w, const { $crate::Name::camel(stringify!($field)) }.text(), &self.$field);
                )*});
            }
        }

        impl $(<$life>)? $crate::Typed for $name $(<$life>)? {
            const NAME: &'static str = stringify!($name);
            const DECLARATION: &'static [&'static str] = &[
                "/**", $($doc,)+ " */\nexport interface ", stringify!($name), " {\n",
                $(
                    "  ",
                    const { $crate::Name::camel(stringify!($field)) }.text(),
                    <$type as $crate::Typed>::OPTIONAL, ": ",
                    <$type as $crate::Typed>::NAME, <$type as $crate::Typed>::SUFFIX, ";\n",
                )*
                "}\n",
            ];
        }

        $crate::declare!($name);
    )+};
}
