//! How values look to people: styles, shares, safe text.

use annexa_core::{
    assessment::{Applicability, Implementation},
    crosswalk::Outcome,
    lint::Severity,
    problem::escaped,
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

/// A share in basis points as a percentage: `62.50 %`.
pub(crate) fn percent(share_bp: u32) -> String {
    format!("{}.{:02} %", share_bp / 100, share_bp % 100)
}

/// A share within a sentence, without needless zeros: `62.5 %`.
pub(crate) fn short_percent(share_bp: u32) -> String {
    let text = format!("{}.{:02}", share_bp / 100, share_bp % 100);
    format!("{} %", text.trim_end_matches('0').trim_end_matches('.'))
}

/// A share that may be unknown; `-` then, which is not the same as nothing.
pub(crate) fn maybe_percent(share_bp: Option<impl Into<u32>>) -> String {
    share_bp.map_or_else(|| "-".to_owned(), |share| percent(share.into()))
}

/// Text from a file or a plugin, made safe for a terminal and put on one line.
pub(crate) fn line(text: &str) -> String {
    escaped(text).replace('\n', " ")
}

/// Text for an error, where a line feed must be seen, because a name may hold one.
pub(crate) fn exact_line(text: &str) -> String {
    escaped(text).replace('\n', "\\n")
}

/// `1 gap`, `2 gaps`.
pub(crate) fn count(number: usize, one: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {one}s") }
}

/// A word of a file as words for people: `gap_possible` is `gap possible`.
pub(crate) fn spaced(word: &str) -> String {
    word.replace('_', " ")
}

pub(crate) fn implementation(value: Implementation) -> (String, Style) {
    let style = match value {
        Implementation::NotAssessed => DIM,
        Implementation::NotImplemented => BAD,
        Implementation::Planned | Implementation::Partly => FAIR,
        Implementation::Implemented => GOOD,
    };
    (value.label().to_owned(), style)
}

pub(crate) fn applicability(value: Applicability) -> (String, Style) {
    let style = match value {
        Applicability::Applicable => PLAIN,
        Applicability::Excluded => DIM,
        Applicability::Inherited => FAIR,
    };
    (value.word().to_owned(), style)
}

pub(crate) fn severity(value: Severity) -> (String, Style) {
    let style = match value {
        Severity::Error => BAD,
        Severity::Warning => FAIR,
        Severity::Info => PLAIN,
    };
    (value.word().to_owned(), style)
}

pub(crate) fn outcome(value: Outcome) -> (String, Style) {
    let text = match value {
        Outcome::PartialVerify => "partial, verify".to_owned(),
        Outcome::SupportedVerify => "supported, verify".to_owned(),
        Outcome::GapPossible => "gap possible, verify".to_owned(),
        _ => spaced(value.word()),
    };
    let style = match value {
        Outcome::Unmapped | Outcome::NotAssessed => DIM,
        Outcome::Gap => BAD,
        Outcome::GapPossible | Outcome::PartialVerify | Outcome::Partial => FAIR,
        Outcome::SupportedVerify | Outcome::Met => GOOD,
    };
    (text, style)
}
