//! Reasons that name what they point at by its label: where the merged labels would lead elsewhere,
//! the id takes the label's place.

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use super::Versions;
use super::walk::Held;
use crate::assessment::{Document, Inclusion};
use crate::record::Listed as _;

pub(super) fn settle(held: &mut Held, versions: &Versions<'_>) {
    let sides = [versions.ours, versions.theirs];
    for answer in &mut held.answers {
        let mut settled: Vec<Inclusion> = Vec::new();
        for inclusion in &answer.inclusion {
            let named = sides.iter().filter(|it| has(it, answer.id.as_str(), inclusion));
            let wanted = named.filter_map(|it| it.system().resolve(&inclusion.reference));
            let mut wanted: Vec<_> =
                wanted.map(|(register, id)| (register, id.to_string())).collect();
            wanted.retain(|(register, id)| held.system.place(*register, id).is_some());
            wanted.dedup();
            let now = held.system.resolve(&inclusion.reference);
            let now = now.map(|(register, id)| (register, id.to_string()));
            if wanted.iter().all(|name| now.as_ref() == Some(name)) {
                settled.push(inclusion.clone());
                continue;
            }
            let others = wanted
                .into_iter()
                .map(|(_, id): (_, String)| Inclusion { reference: id, ..inclusion.clone() });
            settled.extend(others);
        }
        Inclusion::settle(&mut settled);
        answer.inclusion = settled;
    }
}

/// Whether a version's answer has this reason, word for word.
fn has(document: &Document, answer: &str, inclusion: &Inclusion) -> bool {
    document.answer(answer).is_some_and(|answer| answer.inclusion.contains(inclusion))
}
