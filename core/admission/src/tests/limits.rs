//! What is forbidden, and what is bounded.

use expect_test::expect;

use super::{REALLOC, check, good, interface, repeat};

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
            E-FLOAT at global 0: a value is a floating-point number; use integers, for instance basis points; `format!` of a float counts as well
            E-FLOAT at global 0: an instruction works on floating-point numbers; use integers, for instance basis points; `format!` of a float counts as well
            E-FLOAT at function 5 and 2 more: an instruction works on floating-point numbers; use integers, for instance basis points; `format!` of a float counts as well
            E-FLOAT at function 6: a value is a floating-point number; use integers, for instance basis points; `format!` of a float counts as well
        "#]],
    );
}

#[test]
fn vectors_threads_and_other_features_are_refused() {
    check(
        &good("(func (drop (v128.const i64x2 0 0))) (func (local v128))"),
        expect![[r#"
            E-SIMD at function 5: an instruction works on vectors; build without `-C target-feature=+simd128`
            E-SIMD at function 6: a value is a vector; build without `-C target-feature=+simd128`
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
            E-FEATURE at module: the module uses garbage collection; build for the target `wasm32-unknown-unknown` without extra target features
            E-FEATURE at module: the module uses exceptions; build for the target `wasm32-unknown-unknown` without extra target features
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
            E-MEMORY at memory: no maximum is declared, at most 67,108,864 bytes are admitted; call `annexa_plugin_sdk_build::crosswalk` in build.rs: it passes `--max-memory=67108864`
        "#]],
    );
    check(
        &memory(r#"(memory (export "memory") 65536 65536)"#),
        expect![[r#"
            E-MEMORY at memory: 4,294,967,296 bytes to start with, at most 4,194,304 are admitted; give the plugin less static data or a smaller stack
            E-MEMORY at memory: 4,294,967,296 bytes declared as the maximum, at most 67,108,864 are admitted; call `annexa_plugin_sdk_build::crosswalk` in build.rs: it passes `--max-memory=67108864`
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
            E-TABLE at table: 10,000,000 entries, at most 10,000 are admitted; build with optimization (`--release`), or make the plugin smaller
        "#]],
    );
    check(
        &good("(table 1 funcref) (table 1 funcref)"),
        expect![[r#"
            E-TABLE at table: 2 tables, at most 1 are admitted; build with optimization (`--release`), or make the plugin smaller
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
            E-LOCALS at function 5 and 2 more: 49,000 locals, at most 5,000 are admitted; split the function, or build with optimization (`--release`)
        "#]],
    );
    check(
        &good(&repeat(41, |_| locals(4_999))),
        expect![[r#"
            E-LOCALS at module: 204,959 locals in all functions, at most 200,000 are admitted; build with optimization (`--release`), or make the plugin smaller
        "#]],
    );
    check(
        &good(&repeat(10_000, |_| "(func)".to_owned())),
        expect![[r#"
            E-TOO-LARGE at module: 10,005 functions, at most 10,000 are admitted; build with optimization (`--release`), or make the plugin smaller
        "#]],
    );
    check(
        &good(&format!("(func {})", "nop ".repeat(131_073))),
        expect![[r#"
            E-TOO-LARGE at function 5: 131,075 bytes of code in one function, at most 131,072 are admitted; split the function, or build with optimization (`--release`)
        "#]],
    );
    let nested = format!("(func {} {})", "block ".repeat(5_000), "end ".repeat(5_000));
    check(
        &good(&nested),
        expect![[r#"
            E-DEPTH at function 5: blocks nest 5,000 deep, at most 512 do; split the function, or build with optimization (`--release`)
        "#]],
    );
    let table = format!("(func (block (br_table {} (i32.const 0))))", "0 ".repeat(5_000));
    check(
        &good(&table),
        expect![[r#"
            E-BR-TABLE at function 5: a jump table has 4,999 targets, at most 4,096 are admitted; split the function, or build with optimization (`--release`)
        "#]],
    );
    let types =
        repeat(2_500, |index| format!("(type (func (param {})))", "i32 ".repeat(index % 9)));
    check(
        &good(&types),
        expect![[r#"
            E-TOO-LARGE at module: 2,503 types, at most 2,000 are admitted; build with optimization (`--release`), or make the plugin smaller
        "#]],
    );
    let globals = "(global i32 (i32.const 0))".repeat(1_001);
    check(
        &good(&globals),
        expect![[r#"
            E-TOO-LARGE at module: 1,001 global variables, at most 1,000 are admitted; build with optimization (`--release`), or make the plugin smaller
        "#]],
    );
}

#[test]
fn data_and_custom_sections_are_bounded() {
    check(
        &good(&format!(r#"(data (i32.const 0) "{}")"#, "x".repeat(1_100_000))),
        expect![[r#"
            E-TOO-LARGE at module: 1,100,000 bytes of data, at most 1,048,576 are admitted; build with optimization (`--release`), or make the plugin smaller
        "#]],
    );
    check(
        &good(&format!(r#"(@custom ".debug_info" "{}")"#, "x".repeat(300_000))),
        expect![[r#"
            E-TOO-LARGE at custom sections: 300,000 bytes, at most 262,144 are admitted; build without debug information (`--release`, `strip = "debuginfo"`)
        "#]],
    );
}

#[test]
fn exports_are_few_and_plain() {
    let export = |index: usize| format!(r#"(export "e{index}" (func 0))"#);
    check(
        &good(&repeat(2_000, export)),
        expect![[r#"
            E-EXPORTS at exports: 2,006 exports, at most 64 are admitted; export the interface only, with `export_crosswalk!`
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
