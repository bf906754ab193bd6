//! What there is to assess.

use crate::driver::Folder;
use expect_test::expect;

#[test]
fn the_table_that_scripts_rely_on() {
    let folder = Folder::new("catalogue_csv");
    let csv = folder.stdout(&["catalog", "--format", "csv"]);
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(
        lines[0],
        "id,kind,title,theme,control_type,infosec_properties,cybersecurity_concepts,\
         operational_capabilities,security_domains,question"
    );
    assert_eq!(lines.len(), 1 + 11 + 30 + 120 + 93);
    let of = |kind: &str| lines.iter().filter(|line| line.contains(&format!(",{kind},"))).count();
    assert_eq!(["heading", "requirement", "item", "control"].map(of), [11, 30, 120, 93]);
    let asked = lines.iter().filter(|line| !line.ends_with(",,,,,,,"));
    let asked: Vec<&&str> = asked.skip(1).filter(|line| !line.ends_with(',')).collect();
    assert_eq!(asked.len(), 123, "a question for each requirement and control");
    for (kind, count) in [("heading", 11), ("requirement", 30), ("item", 120), ("control", 93)] {
        let csv = folder.stdout(&["catalog", "--kind", kind, "--format", "csv"]);
        assert_eq!(csv.lines().count(), 1 + count, "{kind}");
    }
    let row = folder.stdout(&["catalog", "A.5.22", "--format", "csv"]);
    expect![[r#"A.5.22,control,"Monitoring, review and change management of supplier services",Organizational,Preventive,"Confidentiality;Integrity;Availability",Identify,"Supplier_relationships_security;Information_security_assurance","Governance_and_Ecosystem;Protection;Defence","Do you check at planned intervals whether your suppliers still deliver the agreed security, and assess changes in their services?""#]].assert_eq(row.lines().nth(1).unwrap());
}

#[test]
fn one_item() {
    let folder = Folder::new("catalogue_one");
    folder.check(
        &["catalog", "6.1.2 d) 2)"],
        expect![[r#"
        6.1.2 d) 2) Information security risk assessment
        part of a requirement
        exit code 0
    "#]],
    );
    folder.check(
        &["catalog", "A.8.28", "--format", "json"],
        expect![[r#"
            {
              "format": "annexa-items",
              "version": 1,
              "catalogue": "iso27001-2022",
              "catalogue_sha256": "<sha256>",
              "title": "ISO/IEC 27001:2022 with Amendment 1:2024",
            [42 lines]
                    "SAST and dependency scan results with fixes",
                    "Developer security training records"
                  ]
                }
              ]
            }
            exit code 0
        "#]],
    );
    folder.check(
        &["catalog", "A.5.99"],
        expect![[r#"
        ! error[E-UNKNOWN-ID]: ID: `A.5.99` is not in the catalogue
        !   fix: write ids like `6.1.2`, `6.1.2 d) 2)` or `A.5.1`; `annexa catalog` lists them
        exit code 2
    "#]],
    );
    let text = folder.stdout(&["catalog", "4.1"]);
    for part in ["requirement, always applies", "Amendment 1:2024 (requirement)", "Question"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let text = folder.stdout(&["catalog", "A.5.7"]);
    for part in ["control, guidance · Organizational · new in 2022", "Threat and vulnerability"] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn documented_information() {
    let folder = Folder::new("catalogue_documents");
    let text = folder.stdout(&["catalog", "6.1.3"]);
    let (_, documents) = text.split_once("\nDocumented information\n").unwrap();
    expect![[r#"
        - Information security risk treatment process (6.1.3): needed from stage 1 on.
        - Statement of Applicability (6.1.3 d)): needed from stage 1 on.
        - Risk treatment plan (6.1.3 e)): needed from stage 1 on. Follows from 6.1.3 e) together with 8.3."#]].assert_eq(documents.split_once("\n\n").unwrap().0);
    let json = folder.stdout(&["catalog", "7.5.3", "--format", "json"]);
    let (_, documents) = json.split_once("\"documents\": ").unwrap();
    expect![[r#"
        [
                {
                  "id": "D.7.5.3",
                  "source": "7.5.3",
                  "clause": "7.5.3",
                  "title": "External-origin documents determined necessary",
                  "needed_from": "organization"
                }"#]]
    .assert_eq(documents.split_once(']').unwrap().0.trim_end());
    folder.check(
        &["catalog", "--documents"],
        expect![[r#"
            Source    Document                                                 When
            4.3       Scope of the ISMS                                        needed from stage 1 on
            5.2 e)    Information security policy                              needed from stage 1 on
            6.1.2     Information security risk assessment process             needed from stage 1 on
            6.1.3     Information security risk treatment process              needed from stage 1 on
            6.1.3 d)  Statement of Applicability                               needed from stage 1 on
            6.1.3 e)  Risk treatment plan                                      needed from stage 1 on
                Follows from 6.1.3 e) together with 8.3.
            6.2       Information security objectives                          needed from stage 1 on
            7.2 d)    Evidence of competence                                   needed from stage 2 on
            7.5.1 b)  Other documents the organization determines necessary    determined by the organization
            7.5.3     External-origin documents determined necessary           determined by the organization
            8.1       Evidence that processes are carried out as planned       needed from stage 2 on
                To the extent needed to trust that the processes ran as planned.
            8.2       Results of risk assessments                              needed from stage 1 on
            8.3       Results of risk treatment                                needed from stage 2 on
            9.1       Evidence of monitoring/measurement results               needed from stage 2 on
            9.2.2     Evidence of internal audit programme(s)                  needed from stage 1 on
            9.2.2     Evidence of internal audit results                       needed from stage 2 on
            9.3.3     Evidence of management review results                    needed from stage 2 on
            10.2 f)   Evidence of nature of nonconformities and actions taken  needed from stage 2 on
            10.2 g)   Evidence of corrective action results                    needed from stage 2 on
            exit code 0
        "#]],
    );
    folder.check(&["catalog", "--documents", "--format", "csv"], expect![[r#"
        source,clause,title,needed_from,note,id
        4.3,4.3,Scope of the ISMS,stage_1,,D.4.3
        5.2 e),5.2,Information security policy,stage_1,,D.5.2e
        6.1.2,6.1.2,Information security risk assessment process,stage_1,,D.6.1.2
        6.1.3,6.1.3,Information security risk treatment process,stage_1,,D.6.1.3
        6.1.3 d),6.1.3,Statement of Applicability,stage_1,,D.6.1.3d
        6.1.3 e),6.1.3,Risk treatment plan,stage_1,Follows from 6.1.3 e) together with 8.3.,D.6.1.3e
        6.2,6.2,Information security objectives,stage_1,,D.6.2
        7.2 d),7.2,Evidence of competence,stage_2,,D.7.2d
        7.5.1 b),7.5.1,Other documents the organization determines necessary,organization,,D.7.5.1b
        7.5.3,7.5.3,External-origin documents determined necessary,organization,,D.7.5.3
        8.1,8.1,Evidence that processes are carried out as planned,stage_2,To the extent needed to trust that the processes ran as planned.,D.8.1
        8.2,8.2,Results of risk assessments,stage_1,,D.8.2
        8.3,8.3,Results of risk treatment,stage_2,,D.8.3
        9.1,9.1,Evidence of monitoring/measurement results,stage_2,,D.9.1
        9.2.2,9.2.2,Evidence of internal audit programme(s),stage_1,,D.9.2.2-programme
        9.2.2,9.2.2,Evidence of internal audit results,stage_2,,D.9.2.2-results
        9.3.3,9.3.3,Evidence of management review results,stage_2,,D.9.3.3
        10.2 f),10.2,Evidence of nature of nonconformities and actions taken,stage_2,,D.10.2f
        10.2 g),10.2,Evidence of corrective action results,stage_2,,D.10.2g
        exit code 0
    "#]]);
    let json = folder.stdout(&["catalog", "--documents", "--format", "json"]);
    assert_eq!(json.matches("\"needed_from\": \"").count(), 19);
    assert_eq!(folder.run(&["catalog", "4.1", "--documents"]).status.code(), Some(2));
}

#[test]
fn every_item() {
    let folder = Folder::new("catalogue_all");
    let json = folder.stdout(&["catalog", "--format", "json"]);
    assert_eq!(json.matches("\n      \"id\": \"").count(), 254);
    assert_eq!(json.matches("\n      \"question\": \"").count(), 123);
    folder.check(
        &["catalog", "--kind", "heading"],
        expect![[r#"
        Id   Kind     Title                                       Question
        4    heading  Context of the organization
        5    heading  Leadership
        6    heading  Planning
        6.1  heading  Actions to address risks and opportunities
        7    heading  Support
        7.5  heading  Documented information
        8    heading  Operation
        9    heading  Performance evaluation
        9.2  heading  Internal audit
        9.3  heading  Management review
        10   heading  Improvement
        exit code 0
    "#]],
    );
}

/// The schemas that are published beside the source are those that the program prints.
#[test]
fn the_schemas() {
    let folder = Folder::new("schema");
    let published = include_str!("../../../docs/assessment.schema.json");
    assert_eq!(folder.stdout(&["schema"]), published);
    for name in annexa_core::schema::names() {
        let file = format!("{}/../docs/{name}.schema.json", env!("CARGO_MANIFEST_DIR"));
        let published = std::fs::read_to_string(file).unwrap();
        assert_eq!(folder.stdout(&["schema", name]), published, "{name}");
        let page = include_str!("../../../docs/report-formats.md");
        assert!(page.contains(&format!("({name}.schema.json)")), "{name}");
    }
    folder.check(&["schema", "letter"], expect![[r#"
        ! error: `letter` is no value of `[NAME]`
        !   [possible values: assessment, catalogue, change, choice, comparison, conclusion, condition, context, criteria, derivation, documents, explanation, gaps, gates, items, lint, mappings, measures, obligations, over, pack, papers, plugin, plugins, report, resolution, results, risks, roadmap, snapshots, soa, threats]
        !
        ! For more information, try `--help`.
        exit code 2
    "#]]);
}

#[test]
fn a_control_set_of_ones_own() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/data/tea-house.json");
    let folder = Folder::new("catalogue_own").with("own.json", std::fs::read(file).unwrap());
    folder.stdout(&["--catalogue", "own.json", "new", "tea.json"]);
    let text = folder.stdout(&["assess", "tea.json", "--catalogue", "own.json"]);
    for part in ["tea-house", "season", "cups"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    folder.check(
        &["assess", "tea.json"],
        expect![[r#"
        ! error[E-CATALOGUE]: tea.json: catalogue: the answers belong to `tea-house`, not to `iso27001-2022`
        !   fix: choose an assessment of the same framework and edition
        exit code 2
    "#]],
    );
    // A crosswalk maps from one framework, and says nothing about another.
    folder.check(
        &["--catalogue", "own.json", "plugin", "run", "soc2", "tea.json"],
        expect![[r#"
            ! error[E-FRAMEWORK]: soc2: phase validate: the plugin maps from `iso27001-2022`, and the assessment is by `tea-house`
            !   fix: assess by the framework that it maps from, or use another plugin
            exit code 3
        "#]],
    );
    let facts = folder.stdout(&["--catalogue", "own.json", "catalog", "--facts"]);
    let ours = folder.stdout(&["catalog", "--facts"]);
    assert!(facts.contains("\"id\": \"tea-house\"") && ours.contains("\"id\": \"iso27001-2022\""));
    folder.check(
        &["--catalogue", "tea.json", "catalog"],
        expect![[r#"
        ! error[E-NOT-OURS]: tea.json: format: the file does not say that it is a catalogue
        !   fix: choose a file that has `"format": "annexa-catalogue"`
        exit code 2
    "#]],
    );
}

#[test]
fn words_of_another_language() {
    let words = r#"{"format":"annexa-words","version":1,"language":"de","direction":"ltr",
        "items":{"A.5.1":{"title":"Leitlinien zur Informationssicherheit"}},
        "messages":{"gap.not_assessed":"Niemand hat bisher danach gesehen."}}"#;
    let folder = Folder::new("words").with("de.json", words);
    folder.stdout(&["new", "own.json"]);
    let german = folder.stdout(&["gaps", "own.json", "--format", "json", "--words", "de.json"]);
    let english = folder.stdout(&["gaps", "own.json", "--format", "json"]);
    assert!(german.contains("Leitlinien zur Informationssicherheit"), "{german}");
    assert!(german.contains("Niemand hat bisher danach gesehen."));
    // What the file lacks is English.
    assert!(german.contains("Information security roles and responsibilities"));
    assert!(!english.contains("Leitlinien"));
    folder.check(
        &["gaps", "own.json", "--words", "own.json"],
        expect![[r#"
        ! error[E-NOT-OURS]: own.json: this is not a file of words
        !   fix: choose a file whose `format` is `annexa-words`
        exit code 2
    "#]],
    );
}

/// The starter threats, as words in the place of an id.
#[test]
fn threats() {
    let folder = Folder::new("catalogue_threats");
    folder.check(&["catalog", "threats"], expect![[r#"
        Code   Threat                                     Affects  What would happen
        MA11   Error in use                               C I A    Somebody types, clicks or deletes the
                                                                   wrong thing, and data or a service
                                                                   suffers before anyone looks.
        MA15   Software malfunction                       I A      A program computes wrongly or stops, and
                                                                   people work with wrong figures or not at
        [120 lines]
        X17    Manipulation of machines and control       I A      Somebody alters programs or set-points of
               technology                                          plants, building technology or medical
                                                                   devices, and things or people come to
                                                                   harm.

        C confidentiality, I integrity, A availability; `annexa catalog CODE` shows the controls that help
        exit code 0
    "#]]);
    let csv = folder.stdout(&["catalog", "threats", "--format", "csv"]);
    let mut lines = csv.lines();
    assert_eq!(lines.next(), Some("code,label,category,controls,prevent,notice,recover"));
    assert_eq!(lines.clone().count(), annexa_core::threat::Threat::all().len());
    for line in lines {
        let cells: Vec<&str> = line.split(',').map(|cell| cell.trim_matches('"')).collect();
        let [.., controls, prevent, notice, recover] = cells.as_slice() else { panic!("{line}") };
        let of = |cells: &[&str]| {
            let ids = cells.iter().flat_map(|cell| cell.split(';')).filter(|id| !id.is_empty());
            ids.map(str::to_owned).collect::<std::collections::BTreeSet<String>>()
        };
        assert_eq!(of(&[prevent, notice, recover]), of(&[controls]), "{line}");
    }
    folder.check(
        &["catalog", "mf10"],
        expect![[r#"
        ! error[E-UNKNOWN-ID]: ID: `mf10` is not in the catalogue
        !   fix: write ids like `6.1.2`, `6.1.2 d) 2)` or `A.5.1`; `annexa catalog` lists them
        exit code 2
    "#]],
    );
    folder.check(&["catalog", "MA16", "--format", "csv"], expect![[r#"
        code,label,category,controls,prevent,notice,recover
        MA16,Equipment malfunction or failure,technical-failures,"A.5.9;A.5.30;A.7.8;A.7.13;A.7.14;A.8.9;A.8.13;A.8.14;A.8.16","A.5.9;A.7.8;A.7.13;A.8.9",A.8.16,"A.5.30;A.7.14;A.8.13;A.8.14"
        exit code 0
    "#]]);
    let documents = folder.stdout(&["catalog", "documents", "--format", "csv"]);
    assert_eq!(documents, folder.stdout(&["catalog", "--documents", "--format", "csv"]));
}
