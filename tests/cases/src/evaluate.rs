//! The engine of this build, asked about a file on a day.

use std::cell::OnceCell;
use std::sync::{Arc, OnceLock};

use annexa_core::engine::Plan;
use annexa_core::report::{gates_json, lint_json, over_json, risks_json, roadmap_json, soa_json};
use annexa_core::words::Words;
use annexa_core::{Catalogue, Date, Document, Engine};
use serde_json::Value;

use crate::check::Output;

/// What an engine writes about a file on a day, each result when it is looked at.
#[derive(Debug)]
pub struct Outputs {
    engine: Engine,
    today: Date,
    made: [OnceCell<Value>; 6],
}

impl Outputs {
    /// One of the results.
    pub fn of(&self, output: Output) -> &Value {
        let [lint, gates, soa, risks, roadmap, over] = &self.made;
        let cell = match output {
            Output::Lint => lint,
            Output::Gates => gates,
            Output::Soa => soa,
            Output::Risks => risks,
            Output::Roadmap => roadmap,
            Output::Over => over,
        };
        cell.get_or_init(|| serde_json::from_slice(&self.made(output)).unwrap_or_default())
    }

    fn made(&self, output: Output) -> Vec<u8> {
        static ENGLISH: OnceLock<Words> = OnceLock::new();
        let (Outputs { engine, today, .. }, words) = (self, ENGLISH.get_or_init(Words::english));
        match output {
            Output::Lint => lint_json(engine, &engine.lint_records(*today, words), *today),
            Output::Gates => gates_json(engine, *today, words),
            Output::Soa => soa_json(engine, &engine.soa(), words),
            Output::Risks => risks_json(engine, *today, words),
            Output::Roadmap => roadmap_json(engine, *today, Plan::default(), None, words),
            Output::Over => over_json(engine, *today, words),
        }
    }
}

/// The catalogue, which takes a while to read.
pub(crate) fn catalogue() -> Arc<Catalogue> {
    static CATALOGUE: OnceLock<Arc<Catalogue>> = OnceLock::new();
    Arc::clone(CATALOGUE.get_or_init(Catalogue::iso27001_2022))
}

/// What follows from a file on a day, or why it is no assessment.
///
/// # Errors
///
/// What is wrong with the file or the day, in one text.
pub fn evaluate(file: &[u8], today: &str) -> Result<Outputs, String> {
    let today: Date = today.parse().map_err(|problem| format!("{problem}"))?;
    let document = Document::from_bytes(catalogue(), file);
    let mut engine = Engine::from_document(document.map_err(|problems| format!("{problems}"))?);
    engine.set_today(today);
    Ok(Outputs { engine, today, made: [const { OnceCell::new() }; 6] })
}
