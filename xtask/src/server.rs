//! A small static server on the loopback interface, with the headers that the page needs.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::{Context, Result, anyhow};
use tiny_http::{Header, Method, Request, Response, Server, StatusCode};

/// The page that a person sees first.
pub(crate) const START: &str = "/demo/";

/// A browser opens about six connections to one host.
const THREADS: usize = 6;

/// The headers of `headers.json`: one set for a page and its parts, one for a worker's script.
pub(crate) struct Headers {
    /// For everything but a worker's script.
    pub(crate) page: BTreeMap<String, String>,
    /// A worker takes its policy from its own script's response, not from the page.
    pub(crate) worker: BTreeMap<String, String>,
}

impl Headers {
    /// Reads `{"page": {name: value}, "worker": {name: value}}`.
    pub(crate) fn read(file: &Path) -> Result<Headers> {
        let text =
            std::fs::read(file).with_context(|| format!("cannot read `{}`", file.display()))?;
        let mut sets: BTreeMap<String, BTreeMap<String, String>> = serde_json::from_slice(&text)
            .with_context(|| format!("`{}` is not a set of headers", file.display()))?;
        for (name, value) in sets.values().flatten() {
            header(name, value).with_context(|| format!("`{name}: {value}` is no header"))?;
        }
        let mut take = |name| sets.remove(name).with_context(|| format!("`{name}` has no headers"));
        Ok(Headers { page: take("page")?, worker: take("worker")? })
    }

    /// The headers that go with a file of the site.
    pub(crate) fn of(&self, path: &str) -> &BTreeMap<String, String> {
        let file = path.rsplit('/').next().unwrap_or_default();
        if file.ends_with("-worker.js") { &self.worker } else { &self.page }
    }
}

/// A running server; it lives as long as the process.
pub(crate) struct Site {
    /// The port that was free or asked for.
    pub(crate) port: u16,
    threads: Vec<thread::JoinHandle<()>>,
}

impl Site {
    /// Starts to serve a folder on 127.0.0.1; port 0 takes any free port.
    pub(crate) fn start(folder: &Path, headers: Headers, port: u16) -> Result<Site> {
        let server = Server::http((Ipv4Addr::LOCALHOST, port))
            .map_err(|error| anyhow!("cannot listen on port {port}: {error}; try `--port 0`"))?;
        let port = server.server_addr().to_ip().map_or(port, |address| address.port());
        let shared = Arc::new((server, folder.canonicalize()?, headers));
        let serve = |_| {
            let shared = Arc::clone(&shared);
            thread::spawn(move || {
                let (server, folder, headers) = &*shared;
                while let Ok(request) = server.recv() {
                    // A browser that goes away in the middle of an answer is no fault here.
                    drop(answer(request, folder, headers));
                }
            })
        };
        Ok(Site { port, threads: (0..THREADS).map(serve).collect() })
    }

    /// Serves until the process is stopped.
    pub(crate) fn wait(self) {
        for thread in self.threads {
            drop(thread.join());
        }
    }
}

fn answer(request: Request, folder: &Path, headers: &Headers) -> std::io::Result<()> {
    let path = request.url().split(['?', '#']).next().unwrap_or_default().to_owned();
    if !matches!(request.method(), Method::Get | Method::Head) {
        return request.respond(Response::empty(StatusCode(405)));
    }
    if path == "/" {
        let mut response = Response::empty(StatusCode(302));
        header("Location", START).into_iter().for_each(|header| response.add_header(header));
        return request.respond(response);
    }
    let Some((file, bytes)) = locate(folder, &path).and_then(read) else {
        return request.respond(Response::from_string("not found\n").with_status_code(404));
    };
    let mut response = Response::from_data(bytes).with_chunked_threshold(usize::MAX);
    let own = [("Content-Type", mime(&file)), ("Cache-Control", "no-cache")];
    let shared = headers.of(&path).iter().map(|(name, value)| (name.as_str(), value.as_str()));
    for header in own.into_iter().chain(shared).filter_map(|(name, value)| header(name, value)) {
        response.add_header(header);
    }
    request.respond(response)
}

fn read(file: PathBuf) -> Option<(PathBuf, Vec<u8>)> {
    let bytes = std::fs::read(&file).ok()?;
    Some((file, bytes))
}

/// The file of a path. Only plain names are known here: no escapes, no hidden files, no way up.
fn locate(folder: &Path, path: &str) -> Option<PathBuf> {
    let mut file = folder.to_owned();
    let (names, is_folder) = match path.strip_prefix('/')?.strip_suffix('/') {
        Some(names) => (names, true),
        None => (path.strip_prefix('/')?, false),
    };
    for name in names.split('/') {
        if name.is_empty() || name.starts_with('.') || !name.bytes().all(is_plain) {
            return None;
        }
        file.push(name);
    }
    if is_folder {
        file.push("index.html");
    }
    let file = file.canonicalize().ok()?;
    (file.starts_with(folder) && file.is_file()).then_some(file)
}

fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-')
}

/// The media type by the end of the name; browsers refuse modules and wasm under another one.
pub(crate) fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("css") => "text/css; charset=utf-8",
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("json" | "map") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("ts") => "text/plain; charset=utf-8",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}

/// A header; none when the name or the value has a byte that HTTP does not allow.
fn header(name: &str, value: &str) -> Option<Header> {
    Header::from_bytes(name, value).ok()
}

#[cfg(test)]
mod tests;
