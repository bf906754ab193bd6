//! What is decided about conflicts, in a file and without one.

use expect_test::expect;

use super::*;

/// Decides about the conflicts of a resolution's text.
fn decide(versions: Versions<'_>, text: &str, rest: Option<Take>) -> String {
    let resolution = Resolution::from_bytes(text.as_bytes());
    let decided = resolution.and_then(|it| it.decided(versions, rest));
    match decided {
        Ok(decided) => said(merge(versions, &decided)),
        Err(problems) => in_english(&problems.0),
    }
}

#[test]
fn the_list_of_conflicts_is_filled_in_and_read() {
    let base = base();
    let ours = version(|engine| {
        patch(engine, Register::Risk, "r-3", r#"{"title": "Blaze", "notes": "Ours."}"#);
        engine.delete_entry(Register::Group, "g-2", false).unwrap();
    });
    let theirs = version(|engine| {
        let json = r#"{"title": "Big fire", "notes": "Theirs.", "groups": ["g-1", "g-2"]}"#;
        patch(engine, Register::Risk, "r-3", json);
    });
    let versions = three(&base, &ours, &theirs);
    let merged = merge(versions, &Decided::default()).unwrap();
    let list = String::from_utf8(merged.to_json(versions)).unwrap();
    expect![[r#"
        {
          "format": "annexa-resolution",
          "version": 1,
          "base": "824f909c170bad0bbb4831952ef6101d4db9455a1d5307cf8360e6f1199e4217",
          "ours": "4e8083a04abf4d5cf6a0f530fc06186f4695cb30946d5b2fd4a3c1d72621ebd6",
          "theirs": "5cf506e5141ce8e8457084ee77b45431a40c6bdbe360213c37a2251f82736c13",
          "choices": [
            {
              "path": "groups/g-2",
              "take": "",
              "kind": "reference",
              "base": {
                "id": "g-2",
                "label": "G-2",
                "name": "Laptops"
              },
              "theirs": {
                "id": "g-2",
                "label": "G-2",
                "name": "Laptops"
              }
            },
            {
              "path": "risks/r-3/notes",
              "take": "",
              "kind": "value",
              "base": "First.",
              "ours": "Ours.",
              "theirs": "Theirs."
            },
            {
              "path": "risks/r-3/title",
              "take": "",
              "kind": "value",
              "base": "Fire",
              "ours": "Blaze",
              "theirs": "Big fire"
            }
          ],
          "notes": [],
          "changes": [
            {
              "path": "risks/r-3/groups",
              "kind": "changed",
              "by": "theirs"
            }
          ]
        }
    "#]]
    .assert_eq(&list);
    let some = list
        .replace(
            "\"path\": \"risks/r-3/title\",\n      \"take\": \"\"",
            "\"path\": \"risks/r-3/title\",\n      \"take\": \"theirs\"",
        )
        .replace(
            "\"path\": \"groups/g-2\",\n      \"take\": \"\"",
            "\"path\": \"groups/g-2\",\n      \"take\": \"delete\"",
        );
    expect!["E-RESOLUTION-PATH at choices: nothing is decided about the conflict at `risks/r-3/notes`; fill in what is taken, or let one side have all that is left"].assert_eq(&decide(versions, &some, None));
    expect![[r#"
        reference at groups/g-2 takes delete
          {"id":"g-2","label":"G-2","name":"Laptops"} | - | {"id":"g-2","label":"G-2","name":"Laptops"}
        value at risks/r-3/notes takes ours
          "First." | "Ours." | "Theirs."
        value at risks/r-3/title takes theirs
          "Fire" | "Blaze" | "Big fire"
        changed risks/r-3/groups by theirs
    "#]].assert_eq(&decide(versions, &some, Some(Take::Ours)));
    let all = some.replace(
        "\"path\": \"risks/r-3/notes\",\n      \"take\": \"\"",
        "\"path\": \"risks/r-3/notes\",\n      \"take\": \"value\", \"value\": \"Both.\"",
    );
    expect![[r#"
        reference at groups/g-2 takes delete
          {"id":"g-2","label":"G-2","name":"Laptops"} | - | {"id":"g-2","label":"G-2","name":"Laptops"}
        value at risks/r-3/notes takes value
          "First." | "Ours." | "Theirs."
        value at risks/r-3/title takes theirs
          "Fire" | "Blaze" | "Big fire"
        changed risks/r-3/groups by theirs
    "#]].assert_eq(&decide(versions, &all, None));
    let resolution = Resolution::from_bytes(all.as_bytes()).unwrap();
    let merged = merge(versions, &resolution.clone().decided(versions, None).unwrap()).unwrap();
    let risk = &merged.document.as_ref().unwrap().system().risks[0];
    assert_eq!(
        (risk.title.as_str(), risk.notes.as_str(), risk.groups.len()),
        ("Big fire", "Both.", 1)
    );

    let wrong = all
        .replace("\"value\": \"Both.\"", "\"value\": 7")
        .replace("\"take\": \"delete\"", "\"take\": \"ours\"");
    expect![[r#"
        E-TYPE at choices[1].value: here stands a number; write text
        E-RESOLUTION-TAKE at choices[0].take: `ours` cannot be taken here; it is one of `keep`, `delete`; choose one of these"#]].assert_eq(&decide(versions, &wrong, None));
    let other = all.replace("groups/g-2", "groups/g-1");
    expect![[r#"
        E-RESOLUTION-PATH at choices[0].path: there is no conflict at `groups/g-1`; leave this choice out
        E-RESOLUTION-PATH at choices: nothing is decided about the conflict at `groups/g-2`; fill in what is taken, or let one side have all that is left"#]].assert_eq(&decide(versions, &other, None));
    let (base, ours) = (&theirs, &base);
    let stale = resolution.decided(three(base, ours, &theirs), None).unwrap_err();
    expect![[r#"
        E-RESOLUTION-STALE at base: the choices were made about another version of `base`; merge again and decide about the conflicts that there are now
        E-RESOLUTION-STALE at ours: the choices were made about another version of `ours`; merge again and decide about the conflicts that there are now"#]].assert_eq(&in_english(&stale.0));
    expect!["E-VERSION at version: the file has format version 2, this program reads version 1; open it with the newer version of Annexa that wrote it; nothing was changed"].assert_eq(&decide(versions, "{\"format\": \"annexa-resolution\", \"version\": 2, \"ours\": \"\", \"theirs\": \"\", \"choices\": []}", None));
    expect![[r#"E-NOT-OURS at format: the file does not say that it is a resolution of conflicts; choose the list of conflicts that the merge printed; it has `"format": "annexa-resolution"`"#]].assert_eq(&decide(versions, BASE, None));
}

#[test]
fn choices_of_the_page_need_no_file() {
    let base = base();
    let ours = version(|engine| patch(engine, Register::Risk, "r-3", r#"{"title": "Blaze"}"#));
    let theirs = version(|engine| patch(engine, Register::Risk, "r-3", r#"{"title": "Big fire"}"#));
    let path = "risks/r-3/title".to_owned();
    let choice = Choice { path, take: Some(Take::Value), value: Some("\"Fire!\"".into()) };
    let decided = Decided { choices: vec![choice], rest: None };
    let merged = merge(three(&base, &ours, &theirs), &decided).unwrap();
    assert_eq!(merged.document.unwrap().system().risks[0].title, "Fire!");
}
