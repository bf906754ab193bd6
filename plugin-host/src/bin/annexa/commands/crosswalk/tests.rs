//! How a contribution reads, for people and in a CSV.

use super::contribution_text;
use annexa_core::crosswalk::{
    Applicability, Basis, Contribution, Effect, Implementation, Mapping, Relation,
};
use annexa_core::facts::State;
use annexa_core::report::contribution_csv;
use annexa_core::words::Words;
use expect_test::{Expect, expect};

/// `states` are words of an implementation, or `excluded`; a `-` is no share.
#[track_caller]
fn check(sources: &str, states: &str, relation: Relation, effect: Effect, share: &str, e: Expect) {
    let state = |word: &str| {
        let (applicability, implementation) = match Implementation::from_word(word) {
            Some(implementation) => (Applicability::Applicable, implementation),
            None => (Applicability::from_word(word).unwrap(), Implementation::Implemented),
        };
        State { applicability, implementation }
    };
    let mapping = Mapping {
        target: "T".to_owned(),
        sources: sources.split_whitespace().map(str::to_owned).collect(),
        relation,
        coverage_bp: None,
        confidence_bp: 8_050,
        basis: Basis::Semantic,
        rationale: "Looked; nothing there.".to_owned(),
    };
    let contribution = Contribution {
        mapping: &mapping,
        states: states.split_whitespace().map(state).collect(),
        effect,
        support_bp: share.parse().ok(),
    };
    let (text, csv) =
        (contribution_text(&contribution, &Words::english()), contribution_csv(&contribution));
    e.assert_eq(&format!("{text}\n{csv}"));
}

#[test]
fn sources_share_a_state_or_have_one_each() {
    use {Effect::*, Relation::*};
    check(
        "A.5.1",
        "implemented",
        Equal,
        Full,
        "10000",
        expect![[r#"
        A.5.1  equal  implemented  100 %  (confidence 80.5 %, effect full)
        A.5.1 equal implemented 10000"#]],
    );
    check(
        "A.5.30 A.8.13",
        "partly partly",
        Superset,
        Part,
        "5000",
        expect![[r#"
        A.5.30 + A.8.13  superset  partly  50 %  (confidence 80.5 %, effect part)
        A.5.30+A.8.13 superset partly 5000"#]],
    );
    check(
        "4.1 A.8.13 A.5.1",
        "partly excluded partly",
        Subset,
        Excluded,
        "-",
        expect![[r#"
        4.1 + A.8.13 + A.5.1  subset  partly + excluded + partly  (confidence 80.5 %, effect excluded)
        4.1+A.8.13+A.5.1 subset partly+excluded+partly -"#]],
    );
}

#[test]
fn a_share_is_stated_or_not() {
    use {Effect::*, Relation::*};
    check(
        "A.5.1",
        "partly",
        Intersects,
        Part,
        "1225",
        expect![[r#"
        A.5.1  intersects  partly  12.25 %  (confidence 80.5 %, effect part)
        A.5.1 intersects partly 1225"#]],
    );
    check(
        "A.5.1",
        "partly",
        Intersects,
        Part,
        "-",
        expect![[r#"
        A.5.1  intersects  partly  share not stated  (confidence 80.5 %, effect part)
        A.5.1 intersects partly -"#]],
    );
    check(
        "A.5.1",
        "not_assessed",
        Intersects,
        NotAssessed,
        "-",
        expect![[r#"
        A.5.1  intersects  not assessed  (confidence 80.5 %, effect not assessed)
        A.5.1 intersects not_assessed -"#]],
    );
}

#[test]
fn a_row_without_a_relation_says_why() {
    check(
        "",
        "",
        Relation::None,
        Effect::None,
        "-",
        expect![[r#"
        none: Looked; nothing there.
        none Looked, nothing there."#]],
    );
    check(
        "A.5.1 4.1",
        "partly planned",
        Relation::None,
        Effect::None,
        "-",
        expect![[r#"
        A.5.1 + 4.1  none: Looked; nothing there.
        A.5.1+4.1 none Looked, nothing there."#]],
    );
}
