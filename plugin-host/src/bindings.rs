//! The host's half of the interface, generated from the WIT.

mod generated {
    wasmtime::component::bindgen!({ path: "../plugins/sdk/wit/v1", world: "crosswalk" });
}

pub(crate) use generated::exports::annexa::crosswalk::mapper;
pub(crate) use generated::{Crosswalk, CrosswalkPre};
