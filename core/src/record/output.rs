//! Records that are only written: what the engine derives. One declaration gives their writer and
//! their schema.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::field::{Kind, Order, Shape};
use crate::json::Writer;
use crate::problem::Date;

/// A record that is written.
pub(crate) trait Output {
    /// Its members.
    const SHAPE: &'static Shape;
    /// Writes the members.
    fn members(&self, w: &mut Writer);
}

/// A value that is a member of such a record.
pub(crate) trait Member {
    /// What it may hold.
    const KIND: Kind;
    /// Whether it is always written.
    const IS_REQUIRED: bool = true;
    /// Writes it under a name.
    fn write(&self, w: &mut Writer, key: &str);
}

/// Declares records that are written: structs with a table of their members.
macro_rules! output {
    ($(
        $(#[doc = $meaning:literal])+
        $vis:vis struct $name:ident $(<$life:lifetime>)? {
            $($(#[doc = $member_meaning:literal])+ $member:ident: $type:ty,)+
        }
    )+) => {$(
        $(#[doc = $meaning])+
        #[derive(Debug)]
        $vis struct $name $(<$life>)? {
            $($(#[doc = $member_meaning])+ $vis $member: $type,)+
        }

        impl $(<$life>)? $crate::record::Output for $name $(<$life>)? {
            const SHAPE: &'static $crate::record::Shape = &$crate::record::Shape {
                name: stringify!($name),
                meaning: $crate::record::meaning(&[$($meaning),+]),
                one_of: &[],
                in_order: &[],
                together: &[],
                fields: &[$($crate::record::Field {
                    name: stringify!($member),
                    meaning: $crate::record::meaning(&[$($member_meaning),+]),
                    is_required: <$type as $crate::record::Member>::IS_REQUIRED,
                    ..$crate::record::Field::of(<$type as $crate::record::Member>::KIND)
                }),+],
            };

            fn members(&self, w: &mut $crate::json::Writer) {
                $($crate::record::Member::write(&self.$member, w, stringify!($member));)+
            }
        }

        /// As a member: an object.
        impl $(<$life>)? $crate::record::Member for $name $(<$life>)? {
            const KIND: $crate::record::Kind =
                $crate::record::Kind::Record(<Self as $crate::record::Output>::SHAPE);

            fn write(&self, w: &mut $crate::json::Writer, key: &str) {
                w.member_object(key, |w| $crate::record::Output::members(self, w));
            }
        }
    )+};
}
pub(crate) use output;

/// Declares the fields of a record that is read and written by hand.
macro_rules! shape {
    ($(
        $(#[doc = $meaning:literal])+
        $vis:vis const $constant:ident = $name:literal {
            $($(#[doc = $field_meaning:literal])+ $field:ident = $kind:expr,)+
        }
    )+) => {$(
        $(#[doc = $meaning])+
        $vis const $constant: $crate::record::Shape = $crate::record::Shape {
            name: $name,
            meaning: $crate::record::meaning(&[$($meaning),+]),
            one_of: &[],
            in_order: &[],
            together: &[],
            fields: &[$($crate::record::Field {
                name: stringify!($field),
                meaning: $crate::record::meaning(&[$($field_meaning),+]),
                ..$kind
            }),+],
        };
    )+};
}
pub(crate) use shape;

/// Lets members hold values of closed sets.
macro_rules! word_members {
    ($($name:ident)+) => {$(
        impl $crate::record::Member for $name {
            const KIND: $crate::record::Kind = $crate::record::Kind::Word(&{
                const LEN: usize = $name::WORDS.len();
                const NAMES: ([&str; LEN], usize) = $crate::record::names($name::WORDS);
                $crate::record::Words {
                    name: stringify!($name),
                    words: &NAMES.0,
                    len_max_bytes: NAMES.1,
                }
            });

            fn write(&self, w: &mut $crate::json::Writer, key: &str) {
                w.text(key, self.word());
            }
        }
    )+};
}
pub(crate) use word_members;

/// The id of an item.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Item<'a>(pub(crate) &'a str);

/// An id of visible ASCII characters.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Name<'a>(pub(crate) &'a str);

/// A SHA-256.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Digest<'a>(pub(crate) &'a str);

/// A share in basis points.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Share(pub(crate) u32);

/// A share that may be unknown, which is null.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Nullable(pub(crate) Option<u32>);

/// A list of texts.
#[derive(Debug)]
pub(crate) struct Texts<'a>(pub(crate) Vec<&'a str>);

/// Lists of names, each under a name of its own.
#[derive(Debug)]
pub(crate) struct Lists<'a>(pub(crate) Vec<(&'a str, Vec<&'a str>)>);

/// A text that is left out where it says nothing.
pub(crate) fn said(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

const SHARE_MAX_BP: i64 = 10_000;

/// Implements [`Member`] for a type: its kind, and how it is written.
macro_rules! member {
    ($([$($life:lifetime)?] $type:ty = $kind:expr, |$self:ident, $w:ident, $key:ident| $write:expr;)+) => {$(
        impl $(<$life>)? Member for $type {
            const KIND: Kind = $kind;

            fn write(&self, $w: &mut Writer, $key: &str) {
                let $self = self;
                $write
            }
        }
    )+};
}

member! {
    ['a] &'a str = Kind::Sentence, |it, w, key| w.text(key, it);
    [] String = Kind::Sentence, |it, w, key| w.text(key, it);
    ['a] Item<'a> = Kind::Id, |it, w, key| w.text(key, it.0);
    ['a] Name<'a> = Kind::Name, |it, w, key| w.text(key, it.0);
    ['a] Digest<'a> = Kind::Digest, |it, w, key| w.text(key, it.0);
    [] Date = Kind::Date, |it, w, key| w.text(key, &it.to_string());
    [] bool = Kind::Flag, |it, w, key| w.bool(key, *it);
    [] u32 = Kind::Int(0, i64::MAX), |it, w, key| w.int(key, *it);
    [] u64 = Kind::Int(0, i64::MAX), |it, w, key| w.int(key, i64::try_from(*it).unwrap_or(i64::MAX));
    [] Share = Kind::Int(0, SHARE_MAX_BP), |it, w, key| w.int(key, it.0);
    [] Nullable = Kind::OptionalInt(0, SHARE_MAX_BP), |it, w, key| w.optional_int(key, it.0);
    ['a] Texts<'a> = Kind::Texts, |it, w, key| {
        w.member_list(key, |w| it.0.iter().for_each(|text| w.entry_text(text)));
    };
    ['a] Lists<'a> = Kind::NamesByName(usize::MAX), |it, w, key| {
        w.member_object(key, |w| {
            for (name, names) in &it.0 {
                w.member_list(name, |w| names.iter().for_each(|name| w.entry_text(name)));
            }
        });
    };
}

/// What is not there is not written.
impl<T: Member> Member for Option<T> {
    const KIND: Kind = T::KIND;
    const IS_REQUIRED: bool = false;

    fn write(&self, w: &mut Writer, key: &str) {
        if let Some(value) = self {
            value.write(w, key);
        }
    }
}

impl<T: Output> Member for Vec<T> {
    const KIND: Kind = Kind::List(T::SHAPE, usize::MAX, Order::Register);

    fn write(&self, w: &mut Writer, key: &str) {
        w.member_list(key, |w| {
            self.iter().for_each(|entry| w.entry_object(|w| entry.members(w)));
        });
    }
}
