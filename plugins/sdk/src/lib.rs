//! What a control-mapping plugin for Annexa is written with.
//!
//! A plugin says how ISO/IEC 27001:2022 maps to another framework. It is a table, kept in
//! `crosswalk.toml`, and a few words: nothing else. The engine draws the conclusions, by the same
//! rules for every plugin. So a plugin cannot claim more than its table supports, and it gets no
//! clock, no file and no network: it imports nothing.
//!
//! # A whole plugin
//!
//! `build.rs` calls `annexa_plugin_sdk_build::crosswalk("crosswalk.toml")`, which turns the table
//! into Rust and passes the linker what the sandbox wants.
//!
//! `src/lib.rs` names the table, and adds words where the author has some:
//!
//! ```
//! use annexa_plugin_sdk::{Plugin, Remark, States, Table, Target};
//!
//! # // No build script runs for an example, so a table that nobody reads stands in for the file.
//! # static TABLE: std::sync::LazyLock<Table> = std::sync::LazyLock::new(|| unreachable!());
//! # #[cfg(any())]
//! include!(concat!(env!("OUT_DIR"), "/crosswalk.rs"));
//!
//! struct Hello;
//!
//! impl Plugin for Hello {
//!     fn table() -> &'static Table {
//!         &TABLE
//!     }
//!
//!     fn remark(target: &Target, states: &States<'_>) -> Option<Remark> {
//!         let mut remark = Remark::standard(target)?;
//!         if target.id == "H.1" && states.open(target).count() == 0 {
//!             remark.gap.push_str(" Ask for the date of the last greeting.");
//!         }
//!         Some(remark)
//!     }
//! }
//!
//! annexa_plugin_sdk::export_crosswalk!(Hello);
//! ```
//!
//! The crate has the types `cdylib`, for the module, and `rlib`, for native tests:
//!
//! ```toml
//! [lib]
//! crate-type = ["cdylib", "rlib"]
//! ```
//!
//! The engine says which sources are open, not assessed or excluded; a plugin's words come after
//! that and do not repeat it.
//!
//! The README in the folder `plugins` goes through it step by step.
//!
//! # Rules
//!
//! * No floating point: shares are integers in basis points, and `format!` of a float counts.
//! * The same states give the same words. A plugin is a function without state; the host makes
//!   a new instance for every call.
//! * Words are plain text in the author's own wording, not the standard's.
//! * [`testing`] runs a plugin natively, so `cargo test` shows panics with their message.

#[cfg(target_arch = "wasm32")]
#[doc(hidden)]
pub mod guest;
mod remark;
mod states;
mod table;
pub mod testing;
#[cfg(test)]
mod tests;

pub use remark::Remark;
pub use states::{Applicability, Implementation, Open, SourceState, States};
pub use table::{Basis, Description, Mapping, Provenance, Relation, Table, Target};

/// A plugin.
pub trait Plugin {
    /// The table; `annexa-plugin-sdk-build` makes it from `crosswalk.toml` as `TABLE`.
    fn table() -> &'static Table;

    /// Words about one target, which stand after the engine's own. Without an implementation of
    /// its own a plugin says what [`Remark::standard`] says. `None` means that there is nothing
    /// to say.
    fn remark(target: &Target, _states: &States<'_>) -> Option<Remark> {
        Remark::standard(target)
    }
}

/// Makes a type that implements [`Plugin`] the plugin of this crate.
///
/// On other targets than WebAssembly it expands to nothing, so that tests run natively.
#[macro_export]
macro_rules! export_crosswalk {
    ($plugin:ty) => {
        #[cfg(target_arch = "wasm32")]
        const _: () = {
            type Component = $crate::guest::Component<$plugin>;
    $crate::guest::export!(Component with_types_in $crate::guest::bindings);
        };
    };
}
