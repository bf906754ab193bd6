//! The program that gives scripts the cases.

use std::io;
use std::process::{Command, Output};

fn run(folder: &str) -> io::Result<Output> {
    let root = env!("CARGO_MANIFEST_DIR");
    let mut command = Command::new(env!("CARGO_BIN_EXE_annexa-cases"));
    command.arg(format!("{root}/{folder}")).output()
}

#[test]
fn every_case_is_given_with_its_file_its_days_and_what_must_be_found() {
    let output = run(".").unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let cases: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).unwrap();
    assert!(cases.len() > 350, "{} cases", cases.len());
    for case in cases {
        let document: serde_json::Value =
            serde_json::from_str(case["document"].as_str().unwrap()).unwrap();
        assert_eq!(document["format"], "annexa-assessment");
        let runs = case["runs"].as_array().unwrap();
        let has_checks = |run: &serde_json::Value| !run["checks"].as_array().unwrap().is_empty();
        assert!(!runs.is_empty() && runs.iter().all(has_checks), "{case}");
    }
}

#[test]
fn a_folder_without_cases_gives_none() {
    let output = run("src").unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stdout), "[]\n");
}
