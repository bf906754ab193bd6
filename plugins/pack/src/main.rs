//! `annexa-plugin-pack PACKAGE OUTPUT`: builds a plugin of this workspace, or packs a module.

use annexa_core::problem::problem;
use annexa_plugin_pack::{Error, build_plugin, guest_target_dir, pack_module};
use std::{env, fs, path::Path, process::ExitCode};

const USAGE: &str = "usage: annexa-plugin-pack SOURCE OUTPUT
  SOURCE  a core module that ends in `.wasm`, or a package of the workspace in this folder
  OUTPUT  the component to write";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [source, output] = arguments.as_slice() else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    let written = pack(source).and_then(|component| {
        let size_bytes = component.len();
        fs::write(output, component).map(|()| size_bytes).map_err(|cause| {
            let (file, cause) = (output.as_str(), cause.to_string());
            problem!("E-WRITE", "component", file = file, cause = cause).into()
        })
    });
    match written {
        Ok(size_bytes) => {
            println!("{output}: {size_bytes} bytes");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn pack(source: &str) -> Result<Vec<u8>, Error> {
    if source.ends_with(".wasm") {
        return pack_module(&annexa_plugin_pack::read_module(Path::new(source))?);
    }
    let here = Path::new(".");
    build_plugin(here, source, &guest_target_dir(here))
}
