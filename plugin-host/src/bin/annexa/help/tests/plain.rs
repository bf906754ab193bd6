//! No sentence of the parser's own is shown: in a language whose letters all have accents, nothing is
//! left in plain ones but the names of commands, arguments and values.

use super::super::worded;
use crate::{cli::Cli, usage};
use annexa_core::words::{ENGLISH, Words};
use clap::{Arg, Command, CommandFactory as _};
use std::collections::BTreeSet;

const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ACCENTED: &str = "åƀçđéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ";

/// The words of the command line with an accent on each letter outside of `{name}` places.
fn accented() -> Words {
    let mut file: serde_json::Value = serde_json::from_slice(ENGLISH).unwrap();
    let messages = file["messages"].as_object_mut().unwrap();
    messages.retain(|key, _| key.starts_with("command."));
    messages.values_mut().for_each(accent);
    Words::from_bytes(file.to_string().as_bytes()).unwrap()
}

fn accent(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::String(text) => {
            let mut is_place = false;
            let letters = text.chars().map(|letter| {
                is_place = (is_place || letter == '{') && letter != '}';
                let found = PLAIN.chars().position(|it| it == letter).filter(|_| !is_place);
                found.and_then(|place| ACCENTED.chars().nth(place)).unwrap_or(letter)
            });
            *text = letters.collect();
        }
        serde_json::Value::Object(forms) => forms.values_mut().for_each(accent),
        _ => {}
    }
}

/// What has one name in every language: commands, arguments and values.
fn names(command: &Command, names: &mut BTreeSet<String>) {
    names.insert(command.get_name().to_owned());
    for arg in command.get_arguments() {
        names.extend(arg.get_long().map(|long| format!("--{long}")));
        names.extend(arg.get_short().map(|short| format!("-{short}")));
        names.extend(values(arg));
    }
    command.get_subcommands().for_each(|inner| self::names(inner, names));
}

fn values(arg: &Arg) -> Vec<String> {
    let possible = arg.get_possible_values().into_iter().map(|it| it.get_name().to_owned());
    let default = arg.get_default_values().iter().map(|it| it.to_string_lossy().into_owned());
    possible.chain(default).collect()
}

/// Words in plain letters that are no names.
fn plain(text: &str, names: &BTreeSet<String>) -> Vec<String> {
    let is_part = |letter: char| letter.is_alphanumeric() || "-_.:".contains(letter);
    let words = text.split(|letter| !is_part(letter)).map(|word| word.trim_end_matches(['.', ':']));
    let is_plain = |word: &&str| word.chars().any(|letter| letter.is_ascii_alphabetic());
    words.filter(is_plain).filter(|word| !names.contains(*word)).map(str::to_owned).collect()
}

fn each(command: &Command, look: &mut dyn FnMut(&Command)) {
    look(command);
    command.get_subcommands().for_each(|inner| each(inner, look));
}

#[test]
fn the_help_of_every_command_is_in_the_language_of_the_words() {
    let command = worded(Cli::command(), &accented());
    let mut known = BTreeSet::new();
    names(&command, &mut known);
    let (mut looked_at, mut found) = (0, Vec::new());
    each(&command, &mut |command| {
        let mut command = command.clone();
        for help in [command.render_help(), command.render_long_help()] {
            looked_at += 1;
            found.extend(plain(&help.to_string(), &known));
        }
    });
    assert!(looked_at > 60, "{looked_at}");
    assert_eq!(found, Vec::<String>::new());
    // The same in English has words, so the test can fail.
    let english = worded(Cli::command(), &Words::english()).render_help().to_string();
    assert!(plain(&english, &known).len() > 50, "{english}");
}

/// What is typed wrongly, and the kind of error.
const WRONG: [(&str, &str); 18] = [
    ("gaps", "MissingRequiredArgument"),
    ("risks add 1", "MissingRequiredArgument"),
    ("gaps 1 2", "UnknownArgument"),
    ("gaps 1 --formt 2", "UnknownArgument"),
    ("new -9", "UnknownArgument"),
    ("gaps 1 -- --format", "UnknownArgument"),
    ("gaps 1 --format", "InvalidValue"),
    ("gaps 1 --format 2", "InvalidValue"),
    ("new --sample 7", "InvalidValue"),
    ("9", "InvalidSubcommand"),
    ("plugin lst", "InvalidSubcommand"),
    ("new --sample software --scope 1", "ArgumentConflict"),
    ("gaps 1 --format text --format json", "ArgumentConflict"),
    ("risks 1 --matrix --format json", "ArgumentConflict"),
    ("obligations add 1 --kind law --title 2 --maturity-floor 9", "ValueValidation"),
    ("choose --day-rate 1.5", "ValueValidation"),
    ("gaps 1 --assessed-only=2", "TooManyValues"),
    ("risks approve 1", "MissingRequiredArgument"),
];

#[test]
fn what_is_wrong_with_the_arguments_is_in_the_language_of_the_words() {
    let words = accented();
    let command = worded(Cli::command(), &words);
    let mut known = BTreeSet::new();
    names(&command, &mut known);
    known.extend(["--formt", "lst"].map(str::to_owned));
    let mut kinds = BTreeSet::new();
    for (typed, kind) in WRONG {
        let arguments = ["annexa"].into_iter().chain(typed.split(' '));
        let error = command.clone().try_get_matches_from(arguments).unwrap_err();
        assert_eq!(format!("{:?}", error.kind()), kind, "{typed}");
        kinds.insert(kind);
        let text = anstream::adapter::strip_str(&usage::text(&error, &words)).to_string();
        assert_eq!(plain(&text, &known), Vec::<String>::new(), "{typed}: {text}");
        assert!(text.lines().count() > 2, "{text}");
    }
    assert!(kinds.len() >= 7, "{kinds:?}");
}
