//! Admits and compiles plugins.

use crate::{
    Error, Instance, Limits, Plugin, ReadError, bindings::CrosswalkPre, engine, error::Phase,
    instance::State, read_file, system_words, wrap::wrap,
};
use annexa_admission::{Admitted, admit};
use annexa_core::{Catalogue, Problem};
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
            ReadError::Io(cause) => unreadable(&name, &cause),
            ReadError::TooLarge(size_bytes) => too_large(&name, size_bytes, limit_bytes),
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
            let fix = "build the plugin anew with `annexa-plugin-sdk` and a current Rust";
            let message = format!("the module does not compile: {cause}");
            Error::new(name, Phase::Compile, "E-COMPILE", message, fix)
        };
        let component = wrap(&admitted.core_module).map_err(failed)?;
        // Compilers have been made to panic by odd modules; a plugin must not end the host.
        let compiled = panic::catch_unwind(AssertUnwindSafe(|| {
            let component = Component::from_binary(&self.engine, &component)?;
            let linker: Linker<State> = Linker::new(&self.engine);
            CrosswalkPre::new(linker.instantiate_pre(&component)?)
        }));
        let pre = compiled
            .map_err(|_| failed("the compiler gave up".to_owned()))?
            .map_err(|cause| failed(format!("{cause:#}")))?;
        let (engine, limits) = (self.engine.clone(), self.limits.clone());
        let catalogue = Arc::clone(&self.catalogue);
        Ok(Compiled { name: name.to_owned(), admitted, engine, limits, catalogue, pre })
    }
}

fn unreadable(name: &str, cause: &io::Error) -> Error {
    let fix = "give the path of a plugin's `.wasm` file, or the name of a carried plugin";
    let message = format!("cannot be read: {}", system_words(cause));
    Error::new(name, Phase::Read, "E-READ", message, fix)
}

/// What the gate would say of the file, which was not read for that.
fn too_large(name: &str, size_bytes: Option<u64>, limit_bytes: u64) -> Error {
    let found =
        size_bytes.map_or_else(|| format!("more than {limit_bytes}"), |size| size.to_string());
    let problem = Problem::new(
        "E-TOO-LARGE",
        "file",
        format!("{found} bytes, at most {limit_bytes} are admitted"),
        "build with optimisation (`--release`) and without debug information",
    );
    Error::refused(name, vec![problem])
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
