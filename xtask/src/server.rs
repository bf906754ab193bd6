//! A small static server on the loopback interface, with the headers that the page needs.

mod headers;
mod reply;

use std::io::Cursor;
use std::net::Ipv4Addr;
use std::path::Path;
use std::sync::Arc;
use std::thread;

use anyhow::{Result, anyhow};
use tiny_http::{Request, Response, Server, StatusCode};

pub(crate) use self::headers::Headers;
use self::headers::header;
use self::reply::{Asked, Reply, reply};

/// The page that a person sees first.
pub(crate) const START: &str = "/demo/";

/// A browser opens about six connections to one host.
const THREADS: usize = 6;

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
    let sent = |name: &'static str| {
        let found = request.headers().iter().find(|header| header.field.equiv(name));
        found.map_or(String::new(), |header| header.value.to_string())
    };
    let (encodings, known) = (sent("Accept-Encoding"), sent("If-None-Match"));
    let asked =
        Asked { method: request.method(), path: &path, encodings: &encodings, known: &known };
    let Reply { status, headers, body } = reply(folder, headers, &asked);
    let headers = headers.iter().filter_map(|(name, value)| header(name, value)).collect();
    let (length, body) = (body.len(), Cursor::new(body));
    let response = Response::new(StatusCode(status), headers, body, Some(length), None);
    request.respond(response.with_chunked_threshold(usize::MAX))
}

#[cfg(test)]
mod tests;
