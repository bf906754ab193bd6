//! Turns the interface's types into the core's and back.

use crate::bindings::mapper as wit;
use annexa_core::crosswalk::{
    Applicability, Basis, Description, Extension, Implementation, Mapping, Provenance, Relation,
    Remark, SourceState, Target,
};

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
        relation: match it.relation {
            wit::Relation::Equal => Relation::Equal,
            wit::Relation::Equivalent => Relation::Equivalent,
            wit::Relation::Superset => Relation::Superset,
            wit::Relation::Subset => Relation::Subset,
            wit::Relation::Intersects => Relation::Intersects,
            wit::Relation::None => Relation::None,
        },
        coverage_bp: it.coverage_bp,
        confidence_bp: it.confidence_bp,
        basis: match it.basis {
            wit::Basis::Syntactic => Basis::Syntactic,
            wit::Basis::Semantic => Basis::Semantic,
            wit::Basis::Functional => Basis::Functional,
        },
        rationale: it.rationale,
    }
}

pub(crate) fn remark(it: wit::Remark) -> Remark {
    Remark { target: it.target, gap: it.gap, extensions: extensions(it.extensions) }
}

pub(crate) fn finding(it: &SourceState) -> wit::Finding {
    wit::Finding {
        id: it.id.clone(),
        applicability: match it.applicability {
            Applicability::Applicable => wit::Applicability::Applicable,
            Applicability::Excluded => wit::Applicability::Excluded,
            Applicability::Inherited => wit::Applicability::Inherited,
        },
        implementation: match it.implementation {
            Implementation::NotAssessed => wit::Implementation::NotAssessed,
            Implementation::NotImplemented => wit::Implementation::NotImplemented,
            Implementation::Planned => wit::Implementation::Planned,
            Implementation::Partly => wit::Implementation::Partly,
            Implementation::Implemented => wit::Implementation::Implemented,
        },
        maturity: it.maturity,
    }
}

fn extensions(them: Vec<wit::Extension>) -> Vec<Extension> {
    them.into_iter().map(|it| Extension { name: it.name, value: it.value }).collect()
}
