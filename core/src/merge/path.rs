//! Where something stands in an assessment, whatever its place in a file: members and ids joined by
//! `/`, in which `~` is `~0` and `/` is `~1`.

use crate::record::Key;
use alloc::string::String;
use alloc::vec::Vec;

/// How a key begins that is a title and no id. No id has a colon.
pub(super) const TITLE: &str = "title:";

/// A way from the whole to a value.
#[derive(Debug, Default, Clone)]
pub(crate) struct Path {
    text: String,
    lens: Vec<usize>,
}

impl Path {
    /// Goes into a member.
    pub(crate) fn enter(&mut self, member: &str) {
        self.lens.push(self.text.len());
        if !self.text.is_empty() {
            self.text.push('/');
        }
        push(&mut self.text, member);
    }

    /// Goes into an entry.
    pub(crate) fn enter_entry(&mut self, key: &Key) {
        self.lens.push(self.text.len());
        if !self.text.is_empty() {
            self.text.push('/');
        }
        if key.0 != 0 {
            self.text.push_str(TITLE);
        }
        push(&mut self.text, &key.1);
    }

    /// Comes back.
    pub(crate) fn leave(&mut self) {
        if let Some(len) = self.lens.pop() {
            self.text.truncate(len);
        }
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }
}

fn push(text: &mut String, part: &str) {
    for character in part.chars() {
        match character {
            '~' => text.push_str("~0"),
            '/' => text.push_str("~1"),
            other => text.push(other),
        }
    }
}

/// The path of an entry of a register.
pub(crate) fn entry(register: &str, id: &str) -> String {
    let mut text = String::from(register);
    text.push('/');
    push(&mut text, id);
    text
}

/// A part of a path as it is without the path.
pub(crate) fn part(text: &str) -> String {
    text.replace("~1", "/").replace("~0", "~")
}
