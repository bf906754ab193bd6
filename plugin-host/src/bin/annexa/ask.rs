//! Asking a person: questions go to standard error, so that results alone go into a pipe, and
//! answers are lines of standard input, typed or piped.

use crate::{
    show::{BOLD, line, paint},
    table::{width, wrap},
};
use std::io::{self, BufRead as _, Read as _, StdinLock, Write as _};

/// No answer is longer.
const LINE_MAX_BYTES: u64 = 4096;

/// Somebody who is asked.
pub(crate) struct Person {
    stdin: StdinLock<'static>,
}

impl Person {
    pub(crate) fn new() -> Person {
        Person { stdin: io::stdin().lock() }
    }

    /// Says something, each paragraph broken into lines.
    pub(crate) fn tell(&mut self, text: &str) {
        let lines = text.split('\n').flat_map(|it| wrap(&line(it), width()));
        let lines: Vec<String> = lines.collect();
        self.write(&format!("{}\n", lines.join("\n")));
    }

    /// Asks, and gives what was typed without white space at its ends; nothing at the end of the
    /// input.
    pub(crate) fn ask(&mut self, prompt: &str) -> Option<String> {
        self.write(&format!("{} ", paint(BOLD, &line(prompt))));
        let mut bytes = Vec::new();
        let mut bounded = self.stdin.by_ref().take(LINE_MAX_BYTES);
        match bounded.read_until(b'\n', &mut bytes) {
            Ok(0) | Err(_) => None,
            Ok(_) => Some(String::from_utf8_lossy(&bytes).trim().to_owned()),
        }
    }

    fn write(&mut self, text: &str) {
        let mut stream = anstream::stderr().lock();
        // There is nowhere left to say that standard error is closed.
        let _ = stream.write_all(text.as_bytes()).and_then(|()| stream.flush());
    }
}
