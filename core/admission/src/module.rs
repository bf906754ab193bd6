//! The sections of the one core module.

use super::{Facts, body, limits::Limits, refusal::Report};
use wasmparser::{
    BinaryReaderError, CompositeInnerType, DataSectionReader, ElementItems, ElementSectionReader,
    Export, ExportSectionReader, FuncType, GlobalSectionReader, Import, MemorySectionReader,
    Payload, TableInit, TableSectionReader, TypeSectionReader,
};

type Read = Result<(), BinaryReaderError>;

const SMALLER: &str = "build with optimisation (`--release`), or make the plugin smaller";
const MEMORY: &str =
    "call `annexa_plugin_sdk_build::crosswalk` in build.rs: it passes `--max-memory=67108864`";
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
                report.at_most("E-TOO-LARGE", "module", "functions", found, SMALLER);
                self.is_skipped |= found.0 > found.1;
                if !self.is_skipped {
                    self.functions = functions.into_iter().collect::<Result<_, _>>()?;
                }
                Ok(())
            }
            Payload::TableSection(tables) => self.tables(tables, limits, facts, report),
            Payload::MemorySection(memories) => self.memories(memories, limits, facts, report),
            Payload::TagSection(_) => {
                refuse_feature("exceptions", report);
                Ok(())
            }
            Payload::GlobalSection(globals) => check_globals(globals, limits, report),
            Payload::ExportSection(exports) => self.exports(exports, limits, facts, report),
            Payload::StartSection { func, .. } => {
                let message = "a start function would run before the host calls the plugin";
                let fix = "remove the start function; set up state in the first call";
                report.add("E-START", format!("function {func}"), message, fix);
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
                report.at_most("E-TOO-LARGE", "module", "bytes of code", found, SMALLER);
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
                refuse_feature(&format!("section {id}"), report);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// What can be said only when the whole module is read.
    pub(super) fn finish(&self, limits: &Limits, facts: &Facts, report: &mut Report) {
        if self.memories == 0 {
            report.add("E-MEMORY", "module", "there is no memory", MEMORY);
        }
        let data_count = self.data_count.unwrap_or(self.data_segments);
        for (what, declared, found) in [
            ("function bodies", facts.functions, self.bodies),
            ("data segments", data_count, self.data_segments),
        ] {
            if declared != found {
                let message = format!("{declared} {what} are announced, {found} are there");
                let fix = "fetch or build the plugin anew: the file is damaged or cut off";
                report.add("E-MALFORMED", "module", message, fix);
            }
        }
        let found = (facts.locals, limits.locals);
        report.at_most("E-LOCALS", "module", "locals in all functions", found, SMALLER);
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
        report.at_most("E-TOO-LARGE", "module", "types", found, SMALLER);
        if found.0 > found.1 {
            self.is_skipped = true;
            return Ok(());
        }
        for group in types {
            for ty in group?.into_types() {
                let index = self.types.len();
                let CompositeInnerType::Func(function) = ty.composite_type.inner else {
                    refuse_feature("garbage collection", report);
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
            report.at_most("E-TABLE", "table", "entries", found, SMALLER);
            if table.ty.table64 || table.ty.shared {
                refuse_feature("large or shared tables", report);
            }
            if let TableInit::Expr(init) = table.init {
                body::check_constant(init.get_operators_reader(), "table", report);
            }
        }
        report.at_most("E-TABLE", "table", "tables", (u64::from(self.tables), 1), SMALLER);
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
                refuse_feature("large memories or other page sizes", report);
            }
            if memory.shared {
                let fix = "build without `-C target-feature=+atomics`";
                report.add("E-THREADS", "memory", "the memory is shared", fix);
            }
            let initial_bytes = memory.initial.saturating_mul(PAGE_BYTES);
            facts.memory_initial_bytes = initial_bytes;
            let found = (initial_bytes, limits.memory_initial_bytes);
            let fix = "give the plugin less static data or a smaller stack";
            report.at_most("E-MEMORY", "memory", "bytes to start with", found, fix);
            let Some(maximum) = memory.maximum else {
                let limit = limits.memory_max_bytes;
                let message = format!("no maximum is declared, at most {limit} bytes are admitted");
                report.add("E-MEMORY", "memory", message, MEMORY);
                continue;
            };
            facts.memory_max_bytes = maximum.saturating_mul(PAGE_BYTES);
            let found = (facts.memory_max_bytes, limits.memory_max_bytes);
            report.at_most("E-MEMORY", "memory", "bytes declared as the maximum", found, MEMORY);
        }
        report.at_most("E-MEMORY", "memory", "memories", (u64::from(self.memories), 1), MEMORY);
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
        report.at_most("E-EXPORTS", "exports", "exports", found, SMALLER_EXPORTS);
        if found.0 > found.1 {
            self.is_skipped = true;
            return Ok(());
        }
        for export in exports {
            let export = export?;
            if !is_plain(export.name, limits.name_bytes) {
                let shown: String = export.name.escape_default().take(60).collect();
                let limit = limits.name_bytes;
                let message = format!(
                    "the name has to be 1 to {limit} of the characters A-Z a-z 0-9 _.:/@#[]-"
                );
                let fix = "rename the export";
                report.add("E-NAME", format!("export `{shown}`"), message, fix);
            }
            self.exports.push(export);
        }
        Ok(())
    }
}

const SMALLER_EXPORTS: &str = "export the interface only, with `export_crosswalk!`";

fn is_plain(name: &str, limit_bytes: usize) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"_.:/@#[]-".contains(&byte);
    (1..=limit_bytes).contains(&name.len()) && name.bytes().all(is_plain)
}

fn refuse_feature(feature: &str, report: &mut Report) {
    let fix = "build for the target `wasm32-unknown-unknown` without extra target features";
    report.add("E-FEATURE", "module", format!("the module uses {feature}"), fix);
}

fn check_globals(globals: GlobalSectionReader<'_>, limits: &Limits, report: &mut Report) -> Read {
    let found = (u64::from(globals.count()), u64::from(limits.globals));
    report.at_most("E-TOO-LARGE", "module", "global variables", found, SMALLER);
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
    report.at_most("E-TOO-LARGE", "module", "element segments", found, SMALLER);
    let mut items = 0_u64;
    for element in elements {
        items += match element?.items {
            ElementItems::Functions(functions) => u64::from(functions.count()),
            ElementItems::Expressions(_, expressions) => u64::from(expressions.count()),
        };
    }
    report.at_most("E-TABLE", "table", "initial entries", (items, limits.table_elements), SMALLER);
    Ok(())
}

fn check_data(
    data: DataSectionReader<'_>,
    limits: &Limits,
    facts: &mut Facts,
    report: &mut Report,
) -> Read {
    let found = (u64::from(data.count()), u64::from(limits.segments));
    report.at_most("E-TOO-LARGE", "module", "data segments", found, SMALLER);
    for segment in data {
        facts.data_bytes += u64::try_from(segment?.data.len()).unwrap_or(u64::MAX);
    }
    let found = (facts.data_bytes, limits.data_bytes);
    report.at_most("E-TOO-LARGE", "module", "bytes of data", found, SMALLER);
    Ok(())
}
