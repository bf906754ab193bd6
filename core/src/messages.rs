//! The sentences of `data/words/en/messages.toml`.

use alloc::string::String;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// Puts values into the `{name}` places of a sentence.
pub(crate) fn fill(sentence: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(sentence.len() + 32);
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let Some((name, after)) = after.split_once('}') else { break };
        text.push_str(values.iter().find(|(known, _)| *known == name).map_or("", |(_, v)| v));
        rest = after;
    }
    text.push_str(rest);
    text
}
