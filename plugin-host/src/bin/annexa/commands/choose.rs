//! `annexa choose`: which standard is needed, why, and what it will cost.

use super::{context::answered, pick};
use crate::{
    ask::Person,
    cli::{self, Format},
    failure::Failure,
    input,
    output::Done,
    say::{Say as _, int},
    show::{BOLD, DIM, PLAIN, heading, line, paint},
    table::{width, wrap},
};
use annexa_core::{
    Catalogue, Problems,
    assessment::{Context, YesNo},
    chooser::{Asked, Choice, ChooserAnswers, Rates, Start, choice, costs, no_choice, recommend},
    problem::problem,
    report::{choice_csv, choice_json},
    words::Words,
};
use std::{
    io::{IsTerminal as _, stdin},
    sync::Arc,
};

pub(crate) fn run(
    args: &cli::Choose,
    catalogue: Arc<Catalogue>,
    words: &Words,
) -> Result<Done, Failure> {
    let mut picked = pick::Picked::default();
    let given = answers(args, &mut picked);
    let context = match &args.about {
        Some(file) => input::engine(file, Arc::clone(&catalogue), words)?.system().context.clone(),
        None => Context::default(),
    };
    let context = answered(&context, &args.sets, &mut picked);
    if !picked.0.is_empty() {
        return Err(Failure::bad(words.say("arguments"), Problems(picked.0)));
    }
    let is_asked = given == ChooserAnswers::default() && stdin().is_terminal();
    let answers = if is_asked { ask(words) } else { given };
    let rates = Rates {
        own: args.day_rate.map(u64::from),
        bought: args.bought_day_rate.map(u64::from),
        currency: args.currency.clone(),
    };
    Ok(match args.form.format {
        Format::Json => Done::bytes(choice_json(&catalogue, &answers, &context, &rates, words)),
        Format::Csv => Done::bytes(choice_csv(&catalogue, &answers, &context, &rates, words)),
        Format::Text => Done::text(match recommend(&answers) {
            None => format!("{}\n{}\n", no_choice(words), words.say("choose.none")),
            Some(it) => text(&choice(&it, &costs(&catalogue, &it, &context), &rates, words), words),
        }),
    })
}

/// The answers that were given as arguments; one that is both yes and no is refused.
fn answers(args: &cli::Choose, picked: &mut pick::Picked) -> ChooserAnswers {
    let start = args.start.as_deref().and_then(Start::from_word);
    let mut answers = start.map(ChooserAnswers::from).unwrap_or_default();
    for (list, answer) in [(&args.yes, YesNo::Yes), (&args.no, YesNo::No)] {
        for asked in list.iter().filter_map(|word| Asked::from_word(word)) {
            answers = answers.with(asked, Some(answer));
        }
    }
    for word in args.yes.iter().filter(|word| args.no.contains(word)) {
        picked.0.push(problem!("E-VALUE", "yes_and_no", word = word.as_str()).at("--yes"));
    }
    answers
}

/// Asks one question after the other. Questions that cannot change the recommendation any more are
/// left out.
fn ask(words: &Words) -> ChooserAnswers {
    let mut answers = ChooserAnswers::default();
    let mut person = Person::new();
    person.tell(&words.say("choose.how"));
    let mut number = 0;
    for (word, asked) in Asked::WORDS {
        if !matters(&answers, *asked) {
            continue;
        }
        number += 1;
        let question = words.message(&format!("chooser.question.{word}"), &[]);
        loop {
            let values = [("number", int(number)), ("question", line(&question).into())];
            let Some(typed) = person.ask(&words.say_with("choose.ask", &values)) else {
                return answers;
            };
            let typed = typed.to_lowercase();
            let is =
                |key: &str| words.say(&format!("choose.{key}")).split(' ').any(|it| it == typed);
            let answer = match typed.as_str() {
                "" => None,
                _ if is("yes") => Some(YesNo::Yes),
                _ if is("no") => Some(YesNo::No),
                "?" => {
                    person.tell(&words.message(&format!("chooser.help.{word}"), &[]));
                    continue;
                }
                _ if is("quit") => return answers,
                _ => {
                    person.tell(&words.say("choose.what"));
                    continue;
                }
            };
            answers = answers.with(*asked, answer);
            break;
        }
    }
    answers
}

/// Whether an answer to a question can still change what is recommended.
fn matters(answers: &ChooserAnswers, asked: Asked) -> bool {
    let later = Asked::WORDS.iter().map(|(_, it)| *it).filter(|it| *it > asked);
    let mut ways = vec![answers.clone()];
    for it in later {
        let yes: Vec<ChooserAnswers> =
            ways.iter().map(|way| way.clone().with(it, Some(YesNo::Yes))).collect();
        ways.extend(yes);
    }
    let outcome = |answers: ChooserAnswers| recommend(&answers).map(|it| (it.mode, it.standard));
    ways.into_iter().any(|way| {
        outcome(way.clone().with(asked, Some(YesNo::Yes)))
            != outcome(way.with(asked, Some(YesNo::No)))
    })
}

fn text(choice: &Choice, words: &Words) -> String {
    let mut text = String::new();
    for line in wrap(&line(&choice.recommendation), width()) {
        text.push_str(&format!("{}\n", paint(BOLD, &line)));
    }
    let one = |text: &String| Some(text.clone()).filter(|it| !it.is_empty()).into_iter().collect();
    let (also, benefit): (Vec<String>, Vec<String>) = (one(&choice.also), one(&choice.benefit));
    let costs: Vec<String> = choice.costs.iter().map(|(_, text)| text.clone()).collect();
    for (key, entries, style) in [
        ("because", &choice.because, PLAIN),
        ("also", &also, PLAIN),
        ("benefit", &benefit, PLAIN),
        ("complexity", &choice.complexity, PLAIN),
        ("costs", &costs, PLAIN),
        ("assumptions", &choice.assumptions, DIM),
        ("overdone", &choice.overdone, PLAIN),
    ] {
        if entries.is_empty() {
            continue;
        }
        text.push_str(&heading(&words.say(&format!("choose.{key}"))));
        for entry in entries {
            let mut mark = "- ";
            for part in wrap(&line(entry), width().saturating_sub(mark.len())) {
                text.push_str(&format!("{mark}{}\n", paint(style, &part)));
                mark = "  ";
            }
        }
    }
    text
}
