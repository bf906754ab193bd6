//! The scope statement.

use expect_test::expect;

use super::*;
use crate::assessment::About;
use crate::catalogue::Catalogue;
use crate::engine::Engine;

fn written(engine: &mut Engine, scope: &str) {
    let about = About { scope: scope.into(), ..engine.document().about.clone() };
    engine.set_about(about).unwrap();
}

fn of(engine: &Engine) -> Statement<'_> {
    statement(&engine.document().about.scope, engine.system())
}

#[test]
fn parts_are_put_together_until_somebody_writes_one() {
    let words = Words::english();
    let mut engine = Engine::new(Catalogue::iso27001_2022());
    assert_eq!(of(&engine), Statement::Blank);
    let parts = ScopeParts {
        left_out: " The training business: it shares no system ".into(),
        boundaries: "Development and operation of the booking service".into(),
        ..ScopeParts::default()
    };
    engine.set_scope_parts(parts.clone()).unwrap();
    expect![[r#"
        Boundaries: Development and operation of the booking service
        Left out, and why: The training business: it shares no system"#]]
    .assert_eq(&of(&engine).text(&words));
    let composed = engine.document().to_bytes();
    written(&mut engine, "The booking service.");
    assert_eq!(of(&engine), Statement::Written("The booking service.", Vec::new()));
    let spaced = ScopeParts { boundaries: format!(" {} ", parts.boundaries), ..parts.clone() };
    engine.set_scope_parts(spaced).unwrap();
    assert_eq!(of(&engine), Statement::Written("The booking service.", Vec::new()));
    let other = ScopeParts { sites: "Kiel".into(), left_out: String::new(), ..parts.clone() };
    engine.set_scope_parts(other).unwrap();
    let changed = Statement::Written("The booking service.", vec!["sites", "left_out"]);
    assert_eq!(of(&engine), changed);
    // Written anew, it stands on the parts as they are now.
    written(&mut engine, "The booking service in Kiel.");
    assert_eq!(of(&engine), Statement::Written("The booking service in Kiel.", Vec::new()));
    let read = crate::Document::from_bytes(
        engine.document().catalogue().clone(),
        &engine.document().to_bytes(),
    );
    assert_eq!(read.unwrap().size_bound_bytes(), engine.document().size_bound_bytes());
    // Without a statement the parts count again.
    engine.set_scope_parts(parts).unwrap();
    written(&mut engine, "");
    assert_eq!(engine.document().to_bytes(), composed);
}
