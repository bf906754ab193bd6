//! The questions about the organization with their answers, and what they suggest, as canonical
//! JSON; and a recommendation of the chooser.

use alloc::string::String;
use alloc::vec::Vec;

use super::{bare, top, written, written_bare};
use crate::assessment::{Context, Mode, Question, Verdict};
use crate::catalogue::{Catalogue, Item};
use crate::chooser::{About, ChooserAnswers, Rates, Standard, choice, costs, no_choice, recommend};
use crate::context::{AnswerKind, answer_text, questions};
use crate::csv::CsvWriter;
use crate::effort::{CountStep, count_steps};
use crate::engine::Engine;
use crate::record::{Top, output, word_members};
use crate::words::Words;

pub(super) const CONTEXT: Top = top::<ContextOf<'_>>("annexa-context");
pub(super) const CHOICE: Top = bare::<ChoiceOf>("annexa-choice");

word_members! { Question Verdict Standard About }

output! {
    /// The questions about the organization, their answers, and what these suggest.
    struct ContextOf<'a> {
        /// How the standards are used.
        mode: Mode,
        /// Whether somebody chose that.
        mode_is_chosen: bool,
        /// What that means, in words.
        mode_text: String,
        /// Every question, in order.
        questions: Vec<QuestionEntry<'a>>,
        /// Every exclusion that the answers suggest.
        suggestions: Vec<SuggestionEntry<'a>>,
    }

    /// A question about the organization.
    struct QuestionEntry<'a> {
        /// Its id.
        id: Question,
        /// The question.
        text: String,
        /// Why it is asked.
        help: String,
        /// The answer: a word or a number; none while nobody answered.
        answer: Option<String>,
        /// What may be answered, where it is one of several words.
        options: Vec<OptionEntry<'a>>,
        /// The steps of a number, for whoever does not know the exact one.
        steps: Vec<StepEntry>,
    }

    /// A step of a number.
    struct StepEntry {
        /// The smallest number.
        from: u32,
        /// The largest; none where it is open.
        to: Option<u32>,
        /// The number that stands for the step.
        typical: u32,
    }

    /// What may be answered.
    struct OptionEntry<'a> {
        /// The word that a file has for it.
        word: &'a str,
        /// The same for people.
        text: String,
    }

    /// A control that an answer makes doubtful.
    struct SuggestionEntry<'a> {
        /// The control.
        control: &'a str,
        /// The question.
        question: Question,
        /// Why, in words.
        text: String,
        /// The text with which a justification starts.
        justification: String,
        /// What was decided; none while it is open.
        decision: Option<Verdict>,
        /// Whether it is offered.
        offered: bool,
    }

    /// Which standard is recommended, why, and what it costs. Without a recommendation only the
    /// first sentence stands there.
    struct ChoiceOf {
        /// How the standards are used.
        mode: Option<Mode>,
        /// Which standard.
        standard: Option<Standard>,
        /// What is recommended, in words.
        recommendation: String,
        /// The answers that led there.
        because: Vec<Line>,
        /// Why the guidance is recommended too.
        also: Option<String>,
        /// What one gets for it.
        benefit: Option<String>,
        /// What makes it laborious.
        complexity: Vec<Line>,
        /// Days, months, auditors, documents.
        costs: Vec<CostLine>,
        /// What the figures rest on.
        assumptions: Vec<Line>,
        /// What people overdo.
        overdone: Vec<Line>,
        /// Low, likely and high effort until everything is in place, in hundredths of a day.
        initial_cd: Option<Ends>,
        /// The same of each year after.
        running_cd: Option<Ends>,
        /// The same of the weeks to stage 2, or until everything is built where there are no
        /// clauses.
        weeks: Option<Ends>,
    }

    /// A sentence about what it costs.
    struct CostLine {
        /// What it is about.
        about: About,
        /// The sentence.
        text: String,
    }

    /// A sentence.
    struct Line {
        /// The sentence.
        text: String,
    }

    /// A range.
    struct Ends {
        /// If things go well.
        low: u64,
        /// As many expect more as expect less.
        likely: u64,
        /// If things go badly.
        high: u64,
    }
}

/// Questions, answers and suggestions as canonical JSON.
pub fn context_json(engine: &Engine, words: &Words) -> Vec<u8> {
    let (system, items) = (engine.system(), engine.document().catalogue().items());
    let say = |parts: &[&str]| words.message(&parts.concat(), &[]);
    let asked = questions().map(|(id, kind)| {
        let options = match kind {
            AnswerKind::Words(words) => words,
            AnswerKind::Number(..) => &[],
        };
        let options = options.iter().map(|word| OptionEntry {
            word,
            text: say(&["context.option.", id.word(), "_", word]),
        });
        QuestionEntry {
            id,
            text: say(&["context.question.", id.word()]),
            help: say(&["context.help.", id.word()]),
            answer: answer_text(&system.context, id),
            options: options.collect(),
            steps: count_steps(id)
                .into_iter()
                .map(|CountStep { from, to, typical }| StepEntry { from, to, typical })
                .collect(),
        }
    });
    let suggestions = engine.suggestions();
    let suggested = suggestions.iter().map(|it| SuggestionEntry {
        control: items.get(it.item).map_or("", Item::id),
        question: it.question,
        text: say(&["context.suggest.", it.rule]),
        justification: say(&["context.justification.", it.rule]),
        decision: it.decision,
        offered: it.is_open(),
    });
    let own = ContextOf {
        mode: system.mode(),
        mode_is_chosen: system.mode.is_some(),
        mode_text: say(&["context.mode.", system.mode().word()]),
        questions: asked.collect(),
        suggestions: suggested.collect(),
    };
    written("annexa-context", engine, &own).finish()
}

/// What answers to the chooser's questions recommend, as canonical JSON.
pub fn choice_json(
    catalogue: &Catalogue,
    answers: &ChooserAnswers,
    context: &Context,
    rates: &Rates,
    words: &Words,
) -> Vec<u8> {
    let lines = |texts: Vec<String>| texts.into_iter().map(|text| Line { text }).collect();
    let costs_of = |costs: Vec<(About, String)>| {
        costs.into_iter().map(|(about, text)| CostLine { about, text }).collect()
    };
    let ends = |[low, likely, high]: [u64; 3]| Some(Ends { low, likely, high });
    let own = match recommend(answers) {
        None => ChoiceOf {
            mode: None,
            standard: None,
            recommendation: no_choice(words),
            because: Vec::new(),
            also: None,
            benefit: None,
            complexity: Vec::new(),
            costs: Vec::new(),
            assumptions: Vec::new(),
            overdone: Vec::new(),
            initial_cd: None,
            running_cd: None,
            weeks: None,
        },
        Some(it) => {
            let costs = costs(catalogue, &it, context);
            let text = choice(&it, &costs, rates, words);
            let calendar = &costs.calendar;
            let has_clauses = it.mode.has_clauses();
            ChoiceOf {
                mode: Some(it.mode),
                standard: Some(it.standard),
                recommendation: text.recommendation,
                because: lines(text.because),
                also: Some(text.also).filter(|text| !text.is_empty()),
                benefit: Some(text.benefit),
                complexity: lines(text.complexity),
                costs: costs_of(text.costs),
                assumptions: lines(text.assumptions),
                overdone: lines(text.overdone),
                initial_cd: ends(costs.initial.ends()),
                running_cd: ends(costs.running.ends()),
                weeks: ends(if has_clauses {
                    calendar.stage_2_weeks
                } else {
                    calendar.build_weeks
                }),
            }
        }
    };
    written_bare("annexa-choice", &own).finish()
}

/// Questions with their answers, and then suggestions with what was decided, as CSV.
pub fn context_csv(engine: &Engine, words: &Words) -> Vec<u8> {
    let (system, items) = (engine.system(), engine.document().catalogue().items());
    let mut csv = CsvWriter::new(&["kind", "id", "text", "answer", "decision"]);
    for (id, _) in questions() {
        let text = words.message(&["context.question.", id.word()].concat(), &[]);
        let answer = answer_text(&system.context, id).unwrap_or_default();
        csv.row(["question", id.word(), &text, &answer, ""]);
    }
    for it in engine.suggestions() {
        let text = words.message(&["context.suggest.", it.rule].concat(), &[]);
        let control = items.get(it.item).map_or("", Item::id);
        let decision = it.decision.map_or("", Verdict::word);
        csv.row(["suggestion", control, &text, it.question.word(), decision]);
    }
    csv.finish()
}

/// What answers to the chooser's questions recommend, as CSV: a row for each sentence.
pub fn choice_csv(
    catalogue: &Catalogue,
    answers: &ChooserAnswers,
    context: &Context,
    rates: &Rates,
    words: &Words,
) -> Vec<u8> {
    let mut csv = CsvWriter::new(&["part", "text"]);
    let Some(it) = recommend(answers) else {
        csv.row(["recommendation", &no_choice(words)]);
        return csv.finish();
    };
    let text = choice(&it, &costs(catalogue, &it, context), rates, words);
    for (part, text) in [("recommendation", &text.recommendation), ("also", &text.also)] {
        if !text.is_empty() {
            csv.row([part, text]);
        }
    }
    csv.row(["benefit", &text.benefit]);
    let costs: Vec<String> = text.costs.iter().map(|(_, text)| text.clone()).collect();
    let parts = [
        ("because", &text.because),
        ("complexity", &text.complexity),
        ("costs", &costs),
        ("assumptions", &text.assumptions),
        ("overdone", &text.overdone),
    ];
    for (part, texts) in parts {
        texts.iter().for_each(|text| csv.row([part, text]));
    }
    csv.finish()
}
