//! A language as the page brings it.

use alloc::sync::Arc;

use annexa_core::{Problems, words::Words};
use js_sys::Uint8Array;

/// The words of a language: its files, and words that lie over them, which may be of another
/// language.
///
/// # Errors
///
/// What is wrong with a file of words.
pub fn words(files: &[Uint8Array], own: Option<Uint8Array>) -> Result<Words, Problems> {
    let mut language: Option<Words> = None;
    for file in files {
        let part = Words::from_bytes(&file.to_vec())?;
        match &mut language {
            Some(language) => language.overlay(part),
            None => language = Some(part),
        }
    }
    let language = language.unwrap_or_else(Words::empty);
    Ok(match own {
        Some(own) => Words::from_bytes(&own.to_vec())?.with_base(Arc::new(language)),
        None => language,
    })
}
