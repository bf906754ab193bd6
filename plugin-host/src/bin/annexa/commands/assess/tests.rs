//! What stands when the sandbox does not start.

use super::{apply, crosswalk_text, json, load};
use annexa_core::{Catalogue, Engine, report::report_json, words::Words};
use annexa_plugin_host::{Host, Limits};
use expect_test::expect;
use std::path::PathBuf;

#[test]
fn a_sandbox_that_does_not_start_leaves_the_report_standing() {
    // No machine gives a stack of no bytes.
    let host = |_: &Engine| Ok(Host::new(Limits { stack_bytes: 0, ..Limits::default() })?);
    let engine = Engine::new(Catalogue::iso27001_2022());
    let plugins = ["soc2", "b.wasm"].map(PathBuf::from);
    let plugins = load(host, &engine, &plugins, &Words::english());
    let crosswalks = apply(&engine, &plugins);
    let text: String = crosswalks.iter().map(|it| crosswalk_text(it, &Words::english())).collect();
    expect![[r#"

        Crosswalk soc2
        not computed: E-ENGINE in phase start
          E-ENGINE: soc2: phase start: the sandbox cannot be set up: max_wasm_stack size cannot be zero
            fix: run on a 64-bit system with at least 1 GiB of address space

        Crosswalk b.wasm
        not computed: E-ENGINE in phase start
          E-ENGINE: b.wasm: phase start: the sandbox cannot be set up: max_wasm_stack size cannot be zero
            fix: run on a 64-bit system with at least 1 GiB of address space
    "#]].assert_eq(&anstream::adapter::strip_str(&text).to_string());
    let json = String::from_utf8(json(&engine, &crosswalks, &Words::english())).unwrap();
    let report = String::from_utf8(report_json(&engine, &Words::english())).unwrap();
    assert!(json.contains(report.trim_end()), "{json}");
    assert_eq!(json.matches("\"status\": \"not_computed\"").count(), 2, "{json}");
}
