//! Reads assessments from standard input, a line for each with its day in front, and writes for each
//! a line with all that the engine concludes of it: the canonical JSON texts, without line feeds.

use std::io::{BufRead as _, Write as _, stdin, stdout};

use annexa_core::assessment::YesNo;
use annexa_core::chooser::{Asked, ChooserAnswers, Rates};
use annexa_core::engine::Plan;
use annexa_core::problem::Date;
use annexa_core::report::{
    choice_json, context_json, gates_json, lint_json, over_json, papers_json, report_json,
    risks_json, roadmap_json, soa_json,
};
use annexa_core::words::Words;
use annexa_core::{Catalogue, Engine};

/// Stands in the place of a day where only the choice is asked for.
const CHOOSE: &str = "choose";

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let mut engine = Engine::new(Catalogue::iso27001_2022());
    let mut out = stdout().lock();
    for line in stdin().lock().lines() {
        for text in concluded(&mut engine, &line?)? {
            let text = String::from_utf8(text)?.replace('\n', "");
            write!(out, "{text}\t")?;
        }
        writeln!(out)?;
        out.flush()?;
    }
    Ok(())
}

/// What follows from one assessment, without words: they are not what is compared.
fn concluded(engine: &mut Engine, line: &str) -> Result<Vec<Vec<u8>>, Failure> {
    let form = "a line is a day, what was chosen and an assessment, with spaces between";
    let (day, rest) = line.split_once(' ').ok_or(form)?;
    let (chosen, file) = rest.split_once(' ').ok_or(form)?;
    let words = Words::empty();
    let choice = |engine: &Engine| {
        let (document, rates) = (engine.document(), Rates::default());
        choice_json(
            document.catalogue(),
            &answers(chosen),
            &engine.system().context,
            &rates,
            &words,
        )
    };
    if day == CHOOSE {
        engine.load(file.as_bytes())?;
        return Ok(vec![choice(engine)]);
    }
    let today: Date = day.parse()?;
    engine.set_today(today);
    if let Err(error) = engine.load(file.as_bytes()) {
        return Ok(vec![format!("{error:?}").into_bytes()]);
    }
    Ok(vec![
        report_json(engine, &words),
        soa_json(engine, &engine.soa(), &words),
        risks_json(engine, today, &words),
        gates_json(engine, today, &words),
        lint_json(engine, &engine.lint_records(today, &words), today),
        roadmap_json(engine, today, Plan::default(), None, &words),
        over_json(engine, today, &words),
        context_json(engine, &words),
        papers_json(engine, today, &words),
        choice(engine),
    ])
}

/// A letter for each question of the chooser: yes, no, or anything else for no answer.
fn answers(chosen: &str) -> ChooserAnswers {
    let asked = Asked::WORDS.iter().zip(chosen.chars());
    asked.fold(ChooserAnswers::default(), |answers, ((_, asked), letter)| match letter {
        'y' => answers.with(*asked, Some(YesNo::Yes)),
        'n' => answers.with(*asked, Some(YesNo::No)),
        _ => answers,
    })
}
