//! The plugins that the library carries.

/// The plugins by name, sorted.
const BUILTINS: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/builtins.rs"));

/// The component of the project's own plugin with this name.
pub fn builtin(name: &str) -> Option<&'static [u8]> {
    builtins().find(|(known, _)| *known == name).map(|(_, component)| component)
}

/// All of the project's own plugins, by name.
pub fn builtins() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    BUILTINS.iter().copied()
}
