//! Reads assessments from standard input, a line for each with its day in front, and writes for each
//! a line with all that the engine concludes of it: the canonical JSON texts, without line feeds.

use std::io::{BufRead as _, Write as _, stdin, stdout};

use annexa_core::engine::Plan;
use annexa_core::problem::Date;
use annexa_core::report::{
    gates_json, lint_json, over_json, report_json, risks_json, roadmap_json, soa_json,
};
use annexa_core::words::Words;
use annexa_core::{Catalogue, Engine};

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
    let (day, file) = line.split_once(' ').ok_or("a line is a day, a space and an assessment")?;
    let today: Date = day.parse()?;
    let words = Words::empty();
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
    ])
}
