//! One instance for one call.

use crate::{Compiled, Error, bindings::mapper, convert, engine::TICK_MS, error::Phase};
use annexa_core::crosswalk::{Description, Mapping, Remark, SourceState, Target};
use annexa_vocabulary::{Problem, problem};
use std::str::Utf8Error;
use wasmtime::{
    PoolConcurrencyLimitError, Store, StoreLimits, StoreLimitsBuilder, Trap, WasmBacktrace,
};

/// An instance of a plugin. It is used up by a call, so nothing stays from one call to the next.
pub struct Instance<'a> {
    plugin: &'a Compiled,
    store: Store<State>,
    guest: crate::bindings::Crosswalk,
}

/// What the host keeps beside an instance.
pub(crate) struct State {
    limits: StoreLimits,
}

impl<'a> Instance<'a> {
    pub(crate) fn new(plugin: &'a Compiled) -> Result<Self, Error> {
        let limits = StoreLimitsBuilder::new()
            .memory_size(plugin.limits.memory_bytes)
            .table_elements(plugin.limits.admission.table_elements.try_into().unwrap_or(usize::MAX))
            .instances(4)
            .memories(1)
            .tables(4)
            // A plugin that asks for too much is told no, as in a browser.
            .trap_on_grow_failure(false)
            .build();
        let mut store = Store::new(&plugin.engine, State { limits });
        store.limiter(|state| &mut state.limits);
        store.set_hostcall_fuel(plugin.limits.output_bytes);
        // Both budgets start before the instance is made: making it may run code.
        store.set_epoch_deadline(plugin.limits.deadline_ms.div_ceil(TICK_MS).saturating_add(1));
        let guest =
            store.set_fuel(plugin.limits.fuel).and_then(|()| plugin.pre.instantiate(&mut store));
        match guest {
            Ok(guest) => Ok(Self { plugin, store, guest }),
            Err(cause) => Err(failure(plugin, Phase::Instantiate, "", &cause)),
        }
    }

    /// Asks what the plugin is.
    ///
    /// # Errors
    ///
    /// When the call fails, or breaks a budget.
    pub fn describe(self) -> Result<Description, Error> {
        self.call("describe", |guest, store| guest.call_describe(store)).map(convert::description)
    }

    /// Asks for the targets.
    ///
    /// # Errors
    ///
    /// When the call fails, or breaks a budget.
    pub fn targets(self) -> Result<Vec<Target>, Error> {
        let targets = self.call("targets", |guest, store| guest.call_targets(store))?;
        Ok(targets.into_iter().map(convert::target).collect())
    }

    /// Asks for the table.
    ///
    /// # Errors
    ///
    /// When the call fails, or breaks a budget.
    pub fn mappings(self) -> Result<Vec<Mapping>, Error> {
        let mappings = self.call("mappings", |guest, store| guest.call_mappings(store))?;
        Ok(mappings.into_iter().map(convert::mapping).collect())
    }

    /// Asks for words about the targets, in the light of the states of its sources.
    ///
    /// # Errors
    ///
    /// When the call fails, breaks a budget, or ends in an error of the plugin's own
    /// (`E-PLUGIN`).
    pub fn assess(self, states: &[SourceState]) -> Result<Vec<Remark>, Error> {
        let states: Vec<mapper::SourceState> = states.iter().map(convert::state).collect();
        let plugin = self.plugin;
        let remarks = self.call("assess", |guest, store| guest.call_assess(store, &states))?;
        match remarks {
            Ok(remarks) => Ok(remarks.into_iter().map(convert::remark).collect()),
            Err(words) => {
                let words: String = words.chars().take(500).collect();
                Err(Error::new(&plugin.name, Phase::Call, problem!("E-PLUGIN", words = words)))
            }
        }
    }

    fn call<T>(
        mut self,
        function: &str,
        call: impl FnOnce(&mapper::Guest, &mut Store<State>) -> wasmtime::Result<T>,
    ) -> Result<T, Error> {
        call(self.guest.annexa_crosswalk_mapper(), &mut self.store)
            .map_err(|cause| failure(self.plugin, Phase::Call, function, &cause))
    }
}

/// Says what went wrong in the words of this host.
fn failure(plugin: &Compiled, phase: Phase, function: &str, cause: &wasmtime::Error) -> Error {
    let limits = &plugin.limits;
    let place = if function.is_empty() { "start".to_owned() } else { format!("`{function}`") };
    let chain = format!("{cause:#}");
    let (phase, problem) = match cause.downcast_ref::<Trap>() {
        Some(Trap::Interrupt) => (phase, problem!("E-DEADLINE", count = limits.deadline_ms)),
        Some(Trap::OutOfFuel) => (phase, problem!("E-FUEL", count = limits.fuel)),
        Some(Trap::StackOverflow) => {
            (phase, problem!("E-STACK", "limit", count = limits.stack_bytes))
        }
        Some(trap) => (phase, trapped(*trap, cause)),
        // The one cause that has no type of its own; a test holds the words.
        None if chain.contains("fuel allocated for hostcalls") => {
            (Phase::Lift, problem!("E-OUTPUT", count = limits.output_bytes))
        }
        None if cause.is::<Utf8Error>() => (Phase::Lift, problem!("E-UTF8")),
        None if cause.is::<PoolConcurrencyLimitError>() => (Phase::Instantiate, problem!("E-BUSY")),
        None if phase == Phase::Call => (Phase::Lift, problem!("E-RESULT", "cause", cause = chain)),
        None => (phase, problem!("E-INSTANCE", "cause", cause = chain)),
    };
    Error::new(&plugin.name, phase, problem.at(place))
}

/// What stopped the plugin, and where, as far as its file kept names.
fn trapped(trap: Trap, cause: &wasmtime::Error) -> Problem {
    let frames = frames(cause);
    match (trap, frames.is_empty()) {
        (Trap::UnreachableCodeReached, true) => problem!("E-TRAP", "panic"),
        (Trap::UnreachableCodeReached, false) => problem!("E-TRAP", "panic_in", frames = frames),
        (_, true) => problem!("E-TRAP", "stopped", trap = words(trap)),
        (_, false) => problem!("E-TRAP", "stopped_in", trap = words(trap), frames = frames),
    }
}

/// The engine's words for a trap, without its prefix.
fn words(trap: Trap) -> String {
    let words = trap.to_string();
    words.strip_prefix("wasm trap: ").map_or_else(|| words.clone(), str::to_owned)
}

/// The innermost functions that have a name, where the plugin's file kept names; else nothing.
fn frames(cause: &wasmtime::Error) -> String {
    let trace = cause.downcast_ref::<WasmBacktrace>();
    let frames = trace.map(WasmBacktrace::frames).unwrap_or_default();
    let names: Vec<&str> = frames.iter().filter_map(|frame| frame.func_name()).take(4).collect();
    names.join(" <- ")
}
