//! The Statement of Applicability as canonical JSON and as CSV.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{day, shown, top, written};
use crate::assessment::{
    Applicability, ExclusionReason, Implementation, InclusionReason, ObligationKind,
};
use crate::catalogue::Catalogue;
use crate::csv::{CsvWriter, joined};
use crate::engine::Engine;
use crate::problem::Date;
use crate::record::{Item, Texts, Top, output, said, word_members};
use crate::scope::statement;
use crate::soa::{
    Comparison, Contradiction, Driver, Due, Serving, SoaRow, SoaTotals, StatementOfApplicability,
    inclusion_text,
};
use crate::words::Words;

pub(super) const SOA: Top = top::<Soa<'_>>("annexa-soa");

word_members! { Applicability ExclusionReason InclusionReason ObligationKind Comparison Contradiction Driver }

output! {
    /// The Statement of Applicability with its cover.
    struct Soa<'a> {
        /// The cover.
        about: Cover<'a>,
        /// Numbers of rows of the catalogue's controls.
        totals: Totals,
        /// Numbers of rows of own controls, where there are such.
        own_totals: Option<Totals>,
        /// Numbers of all rows, where there are own controls.
        all_totals: Option<Totals>,
        /// The comparison with the catalogue in numbers.
        compared: Compared,
        /// A row for each control, in the catalogue's order, then one for each own control.
        rows: Vec<Row<'a>>,
    }

    /// The comparison of 6.1.3 c) in numbers.
    struct Compared {
        /// How many controls of the catalogue are compared.
        controls: u32,
        /// About how many of them nobody decided.
        undecided: u32,
        /// How many contradictions there are.
        contradictions: u32,
        /// The same as a sentence.
        text: String,
    }

    /// The cover of the Statement of Applicability.
    struct Cover<'a> {
        /// The id of the assessed party.
        id: Option<Item<'a>>,
        /// The organization's name.
        organization: Option<&'a str>,
        /// The scope of the management system: as somebody wrote it, else put together from its parts.
        scope: Option<&'a str>,
        /// The version of the Statement of Applicability.
        version: Option<&'a str>,
        /// The day for which it stands.
        date: Option<Date>,
        /// Who approves it.
        approver: Option<&'a str>,
    }

    /// Numbers of rows. The first three add up to all rows, the other five to those in scope.
    pub(super) struct Totals {
        /// Applicable, and operated by the organization.
        applicable: u32,
        /// Excluded.
        excluded: u32,
        /// Operated by a provider.
        inherited: u32,
        /// In scope and implemented.
        implemented: u32,
        /// In scope and partly implemented.
        partly: u32,
        /// In scope and planned.
        planned: u32,
        /// In scope and not implemented.
        not_implemented: u32,
        /// In scope, and nobody has looked at it.
        not_assessed: u32,
    }

    /// One control.
    struct Row<'a> {
        /// The control.
        id: Item<'a>,
        /// Its short title.
        title: &'a str,
        /// Its theme; an own control has none.
        theme: Option<&'a str>,
        /// Whether it is applicable, excluded or inherited.
        applicability: Applicability,
        /// Why it is included.
        inclusion: Vec<Reason<'a>>,
        /// The justification of the inclusion: what follows from risks and obligations, and
        /// what the person says.
        inclusion_text: Option<String>,
        /// Why it is excluded.
        exclusion: Option<ExclusionReason>,
        /// The justification in words, of an excluded or inherited control.
        justification: Option<&'a str>,
        /// Who operates an inherited control.
        provider: Option<&'a str>,
        /// How far it is in place.
        implementation: Implementation,
        /// Until when what is missing is planned, the earliest first.
        plan: Vec<Planned<'a>>,
        /// Who answers for it.
        owner: Option<&'a str>,
        /// Labels of the evidence, or the links of evidence without a label.
        evidence: Texts<'a>,
        /// Where it stands in the comparison of 6.1.3 c); an own control is not compared.
        comparison: Option<Comparison>,
        /// What contradicts the row.
        contradictions: Texts<'a>,
        /// When the answer last changed.
        changed: Option<Date>,
    }

    /// A reason to include a control.
    struct Reason<'a> {
        /// The typed reason.
        reason: InclusionReason,
        /// What is shown of the risk, law or contract that it points at.
        reference: Option<&'a str>,
        /// What it comes from.
        driver: Driver,
        /// The id of the risk or obligation that it points at.
        entry: Option<Item<'a>>,
        /// The kind of the obligation.
        obligation: Option<ObligationKind>,
        /// The day from which an obligation binds that does not bind yet.
        from: Option<Date>,
        /// Whether the person says the same.
        also_stated: bool,
    }

    /// A day until which something is planned.
    struct Planned<'a> {
        /// The day.
        due: Date,
        /// Who carries it out.
        owner: Option<&'a str>,
        /// The action; left out where the answer itself says so.
        action: Option<&'a str>,
    }
}

impl Totals {
    pub(super) fn of(totals: &SoaTotals) -> Totals {
        Totals {
            applicable: totals.applicable,
            excluded: totals.excluded,
            inherited: totals.inherited,
            implemented: totals.implemented,
            partly: totals.partly,
            planned: totals.planned,
            not_implemented: totals.not_implemented,
            not_assessed: totals.not_assessed,
        }
    }
}

/// The Statement of Applicability as canonical JSON, with its cover.
pub fn soa_json(engine: &Engine, soa: &StatementOfApplicability, words: &Words) -> Vec<u8> {
    let scope = scope(engine, words);
    written("annexa-soa", engine, &soa_of(engine, soa, &scope, words)).finish()
}

/// The same for a view.
pub fn soa_shown(engine: &Engine, soa: &StatementOfApplicability, words: &Words) -> Vec<u8> {
    shown(&soa_of(engine, soa, &scope(engine, words), words))
}

fn scope(engine: &Engine, words: &Words) -> String {
    statement(&engine.document().about.scope, engine.system()).text(words)
}

fn soa_of<'a>(
    engine: &'a Engine,
    soa: &'a StatementOfApplicability,
    scope: &'a str,
    words: &'a Words,
) -> Soa<'a> {
    let about = &engine.document().about;
    let catalogue = engine.document().catalogue();
    Soa {
        about: Cover {
            id: about.id.as_ref().map(|id| Item(id.as_str())),
            organization: said(&about.organization),
            scope: said(scope),
            version: said(&about.version),
            date: about.date,
            approver: said(&about.approver),
        },
        totals: Totals::of(&soa.totals),
        own_totals: own_totals(soa, &soa.own_totals),
        all_totals: own_totals(soa, &soa.all_totals()),
        compared: compared(soa, words),
        rows: soa.rows.iter().map(|row| row_of(row, catalogue, words)).collect(),
    }
}

fn own_totals(soa: &StatementOfApplicability, totals: &SoaTotals) -> Option<Totals> {
    soa.rows.iter().any(|row| row.is_own()).then(|| Totals::of(totals))
}

fn compared(soa: &StatementOfApplicability, words: &Words) -> Compared {
    let (controls, undecided, contradictions) = soa.compared();
    let [controls, undecided, contradictions] =
        [controls, undecided, contradictions].map(|it| u32::try_from(it).unwrap_or(u32::MAX));
    let values = [
        ("controls", controls.into()),
        ("undecided", undecided.into()),
        ("contradictions", contradictions.into()),
    ];
    let text = words.message("risk.soa.compared", &values);
    Compared { controls, undecided, contradictions, text }
}

/// The name of the control's theme.
fn theme<'a>(row: &SoaRow, catalogue: &'a Catalogue, words: &'a Words) -> Option<&'a str> {
    let item = catalogue.items().get(row.item)?;
    let chapter = catalogue.chapters().get(item.chapter()?)?;
    Some(words.group_of(catalogue, catalogue.group(chapter.score())?))
}

fn row_of<'a>(row: &'a SoaRow, catalogue: &'a Catalogue, words: &'a Words) -> Row<'a> {
    let reasons = row.reasons.iter();
    Row {
        id: Item(&row.id),
        title: row.title(catalogue, words),
        theme: theme(row, catalogue, words),
        applicability: row.applicability,
        inclusion: reasons
            .map(|it| Reason {
                reason: it.reason,
                reference: said(&it.reference),
                driver: it.driver,
                entry: it.link.as_ref().map(|(_, id)| Item(id)),
                obligation: it.obligation,
                from: it.from,
                also_stated: it.is_also_stated,
            })
            .collect(),
        inclusion_text: Some(inclusion_text(row, words)).filter(|text| !text.is_empty()),
        exclusion: row.exclusion,
        justification: said(&row.justification),
        provider: said(&row.provider),
        implementation: row.implementation,
        plan: row.plan.iter().map(planned).collect(),
        owner: said(&row.owner),
        evidence: Texts(row.evidence.iter().map(String::as_str).collect()),
        comparison: row.comparison,
        contradictions: Texts(row.contradictions.iter().map(|it| it.word()).collect()),
        changed: row.changed,
    }
}

/// The Statement of Applicability as CSV.
pub fn soa_csv(engine: &Engine, soa: &StatementOfApplicability, words: &Words) -> Vec<u8> {
    let columns = [
        "id",
        "title",
        "applicability",
        "reasons",
        "justification",
        "provider",
        "implementation",
        "owner",
        "evidence",
        "changed",
        "theme",
        "links",
        "plan",
        "comparison",
        "contradictions",
    ];
    let catalogue = engine.document().catalogue();
    let mut csv = CsvWriter::new(&columns);
    for row in &soa.rows {
        csv.row([
            row.id.as_str(),
            row.title(catalogue, words),
            row.applicability.word(),
            &joined(row.reasons(), ";"),
            &row.justification,
            &row.provider,
            row.implementation.word(),
            &row.owner,
            &joined(&row.evidence, ";"),
            &day(row.changed),
            theme(row, catalogue, words).unwrap_or_default(),
            &joined(links(row), ";"),
            &joined(row.plan.iter().map(planned_text), ";"),
            row.comparison.map_or("", Comparison::word),
            &joined(row.contradictions.iter().map(|it| it.word()), ";"),
        ]);
    }
    csv.finish()
}

fn planned(due: &Due) -> Planned<'_> {
    let action = match &due.serving {
        Serving::Answer => None,
        Serving::Action(name) => Some(name.as_str()),
    };
    Planned { due: due.date, owner: said(&due.owner), action }
}

/// For instance `2027-03-01 T-4 Ann`.
fn planned_text(due: &Due) -> String {
    let Planned { due, owner, action } = planned(due);
    let parts =
        [Some(due.to_string()), action.map(ToString::to_string), owner.map(ToString::to_string)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What follows from risks and obligations, for instance `treats R-7`.
fn links(row: &SoaRow) -> Vec<String> {
    let derived = row.reasons.iter().filter(|reason| reason.driver != Driver::Stated);
    let link = derived.map(|reason| {
        let from = reason.from.map(|from| format!(" from {from}")).unwrap_or_default();
        format!("{} {}{from}", reason.driver.word(), reason.reference)
    });
    link.collect()
}
