//! Turns the data files into what the engine carries, and refuses data that is not whole.

#[path = "build/catalogue.rs"]
mod catalogue;
#[path = "build/editions.rs"]
mod editions;
#[path = "build/effort.rs"]
mod effort;
#[path = "build/facts.rs"]
mod facts;
#[path = "build/lint.rs"]
mod lint;
#[path = "build/method.rs"]
mod method;
#[path = "build/roadmap.rs"]
mod roadmap;
#[path = "build/table.rs"]
mod table;
#[path = "build/threats.rs"]
mod threats;
#[path = "build/words.rs"]
mod words;

use std::path::Path;
use std::{env, error::Error, fs};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=build");
    let root = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("data");
    let facts = facts::read(&root.join("iso27001-2022"))?;
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out);
    let catalogue = catalogue::generate(&facts)?;
    let (texts, numbers) = table::generate(&catalogue)?;
    fs::write(out.join("catalogue.json"), catalogue)?;
    fs::write(out.join("catalogue.texts"), texts)?;
    fs::write(out.join("catalogue.numbers"), numbers)?;
    let framework = root.join("iso27001-2022");
    fs::write(out.join("effort.rs"), effort::generate(&framework.join("effort.toml"), &facts)?)?;
    let editions = editions::generate(&framework.join("editions.toml"), &facts)?;
    fs::write(out.join("editions.rs"), editions)?;
    fs::write(out.join("method.rs"), method::generate(&framework.join("method.toml"), &facts)?)?;
    let roadmap = roadmap::generate(&framework.join("roadmap.toml"), &facts)?;
    fs::write(out.join("roadmap.rs"), roadmap)?;
    fs::write(out.join("lint.rs"), lint::generate(&root.join("lint.toml"))?)?;
    let threats = threats::generate(&root.join("threats.toml"), &facts)?;
    fs::write(out.join("threats.rs"), threats)?;
    fs::write(out.join("words.en.json"), words::generate(&root.join("words/en"), &facts)?)?;
    Ok(())
}
