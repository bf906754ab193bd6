//! Admits and compiles plugins.

use crate::{
    Error, Instance, Limits, Plugin, Unread, bindings::CrosswalkPre, builtins, engine,
    error::Phase, instance::State, read_file, system_words, wrap::wrap,
};
use annexa_admission::{Admitted, admit, too_large};
use annexa_core::Catalogue;
use annexa_vocabulary::{Problem, problem};
use std::{
    io,
    panic::{self, AssertUnwindSafe},
    path::Path,
    sync::Arc,
};
use wasmtime::{
    Engine,
    component::{Component, Linker},
};

/// A sandbox for plugins. One is enough for a process.
pub struct Host {
    engine: Engine,
    limits: Limits,
    catalogue: Arc<Catalogue>,
}

/// A plugin that is compiled but has not run yet.
pub struct Compiled {
    pub(crate) name: String,
    pub(crate) admitted: Admitted,
    pub(crate) engine: Engine,
    pub(crate) limits: Limits,
    pub(crate) catalogue: Arc<Catalogue>,
    pub(crate) pre: CrosswalkPre<State>,
}

impl Host {
    /// Sets up a sandbox.
    ///
    /// # Errors
    ///
    /// `E-ENGINE` when the system does not give what the sandbox needs.
    pub fn new(limits: Limits) -> Result<Self, Error> {
        let catalogue = Catalogue::iso27001_2022();
        Ok(Self { engine: engine::engine(&limits)?, limits, catalogue })
    }

    /// Lets plugins map from another catalogue than ISO/IEC 27001:2022.
    #[must_use]
    pub fn with_catalogue(self, catalogue: Arc<Catalogue>) -> Self {
        Self { catalogue, ..self }
    }

    /// Admits and compiles a plugin, asks it what it is, and checks its table. `name` is what
    /// errors call the plugin: the name of a carried plugin, or a path.
    ///
    /// # Errors
    ///
    /// Whatever stands against the file, the module or the table.
    pub fn load(&self, name: &str, bytes: &[u8]) -> Result<Plugin, Error> {
        Plugin::new(self.compile(name, bytes)?)
    }

    /// Loads a plugin from a file. The file is read once; what was checked is what runs.
    ///
    /// # Errors
    ///
    /// `E-READ`, `E-TOO-LARGE`, or what [`Host::load`] says.
    pub fn load_file(&self, path: &Path) -> Result<Plugin, Error> {
        let name = path.display().to_string();
        let limit_bytes = self.limits.admission.file_bytes;
        let bytes = read_file(path, limit_bytes).map_err(|cause| match cause {
            Unread::Io(cause) => Error::new(&name, Phase::Read, unreadable(&cause)),
            Unread::NobodyWrites => Error::new(&name, Phase::Read, nobody_writes()),
            // What the gate would say of the file, which was not read for that.
            Unread::TooLarge(Some(size_bytes)) => {
                Error::refused(&name, vec![too_large(size_bytes, limit_bytes).at("file")])
            }
            Unread::TooLarge(None) => {
                let endless = problem!("E-TOO-LARGE", "plugin_stream", limit = limit_bytes);
                Error::refused(&name, vec![endless.at("file")])
            }
        })?;
        self.load(&name, &bytes)
    }

    /// Admits and compiles a plugin without running it.
    ///
    /// # Errors
    ///
    /// Whatever stands against the file or the module.
    pub fn compile(&self, name: &str, bytes: &[u8]) -> Result<Compiled, Error> {
        let admitted = admit(bytes, &self.limits.admission)
            .map_err(|refusals| Error::refused(name, refusals))?;
        let failed = |cause: String| {
            let cause = cause.split_whitespace().collect::<Vec<_>>().join(" ");
            Error::new(name, Phase::Compile, problem!("E-COMPILE", "cause", cause = cause))
        };
        let component = wrap(&admitted.core_module).map_err(failed)?;
        // Compilers have been made to panic by odd modules; a plugin must not end the host.
        let compiled = panic::catch_unwind(AssertUnwindSafe(|| {
            let component = Component::from_binary(&self.engine, &component)?;
            let linker: Linker<State> = Linker::new(&self.engine);
            CrosswalkPre::new(linker.instantiate_pre(&component)?)
        }));
        let pre = compiled
            .map_err(|_| Error::new(name, Phase::Compile, problem!("E-COMPILE", "gave_up")))?
            .map_err(|cause| failed(format!("{cause:#}")))?;
        let (engine, limits) = (self.engine.clone(), self.limits.clone());
        let catalogue = Arc::clone(&self.catalogue);
        Ok(Compiled { name: name.to_owned(), admitted, engine, limits, catalogue, pre })
    }
}

fn unreadable(cause: &io::Error) -> Problem {
    problem!("E-READ", "plugin", cause = system_words(cause), names = carried())
}

fn nobody_writes() -> Problem {
    problem!("E-READ", "plugin_pipe", names = carried())
}

/// The names that a plugin could be asked for by, as they stand in a sentence.
fn carried() -> Vec<String> {
    builtins().map(|(name, _)| format!("`{name}`")).collect()
}

impl Compiled {
    /// Makes an instance for one call.
    ///
    /// # Errors
    ///
    /// When no instance can be made, or when making it takes more than a call may.
    pub fn instantiate(&self) -> Result<Instance<'_>, Error> {
        Instance::new(self)
    }

    /// What the gate found in the file.
    pub fn admitted(&self) -> &Admitted {
        &self.admitted
    }
}
