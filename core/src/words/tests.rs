//! Loading, looking up, filling in, falling back.

use alloc::sync::Arc;

use expect_test::{Expect, expect};

use super::plural::{Plural, plural};
use super::{Direction, ItemWords, Value, Words};
use crate::catalogue::Catalogue;

const GERMAN: &str = r#"{
    "format": "annexa-words", "version": 1, "language": "de", "direction": "ltr",
    "style": { "decimal": ",", "group": ".", "group_from": 10000, "date": "{day}.{month}.{year}" },
    "messages": {
        "gap.partly": "Ein Teil steht.",
        "test.found": { "one": "{count} Lücke", "other": "{count} Lücken" },
        "test.all": "{number} am {day}: {share}, {ids}, {state}, {text}, {lost}"
    },
    "labels": { "implementation": { "partly": "teilweise umgesetzt" } },
    "items": { "A.5.1": { "title": "Leitlinien" } }
}"#;

fn german() -> Words {
    Words::from_bytes(GERMAN.as_bytes()).unwrap().with_base(Arc::new(Words::english()))
}

fn check_refused(file: &str, expected: Expect) {
    expected.assert_eq(&super::in_english(&Words::from_bytes(file.as_bytes()).unwrap_err().0));
}

#[test]
fn every_kind_of_value_has_its_look() {
    let values = [
        ("number", Value::Int(-1_234_567)),
        ("day", Value::Date("2026-11-23".parse().unwrap())),
        ("share", Value::Share(3_950)),
        ("tenths", Value::Tenths(12_345)),
        ("ids", Value::Ids(vec!["A.5.1".into(), "A.5.2".into()])),
        ("state", Value::Word { set: "implementation", word: "partly" }),
        ("text", "{number} & co".into()),
    ];
    let german = german();
    expect![
        "-1.234.567 am 23.11.2026: 39,5 %, A.5.1, A.5.2, teilweise umgesetzt, {number} & co, {lost}"
    ]
    .assert_eq(&german.message("test.all", &values));
}

#[test]
fn numbers_and_shares_are_exact() {
    let shares = [0, 1, 10, 100, 105, 150, 3_950, 10_000];
    let mut english = Words::english();
    let file = r#"{"format":"annexa-words","version":1,"language":"en","messages":{"s":"{s}"}}"#;
    english.overlay(Words::from_bytes(file.as_bytes()).unwrap());
    let shown = shares.map(|share| english.message("s", &[("s", Value::Share(share))]));
    assert_eq!(shown.join("; "), "0 %; 0.01 %; 0.1 %; 1 %; 1.05 %; 1.5 %; 39.5 %; 100 %");
    let numbers = [0, 999, 1_000, -1_000, 12_345, i64::MIN];
    let shown = numbers.map(|number| english.message("s", &[("s", Value::Int(number))]));
    assert_eq!(shown.join("; "), "0; 999; 1,000; -1,000; 12,345; -9,223,372,036,854,775,808");
    // Small numbers stay together where a language wants it.
    assert_eq!(german().message("test.found", &[("count", Value::Int(1_000))]), "1000 Lücken");
    assert_eq!(german().message("test.found", &[("count", Value::Int(10_000))]), "10.000 Lücken");
}

#[test]
fn the_count_chooses_the_form() {
    let german = german();
    assert_eq!(german.message("test.found", &[("count", Value::Int(1))]), "1 Lücke");
    assert_eq!(german.message("test.found", &[("count", Value::Int(0))]), "0 Lücken");
    assert_eq!(german.message("test.found", &[]), "{count} Lücken");
}

#[test]
fn a_missing_word_is_english_and_says_so() {
    let german = german();
    assert_eq!(german.message("gap.partly", &[]), "Ein Teil steht.");
    assert_eq!(german.language_of("gap.partly"), Some("de"));
    assert_eq!(german.message("gap.planned", &[]), "It is planned, and nothing is in place yet.");
    assert_eq!(german.language_of("gap.planned"), Some("en"));
    assert_eq!(german.label("implementation", "partly"), "teilweise umgesetzt");
    assert_eq!(german.label("implementation", "planned"), "planned");
    assert_eq!(german.message("no.such", &[]), "no.such");
    assert_eq!(german.language_of("no.such"), None);
    let missing = german.missing();
    assert!(missing.contains(&"gap.planned") && !missing.contains(&"gap.partly"));
    assert_eq!(missing.len(), Words::english().entries.len() - 3);
    assert!(Words::english().missing().is_empty());
}

#[test]
fn numbers_stand_as_the_language_of_the_sentence_has_them() {
    let values = [("open", Value::Int(1_234))];
    let text = german().message("crosswalk.gap_open", &values);
    assert_eq!(text, "Open in the assessment: 1,234.");
}

/// The words of an item of the built-in catalogue.
fn item_of<'w>(words: &'w Words, id: &str) -> ItemWords<'w> {
    // The words outlive the catalogue: a title is always found here.
    let catalogue: &'static Catalogue = Box::leak(Box::new(Catalogue::iso27001_2022()));
    words.item_of(catalogue, catalogue.index_of(id).unwrap())
}

/// A catalogue with ids of the built-in one that mean something else.
fn house(id: &str) -> Arc<Catalogue> {
    let file = format!(
        r#"{{"format":"annexa-catalogue","version":1,"id":"{id}",
        "chapters":[{{"id":"4","group":"clause:4"}},{{"id":"A.5","group":"theme:Organizational"}}],
        "items":[{{"id":"4.1","kind":"requirement","chapter":"4"}},{{"id":"A.5.1","kind":"control","chapter":"A.5"}}]}}"#
    );
    Catalogue::from_bytes(file.as_bytes()).unwrap()
}

#[test]
fn words_of_another_catalogue_are_not_shown() {
    let english = Arc::new(Words::english());
    let all = |words: &Words, catalogue: &Catalogue| {
        let items = catalogue.items().iter().enumerate();
        let mut all: Vec<String> = items
            .map(|(place, _)| {
                let its = words.item_of(catalogue, place);
                format!("{}{}{}", its.title, its.question, its.guidance.len())
            })
            .collect();
        all.extend(catalogue.groups().iter().map(|it| words.group_of(catalogue, it).to_owned()));
        all.join(" | ")
    };
    let house_of = house("house");
    let plain = all(&english, &house_of);
    for ours in ["Context of the organization", "Policies", "Understanding", "?"] {
        assert!(!plain.contains(ours), "{plain}");
    }
    // The same where the id is that of the built-in one, and the facts are not.
    assert_eq!(all(&english, &house("iso27001-2022")), plain);
    // Words that name the catalogue are about it; what they lack is not taken from another's.
    let file = r#"{"format":"annexa-words","version":1,"language":"en",
        "labels":{"catalogue":{"house":"Rules of the house"}},
        "items":{"A.5.1":{"title":"Bring the keys back"}}}"#;
    let own = Words::from_bytes(file.as_bytes()).unwrap().with_base(Arc::clone(&english));
    let shown = all(&own, &house_of);
    assert!(shown.starts_with("4.10 | Bring the keys back0"), "{shown}");
    let carried = Catalogue::iso27001_2022();
    assert_eq!(all(&own, &carried), all(&english, &carried));
}

#[test]
fn items_have_words() {
    let words = Words::english();
    let item = item_of(&words, "A.5.1");
    assert_eq!(item.title, "Policies for information security");
    assert!(item.question.ends_with('?') && item.guidance.len() > 1 && item.evidence.len() > 1);
    assert!(item_of(&words, "4.1").amendment.starts_with("Judge whether a changing climate"));
    let german = german();
    let item = item_of(&german, "A.5.1");
    assert_eq!(item.title, "Leitlinien");
    assert!(item.question.ends_with('?'), "the rest is English");
}

#[test]
fn what_lies_over_wins() {
    let mut words = Words::english();
    let file = r#"{"format":"annexa-words","version":1,"language":"en",
        "items":{"X.1":{"title":"Ours"},"A.5.1":{"title":"Renamed"}}}"#;
    words.overlay(Words::from_bytes(file.as_bytes()).unwrap());
    assert_eq!(words.text("item.X.1.title"), Some("Ours"));
    let renamed = item_of(&words, "A.5.1");
    assert!(renamed.title == "Renamed" && renamed.question.ends_with('?'), "{renamed:?}");
    assert_eq!(words.language_of("item.X.1.title"), Some("en"));
}

#[test]
fn directions_are_read() {
    assert_eq!(Words::english().direction(), Direction::LeftToRight);
    let file = r#"{"format":"annexa-words","version":1,"language":"ar","direction":"rtl"}"#;
    let arabic = Words::from_bytes(file.as_bytes()).unwrap();
    assert_eq!((arabic.language(), arabic.direction()), ("ar", Direction::RightToLeft));
}

#[test]
fn what_is_no_language_is_refused() {
    check_refused(
        "[]",
        expect![
            "E-NOT-OURS: this is not a file of words; choose a file whose `format` is `annexa-words`"
        ],
    );
    check_refused(
        r#"{"format":"annexa-assessment"}"#,
        expect![
            "E-NOT-OURS: this is not a file of words; choose a file whose `format` is `annexa-words`"
        ],
    );
    check_refused(
        r#"{"format":"annexa-words","version":2,"language":"de"}"#,
        expect!["E-VERSION at version: the words have the format version 2; use a newer Annexa"],
    );
    check_refused(
        r#"{"format":"annexa-words","version":1,"language":"d e",
            "messages":{"a":1,"b":{"one":"x"},"c":{"some":"x","other":"y"}},
            "items":{"A.5.1":{"guidance":["x",2]},"A.5.2":"x"},
            "direction":"up","style":{"list":1},"more":{}}"#,
        expect![[r#"
            E-WORDS at a: here stands no word of a language; compare with the English file; a counted sentence needs the form `other`
            E-WORDS at b.other: here stands no word of a language; compare with the English file; a counted sentence needs the form `other`
            E-WORDS at c.some: here stands no word of a language; compare with the English file; a counted sentence needs the form `other`
            E-WORDS at item.A.5.1.guidance: here stands no word of a language; compare with the English file; a counted sentence needs the form `other`
            E-WORDS at item.A.5.2: here stands no word of a language; compare with the English file; a counted sentence needs the form `other`
            E-WORDS at direction: here stands no word of a language; compare with the English file; a counted sentence needs the form `other`
            E-WORDS at style.list: here stands no word of a language; compare with the English file; a counted sentence needs the form `other`
            E-WORDS at more: here stands no word of a language; compare with the English file; a counted sentence needs the form `other`
            E-WORDS at language: `d e` is not the tag of a language; write a tag such as `en` or `pt-BR`"#]],
    );
    check_refused(
        r#"{"format":"annexa-words","version":1,"language":"de","messages":{"a":"x","a":"y"}}"#,
        expect!["E-DUPLICATE-KEY at a: these words stand twice; keep one of the two"],
    );
}

/// Made with `Intl.PluralRules` of Node 24: a letter for each number of the first line.
#[test]
fn the_plural_rules_are_those_of_cldr() {
    let numbers = [
        0, 1, 2, 3, 4, 5, 6, 7, 10, 11, 12, 14, 15, 19, 20, 21, 22, 25, 100, 101, 102, 103, 111,
        112, 121, 122, 1000, 1_000_000,
    ];
    for (languages, expected) in [
        ("bg da de el en et fi hu nl sv", "o1oooooooooooooooooooooooooo"),
        ("cs sk", "o1fffooooooooooooooooooooooo"),
        ("es it pt-PT", "o1ooooooooooooooooooooooooom"),
        ("fr pt pt-BR", "11ooooooooooooooooooooooooom"),
        ("ga", "o12ffffmmooooooooooooooooooo"),
        ("bs hr sr", "o1fffoooooooooo1foo1ffoo1foo"),
        ("lt", "o1ffffffooooooo1ffo1ffoo1foo"),
        ("lv", "z1oooooozzzzzzz1ooz1oozz1ozz"),
        ("mt", "f12ffffffmmmmmooooooofmmoooo"),
        ("pl", "m1fffmmmmmmmmmmmfmmmffmmmfmm"),
        ("ru uk", "m1fffmmmmmmmmmm1fmm1ffmm1fmm"),
        ("ro", "f1ffffffffffffooooofffffoooo"),
        ("sl", "o12ffoooooooooooooo12foooooo"),
        ("ar ar-XB", "z12ffffffmmmmmmmmmooofmmmmoo"),
        ("ja ko", "oooooooooooooooooooooooooooo"),
    ] {
        for language in languages.split(' ') {
            let letters = numbers.map(|number| match plural(language, number) {
                Plural::Zero => 'z',
                Plural::One => '1',
                Plural::Two => '2',
                Plural::Few => 'f',
                Plural::Many => 'm',
                Plural::Other => 'o',
            });
            assert_eq!(letters.iter().collect::<String>(), expected, "{language}");
        }
    }
    assert_eq!(plural("en", -1), Plural::One);
}

/// The page fills in its own sentences; the same cases hold for it in `www/test/words.test.mjs`.
#[test]
fn the_page_and_the_engine_fill_in_alike() {
    let file: serde_json::Value =
        serde_json::from_str(include_str!("../../../tests/data/words.json")).unwrap();
    let mut words = file.clone();
    words.as_object_mut().unwrap().remove("cases");
    let words = Words::from_bytes(words.to_string().as_bytes()).unwrap();
    let cases = file["cases"].as_array().unwrap();
    assert!(cases.len() > 10);
    for case in cases {
        let values: Vec<(&str, Value)> = case["values"]
            .as_object()
            .unwrap()
            .iter()
            .map(|(name, value)| match value.as_i64() {
                Some(number) => (name.as_str(), Value::Int(number)),
                None => (name.as_str(), value.as_str().unwrap().into()),
            })
            .collect();
        assert_eq!(
            words.message(case["key"].as_str().unwrap(), &values),
            case["shown"].as_str().unwrap()
        );
    }
}
