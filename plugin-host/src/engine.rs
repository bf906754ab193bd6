//! The compiler and the clock of the sandbox.

use crate::{Error, Limits, error::Phase, system_words};
use annexa_vocabulary::{Problem, problem};
use std::{thread, time::Duration};
use wasmtime::{
    Config, Enabled, Engine, InstanceAllocationStrategy, OptLevel, PoolingAllocationConfig,
    WasmFeatures,
};

/// How often the clock of the sandbox ticks.
pub(crate) const TICK_MS: u64 = 10;
/// Addresses that a memory gets where there are few of them; a plugin of the ordinary kind needs
/// a quarter.
const LEAST_BYTES: u64 = 1 << 20;
/// Instances that may exist at the same time.
const INSTANCES: u32 = 8;

/// Makes an engine and starts its clock.
pub(crate) fn engine(limits: &Limits) -> Result<Engine, Error> {
    let failed = |problem: Problem| Error::new("(all)", Phase::Start, problem);
    // Each step down reserves fewer addresses, of which a small machine may not have enough.
    // With the whole 32-bit range reserved the compiler leaves bounds checks out, which makes
    // both compiling and running faster; a pool makes instances faster.
    let small = u64::try_from(limits.memory_bytes).unwrap_or(u64::MAX);
    let pooled = |reservation_bytes, guard_bytes| {
        let mut config = config(limits);
        config.memory_reservation(reservation_bytes).memory_guard_size(guard_bytes);
        Engine::new(config.allocation_strategy(pool(limits)))
    };
    let engine = pooled(4 << 30, 32 << 20).or_else(|_| pooled(small, 64 << 10)).or_else(|_| {
        // The last step reserves hardly more than a plugin uses; a memory that grows moves.
        Engine::new(config(limits).memory_reservation(LEAST_BYTES).memory_guard_size(64 << 10))
    });
    let engine = engine
        .map_err(|cause| failed(problem!("E-ENGINE", "sandbox", cause = format!("{cause:#}"))))?;
    let weak = engine.weak();
    let clock = move || {
        while let Some(engine) = weak.upgrade() {
            engine.increment_epoch();
            drop(engine);
            thread::sleep(Duration::from_millis(TICK_MS));
        }
    };
    let clock = thread::Builder::new().name("plugin-clock".to_owned()).spawn(clock);
    clock
        .map(|_| engine)
        .map_err(|cause| failed(problem!("E-ENGINE", "clock", cause = system_words(&cause))))
}

fn config(limits: &Limits) -> Config {
    let mut config = Config::new();
    config
        .wasm_component_model(true)
        .concurrency_support(false)
        .consume_fuel(true)
        .epoch_interruption(true)
        .max_wasm_stack(limits.stack_bytes)
        .cranelift_opt_level(OptLevel::Speed)
        // A float has more than one not-a-number, and engines differ in which they make.
        .cranelift_nan_canonicalization(true)
        .memory_reservation_for_growth(0);
    for feature in [
        WasmFeatures::FLOATS,
        WasmFeatures::SIMD,
        WasmFeatures::RELAXED_SIMD,
        WasmFeatures::THREADS,
        WasmFeatures::MEMORY64,
        WasmFeatures::MULTI_MEMORY,
        WasmFeatures::TAIL_CALL,
        WasmFeatures::EXCEPTIONS,
        WasmFeatures::CUSTOM_PAGE_SIZES,
    ] {
        config.wasm_features(feature, false);
    }
    config
}

fn pool(limits: &Limits) -> InstanceAllocationStrategy {
    let mut pool = PoolingAllocationConfig::new();
    pool.total_component_instances(INSTANCES)
        .total_core_instances(INSTANCES)
        .total_memories(INSTANCES)
        .total_tables(INSTANCES)
        .max_memory_size(limits.memory_bytes)
        .table_elements(usize::try_from(limits.admission.table_elements).unwrap_or(usize::MAX))
        .max_core_instances_per_component(1)
        .max_memories_per_component(1)
        .max_tables_per_component(1)
        .linear_memory_keep_resident(1 << 20)
        .pagemap_scan(Enabled::Auto);
    InstanceAllocationStrategy::Pooling(pool)
}
