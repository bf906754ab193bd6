//! Runs control-mapping plugins in a sandbox.
//!
//! A plugin is a WebAssembly component, or the bare core module of `cargo build`, that exports
//! the interface `annexa:crosswalk/mapper@1.x`. The host admits the file before anything is
//! compiled, takes out the core module, wraps it with its own copy of the interface, and makes a
//! new instance for every call, with a budget of instructions, a deadline, and limits on memory
//! and on what comes back. The core then checks what the plugin says and draws the conclusions.
//!
//! ```no_run
//! use annexa_core::{Catalogue, Engine};
//! use annexa_plugin_host::{Host, Limits, builtins};
//!
//! let engine = Engine::new(Catalogue::iso27001_2022());
//! let host = Host::new(Limits::default())?;
//! for (name, component) in builtins() {
//!     let plugin = host.load(name, component)?;
//!     let conclusion = plugin.run(&engine)?;
//!     println!("{name}: {} targets", conclusion.results.len());
//! }
//! # Ok::<(), annexa_plugin_host::Error>(())
//! ```
//!
//! What a plugin cannot do: reach a file, the network, a clock or another plugin; keep something
//! from one call to the next; run longer than the deadline; claim more than its table supports.
//!
//! A call needs about 1 MiB of stack on the calling thread: 512 KiB for the plugin, the rest for
//! the host.

mod bindings;
mod builtin;
mod convert;
mod engine;
mod error;
mod host;
mod instance;
mod limits;
mod plugin;
mod read;
#[cfg(test)]
mod tests;
mod wrap;

pub use builtin::{builtin, builtins};
pub use error::{Error, Phase, system_words};
pub use host::{Compiled, Host};
pub use instance::Instance;
pub use limits::Limits;
pub use plugin::Plugin;
pub use read::{Unread, read_file, read_stream};
