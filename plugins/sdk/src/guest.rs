//! The WebAssembly side: turns the interface's calls into calls of the trait.

use crate::{
    Plugin, Remark, SourceState, States,
    states::{Applicability, Implementation},
    table::{self, Basis, Relation},
};
use annexa_vocabulary::paired;
use core::marker::PhantomData;
use lol_alloc::{AssumeSingleThreaded, LeakingAllocator};

#[expect(
    missing_docs,
    clippy::allow_attributes,
    clippy::allow_attributes_without_reason,
    reason = "generated from the WIT: a call crosses the sandbox through raw memory"
)]
pub mod bindings {
    //! Generated from `wit/v1/crosswalk.wit`.
    wit_bindgen::generate!({
        path: "wit/v1",
        world: "crosswalk",
        pub_export_macro: true,
        default_bindings_module: "annexa_plugin_sdk::guest::bindings",
    });
}

pub use bindings::export;

#[expect(unsafe_code, reason = "a plugin has one thread, as the interface has no way to more")]
#[global_allocator]
static MEMORY: AssumeSingleThreaded<LeakingAllocator> =
    // SAFETY: admission refuses shared memory and atomics, so there is no second thread.
    unsafe { AssumeSingleThreaded::new(LeakingAllocator::new()) };

use bindings::exports::annexa::crosswalk::mapper;

paired! {
    Relation = mapper::Relation { Equal Equivalent Superset Subset Intersects None }
    Basis = mapper::Basis { Syntactic Semantic Functional }
    Applicability = mapper::Applicability { Applicable Excluded Inherited }
    Implementation = mapper::Implementation {
        NotAssessed NotImplemented Planned Partly Implemented
    }
}

/// Implements the interface with a plugin.
#[derive(Debug)]
pub struct Component<P>(PhantomData<P>);

impl<P: Plugin + 'static> mapper::Guest for Component<P> {
    fn describe() -> mapper::Description {
        let table::Description {
            id,
            name,
            version,
            summary,
            source_framework,
            target_framework,
            target_title,
            provenance,
            extensions: _,
        } = &P::table().description;
        mapper::Description {
            id: (*id).to_owned(),
            name: (*name).to_owned(),
            version: (*version).to_owned(),
            summary: (*summary).to_owned(),
            source_framework: (*source_framework).to_owned(),
            target_framework: (*target_framework).to_owned(),
            target_title: (*target_title).to_owned(),
            provenance: mapper::Provenance {
                document: provenance.document.to_owned(),
                version: provenance.version.to_owned(),
                licence: provenance.licence.to_owned(),
                method: provenance.method.to_owned(),
            },
            extensions: Vec::new(),
        }
    }

    fn targets() -> Vec<mapper::Target> {
        P::table().targets.iter().map(target).collect()
    }

    fn mappings() -> Vec<mapper::Mapping> {
        P::table().mappings.iter().map(mapping).collect()
    }

    fn assess(states: Vec<mapper::SourceState>) -> Result<Vec<mapper::Remark>, String> {
        let states: Vec<SourceState> = states.into_iter().map(state).collect();
        let table = P::table();
        let states = States::new(table, &states);
        let remarks = table.targets.iter().filter_map(|target| {
            let Remark { gap, extensions } = P::remark(target, &states)?;
            let extensions = extensions.into_iter();
            Some(mapper::Remark {
                target: target.id.to_owned(),
                gap,
                extensions: extensions
                    .map(|(name, value)| mapper::Extension { name, value })
                    .collect(),
            })
        });
        Ok(remarks.collect())
    }
}

fn target(target: &table::Target) -> mapper::Target {
    mapper::Target {
        id: target.id.to_owned(),
        title: target.title.to_owned(),
        group: target.group.to_owned(),
        group_title: target.group_title.to_owned(),
        category: target.category.to_owned(),
        residual: target.residual.to_owned(),
    }
}

fn mapping(mapping: &table::Mapping) -> mapper::Mapping {
    mapper::Mapping {
        target: mapping.target.to_owned(),
        sources: mapping.sources.iter().map(|source| (*source).to_owned()).collect(),
        relation: mapping.relation.into(),
        coverage_bp: mapping.coverage_bp,
        confidence_bp: mapping.confidence_bp,
        basis: mapping.basis.into(),
        rationale: mapping.rationale.to_owned(),
    }
}

fn state(state: mapper::SourceState) -> SourceState {
    SourceState {
        id: state.id,
        applicability: state.applicability.into(),
        implementation: state.implementation.into(),
        maturity: state.maturity,
    }
}
