//! `cargo xtask demo --check`: builds, then asks the server for every file as a browser would.

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::project::{Project, relative};
use crate::server::{Headers, START};
use crate::{build, demo, setup, shell};

/// A page without one of these would not work.
const NEEDED: [&str; 3] = ["html", "js", "wasm"];

/// Paths that must not be answered.
const REFUSED: [&str; 4] =
    ["/../package.json", "/%2e%2e/package.json", "/demo/../../package.json", "/.git/config"];

/// What the server said.
struct Answer {
    status: u16,
    headers: String,
    body: Vec<u8>,
}

/// Builds, serves, verifies and says what is wrong; `false` when something is.
pub(crate) fn run(project: &Project) -> Result<bool> {
    build::run(project)?;
    let browser = setup::chromium(project);
    let headers = Headers::read(&project.www.join("headers.json"))?;
    let site = demo::serve(project, 0)?;
    let mut faults = Vec::new();
    let count = files(project, &headers, site.port, &mut faults)?;
    for path in REFUSED {
        let status = fetch(site.port, path)?.status;
        if status != 404 {
            faults.push(format!("`{path}` is answered with {status} instead of 404"));
        }
    }
    println!("{count} files asked for");
    match browser {
        Ok(browser) => {
            let address = format!("http://127.0.0.1:{}{START}", site.port);
            let mut npm = shell::program("npm", &project.www);
            npm.args(["run", "check:demo"])
                .env("ANNEXA_DEMO_URL", address)
                .env("CHROMIUM", browser);
            if let Err(error) = shell::run(&mut npm) {
                faults.push(format!("the page does not work in the browser: {error:#}"));
            }
        }
        Err(error) => println!("note: not loaded in a browser: {error:#}"),
    }
    faults.iter().for_each(|fault| println!("fault: {fault}"));
    println!("{}", if faults.is_empty() { "the demo is fine" } else { "the demo is not fine" });
    Ok(faults.is_empty())
}

/// Every file of the build has its bytes, its type and its headers; returns how many there are.
fn files(
    project: &Project,
    headers: &Headers,
    port: u16,
    faults: &mut Vec<String>,
) -> Result<usize> {
    let dist = project.dist();
    let mut paths = BTreeSet::from([START.to_owned()]);
    walk(&dist, &dist, &mut paths)?;
    for path in &paths {
        let file = dist.join(path.trim_start_matches('/'));
        let file = if path.ends_with('/') { file.join("index.html") } else { file };
        let answer = fetch(port, path)?;
        if answer.status != 200 {
            faults.push(format!("`{path}` is answered with {}", answer.status));
            continue;
        }
        if answer.body != std::fs::read(&file)? {
            faults.push(format!("`{path}` comes with other bytes than its file"));
        }
        let own = [("Content-Type", headers.type_of(&file))];
        let shared = headers.of(path).iter().map(|(name, value)| (name.as_str(), value.as_str()));
        for (name, value) in own.into_iter().chain(shared) {
            if !answer.has(name, value) {
                faults.push(format!("`{path}` comes without `{name}: {value}`"));
            }
        }
    }
    for kind in NEEDED.iter().filter(|kind| !paths.iter().any(|path| path.ends_with(*kind))) {
        faults.push(format!("the build has no .{kind} file"));
    }
    Ok(paths.len())
}

fn walk(dist: &Path, folder: &Path, paths: &mut BTreeSet<String>) -> Result<()> {
    let entries = folder.read_dir().with_context(|| format!("no folder `{}`", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            walk(dist, &path, paths)?;
        } else {
            paths.insert(format!("/{}", relative(dist, &path)?));
        }
    }
    Ok(())
}

impl Answer {
    fn has(&self, name: &str, value: &str) -> bool {
        self.headers
            .lines()
            .filter_map(|line| line.split_once(": "))
            .any(|(found, content)| found.eq_ignore_ascii_case(name) && content.trim_end() == value)
    }
}

/// One request over its own connection.
fn fetch(port: u16, path: &str) -> Result<Answer> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    write!(stream, "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n")?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    parse(&bytes).with_context(|| format!("`{path}`: the answer is not HTTP"))
}

fn parse(bytes: &[u8]) -> Option<Answer> {
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
    let (head, body) = bytes.split_at_checked(end)?;
    let head = std::str::from_utf8(head).ok()?;
    let (first, headers) = head.split_once("\r\n")?;
    let status = first.split(' ').nth(1)?.parse().ok()?;
    Some(Answer { status, headers: headers.to_owned(), body: body.get(4..)?.to_vec() })
}

#[cfg(test)]
mod tests;
