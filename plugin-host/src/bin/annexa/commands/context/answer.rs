//! Answers to questions about the organization, as a person types them.

use super::super::pick::Picked;
use annexa_core::{
    Problem,
    assessment::{Context, Question},
    context::{AnswerKind, questions},
    problem::{problem, quoted},
};

/// The argument in which they are typed.
const SET: &str = "--set";

/// Answers with those in the place of which others were typed; one without a value is taken back.
pub(crate) fn answered(context: &Context, sets: &[String], picked: &mut Picked) -> Context {
    let mut members = Vec::new();
    for text in sets {
        let (question, value) = text.split_once('=').unwrap_or((text, ""));
        let member = member(question.trim(), value.trim());
        members.extend(picked.keep(SET, member));
    }
    let json = format!("{{{}}}", members.join(","));
    match context.patched(json.as_bytes()) {
        Ok(context) => context,
        Err(problems) => {
            picked.0.extend(problems.0);
            context.clone()
        }
    }
}

/// A question and its value as a member of JSON.
fn member(question: &str, value: &str) -> Result<String, Problem> {
    let found = questions().find(|(known, _)| known.word() == question);
    let Some((question, kind)) = found else {
        let words = questions().map(|(known, _)| quoted(known.word())).collect::<Vec<_>>();
        let words = words.join(", ");
        return Err(problem!("E-VALUE", "word", word = quoted(question), words = words));
    };
    let json = json(question, kind, value)?;
    Ok(format!("\"{}\":{json}", question.word()))
}

fn json(question: Question, kind: AnswerKind, value: &str) -> Result<String, Problem> {
    match kind {
        _ if value.is_empty() => Ok("null".to_owned()),
        AnswerKind::Words(words) if words.contains(&value) => Ok(format!("\"{value}\"")),
        AnswerKind::Words(words) => {
            let words = words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(", ");
            let refused = problem!("E-VALUE", "word", word = quoted(value), words = words);
            Err(refused.at(question.word()))
        }
        AnswerKind::Number(min, max) => match value.parse::<i64>() {
            Ok(number) if (min..=max).contains(&number) => Ok(number.to_string()),
            _ => {
                let (min, max) = (min.to_string(), max.to_string());
                let number = quoted(value).trim_matches('`').to_owned();
                Err(problem!("E-RANGE", "number", number = number, min = min, max = max))
            }
        },
    }
}
