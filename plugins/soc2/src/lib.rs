//! ISO/IEC 27001:2022 to the SOC 2 trust services criteria.
//!
//! The table is `crosswalk.toml`. To what the table leaves open this plugin adds what a SOC 2
//! report asks for beyond a management system: operation over a period, providers as subservice
//! organizations, no room for exclusions, and categories that a report may leave out.

#[cfg(test)]
mod tests;

use annexa_plugin_sdk::{Applicability, Open, Plugin, Remark, States, Table, Target};

include!(concat!(env!("OUT_DIR"), "/crosswalk.rs"));

/// The category that every SOC 2 report covers.
const COMMON: &str = "Security (common criteria)";

/// The plugin.
#[derive(Clone, Copy, Debug)]
pub struct Soc2;

impl Plugin for Soc2 {
    fn table() -> &'static Table {
        &TABLE
    }

    fn remark(target: &Target, states: &States<'_>) -> Option<Remark> {
        let mut remark = Remark::standard(target)?;
        let gap = &mut remark.gap;
        if target.category != COMMON {
            push(gap, &["This counts only if the report covers ", target.category, "."]);
        }
        if target.sources.is_empty() {
            return Some(remark);
        }
        let open: Vec<(&str, Open)> = states.open(target).collect();
        let excluded = open.iter().filter(|(_, open)| *open == Open::Excluded);
        if let Some(excluded) = list(excluded.map(|(id, _)| *id)) {
            push(
                gap,
                &[
                    "SOC 2 has no Statement of Applicability: show what meets the criterion \
                     instead of ",
                    &excluded,
                    ".",
                ],
            );
        }
        let inherited = states.sources(target).filter(|(_, state)| {
            state.is_some_and(|it| it.applicability == Applicability::Inherited)
        });
        if let Some(inherited) = list(inherited.map(|(id, _)| id)) {
            push(
                gap,
                &[
                    "Operated by a provider: ",
                    &inherited,
                    "; name the provider as a subservice organization and say what it has to do.",
                ],
            );
        }
        // Many residuals speak of the period already.
        if open.is_empty() && !has_word(target.residual, "period") {
            push(gap, &["For a type 2 report keep evidence from the whole period."]);
        }
        Some(remark)
    }
}

/// Adds a sentence.
fn push(gap: &mut String, sentence: &[&str]) {
    gap.push(' ');
    for part in sentence {
        gap.push_str(part);
    }
}

fn has_word(text: &str, wanted: &str) -> bool {
    text.split(|it: char| !it.is_ascii_alphabetic()).any(|word| word == wanted)
}

/// Ids as `A.7.1, A.7.2 and A.7.4`; `None` when there are none.
fn list(ids: impl Iterator<Item = &'static str>) -> Option<String> {
    let ids: Vec<&str> = ids.collect();
    let mut text = String::new();
    for (at, id) in ids.iter().enumerate() {
        if at > 0 {
            text.push_str(if at + 1 == ids.len() { " and " } else { ", " });
        }
        text.push_str(id);
    }
    (!text.is_empty()).then_some(text)
}

annexa_plugin_sdk::export_crosswalk!(Soc2);
