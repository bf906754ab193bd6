//! Every hostile file that the gate has to stop, as text.

use super::{Limits, admit};
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
        Err(refusals) => refusals.iter().map(|refusal| format!("{refusal}\n")).collect(),
    };
    expect.assert_eq(&found);
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
            E-TOO-LARGE at file: 3145728 bytes, at most 2097152 are admitted; build with optimisation (`--release`) and without debug information
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
            E-NESTED at component and 2 more: a component within the component holds a core module; build a core module for `wasm32-unknown-unknown` and pack that
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
fn a_start_function_is_refused() {
    check(
        &good("(func $loop (loop br 0)) (start $loop)"),
        expect![[r#"
            E-START at function 5: a start function would run before the host calls the plugin; remove the start function; set up state in the first call
        "#]],
    );
}

#[test]
fn floats_are_refused_wherever_they_hide() {
    check(
        &good(
            "(func (drop (f64.const 1))) (func (local f32)) (func (param f64))
             (func (drop (i32.trunc_sat_f32_s (f32.const 1)))) (global f32 (f32.const 0))
             (func (block (result f64) unreachable) drop)",
        ),
        expect![[r#"
            E-FLOAT at type 4: a value is a floating-point number; use integers, for instance basis points; `format!` of a float counts as well
            E-FLOAT at global 0 and 1 more: a value is a floating-point number; use integers, for instance basis points; `format!` of a float counts as well
            E-FLOAT at function 5 and 3 more: an instruction works on floating-point numbers; use integers, for instance basis points; `format!` of a float counts as well
        "#]],
    );
}

#[test]
fn vectors_threads_and_other_features_are_refused() {
    check(
        &good("(func (drop (v128.const i64x2 0 0))) (func (local v128))"),
        expect![[r#"
            E-SIMD at function 5 and 1 more: an instruction works on vectors; build without `-C target-feature=+simd128`
        "#]],
    );
    check(
        &good("(func (drop (i32.atomic.load (i32.const 0)))) (func (result i32) return_call 7)"),
        expect![[r#"
            E-THREADS at function 5: an instruction works on shared memory; build without `-C target-feature=+atomics`
            E-FEATURE at function 6: an instruction belongs to the proposal `tail call`; build for the target `wasm32-unknown-unknown` without extra target features
        "#]],
    );
    check(
        &good("(type (struct)) (tag) (func (drop (ref.i31 (i32.const 0))))"),
        expect![[r#"
            E-FEATURE at module and 1 more: the module uses garbage collection; build for the target `wasm32-unknown-unknown` without extra target features
            E-FEATURE at function 5: an instruction belongs to the proposal `gc`; build for the target `wasm32-unknown-unknown` without extra target features
        "#]],
    );
}

#[test]
fn memory_has_to_be_one_small_and_bounded() {
    let memory = |memory: &str| format!("(module {REALLOC} {} {memory})", interface("1.0.0"));
    check(
        &memory(""),
        expect![[r#"
            E-MEMORY at module: there is no memory; call `annexa_plugin_sdk_build::crosswalk` in build.rs: it passes `--max-memory=67108864`
            E-INTERFACE at exports: the memory is not exported as `memory`; build the plugin with `annexa-plugin-sdk` and `export_crosswalk!`
        "#]],
    );
    check(
        &memory(r#"(memory (export "memory") 1)"#),
        expect![[r#"
            E-MEMORY at memory: no maximum is declared, at most 67108864 bytes are admitted; call `annexa_plugin_sdk_build::crosswalk` in build.rs: it passes `--max-memory=67108864`
        "#]],
    );
    check(
        &memory(r#"(memory (export "memory") 65536 65536)"#),
        expect![[r#"
            E-MEMORY at memory: 4294967296 bytes to start with, at most 4194304 are admitted; give the plugin less static data or a smaller stack
            E-MEMORY at memory: 4294967296 bytes declared as the maximum, at most 67108864 are admitted; call `annexa_plugin_sdk_build::crosswalk` in build.rs: it passes `--max-memory=67108864`
        "#]],
    );
    check(
        &memory(r#"(memory (export "memory") 1 1024) (memory 1 1)"#),
        expect![[r#"
            E-MEMORY at memory: 2 memories, at most 1 are admitted; call `annexa_plugin_sdk_build::crosswalk` in build.rs: it passes `--max-memory=67108864`
        "#]],
    );
    check(
        &memory(r#"(memory (export "memory") i64 1 1024)"#),
        expect![[r#"
            E-FEATURE at module: the module uses large memories or other page sizes; build for the target `wasm32-unknown-unknown` without extra target features
        "#]],
    );
    check(
        &memory(r#"(memory (export "memory") 1 1024 shared)"#),
        expect![[r#"
            E-THREADS at memory: the memory is shared; build without `-C target-feature=+atomics`
        "#]],
    );
}

#[test]
fn tables_are_one_and_small() {
    check(
        &good("(table 10000000 funcref)"),
        expect![[r#"
            E-TABLE at table: 10000000 entries, at most 10000 are admitted; build with optimisation (`--release`), or make the plugin smaller
        "#]],
    );
    check(
        &good("(table 1 funcref) (table 1 funcref)"),
        expect![[r#"
            E-TABLE at table: 2 tables, at most 1 are admitted; build with optimisation (`--release`), or make the plugin smaller
        "#]],
    );
}

#[test]
fn what_would_burden_a_compiler_is_refused() {
    let locals = |count: usize| format!("(func (local {}))", "i32 ".repeat(count));
    check(
        &good(&repeat(5, |_| locals(4_999))),
        expect![[r#"
        admitted, interface 1.0.0
        Facts {
            is_component: false,
            file_bytes: 299,
            code_bytes: 55,
            largest_body_bytes: 5,
            data_bytes: 0,
            custom_bytes: 0,
            functions: 10,
            locals: 24995,
            types: 4,
            exports: 6,
            memory_initial_bytes: 65536,
            memory_max_bytes: 67108864,
            table_elements: 0,
        }
    "#]],
    );
    check(
        &good(&repeat(3, |_| locals(49_000))),
        expect![[r#"
            E-LOCALS at function 5 and 2 more: 49000 locals, at most 5000 are admitted; split the function, or build with optimisation (`--release`)
        "#]],
    );
    check(
        &good(&repeat(41, |_| locals(4_999))),
        expect![[r#"
            E-LOCALS at module: 204959 locals in all functions, at most 200000 are admitted; build with optimisation (`--release`), or make the plugin smaller
        "#]],
    );
    check(
        &good(&repeat(10_000, |_| "(func)".to_owned())),
        expect![[r#"
            E-TOO-LARGE at module: 10005 functions, at most 10000 are admitted; build with optimisation (`--release`), or make the plugin smaller
        "#]],
    );
    check(
        &good(&format!("(func {})", "nop ".repeat(131_073))),
        expect![[r#"
            E-TOO-LARGE at function 5: 131075 bytes of code in one function, at most 131072 are admitted; split the function, or build with optimisation (`--release`)
        "#]],
    );
    let nested = format!("(func {} {})", "block ".repeat(5_000), "end ".repeat(5_000));
    check(
        &good(&nested),
        expect![[r#"
            E-DEPTH at function 5: blocks nest 5000 deep, at most 512 do; split the function, or build with optimisation (`--release`)
        "#]],
    );
    let table = format!("(func (block (br_table {} (i32.const 0))))", "0 ".repeat(5_000));
    check(
        &good(&table),
        expect![[r#"
            E-BR-TABLE at function 5: a jump table has 4999 targets, at most 4096 are admitted; split the function, or build with optimisation (`--release`)
        "#]],
    );
    let types =
        repeat(2_500, |index| format!("(type (func (param {})))", "i32 ".repeat(index % 9)));
    check(
        &good(&types),
        expect![[r#"
            E-TOO-LARGE at module: 2503 types, at most 2000 are admitted; build with optimisation (`--release`), or make the plugin smaller
        "#]],
    );
    let globals = "(global i32 (i32.const 0))".repeat(1_001);
    check(
        &good(&globals),
        expect![[r#"
            E-TOO-LARGE at module: 1001 global variables, at most 1000 are admitted; build with optimisation (`--release`), or make the plugin smaller
        "#]],
    );
}

#[test]
fn data_and_custom_sections_are_bounded() {
    check(
        &good(&format!(r#"(data (i32.const 0) "{}")"#, "x".repeat(1_100_000))),
        expect![[r#"
            E-TOO-LARGE at module: 1100000 bytes of data, at most 1048576 are admitted; build with optimisation (`--release`), or make the plugin smaller
        "#]],
    );
    check(
        &good(&format!(r#"(@custom ".debug_info" "{}")"#, "x".repeat(300_000))),
        expect![[r#"
            E-TOO-LARGE at custom sections: 300000 bytes, at most 262144 are admitted; build without debug information (`--release`, `strip = "debuginfo"`)
        "#]],
    );
}

#[test]
fn exports_are_few_and_plain() {
    let export = |index: usize| format!(r#"(export "e{index}" (func 0))"#);
    check(
        &good(&repeat(2_000, export)),
        expect![[r#"
            E-EXPORTS at exports: 2006 exports, at most 64 are admitted; export the interface only, with `export_crosswalk!`
        "#]],
    );
    check(
        &good(&format!(
            r#"(export "a b" (func 0)) (export "\1b[2J" (func 0)) (export "{}" (func 0))"#,
            "n".repeat(129)
        )),
        expect![[r#"
            E-NAME at export `a b` and 2 more: the name has to be 1 to 128 of the characters A-Z a-z 0-9 _.:/@#[]-; rename the export
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
            E-MEMORY at memory: no maximum is declared, at most 67108864 bytes are admitted; call `annexa_plugin_sdk_build::crosswalk` in build.rs: it passes `--max-memory=67108864`
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
