//! What a condition takes, and what it waits for.

use super::*;

/// What a condition of a file takes.
#[track_caller]
fn check_takes(id: &str, members: &str, expected: Expect) {
    let engine = engine(members);
    let gates = engine.gates(today()).unwrap();
    let open = engine.open_work(today());
    let takes = gates.condition(id).unwrap().takes(engine.document().catalogue(), &open);
    let cd = takes.effort.map_or_else(|| "-".to_owned(), |it| format!("{:?}", it.ends()));
    expected.assert_eq(&format!("{cd} {}", takes.sentences(&Words::english()).join(" ")));
}

#[test]
fn a_condition_that_blocks_has_a_range_and_what_it_waits_for() {
    check_takes(
        "S1-SCOPE",
        "",
        expect!["[50, 100, 200] Takes 0.5 to 2 days, likely 1. Waits for 4.2."],
    );
    check_takes(
        "S1-DOCS",
        "",
        expect![
            "[488, 700, 1123] Takes 4.5 to 11.5 days, likely 7. Waits for 4.3, 5.2, 6.1.2, 6.1.3, 6.2, 8.2, 9.2.2."
        ],
    );
    check_takes(
        "S2-REVIEW",
        "",
        expect!["[88, 150, 273] Takes 0.5 to 3 days, likely 1.5. Waits for 9.1, 9.2.1, 9.3.1."],
    );
    check_takes("S2-CLAUSES", &all(|id| !id.starts_with('A'), "partly"), expect!["- "]);
    check_takes(
        "S2-CLAUSES",
        &all(|id| !id.starts_with('A'), "planned"),
        expect!["[2273, 3105, 4764] Takes 22 to 48 days, likely 31."],
    );
}

#[test]
fn what_is_in_place_is_gone_through_once_more() {
    check_takes(
        "S2-AUDIT",
        &all(|id| id == "9.2.1", "not_implemented"),
        expect!["[100, 200, 400] Takes 1 to 4 days, likely 2. Waits for 8.1, 8.3, 9.2.2."],
    );
    check_takes(
        "S2-AUDIT",
        &all(|id| id == "9.2.1", "implemented"),
        expect!["[62, 125, 250] Takes 0.5 to 2.5 days, likely 1.5."],
    );
    check_takes(
        "S2-AUDIT",
        &all(|id| !id.starts_with('A'), "implemented"),
        expect!["[62, 125, 250] Takes 0.5 to 2.5 days, likely 1.5."],
    );
}

#[test]
fn an_approved_document_is_waited_for_no_more() {
    let engine = engine(&format!(
        r#""documents": [{{"id": "D.4.3", "state": "approved"}}, {{"id": "D.6.1.3d", "state": "approved"}}], {}"#,
        all(|id| id == "6.2", "implemented")
    ));
    let open = engine.open_work(today());
    let waits = |id| open.waits_for(id).join(" ");
    let said =
        ["D.4.3", "D.6.2", "D.6.1.3d", "D.10.2g", "A.5.1"].map(|id| format!("{id}: {}", waits(id)));
    expect![[r#"
        D.4.3: 
        D.6.2: 
        D.6.1.3d: 6.1.3
        D.10.2g: D.10.2f
        A.5.1: D.5.2e"#]]
    .assert_eq(&said.join("\n"));
}

#[test]
fn a_gate_counts_work_that_conditions_share_once() {
    let engine = engine("");
    let gates = engine.gates(today()).unwrap();
    let open = engine.open_work(today());
    let catalogue = engine.document().catalogue();
    let together = gates.stage_1.effort(catalogue, &open).unwrap();
    let blocking = gates.stage_1.conditions.iter();
    let likely: u64 = blocking
        .filter_map(|it| it.takes(catalogue, &open).effort)
        .map(|range| range.likely_cd)
        .sum();
    expect!["[1096, 1550, 2458] of 1750"].assert_eq(&format!("{:?} of {likely}", together.ends()));
}
