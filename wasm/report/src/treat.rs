//! What a person does with risks: keeps one in one step with what belongs to it, approves, accepts,
//! adopts, and sets other criteria after a look at what they change.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use annexa_core::assessment::{Criteria, Entry, Ready, Register};
use annexa_core::engine::{Accept, Done, Mapping};
use annexa_core::facts::Remains;
use annexa_core::problem::problem;
use annexa_core::risk::Crossing;
use annexa_core::{Id, Problems};
use annexa_wasm::Engine;
use annexa_wasm_shared::{outcome, wire};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::Report;

wire! {
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
    /// Keeps a risk in one step with what belongs to it, each the JSON of its record or empty:
    /// criteria where there are none yet, a new group that it hits, a new action that serves it.
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

    /// What `setCriteria` with the same would change as of `today`, risk by risk.
    #[wasm_bindgen(js_name = previewCriteria, unchecked_return_type = "Outcome<CrossingView[]>")]
    pub fn preview_criteria(
        &self,
        engine: &Engine,
        today: &str,
        criteria: &str,
        likelihood: &str,
        consequence: &str,
    ) -> JsValue {
        let core = engine.core();
        let preview = || -> Result<Vec<CrossingView>, Problems> {
            let today = today.parse().map_err(Problems::from)?;
            let new = Criteria::from_json(criteria.as_bytes())?;
            let mapping = mapping(likelihood, consequence)?;
            let crossings = core.preview_criteria(new.clone(), &mapping, today)?;
            let old = core.system().criteria.as_ref();
            let view = |it: &Crossing| CrossingView {
                id: core
                    .system()
                    .risks
                    .get(it.risk)
                    .map(|risk| risk.id.to_string())
                    .unwrap_or_default(),
                exposure: it.exposure.2.word(),
                current: it.current.2.word(),
                planned: it.planned.2.word(),
                before: level(old, it.exposure.0),
                after: level(Some(&new), it.exposure.1),
            };
            Ok(crossings.iter().map(view).collect())
        };
        outcome(preview())
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
        if !criteria.is_empty() && step.engine().system().criteria.is_none() {
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
