//! What a function body uses: its locals, its blocks, and the kinds of its instructions.

use super::{limits::Limits, refusal::Report};
use wasmparser::{
    BinaryReaderError, BlockType, FunctionBody, OperatorsReader, ValType, VisitOperator,
};

const SPLIT: &str = "split the function, or build with optimisation (`--release`)";
pub(super) const FLOAT: &str =
    "use integers, for instance basis points; `format!` of a float counts as well";
const SIMD: &str = "build without `-C target-feature=+simd128`";
const THREADS: &str = "build without `-C target-feature=+atomics`";
const FEATURE: &str = "build for the target `wasm32-unknown-unknown` without extra target features";

/// What one instruction means to the gate.
#[derive(Clone, Copy)]
enum Step {
    Plain,
    Open,
    Close,
    Table(u32),
    Float,
    Foreign(&'static str),
}

/// Checks the body of function `index` and returns the number of its locals.
pub(super) fn check(
    body: &FunctionBody<'_>,
    index: u32,
    limits: &Limits,
    report: &mut Report,
) -> u64 {
    let place = || format!("function {index}");
    let size_bytes = u64::try_from(body.as_bytes().len()).unwrap_or(u64::MAX);
    let size = (size_bytes, limits.body_bytes);
    report.at_most("E-TOO-LARGE", place(), "bytes of code in one function", size, SPLIT);
    let mut locals = 0;
    let outcome = walk(body, limits, &mut locals, &mut |code, message, fix| {
        report.add(code, place(), message, fix);
    });
    if let Err(error) = outcome {
        refuse_unreadable(&error, place(), report);
    }
    locals
}

/// Checks the instructions of a constant expression.
pub(super) fn check_constant(reader: OperatorsReader<'_>, place: &str, report: &mut Report) {
    let outcome = walk_operators(reader, &Limits::default(), &mut |code, message, fix| {
        report.add(code, place, message, fix);
    });
    if let Err(error) = outcome {
        refuse_unreadable(&error, place.to_owned(), report);
    }
}

/// Checks the type of a value: a global, a local, a parameter or a result.
pub(super) fn check_value(ty: ValType, place: impl FnOnce() -> String, report: &mut Report) {
    match ty {
        ValType::F32 | ValType::F64 => {
            report.add("E-FLOAT", place(), "a value is a floating-point number", FLOAT);
        }
        ValType::V128 => report.add("E-SIMD", place(), "a value is a vector", SIMD),
        ValType::I32 | ValType::I64 | ValType::Ref(_) => {}
    }
}

fn refuse_unreadable(error: &BinaryReaderError, place: String, report: &mut Report) {
    if error.message().starts_with("unexpected SIMD opcode") {
        report.add("E-SIMD", place, "an instruction works on vectors", SIMD);
    } else {
        let message = format!("{} at byte {}", one_line(error.message()), error.offset());
        report.add("E-MALFORMED", place, message, "build the plugin anew");
    }
}

/// The parser's words without its line breaks and columns.
pub(super) fn one_line(message: &str) -> String {
    message.split_whitespace().collect::<Vec<_>>().join(" ")
}

type Complain<'a> = dyn FnMut(&'static str, String, &'static str) + 'a;

fn walk(
    body: &FunctionBody<'_>,
    limits: &Limits,
    locals: &mut u64,
    complain: &mut Complain<'_>,
) -> Result<(), BinaryReaderError> {
    let mut groups = body.get_locals_reader()?.into_iter();
    let mut kinds = Report::default();
    for group in groups.by_ref() {
        let (count, ty) = group?;
        *locals += u64::from(count);
        check_value(ty, String::new, &mut kinds);
    }
    for refusal in kinds.finish() {
        let fix = if refusal.code == "E-FLOAT" { FLOAT } else { SIMD };
        complain(refusal.code, refusal.message, fix);
    }
    if *locals > u64::from(limits.locals_per_function) {
        let limit = limits.locals_per_function;
        complain("E-LOCALS", format!("{locals} locals, at most {limit} are admitted"), SPLIT);
    }
    walk_operators(groups.into_operators_reader(), limits, complain)
}

fn walk_operators(
    mut reader: OperatorsReader<'_>,
    limits: &Limits,
    complain: &mut Complain<'_>,
) -> Result<(), BinaryReaderError> {
    let (mut depth, mut deepest) = (0_u32, 0_u32);
    let (mut has_float, mut widest) = (false, 0_u32);
    let mut foreign = None;
    while !reader.eof() {
        match reader.visit_operator(&mut Sorter)? {
            Step::Plain => {}
            Step::Open => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            Step::Close => depth = depth.saturating_sub(1),
            Step::Table(targets) => widest = widest.max(targets),
            Step::Float => has_float = true,
            Step::Foreign(proposal) => foreign = foreign.or(Some(proposal)),
        }
    }
    if has_float {
        let message = "an instruction works on floating-point numbers".to_owned();
        complain("E-FLOAT", message, FLOAT);
    }
    match foreign {
        Some("threads") => {
            complain("E-THREADS", "an instruction works on shared memory".to_owned(), THREADS);
        }
        Some(proposal) => {
            let proposal = proposal.replace('_', " ");
            let message = format!("an instruction belongs to the proposal `{proposal}`");
            complain("E-FEATURE", message, FEATURE);
        }
        None => {}
    }
    if deepest > limits.block_depth {
        let limit = limits.block_depth;
        complain("E-DEPTH", format!("blocks nest {deepest} deep, at most {limit} do"), SPLIT);
    }
    if widest > limits.br_table_targets {
        let limit = limits.br_table_targets;
        let message = format!("a jump table has {widest} targets, at most {limit} are admitted");
        complain("E-BR-TABLE", message, SPLIT);
    }
    reader.finish()
}

/// Sorts every instruction into a [`Step`].
struct Sorter;

macro_rules! sort {
    ($( @$proposal:ident $op:ident $({ $($arg:ident: $ty:ty),* })? => $visit:ident ($($ann:tt)*))*) => {
        $( sort!(one @$proposal $op $({ $($arg: $ty),* })? => $visit); )*
    };
    (one @mvp BrTable { $targets:ident: $ty:ty } => $visit:ident) => {
        fn $visit(&mut self, $targets: $ty) -> Step {
            Step::Table($targets.len())
        }
    };
    (one @mvp Block { $block:ident: $ty:ty } => $visit:ident) => {
        sort!(block $visit);
    };
    (one @mvp Loop { $block:ident: $ty:ty } => $visit:ident) => {
        sort!(block $visit);
    };
    (one @mvp If { $block:ident: $ty:ty } => $visit:ident) => {
        sort!(block $visit);
    };
    (block $visit:ident) => {
        fn $visit(&mut self, block: BlockType) -> Step {
            match block {
                BlockType::Type(ValType::F32 | ValType::F64) => Step::Float,
                _ => Step::Open,
            }
        }
    };
    (one @$proposal:ident $op:ident $({ $($arg:ident: $ty:ty),* })? => $visit:ident) => {
        fn $visit(&mut self $($(, $arg: $ty)*)?) -> Step {
            $($(let _ = $arg;)*)?
            const { step(stringify!($proposal).as_bytes(), stringify!($op).as_bytes()) }
        }
    };
}

impl<'a> VisitOperator<'a> for Sorter {
    type Output = Step;

    wasmparser::for_each_visit_operator!(sort);
}

const fn step(proposal: &'static [u8], op: &[u8]) -> Step {
    if names_float(op) {
        return Step::Float;
    }
    match proposal {
        b"mvp" | b"sign_extension" | b"bulk_memory" | b"reference_types" => match op {
            b"End" => Step::Close,
            _ => Step::Plain,
        },
        _ => match core::str::from_utf8(proposal) {
            Ok(name) => Step::Foreign(name),
            Err(_) => Step::Foreign("unknown"),
        },
    }
}

/// An instruction that reads, makes or turns floats has the type in its name.
const fn names_float(op: &[u8]) -> bool {
    match op {
        [b'F', b'3', b'2', ..] | [b'F', b'6', b'4', ..] => true,
        [_, rest @ ..] => names_float(rest),
        [] => false,
    }
}
