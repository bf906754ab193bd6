//! Walks over the file: a bare core module, or a component around exactly one.

use super::{
    Facts, body,
    interface::{self, INTERFACE},
    limits::Limits,
    module::Module,
    rebuild,
    refusal::Report,
};
use annexa_vocabulary::{Problem, problem};
use wasmparser::{ComponentTypeRef, Encoding, Parser, Payload};

/// What the walk finds.
pub(super) struct Scanned {
    pub(super) core_module: Vec<u8>,
    pub(super) api_version: String,
    pub(super) facts: Facts,
}

/// What the payloads at hand belong to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    Component,
    /// A component within the component: it may only name types.
    Nested,
    Module,
    /// A module that is one too many; what it holds does not matter.
    Skipped,
}

struct Scan<'a> {
    bytes: &'a [u8],
    limits: &'a Limits,
    report: Report,
    facts: Facts,
    levels: Vec<Level>,
    modules: u32,
    module: Module<'a>,
    component_imports: Vec<&'a str>,
    exports_interface: bool,
}

/// Reads the file in one pass.
pub(super) fn scan(bytes: &[u8], limits: &Limits) -> Result<Scanned, Vec<Problem>> {
    let mut scan = Scan {
        bytes,
        limits,
        report: Report::default(),
        facts: Facts { file_bytes: length(bytes), ..Facts::default() },
        levels: Vec::new(),
        modules: 0,
        module: Module::default(),
        component_imports: Vec::new(),
        exports_interface: false,
    };
    if !scan.check_file() {
        return Err(scan.report.finish());
    }
    let mut is_whole = true;
    for payload in Parser::new(0).parse_all(bytes) {
        let outcome = payload.and_then(|payload| scan.payload(payload));
        if let Err(error) = outcome {
            let place = format!("byte {}", error.offset());
            let reason = body::one_line(error.message());
            scan.report.add(place, problem!("E-MALFORMED", "file", reason = reason));
            is_whole = false;
            break;
        }
    }
    scan.finish(is_whole)
}

impl<'a> Scan<'a> {
    /// Looks at the file as a whole; false when there is no point in reading on.
    fn check_file(&mut self) -> bool {
        let found = (self.facts.file_bytes, self.limits.file_bytes);
        self.report.at_most("file", found, too_large);
        if self.bytes.is_empty() {
            self.report.add("file", problem!("E-EMPTY", "plugin"));
        } else if !self.bytes.starts_with(b"\0asm") {
            let refusal = match self.bytes.trim_ascii_start() {
                [b'(', ..] => problem!("E-NOT-WASM", "text"),
                _ => problem!("E-NOT-WASM", "other"),
            };
            self.report.add("file", refusal);
        }
        self.report.is_empty()
    }

    fn payload(&mut self, payload: Payload<'a>) -> Result<(), wasmparser::BinaryReaderError> {
        if let Payload::Version { encoding, .. } = &payload {
            if self.levels.is_empty() {
                self.enter(*encoding);
            }
            return Ok(());
        }
        if let Payload::CustomSection(custom) = &payload {
            self.facts.custom_bytes += length(custom.data());
        }
        if let Payload::End(_) = &payload {
            self.levels.pop();
            return Ok(());
        }
        match self.levels.last() {
            Some(Level::Module) => {
                let section = payload.as_section().and_then(|(id, range)| {
                    let (from, to) =
                        (usize::try_from(range.start).ok()?, usize::try_from(range.end).ok()?);
                    Some((id, self.bytes.get(from..to)?))
                });
                let context = (self.limits, &mut self.facts, &mut self.report);
                self.module.read(payload, section, context)
            }
            Some(level @ (Level::Component | Level::Nested)) => self.component(payload, *level),
            Some(Level::Skipped) | None => Ok(()),
        }
    }

    fn enter(&mut self, encoding: Encoding) {
        self.facts.is_component = encoding == Encoding::Component;
        if self.facts.is_component {
            self.levels.push(Level::Component);
        } else {
            self.modules = 1;
            self.levels.push(Level::Module);
        }
    }

    fn component(
        &mut self,
        payload: Payload<'a>,
        level: Level,
    ) -> Result<(), wasmparser::BinaryReaderError> {
        match (payload, level) {
            (Payload::ModuleSection { .. }, Level::Component) => {
                self.modules = self.modules.saturating_add(1);
                let is_first = self.modules == 1;
                self.levels.push(if is_first { Level::Module } else { Level::Skipped });
            }
            (Payload::ModuleSection { .. }, _) => {
                self.refuse_component(problem!("E-NESTED", "module"));
                self.levels.push(Level::Skipped);
            }
            (Payload::ComponentSection { .. }, _) => {
                if level == Level::Nested {
                    self.refuse_component(problem!("E-NESTED", "component"));
                }
                self.levels.push(Level::Nested);
            }
            (Payload::ComponentStartSection { .. }, _) => {
                self.refuse_component(problem!("E-START", "component"));
            }
            (Payload::InstanceSection(_) | Payload::ComponentInstanceSection(_), Level::Nested) => {
                self.refuse_component(problem!("E-NESTED", "instance"));
            }
            (Payload::ComponentCanonicalSection(_), Level::Nested) => {
                self.refuse_component(problem!("E-NESTED", "function"));
            }
            (Payload::ComponentImportSection(imports), Level::Component) => {
                for import in imports {
                    let import = import?;
                    // A type is not a capability: it only names a shape.
                    if !matches!(import.ty, ComponentTypeRef::Type(_)) {
                        self.component_imports.push(import.name.name);
                    }
                }
            }
            (Payload::ComponentExportSection(exports), Level::Component) => {
                for export in exports {
                    let name = export?.name.name;
                    self.exports_interface |=
                        name.strip_prefix(INTERFACE).is_some_and(|rest| rest.starts_with('@'));
                }
            }
            (Payload::UnknownSection { id, .. }, _) => {
                self.refuse_component(problem!("E-FEATURE", "component", section = id));
            }
            _ => {}
        }
        Ok(())
    }

    fn refuse_component(&mut self, problem: Problem) {
        self.report.add("component", problem);
    }

    fn finish(mut self, is_whole: bool) -> Result<Scanned, Vec<Problem>> {
        self.refuse_imports();
        let found = (self.facts.custom_bytes, self.limits.custom_bytes);
        self.report.at_most("custom sections", found, |count, limit| {
            problem!("E-TOO-LARGE", "custom", count = count, limit = limit)
        });
        let mut interface = None;
        if is_whole {
            self.check_modules();
            if self.modules > 0 {
                self.module.finish(self.limits, &self.facts, &mut self.report);
            }
            // Indices count imports as well, so the interface is looked at only without them.
            let is_known = self.module.imports.is_empty() && !self.module.is_skipped;
            if self.modules == 1 && is_known {
                interface = interface::find(&self.module, &mut self.report);
            }
        }
        match interface {
            Some(interface) if self.report.is_empty() => Ok(Scanned {
                core_module: rebuild::rebuild(&self.module.sections, &interface.exports),
                api_version: interface.api_version,
                facts: self.facts,
            }),
            _ => Err(self.report.finish()),
        }
    }

    fn check_modules(&mut self) {
        if self.modules != 1 {
            self.refuse_component(problem!("E-MODULES", count = self.modules));
        }
        if self.facts.is_component && !self.exports_interface && self.modules == 1 {
            self.refuse_component(problem!("E-INTERFACE", "component", interface = INTERFACE));
        }
    }

    fn refuse_imports(&mut self) {
        let mut names: Vec<&str> = Vec::new();
        for name in self.component_imports.iter().chain(&self.module.imports) {
            if !names.contains(name) {
                names.push(name);
            }
        }
        if names.is_empty() {
            return;
        }
        let is_wasi = names.iter().any(|name| name.starts_with("wasi"));
        let count = names.len();
        let mut shown: Vec<String> =
            names.iter().take(3).map(|name| format!("`{}`", name.escape_default())).collect();
        if count > shown.len() {
            shown.push("..".to_owned());
        }
        let place = if self.component_imports.is_empty() { "module" } else { "component" };
        let refusal = if is_wasi {
            problem!("E-IMPORTS", "wasi", count = count, names = shown)
        } else {
            problem!("E-IMPORTS", "other", count = count, names = shown)
        };
        self.report.add(place, refusal);
    }
}

/// A file with more bytes than are admitted.
pub fn too_large(count: u64, limit: u64) -> Problem {
    problem!("E-TOO-LARGE", "plugin", count = count, limit = limit)
}

fn length(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}
