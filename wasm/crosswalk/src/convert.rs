//! Between the core's types and the wire's.

use crate::wire;
use annexa_admission::Admitted;
use annexa_core::crosswalk::{
    Description, Extension, Mapping, Provenance, Remark, Sources, Target,
};
use annexa_core::facts::State;

pub(crate) fn plugin_facts(admitted: Admitted) -> wire::PluginFacts {
    let size = |bytes: u64| u32::try_from(bytes).unwrap_or(u32::MAX);
    let pages = |bytes: u64| size(bytes / 65_536);
    wire::PluginFacts {
        api_version: admitted.api_version,
        digest: admitted.digest_sha256,
        size_bytes: size(admitted.facts.file_bytes),
        code_size_bytes: size(admitted.facts.code_bytes),
        functions: admitted.facts.functions,
        memory_pages: pages(admitted.facts.memory_initial_bytes),
        memory_pages_max: pages(admitted.facts.memory_max_bytes),
        exports: admitted.facts.exports,
        core_module: wire::Bytes(admitted.core_module),
    }
}

/// A plugin's answer in the core's types.
pub(crate) struct CrosswalkParts {
    pub(crate) digest: String,
    pub(crate) description: Description,
    pub(crate) targets: Vec<Target>,
    pub(crate) mappings: Vec<Mapping>,
    pub(crate) remarks: Vec<Remark>,
    pub(crate) states: Vec<State>,
    pub(crate) sources: Assessed,
    pub(crate) catalogue_sha256: String,
}

/// What is assessed, as the page tells it: this module carries no catalogue of its own.
pub(crate) struct Assessed {
    framework: String,
    /// Every id with its place among the states, sorted by id.
    ids: Vec<(String, usize)>,
}

impl Sources for Assessed {
    fn framework(&self) -> &str {
        &self.framework
    }

    fn place_of(&self, id: &str) -> Option<usize> {
        let found = self.ids.binary_search_by(|(known, _)| known.as_str().cmp(id)).ok()?;
        self.ids.get(found).map(|(_, place)| *place)
    }
}

pub(crate) fn crosswalk_from(input: wire::CrosswalkInput) -> CrosswalkParts {
    let it = input.description;
    let description = Description {
        id: it.id,
        name: it.name,
        version: it.version,
        summary: it.summary,
        source_framework: it.source_framework,
        target_framework: it.target_framework,
        target_title: it.target_title,
        provenance: Provenance {
            document: it.provenance.document,
            version: it.provenance.version,
            licence: it.provenance.licence,
            method: it.provenance.method,
        },
        extensions: extensions_from(it.extensions),
    };
    let target = |it: wire::TargetRecord| Target {
        id: it.id,
        title: it.title,
        group: it.group,
        group_title: it.group_title,
        category: it.category,
        residual: it.residual,
    };
    let mapping = |it: wire::MappingRecord| Mapping {
        target: it.target,
        sources: it.sources,
        relation: it.relation,
        coverage_bp: it.coverage_bp,
        confidence_bp: it.confidence_bp,
        basis: it.basis,
        rationale: it.rationale,
    };
    let remark = |it: wire::RemarkRecord| Remark {
        target: it.target,
        gap: it.gap,
        extensions: extensions_from(it.extensions),
    };
    let mut ids = Vec::with_capacity(input.states.len());
    let mut states = Vec::with_capacity(input.states.len());
    for (place, state) in input.states.into_iter().enumerate() {
        ids.push((state.id, place));
        states.push(State {
            applicability: state.applicability,
            implementation: state.implementation,
        });
    }
    ids.sort_unstable();
    CrosswalkParts {
        digest: input.digest,
        catalogue_sha256: input.catalogue_sha256,
        sources: Assessed { framework: input.framework, ids },
        description,
        targets: input.targets.into_iter().map(target).collect(),
        mappings: input.mappings.into_iter().map(mapping).collect(),
        remarks: input.remarks.into_iter().map(remark).collect(),
        states,
    }
}

fn extensions_from(records: Vec<wire::ExtensionRecord>) -> Vec<Extension> {
    records.into_iter().map(|it| Extension { name: it.name, value: it.value }).collect()
}
