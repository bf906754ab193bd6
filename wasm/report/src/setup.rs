//! The set-up: which standard, the organization, suggested exclusions, and the scope.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use annexa_core::assessment::{Mode, Question, YesNo};
use annexa_core::chooser::{Asked, ChooserAnswers, Rates, Start};
use annexa_core::problem::{problem, quoted};
use annexa_core::report::{choice_json, context_json};
use annexa_core::scope::{Statement, statement};
use annexa_core::{Problem, Problems};
use annexa_wasm::Engine;
use annexa_wasm_shared::to_js;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::{Report, wire};

#[wasm_bindgen]
impl Report {
    /// The questions about the organization with their answers and what these suggest, as canonical
    /// JSON.
    #[wasm_bindgen(js_name = contextJson)]
    pub fn context_json(&self, engine: &Engine) -> Vec<u8> {
        context_json(engine.core(), &self.words)
    }

    /// What answers to the chooser's questions recommend, as canonical JSON: the questions that
    /// are answered with yes, and those answered with no. A day rate is a whole number; none, and
    /// no money is spoken of.
    #[wasm_bindgen(js_name = choiceJson)]
    pub fn choice_json(
        &self,
        engine: &Engine,
        yes: Vec<String>,
        no: Vec<String>,
        own_rate: &str,
        bought_rate: &str,
        currency: &str,
    ) -> Vec<u8> {
        let said = |words: &[String], answer| {
            let asked = words.iter().filter_map(|word| Asked::from_word(word));
            asked.map(|asked| (asked, Some(answer))).collect::<Vec<_>>()
        };
        let answers = [said(&yes, YesNo::Yes), said(&no, YesNo::No)].concat();
        let answers = answers
            .into_iter()
            .fold(ChooserAnswers::default(), |answers, (asked, it)| answers.with(asked, it));
        let (own, bought) = (own_rate.parse().ok(), bought_rate.parse().ok());
        let rates = Rates { own, bought, currency: currency.to_string() };
        let core = engine.core();
        let catalogue = core.document().catalogue();
        choice_json(catalogue, &answers, &core.system().context, &rates, &self.words)
    }

    /// The questions of the chooser, and which of them each choice of the start answers with yes.
    #[wasm_bindgen(js_name = chooser, unchecked_return_type = "ChooserView")]
    pub fn chooser(&self) -> JsValue {
        let starts = Start::WORDS.iter().map(|(word, start)| {
            let answers = ChooserAnswers::from(*start);
            let yes = Asked::WORDS.iter().filter(|(_, asked)| answers.get(*asked).is_some());
            let yes = yes.map(|(word, _)| (*word).to_string()).collect();
            wire::StartView { start: (*word).to_string(), yes }
        });
        let asked = Asked::WORDS.iter().map(|(word, _)| (*word).to_string()).collect();
        to_js(&wire::ChooserView { asked, starts: starts.collect() })
    }

    /// Chooses how the standards are used; nothing takes the choice back.
    #[wasm_bindgen(js_name = setMode, unchecked_return_type = "Outcome<ChangedView>")]
    pub fn set_mode(&mut self, engine: &mut Engine, mode: Option<String>) -> JsValue {
        let mode = mode.map(|word| {
            let found = Mode::from_word(&word);
            found.ok_or_else(|| unknown(&word, Mode::WORDS.iter().map(|it| it.0)).at("mode"))
        });
        let mode = mode.transpose().map_err(Problems::from);
        self.changed(mode.and_then(|mode| engine.core_mut().set_mode(mode)))
    }

    /// Changes some answers about the organization: JSON with those that change, `null` for one
    /// that is taken back.
    #[wasm_bindgen(js_name = patchContext, unchecked_return_type = "Outcome<ChangedView>")]
    pub fn patch_context(&mut self, engine: &mut Engine, members: &str) -> JsValue {
        let context = engine.core().system().context.patched(members.as_bytes());
        self.changed(context.and_then(|context| engine.core_mut().set_context(context)))
    }

    /// Excludes controls as a question suggests, with the justification that a person left.
    #[wasm_bindgen(js_name = acceptSuggestions, unchecked_return_type = "Outcome<ChangedView>")]
    pub fn accept_suggestions(
        &mut self,
        engine: &mut Engine,
        question: &str,
        controls: Vec<String>,
        justification: &str,
    ) -> JsValue {
        self.changed(known(question).and_then(|question| {
            engine.core_mut().accept_suggestions(question, &texts(&controls), justification)
        }))
    }

    /// Keeps controls that a question suggests to exclude.
    #[wasm_bindgen(js_name = refuseSuggestions, unchecked_return_type = "Outcome<ChangedView>")]
    pub fn refuse_suggestions(
        &mut self,
        engine: &mut Engine,
        question: &str,
        controls: Vec<String>,
        why: &str,
    ) -> JsValue {
        self.changed(known(question).and_then(|question| {
            engine.core_mut().refuse_suggestions(question, &texts(&controls), why)
        }))
    }

    /// Takes an accepted suggestion back, and the exclusion that came of it.
    #[wasm_bindgen(js_name = withdrawSuggestion, unchecked_return_type = "Outcome<ChangedView>")]
    pub fn withdraw_suggestion(
        &mut self,
        engine: &mut Engine,
        question: &str,
        control: &str,
    ) -> JsValue {
        let question = known(question);
        self.changed(question.and_then(|it| engine.core_mut().withdraw_suggestion(it, control)))
    }

    /// Offers a suggestion again.
    #[wasm_bindgen(js_name = reopenSuggestion, unchecked_return_type = "Outcome<ChangedView>")]
    pub fn reopen_suggestion(
        &mut self,
        engine: &mut Engine,
        question: &str,
        control: &str,
    ) -> JsValue {
        let question = known(question);
        self.changed(question.and_then(|it| engine.core_mut().reopen_suggestion(it, control)))
    }

    /// Changes some parts of the scope statement: JSON with those that change.
    #[wasm_bindgen(js_name = patchScopeParts, unchecked_return_type = "Outcome<ChangedView>")]
    pub fn patch_scope_parts(&mut self, engine: &mut Engine, members: &str) -> JsValue {
        let parts = engine.core().system().scope_parts.patched(members.as_bytes());
        self.changed(parts.and_then(|parts| engine.core_mut().set_scope_parts(parts)))
    }

    /// The scope statement as it stands on reports.
    #[wasm_bindgen(js_name = scope, unchecked_return_type = "ScopeView")]
    pub fn scope(&self, engine: &Engine) -> JsValue {
        let core = engine.core();
        let system = core.system();
        let statement_of = |scope| statement(scope, system);
        let stands = statement_of(&core.document().about.scope);
        let (is_written, changed) = match &stands {
            Statement::Written(_, changed) => {
                (true, changed.iter().map(|name| (*name).to_string()).collect())
            }
            _ => (false, Vec::new()),
        };
        to_js(&wire::ScopeView {
            text: stands.text(&self.words),
            built: statement_of("").text(&self.words),
            is_written,
            changed,
        })
    }
}

fn known(question: &str) -> Result<Question, Problems> {
    let found = Question::from_word(question);
    found.ok_or_else(|| {
        unknown(question, Question::WORDS.iter().map(|it| it.0)).at("question").into()
    })
}

fn unknown(word: &str, words: impl Iterator<Item = &'static str>) -> Problem {
    let words: Vec<String> = words.map(ToString::to_string).collect();
    problem!("E-VALUE", "word", word = quoted(word), words = words)
}

fn texts(words: &[String]) -> Vec<&str> {
    words.iter().map(String::as_str).collect()
}
