//! `cargo xtask demo`: builds everything and serves the demo page.

use anyhow::Result;

use crate::project::Project;
use crate::server::{Headers, START, Site};
use crate::{build, setup, shell};

/// The port when none is asked for.
pub(crate) const PORT: u16 = 4317;

/// Builds, prints the address, and serves until the process is stopped.
pub(crate) fn run(project: &Project, port: u16) -> Result<()> {
    build::run(project)?;
    if shell::on_path(&["firefox", "firefox-esr"]).is_none()
        && let Err(error) = setup::chromium(project)
    {
        println!("note: {error:#}");
    }
    let site = serve(project, port)?;
    println!("\nThe demo page: http://127.0.0.1:{}{START}\nCtrl-C ends it.", site.port);
    site.wait();
    Ok(())
}

/// Serves what the build left, with the headers that the page is made for.
pub(crate) fn serve(project: &Project, port: u16) -> Result<Site> {
    let headers = Headers::read(&project.www.join("headers.json"))?;
    Site::start(&project.dist(), headers, port)
}
