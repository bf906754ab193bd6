//! What a plugin is, and what the gate found in its file, as canonical JSON and as CSV.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{bare, written_bare};
use crate::crosswalk::Crosswalk;
use crate::csv::CsvWriter;
use crate::record::{Top, output};

pub(super) const PLUGIN: Top = bare::<Inspected<'_>>("annexa-plugin");
pub(super) const PLUGINS: Top = bare::<Carried<'_>>("annexa-plugins");

output! {
    /// A plugin, and its file.
    struct Inspected<'a> {
        /// What the plugin says about itself.
        plugin: PluginAbout<'a>,
        /// What the gate found in its file, and what bounds each call.
        file: PluginFile<'a>,
    }

    /// The plugins that a program carries.
    struct Carried<'a> {
        /// Each plugin.
        plugins: Vec<CarriedPlugin<'a>>,
    }

    /// A plugin that a program carries.
    pub struct CarriedPlugin<'a> {
        /// The name by which it is asked for.
        name: &'a str,
        /// The plugin's own version.
        version: &'a str,
        /// The id of the framework that it maps to.
        target_framework: &'a str,
        /// That framework's name and edition.
        target_title: &'a str,
        /// The SHA-256 of its file.
        digest_sha256: &'a str,
    }

    /// What a plugin says about itself.
    pub struct PluginAbout<'a> {
        /// Its id.
        id: &'a str,
        /// Its name for people.
        name: &'a str,
        /// Its own version.
        plugin_version: &'a str,
        /// What it is good for and what it is not.
        summary: &'a str,
        /// The framework that it maps from.
        source_framework: &'a str,
        /// The id of the framework that it maps to.
        target_framework: &'a str,
        /// That framework's name and edition.
        target_title: &'a str,
        /// The document that the mapping was read from or made for.
        provenance_document: &'a str,
        /// The document's version or date.
        provenance_version: &'a str,
        /// The licence of the mapping.
        provenance_licence: &'a str,
        /// How the mapping was made and who reviewed it.
        provenance_method: &'a str,
        /// How many targets it has.
        targets: u64,
        /// How many rows its table has.
        mappings: u64,
        /// Values that this version does not know, with `;` between them.
        extensions: String,
    }

    /// What the gate found in the file of a plugin, and what bounds each call.
    pub struct PluginFile<'a> {
        /// The SHA-256 of the file.
        digest_sha256: &'a str,
        /// The version of the interface.
        api_version: &'a str,
        /// Whether it is a component or a core module.
        form: &'a str,
        /// The size of the file.
        file_bytes: Measure,
        /// The size of all code.
        code_bytes: Measure,
        /// The size of the largest function.
        body_bytes: Measure,
        /// The size of all data.
        data_bytes: Measure,
        /// The size of all custom sections.
        custom_bytes: Measure,
        /// How many functions there are.
        functions: Measure,
        /// How many local variables there are.
        locals: Measure,
        /// How many types there are.
        types: Measure,
        /// How many exports there are.
        exports: Measure,
        /// The memory that it starts with.
        memory_initial_bytes: Measure,
        /// The memory that it may grow to.
        memory_max_bytes: Measure,
        /// How many elements its table has.
        table_elements: Measure,
        /// The fuel of a call.
        call_fuel_max: u64,
        /// The time of a call.
        call_deadline_ms: u64,
        /// The stack of a call.
        call_stack_bytes: u64,
        /// The most that a call may give back.
        call_output_bytes: u64,
    }

    /// What was found, and the most that is admitted.
    pub struct Measure {
        /// What was found.
        found: u64,
        /// The most that is admitted.
        limit: u64,
    }
}

/// One thing that is known of a plugin: the name of its member, its value, and its limit or
/// nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Property {
    /// The name that files use.
    pub name: &'static str,
    /// The value.
    pub value: String,
    /// The most that is admitted, or empty.
    pub limit: String,
}

impl<'a> PluginAbout<'a> {
    /// What a plugin says about itself, from its table.
    pub fn of(table: &'a Crosswalk) -> PluginAbout<'a> {
        let it = table.description();
        let extensions = it.extensions.iter();
        let extensions = extensions.map(|it| alloc::format!("{}={}", it.name, it.value));
        let count = |len: usize| u64::try_from(len).unwrap_or(u64::MAX);
        PluginAbout {
            id: &it.id,
            name: &it.name,
            plugin_version: &it.version,
            summary: &it.summary,
            source_framework: &it.source_framework,
            target_framework: &it.target_framework,
            target_title: &it.target_title,
            provenance_document: &it.provenance.document,
            provenance_version: &it.provenance.version,
            provenance_licence: &it.provenance.licence,
            provenance_method: &it.provenance.method,
            targets: count(table.targets().len()),
            mappings: count(table.mappings().len()),
            extensions: extensions.collect::<Vec<_>>().join("; "),
        }
    }

    /// Each thing under its name.
    pub fn properties(&self) -> Vec<Property> {
        let mut properties: Vec<Property> = [
            ("id", self.id),
            ("name", self.name),
            ("plugin_version", self.plugin_version),
            ("summary", self.summary),
            ("source_framework", self.source_framework),
            ("target_framework", self.target_framework),
            ("target_title", self.target_title),
            ("provenance_document", self.provenance_document),
            ("provenance_version", self.provenance_version),
            ("provenance_licence", self.provenance_licence),
            ("provenance_method", self.provenance_method),
        ]
        .into_iter()
        .map(|(name, value)| property(name, value))
        .collect();
        properties.push(property("targets", &self.targets.to_string()));
        properties.push(property("mappings", &self.mappings.to_string()));
        properties.push(property("extensions", &self.extensions));
        properties
    }
}

impl PluginFile<'_> {
    /// Each thing under its name.
    pub fn properties(&self) -> Vec<Property> {
        let texts = [
            ("digest_sha256", self.digest_sha256),
            ("api_version", self.api_version),
            ("form", self.form),
        ];
        let measures = [
            ("file_bytes", &self.file_bytes),
            ("code_bytes", &self.code_bytes),
            ("body_bytes", &self.body_bytes),
            ("data_bytes", &self.data_bytes),
            ("custom_bytes", &self.custom_bytes),
            ("functions", &self.functions),
            ("locals", &self.locals),
            ("types", &self.types),
            ("exports", &self.exports),
            ("memory_initial_bytes", &self.memory_initial_bytes),
            ("memory_max_bytes", &self.memory_max_bytes),
            ("table_elements", &self.table_elements),
        ];
        let numbers = [
            ("call_fuel_max", self.call_fuel_max),
            ("call_deadline_ms", self.call_deadline_ms),
            ("call_stack_bytes", self.call_stack_bytes),
            ("call_output_bytes", self.call_output_bytes),
        ];
        let texts = texts.into_iter().map(|(name, value)| property(name, value));
        let measures = measures.into_iter().map(|(name, it)| Property {
            limit: it.limit.to_string(),
            ..property(name, &it.found.to_string())
        });
        let numbers = numbers.into_iter().map(|(name, it)| property(name, &it.to_string()));
        texts.chain(measures).chain(numbers).collect()
    }
}

fn property(name: &'static str, value: &str) -> Property {
    Property { name, value: value.into(), limit: String::new() }
}

/// A plugin and its file as canonical JSON.
pub fn plugin_json(plugin: PluginAbout<'_>, file: PluginFile<'_>) -> Vec<u8> {
    let own = Inspected { plugin, file };
    written_bare("annexa-plugin", &own).finish()
}

/// A plugin and its file as CSV.
pub fn plugin_csv(plugin: &PluginAbout<'_>, file: &PluginFile<'_>) -> Vec<u8> {
    let mut csv = CsvWriter::new(&["property", "value", "limit"]);
    for Property { name, value, limit } in plugin.properties().iter().chain(&file.properties()) {
        csv.row([*name, value, limit]);
    }
    csv.finish()
}

/// Carried plugins as canonical JSON.
pub fn plugins_json(plugins: Vec<CarriedPlugin<'_>>) -> Vec<u8> {
    let own = Carried { plugins };
    written_bare("annexa-plugins", &own).finish()
}

/// Carried plugins as CSV.
pub fn plugins_csv(plugins: &[CarriedPlugin<'_>]) -> Vec<u8> {
    let columns = ["name", "version", "target_framework", "target_title", "digest_sha256"];
    let mut csv = CsvWriter::new(&columns);
    for it in plugins {
        let CarriedPlugin { name, version, target_framework, target_title, digest_sha256 } = *it;
        csv.row([name, version, target_framework, target_title, digest_sha256]);
    }
    csv.finish()
}
