//! Where conflicts are and what the versions have there, as a person reads it.

use expect_test::{Expect, expect};
use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::{answer, base, patch, three, version};
use crate::Engine;
use crate::assessment::{About, Answer, Applicability, ExclusionReason, Register, System};
use crate::merge::{Decided, Place, Side, Teller, merge};
use crate::record::{Kind, Shape};
use crate::words::Words;

fn said(Place { thing, field }: &Place) -> String {
    if field.is_empty() { thing.clone() } else { format!("{thing}: {field}") }
}

#[track_caller]
fn check(ours: impl FnOnce(&mut Engine), theirs: impl FnOnce(&mut Engine), expected: Expect) {
    let (base, ours, theirs) = (base(), version(ours), version(theirs));
    let versions = three(&base, &ours, &theirs);
    let words = Words::english();
    let teller = Teller::new(versions, &words);
    let mut text = String::new();
    let merged = merge(versions, &Decided::default()).unwrap();
    for it in &merged.conflicts {
        let place = teller.place(&it.path);
        writeln!(text, "{}", said(&place)).unwrap();
        for side in [Side::Both, Side::Ours, Side::Theirs] {
            let value = teller.value(it, side).unwrap_or_else(|| "-".into());
            writeln!(text, "  {value}").unwrap();
        }
        for user in teller.users(it) {
            writeln!(text, "  used by {user}").unwrap();
        }
    }
    for it in &merged.changes {
        let place = teller.place(&it.path);
        writeln!(text, "{} {}", said(&place), it.kind.word()).unwrap();
    }
    expected.assert_eq(&text);
}

#[test]
fn an_estimate_is_told_by_its_steps_and_its_level() {
    check(
        |it| patch(it, Register::Risk, "r-3", r#"{"current": {"likelihood": "l4", "c": "c2"}}"#),
        |it| {
            let worse =
                r#"{"current": {"likelihood": "l2", "c": "c2", "a": "c4", "why": "Seen."}}"#;
            patch(it, Register::Risk, "r-3", worse);
        },
        expect![[r#"
            R-3 Fire: today's estimate
              possible, confidentiality noticeable: medium
              frequent, confidentiality noticeable: high
              possible, confidentiality noticeable, availability grave: high (Seen.)
        "#]],
    );
}

#[test]
fn applicability_and_texts_are_told_in_words() {
    check(
        |it| {
            answer(it, "A.7.1", |it| {
                it.applicability.state = Applicability::Excluded;
                it.applicability.reason = Some(ExclusionReason::Other);
                it.applicability.justification = "No premises of our own.".into();
            });
            answer(it, "4.1", |it| it.notes = "Known. Asked again.".into());
        },
        |it| {
            answer(it, "A.7.1", |it| {
                it.applicability.state = Applicability::Inherited;
                it.applicability.provider = "Hafenhaus".into();
            });
            answer(it, "4.1", |it| it.notes = "Known. Looked up.".into());
        },
        expect![[r#"
            4.1 Understanding the organization and its context: notes
              Known.
              Known. Asked again.
              Known. Looked up.
            A.7.1 Physical security perimeters: applicability
              -
              excluded; reason: another reason; justification: No premises of our own.
              inherited; provider: Hafenhaus
        "#]],
    );
}

#[test]
fn an_entry_that_went_is_told_with_what_uses_it() {
    check(
        |it| {
            it.delete_entry(Register::Group, "g-2", true).unwrap();
            it.delete_entry(Register::Action, "t-1", true).unwrap();
        },
        |it| {
            patch(it, Register::Risk, "r-3", r#"{"groups": ["g-1", "g-2"]}"#);
            patch(it, Register::Action, "t-1", r#"{"due": "2027-01-31"}"#);
        },
        expect![[r#"
            T-1 Buy extinguishers
              label: T-1; what: Buy extinguishers; what it serves: R-3
              -
              label: T-1; what: Buy extinguishers; due on: 2027-01-31; what it serves: R-3
            G-2 Laptops
              label: G-2; name: Laptops
              -
              label: G-2; name: Laptops
              used by R-3 Fire
            R-3 Fire: groups of assets changed
        "#]],
    );
}

#[test]
fn every_field_of_a_file_has_a_name() {
    let words = Words::english();
    let (one, two) = (base(), base());
    let versions = three(&one, &one, &two);
    let teller = Teller::new(versions, &words);
    let mut nameless = BTreeSet::new();
    let mut look = vec![&System::SHAPE, &About::SHAPE, &Answer::SHAPE];
    while let Some(shape) = look.pop() {
        let shape: &Shape = shape;
        for field in shape.fields {
            if teller.name(shape, field.name).is_empty() {
                nameless.insert(format!("{}.{}", shape.name, field.name));
            }
            if let Kind::Record(inner) | Kind::List(inner, ..) = field.kind {
                look.push(inner);
            }
        }
    }
    assert_eq!(nameless, BTreeSet::new());
}
