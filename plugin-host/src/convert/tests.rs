//! Every word of the interface is the vocabulary's, and back.

use super::wit;
use annexa_core::crosswalk::{Applicability, Basis, Implementation, Relation};
use std::fmt::Debug;

/// Takes each value over and back; the interface calls it by the same word.
#[track_caller]
fn check<Own, Interface>(words: &[(&str, Own)])
where
    Own: Copy + PartialEq + Debug + From<Interface>,
    Interface: Debug + From<Own>,
{
    for (word, own) in words {
        let there = Interface::from(*own);
        let name: String = format!("{there:?}").rsplit(':').next().unwrap().to_lowercase();
        assert_eq!(name, word.replace('_', ""), "{own:?}");
        assert_eq!(Own::from(there), *own);
    }
}

#[test]
fn every_word_has_its_pair() {
    check::<_, wit::Relation>(Relation::WORDS);
    check::<_, wit::Basis>(Basis::WORDS);
    check::<_, wit::Applicability>(Applicability::WORDS);
    check::<_, wit::Implementation>(Implementation::WORDS);
}
