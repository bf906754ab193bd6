//! The set against Unicode's properties.

use alloc::vec::Vec;

use regex_syntax::hir::{Class, HirKind};

use super::{HIDDEN, is_hidden};

/// What the set is by definition, as a regular expression says it. The fillers of Hangul, the
/// soft hyphen and the tags are ignorable by default.
const DEFINITION: &str =
    r"[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\u{2800}]";

fn defined() -> Vec<(char, char)> {
    let class = regex_syntax::parse(DEFINITION).unwrap();
    let HirKind::Class(Class::Unicode(class)) = class.kind() else { panic!("not a class") };
    class.ranges().iter().map(|range| (range.start(), range.end())).collect()
}

#[test]
fn the_set_is_what_unicode_says() {
    let rust: Vec<std::string::String> =
        defined().iter().map(|(first, last)| std::format!("({first:?}, {last:?}),")).collect();
    assert_eq!(HIDDEN, defined(), "the table has to be:\n{}", rust.join("\n"));
}

#[test]
fn every_character_is_found_or_not() {
    let defined = defined();
    let is_defined = |c: char| defined.iter().any(|(first, last)| (*first..=*last).contains(&c));
    let wrong = ('\0'..='\u{3200}')
        .chain('\u{fe00}'..='\u{ffff}')
        .chain('\u{e0000}'..='\u{e1000}')
        .find(|c| is_hidden(*c) != is_defined(*c));
    assert_eq!(wrong, None);
}

/// Each of these was once shown raw somewhere.
#[test]
fn what_was_once_overlooked_is_there() {
    for character in "\u{1b}\u{ad}\u{61c}\u{115f}\u{1160}\u{180e}\u{200b}\u{202e}\u{2028}\u{2066}\
         \u{206a}\u{2800}\u{3164}\u{feff}\u{ffa0}\u{fff9}\u{fffb}\u{e0001}\u{e0041}\u{e0fff}"
        .chars()
    {
        assert!(is_hidden(character), "{}", character.escape_unicode());
    }
    for character in " aéß漢\u{a0}\u{300}\u{fffd}😀".chars() {
        assert!(!is_hidden(character), "{}", character.escape_unicode());
    }
}
