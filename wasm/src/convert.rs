//! Between the core's types and the wire's.

use annexa_core::admission::{Admitted, Refusal};
use annexa_core::crosswalk::{self, Description, Extension, Mapping, Provenance, Remark, Target};
use annexa_core::{
    About, Answer, Attribute, Catalogue, Date, Delta, Evidence, Exclusion, Explanation, Finding,
    Gap, Inclusion, Item, ItemState, Kind, Lint, Maturity, Problem, Response, Score, Stage,
    StatementOfApplicability, Theme,
};

use crate::wire::{self, Bytes, ProblemView};

type Wire<T> = Result<T, Vec<ProblemView>>;

/// A problem that the binding itself found.
pub(crate) fn problem(code: &str, message: &str, fix: &str) -> ProblemView {
    ProblemView {
        code: code.to_owned(),
        place: String::new(),
        message: message.to_owned(),
        fix: fix.to_owned(),
    }
}

pub(crate) fn problems(all: &[Problem]) -> Vec<ProblemView> {
    let view = |it: &Problem| ProblemView {
        code: it.code.to_owned(),
        place: it.place.clone(),
        message: it.message.clone(),
        fix: it.fix.clone(),
    };
    all.iter().map(view).collect()
}

pub(crate) fn refusals(all: &[Refusal]) -> Vec<ProblemView> {
    let view = |it: &Refusal| ProblemView {
        code: it.code.to_owned(),
        place: it.place.clone(),
        message: it.message.clone(),
        fix: it.fix.clone(),
    };
    all.iter().map(view).collect()
}

pub(crate) fn catalogue(catalogue: &Catalogue) -> wire::CatalogueView {
    let clauses = catalogue
        .items()
        .iter()
        .filter(|item| item.kind() == Kind::Heading && item.id() == item.chapter())
        .map(|item| (item.id(), item.title(), annexa_core::Force::Requirement));
    let themes = Theme::ALL
        .iter()
        .map(|theme| (theme.chapter(), theme.word(), annexa_core::Force::Guidance));
    let chapters = clauses
        .chain(themes)
        .map(|(id, title, force)| wire::ChapterView {
            id: id.to_owned(),
            title: title.to_owned(),
            force: force.into(),
            items: catalogue
                .questions()
                .filter(|item| item.chapter() == id)
                .map(|item| item.id().to_owned())
                .collect(),
        })
        .collect();
    wire::CatalogueView {
        id: catalogue.id().to_owned(),
        title: catalogue.title().to_owned(),
        chapters,
        items: catalogue.questions().filter_map(|question| item(catalogue, question)).collect(),
        attributes: Attribute::ALL
            .iter()
            .map(|attribute| wire::AttributeView {
                id: attribute.id(),
                label: attribute.label(),
                values: attribute
                    .values()
                    .map(|value| wire::AttributeValueView { id: value.id(), label: value.label() })
                    .collect(),
            })
            .collect(),
    }
}

fn item(catalogue: &Catalogue, item: &Item) -> Option<wire::ItemView> {
    let texts = item.texts()?;
    let documents = catalogue.documents().iter();
    Some(wire::ItemView {
        id: item.id().to_owned(),
        kind: match item.kind() {
            Kind::Control => wire::ItemKind::Control,
            Kind::Heading | Kind::Requirement | Kind::Item => wire::ItemKind::Requirement,
        },
        force: item.force().into(),
        title: item.title().to_owned(),
        chapter: item.chapter().to_owned(),
        question: texts.question,
        purpose: texts.purpose,
        good: texts.good,
        guidance: texts.guidance,
        evidence: texts.evidence,
        amendment: item.amendment().map(|amendment| wire::AmendmentView {
            force: if amendment.is_requirement {
                wire::AmendmentForce::Requirement
            } else {
                wire::AmendmentForce::Note
            },
            text: amendment.text,
        }),
        documents: documents
            .filter(|document| document.clause == item.id())
            .map(|document| wire::DocumentView {
                title: document.title,
                source: document.source,
                needed: match document.mandatory_from {
                    Some(Stage::One) => wire::NeededFrom::Stage1,
                    Some(Stage::Two) => wire::NeededFrom::Stage2,
                    None => wire::NeededFrom::Organization,
                },
            })
            .collect(),
        new_in_2022: item.is_new_in_2022(),
        attributes: Attribute::ALL
            .iter()
            .map(|attribute| wire::AttributeValues {
                attribute: attribute.id(),
                values: item.attribute(*attribute).map(|value| value.id()).collect(),
            })
            .filter(|attribute| !attribute.values.is_empty())
            .collect(),
    })
}

pub(crate) fn answer(answer: &Answer) -> wire::AnswerRecord {
    let text = |text: &String| (!text.is_empty()).then(|| text.clone());
    let date = |date: Option<Date>| date.map(|date| date.to_string());
    let applicability = wire::ApplicabilityRecord {
        state: answer.applicability.into(),
        reason: answer.exclusion.reason.map(Into::into),
        justification: text(&answer.exclusion.justification),
        provider: text(&answer.provider),
    };
    wire::AnswerRecord {
        id: answer.id.to_string(),
        response: answer.response.map(Into::into),
        implementation: answer.implementation.map(Into::into),
        applicability: Some(applicability),
        inclusion: list(&answer.inclusion, |it| wire::InclusionRecord {
            reason: it.reason.into(),
            reference: text(&it.reference),
        }),
        maturity: answer
            .maturity
            .map(|it| wire::MaturityRecord { level: it.level, target: it.target }),
        finding: answer.finding.as_ref().map(|it| wire::AuditFindingRecord {
            kind: it.kind.into(),
            text: it.text.clone(),
            root_cause: it.root_cause.clone(),
            correction: it.correction.clone(),
        }),
        notes: text(&answer.notes),
        evidence: list(&answer.evidence, |it| wire::EvidenceRecord {
            label: it.label.clone(),
            link: it.link.clone(),
            date: date(it.date),
            review_months: it.review_months,
        }),
        owner: text(&answer.owner),
        due: date(answer.due),
        changed: date(answer.changed),
    }
}

pub(crate) fn answer_from(record: wire::AnswerRecord) -> Wire<Answer> {
    let mut faults = Vec::new();
    let mut date = |place: &str, text: Option<String>| -> Option<Date> {
        match text.filter(|text| !text.is_empty())?.parse() {
            Ok(date) => Some(date),
            Err(fault) => {
                faults.push(Problem { place: place.to_owned(), ..fault });
                None
            }
        }
    };
    let (due, changed) = (date("due", record.due), date("changed", record.changed));
    let evidence = record
        .evidence
        .into_iter()
        .flatten()
        .map(|it| Evidence {
            label: it.label,
            link: it.link,
            date: date("evidence.date", it.date),
            review_months: it.review_months,
        })
        .collect();
    let id = match record.id.parse() {
        Ok(id) if faults.is_empty() => id,
        Ok(_) => return Err(problems(&faults)),
        Err(fault) => {
            faults.push(fault);
            return Err(problems(&faults));
        }
    };
    let mut answer = Answer::new(id);
    answer.response = record.response.map(Into::into);
    answer.implementation = record.implementation.map(Into::into);
    if let Some(it) = record.applicability {
        answer.applicability = it.state.into();
        answer.exclusion = Exclusion {
            reason: it.reason.map(Into::into),
            justification: it.justification.unwrap_or_default(),
        };
        answer.provider = it.provider.unwrap_or_default();
    }
    answer.inclusion = record
        .inclusion
        .into_iter()
        .flatten()
        .map(|it| Inclusion {
            reason: it.reason.into(),
            reference: it.reference.unwrap_or_default(),
        })
        .collect();
    answer.maturity = record.maturity.map(|it| Maturity { level: it.level, target: it.target });
    answer.finding = record.finding.map(|it| Finding {
        kind: it.kind.into(),
        text: it.text,
        root_cause: it.root_cause,
        correction: it.correction,
    });
    answer.notes = record.notes.unwrap_or_default();
    answer.evidence = evidence;
    answer.owner = record.owner.unwrap_or_default();
    answer.due = due;
    answer.changed = changed;
    Ok(answer)
}

pub(crate) fn response_from(word: Option<&str>) -> Wire<Option<Response>> {
    let Some(word) = word else { return Ok(None) };
    Response::from_word(word).map(Some).ok_or_else(|| {
        let words: Vec<&str> = Response::WORDS.iter().map(|(word, _)| *word).collect();
        let fix = format!("pass one of {}", words.join(", "));
        vec![problem("E-VALUE", "the response is not a known value", &fix)]
    })
}

pub(crate) fn delta(catalogue: &Catalogue, delta: &Delta) -> wire::Delta {
    wire::Delta {
        item: state(catalogue, &delta.item),
        scores: delta.scores.iter().map(score).collect(),
    }
}

pub(crate) fn state(catalogue: &Catalogue, state: &ItemState) -> wire::ItemStateView {
    let item = catalogue.items().get(state.index);
    wire::ItemStateView {
        id: item.map(|item| item.id().to_owned()).unwrap_or_default(),
        implementation: state.implementation.into(),
        applicability: state.applicability.into(),
        overridden: state.is_overridden,
    }
}

pub(crate) fn score(score: &Score) -> wire::ScoreView {
    wire::ScoreView {
        key: score.key.to_string(),
        score_bp: score.score_bp(),
        coverage_bp: score.coverage_bp(),
        assessed: score.assessed,
        in_scope: score.in_scope,
        points_bp: score.points_bp,
    }
}

pub(crate) fn explanation(explanation: &Explanation) -> wire::ExplanationView {
    wire::ExplanationView {
        key: explanation.score.key.to_string(),
        rule: explanation.rule,
        arithmetic: explanation.arithmetic.clone(),
        inputs: explanation
            .inputs
            .iter()
            .map(|it| wire::InputView {
                id: it.id.clone(),
                implementation: it.implementation.into(),
                counted: it.counted,
                points_bp: it.points_bp,
                why: it.why.clone(),
            })
            .collect(),
    }
}

pub(crate) fn about(about: &About) -> wire::AboutRecord {
    wire::AboutRecord {
        organization: about.organization.clone(),
        scope: about.scope.clone(),
        version: about.version.clone(),
        date: about.date.map(|date| date.to_string()),
        approver: about.approver.clone(),
    }
}

pub(crate) fn about_from(record: wire::AboutRecord) -> Wire<About> {
    let date = match record.date.filter(|date| !date.is_empty()) {
        Some(date) => Some(date.parse().map_err(|fault| problems(&[fault]))?),
        None => None,
    };
    Ok(About {
        organization: record.organization,
        scope: record.scope,
        version: record.version,
        date,
        approver: record.approver,
    })
}

pub(crate) fn gap(gap: &Gap) -> wire::GapView {
    wire::GapView {
        id: gap.id.clone(),
        title: gap.title.clone(),
        force: gap.force.into(),
        implementation: gap.implementation.into(),
        missing: gap.missing.clone(),
        guidance: gap.guidance,
        owner: gap.owner.clone(),
        due: gap.due.clone(),
    }
}

pub(crate) fn soa(soa: &StatementOfApplicability) -> wire::SoaView {
    wire::SoaView {
        rows: soa
            .rows
            .iter()
            .map(|row| wire::SoaRowView {
                id: row.id.clone(),
                title: row.title.clone(),
                applicability: row.applicability.into(),
                reasons: row.reasons(),
                justification: row.justification.clone(),
                provider: row.provider.clone(),
                implementation: row.implementation.into(),
                owner: row.owner.clone(),
                evidence: row.evidence.clone(),
                changed: row.changed.clone(),
            })
            .collect(),
        totals: wire::SoaTotalsView {
            applicable: soa.totals.applicable,
            excluded: soa.totals.excluded,
            inherited: soa.totals.inherited,
            implemented: soa.totals.implemented,
            partly: soa.totals.partly,
            planned: soa.totals.planned,
            not_implemented: soa.totals.not_implemented,
            not_assessed: soa.totals.not_assessed,
        },
    }
}

pub(crate) fn lint(lint: &Lint) -> wire::LintView {
    wire::LintView {
        code: lint.rule.code,
        severity: lint.rule.severity.into(),
        id: lint.id.clone(),
        message: lint.message.clone(),
        fix: lint.rule.fix,
    }
}

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
        core_module: Bytes(admitted.core_module),
    }
}

pub(crate) fn finding(finding: crosswalk::Finding) -> wire::FindingRecord {
    wire::FindingRecord {
        id: finding.id,
        applicability: finding.applicability.into(),
        implementation: finding.implementation.into(),
        maturity: finding.maturity,
    }
}

type CrosswalkParts = (String, Description, Vec<Target>, Vec<Mapping>, Vec<Remark>);

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
        relation: it.relation.into(),
        coverage_bp: it.coverage_bp,
        confidence_bp: it.confidence_bp,
        basis: it.basis.into(),
        rationale: it.rationale,
    };
    let remark = |it: wire::RemarkRecord| Remark {
        target: it.target,
        gap: it.gap,
        extensions: extensions_from(it.extensions),
    };
    (
        input.digest,
        description,
        input.targets.into_iter().map(target).collect(),
        input.mappings.into_iter().map(mapping).collect(),
        input.remarks.into_iter().map(remark).collect(),
    )
}

fn extensions_from(records: Vec<wire::ExtensionRecord>) -> Vec<Extension> {
    records.into_iter().map(|it| Extension { name: it.name, value: it.value }).collect()
}

fn list<T, U>(entries: &[T], convert: impl FnMut(&T) -> U) -> Option<Vec<U>> {
    (!entries.is_empty()).then(|| entries.iter().map(convert).collect())
}
