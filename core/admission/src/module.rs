//! The sections of the one core module.

use super::{Facts, body, limits::Limits, refusal::Report};
use annexa_vocabulary::problem;
use wasmparser::{
    BinaryReaderError, CompositeInnerType, DataSectionReader, ElementItems, ElementSectionReader,
    Export, ExportSectionReader, FuncType, GlobalSectionReader, Import, MemorySectionReader,
    Payload, TableInit, TableSectionReader, TypeSectionReader,
};

type Read = Result<(), BinaryReaderError>;

const PAGE_BYTES: u64 = 65_536;

/// What is known of the core module while it is read.
#[derive(Debug, Default)]
pub(super) struct Module<'a> {
    pub(super) exports: Vec<Export<'a>>,
    /// Imports, by the name of the module that they come from.
    pub(super) imports: Vec<&'a str>,
    /// Sections as they stand, without foreign custom sections.
    pub(super) sections: Vec<(u8, &'a [u8])>,
    types: Vec<Option<FuncType>>,
    functions: Vec<u32>,
    memories: u32,
    tables: u32,
    bodies: u32,
    data_count: Option<u32>,
    data_segments: u32,
    /// Whether a section was too large to be looked into.
    pub(super) is_skipped: bool,
}

impl<'a> Module<'a> {
    /// The type of a function; without imports the index counts the functions with a body.
    pub(super) fn signature(&self, function: usize) -> Option<&FuncType> {
        let ty = usize::try_from(*self.functions.get(function)?).ok()?;
        self.types.get(ty)?.as_ref()
    }

    /// Takes in one payload of the module; `content` is the section that it stands for.
    pub(super) fn read(
        &mut self,
        payload: Payload<'a>,
        section: Option<(u8, &'a [u8])>,
        (limits, facts, report): (&Limits, &mut Facts, &mut Report),
    ) -> Read {
        let is_dropped =
            matches!(&payload, Payload::CustomSection(custom) if custom.name() != "name");
        self.sections.extend(section.filter(|_| !is_dropped));
        match payload {
            Payload::TypeSection(types) => self.types(types, limits, facts, report),
            Payload::ImportSection(imports) => imports.into_imports().try_for_each(|import| {
                let Import { module, .. } = import?;
                self.imports.push(module);
                Ok(())
            }),
            Payload::FunctionSection(functions) => {
                facts.functions = functions.count();
                let found = (u64::from(functions.count()), u64::from(limits.functions));
                report.at_most("module", found, |count, limit| {
                    problem!("E-TOO-LARGE", "functions", count = count, limit = limit)
                });
                self.is_skipped |= found.0 > found.1;
                if !self.is_skipped {
                    self.functions = functions.into_iter().collect::<Result<_, _>>()?;
                }
                Ok(())
            }
            Payload::TableSection(tables) => self.tables(tables, limits, facts, report),
            Payload::MemorySection(memories) => self.memories(memories, limits, facts, report),
            Payload::TagSection(_) => {
                report.add("module", problem!("E-FEATURE", "exceptions"));
                Ok(())
            }
            Payload::GlobalSection(globals) => check_globals(globals, limits, report),
            Payload::ExportSection(exports) => self.exports(exports, limits, facts, report),
            Payload::StartSection { func, .. } => {
                report.add(format!("function {func}"), problem!("E-START", "module"));
                Ok(())
            }
            Payload::ElementSection(elements) => check_elements(elements, limits, report),
            Payload::DataCountSection { count, .. } => {
                self.data_count = Some(count);
                Ok(())
            }
            Payload::DataSection(data) => {
                self.data_segments = data.count();
                check_data(data, limits, facts, report)
            }
            Payload::CodeSectionStart { size, .. } => {
                facts.code_bytes = u64::from(size);
                let found = (facts.code_bytes, limits.code_bytes);
                report.at_most("module", found, |count, limit| {
                    problem!("E-TOO-LARGE", "code", count = count, limit = limit)
                });
                Ok(())
            }
            Payload::CodeSectionEntry(function) => {
                let size_bytes = u64::try_from(function.as_bytes().len()).unwrap_or(u64::MAX);
                facts.largest_body_bytes = facts.largest_body_bytes.max(size_bytes);
                facts.locals += body::check(&function, self.bodies, limits, report);
                self.bodies = self.bodies.saturating_add(1);
                Ok(())
            }
            Payload::UnknownSection { id, .. } => {
                report.add("module", problem!("E-FEATURE", "section", section = id));
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// What can be said only when the whole module is read.
    pub(super) fn finish(&self, limits: &Limits, facts: &Facts, report: &mut Report) {
        if self.memories == 0 {
            report.add("module", problem!("E-MEMORY", "none"));
        }
        let data_count = self.data_count.unwrap_or(self.data_segments);
        let (announced, count) = (facts.functions, self.bodies);
        if announced != count {
            let other = problem!("E-MALFORMED", "bodies", announced = announced, count = count);
            report.add("module", other);
        }
        let (announced, count) = (data_count, self.data_segments);
        if announced != count {
            let other = problem!("E-MALFORMED", "segments", announced = announced, count = count);
            report.add("module", other);
        }
        let found = (facts.locals, limits.locals);
        report.at_most("module", found, |count, limit| {
            problem!("E-LOCALS", "module", count = count, limit = limit)
        });
    }

    fn types(
        &mut self,
        types: TypeSectionReader<'a>,
        limits: &Limits,
        facts: &mut Facts,
        report: &mut Report,
    ) -> Read {
        facts.types = types.count();
        let found = (u64::from(types.count()), u64::from(limits.types));
        report.at_most("module", found, |count, limit| {
            problem!("E-TOO-LARGE", "types", count = count, limit = limit)
        });
        if found.0 > found.1 {
            self.is_skipped = true;
            return Ok(());
        }
        for group in types {
            for ty in group?.into_types() {
                let index = self.types.len();
                let CompositeInnerType::Func(function) = ty.composite_type.inner else {
                    report.add("module", problem!("E-FEATURE", "garbage_collection"));
                    self.types.push(None);
                    continue;
                };
                for value in function.params().iter().chain(function.results()) {
                    body::check_value(*value, || format!("type {index}"), report);
                }
                self.types.push(Some(function));
            }
        }
        Ok(())
    }

    fn tables(
        &mut self,
        tables: TableSectionReader<'a>,
        limits: &Limits,
        facts: &mut Facts,
        report: &mut Report,
    ) -> Read {
        for table in tables {
            let table = table?;
            self.tables = self.tables.saturating_add(1);
            facts.table_elements = facts.table_elements.max(table.ty.initial);
            let found = (table.ty.initial, limits.table_elements);
            report.at_most("table", found, |count, limit| {
                problem!("E-TABLE", "entries", count = count, limit = limit)
            });
            if table.ty.table64 || table.ty.shared {
                report.add("module", problem!("E-FEATURE", "tables"));
            }
            if let TableInit::Expr(init) = table.init {
                body::check_constant(init.get_operators_reader(), "table", report);
            }
        }
        report.at_most("table", (u64::from(self.tables), 1), |count, limit| {
            problem!("E-TABLE", "tables", count = count, limit = limit)
        });
        Ok(())
    }

    fn memories(
        &mut self,
        memories: MemorySectionReader<'a>,
        limits: &Limits,
        facts: &mut Facts,
        report: &mut Report,
    ) -> Read {
        for memory in memories {
            let memory = memory?;
            self.memories = self.memories.saturating_add(1);
            if memory.memory64 || memory.page_size_log2.is_some() {
                report.add("module", problem!("E-FEATURE", "memories"));
            }
            if memory.shared {
                report.add("memory", problem!("E-THREADS", "memory"));
            }
            let initial_bytes = memory.initial.saturating_mul(PAGE_BYTES);
            facts.memory_initial_bytes = initial_bytes;
            let found = (initial_bytes, limits.memory_initial_bytes);
            report.at_most("memory", found, |count, limit| {
                problem!("E-MEMORY", "initial", count = count, limit = limit)
            });
            let Some(maximum) = memory.maximum else {
                let limit = limits.memory_max_bytes;
                report.add("memory", problem!("E-MEMORY", "no_maximum", limit = limit));
                continue;
            };
            facts.memory_max_bytes = maximum.saturating_mul(PAGE_BYTES);
            let found = (facts.memory_max_bytes, limits.memory_max_bytes);
            report.at_most("memory", found, |count, limit| {
                problem!("E-MEMORY", "maximum", count = count, limit = limit)
            });
        }
        report.at_most("memory", (u64::from(self.memories), 1), |count, limit| {
            problem!("E-MEMORY", "memories", count = count, limit = limit)
        });
        Ok(())
    }

    fn exports(
        &mut self,
        exports: ExportSectionReader<'a>,
        limits: &Limits,
        facts: &mut Facts,
        report: &mut Report,
    ) -> Read {
        facts.exports = exports.count();
        let found = (u64::from(exports.count()), u64::from(limits.exports));
        report.at_most("exports", found, |count, limit| {
            problem!("E-EXPORTS", count = count, limit = limit)
        });
        if found.0 > found.1 {
            self.is_skipped = true;
            return Ok(());
        }
        for export in exports {
            let export = export?;
            if !is_plain(export.name, limits.name_bytes) {
                let shown: String = export.name.escape_default().take(60).collect();
                let limit = limits.name_bytes;
                report.add(format!("export `{shown}`"), problem!("E-NAME", limit = limit));
            }
            self.exports.push(export);
        }
        Ok(())
    }
}

fn is_plain(name: &str, limit_bytes: usize) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"_.:/@#[]-".contains(&byte);
    (1..=limit_bytes).contains(&name.len()) && name.bytes().all(is_plain)
}

fn check_globals(globals: GlobalSectionReader<'_>, limits: &Limits, report: &mut Report) -> Read {
    let found = (u64::from(globals.count()), u64::from(limits.globals));
    report.at_most("module", found, |count, limit| {
        problem!("E-TOO-LARGE", "globals", count = count, limit = limit)
    });
    for (index, global) in globals.into_iter().enumerate() {
        let global = global?;
        let place = || format!("global {index}");
        body::check_value(global.ty.content_type, place, report);
        body::check_constant(global.init_expr.get_operators_reader(), &place(), report);
    }
    Ok(())
}

fn check_elements(
    elements: ElementSectionReader<'_>,
    limits: &Limits,
    report: &mut Report,
) -> Read {
    let found = (u64::from(elements.count()), u64::from(limits.segments));
    report.at_most("module", found, |count, limit| {
        problem!("E-TOO-LARGE", "elements", count = count, limit = limit)
    });
    let mut items = 0_u64;
    for element in elements {
        items += match element?.items {
            ElementItems::Functions(functions) => u64::from(functions.count()),
            ElementItems::Expressions(_, expressions) => u64::from(expressions.count()),
        };
    }
    report.at_most("table", (items, limits.table_elements), |count, limit| {
        problem!("E-TABLE", "initial", count = count, limit = limit)
    });
    Ok(())
}

fn check_data(
    data: DataSectionReader<'_>,
    limits: &Limits,
    facts: &mut Facts,
    report: &mut Report,
) -> Read {
    let found = (u64::from(data.count()), u64::from(limits.segments));
    report.at_most("module", found, |count, limit| {
        problem!("E-TOO-LARGE", "segments", count = count, limit = limit)
    });
    for segment in data {
        facts.data_bytes += u64::try_from(segment?.data.len()).unwrap_or(u64::MAX);
    }
    let found = (facts.data_bytes, limits.data_bytes);
    report.at_most("module", found, |count, limit| {
        problem!("E-TOO-LARGE", "data", count = count, limit = limit)
    });
    Ok(())
}
