//! What an assessment with many risks costs: reading it, and everything that follows from it.
//!
//! Prints one line of JSON. The risks of the largest sample are copied, with ids and labels of
//! their own, until there are as many as asked for.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a benchmark that cannot read its sample has nothing to measure"
)]

use std::hint::black_box;
use std::time::Instant;

use annexa_core::engine::Plan;
use annexa_core::merge::{Decided, Take, Versions, merge};
use annexa_core::risk::{figures, rank};
use annexa_core::roadmap::{Graph, Phase, Weight, order};
use annexa_core::samples::SAMPLES;
use annexa_core::{Catalogue, Document, Engine, Response, problem::Date};
use serde_json::{Value, json};

const SAMPLE: &str = include_str!("../../data/samples/manufacturer.json");
const RISKS: usize = 200;
const STEPS: usize = 5_000;
const EDGES: usize = 20_000;
/// So many risks make a file that is larger than `MERGED_BYTES`.
const MERGED_RISKS: usize = 140;
const MERGED_BYTES: usize = 175_000;
const UNDONE: usize = 1_001;
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
        "risks": RISKS,
        "bytes": bytes.len(),
        "read_us": best(|| (), |()| { black_box(read()); }),
        "whole_us": best(|| document.clone(), |document| all(Engine::from_document(document), today)),
        "again_us": best(|| engine.clone(), |engine| all(engine, today)),
        "soa_us": best(|| (), |()| { black_box(engine.soa()); }),
        "lint_us": best(|| (), |()| { black_box(engine.lint()); }),
        "gates_us": best(|| (), |()| { black_box(engine.gates(today)); }),
        "roadmap_us": SAMPLES.iter().map(|sample| roadmap(sample.text, today)).fold(0.0, f64::max),
        "order_us": ordering(),
        "merge_us": merging(),
        "undo_us": undoing(&engine),
        "risks_us": best(|| (), |()| { black_box(engine.risks(today).evaluations()); }),
    });
    println!("{times}");
}

/// Everything that follows from an assessment.
fn all(mut engine: Engine, today: Date) {
    engine.set_today(today);
    let risks = engine.risks(today);
    let evaluations = risks.evaluations();
    black_box(rank(&risks, &evaluations));
    black_box(figures(&risks, &evaluations));
    black_box((engine.soa(), engine.lint(), engine.gates(today), engine.gaps()));
}

/// The roadmap of a sample, with its sums, weeks and reasons.
fn roadmap(sample: &str, today: Date) -> f64 {
    let document = Document::from_bytes(Catalogue::iso27001_2022(), sample.as_bytes());
    let engine = Engine::from_document(document.expect("a valid sample"));
    best(|| (), |()| _ = black_box(engine.roadmap(today, Plan::default())))
}

/// Three files read and merged: two people have changed every third risk and answer each, and one
/// value both.
fn merging() -> f64 {
    let base: Value = serde_json::from_slice(&with_risks(MERGED_RISKS)).expect("JSON");
    let version = |first: usize, name: &str| {
        let mut version = base.clone();
        let entries = ["risks", "answers"].into_iter().zip(["owner", "notes"]);
        for (member, field) in entries {
            let list = version[member].as_array_mut().expect("a list");
            list.iter_mut().skip(first).step_by(3).for_each(|entry| entry[field] = json!(name));
        }
        version["about"]["version"] = json!(name);
        serde_json::to_vec(&version).expect("JSON")
    };
    let files = [serde_json::to_vec(&base).expect("JSON"), version(0, "Ada"), version(1, "Bo")];
    assert!(files.iter().all(|file| file.len() > MERGED_BYTES), "files of that size");
    best(
        || (),
        |()| {
            let read = |file: &Vec<u8>| {
                Document::from_bytes(Catalogue::iso27001_2022(), file).expect("a valid file")
            };
            let [base, ours, theirs] = files.each_ref().map(read);
            let versions = Versions {
                base: Some(&base),
                ours: &ours,
                theirs: &theirs,
                may_be_unrelated: false,
            };
            let rest = Decided { choices: Vec::new(), rest: Some(Take::Ours) };
            let merged = merge(versions, &rest).expect("versions of one assessment");
            assert!(merged.conflicts.len() == 1 && merged.document.is_some(), "one is decided");
            black_box(&merged);
        },
    )
}

/// An answer taken back, in the middle of the rounds.
fn undoing(engine: &Engine) -> f64 {
    let mut engine = engine.clone();
    let mut times: Vec<f64> = (0..UNDONE)
        .map(|round| {
            let response = if round % 2 == 0 { Response::No } else { Response::Partly };
            engine.respond("A.8.13", Some(response)).expect("a control");
            let start = Instant::now();
            let turned = engine.undo();
            let time_us = start.elapsed().as_secs_f64() * 1e6;
            assert!(turned.is_some(), "something was done");
            time_us
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[UNDONE / 2]
}

/// The order of many steps that wait for each other.
fn ordering() -> f64 {
    let mut number = 7_usize;
    let mut below = |limit: usize| {
        number =
            number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (number >> 33) % limit
    };
    let edges = (0..EDGES).map(|_| {
        let then = 1 + below(STEPS - 1);
        (below(then), then)
    });
    let edges: Vec<(usize, usize)> = edges.collect();
    let weights = (0..STEPS).map(|_| Weight {
        base: Phase::WORDS[below(Phase::WORDS.len())].1,
        priority: u32::try_from(below(10_000)).expect("a priority"),
        high_cd: u64::try_from(below(2_000)).expect("an effort"),
    });
    let weights: Vec<Weight> = weights.collect();
    best(
        || (),
        |()| {
            let (graph, circles) = Graph::new(STEPS, &edges).opened();
            assert!(circles.is_empty(), "edges lead to later steps alone");
            black_box(order(&graph, &weights));
        },
    )
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

/// The microseconds of the best round; `make` is not counted.
fn best<T>(make: impl Fn() -> T, work: impl Fn(T)) -> f64 {
    let round = || {
        let made: Vec<T> = (0..TIMES).map(|_| make()).collect();
        let start = Instant::now();
        made.into_iter().for_each(&work);
        start.elapsed().as_secs_f64() * 1e6 / TIMES as f64
    };
    round();
    (0..ROUNDS).map(|_| round()).fold(f64::INFINITY, f64::min)
}
