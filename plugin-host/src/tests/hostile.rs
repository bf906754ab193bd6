//! Plugins that break the sandbox's rules: each ends in an error of its own.

use super::{
    HOST, check, engine,
    guest::{Guest, RESULT},
};
use crate::{Host, Limits, Phase};
use annexa_core::words::Words;
use expect_test::expect;

#[test]
fn a_plugin_that_behaves() {
    check(
        &Guest::default().module(),
        expect![[r#"
            T.1 Partial: What is in place supports an estimated 50 % of the target; nothing that is mapped supports the rest. Words of the plugin.
            T.2 Unmapped: The crosswalk maps nothing to this target. That says nothing about whether it is met; assess it on its own.
        "#]],
    );
}

#[test]
fn a_loop_runs_out_of_instructions() {
    check(
        &Guest { assess: "(loop br 0)", ..Guest::default() }.module(),
        expect![[r#"
            plugin `test` failed in phase call
              E-FUEL at `assess`: ran for more than 20,000,000 instructions
                fix: look for a loop without an end, or let the plugin do less"#]],
    );
}

#[test]
fn a_loop_meets_the_deadline() {
    let limits = Limits { fuel: u64::MAX, deadline_ms: 50, ..Limits::default() };
    let host = Host::new(limits).unwrap();
    let plugin = Guest { assess: "(loop br 0)", ..Guest::default() };
    let plugin = host.load("test", &plugin.module()).unwrap();
    let error = plugin.run(&engine()).unwrap_err();
    expect![[r#"
        plugin `test` failed in phase call
          E-DEADLINE at `assess`: ran for more than 50 ms
            fix: look for a loop without an end, or let the plugin do less"#]]
    .assert_eq(&error.told(&Words::english()));
    assert_eq!((error.code(), error.phase()), ("E-DEADLINE", Phase::Call));
    let good = host.load("good", &Guest::default().module()).unwrap();
    good.run(&engine()).unwrap();
}

#[test]
fn a_loop_at_the_start_is_not_admitted() {
    let more = "(func $start (loop br 0)) (start $start)";
    check(
        &Guest { more, ..Guest::default() }.module(),
        expect![[r#"
        plugin `test` failed in phase admit
          E-START at function 5: a start function would run before the host calls the plugin
            fix: remove the start function; set up state in the first call"#]],
    );
}

#[test]
fn a_recursion_runs_out_of_stack() {
    let more = "(func $deep (param i64) (call $deep (local.get 0)) (call $deep (local.get 0)))";
    let assess = "(call $deep (i64.const 1))";
    check(
        &Guest { more, assess, ..Guest::default() }.module(),
        expect![[r#"
            plugin `test` failed in phase call
              E-STACK at `assess`: used more than 524,288 bytes of stack
                fix: look for a recursion without an end"#]],
    );
}

#[test]
fn a_panic_is_a_trap() {
    check(
        &Guest { assess: "unreachable", ..Guest::default() }.module(),
        expect![[r#"
        plugin `test` failed in phase call
          E-TRAP at `assess`: gave up: a panic, or an assertion that failed
            fix: run the plugin's own tests: they show the panic's message"#]],
    );
    let more = "(func $core::panicking::panic_fmt unreachable)";
    let assess = "call $core::panicking::panic_fmt";
    check(
        &Guest { more, assess, ..Guest::default() }.module(),
        expect![[r#"
        plugin `test` failed in phase call
          E-TRAP at `assess`: gave up: a panic, or an assertion that failed, in core::panicking::panic_fmt
            fix: run the plugin's own tests: they show the panic's message"#]],
    );
    let assess = "(drop (i32.load (i32.const -8)))";
    check(
        &Guest { assess, ..Guest::default() }.module(),
        expect![[r#"
        plugin `test` failed in phase call
          E-TRAP at `assess`: was stopped: out of bounds memory access
            fix: run the plugin's own tests"#]],
    );
}

#[test]
fn a_plugin_that_asks_for_memory_is_told_no() {
    // It asks until it is refused, and then behaves.
    let assess = "(loop (br_if 0 (i32.ne (memory.grow (i32.const 16)) (i32.const -1))))";
    check(
        &Guest { assess, ..Guest::default() }.module(),
        expect![[r#"
            T.1 Partial: What is in place supports an estimated 50 % of the target; nothing that is mapped supports the rest. Words of the plugin.
            T.2 Unmapped: The crosswalk maps nothing to this target. That says nothing about whether it is met; assess it on its own.
        "#]],
    );
}

#[test]
fn what_the_gate_refuses_is_not_compiled() {
    check(
        b"",
        expect![[r#"
        plugin `test` failed in phase admit
          E-EMPTY at file: the file is empty
            fix: fetch or build it anew"#]],
    );
    check(
        b"not a plugin\x1b[2J",
        expect![[r#"
        plugin `test` failed in phase admit
          E-NOT-WASM at file: the file is not WebAssembly
            fix: give the `.wasm` file of a plugin"#]],
    );
    let module = Guest::default().module();
    check(
        &module[..module.len() / 2],
        expect![[r#"
        plugin `test` failed in phase admit
          E-MALFORMED at byte 294: unexpected end-of-file
            fix: fetch or build the plugin anew: the file is damaged or cut off"#]],
    );
    let imports = r#"(module (import "wasi_snapshot_preview1" "fd_write" (func))
        (import "wasi_snapshot_preview1" "clock_time_get" (func)))"#;
    check(
        &wat::parse_str(imports).unwrap(),
        expect![[r#"
        plugin `test` failed in phase admit
          E-IMPORTS at module: the plugin asks for 1 WASI interface (`wasi_snapshot_preview1`), and a plugin gets no access to anything
            fix: build with `cargo build --target wasm32-unknown-unknown` and use nothing that needs the system or the browser
          E-MEMORY at module: there is no memory
            fix: call `annexa_plugin_sdk_build::crosswalk` in build.rs: it passes `--max-memory=67108864`"#]],
    );
    let memory = wat::parse_str(r#"(module (memory (export "memory") 65536))"#).unwrap();
    check(
        &memory,
        expect![[r#"
            plugin `test` failed in phase admit
              E-MEMORY at memory: 4,294,967,296 bytes to start with, at most 4,194,304 are admitted
                fix: give the plugin less static data or a smaller stack
              E-MEMORY at memory: no maximum is declared, at most 67,108,864 bytes are admitted
                fix: call `annexa_plugin_sdk_build::crosswalk` in build.rs: it passes `--max-memory=67108864`
              E-INTERFACE at exports: the interface `annexa:crosswalk/mapper` is not exported
                fix: build the plugin with `annexa-plugin-sdk` and `export_crosswalk!`"#]],
    );
    let float = Guest { assess: "(drop (f32.const 1))", ..Guest::default() };
    check(
        &float.module(),
        expect![[r#"
        plugin `test` failed in phase admit
          E-FLOAT at function 4: an instruction works on floating-point numbers
            fix: use integers, for instance basis points; `format!` of a float counts as well"#]],
    );
}

#[test]
fn what_does_not_type_check_does_not_compile() {
    let more = "(func (result i32) i64.const 1)";
    check(
        &Guest { more, ..Guest::default() }.module(),
        expect![[r#"
        plugin `test` failed in phase compile
          E-COMPILE: the module does not compile: failed to validate component output: type mismatch: expected i32, found i64 (at offset 0x133)
            fix: build the plugin anew with `annexa-plugin-sdk` and a current Rust"#]],
    );
}

#[test]
fn a_result_outside_of_memory() {
    let list = |address: u32, length: u32| [address.to_le_bytes(), length.to_le_bytes()].concat();
    let outside = Guest { patches: vec![(RESULT + 4, list(0xffff_0000, 9))], ..Guest::default() };
    check(
        &outside.module(),
        expect![[r#"
        plugin `test` failed in phase lift
          E-RESULT at `assess`: gave back a result that breaks the interface: list pointer/length out of bounds of memory
            fix: build the plugin with `annexa-plugin-sdk`, which lays results out"#]],
    );
    let crooked = Guest { patches: vec![(RESULT + 4, list(3, 1))], ..Guest::default() };
    check(
        &crooked.module(),
        expect![[r#"
        plugin `test` failed in phase lift
          E-RESULT at `assess`: gave back a result that breaks the interface: list pointer is not aligned
            fix: build the plugin with `annexa-plugin-sdk`, which lays results out"#]],
    );
    // A remark whose target is a text at the end of the address space.
    let remark = [list(0xffff_fff0, 64), list(0, 0), list(0, 0)].concat();
    let patches = vec![(32, remark), (RESULT + 4, list(32, 1))];
    check(
        &Guest { patches, ..Guest::default() }.module(),
        expect![[r#"
        plugin `test` failed in phase lift
          E-RESULT at `assess`: gave back a result that breaks the interface: string pointer/length out of bounds of memory
            fix: build the plugin with `annexa-plugin-sdk`, which lays results out"#]],
    );
}

#[test]
fn a_result_that_is_too_large() {
    // One text of 5 MiB, then 200,000 remarks.
    let grow = "(drop (memory.grow (i32.const 80)))";
    let remark = [32_u32, 0, 0, 5 << 20, 0, 0].map(u32::to_le_bytes).concat();
    let patches = vec![(32, remark), (RESULT + 4, [32, 1].map(u32::to_le_bytes).concat())];
    check(
        &Guest { assess: grow, patches, ..Guest::default() }.module(),
        expect![[r#"
            plugin `test` failed in phase lift
              E-OUTPUT at `assess`: gave back more than 4,194,304 bytes
                fix: let the plugin say less"#]],
    );
    let patches = vec![(RESULT + 4, [0, 200_000].map(u32::to_le_bytes).concat())];
    check(
        &Guest { assess: grow, patches, ..Guest::default() }.module(),
        expect![[r#"
            plugin `test` failed in phase lift
              E-OUTPUT at `assess`: gave back more than 4,194,304 bytes
                fix: let the plugin say less"#]],
    );
}

#[test]
fn text_that_is_not_utf8() {
    let assess = "(i32.store8 (i32.load (i32.load (i32.const 20))) (i32.const 255))";
    check(
        &Guest { assess, ..Guest::default() }.module(),
        expect![[r#"
        plugin `test` failed in phase lift
          E-UTF8 at `assess`: gave back text that is not UTF-8
            fix: build the plugin with `annexa-plugin-sdk`, which lays results out"#]],
    );
}

#[test]
fn a_value_that_the_interface_does_not_know() {
    let patches = vec![(RESULT, vec![7])];
    check(
        &Guest { patches, ..Guest::default() }.module(),
        expect![[r#"
        plugin `test` failed in phase lift
          E-RESULT at `assess`: gave back a result that breaks the interface: invalid expected discriminant
            fix: build the plugin with `annexa-plugin-sdk`, which lays results out"#]],
    );
    let mut guest = Guest::default();
    guest.rows[0].relation = 9;
    check(
        &guest.module(),
        expect![[r#"
        plugin `test` failed in phase lift
          E-RESULT at `mappings`: gave back a result that breaks the interface: unexpected discriminant: 9
            fix: build the plugin with `annexa-plugin-sdk`, which lays results out"#]],
    );
}

#[test]
fn nothing_stays_from_one_call_to_the_next() {
    // A second call on the same instance would end in a trap.
    let guest = Guest {
        more: "(global $calls (mut i32) (i32.const 0))",
        assess: "(if (global.get $calls) (then unreachable)) (global.set $calls (i32.const 1))",
        ..Guest::default()
    };
    let plugin = HOST.load("test", &guest.module()).unwrap();
    let first = plugin.run(&engine()).unwrap();
    for _ in 0..3 {
        assert_eq!(plugin.run(&engine()).unwrap(), first);
    }
}

#[test]
fn a_file_is_read_whole_or_refused() {
    let folder = std::env::temp_dir().join(format!("annexa-host-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("test.wasm");
    std::fs::write(&path, Guest::default().module()).unwrap();
    HOST.load_file(&path).unwrap().run(&engine()).unwrap();
    std::fs::write(&path, vec![0; 3 << 20]).unwrap();
    assert_eq!(HOST.load_file(&path).err().unwrap().code(), "E-TOO-LARGE");
    std::fs::remove_file(&path).unwrap();
    let error = HOST.load_file(&path).err().unwrap();
    assert_eq!((error.code(), error.phase()), ("E-READ", Phase::Read));
    std::fs::remove_dir(&folder).unwrap();
}
