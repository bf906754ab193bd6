//! The plugin interface as a table for the page's loader, out of the WIT.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::{Context, Result, bail};
use wit_parser::{Resolve, Type, TypeDefKind, TypeId, WorldItem};

const HEAD: &str = "\
/**
 * The plugin interface as a table. Generated from `plugins/sdk/wit/v1/crosswalk.wit`, member by
 * member, by `cargo xtask codegen`: not to be edited.
 */

import { list, oneOf, option, record, result, string, u8, u16, type Type } from \"./abi.js\";
";

/// The table as TypeScript.
pub(super) fn typescript(wit: &str) -> Result<String> {
    let mut resolve = Resolve::default();
    let package = resolve.push_str("crosswalk.wit", wit)?;
    let world = resolve.select_world(&[package], None)?;
    let world = resolve.worlds.get(world).context("no world")?;
    let exported = world.exports.values().find_map(|item| match item {
        WorldItem::Interface { id, .. } => Some(*id),
        _ => None,
    });
    let id = exported.context("the world exports no interface")?;
    let interface = resolve.interfaces.get(id).context("no interface")?;
    let name = resolve.id_of(id).context("the interface has no name")?;
    let mut text = HEAD.to_owned();
    let mut names: BTreeMap<TypeId, String> = BTreeMap::new();
    for (name, id) in &interface.types {
        let variable = camel(name);
        let shape = definition(&resolve, *id, &names)?;
        writeln!(text, "\nconst {variable} = {shape};")?;
        names.insert(*id, variable);
    }
    writeln!(
        text,
        "\n/** The exported instance; a core export is named after it and the function. */"
    )?;
    writeln!(text, "export const INTERFACE = \"{name}\";")?;
    writeln!(text, "\n/** What each function takes and gives. */")?;
    writeln!(text, "export const FUNCTIONS = {{")?;
    for (name, function) in &interface.functions {
        let gives = function.result.as_ref().with_context(|| format!("`{name}` gives nothing"))?;
        let gives = reference(&resolve, gives, &names)?;
        match function.params.as_slice() {
            [] => writeln!(text, "  {name}: {{ result: {gives} }},")?,
            [parameter] => {
                let takes = reference(&resolve, &parameter.ty, &names)?;
                writeln!(text, "  {name}: {{ parameter: {takes}, result: {gives} }},")?;
            }
            _ => bail!("the loader passes one parameter, `{name}` takes more"),
        }
    }
    writeln!(text, "}} as const satisfies Record<string, {{ parameter?: Type; result: Type }}>;")?;
    writeln!(text, "\nexport type FunctionName = keyof typeof FUNCTIONS;")?;
    Ok(text)
}

fn definition(resolve: &Resolve, id: TypeId, names: &BTreeMap<TypeId, String>) -> Result<String> {
    let ty = resolve.types.get(id).context("no type")?;
    Ok(match &ty.kind {
        TypeDefKind::Enum(it) => {
            let cases: Vec<String> = it
                .cases
                .iter()
                .map(|case| format!("\"{}\"", case.name.replace('-', "_")))
                .collect();
            format!("oneOf({})", cases.join(", "))
        }
        TypeDefKind::Record(it) => {
            let mut text = "record({\n".to_owned();
            for field in &it.fields {
                let (name, ty) = (camel(&field.name), reference(resolve, &field.ty, names)?);
                writeln!(text, "  {name}: {ty},")?;
            }
            text + "})"
        }
        TypeDefKind::List(of) => format!("list({})", reference(resolve, of, names)?),
        TypeDefKind::Option(of) => format!("option({})", reference(resolve, of, names)?),
        TypeDefKind::Result(it) => {
            let side = |ty: &Option<Type>| {
                reference(resolve, ty.as_ref().context("a result without a value")?, names)
            };
            format!("result({}, {})", side(&it.ok)?, side(&it.err)?)
        }
        other => bail!("the loader knows no {}", other.as_str()),
    })
}

/// A type as another one names it.
fn reference(resolve: &Resolve, ty: &Type, names: &BTreeMap<TypeId, String>) -> Result<String> {
    Ok(match ty {
        Type::String => "string".to_owned(),
        Type::U8 => "u8".to_owned(),
        Type::U16 => "u16".to_owned(),
        Type::Id(id) => match names.get(id) {
            Some(name) => name.clone(),
            None => definition(resolve, *id, names)?,
        },
        other => bail!("the loader knows no {other:?}"),
    })
}

/// `target-title` as `targetTitle`.
fn camel(name: &str) -> String {
    let mut words = name.split('-');
    let mut text = words.next().unwrap_or_default().to_owned();
    for word in words {
        let mut characters = word.chars();
        text.extend(characters.next().map(|first| first.to_ascii_uppercase()));
        text.push_str(characters.as_str());
    }
    text
}
