//! What an edit may hold, and how much of a file and of the ledger it touches.

use alloc::format;
use alloc::vec;
use alloc::vec::Vec;

use super::edit::Edit;
use crate::assessment::listed::Entry as _;
use crate::assessment::{Answer, Decision, Entry, Paper, Reckoned, Snapshot, System, Watched};
use crate::problem::Problem;
use crate::record::{Kind, Record, check, entry_bound_bytes, part_bound_bytes};

/// Everything that would keep an edit from being read back.
pub(super) fn found(edit: &Edit) -> Vec<Problem> {
    let (name, problems) = match edit {
        Edit::Entry(register, _, Some(entry)) => (register.name(), check(entry.record())),
        Edit::Paper(_, Some(paper)) => (Paper::REGISTER, check(&**paper)),
        Edit::Decision(_, Some(decision)) => (Decision::REGISTER, check(&**decision)),
        Edit::Effort(_, Some(effort)) => (Reckoned::REGISTER, check(&**effort)),
        Edit::Snapshot(_, Some(kept)) => {
            let mut problems = check(&**kept);
            problems.extend(crate::history::problems(kept));
            (Snapshot::REGISTER, problems)
        }
        Edit::Watched(_, Some(watched)) => (Watched::REGISTER, check(&**watched)),
        Edit::Context(context) => ("context", check(&**context)),
        Edit::ScopeParts(parts) => ("scope_parts", check(&**parts)),
        Edit::Approval(approval) => {
            ("soa_approval", approval.as_ref().as_ref().map_or(vec![], |it| check(it)))
        }
        Edit::Criteria(criteria) => {
            let problems = criteria.as_ref().as_ref().map_or(vec![], |criteria| {
                let mut problems = check(criteria);
                if problems.is_empty() {
                    problems = criteria.problems();
                }
                problems
            });
            ("criteria", problems)
        }
        Edit::Answer(_, Some(answer)) => ("answers", answer.problems()),
        Edit::About(about) => return about.problems(),
        Edit::Entry(_, _, None)
        | Edit::Paper(_, None)
        | Edit::Decision(_, None)
        | Edit::Effort(_, None)
        | Edit::Snapshot(_, None)
        | Edit::Watched(_, None)
        | Edit::Mode(_)
        | Edit::Lineage(_)
        | Edit::Response(..)
        | Edit::Answer(_, None) => return Vec::new(),
    };
    let at = |problem: Problem| {
        let place = match problem.place.as_str() {
            "" => name.into(),
            place => format!("{name}.{place}"),
        };
        Problem { place, ..problem }
    };
    problems.into_iter().map(at).collect()
}

/// What an edit brings, as a file may have it.
pub(super) fn new_bytes(edit: &Edit) -> usize {
    match edit {
        Edit::Entry(_, _, entry) => entry_bytes(entry),
        Edit::Paper(_, paper) => listed_bytes(paper.as_deref()),
        Edit::Decision(_, decision) => listed_bytes(decision.as_deref()),
        Edit::Effort(_, effort) => listed_bytes(effort.as_deref()),
        Edit::Snapshot(_, kept) => listed_bytes(kept.as_deref()),
        Edit::Watched(_, watched) => listed_bytes(watched.as_deref()),
        Edit::Context(context) => part_bound_bytes(&**context),
        Edit::ScopeParts(parts) => part_bound_bytes(&**parts),
        Edit::Approval(approval) => part_bytes(approval),
        Edit::Criteria(criteria) => part_bytes(criteria),
        Edit::About(about) => part_bound_bytes(&**about),
        Edit::Answer(_, answer) => answer.as_deref().map_or(0, Answer::size_bound_bytes),
        Edit::Mode(_) | Edit::Lineage(_) | Edit::Response(..) => 0,
    }
}

pub(super) fn entry_bytes(entry: &Option<Entry>) -> usize {
    entry.as_ref().map_or(0, |entry| entry_bound_bytes(entry.record()))
}

pub(super) fn listed_bytes<E: Record>(entry: Option<&E>) -> usize {
    entry.map_or(0, |entry| entry_bound_bytes(entry))
}

pub(super) fn part_bytes<R: Record + PartialEq>(part: &Option<R>) -> usize {
    part.as_ref().map_or(0, part_bound_bytes)
}

/// How many entries a register holds at most.
pub(super) fn len_max(register: &str) -> usize {
    let mut fields = System::SHAPE.fields.iter();
    match fields.find(|field| field.name == register).map(|field| field.kind) {
        Some(Kind::List(_, len_max, _)) => len_max,
        _ => 0,
    }
}

/// What of the ledger a unit touches.
#[derive(Debug, Clone, Copy)]
pub(super) enum Touched {
    Nothing,
    Risk(usize),
    All,
}
