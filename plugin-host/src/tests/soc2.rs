//! The plugin that the library carries.

use super::{HOST, answered};
use crate::{builtin, builtins};
use annexa_core::crosswalk::{Implementation, Relation};
use annexa_core::{Catalogue, Engine, words::Words};
use expect_test::expect;
use std::collections::BTreeSet;

fn all(implementation: Implementation) -> Engine {
    let plugin = HOST.load("soc2", builtin("soc2").unwrap()).unwrap();
    let rows = plugin.crosswalk().mappings().iter();
    let sources: BTreeSet<&String> = rows.flat_map(|row| &row.sources).collect();
    answered(sources.into_iter().map(|id| (id.as_str(), implementation)))
}

#[test]
fn it_is_carried_and_holds_61_criteria() {
    assert_eq!(builtins().map(|(name, _)| name).collect::<Vec<_>>(), ["soc2"]);
    assert_eq!(builtin("soc3"), None);
    let plugin = HOST.load("soc2", builtin("soc2").unwrap()).unwrap();
    let crosswalk = plugin.crosswalk();
    assert_eq!(crosswalk.description().id, "soc2");
    assert_eq!(crosswalk.targets().len(), 61);
    assert!(crosswalk.mappings().iter().any(|row| row.relation == Relation::None));
    assert_eq!(plugin.admitted().api_version, "1.0.0");
}

#[test]
fn a_component_and_its_bare_module_conclude_the_same() {
    let component = HOST.load("soc2", builtin("soc2").unwrap()).unwrap();
    let bare = HOST.load("soc2", &component.admitted().core_module).unwrap();
    for implementation in [Implementation::Implemented, Implementation::Planned] {
        let engine = all(implementation);
        let first = component.run(&engine).unwrap();
        assert_eq!(first.results.len(), 61);
        assert_eq!(bare.run(&engine).unwrap(), first);
        assert_eq!(component.run(&engine).unwrap(), first);
    }
}

#[test]
fn it_uses_a_small_part_of_its_budgets() {
    let plugin = HOST.load("soc2", builtin("soc2").unwrap()).unwrap();
    let facts = &plugin.admitted().facts;
    assert!(facts.file_bytes < 128 << 10, "{facts:?}");
    assert!(facts.code_bytes < 64 << 10, "{facts:?}");
    assert!(facts.memory_initial_bytes <= 256 << 10, "{facts:?}");
}

/// A state is found by its place, and the same place is something else in another catalogue.
#[test]
fn an_assessment_by_another_catalogue_is_refused() {
    let plugin = HOST.load("soc2", builtin("soc2").unwrap()).unwrap();
    let error = plugin.run(&Engine::new(Catalogue::synthetic(123))).unwrap_err();
    expect![[r#"
        plugin `soc2` failed in phase validate
          E-FRAMEWORK: the plugin was loaded for the catalogue `iso27001-2022`, and the assessment has another one, `synthetic`
            fix: load the plugin with a host that has the assessment's catalogue"#]]
    .assert_eq(&error.told(&Words::english()));
    // The same facts read twice are one catalogue.
    plugin.run(&Engine::new(Catalogue::iso27001_2022())).unwrap();
}
