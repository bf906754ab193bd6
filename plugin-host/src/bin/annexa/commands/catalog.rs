//! `annexa catalog`: what there is to assess.

use super::{documents, threats};
use crate::{
    cli::{self, Format, KindName},
    failure::Failure,
    output::Done,
    say::Say as _,
    show::{BOLD, heading, paint},
    table::{Column, Table, cell, width, wrap},
};
use annexa_core::{
    Catalogue,
    catalogue::{Item, Kind},
    problem::{problem, quoted},
    report::{items_csv, items_json},
    words::{Value, Words},
};

/// What stands in the place of an id.
const THREATS: &str = "threats";
const DOCUMENTS: &str = "documents";

pub(crate) fn run(
    args: &cli::Catalog,
    catalogue: &Catalogue,
    words: &Words,
) -> Result<Done, Failure> {
    if args.facts {
        return Ok(Done::bytes(catalogue.to_bytes()));
    }
    let word = args.id.as_deref().unwrap_or_default();
    let threat = threats::find(word);
    if word == THREATS || threat.is_some() {
        return Ok(threats::list(catalogue, words, threat, args.form.format));
    }
    if args.documents || word == DOCUMENTS {
        return Ok(documents::list(catalogue, words, args.form.format));
    }
    let items: Vec<usize> = match &args.id {
        Some(id) => vec![catalogue.index_of(id).ok_or_else(|| unknown(id))?],
        None => {
            let items = catalogue.items().iter().enumerate();
            items.filter(|(_, item)| is_wanted(item, args.kind)).map(|(index, _)| index).collect()
        }
    };
    Ok(match (args.form.format, items.as_slice()) {
        (Format::Text, [index]) if args.id.is_some() => Done::text(one(catalogue, words, *index)),
        (Format::Text, items) => Done::text(table(catalogue, words, items)),
        (Format::Json, items) => Done::bytes(items_json(catalogue, words, items)),
        (Format::Csv, items) => Done::bytes(items_csv(catalogue, words, items)),
    })
}

fn unknown(id: &str) -> Failure {
    Failure::bad("ID", problem!("E-UNKNOWN-ID", "catalog", id = quoted(id)))
}

fn is_wanted(item: &Item, kind: Option<KindName>) -> bool {
    kind.is_none_or(|kind| {
        item.kind()
            == match kind {
                KindName::Heading => Kind::Heading,
                KindName::Requirement => Kind::Requirement,
                KindName::Item => Kind::Item,
                KindName::Control => Kind::Control,
            }
    })
}

fn table(catalogue: &Catalogue, words: &Words, items: &[usize]) -> String {
    let mut table = Table::new(
        words,
        "catalog",
        &[
            Column::Left("id"),
            Column::Left("kind"),
            Column::Words("title"),
            Column::Words("question"),
        ],
    );
    for index in items {
        let Some(item) = catalogue.items().get(*index) else { continue };
        table.row([
            cell(item.id()),
            cell(words.say(&format!("kind.{}", item.kind().word()))),
            cell(words.title_of(catalogue, *index)),
            cell(words.item_of(catalogue, *index).question),
        ]);
    }
    table.show()
}

/// Everything about one item, for people.
fn one(catalogue: &Catalogue, words: &Words, index: usize) -> String {
    let Some(item) = catalogue.items().get(index) else { return String::new() };
    let title = format!("{} {}", item.id(), words.title_of(catalogue, index));
    let mut text = format!("{}\n", paint(BOLD, &title));
    let mut about = vec![words.say(&format!("catalog.{}", item.kind().word()))];
    let chapter = item.chapter().and_then(|chapter| catalogue.chapters().get(chapter));
    let chapter = chapter.filter(|_| item.kind() == Kind::Control);
    let theme = chapter.and_then(|chapter| catalogue.group(chapter.score()));
    about.extend(theme.map(|group| words.group_of(catalogue, group).to_owned()));
    let is_new = catalogue.values_of(item, "new_in_2022").next().is_some();
    about.extend(is_new.then(|| words.say("catalog.new")));
    text.push_str(&format!("{}\n", about.join(" · ")));
    for (place, attribute) in catalogue.attributes().iter().enumerate() {
        let values = catalogue.values(item, place);
        let values: Vec<String> = values
            .map(|value| {
                words.value_of(catalogue, &format!("{}:{value}", attribute.id())).to_owned()
            })
            .collect();
        if attribute.is_scored() && !values.is_empty() {
            let values = [
                ("attribute", words.attribute_of(catalogue, attribute.id()).into()),
                ("values", Value::Ids(values)),
            ];
            text.push_str(&format!("{}\n", words.say_with("catalog.attribute", &values)));
        }
    }
    let documented = catalogue.values_of(item, "documented_information");
    let documented: Vec<String> =
        documented.map(|it| words.label("documented_information", it).to_owned()).collect();
    if !documented.is_empty() {
        let values = [("values", Value::Ids(documented))];
        text.push_str(&format!("{}\n", words.say_with("catalog.documented", &values)));
    }
    let mut part = |title: &str, entries: &[&str], mark: &str| {
        if !entries.is_empty() {
            text.push_str(&heading(title));
        }
        for entry in entries {
            let mut mark = mark.to_owned();
            for line in wrap(entry, width().saturating_sub(mark.len())) {
                text.push_str(&format!("{mark}{line}\n"));
                mark = " ".repeat(mark.len());
            }
        }
    };
    let documents: Vec<String> =
        catalogue.documents_of(index).map(|it| documents::sentence(catalogue, words, it)).collect();
    let documents: Vec<&str> = documents.iter().map(String::as_str).collect();
    part(&words.say("catalog.documents"), &documents, "- ");
    let its = words.item_of(catalogue, index);
    if let Some(force) = catalogue.values_of(item, "amendment_2024").next() {
        let force = words.label("amendment_2024", force);
        let title = words.say_with("catalog.amendment", &[("force", force.into())]);
        part(&title, &[its.amendment], "");
    }
    if !its.question.is_empty() {
        part(&words.say("catalog.question"), &[its.question], "");
        part(&words.say("catalog.purpose"), &[its.purpose], "");
        part(&words.say("catalog.good"), &[its.good], "");
        part(&words.say("catalog.guidance"), &its.guidance, "- ");
        part(&words.say("catalog.evidence"), &its.evidence, "- ");
    }
    text
}
