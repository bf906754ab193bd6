//! What is said of the organization, its scope, and how the standards are used.

use serde_json::json;

use super::{Whole, add, inner, set};
use crate::fault::What;

/// Sentences about what stands once.
pub(super) const SENTENCES: &[(&str, Whole)] = &[
    ("nothing", |_, _| Ok(())),
    (
        "the mode is {establish|certify|manage by risk|demonstrate|guidance|improve|reference|no certificate}",
        |given, gaps| {
            set(&mut given.file, "mode", gaps.choice());
            Ok(())
        },
    ),
    ("the scope statement is <text>", |given, gaps| {
        given.through_engine(|engine| {
            let mut about = engine.document().about.clone();
            about.scope = gaps.text("text").to_owned();
            engine.set_about(about).map_err(|problems| What::Refused(format!("{problems}")))
        })
    }),
    (
        "the part {boundaries|sites|interfaces|run by others|left out} of the scope is <text>",
        |given, gaps| {
            let parts = inner(&mut given.file, "scope_parts");
            set(parts, &gaps.choice(), gaps.text("text"));
            Ok(())
        },
    ),
    (
        "the answer about {premises|it|remote|development|cloud services|ot} is <text>",
        |given, gaps| {
            set(inner(&mut given.file, "context"), &gaps.choice(), gaps.text("text"));
            Ok(())
        },
    ),
    (
        "the suggestion to exclude <name> for its {premises|remote|development|cloud services} is accepted",
        |given, gaps| {
            let (control, question) = (gaps.text("name"), gaps.choice());
            let decision =
                json!({ "control": control, "question": question, "decision": "accepted" });
            add(&mut given.file, "suggestions", vec![decision]);
            Ok(())
        },
    ),
];
