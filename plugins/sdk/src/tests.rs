//! The standard words and the table's rules, on a small table.

use crate::{
    Basis, Description, Implementation, Mapping, Open, Plugin, Provenance, Relation, Remark,
    SourceState, States, Table, Target, testing,
};
use expect_test::{Expect, expect};

const TARGET: Target = Target {
    id: "H.1",
    title: "Greeting",
    group: "H",
    group_title: "Hello",
    category: "",
    residual: "Ask who was greeted.",
    sources: &[2, 1, 0],
};
const MAPPING: Mapping = Mapping {
    target: "H.1",
    sources: &["A.5.2", "A.5.10"],
    relation: Relation::Intersects,
    coverage_bp: Some(5_000),
    confidence_bp: 8_000,
    basis: Basis::Semantic,
    rationale: "Both are polite.",
};
const EMPTY: Mapping = Mapping {
    target: "H.2",
    sources: &["A.8.1"],
    relation: Relation::None,
    coverage_bp: None,
    ..MAPPING
};
static TABLE: Table = Table {
    description: Description {
        id: "hello",
        name: "Hello",
        version: "1.0.0",
        summary: "A test.",
        source_framework: "iso27001-2022",
        target_framework: "hello",
        target_title: "Hello, first edition",
        provenance: Provenance {
            document: "none",
            version: "1",
            licence: "MIT",
            method: "thought up",
        },
        extensions: Vec::new(),
    },
    targets: &[
        TARGET,
        Target { id: "H.2", residual: "Hold a door.", sources: &[], ..TARGET },
        Target { id: "H.3", residual: "Wave.", sources: &[0], ..TARGET },
    ],
    mappings: &[
        MAPPING,
        Mapping { sources: &["4.1", "A.5.2"], ..MAPPING },
        EMPTY,
        Mapping { target: "H.3", sources: &["4.1"], ..MAPPING },
    ],
    sources: &["4.1", "A.5.10", "A.5.2"],
};

struct Hello;

impl Plugin for Hello {
    fn table() -> &'static Table {
        &TABLE
    }
}

crate::export_crosswalk!(Hello);

/// What a plugin without words of its own says, and which sources it could ask for.
#[track_caller]
fn check(states: &[SourceState], expect: Expect) {
    let asked = States::new(&TABLE, states);
    let remarks = testing::assess::<Hello>(states);
    let targets = TABLE.targets.iter().zip(&remarks);
    let lines = targets.map(|(target, (id, remark))| {
        assert_eq!(target.id, *id);
        let open: Vec<_> = asked.open(target).map(|(id, open)| format!("{id} {open:?}")).collect();
        format!("{id}: {} [{}]\n", remark.gap, open.join(", "))
    });
    expect.assert_eq(&lines.collect::<String>());
}

#[test]
fn nothing_is_open_when_all_is_in_place() {
    check(
        &testing::all_sources(&TABLE, Implementation::Implemented),
        expect![[r#"
        H.1: Ask who was greeted. []
        H.2: Hold a door. []
        H.3: Wave. []
    "#]],
    );
}

#[test]
fn what_the_assessment_does_not_hold_was_not_assessed() {
    check(
        &[],
        expect![[r#"
        H.1: Ask who was greeted. [A.5.2 NotAssessed, A.5.10 NotAssessed, 4.1 NotAssessed]
        H.2: Hold a door. []
        H.3: Wave. [4.1 NotAssessed]
    "#]],
    );
}

#[test]
fn open_sources_come_in_table_order_and_change_no_standard_words() {
    let state = testing::source;
    check(
        &[
            state("A.5.10", Implementation::Partly),
            state("4.1", Implementation::Planned),
            state("A.5.2", Implementation::Partly),
        ],
        expect![[r#"
            H.1: Ask who was greeted. [A.5.2 Partly, A.5.10 Partly, 4.1 Planned]
            H.2: Hold a door. []
            H.3: Wave. [4.1 Planned]
        "#]],
    );
    check(
        &[
            state("4.1", Implementation::NotImplemented),
            testing::excluded("A.5.2"),
            state("A.5.10", Implementation::Implemented),
        ],
        expect![[r#"
            H.1: Ask who was greeted. [A.5.2 Excluded, 4.1 NotImplemented]
            H.2: Hold a door. []
            H.3: Wave. [4.1 NotImplemented]
        "#]],
    );
}

#[test]
fn without_a_residual_there_are_no_standard_words() {
    assert_eq!(Remark::standard(&TARGET), Some(Remark::new("Ask who was greeted.")));
    assert_eq!(Remark::standard(&Target { residual: "", ..TARGET }), None);
}

#[test]
fn the_first_state_with_an_id_counts() {
    let states = [
        testing::source("4.1", Implementation::Planned),
        testing::source("4.1", Implementation::Implemented),
        testing::source("A.9.9", Implementation::Implemented),
    ];
    let states = States::new(&TABLE, &states);
    assert_eq!(states.get("4.1").map(|found| found.implementation), Some(Implementation::Planned));
    assert_eq!(states.get("A.9.9"), None);
    let target = &TABLE.targets[2];
    assert_eq!(states.open(target).collect::<Vec<_>>(), [("4.1", Open::Planned)]);
}

#[test]
fn a_good_table_has_no_problems() {
    assert_eq!(testing::problems(&TABLE), Vec::<String>::new());
    assert_eq!(testing::unmapped(&TABLE), Vec::<&str>::new());
}

#[test]
fn every_broken_rule_is_named() {
    let table = Table {
        targets: &[TARGET, TARGET, Target { id: "a b", title: "", ..TARGET }],
        mappings: &[
            Mapping { target: "H.9", ..MAPPING },
            Mapping { sources: &[], ..MAPPING },
            Mapping { sources: &["4.1", "4.1"], confidence_bp: 10_001, ..MAPPING },
            Mapping { coverage_bp: Some(9_000), relation: Relation::Equal, ..MAPPING },
            Mapping { coverage_bp: Some(0), rationale: "", ..MAPPING },
            Mapping { coverage_bp: Some(1), ..EMPTY },
        ],
        description: TABLE.description.clone(),
        sources: TABLE.sources,
    };
    expect![[r#"
        E-DUPLICATE target at target `H.1`: id `H.1`
        E-ID target at target `a b`: id `a b`
        E-EMPTY words at target `a b`: field title
        E-UNKNOWN-ID target at mapping `A.5.2 A.5.10` to `H.9`: id `H.9`
        E-SOURCES missing at mapping `` to `H.1`: relation intersects
        E-RANGE confidence at mapping `4.1 4.1` to `H.1`: number 10001, least 0, most 10000
        E-DUPLICATE source at mapping `4.1 4.1` to `H.1`: id `4.1`
        E-COVERAGE whole at mapping `A.5.2 A.5.10` to `H.1`: relation equal, number 9000
        E-EMPTY words at mapping `A.5.2 A.5.10` to `H.1`: field rationale
        E-RANGE coverage at mapping `A.5.2 A.5.10` to `H.1`: number 0, least 1, most 10000
        E-DUPLICATE row at mapping `A.5.2 A.5.10` to `H.1`: id `H.1`
        E-UNKNOWN-ID target at mapping `A.8.1` to `H.2`: id `H.2`
        E-COVERAGE none at mapping `A.8.1` to `H.2`
        the index of sources is not the one of the rows"#]]
    .assert_eq(&testing::problems(&table).join("\n"));
}
