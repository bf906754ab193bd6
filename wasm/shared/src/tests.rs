//! What crosses is what its declaration says.

use crate::{Typed, Wire, Writer, wire};
use alloc::string::String;
use alloc::vec::Vec;
use annexa_core::catalogue::Force;
use expect_test::{Expect, expect};

wire! {
    /// A row.
    /// Of a table.
    Row<'r> { id: &'r str, is_new_in_2022: bool, size: Option<u32>, force: Force, parts: Vec<Part>, }
    /// A part of it.
    Part { name: String, }
}

#[track_caller]
fn check(value: &dyn Wire, expected: Expect) {
    let mut writer = Writer::compact();
    value.write(&mut writer);
    expected.assert_eq(&writer.into_text());
}

#[test]
fn values_cross_as_json() {
    let part = |name: &str| Part { name: name.into() };
    check(
        &Row {
            id: "a\"\n",
            is_new_in_2022: true,
            size: None,
            force: Force::Guidance,
            parts: vec![],
        },
        expect![[r#"{"id":"a\"\n","isNewIn2022":true,"force":"guidance","parts":[]}"#]],
    );
    check(
        &vec![Row {
            id: "",
            is_new_in_2022: false,
            size: Some(u32::MAX),
            force: Force::Requirement,
            parts: vec![part("b"), part("c")],
        }],
        expect![[
            r#"[{"id":"","isNewIn2022":false,"size":4294967295,"force":"requirement","parts":[{"name":"b"},{"name":"c"}]}]"#
        ]],
    );
}

#[test]
fn declarations_say_what_crosses() {
    expect![[r#"
        /** A row. Of a table. */
        export interface Row {
          id: string;
          isNewIn2022: boolean;
          size?: number;
          force: Force;
          parts: Part[];
        }
    "#]]
    .assert_eq(&Row::DECLARATION.concat());
    expect![[r#"
        /** Whether a text binds or advises. */
        export type Force = "requirement" | "guidance";
    "#]]
    .assert_eq(&Force::DECLARATION.concat());
}
