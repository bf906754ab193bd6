//! `annexa new --sample`: the invented organizations as files.

use crate::driver::Folder;
use annexa_core::samples::SAMPLES;
use expect_test::expect;

#[test]
fn new_writes_a_sample() {
    let folder = Folder::new("sample");
    folder.check(&["new", "--sample", "software"], expect![[r#"
        wrote assessment.json
        an invented organization, whose story stands on 2026-11-24; try `annexa lint assessment.json --today 2026-11-24`
        exit code 0
    "#]]);
    for sample in SAMPLES {
        let written = folder.stdout(&["new", "-", "--sample", sample.name]);
        assert_eq!(written, sample.text);
    }
    folder.check(
        &["fmt", "--check", "assessment.json"],
        expect![[r#"
        assessment.json is canonical
        exit code 0
    "#]],
    );
    folder.check(
        &["new", "b.json", "--sample", "bakery"],
        expect![[r#"
            ! error: `bakery` is no value of `--sample <SAMPLE>`
            !   [possible values: software, hospital, manufacturer]
            !
            ! For more information, try `--help`.
            exit code 2
        "#]],
    );
    folder.check(
        &["new", "b.json", "--sample", "software", "--scope", "a"],
        expect![[r#"
            ! error: the argument `--sample <SAMPLE>` cannot be used with `--scope <TEXT>`
            !
            ! Usage: annexa new --sample <SAMPLE> <FILE>
            !
            ! For more information, try `--help`.
            exit code 2
        "#]],
    );
    let catalogue = folder.stdout(&["catalog", "--facts"]).replace("iso27001-2022", "own");
    let folder = folder.with("own.json", catalogue);
    let own = ["--catalogue", "own.json", "new", "b.json", "--sample", "software"];
    folder.check(&own, expect![[r#"
        ! error[E-CATALOGUE]: software: catalogue: the answers belong to `iso27001-2022`, not to `own`
        !   fix: choose an assessment of the same framework and edition
        exit code 2
    "#]]);
}

#[test]
fn every_command_shows_every_sample() {
    let folder = Folder::new("shown");
    for sample in SAMPLES {
        let name = format!("{}.json", sample.name);
        folder.stdout(&["new", &name, "--sample", sample.name]);
        for command in
            ["assess", "gaps", "soa", "lint", "ready", "risks", "obligations", "context", "docs"]
        {
            for format in ["text", "json", "csv"] {
                let output = folder.run(&[command, &name, "--format", format]);
                // Findings are an exit code of their own.
                assert!(matches!(output.status.code(), Some(0 | 1)), "{output:?}");
                let shown = String::from_utf8(output.stdout).unwrap();
                assert!(shown.lines().count() > 3, "{command} {name} {format}: {shown}");
            }
        }
    }
    let soa = folder.stdout(&["soa", "hospital.json"]);
    assert!(soa.contains("Paper set"), "{soa}");
}
