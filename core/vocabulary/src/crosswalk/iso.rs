//! Ids of ISO/IEC 27001 known by their form, for those who have no catalogue at hand.

use super::Sources;

/// Requirements and controls of ISO/IEC 27001:2022 as a plugin's author can check them: whether
/// an id is written like one. Whether it exists a host says, which has the catalogue.
#[derive(Debug, Clone, Copy, Default)]
pub struct IsoForm;

impl Sources for IsoForm {
    fn framework(&self) -> &str {
        "iso27001-2022"
    }

    fn place_of(&self, id: &str) -> Option<usize> {
        is_iso_id(id).then_some(0)
    }
}

/// `A.5.1`, or a clause such as `6.1.2`: numbers without leading zeros.
fn is_iso_id(id: &str) -> bool {
    let is_number = |part: &str| {
        (1..=2).contains(&part.len())
            && part.bytes().all(|byte| byte.is_ascii_digit())
            && !part.starts_with('0')
    };
    let is_control = id.starts_with("A.");
    let parts = id.strip_prefix("A.").unwrap_or(id).split('.');
    let count = parts.clone().count();
    (if is_control { count == 2 } else { count <= 3 }) && parts.into_iter().all(is_number)
}
