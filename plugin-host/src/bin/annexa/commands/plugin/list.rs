//! `annexa plugin list`: the plugins that the program carries.

use crate::{
    cli::Format,
    failure::Failure,
    input,
    json::Json,
    output::Done,
    table::{Column, Table, cell},
};
use annexa_core::csv::CsvWriter;
use annexa_plugin_host::{Plugin, builtins};

pub(super) fn run(format: Format) -> Result<Done, Failure> {
    let host = input::host()?;
    let plugins: Vec<Plugin> = builtins()
        .map(|(name, component)| host.load(name, component).map_err(Failure::from))
        .collect::<Result<_, _>>()?;
    Ok(match format {
        Format::Text => Done::text(text(&plugins)),
        Format::Json => Done::json(&json(&plugins))?,
        Format::Csv => Done::bytes(csv(&plugins)),
    })
}

fn text(plugins: &[Plugin]) -> String {
    let mut table = Table::new(&[
        Column::Left("Name"),
        Column::Left("Version"),
        Column::Words("Maps to"),
        Column::Right("Targets"),
        Column::Right("Rows"),
    ]);
    for plugin in plugins {
        let crosswalk = plugin.crosswalk();
        let about = crosswalk.description();
        table.row([
            cell(plugin.name()),
            cell(&about.version),
            cell(&about.target_title),
            cell(crosswalk.targets().len().to_string()),
            cell(crosswalk.mappings().len().to_string()),
        ]);
    }
    table.show()
}

fn csv(plugins: &[Plugin]) -> Vec<u8> {
    let columns = ["name", "version", "target_framework", "target_title", "digest_sha256"];
    let mut csv = CsvWriter::new(&columns);
    for plugin in plugins {
        let about = plugin.crosswalk().description();
        csv.row([
            plugin.name(),
            &about.version,
            &about.target_framework,
            &about.target_title,
            &plugin.admitted().digest_sha256,
        ]);
    }
    csv.finish()
}

fn json(plugins: &[Plugin]) -> Json {
    let plugins = plugins.iter().map(|plugin| {
        let about = plugin.crosswalk().description();
        Json::Object(vec![
            ("name", Json::text(plugin.name())),
            ("version", Json::text(&about.version)),
            ("target_framework", Json::text(&about.target_framework)),
            ("target_title", Json::text(&about.target_title)),
            ("digest_sha256", Json::text(&plugin.admitted().digest_sha256)),
        ])
    });
    Json::Object(vec![("plugins", plugins.collect())])
}
