//! `annexa plugin inspect`: what a plugin is, and what the gate found in its file.

use crate::{
    cli::Format,
    failure::Failure,
    input,
    output::Done,
    say::Say as _,
    show::{BOLD, heading, line, padded, paint},
    table::{width, wrap},
};
use annexa_core::{
    report::{Measure, PluginAbout, PluginFile, Property, plugin_csv, plugin_json},
    words::Words,
};
use annexa_plugin_host::{Limits, Plugin};
use std::path::Path;
use unicode_width::UnicodeWidthStr as _;

pub(super) fn run(plugin: &Path, format: Format, words: &Words) -> Result<Done, Failure> {
    let plugin = input::plugin(&input::host()?, plugin)?;
    let (about, file) = (PluginAbout::of(plugin.crosswalk()), file(&plugin));
    Ok(match format {
        Format::Text => {
            let groups =
                [("inspect.plugin", about.properties()), ("inspect.file", file.properties())];
            let labels = groups.iter().flat_map(|(_, group)| group).map(|it| label(it, words));
            let label_width = labels.map(|it| it.width() + 2).max().unwrap_or(0);
            let title = |key: &str| heading(&words.say(key));
            let parts =
                groups.iter().map(|(key, group)| title(key) + &text(group, label_width, words));
            Done::text(parts.collect::<String>().trim_start().to_owned())
        }
        Format::Json => Done::bytes(plugin_json(about, file)),
        Format::Csv => Done::bytes(plugin_csv(&about, &file)),
    })
}

fn file(plugin: &Plugin) -> PluginFile<'_> {
    let (admitted, limits) = (plugin.admitted(), Limits::default());
    let (facts, gate) = (&admitted.facts, &limits.admission);
    let measure = |found: u64, limit: u64| Measure { found, limit };
    let bytes = |size: usize| u64::try_from(size).unwrap_or(u64::MAX);
    PluginFile {
        digest_sha256: &admitted.digest_sha256,
        api_version: &admitted.api_version,
        form: if facts.is_component { "component" } else { "core module" },
        file_bytes: measure(facts.file_bytes, gate.file_bytes),
        code_bytes: measure(facts.code_bytes, gate.code_bytes),
        body_bytes: measure(facts.largest_body_bytes, gate.body_bytes),
        data_bytes: measure(facts.data_bytes, gate.data_bytes),
        custom_bytes: measure(facts.custom_bytes, gate.custom_bytes),
        functions: measure(facts.functions.into(), gate.functions.into()),
        locals: measure(facts.locals, gate.locals),
        types: measure(facts.types.into(), gate.types.into()),
        exports: measure(facts.exports.into(), gate.exports.into()),
        memory_initial_bytes: measure(facts.memory_initial_bytes, gate.memory_initial_bytes),
        memory_max_bytes: measure(facts.memory_max_bytes, gate.memory_max_bytes),
        table_elements: measure(facts.table_elements, gate.table_elements),
        call_fuel_max: limits.fuel,
        call_deadline_ms: limits.deadline_ms,
        call_stack_bytes: bytes(limits.stack_bytes),
        call_output_bytes: bytes(limits.output_bytes),
    }
}

fn text(properties: &[Property], label_width: usize, words: &Words) -> String {
    let mut text = String::new();
    for property in properties {
        let Property { value, limit, .. } = property;
        let value = match limit.as_str() {
            "" => line(value),
            limit => {
                let values = [("found", value.as_str().into()), ("limit", limit.into())];
                words.say_with("inspect.measure", &values)
            }
        };
        if value.is_empty() {
            continue;
        }
        let mut label = paint(BOLD, &padded(&label(property, words), label_width));
        for line in wrap(&value, width().saturating_sub(label_width)) {
            text.push_str(&format!("{label}{line}\n"));
            label = " ".repeat(label_width);
        }
    }
    text
}

fn label(property: &Property, words: &Words) -> String {
    line(&words.say(&format!("property.{}", property.name)))
}
