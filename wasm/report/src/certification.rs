//! What a certification asks for: the Statement of Applicability and its approval, the gates before
//! both stages of the audit, documents and records, findings that become nonconformities.

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use annexa_core::assessment::{Answer, ExclusionReason, Inclusion, InclusionReason, Paper};
use annexa_core::engine::{Done, Exclusion};
use annexa_core::problem::{problem, quoted};
use annexa_core::report::{gates_json, gates_shown, papers_json, papers_shown, soa_shown};
use annexa_core::soa::{Approved, content_digest};
use annexa_core::{Date, Problem, Problems};
use annexa_wasm::Engine;
use annexa_wasm_shared::outcome;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::{Report, wire};

#[wasm_bindgen]
impl Report {
    /// What is known to block the stages of the audit, as canonical JSON; nothing for a day that is
    /// none.
    #[wasm_bindgen(js_name = gatesJson)]
    pub fn gates_json(&self, engine: &Engine, today: &str) -> Option<Vec<u8>> {
        Some(gates_json(engine.core(), today.parse().ok()?, &self.words))
    }

    /// Documents, audits and reviews, nonconformities as canonical JSON; nothing for a day that is
    /// none.
    #[wasm_bindgen(js_name = papersJson)]
    pub fn papers_json(&self, engine: &Engine, today: &str) -> Option<Vec<u8>> {
        Some(papers_json(engine.core(), today.parse().ok()?, &self.words))
    }

    /// The gates for a view: the members of the canonical JSON that name neither catalogue nor
    /// assessment; nothing for a day that is none.
    #[wasm_bindgen(js_name = gatesShown)]
    pub fn gates_shown(&self, engine: &Engine, today: &str) -> Option<Vec<u8>> {
        Some(gates_shown(engine.core(), today.parse().ok()?, &self.words))
    }

    /// The same of documents, audits and reviews, nonconformities.
    #[wasm_bindgen(js_name = papersShown)]
    pub fn papers_shown(&self, engine: &Engine, today: &str) -> Option<Vec<u8>> {
        Some(papers_shown(engine.core(), today.parse().ok()?, &self.words))
    }

    /// The same of the Statement of Applicability.
    #[wasm_bindgen(js_name = soaShown)]
    pub fn soa_shown(&self, engine: &Engine) -> Vec<u8> {
        soa_shown(engine.core(), &engine.core().soa(), &self.words)
    }

    /// What has become of the approval of the Statement of Applicability.
    #[wasm_bindgen(unchecked_return_type = "Outcome<ApprovalView>")]
    pub fn approval(&self, engine: &Engine, today: &str) -> JsValue {
        let core = engine.core();
        let today: Result<Date, Problem> = today.parse();
        outcome(today.map_err(Problems::from).map(|today| {
            let (about, system) = (&core.document().about, core.system());
            let its = system.soa_approval.as_ref();
            let approved = core.soa_approved(today);
            let is_void = approved == Approved::Void;
            wire::ApprovalView {
                state: match approved {
                    Approved::Never => "never",
                    Approved::Void => "void",
                    Approved::Valid => "valid",
                    Approved::ValidOtherStatus => "valid_other_status",
                },
                by: its.map(|its| its.by.clone()).unwrap_or_default(),
                on: its.and_then(|its| its.on).map(|on| on.to_string()).unwrap_or_default(),
                version: its.map(|its| its.version.clone()).unwrap_or_default(),
                changed: if is_void { core.changed_since_approval(today) } else { Vec::new() },
                digest: content_digest(&about.scope, &system.scope_parts, &core.soa()),
            }
        }))
    }

    /// Approves the Statement of Applicability as it is today.
    #[wasm_bindgen(js_name = approveSoa, unchecked_return_type = "Outcome<ChangedView>")]
    pub fn approve_soa(&mut self, engine: &mut Engine, by: &str, version: &str) -> JsValue {
        self.changed(engine.core_mut().approve_soa(by, version))
    }

    /// Takes the approval of the Statement of Applicability away.
    #[wasm_bindgen(js_name = withdrawSoa, unchecked_return_type = "Outcome<ChangedView>")]
    pub fn withdraw_soa(&mut self, engine: &mut Engine) -> JsValue {
        self.changed(engine.core_mut().set_soa_approval(None))
    }

    /// Says something of a document: the JSON of its record.
    #[wasm_bindgen(js_name = setDocument, unchecked_return_type = "Outcome<ChangedView>")]
    pub fn set_document(&mut self, engine: &mut Engine, record: &str) -> JsValue {
        let paper = Paper::from_json(record.as_bytes());
        self.changed(paper.and_then(|paper| engine.core_mut().set_document(paper)))
    }

    /// Takes what is said of a document away, by its id or title.
    #[wasm_bindgen(js_name = removeDocument, unchecked_return_type = "Outcome<ChangedView>")]
    pub fn remove_document(&mut self, engine: &mut Engine, name: &str) -> JsValue {
        self.changed(engine.core_mut().remove_document(name))
    }

    /// Replaces an answer, so that it can be taken back: the JSON of its record.
    #[wasm_bindgen(js_name = putAnswer, unchecked_return_type = "Outcome<ChangedView>")]
    pub fn put_answer(&mut self, engine: &mut Engine, record: &str) -> JsValue {
        let answer = Answer::from_json(record.as_bytes());
        self.changed(answer.and_then(|answer| engine.core_mut().put_answers([answer].into())))
    }

    /// Gives controls a reason, and words where there are such.
    #[wasm_bindgen(js_name = includeControls, unchecked_return_type = "Outcome<ChangedView>")]
    pub fn include_controls(
        &mut self,
        engine: &mut Engine,
        controls: Vec<String>,
        reason: &str,
        reference: &str,
        words: &str,
    ) -> JsValue {
        let done = of_word(InclusionReason::WORDS, reason).and_then(|reason| {
            let inclusion = Inclusion { reason, reference: reference.into() };
            engine.core_mut().include_controls(&names(&controls), &inclusion, words)
        });
        self.changed(done)
    }

    /// Excludes controls: for a typed reason and with a justification, to be looked at again on a
    /// day, or in a year where none is given.
    #[wasm_bindgen(js_name = excludeControls, unchecked_return_type = "Outcome<ChangedView>")]
    pub fn exclude_controls(
        &mut self,
        engine: &mut Engine,
        controls: Vec<String>,
        reason: &str,
        justification: &str,
        review: &str,
    ) -> JsValue {
        self.changed(excluded(engine, &controls, reason, justification, review))
    }

    /// Records what an auditor found at an item as a nonconformity.
    #[wasm_bindgen(js_name = recordFinding, unchecked_return_type = "Outcome<ChangedView>")]
    pub fn record_finding(&mut self, engine: &mut Engine, item: &str, what: &str) -> JsValue {
        self.changed(engine.core_mut().record_finding(item, what))
    }
}

fn excluded(
    engine: &mut Engine,
    controls: &[String],
    reason: &str,
    justification: &str,
    review: &str,
) -> Result<Done, Problems> {
    let reason = match reason {
        "" => None,
        reason => Some(of_word(ExclusionReason::WORDS, reason)?),
    };
    let review = match review {
        "" => None,
        day => Some(day.parse::<Date>()?),
    };
    let exclusion = Exclusion { reason, justification: justification.into(), review };
    engine.core_mut().exclude_controls(&names(controls), &exclusion)
}

fn names(ids: &[String]) -> Vec<&str> {
    ids.iter().map(String::as_str).collect()
}

/// The value of a closed set that has this word.
fn of_word<T: Copy>(words: &[(&str, T)], word: &str) -> Result<T, Problems> {
    let found = words.iter().find(|(known, _)| *known == word);
    found.map(|(_, value)| *value).ok_or_else(|| {
        let all: Vec<String> = words.iter().map(|(known, _)| known.to_string()).collect();
        problem!("E-VALUE", "word", word = quoted(word), words = all).at("reason").into()
    })
}
