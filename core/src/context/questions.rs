//! The questions as data: id, kind, options or range, from the declaration of the answers.

use crate::assessment::{Context, Question};
use crate::record::Kind;

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnswerKind {
    /// With one of these words.
    Words(&'static [&'static str]),
    /// With a whole number, from and to.
    Number(i64, i64),
}

/// Every question in order, with how it is answered. Their sentences are words:
/// `context.question.ID`, `context.help.ID`, `context.option.ID_WORD`.
pub fn questions() -> impl Iterator<Item = (Question, AnswerKind)> {
    Context::SHAPE.fields.iter().filter_map(|field| {
        let kind = match &field.kind {
            Kind::Word(words) => AnswerKind::Words(words.words),
            Kind::Int(min, max) => AnswerKind::Number(*min, *max),
            _ => return None,
        };
        Some((Question::from_word(field.name)?, kind))
    })
}
