//! Every hostile file that the gate has to stop, as text.

mod limits;

use super::{Limits, admit};
use annexa_core::words::{Told, Words};
use annexa_vocabulary::Problem;
use expect_test::{Expect, expect};
use std::fmt::Write as _;

const REALLOC: &str = r#"(func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32)
    i32.const 0)"#;
const MEMORY: &str = r#"(memory (export "memory") 1 1024)"#;

/// The four functions of the interface at a version.
fn interface(version: &str) -> String {
    let mut text = String::new();
    for (name, params) in
        [("describe", ""), ("targets", ""), ("mappings", ""), ("assess", "(param i32 i32)")]
    {
        let export = format!("annexa:crosswalk/mapper@{version}#{name}");
        writeln!(text, r#"(func (export "{export}") {params} (result i32) i32.const 0)"#).unwrap();
    }
    text
}

/// A module that would be admitted without `more`.
fn good(more: &str) -> String {
    format!("(module {MEMORY} {REALLOC} {} {more})", interface("1.0.0"))
}

/// A component around a module; the gate does not look at how they are wired.
fn component(module: &str, more: &str) -> String {
    format!(
        r#"(component (core {} {more} (instance)
            (export "annexa:crosswalk/mapper@1.0.0" (instance 0)))"#,
        module.strip_prefix('(').unwrap()
    )
}

#[track_caller]
fn check(text: &str, expect: Expect) {
    check_bytes(&wat::parse_str(text).unwrap(), expect);
}

#[track_caller]
fn check_bytes(bytes: &[u8], expect: Expect) {
    let found = match admit(bytes, &Limits::default()) {
        Ok(admitted) => {
            admit_again(&admitted.core_module);
            format!("admitted, interface {}\n{:#?}\n", admitted.api_version, admitted.facts)
        }
        Err(refusals) => in_english(&refusals),
    };
    expect.assert_eq(&found);
}

/// Refusals as a person reads them, one a line.
fn in_english(refusals: &[Problem]) -> String {
    let words = Words::english();
    let line = |refusal: &Problem| {
        let (Told { message, fix }, place) = (words.problem(refusal), &refusal.place);
        format!("{} at {place}: {message}; {fix}\n", refusal.code)
    };
    refusals.iter().map(line).collect()
}

/// What is admitted is admitted again after it was written anew, with the same bytes.
#[track_caller]
fn admit_again(core_module: &[u8]) {
    let again = admit(core_module, &Limits::default()).unwrap();
    assert_eq!(again.core_module, core_module);
}

fn repeat(count: usize, mut text: impl FnMut(usize) -> String) -> String {
    (0..count).map(&mut text).collect()
}

#[test]
fn a_bare_module_and_a_component_are_admitted() {
    check(
        &good(""),
        expect![[r#"
        admitted, interface 1.0.0
        Facts {
            is_component: false,
            file_bytes: 261,
            code_bytes: 25,
            largest_body_bytes: 4,
            data_bytes: 0,
            custom_bytes: 0,
            functions: 5,
            locals: 0,
            types: 3,
            exports: 6,
            memory_initial_bytes: 65536,
            memory_max_bytes: 67108864,
            table_elements: 0,
        }
    "#]],
    );
    check(
        &component(&good(""), ""),
        expect![[r#"
            admitted, interface 1.0.0
            Facts {
                is_component: true,
                file_bytes: 314,
                code_bytes: 25,
                largest_body_bytes: 4,
                data_bytes: 0,
                custom_bytes: 0,
                functions: 5,
                locals: 0,
                types: 3,
                exports: 6,
                memory_initial_bytes: 65536,
                memory_max_bytes: 67108864,
                table_elements: 0,
            }
        "#]],
    );
}

#[test]
fn the_module_is_the_same_with_and_without_a_wrapper() {
    let limits = Limits::default();
    let bare = admit(&wat::parse_str(good("")).unwrap(), &limits).unwrap();
    let wrapped = admit(&wat::parse_str(component(&good(""), "")).unwrap(), &limits).unwrap();
    assert_eq!(bare.core_module, wrapped.core_module);
    assert_ne!(bare.digest_sha256, wrapped.digest_sha256);
}

#[test]
fn foreign_exports_and_custom_sections_are_left_out() {
    let text = good(
        r#"(func $extra (export "extra")) (global (export "__heap_base") i32 (i32.const 9))
           (@custom "component-type:lie" "\00\01")"#,
    );
    let admitted = admit(&wat::parse_str(text).unwrap(), &Limits::default()).unwrap();
    let holds = |needle: &[u8]| admitted.core_module.windows(needle.len()).any(|at| at == needle);
    assert!(!holds(b"__heap_base") && !holds(b"component-type"));
    assert!(holds(b"\x04name"));
}

#[test]
fn a_later_minor_version_is_admitted_under_the_name_that_the_host_speaks() {
    let text = format!("(module {MEMORY} {REALLOC} {})", interface("1.7.0"));
    let admitted = admit(&wat::parse_str(text).unwrap(), &Limits::default()).unwrap();
    assert_eq!(admitted.api_version, "1.7.0");
    let bare = admit(&wat::parse_str(good("")).unwrap(), &Limits::default()).unwrap();
    assert_eq!(admitted.core_module, bare.core_module);
}

#[test]
fn not_a_plugin_file() {
    check_bytes(
        b"",
        expect![[r#"
            E-EMPTY at file: the file is empty; fetch or build it anew
        "#]],
    );
    check_bytes(
        b"PK\x03\x04 an archive",
        expect![[r#"
            E-NOT-WASM at file: the file is not WebAssembly; give the `.wasm` file of a plugin
        "#]],
    );
    check_bytes(
        b"  (module)",
        expect![[r#"
            E-NOT-WASM at file: the file is WebAssembly as text; convert it to the binary form
        "#]],
    );
    check_bytes(
        b"\0asm",
        expect![[r#"
            E-MALFORMED at byte 4: unexpected end-of-file; fetch or build the plugin anew: the file is damaged or cut off
        "#]],
    );
    check_bytes(
        b"\0asm\x07\0\0\0",
        expect![[r#"
            E-MALFORMED at byte 4: unknown binary version: 0x7; fetch or build the plugin anew: the file is damaged or cut off
        "#]],
    );
    check_bytes(
        &vec![0; 3 << 20],
        expect![[r#"
            E-TOO-LARGE at file: 3,145,728 bytes, at most 2,097,152 are admitted; build with optimization (`--release`) and without debug information
            E-NOT-WASM at file: the file is not WebAssembly; give the `.wasm` file of a plugin
        "#]],
    );
    check(
        "(module)",
        expect![[r#"
            E-MEMORY at module: there is no memory; call `annexa_plugin_sdk_build::crosswalk` in build.rs: it passes `--max-memory=67108864`
            E-INTERFACE at exports: the interface `annexa:crosswalk/mapper` is not exported; build the plugin with `annexa-plugin-sdk` and `export_crosswalk!`
        "#]],
    );
    check(
        "(component)",
        expect![[r#"
            E-MODULES at component: there are 0 core modules instead of one; build a core module for `wasm32-unknown-unknown` and pack that
        "#]],
    );
}

#[test]
fn imports_are_refused_by_name() {
    let wasi = |name: &str| format!(r#"(import "wasi:{name}@0.2.6" (instance))"#);
    let names = ["io/poll", "io/streams", "cli/stdin", "cli/exit"];
    check(
        &component(&good(""), &repeat(names.len(), |index| wasi(names[index]))),
        expect![[r#"
            E-IMPORTS at component: the plugin asks for 4 WASI interfaces (`wasi:io/poll@0.2.6`, `wasi:io/streams@0.2.6`, `wasi:cli/stdin@0.2.6`, ..), and a plugin gets no access to anything; build with `cargo build --target wasm32-unknown-unknown` and use nothing that needs the system or the browser
        "#]],
    );
    let module = |module: &str, name: &str| {
        format!(r#"(module (import "{module}" "{name}" (func)) {MEMORY} {REALLOC})"#)
    };
    check(
        &module("wasi_snapshot_preview1", "fd_write"),
        expect![[r#"
            E-IMPORTS at module: the plugin asks for 1 WASI interface (`wasi_snapshot_preview1`), and a plugin gets no access to anything; build with `cargo build --target wasm32-unknown-unknown` and use nothing that needs the system or the browser
        "#]],
    );
    check(
        &module("__wbindgen_placeholder__", "__wbindgen_throw"),
        expect![[r#"
            E-IMPORTS at module: the plugin asks for 1 import (`__wbindgen_placeholder__`), and a plugin gets no access to anything; build with `cargo build --target wasm32-unknown-unknown` and use nothing that needs the system or the browser
        "#]],
    );
    check(
        &module("env\\n\\1b[31m", "x"),
        expect![[r#"
            E-IMPORTS at module: the plugin asks for 1 import (`env\n\u{1b}[31m`), and a plugin gets no access to anything; build with `cargo build --target wasm32-unknown-unknown` and use nothing that needs the system or the browser
        "#]],
    );
}

#[test]
fn nothing_but_types_is_nested() {
    check(
        &component(&good(""), "(component (type u8))"),
        expect![[r#"
            admitted, interface 1.0.0
            Facts {
                is_component: true,
                file_bytes: 328,
                code_bytes: 25,
                largest_body_bytes: 4,
                data_bytes: 0,
                custom_bytes: 0,
                functions: 5,
                locals: 0,
                types: 3,
                exports: 6,
                memory_initial_bytes: 65536,
                memory_max_bytes: 67108864,
                table_elements: 0,
            }
        "#]],
    );
    check(
        &component(&good(""), "(component (core module) (component) (core instance))"),
        expect![[r#"
            E-NESTED at component: a component within the component holds a core module; build a core module for `wasm32-unknown-unknown` and pack that
            E-NESTED at component: a component within the component holds a component; build a core module for `wasm32-unknown-unknown` and pack that
            E-NESTED at component: a component within the component holds an instance; build a core module for `wasm32-unknown-unknown` and pack that
        "#]],
    );
    check(
        &component(&good(""), "(core module)"),
        expect![[r#"
            E-MODULES at component: there are 2 core modules instead of one; build a core module for `wasm32-unknown-unknown` and pack that
        "#]],
    );
}

#[test]
fn the_interface_has_to_be_whole() {
    let module = |rest: &str| format!("(module {MEMORY} {rest})");
    check(
        &module(REALLOC),
        expect![[r#"
            E-INTERFACE at exports: the interface `annexa:crosswalk/mapper` is not exported; build the plugin with `annexa-plugin-sdk` and `export_crosswalk!`
        "#]],
    );
    check(
        &module(&interface("1.0.0")),
        expect![[r#"
            E-INTERFACE at export `cabi_realloc`: the function `cabi_realloc` is not exported; build the plugin with `annexa-plugin-sdk` and `export_crosswalk!`
        "#]],
    );
    check(
        &module(&format!("{REALLOC} {}", interface("2.0.0"))),
        expect![[r#"
            E-API-VERSION at exports: the plugin speaks version 2.0.0 of the interface `annexa:crosswalk/mapper`, this host speaks 1.x (it was made for 1.0.0); use a newer Annexa, or a release of the plugin for version 1
        "#]],
    );
    check(
        &module(&format!("{REALLOC} {}", interface("0.9.0"))),
        expect![[r#"
            E-API-VERSION at exports: the plugin speaks version 0.9.0 of the interface `annexa:crosswalk/mapper`, this host speaks 1.x (it was made for 1.0.0); build the plugin anew with the current `annexa-plugin-sdk`
        "#]],
    );
    let twice = format!("{REALLOC} {} {}", interface("1.0.0"), interface("1.1.0"));
    check(
        &module(&twice),
        expect![[r#"
            E-INTERFACE at exports: the interface is exported twice, as 1.0.0 and as 1.1.0; build the plugin with `annexa-plugin-sdk` and `export_crosswalk!`
        "#]],
    );
    let wrong = good("").replace("(param i32 i32) (result i32)", "(param i64) (result i32)");
    check(
        &wrong,
        expect![[r#"
            E-SIGNATURE at export `annexa:crosswalk/mapper@1.0.0#assess`: the function takes or gives something else than the interface says; build the plugin with `annexa-plugin-sdk` and `export_crosswalk!`
        "#]],
    );
    let not_function = format!(
        r#"(module (func) {MEMORY} {REALLOC} {} (global (export "x") i32 (i32.const 0)))"#,
        interface("1.0.0")
            .replace(r#"(func (export "annexa:crosswalk/mapper@1.0.0#targets")"#, "(func")
    );
    check(
        &not_function,
        expect![[r#"
            E-INTERFACE at export `annexa:crosswalk/mapper@1.0.0#targets`: the function `annexa:crosswalk/mapper@1.0.0#targets` is not exported; build the plugin with `annexa-plugin-sdk` and `export_crosswalk!`
        "#]],
    );
}

#[test]
fn all_reasons_are_given_at_once() {
    check(
        r#"(module (import "env" "time" (func)) (memory 1) (func (drop (f32.const 0))) (start 0))"#,
        expect![[r#"
            E-MEMORY at memory: no maximum is declared, at most 67,108,864 bytes are admitted; call `annexa_plugin_sdk_build::crosswalk` in build.rs: it passes `--max-memory=67108864`
            E-START at function 0: a start function would run before the host calls the plugin; remove the start function; set up state in the first call
            E-FLOAT at function 0: an instruction works on floating-point numbers; use integers, for instance basis points; `format!` of a float counts as well
            E-IMPORTS at module: the plugin asks for 1 import (`env`), and a plugin gets no access to anything; build with `cargo build --target wasm32-unknown-unknown` and use nothing that needs the system or the browser
        "#]],
    );
}

#[test]
fn a_file_that_is_cut_off_anywhere_is_refused() {
    let bytes = wat::parse_str(good(r#"(data "end") (func data.drop 0)"#)).unwrap();
    for end in 0..bytes.len() {
        let refusals = admit(&bytes[..end], &Limits::default()).unwrap_err();
        assert!(!refusals.is_empty(), "cut at {end}");
    }
    admit(&bytes, &Limits::default()).unwrap();
}

#[test]
fn a_component_that_is_cut_off_before_its_export_is_refused() {
    let bytes = wat::parse_str(component(&good(""), "")).unwrap();
    for end in 0..bytes.len() {
        admit(&bytes[..end], &Limits::default()).unwrap_err();
    }
}

#[test]
fn no_flipped_byte_makes_the_gate_fail() {
    let bytes = wat::parse_str(component(&good("(func (drop (i32.const 7)))"), "")).unwrap();
    for at in 0..bytes.len() {
        for flip in [0x01, 0x80, 0xff] {
            let mut damaged = bytes.clone();
            damaged[at] ^= flip;
            // Either verdict is right; what is admitted has to stay admitted.
            if let Ok(admitted) = admit(&damaged, &Limits::default()) {
                admit_again(&admitted.core_module);
            }
        }
    }
}
