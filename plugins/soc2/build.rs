//! Makes the table.

fn main() {
    annexa_plugin_sdk_build::crosswalk("crosswalk.toml");
}
