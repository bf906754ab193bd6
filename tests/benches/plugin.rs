//! How long the plugin host takes: to compile a plugin, to make an instance, to run one call.
//!
//! Prints one line of JSON with medians in microseconds, for `cargo xtask bench`.

use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

use annexa_core::{Catalogue, Engine, Response};
use annexa_plugin_host::{Host, Limits, builtin};

const COMPILATIONS: usize = 15;
const CALLS: usize = 2_000;

fn main() -> Result<(), Box<dyn Error>> {
    let mut engine = Engine::new(Catalogue::iso27001_2022());
    let responses = [Response::Yes, Response::Partly, Response::No];
    let ids: Vec<String> =
        engine.source_states().iter().map(|finding| finding.id.to_string()).collect();
    for (id, response) in ids.iter().zip(responses.iter().cycle()) {
        engine.respond(id, Some(*response))?;
    }
    let findings = engine.source_states();
    let bytes = builtin("soc2").ok_or("the host carries no plugin `soc2`")?;
    let host = Host::new(Limits::default())?;
    let plugin = host.load("soc2", bytes)?;

    let compile = median(COMPILATIONS, || host.compile("soc2", bytes).map(drop))?;
    let instance = median(CALLS, || plugin.compiled().instantiate().map(drop))?;
    let call = median(CALLS, || plugin.compiled().instantiate()?.assess(&findings).map(drop))?;
    let run = median(CALLS, || plugin.run(&engine).map(drop))?;
    println!(
        "one call of {} findings with the conclusions drawn from it: {run:.1} µs",
        findings.len()
    );
    println!(
        "{{\"findings\":{},\"compile_us\":{compile:.1},\"instance_us\":{instance:.2},\"call_us\":{call:.1}}}",
        findings.len()
    );
    Ok(())
}

/// The median time of `work` in microseconds; a tenth of the rounds goes first and is not counted.
fn median<E>(rounds: usize, work: impl Fn() -> Result<(), E>) -> Result<f64, E> {
    for _ in 0..rounds.div_ceil(10) {
        black_box(work())?;
    }
    let mut durations = Vec::with_capacity(rounds);
    for _ in 0..rounds {
        let start = Instant::now();
        black_box(work())?;
        durations.push(start.elapsed());
    }
    durations.sort_unstable();
    let middle = durations.get(rounds / 2).copied().unwrap_or_default();
    Ok(middle.as_secs_f64() * 1_000_000.0)
}
