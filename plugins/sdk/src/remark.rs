//! Words about one target, in the light of the findings.

use crate::{
    findings::{Findings, Open},
    table::Target,
};

/// What is still missing for one target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Words for the person who has to act.
    pub gap: String,
    /// Further values under names of 1 to 64 characters `a-z`, `0-9`, `-`; hosts ignore names
    /// that they do not know.
    pub extensions: Vec<(String, String)>,
}

impl Remark {
    /// A remark without extensions.
    pub fn new(gap: impl Into<String>) -> Self {
        Self { gap: gap.into(), extensions: Vec::new() }
    }

    /// The words that a plugin gives when its author adds none: what the mapping leaves open in
    /// any case, then the sources that are not in place, by their state. `None` when there is
    /// nothing to say.
    pub fn standard(target: &Target, findings: &Findings<'_>) -> Option<Self> {
        let mut gap = String::with_capacity(target.residual.len() + 64);
        gap.push_str(target.residual);
        push_open(&mut gap, target, findings);
        if gap.is_empty() { None } else { Some(Self::new(gap)) }
    }
}

/// The states in the order in which they ask for action, with the words for one and for several.
const STATES: [(Open, &str, &str); 5] = [
    (Open::NotImplemented, "is not implemented", "are not implemented"),
    (Open::Planned, "is only planned", "are only planned"),
    (Open::Partly, "is only partly in place", "are only partly in place"),
    (Open::NotAssessed, "has not been assessed", "have not been assessed"),
    (Open::Excluded, "is excluded from the scope", "are excluded from the scope"),
];

/// Adds one sentence that names the open sources, if there are any.
fn push_open(gap: &mut String, target: &Target, findings: &Findings<'_>) {
    let open: Vec<(&str, Open)> = findings.open(target).collect();
    let mut is_first = true;
    for (state, one, several) in STATES {
        let count = open.iter().filter(|(_, found)| *found == state).count();
        if count == 0 {
            continue;
        }
        gap.push_str(match (is_first, gap.is_empty()) {
            (true, true) => "Still open: ",
            (true, false) => " Still open: ",
            (false, _) => "; ",
        });
        is_first = false;
        let ids = open.iter().filter(|(_, found)| *found == state).map(|(id, _)| *id);
        for (index, id) in ids.enumerate() {
            gap.push_str(match index {
                0 => "",
                _ if index + 1 == count => " and ",
                _ => ", ",
            });
            gap.push_str(id);
        }
        gap.push(' ');
        gap.push_str(if count == 1 { one } else { several });
    }
    if !is_first {
        gap.push('.');
    }
}
