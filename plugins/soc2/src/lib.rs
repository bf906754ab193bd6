//! ISO/IEC 27001:2022 to the SOC 2 trust services criteria.
//!
//! The table is `crosswalk.toml`. To the standard words this plugin adds what a SOC 2 report asks
//! for beyond a management system: operation over a period, providers as subservice
//! organizations, no room for exclusions, and categories that a report may leave out.

#[cfg(test)]
mod tests;

use annexa_plugin_sdk::{Applicability, Crosswalk, Findings, Open, Remark, Table, Target};

include!(concat!(env!("OUT_DIR"), "/crosswalk.rs"));

/// The category that every SOC 2 report covers.
const COMMON: &str = "Security (common criteria)";

/// The plugin.
#[derive(Clone, Copy, Debug)]
pub struct Soc2;

impl Crosswalk for Soc2 {
    fn table() -> &'static Table {
        &TABLE
    }

    fn remark(target: &Target, findings: &Findings<'_>) -> Option<Remark> {
        let mut remark = Remark::standard(target, findings)?;
        let gap = &mut remark.gap;
        if target.category != COMMON {
            push(gap, &["This counts only if the report covers ", target.category, "."]);
        }
        if target.sources.is_empty() {
            return Some(remark);
        }
        let mut has_open = false;
        for (id, open) in findings.open(target) {
            has_open = true;
            if open == Open::Excluded {
                push(
                    gap,
                    &[
                        "SOC 2 has no Statement of Applicability: without ",
                        id,
                        " show what else meets the criterion.",
                    ],
                );
            }
        }
        for (id, finding) in findings.sources(target) {
            if finding.is_some_and(|it| it.applicability == Applicability::Inherited) {
                push(
                    gap,
                    &[
                        "A provider operates ",
                        id,
                        ": name it as a subservice organization and say what it has to do.",
                    ],
                );
            }
        }
        if !has_open {
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

annexa_plugin_sdk::export_crosswalk!(Soc2);
