//! `annexa plugin list`: the plugins that the program carries.

use crate::{
    cli::Format,
    failure::Failure,
    input,
    output::Done,
    table::{Column, Table, cell},
};
use annexa_core::{
    report::{CarriedPlugin, plugins_csv, plugins_json},
    words::Words,
};
use annexa_plugin_host::{Plugin, builtins};

pub(super) fn run(format: Format, words: &Words) -> Result<Done, Failure> {
    let host = input::host()?;
    let plugins: Vec<Plugin> = builtins()
        .map(|(name, component)| host.load(name, component).map_err(Failure::from))
        .collect::<Result<_, _>>()?;
    Ok(match format {
        Format::Text => Done::text(text(&plugins, words)),
        Format::Json => Done::bytes(plugins_json(plugins.iter().map(carried).collect())),
        Format::Csv => Done::bytes(plugins_csv(&plugins.iter().map(carried).collect::<Vec<_>>())),
    })
}

fn text(plugins: &[Plugin], words: &Words) -> String {
    let mut table = Table::new(
        words,
        "plugins",
        &[
            Column::Left("name"),
            Column::Left("version"),
            Column::Words("target"),
            Column::Right("targets"),
            Column::Right("rows"),
        ],
    );
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

fn carried(plugin: &Plugin) -> CarriedPlugin<'_> {
    let about = plugin.crosswalk().description();
    CarriedPlugin {
        name: plugin.name(),
        version: &about.version,
        target_framework: &about.target_framework,
        target_title: &about.target_title,
        digest_sha256: &plugin.admitted().digest_sha256,
    }
}
