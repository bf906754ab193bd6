//! What a function body uses: its locals, its blocks, and the kinds of its instructions.

use super::{limits::Limits, refusal::Report};
use annexa_vocabulary::{Problem, problem};
use wasmparser::{
    BinaryReaderError, BlockType, FunctionBody, OperatorsReader, ValType, VisitOperator,
};

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
    report.at_most(place(), size, |count, limit| {
        problem!("E-TOO-LARGE", "function", count = count, limit = limit)
    });
    let mut locals = 0;
    let outcome = walk(body, limits, &mut locals, &mut |problem| report.add(place(), problem));
    if let Err(error) = outcome {
        refuse_unreadable(&error, place(), report);
    }
    locals
}

/// Checks the instructions of a constant expression.
pub(super) fn check_constant(reader: OperatorsReader<'_>, place: &str, report: &mut Report) {
    let mut complain = |problem| report.add(place, problem);
    let outcome = walk_operators(reader, &Limits::default(), &mut complain);
    if let Err(error) = outcome {
        refuse_unreadable(&error, place.to_owned(), report);
    }
}

/// Checks the type of a value: a global, a local, a parameter or a result.
pub(super) fn check_value(ty: ValType, place: impl FnOnce() -> String, report: &mut Report) {
    match ty {
        ValType::F32 | ValType::F64 => report.add(place(), problem!("E-FLOAT", "value")),
        ValType::V128 => report.add(place(), problem!("E-SIMD", "value")),
        ValType::I32 | ValType::I64 | ValType::Ref(_) => {}
    }
}

fn refuse_unreadable(error: &BinaryReaderError, place: String, report: &mut Report) {
    if error.message().starts_with("unexpected SIMD opcode") {
        report.add(place, problem!("E-SIMD", "instruction"));
    } else {
        let (reason, byte) = (one_line(error.message()), error.offset().to_string());
        report.add(place, problem!("E-MALFORMED", "function", reason = reason, byte = byte));
    }
}

/// The parser's words without its line breaks and columns.
pub(super) fn one_line(message: &str) -> String {
    message.split_whitespace().collect::<Vec<_>>().join(" ")
}

type Complain<'a> = dyn FnMut(Problem) + 'a;

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
    kinds.finish().into_iter().for_each(&mut *complain);
    if *locals > u64::from(limits.locals_per_function) {
        let (count, limit) = (*locals, limits.locals_per_function);
        complain(problem!("E-LOCALS", "function", count = count, limit = limit));
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
        complain(problem!("E-FLOAT", "instruction"));
    }
    match foreign {
        Some("threads") => complain(problem!("E-THREADS", "instruction")),
        Some(proposal) => {
            let proposal = proposal.replace('_', " ");
            complain(problem!("E-FEATURE", "proposal", proposal = proposal));
        }
        None => {}
    }
    if deepest > limits.block_depth {
        let limit = limits.block_depth;
        complain(problem!("E-DEPTH", "blocks", count = deepest, limit = limit));
    }
    if widest > limits.br_table_targets {
        let limit = limits.br_table_targets;
        complain(problem!("E-BR-TABLE", count = widest, limit = limit));
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
