//! The starter threats are wide and not padded: what an expert would defend, by counts.

use std::collections::{BTreeMap, BTreeSet};

use expect_test::expect;

use super::{Because, LIKELY, Role, Threat, likely, threats_csv};
use crate::assessment::{Context, Remote, YesNo};
use crate::catalogue::Catalogue;
use crate::words::Words;

/// Controls that serve every threat, and so say nothing about one.
const GOVERNANCE: [&str; 5] = ["A.5.1", "A.5.2", "A.5.4", "A.5.35", "A.5.36"];
/// Controls that may serve up to half of the threats.
const WIDE: [&str; 4] = ["A.6.3", "A.8.13", "A.8.15", "A.8.16"];

fn controls(threat: &Threat) -> Vec<&'static str> {
    Role::WORDS.iter().flat_map(|(_, role)| threat.controls(*role)).copied().collect()
}

#[test]
fn every_threat_has_controls_that_say_something() {
    let catalogue = Catalogue::iso27001_2022();
    let mut sets = BTreeSet::new();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for threat in Threat::all() {
        let code = threat.code;
        let all = controls(threat);
        let set: BTreeSet<&str> = all.iter().copied().collect();
        assert_eq!(set.len(), all.len(), "{code}: a control has one role");
        assert!((5..=14).contains(&all.len()), "{code}: {} controls", all.len());
        let roles = Role::WORDS.iter().filter(|(_, role)| !threat.controls(*role).is_empty());
        assert!(roles.count() >= 2, "{code}: at least two roles");
        assert!(GOVERNANCE.iter().all(|control| !set.contains(control)), "{code}");
        for (_, role) in Role::WORDS {
            let places: Vec<Option<usize>> =
                threat.controls(*role).iter().map(|id| catalogue.index_of(id)).collect();
            assert!(places.is_sorted() && places.iter().all(Option::is_some), "{code}");
        }
        all.iter().for_each(|control| *counts.entry(control).or_default() += 1);
        assert!(sets.insert(set), "{code}: another threat has the same controls");
    }
    let number = Threat::all().len();
    for (control, count) in counts {
        let most = if WIDE.contains(&control) { number / 2 } else { number / 3 };
        assert!(count <= most, "{control} serves {count} of {number} threats");
    }
}

#[test]
fn every_suggestion_says_why_and_no_reason_is_left_over() {
    let words = Words::english();
    let mut reasons = BTreeSet::new();
    for threat in Threat::all() {
        let label = threat.label(&words);
        assert!(!label.is_empty() && !threat.event(&words).is_empty(), "{}", threat.code);
        for control in controls(threat) {
            let why = threat.why(control, &words);
            let place = format!("{} {control}: {why}", threat.code);
            assert!((10..=90).contains(&why.chars().count()), "{place}");
            assert!(!why.to_lowercase().contains(&label.to_lowercase()), "{place}");
            assert!(!why.ends_with('.'), "{place}");
            assert!(reasons.insert(why), "{place} stands twice");
        }
        for item in Catalogue::iso27001_2022().items() {
            let is_suggested = controls(threat).contains(&item.id());
            assert!(is_suggested || threat.why(item.id(), &words).is_empty(), "{}", threat.code);
        }
    }
}

#[test]
fn the_source_follows_from_the_code_or_is_said() {
    use crate::assessment::SourceKind::{Accidental, Deliberate, Environmental};
    for threat in Threat::all() {
        let letters: String = threat.code.chars().take_while(char::is_ascii_alphabetic).collect();
        let expected = match letters.as_str() {
            "ME" => Some(Environmental),
            "MA" => Some(Accidental),
            "MD" => Some(Deliberate),
            "MDA" => None,
            "X" => {
                assert!(threat.source_kind.is_some(), "{}", threat.code);
                continue;
            }
            other => panic!("{other}"),
        };
        assert_eq!(threat.source_kind, expected, "{}", threat.code);
    }
}

#[test]
fn the_list_is_written_as_a_table() {
    let all: Vec<&Threat> = Threat::all().iter().collect();
    let csv = threats_csv(&Catalogue::iso27001_2022(), &Words::english(), &all);
    let csv = String::from_utf8(csv).unwrap();
    assert_eq!(csv.lines().count(), Threat::all().len() + 1);
    let lines: Vec<&str> = csv.lines().take(2).collect();
    expect![[r#"
        code,label,category,controls,prevent,notice,recover
        MA11,Error in use,compromise-of-functions,"A.5.3;A.5.27;A.5.37;A.6.3;A.6.8;A.8.13;A.8.15;A.8.18;A.8.31;A.8.32","A.5.3;A.5.37;A.6.3;A.8.18;A.8.31;A.8.32","A.6.8;A.8.15","A.5.27;A.8.13""#]].assert_eq(&lines.join("\n"));
}

/// The codes of the threats to begin with, each with why.
fn beginning(context: &Context) -> String {
    let all =
        likely(context).map(|(threat, because)| format!("{} {}", threat.code, because.word()));
    all.collect::<Vec<_>>().join(", ")
}

#[test]
fn a_beginning_follows_the_answers_about_the_organization() {
    let unknown = Context::default();
    expect![
        "X02 everybody, X03 everybody, X01 everybody, X16 everybody, MA11 everybody, MA16 everybody"
    ]
    .assert_eq(&beginning(&unknown));
    let small = Context {
        people: Some(12),
        remote: Some(Remote::All),
        personal_data: Some(YesNo::Yes),
        ot: Some(YesNo::No),
        ..Context::default()
    };
    expect!["X02 everybody, X10 personal_data, X09 remote, MDA28 few_people, X03 everybody, X01 everybody"]
        .assert_eq(&beginning(&small));
    for context in [&unknown, &small] {
        let mut codes: Vec<&str> = likely(context).map(|(threat, _)| threat.code).collect();
        assert_eq!(codes.len(), LIKELY);
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), LIKELY, "no threat stands twice");
    }
    assert_eq!(Because::WORDS.len(), 9);
}
