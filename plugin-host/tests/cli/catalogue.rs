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
          "format": "annexa-catalogue",
          "version": 1,
          "catalogue": "iso27001-2022",
          "title": "ISO/IEC 27001:2022 with Amendment 1:2024",
          "items": [
        [37 lines]
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
