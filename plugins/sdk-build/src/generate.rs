//! Writes a checked table as Rust.

use crate::{
    fields::Placed,
    read::{File, Mapping, Target},
};
use annexa_vocabulary::crosswalk::Relation;
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

/// A table that broke no rule, as Rust.
pub(crate) fn generate(crosswalk: &File) -> String {
    let mapped =
        || crosswalk.mappings.iter().filter(|row| row.relation.value != Some(Relation::None));
    let sources: BTreeSet<&str> =
        mapped().flat_map(|row| &row.sources).map(|source| source.value.as_str()).collect();
    let places: BTreeMap<&str, usize> =
        sources.iter().enumerate().map(|(place, source)| (*source, place)).collect();
    let mut by_target: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for row in mapped() {
        let indexed = by_target.entry(&row.target.value).or_default();
        for place in row.sources.iter().filter_map(|source| places.get(source.value.as_str())) {
            if !indexed.contains(place) {
                indexed.push(*place);
            }
        }
    }

    let mut code = String::from(
        "/// The table of `crosswalk.toml`.\n\
         pub static TABLE: ::annexa_plugin_sdk::Table = ::annexa_plugin_sdk::Table {\n\
         description: ::annexa_plugin_sdk::Description {\n",
    );
    push_fields(&mut code, &crosswalk.description);
    code.push_str("provenance: ::annexa_plugin_sdk::Provenance {\n");
    push_fields(&mut code, &crosswalk.provenance);
    code.push_str("},\nextensions: ::std::vec::Vec::new(),\n},\ntargets: &[\n");
    for target in &crosswalk.targets {
        push_target(&mut code, target, crosswalk, by_target.get(target.id.value.as_str()));
    }
    code.push_str("],\nmappings: &[\n");
    for mapping in &crosswalk.mappings {
        push_mapping(&mut code, mapping);
    }
    push(&mut code, format_args!("],\nsources: &{:?},\n}};\n", Vec::from_iter(sources)));
    code
}

/// Writing to a string cannot fail.
fn push(code: &mut String, text: std::fmt::Arguments<'_>) {
    let _ = code.write_fmt(text);
}

fn push_fields(code: &mut String, fields: &[(&str, Placed<String>)]) {
    for (key, text) in fields {
        push(code, format_args!("{key}: {:?},\n", text.value));
    }
}

fn push_target(code: &mut String, target: &Target, crosswalk: &File, sources: Option<&Vec<usize>>) {
    let mut groups = crosswalk.groups.iter();
    let group = groups.find(|group| group.id.value == target.group.value);
    #[expect(clippy::expect_used, reason = "a target whose group is not there was refused")]
    let group = group.expect("the file was checked");
    let (group_title, category) = (&group.title.value, &group.category.value);
    push(
        code,
        format_args!(
            "::annexa_plugin_sdk::Target {{ id: {:?}, title: {:?}, group: {:?}, \
             group_title: {group_title:?}, category: {category:?}, residual: {:?}, \
             sources: &{:?} }},\n",
            target.id.value,
            target.title.value,
            target.group.value,
            target.residual.value,
            sources.map(Vec::as_slice).unwrap_or_default(),
        ),
    );
}

fn push_mapping(code: &mut String, mapping: &Mapping) {
    let (Some(relation), Some(basis)) = (mapping.relation.value, mapping.basis.value) else {
        return; // A table with such a row was refused.
    };
    let sources: Vec<&str> = mapping.sources.iter().map(|source| source.value.as_str()).collect();
    push(
        code,
        format_args!(
            "::annexa_plugin_sdk::Mapping {{ target: {:?}, sources: &{sources:?}, \
             relation: ::annexa_plugin_sdk::Relation::{relation:?}, coverage_bp: {:?}, confidence_bp: {}, \
             basis: ::annexa_plugin_sdk::Basis::{basis:?}, rationale: {:?} }},\n",
            mapping.target.value,
            mapping.coverage_bp.as_ref().map(|placed| placed.value),
            mapping.confidence_bp,
            mapping.rationale.value,
        ),
    );
}
