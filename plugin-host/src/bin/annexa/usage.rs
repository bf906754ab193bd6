//! What is wrong with the arguments, in words: the parser says what it found, `command.toml` how that
//! reads. None of the parser's own sentences is shown.

use crate::{
    help::COMMAND,
    say::{Say as _, int},
    show::{BAD, BOLD, GOOD, paint},
};
use annexa_core::words::{Value, Words};
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

/// Whether an error is one, and not help or a version that was asked for.
pub(crate) fn is_usage(error: &Error) -> bool {
    use ErrorKind::{DisplayHelp, DisplayHelpOnMissingArgumentOrSubcommand, DisplayVersion};
    let shown = [DisplayHelp, DisplayHelpOnMissingArgumentOrSubcommand, DisplayVersion];
    !shown.contains(&error.kind())
}

/// An error of usage as it is shown: what is wrong, what might be meant, how the command is written.
pub(crate) fn text(error: &Error, words: &Words) -> String {
    let found = Found { error, words };
    let mut text = format!("{}: {}\n", paint(BAD, &words.say("usage.error")), found.sentence());
    let tips = found.tips();
    if !tips.is_empty() {
        text.push('\n');
        let tip = paint(GOOD, &words.say("usage.tip"));
        tips.iter().for_each(|it| text.push_str(&format!("  {tip}: {it}\n")));
    }
    if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
        text.push_str(&format!("\n{}\n", lines(&usage.to_string(), words)));
    }
    text.push_str(&format!("\n{}\n", words.say("usage.more")));
    text
}

/// How a command is written, in the parser's form, under our own heading and with our own
/// placeholders.
pub(crate) fn lines(usage: &str, words: &Words) -> String {
    let heading = format!("{}: ", words.say("usage.heading"));
    let indent = " ".repeat(heading.chars().count());
    let options = format!("[{}]", words.say("value.OPTIONS"));
    let command = words.say(&format!("value.{COMMAND}"));
    let usage = usage.trim_start().strip_prefix("Usage:").unwrap_or(usage);
    let lines = usage.lines().map(str::trim).filter(|line| !line.is_empty());
    let lines = lines.map(|line| line.replace("[OPTIONS]", &options).replace(COMMAND, &command));
    format!("{}{}", paint(BOLD, &heading), lines.collect::<Vec<_>>().join(&format!("\n{indent}")))
}

/// What the parser found.
struct Found<'e> {
    error: &'e Error,
    words: &'e Words,
}

impl Found<'_> {
    fn texts(&self, kind: ContextKind) -> Vec<String> {
        match self.error.get(kind) {
            Some(ContextValue::String(text)) => vec![text.clone()],
            Some(ContextValue::Strings(texts)) => texts.clone(),
            _ => Vec::new(),
        }
    }

    fn text(&self, kind: ContextKind) -> String {
        self.texts(kind).join(", ")
    }

    fn number(&self, kind: ContextKind) -> Value {
        match self.error.get(kind) {
            Some(ContextValue::Number(number)) => int(usize::try_from(*number).unwrap_or(0)),
            _ => int(0),
        }
    }

    fn sentence(&self) -> String {
        let argument = self.text(ContextKind::InvalidArg);
        let value = self.text(ContextKind::InvalidValue);
        let other = self.text(ContextKind::PriorArg);
        let key = match self.error.kind() {
            ErrorKind::ArgumentConflict if !argument.is_empty() && argument == other => "twice",
            ErrorKind::ArgumentConflict if other.is_empty() => "conflict_some",
            ErrorKind::ArgumentConflict => "conflict",
            ErrorKind::NoEquals => "equals",
            ErrorKind::InvalidValue if value.is_empty() => "no_value",
            ErrorKind::InvalidValue => "value",
            ErrorKind::ValueValidation => "number",
            ErrorKind::InvalidSubcommand => "command_unknown",
            ErrorKind::MissingRequiredArgument => "missing",
            ErrorKind::MissingSubcommand => "command_missing",
            ErrorKind::InvalidUtf8 => "utf8",
            ErrorKind::TooManyValues => "too_many",
            ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => "count",
            ErrorKind::UnknownArgument => "unknown",
            _ => "other",
        };
        let command = self.text(ContextKind::InvalidSubcommand);
        let subject = if argument.is_empty() { command.clone() } else { argument };
        let found = self.number(ContextKind::ActualNumValues);
        let wanted = match self.error.get(ContextKind::ExpectedNumValues) {
            Some(_) => self.number(ContextKind::ExpectedNumValues),
            None => self.number(ContextKind::MinValues),
        };
        let values = [
            ("argument", subject.into()),
            ("value", value.into()),
            ("other", other.into()),
            ("command", command.into()),
            ("count", wanted),
            ("found", found),
        ];
        let sentence = self.words.say_with(&format!("usage.{key}"), &values);
        let choices = match self.error.kind() {
            ErrorKind::InvalidValue => self.texts(ContextKind::ValidValue),
            ErrorKind::MissingSubcommand => self.texts(ContextKind::ValidSubcommand),
            _ => Vec::new(),
        };
        if choices.is_empty() {
            return sentence;
        }
        let choices = [("values", choices.join(", ").into())];
        format!("{sentence}\n  [{}]", self.words.say_with("usage.choices", &choices))
    }

    /// What might be meant.
    fn tips(&self) -> Vec<String> {
        let kinds = [
            ContextKind::SuggestedSubcommand,
            ContextKind::SuggestedArg,
            ContextKind::SuggestedValue,
        ];
        let similar = kinds.into_iter().flat_map(|kind| self.texts(kind));
        let mut tips: Vec<String> = similar
            .map(|name| self.words.say_with("usage.similar", &[("name", name.into())]))
            .collect();
        let argument = self.text(ContextKind::InvalidArg);
        if let Some(ContextValue::StyledStrs(said)) = self.error.get(ContextKind::Suggested) {
            // The parser proposes this where such a value could stand.
            let as_value = format!("-- {argument}");
            if said.iter().any(|it| it.to_string().contains(&as_value)) {
                let values = [("argument", argument.into()), ("form", as_value.into())];
                tips.push(self.words.say_with("usage.as_value", &values));
            }
        }
        tips
    }
}
