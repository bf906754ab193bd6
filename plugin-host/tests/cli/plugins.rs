//! Crosswalks on the command line: plugins that work, and plugins that do not.

use crate::{
    driver::{ASSESSMENT, Folder},
    guest::Guest,
};
use annexa_core::{
    Catalogue, Document, Engine, digest::sha256_hex, report::report_json, words::Words,
};
use annexa_plugin_host::{Host, Limits, builtin};
use expect_test::expect;

fn folder(name: &str) -> Folder {
    let guest = |assess| Guest { assess, ..Guest::default() }.module();
    Folder::new(name)
        .with("good.wasm", Guest::default().module())
        .with("traps.wasm", guest("unreachable"))
        .with("loops.wasm", guest("(loop $again (br $again))"))
        .with("imports.wasm", wat::parse_str("(module (import \"a\" \"b\" (func)))").unwrap())
        .with("garbage.wasm", "no module")
}

fn engine() -> Engine {
    let document = Document::from_bytes(Catalogue::iso27001_2022(), ASSESSMENT.as_bytes());
    Engine::from_document(document.unwrap())
}

/// What the library concludes, as its bytes.
fn conclusion(name: &str, bytes: &[u8]) -> String {
    let plugin = Host::new(Limits::default()).unwrap().load(name, bytes).unwrap();
    let conclusion = plugin.run(&engine()).unwrap();
    String::from_utf8(conclusion.to_bytes(&sha256_hex(bytes), &Words::english())).unwrap()
}

#[test]
fn run_prints_the_conclusion() {
    let folder = folder("plugin_run");
    folder.check(&["plugin", "run", "good.wasm", "a.json"], expect![[r#"
        Crosswalk to Test 1
        Test 1.0.0, sha256 <sha256>
        A test.
        2 targets: 1 partial · 1 unmapped

        Target  Title   Result    Support  Confidence
        T.1     First   partial   50.00 %     80.00 %
            4.1  intersects  implemented  50 %  (confidence 80 %, effect part)
            What is in place supports an estimated 50 % of the target; nothing that is mapped supports the
            rest. Words of the plugin.
        T.2     Second  unmapped        -           -
            The crosswalk maps nothing to this target. That says nothing about whether it is met; assess it
            on its own.
        exit code 0
    "#]]);
    folder.check(&["plugin", "run", "good.wasm", "a.json", "--format", "csv"], expect![[r#"
        target,result,support_bp,confidence_bp,gap,contributions
        T.1,partial,5000,8000,"What is in place supports an estimated 50 % of the target; nothing that is mapped supports the rest. Words of the plugin.",4.1 intersects implemented 5000
        T.2,unmapped,,,"The crosswalk maps nothing to this target. That says nothing about whether it is met; assess it on its own.",
        exit code 0
    "#]]);
    let json = folder.stdout(&["plugin", "run", "good.wasm", "a.json", "--format", "json"]);
    assert_eq!(json, conclusion("good.wasm", &folder.read("good.wasm")));
    let json = folder.stdout(&["plugin", "run", "soc2", "a.json", "--format", "json"]);
    assert_eq!(json, conclusion("soc2", builtin("soc2").unwrap()));
}

#[test]
fn assess_shows_each_crosswalk() {
    let folder = folder("plugin_assess");
    let today = ["--today", "2026-11-23"];
    let alone = folder.stdout(&[["assess", "a.json"], today].concat());
    let text = folder.stdout(&[["assess", "a.json"], today, ["--plugin", "good.wasm"]].concat());
    let conclusion_text = folder.stdout(&["plugin", "run", "good.wasm", "a.json"]);
    assert_eq!(text, format!("{alone}\n{conclusion_text}"));
    let args = ["assess", "a.json", "--format", "csv"];
    let plugins = ["--plugin", "soc2", "--plugin", "good.wasm"];
    assert_eq!(folder.stdout(&[args, plugins].concat()), folder.stdout(&args));
}

/// Other programs look for the report and the conclusion as they are, byte for byte.
#[test]
fn assess_json_holds_the_very_bytes() {
    let folder = folder("plugin_json");
    let args = ["assess", "a.json", "--plugin", "soc2", "--plugin", "good.wasm"];
    let json = folder.stdout(&[args.as_slice(), &["--format", "json"]].concat());
    let soc2 = conclusion("soc2", builtin("soc2").unwrap());
    let good = conclusion("good.wasm", &folder.read("good.wasm"));
    let report = String::from_utf8(report_json(&engine(), &Words::english())).unwrap();
    let (report, soc2, good) = (report.trim_end(), soc2.trim_end(), good.trim_end());
    assert_eq!(
        json,
        format!(
            r#"{{
  "format": "annexa-results",
  "version": 1,
  "report": {report},
  "crosswalks": [
    {{
      "plugin_argument": "soc2",
      "status": "computed",
      "conclusion": {soc2}
    }},
    {{
      "plugin_argument": "good.wasm",
      "status": "computed",
      "conclusion": {good}
    }}
  ]
}}
"#
        )
    );
}

#[test]
fn a_failing_plugin_leaves_the_rest_standing() {
    let folder = folder("plugin_fails");
    let today = ["--today", "2026-11-23"];
    let alone = folder.stdout(&[["assess", "a.json"], today].concat());
    let plugins = ["--plugin", "garbage.wasm", "--plugin", "good.wasm", "--plugin", "traps.wasm"];
    let args = [["assess", "a.json"].as_slice(), &today, &plugins].concat();
    let output = folder.run(&args);
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(3));
    let (own, crosswalks) = text.split_at(alone.len());
    assert_eq!(own, alone);
    assert!(crosswalks.contains(&folder.stdout(&["plugin", "run", "good.wasm", "a.json"])));
    let (_, trapped) = crosswalks.split_once("Crosswalk traps.wasm").unwrap();
    expect![[r#"

        not computed: E-TRAP in phase call
          E-TRAP: traps.wasm: phase call: `assess`: gave up: a panic, or an assertion that failed
            fix: run the plugin's own tests: they show the panic's message
    "#]]
    .assert_eq(trapped);
    expect![[r#"
        error[E-NOT-WASM]: garbage.wasm: phase admit: file: the file is not WebAssembly
          fix: give the `.wasm` file of a plugin
        error[E-TRAP]: traps.wasm: phase call: `assess`: gave up: a panic, or an assertion that failed
          fix: run the plugin's own tests: they show the panic's message
    "#]]
    .assert_eq(&String::from_utf8(output.stderr).unwrap());
}

/// Which budget ends it depends on the machine; that it ends does not.
#[test]
fn a_plugin_without_end_is_ended() {
    let folder = folder("plugin_loops");
    let output = folder.run(&["assess", "a.json", "--plugin", "loops.wasm", "--format", "json"]);
    let (text, errors) = (String::from_utf8(output.stdout), String::from_utf8(output.stderr));
    let (text, errors) = (text.unwrap(), errors.unwrap());
    assert_eq!(output.status.code(), Some(3), "{errors}");
    assert!(text.contains("\"status\": \"not_computed\""), "{text}");
    let codes = ["error[E-FUEL]: loops.wasm: ", "error[E-DEADLINE]: loops.wasm: "];
    assert!(codes.iter().any(|code| errors.starts_with(code)), "{errors}");
}

#[test]
fn a_failing_plugin_in_json_and_csv() {
    let folder = folder("plugin_fails_json");
    let args = ["assess", "a.json", "--plugin", "imports.wasm", "--format"];
    let output = folder.run(&[args.as_slice(), &["json"]].concat());
    assert_eq!(output.status.code(), Some(3));
    let text = String::from_utf8(output.stdout).unwrap();
    let report = String::from_utf8(report_json(&engine(), &Words::english())).unwrap();
    let rest = text.replacen(report.trim_end(), "..", 1);
    expect![[r#"
        {
          "format": "annexa-results",
          "version": 1,
          "report": ..,
          "crosswalks": [
            {
              "plugin_argument": "imports.wasm",
              "status": "not_computed",
              "error": {
                "code": "E-IMPORTS",
                "phase": "admit",
                "message": "the plugin asks for 1 import (`a`), and a plugin gets no access to anything",
                "fix": "build with `cargo build --target wasm32-unknown-unknown` and use nothing that needs the system or the browser",
                "problems": [
                  {
                    "code": "E-IMPORTS",
                    "place": "module",
                    "message": "the plugin asks for 1 import (`a`), and a plugin gets no access to anything",
                    "fix": "build with `cargo build --target wasm32-unknown-unknown` and use nothing that needs the system or the browser"
                  },
                  {
                    "code": "E-MEMORY",
                    "place": "module",
                    "message": "there is no memory",
                    "fix": "call `annexa_plugin_sdk_build::crosswalk` in build.rs: it passes `--max-memory=67108864`"
                  }
                ]
              }
            }
          ]
        }
    "#]].assert_eq(&rest);
    let scores = folder.stdout(&["assess", "a.json", "--format", "csv"]);
    let output = folder.run(&[args.as_slice(), &["csv", "--plugin", "good.wasm"]].concat());
    assert_eq!(output.status.code(), Some(3));
    assert_eq!(String::from_utf8(output.stdout).unwrap(), scores);
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(errors.starts_with("error[E-IMPORTS]: imports.wasm: phase admit: "), "{errors}");
}

#[test]
fn plugins_that_cannot_be_loaded() {
    let folder = folder("plugin_bad");
    folder.check(&["plugin", "inspect", "soc3"], expect![[r#"
        ! error[E-READ]: soc3: phase read: cannot be read: no such file or directory
        !   fix: give the path of a plugin's `.wasm` file, or the name of a carried plugin; this program carries `soc2`
        exit code 3
    "#]]);
    folder.check(&["plugin", "mappings", "."], expect![[r#"
        ! error[E-READ]: .: phase read: cannot be read: is a directory
        !   fix: give the path of a plugin's `.wasm` file, or the name of a carried plugin; this program carries `soc2`
        exit code 3
    "#]]);
    folder.check(&["plugin", "run", "imports.wasm", "a.json"], expect![[r#"
        ! error[E-IMPORTS]: imports.wasm: phase admit: module: the plugin asks for 1 import (`a`), and a plugin gets no access to anything
        !   fix: build with `cargo build --target wasm32-unknown-unknown` and use nothing that needs the system or the browser
        ! error[E-MEMORY]: imports.wasm: phase admit: module: there is no memory
        !   fix: call `annexa_plugin_sdk_build::crosswalk` in build.rs: it passes `--max-memory=67108864`
        exit code 3
    "#]]);
    folder.check(
        &["plugin", "inspect", "garbage.wasm", "--format", "json"],
        expect![[r#"
        ! error[E-NOT-WASM]: garbage.wasm: phase admit: file: the file is not WebAssembly
        !   fix: give the `.wasm` file of a plugin
        exit code 3
    "#]],
    );
}

#[test]
fn inspect() {
    let folder = folder("plugin_inspect");
    let text = folder.stdout(&["plugin", "inspect", "good.wasm"]);
    expect![[r#"
        Plugin
        Id               test
        Name             Test
        Version          1.0.0
        Summary          A test.
        Maps from        iso27001-2022
        Maps to          test-1
        Target title     Test 1
        Document         none
        Mapping          1
        Licence          MIT
        Method           made up
        Targets          2
        Rows             1

        File and limits
        SHA-256          <sha256>
        Interface        1.0.0
        Form             core module
        File bytes       908 of 2097152
        Code bytes       45 of 1048576
        Largest body     21 of 131072
        Data bytes       592 of 1048576
        Custom bytes     8 of 262144
        Functions        5 of 10000
        Locals           0 of 200000
        Types            3 of 2000
        Exports          6 of 64
        Memory at start  1048576 of 4194304
        Memory at most   67108864 of 67108864
        Table            0 of 10000
        Fuel per call    500000000
        Deadline, ms     2000
        Stack bytes      524288
        Output bytes     4194304
    "#]]
    .assert_eq(&text.replace(&sha256_hex(&folder.read("good.wasm")), "<sha256>"));
    let csv = folder.stdout(&["plugin", "inspect", "soc2", "--format", "csv"]);
    assert!(csv.starts_with("property,value,limit\nid,soc2,\n"), "{csv}");
    let json = folder.stdout(&["plugin", "inspect", "soc2", "--format", "json"]);
    let digest = sha256_hex(builtin("soc2").unwrap());
    assert!(json.contains(&format!("\"digest_sha256\": \"{digest}\"")), "{json}");
}

#[test]
fn mappings() {
    let folder = folder("plugin_mappings");
    folder.check(
        &["plugin", "mappings", "good.wasm"],
        expect![[r#"
        Target  Relation    Sources  Coverage  Confidence  Rationale
        T.1     intersects  4.1       50.00 %     80.00 %  semantic: Because.
        exit code 0
    "#]],
    );
    folder.check(
        &["plugin", "mappings", "good.wasm", "--format", "csv"],
        expect![[r#"
        target,relation,sources,coverage_bp,confidence_bp,rationale
        T.1,intersects,4.1,5000,8000,semantic: Because.
        exit code 0
    "#]],
    );
    folder.check(
        &["plugin", "mappings", "good.wasm", "--format", "json"],
        expect![[r#"
            {
              "format": "annexa-mappings",
              "version": 1,
              "plugin": {
                "id": "test",
                "name": "Test",
                "version": "1.0.0",
                "digest_sha256": "<sha256>",
                "summary": "A test."
              },
              "source_framework": "iso27001-2022",
              "target_framework": {
                "id": "test-1",
                "title": "Test 1"
              },
              "provenance": {
                "document": "none",
                "version": "1",
                "licence": "MIT",
                "method": "made up"
              },
              "mappings": [
                {
                  "target": "T.1",
                  "relation": "intersects",
                  "sources": [
                    "4.1"
                  ],
                  "coverage_bp": 5000,
                  "confidence_bp": 8000,
                  "basis": "semantic",
                  "rationale": "Because."
                }
              ]
            }
            exit code 0
        "#]],
    );
    let csv = folder.stdout(&["plugin", "mappings", "soc2", "--format", "csv"]);
    assert!(csv.starts_with("target,relation,sources,coverage_bp,confidence_bp,rationale\nCC1.1,"));
    assert!(csv.lines().count() > 100, "{}", csv.lines().count());
}

#[test]
fn carried_plugins() {
    let folder = folder("plugin_carried");
    folder.check(&["plugin", "list", "--format", "csv"], expect![[r#"
        name,version,target_framework,target_title,digest_sha256
        soc2,1.0.0,soc2-tsc-2017-rev-2022,"SOC 2 Trust Services Criteria, TSC 2017 with revised points of focus 2022",<sha256>
        exit code 0
    "#]]);
    assert!(folder.stdout(&["plugin", "list"]).contains("\nsoc2 "));
    assert!(folder.stdout(&["plugin", "list", "--format", "json"]).contains("\"name\": \"soc2\""));
    let wrote = folder.stdout(&["plugin", "export", "soc2"]);
    assert!(wrote.starts_with("wrote soc2.wasm: "), "{wrote}");
    assert_eq!(folder.read("soc2.wasm"), builtin("soc2").unwrap());
    folder.check(
        &["plugin", "export", "soc2"],
        expect![[r#"
        ! error[E-WRITE]: soc2.wasm: cannot be written: file exists
        !   fix: choose another name, or add `--force` to replace it
        exit code 2
    "#]],
    );
    folder.stdout(&["plugin", "export", "soc2", "--force", "--output", "good.wasm"]);
    assert_eq!(folder.read("good.wasm"), builtin("soc2").unwrap());
    assert_eq!(
        folder.run(&["plugin", "export", "soc2", "-o", "-"]).stdout,
        folder.read("good.wasm")
    );
    folder.check(
        &["plugin", "export", "nist"],
        expect![[r#"
        ! error[E-PLUGIN-NAME]: NAME: `nist` is not carried by this program
        !   fix: choose one of `soc2`
        exit code 2
    "#]],
    );
}
