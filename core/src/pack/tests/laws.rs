//! What holds of every pack, over random assessments and edits.

use super::{bytes, none, pick};
use crate::Id;
use crate::assessment::{Answer, Document};
use crate::merge::tests::random::{Dice, samples, small, version};
use crate::merge::{Decided, merge};
use crate::pack::{Allow, Pack, Pick, split};
use crate::record::Record as _;

/// The items and risks that two lists of ids share out between them.
fn parts(dice: &mut Dice, document: &Document) -> [Pick; 2] {
    let mut picks = [pick(), pick()];
    let catalogue = document.catalogue();
    let asked = catalogue.items().iter().filter(|it| it.is_assessed());
    let items = asked.map(|it| it.id().parse::<Id>().unwrap());
    let items = items.chain(document.system().own_controls.iter().map(|it| it.id.clone()));
    items.for_each(|id| picks[dice.below(2)].items.push(id));
    let risks: Vec<Id> = document.system().risks.iter().map(|it| it.id.clone()).collect();
    risks.into_iter().for_each(|id| picks[dice.below(2)].risks.push(id));
    picks
}

/// A pack in which everything is as another version has it, notes excepted.
fn edited(pack: &Pack, version: &Document) -> Pack {
    let answers = pack.items.iter().filter_map(|id| version.answer(id.as_str()));
    let answers: Vec<Answer> = answers.map(|it| pack.allow.answer(it)).collect();
    let risks = pack.base_risks.iter().map(|was| {
        let now = version.system().risks.iter().find(|it| it.id == was.id);
        now.map_or(was.clone(), |now| pack.allow.risk(now))
    });
    Pack { answers, risks: risks.collect(), ..pack.clone() }
}

fn back(ours: &Document, pack: &Pack) -> Option<Document> {
    let pack = Pack::from_bytes(&pack.to_bytes()).unwrap();
    let sides = pack.sides(ours).unwrap();
    merge(sides.versions(ours), &Decided::default()).ok()?.document
}

#[test]
fn packs_keep_to_what_they_ask() {
    let samples = samples();
    let mut all = 0;
    for seed in 1..=25 {
        let mut dice = Dice(seed);
        let base = small(&mut dice, &samples);
        let other = version(&mut dice, &base, "a");
        let allow = Allow { applicability: dice.below(2) == 0, risks: dice.below(2) == 0 };
        let packs = parts(&mut dice, &base).map(|pick| split(&base, &pick, &allow, ""));
        let [Ok(one), Ok(two)] = packs else { continue };
        for pack in [&one, &two] {
            let same = back(&base, pack).unwrap();
            assert_eq!(bytes(&same), bytes(&base), "seed {seed}: unedited");
            // Whatever happened to the file since: what was not edited changes nothing.
            let since = back(&other, pack).unwrap();
            assert_eq!(bytes(&since), bytes(&other), "seed {seed}: unedited, later");
        }
        let (one, two) = (edited(&one, &other), edited(&two, &other));
        let (Some(first), Some(second)) = (back(&base, &one), back(&base, &two)) else { continue };
        all += 1;
        for (pack, result) in [(&one, &first), (&two, &second)] {
            within(pack, &base, result, &format!("seed {seed}"));
            let again = back(result, pack).unwrap();
            assert_eq!(bytes(&again), bytes(result), "seed {seed}: twice");
        }
        // In any order, and all packs together are an edit of the whole.
        let (there, around) = (back(&first, &two).unwrap(), back(&second, &one).unwrap());
        assert_eq!(bytes(&there), bytes(&around), "seed {seed}: order");
        for pack in [&one, &two] {
            for id in &pack.items {
                let asked = |document: &Document| {
                    let answer = document.answer(id.as_str());
                    answer.map(|it| pack.allow.answer(it)).filter(|it| !it.says_nothing())
                };
                let (is, wanted) = (asked(&there), asked(&other));
                let level = |it: &Option<Answer>| it.as_ref().map(|it| it.maturity.is_some());
                if level(&is) == level(&wanted) {
                    assert_eq!(is, wanted, "seed {seed}: {id}");
                }
            }
        }
    }
    assert!(all >= 15, "{all}");
}

/// A pack changes listed items and allowed fields alone.
fn within(pack: &Pack, base: &Document, result: &Document, what: &str) {
    let bare = |document: &Document| {
        let mut document = document.clone();
        for id in &pack.items {
            let mut answer = Answer::new(id.clone());
            let old = document.answer(id.as_str()).map(|it| it as _);
            Allow { ..pack.allow.clone() }.lay(None, old, &mut answer);
            answer.id = id.clone();
            answer.maturity = None;
            document.put_answer(answer);
        }
        for was in &pack.base_risks {
            let Some(old) = document.system().risks.iter().find(|it| it.id == was.id) else {
                continue;
            };
            let mut risk = crate::assessment::Risk::blank();
            pack.allow.lay(None, Some(old), &mut risk);
            risk.id = was.id.clone();
            risk.title = "-".into();
            let id = was.id.clone();
            document.system_mut().replace(
                crate::assessment::Register::Risk,
                &id,
                Some(risk.into()),
            );
        }
        bytes(&document)
    };
    assert_eq!(bare(base), bare(result), "{what}");
    assert!(none() == Allow::blank());
}
