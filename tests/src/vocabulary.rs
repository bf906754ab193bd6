//! The vocabulary against those who say the same in another language: the interface's WIT and the
//! page's TypeScript.

use annexa_vocabulary::crosswalk::{Basis, Relation};
use annexa_vocabulary::{Applicability, HIDDEN, Implementation};
use regex_syntax::hir::{Class, HirKind};
use wit_parser::{Resolve, TypeDefKind};

use crate::tidy::text;

/// The cases of each enum of the interface, with its name.
fn enums() -> Vec<(String, Vec<String>)> {
    let mut resolve = Resolve::default();
    resolve.push_str("crosswalk.wit", &text("plugins/sdk/wit/v1/crosswalk.wit")).unwrap();
    let enums = resolve.types.iter().filter_map(|(_, ty)| {
        let TypeDefKind::Enum(it) = &ty.kind else { return None };
        let cases = it.cases.iter().map(|case| case.name.replace('-', "_")).collect();
        Some((ty.name.clone()?, cases))
    });
    enums.collect()
}

/// The order is the interface, so it has to be the same as well.
#[test]
fn the_interface_has_the_closed_sets_of_the_vocabulary() {
    fn set<T>(name: &str, words: &[(&'static str, T)]) -> (String, Vec<String>) {
        (name.to_owned(), words.iter().map(|(word, _)| (*word).to_owned()).collect())
    }
    assert_eq!(
        enums(),
        [
            set("relation", Relation::WORDS),
            set("basis", Basis::WORDS),
            set("applicability", Applicability::WORDS),
            set("implementation", Implementation::WORDS),
        ]
    );
}

#[test]
fn the_page_hides_the_same_characters() {
    let text = text("www/src/plugin/hidden.ts");
    let (_, rest) = text.split_once("HIDDEN =\n  /").expect("the page's set of hidden characters");
    let (class, _) = rest.split_once("/gu;").unwrap();
    let class = regex_syntax::parse(class).unwrap();
    let HirKind::Class(Class::Unicode(class)) = class.kind() else { panic!("not a class") };
    let ranges: Vec<(char, char)> =
        class.ranges().iter().map(|range| (range.start(), range.end())).collect();
    assert_eq!(ranges, HIDDEN);
}
