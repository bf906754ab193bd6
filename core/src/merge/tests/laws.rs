//! What holds of every merge, over random versions. `ANNEXA_TRIPLES` says how many.

use std::collections::BTreeMap;
use std::env;

use super::random::{Dice, built, samples, small, version};
use super::three;
use crate::assessment::{Answer, Document, Register};
use crate::merge::{Decided, Merged, Take, Versions, merge};
use crate::record::{Merge, Record, Value, key_of, write_member};

fn decided(rest: Option<Take>) -> Decided {
    Decided { choices: Vec::new(), rest }
}

fn merged<'d>(base: &'d Document, ours: &'d Document, theirs: &'d Document) -> Merged<'d> {
    merge(three(base, ours, theirs), &decided(None)).unwrap()
}

fn clean(base: &Document, ours: &Document, theirs: &Document) -> Option<Document> {
    merged(base, ours, theirs).document
}

fn two<'d>(ours: &'d Document, theirs: &'d Document) -> Merged<'d> {
    let versions = Versions { base: None, ours, theirs, may_be_unrelated: false };
    merge(versions, &decided(None)).unwrap()
}

/// Every value of an assessment by its path; the members of a set each by themselves.
fn flat(document: &Document) -> BTreeMap<String, String> {
    let mut values = BTreeMap::new();
    record(&mut values, "about", &document.about);
    record(&mut values, "", document.system());
    for answer in document.answers() {
        let path = format!("answers/{}", answer.id);
        values.insert(path.clone(), String::new());
        record(&mut values, &path, answer);
    }
    values
}

fn record(values: &mut BTreeMap<String, String>, path: &str, record: &dyn Record) {
    for (place, field) in record.shape().fields.iter().enumerate() {
        let path =
            if path.is_empty() { field.name.to_owned() } else { format!("{path}/{}", field.name) };
        let is_part = record.shape().together.contains(&field.name);
        match (field.merge, record.value(place)) {
            (Merge::Changed, _) | (_, Value::Absent) => {}
            (_, value) if is_part => part(values, &path, record, value),
            (Merge::Members, Value::Record(inner)) => self::record(values, &path, inner),
            (Merge::Set, Value::Ids(ids)) => {
                values.extend(ids.iter().map(|id| (format!("{path}#{id}"), String::new())));
            }
            (Merge::Set, Value::Lines(lines)) => {
                values.extend(lines.iter().map(|line| (format!("{path}#{line}"), String::new())));
            }
            (Merge::Set, Value::List(list)) => {
                for entry in (0..list.len()).filter_map(|index| list.get(index)) {
                    values.insert(format!("{path}#{}", text(Value::Record(entry))), String::new());
                }
            }
            (Merge::Register | Merge::Frozen, Value::List(list)) => {
                for index in 0..list.len() {
                    let key = key_of(list, index).unwrap();
                    let title = if key.0 == 0 { "" } else { "title:" };
                    let key = key.1.replace('~', "~0").replace('/', "~1");
                    let path = format!("{path}/{title}{key}");
                    let entry = list.get(index).unwrap();
                    if field.merge == Merge::Frozen {
                        values.insert(path, text(Value::Record(entry)));
                    } else {
                        values.insert(path.clone(), String::new());
                        self::record(values, &path, entry);
                    }
                }
            }
            (_, value) => {
                values.insert(path, text(value));
            }
        }
    }
}

/// What is one value with others stands with them, at the first.
fn part(values: &mut BTreeMap<String, String>, path: &str, record: &dyn Record, value: Value<'_>) {
    let first = record.shape().together[0];
    let path = format!("{}/{first}", path.rsplit_once('/').unwrap().0);
    values.entry(path).or_default().push_str(&text(value));
}

fn text(value: Value<'_>) -> String {
    let mut writer = crate::json::Writer::compact();
    writer.object(|w| write_member(w, "", value));
    writer.into_text()
}

/// Whether a path is within that of a conflict, or around it.
fn covers(conflicts: &[String], path: &str) -> bool {
    let within = |one: &str, other: &str| {
        other.strip_prefix(one).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '#']))
    };
    // An own control comes and goes with its answer.
    let answer = |conflict: &String| {
        let own = conflict.strip_prefix("own_controls/");
        own.is_some_and(|id| within(&format!("answers/{id}"), path))
    };
    // Two days in order are one conflict at the first.
    let pair = |conflict: &String| {
        let behind = [("/since", "/until"), ("/found", "/checked")];
        behind.iter().any(|(first, second)| {
            let entry = conflict.strip_suffix(first);
            entry.is_some_and(|entry| path.strip_suffix(second) == Some(entry))
        })
    };
    let covers = |it: &String| within(it, path) || within(path, it) || answer(it) || pair(it);
    conflicts.iter().any(covers)
}

/// Nothing is lost: what a side changed is in the result, or in the list of conflicts.
fn kept(base: &Document, side: &Document, result: &Document, conflicts: &[String], what: &str) {
    let (base, side, result) = (flat(base), flat(side), flat(result));
    for (path, value) in side.iter().filter(|(path, value)| base.get(*path) != Some(*value)) {
        // A label may give way to an id, and what refers to what is deleted loses the reference.
        let is_deleted = |it: &String| {
            it.rsplit_once('/').is_some_and(|(_, id)| path.contains(id) || value.contains(id))
        };
        let leads_elsewhere = path.contains("/inclusion#") || conflicts.iter().any(is_deleted);
        assert!(
            result.get(path) == Some(value) || covers(conflicts, path) || leads_elsewhere,
            "{what}: {path} lost {value}, has {:?}; conflicts {conflicts:?}",
            result.get(path)
        );
    }
    for path in base.keys().filter(|path| !side.contains_key(*path)) {
        assert!(
            !result.contains_key(path) || covers(conflicts, path),
            "{what}: {path} came back; conflicts {conflicts:?}"
        );
    }
}

/// References to nothing, each with where it stands.
fn dangling(document: &Document) -> Vec<String> {
    let mut found = Vec::new();
    crate::merge::refer::lists(document.system(), &mut |register, id, lists| {
        for (field, ids, registers) in lists {
            for target in ids {
                let is_there =
                    |it: &Register| document.system().place(*it, target.as_str()).is_some();
                let is_item = document.catalogue().index_of(target.as_str()).is_some();
                if !is_item && !registers.iter().any(is_there) {
                    found.push(format!("{}/{id}/{field} {target}", register.name()));
                }
            }
        }
    });
    for answer in document.answers() {
        for it in answer.inclusion.iter().filter(|it| !it.reference.trim().is_empty()) {
            if document.system().resolve(&it.reference).is_none() {
                found.push(format!("answers/{} {}", answer.id, it.reference));
            }
        }
    }
    found
}

fn paths(merged: &Merged<'_>) -> Vec<String> {
    merged.conflicts.iter().map(|it| format!("{} {}", it.path, it.kind.word())).collect()
}

fn bytes(document: &Document) -> String {
    String::from_utf8(document.to_bytes()).unwrap()
}

/// The laws for an ancestor and three versions; gives whether the first two are clean.
fn laws(base: &Document, [x, y, z]: [&Document; 3], what: &str) -> bool {
    for (one, other) in [(base, x), (x, base), (x, x)] {
        let result = clean(base, one, other).unwrap_or_else(|| panic!("{what}: one side alone"));
        assert_eq!(bytes(&result), bytes(x), "{what}: one side alone");
    }
    let (there, back) = (merged(base, x, y), merged(base, y, x));
    assert_eq!(paths(&there), paths(&back), "{what}: swapped");
    for take in [Take::Ours, Take::Theirs] {
        let result = merge(three(base, x, y), &decided(Some(take)));
        let result = result.unwrap_or_else(|problems| panic!("{what}: {take:?} {problems:?}"));
        let conflicts: Vec<String> = result.conflicts.iter().map(|it| it.path.clone()).collect();
        let document = result.document.unwrap();
        let side = if take == Take::Ours { x } else { y };
        kept(base, x, &document, &conflicts, what);
        kept(base, y, &document, &conflicts, what);
        // On the way of a conflict the side has its way.
        let (is, wanted) = (flat(&document), flat(side));
        for path in conflicts.iter().filter(|path| !path.contains("/title:")) {
            let below = |values: &BTreeMap<String, String>| {
                let within =
                    |it: &&String| covers(std::slice::from_ref(path), it) && it.len() >= path.len();
                let keys: Vec<String> = values.keys().filter(within).cloned().collect();
                keys.into_iter().map(|key| (values[&key].clone(), key)).collect::<Vec<_>>()
            };
            let is_within_other =
                conflicts.iter().any(|it| it != path && path.starts_with(it.as_str()));
            let is_entry =
                result.conflicts.iter().any(|it| it.path == *path && it.is_about_entry());
            if !is_within_other && !is_entry {
                assert_eq!(below(&is), below(&wanted), "{what}: {take:?} at {path}");
            }
        }
    }
    let Some(result) = there.document else { return false };
    assert_eq!(bytes(&result), bytes(&back.document.unwrap()), "{what}: commutes");
    kept(base, x, &result, &[], what);
    kept(base, y, &result, &[], what);
    let known = [dangling(x), dangling(y)].concat();
    for reference in dangling(&result) {
        assert!(known.contains(&reference), "{what}: {reference} leads nowhere; {known:?}");
    }
    for side in [x, y] {
        let again = clean(base, &result, side)
            .unwrap_or_else(|| panic!("{what}: again {:?}", paths(&merged(base, &result, side))));
        assert_eq!(bytes(&again), bytes(&result), "{what}: again");
    }
    let others = (clean(base, y, z), clean(base, x, z));
    if let (Some(yz), Some(_)) = others {
        let left = clean(base, &result, z);
        let right = clean(base, x, &yz);
        match (left, right) {
            (Some(left), Some(right)) => {
                assert_eq!(bytes(&left), bytes(&right), "{what}: grouping");
            }
            (left, right) => panic!("{what}: grouping {} {}", left.is_some(), right.is_some()),
        }
    }
    true
}

/// The laws without an ancestor.
fn laws_of_two([x, y, z]: [&Document; 3], what: &str) {
    let same = two(x, x);
    assert_eq!(bytes(&same.document.unwrap()), bytes(x), "{what}: with itself");
    let (there, back) = (two(x, y), two(y, x));
    assert_eq!(paths(&there), paths(&back), "{what}: two swapped");
    let Some(xy) = there.document else { return };
    assert_eq!(bytes(&xy), bytes(&back.document.unwrap()), "{what}: two commute");
    if let (Some(yz), Some(_)) = (two(y, z).document, two(x, z).document) {
        let (left, right) = (two(&xy, z).document.unwrap(), two(x, &yz).document.unwrap());
        assert_eq!(bytes(&left), bytes(&right), "{what}: two grouped");
    }
}

/// The same assessment with its lists the other way round.
fn turned(document: &Document) -> Document {
    let mut system = document.system().clone();
    let mut answers: Vec<Answer> = document.answers().cloned().collect();
    answers.reverse();
    system.risks.reverse();
    system.actions.reverse();
    system.groups.reverse();
    system.documents.reverse();
    system.risks.iter_mut().for_each(|risk| {
        risk.approvals.reverse();
        risk.existing.reverse();
    });
    built(document, &system, &answers).unwrap()
}

#[test]
fn the_laws_hold_over_random_versions() {
    let count = env::var("ANNEXA_TRIPLES").ok().and_then(|it| it.parse().ok()).unwrap_or(200);
    let from: u64 = env::var("ANNEXA_FROM").ok().and_then(|it| it.parse().ok()).unwrap_or(1);
    let (mut clean, mut with_conflicts) = (0, 0);
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    let samples = samples();
    for seed in from..from + count {
        let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let base = small(&mut dice, &samples);
        let mut alike = Dice(dice.0);
        let [x, mut y, z] = ["a", "b", "c"].map(|tag| version(&mut dice, &base, tag));
        if seed % 3 == 0 {
            // Two who change the same, in other words.
            y = version(&mut alike, &base, "b");
        }
        let what = format!("seed {seed}");
        match laws(&base, [&x, &y, &z], &what) {
            true => clean += 1,
            false => with_conflicts += 1,
        }
        laws_of_two([&x, &y, &z], &what);
        let found = merged(&base, &x, &y);
        found.conflicts.iter().for_each(|it| *kinds.entry(it.kind.word()).or_default() += 1);
        if seed % 10 == 0 {
            let [base, x, y] = [&base, &x, &y].map(turned);
            let turned = merged(&base, &x, &y);
            assert_eq!(paths(&turned), paths(&found), "{what}: order");
            assert_eq!(
                turned.document.map(|it| bytes(&it)),
                found.document.map(|it| bytes(&it)),
                "{what}: order"
            );
        }
    }
    println!("{clean} clean, {with_conflicts} with conflicts: {kinds:?}");
    if count >= 60 {
        assert!(
            clean > with_conflicts / 4 && with_conflicts > clean / 10,
            "{clean} {with_conflicts}"
        );
        assert!(kinds.len() >= 3, "{kinds:?}");
    }
}
