//! The starter threats: a list, and one with the controls that help.

use crate::{
    cli::Format,
    output::Done,
    say::Say as _,
    show::{BOLD, DIM, heading, line, padded, paint},
    table::{Column, Table, cell, width, wrap},
};
use annexa_core::{
    Catalogue,
    report::threats_json,
    threat::{Role, Threat, threats_csv},
    words::{Value, Words},
};

/// The threat that an argument names.
pub(super) fn find(code: &str) -> Option<&'static Threat> {
    Threat::find(&code.to_ascii_uppercase())
}

/// Threats as they are asked for: all, or one.
pub(super) fn list(
    catalogue: &Catalogue,
    words: &Words,
    one: Option<&'static Threat>,
    format: Format,
) -> Done {
    let asked: Vec<&'static Threat> =
        Threat::all().iter().filter(|threat| one.is_none_or(|one| one == *threat)).collect();
    match (format, one) {
        (Format::Json, _) => Done::bytes(threats_json(catalogue, words, &asked)),
        (Format::Csv, _) => Done::bytes(threats_csv(catalogue, words, &asked)),
        (Format::Text, None) => Done::text(table(&asked, words)),
        (Format::Text, Some(threat)) => Done::text(text(threat, catalogue, words)),
    }
}

fn table(threats: &[&'static Threat], words: &Words) -> String {
    let columns = [
        Column::Left("code"),
        Column::Words("label"),
        Column::Left("affects"),
        Column::Words("event"),
    ];
    let mut table = Table::new(words, "threats", &columns);
    for threat in threats {
        table.row([
            cell(threat.code),
            cell(threat.label(words)),
            cell(threat.dimensions().collect::<Vec<_>>().join(" ").to_uppercase()),
            cell(threat.event(words)),
        ]);
    }
    format!("{}\n{}\n", table.show(), words.say("threats.next"))
}

fn text(threat: &Threat, catalogue: &Catalogue, words: &Words) -> String {
    let title = format!("{} {}", threat.code, line(threat.label(words)));
    let affects = threat.dimensions().map(|letter| words.say(&format!("threats.{letter}")));
    let mut about = vec![affects.collect::<Vec<_>>().join(", ")];
    about.extend(threat.source_kind.map(|it| words.label("source_kind", it.word()).to_owned()));
    let mut text = format!("{}\n{}\n", paint(BOLD, &title), line(&about.join(" · ")));
    for line in wrap(&line(threat.event(words)), width()) {
        text.push_str(&format!("{line}\n"));
    }
    for (word, role) in Role::WORDS {
        let controls: Vec<&str> = threat.suggested(*role, catalogue).collect();
        if controls.is_empty() {
            continue;
        }
        text.push_str(&heading(&line(words.label("threat_role", word))));
        for id in controls {
            let index = catalogue.index_of(id).unwrap_or_default();
            let title = line(words.title_of(catalogue, index));
            text.push_str(&format!("{}{title}\n", padded(id, 8)));
            for line in wrap(&line(threat.why(id, words)), width().saturating_sub(8)) {
                text.push_str(&format!("{}{}\n", " ".repeat(8), paint(DIM, &line)));
            }
        }
    }
    let code = [("code", Value::from(threat.code))];
    format!("{text}\n{}\n", words.say_with("threats.add", &code))
}
