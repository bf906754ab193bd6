//! `annexa plugin inspect`: what a plugin is, and what the gate found in its file.

use crate::{
    cli::Format,
    failure::Failure,
    input,
    json::Json,
    output::Done,
    show::{BOLD, heading, line, paint},
    table::{width, wrap},
};
use annexa_core::csv::CsvWriter;
use annexa_plugin_host::{Limits, Plugin};
use std::path::Path;

/// A property: its name in files, its name for people, its value.
struct Property {
    name: &'static str,
    label: &'static str,
    value: Value,
}

enum Value {
    Text(String),
    /// What was found, and the most that is admitted or used, where there is a limit.
    Number(u64, Option<u64>),
}

pub(super) fn run(plugin: &Path, format: Format) -> Result<Done, Failure> {
    let plugin = input::plugin(&input::host()?, plugin)?;
    let groups = [("plugin", "Plugin", about(&plugin)), ("file", "File and limits", file(&plugin))];
    Ok(match format {
        Format::Text => {
            let parts = groups.iter().map(|(_, title, group)| heading(title) + &text(group));
            Done::text(parts.collect::<String>().trim_start().to_owned())
        }
        Format::Json => {
            let members = groups.iter().map(|(name, _, group)| (*name, json(group)));
            Done::json(&Json::Object(members.collect()))?
        }
        Format::Csv => Done::bytes(csv(groups.iter().flat_map(|(_, _, group)| group))),
    })
}

fn about(plugin: &Plugin) -> Vec<Property> {
    let crosswalk = plugin.crosswalk();
    let about = crosswalk.description();
    let from = &about.provenance;
    let mut properties = vec![
        text_of("id", "Id", &about.id),
        text_of("name", "Name", &about.name),
        text_of("plugin_version", "Version", &about.version),
        text_of("summary", "Summary", &about.summary),
        text_of("source_framework", "Maps from", &about.source_framework),
        text_of("target_framework", "Maps to", &about.target_framework),
        text_of("target_title", "Target title", &about.target_title),
        text_of("provenance_document", "Document", &from.document),
        text_of("provenance_version", "Mapping", &from.version),
        text_of("provenance_licence", "Licence", &from.licence),
        text_of("provenance_method", "Method", &from.method),
        number("targets", "Targets", crosswalk.targets().len(), None),
        number("mappings", "Rows", crosswalk.mappings().len(), None),
    ];
    let extensions = about.extensions.iter();
    let extensions: Vec<String> =
        extensions.map(|it| format!("{}={}", it.name, it.value)).collect();
    properties.push(text_of("extensions", "Extensions", &extensions.join("; ")));
    properties
}

fn file(plugin: &Plugin) -> Vec<Property> {
    let (admitted, limits) = (plugin.admitted(), Limits::default());
    let (facts, gate) = (&admitted.facts, &limits.admission);
    let form = if facts.is_component { "component" } else { "core module" };
    vec![
        text_of("digest_sha256", "SHA-256", &admitted.digest_sha256),
        text_of("api_version", "Interface", &admitted.api_version),
        text_of("form", "Form", form),
        number("file_bytes", "File bytes", facts.file_bytes, Some(gate.file_bytes)),
        number("code_bytes", "Code bytes", facts.code_bytes, Some(gate.code_bytes)),
        number("body_bytes", "Largest body", facts.largest_body_bytes, Some(gate.body_bytes)),
        number("data_bytes", "Data bytes", facts.data_bytes, Some(gate.data_bytes)),
        number("custom_bytes", "Custom bytes", facts.custom_bytes, Some(gate.custom_bytes)),
        number("functions", "Functions", facts.functions, Some(gate.functions.into())),
        number("locals", "Locals", facts.locals, Some(gate.locals)),
        number("types", "Types", facts.types, Some(gate.types.into())),
        number("exports", "Exports", facts.exports, Some(gate.exports.into())),
        number(
            "memory_initial_bytes",
            "Memory at start",
            facts.memory_initial_bytes,
            Some(gate.memory_initial_bytes),
        ),
        number(
            "memory_max_bytes",
            "Memory at most",
            facts.memory_max_bytes,
            Some(gate.memory_max_bytes),
        ),
        number("table_elements", "Table", facts.table_elements, Some(gate.table_elements)),
        number("call_fuel_max", "Fuel per call", limits.fuel, None),
        number("call_deadline_ms", "Deadline, ms", limits.deadline_ms, None),
        number("call_stack_bytes", "Stack bytes", limits.stack_bytes, None),
        number("call_output_bytes", "Output bytes", limits.output_bytes, None),
    ]
}

fn text_of(name: &'static str, label: &'static str, text: &str) -> Property {
    Property { name, label, value: Value::Text(text.to_owned()) }
}

fn number(
    name: &'static str,
    label: &'static str,
    number: impl TryInto<u64>,
    limit: Option<u64>,
) -> Property {
    Property { name, label, value: Value::Number(number.try_into().unwrap_or(u64::MAX), limit) }
}

fn text(properties: &[Property]) -> String {
    const LABEL_WIDTH: usize = 17;
    let mut text = String::new();
    for Property { label, value, .. } in properties {
        let value = match value {
            Value::Text(text) => line(text),
            Value::Number(number, Some(limit)) => format!("{number} of {limit}"),
            Value::Number(number, None) => number.to_string(),
        };
        if value.is_empty() {
            continue;
        }
        let mut label = paint(BOLD, &format!("{label:<LABEL_WIDTH$}"));
        for line in wrap(&value, width().saturating_sub(LABEL_WIDTH)) {
            text.push_str(&format!("{label}{line}\n"));
            label = " ".repeat(LABEL_WIDTH);
        }
    }
    text
}

fn json(properties: &[Property]) -> Json {
    let members = properties.iter().map(|Property { name, value, .. }| {
        let value = match value {
            Value::Text(text) => Json::text(text),
            Value::Number(number, None) => Json::int(*number),
            Value::Number(number, Some(limit)) => {
                Json::Object(vec![("found", Json::int(*number)), ("limit", Json::int(*limit))])
            }
        };
        (*name, value)
    });
    Json::Object(members.collect())
}

fn csv<'p>(properties: impl Iterator<Item = &'p Property>) -> Vec<u8> {
    let mut csv = CsvWriter::new(&["property", "value", "limit"]);
    for Property { name, value, .. } in properties {
        match value {
            Value::Text(text) => csv.row([name, text.as_str(), ""]),
            Value::Number(number, limit) => csv.row([
                *name,
                &number.to_string(),
                &limit.map(|limit| limit.to_string()).unwrap_or_default(),
            ]),
        }
    }
    csv.finish()
}
