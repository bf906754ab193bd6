//! Turns the interface's types into the core's and back.

use crate::bindings::mapper as wit;
use annexa_core::crosswalk::{
    Applicability, Basis, Description, Extension, Implementation, Mapping, Provenance, Relation,
    Remark, SourceState, Target,
};
use annexa_vocabulary::paired;

paired! {
    Relation = wit::Relation { Equal Equivalent Superset Subset Intersects None }
    Basis = wit::Basis { Syntactic Semantic Functional }
    Applicability = wit::Applicability { Applicable Excluded Inherited }
    Implementation = wit::Implementation {
        NotAssessed NotImplemented Planned Partly Implemented
    }
}

pub(crate) fn description(it: wit::Description) -> Description {
    Description {
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
        extensions: extensions(it.extensions),
    }
}

pub(crate) fn target(it: wit::Target) -> Target {
    Target {
        id: it.id,
        title: it.title,
        group: it.group,
        group_title: it.group_title,
        category: it.category,
        residual: it.residual,
    }
}

pub(crate) fn mapping(it: wit::Mapping) -> Mapping {
    Mapping {
        target: it.target,
        sources: it.sources,
        relation: it.relation.into(),
        coverage_bp: it.coverage_bp,
        confidence_bp: it.confidence_bp,
        basis: it.basis.into(),
        rationale: it.rationale,
    }
}

pub(crate) fn remark(it: wit::Remark) -> Remark {
    Remark { target: it.target, gap: it.gap, extensions: extensions(it.extensions) }
}

pub(crate) fn state(it: &SourceState) -> wit::SourceState {
    wit::SourceState {
        id: it.id.clone(),
        applicability: it.applicability.into(),
        implementation: it.implementation.into(),
        maturity: it.maturity,
    }
}

fn extensions(them: Vec<wit::Extension>) -> Vec<Extension> {
    them.into_iter().map(|it| Extension { name: it.name, value: it.value }).collect()
}

#[cfg(test)]
mod tests;
