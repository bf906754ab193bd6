//! `annexa schema`: what a file may hold and what a command prints, for other programs.

use crate::{failure::Failure, output::Done};
use annexa_core::{
    problem::{problem, quoted},
    schema,
};

pub(crate) fn run(name: &str) -> Result<Done, Failure> {
    let schema = schema::named(name).ok_or_else(|| {
        let names: Vec<String> = schema::names().map(|name| format!("`{name}`")).collect();
        Failure::bad("NAME", problem!("E-VALUE", "schema", name = quoted(name), names = names))
    })?;
    Ok(Done::bytes(schema))
}
