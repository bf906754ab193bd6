//! The sample organizations: three complete assessments to look at, to try commands on, to test.

/// An invented organization.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sample {
    /// What it is asked for by.
    pub name: &'static str,
    /// The assessment as its file holds it.
    pub text: &'static str,
}

/// The samples, from the smallest organization to the one whose customers ask.
pub const SAMPLES: [Sample; 3] = [
    Sample { name: "software", text: include_str!("../data/samples/software.json") },
    Sample { name: "hospital", text: include_str!("../data/samples/hospital.json") },
    Sample { name: "manufacturer", text: include_str!("../data/samples/manufacturer.json") },
];

/// The day on which their stories stand; on others evidence grows old and plans become late.
pub const TODAY: &str = "2026-11-24";

#[cfg(test)]
mod tests;
