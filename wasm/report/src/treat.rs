//! What a person does with risks: keeps one in one step with what belongs to it, approves, accepts
//! and adopts.

use alloc::vec::Vec;

use annexa_core::assessment::{Criteria, Entry, Register};
use annexa_core::engine::{Accept, Done, Mapping};
use annexa_core::problem::problem;
use annexa_core::{Id, Problems};
use annexa_wasm::Engine;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::Report;

#[wasm_bindgen]
impl Report {
    /// Keeps a risk in one step with what belongs to it, each the JSON of its record or empty:
    /// criteria where they are set with it, a new group that it hits, a new action that serves it.
    #[wasm_bindgen(js_name = keepRisk, unchecked_return_type = "Outcome<ChangedView>")]
    pub fn keep_risk(
        &mut self,
        engine: &mut Engine,
        risk: &str,
        criteria: &str,
        group: &str,
        action: &str,
    ) -> JsValue {
        let kept = keep(engine.core_mut(), risk, criteria, group, action);
        // The risk stands first, whatever came with it.
        self.changed(kept.map(|(id, mut done)| {
            done.ids.retain(|other| *other != id);
            done.ids.insert(0, id);
            done
        }))
    }

    /// Approves plan and what is left for an owner: of every decided risk, or of those whose ids
    /// are named, with spaces between.
    #[wasm_bindgen(js_name = approveRisks, unchecked_return_type = "Outcome<ChangedView>")]
    pub fn approve_risks(&mut self, engine: &mut Engine, owner: &str, ids: &str) -> JsValue {
        let ids: Vec<&str> = ids.split_whitespace().collect();
        let ids = (!ids.is_empty()).then_some(ids.as_slice());
        self.changed(engine.core_mut().approve(owner, ids))
    }

    /// Keeps a risk and accepts it until a day, in one step; the level is what counts today.
    #[wasm_bindgen(js_name = keepAccepted, unchecked_return_type = "Outcome<ChangedView>")]
    pub fn keep_accepted(
        &mut self,
        engine: &mut Engine,
        risk: &str,
        by: &str,
        role: &str,
        until: &str,
        why: &str,
    ) -> JsValue {
        let accepted = engine.core_mut().in_one_step(|step| {
            let risk = Entry::from_json(Register::Risk, risk.as_bytes())?;
            for id in step.then(|engine| engine.put_entry(risk))? {
                let until = Some(until.parse()?);
                let (by, role, why) = (by.into(), role.into(), why.into());
                let accept = Accept { by, role, until, level: None, why };
                step.then(|engine| engine.accept(id.as_str(), accept))?;
            }
            Ok(())
        });
        self.changed(accepted)
    }

    /// Takes over what a finished plan has reached.
    #[wasm_bindgen(js_name = adoptRisk, unchecked_return_type = "Outcome<ChangedView>")]
    pub fn adopt_risk(&mut self, engine: &mut Engine, id: &str) -> JsValue {
        self.changed(engine.core_mut().adopt(id))
    }
}

/// Keeps a risk with what belongs to it, and gives its id.
pub(crate) fn keep(
    core: &mut annexa_core::Engine,
    risk: &str,
    criteria: &str,
    group: &str,
    action: &str,
) -> Result<(Id, Done), Problems> {
    let mut kept = None;
    let done = core.in_one_step(|step| {
        if !criteria.is_empty() {
            let criteria = Criteria::from_json(criteria.as_bytes())?;
            step.then(|engine| engine.set_criteria(Some(criteria), &Mapping::default()))?;
        }
        let mut risk = Entry::from_json(Register::Risk, risk.as_bytes())?;
        if !group.is_empty() {
            let group = Entry::from_json(Register::Group, group.as_bytes())?;
            let ids = step.then(|engine| engine.put_entry(group))?;
            if let Entry::Risk(risk) = &mut risk {
                risk.groups.extend(ids);
            }
        }
        let ids = step.then(|engine| engine.put_entry(risk))?;
        if !action.is_empty() {
            let mut action = Entry::from_json(Register::Action, action.as_bytes())?;
            if let Entry::Action(action) = &mut action {
                action.serves.extend(ids.iter().cloned());
            }
            step.then(|engine| engine.put_entry(action))?;
        }
        kept = ids.into_iter().next();
        Ok(())
    })?;
    let kept = kept.ok_or_else(|| problem!("E-MISSING", "field", field = "id"))?;
    Ok((kept, done))
}
