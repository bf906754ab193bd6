//! How values look to people: styles and safe text.

use crate::say::Say as _;
use annexa_core::{
    assessment::{Applicability, Implementation},
    crosswalk::Outcome,
    lint::Severity,
    problem::escaped,
    words::Words,
};
use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr as _;

pub(crate) const PLAIN: Style = Style::new();
pub(crate) const BOLD: Style = Style::new().bold();
pub(crate) const DIM: Style = Style::new().dimmed();
pub(crate) const GOOD: Style = AnsiColor::Green.on_default();
pub(crate) const FAIR: Style = AnsiColor::Yellow.on_default();
pub(crate) const BAD: Style = AnsiColor::Red.on_default().bold();

/// The text in a style. The stream takes the style out where it would not be seen.
pub(crate) fn paint(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}

/// The text with spaces behind it, so that what follows stands in a column. A longer one keeps a
/// space between.
pub(crate) fn padded(text: &str, width: usize) -> String {
    let missing = width.saturating_sub(text.width()).max(1);
    format!("{text}{}", " ".repeat(missing))
}

/// A heading with an empty line before it.
pub(crate) fn heading(text: &str) -> String {
    format!("\n{}\n", paint(BOLD, text))
}

/// Text from a file or a plugin, made safe for a terminal and put on one line.
pub(crate) fn line(text: &str) -> String {
    escaped(text).replace('\n', " ")
}

/// Text for an error, where a line feed must be seen, because a name may hold one.
pub(crate) fn exact_line(text: &str) -> String {
    escaped(text).replace('\n', "\\n")
}

pub(crate) fn implementation(value: Implementation, words: &Words) -> (String, Style) {
    let style = match value {
        Implementation::NotAssessed => DIM,
        Implementation::NotImplemented => BAD,
        Implementation::Planned | Implementation::Partly => FAIR,
        Implementation::Implemented => GOOD,
    };
    (line(words.label("implementation", value.word())), style)
}

pub(crate) fn applicability(value: Applicability, words: &Words) -> (String, Style) {
    let style = match value {
        Applicability::Applicable => PLAIN,
        Applicability::Excluded => DIM,
        Applicability::Inherited => FAIR,
    };
    (line(words.label("applicability", value.word())), style)
}

pub(crate) fn severity(value: Severity, words: &Words) -> (String, Style) {
    let style = match value {
        Severity::Error => BAD,
        Severity::Warning => FAIR,
        Severity::Info => PLAIN,
    };
    (line(&words.say(&format!("severity.{}", value.word()))), style)
}

pub(crate) fn outcome(value: Outcome, words: &Words) -> (String, Style) {
    let style = match value {
        Outcome::Unmapped | Outcome::NotAssessed => DIM,
        Outcome::Gap => BAD,
        Outcome::GapPossible | Outcome::PartialVerify | Outcome::Partial => FAIR,
        Outcome::SupportedVerify | Outcome::Met => GOOD,
    };
    (line(words.label("outcome", value.word())), style)
}
