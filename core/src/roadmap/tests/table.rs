//! What holds of the edges that every organization has.

use alloc::collections::{BTreeMap, BTreeSet};

use super::super::{Graph, Phase, dependencies};
use crate::catalogue::Catalogue;
use crate::effort::{Outside, Role, rows};
use crate::words::Words;

#[test]
fn the_edges_are_those_of_the_page() {
    let all = dependencies(&Catalogue::iso27001_2022());
    assert_eq!(all.iter().filter(|it| it.has_reason).count(), 60);
    assert_eq!(all.len(), 170);
    let pairs: BTreeSet<_> = all.iter().map(|it| (it.first, it.then)).collect();
    assert_eq!(pairs.len(), 170, "none stands twice");
}

#[test]
fn no_requirement_and_no_document_waits_for_a_control() {
    for it in dependencies(&Catalogue::iso27001_2022()) {
        assert!(!it.first.starts_with("A.") || it.then.starts_with("A."), "{it:?}");
    }
}

#[test]
fn nothing_waits_for_itself() {
    let catalogue = Catalogue::iso27001_2022();
    let numbers: BTreeMap<&str, usize> =
        rows(&catalogue).iter().enumerate().map(|(number, row)| (row.id, number)).collect();
    let edges: Vec<(usize, usize)> =
        dependencies(&catalogue).iter().map(|it| (numbers[it.first], numbers[it.then])).collect();
    let (opened, circles) = Graph::new(numbers.len(), &edges).opened();
    assert_eq!(circles, Vec::<Vec<usize>>::new());
    assert_eq!(opened, Graph::new(numbers.len(), &edges));
}

#[test]
fn every_edge_says_why() {
    let words = Words::english();
    let mut said = BTreeSet::new();
    for it in dependencies(&Catalogue::iso27001_2022()) {
        let key = match it.has_reason {
            true => format!("roadmap.because.{}-{}", it.first, it.then),
            false => format!("effort.note.{}", it.then),
        };
        let text = words.message(&key, &[]);
        assert_ne!(text, key);
        assert!(!it.has_reason || said.insert(text), "{key} says what another says");
    }
}

#[test]
fn who_has_the_work_and_what_comes_from_outside() {
    let catalogue = Catalogue::iso27001_2022();
    let count = |is: &dyn Fn(&crate::effort::Row) -> bool| {
        rows(&catalogue).iter().filter(|row| is(row)).count()
    };
    let roles = Role::WORDS
        .iter()
        .map(|(word, role)| format!("{word} {}", count(&|row| row.role == *role)));
    let outside = Outside::WORDS
        .iter()
        .map(|(word, it)| format!("{word} {}", count(&|row| row.outside == *it)));
    expect_test::expect![[r#"
        management 7, lead 36, owners 15, it 44, developers 9, personnel 10, premises 10, purchasing 3, legal 3, auditor 3
        nothing 100, adviser 2, auditor 4, course 2, lawyer 6, product 10, provider 8, landlord 2, works 5, tester 1"#]].assert_eq(&format!(
        "{}\n{}",
        roles.collect::<Vec<_>>().join(", "),
        outside.collect::<Vec<_>>().join(", ")
    ));
}

#[test]
fn phases_are_in_order() {
    let words: Vec<u32> = Phase::WORDS.iter().map(|(_, phase)| phase.number()).collect();
    assert_eq!(words, [1, 2, 3, 4, 5]);
}
