//! By what risks are judged: criteria that are offered ready, and others after a look at what they
//! change and at what speaks against them.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use annexa_core::assessment::{Criteria, Ready};
use annexa_core::engine::Mapping;
use annexa_core::facts::Remains;
use annexa_core::{Id, Problems};
use annexa_wasm::Engine;
use annexa_wasm_shared::{outcome, wire};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::wire::LintView;
use crate::{Report, convert};

/// The part of a file that the findings on criteria name.
const PART: &str = "criteria";

wire! {
    /// What other criteria would change, and what the checks would find in them.
    TriedCriteriaView { crossings: Vec<CrossingView>, findings: Vec<LintView>, }
    /// What other criteria do to a risk: to what counts today, to today's assessment, and to what
    /// is planned; with the levels of what counts before and after.
    CrossingView {
        id: String,
        exposure: &'static str,
        current: &'static str,
        planned: &'static str,
        before: Option<String>,
        after: Option<String>,
    }
}

#[wasm_bindgen]
impl Report {
    /// Criteria that are offered ready, by size, as canonical JSON; nothing for another size.
    #[wasm_bindgen(js_name = readyCriteria)]
    pub fn ready_criteria(&self, size: &str) -> Option<Vec<u8>> {
        let (_, ready) = Ready::NAMES.iter().find(|(name, _)| *name == size)?;
        Some(ready.criteria().ok()?.to_json())
    }

    /// Sets the criteria, the JSON of their record; steps that go are mapped by pairs `old=new`
    /// with spaces between.
    #[wasm_bindgen(js_name = setCriteria, unchecked_return_type = "Outcome<ChangedView>")]
    pub fn set_criteria(
        &mut self,
        engine: &mut Engine,
        criteria: &str,
        likelihood: &str,
        consequence: &str,
    ) -> JsValue {
        let set = Criteria::from_json(criteria.as_bytes()).and_then(|criteria| {
            let mapping = mapping(likelihood, consequence)?;
            engine.core_mut().set_criteria(Some(criteria), &mapping)
        });
        self.changed(set)
    }

    /// What `setCriteria` with the same would change as of `today`, risk by risk, and what the
    /// checks would find in the criteria. A hole or a disorder of the matrix refuses them.
    #[wasm_bindgen(js_name = tryCriteria, unchecked_return_type = "Outcome<TriedCriteriaView>")]
    pub fn try_criteria(
        &self,
        engine: &Engine,
        today: &str,
        criteria: &str,
        likelihood: &str,
        consequence: &str,
    ) -> JsValue {
        let core = engine.core();
        let tried = || -> Result<TriedCriteriaView, Problems> {
            let today = today.parse().map_err(Problems::from)?;
            let new = Criteria::from_json(criteria.as_bytes())?;
            let mapping = mapping(likelihood, consequence)?;
            let crossings = core.preview_criteria(new.clone(), &mapping, today)?;
            let risks = &core.system().risks;
            let old = core.system().criteria.as_ref();
            let crossings = crossings.iter().map(|it| CrossingView {
                id: risks.get(it.risk).map(|risk| risk.id.to_string()).unwrap_or_default(),
                exposure: it.exposure.2.word(),
                current: it.current.2.word(),
                planned: it.planned.2.word(),
                before: level(old, it.exposure.0),
                after: level(Some(&new), it.exposure.1),
            });
            let crossings = crossings.collect();
            let mut after = core.clone();
            let findings = match after.set_criteria(Some(new), &mapping) {
                Ok(_) => after
                    .lint_records(today, &self.words)
                    .into_iter()
                    .filter(|record| record.items.iter().any(|item| item.id == PART))
                    .map(convert::lint)
                    .collect(),
                // A step is still to be named: the look at the risks says so.
                Err(_) => Vec::new(),
            };
            Ok(TriedCriteriaView { crossings, findings })
        };
        outcome(tried())
    }
}

fn mapping(likelihood: &str, consequence: &str) -> Result<Mapping, Problems> {
    Ok(Mapping { likelihood: pairs(likelihood)?, consequence: pairs(consequence)? })
}

fn pairs(text: &str) -> Result<Vec<(Id, Id)>, Problems> {
    let pair = |pair: &str| {
        let (old, new) = pair.split_once('=').unwrap_or((pair, ""));
        Ok((old.parse()?, new.parse()?))
    };
    text.split_whitespace().map(pair).collect()
}

/// The word of the level of what is left.
fn level(criteria: Option<&Criteria>, remains: Option<Remains>) -> Option<String> {
    let level = criteria?.levels.get(usize::from(remains?.level()?))?;
    Some(level.word.to_string())
}
