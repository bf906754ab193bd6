//! Circles in the roadmap, which only people can make.

use alloc::string::ToString;

use super::*;
use crate::assessment::StepKind;
use crate::roadmap::Node;

/// A circle, at the first of its actions: there is none without one.
pub(crate) fn circle(members: &[Node<'_>], mode: Mode) -> Option<Lint> {
    let action = members.iter().find(|node| node.kind == StepKind::Action)?;
    let names = members.iter().map(|node| {
        if node.label.is_empty() { node.id.to_string() } else { node.label.to_string() }
    });
    let rule = &ROADMAP_CYCLE;
    Some(Lint {
        rule,
        severity: rule.severity_in(mode),
        subject: Subject::Entry(Register::Action, action.place),
        values: [("members", Value::Ids(names.collect()))].into(),
        holds_from: None,
        holds_until: None,
    })
}
