//! What the checks find.

use super::{Expected, check, member, named};
use crate::check::{Check, Op, Output, Step};
use crate::template::Gaps;

/// Sentences about findings.
pub(super) const SENTENCES: &[(&str, Expected)] = &[
    ("<code> names <names>", |gaps| vec![finds(gaps, Op::Same)]),
    ("<code> names <names> {as an error|as a warning|as a remark}", |gaps| {
        vec![finds(gaps, Op::Same)]
    }),
    ("<code> names <names> among others", |gaps| vec![finds(gaps, Op::Has)]),
    ("<code> does not name <names>", |gaps| vec![finds(gaps, Op::Lacks)]),
    ("<code> says nothing", |gaps| vec![finds(gaps, Op::Same)]),
];

fn finds(gaps: &Gaps, op: Op) -> Check {
    let code = gaps.text("code");
    let mut is_it = vec![("code", code.to_owned())];
    let severity = match gaps.text("choice") {
        "as an error" => Some("error"),
        "as a warning" => Some("warning"),
        "as a remark" => Some("info"),
        _ => None,
    };
    is_it.extend(severity.map(|severity| ("severity", severity.to_owned())));
    let path = vec![member("findings"), Step::Where(is_it), member("ids")];
    let names = named(gaps);
    let finds = op != Op::Lacks && !names.is_empty();
    let check = check(Output::Lint, path, op, names).about(code, finds);
    // Whether the approval of the statement holds is said by two checks alone.
    let is_approval = matches!(code, "L-SOA-APPROVAL-VOID" | "L-SOA-STATUS-OLD");
    if is_approval { check.about("approval", finds) } else { check }
}
