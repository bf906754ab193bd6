//! What was merged, taken over by an engine: one thing that is done, and can be taken back.

use std::collections::BTreeSet;

use super::random::{Dice, samples, small, version};
use super::{answer, base, three};
use crate::engine::Did;
use crate::facts::{Facts, Ledger};
use crate::merge::{Decided, Take, merge};
use crate::{Document, Engine, Response};

/// An engine is as one over the same document that was made anew.
#[track_caller]
fn is_kept_up(engine: &Engine, what: &str) {
    let document = engine.document();
    let fresh = Engine::from_document(document.clone());
    assert_eq!(*engine.facts(), Facts::of(document), "{what}");
    assert_eq!(*engine.ledger(), Ledger::of(document), "{what}");
    assert!(engine.scores().eq(fresh.scores()), "{what}");
    let read = Document::from_bytes(document.catalogue().clone(), &document.to_bytes()).unwrap();
    assert_eq!(document.size_bound_bytes(), read.size_bound_bytes(), "{what}");
}

#[test]
fn whatever_was_merged_is_taken_over_taken_back_and_made_again() {
    let samples = samples();
    let mut changed = 0;
    for seed in 1..120_u64 {
        let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let base = small(&mut dice, &samples);
        let [ours, theirs] = ["a", "b"].map(|tag| version(&mut dice, &base, tag));
        let take = if seed % 2 == 0 { Take::Ours } else { Take::Theirs };
        let decided = Decided { choices: Vec::new(), rest: Some(take) };
        let merged = merge(three(&base, &ours, &theirs), &decided).unwrap().document.unwrap();
        let what = format!("seed {seed}");
        let mut engine = Engine::from_document(ours.clone());
        engine.take_merged(&merged, "mara.json").unwrap();
        assert_eq!(engine.document().to_bytes(), merged.to_bytes(), "{what}");
        is_kept_up(&engine, &what);
        if ours == merged {
            assert_eq!(engine.undoable_len(), 0, "{what}: what changes nothing makes no unit");
            continue;
        }
        changed += 1;
        assert_eq!(engine.undoable_len(), 1, "{what}");
        let turned = engine.undo().unwrap();
        assert_eq!((turned.deed.did, turned.deed.name.as_str()), (Did::Merge, "mara.json"));
        assert_eq!(engine.document().to_bytes(), ours.to_bytes(), "{what}");
        is_kept_up(&engine, &what);
        engine.redo().unwrap();
        assert_eq!(engine.document().to_bytes(), merged.to_bytes(), "{what}");
        is_kept_up(&engine, &what);
    }
    assert!(changed > 80, "{changed}");
}

#[test]
fn it_is_told_which_answers_and_entries_are_another() {
    let mut engine = Engine::from_document(base());
    let mut other = Engine::from_document(base());
    answer(&mut other, "A.5.1", |it| it.response = Some(Response::Yes));
    let done = engine.take_merged(other.document(), "mara.json").unwrap();
    let ids: BTreeSet<&str> = done.ids.iter().map(|id| id.as_str()).collect();
    assert_eq!(ids, BTreeSet::from(["A.5.1"]));
}
