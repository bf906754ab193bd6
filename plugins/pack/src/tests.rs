//! What can be packed and what cannot.

use crate::{build_plugin, guest_target_dir, pack_module, read_module};
use expect_test::{Expect, expect};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

#[track_caller]
fn check(module: &[u8], expect: Expect) {
    let found = match pack_module(module) {
        Ok(component) => format!("{} bytes", component.len()),
        Err(error) => error.to_string(),
    };
    expect.assert_eq(&found);
}

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

#[test]
fn what_cannot_be_packed() {
    check(
        b"",
        expect![[r#"
        E-MODULE: the module is damaged: unexpected end-of-file (at offset 0x0)
          fix: give the `.wasm` file that cargo has built"#]],
    );
    check(
        b"\0asm\x01\0\0\0\x01",
        expect![[r#"
        E-MODULE: the module is damaged: unexpected end-of-file (at offset 0x9)
          fix: give the `.wasm` file that cargo has built"#]],
    );
    check(
        b"\0asm\x0d\0\x01\0",
        expect![[r#"
        E-MODULE: the file is a component already
          fix: give the `.wasm` file that cargo has built"#]],
    );
    check(
        b"\0asm\x01\0\0\0",
        expect![[r#"
        E-WRAP: the module cannot be wrapped: failed to decode world from module: module was not valid: failed to find export of interface `annexa:crosswalk/mapper@1.0.0` function `describe`
          fix: implement the interface with `annexa-plugin-sdk` and `export_crosswalk!`"#]],
    );
}

#[test]
fn the_same_source_gives_the_same_bytes() {
    let workspace = workspace();
    // A second call for the same folder would find the work done, so each has its own. Both stay,
    // and Cargo builds again only what a change of the source asks for.
    let target = guest_target_dir(&workspace);
    let other = target.join("again");
    let first = build_plugin(&workspace, "annexa-plugin-soc2", &target).unwrap();
    let second = build_plugin(&workspace, "annexa-plugin-soc2", &other).unwrap();
    assert!(first == second, "the bytes depend on the folder that Cargo works in");
    for place in [workspace, target, other, PathBuf::from(".cargo/registry")] {
        let place = place.to_str().unwrap();
        let is_inside = first.windows(place.len()).any(|at| at == place.as_bytes());
        assert!(!is_inside, "the path `{place}` of this machine is inside");
    }
}

#[test]
fn an_unknown_package_is_named() {
    let workspace = workspace();
    let target = guest_target_dir(&workspace);
    let error = build_plugin(&workspace, "annexa-no-such-plugin", &target).unwrap_err();
    assert_eq!(error.code(), "E-BUILD");
    assert!(error.to_string().contains("annexa-no-such-plugin"), "{error}");
}

/// Follows the guide of `plugins/README.md`: writes its files, tests, builds and packs.
#[test]
fn the_guide_works() {
    let workspace = workspace();
    let readme = fs::read_to_string(workspace.join("plugins/README.md")).unwrap();
    // Always the same folder, so that Cargo finds there what it has built before.
    let target = guest_target_dir(&workspace).join("guide");
    let folder = target.join("hello");
    for name in ["Cargo.toml", "crosswalk.toml", "build.rs", "src/lib.rs", "tests/words.rs"] {
        let text = block(&readme, name).replace("../annexa", workspace.to_str().unwrap());
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        // What is written again would be built again.
        if fs::read_to_string(&path).ok().as_ref() != Some(&text) {
            fs::write(path, text).unwrap();
        }
    }
    // The same versions as in the workspace, so that nothing is downloaded for this test.
    fs::copy(workspace.join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    let cargo = |arguments: &[&str]| {
        let mut command = Command::new("cargo");
        for variable in ["CARGO_ENCODED_RUSTFLAGS", "RUSTFLAGS", "RUSTC_WORKSPACE_WRAPPER"] {
            command.env_remove(variable);
        }
        command.current_dir(&folder).args(arguments).arg("--offline");
        let output = command.arg("--target-dir").arg(&target).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    };
    // Both with one profile, so that what both need is built once.
    cargo(&["test", "--release"]);
    cargo(&["build", "--release", "--target", "wasm32-unknown-unknown"]);
    let module = read_module(&target.join("wasm32-unknown-unknown/release/hello.wasm")).unwrap();
    assert!(pack_module(&module).unwrap().len() < module.len());
}

/// The code block that follows a line with a file's name.
fn block(readme: &str, name: &str) -> String {
    let (_, rest) = readme.split_once(&format!("\n`{name}`\n")).unwrap();
    let (_, code) = rest.split_once("```").unwrap();
    let (_, code) = code.split_once('\n').unwrap();
    code.split_once("\n```").unwrap().0.to_owned() + "\n"
}
