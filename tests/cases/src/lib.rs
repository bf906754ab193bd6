//! Readable cases: each says what is given, on which day one looks, and what must be found.
//!
//! A case is text that an auditor reads and corrects (`GRAMMAR.md` has every sentence). Here it
//! becomes an assessment file, a day and a list of [`Check`]s over what the engine writes, so that
//! every engine that takes a file and a day can be held to the same cases.

mod check;
mod evaluate;
mod fault;
mod given;
mod page;
mod read;
mod rules;
mod template;
mod then;
mod token;

use std::path::Path;

pub use check::{Check, Op, Output, Step};
pub use evaluate::{Outputs, evaluate};
pub use fault::{Fault, What};
pub use page::pages;
pub use read::{Case, Run, parse};
pub use rules::{Area, Rule, rules};

/// The areas, each a folder of cases and a page of the documentation.
pub const AREAS: [Area; 5] = [Area::Soa, Area::Gates, Area::Risk, Area::Lint, Area::Roadmap];

/// Every sentence that may stand in a case, as `GRAMMAR.md` lists them.
pub fn sentences() -> Vec<&'static str> {
    let mut all = given::sentences();
    all.extend(then::sentences());
    all
}

/// Every case below a folder, by area, file and place.
///
/// # Errors
///
/// Every line of every file that is not understood.
pub fn load(folder: &Path) -> Result<Vec<Case>, Vec<Fault>> {
    let (mut cases, mut faults) = (Vec::new(), Vec::new());
    for area in AREAS {
        let mut files: Vec<_> = match std::fs::read_dir(folder.join(area.word())) {
            Ok(entries) => entries.flatten().map(|entry| entry.path()).collect(),
            Err(_) => Vec::new(),
        };
        files.retain(|file| file.extension().is_some_and(|it| it == "case"));
        files.sort();
        for file in files {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            let name = format!("{}/{name}", area.word());
            match std::fs::read_to_string(&file) {
                Ok(text) => match parse(area, &name, &text) {
                    Ok(more) => cases.extend(more),
                    Err(more) => faults.extend(more),
                },
                Err(_) => faults.push(Fault { file: name, line: 0, what: What::NotRead }),
            }
        }
    }
    if faults.is_empty() { Ok(cases) } else { Err(faults) }
}

#[cfg(test)]
mod tests;
