//! What goes into a pack, how it comes back, and what is refused.

mod laws;

use expect_test::{Expect, expect};

use super::{Allow, Pack, Pick, split};
use crate::assessment::Document;
use crate::merge::tests::document;
use crate::merge::{Decided, Merged, merge};
use crate::problem::Problems;
use crate::record::Record as _;
use crate::words::in_english;
use crate::{Answer, Catalogue, Engine, Id, Response};

const FILE: &str = r#"{
  "format": "annexa-assessment", "version": 1, "catalogue": "iso27001-2022", "lineage": "d-1",
  "risks": [
    {"id": "r-1", "label": "R-1", "title": "Fire", "event": "It burns.", "owner": "Ann",
     "existing": ["A.8.13"], "notes": "Secret.", "treatment": {"option": "modify", "controls": ["A.7.5"]}},
    {"id": "r-2", "label": "R-2", "title": "Theft", "owner": "HR"}
  ],
  "own_controls": [{"id": "c-1", "title": "Guard dogs"}],
  "answers": [
    {"id": "4.1", "response": "yes", "owner": "hr ", "notes": "Known."},
    {"id": "A.6.1", "response": "partly", "owner": "HR", "inclusion": [{"reason": "legal"}],
     "maturity": {"level": 2, "target": 4}, "notes": "Only for some.", "changed": "2026-01-01",
     "finding": {"kind": "observation", "text": "Look."}, "evidence": [{"id": "e-1", "label": "Form"}]},
    {"id": "A.6.2", "owner": "HR", "applicability": {"state": "excluded", "justification": "None."}},
    {"id": "A.8.1", "response": "no", "owner": "IT"},
    {"id": "c-1", "response": "yes", "owner": "HR"}
  ]
}"#;

fn pick() -> Pick {
    Pick::blank()
}

fn of_owner(owner: &str) -> Pick {
    Pick { owner: owner.into(), ..pick() }
}

fn ids(ids: &[&str]) -> Vec<Id> {
    ids.iter().map(|id| id.parse().unwrap()).collect()
}

fn none() -> Allow {
    Allow::blank()
}

fn text(pack: &Pack) -> String {
    String::from_utf8(pack.to_bytes()).unwrap()
}

fn bytes(document: &Document) -> String {
    String::from_utf8(document.to_bytes()).unwrap()
}

/// What comes of merging the text of a pack.
fn back(ours: &Document, pack: &str) -> Result<String, String> {
    let told = |problems: Problems| in_english(&problems.0);
    let pack = Pack::from_bytes(pack.as_bytes()).map_err(told)?;
    let sides = pack.sides(ours).map_err(told)?;
    let merged = merge(sides.versions(ours), &Decided::default()).map_err(told)?;
    match &merged.document {
        Some(document) => Ok(bytes(document)),
        None => Err(paths(&merged)),
    }
}

fn paths(merged: &Merged<'_>) -> String {
    let paths = merged.conflicts.iter().map(|it| format!("{} at {}", it.kind.word(), it.path));
    paths.collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn check_refused(ours: &Document, pack: &str, expected: Expect) {
    let refused = back(ours, pack).unwrap_err();
    expected.assert_eq(&refused);
}

#[test]
fn a_pack_has_what_is_asked_and_nothing_else() {
    let pack = split(&document(FILE), &of_owner("HR"), &none(), "For HR").unwrap();
    expect![[r#"
        {
          "format": "annexa-pack",
          "version": 1,
          "catalogue": "iso27001-2022",
          "lineage": "d-1",
          "from": "dc46e61c876677fd3974a60edd476c69ad02b2013123536202997702c3976455",
          "name": "For HR",
          "selector": {
            "owner": "HR"
          },
          "items": [
            "4.1",
            "A.6.1",
            "A.6.2",
            "c-1"
          ],
          "base": [
            {
              "id": "4.1",
              "response": "yes"
            },
            {
              "id": "A.6.1",
              "response": "partly",
              "maturity": {
                "level": 2
              },
              "evidence": [
                {
                  "id": "e-1",
                  "label": "Form"
                }
              ],
              "changed": "2026-01-01"
            },
            {
              "id": "c-1",
              "response": "yes"
            }
          ],
          "digest": "2939ff38502f09030417d01d485d0778c4f19cf867bea77813432a5ac5883fe9",
          "answers": [
            {
              "id": "4.1",
              "response": "yes"
            },
            {
              "id": "A.6.1",
              "response": "partly",
              "maturity": {
                "level": 2
              },
              "evidence": [
                {
                  "id": "e-1",
                  "label": "Form"
                }
              ],
              "changed": "2026-01-01"
            },
            {
              "id": "c-1",
              "response": "yes"
            }
          ]
        }
    "#]]
    .assert_eq(&text(&pack));
    assert_eq!(text(&Pack::from_bytes(&pack.to_bytes()).unwrap()), text(&pack));
    assert!(Pack::is_pack(&pack.to_bytes()));
    assert!(!Pack::is_pack(FILE.as_bytes()));
}

#[test]
fn what_is_allowed_is_in_it_too() {
    let allow = Allow { applicability: true, risks: true };
    let pack = split(&document(FILE), &of_owner("HR"), &allow, "").unwrap();
    let text = text(&pack);
    assert!(text.contains("\"justification\": \"None.\""), "{text}");
    assert!(text.contains("\"title\": \"Theft\""), "{text}");
    assert!(!text.contains("Fire") && !text.contains("legal"), "{text}");
}

#[test]
fn questions_are_picked_in_many_ways() {
    let count = |pick: Pick| split(&document(FILE), &pick, &none(), "").unwrap().items.len();
    assert_eq!(count(of_owner(" hr")), 4);
    // Where nobody owns it, the role with most of the work does.
    assert!(count(of_owner("personnel")) > 3);
    assert_eq!(count(Pick { themes: vec!["people".into()], ..pick() }), 8);
    assert_eq!(count(Pick { chapters: vec!["A.6".into()], ..pick() }), 8);
    assert_eq!(count(Pick { chapters: vec!["4".into()], ..pick() }), 4);
    assert_eq!(count(Pick { items: ids(&["A.5.1", "c-1"]), ..pick() }), 2);
    let pack = Pick { risks: ids(&["r-1"]), ..pick() };
    assert_eq!(split(&document(FILE), &pack, &none(), "").unwrap().base_risks.len(), 1);
    let many = Pick { items: ids(&["A.5.1"]), themes: vec!["People".into()], ..pick() };
    assert_eq!(count(many), 9);
}

#[test]
fn nothing_and_what_is_unknown_is_refused() {
    let said = |pick: Pick| in_english(&split(&document(FILE), &pick, &none(), "").unwrap_err().0);
    expect![
        "E-PACK-EMPTY: nothing was picked; pick by another owner, chapter, theme, item or risk"
    ]
    .assert_eq(&said(of_owner("Nobody")));
    expect![
        "E-PACK-EMPTY: nothing was picked; pick by another owner, chapter, theme, item or risk"
    ]
    .assert_eq(&said(pick()));
    let wrong = Pick {
        chapters: vec!["12".into()],
        themes: vec!["Nature".into()],
        items: ids(&["A.5", "A.9.99"]),
        risks: ids(&["r-9"]),
        ..pick()
    };
    expect![[r#"
        E-UNKNOWN-ID: `12` is not an item of `iso27001-2022`; see the catalogue for the ids
        E-UNKNOWN-ID: `Nature` is no theme of controls; there are `Organizational`, `People`, `Physical`, `Technological`; write one of these
        E-UNKNOWN-ID: `A.5` is not an item of `iso27001-2022`; see the catalogue for the ids
        E-UNKNOWN-ID: `A.9.99` is not an item of `iso27001-2022`; see the catalogue for the ids
        E-UNKNOWN-ID: `r-9` is no entry of `risks`; see the register for what it holds"#]].assert_eq(&said(wrong));
}

#[test]
fn answers_come_back_and_touch_nothing_else() {
    let ours = document(FILE);
    let pack = text(&split(&ours, &of_owner("HR"), &none(), "").unwrap());
    assert_eq!(back(&ours, &pack).unwrap(), bytes(&ours));
    let start = pack.rfind("\"answers\"").unwrap();
    let (head, answers) = pack.split_at(start);
    let answers =
        answers.replace(r#""response": "partly""#, r#""response": "yes", "notes": "All of it.""#);
    let answers = answers.replace(r#""level": 2"#, r#""level": 3"#);
    let edited = format!("{head}{answers}");
    let merged = back(&ours, &edited).unwrap();
    let wanted = bytes(&ours)
        .replace(r#""response": "partly""#, r#""response": "yes""#)
        .replace("Only for some.", "Only for some.\\n\\nAll of it.")
        .replace(r#""level": 2"#, r#""level": 3"#);
    assert_eq!(merged, wanted);
    // A second time it changes nothing.
    assert_eq!(back(&document(&merged), &edited).unwrap(), merged);
    // An answer that is gone in the pack is emptied, as far as it was asked.
    let gone = format!("{head}\"answers\": []\n}}");
    let emptied = document(&back(&ours, &gone).unwrap());
    let answer = emptied.answer("A.6.1").unwrap();
    assert_eq!(answer.notes, "Only for some.");
    assert_eq!(answer.maturity.as_ref().unwrap().level, 2, "no target without a level");
    assert!(answer.response.is_none() && answer.evidence.is_empty() && answer.finding.is_some());
    assert!(emptied.answer("A.8.1").is_some());
}

#[test]
fn what_changed_meanwhile_is_a_conflict() {
    let ours = document(FILE);
    let pack = text(&split(&ours, &of_owner("HR"), &none(), "").unwrap());
    let start = pack.rfind("\"answers\"").unwrap();
    let (head, answers) = pack.split_at(start);
    let edited =
        format!("{head}{}", answers.replace(r#""response": "partly""#, r#""response": "yes""#));
    let meanwhile = document(&FILE.replace(r#""response": "partly""#, r#""response": "no""#));
    check_refused(&meanwhile, &edited, expect!["value at answers/A.6.1/response"]);
    let (before, rest) = FILE.split_once(r#"{"id": "A.6.1""#).unwrap();
    let (_, behind) = rest.split_once(r#"{"id": "A.6.2""#).unwrap();
    let gone = document(&format!(r#"{before}{{"id": "A.6.2"{behind}"#));
    check_refused(&gone, &edited, expect!["delete-edit at answers/A.6.1"]);
    // What was not edited stays gone.
    assert_eq!(back(&gone, &pack).unwrap(), bytes(&gone));
}

#[test]
fn risks_come_back_without_their_treatment() {
    let ours = document(FILE);
    let pick = Pick { risks: ids(&["r-1"]), ..pick() };
    let pack = text(&split(&ours, &pick, &none(), "").unwrap());
    assert!(!pack.contains("Secret.") && !pack.contains("modify"), "{pack}");
    let (head, risks) = pack.split_at(pack.rfind("\"risks\"").unwrap());
    let edited = format!("{head}{}", risks.replace("It burns.", "The hall burns."));
    let wanted = bytes(&ours).replace("It burns.", "The hall burns.");
    assert_eq!(back(&ours, &edited).unwrap(), wanted);
    // A risk that is taken out of the pack is not deleted.
    let without = format!("{}\n}}", head.trim_end().trim_end_matches(','));
    assert_eq!(back(&ours, &without).unwrap(), bytes(&ours));
}

#[test]
fn new_evidence_gets_one_id() {
    let ours = document(FILE);
    let pack = text(&split(&ours, &of_owner("HR"), &none(), "").unwrap());
    let (head, answers) = pack.split_at(pack.rfind("\"answers\"").unwrap());
    let form = r#""label": "Form""#;
    assert!(answers.contains(form));
    let (before, _) = answers.split_once(form).unwrap();
    let (before, behind) = answers.split_at(before.rfind('{').unwrap());
    let more = format!("{before}{{\"label\": \"List\"}},\n{behind}");
    let edited = format!("{head}{more}");
    let once = back(&ours, &edited).unwrap();
    assert_eq!(once.matches("\"List\"").count(), 1);
    assert_eq!(back(&document(&once), &edited).unwrap(), once);
}

#[test]
fn packs_that_were_edited_elsewhere_are_refused() {
    let ours = document(FILE);
    let pack = text(&split(&ours, &of_owner("HR"), &none(), "").unwrap());
    let (head, answers) = pack.split_at(pack.rfind("\"answers\"").unwrap());
    check_refused(
        &ours,
        &pack.replacen("partly", "yes", 1),
        expect![
            "E-PACK-DAMAGED at digest: something was changed in the pack that is not to be written: its digest does not fit; take the pack as it was made, and write in `answers` and `risks` alone"
        ],
    );
    check_refused(
        &ours,
        &pack.replace("\"hr\"", "\"it\"").replace("HR", "IT"),
        expect![
            "E-PACK-DAMAGED at digest: something was changed in the pack that is not to be written: its digest does not fit; take the pack as it was made, and write in `answers` and `risks` alone"
        ],
    );
    check_refused(
        &document(&FILE.replace("d-1", "d-2")),
        &pack,
        expect![
            "E-PACK-FOREIGN at lineage: the pack was made from another assessment; choose the assessment from which it was made"
        ],
    );
    let item = answers.replace("A.6.1", "A.6.3");
    let field = item.replace("\"level\": 2", "\"level\": 2, \"target\": 5");
    let field = field.replace("A.6.3", "A.6.1").replace("\"4.1\",", "\"4.1\", \"owner\": \"Me\",");
    check_refused(
        &ours,
        &format!("{head}{item}"),
        expect![
            "E-PACK-ITEM at answers[1]: `A.6.3` is not asked in this pack; take the answer out, or make a pack that asks it"
        ],
    );
    check_refused(
        &ours,
        &format!("{head}{field}"),
        expect![[r#"
        E-PACK-FIELD at answers[0].owner: the pack does not ask for `owner` of `4.1`; take the field out, or make a pack that allows it
        E-PACK-FIELD at answers[1].maturity.target: the pack does not ask for `maturity.target` of `A.6.1`; take the field out, or make a pack that allows it"#]],
    );
    let twice = answers.replace("\"c-1\"", "\"4.1\"");
    check_refused(
        &ours,
        &format!("{head}{twice}"),
        expect![
            "E-DUPLICATE-ID at answers[2]: `4.1` stands twice in this list; keep one of the two"
        ],
    );
    check_refused(
        &ours,
        FILE,
        expect![[
            r#"E-NOT-OURS at format: the file does not say that it is a pack of questions; choose a file that `annexa split` wrote; it has `"format": "annexa-pack"`"#
        ]],
    );
    check_refused(
        &ours,
        &pack.replace("\"version\": 1", "\"version\": 2"),
        expect![
            "E-VERSION at version: the file has format version 2, this program reads version 1; open it with the newer version of Annexa that wrote it; nothing was changed"
        ],
    );
    let small = Document::new(Catalogue::synthetic(10));
    check_refused(
        &small,
        &pack,
        expect![
            "E-CATALOGUE at catalogue: the answers belong to `iso27001-2022`, not to `synthetic`; choose an assessment of the same framework and edition"
        ],
    );
    for end in (0..pack.len()).step_by(97) {
        assert!(Pack::from_bytes(&pack.as_bytes()[..end]).is_err(), "cut at {end}");
    }
}

#[test]
fn a_file_that_got_its_lineage_since_takes_its_pack() {
    let nameless = document(&FILE.replace(r#" "lineage": "d-1","#, ""));
    let pack = text(&split(&nameless, &of_owner("HR"), &none(), "").unwrap());
    let ours = document(FILE);
    assert_eq!(back(&ours, &pack).unwrap(), bytes(&ours));
}

#[test]
fn a_pack_is_opened_answered_and_handed_back() {
    let ours = document(FILE);
    let pack = split(&ours, &of_owner("HR"), &none(), "HR").unwrap();
    let pack = Pack::from_bytes(&pack.to_bytes()).unwrap();
    let opened = pack.opened(Catalogue::iso27001_2022()).unwrap();
    assert!(pack.is_opened_in(&opened));
    assert!(!pack.is_opened_in(&ours), "the house's own assessment has more");
    assert!(!pack.is_opened_in(&document(&FILE.replace("d-1", "d-2"))));
    assert_eq!(text(&pack.answered(&opened)), text(&pack), "unedited");
    let mut engine = Engine::from_document(opened);
    let mut answer = engine.document().answer("A.6.1").unwrap().clone();
    answer.notes = "Everybody since May.".into();
    answer.owner = "Somebody".into();
    answer.response = Some(Response::Yes);
    engine.set(answer).unwrap();
    assert!(pack.is_opened_in(engine.document()));
    let handed = pack.answered(engine.document());
    let merged = document(&back(&ours, &text(&handed)).unwrap());
    let (was, is) = (ours.answer("A.6.1").unwrap(), merged.answer("A.6.1").unwrap());
    let answered = Answer {
        response: Some(Response::Yes),
        notes: "Only for some.\n\nEverybody since May.".into(),
        ..was.clone()
    };
    assert_eq!(*is, answered, "what the pack does not ask is as it was");
    for answer in ours.answers().filter(|answer| answer.id != was.id) {
        assert_eq!(merged.answer(answer.id.as_str()), Some(answer));
    }
}
