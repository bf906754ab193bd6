//! Oxford spelling: `organize` and `organization` with z, `analyse` with s.

use expect_test::{Expect, expect};

use super::Line;

/// Words that have `-ise` by origin; everything else that ends so is written with z.
const WITH_S: [&str; 46] = [
    "advertise",
    "advise",
    "appraise",
    "apprise",
    "arise",
    "bruise",
    "chastise",
    "comprise",
    "compromise",
    "concise",
    "cruise",
    "demise",
    "despise",
    "devise",
    "disguise",
    "enterprise",
    "excise",
    "exercise",
    "expertise",
    "franchise",
    "imprecise",
    "improvise",
    "incise",
    "liaise",
    "likewise",
    "merchandise",
    "noise",
    "otherwise",
    "paradise",
    "poise",
    "practise",
    "praise",
    "precise",
    "premise",
    "promise",
    "raise",
    "reappraise",
    "revise",
    "rise",
    "supervise",
    "surmise",
    "surprise",
    "televise",
    "treatise",
    "turquoise",
    "wise",
];

/// What follows the stem, longest first.
const ENDINGS: [&str; 9] =
    ["isational", "isations", "isation", "ising", "isers", "iser", "ises", "ised", "ise"];

/// Endings of the American `analyze`.
const WITH_Z: [&str; 6] = ["yze", "yzed", "yzes", "yzer", "yzers", "yzing"];

pub(super) fn problems(line: &Line) -> Vec<String> {
    let lower = line.text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphabetic());
    let wrong = words.filter(|word| is_wrong(word));
    wrong.map(|word| format!("{}: `{word}` is not Oxford spelling", line.place)).collect()
}

fn is_wrong(word: &str) -> bool {
    if WITH_Z.iter().any(|ending| word.ends_with(ending)) {
        return true;
    }
    let stem = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending));
    let is_listed = |stem: &str| WITH_S.contains(&format!("{stem}ise").as_str());
    stem.is_some_and(|stem| !is_listed(stem) && !stem.strip_prefix("un").is_some_and(is_listed))
}

#[track_caller]
fn check(text: &str, expected: Expect) {
    let line = Line { place: "4.1".to_owned(), text: text.to_owned() };
    expected.assert_eq(&problems(&line).join("\n"));
}

#[test]
fn another_spelling_is_found() {
    check("Organizations recognize and analyse; staff practise, unsupervised.", expect![""]);
    check("Promises are revised, risers exercised, and rising noise improvised.", expect![""]);
    check("Managers recognise it.", expect!["4.1: `recognise` is not Oxford spelling"]);
    check(
        "Synchronised, by the organisation's utilisation.",
        expect![[r#"
            4.1: `synchronised` is not Oxford spelling
            4.1: `organisation` is not Oxford spelling
            4.1: `utilisation` is not Oxford spelling"#]],
    );
    check("Analyzing logs.", expect!["4.1: `analyzing` is not Oxford spelling"]);
}

#[test]
fn the_list_is_sorted() {
    assert!(WITH_S.is_sorted());
}
