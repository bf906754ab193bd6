//! The help in words: the grammar says what there is, `command.toml` what it means.

use crate::{
    cli::{Format, KindName},
    usage,
};
use annexa_core::words::Words;
use clap::{
    Arg, Command, ValueEnum,
    builder::{EnumValueParser, PossibleValue, TypedValueParser},
};
use std::{
    ffi::{OsStr, OsString},
    path::PathBuf,
};

/// The file that `--words` names, found without the grammar, which is not worded yet.
pub(crate) fn words_file(arguments: &[OsString]) -> Option<PathBuf> {
    let mut arguments = arguments.iter().take_while(|argument| *argument != "--");
    while let Some(argument) = arguments.next() {
        if argument == "--words" {
            return arguments.next().map(PathBuf::from);
        }
        if let Some(file) = argument.to_str().and_then(|it| it.strip_prefix("--words=")) {
            return Some(PathBuf::from(file));
        }
    }
    None
}

/// Stands in the parser's usage where a command goes, until it is said in words.
pub(crate) const COMMAND: &str = "COMMAND";

/// The command line with its help in the language of the words.
pub(crate) fn worded(command: Command, words: &Words) -> Command {
    let command = command.about(help(words, "about")).after_help(help(words, "after"));
    let mut command = said(command, "", words);
    // What every program has is there when the rest is: the parser looks first whether there is
    // more to say than fits on a line.
    command.build();
    laid_out(common(command, words), words)
}

/// A command and everything in it with our own headings.
fn laid_out(command: Command, words: &Words) -> Command {
    let heading = |key: &str| help(words, &format!("heading.{key}"));
    let command = command.mut_args(|arg| {
        let key = if arg.is_positional() { "arguments" } else { "options" };
        arg.help_heading(heading(key))
    });
    let mut command = command
        .subcommand_help_heading(heading("commands"))
        .mut_subcommands(|inner| laid_out(inner, words));
    let usage = usage::lines(&command.render_usage().to_string(), words);
    command.help_template(format!("{{about-with-newline}}\n{usage}\n\n{{all-args}}{{after-help}}"))
}

/// A command and everything in it. `path` is empty at the top, `plugin run` further down.
fn said(command: Command, path: &str, words: &Words) -> Command {
    let command = command.mut_args(|arg| argument(arg, path, words));
    command.mut_subcommands(|inner| {
        let name = inner.get_name().to_owned();
        let path = if path.is_empty() { name } else { format!("{path} {name}") };
        let about = help(words, &path);
        let long = format!("{path}.long");
        let inner = match is_said(words, &long) {
            true => inner.long_about(format!("{about}\n\n{}", help(words, &long))),
            false => inner,
        };
        said(inner.about(about), &path, words)
    })
}

fn argument(arg: Arg, path: &str, words: &Words) -> Arg {
    let id = arg.get_id().as_str().to_owned();
    let own = format!("{path}.{id}");
    let key = if is_said(words, &own) { own } else { format!("any.{id}") };
    let arg = match id.as_str() {
        "format" => arg.value_parser(choices::<Format>(&key, words)),
        "kind" => arg.value_parser(choices::<KindName>(&key, words)),
        _ => arg,
    };
    let text = help(words, &key);
    if !arg.get_action().takes_values() {
        return arg.help(text);
    }
    let names = arg.get_value_names().unwrap_or_default().iter();
    let names: Vec<String> =
        names.map(|name| words.message(&format!("command.value.{name}"), &[])).collect();
    with_values(arg.value_names(names), text, words)
}

/// An argument with a value: which ones there are, and which one counts where none is given.
fn with_values(arg: Arg, text: String, words: &Words) -> Arg {
    let values = arg.get_possible_values();
    let name = |value: &PossibleValue| value.get_name().to_owned();
    let default = arg.get_default_values().iter().map(|it| it.to_string_lossy().into_owned());
    let default = default.filter(|it| !it.is_empty()).map(|it| {
        let values = [("value", it.into())];
        format!("[{}]", words.message("command.help.default", &values))
    });
    let default: String = default.collect();
    let listed = (!values.is_empty()).then(|| {
        let list = values.iter().map(name).collect::<Vec<_>>().join(", ");
        format!("[{}]", words.message("command.usage.choices", &[("values", list.into())]))
    });
    let parts = [text.clone(), default.clone(), listed.unwrap_or_default()];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let short = parts.join(" ");
    let described = values.iter().filter_map(|value| Some((name(value), value.get_help()?)));
    let described: Vec<String> =
        described.map(|(name, help)| format!("- {name}: {help}")).collect();
    let arg = arg.hide_default_value(true).hide_possible_values(true).help(short);
    if described.is_empty() {
        return arg;
    }
    let heading = help(words, "heading.values");
    let long = format!("{text}\n\n{heading}:\n{}\n\n{default}", described.join("\n"));
    arg.long_help(long.trim_end().to_owned())
}

/// The arguments and the command that every program has.
fn common(command: Command, words: &Words) -> Command {
    let command = command.mut_args(|arg| match (arg.get_id().as_str(), arg.get_long_help()) {
        ("help", Some(_)) => {
            arg.help(help(words, "any.help.short")).long_help(help(words, "any.help.long"))
        }
        ("help", None) => arg.help(help(words, "any.help")),
        ("version", _) => arg.help(help(words, "any.version")),
        _ => arg,
    });
    command.mut_subcommands(|inner| {
        let is_help = inner.get_name() == "help";
        let inner = common(inner, words);
        if !is_help {
            return inner;
        }
        let inner = inner.about(help(words, "help"));
        inner.mut_args(|arg| match arg.get_id().as_str() {
            "help" | "version" => arg,
            _ => arg.help(help(words, "help.command")),
        })
    })
}

fn is_said(words: &Words, key: &str) -> bool {
    words.language_of(&format!("command.help.{key}")).is_some()
}

fn help(words: &Words, key: &str) -> String {
    words.message(&format!("command.help.{key}"), &[])
}

/// The values of a closed set, each with its meaning where the words have one.
#[derive(Clone)]
struct Choices<T: ValueEnum + Clone + Send + Sync + 'static> {
    parser: EnumValueParser<T>,
    values: Vec<PossibleValue>,
}

fn choices<T: ValueEnum + Clone + Send + Sync + 'static>(key: &str, words: &Words) -> Choices<T> {
    let values = T::value_variants().iter().filter_map(ValueEnum::to_possible_value);
    let values = values.map(|value| {
        let key = format!("{key}.{}", value.get_name());
        if is_said(words, &key) { value.help(help(words, &key)) } else { value }
    });
    Choices { parser: EnumValueParser::new(), values: values.collect() }
}

impl<T: ValueEnum + Clone + Send + Sync + 'static> TypedValueParser for Choices<T> {
    type Value = T;

    fn parse_ref(
        &self,
        command: &Command,
        arg: Option<&Arg>,
        value: &OsStr,
    ) -> Result<T, clap::Error> {
        self.parser.parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(self.values.iter().cloned()))
    }
}

#[cfg(test)]
mod tests;
