//! Where addresses are few: a container's limit must not keep a small plugin from running.

use std::process::Command;

/// What `annexa plugin inspect` says with at most so many KiB of addresses.
fn inspect(limit_kib: u32) -> String {
    let script = format!("ulimit -v {limit_kib} && exec \"$0\" plugin inspect \"$1\"");
    let mut shell = Command::new("sh");
    shell.args(["-c", &script, env!("CARGO_BIN_EXE_annexa"), "soc2"]);
    // Each thread's own arena of the C library would reserve 64 MiB more, when it is asked first.
    shell.env("MALLOC_ARENA_MAX", "1");
    let output = shell.output().unwrap();
    let text = [output.stdout, output.stderr].concat();
    String::from_utf8_lossy(&text).into_owned()
}

/// Reserving the 64 MiB that a memory may grow to failed here, although a plugin uses a fraction.
#[test]
fn a_plugin_runs_where_a_whole_memory_cannot_be_reserved() {
    for limit_kib in [200_000, 262_144, 300_000] {
        let text = inspect(limit_kib);
        assert!(text.starts_with("Plugin"), "{limit_kib} KiB: {text}");
    }
}
