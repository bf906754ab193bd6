//! Random assessments with registers, the same for the same seed.

use crate::assessment::{Document, Ready};
use crate::catalogue::Catalogue;

/// A small generator in the place of randomness, so that a failure repeats.
pub(crate) struct Dice(pub(crate) u32);

impl Dice {
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) as usize % limit
    }

    pub(crate) fn one<'o>(&mut self, of: &[&'o str]) -> &'o str {
        of[self.below(of.len())]
    }

    fn maybe(&mut self, text: &str) -> String {
        if self.below(2) == 0 { String::new() } else { text.to_owned() }
    }

    /// Some of the texts, as members of a list of JSON.
    pub(crate) fn some(&mut self, of: &[&str], of_them: usize) -> String {
        let len = self.below(of_them + 1);
        let texts: Vec<String> = (0..len).map(|_| format!("\"{}\"", self.one(of))).collect();
        texts.join(", ")
    }
}

pub(crate) const CONTROLS: &[&str] =
    &["A.5.1", "A.5.7", "A.8.7", "A.8.13", "A.8.16", "A.7.1", "c-1", "A.5.99"];
const DAYS: &[&str] = &["2026-01-01", "2026-06-01", "2026-12-01", "2027-03-01", "2027-12-31"];

pub(crate) fn estimate(dice: &mut Dice) -> String {
    let steps = ["l1", "l2", "l3", "l4"];
    let bad = dice.below(25) == 0;
    let likelihood = if bad { "l9" } else { dice.one(&steps) };
    let consequence = dice.one(&["c1", "c2", "c3", "c4"]);
    let other = dice.one(&["c1", "c2", "c3", "c4"]);
    let second = dice.maybe(&format!(r#", "a": "{other}""#));
    let day = dice.one(DAYS);
    format!(r#"{{"likelihood": "{likelihood}", "c": "{consequence}"{second}, "on": "{day}"}}"#)
}

pub(crate) fn risk(dice: &mut Dice, number: usize) -> String {
    let option = dice.one(&["modify", "retain", "avoid", "share"]);
    let option = match dice.below(4) {
        0 => String::new(),
        _ => format!(r#""option": "{option}", "#),
    };
    let residual = format!(r#""residual": {}, "#, estimate(dice));
    let residual = if dice.below(4) == 0 { String::new() } else { residual };
    let current = match dice.below(8) {
        0 => String::new(),
        _ => format!(r#""current": {}, "#, estimate(dice)),
    };
    let event = if dice.below(8) == 0 { "" } else { "It happens" };
    let owner = dice.one(&["", "Ann", "Bob"]);
    let reviewed = format!(r#""reviewed": "{}", "#, dice.one(DAYS));
    let reviewed = dice.maybe(&reviewed);
    let (chosen, existing) = (dice.some(CONTROLS, 2), dice.some(CONTROLS, 2));
    let (share, groups) = (dice.some(&["o-1", "o-2", "o-3"], 1), dice.some(&["g-1", "g-2"], 2));
    format!(
        r#"{{"id": "r-{number}", "label": "R-{}", "title": "T", "event": "{event}", "owner": "{owner}",
           "groups": [{groups}], "existing": [{existing}], {current}{reviewed}
           "treatment": {{{option}{residual}"controls": [{chosen}], "share_basis": [{share}]}}}}"#,
        number / 2
    )
}

pub(crate) fn action(dice: &mut Dice, number: usize) -> String {
    let serves = dice.some(&["r-1", "r-2", "r-3", "r-4", "r-5"], 3);
    let owner = dice.one(&["", "Cleo"]);
    let due = format!(r#""due": "{}", "#, dice.one(DAYS));
    let done = format!(r#""done": "{}", "#, dice.one(DAYS));
    let (due, done) = (dice.maybe(&due), dice.maybe(&done));
    let controls = dice.some(CONTROLS, 2);
    format!(
        r#"{{"id": "t-{number}", "label": "T-{number}", "what": "Do", "owner": "{owner}", {due}{done}
           "serves": [{serves}], "controls": [{controls}]}}"#
    )
}

pub(crate) fn obligation(dice: &mut Dice, number: usize) -> String {
    let kind = dice.one(&["law", "contract", "customer", "policy"]);
    let since = format!(r#""since": "{}", "#, dice.one(&["2026-01-01", "2027-03-01"]));
    let until = format!(r#""until": "{}", "#, dice.one(&["2026-06-01", "2027-12-31"]));
    let dates = match dice.below(3) {
        0 => String::new(),
        1 => since,
        _ => until,
    };
    let controls = dice.some(CONTROLS, 2);
    format!(
        r#"{{"id": "o-{number}", "label": "O-{number}", "kind": "{kind}", "title": "T", {dates}
           "controls": [{controls}]}}"#
    )
}

pub(crate) fn answer(dice: &mut Dice, id: &str) -> String {
    let state = dice.one(&["not_implemented", "planned", "partly", "implemented", "not_assessed"]);
    let scope = match dice.below(5) {
        0 => {
            r#""applicability": {"state": "excluded", "reason": "no_risk", "justification": "x"}, "#
        }
        1 => r#""applicability": {"state": "inherited", "provider": "P"}, "#,
        2 => r#""applicability": {"state": "excluded"}, "#,
        _ => "",
    };
    let inclusion = dice.maybe(
        r#""inclusion": [{"reason": "risk", "reference": "R-1"}, {"reason": "business"}], "#,
    );
    let due = dice.maybe(r#""owner": "Dan", "due": "2027-03-01", "#);
    format!(r#"{{"id": "{id}", {scope}{inclusion}{due}"implementation": "{state}"}}"#)
}

/// The file of a random assessment.
pub(crate) fn file(dice: &mut Dice) -> String {
    let criteria = String::from_utf8(Ready::Four.criteria().unwrap().to_json()).unwrap();
    let criteria =
        if dice.below(12) == 0 { String::new() } else { format!(r#""criteria": {criteria},"#) };
    let risks: Vec<String> = (1..=dice.below(9)).map(|number| risk(dice, number)).collect();
    let actions: Vec<String> = (1..=dice.below(6)).map(|number| action(dice, number)).collect();
    let obligations: Vec<String> = (1..=dice.below(4)).map(|it| obligation(dice, it)).collect();
    let mut answers = Vec::new();
    for id in ["A.5.1", "A.8.7", "A.8.13", "A.7.1", "c-1"] {
        if dice.below(3) > 0 {
            answers.push(answer(dice, id));
        }
    }
    format!(
        r#"{{"format": "annexa-assessment", "version": 1, "catalogue": "iso27001-2022", {criteria}
           "groups": [{{"id": "g-1", "label": "G-1", "name": "A"}}, {{"id": "g-2", "label": "G-2", "name": "B"}}],
           "own_controls": [{{"id": "c-1", "label": "C-1", "title": "Own"}}],
           "risks": [{}], "actions": [{}], "obligations": [{}], "answers": [{}]}}"#,
        risks.join(", "),
        actions.join(", "),
        obligations.join(", "),
        answers.join(", ")
    )
}

pub(crate) fn document(file: &str) -> Document {
    Document::from_bytes(Catalogue::iso27001_2022(), file.as_bytes())
        .unwrap_or_else(|problems| panic!("{problems}\n{file}"))
}
