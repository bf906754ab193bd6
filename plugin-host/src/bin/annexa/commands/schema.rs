//! `annexa schema`: what a file may hold and what a command prints, for other programs.

use crate::{failure::Failure, output::Done};
use annexa_core::{Problem, problem::quoted, schema};

pub(crate) fn run(name: &str) -> Result<Done, Failure> {
    let schema = schema::named(name).ok_or_else(|| {
        let message = format!("{} has no schema", quoted(name));
        let names: Vec<String> = schema::names().map(|name| format!("`{name}`")).collect();
        let fix = format!("choose one of {}", names.join(", "));
        Failure::bad("NAME", Problem::new("E-VALUE", "", message, fix))
    })?;
    Ok(Done::bytes(schema))
}
