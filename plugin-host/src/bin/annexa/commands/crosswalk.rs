//! What a plugin concluded, for people and as CSV. As JSON it writes itself.

use super::assess::Computed;
use crate::{
    show::{heading, line, maybe_percent, outcome, paint},
    table::{Column, Table, cell, width, wrap},
};
use annexa_core::{CsvWriter, crosswalk::Conclusion};

pub(super) fn text(computed: &Computed) -> String {
    let conclusion = &computed.conclusion;
    let about = conclusion.crosswalk.description();
    let mut text = heading(&format!("Crosswalk to {}", line(&about.target_title)));
    let made = format!("{} {}, sha256 {}", about.name, about.version, computed.digest_sha256);
    text.push_str(&format!("{}\n", line(&made)));
    for words in wrap(&line(&about.summary), width()) {
        text.push_str(&format!("{words}\n"));
    }
    let totals = conclusion.totals.0.iter().filter(|(_, count)| *count > 0);
    let totals: Vec<String> = totals
        .map(|(result, count)| {
            let (words, style) = outcome(*result);
            format!("{count} {}", paint(style, &words))
        })
        .collect();
    text.push_str(&format!("{} targets: {}\n\n", conclusion.results.len(), totals.join(" · ")));
    let mut table = Table::new(&[
        Column::Left("Target"),
        Column::Words("Title"),
        Column::Left("Result"),
        Column::Right("Support"),
        Column::Right("Confidence"),
    ]);
    for result in &conclusion.results {
        table.row([
            cell(&result.target.id),
            cell(&result.target.title),
            outcome(result.outcome),
            cell(maybe_percent(result.support_bp)),
            cell(maybe_percent(result.confidence_bp)),
        ]);
        table.below(&result.gap);
    }
    text.push_str(&table.show());
    text
}

pub(super) fn csv(conclusion: &Conclusion) -> Vec<u8> {
    let mut csv = CsvWriter::new(&["target", "result", "support_bp", "confidence_bp", "gap"]);
    let number = |share: Option<u16>| share.map(|bp| bp.to_string()).unwrap_or_default();
    for result in &conclusion.results {
        csv.row([
            result.target.id.as_str(),
            result.outcome.word(),
            &number(result.support_bp),
            &number(result.confidence_bp),
            &result.gap,
        ]);
    }
    csv.finish()
}
