//! What an assessment with many risks costs: reading it, and everything that follows from it.
//!
//! Prints one line of JSON. The risks of the largest sample are copied, with ids and labels of
//! their own, until there are as many as asked for.
#![allow(missing_docs, reason = "a benchmark is a program")]

use std::hint::black_box;
use std::time::Instant;

use annexa_core::{Catalogue, Document, Engine, problem::Date};
use serde_json::{Value, json};

const SAMPLE: &str = include_str!("../../data/samples/manufacturer.json");
const RISKS: usize = 200;
const ROUNDS: usize = 5;
const TIMES: usize = 9;

fn main() {
    let today: Date = "2026-11-24".parse().expect("a day");
    let catalogue = Catalogue::iso27001_2022();
    let bytes = with_risks(RISKS);
    let read = || Document::from_bytes(catalogue.clone(), &bytes).expect("a valid file");
    let document = read();
    let engine = Engine::from_document(document.clone());
    let times = json!({
        "bytes": bytes.len(),
        "read_us": best(|| { black_box(read()); }),
        "build_us": best(|| { black_box(Engine::from_document(document.clone())); }),
        "clone_us": best(|| { black_box(document.clone()); }),
        "soa_us": best(|| { black_box(engine.soa()); }),
        "lint_us": best(|| { let mut e = engine.clone(); e.set_today(today); black_box(e.lint()); }),
        "gates_us": best(|| { black_box(engine.gates(today)); }),
        "risks_us": best(|| { black_box(engine.risks(today).evaluations()); }),
    });
    println!("{times}");
}

fn with_risks(count: usize) -> Vec<u8> {
    let mut sample: Value = serde_json::from_str(SAMPLE).expect("a sample");
    let risks = sample["risks"].as_array().expect("risks").clone();
    let copies = (0..count).map(|number| {
        let mut risk = risks[number % risks.len()].clone();
        risk["id"] = json!(format!("r-x{number:05}"));
        risk["label"] = json!(format!("R-{}", number + 1));
        risk
    });
    sample["risks"] = copies.collect();
    for name in ["actions", "events", "nonconformities"] {
        sample.as_object_mut().expect("an object").remove(name);
    }
    for answer in sample["answers"].as_array_mut().expect("answers") {
        answer.as_object_mut().expect("an answer").remove("inclusion");
    }
    serde_json::to_vec(&sample).expect("JSON")
}

fn best(mut work: impl FnMut()) -> f64 {
    work();
    let round = |work: &mut dyn FnMut()| {
        let start = Instant::now();
        (0..TIMES).for_each(|_| work());
        start.elapsed().as_secs_f64() * 1e6 / TIMES as f64
    };
    (0..ROUNDS).map(|_| round(&mut work)).fold(f64::INFINITY, f64::min)
}
