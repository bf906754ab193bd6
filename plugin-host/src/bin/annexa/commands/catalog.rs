//! `annexa catalog`: what there is to assess.

use super::documents;
use crate::{
    cli::{self, Format, KindName},
    failure::Failure,
    json::Json,
    output::Done,
    show::{BOLD, heading, paint},
    table::{Column, Table, cell, width, wrap},
};
use annexa_core::{Attribute, Catalogue, CsvWriter, Item, Kind, Problem, joined, quoted};

/// The columns that scripts rely on. The order and the names stay.
const COLUMNS: [&str; 10] = [
    "id",
    "kind",
    "title",
    "theme",
    "control_type",
    "infosec_properties",
    "cybersecurity_concepts",
    "operational_capabilities",
    "security_domains",
    "question",
];

pub(crate) fn run(args: &cli::Catalog) -> Result<Done, Failure> {
    let catalogue = Catalogue::iso27001_2022();
    if args.documents {
        return documents::list(&catalogue, args.form.format);
    }
    let items: Vec<&Item> = match &args.id {
        Some(id) => vec![catalogue.find(id).ok_or_else(|| unknown(id))?],
        None => catalogue.items().iter().filter(|item| is_wanted(item, args.kind)).collect(),
    };
    Ok(match (args.form.format, items.as_slice()) {
        (Format::Text, [item]) if args.id.is_some() => Done::text(one(&catalogue, item)),
        (Format::Text, items) => Done::text(table(items)),
        (Format::Json, items) => Done::json(&json(&catalogue, items))?,
        (Format::Csv, items) => Done::bytes(csv(items)),
    })
}

fn unknown(id: &str) -> Failure {
    let message = format!("{} is not in the catalogue", quoted(id));
    let fix = "write ids like `6.1.2`, `6.1.2 d) 2)` or `A.5.1`; `annexa catalog` lists them";
    Failure::bad("ID", Problem::new("E-UNKNOWN-ID", "", message, fix))
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

fn question(item: &Item) -> &'static str {
    item.texts().map_or("", |texts| texts.question)
}

/// The ids of the values of each attribute, `;` between them.
fn attributes(item: &Item) -> [String; 5] {
    Attribute::ALL.map(|attribute| joined(item.attribute(attribute).map(|value| value.id()), ";"))
}

fn table(items: &[&Item]) -> String {
    let mut table = Table::new(&[
        Column::Left("Id"),
        Column::Left("Kind"),
        Column::Words("Title"),
        Column::Words("Question"),
    ]);
    for item in items {
        table.row([
            cell(item.id()),
            cell(item.kind().word()),
            cell(item.title()),
            cell(question(item)),
        ]);
    }
    table.show()
}

fn csv(items: &[&Item]) -> Vec<u8> {
    let mut csv = CsvWriter::new(&COLUMNS);
    for item in items {
        let attributes = attributes(item);
        let first = [
            item.id(),
            item.kind().word(),
            item.title(),
            item.theme().map_or("", |theme| theme.word()),
        ];
        let attributes = attributes.iter().map(String::as_str);
        csv.row(first.into_iter().chain(attributes).chain([question(item)]));
    }
    csv.finish()
}

/// Everything about one item, for people.
fn one(catalogue: &Catalogue, item: &Item) -> String {
    let mut text = format!("{}\n", paint(BOLD, &format!("{} {}", item.id(), item.title())));
    let kind = match item.kind() {
        Kind::Heading => "heading, groups other clauses",
        Kind::Requirement => "requirement, always applies",
        Kind::Item => "part of a requirement",
        Kind::Control => "control, guidance",
    };
    let mut about = vec![kind.to_owned()];
    about.extend(item.theme().map(|theme| theme.word().to_owned()));
    about.extend(item.is_new_in_2022().then(|| "new in 2022".to_owned()));
    text.push_str(&format!("{}\n", about.join(" · ")));
    for attribute in Attribute::ALL {
        let values: Vec<&str> = item.attribute(attribute).map(|value| value.label()).collect();
        if !values.is_empty() {
            text.push_str(&format!("{}: {}\n", attribute.label(), values.join(", ")));
        }
    }
    if !item.documented_information().is_empty() {
        let words = item.documented_information().join(", ");
        text.push_str(&format!("How it is documented: {words}\n"));
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
    let documents: Vec<String> = documents::of(catalogue, item).map(documents::sentence).collect();
    let documents: Vec<&str> = documents.iter().map(String::as_str).collect();
    part("Documented information", &documents, "- ");
    let amendment: Vec<&str> = item.amendment().map(|it| it.text).into_iter().collect();
    let is_requirement = item.amendment().is_some_and(|it| it.is_requirement);
    let force = if is_requirement { "requirement" } else { "note" };
    part(&format!("Added by Amendment 1:2024 ({force})"), &amendment, "");
    if let Some(texts) = item.texts() {
        part("Question", &[texts.question], "");
        part("Why it matters", &[texts.purpose], "");
        part("What good looks like", &[texts.good], "");
        part("How to get there (guidance)", &texts.guidance, "- ");
        part("Typical evidence", &texts.evidence, "- ");
    }
    text
}

fn json(catalogue: &Catalogue, items: &[&Item]) -> Json {
    Json::Object(vec![
        ("format", Json::text("annexa-catalogue")),
        ("version", Json::int(1)),
        ("catalogue", Json::text(catalogue.id())),
        ("title", Json::text(catalogue.title())),
        ("items", items.iter().map(|item| item_json(catalogue, item)).collect()),
    ])
}

fn item_json(catalogue: &Catalogue, item: &Item) -> Json {
    let mut members = vec![
        ("id", Json::text(item.id())),
        ("kind", Json::text(item.kind().word())),
        ("force", Json::text(item.force().word())),
        ("title", Json::text(item.title())),
    ];
    if let Some(theme) = item.theme() {
        members.push(("theme", Json::text(theme.word())));
        members.push(("new_in_2022", Json::Bool(item.is_new_in_2022())));
        members.extend(Attribute::ALL.map(|attribute| {
            let values = item.attribute(attribute).map(|value| value.id());
            (attribute.id(), Json::texts(values))
        }));
    }
    if !item.documented_information().is_empty() {
        let words = item.documented_information().iter().copied();
        members.push(("documented_information", Json::texts(words)));
    }
    let documents: Vec<Json> = documents::of(catalogue, item).map(documents::json).collect();
    if !documents.is_empty() {
        members.push(("documents", Json::List(documents)));
    }
    if let Some(amendment) = item.amendment() {
        let amendment = vec![
            ("is_requirement", Json::Bool(amendment.is_requirement)),
            ("text", Json::text(amendment.text)),
        ];
        members.push(("amendment_2024", Json::Object(amendment)));
    }
    if let Some(texts) = item.texts() {
        members.push(("question", Json::text(texts.question)));
        members.push(("purpose", Json::text(texts.purpose)));
        members.push(("good", Json::text(texts.good)));
        members.push(("guidance", Json::texts(texts.guidance.iter().copied())));
        members.push(("evidence", Json::texts(texts.evidence.iter().copied())));
    }
    Json::Object(members)
}
