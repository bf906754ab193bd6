//! Every argument has words, and nothing else stands in the help.

mod plain;

use super::{worded, words_file};
use crate::cli::Cli;
use annexa_core::words::Words;
use clap::{Command, CommandFactory as _};
use std::ffi::OsString;

/// The keys of `command.toml` that a command's help shows in place of words.
fn unworded(command: &Command, missing: &mut Vec<String>) {
    let mut look = |text: String| {
        if text.contains("command.help.") {
            missing.push(text);
        }
    };
    let about = command.get_about().map(ToString::to_string);
    look(about.unwrap_or_else(|| format!("command.help.{}", command.get_name())));
    for arg in command.get_arguments() {
        let help = arg.get_help().map(ToString::to_string);
        look(help.unwrap_or_else(|| format!("command.help.{}", arg.get_id())));
    }
    command.get_subcommands().for_each(|inner| unworded(inner, missing));
}

#[test]
fn every_command_and_argument_has_words() {
    let mut missing = Vec::new();
    unworded(&worded(Cli::command(), &Words::english()), &mut missing);
    assert_eq!(missing, Vec::<String>::new());
    // Without words the keys are seen, so the test can fail.
    unworded(&worded(Cli::command(), &Words::empty()), &mut missing);
    assert!(missing.len() > 60, "{}", missing.len());
}

#[test]
fn the_file_of_words_is_found_before_the_grammar_is() {
    let find = |line: &str| {
        let arguments: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        words_file(&arguments).map(|file| file.display().to_string()).unwrap_or_default()
    };
    assert_eq!(find("annexa gaps a.json --words de.json"), "de.json");
    assert_eq!(find("annexa --words=de.json gaps --help"), "de.json");
    assert_eq!(find("annexa gaps a.json --words"), "");
    assert_eq!(find("annexa new -- --words"), "");
    assert_eq!(find("annexa gaps a.json"), "");
}
