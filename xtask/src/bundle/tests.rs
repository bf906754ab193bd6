//! The version in a lock file is the one of the package with exactly that name.

use expect_test::{Expect, expect};

use super::locked;

const LOCK: &str = r#"
[[package]]
name = "wasm-bindgen-cli-support"
version = "0.2.1"

[[package]]
name = "wasm-bindgen"
version = "0.2.2"
source = "registry"

[[package]]
name = "broken"
"#;

#[track_caller]
fn check(name: &str, expected: Expect) {
    expected.assert_debug_eq(&locked(LOCK, name));
}

#[test]
fn a_version_belongs_to_the_whole_name() {
    check(
        "wasm-bindgen",
        expect![[r#"
            Some(
                "0.2.2",
            )
        "#]],
    );
    check(
        "wasm-bindgen-cli-support",
        expect![[r#"
            Some(
                "0.2.1",
            )
        "#]],
    );
}

#[test]
fn an_absent_package_or_version_is_none() {
    check(
        "wasm",
        expect![[r#"
            None
        "#]],
    );
    check(
        "broken",
        expect![[r#"
            None
        "#]],
    );
}
