//! `annexa-cases FOLDER`: every case as JSON, for scripts that hold other engines to the cases.

use std::path::Path;
use std::process::ExitCode;

use serde_json::json;

fn main() -> ExitCode {
    let folder = std::env::args().nth(1);
    let Some(folder) = folder else {
        eprintln!("usage: annexa-cases FOLDER");
        return ExitCode::from(2);
    };
    let cases = match annexa_cases::load(Path::new(&folder)) {
        Ok(cases) => cases,
        Err(faults) => {
            faults.iter().for_each(|fault| eprintln!("{fault}"));
            return ExitCode::FAILURE;
        }
    };
    let all = cases.iter().map(|case| {
        let runs = case.runs.iter().map(|run| {
            let checks = run.checks.iter().map(|(line, check)| check.to_json(*line));
            json!({ "today": run.today, "checks": checks.collect::<Vec<_>>() })
        });
        json!({
            "area": case.area.word(),
            "file": case.file,
            "line": case.line,
            "rule": case.rule,
            "title": case.title,
            "document": String::from_utf8_lossy(&case.document),
            "runs": runs.collect::<Vec<_>>(),
        })
    });
    println!("{}", serde_json::Value::Array(all.collect()));
    ExitCode::SUCCESS
}
