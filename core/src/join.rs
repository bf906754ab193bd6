//! Texts one behind the other.
//!
//! The library's way of writing texts with values in them is made for every kind of value, some
//! kilobytes of a page's first view; what that says is put together from texts.

use alloc::string::String;

/// One text of several.
pub(crate) fn together(parts: &[&str]) -> String {
    let mut text = String::new();
    parts.iter().for_each(|part| text.push_str(part));
    text
}
